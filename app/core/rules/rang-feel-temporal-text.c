/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times and durations of FEEL as text: reading and writing ISO 8601. */
#include "rules/rang-feel-temporal.h"

#include <string.h>

#define MAX_TEXT 100

static gboolean
read_digits (const char **at, guint least, guint most, gint64 *number)
{
  guint n = 0;

  for (*number = 0; n < most && g_ascii_isdigit (**at); n++, (*at)++)
    *number = *number * 10 + (**at - '0');
  return n >= least && !g_ascii_isdigit (**at);
}

static gboolean
read_sign (const char **at, char sign)
{
  if (**at != sign)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
read_date (const char **at, RangFeelDate *date)
{
  gboolean negative = read_sign (at, '-');
  const char *year_text = *at;
  gint64 year, month, day;

  if (!read_digits (at, 4, 9, &year) || (*at - year_text > 4 && *year_text == '0') || !read_sign (at, '-')
      || !read_digits (at, 2, 2, &month) || !read_sign (at, '-') || !read_digits (at, 2, 2, &day))
    return FALSE;
  if (negative)
    year = -year;
  if (!rang_feel_temporal_date_is_valid (year, month, day))
    return FALSE;
  *date = (RangFeelDate){ .year = (gint32)year, .month = (gint8)month, .day = (gint8)day };
  return TRUE;
}

/* A fraction behind ".", as nanoseconds; more than nine digits are cut. A duration's may have no digits. */
static gboolean
read_fraction (const char **at, gint32 *nanos)
{
  gint32 unit = 100000000;

  *nanos = 0;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++, unit /= 10)
    *nanos += unit * (**at - '0');
  return TRUE;
}

static gboolean
read_zone (RangFeelArena *arena, const char **at, RangFeelTime *time)
{
  gint64 hours, minutes, seconds = 0;
  gboolean west;

  if (**at == '\0')
    return TRUE;
  /* The standard's own examples write a small letter as well. */
  if (read_sign (at, 'Z') || read_sign (at, 'z'))
    {
      time->zone = RANG_FEEL_ZONE_OFFSET;
      return TRUE;
    }
  if (read_sign (at, '@'))
    {
      g_autoptr (GTimeZone) zone = NULL;
      if (!g_ascii_isalpha (**at) || strstr (*at, "..") != NULL)
        return FALSE;
      zone = g_time_zone_new_identifier (*at);
      if (zone == NULL)
        return FALSE;
      time->zone = RANG_FEEL_ZONE_NAME;
      time->name = rang_feel_arena_strndup (arena, *at, strlen (*at));
      *at += strlen (*at);
      return TRUE;
    }
  west = **at == '-';
  if (!west && **at != '+')
    return FALSE;
  (*at)++;
  if (!read_digits (at, 2, 2, &hours) || !read_sign (at, ':') || !read_digits (at, 2, 2, &minutes)
      || (read_sign (at, ':') && !read_digits (at, 2, 2, &seconds)))
    return FALSE;
  if (hours > 18 || minutes > 59 || seconds > 59 || (hours == 18 && minutes + seconds > 0))
    return FALSE;
  time->zone = RANG_FEEL_ZONE_OFFSET;
  time->offset = (gint32)(hours * 3600 + minutes * 60 + seconds) * (west ? -1 : 1);
  return TRUE;
}

static gboolean
read_time (RangFeelArena *arena, const char **at, RangFeelTime *time)
{
  gint64 hour, minute, second;

  memset (time, 0, sizeof *time);
  if (!read_digits (at, 2, 2, &hour) || !read_sign (at, ':') || !read_digits (at, 2, 2, &minute) || !read_sign (at, ':')
      || !read_digits (at, 2, 2, &second))
    return FALSE;
  if (read_sign (at, '.') && !read_fraction (at, &time->nanos))
    return FALSE;
  if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && (minute > 0 || second > 0 || time->nanos > 0)))
    return FALSE;
  time->hour = (gint8)hour;
  time->minute = (gint8)minute;
  time->second = (gint8)second;
  return read_zone (arena, at, time) && **at == '\0';
}

