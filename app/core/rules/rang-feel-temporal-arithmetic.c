/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums and differences of dates, times and durations. */
#include "rules/rang-feel-temporal.h"

#define NANOS 1000000000
#define MAX_SECONDS G_GINT64_CONSTANT (31556952000000000)

static const RangFeelValue *
new_duration (RangFeelEval *eval, gint64 seconds, gint64 nanos)
{
  if (seconds > 2 * MAX_SECONDS || seconds < -2 * MAX_SECONDS)
    return &rang_feel_null;
  seconds += nanos / NANOS;
  nanos %= NANOS;
  if (nanos < 0)
    {
      seconds--;
      nanos += NANOS;
    }
  return rang_feel_value_new_duration (eval->arena, seconds, (gint32)nanos);
}

/* A date stands for its midnight in UTC where it meets a date and time. */
static const RangFeelValue *
as_date_time (RangFeelEval *eval, const RangFeelValue *value)
{
  if (value->kind != RANG_FEEL_DATE)
    return value;
  return rang_feel_value_new_date_time (eval->arena, value->u.moment.date,
                                        (RangFeelTime){ .zone = RANG_FEEL_ZONE_OFFSET });
}

static const RangFeelValue *
difference (RangFeelEval *eval, const RangFeelValue *a, const RangFeelValue *b)
{
  gint64 offset;

  if ((a->kind == RANG_FEEL_TIME) != (b->kind == RANG_FEEL_TIME))
    return &rang_feel_null;
  if (a->kind != RANG_FEEL_TIME)
    {
      a = as_date_time (eval, a);
      b = as_date_time (eval, b);
    }
  if (rang_feel_temporal_offset (a, &offset) != rang_feel_temporal_offset (b, &offset))
    return &rang_feel_null;
  return new_duration (eval, rang_feel_temporal_seconds (a) - rang_feel_temporal_seconds (b),
                       (gint64)a->u.moment.time.nanos - b->u.moment.time.nanos);
}

static const RangFeelValue *
add_months (RangFeelEval *eval, const RangFeelValue *value, gint64 months)
{
  RangFeelDate date = value->u.moment.date;
  gint64 total, year, month, day = date.day;

  if (__builtin_add_overflow ((gint64)date.year * 12 + date.month - 1, months, &total))
    return &rang_feel_null;
  year = total >= 0 ? total / 12 : -((11 - total) / 12);
  month = total - year * 12 + 1;
  while (day > 28 && !rang_feel_temporal_date_is_valid (year, month, day))
    day--;
  if (!rang_feel_temporal_date_is_valid (year, month, day))
    return &rang_feel_null;
  date = (RangFeelDate){ .year = (gint32)year, .month = (gint8)month, .day = (gint8)day };
  return value->kind == RANG_FEEL_DATE ? rang_feel_value_new_date (eval->arena, date)
                                       : rang_feel_value_new_date_time (eval->arena, date, value->u.moment.time);
}

static void
set_time_of_day (RangFeelTime *time, gint64 seconds, gint64 nanos)
{
  time->hour = (gint8)(seconds / 3600);
  time->minute = (gint8)(seconds / 60 % 60);
  time->second = (gint8)(seconds % 60);
  time->nanos = (gint32)nanos;
}

static const RangFeelValue *
add_duration (RangFeelEval *eval, const RangFeelValue *value, gint64 seconds, gint64 nanos)
{
  RangFeelTime time = value->u.moment.time;
  RangFeelDate date;
  gint64 of_day, total, days;

  if (seconds > 2 * MAX_SECONDS || seconds < -2 * MAX_SECONDS)
    return &rang_feel_null;
  /* What a clock shows hours later depends on whether the zone changes its own in between. */
  seconds += rang_feel_temporal_offset_change (value, seconds);
  nanos += time.nanos;
  total = seconds + (gint64)time.hour * 3600 + time.minute * 60 + time.second + nanos / NANOS;
  nanos %= NANOS;
  if (nanos < 0)
    {
      nanos += NANOS;
      total--;
    }
  days = (total >= 0 ? total : total - 86399) / 86400;
  of_day = total - days * 86400;
  set_time_of_day (&time, of_day, nanos);
  if (value->kind == RANG_FEEL_TIME)
    return rang_feel_value_new_time (eval->arena, time);
  days += rang_feel_temporal_days (value->u.moment.date);
  if (days > G_GINT64_CONSTANT (365242498000) || days < G_GINT64_CONSTANT (-365243218000))
    return &rang_feel_null;
  date = rang_feel_temporal_from_days (days);
  if (!rang_feel_temporal_date_is_valid (date.year, date.month, date.day))
    return &rang_feel_null;
  return value->kind == RANG_FEEL_DATE ? rang_feel_value_new_date (eval->arena, date)
                                       : rang_feel_value_new_date_time (eval->arena, date, time);
}

static gboolean
is_moment (const RangFeelValue *value)
{
  return value->kind == RANG_FEEL_DATE || value->kind == RANG_FEEL_TIME || value->kind == RANG_FEEL_DATE_TIME;
}

