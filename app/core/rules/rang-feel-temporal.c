/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar of FEEL: days, zones, the order of dates, times and durations, their properties. */
#include "rules/rang-feel-temporal.h"

#include <glib/gi18n-lib.h>

#define MAX_YEAR 999999999

static int
days_in_month (gint64 year, gint64 month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

gboolean
rang_feel_temporal_date_is_valid (gint64 year, gint64 month, gint64 day)
{
  return year >= -MAX_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1
         && day <= days_in_month (year, month);
}

/* Days of the civil calendar in eras of 400 years, which begin on 1 March. */
gint64
rang_feel_temporal_days (RangFeelDate date)
{
  gint64 year = (gint64)date.year - (date.month <= 2);
  gint64 era = (year >= 0 ? year : year - 399) / 400;
  gint64 of_era = year - era * 400;
  gint64 day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719468;
}

RangFeelDate
rang_feel_temporal_from_days (gint64 days)
{
  gint64 shifted = days + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  gint64 day_of_era = shifted - era * 146097;
  gint64 of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
  gint64 month = (5 * day_of_year + 2) / 153;
  RangFeelDate date;

  date.day = (gint8)(day_of_year - (153 * month + 2) / 5 + 1);
  date.month = (gint8)(month < 10 ? month + 3 : month - 9);
  date.year = (gint32)(of_era + era * 400 + (date.month <= 2));
  return date;
}

static gint64
local_seconds (const RangFeelValue *value)
{
  const RangFeelTime *time = &value->u.moment.time;
  gint64 seconds = (gint64)time->hour * 3600 + time->minute * 60 + time->second;

  if (value->kind == RANG_FEEL_TIME)
    return seconds;
  return rang_feel_temporal_days (value->u.moment.date) * 86400 + seconds;
}

gboolean
rang_feel_temporal_offset (const RangFeelValue *value, gint64 *offset)
{
  const RangFeelTime *time = &value->u.moment.time;
  gint64 local = value->kind == RANG_FEEL_TIME ? 1577836800 : local_seconds (value);

  *offset = 0;
  if (value->kind == RANG_FEEL_DATE || time->zone == RANG_FEEL_ZONE_NONE)
    return FALSE;
  *offset = time->offset;
  if (time->zone == RANG_FEEL_ZONE_NAME)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time->name);
      int interval = zone != NULL ? g_time_zone_find_interval (zone, G_TIME_TYPE_STANDARD, local) : -1;
      *offset = interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
    }
  return TRUE;
}

gint64
rang_feel_temporal_seconds (const RangFeelValue *value)
{
  gint64 offset;

  rang_feel_temporal_offset (value, &offset);
  return local_seconds (value) - offset;
}

gint64
rang_feel_temporal_offset_change (const RangFeelValue *value, gint64 seconds)
{
  const RangFeelTime *time = &value->u.moment.time;
  g_autoptr (GTimeZone) zone = NULL;
  gint64 offset;
  int interval;

  if (value->kind != RANG_FEEL_DATE_TIME || time->zone != RANG_FEEL_ZONE_NAME)
    return 0;
  rang_feel_temporal_offset (value, &offset);
  zone = g_time_zone_new_identifier (time->name);
  interval = zone != NULL
                 ? g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, rang_feel_temporal_seconds (value) + seconds)
                 : -1;
  return interval >= 0 ? g_time_zone_get_offset (zone, interval) - offset : 0;
}

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

gboolean
rang_feel_temporal_order (const RangFeelValue *a, const RangFeelValue *b, int *order)
{
  gint64 offset;

  switch (a->kind)
    {
    case RANG_FEEL_YEARS_MONTHS:
      *order = compare (a->u.months, b->u.months);
      return TRUE;
    case RANG_FEEL_DAYS_TIME:
      *order = compare (a->u.duration.seconds, b->u.duration.seconds);
      if (*order == 0)
        *order = compare (a->u.duration.nanos, b->u.duration.nanos);
      return TRUE;
    case RANG_FEEL_DATE:
      *order = compare (rang_feel_temporal_days (a->u.moment.date), rang_feel_temporal_days (b->u.moment.date));
      return TRUE;
    default:
      if (rang_feel_temporal_offset (a, &offset) != rang_feel_temporal_offset (b, &offset))
        return FALSE;
      /* The standard's values of times are whole seconds. */
      *order = compare (rang_feel_temporal_seconds (a), rang_feel_temporal_seconds (b));
      return TRUE;
    }
}

