/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions that make one value of a list: count, min, max, sum, mean, all, any, product, median, stddev, mode.
 */
#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-compare.h"

static const RangFeelValue *
count (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_items (eval, arguments, n);

  return list != NULL ? rang_feel_value_new_integer (eval->arena, list->u.list.n) : &rang_feel_null;
}

static const RangFeelValue *
extreme (RangFeelEval *eval, const RangFeelValue **arguments, guint n, int sign)
{
  const RangFeelValue *list = rang_feel_argument_items (eval, arguments, n), *best;
  int order;

  if (list == NULL || list->kind != RANG_FEEL_LIST || list->u.list.n == 0)
    return &rang_feel_null;
  best = list->u.list.items[0];
  for (guint i = 0; i < list->u.list.n && rang_feel_eval_step (eval); i++)
    {
      if (!rang_feel_compare_order (list->u.list.items[i], best, &order))
        return &rang_feel_null;
      if (order * sign > 0)
        best = list->u.list.items[i];
    }
  return best;
}

static const RangFeelValue *
minimum (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return extreme (eval, arguments, n, -1);
}

static const RangFeelValue *
maximum (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return extreme (eval, arguments, n, 1);
}

/* The list, if it has items and all are numbers. */
static const RangFeelValue *
number_list (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_items (eval, arguments, n);

  if (list == NULL || list->kind != RANG_FEEL_LIST || list->u.list.n == 0)
    return NULL;
  for (guint i = 0; i < list->u.list.n; i++)
    if (list->u.list.items[i]->kind != RANG_FEEL_NUMBER || !rang_feel_eval_step (eval))
      return NULL;
  return list;
}

static gboolean
add_up (const RangFeelValue *list, RangFeelNumber *total)
{
  *total = rang_feel_number_from_integer (0);
  for (guint i = 0; i < list->u.list.n; i++)
    if (!rang_feel_number_add (total, &list->u.list.items[i]->u.number, total))
      return FALSE;
  return TRUE;
}

/* Durations can be added up as well. */
static const RangFeelValue *
sum_of_any (RangFeelEval *eval, const RangFeelValue *list)
{
  const RangFeelValue *total;

  if (list == NULL || list->kind != RANG_FEEL_LIST || list->u.list.n == 0)
    return &rang_feel_null;
  total = list->u.list.items[0];
  if (total->kind != RANG_FEEL_YEARS_MONTHS && total->kind != RANG_FEEL_DAYS_TIME)
    return &rang_feel_null;
  for (guint i = 1; i < list->u.list.n && !RANG_FEEL_IS_NULL (total) && rang_feel_eval_step (eval); i++)
    total = list->u.list.items[i]->kind == total->kind
                ? rang_feel_eval_arithmetic (eval, RANG_FEEL_OP_ADD, total, list->u.list.items[i])
                : &rang_feel_null;
  return total;
}

static const RangFeelValue *
sum (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = number_list (eval, arguments, n);
  RangFeelNumber total;

  if (list == NULL)
    return sum_of_any (eval, rang_feel_argument_items (eval, arguments, n));
  return add_up (list, &total) ? rang_feel_value_new_number (eval->arena, &total) : &rang_feel_null;
}

static gboolean
average (const RangFeelValue *list, RangFeelNumber *result)
{
  RangFeelNumber n = rang_feel_number_from_integer (list->u.list.n);

  return add_up (list, result) && rang_feel_number_divide (result, &n, result);
}

static const RangFeelValue *
mean (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = number_list (eval, arguments, n), *total;
  RangFeelNumber result;

  if (list != NULL)
    return average (list, &result) ? rang_feel_value_new_number (eval->arena, &result) : &rang_feel_null;
  list = rang_feel_argument_items (eval, arguments, n);
  total = sum_of_any (eval, list);
  if (RANG_FEEL_IS_NULL (total))
    return total;
  return rang_feel_eval_arithmetic (eval, RANG_FEEL_OP_DIVIDE, total,
                                    rang_feel_value_new_integer (eval->arena, list->u.list.n));
}

static const RangFeelValue *
product (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = number_list (eval, arguments, n);
  RangFeelNumber total = rang_feel_number_from_integer (1);

  if (list == NULL)
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    if (!rang_feel_number_multiply (&total, &list->u.list.items[i]->u.number, &total))
      return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &total);
}

