/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the planner on the benchmark sets and prints the gap to the best known, a row an instance or a family. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-data.h"
#include "bench-growth.h"
#include "bench-rows.h"
#include "check-answer.h"
#include "planner/rang-planner.h"
#include "solve-run.h"

static char *only_family;
static char *only_instance;
static gboolean quick;
static gint every = 1;
static gdouble seconds;
static gint64 seed = 7;
static gint64 steps;
static gint threads = 2;
static gint orders;

typedef struct
{
  guint n;
  guint reached;
  guint missing;
  double gap_sum;
  double gap_worst;
} Tally;

static void
tally_add (Tally *tally, double gap)
{
  tally->n++;
  tally->gap_sum += gap;
  tally->gap_worst = tally->n == 1 ? gap : MAX (tally->gap_worst, gap);
  tally->reached += gap <= 1e-9;
}

static char *
tally_words (const Tally *tally, double each)
{
  return g_strdup_printf ("%.3f %%, worst %.2f %%, %u of %u reached, %.1f s", tally->gap_sum / tally->n,
                          tally->gap_worst, tally->reached, tally->n, each);
}

/* The figure after "name": in the JSON of the command. */
static double
figure (const char *json, const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":", name);
  const char *at = strstr (json, key);

  return at != NULL ? g_ascii_strtod (at + strlen (key), NULL) : -1.0;
}

static char *
run (const char *path, const SolveChoice *choice, double each)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SolveProblem) problem = solve_problem_load (path, choice, &error);
  SolveLimit limit
      = { .seconds = steps > 0 ? 0 : each, .steps = (guint64)steps, .seed = (guint64)seed, .threads = (guint)threads };

  g_autofree char *wrong = NULL;
  char *json;

  if (problem == NULL)
    g_error ("%s: %s", path, error->message);
  json = solve_run (problem, &limit);
  wrong = check_answer (problem, json);
  if (wrong != NULL)
    g_error ("%s: the plan is wrong: %s", path, wrong);
  return json;
}

static gboolean
is_asked (const char *family, const char *instance)
{
  return (only_family == NULL || strcmp (only_family, family) == 0)
         && (only_instance == NULL || instance == NULL || strstr (instance, only_instance) != NULL);
}

static double
time_each (double standard)
{
  return seconds > 0 ? seconds : quick ? standard / 10 : standard;
}

static void
bench_vrptw (const char *family, double standard, gboolean large, double target, const char *anchor)
{
  g_autoptr (GPtrArray) rows = bench_read_csv ("vrptw/bks.csv");
  double each = time_each (standard);
  Tally tally = { 0 };

  for (guint i = 0, k = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      gboolean is_large = strstr (row[0], "_10_") != NULL;
      g_autofree char *name = g_strdup_printf ("vrptw/%s/%s.txt", family, row[0]);
      g_autofree char *path = NULL, *json = NULL;
      double best = g_ascii_strtod (row[2], NULL), gap;

      if (!g_str_has_prefix (row[3], "dimacs") || is_large != large || strstr (row[0], "_2_") != NULL
          || !is_asked (family, row[0]) || k++ % (guint)every != 0)
        continue;
      path = bench_path (name);
      json = run (path, &(SolveChoice){ 0 }, each);
      gap = 100.0 * (figure (json, "cost") / best - 1.0);
      tally.missing += figure (json, "unassigned") > 0;
      tally_add (&tally, gap);
      g_print ("%-14s %10.1f best %10.1f gap %6.3f %% left %.0f\n", row[0], figure (json, "cost"), best, gap,
               figure (json, "unassigned"));
    }
  if (tally.n > 0)
    bench_row (tally.gap_sum / tally.n <= target && tally.missing == 0,
               large ? "Gehring-Homberger, 1,000 customers: mean gap" : "Solomon: mean gap to best known",
               tally_words (&tally, each), large ? "at most 2.0 % at 60 s" : "at most 0.10 % at 10 s", anchor);
}

