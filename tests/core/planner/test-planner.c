/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the planner says on days small enough to work out by hand. */
#include "planner/rang-planner.h"

#include <string.h>

static RangProblem *
two_machines (guint n_jobs)
{
  RangProblemResource machines[2] = { RANG_PROBLEM_RESOURCE_INIT, RANG_PROBLEM_RESOURCE_INIT };
  g_autofree RangJob *jobs = g_new0 (RangJob, n_jobs);
  g_autoptr (RangTravel) none = rang_travel_new (0);
  g_autoptr (GError) error = NULL;
  RangProblem *problem;

  machines[0].to = machines[1].to = 3000;
  for (guint i = 0; i < n_jobs; i++)
    jobs[i] = (RangJob){ .location = RANG_NO_LOCATION,
                         .to = 0,
                         .closing = 3000,
                         .service = 1000,
                         .priority_class = 0,
                         .points = 1,
                         .number = i,
                         .resource = RANG_NO_RESOURCE };
  problem = rang_problem_new (machines, 2, jobs, n_jobs, none, &error);
  g_assert_no_error (error);
  return problem;
}

static void
test_machines (void)
{
  g_autoptr (RangProblem) problem = two_machines (7);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL);
  g_autoptr (RangPlan) plan = NULL;
  const guint ranking[] = { 6, 5, 4, 3, 2, 1, 0 };
  const RangPlanState states[] = { RANG_PLAN_ON_TIME, RANG_PLAN_ON_TIME, RANG_PLAN_LATE,     RANG_PLAN_LATE,
                                   RANG_PLAN_LATE,    RANG_PLAN_LATE,    RANG_PLAN_NOT_TODAY };

  plan = rang_planner_keep (planner, ranking, 7, NULL, NULL);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (rang_plan_get_entry (plan, ranking[i])->state, ==, states[i]);
}

static void
test_bad_window (void)
{
  RangJob job = RANG_JOB_INIT;
  g_autoptr (RangTravel) none = rang_travel_new (0);
  g_autoptr (GError) error = NULL;

  job.from = job.to + 1;
  g_assert_null (rang_problem_new (NULL, 0, &job, 1, none, &error));
  g_assert_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_PROBLEM);
  g_assert_nonnull (strstr (error->message, "jobs[0].to"));
}

static void
test_bad_ranking (void)
{
  g_autoptr (RangProblem) problem = two_machines (2);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL);
  g_autoptr (GError) error = NULL;
  const guint twice[] = { 1, 1 };

  g_assert_null (rang_planner_keep (planner, twice, 2, NULL, &error));
  g_assert_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_RANKING);
}

static void
test_suggest (void)
{
  g_autoptr (RangProblem) problem = two_machines (7);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL);
  g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (planner, NULL);

  g_assert_cmpuint (suggestion->ranking->len, ==, 7);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (g_array_index (suggestion->ranking, guint, i), ==, i);
  g_assert_null (suggestion->needs->pdata[0]);
  g_assert_nonnull (suggestion->needs->pdata[6]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/two_machines_take_jobs_in_rank_order", test_machines);
  g_test_add_func ("/planner/a_window_that_ends_before_it_starts_is_named", test_bad_window);
  g_test_add_func ("/planner/a_ranking_with_a_job_twice_is_refused", test_bad_ranking);
  g_test_add_func ("/planner/equal_jobs_are_suggested_by_number_and_the_last_names_who_must_yield", test_suggest);
  return g_test_run ();
}
