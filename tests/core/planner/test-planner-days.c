/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the awkward cases of a day, each small enough to work out by hand. */
#include <string.h>

#include "check-plan.h"
#include "planner/rang-planner.h"

#define HOUR 3600

/* A line of doors: the depot at 0, door k k × 600 seconds and k × 6000 metres from it. */
static RangTravel *
line_of_doors (guint n)
{
  RangTravel *travel = rang_travel_new (n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      rang_travel_set (travel, i, j, 600 * (gint32)(MAX (i, j) - MIN (i, j)), 6000 * (gint32)(MAX (i, j) - MIN (i, j)));
  return travel;
}

static RangProblemResource
van (void)
{
  RangProblemResource van = RANG_PROBLEM_RESOURCE_INIT;

  van.from = 8 * HOUR;
  van.to = 16 * HOUR;
  van.start = van.end = 0;
  van.capacity_parcels = 3;
  return van;
}

static RangJob
order_at (gint32 door)
{
  RangJob job = RANG_JOB_INIT;

  job.location = door;
  job.from = 8 * HOUR;
  job.to = job.closing = 16 * HOUR;
  job.service = 600;
  job.parcels = 1;
  return job;
}

static RangPlan *
keep_day (const RangProblemResource *vans, guint n_vans, const RangJob *jobs, guint n_jobs)
{
  g_autoptr (RangTravel) travel = line_of_doors (9);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangProblem) problem = rang_problem_new (vans, n_vans, jobs, n_jobs, travel, &error);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &(RangPlannerOptions){ .steps = 100 });
  g_autofree guint *ranking = g_new (guint, n_jobs);
  g_autofree char *wrong = NULL, *inversion = NULL;
  RangPlan *plan;

  g_assert_no_error (error);
  for (guint i = 0; i < n_jobs; i++)
    ranking[i] = i;
  plan = rang_planner_keep (planner, ranking, n_jobs, NULL, NULL);
  wrong = check_plan (problem, ranking, n_jobs, plan);
  inversion = check_no_inversion (problem, ranking, n_jobs, plan);
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpstr (inversion, ==, NULL);
  return plan;
}

static RangPlanState
state_of (RangPlan *plan, guint job)
{
  return rang_plan_get_entry (plan, job)->state;
}

static void
test_capacity (void)
{
  const RangProblemResource vans[] = { van () };
  const RangJob jobs[] = { order_at (4), order_at (3), order_at (2), order_at (1) };
  g_autoptr (RangPlan) plan = keep_day (vans, 1, jobs, 4);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (state_of (plan, i), ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (state_of (plan, 3), ==, RANG_PLAN_NOT_TODAY);
  g_assert_false (rang_plan_get_entry (plan, 3)->impossible);
}

static void
test_not_ready (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].not_ready = TRUE;
  plan = keep_day (vans, 1, jobs, 2);
  g_assert_cmpint (state_of (plan, 0), ==, RANG_PLAN_NOT_TODAY);
  g_assert_true (rang_plan_get_entry (plan, 0)->not_ready);
  g_assert_true (rang_plan_get_entry (plan, 0)->impossible);
  g_assert_cmpint (state_of (plan, 1), ==, RANG_PLAN_ON_TIME);
}

/* Goods that come at ten hold the whole van back: the order promised for nine cannot ride with them. */
static void
test_ready_later (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].ready_from = 10 * HOUR;
  jobs[1].to = 9 * HOUR;
  jobs[1].closing = 12 * HOUR;
  plan = keep_day (vans, 1, jobs, 2);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->start, >=, 10 * HOUR + 600);
  g_assert_cmpint (state_of (plan, 0), ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (state_of (plan, 1), ==, RANG_PLAN_LATE);
  g_assert_cmpint (rang_plan_get_minutes_late (plan, 1), ==, 80);
}

static void
test_one_door (void)
{
  const RangProblemResource vans[] = { van (), van () };
  const RangJob jobs[] = { order_at (5), order_at (8), order_at (5) };
  g_autoptr (RangPlan) plan = keep_day (vans, 2, jobs, 3);
  const RangPlanEntry *one = rang_plan_get_entry (plan, 0), *other = rang_plan_get_entry (plan, 2);

  g_assert_cmpint (one->resource, ==, other->resource);
  g_assert_cmpint (ABS (one->position - other->position), ==, 1);
  g_assert_cmpint (rang_plan_get_travel_metres (plan), ==, 2 * 8 * 6000);
}

