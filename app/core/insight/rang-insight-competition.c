/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the first question: whom overrides lifted, who paid for it, and with which clients. */
#include "insight/rang-insight.h"

/* One number for a client in a cell, so that each is counted once there. */
static gint64
cell_key (gint64 client, guint cell)
{
  return client * 4096 + cell;
}

static gboolean
is_new (GHashTable *seen, gint64 key)
{
  return g_hash_table_add (seen, g_memdup2 (&key, sizeof key));
}

static int
find_department (const GArray *departments, gint64 department)
{
  for (guint i = 0; i < departments->len; i++)
    if (g_array_index (departments, gint64, i) == department)
      return (int)i;
  return -1;
}

static void
count_broken (RangInsight *insight,
              const RangInsightFacts *facts,
              const RangInsightOverride *override,
              int gained,
              GHashTable *seen)
{
  for (guint i = 0; i < override->broken->len; i++)
    {
      const RangInsightOrder *order
          = rang_insight_facts_find_order (facts, g_array_index (override->broken, gint64, i));
      int paid = order != NULL ? find_department (insight->departments, order->department) : -1;
      gint64 value = order != NULL ? rang_insight_facts_value_of (facts, order) : 0;
      guint cell = (guint)gained * insight->departments->len + (guint)paid;

      if (order != NULL && is_new (seen, cell_key (order->client, 4095)))
        insight->touched += value;
      if (gained < 0 || paid < 0)
        continue;
      g_array_index (insight->cells, RangInsightCell, cell).broken++;
      if (is_new (seen, cell_key (order->client, cell)))
        g_array_index (insight->cells, RangInsightCell, cell).value += value;
      insight->across += gained != paid;
    }
}

/* Days come in the order of the entries, which is that of time; an old day may be amended later. */
static void
count_day (RangInsight *insight, const RangInsightOverride *override)
{
  RangInsightDay fresh = { override->day, override->won->len, override->broken->len };
  guint at = insight->days->len;

  if (fresh.won + fresh.broken == 0)
    return;
  while (at > 0 && g_array_index (insight->days, RangInsightDay, at - 1).day > override->day)
    at--;
  if (at > 0 && g_array_index (insight->days, RangInsightDay, at - 1).day == override->day)
    {
      g_array_index (insight->days, RangInsightDay, at - 1).won += fresh.won;
      g_array_index (insight->days, RangInsightDay, at - 1).broken += fresh.broken;
      return;
    }
  g_array_insert_val (insight->days, at, fresh);
}

void
rang_insight_measure_competition (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides)
{
  guint n = MIN (facts->departments->len, 60);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  insight->departments = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (insight->departments, facts->departments->data, n);
  insight->cells = g_array_new (FALSE, TRUE, sizeof (RangInsightCell));
  g_array_set_size (insight->cells, n * n);
  insight->days = g_array_new (FALSE, FALSE, sizeof (RangInsightDay));
  for (guint i = 0; i < overrides->len; i++)
    {
      const RangInsightOverride *override = g_ptr_array_index (overrides, i);
      const RangInsightOrder *moved = rang_insight_facts_find_order (facts, override->order);
      int gained = moved != NULL ? find_department (insight->departments, moved->department) : -1;

      insight->won += override->won->len;
      insight->broken += override->broken->len;
      count_broken (insight, facts, override, gained, seen);
      count_day (insight, override);
    }
}

const RangInsightCell *
rang_insight_cell (const RangInsight *insight, guint gained, guint paid)
{
  g_return_val_if_fail (gained < insight->departments->len && paid < insight->departments->len, NULL);

  return &g_array_index (insight->cells, RangInsightCell, gained * insight->departments->len + paid);
}
