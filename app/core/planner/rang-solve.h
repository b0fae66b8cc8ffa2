/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-plan.h"
#include "planner/rang-problem.h"

G_BEGIN_DECLS

/**
 * RangSolveGoal:
 * @RANG_SOLVE_ALL: serve as many jobs as possible, whatever their points, then the least travel
 * @RANG_SOLVE_POINTS: the most points, then the least travel
 */
typedef enum
{
  RANG_SOLVE_ALL,
  RANG_SOLVE_POINTS,
} RangSolveGoal;

/**
 * RangSolveOptions:
 * @goal: what is looked for
 * @seed: with @steps the outcome depends on it alone
 * @steps: ruins; 0 takes the default
 * @microseconds: if not 0, so long instead of @steps
 * @threads: at most; 0 takes 2
 */
typedef struct
{
  RangSolveGoal goal;
  guint64 seed;
  guint64 steps;
  gint64 microseconds;
  guint threads;
} RangSolveOptions;

/**
 * rang_solve:
 * @problem: every job served starts inside its promise; classes do not count
 * @cancellable: (nullable): when cancelled the best so far is returned, unfinished
 *
 * The search alone, as benchmarks ask it.
 *
 * Returns: (transfer full): the plan
 */
RangPlan *
rang_solve (RangProblem *problem, const RangSolveOptions *options, GCancellable *cancellable);

G_END_DECLS
