/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "board/rang-board-input.h"
#include "board/rang-board-planner-private.h"
#include "board/rang-board-search.h"
#include "board/rang-board.h"
#include "planner/rang-planner.h"
#include "rules/rang-rules-inputs.h"

G_BEGIN_DECLS

/**
 * RangDayOrder:
 * @from: the order and its facts
 * @client: (nullable): its client
 * @department: (nullable): its department
 * @score: what the rules said
 * @suggested_rank: from 1
 *
 * A scored order. Its index is that of its job in the planner's problem.
 */
typedef struct
{
  const RangBoardOrder *from;
  const RangClient *client;
  const RangDepartment *department;
  RangBoardScore *score;
  guint suggested_rank;
} RangDayOrder;

/**
 * RangBoardDay:
 * @orders: (element-type RangDayOrder): the scored orders, by number
 * @index: order number → index in @orders + 1
 * @unscored: (element-type RangBoardUnscored): the others
 * @roster: (element-type RangRosterEntry): by resource, those out of service too; its index is that of the planner's
 * resource
 * @problem: the day as it was meant to be
 * @left: what is left of it (rang-board-left.c); @problem itself while nothing has an outcome
 * @suggestion: (element-type gint64): numbers as suggested
 * @suggested_plan: what becomes of them
 * @suggested_needs: for each index a (nullable) #GArray of guint indices
 * @fullness: per cent
 * @unfinished: the suggestion is the best that a search had found when it was stopped
 * @base: (nullable): whose scores are shared (rang-board-day-share.c)
 * @near: (nullable): borrowed: the plan that what is planned stays near, in place of the signed routes of @input
 *
 * What all boards of one day have in common, whatever the ranking. Immutable but for the planner, which has a lock of
 * its own.
 */
struct _RangBoardDay
{
  gatomicrefcount references;
  RangBoardInput *input;
  GPtrArray *orders;
  GHashTable *index;
  GPtrArray *unscored;
  GPtrArray *roster;
  RangProblem *problem;
  RangProblem *left;
  RangBoardPlanner *planner;
  GArray *suggestion;
  RangPlan *suggested_plan;
  GPtrArray *suggested_needs;
  guint fullness;
  gboolean unfinished;
  RangBoardDay *base;
  RangPlan *near;
};

/** rang_board_day_new: @watch: (nullable): who looks on */
RangBoardDay *
rang_board_day_new (RangBoardInput *input, const RangBoardWatch *watch, GCancellable *cancellable, GError **error);

/** rang_board_day_take_suggestion: sets the suggestion, once scores and problem are there */
void
rang_board_day_take_suggestion (RangBoardDay *day, RangSuggestion *suggestion);

/** rang_board_day_with_best: Returns: (transfer full) (nullable): the day with the best suggestion so far, unfinished
 * (rang-board-day-share.c) */
RangBoardDay *
rang_board_day_with_best (const RangBoardSearch *search);

/** rang_board_day_as_stored: Returns: (transfer full): @before, finished, with another stored ranking; scores, problem
 * and suggestion are shared (rang-board-day-share.c) */
RangBoardDay *
rang_board_day_as_stored (RangBoardDay *before, const GArray *ranking, const GArray *placements, guint64 revision);

RangBoardDay *
rang_board_day_ref (RangBoardDay *day);
void
rang_board_day_unref (RangBoardDay *day);

/** rang_board_day_find: Returns: (nullable): the scored order @number; @job: (out) (optional): its index */
const RangDayOrder *
rang_board_day_find (const RangBoardDay *day, gint64 number, guint *job);

/** rang_board_day_to_jobs: Returns: (transfer full) (nullable): the indices of the orders of a ranking, or %NULL with
 * %RANG_BOARD_ERROR_RANKING */
GArray *
rang_board_day_to_jobs (const RangBoardDay *day, const GArray *ranking, GError **error);

/** rang_board_day_keep: Returns: (transfer full) (nullable): states and routes for @ranking (order numbers) */
RangPlan *
rang_board_day_keep (RangBoardDay *day, const GArray *ranking, GCancellable *cancellable, GError **error);

/** rang_board_day_needs: Returns: (transfer full) (nullable) (element-type gint64): who would have to yield */
GArray *
rang_board_day_needs (RangBoardDay *day, RangPlan *plan, gint64 number);

/** rang_board_day_make_problem: fills @day's problem from its orders and roster (rang-board-problem.c) */
gboolean
rang_board_day_make_problem (RangBoardDay *day, GError **error);

/** rang_board_fill_breaks: what the planner is to know of the breaks of a van with such a shift (rang-board-problem.c) */
void
rang_board_fill_breaks (const RangResource *resource, RangTimeWindow shift, RangProblemResource *van);

