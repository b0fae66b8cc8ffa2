/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how the planner grows with the day: 50 to 10,000 orders in towns around one depot. */
#include "bench-growth.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "bench-rows.h"
#include "planner/rang-planner.h"

#define ORDERS_A_VAN 25
#define N_TOWNS 8

static gint32
between (GRand *rand, gint32 from, gint32 to)
{
  return g_rand_int_range (rand, from, to + 1);
}

/* Seven of ten orders are in towns, the others anywhere within 25 km. */
static RangTravel *
travel_of_day (GRand *rand, guint n_jobs)
{
  g_autofree RangTravelPoint *points = g_new0 (RangTravelPoint, n_jobs + 1);
  RangTravelPoint towns[N_TOWNS];
  guint depot = 0;

  for (guint i = 0; i < N_TOWNS; i++)
    towns[i] = (RangTravelPoint){ 45500000 + between (rand, -130000, 130000),
                                  25500000 + between (rand, -180000, 180000), TRUE };
  points[0] = (RangTravelPoint){ 45500000, 25500000, TRUE };
  for (guint i = 1; i <= n_jobs; i++)
    {
      RangTravelPoint town = towns[g_rand_int_range (rand, 0, N_TOWNS)];

      points[i]
          = between (rand, 1, 10) <= 7
                ? (RangTravelPoint){ town.latitude + between (rand, -20000, 20000) + between (rand, -20000, 20000),
                                     town.longitude + between (rand, -30000, 30000) + between (rand, -30000, 30000),
                                     TRUE }
                : (RangTravelPoint){ 45500000 + between (rand, -130000, 130000),
                                     25500000 + between (rand, -180000, 180000), TRUE };
    }
  return rang_travel_new_from_points (points, n_jobs + 1, &depot, 1, 1300, 36000);
}

/* As many orders as make 130 % of the vans' hours; two-hour windows; a tenth are A, a third B. */
static RangProblem *
day_of (guint n_jobs, guint64 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)seed + n_jobs);
  guint n_vans = MAX (2, n_jobs / ORDERS_A_VAN);
  g_autofree RangProblemResource *vans = g_new0 (RangProblemResource, n_vans);
  g_autofree RangJob *jobs = g_new0 (RangJob, n_jobs);
  g_autoptr (RangTravel) travel = travel_of_day (rand, n_jobs);
  g_autoptr (GError) error = NULL;
  RangProblem *problem;

  for (guint i = 0; i < n_vans; i++)
    {
      vans[i] = (RangProblemResource)RANG_PROBLEM_RESOURCE_INIT;
      vans[i].from = 8 * 3600;
      vans[i].to = 16 * 3600;
      vans[i].start = vans[i].end = 0;
      vans[i].capacity_parcels = 60;
    }
  for (guint i = 0; i < n_jobs; i++)
    {
      gint32 kind = between (rand, 1, 10);

      jobs[i] = (RangJob)RANG_JOB_INIT;
      jobs[i].location = (gint32)i + 1;
      jobs[i].from = 8 * 3600 + 1800 * between (rand, 0, 12);
      jobs[i].to = jobs[i].from + 7200;
      jobs[i].closing = MIN (16 * 3600, jobs[i].to + 7200);
      jobs[i].service = 60 * between (rand, 8, 30);
      jobs[i].parcels = between (rand, 1, 4);
      jobs[i].priority_class = kind == 1 ? 0 : kind <= 4 ? 1 : 2;
      jobs[i].points = between (rand, 1, 100);
      jobs[i].number = i;
    }
  problem = rang_problem_new (vans, n_vans, jobs, n_jobs, travel, &error);
  if (problem == NULL)
    g_error ("a day of %u orders: %s", n_jobs, error->message);
  return problem;
}

/* The most memory that this process has had so far, in MiB. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0.0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? (double)g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) / 1024.0 : 0.0;
}

static double
seconds_since (gint64 began)
{
  return (double)(g_get_monotonic_time () - began) / 1e6;
}

/* Seconds of the processor that this process used: what counts on a machine that does other things too. */
static double
processor_seconds (void)
{
  return (double)clock () / CLOCKS_PER_SEC;
}

