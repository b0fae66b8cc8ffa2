/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "solve-problem.h"

G_BEGIN_DECLS

/**
 * SolveLimit:
 * @seconds: how long; 0 for a search by steps
 * @steps: 0 takes the default
 * @seed: with steps the output depends on it alone
 * @threads: at most; 0 takes 2
 */
typedef struct
{
  double seconds;
  guint64 steps;
  guint64 seed;
  guint threads;
} SolveLimit;

/**
 * rang_cli_solve:
 * @argc: words of the command, "solve" first
 *
 * The command `solve PROBLEM [--seconds N] [--steps N] [--seed N] [--threads N] [--vans N] [--jobs N --instance K]`:
 * prints the plan as JSON. Errors go to standard error.
 *
 * Returns: the exit status: 0 done, 2 wrong usage, 4 the file cannot be used
 */
int
rang_cli_solve (int argc, char **argv);

/** Returns: (transfer full): the plan of a problem as JSON with a line's end */
char *
solve_run (SolveProblem *problem, const SolveLimit *limit);

/** Returns: (transfer full): the best order found for a tardiness instance; @cost takes its weighted tardiness */
guint *
solve_run_tardiness (const SolveProblem *problem, const SolveLimit *limit, gint64 *cost);

G_END_DECLS
