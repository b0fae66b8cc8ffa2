/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the cost of a move on the days of an office (300 orders, 12 vans, 130 % full): how long it takes, and
 * whether a planner that remembers earlier moves says the same as one that is asked afresh. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-data.h"
#include "planner/rang-planner.h"
#include "solve-problem.h"

#define MUST_REACH_MS 16.0
#define COMPARE_EVERY 10

typedef struct
{
  GArray *wall;  /* gint64 microseconds of each move */
  GArray *spent; /* gint64 microseconds of processor */
  guint n;
  guint compared;
  guint same;          /* late, left out and gained alike */
  guint fewer_victims; /* moves that show fewer */
  guint victims;
} Figures;

static gint64
processor_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

static double
at_share (GArray *times, double share)
{
  g_array_sort (times, compare_times);
  return (double)g_array_index (times, gint64, MIN ((guint)(share * times->len), times->len - 1)) / 1000.0;
}

static void
move (guint *ranking, guint from, guint to)
{
  guint job = ranking[from];

  if (from < to)
    memmove (ranking + from, ranking + from + 1, (to - from) * sizeof *ranking);
  else
    memmove (ranking + to + 1, ranking + to, (from - to) * sizeof *ranking);
  ranking[to] = job;
}

static guint
count_victims (RangPlan *before, RangPlan *after, guint moved)
{
  guint victims = 0;

  for (guint i = 0; i < rang_plan_get_n_jobs (before); i++)
    victims += i != moved && rang_plan_get_entry (after, i)->state > rang_plan_get_entry (before, i)->state;
  return victims;
}

/* Does the plan shown say the same of everybody as the exact one? */
static void
compare_plans (RangPlan *before, RangPlan *shown, RangPlan *exact, guint moved, Figures *figures)
{
  gboolean same = TRUE;

  for (guint i = 0; i < rang_plan_get_n_jobs (before); i++)
    {
      if (rang_plan_get_entry (shown, i)->state != rang_plan_get_entry (exact, i)->state)
        same = FALSE;
    }
  figures->same += same;
  figures->fewer_victims += count_victims (before, shown, moved) < count_victims (before, exact, moved);
}

/* Half of the moves go from anywhere to anywhere; half from below rank 200 into the first ten, as an override does. */
static void
choose_move (GRand *rand, guint n, guint *from, guint *to)
{
  if (g_rand_int_range (rand, 0, 2) == 0)
    {
      *from = (guint)g_rand_int_range (rand, 0, (gint32)n);
      *to = (guint)g_rand_int_range (rand, 0, (gint32)n);
      return;
    }
  *from = (guint)g_rand_int_range (rand, (gint32)MIN (200, n - 1), (gint32)n);
  *to = (guint)g_rand_int_range (rand, 0, (gint32)MIN (10, n));
}

static void
measure (RangProblem *problem, guint n_moves, guint32 seed, Figures *figures)
{
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL), exact = rang_planner_new (problem, NULL);
  g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (planner, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = rang_problem_get_n_jobs (problem);
  const guint *base = (const guint *)(gpointer)suggestion->ranking->data;
  g_autofree guint *ranking = g_memdup2 (base, n * sizeof *ranking);

  for (guint k = 0; k < n_moves; k++)
    {
      guint from, to;
      gint64 wall, spent;
      g_autoptr (RangPlan) shown = NULL, kept = NULL;

      choose_move (rand, n, &from, &to);
      memcpy (ranking, base, n * sizeof *ranking);
      move (ranking, from, to);
      wall = g_get_monotonic_time ();
      spent = processor_now ();
      shown = rang_planner_keep (planner, ranking, n, NULL, NULL);
      spent = processor_now () - spent;
      wall = g_get_monotonic_time () - wall;
      g_array_append_val (figures->wall, wall);
      g_array_append_val (figures->spent, spent);
      figures->n++;
      figures->victims += count_victims (suggestion->plan, shown, base[from]);
      if (k % COMPARE_EVERY != 0)
        continue;
      figures->compared++;
      kept = rang_planner_keep (exact, ranking, n, NULL, NULL);
      compare_plans (suggestion->plan, shown, kept, base[from], figures);
    }
}

static gboolean
measure_file (const char *name, guint n_moves, Figures *figures)
{
  g_autofree char *relative = g_strdup_printf ("office-day/office-%s.json", name);
  g_autofree char *path = bench_path (relative);
  g_autoptr (GError) error = NULL;
  g_autoptr (SolveProblem) problem = solve_problem_load (path, &(SolveChoice){ 0 }, &error);

  if (problem == NULL)
    {
      g_print ("  %s: %s\n", name, error->message);
      return FALSE;
    }
  measure (problem->problem, n_moves, 1, figures);
  g_print ("  office-%s, after %u moves: median %.2f ms, 99th percentile %.2f ms of processor\n", name, figures->n,
           at_share (figures->spent, 0.5), at_share (figures->spent, 0.99));
  return TRUE;
}

int
main (int argc, char **argv)
{
  static const char *const names[]
      = { "cap-s1", "cap-s2", "cap-s3", "time-s1", "time-s2", "time-s3", "both-s1", "both-s2", "both-s3" };
  guint n_moves = argc > 1 ? (guint)strtoul (argv[1], NULL, 10) : 10000;
  Figures figures
      = { .wall = g_array_new (FALSE, FALSE, sizeof (gint64)), .spent = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!measure_file (names[i], MAX (n_moves / G_N_ELEMENTS (names), 1), &figures))
      break;
  if (figures.n > 0)
    g_print ("cost of a move, 300 orders, 12 vans, %u moves: median %.2f ms, 99th percentile %.2f ms (must: %.0f), of "
             "processor %.2f and %.2f ms; the same sets as keep in %.1f %% (must: 95), fewer victims in %u (must: 0); "
             "promises broken by a move: %.2f\n",
             figures.n, at_share (figures.wall, 0.5), at_share (figures.wall, 0.99), MUST_REACH_MS,
             at_share (figures.spent, 0.5), at_share (figures.spent, 0.99),
             100.0 * figures.same / MAX (figures.compared, 1), figures.fewer_victims,
             (double)figures.victims / figures.n);
  g_array_unref (figures.wall);
  g_array_unref (figures.spent);
  return 0;
}
