/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a board that tests of the window can show without a store. */
#include "ui/rang-test-board.h"

#include "demo-day.h"
#include "office/rang-demo.h"

static RangBoardScore *
make_score (const RangOrder *order)
{
  gint64 value = order->value.minor / 40000;
  RangBoardScore *score = rang_board_score_new (value > 12 ? 'A' : value > 5 ? 'B' : 'C');

  rang_board_score_add (score, "Value/order", "Order value", CLAMP (value, 1, 30));
  if (order->importance == RANG_IMPORTANCE_HIGH)
    rang_board_score_add (score, "Importance/high", "Importance: high", 10);
  return score;
}

RangBoard *
rang_test_board_new (RangDay day)
{
  g_autoptr (RangBoardInput) input = demo_day_new (day);
  g_autoptr (GError) error = NULL;
  RangBoard *board;

  for (guint i = 0; i < input->orders->len; i++)
    {
      const RangOrder *order = ((RangBoardOrder *)g_ptr_array_index (input->orders, i))->order;

      rang_board_input_add_score (input, order->number, make_score (order));
    }
  for (guint i = 0; i < 2; i++)
    {
      const RangOrder *order = ((RangBoardOrder *)g_ptr_array_index (input->orders, 3 + i))->order;
      RangBoardPlacement placement = { order->number, RANG_DEMO_HEAD_OF_SALES, i == 0 ? 0 : -1, 7 + i };

      g_array_append_val (input->placements, placement);
    }
  input->steps = 200;
  board = rang_board_new (input, NULL, &error);
  g_assert_no_error (error);
  return board;
}
