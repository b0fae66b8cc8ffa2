/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-conflict.h"
#include "office/rang-office-board-private.h"
#include "store/rang-store-moves.h"

G_BEGIN_DECLS

/**
 * OfficeOverride:
 * @kind: %RANG_MOVE_MOVE, or %RANG_MOVE_GRANT for a push that is granted
 * @orders: (array length=n_orders): moved together
 * @reason: a #RangReasonCode, or -1 for pending
 * @note: (nullable): in own words
 *
 * An override that a person is about to make, by value.
 */
typedef struct
{
  RangMoveKind kind;
  const gint64 *orders;
  gsize n_orders;
  int reason;
  const char *note;
} OfficeOverride;

/** office_move_new: @moved: (nullable): as in rang_board_cost_against(). Returns: (transfer full): what @after changes
 */
RangMove *
office_move_new (RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved);

/** office_board_as: @placements: (nullable): %NULL keeps the marks. Returns: (transfer full) (nullable): @board in
 * another ranking */
RangBoard *
office_board_as (
    RangBoard *board, const GArray *ranking, const GArray *placements, GCancellable *cancellable, GError **error);

/** office_board_after: Returns: (transfer full) (nullable): @before in @ranking, the overridden orders wearing the mark
 * of @entry */
RangBoard *
office_board_after (RangOffice *office,
                    RangBoard *before,
                    const GArray *ranking,
                    const RangSession *session,
                    const OfficeOverride *what,
                    gint64 entry,
                    GCancellable *cancellable,
                    GError **error);

/** office_override_changes_nothing: Returns: whether neither a place nor a mark changes (CASES.md 5) */
gboolean
office_override_changes_nothing (RangBoard *board, const GArray *after, const OfficeOverride *what);

/**
 * office_write_override:
 * @move: what it does; its board, revision and entry are set
 * @entry: the log entry, with its word and subject; the rest is set
 *
 * Checks that nobody is bumped too often without a note, then writes log, board, step and the conflicts `displaced` and
 * `bumped-too-often`. Inside the caller's transaction.
 */
gboolean
office_write_override (RangOffice *office,
                       const RangSession *session,
                       RangBoard *before,
                       RangMove *move,
                       const OfficeOverride *what,
                       const GArray *ranking,
                       RangLogEntry *entry,
                       GError **error);

/** office_check_board_open: Returns: whether the day's board may still be ranked */
gboolean
office_check_board_open (RangOffice *office, const RangSession *session, GError **error);

/** office_check_orders: Returns: whether the orders are on the board, each named once, and the place is one of its */
gboolean
office_check_orders (RangBoard *board, const gint64 *orders, gsize n_orders, int place, GError **error);

/** office_check_reason: Returns: whether the reason has the note it needs */
gboolean
office_check_reason (int reason, const char *note, GError **error);

/** office_is_back: @steps: (element-type RangMoveRecord): of the day. Returns: whether the moves that count as one with
 * the step, its reason still pending, have brought the order back to its first place, so that none is owed (CASES.md 13)
 */
gboolean
office_is_back (GPtrArray *steps, const RangMoveRecord *step);

/** office_find_placement: Returns: (transfer none) (nullable): the order's mark */
const RangBoardPlacement *
office_find_placement (const GArray *placements, gint64 order);
/** office_copy_placements: Returns: (transfer full) (element-type RangBoardPlacement) */
GArray *
office_copy_placements (const GArray *placements);
/** office_set_placement: marks an order in @placements (element-type RangBoardPlacement) */
void
office_set_placement (GArray *placements, const RangBoardPlacement *placement);
void
office_clear_placement (GArray *placements, gint64 order);

/** office_keep_displaced: opens the conflicts `displaced` of the override of that log entry, which made the board
 * @after */
gboolean
office_keep_displaced (RangOffice *office,
                       const RangSession *session,
                       RangBoard *after,
                       const RangMoveCost *cost,
                       gint64 entry,
                       GError **error);

/* rang-office-bump.c */

/** office_count_bumps: Returns: (transfer full) (element-type gint64 int): by order, how often the standing overrides
 * among @steps whose entry is higher than @after made its state worse; a series counts once (CASES.md 13) */
GHashTable *
office_count_bumps (GPtrArray *steps, gint64 after);

/** office_check_bumps: Returns: whether nobody whose state @cost makes worse was bumped as often as the office allows,
 * or a note says why; with the reason pending the note is owed with it */
gboolean
office_check_bumps (RangOffice *office,
                    const RangSession *session,
                    const RangMoveCost *cost,
                    int reason,
                    const char *note,
                    GError **error);

/** office_check_bumps_of_series: as office_check_bumps(), for a reason that is given later */
gboolean
office_check_bumps_of_series (
    RangOffice *office, const RangSession *session, GPtrArray *steps, gint64 series, const char *note, GError **error);

/** office_find_bumped: adds to @found (element-type RangConflict) the conflicts `bumped-too-often` that the overrides
 * of the day bring about */
gboolean
office_find_bumped (RangOffice *office, RangBoard *board, GPtrArray *found, GError **error);

/** office_settle_bumps: counts the bumps since the version accepted before into the orders; before the next one is
 * accepted */
gboolean
office_settle_bumps (RangOffice *office, const RangSession *session, GError **error);

/* rang-office-conflict.c */

/** office_settle_conflicts: finds the conflicts of @board anew, inside the caller's transaction. Returns: (transfer full)
 * (element-type RangConflict) (nullable): those of the day that are open */
GPtrArray *
office_settle_conflicts (RangOffice *office, const RangSession *session, RangBoard *board, GError **error);

/* rang-office-tug.c */

/** office_find_tugs: opens the conflicts `tug-of-war` that a move or a push of @order completes (CASES.md 14) */
gboolean
office_find_tugs (RangOffice *office, const RangSession *session, gint64 order, GError **error);

/** office_tell_pulls: puts the moves that made it into @conflict, if it is a tug-of-war */
gboolean
office_tell_pulls (RangOffice *office, RangConflict *conflict, GError **error);

/** office_check_tug: Returns: whether no tug-of-war about @order waits for a decision */
gboolean
office_check_tug (RangOffice *office, gint64 order, GError **error);

G_END_DECLS
