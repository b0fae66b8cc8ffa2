/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the sentences that say why an order stands where it stands. */
#include "board/rang-board-explain.h"

#include "hand-made-office.h"

#define WINDOW(from, to) ((RangTimeWindow){ (from), (to) })
#define MORNING WINDOW (8 * HOUR + 10 * MINUTE, 8 * HOUR + 20 * MINUTE)

/* Active Sales ranked 3 above 1; the rules put 1 above 3. 2 is late. */
static RangBoardInput *
three_orders (void)
{
  RangBoardInput *input = office_new (1);

  office_add_order (input, 1, ACTIVE_SALES, 10, MORNING, 'A', 20)->submitted_rank = 2;
  office_add_order (input, 2, CLIENTS, -10, MORNING, 'A', 10)->submitted_rank = 1;
  office_add_order (input, 3, ACTIVE_SALES, 1, WINDOW (8 * HOUR, 16 * HOUR), 'B', 1)->submitted_rank = 1;
  return input;
}

static void
assert_says (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_ruled (void)
{
  g_autoptr (RangBoardInput) input = three_orders ();
  g_autoptr (RangBoard) board = office_board (input);

  assert_says (rang_board_why (board, 1),
               "Class A with 20 points: the rules put it at place 1, 1 above the on-time line.");
  assert_says (rang_board_why (board, 2),
               "Class A with 10 points: the rules put it at place 2, 1 below the on-time line.");
  assert_says (rang_board_why (board, 3),
               "Class B with 1 point: the rules put it at place 3, 2 below the on-time line.");
  g_assert_null (rang_board_why (board, 9));
}

static void
test_moved (void)
{
  g_autoptr (RangBoardInput) input = three_orders ();
  g_autoptr (RangBoard) board = NULL;
  const gint64 ranking[] = { 3, 2, 1 };

  g_array_append_vals (input->ranking, ranking, 3);
  office_place (input, 3, HEAD_OF_SALES, RANG_REASON_CLIENT_AT_RISK);
  office_place (input, 2, 99, -1);
  board = office_board (input);
  assert_says (rang_board_why (board, 3), "Moved here by Ioana Pop (Client at risk); the rules suggest place 3.");
  assert_says (rang_board_why (board, 2), "Moved here by somebody, reason pending; the rules suggest place 2.");
  assert_says (rang_board_why (board, 1),
               "Class A with 20 points: nobody placed it; as others moved or came it stands at "
               "3, 1 below the on-time line, and the rules now suggest 1.");
}

static void
test_not_as_ranked (void)
{
  g_autoptr (RangBoardInput) input = three_orders ();
  g_autoptr (RangBoard) board = office_board (input);

  assert_says (rang_board_why_not_as_ranked (board, 3),
               "1 stands above it although the department ranked it lower (2 against 1): by the rules it is class A "
               "against B.");
  g_assert_null (rang_board_why_not_as_ranked (board, 1));
  g_assert_null (rang_board_why_not_as_ranked (board, 2));
}

static void
test_not_as_ranked_by_a_person (void)
{
  g_autoptr (RangBoardInput) input = three_orders ();
  g_autoptr (RangBoard) board = NULL;
  const gint64 ranking[] = { 1, 2, 3 };

  g_array_append_vals (input->ranking, ranking, 3);
  office_place (input, 1, HEAD_OF_SALES, RANG_REASON_CONTRACT);
  board = office_board (input);
  assert_says (rang_board_why_not_as_ranked (board, 3),
               "1 stands above it although the department ranked it lower (2 against 1): 1 was moved by Ioana Pop.");
}

static void
test_not_on_time (void)
{
  g_autoptr (RangBoardInput) input = three_orders ();
  g_autoptr (RangBoard) board = NULL;

  office_add_order (input, 4, CLIENTS, 10, WINDOW (8 * HOUR, 8 * HOUR + 60), 'C', 1);
  office_add_order (input, 5, CLIENTS, 1, MORNING, 'C', 1)->goods = RANG_GOODS_NOT_READY;
  board = office_board (input);
  assert_says (rang_board_why_not_on_time (board, 2),
               "To be on time it needs 1 to yield: worth 20 points and 100\u00a0lei.");
  assert_says (rang_board_why_not_on_time (board, 4),
               "It would not be on time even at place 1: the promise cannot be kept.");
  assert_says (rang_board_why_not_on_time (board, 5), "Its goods are not ready today.");
  g_assert_null (rang_board_why_not_on_time (board, 1));
}

#define ADD(name, func) g_test_add_func ("/board-explain/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the_rules_put_it_there", test_ruled);
  ADD ("a_person_put_it_there", test_moved);
  ADD ("the_department_ranked_otherwise_and_the_rules_decided", test_not_as_ranked);
  ADD ("the_department_ranked_otherwise_and_a_person_decided", test_not_as_ranked_by_a_person);
  ADD ("who_would_have_to_yield_or_why_nothing_helps", test_not_on_time);
  return g_test_run ();
}