const RangFeelValue *
rang_feel_temporal_parse_date (RangFeelArena *arena, const char *text)
{
  RangFeelDate date;

  if (strlen (text) > MAX_TEXT || !read_date (&text, &date) || *text != '\0')
    return &rang_feel_null;
  return rang_feel_value_new_date (arena, date);
}

const RangFeelValue *
rang_feel_temporal_parse_time (RangFeelArena *arena, const char *text)
{
  RangFeelTime time;

  read_sign (&text, 'T');
  if (strlen (text) > MAX_TEXT || !read_time (arena, &text, &time))
    return &rang_feel_null;
  time.hour = (gint8)(time.hour % 24);
  return rang_feel_value_new_time (arena, time);
}

const RangFeelValue *
rang_feel_temporal_parse_date_time (RangFeelArena *arena, const char *text)
{
  RangFeelDate date;
  RangFeelTime time = { 0 };

  if (strlen (text) > MAX_TEXT || !read_date (&text, &date))
    return &rang_feel_null;
  if (*text == '\0')
    return rang_feel_value_new_date_time (arena, date, time);
  if (!read_sign (&text, 'T') || !read_time (arena, &text, &time))
    return &rang_feel_null;
  if (time.hour == 24)
    {
      time.hour = 0;
      date = rang_feel_temporal_from_days (rang_feel_temporal_days (date) + 1);
    }
  return rang_feel_value_new_date_time (arena, date, time);
}

/* One part of a duration, "12D": its number, and TRUE if the letter is @unit. */
static gboolean
read_part (const char **at, char unit, gint64 *number, gint32 *nanos)
{
  const char *start = *at;
  gint64 value;

  if (!read_digits (at, 1, 17, &value)
      || (nanos != NULL && read_sign (at, '.') && !read_fraction (at, nanos) && **at != unit) || !read_sign (at, unit))
    {
      *at = start;
      return FALSE;
    }
  *number = value;
  return TRUE;
}

static const RangFeelValue *
read_days_time (RangFeelArena *arena, const char *text, gboolean negative)
{
  gint64 days = 0, hours = 0, minutes = 0, seconds = 0, total;
  gint32 nanos = 0;
  gboolean any = read_part (&text, 'D', &days, NULL);

  if (read_sign (&text, 'T'))
    {
      gboolean part = read_part (&text, 'H', &hours, NULL);
      part = read_part (&text, 'M', &minutes, NULL) || part;
      part = read_part (&text, 'S', &seconds, &nanos) || part;
      any = part;
    }
  if (!any || *text != '\0' || __builtin_mul_overflow (days, 86400, &days)
      || __builtin_mul_overflow (hours, 3600, &hours) || __builtin_mul_overflow (minutes, 60, &minutes)
      || __builtin_add_overflow (days, hours, &total) || __builtin_add_overflow (total, minutes, &total)
      || __builtin_add_overflow (total, seconds, &total))
    return &rang_feel_null;
  if (negative && nanos > 0)
    return rang_feel_value_new_duration (arena, -total - 1, 1000000000 - nanos);
  return rang_feel_value_new_duration (arena, negative ? -total : total, nanos);
}

const RangFeelValue *
rang_feel_temporal_parse_duration (RangFeelArena *arena, const char *text)
{
  gint64 years = 0, months = 0;
  gboolean negative, any;
  const char *start;

  if (strlen (text) > MAX_TEXT)
    return &rang_feel_null;
  negative = read_sign (&text, '-');
  if (!read_sign (&text, 'P'))
    return &rang_feel_null;
  start = text;
  any = read_part (&text, 'Y', &years, NULL);
  any = read_part (&text, 'M', &months, NULL) || any;
  if (!any)
    return read_days_time (arena, start, negative);
  if (*text != '\0' || __builtin_mul_overflow (years, 12, &years) || __builtin_add_overflow (years, months, &months))
    return &rang_feel_null;
  return rang_feel_value_new_months (arena, negative ? -months : months);
}