static void
bench_toptw (const char *family, gboolean one_van, double standard)
{
  g_autoptr (GPtrArray) rows = bench_read_csv ("toptw/optimum.csv");
  double each = time_each (standard);
  Tally tally = { 0 };

  for (guint i = 0, k = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *name = g_strdup_printf ("toptw/%s.txt", row[0]);
      SolveChoice choice = { .vans = atoi (row[1]) };
      g_autofree char *path = NULL, *json = NULL;
      double best = g_ascii_strtod (row[2], NULL), gap;

      if ((choice.vans == 1) != one_van || !is_asked (family, row[0]) || k++ % (guint)every != 0)
        continue;
      path = bench_path (name);
      json = run (path, &choice, each);
      gap = 100.0 * (1.0 - figure (json, "points") / best);
      tally_add (&tally, gap);
      if (gap > 0)
        g_print ("%-8s vans %d %7.0f best %7.0f gap %6.3f %%\n", row[0], choice.vans, figure (json, "points"), best,
                 gap);
    }
  if (tally.n > 0)
    bench_row (one_van ? tally.reached + 1 >= tally.n : tally.gap_sum / tally.n <= 0.5,
               one_van ? "TOPTW, one van: optima reached" : "TOPTW, vans for all: mean gap to all profits",
               tally_words (&tally, each), one_van ? "35 of 36 at 5 s" : "at most 0.5 % at 10 s",
               one_van ? "exact search: seconds to two hours" : "–");
}

static void
bench_tardiness (double standard)
{
  g_autoptr (GPtrArray) rows = bench_read_csv ("wt/best.csv");
  double each = time_each (standard);
  Tally tally = { 0 };

  for (guint i = 0, k = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      SolveChoice choice = { .jobs = atoi (row[1]), .instance = atoi (row[2]) };
      g_autofree char *name = g_strdup_printf ("wt/wt%s.txt", row[1]);
      g_autofree char *path = NULL, *json = NULL;
      double best = g_ascii_strtod (row[3], NULL), cost;

      if (!is_asked ("wt", row[0]) || k++ % (guint)every != 0)
        continue;
      path = bench_path (name);
      json = run (path, &choice, each);
      cost = figure (json, "cost");
      tally_add (&tally, best > 0 ? 100.0 * (cost / best - 1.0) : cost);
      if (cost > best)
        g_print ("%-10s %8.0f best %8.0f\n", row[0], cost, best);
    }
  if (tally.n > 0)
    bench_row (tally.reached == tally.n, "weighted tardiness: optima reached", tally_words (&tally, each),
               "375 of 375 at 1 s", "plain iterated local search: 352; exact SiPS: mean 0.46 s, at most 1.6 s for 100 jobs");
}

static void
office_row (const char *what, const double above[3], const guint n[3], guint n_below, double each)
{
  double time = above[0] / MAX (n[0], 1), both = above[1] / MAX (n[1], 1), cap = above[2] / MAX (n[2], 1);
  gboolean reached = n_below == 0 && (n[0] == 0 || time >= 1.0) && (n[1] == 0 || both >= 1.0);

  bench_row (reached, what,
             g_strdup_printf ("time %+.2f, both %+.2f, cap %+.2f %%; %u below; %.1f s", time, both, cap, n_below, each),
             "none below, time and both +1 %, 5 s", "VROOM -x5 in 11-18 s; on cap it stands at the bound");
}

static void
bench_office_day (double standard)
{
  static const char *const kinds[] = { "time", "both", "cap" };
  g_autoptr (GPtrArray) rows = bench_read_csv ("office-day/reference.csv");
  double each = time_each (standard), above[3] = { 0 };
  guint n[3] = { 0 }, n_below = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *name = g_strdup_printf ("office-day/%s.json", row[0]);
      g_autofree char *path = NULL, *json = NULL;
      double reference = g_ascii_strtod (row[1], NULL), points;

      if (!is_asked ("office-day", row[0]))
        continue;
      path = bench_path (name);
      json = run (path, &(SolveChoice){ 0 }, each);
      points = figure (json, "points");
      n_below += points < reference;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (strstr (row[0], kinds[k]) != NULL)
          {
            n[k]++;
            above[k] += 100.0 * (points / reference - 1.0);
          }
      g_print ("%-16s %7.0f reference %7.0f %+6.2f %%\n", row[0], points, reference,
               100.0 * (points / reference - 1.0));
    }
  if (n[0] + n[1] + n[2] > 0)
    office_row ("office-day: points against reference.csv", above, n, n_below, each);
}

static double
suggest_points (SolveProblem *problem, RangSuggestion *suggestion)
{
  gint64 points = 0;

  for (guint i = 0; i < rang_plan_get_n_jobs (suggestion->plan); i++)
    if (rang_plan_get_entry (suggestion->plan, i)->state == RANG_PLAN_ON_TIME)
      points += problem->priorities[i];
  return (double)points;
}

static void
move_job (GArray *ranking, guint from, guint to)
{
  guint job = g_array_index (ranking, guint, from);

  g_array_remove_index (ranking, from);
  g_array_insert_val (ranking, to, job);
}