/* Decided by one value; otherwise true or false only if all items are booleans. */
static const RangFeelValue *
decide (RangFeelEval *eval, const RangFeelValue **arguments, guint n, gboolean decides)
{
  const RangFeelValue *list = rang_feel_argument_items (eval, arguments, n);
  gboolean unknown = FALSE;

  if (list == NULL || list->kind != RANG_FEEL_LIST)
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n && rang_feel_eval_step (eval); i++)
    {
      const RangFeelValue *item = list->u.list.items[i];
      if (item->kind != RANG_FEEL_BOOLEAN)
        unknown = TRUE;
      else if (!!item->u.boolean == decides)
        return RANG_FEEL_BOOL (decides);
    }
  return unknown ? &rang_feel_null : RANG_FEEL_BOOL (!decides);
}

static const RangFeelValue *
all (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return decide (eval, arguments, n, FALSE);
}

static const RangFeelValue *
any (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  return decide (eval, arguments, n, TRUE);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return rang_feel_number_compare (&(*(const RangFeelValue *const *)a)->u.number,
                                   &(*(const RangFeelValue *const *)b)->u.number);
}

static const RangFeelValue *
sorted (RangFeelEval *eval, const RangFeelValue *list)
{
  const RangFeelValue *copy = rang_feel_value_new_list (eval->arena, list->u.list.items, list->u.list.n);

  if (copy->kind != RANG_FEEL_LIST)
    return NULL;
  qsort (copy->u.list.items, copy->u.list.n, sizeof (RangFeelValue *), compare_numbers);
  return copy;
}

static const RangFeelValue *
median (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = number_list (eval, arguments, n);
  RangFeelNumber result, two = rang_feel_number_from_integer (2);
  guint middle;

  list = list != NULL ? sorted (eval, list) : NULL;
  if (list == NULL)
    return &rang_feel_null;
  middle = list->u.list.n / 2;
  if (list->u.list.n % 2 == 1)
    return list->u.list.items[middle];
  if (!rang_feel_number_add (&list->u.list.items[middle - 1]->u.number, &list->u.list.items[middle]->u.number, &result)
      || !rang_feel_number_divide (&result, &two, &result))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &result);
}

static const RangFeelValue *
stddev (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = number_list (eval, arguments, n);
  RangFeelNumber middle, total = rang_feel_number_from_integer (0), difference, divisor;

  if (list == NULL || list->u.list.n < 2 || !average (list, &middle))
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    if (!rang_feel_number_subtract (&list->u.list.items[i]->u.number, &middle, &difference)
        || !rang_feel_number_multiply (&difference, &difference, &difference)
        || !rang_feel_number_add (&total, &difference, &total))
      return &rang_feel_null;
  divisor = rang_feel_number_from_integer ((gint64)list->u.list.n - 1);
  if (!rang_feel_number_divide (&total, &divisor, &total) || !rang_feel_number_sqrt (&total, &total))
    return &rang_feel_null;
  return rang_feel_value_new_number (eval->arena, &total);
}

static const RangFeelValue *
mode (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_items (eval, arguments, n);
  RangFeelList result = { .arena = eval->arena };
  guint best = 0;

  if (list != NULL && list->kind == RANG_FEEL_LIST && list->u.list.n == 0)
    return list;
  list = number_list (eval, arguments, n);
  list = list != NULL ? sorted (eval, list) : NULL;
  if (list == NULL)
    return &rang_feel_null;
  for (guint i = 0, end; i < list->u.list.n; i = end)
    {
      for (end = i + 1; end < list->u.list.n; end++)
        if (compare_numbers (&list->u.list.items[i], &list->u.list.items[end]) != 0)
          break;
      if (end - i < best)
        continue;
      if (end - i > best)
        result.n = 0;
      best = end - i;
      if (!rang_feel_list_add (&result, list->u.list.items[i]))
        return &rang_feel_null;
    }
  return rang_feel_list_end (&result);
}

const RangFeelBuiltin rang_feel_builtins_aggregates[] = {
  { "count", count, 1, 1, TRUE, "list" },   { "min", minimum, 1, 1, TRUE, "list" },
  { "max", maximum, 1, 1, TRUE, "list" },   { "sum", sum, 1, 1, TRUE, "list" },
  { "mean", mean, 1, 1, TRUE, "list" },     { "all", all, 1, 1, TRUE, "list" },
  { "any", any, 1, 1, TRUE, "list" },       { "product", product, 1, 1, TRUE, "list" },
  { "median", median, 1, 1, TRUE, "list" }, { "stddev", stddev, 1, 1, TRUE, "list" },
  { "mode", mode, 1, 1, TRUE, "list" },     { NULL },
};
