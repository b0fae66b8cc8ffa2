/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/rang-day.h"

static void
test_every_day_of_three_centuries_survives_the_round_trip (void)
{
  for (RangDay day = rang_day_from_ymd (1900, 1, 1); day <= rang_day_from_ymd (2200, 12, 31); day++)
    {
      g_autofree char *text = rang_day_format (day);

      g_assert_cmpint (rang_day_parse (text), ==, day);
    }
  g_assert_cmpint (rang_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (rang_day_from_ymd (2026, 11, 24), ==, 20781);
}

static void
test_a_date_that_does_not_exist_is_refused (void)
{
  static const char *const bad[] = { "2026-02-30", "2026-13-01",  "2026-00-10",  "0000-00-00", "99999-01-01",
                                     "2026-1-1",   "2026-01-01 ", "2026-01-01Z", "",           "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (rang_day_parse (bad[i]), ==, RANG_DAY_NONE);
}

static void
test_the_weekday_is_that_of_the_calendar (void)
{
  g_assert_cmpint (rang_day_weekday (rang_day_from_ymd (2026, 11, 23)), ==, 1);
  g_assert_cmpint (rang_day_weekday (rang_day_from_ymd (1969, 12, 28)), ==, 7);
}

static void
test_times_are_read_strictly (void)
{
  g_assert_cmpint (rang_time_parse ("07:30"), ==, 27000);
  g_assert_cmpint (rang_time_parse ("24:00"), ==, RANG_TIME_END_OF_DAY);
  g_assert_cmpint (rang_time_parse ("24:01"), ==, RANG_TIME_NONE);
  g_assert_cmpint (rang_time_parse ("7:30"), ==, RANG_TIME_NONE);
  g_assert_cmpint (rang_time_parse ("07:60"), ==, RANG_TIME_NONE);
}

static void
test_a_day_belongs_to_the_zone_of_the_office (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Bucharest");
  RangTime time;
  /* 2026-11-23T22:30Z is already the 24th in Bucharest. */
  gint64 instant = (gint64)rang_day_from_ymd (2026, 11, 23) * 86400 + 22 * 3600 + 1800;

  g_assert_nonnull (zone);
  g_assert_cmpint (rang_day_of_instant (instant, zone, &time), ==, rang_day_from_ymd (2026, 11, 24));
  g_assert_cmpint (time, ==, 1800);
  g_assert_cmpint (rang_day_to_instant (rang_day_from_ymd (2026, 11, 24), 1800, zone), ==, instant);
}

static void
test_instants_are_written_as_glib_writes_them (void)
{
  static const gint64 instants[] = { 0, -1, 951782399, 951868800, 1795505400, 253402300799, -2208988800 };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instants[i]);
      g_autofree char *expected = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
      g_autofree char *text = rang_instant_format (instants[i]);

      g_assert_cmpstr (text, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/every-day-survives-the-round-trip",
                   test_every_day_of_three_centuries_survives_the_round_trip);
  g_test_add_func ("/base/day/a-date-that-does-not-exist-is-refused", test_a_date_that_does_not_exist_is_refused);
  g_test_add_func ("/base/day/the-weekday-is-that-of-the-calendar", test_the_weekday_is_that_of_the_calendar);
  g_test_add_func ("/base/day/times-are-read-strictly", test_times_are_read_strictly);
  g_test_add_func ("/base/day/a-day-belongs-to-the-zone", test_a_day_belongs_to_the_zone_of_the_office);
  g_test_add_func ("/day/instants are written as GLib writes them", test_instants_are_written_as_glib_writes_them);
  return g_test_run ();
}
