/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the days on which an office works. */
#include "domain/rang-calendar.h"

RangDay
rang_calendar_orthodox_easter (int year)
{
  int a = year % 4, b = year % 7, c = year % 19;
  int d = (19 * c + 15) % 30;
  int e = (2 * a + 4 * b - d + 34) % 7;
  int month = (d + e + 114) / 31;
  int day = (d + e + 114) % 31 + 1;
  /* The Julian calendar lags by 13 days until 2099, then by 14. */
  int lag = year < 2100 ? 13 : 14;

  return rang_day_from_ymd (year, month, day) + lag;
}

gboolean
rang_calendar_is_holiday (RangDay day)
{
  static const struct
  {
    int month, day;
  } fixed[] = { { 1, 1 }, { 1, 2 },  { 1, 6 },   { 1, 7 },  { 1, 24 },  { 5, 1 },
                { 6, 1 }, { 8, 15 }, { 11, 30 }, { 12, 1 }, { 12, 25 }, { 12, 26 } };
  static const int from_easter[] = { -2, 0, 1, 49, 50 };
  int year, month, mday;
  RangDay easter;

  rang_day_to_ymd (day, &year, &month, &mday);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].day == mday)
      return TRUE;
  easter = rang_calendar_orthodox_easter (year);
  for (gsize i = 0; i < G_N_ELEMENTS (from_easter); i++)
    if (day == easter + from_easter[i])
      return TRUE;
  return FALSE;
}

gboolean
rang_calendar_is_working_day (const RangSettings *settings, RangDay day)
{
  return (settings->working_days & (1u << (rang_day_weekday (day) - 1))) != 0 && !rang_calendar_is_holiday (day);
}

RangDay
rang_calendar_add_working_days (const RangSettings *settings, RangDay day, int count)
{
  int step = count < 0 ? -1 : 1;

  g_return_val_if_fail (settings->working_days != 0, day);
  for (int left = ABS (count); left > 0;)
    {
      day += step;
      if (rang_calendar_is_working_day (settings, day))
        left--;
    }
  return day;
}

int
rang_calendar_working_days_between (const RangSettings *settings, RangDay from, RangDay to)
{
  int count = 0;

  for (RangDay day = from + 1; day <= to; day++)
    count += rang_calendar_is_working_day (settings, day) ? 1 : 0;
  return count;
}

RangDay
rang_calendar_last_working_day (const RangSettings *settings, RangDay from, RangDay to)
{
  for (RangDay day = to; day >= from; day--)
    if (rang_calendar_is_working_day (settings, day))
      return day;
  return to;
}
