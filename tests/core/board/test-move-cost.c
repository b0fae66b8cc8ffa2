/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a move costs: states after it against states before. */
#include "hand-made-office.h"

#define WINDOW(from, to) ((RangTimeWindow){ (from), (to) })
#define MORNING WINDOW (8 * HOUR + 10 * MINUTE, 8 * HOUR + 20 * MINUTE)
#define ITEM(list, i) (&g_array_index (list, RangCostItem, i))
#define MOVE(cost, i) (&g_array_index ((cost)->moved, RangCostMove, i))

/* Order 1 goes north and is on time; 2, of the other department, goes south and is 40 minutes late. */
static RangBoard *
two_rivals (RangBoardInput *input)
{
  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  return office_board (input);
}

static RangMoveCost *
cost_of (RangBoard *board, gint64 order, int place)
{
  g_autoptr (GError) error = NULL;
  RangMoveCost *cost = rang_board_cost (board, &order, 1, place, NULL, &error);

  g_assert_no_error (error);
  return cost;
}

static void
test_swap (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = two_rivals (input);
  g_autoptr (RangMoveCost) cost = cost_of (board, 2, 1);

  g_assert_cmpuint (cost->moved->len, ==, 1);
  g_assert_cmpint (MOVE (cost, 0)->order, ==, 2);
  g_assert_cmpuint (MOVE (cost, 0)->from, ==, 2);
  g_assert_cmpuint (MOVE (cost, 0)->to, ==, 1);
  g_assert_cmpint (MOVE (cost, 0)->state_before, ==, RANG_PLAN_LATE);
  g_assert_cmpint (MOVE (cost, 0)->state_after, ==, RANG_PLAN_ON_TIME);
  g_assert_cmpuint (cost->late->len, ==, 1);
  g_assert_cmpint (ITEM (cost->late, 0)->order, ==, 1);
  g_assert_cmpint (ITEM (cost->late, 0)->department, ==, ACTIVE_SALES);
  g_assert_cmpint (ITEM (cost->late, 0)->minutes, ==, 40);
  g_assert_cmpint (ITEM (cost->late, 0)->value.minor, ==, 100000);
  g_assert_cmpint (ITEM (cost->late, 0)->order_value.minor, ==, 10000);
  g_assert_cmpuint (cost->gained->len, ==, 1);
  g_assert_cmpint (ITEM (cost->gained, 0)->order, ==, 2);
  g_assert_cmpuint (cost->left_out->len + cost->later->len, ==, 0);
  g_assert_cmpint (cost->value_at_risk.total.minor, ==, 100000);
  g_assert_false (rang_move_cost_is_empty (cost));
}

static void
test_text (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = two_rivals (input);
  g_autoptr (RangMoveCost) cost = cost_of (board, 2, 1), none = cost_of (board, 2, 2);
  g_autofree char *text = rang_move_cost_dup_summary (cost, input->departments);
  g_autofree char *nothing = rang_move_cost_dup_summary (none, input->departments);

  g_assert_cmpstr (
      text, ==,
      "Gains: 2 on time, was 40 min late. Costs: 1 promise (1 Active Sales). At risk: 1\u00a0000\u00a0lei a "
      "year.");
  g_assert_cmpstr (nothing, ==, "Gains: nobody. Costs: no promise.");
}

static void
test_left_out (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_client (input, 1)->hours = WINDOW (8 * HOUR, 8 * HOUR + 30 * MINUTE);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  cost = cost_of (board, 2, 1);
  g_assert_cmpuint (cost->left_out->len, ==, 1);
  g_assert_cmpint (ITEM (cost->left_out, 0)->order, ==, 1);
  g_assert_cmpint (ITEM (cost->left_out, 0)->minutes, ==, 0);
  g_assert_cmpuint (cost->late->len, ==, 0);
  g_assert_cmpint (cost->value_at_risk.total.minor, ==, 100000);
}

static void
test_own_place (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL;

  office_add_random_orders (input, 30, rand);
  board = office_board (input);
  for (guint rank = 1; rank <= 30; rank++)
    {
      g_autoptr (RangMoveCost) cost = cost_of (board, rang_board_get_entry (board, rank)->number, (int)rank);

      g_assert_true (rang_move_cost_is_empty (cost));
      g_assert_cmpuint (MOVE (cost, 0)->from, ==, MOVE (cost, 0)->to);
      g_assert_cmpint (cost->value_at_risk.total.minor, ==, 0);
    }
}

