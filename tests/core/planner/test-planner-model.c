/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for breaks, doors shut at noon, shares of a visit, facts, places, speeds and signatures, by hand. */
#include <string.h>

#include "check-plan.h"
#include "planner/rang-leg.h"
#include "planner/rang-planner.h"

#define HOUR 3600

/* The depot at 0, door k k × 600 seconds and k × 6000 metres from it. */
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
  return job;
}

static RangPlan *
keep_with (RangTravel *travel, const RangProblemResource *vans, guint n_vans, const RangJob *jobs, guint n_jobs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangProblem) problem = rang_problem_new (vans, n_vans, jobs, n_jobs, travel, &error);
  g_autoptr (RangPlanner) planner = NULL;
  g_autofree guint *ranking = g_new (guint, n_jobs);
  g_autofree char *wrong = NULL, *inversion = NULL;
  RangPlan *plan;

  g_assert_no_error (error);
  planner = rang_planner_new (problem, &(RangPlannerOptions){ .steps = 100 });
  for (guint i = 0; i < n_jobs; i++)
    ranking[i] = i;
  plan = rang_planner_keep (planner, ranking, n_jobs, NULL, NULL);
  wrong = check_plan (problem, ranking, n_jobs, plan);
  inversion = check_no_inversion (problem, ranking, n_jobs, plan);
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpstr (inversion, ==, NULL);
  return plan;
}

static RangPlan *
keep_day (const RangProblemResource *vans, guint n_vans, const RangJob *jobs, guint n_jobs)
{
  g_autoptr (RangTravel) travel = line_of_doors (9);

  return keep_with (travel, vans, n_vans, jobs, n_jobs);
}

static gint32
start_of (RangPlan *plan, guint job)
{
  return rang_plan_get_entry (plan, job)->start;
}

/* The break may begin at 8:00: it is taken where it harms no promise, after the order for 8:15. */
static void
test_break_yields (void)
{
  RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2) };
  RangPlanBreak breaks[RANG_MAX_BREAKS];
  g_autoptr (RangPlan) plan = NULL;

  vans[0].breaks[0] = (RangBreak){ 8 * HOUR, 9 * HOUR, 1800 };
  vans[0].n_breaks = 1;
  jobs[0].to = 8 * HOUR + 900;
  plan = keep_day (vans, 1, jobs, 2);
  g_assert_cmpint (start_of (plan, 0), ==, 8 * HOUR + 600);
  g_assert_cmpuint (rang_plan_get_breaks (plan, 0, breaks), ==, 1);
  g_assert_cmpuint (breaks[0].before, >=, 1);
  g_assert_cmpint (breaks[0].start, >=, 8 * HOUR + 1200);
}

/* A break on the way to the only stop interrupts the drive and costs the promise. */
static void
test_break_costs (void)
{
  RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (6) };
  g_autoptr (RangPlan) plan = NULL;

  vans[0].breaks[0] = (RangBreak){ 8 * HOUR + 600, 8 * HOUR + 1200, 1800 };
  vans[0].n_breaks = 1;
  jobs[0].to = 9 * HOUR + 1200;
  plan = keep_day (vans, 1, jobs, 1);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->state, ==, RANG_PLAN_LATE);
  g_assert_true (rang_plan_get_entry (plan, 0)->impossible);
  g_assert_cmpint (start_of (plan, 0), ==, 9 * HOUR + 1800);
  g_assert_cmpint (rang_plan_get_travel_seconds (plan), ==, 2 * HOUR);
}

static void
test_shut (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].shut[0] = (RangSpan){ 8 * HOUR, 10 * HOUR };
  jobs[0].n_shut = 1;
  plan = keep_day (vans, 1, jobs, 1);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->arrival, ==, 8 * HOUR + 600);
  g_assert_cmpint (start_of (plan, 0), ==, 10 * HOUR);
}

