/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board-private.h"
#include "store/rang-store-moves.h"

G_BEGIN_DECLS

/** office_move_new: @moved: (nullable): as in rang_board_cost_against(). Returns: (transfer full): what @after changes
 */
RangMove *
office_move_new (RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved);

/** office_board_as: @placements: (nullable): %NULL keeps the marks. Returns: (transfer full) (nullable): @board in
 * another ranking */
RangBoard *
office_board_as (
    RangBoard *board, const GArray *ranking, const GArray *placements, GCancellable *cancellable, GError **error);

/** office_check_board_open: Returns: whether the day's board may still be ranked */
gboolean
office_check_board_open (RangOffice *office, const RangSession *session, GError **error);

/** office_check_reason: Returns: whether the reason has the note it needs */
gboolean
office_check_reason (int reason, const char *note, GError **error);

/** office_is_back: @steps: (element-type RangMoveRecord): of the day. Returns: whether the moves that count as one with
 * the step, its reason still pending, have brought the order back to its first place, so that none is owed (CASES.md 13)
 */
gboolean
office_is_back (GPtrArray *steps, const RangMoveRecord *step);

/** office_set_placement: marks an order in @placements (element-type RangBoardPlacement) */
void
office_set_placement (GArray *placements, const RangBoardPlacement *placement);
void
office_clear_placement (GArray *placements, gint64 order);

/** office_keep_displaced: opens the conflicts `displaced` of an override that made the board @after */
gboolean
office_keep_displaced (
    RangOffice *office, const RangSession *session, RangBoard *after, const RangMoveCost *cost, GError **error);

G_END_DECLS