static void
test_client_once (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;
  gint64 mover = 3;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20)->service = 0;
  office_add_order (input, 2, ACTIVE_SALES, 10, MORNING, 'A', 15)->service = 0;
  office_find (input, 2)->order->client = office_find (input, 1)->order->client;
  office_add_order (input, mover, CLIENTS, -10, MORNING, 'A', 10);
  board = office_board (input);
  cost = cost_of (board, mover, 1);
  g_assert_cmpuint (cost->late->len, ==, 2);
  g_assert_cmpint (ITEM (cost->late, 0)->value.minor, ==, 100000);
  g_assert_cmpint (ITEM (cost->late, 1)->value.minor, ==, 100000);
  g_assert_cmpint (cost->value_at_risk.total.minor, ==, 100000);
  g_assert_cmpuint (rang_move_cost_count_department (cost, ACTIVE_SALES), ==, 2);
  g_assert_cmpuint (rang_move_cost_n_promises (cost), ==, 2);
}

static void
test_other_currency (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL, rated = NULL;
  g_autoptr (RangMoveCost) cost = NULL, converted = NULL;
  RangRate rate = { "EUR", 4976500 };
  g_autofree char *at_risk = NULL;

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20);
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10);
  g_strlcpy (office_client (input, 1)->annual_value.currency, "EUR", 4);
  board = office_board (input);
  cost = cost_of (board, 2, 1);
  g_assert_cmpint (ITEM (cost->late, 0)->value.minor, ==, 100000);
  g_assert_cmpstr (ITEM (cost->late, 0)->value.currency, ==, "EUR");
  g_assert_cmpint (cost->value_at_risk.total.minor, ==, 0);
  g_assert_cmpstr (cost->value_at_risk.total.currency, ==, "RON");
  g_assert_cmpuint (cost->value_at_risk.apart->len, ==, 1);
  at_risk = rang_move_cost_dup_at_risk (cost);
  g_assert_cmpstr (at_risk, ==, "1\302\240000\302\240EUR a year");

  g_array_append_val (input->settings->rates, rate);
  rated = office_board (input);
  converted = cost_of (rated, 2, 1);
  g_assert_cmpint (converted->value_at_risk.total.minor, ==, 497650);
  g_assert_cmpuint (converted->value_at_risk.apart->len, ==, 0);
}

static gboolean
contains (const GArray *items, gint64 order)
{
  for (guint i = 0; i < items->len; i++)
    if (ITEM (items, i)->order == order)
      return TRUE;
  return FALSE;
}

/* Recomputed from the two boards alone. */
static void
assert_is_difference (const RangMoveCost *cost, RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved)
{
  for (guint rank = 1; rank <= rang_board_get_n_entries (after); rank++)
    {
      const RangBoardEntry *is = rang_board_get_entry (after, rank), *was = rang_board_find (before, is->number);
      gboolean is_moved = FALSE;

      for (gsize i = 0; i < n_moved; i++)
        is_moved |= moved[i] == is->number;
      g_assert_cmpint (contains (cost->gained, is->number), ==, is->state < was->state);
      g_assert_cmpint (contains (cost->late, is->number), ==,
                       !is_moved && was->state == RANG_PLAN_ON_TIME && is->state == RANG_PLAN_LATE);
      g_assert_cmpint (contains (cost->left_out, is->number), ==,
                       !is_moved && was->state != RANG_PLAN_NOT_TODAY && is->state == RANG_PLAN_NOT_TODAY);
      g_assert_cmpint (contains (cost->later, is->number), ==,
                       !is_moved && was->state == RANG_PLAN_LATE && is->state == RANG_PLAN_LATE
                           && is->minutes_late > was->minutes_late);
    }
}

static void
test_states_after_against_before (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL;

  office_add_random_orders (input, 50, rand);
  board = office_board (input);
  for (guint round = 0; round < 40; round++)
    {
      const gint64 pair[] = { g_rand_int_range (rand, 1, 26), g_rand_int_range (rand, 26, 51) };
      int place = g_rand_int_range (rand, 1, 50);
      g_autoptr (RangMoveCost) cost = rang_board_cost (board, pair, 2, place, NULL, NULL);
      g_autoptr (GArray) ranking = rang_board_move_ranking (board, pair, 2, place, NULL);
      g_autoptr (RangBoard) after
          = rang_board_with_ranking (board, (const gint64 *)(gpointer)ranking->data, ranking->len, NULL, NULL, NULL);

      g_assert_cmpuint (cost->moved->len, ==, 2);
      assert_is_difference (cost, board, after, pair, 2);
    }
}

