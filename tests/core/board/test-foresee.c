/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the check of a promise: what becomes of an order that nobody has promised yet. */
#include "board/rang-board-foresee.h"
#include "hand-made-office.h"

#define WINDOW(from, to) ((RangTimeWindow){ (from), (to) })
#define MORNING WINDOW (8 * HOUR + 10 * MINUTE, 8 * HOUR + 20 * MINUTE)

/* What the board of one order to the north says of another one. */
static RangForesight *
foresee (int km, RangTimeWindow promised, RangTimeWindow hours)
{
  g_autoptr (RangBoardInput) input = office_new (1), other = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  RangForesight *foresight;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (other, 2, CLIENTS, km, promised, 'A', 10);
  office_client (other, 2)->hours = hours;
  board = office_board (input);
  foresight = rang_board_foresee (board, office_find (other, 2)->order, office_client (other, 2), NULL, &error);
  g_assert_no_error (error);
  return foresight;
}

static void
test_price (void)
{
  g_autoptr (RangForesight) foresight = foresee (-10, MORNING, WINDOW (RANG_TIME_NONE, RANG_TIME_NONE));
  g_autofree char *text = rang_foresight_to_text (foresight);

  g_assert_cmpint (foresight->state, ==, RANG_PLAN_LATE);
  g_assert_cmpint (foresight->minutes_late, ==, 40);
  g_assert_cmpuint (foresight->late->len, ==, 1);
  g_assert_cmpint (g_array_index (foresight->late, gint64, 0), ==, 1);
  g_assert_cmpuint (foresight->left_out->len, ==, 0);
  g_assert_cmpstr (text, ==, "Can be there by 09:00; promising 08:20 would make 1 order late.");
}

static void
test_kept (void)
{
  g_autoptr (RangForesight) foresight
      = foresee (10, WINDOW (8 * HOUR, 12 * HOUR), WINDOW (RANG_TIME_NONE, RANG_TIME_NONE));
  g_autofree char *text = rang_foresight_to_text (foresight);

  g_assert_cmpint (foresight->state, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpuint (foresight->late->len + foresight->left_out->len, ==, 0);
  g_assert_true (g_str_has_suffix (text, "the promise can be kept."));
}

static void
test_no_room (void)
{
  g_autoptr (RangForesight) foresight = foresee (-10, MORNING, MORNING);
  g_autofree char *text = rang_foresight_to_text (foresight);

  g_assert_cmpint (foresight->state, ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpstr (text, ==, "No room is left on that day; promising 08:20 would make 1 order late.");
}

static void
test_impossible (void)
{
  g_autoptr (RangForesight) foresight = foresee (40, MORNING, MORNING);
  g_autofree char *text = rang_foresight_to_text (foresight);

  g_assert_true (foresight->impossible);
  g_assert_cmpuint (foresight->late->len, ==, 0);
  g_assert_cmpstr (text, ==, "Cannot be there on that day, even at rank 1.");
}

/* An order on the board is looked at with the values asked about, not twice. */
static void
test_changed (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangOrder) order = NULL;
  g_autoptr (RangForesight) foresight = NULL;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  order = rang_order_copy (office_find (input, 2)->order);
  order->promised = WINDOW (9 * HOUR, 10 * HOUR);
  foresight = rang_board_foresee (board, order, office_client (input, 2), NULL, NULL);
  g_assert_cmpint (foresight->state, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpint (foresight->eta, ==, 9 * HOUR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foresee/a_promise_that_is_too_early_names_who_would_pay", test_price);
  g_test_add_func ("/foresee/a_promise_that_can_be_kept_costs_nobody", test_kept);
  g_test_add_func ("/foresee/a_full_day_says_so", test_no_room);
  g_test_add_func ("/foresee/what_is_too_far_is_impossible_and_costs_nobody", test_impossible);
  g_test_add_func ("/foresee/an_order_on_the_board_is_looked_at_anew", test_changed);
  return g_test_run ();
}
