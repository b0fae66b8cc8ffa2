/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on dates, times and durations. */
#include <string.h>

#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-temporal.h"

/* The first argument as a date: of a date, or a date and time. */
static const RangFeelDate *
date_argument (const RangFeelValue **arguments, guint n, guint index)
{
  const RangFeelValue *value = rang_feel_argument (arguments, n, index, RANG_FEEL_DATE);

  if (value == NULL)
    value = rang_feel_argument (arguments, n, index, RANG_FEEL_DATE_TIME);
  return value != NULL ? &value->u.moment.date : NULL;
}

static gboolean
whole_argument (const RangFeelValue **arguments, guint n, guint index, gint64 *integer)
{
  const RangFeelValue *value = rang_feel_argument (arguments, n, index, RANG_FEEL_NUMBER);

  return value != NULL && rang_feel_number_truncate (&value->u.number, integer);
}

static gboolean
read_ymd (const RangFeelValue **arguments, guint n, RangFeelDate *date)
{
  gint64 year, month, day;

  if (!whole_argument (arguments, n, 0, &year) || !whole_argument (arguments, n, 1, &month)
      || !whole_argument (arguments, n, 2, &day) || !rang_feel_temporal_date_is_valid (year, month, day))
    return FALSE;
  *date = (RangFeelDate){ .year = (gint32)year, .month = (gint8)month, .day = (gint8)day };
  return TRUE;
}

static const RangFeelValue *
date (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *text = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING);
  const RangFeelDate *from = date_argument (arguments, n, 0);
  RangFeelDate result;

  if (n == 3)
    return read_ymd (arguments, n, &result) ? rang_feel_value_new_date (eval->arena, result) : &rang_feel_null;
  if (n != 1)
    return &rang_feel_null;
  if (text != NULL)
    return rang_feel_temporal_parse_date (eval->arena, text->u.string.text);
  return from != NULL ? rang_feel_value_new_date (eval->arena, *from) : &rang_feel_null;
}

/* Hour, minute, second with fraction and offset from the arguments that begin at @first. */
static gboolean
read_clock (const RangFeelValue **arguments, guint n, guint first, RangFeelTime *time)
{
  const RangFeelValue *second = rang_feel_argument (arguments, n, first + 2, RANG_FEEL_NUMBER);
  const RangFeelValue *offset = rang_feel_argument_any (arguments, n, first + 3);
  RangFeelNumber rest, whole, unit = rang_feel_number_from_integer (1000000000);
  gint64 hour, minute, seconds, nanos;

  memset (time, 0, sizeof *time);
  if (!whole_argument (arguments, n, first, &hour) || !whole_argument (arguments, n, first + 1, &minute)
      || second == NULL || !rang_feel_number_truncate (&second->u.number, &seconds) || hour < 0 || hour > 23
      || minute < 0 || minute > 59 || seconds < 0 || seconds > 59 || rang_feel_number_sign (&second->u.number) < 0)
    return FALSE;
  whole = rang_feel_number_from_integer (seconds);
  if (!rang_feel_number_subtract (&second->u.number, &whole, &rest) || !rang_feel_number_multiply (&rest, &unit, &rest)
      || !rang_feel_number_truncate (&rest, &nanos))
    return FALSE;
  *time = (RangFeelTime){
    .hour = (gint8)hour, .minute = (gint8)minute, .second = (gint8)seconds, .nanos = (gint32)nanos
  };
  if (offset->kind == RANG_FEEL_DAYS_TIME && ABS (offset->u.duration.seconds) <= 18 * 3600)
    {
      time->zone = RANG_FEEL_ZONE_OFFSET;
      time->offset = (gint32)offset->u.duration.seconds;
      return TRUE;
    }
  return RANG_FEEL_IS_NULL (offset);
}

/* The clock of a date and time from its parts; the last may be the name of a zone: "Europe/Bucharest". */
static gboolean
read_zoned_clock (RangFeelEval *eval, const RangFeelValue **arguments, guint n, RangFeelTime *time)
{
  const RangFeelValue *zone = n > 6 ? rang_feel_argument (arguments, n, 6, RANG_FEEL_STRING) : NULL;
  g_autofree char *text = zone != NULL ? g_strdup_printf ("00:00:00@%s", zone->u.string.text) : NULL;
  const RangFeelValue *zoned = text != NULL ? rang_feel_temporal_parse_time (eval->arena, text) : NULL;

  if (!read_clock (arguments, zone != NULL ? 6 : n, 3, time) || (zone != NULL && zoned->kind != RANG_FEEL_TIME))
    return FALSE;
  if (zoned != NULL)
    {
      time->zone = zoned->u.moment.time.zone;
      time->name = zoned->u.moment.time.name;
    }
  return TRUE;
}

static const RangFeelValue *
time_of (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *from = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING);
  RangFeelTime time;

  if (n >= 3)
    return read_clock (arguments, n, 0, &time) ? rang_feel_value_new_time (eval->arena, time) : &rang_feel_null;
  if (n != 1)
    return &rang_feel_null;
  if (from != NULL)
    return rang_feel_temporal_parse_time (eval->arena, from->u.string.text);
  from = rang_feel_argument (arguments, n, 0, RANG_FEEL_DATE_TIME);
  if (from == NULL)
    from = rang_feel_argument (arguments, n, 0, RANG_FEEL_TIME);
  if (from != NULL)
    return rang_feel_value_new_time (eval->arena, from->u.moment.time);
  if (rang_feel_argument (arguments, n, 0, RANG_FEEL_DATE) != NULL)
    return rang_feel_value_new_time (eval->arena, (RangFeelTime){ .zone = RANG_FEEL_ZONE_OFFSET });
  return &rang_feel_null;
}

