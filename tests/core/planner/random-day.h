/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-problem.h"

/**
 * random_day:
 * @rand: decides everything
 * @n_jobs: how many orders
 * @n_vans: how many vans
 *
 * A day of a delivery service with every awkward case in it: goods that are not ready, ready later, unlocated orders,
 * several orders at one door, cold goods, heavy goods, tight closing hours, a van out of service, a van without an end.
 *
 * Returns: (transfer full): the problem
 */
RangProblem *
random_day (GRand *rand, guint n_jobs, guint n_vans);

/** Returns: (transfer full): all jobs in random order */
guint *
random_ranking (GRand *rand, guint n_jobs);