/* Microseconds of the processor that this thread used: what a move costs on a machine that does nothing else. */
static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Random moves on the suggested ranking, each answered and taken back. */
static void
time_moves (RangPlanner *planner, const GArray *suggested, guint moves, GArray *times)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)seed);
  g_autoptr (GArray) ranking = g_array_copy ((GArray *)suggested);

  for (guint k = 0; k < moves; k++)
    {
      guint from = (guint)g_rand_int_range (rand, 0, (gint32)ranking->len);
      guint to = (guint)g_rand_int_range (rand, 0, k % 4 == 0 ? 10 : (gint32)ranking->len);
      gint64 before;

      move_job (ranking, from, to);
      before = processor_time ();
      rang_plan_unref (rang_planner_keep (planner, (guint *)(gpointer)ranking->data, ranking->len, NULL, NULL));
      before = processor_time () - before;
      g_array_append_val (times, before);
      move_job (ranking, to, from);
    }
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

/* The suggestion of the board, and the cost of a move on it. */
static void
bench_board (void)
{
  g_autoptr (GPtrArray) rows = bench_read_csv ("office-day/reference.csv");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *name = g_strdup_printf ("office-day/%s.json", row[0]);
      g_autofree char *path = bench_path (name);
      g_autoptr (SolveProblem) problem = solve_problem_load (path, &(SolveChoice){ 0 }, NULL);
      RangPlannerOptions options = { .seed = (guint64)seed, .steps = (guint64)steps };
      g_autoptr (RangPlanner) planner = rang_planner_new (problem->problem, &options);
      g_autoptr (RangSuggestion) suggestion = NULL;
      double reference = g_ascii_strtod (row[1], NULL), points;
      gint64 began = g_get_monotonic_time ();

      if (!is_asked ("board", row[0]))
        continue;
      suggestion = rang_planner_suggest (planner, NULL);
      points = suggest_points (problem, suggestion);
      g_print ("%-16s suggested in %6.2f s: %7.0f reference %7.0f %+6.2f %%\n", row[0],
               (double)(g_get_monotonic_time () - began) / 1e6, points, reference, 100.0 * (points / reference - 1.0));
      time_moves (planner, suggestion->ranking, quick ? 100 : 1112, times);
    }
  g_array_sort (times, compare_times);
  if (times->len > 0)
    bench_row (g_array_index (times, gint64, times->len * 99 / 100) <= 16000, "cost of a move, full keep",
               g_strdup_printf ("%u moves: median %.2f, 99 %% %.2f, worst %.2f ms", times->len,
                                (double)g_array_index (times, gint64, times->len / 2) / 1e3,
                                (double)g_array_index (times, gint64, times->len * 99 / 100) / 1e3,
                                (double)g_array_index (times, gint64, times->len - 1) / 1e3),
               "99 of 100 within 16 ms", "nobody offers it");
}

int
main (int argc, char **argv)
{
  GOptionEntry entries[] = {
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "a tenth of the seconds", NULL },
    { "family", 0, 0, G_OPTION_ARG_STRING, &only_family,
      "office-day, board, growth, toptw, toptw-all, solomon, homberger or wt", "F" },
    { "instance", 0, 0, G_OPTION_ARG_STRING, &only_instance, "only names with this part", "PART" },
    { "every", 0, 0, G_OPTION_ARG_INT, &every, "only each n-th instance", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, "for each instance", "N" },
    { "steps", 0, 0, G_OPTION_ARG_INT64, &steps, "instead of seconds", "N" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &threads, "at most; 2", "N" },
    { "orders", 0, 0, G_OPTION_ARG_INT, &orders, "growth: only this size", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "of the search", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;
  if (is_asked ("office-day", NULL))
    bench_office_day (5);
  if (is_asked ("board", NULL))
    bench_board ();
  if (is_asked ("growth", NULL))
    bench_growth (orders > 0 ? (guint)orders : 50, orders > 0 ? (guint)orders : quick ? 1000 : 10000, (guint64)seed);
  bench_toptw ("toptw", TRUE, 5);
  bench_toptw ("toptw-all", FALSE, 10);
  bench_vrptw ("solomon", 10, FALSE, 0.10, "VROOM -x5 in 2.2 s: 1.63 %, worst 10.6 %; six hard ones in 10 s: PyVRP 0.46 %, HGS-VRPTW 0.00 %");
  bench_vrptw ("homberger", 60, TRUE, 2.0, "R1_10_1 / RC2_10_1: VROOM 7.4 / 20.5 %, PyVRP 3.6 / 0.6 %, HGS-VRPTW 4.9 / 1.8 %");
  if (is_asked ("wt", NULL))
    bench_tardiness (1);
  bench_rows_print ();
  return 0;
}
