/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules would have done on days gone by, in figures. */
#include "insight/rang-rule-lab.h"

#include <glib/gi18n-lib.h>

#include "base/rang-decimal.h"

static const struct
{
  const char *nick;
  const char *label;
} groups[RANG_LAB_N_GROUPS] = {
  [RANG_LAB_ALL] = { "all", N_ ("All orders") },
  [RANG_LAB_HIGH] = { "high", N_ ("High importance") },
  [RANG_LAB_NORMAL] = { "normal", N_ ("Normal importance") },
  [RANG_LAB_LOW] = { "low", N_ ("Low importance") },
  [RANG_LAB_VALUE_TOP] = { "value-top", N_ ("The third worth most") },
  [RANG_LAB_VALUE_MIDDLE] = { "value-middle", N_ ("The third between") },
  [RANG_LAB_VALUE_BOTTOM] = { "value-bottom", N_ ("The third worth least") },
  [RANG_LAB_FIRST_DELIVERY] = { "first-delivery", N_ ("First deliveries") },
  [RANG_LAB_SMALL_CLIENTS] = { "small-clients", N_ ("Small clients") },
};

const char *
rang_lab_group_to_nick (RangLabGroup group)
{
  g_return_val_if_fail (group < RANG_LAB_N_GROUPS, NULL);

  return groups[group].nick;
}

const char *
rang_lab_group_label (RangLabGroup group)
{
  g_return_val_if_fail (group < RANG_LAB_N_GROUPS, NULL);

  return _ (groups[group].label);
}

char *
rang_lab_result_dup_waiting (const RangLabResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  g_autofree char *after = rang_decimal_format (result->waiting_after, 2, 2);
  g_autofree char *before = rang_decimal_format (result->waiting_before, 2, 2);

  /* Translators: two numbers of days, such as 1.25 */
  return g_strdup_printf (_ ("Small clients wait %s working days, instead of %s"), after, before);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

/* The values at which the orders divide into thirds. */
static void
find_thirds (const GArray *orders, gint64 *low, gint64 *high)
{
  g_autofree gint64 *values = g_new0 (gint64, orders->len + 1);

  for (guint i = 0; i < orders->len; i++)
    values[i] = g_array_index (orders, RangLabOrder, i).value;
  qsort (values, orders->len, sizeof *values, compare_values);
  *low = values[orders->len / 3];
  *high = values[orders->len * 2 / 3];
}

static void
count (RangLabShare *share, const RangLabOrder *order)
{
  share->orders++;
  share->before += order->before == RANG_PLAN_ON_TIME ? 1 : 0;
  share->after += order->after == RANG_PLAN_ON_TIME ? 1 : 0;
}

static RangLabGroup
group_of_importance (const RangLabOrder *order)
{
  return order->importance == RANG_IMPORTANCE_HIGH  ? RANG_LAB_HIGH
         : order->importance == RANG_IMPORTANCE_LOW ? RANG_LAB_LOW
                                                    : RANG_LAB_NORMAL;
}

static gint64
waiting (const RangLabOrder *order, RangPlanState state)
{
  return order->days_waited + (state == RANG_PLAN_NOT_TODAY ? 1 : 0);
}

void
rang_lab_measure (const GArray *orders, const GArray *overrides, guint days, RangLabResult *result)
{
  gint64 low, high, before = 0, after = 0;
  const RangLabShare *small;

  g_return_if_fail (orders != NULL && overrides != NULL && result != NULL);

  *result = (RangLabResult){ .days = days, .overrides = overrides->len };
  find_thirds (orders, &low, &high);
  for (guint i = 0; i < orders->len; i++)
    {
      const RangLabOrder *order = &g_array_index (orders, RangLabOrder, i);

      count (&result->groups[RANG_LAB_ALL], order);
      count (&result->groups[group_of_importance (order)], order);
      count (&result->groups[order->value >= high  ? RANG_LAB_VALUE_TOP
                             : order->value >= low ? RANG_LAB_VALUE_MIDDLE
                                                   : RANG_LAB_VALUE_BOTTOM],
             order);
      if (order->first_delivery)
        count (&result->groups[RANG_LAB_FIRST_DELIVERY], order);
      if (!order->small_client)
        continue;
      count (&result->groups[RANG_LAB_SMALL_CLIENTS], order);
      before += waiting (order, order->before);
      after += waiting (order, order->after);
    }
  small = &result->groups[RANG_LAB_SMALL_CLIENTS];
  result->waiting_before = small->orders > 0 ? before * 100 / small->orders : 0;
  result->waiting_after = small->orders > 0 ? after * 100 / small->orders : 0;
  for (guint i = 0; i < overrides->len; i++)
    {
      const RangLabOverride *override = &g_array_index (overrides, RangLabOverride, i);

      result->unnecessary_before
          += override->suggested_before > 0 && (int) override->suggested_before <= override->moved_to ? 1 : 0;
      result->unnecessary_after
          += override->suggested_after > 0 && (int) override->suggested_after <= override->moved_to ? 1 : 0;
    }
}
