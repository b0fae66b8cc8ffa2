/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/* What the board asks the office for. Each has one road: the office's use-case, on the writing thread. */

/**
 * RangCostAnswer:
 * @cost: what the move would change
 * @on_time: rank above which the on-time line would stand; 0 none
 */
typedef struct
{
  RangMoveCost *cost;
  guint on_time;
} RangCostAnswer;

RangCostAnswer *
rang_cost_answer_new (RangMoveCost *cost, guint on_time);
void
rang_cost_answer_free (RangCostAnswer *answer);

/**
 * rang_desk_ask_cost:
 * @orders: (element-type gint64): moved together to @place of the board in view
 * @done: gets a #RangCostAnswer
 */
void
rang_desk_ask_cost (
    RangDesk *desk, const GArray *orders, guint place, GCancellable *cancellable, gpointer owner, RangDeskDone done);

/**
 * rang_desk_move:
 * @reason: a #RangReasonCode, or -1 for pending
 * @done: gets a #RangMove
 */
void
rang_desk_move (RangDesk *desk, const GArray *orders, guint place, gpointer owner, RangDeskDone done);
/** rang_desk_amend: a change after the hand-over; @done gets a #RangMove */
void
rang_desk_amend (
    RangDesk *desk, gint64 order, guint place, int reason, const char *note, gpointer owner, RangDeskDone done);
/** rang_desk_apply: @dry_run: only what it would change. @done gets a #RangMove */
void
rang_desk_apply (RangDesk *desk, gboolean dry_run, gpointer owner, RangDeskDone done);
/**
 * rang_desk_may_undo:
 * @redo: whether the question is for doing again
 *
 * Returns: whether there is an own step to take back (or to do again), among them one that is being written
 */
gboolean
rang_desk_may_undo (RangDesk *desk, gboolean redo);

/** rang_desk_undo: @redo: undo or redo. @done gets a #RangMove */
void
rang_desk_undo (RangDesk *desk, gboolean redo, gpointer owner, RangDeskDone done);
void
rang_desk_release (RangDesk *desk, gint64 order, gpointer owner, RangDeskDone done);
void
rang_desk_give_reason (RangDesk *desk, gint64 entry, int reason, const char *note, gpointer owner, RangDeskDone done);
/** rang_desk_rank: moves orders in their department's own list */
void
rang_desk_rank (RangDesk *desk, const GArray *orders, guint place, gpointer owner, RangDeskDone done);

G_END_DECLS