const RangFeelValue *
rang_feel_temporal_parse_any (RangFeelArena *arena, const char *text)
{
  if (*text == 'P' || g_str_has_prefix (text, "-P"))
    return rang_feel_temporal_parse_duration (arena, text);
  if (strlen (text) > 2 && text[2] == ':')
    return rang_feel_temporal_parse_time (arena, text);
  if (strchr (text, 'T') != NULL)
    return rang_feel_temporal_parse_date_time (arena, text);
  return rang_feel_temporal_parse_date (arena, text);
}

static void
write_date (GString *text, RangFeelDate date)
{
  if (date.year < 0)
    g_string_append_c (text, '-');
  g_string_append_printf (text, "%04d-%02d-%02d", ABS (date.year), date.month, date.day);
}

/* ".5" for 500000000 nanoseconds; nothing for 0. */
static void
write_fraction (GString *text, gint32 nanos)
{
  if (nanos == 0)
    return;
  g_string_append_printf (text, ".%09d", nanos);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
}

static void
write_time (GString *text, const RangFeelTime *time)
{
  int offset = ABS (time->offset);

  g_string_append_printf (text, "%02d:%02d:%02d", time->hour, time->minute, time->second);
  write_fraction (text, time->nanos);
  if (time->zone == RANG_FEEL_ZONE_NAME)
    g_string_append_printf (text, "@%s", time->name);
  else if (time->zone == RANG_FEEL_ZONE_OFFSET && offset == 0)
    g_string_append_c (text, 'Z');
  else if (time->zone == RANG_FEEL_ZONE_OFFSET)
    {
      g_string_append_printf (text, "%c%02d:%02d", time->offset < 0 ? '-' : '+', offset / 3600, offset / 60 % 60);
      if (offset % 60 != 0)
        g_string_append_printf (text, ":%02d", offset % 60);
    }
}

static void
write_months (GString *text, gint64 months)
{
  guint64 size = (guint64)(months < 0 ? -months : months);

  g_string_append (text, months < 0 ? "-P" : "P");
  if (size >= 12)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "Y", size / 12);
  if (size % 12 != 0 || size == 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "M", size % 12);
}

static void
write_duration (GString *text, gint64 seconds, gint32 nanos)
{
  gboolean negative = seconds < 0;
  guint64 rest;

  if (negative && nanos > 0)
    {
      seconds++;
      nanos = 1000000000 - nanos;
    }
  rest = (guint64)(negative ? -seconds : seconds);
  g_string_append (text, negative ? "-P" : "P");
  if (rest >= 86400)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "D", rest / 86400);
  if (rest % 86400 == 0 && nanos == 0)
    {
      if (rest == 0)
        g_string_append (text, "T0S");
      return;
    }
  g_string_append_c (text, 'T');
  if (rest / 3600 % 24 != 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "H", rest / 3600 % 24);
  if (rest / 60 % 60 != 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "M", rest / 60 % 60);
  if (rest % 60 != 0 || nanos != 0)
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, rest % 60);
      write_fraction (text, nanos);
      g_string_append_c (text, 'S');
    }
}

char *
rang_feel_temporal_to_text (const RangFeelValue *value)
{
  GString *text = g_string_new (NULL);

  switch (value->kind)
    {
    case RANG_FEEL_DATE:
      write_date (text, value->u.moment.date);
      break;
    case RANG_FEEL_TIME:
      write_time (text, &value->u.moment.time);
      break;
    case RANG_FEEL_DATE_TIME:
      write_date (text, value->u.moment.date);
      g_string_append_c (text, 'T');
      write_time (text, &value->u.moment.time);
      break;
    case RANG_FEEL_YEARS_MONTHS:
      write_months (text, value->u.months);
      break;
    case RANG_FEEL_DAYS_TIME:
      write_duration (text, value->u.duration.seconds, value->u.duration.nanos);
      break;
    default:
      break;
    }
  return g_string_free (text, FALSE);
}
