/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a board that tests of the window can show without a store. */
#include "ui/rang-test-board.h"

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

static void
add_order (RangBoardInput *input, const RangOrder *order)
{
  rang_board_input_add_score (input, order->number, make_score (order));
  g_ptr_array_add (input->orders, rang_board_order_new (rang_order_copy (order)));
}

RangBoard *
rang_test_board_new (RangDay day)
{
  g_autoptr (RangDemo) demo = rang_demo_new (RANG_DEMO_SEED, day);
  g_autoptr (RangBoardInput) input = NULL;
  g_autoptr (GError) error = NULL;
  RangBoard *board;

  input = rang_board_input_new (rang_settings_copy (demo->settings),
                                rang_unit_copy (g_ptr_array_index (demo->units, 0)), day);
  for (guint i = 0; i < demo->departments->len; i++)
    g_ptr_array_add (input->departments, rang_department_copy (g_ptr_array_index (demo->departments, i)));
  for (guint i = 0; i < demo->people->len; i++)
    g_ptr_array_add (input->people, rang_person_copy (g_ptr_array_index (demo->people, i)));
  for (guint i = 0; i < demo->clients->len; i++)
    rang_board_input_add_client (input, rang_client_copy (g_ptr_array_index (demo->clients, i)));
  for (guint i = 0; i < demo->resources->len; i++)
    g_ptr_array_add (input->resources, rang_resource_copy (g_ptr_array_index (demo->resources, i)));
  for (guint i = 0; i < demo->orders->len; i++)
    add_order (input, g_ptr_array_index (demo->orders, i));
  for (guint i = 0; i < 2; i++)
    {
      const RangOrder *order = g_ptr_array_index (demo->orders, 3 + i);
      RangBoardPlacement placement = { order->number, RANG_DEMO_HEAD_OF_SALES, i == 0 ? 0 : -1, 7 + i };

      g_array_append_val (input->placements, placement);
    }
  input->steps = 200;
  board = rang_board_new (input, NULL, &error);
  g_assert_no_error (error);
  return board;
}
