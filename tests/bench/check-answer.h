/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "solve-problem.h"

G_BEGIN_DECLS

/**
 * check_answer:
 * @json: what `solve` printed for @problem
 *
 * Drives every route of the answer again, slowly: windows, capacity, skills, shifts, arrivals, what is served twice or
 * left out, cost and points. No code of the planner is used. Breaks are not known here.
 *
 * Returns: (transfer full) (nullable): what is wrong, or %NULL
 */
char *
check_answer (const SolveProblem *problem, const char *json);

G_END_DECLS
