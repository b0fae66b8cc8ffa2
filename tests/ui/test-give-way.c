/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which columns of a table give way when room is short. */
#include "common/rang-give-way.h"

/* A place, a client who takes what is left over, a load and a department. */
static const RangRoom rooms[] = { { 50, 40, 0 }, { 0, 150, 0 }, { 80, 70, 2 }, { 100, 90, 1 } };

static void
assert_widths (int width, int place, int client, int load, int department)
{
  int widths[G_N_ELEMENTS (rooms)];

  rang_give_way_lay_out (rooms, G_N_ELEMENTS (rooms), width, widths);
  g_assert_cmpint (widths[0], ==, place);
  g_assert_cmpint (widths[1], ==, client);
  g_assert_cmpint (widths[2], ==, load);
  g_assert_cmpint (widths[3], ==, department);
}

static void
test_the_client_takes_what_is_left_over (void)
{
  assert_widths (600, 50, 370, 80, 100);
}

static void
test_columns_become_narrow_before_one_gives_way (void)
{
  assert_widths (379, 40, 179, 70, 90);
  assert_widths (350, 40, 150, 70, 90);
}

static void
test_what_matters_least_gives_way_first (void)
{
  assert_widths (349, 40, 219, 0, 90);
  assert_widths (279, 40, 239, 0, 0);
}

static void
test_what_matters_stays_in_the_narrowest_table (void)
{
  assert_widths (100, 40, 150, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/give-way/the client takes what is left over", test_the_client_takes_what_is_left_over);
  g_test_add_func ("/ui/give-way/columns become narrow before one gives way",
                   test_columns_become_narrow_before_one_gives_way);
  g_test_add_func ("/ui/give-way/what matters least gives way first", test_what_matters_least_gives_way_first);
  g_test_add_func ("/ui/give-way/what matters stays in the narrowest table",
                   test_what_matters_stays_in_the_narrowest_table);
  return g_test_run ();
}