static void
test_against_suggestion (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL, suggested = NULL;
  g_autoptr (RangMoveCost) all = NULL, least = NULL;
  const gint64 ranking[] = { 2, 1 }, nobody = 0;

  g_array_append_vals (input->ranking, ranking, 2);
  board = two_rivals (input);
  suggested = rang_board_suggested (board);
  all = rang_board_cost_against (suggested, board, &nobody, 0);
  g_assert_cmpuint (all->moved->len, ==, 0);
  g_assert_cmpuint (all->late->len, ==, 1);
  g_assert_cmpuint (all->gained->len, ==, 1);
  least = rang_board_cost_against (board, suggested, NULL, 0);
  g_assert_cmpuint (least->moved->len, ==, 1);
}

static void
test_waiting (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMoveCost) cost = NULL;
  const gint64 first = 1;

  input->closed = TRUE;
  g_array_append_val (input->ranking, first);
  board = two_rivals (input);
  cost = cost_of (board, 2, 1);
  g_assert_cmpuint (MOVE (cost, 0)->from, ==, 0);
  g_assert_cmpuint (MOVE (cost, 0)->to, ==, 1);
  g_assert_cmpint (MOVE (cost, 0)->state_before, ==, RANG_PLAN_NOT_TODAY);
  g_assert_cmpuint (cost->late->len, ==, 1);
}

static void
test_cancelled_order (void)
{
  g_autoptr (RangBoardInput) input = office_new (1), less = office_new (1);
  g_autoptr (RangBoard) before = two_rivals (input), after = NULL;
  g_autoptr (RangMoveCost) cost = NULL;

  office_add_order (less, 2, CLIENTS, -10, MORNING, 'A', 10);
  after = office_board (less);
  cost = rang_board_cost_against (before, after, NULL, 0);
  g_assert_cmpuint (cost->moved->len, ==, 1);
  g_assert_cmpint (MOVE (cost, 0)->order, ==, 1);
  g_assert_cmpuint (MOVE (cost, 0)->to, ==, 0);
  g_assert_cmpuint (cost->gained->len, ==, 1);
  g_assert_cmpint (ITEM (cost->gained, 0)->order, ==, 2);
  g_assert_cmpuint (rang_move_cost_n_promises (cost), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (RangBoardInput) input = office_new (1);
  g_autoptr (RangBoard) board = two_rivals (input);
  const gint64 stranger = 9, both[] = { 1, 2 };

  for (int place = 0; place <= 3; place += 3)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rang_board_cost (board, both, 1, place, NULL, &error));
      g_assert_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_PLACE);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      int expected = i == 0 ? RANG_BOARD_ERROR_ORDER : RANG_BOARD_ERROR_PLACE;

      g_assert_null (rang_board_cost (board, i == 0 ? &stranger : both, i == 0 ? 1 : 2, 2, NULL, &error));
      g_assert_error (error, RANG_BOARD_ERROR, expected);
    }
}

static gpointer
ask_costs (gpointer data)
{
  RangBoard *board = data;
  GString *answers = g_string_new (NULL);

  for (gint64 order = 1; order <= 30; order++)
    {
      g_autoptr (RangMoveCost) cost = cost_of (board, order, 1);

      g_string_append_printf (answers, "%u/%u/%u/%u ", cost->late->len, cost->later->len, cost->left_out->len,
                              cost->gained->len);
    }
  return g_string_free (answers, FALSE);
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = new_rand ();
  g_autoptr (RangBoardInput) input = office_new (2);
  g_autoptr (RangBoard) board = NULL;
  g_autofree char *here = NULL, *there = NULL;
  GThread *thread;

  office_add_random_orders (input, 30, rand);
  board = office_board (input);
  thread = g_thread_new ("costs", ask_costs, board);
  here = ask_costs (board);
  there = g_thread_join (thread);
  g_assert_cmpstr (here, ==, there);
}

#define ADD(name, func) g_test_add_func ("/move-cost/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("who_falls_who_gains_and_what_is_at_risk", test_swap);
  ADD ("is_said_on_one_line", test_text);
  ADD ("who_is_left_out", test_left_out);
  ADD ("property/a_move_to_the_own_place_costs_nothing", test_own_place);
  ADD ("each_client_counts_once", test_client_once);
  ADD ("values_in_another_currency_are_not_added", test_other_currency);
  ADD ("property/is_states_after_against_states_before", test_states_after_against_before);
  ADD ("board_against_suggestion", test_against_suggestion);
  ADD ("an_order_outside_a_signed_board_can_be_moved_in", test_waiting);
  ADD ("an_order_that_leaves_is_moved_and_no_victim", test_cancelled_order);
  ADD ("a_stranger_and_a_place_that_is_not_there_are_refused", test_refused);
  ADD ("can_be_asked_from_two_threads_at_once", test_threads);
  return g_test_run ();
}
