/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's sums, differences, products, quotients and powers. */
#include "rules/rang-feel-eval.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-temporal.h"

typedef gboolean (*NumberFunc) (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);

static const RangFeelValue *
numbers (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  static const NumberFunc functions[] = {
    [RANG_FEEL_OP_ADD] = rang_feel_number_add,           [RANG_FEEL_OP_SUBTRACT] = rang_feel_number_subtract,
    [RANG_FEEL_OP_MULTIPLY] = rang_feel_number_multiply, [RANG_FEEL_OP_DIVIDE] = rang_feel_number_divide,
    [RANG_FEEL_OP_POWER] = rang_feel_number_power,
  };
  RangFeelNumber result;

  if (!functions[op](&a->u.number, &b->u.number, &result))
    return rang_feel_eval_note (eval, N_ ("a number is divided by 0 or becomes too large"));
  return rang_feel_value_new_number (eval->arena, &result);
}

static const RangFeelValue *
join (RangFeelEval *eval, const RangFeelValue *a, const RangFeelValue *b)
{
  gsize length = a->u.string.length + b->u.string.length;
  RangFeelValue *value;
  char *text;

  if (!rang_feel_arena_fits (eval->arena, length))
    return &rang_feel_null;
  rang_feel_eval_weigh (eval, length);
  text = rang_feel_arena_alloc (eval->arena, length + 1);
  memcpy (text, a->u.string.text, a->u.string.length);
  memcpy (text + a->u.string.length, b->u.string.text, b->u.string.length);
  value = rang_feel_arena_new0 (eval->arena, RangFeelValue);
  value->kind = RANG_FEEL_STRING;
  value->u.string.text = text;
  value->u.string.length = length;
  return value;
}

const RangFeelValue *
rang_feel_eval_arithmetic (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  const RangFeelValue *result;

  if (a->kind == RANG_FEEL_NUMBER && b->kind == RANG_FEEL_NUMBER)
    return numbers (eval, op, a, b);
  if (a->kind == RANG_FEEL_STRING && b->kind == RANG_FEEL_STRING && op == RANG_FEEL_OP_ADD)
    return join (eval, a, b);
  result = rang_feel_temporal_arithmetic (eval, op, a, b);
  if (result->kind == RANG_FEEL_NULL)
    return rang_feel_eval_note (eval,
                                N_ ("these values cannot be calculated with: one may be null or of another type"));
  return result;
}

const RangFeelValue *
rang_feel_eval_negate (RangFeelEval *eval, const RangFeelValue *value)
{
  RangFeelNumber result;

  switch (value->kind)
    {
    case RANG_FEEL_NUMBER:
      if (!rang_feel_number_negate (&value->u.number, &result))
        return &rang_feel_null;
      return rang_feel_value_new_number (eval->arena, &result);
    case RANG_FEEL_YEARS_MONTHS:
      return rang_feel_value_new_months (eval->arena, -value->u.months);
    case RANG_FEEL_DAYS_TIME:
      if (value->u.duration.nanos == 0)
        return rang_feel_value_new_duration (eval->arena, -value->u.duration.seconds, 0);
      return rang_feel_value_new_duration (eval->arena, -value->u.duration.seconds - 1,
                                           1000000000 - value->u.duration.nanos);
    default:
      return rang_feel_eval_note (eval, N_ ("only numbers and durations can be negated"));
    }
}