/* Two orders of one door and one of another: the share of the first door is spent once. */
static void
test_visit (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (1), order_at (2) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].visit = 300;
  jobs[2].visit = 60;
  jobs[2].from = 9 * HOUR;
  jobs[0].to = jobs[1].to = 9 * HOUR;
  plan = keep_day (vans, 1, jobs, 3);
  g_assert_cmpint (ABS (start_of (plan, 0) - start_of (plan, 1)), ==, 600);
  g_assert_cmpint (rang_plan_get_entry (plan, 2)->arrival, ==, 8 * HOUR + 600 + 2 * 600 + 300 + 600);
  g_assert_cmpint (rang_plan_get_end (plan, 0), ==, 9 * HOUR + 600 + 60 + 1200);
}

/* What was driven stands in front, at its time; the van goes on from there. */
static void
test_driven (void)
{
  const RangProblemResource vans[] = { van (), van () };
  RangJob jobs[] = { order_at (5), order_at (1), order_at (6) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[0].driven = TRUE;
  jobs[0].driven_at = 11 * HOUR;
  jobs[0].resource = 1;
  jobs[2].resource = 1;
  jobs[0].to = 10 * HOUR;
  plan = keep_day (vans, 2, jobs, 3);
  g_assert_cmpint (start_of (plan, 0), ==, 11 * HOUR);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->state, ==, RANG_PLAN_LATE);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->position, ==, 0);
  g_assert_cmpint (start_of (plan, 2), ==, 11 * HOUR + 600 + 600);
  g_assert_cmpint (rang_plan_get_entry (plan, 2)->position, ==, 1);
}

static void
test_loaded (void)
{
  RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2) };
  g_autoptr (RangPlan) plan = NULL;

  vans[0].loaded = TRUE;
  jobs[1].resource = 0;
  plan = keep_day (vans, 1, jobs, 2);
  g_assert_cmpint (rang_plan_get_entry (plan, 0)->state, ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpint (rang_plan_get_entry (plan, 1)->state, ==, RANG_PLAN_ON_TIME);
}

/* The nearer doors would be on the way, but the first place is kept. */
static void
test_place (void)
{
  const RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (1), order_at (2), order_at (8) };
  g_autoptr (RangPlan) plan = NULL;

  jobs[2].resource = 0;
  jobs[2].place = 1;
  plan = keep_day (vans, 1, jobs, 3);
  g_assert_cmpint (rang_plan_get_entry (plan, 2)->position, ==, 0);
}

/* Half the speed from nine to ten: who leaves at 8:50 for a drive of 20 minutes comes after 10 and 20 of them. */
static void
test_speeds (void)
{
  RangProblemResource vans[] = { van () };
  RangJob jobs[] = { order_at (2) };
  g_autoptr (RangTravel) travel = line_of_doors (9);
  g_autoptr (RangPlan) plan = NULL;
  guint permille[24];

  for (guint h = 0; h < 24; h++)
    permille[h] = h == 9 ? 500 : 1000;
  rang_travel_set_speeds (travel, permille);
  for (gint32 leave = 8 * HOUR; leave < 11 * HOUR; leave += 7)
    {
      g_assert_cmpint (rang_travel_drive (travel, leave, 1200000), <=, rang_travel_drive (travel, leave + 7, 1200000));
      g_assert_cmpint (rang_travel_drive (travel, rang_travel_latest (travel, leave, 1200000), 1200000), <=, leave);
      g_assert_cmpint (rang_travel_drive (travel, rang_travel_latest (travel, leave, 1200000) + 1, 1200000), >, leave);
    }
  vans[0].from = 8 * HOUR + 3000;
  plan = keep_with (travel, vans, 1, jobs, 1);
  g_assert_cmpint (start_of (plan, 0), ==, 9 * HOUR + 1200);
}

