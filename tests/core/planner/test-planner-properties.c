/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what must hold of every answer of the planner, over random days with printed seeds. */
#include <stdlib.h>
#include <string.h>

#include "check-plan.h"
#include "planner/rang-planner.h"
#include "random-day.h"

/* RANG_TEST_DAYS asks for more days than the quick default. */
static guint
n_days (guint quick)
{
  const char *asked = g_getenv ("RANG_TEST_DAYS");

  return asked != NULL ? (guint)strtoul (asked, NULL, 10) : quick;
}

static guint32
first_seed (void)
{
  const char *asked = g_getenv ("RANG_TEST_SEED");

  return asked != NULL ? (guint32)strtoul (asked, NULL, 10) : 20261;
}

static RangProblem *
day_of_seed (guint32 seed, GRand **rand)
{
  guint n;

  *rand = g_rand_new_with_seed (seed);
  /* Every third day is an ordinary one; the others have any mixture of what else may be. */
  n = (guint)g_rand_int_range (*rand, 8, seed % 3 == 0 ? 70 : 40);
  return random_day_with (*rand, n, MAX (2, n / 12), seed % 3 == 0 ? 0 : g_rand_int (*rand) & RANDOM_DAY_ALL);
}

static void
assert_right (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan, guint32 seed)
{
  g_autofree char *wrong = check_plan (problem, ranking, n, plan);
  g_autofree char *inversion = check_no_inversion (problem, ranking, n, plan);

  if (wrong != NULL)
    g_error ("seed %u: %s", seed, wrong);
  if (inversion != NULL)
    g_error ("seed %u: %s", seed, inversion);
}

static void
assert_same (RangPlan *a, RangPlan *b, guint32 seed)
{
  for (guint i = 0; i < rang_plan_get_n_jobs (a); i++)
    if (memcmp (rang_plan_get_entry (a, i), rang_plan_get_entry (b, i), sizeof (RangPlanEntry)) != 0)
      g_error ("seed %u: job %u stands otherwise", seed, i);
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

static void
test_no_inversion (void)
{
  guint days = n_days (18);

  for (guint32 seed = first_seed (); seed < first_seed () + days; seed++)
    {
      g_autoptr (GRand) rand = NULL;
      g_autoptr (RangProblem) problem = day_of_seed (seed, &rand);
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &(RangPlannerOptions){ .seed = seed, .steps = 600 });
      guint n = rang_problem_get_n_jobs (problem);

      for (guint k = 0; k < 3; k++)
        {
          g_autofree guint *ranking = random_ranking (rand, n);
          guint m = k < 2 ? n : n / 2;
          g_autoptr (RangPlan) plan = rang_planner_keep (planner, ranking, m, NULL, NULL);

          assert_right (problem, ranking, m, plan, seed);
        }
    }
  g_test_message ("%u days from seed %u", days, first_seed ());
}

static void
test_purity (void)
{
  for (guint32 seed = first_seed (); seed < first_seed () + n_days (6); seed++)
    {
      g_autoptr (GRand) rand = NULL;
      g_autoptr (RangProblem) problem = day_of_seed (seed, &rand);
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &(RangPlannerOptions){ .seed = seed, .steps = 600 });
      guint n = rang_problem_get_n_jobs (problem);
      g_autofree guint *ranking = random_ranking (rand, n);
      g_autoptr (RangPlan) before = rang_planner_keep (planner, ranking, n, NULL, NULL);

      for (guint k = 0; k < 6; k++)
        {
          guint from = (guint)g_rand_int_range (rand, 0, (gint32)n), to = (guint)g_rand_int_range (rand, 0, (gint32)n);
          g_autoptr (RangPlanner) fresh
              = rang_planner_new (problem, &(RangPlannerOptions){ .seed = seed, .steps = 600 });
          g_autoptr (RangPlan) moved = NULL, moved_afresh = NULL, after = NULL;

          move (ranking, from, to);
          moved = rang_planner_keep (planner, ranking, n, NULL, NULL);
          moved_afresh = rang_planner_keep (fresh, ranking, n, NULL, NULL);
          assert_right (problem, ranking, n, moved, seed);
          assert_same (moved, moved_afresh, seed);
          move (ranking, to, from);
          after = rang_planner_keep (planner, ranking, n, NULL, NULL);
          assert_same (before, after, seed);
        }
    }
}