/* Late is by the client's closing hour, never past it. */
static void
test_closing (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (1), order_at (1) };
  g_autoptr (RangPlan) plan = NULL;

  for (guint i = 0; i < 3; i++)
    {
      jobs[i].service = HOUR;
      jobs[i].to = 8 * HOUR + 600;
      jobs[i].closing = 9 * HOUR + 600;
    }
  plan = keep_day (vans, 1, jobs, 3);
  g_assert_cmpint (state_of (plan, 0), ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (state_of (plan, 1), ==, RANG_PLAN_LATE);
  g_assert_cmpint (rang_plan_get_minutes_late (plan, 1), ==, 60);
  g_assert_cmpint (state_of (plan, 2), ==, RANG_PLAN_NOT_TODAY);
}

static void
test_impossible (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (8), order_at (1) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].to = 9 * HOUR;
  jobs[0].closing = 12 * HOUR;
  plan = keep_day (vans, 1, jobs, 2);
  g_assert_true (rang_plan_get_entry (plan, 0)->impossible);
  g_assert_cmpint (state_of (plan, 0), ==, RANG_PLAN_LATE);
  g_assert_cmpint (rang_plan_get_minutes_late (plan, 0), ==, 20);
}

static void
test_out_of_service (void)
{
  RangProblemResource vans[] = { van (), van () };
  RangJob jobs[] = { order_at (1), order_at (2) };
  g_autoptr (RangPlan) plan = NULL;

  vans[0].out_of_service = TRUE;
  jobs[1].resource = 0;
  plan = keep_day (vans, 2, jobs, 2);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->resource, ==, 1);
  g_assert_cmpint (state_of (plan, 1), ==, RANG_PLAN_NOT_TODAY);
}

/* A production unit: two machines, set-up times between kinds of work in place of travel, due dates. */
static void
test_machines (void)
{
  RangProblemResource machines[] = { RANG_PROBLEM_RESOURCE_INIT, RANG_PROBLEM_RESOURCE_INIT };
  RangJob jobs[] = { RANG_JOB_INIT, RANG_JOB_INIT, RANG_JOB_INIT, RANG_JOB_INIT };
  g_autoptr (RangPlan) plan = NULL;

  for (guint i = 0; i < 4; i++)
    {
      jobs[i].location = (gint32)(i % 2);
      jobs[i].service = 1000;
      jobs[i].to = 2000 - jobs[i].service;
      jobs[i].closing = 4000;
    }
  machines[0].to = machines[1].to = 5000;
  plan = keep_day (machines, 2, jobs, 4);
  /* Each machine keeps to one kind of work, so that all are done by the due date without a set-up. */
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (state_of (plan, i), ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->resource, ==, rang_plan_get_entry (plan, 2)->resource);
  g_assert_cmpint (rang_plan_get_travel_seconds (plan), ==, 0);
}

static void
test_unlocated (void)
{
  const guint depot = 0;
  const RangTravelPoint points[]
      = { { 45650000, 25600000, TRUE }, { 45650000, 25700000, TRUE }, { 45650000, 25500000, TRUE }, { 0, 0, FALSE } };
  g_autoptr (RangTravel) travel = rang_travel_new_from_points (points, 4, &depot, 1, 1300, 30000);

  /* A tenth of a degree at 45.65° is 7,773 m of great circle. */
  g_assert_cmpint (rang_travel_get_metres (travel, 0, 1), >, 10090);
  g_assert_cmpint (rang_travel_get_metres (travel, 0, 1), <, 10120);
  g_assert_cmpint (rang_travel_get_metres (travel, 0, 3), ==, rang_travel_get_metres (travel, 0, 1));
  g_assert_cmpint (rang_travel_get_seconds (travel, 3, 2), ==, rang_travel_get_seconds (travel, 0, 1));
  g_assert_cmpint (rang_travel_get_seconds (travel, 3, 3), ==, 0);
}