static const RangFeelValue *
shift (RangFeelEval *eval, const RangFeelValue *moment, const RangFeelValue *by, gboolean back)
{
  gint64 sign = back ? -1 : 1;

  if (by->kind == RANG_FEEL_YEARS_MONTHS && moment->kind != RANG_FEEL_TIME)
    return add_months (eval, moment, sign * by->u.months);
  if (by->kind == RANG_FEEL_DAYS_TIME)
    return add_duration (eval, moment, sign * by->u.duration.seconds, sign * by->u.duration.nanos);
  return &rang_feel_null;
}

static const RangFeelValue *
sum (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  gboolean back = op == RANG_FEEL_OP_SUBTRACT;
  gint64 sign = back ? -1 : 1;

  if (a->kind == RANG_FEEL_YEARS_MONTHS && b->kind == RANG_FEEL_YEARS_MONTHS)
    {
      gint64 months;
      if (__builtin_add_overflow (a->u.months, sign * b->u.months, &months))
        return &rang_feel_null;
      return rang_feel_value_new_months (eval->arena, months);
    }
  if (a->kind == RANG_FEEL_DAYS_TIME && b->kind == RANG_FEEL_DAYS_TIME)
    {
      gint64 seconds;
      if (__builtin_add_overflow (a->u.duration.seconds, sign * b->u.duration.seconds, &seconds))
        return &rang_feel_null;
      return new_duration (eval, seconds, a->u.duration.nanos + sign * b->u.duration.nanos);
    }
  if (is_moment (a) && is_moment (b))
    return back ? difference (eval, a, b) : &rang_feel_null;
  if (is_moment (a))
    return shift (eval, a, b, back);
  return is_moment (b) && !back ? shift (eval, b, a, FALSE) : &rang_feel_null;
}

/* A duration as a number: months, or seconds with their fraction. */
static gboolean
duration_number (const RangFeelValue *value, RangFeelNumber *number)
{
  RangFeelNumber nanos, unit = rang_feel_number_from_integer (NANOS);

  if (value->kind == RANG_FEEL_YEARS_MONTHS)
    {
      *number = rang_feel_number_from_integer (value->u.months);
      return TRUE;
    }
  nanos = rang_feel_number_from_integer (value->u.duration.nanos);
  *number = rang_feel_number_from_integer (value->u.duration.seconds);
  return rang_feel_number_divide (&nanos, &unit, &nanos) && rang_feel_number_add (number, &nanos, number);
}

static const RangFeelValue *
number_duration (RangFeelEval *eval, RangFeelKind kind, const RangFeelNumber *number)
{
  RangFeelNumber whole, fraction, unit = rang_feel_number_from_integer (NANOS);
  gint64 seconds, nanos;

  if (kind == RANG_FEEL_YEARS_MONTHS)
    return rang_feel_number_truncate (number, &seconds) ? rang_feel_value_new_months (eval->arena, seconds)
                                                        : &rang_feel_null;
  if (!rang_feel_number_round (number, 0, RANG_FEEL_ROUND_FLOOR, &whole)
      || !rang_feel_number_get_integer (&whole, &seconds) || !rang_feel_number_subtract (number, &whole, &fraction)
      || !rang_feel_number_multiply (&fraction, &unit, &fraction) || !rang_feel_number_truncate (&fraction, &nanos))
    return &rang_feel_null;
  return new_duration (eval, seconds, nanos);
}

static gboolean
is_duration (const RangFeelValue *value)
{
  return value->kind == RANG_FEEL_YEARS_MONTHS || value->kind == RANG_FEEL_DAYS_TIME;
}

static const RangFeelValue *
product (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  RangFeelNumber x, y;

  if (op == RANG_FEEL_OP_MULTIPLY && a->kind == RANG_FEEL_NUMBER && is_duration (b))
    return product (eval, op, b, a);
  if (!is_duration (a) || !duration_number (a, &x))
    return &rang_feel_null;
  if (b->kind == RANG_FEEL_NUMBER)
    {
      if (op == RANG_FEEL_OP_MULTIPLY ? !rang_feel_number_multiply (&x, &b->u.number, &x)
                                      : !rang_feel_number_divide (&x, &b->u.number, &x))
        return &rang_feel_null;
      return number_duration (eval, a->kind, &x);
    }
  if (op != RANG_FEEL_OP_DIVIDE || b->kind != a->kind || !duration_number (b, &y)
      || !rang_feel_number_divide (&x, &y, &x))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &x);
}

const RangFeelValue *
rang_feel_temporal_arithmetic (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  if (op == RANG_FEEL_OP_ADD || op == RANG_FEEL_OP_SUBTRACT)
    return sum (eval, op, a, b);
  if (op == RANG_FEEL_OP_MULTIPLY || op == RANG_FEEL_OP_DIVIDE)
    return product (eval, op, a, b);
  return &rang_feel_null;
}