/* A suggestion of so many steps. Returns: the seconds it took, making the planner included */
static double
suggest (RangProblem *problem, guint64 steps, guint64 seed, GCancellable *cancellable, gint64 *points)
{
  RangPlannerOptions options = { .seed = seed, .steps = steps };
  gint64 began = g_get_monotonic_time ();
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options);
  g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (planner, cancellable);
  double took = seconds_since (began);

  *points = rang_plan_get_points (suggestion->plan, RANG_PLAN_ON_TIME);
  return took;
}

typedef struct
{
  GCancellable *cancellable;
  gulong wait;
  gint64 at;
} Stop;

static gpointer
stop_later (gpointer data)
{
  Stop *stop = data;

  g_usleep (stop->wait);
  stop->at = g_get_monotonic_time ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

/* Stops a suggestion after a while. Returns: the seconds until it came back */
static double
stop_after (RangPlanner *planner, gulong wait)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { .cancellable = cancellable, .wait = wait };
  GThread *thread = g_thread_new ("stop", stop_later, &stop);
  g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (planner, cancellable);
  gint64 back = g_get_monotonic_time ();

  g_thread_join (thread);
  return stop.at < back ? (double)(back - stop.at) / 1e6 : 0.0;
}

/* The worst of several moments from the first steps on, up to @longest microseconds after them. */
static double
worst_stop (RangProblem *problem, guint64 steps, guint64 seed, gulong longest)
{
  RangPlannerOptions options = { .seed = seed, .steps = steps };
  double worst = 0.0;

  for (gulong wait = 1000; wait <= longest; wait *= 2)
    {
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options);

      worst = MAX (worst, stop_after (planner, wait));
    }
  return worst;
}

static void
add_first (guint n, double first, double used)
{
  bench_row (first <= (n == 300 ? 0.05 : 5.0),
             n == 300 ? "first complete suggestion, 300 orders" : "first complete suggestion, 10,000 orders",
             g_strdup_printf ("%.3f s (processor %.3f s)", first, used), n == 300 ? "at most 0.050 s" : "at most 5 s",
             "VROOM exploration 1: 1.2 s for 300");
}

static void
bench_size (guint n, guint64 seed)
{
  double before = peak_memory ();
  g_autoptr (RangProblem) problem = day_of (n, seed);
  double used = processor_seconds (), first, whole, stopped, memory;
  gint64 first_points, points;

  first = suggest (problem, 1, seed, NULL, &first_points);
  used = processor_seconds () - used;
  whole = suggest (problem, 0, seed, NULL, &points);
  memory = peak_memory ();
  /* Stopped in the search, and in the walks down the ranking that come behind it. */
  stopped
      = MAX (worst_stop (problem, G_MAXINT32, seed, 2000000), worst_stop (problem, 1, seed, n > 5000 ? 5000000 : 1000));
  g_print ("growth %6u orders %4u vans: first suggestion %7.3f s (processor %7.3f s), %" G_GINT64_FORMAT
           " points; default steps %7.3f s, %" G_GINT64_FORMAT
           " points; stopped within %5.1f ms; peak %4.0f MiB (%.0f before)\n",
           n, rang_problem_get_n_resources (problem), first, used, first_points, whole, points, stopped * 1e3, memory,
           before);
  if (n == 300 || n == 10000)
    add_first (n, first, used);
  if (n != 10000)
    return;
  bench_row (memory <= 512.0, "memory, 10,000 orders", g_strdup_printf ("%.0f MiB", memory), "at most 512 MiB", "–");
  bench_row (stopped < 0.05, "stopping a suggestion, 10,000 orders",
             g_strdup_printf ("%.1f ms, worst of 25 moments", stopped * 1e3), "under 50 ms", "nobody offers it");
}

void
bench_growth (guint least, guint most, guint64 seed)
{
  static const guint sizes[] = { 50, 100, 300, 1000, 3000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] >= least && sizes[i] <= most)
      bench_size (sizes[i], seed);
}
