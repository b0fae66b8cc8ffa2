/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangMoveKind:
 * @RANG_MOVE_RANK: in a department's own list
 * @RANG_MOVE_GRANT: a push that was granted
 */
typedef enum
{
  RANG_MOVE_MOVE,
  RANG_MOVE_APPLY,
  RANG_MOVE_RELEASE,
  RANG_MOVE_AMEND,
  RANG_MOVE_RANK,
  RANG_MOVE_GRANT,
  RANG_N_MOVE_KINDS
} RangMoveKind;

/**
 * RangMoveRecord:
 * @entry: number of its log entry, which is its key
 * @kind: what was done
 * @day: the board's or list's day
 * @unit: id of the unit; 0 for a department's list
 * @department: id of the department for %RANG_MOVE_RANK; 0 else
 * @who: id of the person
 * @revision: the revision that it made, of the board or the list
 * @orders: (element-type gint64): the orders moved, the first first; empty for apply
 * @from: place of the first before, from 1; 0 none
 * @to: its place after; 0 none
 * @suggested: its place in the suggestion; 0 none
 * @reason: (nullable): the reason code
 * @reason_pending: a reason is still owed
 * @reason_entry: the log entry that gave the reason later; 0 none
 * @note: (nullable): a person's words
 * @cost: (nullable): the cost as it was shown, a JSON object
 * @series: entry of the first of several moves that count as one override (CASES.md 13); 0 if it stands alone or is
 *   the first
 * @undone_by: the log entry that took it back; 0 while it stands
 *
 * A step that its person can take back, and the record of an override where it is one.
 */
typedef struct
{
  gint64 entry;
  RangMoveKind kind;
  RangDay day;
  gint64 unit;
  gint64 department;
  gint64 who;
  gint64 revision;
  GArray *orders;
  gint32 from;
  gint32 to;
  gint32 suggested;
  char *reason;
  gboolean reason_pending;
  gint64 reason_entry;
  char *note;
  char *cost;
  gint64 series;
  gint64 undone_by;
} RangMoveRecord;

RangMoveRecord *
rang_move_record_new (RangMoveKind kind);
RangMoveRecord *
rang_move_record_copy (const RangMoveRecord *record);
void
rang_move_record_free (RangMoveRecord *record);

const char *
rang_move_kind_to_nick (RangMoveKind kind);
int
rang_move_kind_from_nick (const char *nick);

/**
 * rang_store_add_move:
 *
 * Adds the record of a step under the number of its log entry.
 */
gboolean
rang_store_add_move (RangStore *store, const RangMoveRecord *record, GError **error);

/**
 * rang_store_update_move:
 *
 * Changes what may change of a step: revision, reason, whether it is pending, its entry, note, cost, series, undone_by.
 */
gboolean
rang_store_update_move (RangStore *store, const RangMoveRecord *record, GError **error);

/**
 * rang_store_load_moves:
 *
 * Returns: (transfer full) (nullable) (element-type RangMoveRecord): the steps of a day on all its boards and lists, by
 *   entry, those taken back too
 */
GPtrArray *
rang_store_load_moves (RangStore *store, RangDay day, GError **error);

/** rang_store_load_moves_between: as rang_store_load_moves(), of the days @from … @to */
GPtrArray *
rang_store_load_moves_between (RangStore *store, RangDay from, RangDay to, GError **error);

/** rang_store_load_moves_without_cost: as rang_store_load_moves_between(), but no step knows what it cost, which is the
 * longest that there is of it */
GPtrArray *
rang_store_load_moves_without_cost (RangStore *store, RangDay from, RangDay to, GError **error);

/** rang_store_load_pending_moves: as rang_store_load_moves(), only the steps whose reason is pending */
GPtrArray *
rang_store_load_pending_moves (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_load_moves_of_order:
 *
 * Returns: (transfer full) (nullable) (element-type RangMoveRecord): the steps that moved @order itself, on every day
 */
GPtrArray *
rang_store_load_moves_of_order (RangStore *store, gint64 order, GError **error);

/**
 * rang_store_load_move:
 *
 * Returns: (transfer full) (nullable): the step; %RANG_STORE_ERROR_NOT_FOUND if the entry is none
 */
RangMoveRecord *
rang_store_load_move (RangStore *store, gint64 entry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangMoveRecord, rang_move_record_free)

G_END_DECLS
