/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-plan.h"

/**
 * check_plan:
 * @ranking: (array length=n): the ranking that @plan answers
 *
 * Recomputes a plan from the problem alone, sharing no code with the planner: each job at most once and only if ranked,
 * resources, skills, loads, shifts, waiting, closing hours, goods, arrival, start, state, minutes, travel, and whether
 * a job is called impossible.
 *
 * Returns: (transfer full) (nullable): what is wrong, or %NULL
 */
char *
check_plan (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan);

/**
 * check_no_inversion:
 *
 * Any job that is not on time: with every job ranked below it and itself out of the routes it still cannot be inserted
 * on time anywhere (if it is not today: nor late) without a worse state for a job above it.
 *
 * Returns: (transfer full) (nullable): the inversion, or %NULL
 */
char *
check_no_inversion (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan);
