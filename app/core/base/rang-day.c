/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for days, wall-clock times and their one textual form. */
#include "base/rang-day.h"

#define MIN_YEAR 1900
#define MAX_YEAR 2200

/* Days of 1970-01-01 and of a civil date: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013). */
static RangDay
days_from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int yoe = y - era * 400;
  int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

  return era * 146097 + doe - 719468;
}

RangDay
rang_day_from_ymd (int year, int month, int day)
{
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1)
    return RANG_DAY_NONE;
  if (day > g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year))
    return RANG_DAY_NONE;
  return days_from_civil (year, month, day);
}

void
rang_day_to_ymd (RangDay day, int *year, int *month, int *mday)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  int m = mp < 10 ? mp + 3 : mp - 9;

  *mday = doy - (153 * mp + 2) / 5 + 1;
  *month = m;
  *year = yoe + era * 400 + (m <= 2 ? 1 : 0);
}

static gboolean
read_digits (const char **text, int count, int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value ((*text)[i]);
    }
  *text += count;
  return TRUE;
}

RangDay
rang_day_parse (const char *text)
{
  int year, month, day;

  if (text == NULL)
    return RANG_DAY_NONE;
  if (!read_digits (&text, 4, &year) || *text++ != '-' || !read_digits (&text, 2, &month) || *text++ != '-'
      || !read_digits (&text, 2, &day) || *text != '\0')
    return RANG_DAY_NONE;
  return rang_day_from_ymd (year, month, day);
}

char *
rang_day_format (RangDay day)
{
  int y, m, d;

  if (day == RANG_DAY_NONE)
    return NULL;
  rang_day_to_ymd (day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

int
rang_day_weekday (RangDay day)
{
  int w = (day + 3) % 7;

  return (w < 0 ? w + 7 : w) + 1;
}

RangDay
rang_day_of_instant (gint64 instant, GTimeZone *zone, RangTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (utc != NULL && zone != NULL, RANG_DAY_NONE);
  local = g_date_time_to_timezone (utc, zone);
  if (time != NULL)
    *time = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60 + g_date_time_get_second (local);
  return rang_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                            g_date_time_get_day_of_month (local));
}

gint64
rang_day_to_instant (RangDay day, RangTime time, GTimeZone *zone)
{
  gint64 wall = (gint64)day * 86400 + time;
  int interval;

  g_return_val_if_fail (zone != NULL, 0);
  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &wall);
  return wall - g_time_zone_get_offset (zone, interval);
}

RangTime
rang_time_parse (const char *text)
{
  int hour, minute, second = 0;

  if (text == NULL || !read_digits (&text, 2, &hour) || *text++ != ':' || !read_digits (&text, 2, &minute))
    return RANG_TIME_NONE;
  if (*text == ':')
    {
      text++;
      if (!read_digits (&text, 2, &second))
        return RANG_TIME_NONE;
    }
  if (*text != '\0' || minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0)))
    return RANG_TIME_NONE;
  return hour * 3600 + minute * 60 + second;
}

char *
rang_time_format (RangTime time)
{
  if (time < 0)
    return NULL;
  return g_strdup_printf ("%02d:%02d", time / 3600, time % 3600 / 60);
}

char *
rang_day_time_format (RangDay day, RangTime time)
{
  g_autofree char *d = rang_day_format (day);
  g_autofree char *t = rang_time_format (time);

  return d == NULL || t == NULL ? NULL : g_strconcat (d, "T", t, NULL);
}

char *
rang_instant_format (gint64 instant)
{
  gint64 day = instant / 86400 - (instant % 86400 < 0 ? 1 : 0);
  int second = (int)(instant - day * 86400);
  int y, m, d;

  rang_day_to_ymd ((RangDay)day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", y, m, d, second / 3600, second / 60 % 60, second % 60);
}