static void
check_suggestion (guint32 seed)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (RangProblem) problem = day_of_seed (seed, &rand);
  RangPlannerOptions options = { .seed = seed, .steps = 600, .threads = 1 };
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, &options);
  g_autoptr (RangSuggestion) one = rang_planner_suggest (planner, NULL), two = NULL;
  guint n = rang_problem_get_n_jobs (problem);
  const guint *ranking = (const guint *)(gpointer)one->ranking->data;
  g_autoptr (RangPlanner) fresh = NULL;
  g_autoptr (RangPlan) kept = NULL;

  options.threads = 3;
  fresh = rang_planner_new (problem, &options);
  kept = rang_planner_keep (fresh, ranking, n, NULL, NULL);
  two = rang_planner_suggest (fresh, NULL);
  g_assert_cmpuint (one->ranking->len, ==, n);
  assert_right (problem, ranking, n, one->plan, seed);
  assert_same (one->plan, kept, seed);
  assert_same (one->plan, two->plan, seed);
  g_assert_cmpmem (ranking, n * sizeof (guint), two->ranking->data, n * sizeof (guint));
  for (guint i = 1; i < n; i++)
    {
      const RangJob *p = rang_problem_get_job (problem, ranking[i - 1]);
      const RangJob *q = rang_problem_get_job (problem, ranking[i]);
      RangPlanState s = rang_plan_get_entry (one->plan, ranking[i - 1])->state;
      RangPlanState u = rang_plan_get_entry (one->plan, ranking[i])->state;

      g_assert_true (p->priority_class < q->priority_class
                     || (p->priority_class == q->priority_class && (s < u || (s == u && p->points >= q->points))));
    }
}

static void
test_suggestion (void)
{
  for (guint32 seed = first_seed (); seed < first_seed () + n_days (6); seed++)
    check_suggestion (seed);
}

/* On this day the signed routes alone make no suggestion that agrees with its own states. */
static void
test_suggestion_in_a_circle (void)
{
  check_suggestion (20621);
}

/* Lower orders fill what is left: cut below an order, it stands (nearly) never better. */
static void
test_decided_from_above (void)
{
  guint orders = 0, worse = 0;

  for (guint32 seed = first_seed (); seed < first_seed () + n_days (6); seed++)
    {
      g_autoptr (GRand) rand = NULL;
      g_autoptr (RangProblem) problem = day_of_seed (seed, &rand);
      g_autoptr (RangPlanner) planner = rang_planner_new (problem, &(RangPlannerOptions){ .seed = seed, .steps = 600 });
      guint n = rang_problem_get_n_jobs (problem);
      g_autofree guint *ranking = random_ranking (rand, n);
      g_autoptr (RangPlan) full = rang_planner_keep (planner, ranking, n, NULL, NULL);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (RangPlan) cut = rang_planner_keep (planner, ranking, i + 1, NULL, NULL);

          orders++;
          worse += rang_plan_get_entry (full, ranking[i])->state > rang_plan_get_entry (cut, ranking[i])->state;
        }
    }
  g_test_message ("%u of %u orders stand worse with the lower ones there", worse, orders);
  g_assert_cmpuint (worse * 200, <=, orders);
}

static void
test_cancel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (first_seed ());
  g_autoptr (RangProblem) problem = random_day (rand, 200, 9);
  g_autoptr (RangPlanner) planner = rang_planner_new (problem, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree guint *ranking = random_ranking (rand, 200);
  g_autoptr (RangSuggestion) suggestion = NULL;
  g_autoptr (RangPlan) plan = NULL;
  g_autofree char *wrong = NULL;

  g_cancellable_cancel (cancellable);
  plan = rang_planner_keep (planner, ranking, 200, cancellable, NULL);
  suggestion = rang_planner_suggest (planner, cancellable);
  g_assert_true (rang_plan_get_unfinished (plan));
  g_assert_true (rang_plan_get_unfinished (suggestion->plan));
  g_assert_cmpuint (suggestion->ranking->len, ==, 200);
  wrong = check_plan (problem, (const guint *)(gpointer)suggestion->ranking->data, 200, suggestion->plan);
  g_assert_cmpstr (wrong, ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/no_answer_of_keep_has_an_inversion", test_no_inversion);
  g_test_add_func ("/planner/a_move_and_its_undo_restore_every_state", test_purity);
  g_test_add_func ("/planner/keep_of_the_suggested_ranking_is_the_suggestion_whatever_the_threads", test_suggestion);
  g_test_add_func ("/planner/signed_routes_that_lead_in_a_circle_still_end_in_a_suggestion",
                   test_suggestion_in_a_circle);
  g_test_add_func ("/planner/a_state_is_a_matter_of_the_orders_above", test_decided_from_above);
  g_test_add_func ("/planner/a_cancelled_search_returns_a_valid_plan", test_cancel);
  return g_test_run ();
}
