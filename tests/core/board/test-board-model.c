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
  const RangBoardRoute *route;

  /* A quarter past twelve is in the break. */
  office_add_order (input, 1, CLIENTS, 5, (RangTimeWindow){ 12 * HOUR + 900, 12 * HOUR + 1800 }, 'B', 10);
  office_add_order (input, 2, CLIENTS, 5, (RangTimeWindow){ 12 * HOUR + 900, 13 * HOUR + 900 }, 'B', 10);
  g_assert_true (rang_breaks_parse ("12:00-13:00", &van (input, 0)->breaks));
  board = office_board (input);
  g_assert_cmpint (entry_of (board, 1)->state, !=, RANG_PLAN_ON_TIME);
  g_assert_cmpint (entry_of (board, 2)->state, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (entry_of (board, 2)->eta, >=, 13 * HOUR);
  /* It is on the route, where it is taken. */
  route = rang_board_get_routes (board)->pdata[0];
  g_assert_cmpuint (route->breaks->len, ==, 1);
  g_assert_cmpint (g_array_index (route->breaks, RangBoardBreak, 0).from, ==, 12 * HOUR);
  g_assert_cmpint (g_array_index (route->breaks, RangBoardBreak, 0).to, ==, 13 * HOUR);
  g_assert_cmpuint (g_array_index (route->breaks, RangBoardBreak, 0).before, ==, 0);
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

static void
test_a_door_with_two_windows_is_served_in_one_of_them (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  RangClient *client;

  office_add_order (input, 1, CLIENTS, 5, (RangTimeWindow){ 10 * HOUR, 15 * HOUR }, 'B', 10);
  client = office_client (input, 1);
  g_assert_true (rang_hours_parse ("08:00-09:30, 14:00-16:00", &client->hours, &client->shut));
  board = office_board (input);
  g_assert_cmpint (entry_of (board, 1)->state, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (entry_of (board, 1)->eta, ==, 14 * HOUR);
}

static void
test_no_service_begins_after_the_closing_hour (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  RangClient *client;

  /* Two hours' drive; the door shuts for good half an hour before. */
  office_add_order (input, 1, CLIENTS, 72, (RangTimeWindow){ 9 * HOUR, 15 * HOUR }, 'B', 10);
  client = office_client (input, 1);
  g_assert_true (rang_hours_parse ("08:00-09:30", &client->hours, &client->shut));
  board = office_board (input);
  g_assert_cmpint (entry_of (board, 1)->state, ==, RANG_PLAN_NOT_TODAY);
}

static void
test_a_slow_hour_is_slow_and_the_next_is_not (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;

  /* 45 km: 1 h 15 min at the usual speed. At half of it 18 km are behind at nine, the other 27 take 45 minutes. */
  office_add_order (input, 1, CLIENTS, 45, ALL_DAY, 'B', 10);
  g_assert_true (rang_speeds_parse ("8-9=50", input->settings->speeds));
  board = office_board (input);
  g_assert_cmpint (ABS (entry_of (board, 1)->arrival - (9 * HOUR + 45 * MINUTE)), <=, 5);
}

static void
test_measured_travel_goes_before_what_is_reckoned (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  const gint32 seconds[] = { 0, 1234, 4321, 0 }, metres[] = { 0, 7000, 8000, 0 };
  const RangBoardRoute *route;

  office_add_order (input, 1, CLIENTS, 5, ALL_DAY, 'B', 10);
  input->roads = rang_roads_new ();
  rang_roads_add_place (input->roads, "depot", 45650000, 25600000);
  /* Some metres off the door: it is the same place. */
  rang_roads_add_place (input->roads, "door", 45650000 + 5 * 8993 + 300, 25600000);
  g_array_append_vals (input->roads->seconds, seconds, 4);
  g_array_append_vals (input->roads->metres, metres, 4);
  board = office_board (input);
  route = rang_board_get_routes (board)->pdata[0];
  g_assert_cmpint (entry_of (board, 1)->arrival, ==, 8 * HOUR + 1234);
  g_assert_cmpint (route->back, ==, 8 * HOUR + 1234 + 600 + 4321);
  g_assert_cmpint (route->metres, ==, 15000);
}

static void
test_a_place_that_was_not_measured_is_reckoned (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  const gint32 far[] = { 0, 80000, 80000, 0 };

  office_add_order (input, 1, CLIENTS, 5, ALL_DAY, 'B', 10);
  input->roads = rang_roads_new ();
  rang_roads_add_place (input->roads, "depot", 45650000, 25600000);
  rang_roads_add_place (input->roads, "elsewhere", 45650000 + 7 * 8993, 25600000);
  g_array_append_vals (input->roads->seconds, far, 4);
  g_array_append_vals (input->roads->metres, far, 4);
  board = office_board (input);
  g_assert_cmpint (ABS (entry_of (board, 1)->arrival - (8 * HOUR + 500)), <=, 2);
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
  ADD (a_door_with_two_windows_is_served_in_one_of_them);
  ADD (no_service_begins_after_the_closing_hour);
  ADD (a_slow_hour_is_slow_and_the_next_is_not);
  ADD (measured_travel_goes_before_what_is_reckoned);
  ADD (a_place_that_was_not_measured_is_reckoned);
  return g_test_run ();
}
