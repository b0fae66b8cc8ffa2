/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a board tells the planner of vans, orders and doors, and for the words when nothing fits. */
#include "hand-made-office.h"

#include <string.h>

#include "board/rang-board-explain.h"

#define ALL_DAY ((RangTimeWindow){ 8 * HOUR, 16 * HOUR })

static RangResource *
van (RangBoardInput *input, guint index)
{
  return input->resources->pdata[index];
}

static const RangBoardEntry *
entry_of (RangBoard *board, gint64 number)
{
  const RangBoardEntry *entry = rang_board_find (board, number);

  g_assert_nonnull (entry);
  return entry;
}

static void
assert_why (RangBoard *board, gint64 number, const char *part)
{
  g_autofree char *why = rang_board_why_not_on_time (board, number);

  if (why == NULL || strstr (why, part) == NULL)
    g_error ("“%s” instead of “%s”", why != NULL ? why : "", part);
}

static void
test_an_order_that_needs_a_lift_is_on_the_van_that_has_one (void)
{
  g_autoptr (RangBoardInput) input = office_new (3);
  g_autoptr (RangBoard) board = NULL;

  for (gint64 number = 1; number <= 3; number++)
    office_add_order (input, number, CLIENTS, 5, ALL_DAY, 'B', 10)->skills = RANG_SKILL_LIFT;
  van (input, 2)->skills = RANG_ALL_SKILLS;
  board = office_board (input);
  for (gint64 number = 1; number <= 3; number++)
    g_assert_cmpint (entry_of (board, number)->resource, ==, 3);
}

static void
test_an_order_that_no_van_can_take_says_why_in_words (void)
{
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, CLIENTS, 5, ALL_DAY, 'B', 10)->skills = RANG_SKILL_LIFT;
  office_add_order (input, 2, CLIENTS, 5, ALL_DAY, 'B', 10)->skills = RANG_SKILL_COLD;
  office_add_order (input, 3, CLIENTS, 5, ALL_DAY, 'B', 10)->skills = RANG_ALL_SKILLS;
  office_add_order (input, 4, CLIENTS, 5, ALL_DAY, 'B', 10)->load = 900500;
  office_add_order (input, 5, CLIENTS, 5, ALL_DAY, 'B', 10)->parcels = 60;
  office_add_order (input, 6, CLIENTS, 5, ALL_DAY, 'B', 10)->skills = RANG_SKILL_COLD;
  office_find (input, 6)->lock = 1;
  van (input, 0)->capacity = van (input, 1)->capacity = 800000;
  van (input, 0)->capacity_parcels = van (input, 1)->capacity_parcels = 50;
  board = office_board (input);
  for (gint64 number = 1; number <= 6; number++)
    g_assert_true (entry_of (board, number)->impossible);
  assert_why (board, 1, "No van with a lift");
  assert_why (board, 2, "No van with cooling");
  assert_why (board, 3, "both a lift and cooling");
  assert_why (board, 4, "901 kg; no van that may take it on this day carries more than 800 kg");
  assert_why (board, 5, "60 parcels; no van that may take it on this day carries more than 50");
  assert_why (board, 6, "locked to Van 1, which does not have what it needs: cold");
}

static void
test_a_van_that_rests_serves_nobody_meanwhile (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  /* A quarter past twelve is in the break. */
  office_add_order (input, 1, CLIENTS, 5, (RangTimeWindow){ 12 * HOUR + 900, 12 * HOUR + 1800 }, 'B', 10);
  office_add_order (input, 2, CLIENTS, 5, (RangTimeWindow){ 12 * HOUR + 900, 13 * HOUR + 900 }, 'B', 10);
  g_assert_true (rang_breaks_parse ("12:00-13:00", &van (input, 0)->breaks));
  board = office_board (input);
  g_assert_cmpint (entry_of (board, 1)->state, !=, RANG_PLAN_ON_TIME);
  g_assert_cmpint (entry_of (board, 2)->state, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (entry_of (board, 2)->eta, >=, 13 * HOUR);
}

static void
test_a_break_outside_of_the_shift_is_none (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 1, CLIENTS, 5, ALL_DAY, 'B', 10);
  g_assert_true (rang_breaks_parse ("17:00-18:00", &van (input, 0)->breaks));
  board = office_board (input);
  g_assert_cmpint (entry_of (board, 1)->state, ==, RANG_PLAN_ON_TIME);
}

/* 36 km/h: a kilometre takes 100 seconds. */
static void
test_a_van_starts_and_ends_where_it_has_its_own_place (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  RangPlace *start = &van (input, 0)->start;
  const RangBoardRoute *route;

  office_add_order (input, 1, CLIENTS, 10, ALL_DAY, 'B', 10);
  start->located = TRUE;
  start->lat = 45650000 + 12 * 8993;
  start->lon = 25600000;
  board = office_board (input);
  route = rang_board_get_routes (board)->pdata[0];
  g_assert_cmpint (ABS (entry_of (board, 1)->arrival - (8 * HOUR + 200)), <=, 2);
  g_assert_cmpint (ABS (route->back - (8 * HOUR + 200 + 600 + 1000)), <=, 4);
  g_assert_cmpint (ABS (route->metres - 12000), <=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/board/model/" #name, test_##name)
  ADD (an_order_that_needs_a_lift_is_on_the_van_that_has_one);
  ADD (an_order_that_no_van_can_take_says_why_in_words);
  ADD (a_van_that_rests_serves_nobody_meanwhile);
  ADD (a_break_outside_of_the_shift_is_none);
  ADD (a_van_starts_and_ends_where_it_has_its_own_place);
  return g_test_run ();
}
