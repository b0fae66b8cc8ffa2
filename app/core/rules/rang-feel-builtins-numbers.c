/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on numbers. */
#include "rules/rang-feel-builtins-private.h"

#include <string.h>

typedef gboolean (*NumberFunc) (const RangFeelNumber *number, RangFeelNumber *result);

static const RangFeelValue *
apply (RangFeelEval *eval, const RangFeelValue **arguments, guint n, NumberFunc function)
{
  const RangFeelValue *number = rang_feel_argument (arguments, n, 0, RANG_FEEL_NUMBER);
  RangFeelNumber result;

  if (number == NULL || !function (&number->u.number, &result))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &result);
}

static const RangFeelValue *
square_root (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return apply (eval, arguments, n, rang_feel_number_sqrt);
}

static const RangFeelValue *
logarithm (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return apply (eval, arguments, n, rang_feel_number_log);
}

static const RangFeelValue *
exponential (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return apply (eval, arguments, n, rang_feel_number_exp);
}

static const RangFeelValue *
absolute (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *duration = rang_feel_argument (arguments, n, 0, RANG_FEEL_YEARS_MONTHS);

  if (duration != NULL)
    return duration->u.months < 0 ? rang_feel_eval_negate (eval, duration) : duration;
  duration = rang_feel_argument (arguments, n, 0, RANG_FEEL_DAYS_TIME);
  if (duration != NULL)
    return duration->u.duration.seconds < 0 ? rang_feel_eval_negate (eval, duration) : duration;
  return apply (eval, arguments, n, rang_feel_number_abs);
}

/* The rounding functions: a number, and a scale that some may leave out. */
static const RangFeelValue *
round_to (RangFeelEval *eval, const RangFeelValue **arguments, guint n, RangFeelRounding mode)
{
  const RangFeelValue *number = rang_feel_argument (arguments, n, 0, RANG_FEEL_NUMBER);
  RangFeelNumber result;
  gint64 scale = 0;

  if (number == NULL || (n > 1 && !rang_feel_argument_integer (arguments, n, 1, &scale))
      || !rang_feel_number_round (&number->u.number, scale, mode, &result))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &result);
}

static const RangFeelValue *
decimal (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_HALF_EVEN);
}

static const RangFeelValue *
floor_of (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_FLOOR);
}

static const RangFeelValue *
ceiling (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_CEILING);
}

static const RangFeelValue *
round_up (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_UP);
}

static const RangFeelValue *
round_down (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_DOWN);
}

static const RangFeelValue *
round_half_up (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_HALF_UP);
}

static const RangFeelValue *
round_half_down (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return round_to (eval, arguments, n, RANG_FEEL_ROUND_HALF_DOWN);
}

static const RangFeelValue *
modulo (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *dividend = rang_feel_argument (arguments, n, 0, RANG_FEEL_NUMBER);
  const RangFeelValue *divisor = rang_feel_argument (arguments, n, 1, RANG_FEEL_NUMBER);
  RangFeelNumber result;

  if (dividend == NULL || divisor == NULL
      || !rang_feel_number_modulo (&dividend->u.number, &divisor->u.number, &result))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &result);
}

/* 0 or 1 for a whole number, -1 for any other value. */
static int
parity (const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *number = rang_feel_argument (arguments, n, 0, RANG_FEEL_NUMBER);
  RangFeelNumber two = rang_feel_number_from_integer (2), rest;

  if (number == NULL || !rang_feel_number_is_whole (&number->u.number)
      || !rang_feel_number_modulo (&number->u.number, &two, &rest))
    return -1;
  return rang_feel_number_sign (&rest) == 0 ? 0 : 1;
}

static const RangFeelValue *
odd (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  int rest = parity (arguments, n);

  return rest < 0 ? &rang_feel_null : RANG_FEEL_BOOL (rest == 1);
}

static const RangFeelValue *
even (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  int rest = parity (arguments, n);

  return rest < 0 ? &rang_feel_null : RANG_FEEL_BOOL (rest == 0);
}

/* One of the separators that number() may be told; FALSE if it is another text. */
static gboolean
read_separator (const RangFeelValue **arguments, guint n, guint index, const char *allowed, char *separator)
{
  const RangFeelValue *value = rang_feel_argument_any (arguments, n, index);

  *separator = '\0';
  if (RANG_FEEL_IS_NULL (value))
    return TRUE;
  if (value->kind != RANG_FEEL_STRING || value->u.string.length != 1
      || strchr (allowed, value->u.string.text[0]) == NULL)
    return FALSE;
  *separator = value->u.string.text[0];
  return TRUE;
}

static const RangFeelValue *
number_from (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *from = rang_feel_argument (arguments, n, 0, RANG_FEEL_STRING);
  char grouping, point;
  RangFeelNumber number;
  g_autoptr (GString) digits = g_string_new (NULL);

  if (from == NULL)
    {
      from = rang_feel_argument (arguments, n, 0, RANG_FEEL_NUMBER);
      return from != NULL && n == 1 ? from : &rang_feel_null;
    }
  if (!read_separator (arguments, n, 1, " ,.", &grouping) || !read_separator (arguments, n, 2, ",.", &point)
      || (grouping != '\0' && grouping == point) || from->u.string.length > 1000)
    return &rang_feel_null;
  for (const char *c = from->u.string.text; *c != '\0'; c++)
    {
      if (grouping != '\0' && *c == grouping)
        continue;
      if (point == ',' && *c == '.')
        return &rang_feel_null;
      g_string_append_c (digits, point != '\0' && *c == point ? '.' : *c);
    }
  if (!rang_feel_number_parse (digits->str, digits->len, &number))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &number);
}

const RangFeelBuiltin rang_feel_builtins_numbers[] = {
  { "decimal", decimal, 2, 2, FALSE, "n,scale" },
  { "floor", floor_of, 1, 2, FALSE, "n,scale" },
  { "ceiling", ceiling, 1, 2, FALSE, "n,scale" },
  { "round up", round_up, 2, 2, FALSE, "n,scale" },
  { "round down", round_down, 2, 2, FALSE, "n,scale" },
  { "round half up", round_half_up, 2, 2, FALSE, "n,scale" },
  { "round half down", round_half_down, 2, 2, FALSE, "n,scale" },
  { "abs", absolute, 1, 1, FALSE, "n" },
  { "modulo", modulo, 2, 2, FALSE, "dividend,divisor" },
  { "sqrt", square_root, 1, 1, FALSE, "number" },
  { "log", logarithm, 1, 1, FALSE, "number" },
  { "exp", exponential, 1, 1, FALSE, "number" },
  { "odd", odd, 1, 1, FALSE, "number" },
  { "even", even, 1, 1, FALSE, "number" },
  { "number", number_from, 1, 3, FALSE, "from,grouping separator,decimal separator" },
  { NULL },
};