static const RangFeelValue *
date_and_time (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *from = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING);
  const RangFeelValue *clock = rang_feel_argument (arguments, n, 1, RANG_FEEL_TIME);
  const RangFeelDate *day = date_argument (arguments, n, 0);
  RangFeelDate date_part;
  RangFeelTime time_part;

  if (n >= 6)
    return read_ymd (arguments, n, &date_part) && read_zoned_clock (eval, arguments, n, &time_part)
               ? rang_feel_value_new_date_time (eval->arena, date_part, time_part)
               : &rang_feel_null;
  if (n == 2)
    return day != NULL && clock != NULL ? rang_feel_value_new_date_time (eval->arena, *day, clock->u.moment.time)
                                        : &rang_feel_null;
  if (n != 1)
    return &rang_feel_null;
  if (from != NULL)
    return rang_feel_temporal_parse_date_time (eval->arena, from->u.string.text);
  from = rang_feel_argument (arguments, n, 0, RANG_FEEL_DATE_TIME);
  if (from != NULL)
    return from;
  return day != NULL ? rang_feel_value_new_date_time (eval->arena, *day, (RangFeelTime){ 0 }) : &rang_feel_null;
}

static const RangFeelValue *
duration (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *from = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING);

  if (from != NULL)
    return rang_feel_temporal_parse_duration (eval->arena, from->u.string.text);
  from = rang_feel_argument (arguments, n, 0, RANG_FEEL_DAYS_TIME);
  if (from == NULL)
    from = rang_feel_argument (arguments, n, 0, RANG_FEEL_YEARS_MONTHS);
  return from != NULL ? from : &rang_feel_null;
}

/* Whole months between two days, towards zero. */
static const RangFeelValue *
years_and_months_duration (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelDate *from = date_argument (arguments, n, 0), *to = date_argument (arguments, n, 1);
  gint64 months;

  if (from == NULL || to == NULL)
    return &rang_feel_null;
  months = ((gint64)to->year - from->year) * 12 + to->month - from->month;
  if (months > 0 && to->day < from->day)
    months--;
  else if (months < 0 && to->day > from->day)
    months++;
  return rang_feel_value_new_months (eval->arena, months);
}

static gint64
weekday (const RangFeelDate *day)
{
  gint64 weekday = (rang_feel_temporal_days (*day) + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}

static gint64
day_in_year (const RangFeelDate *day)
{
  RangFeelDate first = { .year = day->year, .month = 1, .day = 1 };

  return rang_feel_temporal_days (*day) - rang_feel_temporal_days (first) + 1;
}

static const RangFeelValue *
day_of_year (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelDate *day = date_argument (arguments, n, 0);

  return day != NULL ? rang_feel_value_new_integer (eval->arena, day_in_year (day)) : &rang_feel_null;
}

static const RangFeelValue *
day_of_week (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  const RangFeelDate *day = date_argument (arguments, n, 0);

  return day != NULL ? rang_feel_value_new_string (eval->arena, names[weekday (day)], -1) : &rang_feel_null;
}

static const RangFeelValue *
month_of_year (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  static const char *const names[] = { "January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December" };
  const RangFeelDate *day = date_argument (arguments, n, 0);

  return day != NULL ? rang_feel_value_new_string (eval->arena, names[day->month - 1], -1) : &rang_feel_null;
}

/* ISO 8601: the week that has the Thursday belongs to the Thursday's year. */
static const RangFeelValue *
week_of_year (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelDate *day = date_argument (arguments, n, 0);
  RangFeelDate thursday;

  if (day == NULL)
    return &rang_feel_null;
  thursday = rang_feel_temporal_from_days (rang_feel_temporal_days (*day) - weekday (day) + 3);
  return rang_feel_value_new_integer (eval->arena, (day_in_year (&thursday) - 1) / 7 + 1);
}

static const RangFeelValue *
now (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  g_autoptr (GTimeZone) zone = eval->zone != NULL ? g_time_zone_ref (eval->zone) : g_time_zone_new_utc ();
  gint64 micros = eval->now != 0 ? eval->now : g_get_real_time ();
  gint64 seconds = micros / G_USEC_PER_SEC, offset, local;
  RangFeelTime time = { .zone = RANG_FEEL_ZONE_OFFSET };

  offset = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
  local = seconds + offset;
  time.hour = (gint8)(local % 86400 / 3600);
  time.minute = (gint8)(local % 3600 / 60);
  time.second = (gint8)(local % 60);
  time.nanos = (gint32)(micros % G_USEC_PER_SEC) * 1000;
  time.offset = (gint32)offset;
  return rang_feel_value_new_date_time (eval->arena, rang_feel_temporal_from_days (local / 86400), time);
}

static const RangFeelValue *
today (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return rang_feel_value_new_date (eval->arena, now (eval, arguments, n)->u.moment.date);
}

const RangFeelBuiltin rang_feel_builtins_temporal[] = {
  { "date", date, 1, 3, FALSE, "from|year,month,day" },
  { "time", time_of, 1, 4, FALSE, "from|hour,minute,second,offset" },
  { "date and time", date_and_time, 1, 7, FALSE,
    "from|date,time|year,month,day,hour,minute,second,offset|year,month,day,hour,minute,second,timezone" },
  { "duration", duration, 1, 1, FALSE, "from" },
  { "years and months duration", years_and_months_duration, 2, 2, FALSE, "from,to" },
  { "day of year", day_of_year, 1, 1, FALSE, "date" },
  { "day of week", day_of_week, 1, 1, FALSE, "date" },
  { "month of year", month_of_year, 1, 1, FALSE, "date" },
  { "week of year", week_of_year, 1, 1, FALSE, "date" },
  { "now", now, 0, 0, FALSE, "" },
  { "today", today, 0, 0, FALSE, "" },
  { NULL },
};