/* No vans, or no orders: nothing is served, and nothing breaks. */
static void
test_empty (void)
{
  for (guint vans = 0; vans < 2; vans++)
    for (guint orders = 0; orders < 2; orders++)
      {
        const RangProblemResource a_van[] = { van () };
        const RangJob an_order[] = { order_at (1) };
        g_autoptr (RangTravel) travel = line_of_doors (9);
        g_autoptr (RangProblem) problem = rang_problem_new (a_van, vans, an_order, orders, travel, NULL);
        g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL);
        g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (planner, NULL);

        g_assert_cmpuint (suggestion->ranking->len, ==, orders);
        if (orders > 0)
          {
            g_assert_cmpint (state_of (suggestion->plan, 0), ==, vans > 0 ? RANG_PLAN_ON_TIME : RANG_PLAN_NOT_TODAY);
            g_assert_cmpint (rang_plan_get_entry (suggestion->plan, 0)->impossible, ==, vans == 0);
          }
      }
}

/* Points decide within a class, never across classes. */
static void
test_classes (void)
{
  RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2), order_at (3) };
  g_autoptr (RangTravel) travel = line_of_doors (9);
  g_autoptr (RangProblem) problem = NULL;
  g_autoptr (RangPlanner) planner = NULL;
  g_autoptr (RangSuggestion) suggestion = NULL;
  const guint expected[] = { 1, 2, 0 };

  vans[0].capacity_parcels = 2;
  jobs[0].points = 90;
  jobs[1].priority_class = 0;
  jobs[1].parcels = 2;
  jobs[2].points = 95;
  problem = rang_problem_new (vans, 1, jobs, 3, travel, NULL);
  planner = rang_planner_new (problem, NULL);
  suggestion = rang_planner_suggest (planner, NULL);
  g_assert_cmpmem (suggestion->ranking->data, 3 * sizeof (guint), expected, sizeof expected);
  g_assert_cmpint (state_of (suggestion->plan, 1), ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (state_of (suggestion->plan, 2), ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpuint (((GArray *)suggestion->needs->pdata[2])->len, ==, 1);
  g_assert_cmpuint (g_array_index ((GArray *)suggestion->needs->pdata[2], guint, 0), ==, 1);
}

/* The checker is no use if it finds nothing: an empty plan puts everybody below where they could stand. */
static void
test_checker (void)
{
  const RangProblemResource vans[] = { van () };
  const RangJob jobs[] = { order_at (4), order_at (3) };
  g_autoptr (RangTravel) travel = line_of_doors (9);
  g_autoptr (RangProblem) problem = rang_problem_new (vans, 1, jobs, 2, travel, NULL);
  g_autoptr (GArray) route = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint ranking[] = { 1, 0 }, only[] = { 1 };
  g_autoptr (RangPlan) empty = rang_plan_new_from_routes (problem, &route, FALSE), full = NULL;
  g_autofree char *inversion = check_no_inversion (problem, ranking, 2, empty), *wrong = NULL;

  g_assert_nonnull (strstr (inversion, "job 1 at rank 1"));
  g_array_append_vals (route, ranking, 2);
  full = rang_plan_new_from_routes (problem, &route, FALSE);
  wrong = check_plan (problem, only, 1, full);
  g_assert_nonnull (strstr (wrong, "not ranked"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/what_a_van_cannot_carry_stays", test_capacity);
  g_test_add_func ("/planner/goods_not_ready_are_not_today_with_their_own_cause", test_not_ready);
  g_test_add_func ("/planner/goods_ready_later_hold_the_departure_back", test_ready_later);
  g_test_add_func ("/planner/orders_of_one_door_are_one_visit", test_one_door);
  g_test_add_func ("/planner/nobody_comes_past_the_closing_hour", test_closing);
  g_test_add_func ("/planner/an_order_too_far_for_its_promise_is_impossible", test_impossible);
  g_test_add_func ("/planner/a_van_out_of_service_takes_nothing", test_out_of_service);
  g_test_add_func ("/planner/two_machines_with_set_ups_are_ranked_like_vans", test_machines);
  g_test_add_func ("/planner/an_unlocated_order_is_as_far_as_the_mean", test_unlocated);
  g_test_add_func ("/planner/a_day_without_vans_or_orders_is_a_day", test_empty);
  g_test_add_func ("/planner/points_never_outweigh_a_class", test_classes);
  g_test_add_func ("/planner/the_checker_finds_an_inversion", test_checker);
  return g_test_run ();
}
