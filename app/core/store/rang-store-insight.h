/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-client.h"
#include "domain/rang-conflict.h"
#include "domain/rang-order.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/* Rows that the measures of a period are made of: by value, without texts where a code does. */

/**
 * RangPromiseRow:
 * @first_day: the day first promised; @promised_day: last; @to: end of that window, %RANG_TIME_NONE none
 * @outcome_day: %RANG_DAY_NONE none; @outcome_at: %RANG_TIME_NONE none
 * @fail: a #RangFailReason, -1 none
 */
typedef struct
{
  gint64 number;
  gint64 client;
  gint64 department;
  RangDay first_day;
  RangDay promised_day;
  RangTime to;
  RangOrderState state;
  RangDay outcome_day;
  RangTime outcome_at;
  int fail;
} RangPromiseRow;

/**
 * rang_store_load_promises:
 *
 * Returns: (transfer full) (nullable) (element-type RangPromiseRow): orders first promised for @from … @to
 */
GArray *
rang_store_load_promises (RangStore *store, RangDay from, RangDay to, GError **error);

/**
 * RangDeedRow:
 * @what: (not nullable): a word of the log
 * @reason: (nullable): the reason code, also where it was given later
 * @cost: (nullable): JSON
 * @subject: (nullable): as in the log
 * @series: entry of the first of several moves that count as one; @entry itself if it stands alone
 */
typedef struct
{
  gint64 entry;
  gint64 at;
  RangDay day;
  char *what;
  gint64 order;
  char *reason;
  char *cost;
  char *subject;
  gint64 series;
} RangDeedRow;

void
rang_deed_row_free (RangDeedRow *row);

/**
 * rang_store_load_deeds:
 *
 * Returns: (transfer full) (nullable) (element-type RangDeedRow): moves, grants and amendments that stand (none that
 * was taken back), pushes and refusals, acceptances and decided conflicts about @from … @to, by entry
 */
GPtrArray *
rang_store_load_deeds (RangStore *store, RangDay from, RangDay to, GError **error);

/** RangValueRow: @annual_value: minor units; 0 if it is in another currency than asked for */
typedef struct
{
  gint64 client;
  gint64 annual_value;
  RangClientStage stage;
} RangValueRow;

/** rang_store_load_values: Returns: (transfer full) (nullable) (element-type RangValueRow): all clients */
GArray *
rang_store_load_values (RangStore *store, const char *currency, GError **error);

typedef struct
{
  gint64 id;
  RangConflictKind kind;
  RangConflictState state;
  gint64 since;
} RangConflictRow;

/** rang_store_load_conflict_rows: @department: that they are about; 0 any. Returns: (transfer full) (nullable)
 * (element-type RangConflictRow): of @from … @to */
GArray *
rang_store_load_conflict_rows (RangStore *store, RangDay from, RangDay to, gint64 department, GError **error);

typedef struct
{
  gint64 client;
  int kind;
  RangDay day;
} RangEventRow;

/** rang_store_load_event_rows: Returns: (transfer full) (nullable) (element-type RangEventRow): of @from … @to, by day;
 * the kind is a #RangClientEventKind */
GArray *
rang_store_load_event_rows (RangStore *store, RangDay from, RangDay to, GError **error);

G_END_DECLS
