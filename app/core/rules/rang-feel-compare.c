/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's equality and order, in three-valued logic. */
#include "rules/rang-feel-compare.h"

#include <string.h>

#include "rules/rang-feel-temporal.h"

#define MAX_DEPTH 500
#define MAX_WORK 300000

/* One comparison: how deep it is and how much it has done. Lists may share parts, so that it can be endless. */
typedef struct
{
  guint depth;
  guint work;
} Progress;

static RangFeelTernary
equal (const RangFeelValue *a, const RangFeelValue *b, Progress *progress);
static RangFeelTernary
equal_of_kind (const RangFeelValue *a, const RangFeelValue *b, Progress *progress);

const RangFeelValue *
rang_feel_ternary_value (RangFeelTernary ternary)
{
  return ternary == RANG_FEEL_UNKNOWN ? &rang_feel_null : RANG_FEEL_BOOL (ternary == RANG_FEEL_YES);
}

static RangFeelTernary
lists_equal (const RangFeelValue *a, const RangFeelValue *b, Progress *progress)
{
  if (a->u.list.n != b->u.list.n)
    return RANG_FEEL_NO;
  for (guint i = 0; i < a->u.list.n; i++)
    if (equal (a->u.list.items[i], b->u.list.items[i], progress) != RANG_FEEL_YES)
      return RANG_FEEL_NO;
  return RANG_FEEL_YES;
}

static RangFeelTernary
contexts_equal (const RangFeelValue *a, const RangFeelValue *b, Progress *progress)
{
  if (a->u.context.n != b->u.context.n)
    return RANG_FEEL_NO;
  for (guint i = 0; i < a->u.context.n; i++)
    {
      const RangFeelEntry *entry = &a->u.context.entries[i];
      const RangFeelValue *other = rang_feel_context_lookup (b, entry->key, entry->hash);
      if (other == NULL || equal (entry->value, other, progress) != RANG_FEEL_YES)
        return RANG_FEEL_NO;
    }
  return RANG_FEEL_YES;
}

static gboolean
ends_equal (const RangFeelValue *a, const RangFeelValue *b, Progress *progress)
{
  if (a == NULL || b == NULL)
    return a == b;
  return equal (a, b, progress) == RANG_FEEL_YES;
}

static RangFeelTernary
ranges_equal (const RangFeelRange *a, const RangFeelRange *b, Progress *progress)
{
  return a->single == b->single && a->negated == b->negated && a->low_closed == b->low_closed
                 && a->high_closed == b->high_closed && ends_equal (a->low, b->low, progress)
                 && ends_equal (a->high, b->high, progress)
             ? RANG_FEEL_YES
             : RANG_FEEL_NO;
}

static RangFeelTernary
equal (const RangFeelValue *a, const RangFeelValue *b, Progress *progress)
{
  RangFeelTernary result;

  if (a == b)
    return RANG_FEEL_YES;
  if (a->kind == RANG_FEEL_NULL || b->kind == RANG_FEEL_NULL)
    return a->kind == b->kind ? RANG_FEEL_YES : RANG_FEEL_NO;
  if (a->kind != b->kind || progress->depth > MAX_DEPTH || ++progress->work > MAX_WORK)
    return RANG_FEEL_UNKNOWN;
  progress->depth++;
  result = equal_of_kind (a, b, progress);
  progress->depth--;
  return result;
}

static RangFeelTernary
equal_of_kind (const RangFeelValue *a, const RangFeelValue *b, Progress *progress)
{
  switch (a->kind)
    {
    case RANG_FEEL_BOOLEAN:
      return a->u.boolean == b->u.boolean ? RANG_FEEL_YES : RANG_FEEL_NO;
    case RANG_FEEL_NUMBER:
      return rang_feel_number_compare (&a->u.number, &b->u.number) == 0 ? RANG_FEEL_YES : RANG_FEEL_NO;
    case RANG_FEEL_STRING:
      return a->u.string.length == b->u.string.length
                     && memcmp (a->u.string.text, b->u.string.text, a->u.string.length) == 0
                 ? RANG_FEEL_YES
                 : RANG_FEEL_NO;
    case RANG_FEEL_LIST:
      return lists_equal (a, b, progress);
    case RANG_FEEL_CONTEXT:
      return contexts_equal (a, b, progress);
    case RANG_FEEL_RANGE:
      return ranges_equal (&a->u.range, &b->u.range, progress);
    case RANG_FEEL_FUNCTION:
      return a->u.function == b->u.function ? RANG_FEEL_YES : RANG_FEEL_NO;
    default:
      return rang_feel_temporal_equal (a, b) ? RANG_FEEL_YES : RANG_FEEL_NO;
    }
}

RangFeelTernary
rang_feel_compare_equal (const RangFeelValue *a, const RangFeelValue *b)
{
  Progress progress = { 0 };

  return equal (a, b, &progress);
}

gboolean
rang_feel_value_equal (const RangFeelValue *a, const RangFeelValue *b)
{
  Progress progress = { 0 };

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return equal (a, b, &progress) == RANG_FEEL_YES;
}

gboolean
rang_feel_compare_order (const RangFeelValue *a, const RangFeelValue *b, int *order)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case RANG_FEEL_NUMBER:
      *order = rang_feel_number_compare (&a->u.number, &b->u.number);
      return TRUE;
    case RANG_FEEL_STRING:
      *order = strcmp (a->u.string.text, b->u.string.text);
      return TRUE;
    case RANG_FEEL_DATE:
    case RANG_FEEL_TIME:
    case RANG_FEEL_DATE_TIME:
    case RANG_FEEL_YEARS_MONTHS:
    case RANG_FEEL_DAYS_TIME:
      return rang_feel_temporal_order (a, b, order);
    default:
      return FALSE;
    }
}

RangFeelTernary
rang_feel_compare_in_range (const RangFeelValue *value, const RangFeelRange *range)
{
  int order;

  if (range->low == NULL && range->high == NULL)
    return RANG_FEEL_UNKNOWN;
  if (range->negated)
    {
      Progress progress = { 0 };
      RangFeelTernary same = equal (value, range->low, &progress);
      return same == RANG_FEEL_UNKNOWN ? same : (RangFeelTernary)(same == RANG_FEEL_NO);
    }
  if (range->low != NULL)
    {
      if (!rang_feel_compare_order (value, range->low, &order))
        return RANG_FEEL_UNKNOWN;
      if (order < 0 || (order == 0 && !range->low_closed))
        return RANG_FEEL_NO;
    }
  if (range->high != NULL)
    {
      if (!rang_feel_compare_order (value, range->high, &order))
        return RANG_FEEL_UNKNOWN;
      if (order > 0 || (order == 0 && !range->high_closed))
        return RANG_FEEL_NO;
    }
  return RANG_FEEL_YES;
}