/* After the hand-over an order stays on its van, though the other one would be nearer. */
static void
test_signed (void)
{
  const RangProblemResource vans[] = { van (), van () };
  RangJob jobs[] = { order_at (4), order_at (5), order_at (4), order_at (5) };
  g_autoptr (RangPlan) plan = NULL;

  for (guint i = 0; i < 3; i++)
    {
      jobs[i].signed_resource = i == 1 ? 1 : 0;
      jobs[i].signed_place = 1 + i / 2;
    }
  plan = keep_day (vans, 2, jobs, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (rang_plan_get_entry (plan, i)->resource, ==, jobs[i].signed_resource);
      g_assert_cmpint (rang_plan_get_entry (plan, i)->position, <=, (gint32)jobs[i].signed_place);
    }
}

static void
test_bad_break (void)
{
  RangProblemResource vans[] = { van () };
  g_autoptr (RangTravel) travel = line_of_doors (1);
  g_autoptr (GError) error = NULL;

  vans[0].breaks[0] = (RangBreak){ 17 * HOUR, 18 * HOUR, 600 };
  vans[0].n_breaks = 1;
  g_assert_null (rang_problem_new (vans, 1, NULL, 0, travel, &error));
  g_assert_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_PROBLEM);
  g_assert_nonnull (strstr (error->message, "resources[0].breaks"));
}

/* Whatever speeds and breaks there are: a second later would be too late. */
static void
test_latest_leave (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint k = 0; k < 20000; k++)
    {
      g_autoptr (RangTravel) travel = rang_travel_new (1);
      RangBreak breaks[2] = { { 0 } };
      guint permille[24], n = (guint)g_rand_int_range (rand, 1, 3);
      gint32 seconds = g_rand_int_range (rand, 0, 2 * HOUR), by = g_rand_int_range (rand, 6 * HOUR, 20 * HOUR), latest;

      for (guint h = 0; h < 24; h++)
        permille[h] = (guint)g_rand_int_range (rand, 300, 1001);
      if (k % 2 == 0)
        rang_travel_set_speeds (travel, permille);
      for (guint b = 0; b < n; b++)
        {
          breaks[b].from = g_rand_int_range (rand, (10 + 3 * (gint32)b) * HOUR, (11 + 3 * (gint32)b) * HOUR);
          breaks[b].to = breaks[b].from + g_rand_int_range (rand, 0, HOUR);
          breaks[b].duration = g_rand_int_range (rand, 0, HOUR);
        }
      latest = rang_leg_latest (travel, by, seconds, breaks, n);
      if (latest > -RANG_NEVER)
        g_assert_cmpint (rang_leg_ready (travel, latest, seconds, breaks, n), <=, by);
      if (latest <= -RANG_NEVER)
        g_assert_cmpint (rang_leg_ready (travel, -RANG_PROBLEM_LIMIT, seconds, breaks, n), >, by);
      else if (latest < breaks[0].to)
        g_assert_cmpint (rang_leg_ready (travel, latest + 1, seconds, breaks, n), >, by);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/a_break_is_taken_where_it_harms_no_promise", test_break_yields);
  g_test_add_func ("/planner/a_break_on_the_way_is_no_travel", test_break_costs);
  g_test_add_func ("/planner/who_comes_while_the_door_is_shut_waits", test_shut);
  g_test_add_func ("/planner/the_share_of_a_door_is_spent_once_a_visit", test_visit);
  g_test_add_func ("/planner/the_day_goes_on_from_what_is_driven", test_driven);
  g_test_add_func ("/planner/a_loaded_van_takes_nothing_more", test_loaded);
  g_test_add_func ("/planner/a_place_is_kept", test_place);
  g_test_add_func ("/planner/a_later_start_never_arrives_earlier", test_speeds);
  g_test_add_func ("/planner/leaving_a_second_later_than_the_latest_is_too_late", test_latest_leave);
  g_test_add_func ("/planner/what_is_signed_stays_where_it_is", test_signed);
  g_test_add_func ("/planner/a_break_outside_of_the_shift_is_named", test_bad_break);
  return g_test_run ();
}
