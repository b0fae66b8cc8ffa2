/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the cost of a move, and says it in words. */
#include "board/rang-move-cost.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

RangMoveCost *
rang_move_cost_new (const char *currency)
{
  RangMoveCost *cost = g_new0 (RangMoveCost, 1);

  cost->moved = g_array_new (FALSE, FALSE, sizeof (RangCostMove));
  cost->late = g_array_new (FALSE, FALSE, sizeof (RangCostItem));
  cost->later = g_array_new (FALSE, FALSE, sizeof (RangCostItem));
  cost->left_out = g_array_new (FALSE, FALSE, sizeof (RangCostItem));
  cost->gained = g_array_new (FALSE, FALSE, sizeof (RangCostItem));
  rang_money_sum_init (&cost->value_at_risk, currency);
  return cost;
}

RangMoveCost *
rang_move_cost_copy (const RangMoveCost *cost)
{
  g_return_val_if_fail (cost != NULL, NULL);

  RangMoveCost *copy = g_memdup2 (cost, sizeof *cost);

  copy->moved = g_array_copy (cost->moved);
  copy->late = g_array_copy (cost->late);
  copy->later = g_array_copy (cost->later);
  copy->left_out = g_array_copy (cost->left_out);
  copy->gained = g_array_copy (cost->gained);
  rang_money_sum_copy_into (&copy->value_at_risk, &cost->value_at_risk);
  return copy;
}

void
rang_move_cost_free (RangMoveCost *cost)
{
  if (cost == NULL)
    return;
  g_array_unref (cost->moved);
  g_array_unref (cost->late);
  g_array_unref (cost->later);
  g_array_unref (cost->left_out);
  g_array_unref (cost->gained);
  rang_money_sum_clear (&cost->value_at_risk);
  g_free (cost);
}

gboolean
rang_move_cost_is_empty (const RangMoveCost *cost)
{
  g_return_val_if_fail (cost != NULL, TRUE);
  for (guint i = 0; i < cost->moved->len; i++)
    if (g_array_index (cost->moved, RangCostMove, i).state_before
        != g_array_index (cost->moved, RangCostMove, i).state_after)
      return FALSE;
  return cost->late->len + cost->later->len + cost->left_out->len + cost->gained->len == 0;
}

guint
rang_move_cost_n_promises (const RangMoveCost *cost)
{
  g_return_val_if_fail (cost != NULL, 0);
  return cost->late->len + cost->left_out->len;
}

static guint
count_department (const GArray *items, gint64 department)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += g_array_index (items, RangCostItem, i).department == department;
  return count;
}

guint
rang_move_cost_count_department (const RangMoveCost *cost, gint64 department)
{
  g_return_val_if_fail (cost != NULL, 0);
  return count_department (cost->late, department) + count_department (cost->left_out, department);
}

static const RangCostItem *
first_gain (const RangMoveCost *cost)
{
  for (guint i = 0; i < cost->gained->len; i++)
    for (guint j = 0; j < cost->moved->len; j++)
      if (g_array_index (cost->gained, RangCostItem, i).order == g_array_index (cost->moved, RangCostMove, j).order)
        return &g_array_index (cost->gained, RangCostItem, i);
  return cost->gained->len > 0 ? &g_array_index (cost->gained, RangCostItem, 0) : NULL;
}

static char *
gain_to_text (const RangCostItem *item)
{
  if (item->state_before == RANG_PLAN_LATE)
    /* Translators: the number of an order; minutes */
    return g_strdup_printf (ngettext ("%" PRId64 " on time, was %d min late", "%" PRId64 " on time, was %d min late",
                                      (gulong)item->minutes_before),
                            item->order, item->minutes_before);
  if (item->state_after == RANG_PLAN_ON_TIME)
    /* Translators: the number of an order */
    return g_strdup_printf (_ ("%" PRId64 " on time, was not today"), item->order);
  /* Translators: the number of an order; minutes */
  return g_strdup_printf (ngettext ("%" PRId64 " today, %d min late, was not today",
                                    "%" PRId64 " today, %d min late, was not today", (gulong)item->minutes),
                          item->order, item->minutes);
}

char *
rang_move_cost_dup_gains (const RangMoveCost *cost)
{
  g_return_val_if_fail (cost != NULL, NULL);

  const RangCostItem *first = first_gain (cost);
  guint others = cost->gained->len > 0 ? cost->gained->len - 1 : 0;
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;

  if (first == NULL)
    return g_strdup (C_ ("who gains by a move", "nobody"));
  text = gain_to_text (first);
  if (others == 0)
    return g_steal_pointer (&text);
  /* Translators: how many other orders get a better state */
  rest = g_strdup_printf (ngettext ("%u other gains", "%u others gain", others), others);
  return g_strjoin ("; ", text, rest, NULL);
}

/* "2 Clients, 1 Active Sales" */
static char *
by_department (const RangMoveCost *cost, const GPtrArray *departments)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; departments != NULL && i < departments->len; i++)
    {
      const RangDepartment *department = departments->pdata[i];
      guint count = rang_move_cost_count_department (cost, department->id);

      if (count > 0)
        g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", count, department->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rang_move_cost_dup_costs (const RangMoveCost *cost, const GPtrArray *departments)
{
  g_return_val_if_fail (cost != NULL, NULL);

  guint n = rang_move_cost_n_promises (cost);
  g_autofree char *whose = by_department (cost, departments);
  /* Translators: how many promises to clients a move breaks */
  g_autofree char *count = g_strdup_printf (ngettext ("%u promise", "%u promises", n), n);

  if (n == 0)
    return g_strdup (C_ ("what a move costs", "no promise"));
  return whose[0] != '\0' ? g_strdup_printf ("%s (%s)", count, whose) : g_steal_pointer (&count);
}

char *
rang_move_cost_dup_at_risk (const RangMoveCost *cost)
{
  g_return_val_if_fail (cost != NULL, NULL);

  g_autofree char *money = NULL;

  if (rang_money_sum_is_zero (&cost->value_at_risk))
    return NULL;
  money = rang_money_sum_format (&cost->value_at_risk, FALSE);
  /* Translators: an amount of money: "139 000 lei" */
  return g_strdup_printf (_ ("%s a year"), money);
}

char *
rang_move_cost_dup_summary (const RangMoveCost *cost, const GPtrArray *departments)
{
  g_return_val_if_fail (cost != NULL, NULL);

  g_autofree char *gains = rang_move_cost_dup_gains (cost);
  g_autofree char *costs = rang_move_cost_dup_costs (cost, departments);
  g_autofree char *at_risk = rang_move_cost_dup_at_risk (cost);

  if (at_risk == NULL)
    /* Translators: "1051 on time, was 40 min late"; "3 promises (2 Clients, 1 Active Sales)" */
    return g_strdup_printf (_ ("Gains: %s. Costs: %s."), gains, costs);
  /* Translators: as above, and "139 000 lei a year" */
  return g_strdup_printf (_ ("Gains: %s. Costs: %s. At risk: %s."), gains, costs, at_risk);
}
