/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command solve: from a problem file to a plan as JSON. */
#include "solve-run.h"

#include <glib/gi18n.h>

#include "planner/rang-solve.h"
#include "planner/rang-tardiness.h"

/* A number of the file's unit: with the decimals of the scale. */
static void
append_number (GString *json, const SolveProblem *problem, gint64 value)
{
  if (problem->scale == 1)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, value);
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT ".%0*d", value / problem->scale, problem->scale == 10 ? 1 : 2,
                            (int)(value % problem->scale));
}

static void
append_step (GString *json, const SolveProblem *problem, const char *type, gint64 id, gint64 arrival)
{
  g_string_append_printf (json, "{\"type\":\"%s\"", type);
  if (id >= 0)
    g_string_append_printf (json, ",\"id\":%" G_GINT64_FORMAT, id);
  g_string_append (json, ",\"arrival\":");
  append_number (json, problem, arrival);
  g_string_append_c (json, '}');
}

/* The breaks taken before a stop. */
static void
append_breaks (GString *json, const SolveProblem *problem, RangPlan *plan, guint r, guint before)
{
  RangPlanBreak breaks[RANG_MAX_BREAKS];
  guint n = rang_plan_get_breaks (plan, r, breaks);

  for (guint k = 0; k < n; k++)
    if (breaks[k].before == before)
      {
        g_string_append_c (json, ',');
        append_step (json, problem, "break", problem->break_ids[r * RANG_MAX_BREAKS + k], breaks[k].start);
      }
}

static void
append_route (GString *json, const SolveProblem *problem, RangPlan *plan, guint r)
{
  const RangProblemResource *resource = rang_problem_get_resource (problem->problem, r);
  guint n;
  const guint *stops = rang_plan_get_route (plan, r, &n);

  g_string_append_printf (json, "{\"vehicle\":%" G_GINT64_FORMAT ",\"steps\":[", problem->resource_ids[r]);
  append_step (json, problem, "start", -1, resource->from);
  for (guint i = 0; i < n; i++)
    {
      append_breaks (json, problem, plan, r, i);
      g_string_append_c (json, ',');
      append_step (json, problem, "job", problem->job_ids[stops[i]], rang_plan_get_entry (plan, stops[i])->arrival);
    }
  append_breaks (json, problem, plan, r, n);
  g_string_append_c (json, ',');
  append_step (json, problem, "end", -1, rang_plan_get_end (plan, r));
  g_string_append (json, "]}");
}

static void
append_unassigned (GString *json, const SolveProblem *problem, RangPlan *plan)
{
  const char *separator = "";

  g_string_append (json, "\"unassigned\":[");
  for (guint i = 0; i < rang_plan_get_n_jobs (plan); i++)
    if (rang_plan_get_entry (plan, i)->state != RANG_PLAN_ON_TIME)
      {
        g_string_append_printf (json, "%s{\"id\":%" G_GINT64_FORMAT "}", separator, problem->job_ids[i]);
        separator = ",";
      }
  g_string_append (json, "]");
}

static char *
plan_to_json (const SolveProblem *problem, RangPlan *plan)
{
  GString *json = g_string_new ("{\"code\":0,\"summary\":{\"cost\":");
  gint64 points = 0;
  guint unassigned = 0;
  const char *separator = "";

  for (guint i = 0; i < rang_plan_get_n_jobs (plan); i++)
    if (rang_plan_get_entry (plan, i)->state == RANG_PLAN_ON_TIME)
      points += problem->priorities[i];
    else
      unassigned++;
  append_number (json, problem, rang_plan_get_travel_seconds (plan));
  g_string_append_printf (json, ",\"points\":%" G_GINT64_FORMAT ",\"unassigned\":%u},\"routes\":[", points, unassigned);
  for (guint r = 0; r < rang_problem_get_n_resources (problem->problem); r++)
    {
      guint n;

      rang_plan_get_route (plan, r, &n);
      if (n == 0)
        continue;
      g_string_append (json, separator);
      append_route (json, problem, plan, r);
      separator = ",";
    }
  g_string_append (json, "],");
  append_unassigned (json, problem, plan);
  g_string_append (json, "}\n");
  return g_string_free (json, FALSE);
}

