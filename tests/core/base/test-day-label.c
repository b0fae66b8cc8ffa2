/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of how days are written for people. */
#include "base/rang-day-label.h"

static void
test_long (void)
{
  g_autofree char *text = rang_day_label_long (rang_day_from_ymd (2026, 11, 24));
  g_autofree char *none = rang_day_label_long (RANG_DAY_NONE);

  g_assert_cmpstr (text, ==, "Tuesday 24 November 2026");
  g_assert_cmpstr (none, ==, "–");
}

static void
test_short (void)
{
  g_autofree char *text = rang_day_label_short (rang_day_from_ymd (2026, 3, 5));
  g_autofree char *none = rang_day_label_short (RANG_DAY_NONE);

  g_assert_cmpstr (text, ==, "05 Mar 2026");
  g_assert_cmpstr (none, ==, "–");
}

static void
test_weekdays (void)
{
  g_assert_cmpstr (rang_day_label_weekday (rang_day_from_ymd (2026, 11, 23)), ==, "Monday");
  g_assert_cmpstr (rang_day_label_weekday (rang_day_from_ymd (2026, 11, 29)), ==, "Sunday");
}

static void
test_window (void)
{
  g_autofree char *text = rang_day_label_window ((RangTimeWindow){ 8 * 3600, 10 * 3600 + 1800 });
  g_autofree char *none = rang_day_label_window ((RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE });

  g_assert_cmpstr (text, ==, "08:00–10:30");
  g_assert_cmpstr (none, ==, "–");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day-label/a long day has weekday and month", test_long);
  g_test_add_func ("/base/day-label/a short day has two digits", test_short);
  g_test_add_func ("/base/day-label/a week goes from Monday to Sunday", test_weekdays);
  g_test_add_func ("/base/day-label/a window has both ends", test_window);
  return g_test_run ();
}
