/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking the planner the same question only once: what is the same question, and what is not. */
#include "board/rang-board-planner-private.h"

#define HOUR 3600

/* What a problem is made of, to be changed in one field. */
typedef struct
{
  RangProblemResource van;
  RangJob jobs[2];
  gint32 seconds; /* from the first location to the second */
  gint32 metres;
  guint noon; /* permille of the speed at noon; 0 one speed all day */
} Parts;

static Parts
parts (void)
{
  Parts p = { RANG_PROBLEM_RESOURCE_INIT, { RANG_JOB_INIT, RANG_JOB_INIT }, 600, 5000, 0 };

  p.van.start = p.van.end = 0;
  p.van.from = 8 * HOUR;
  p.van.to = 17 * HOUR;
  for (int i = 0; i < 2; i++)
    {
      p.jobs[i].location = 1;
      p.jobs[i].service = 300;
      p.jobs[i].number = i + 1;
    }
  return p;
}

static RangProblem *
problem_of (const Parts *p)
{
  g_autoptr (RangTravel) travel = rang_travel_new (2);
  g_autoptr (GError) error = NULL;
  RangProblem *problem;

  rang_travel_set (travel, 0, 1, p->seconds, p->metres);
  rang_travel_set (travel, 1, 0, 600, 5000);
  if (p->noon != 0)
    {
      guint speeds[24];

      for (int hour = 0; hour < 24; hour++)
        speeds[hour] = hour == 12 ? p->noon : 1000;
      rang_travel_set_speeds (travel, speeds);
    }
  problem = rang_problem_new (&p->van, 1, p->jobs, 2, travel, &error);
  g_assert_no_error (error);
  return problem;
}

static gboolean
same_as_before (const Parts *changed)
{
  Parts p = parts ();
  g_autoptr (RangProblem) before = problem_of (&p), after = problem_of (changed);

  return rang_problem_equal (before, after);
}

static void
test_problems_of_the_same_numbers_are_the_same_question (void)
{
  Parts p = parts ();

  g_assert_true (same_as_before (&p));
}

#define DIFFERS(field, value)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    Parts p = parts ();                                                                                                \
    p.field = (value);                                                                                                 \
    if (same_as_before (&p))                                                                                           \
      {                                                                                                                \
        g_printerr ("%s makes no difference\n", #field);                                                               \
        g_test_fail ();                                                                                                \
      }                                                                                                                \
  }                                                                                                                    \
  G_STMT_END

static void
test_another_time_or_load_of_an_order_is_another_question (void)
{
  DIFFERS (jobs[1].from, 60);
  DIFFERS (jobs[1].to, 60);
  DIFFERS (jobs[1].closing, 86460);
  DIFFERS (jobs[1].ready_from, 60);
  DIFFERS (jobs[1].not_ready, TRUE);
  DIFFERS (jobs[1].service, 301);
  DIFFERS (jobs[1].visit, 1);
  DIFFERS (jobs[1].grams, 1);
  DIFFERS (jobs[1].parcels, 1);
}

static void
test_another_door_worth_or_place_of_an_order_is_another_question (void)
{
  DIFFERS (jobs[1].location, 0);
  DIFFERS (jobs[1].skills, 1);
  DIFFERS (jobs[1].priority_class, 0);
  DIFFERS (jobs[1].points, 2);
  DIFFERS (jobs[1].waited, 1);
  DIFFERS (jobs[1].number, 7);
  DIFFERS (jobs[1].resource, 0);
}

static void
test_a_signed_driven_or_kept_place_is_another_question (void)
{
  Parts p = parts ();

  p.jobs[1].signed_resource = 0;
  p.jobs[1].signed_place = 1;
  g_assert_false (same_as_before (&p));
  p = parts ();
  p.jobs[1].resource = 0;
  p.jobs[1].driven = TRUE;
  p.jobs[1].driven_at = 9 * HOUR;
  g_assert_false (same_as_before (&p));
  p = parts ();
  p.jobs[1].n_shut = 1;
  p.jobs[1].shut[0] = (RangSpan){ 12 * HOUR, 13 * HOUR };
  g_assert_false (same_as_before (&p));
}

static void
test_another_van_or_road_is_another_question (void)
{
  DIFFERS (van.from, 9 * HOUR);
  DIFFERS (van.to, 18 * HOUR);
  DIFFERS (van.capacity_grams, 1000);
  DIFFERS (van.capacity_parcels, 10);
  DIFFERS (van.start, 1);
  DIFFERS (van.end, 1);
  DIFFERS (van.skills, 1);
  DIFFERS (van.out_of_service, TRUE);
  DIFFERS (van.loaded, TRUE);
  DIFFERS (seconds, 601);
  DIFFERS (metres, 5001);
  DIFFERS (noon, 500);
}

static void
test_the_same_question_is_searched_once_and_answered_alike (void)
{
  static const RangPlannerOptions options = { .seed = 1, .steps = 50 }, other = { .seed = 2, .steps = 50 };
  Parts p = parts ();
  g_autoptr (RangProblem) problem = problem_of (&p), again = problem_of (&p);
  g_autoptr (RangBoardPlanner) first = rang_board_planner_get (problem, &options), second = NULL, third = NULL;
  g_autoptr (RangSuggestion) suggestion = rang_board_planner_suggest (first, NULL, NULL, NULL);

  g_assert_false (rang_plan_get_unfinished (suggestion->plan));
  second = rang_board_planner_get (again, &options);
  g_assert_true (second == first);
  third = rang_board_planner_get (again, &other);
  g_assert_true (third != first);
}

static void
test_a_search_that_was_stopped_is_not_remembered (void)
{
  static const RangPlannerOptions options = { .seed = 3, .steps = 50 };
  Parts p = parts ();
  g_autoptr (RangProblem) problem = problem_of (&p);
  g_autoptr (RangBoardPlanner) first = rang_board_planner_get (problem, &options), second = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (RangSuggestion) suggestion = NULL;

  g_cancellable_cancel (stop);
  suggestion = rang_board_planner_suggest (first, NULL, NULL, stop);
  g_assert_true (rang_plan_get_unfinished (suggestion->plan));
  second = rang_board_planner_get (problem, &options);
  g_assert_true (second != first);
}

#define ADD(name) g_test_add_func ("/board/planner/" #name, test_##name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (problems_of_the_same_numbers_are_the_same_question);
  ADD (another_time_or_load_of_an_order_is_another_question);
  ADD (another_door_worth_or_place_of_an_order_is_another_question);
  ADD (a_signed_driven_or_kept_place_is_another_question);
  ADD (another_van_or_road_is_another_question);
  ADD (the_same_question_is_searched_once_and_answered_alike);
  ADD (a_search_that_was_stopped_is_not_remembered);
  return g_test_run ();
}
