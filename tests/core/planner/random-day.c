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

/* A break about noon, sometimes a short one before it. */
static void
add_breaks (GRand *rand, RangProblemResource *van)
{
  gint32 noon = van->from + (van->to - van->from) / 2;

  if (once_in (rand, 3))
    van->breaks[van->n_breaks++] = (RangBreak){ van->from + HOUR, van->from + 2 * HOUR, 600 };
  van->breaks[van->n_breaks++] = (RangBreak){ noon - HOUR / 2, noon + g_rand_int_range (rand, 0, 3) * HOUR / 2, 1800 };
}

/* Doors that shut at noon, for some in the afternoon again. */
static void
add_shut (GRand *rand, RangJob *job)
{
  gint32 from = job->from + g_rand_int_range (rand, 0, 4) * HOUR / 2;

  job->shut[job->n_shut++] = (RangSpan){ from, from + HOUR };
  if (once_in (rand, 3))
    job->shut[job->n_shut++] = (RangSpan){ from + 2 * HOUR, from + 5 * HOUR / 2 };
  job->visit = g_rand_int_range (rand, 0, 10) * 60;
}

/* The morning is over: the first jobs of each van are driven, some are loaded, some are locked. */
static void
add_facts (GRand *rand, RangJob *jobs, guint n_jobs, RangProblemResource *vans, guint n_vans)
{
  guint next = 0;

  for (guint r = 0; r < n_vans; r++)
    {
      gint32 now = vans[r].from;

      for (guint k = (guint)g_rand_int_range (rand, 0, 4); k > 0 && next < n_jobs / 2; k--, next++)
        {
          now += g_rand_int_range (rand, 1, 5) * 600;
          jobs[next].driven = TRUE;
          jobs[next].driven_at = now;
          jobs[next].resource = (gint32)r;
        }
      vans[r].loaded = once_in (rand, 3);
    }
  for (; next < n_jobs; next++)
    if (once_in (rand, 4))
      {
        jobs[next].resource = g_rand_int_range (rand, 0, (gint32)n_vans);
        jobs[next].place = once_in (rand, 2) ? (guint)g_rand_int_range (rand, 1, 4) : 0;
      }
}

/* Routes signed in the morning, of whichever jobs. */
static void
add_signature (GRand *rand, RangJob *jobs, guint n_jobs, guint n_vans)
{
  for (guint i = 0; i < n_jobs; i++)
    if (!once_in (rand, 3))
      {
        jobs[i].signed_resource = g_rand_int_range (rand, 0, (gint32)n_vans);
        jobs[i].signed_place = (guint)g_rand_int_range (rand, 1, 12);
      }
}

static void
set_speeds (RangTravel *travel)
{
  guint permille[24];

  for (guint h = 0; h < 24; h++)
    permille[h] = h == 8 || h == 16 ? 600 : h < 7 ? 1250 : h == 12 ? 850 : 1000;
  rang_travel_set_speeds (travel, permille);
}

RangProblem *
random_day (GRand *rand, guint n_jobs, guint n_vans)
{
  return random_day_with (rand, n_jobs, n_vans, 0);
}

RangProblem *
random_day_with (GRand *rand, guint n_jobs, guint n_vans, RandomDayFlags flags)
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
  for (guint i = 0; i < n_vans && (flags & RANDOM_DAY_BREAKS) != 0; i++)
    add_breaks (rand, &vans[i]);
  for (guint i = 0; i < n_jobs && (flags & RANDOM_DAY_SHUT) != 0; i++)
    if (once_in (rand, 2))
      add_shut (rand, &jobs[i]);
  if ((flags & RANDOM_DAY_FACTS) != 0)
    add_facts (rand, jobs, n_jobs, vans, n_vans);
  if ((flags & RANDOM_DAY_SIGNED) != 0)
    add_signature (rand, jobs, n_jobs, n_vans);
  travel = rang_travel_new_from_points (points, n_jobs + 1, &depot, 1, 1300, 32000);
  if ((flags & RANDOM_DAY_SPEEDS) != 0)
    set_speeds (travel);
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
