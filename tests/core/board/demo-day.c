/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a day of the demo office without a store. */
#include "demo-day.h"

#include "office/rang-demo.h"

RangBoardInput *
demo_day_new (RangDay day)
{
  g_autoptr (RangDemo) demo = rang_demo_new (RANG_DEMO_SEED, day);
  RangBoardInput *input = rang_board_input_new (rang_settings_copy (demo->settings),
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
    g_ptr_array_add (input->orders, rang_board_order_new (rang_order_copy (g_ptr_array_index (demo->orders, i))));
  return input;
}
