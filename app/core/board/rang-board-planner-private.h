/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-planner.h"

G_BEGIN_DECLS

/**
 * RangBoardPlanner:
 *
 * A planner that boards share: what the planner is asked does not depend on the ranking, so after a move, at the next
 * desk and for a version of the same day it is the same question, and the search need not be made again. The last few
 * are remembered in the process. Reference counted; asked under a lock of its own.
 */
typedef struct _RangBoardPlanner RangBoardPlanner;

/**
 * rang_board_planner_get:
 * @problem: what is to be planned
 * @options: seed and steps
 *
 * Returns: (transfer full): the planner that is remembered for an equal problem and equal options, or a new one
 */
RangBoardPlanner *
rang_board_planner_get (RangProblem *problem, const RangPlannerOptions *options);
RangBoardPlanner *
rang_board_planner_ref (RangBoardPlanner *self);
void
rang_board_planner_unref (RangBoardPlanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardPlanner, rang_board_planner_unref)

/** rang_board_planner_get_problem: Returns: (transfer none): the problem that its plans speak of, equal to the one that
 * was asked for */
RangProblem *
rang_board_planner_get_problem (RangBoardPlanner *self);

/**
 * rang_board_planner_suggest:
 * @progress: (nullable): told how far it is
 *
 * rang_planner_suggest(), under the lock; once it is finished the planner is remembered.
 */
RangSuggestion *
rang_board_planner_suggest (RangBoardPlanner *self,
                            RangPlannerProgressFunc progress,
                            gpointer data,
                            GCancellable *cancellable);

/** rang_board_planner_get_planner: Returns: (transfer none): for the progress function alone */
RangPlanner *
rang_board_planner_get_planner (RangBoardPlanner *self);

/** rang_board_planner_keep: rang_planner_keep(), under the lock */
RangPlan *
rang_board_planner_keep (RangBoardPlanner *self, const GArray *jobs, GCancellable *cancellable, GError **error);

/** rang_board_planner_needs: rang_planner_needs(), under the lock */
GArray *
rang_board_planner_needs (RangBoardPlanner *self, RangPlan *plan, guint job);

G_END_DECLS
