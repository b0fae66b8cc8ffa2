/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what must hold of days with thousands of orders, where no table of all pairs is made, and of stopping. */
#include <string.h>

#include "check-plan.h"
#include "planner/rang-planner.h"
#include "random-day.h"

#define SEED 4711

/* Two-hour windows around one depot, a third more work than hours; a few orders without coordinates. */
static RangProblem *
plain_day (guint n_jobs)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree RangTravelPoint *points = g_new0 (RangTravelPoint, n_jobs + 1);
  guint n_vans = n_jobs / 25, depot = 0;
  g_autofree RangProblemResource *vans = g_new0 (RangProblemResource, n_vans);
  g_autofree RangJob *jobs = g_new0 (RangJob, n_jobs);
  g_autoptr (RangTravel) travel = NULL;
  g_autoptr (GError) error = NULL;
  RangProblem *problem;

  for (guint i = 0; i <= n_jobs; i++)
    points[i] = (RangTravelPoint){ 45500000 + g_rand_int_range (rand, -100000, 100000),
                                   25500000 + g_rand_int_range (rand, -140000, 140000), i == 0 || i % 40 != 0 };
  travel = rang_travel_new_from_points (points, n_jobs + 1, &depot, 1, 1300, 36000);
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
      jobs[i] = (RangJob)RANG_JOB_INIT;
      jobs[i].location = (gint32)i + 1;
      jobs[i].from = 8 * 3600 + 1800 * g_rand_int_range (rand, 0, 13);
      jobs[i].to = jobs[i].from + 7200;
      jobs[i].closing = MIN (16 * 3600, jobs[i].to + 7200);
      jobs[i].service = 60 * g_rand_int_range (rand, 8, 31);
      jobs[i].parcels = g_rand_int_range (rand, 1, 5);
      jobs[i].priority_class = g_rand_int_range (rand, 0, RANG_N_CLASSES);
      jobs[i].points = g_rand_int_range (rand, 1, 101);
      jobs[i].number = i;
    }
  problem = rang_problem_new (vans, n_vans, jobs, n_jobs, travel, &error);
  g_assert_no_error (error);
  return problem;
}

static void
assert_right (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan)
{
  g_autofree char *wrong = check_plan (problem, ranking, n, plan);
  g_autofree char *inversion = check_no_inversion (problem, ranking, n, plan);

  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpstr (inversion, ==, NULL);
}

static guint
count_on_time (RangPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < rang_plan_get_n_jobs (plan); i++)
    n += rang_plan_get_entry (plan, i)->state == RANG_PLAN_ON_TIME;
  return n;
}

static const guint *
ranking_of (const RangSuggestion *suggestion)
{
  return (const guint *)(gpointer)suggestion->ranking->data;
}

static void
test_suggestion_of_thousands (void)
{
  guint n = RANG_TRAVEL_TABLE + 100;
  g_autoptr (RangProblem) problem = plain_day (n);
  RangPlannerOptions options = { .seed = SEED, .steps = 400, .threads = 1 };
  g_autoptr (RangPlanner) one = rang_planner_new (problem, &options), two = NULL;
  g_autoptr (RangSuggestion) suggestion = rang_planner_suggest (one, NULL), again = NULL;
  g_autoptr (RangPlan) kept = NULL;

  assert_right (problem, ranking_of (suggestion), n, suggestion->plan);
  g_assert_cmpuint (count_on_time (suggestion->plan), >, n / 2);
  options.threads = 2;
  two = rang_planner_new (problem, &options);
  again = rang_planner_suggest (two, NULL);
  g_assert_cmpmem (ranking_of (suggestion), n * sizeof (guint), ranking_of (again), n * sizeof (guint));
  kept = rang_planner_keep (two, ranking_of (again), n, NULL, NULL);
  for (guint i = 0; i < n; i++)
    g_assert_true (
        memcmp (rang_plan_get_entry (suggestion->plan, i), rang_plan_get_entry (kept, i), sizeof (RangPlanEntry)) == 0);
}

static void
assert_kept_right (RangProblem *problem, guint64 steps)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &(RangPlannerOptions){ .seed = SEED, .steps = steps });
  guint n = rang_problem_get_n_jobs (problem);
  g_autofree guint *ranking = random_ranking (rand, n);
  g_autoptr (RangPlan) plan = rang_planner_keep (planner, ranking, n, NULL, NULL);

  assert_right (problem, ranking, n, plan);
}

