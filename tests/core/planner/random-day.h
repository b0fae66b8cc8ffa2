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

/**
 * RandomDayFlags: what such a day has besides
 * @RANDOM_DAY_BREAKS: each van a break about noon, some another one
 * @RANDOM_DAY_SHUT: doors that shut at noon, with a share of time for the door
 * @RANDOM_DAY_FACTS: stops already driven, loaded vans, orders locked to a van or a place
 * @RANDOM_DAY_SPEEDS: speeds by the hour
 * @RANDOM_DAY_SIGNED: signed routes
 */
typedef enum
{
  RANDOM_DAY_BREAKS = 1 << 0,
  RANDOM_DAY_SHUT = 1 << 1,
  RANDOM_DAY_FACTS = 1 << 2,
  RANDOM_DAY_SPEEDS = 1 << 3,
  RANDOM_DAY_SIGNED = 1 << 4,
  RANDOM_DAY_ALL = (1 << 5) - 1,
} RandomDayFlags;

RangProblem *
random_day_with (GRand *rand, guint n_jobs, guint n_vans, RandomDayFlags flags);

/** Returns: (transfer full): all jobs in random order */
guint *
random_ranking (GRand *rand, guint n_jobs);
