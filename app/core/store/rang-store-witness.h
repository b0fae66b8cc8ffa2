/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * SECTION: witnesses
 *
 * The log says who decided what; the tables of decisions say what holds. That the two agree is witnessed: with every
 * commit the store keeps a digest of each row of these tables that the transaction wrote, and the next entry of the
 * log carries the digest of those digests (`witness`; until there is a next entry, the head of the log keeps it, which
 * the person who acts signs). A row that is changed, added or removed without Rang has no such digest.
 *
 * Digest of a row: SHA-256 over its columns as they are listed in rang-store-witness.c, each "NAME=LENGTH:VALUE\n" as
 * in rang-log-chain.h, columns that are null left out; where several rows belong together (the roles of a person), one
 * after the other. Empty for a row that Rang took out. Digest of digests, of an entry N: SHA-256 over
 * "KIND KEY DIGEST\n" of every row written after entry N and before the next, sorted by bytes. KIND is the name of the
 * table; a row of which columns came to be witnessed later has a second digest, of these, under the kind TABLE.details.
 * Which columns have no digest, and why, is listed in tests/core/store/test-store-witness.c.
 */

/**
 * RangWitness:
 *
 * The tables of decisions. The parts of the key are the parameters of rang_store_witness() in this order.
 */
typedef enum
{
  RANG_WITNESS_MOVE,             /* entry */
  RANG_WITNESS_BOARD_REVISION,   /* day, unit, revision */
  RANG_WITNESS_VERSION,          /* id */
  RANG_WITNESS_PLAN,             /* version, number */
  RANG_WITNESS_CLOSED_DAY,       /* day, unit */
  RANG_WITNESS_CONFLICT,         /* id */
  RANG_WITNESS_CONFLICT_SUBJECT, /* conflict */
  RANG_WITNESS_CLIENT_EVENT,     /* id */
  RANG_WITNESS_RULES,            /* id */
  RANG_WITNESS_ORDER,            /* number */
  RANG_WITNESS_ORDER_CHANGE,     /* id */
  RANG_WITNESS_LIST,             /* day, department */
  RANG_WITNESS_LIST_REVISION,    /* day, department, revision */
  RANG_WITNESS_ROSTER,           /* day, resource */
  RANG_WITNESS_PERSON,           /* id */
  RANG_WITNESS_ROLES,            /* person */
  RANG_WITNESS_KEYS,             /* person */
  RANG_WITNESS_DEPUTY,           /* id */
  RANG_WITNESS_SETTINGS,         /* 1 */
  RANG_WITNESS_PUSH,             /* id */
  RANG_WITNESS_CONFLICT_ANSWER,  /* entry */
  RANG_WITNESS_LOCK,             /* order */
  RANG_WITNESS_CALL,             /* id */
  RANG_WITNESS_CARRY_OVER,       /* day, order */
  RANG_WITNESS_REQUEST,          /* id */
  /* Witnessed since migration 009; a store that is older has no digests of these until its next change. */
  RANG_WITNESS_RATE,     /* currency: rang_store_witness_named() */
  RANG_WITNESS_CLIENT,   /* id */
  RANG_WITNESS_RESOURCE, /* id */
  /* Since migration 010. */
  RANG_WITNESS_ADDRESSES,   /* client */
  RANG_WITNESS_DEPARTMENT,  /* id */
  RANG_WITNESS_TRAVEL,      /* place */
  RANG_WITNESS_ORDER_LINES, /* order */
  /* Since migration 011. …_DETAILS: what the older digest of the row leaves out, as "settings.details" and so on. */
  RANG_WITNESS_SETTINGS_DETAILS, /* 1 */
  RANG_WITNESS_ORDER_DETAILS,    /* number */
  RANG_WITNESS_RESOURCE_DETAILS, /* id */
  RANG_WITNESS_UNIT,             /* id */
  RANG_WITNESS_SHEET_FIELD,      /* field: rang_store_witness_named() */
  RANG_N_WITNESSES
} RangWitness;

/**
 * rang_store_witness:
 * @first: and @second, @third: the parts of the row's key; 0 where there are fewer
 *
 * Says that the transaction writes a row of a table of decisions. Its digest is taken at the commit.
 */
void
rang_store_witness (RangStore *store, RangWitness kind, gint64 first, gint64 second, gint64 third);

/**
 * rang_store_witness_if_changed:
 * @key: of a row whose key is one number
 *
 * As rang_store_witness(), but to be called before the row is written: where it holds the same at the commit, no digest
 * is taken. A row that was forged stays found though Rang writes it again as it was read.
 */
gboolean
rang_store_witness_if_changed (RangStore *store, RangWitness kind, gint64 key, GError **error);

/**
 * rang_store_witness_named:
 * @name: the key of the row
 *
 * As rang_store_witness() for a table whose key is a text.
 */
void
rang_store_witness_named (RangStore *store, RangWitness kind, const char *name);

/**
 * RangWitnessFault:
 * @entry: the last entry of the log that witnessed the row; of a row that none witnessed, 0
 * @table: name of the table, or of the part of its columns that is witnessed together: "settings.details"
 * @key: of the row, its parts divided by "/"
 * @what: (transfer none): in the current language: was changed, was added, is gone
 */
typedef struct
{
  gint64 entry;
  char *table;
  char *key;
  const char *what;
} RangWitnessFault;

void
rang_witness_fault_free (RangWitnessFault *fault);

/**
 * rang_store_check_witnesses:
 *
 * Compares every row of the tables of decisions with its last digest, and the digests with the log. The whole store is
 * read once; a transaction should be open, so that log and tables are of one moment.
 *
 * Returns: (transfer full) (nullable) (element-type RangWitnessFault): what does not agree, nothing if all does
 */
GPtrArray *
rang_store_check_witnesses (RangStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangWitnessFault, rang_witness_fault_free)

G_END_DECLS
