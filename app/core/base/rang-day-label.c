/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how days and windows are written for people, in the language that the texts are in. */
#include "base/rang-day-label.h"

#include <glib/gi18n-lib.h>

const char *
rang_day_label_weekday (RangDay day)
{
  static const char *const names[] = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
                                       N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };

  return _ (names[rang_day_weekday (day) - 1]);
}

static const char *
month_name (int month)
{
  static const char *const names[]
      = { N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),   N_ ("May"),      N_ ("June"),
          N_ ("July"),    N_ ("August"),   N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December") };

  return _ (names[month - 1]);
}

static const char *
month_short (int month)
{
  static const char *const names[]
      = { NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
          NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
          NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
          NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", names[month - 1]);
}

char *
rang_day_label_long (RangDay day)
{
  int year, month, mday;

  if (day == RANG_DAY_NONE)
    return g_strdup ("–");
  rang_day_to_ymd (day, &year, &month, &mday);
  /* Translators: a whole date: weekday, day, month's name, year; "Tuesday 24 November 2026" */
  return g_strdup_printf (_ ("%1$s %2$d %3$s %4$d"), rang_day_label_weekday (day), mday, month_name (month), year);
}

static void
replace_number (GString *out, const char *token, const char *format, int number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, format, number);
  g_string_replace (out, token, digits, 1);
}

char *
rang_day_label_short (RangDay day)
{
  g_autoptr (GString) out = NULL;
  int year, month, mday;

  if (day == RANG_DAY_NONE)
    return g_strdup ("–");
  rang_day_to_ymd (day, &year, &month, &mday);
  /* Translators: how a short date is written. dd: the day with two digits, mm: the month with two digits, mon: the
   * month's short name, yyyy: the year. "dd.mm.yyyy" gives 24.11.2026 */
  out = g_string_new (C_ ("short date", "dd mon yyyy"));
  replace_number (out, "dd", "%02d", mday);
  replace_number (out, "mm", "%02d", month);
  replace_number (out, "yyyy", "%d", year);
  g_string_replace (out, "mon", month_short (month), 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
rang_day_label_window (RangTimeWindow window)
{
  g_autofree char *from = rang_time_format (window.from), *to = rang_time_format (window.to);

  return from == NULL || to == NULL ? g_strdup ("–") : g_strdup_printf ("%s–%s", from, to);
}
