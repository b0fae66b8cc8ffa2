/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the measures of a period: the three questions of the company. */
#include "insight/rang-insight.h"

static gboolean
contains (const GArray *numbers, gint64 number, guint *index)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, gint64, i) == number)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* Adds what is new to @mine, and takes off @others what @numbers mend. */
static void
settle (GArray *mine, GArray *others, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      guint index;

      if (contains (others, number, &index))
        g_array_remove_index (others, index);
      else if (!contains (mine, number, &index))
        g_array_append_val (mine, number);
    }
}

static gboolean
any_concerns (const RangInsightFacts *facts, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    if (rang_insight_facts_concerns (facts,
                                     rang_insight_facts_find_order (facts, g_array_index (numbers, gint64, i))))
      return TRUE;
  return FALSE;
}

/* Whether it moved, lifted or harmed an order of the department that is asked about. */
static gboolean
override_concerns (const RangInsightFacts *facts, const RangInsightOverride *override)
{
  return facts->department == 0
         || rang_insight_facts_concerns (facts, rang_insight_facts_find_order (facts, override->order))
         || any_concerns (facts, override->broken) || any_concerns (facts, override->won);
}

GPtrArray *
rang_insight_net_overrides (const RangInsightFacts *facts)
{
  GPtrArray *net = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_insight_override_free);
  g_autoptr (GHashTable) by_series = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < facts->overrides->len; i++)
    {
      const RangInsightOverride *override = g_ptr_array_index (facts->overrides, i);
      RangInsightOverride *one = g_hash_table_lookup (by_series, &override->series);

      if (!override_concerns (facts, override))
        continue;
      if (one == NULL)
        {
          one = rang_insight_override_new ();
          one->entry = override->entry;
          one->series = override->series;
          one->day = override->day;
          one->order = override->order;
          g_ptr_array_add (net, one);
          g_hash_table_insert (by_series, &one->series, one);
        }
      one->asked = one->asked || override->asked;
      if (override->reason >= 0)
        one->reason = override->reason;
      settle (one->broken, one->won, override->broken);
      settle (one->won, one->broken, override->won);
    }
  return net;
}

static guint
count_orders (const RangInsightFacts *facts)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, facts->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += ((const RangInsightOrder *)value)->day >= facts->from && rang_insight_facts_concerns (facts, value);
  return n;
}

RangInsight *
rang_insight_new (const RangInsightFacts *facts)
{
  RangInsight *insight = g_new0 (RangInsight, 1);
  g_autoptr (GPtrArray) overrides = rang_insight_net_overrides (facts);

  insight->from = facts->from;
  insight->to = facts->to;
  insight->department = facts->department;
  insight->working_days = facts->working_days;
  insight->orders = count_orders (facts);
  insight->overrides = overrides->len;
  insight->pushes = facts->pushes;
  insight->granted = facts->granted;
  insight->refused = facts->refused;
  rang_insight_measure_competition (insight, facts, overrides);
  rang_insight_measure_answers (insight, facts);
  rang_insight_measure_persuasion (insight, facts, overrides);
  return insight;
}

void
rang_insight_free (RangInsight *insight)
{
  if (insight == NULL)
    return;
  g_array_unref (insight->departments);
  g_array_unref (insight->cells);
  g_array_unref (insight->days);
  g_array_unref (insight->overlaps);
  g_array_unref (insight->steps);
  g_array_unref (insight->reasons);
  g_free (insight);
}

int
rang_insight_percent (guint part, guint whole)
{
  return whole > 0 ? (int)((part * 200 + whole) / (whole * 2)) : 0;
}
