/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo office's day as the board sees it: about 130 % full, whatever the date. */
#include "board/rang-board.h"
#include "demo-day.h"
#include "rules/rang-rules.h"

/* As many steps of the planner as an office takes. */
static guint
measure_fullness (RangDay day)
{
  g_autofree char *path = g_build_filename (g_getenv ("RANG_SOURCE"), "data", "rules", "default.dmn", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, &error);
  g_autoptr (RangBoardInput) input = demo_day_new (day);
  g_autoptr (RangBoard) board = NULL;

  g_assert_no_error (error);
  rang_board_input_set_rules (input, rules);
  board = rang_board_new (input, NULL, &error);
  g_assert_no_error (error);
  return rang_board_get_lines (board)->fullness;
}

static void
test_the_day_of_the_pictures (void)
{
  guint fullness = measure_fullness (rang_day_from_ymd (2026, 11, 24));

  g_test_message ("%u %% full", fullness);
  g_assert_cmpuint (fullness, >=, 125);
  g_assert_cmpuint (fullness, <=, 135);
}

/* A Monday of each of twelve months: 130 on the whole, and each of them near it. */
static void
test_any_date (void)
{
  RangDay first = rang_day_from_ymd (2026, 1, 5);
  guint all = 0;

  for (guint i = 0; i < 12; i++)
    {
      guint fullness = measure_fullness (first + (RangDay)i * 28);

      g_test_message ("after %u weeks: %u %% full", i * 4, fullness);
      g_assert_cmpuint (fullness, >=, 115);
      g_assert_cmpuint (fullness, <=, 147);
      all += fullness;
    }
  g_assert_cmpuint (all / 12, >=, 126);
  g_assert_cmpuint (all / 12, <=, 134);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/demo/the_day_of_the_pictures_is_about_130_per_cent_full", test_the_day_of_the_pictures);
  g_test_add_func ("/board/demo/the_day_is_about_130_per_cent_full_on_any_date", test_any_date);
  return g_test_run ();
}
