/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of a demo office: about 130 % full, whatever the date it is made on. */
#include <glib/gstdio.h>

#include "lib/rang-test-folder.h"
#include "office/rang-office-board.h"

/* How full the board is that a new demo office shows at half past seven on @day. */
static guint
measure_fullness (RangDay day)
{
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *path = rang_test_folder_file (folder, "office.rang");
  g_autoptr (RangClock) clock = rang_clock_new_fixed ((gint64)day * 86400 + 11 * 1800);
  RangSession session = { 1, day, RANG_UNIT_DELIVERY_ID };
  g_autoptr (GError) error = NULL;
  RangOffice *office = rang_office_create (path, clock, TRUE, "tester", &error);
  g_autoptr (RangBoard) board = NULL;
  guint fullness;

  g_assert_no_error (error);
  board = rang_office_load_board (office, &session, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rang_board_get_n_entries (board), ==, 120);
  fullness = rang_board_get_lines (board)->fullness;
  rang_office_close (office);
  return fullness;
}

static void
test_the_day_of_the_pictures (void)
{
  guint fullness = measure_fullness (rang_day_from_ymd (2026, 11, 24));

  g_test_message ("%u %% full", fullness);
  g_assert_cmpuint (fullness, >=, 125);
  g_assert_cmpuint (fullness, <=, 135);
}

/* A Monday every eight weeks: 130 on the whole, and each of them near it. */
static void
test_any_date (void)
{
  RangDay first = rang_day_from_ymd (2026, 1, 5);
  guint all = 0;

  for (guint i = 0; i < 6; i++)
    {
      guint fullness = measure_fullness (first + (RangDay)i * 56);

      g_test_message ("after %u weeks: %u %% full", i * 8, fullness);
      g_assert_cmpuint (fullness, >=, 115);
      g_assert_cmpuint (fullness, <=, 147);
      all += fullness;
    }
  g_assert_cmpuint (all / 6, >=, 127);
  g_assert_cmpuint (all / 6, <=, 133);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-demo-day/the_day_of_the_pictures_is_about_130_per_cent_full", test_the_day_of_the_pictures);
  g_test_add_func ("/office-demo-day/the_day_is_about_130_per_cent_full_on_any_date", test_any_date);
  return g_test_run ();
}
