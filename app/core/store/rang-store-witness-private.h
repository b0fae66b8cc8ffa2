/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

G_BEGIN_DECLS

/**
 * RangWitnessSpec:
 * @name: of the kind in the store: that of the table, or of a part of its columns
 * @table: whose rows
 * @n_keys: how many numbers the key has; 0 for a key that is a text
 * @one: SQL: the row (or rows) of a key
 * @all: SQL: all rows, key first, ordered by it
 * @names: names of the columns behind the key
 */
typedef struct
{
  const char *name;
  const char *table;
  guint n_keys;
  const char *one;
  const char *all;
  const char *names;
} RangWitnessSpec;

/** The columns of RANG_WITNESS_ORDER_DETAILS: saving an order looks whether they stay. */
#define RANG_WITNESS_ORDER_DETAILS_COLUMNS                                                                             \
  "unit, requested_from_day, requested_from_time, requested_to_day, requested_to_time, promise_proposed, load, "       \
  "parcels, service, penalty_clause, to_collect, invoice, note, access_note, address, street, city, postcode, "        \
  "country, lat, lon, defaulted, estimated, source, source_digest, cash_received, receipt, skills"

/** rang_witness_spec: Returns: (transfer none): how the rows of @kind are read */
const RangWitnessSpec *
rang_witness_spec (RangWitness kind);

/**
 * rang_witness_keep:
 * @entry: the last entry of the log
 * @digest: (out) (array fixed-size=65): the digest of what was written since @entry; empty for nothing
 *
 * Before the commit: keeps the digests of the rows that the transaction wrote.
 */
gboolean
rang_witness_keep (RangStore *store, gint64 entry, char digest[65], GError **error);

/**
 * rang_witness_touch_all:
 *
 * As rang_store_witness() for every row there is, once: in a store that has no witnesses, and in an older one for the
 * tables that are witnessed since. What has a digest keeps it, so that a changed row stays found.
 */
gboolean
rang_witness_touch_all (RangStore *store, GError **error);

/** rang_witness_is_late: whether the table of @kind came to be witnessed later than the others */
gboolean
rang_witness_is_late (RangWitness kind);

/** rang_witness_count: @count: (out): of digests of the table of @kind that there are */
gboolean
rang_witness_count (RangStore *store, RangWitness kind, gint64 *count, GError **error);

/** rang_witness_add_columns: appends the columns of the row that are left to @bytes */
void
rang_witness_add_columns (RangStatement *row, const char *const *names, GString *bytes);

/** rang_witness_key: Returns: (transfer full): reads the key of a row: "20781/1/4", "EUR" */
char *
rang_witness_key (RangStatement *row, guint n_keys);

/** rang_witness_sorted: @lines: (element-type utf8): sorted by bytes, then joined. Returns: (transfer full) */
GString *
rang_witness_sorted (GPtrArray *lines);

/** rang_witness_digest: @digest: (out): SHA-256 of the bytes, 64 digits */
void
rang_witness_digest (const GString *bytes, char digest[65]);

G_END_DECLS