/** rang_board_day_fill_left: Returns: %FALSE if nothing of the day is behind; else @jobs and @vans, which were filled for
 * the whole day, are what is left of it (rang-board-left.c) */
gboolean
rang_board_day_fill_left (const RangBoardDay *day, RangJob *jobs, RangProblemResource *vans);

/** rang_board_day_was_visited: Returns: whether the job has an outcome for which somebody was at the door
 * (rang-board-left.c) */
gboolean
rang_board_day_was_visited (const RangBoardDay *day, guint job);

/** rang_board_day_measure_fullness: Returns: per cent, by the suggestion's @plan (rang-board-fullness.c) */
guint
rang_board_day_measure_fullness (const RangProblem *problem, const RangPlan *plan);

/** rang_board_day_is_outside_hours: Returns: whether the order is promised for a time at which its door is closed
 * (rang-board-problem.c) */
gboolean
rang_board_day_is_outside_hours (const RangBoardDay *day, gint64 number);

/** rang_board_day_why_not_carried: Returns: (transfer full) (nullable): in a sentence, why no resource of the day can
 * take the order with the index @job whatever else is planned; %NULL if one can (rang-board-carry.c) */
char *
rang_board_day_why_not_carried (const RangBoardDay *day, guint job);

/** rang_board_fill_rule_inputs: tells @inputs all that Rang supplies about an order whose client is known: every name
 * of rang_rule_inputs() (rang-board-scoring.c) */
void
rang_board_fill_rule_inputs (const RangBoardInput *input, const RangBoardOrder *order, RangRulesInputs *inputs);

/** rang_board_day_score: Returns: (transfer full) (nullable): the score of one order (rang-board-scoring.c), or %NULL
 * with the reason in @error */
RangBoardScore *
rang_board_day_score (const RangBoardInput *input, const RangBoardOrder *order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardDay, rang_board_day_unref)

/**
 * RangBoardStates:
 * @day: borrowed
 * @ranking: (element-type gint64): borrowed
 * @ranks: order number → rank
 * @plan: what becomes of them
 *
 * A ranking with its states: as much of a board as the cost of a move needs.
 */
typedef struct
{
  RangBoardDay *day;
  const GArray *ranking;
  GHashTable *ranks;
  RangPlan *plan;
} RangBoardStates;

/** rang_board_states_init: @plan: (transfer full) */
void
rang_board_states_init (RangBoardStates *states, RangBoardDay *day, const GArray *ranking, RangPlan *plan);
void
rang_board_states_clear (RangBoardStates *states);
guint
rang_board_states_rank (const RangBoardStates *states, gint64 number);

/** rang_board_states_cost: states of @after against @before (rang-board-cost.c); @moved as in
 * rang_board_cost_against() */
RangMoveCost *
rang_board_states_cost (const RangBoardStates *before, const RangBoardStates *after, const GArray *moved);

/** rang_board_get_states: Returns: (transfer none): the states of a board */
const RangBoardStates *
rang_board_get_states (const RangBoard *board);

RangBoardDay *
rang_board_get_board_day (const RangBoard *board);

/** rang_board_make_routes: Returns: (transfer full) (element-type RangBoardRoute): (rang-board-routes.c) */
GPtrArray *
rang_board_make_routes (const RangBoardStates *states);

/** rang_board_with_plan: @plan: (transfer full). Returns: (transfer full): @board with other routes (rang-board.c) */
RangBoard *
rang_board_with_plan (RangBoard *board, RangPlan *plan);

/**
 * RangDriveStop:
 * @done: it has an outcome on the day
 * @start: when that was, or when service starts
 * @late: minutes after the promise
 * @missed: service would start after the door closes
 *
 * One stop of a route as it is driven.
 */
typedef struct
{
  gboolean done;
  gint32 start;
  gint32 late;
  gboolean missed;
} RangDriveStop;

/**
 * rang_board_drive:
 * @jobs: (array length=n): indices, in driving order
 * @now: the time of day, or %RANG_TIME_NONE on another day
 * @stops: (array length=n): filled
 *
 * Times a route from what has happened (rang-board-expect.c): after the last outcome it goes on from there; a van that
 * nobody has reported on is taken to be on plan. O(n).
 *
 * Returns: when it is back
 */
gint32
rang_board_drive (
    const RangBoardDay *day, guint resource, const guint *jobs, guint n, RangTime now, RangDriveStop *stops);

/** rang_board_make_lines: (rang-board-lines.c); sets %RANG_MARK_FITS_A_GAP on @entries too */
void
rang_board_make_lines (GArray *entries, const RangBoardDay *day, RangBoardLines *lines);
void
rang_board_clear_lines (RangBoardLines *lines);

G_END_DECLS