guint *
solve_run_tardiness (const SolveProblem *problem, const SolveLimit *limit, gint64 *cost)
{
  RangTardinessOptions options = { .seed = limit->seed,
                                   .steps = limit->steps,
                                   .microseconds = (gint64)(limit->seconds * 1e6),
                                   .threads = limit->threads };

  return rang_tardiness_solve (problem->n, problem->processing, problem->weights, problem->due, &options, NULL, cost);
}

static char *
tardiness_to_json (const SolveProblem *problem, const SolveLimit *limit)
{
  gint64 cost;
  g_autofree guint *sequence = solve_run_tardiness (problem, limit, &cost);
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"cost\":%" G_GINT64_FORMAT ",\"sequence\":[", cost);
  for (guint i = 0; i < problem->n; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", sequence[i] + 1);
  g_string_append (json, "]}\n");
  return g_string_free (json, FALSE);
}

char *
solve_run (SolveProblem *problem, const SolveLimit *limit)
{
  RangSolveOptions options = { .seed = limit->seed,
                               .steps = limit->steps,
                               .threads = limit->threads,
                               .microseconds = (gint64)(limit->seconds * 1e6) };
  g_autoptr (RangPlan) plan = NULL;

  if (problem->kind == SOLVE_TARDINESS)
    return tardiness_to_json (problem, limit);
  options.goal = problem->kind == SOLVE_SOLOMON ? RANG_SOLVE_ALL : RANG_SOLVE_POINTS;
  plan = rang_solve (problem->problem, &options, NULL);
  return plan_to_json (problem, plan);
}

static gboolean
parse_words (int *argc, char ***argv, SolveChoice *choice, SolveLimit *limit, GError **error)
{
  gint64 steps = 0, seed = 0;
  gint threads = 0;
  GOptionEntry entries[] = {
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &limit->seconds, N_ ("search so long"), "N" },
    { "steps", 0, 0, G_OPTION_ARG_INT64, &steps, N_ ("search so many steps"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("seed of the search"), "N" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &threads, N_ ("threads at most"), "N" },
    { "vans", 0, 0, G_OPTION_ARG_INT, &choice->vans, N_ ("vans of a TOPTW file"), "N" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &choice->jobs, N_ ("jobs of an instance of a tardiness file"), "N" },
    { "instance", 0, 0, G_OPTION_ARG_INT, &choice->instance, N_ ("number of the instance"), "K" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("PROBLEM");

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  limit->steps = (guint64)steps;
  limit->seed = (guint64)seed;
  limit->threads = (guint)threads;
  if (*argc == 2 && steps >= 0 && threads >= 0 && threads <= 256 && limit->seconds >= 0.0 && limit->seconds <= 86400.0
      && choice->vans >= 0 && choice->jobs >= 0 && choice->instance >= 0)
    return TRUE;
  g_set_error_literal (error, SOLVE_ERROR, SOLVE_ERROR_USAGE,
                       *argc != 2 ? _ ("solve takes one problem file") : _ ("an option's number is out of range"));
  return FALSE;
}

int
rang_cli_solve (int argc, char **argv)
{
  SolveChoice choice = { 0 };
  SolveLimit limit = { 0 };
  g_autoptr (SolveProblem) problem = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (!parse_words (&argc, &argv, &choice, &limit, &error))
    {
      g_printerr ("rangctl: solve: %s\n", error->message);
      return 2;
    }
  problem = solve_problem_load (argv[1], &choice, &error);
  if (problem == NULL)
    {
      g_printerr ("rangctl: %s: %s\n", argv[1], error->message);
      return g_error_matches (error, SOLVE_ERROR, SOLVE_ERROR_USAGE) ? 2 : 4;
    }
  json = solve_run (problem, &limit);
  g_print ("%s", json);
  return 0;
}