static void
test_keep_of_hundreds (void)
{
  static const RandomDayFlags kinds[] = { 0, RANDOM_DAY_FACTS, RANDOM_DAY_SHUT, RANDOM_DAY_SIGNED };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + k);
      g_autoptr (RangProblem) problem = random_day_with (rand, 520, 26, kinds[k]);

      assert_kept_right (problem, 20);
    }
}

typedef struct
{
  GCancellable *cancellable;
  guint after; /* so many tidings it is stopped; 0 never */
  guint n;
  RangPlannerProgress last;
  RangPlanner *planner; /* (nullable): asked for the best so far each time */
  RangProblem *problem;
} Watch;

/* The best so far is a whole suggestion, and as good as is told. */
static void
check_best (Watch *self, const RangPlannerProgress *progress)
{
  guint n = rang_problem_get_n_jobs (self->problem);
  g_autoptr (RangSuggestion) best = rang_planner_dup_best (self->planner);
  g_autofree char *wrong = NULL;

  g_assert_nonnull (best);
  g_assert_true (rang_plan_get_unfinished (best->plan));
  g_assert_cmpuint (best->ranking->len, ==, n);
  g_assert_cmpuint (best->needs->len, ==, n);
  wrong = check_plan (self->problem, ranking_of (best), n, best->plan);
  g_assert_cmpstr (wrong, ==, NULL);
  g_assert_cmpint (rang_plan_get_points (best->plan, RANG_PLAN_ON_TIME), >=, progress->points);
  g_assert_cmpuint (count_on_time (best->plan), >=, progress->on_time);
}

static void
watch (const RangPlannerProgress *progress, gpointer data)
{
  Watch *self = data;

  g_assert_cmpint (progress->points, >=, self->last.points);
  g_assert_cmpuint (progress->permille, >=, self->last.permille);
  g_assert_cmpuint (progress->permille, <=, 1000);
  g_assert_cmpint (progress->unimproved, >=, 0);
  self->last = *progress;
  if (self->planner != NULL)
    check_best (self, progress);
  if (++self->n == self->after)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (RangProblem) problem = plain_day (200);
  RangPlannerOptions options = { .seed = SEED, .steps = 2000 };
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options), silent = rang_planner_new (problem, &options);
  g_autoptr (RangSuggestion) suggestion = NULL, without = rang_planner_suggest (silent, NULL);
  Watch told = { 0 };

  rang_planner_set_progress (planner, watch, &told);
  suggestion = rang_planner_suggest (planner, NULL);
  g_assert_cmpuint (told.n, >, 12);
  g_assert_cmpuint (told.last.permille, >, 900);
  g_assert_cmpuint (told.last.on_time + told.last.late, <=, 200);
  g_assert_cmpmem (ranking_of (suggestion), 200 * sizeof (guint), ranking_of (without), 200 * sizeof (guint));
}

static void
test_best_so_far (void)
{
  static const guint sizes[] = { 150, 700 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (RangProblem) problem = plain_day (sizes[k]);
      RangPlannerOptions options = { .seed = SEED, .steps = 2000 };
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options);
      g_autoptr (RangSuggestion) suggestion = NULL;
      Watch told = { .planner = planner, .problem = problem };

      g_assert_null (rang_planner_dup_best (planner));
      rang_planner_set_progress (planner, watch, &told);
      suggestion = rang_planner_suggest (planner, NULL);
      g_assert_cmpuint (told.n, >, 2);
      g_assert_false (rang_plan_get_unfinished (suggestion->plan));
      g_assert_null (rang_planner_dup_best (planner));
    }
}

static void
test_stop (void)
{
  static const guint sizes[] = { 150, 700, RANG_TRAVEL_TABLE + 100 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      g_autoptr (RangProblem) problem = plain_day (sizes[k]);
      RangPlannerOptions options = { .seed = SEED, .steps = 3000 };
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (RangSuggestion) stopped = NULL;
      Watch told = { .cancellable = cancellable, .after = 4 };
      g_autofree char *wrong = NULL;

      rang_planner_set_progress (planner, watch, &told);
      stopped = rang_planner_suggest (planner, cancellable);
      g_assert_cmpuint (told.n, ==, 4);
      g_assert_true (rang_plan_get_unfinished (stopped->plan));
      g_assert_cmpuint (stopped->ranking->len, ==, sizes[k]);
      wrong = check_plan (problem, ranking_of (stopped), sizes[k], stopped->plan);
      g_assert_cmpstr (wrong, ==, NULL);
      /* The best so far, not an empty plan. */
      g_assert_cmpint (rang_plan_get_points (stopped->plan, RANG_PLAN_ON_TIME), >=, told.last.points);
      g_assert_cmpuint (count_on_time (stopped->plan), >, sizes[k] / 12);
    }
}

