/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rang-import-formats.h"

static RangImportFormats *
make (const char *dates, const char *zone)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (zone);
  RangImportFormats *formats = rang_import_formats_new (here);

  g_strfreev (formats->dates);
  formats->dates = g_strsplit (dates, ";", -1);
  return formats;
}

static void
assert_moment (const char *dates, const char *text, const char *expected)
{
  g_autoptr (RangImportFormats) formats = make (dates, "Europe/Bucharest");
  g_autofree char *found = NULL;
  RangDay day;
  RangTime time;

  g_assert_cmpint (rang_import_formats_read_moment (formats, text, &day, &time), ==, RANG_IMPORT_READ);
  found = time != RANG_TIME_NONE ? rang_day_time_format (day, time) : rang_day_format (day);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_dates_are_read_by_their_pattern (void)
{
  assert_moment ("YYYY-MM-DD", "2026-11-05", "2026-11-05");
  assert_moment ("D.M.YYYY", "5.11.2026", "2026-11-05");
  assert_moment ("D.M.YYYY", "05.11.2026 16:30", "2026-11-05T16:30");
  assert_moment ("M/D/YYYY", "8/16/1996", "1996-08-16");
  assert_moment ("YYYYMMDD", "20261105", "2026-11-05");
}

static void
test_times_of_another_zone_are_brought_home (void)
{
  assert_moment ("YYYY-MM-DD", "2005-06-29T09:30:47.0Z", "2005-06-29T12:30");
  assert_moment ("YYYY-MM-DD", "2026-11-05T09:00:00+02:00", "2026-11-05T09:00");
  assert_moment ("YYYY-MM-DD", "2026-11-05T23:30:00Z", "2026-11-06T01:30");
  assert_moment ("YYYY-MM-DD", "2026-11-05T24:00:00", "2026-11-05T24:00");
}

static void
test_a_zone_beside_a_date_alone_moves_nothing (void)
{
  assert_moment ("YYYY-MM-DD", "2026-11-05Z", "2026-11-05");
  assert_moment ("YYYY-MM-DD", "2026-11-05-05:00", "2026-11-05");
}

static void
test_what_is_no_date_is_not_read (void)
{
  static const char *const bad[] = { "",
                                     "2026-02-30",
                                     "0000-00-00",
                                     "99999-01-01",
                                     "2026-1-5",
                                     "05.11.2026",
                                     "2026-11-05T25:61:00",
                                     "2026-11-05T",
                                     "2026-11-05T9",
                                     "2026-11-05 noon",
                                     "2026-11-05+99:00",
                                     "2026-11-0506" };
  g_autoptr (RangImportFormats) formats = make ("YYYY-MM-DD", "UTC");
  RangDay day;
  RangTime time;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (rang_import_formats_read_moment (formats, bad[i], &day, &time), ==, RANG_IMPORT_UNREADABLE);
}

static void
test_a_date_that_two_patterns_read_differently_is_ambiguous (void)
{
  g_autoptr (RangImportFormats) formats = make ("D/M/YYYY;M/D/YYYY", "UTC");
  RangDay day;
  RangTime time;

  g_assert_cmpint (rang_import_formats_read_moment (formats, "01/08/1996", &day, &time), ==, RANG_IMPORT_AMBIGUOUS);
  g_assert_cmpint (rang_import_formats_read_moment (formats, "08/08/1996", &day, &time), ==, RANG_IMPORT_READ);
  g_assert_cmpint (rang_import_formats_read_moment (formats, "16/08/1996", &day, &time), ==, RANG_IMPORT_READ);
  g_assert_cmpint (day, ==, rang_day_from_ymd (1996, 8, 16));
}

static void
test_a_pattern_names_year_month_and_day_once_each (void)
{
  g_assert_true (rang_import_formats_check_date ("D.M.YYYY"));
  g_assert_true (rang_import_formats_check_date ("YYYYMMDD"));
  g_assert_false (rang_import_formats_check_date ("D.M.YY"));
  g_assert_false (rang_import_formats_check_date ("D.D.YYYY"));
  g_assert_false (rang_import_formats_check_date ("%Y-%m-%d"));
  g_assert_false (rang_import_formats_check_date (""));
}

static void
test_thousands_are_grouped_only_when_the_mapping_names_the_separator (void)
{
  g_autoptr (RangImportFormats) formats = make ("YYYY-MM-DD", "UTC");
  gint64 value;

  g_assert_true (rang_import_formats_read_number (formats, "1863.405", 2, &value));
  g_assert_cmpint (value, ==, 186341);
  g_assert_false (rang_import_formats_read_number (formats, "1,863", 2, &value));
  g_assert_false (rang_import_formats_read_number (formats, "440,00", 2, &value));
  formats->decimal = ',';
  formats->grouped = TRUE;
  g_assert_true (rang_import_formats_read_number (formats, "1.863,4", 2, &value));
  g_assert_cmpint (value, ==, 186340);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/formats/dates-are-read-by-their-pattern", test_dates_are_read_by_their_pattern);
  g_test_add_func ("/exchange/formats/times-of-another-zone-are-brought-home",
                   test_times_of_another_zone_are_brought_home);
  g_test_add_func ("/exchange/formats/a-zone-beside-a-date-alone-moves-nothing",
                   test_a_zone_beside_a_date_alone_moves_nothing);
  g_test_add_func ("/exchange/formats/what-is-no-date-is-not-read", test_what_is_no_date_is_not_read);
  g_test_add_func ("/exchange/formats/a-date-that-two-patterns-read-differently-is-ambiguous",
                   test_a_date_that_two_patterns_read_differently_is_ambiguous);
  g_test_add_func ("/exchange/formats/a-pattern-names-year-month-and-day-once-each",
                   test_a_pattern_names_year_month_and_day_once_each);
  g_test_add_func ("/exchange/formats/thousands-are-grouped-only-when-the-mapping-names-the-separator",
                   test_thousands_are_grouped_only_when_the_mapping_names_the_separator);
  return g_test_run ();
}
