/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for random days with the awkward cases of a delivery service. */
#include "random-day.h"

#define HOUR 3600

static gboolean
once_in (GRand *rand, gint32 times)
{
  return g_rand_int_range (rand, 0, times) == 0;
}

static RangProblemResource
random_van (GRand *rand, guint index)
{
  RangProblemResource van = RANG_PROBLEM_RESOURCE_INIT;

  van.from = g_rand_int_range (rand, 14, 18) * HOUR / 2;
  van.to = van.from + g_rand_int_range (rand, 12, 18) * HOUR / 2;
  van.capacity_grams = g_rand_int_range (rand, 400, 1200) * 1000;
  van.capacity_parcels = g_rand_int_range (rand, 30, 90);
  van.start = 0;
  van.end = once_in (rand, 6) ? RANG_NO_LOCATION : 0;
  van.skills = (guint32)g_rand_int_range (rand, 0, 4) | (index == 0 ? 3 : 0);
  van.out_of_service = index > 0 && once_in (rand, 12);
  return van;
}

static RangJob
random_order (GRand *rand, guint index, guint n_jobs)
{
  RangJob job = RANG_JOB_INIT;

  job.location = (gint32)(index % 7 == 3 ? (guint)g_rand_int_range (rand, 1, (gint32)n_jobs + 1) : index + 1);
  job.from = g_rand_int_range (rand, 14, 28) * HOUR / 2;
  job.to = job.from + g_rand_int_range (rand, 1, 9) * HOUR / 2;
  job.closing = job.to + (once_in (rand, 3) ? 0 : g_rand_int_range (rand, 0, 8) * HOUR / 2);
  job.ready_from = once_in (rand, 8) ? g_rand_int_range (rand, 14, 24) * HOUR / 2 : 0;
  job.not_ready = once_in (rand, 25);
  job.service = g_rand_int_range (rand, 2, 25) * 60;
  job.grams = g_rand_int_range (rand, 1, 120) * 1000;
  job.parcels = g_rand_int_range (rand, 1, 9);
  job.skills = once_in (rand, 10) ? 1u << g_rand_int_range (rand, 0, 2) : 0;
  job.priority_class = g_rand_int_range (rand, 0, 3);
  job.points = g_rand_int_range (rand, 1, 101);
  job.waited = g_rand_int_range (rand, 0, 4);
  job.number = index;
  return job;
}

RangProblem *
random_day (GRand *rand, guint n_jobs, guint n_vans)
{
  g_autofree RangTravelPoint *points = g_new0 (RangTravelPoint, n_jobs + 1);
  g_autofree RangProblemResource *vans = g_new0 (RangProblemResource, n_vans);
  g_autofree RangJob *jobs = g_new0 (RangJob, n_jobs);
  g_autoptr (RangTravel) travel = NULL;
  g_autoptr (GError) error = NULL;
  const guint depot = 0;
  RangProblem *problem;

  for (guint i = 0; i <= n_jobs; i++)
    points[i] = (RangTravelPoint){ .latitude = 45650000 + g_rand_int_range (rand, -90000, 90000),
                                   .longitude = 25600000 + g_rand_int_range (rand, -120000, 120000),
                                   .located = i == 0 || !once_in (rand, 15) };
  for (guint i = 0; i < n_vans; i++)
    vans[i] = random_van (rand, i);
  for (guint i = 0; i < n_jobs; i++)
    jobs[i] = random_order (rand, i, n_jobs);
  travel = rang_travel_new_from_points (points, n_jobs + 1, &depot, 1, 1300, 32000);
  problem = rang_problem_new (vans, n_vans, jobs, n_jobs, travel, &error);
  g_assert_no_error (error);
  return problem;
}

guint *
random_ranking (GRand *rand, guint n_jobs)
{
  guint *ranking = g_new (guint, n_jobs + 1);

  for (guint i = 0; i < n_jobs; i++)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (gint32)i + 1);

      ranking[i] = ranking[j];
      ranking[j] = i;
    }
  return ranking;
}
