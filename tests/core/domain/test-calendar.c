/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rang-calendar.h"

static void
assert_easter (int year, int month, int day)
{
  g_assert_cmpint (rang_calendar_orthodox_easter (year), ==, rang_day_from_ymd (year, month, day));
}

static void
test_orthodox_easter_falls_on_the_days_of_the_church (void)
{
  assert_easter (2008, 4, 27);
  assert_easter (2016, 5, 1);
  assert_easter (2017, 4, 16);
  assert_easter (2021, 5, 2);
  assert_easter (2023, 4, 16);
  assert_easter (2024, 5, 5);
  assert_easter (2025, 4, 20);
  assert_easter (2026, 4, 12);
  assert_easter (2027, 5, 2);
  assert_easter (2028, 4, 16);
  assert_easter (2029, 4, 8);
  assert_easter (2030, 4, 28);
}

static void
test_easter_is_always_a_sunday_in_spring (void)
{
  for (int year = 1900; year < 2200; year++)
    {
      RangDay easter = rang_calendar_orthodox_easter (year);

      g_assert_cmpint (rang_day_weekday (easter), ==, 7);
      g_assert_cmpint (easter, >, rang_day_from_ymd (year, 4, 1));
      g_assert_cmpint (easter, <, rang_day_from_ymd (year, 5, 12));
    }
}

static void
test_the_holidays_of_2026_are_the_legal_ones (void)
{
  static const char *const holidays[]
      = { "2026-01-01", "2026-01-02", "2026-01-06", "2026-01-07", "2026-01-24", "2026-04-10",
          "2026-04-12", "2026-04-13", "2026-05-01", "2026-05-31", "2026-06-01", "2026-08-15",
          "2026-11-30", "2026-12-01", "2026-12-25", "2026-12-26" };
  guint found = 0;

  for (RangDay day = rang_day_from_ymd (2026, 1, 1); day < rang_day_from_ymd (2027, 1, 1); day++)
    if (rang_calendar_is_holiday (day))
      {
        g_autofree char *text = rang_day_format (day);

        g_assert_cmpuint (found, <, G_N_ELEMENTS (holidays));
        g_assert_cmpstr (text, ==, holidays[found]);
        found++;
      }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (holidays));
}

static void
test_working_days_pass_over_weekends_and_holidays (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  RangDay friday = rang_day_from_ymd (2026, 11, 27);

  /* Saturday and Sunday, then Saint Andrew on Monday and the national day on Tuesday. */
  g_assert_cmpint (rang_calendar_add_working_days (settings, friday, 1), ==, rang_day_from_ymd (2026, 12, 2));
  g_assert_cmpint (rang_calendar_add_working_days (settings, rang_day_from_ymd (2026, 12, 2), -1), ==, friday);
  g_assert_cmpint (rang_calendar_working_days_between (settings, friday, rang_day_from_ymd (2026, 12, 4)), ==, 3);
  g_assert_cmpint (rang_calendar_working_days_between (settings, friday, friday), ==, 0);
  g_assert_cmpint (rang_calendar_working_days_between (settings, friday, friday - 3), ==, 0);
}

static void
test_adding_and_counting_working_days_agree (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();

  for (int round = 0; round < 200; round++)
    {
      RangDay from = rang_day_from_ymd (2020, 1, 1) + g_test_rand_int_range (0, 5000);
      int count = g_test_rand_int_range (1, 60);
      RangDay to = rang_calendar_add_working_days (settings, from, count);

      g_assert_true (rang_calendar_is_working_day (settings, to));
      g_assert_cmpint (rang_calendar_working_days_between (settings, from, to), ==, count);
    }
}

static void
test_the_last_working_day_of_a_period_or_its_end (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();

  g_assert_cmpint (
      rang_calendar_last_working_day (settings, rang_day_from_ymd (2026, 11, 23), rang_day_from_ymd (2026, 11, 29)), ==,
      rang_day_from_ymd (2026, 11, 27));
  g_assert_cmpint (
      rang_calendar_last_working_day (settings, rang_day_from_ymd (2026, 11, 28), rang_day_from_ymd (2026, 12, 1)), ==,
      rang_day_from_ymd (2026, 12, 1));
  settings->working_days |= 1 << 5;
  g_assert_cmpint (
      rang_calendar_last_working_day (settings, rang_day_from_ymd (2026, 11, 23), rang_day_from_ymd (2026, 11, 29)), ==,
      rang_day_from_ymd (2026, 11, 28));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/domain/calendar/" name, function)
  ADD ("orthodox-easter-falls-on-the-days-of-the-church", test_orthodox_easter_falls_on_the_days_of_the_church);
  ADD ("easter-is-always-a-sunday-in-spring", test_easter_is_always_a_sunday_in_spring);
  ADD ("the-holidays-of-2026-are-the-legal-ones", test_the_holidays_of_2026_are_the_legal_ones);
  ADD ("working-days-pass-over-weekends-and-holidays", test_working_days_pass_over_weekends_and_holidays);
  ADD ("adding-and-counting-working-days-agree", test_adding_and_counting_working_days_agree);
  ADD ("the-last-working-day-of-a-period-or-its-end", test_the_last_working_day_of_a_period_or_its_end);
  return g_test_run ();
}
