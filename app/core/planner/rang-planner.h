/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-plan.h"
#include "planner/rang-problem.h"

G_BEGIN_DECLS

/**
 * RangPlannerOptions:
 * @seed: results depend on it, and on nothing but it, the problem, the ranking and @steps
 * @steps: how long the suggestion is searched for; 0 takes the default
 * @threads: at most so many are used; never changes a result; 0 takes the default (2)
 */
typedef struct
{
  guint64 seed;
  guint64 steps;
  guint threads;
} RangPlannerOptions;

/**
 * RangSuggestion:
 * @ranking: guint job indices, all of the problem, rank 1 first
 * @plan: what keep answers for @ranking
 * @needs: for each job a (nullable) #GArray of guint jobs that would have to yield to it; %NULL if it is on time or
 *   nothing helps it
 *
 * The ranking that points and planner would choose if nobody had placed anything.
 */
typedef struct
{
  GArray *ranking;
  RangPlan *plan;
  GPtrArray *needs;
} RangSuggestion;

void
rang_suggestion_free (RangSuggestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSuggestion, rang_suggestion_free)

/**
 * RangPlannerProgress:
 * @on_time: jobs on time in the best so far
 * @late: jobs late today
 * @points: of those on time
 * @permille: how much of the search is over, at least
 * @unimproved: microseconds since the best so far was found
 *
 * How far a suggestion is.
 */
typedef struct
{
  guint on_time;
  guint late;
  gint64 points;
  guint permille;
  gint64 unimproved;
} RangPlannerProgress;

/**
 * RangPlannerProgressFunc:
 *
 * Called on the thread that asked for the suggestion, some dozens of times. May cancel; must not ask the planner for
 * anything but rang_planner_dup_best().
 */
typedef void (*RangPlannerProgressFunc) (const RangPlannerProgress *progress, gpointer data);

/**
 * RangPlanner:
 *
 * Answers questions about one problem. What it remembers between two questions makes the next one faster and never
 * changes an answer. One thread at a time.
 */
typedef struct _RangPlanner RangPlanner;

/**
 * rang_planner_new:
 * @problem: (transfer none): kept alive
 * @options: (nullable): %NULL for seed 0 and the defaults
 */
RangPlanner *
rang_planner_new (RangProblem *problem, const RangPlannerOptions *options);
void
rang_planner_free (RangPlanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPlanner, rang_planner_free)

RangProblem *
rang_planner_get_problem (RangPlanner *self);

/**
 * rang_planner_set_progress:
 * @func: (nullable) (scope notified): told how far a suggestion is; never changes a result
 */
void
rang_planner_set_progress (RangPlanner *self, RangPlannerProgressFunc func, gpointer data);

/**
 * rang_planner_dup_best:
 *
 * For a #RangPlannerProgressFunc.
 *
 * Returns: (transfer full) (nullable): the best so far, ranked as a suggestion is, its plan unfinished and without
 *   @needs; %NULL while nothing is searched for
 */
RangSuggestion *
rang_planner_dup_best (RangPlanner *self);

/**
 * rang_planner_keep:
 * @ranking: (array length=n): job indices, rank 1 first; jobs that are not in it are left out
 * @n: how many
 * @cancellable: (nullable): when cancelled the answer is a valid plan that is unfinished
 * @error: return location for %RANG_PLANNER_ERROR_RANKING
 *
 * From a ranking to states and routes: walking down from rank 1 each job gets the best state still possible given
 * those above it, which is never taken back for one below. No inversion and purity hold of every finished answer. The
 * cost of a move is the difference between the answers for two rankings; what two questions that follow each other
 * have in common from rank 1 on is not computed twice, so asking for one move after the other is fast.
 *
 * It goes out from the suggestion, which the first call searches for; where the problem has signed routes, from these: a
 * job stays at its signed place unless a better state or fewer minutes of a higher one take it away, and is not moved
 * for less travel alone. (Should no suggestion agree with its own states that way, from the suggestion that began with
 * the signed routes.)
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with @error set
 */
RangPlan *
rang_planner_keep (RangPlanner *self, const guint *ranking, guint n, GCancellable *cancellable, GError **error);

/**
 * rang_planner_suggest:
 * @cancellable: (nullable): when cancelled the best so far is returned at once, its plan unfinished. keep() never
 * starts from it, and the next call searches anew
 *
 * Class by class the most points on time, then the most points delivered today; ranked class by class, within a class
 * those chosen on time, those chosen late, those left out, each by points; ties: earlier end of the promise, longer
 * wait, lower number. The first call searches, later ones return the same.
 *
 * Returns: (transfer full): the suggestion
 */
RangSuggestion *
rang_planner_suggest (RangPlanner *self, GCancellable *cancellable);

/**
 * rang_planner_needs:
 * @plan: an answer of keep
 * @job: a job that @plan does not serve on time
 *
 * Returns: (transfer full) (nullable): guint indices of jobs which together would have to yield to @job for it to be on
 *   time, worth as few points as one exchange on one route can do (of many jobs, on one of the routes that pass near
 *   it); %NULL if it is on time already or nothing helps
 */
GArray *
rang_planner_needs (RangPlanner *self, RangPlan *plan, guint job);

G_END_DECLS