gboolean
rang_feel_temporal_equal (const RangFeelValue *a, const RangFeelValue *b)
{
  int order;

  return a->kind == b->kind && rang_feel_temporal_order (a, b, &order) && order == 0;
}

static const RangFeelValue *
date_property (RangFeelEval *eval, RangFeelDate date, const char *name)
{
  gint64 weekday;

  if (g_str_equal (name, "year"))
    return rang_feel_value_new_integer (eval->arena, date.year);
  if (g_str_equal (name, "month"))
    return rang_feel_value_new_integer (eval->arena, date.month);
  if (g_str_equal (name, "day"))
    return rang_feel_value_new_integer (eval->arena, date.day);
  if (!g_str_equal (name, "weekday"))
    return NULL;
  weekday = (rang_feel_temporal_days (date) + 3) % 7;
  return rang_feel_value_new_integer (eval->arena, (weekday < 0 ? weekday + 7 : weekday) + 1);
}

static const RangFeelValue *
time_property (RangFeelEval *eval, const RangFeelValue *value, const char *name)
{
  const RangFeelTime *time = &value->u.moment.time;
  gint64 offset;

  if (g_str_equal (name, "hour"))
    return rang_feel_value_new_integer (eval->arena, time->hour);
  if (g_str_equal (name, "minute"))
    return rang_feel_value_new_integer (eval->arena, time->minute);
  if (g_str_equal (name, "second"))
    return rang_feel_value_new_integer (eval->arena, time->second);
  if (g_str_equal (name, "time offset"))
    return rang_feel_temporal_offset (value, &offset) ? rang_feel_value_new_duration (eval->arena, offset, 0)
                                                      : &rang_feel_null;
  if (g_str_equal (name, "timezone"))
    return time->zone == RANG_FEEL_ZONE_NAME ? rang_feel_value_new_string (eval->arena, time->name, -1)
                                             : &rang_feel_null;
  return NULL;
}

static const RangFeelValue *
duration_property (RangFeelEval *eval, const RangFeelValue *value, const char *name)
{
  gint64 seconds = value->u.duration.seconds + (value->u.duration.seconds < 0 && value->u.duration.nanos > 0);

  if (g_str_equal (name, "days"))
    return rang_feel_value_new_integer (eval->arena, seconds / 86400);
  if (g_str_equal (name, "hours"))
    return rang_feel_value_new_integer (eval->arena, seconds / 3600 % 24);
  if (g_str_equal (name, "minutes"))
    return rang_feel_value_new_integer (eval->arena, seconds / 60 % 60);
  if (g_str_equal (name, "seconds"))
    return rang_feel_value_new_integer (eval->arena, seconds % 60);
  return NULL;
}

const RangFeelValue *
rang_feel_eval_property (RangFeelEval *eval, const RangFeelValue *value, const char *name)
{
  const RangFeelValue *result = NULL;

  if (value->kind == RANG_FEEL_DATE || value->kind == RANG_FEEL_DATE_TIME)
    result = date_property (eval, value->u.moment.date, name);
  if (result == NULL && (value->kind == RANG_FEEL_TIME || value->kind == RANG_FEEL_DATE_TIME))
    result = time_property (eval, value, name);
  if (value->kind == RANG_FEEL_DAYS_TIME)
    result = duration_property (eval, value, name);
  if (value->kind == RANG_FEEL_YEARS_MONTHS && g_str_equal (name, "years"))
    result = rang_feel_value_new_integer (eval->arena, value->u.months / 12);
  if (value->kind == RANG_FEEL_YEARS_MONTHS && g_str_equal (name, "months"))
    result = rang_feel_value_new_integer (eval->arena, value->u.months % 12);
  return result != NULL ? result : rang_feel_eval_note (eval, N_ ("the value has no “%s”"), name);
}