/* keep() does not go out from what was stopped. */
static void
test_keep_after_stop (void)
{
  g_autoptr (RangProblem) problem = plain_day (150);
  RangPlannerOptions options = { .seed = SEED, .steps = 2000 };
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options), fresh = rang_planner_new (problem, &options);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RangSuggestion) stopped = NULL;
  g_autoptr (RangPlan) after = NULL, afresh = NULL;
  Watch told = { .cancellable = cancellable, .after = 3 };

  rang_planner_set_progress (planner, watch, &told);
  stopped = rang_planner_suggest (planner, cancellable);
  rang_planner_set_progress (planner, NULL, NULL);
  after = rang_planner_keep (planner, ranking_of (stopped), 150, NULL, NULL);
  afresh = rang_planner_keep (fresh, ranking_of (stopped), 150, NULL, NULL);
  for (guint i = 0; i < 150; i++)
    g_assert_true (memcmp (rang_plan_get_entry (after, i), rang_plan_get_entry (afresh, i), sizeof (RangPlanEntry))
                   == 0);
}

/* Computed when asked, or stored for each pair: the same ways. */
static void
test_travel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n = RANG_TRAVEL_TABLE + 1, depot = 0, few = 120;
  g_autofree RangTravelPoint *points = g_new0 (RangTravelPoint, n);
  guint permille[24];
  g_autoptr (RangTravel) computed = NULL, stored = NULL;

  for (guint i = 0; i < n; i++)
    points[i] = (RangTravelPoint){ g_rand_int_range (rand, -80000000, 80000000),
                                   g_rand_int_range (rand, -180000000, 180000000), TRUE };
  for (guint i = 0; i < 60; i++)
    points[i] = (RangTravelPoint){ 45500000 + g_rand_int_range (rand, -90000, 90000),
                                   25500000 + g_rand_int_range (rand, -90000, 90000), TRUE };
  for (guint h = 0; h < 24; h++)
    permille[h] = h < 12 ? 1250 : 800;
  computed = rang_travel_new_from_points (points, n, &depot, 1, 1300, 36000);
  stored = rang_travel_new_from_points (points, few, &depot, 1, 1300, 36000);
  rang_travel_set_speeds (computed, permille);
  rang_travel_set_speeds (stored, permille);
  for (guint i = 0; i < few; i++)
    for (guint j = 0; j < few; j++)
      {
        /* Half a metre may be rounded either way. */
        g_assert_cmpint (ABS (rang_travel_get_metres (computed, i, j) - rang_travel_get_metres (stored, i, j)), <=, 1);
        g_assert_cmpint (ABS (rang_travel_get_seconds (computed, i, j) - rang_travel_get_seconds (stored, i, j)), <=,
                         1);
      }
  rang_travel_set (computed, 1, 2, 77, 88);
  g_assert_cmpint (rang_travel_get_seconds (computed, 1, 2), ==, 77);
  g_assert_cmpint (rang_travel_get_metres (computed, 2, 1), ==, rang_travel_get_metres (stored, 2, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/ways_computed_when_asked_are_those_of_a_table", test_travel);
  g_test_add_func ("/planner/a_suggestion_of_thousands_is_right_whatever_the_threads", test_suggestion_of_thousands);
  g_test_add_func ("/planner/keep_of_hundreds_has_no_inversion", test_keep_of_hundreds);
  g_test_add_func ("/planner/progress_only_grows_and_changes_nothing", test_progress);
  g_test_add_func ("/planner/the_best_so_far_is_a_whole_suggestion", test_best_so_far);
  g_test_add_func ("/planner/a_stopped_suggestion_is_the_best_so_far", test_stop);
  g_test_add_func ("/planner/keep_never_goes_out_from_a_stopped_suggestion", test_keep_after_stop);
  return g_test_run ();
}
