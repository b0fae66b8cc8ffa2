/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the third question: what overrides did to promises, by the client's value and stage, and what the
 * clients made of it. */
#include "insight/rang-insight.h"

#include <string.h>

typedef struct
{
  const RangInsightOrder *order;
  gint64 value;
} Valued;

static int
largest_first (gconstpointer a, gconstpointer b)
{
  const Valued *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return (one->order->number > other->order->number) - (one->order->number < other->order->number);
}

static GArray *
sort_judged (const RangInsightFacts *facts)
{
  GArray *valued = g_array_new (FALSE, FALSE, sizeof (Valued));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, facts->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const RangInsightOrder *order = value;
      Valued one = { order, rang_insight_facts_value_of (facts, order) };

      if (rang_insight_facts_concerns (facts, order) && order->day >= facts->from
          && (order->end == RANG_PROMISE_KEPT || order->end == RANG_PROMISE_BROKEN))
        g_array_append_val (valued, one);
    }
  g_array_sort (valued, largest_first);
  return valued;
}

static void
add_all (GHashTable *set, GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    g_hash_table_add (set, &g_array_index (numbers, gint64, i));
}

static void
count_share (RangInsightShare *share, const RangInsightOrder *order, GHashTable *won, GHashTable *broken)
{
  gboolean kept = order->end == RANG_PROMISE_KEPT;

  share->judged++;
  share->kept += kept ? 1 : 0;
  share->without
      += kept ? !g_hash_table_contains (won, &order->number) : g_hash_table_contains (broken, &order->number);
}

static void
count_shares (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides)
{
  g_autoptr (GArray) valued = sort_judged (facts);
  g_autoptr (GHashTable) won = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) broken = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < overrides->len; i++)
    {
      const RangInsightOverride *override = g_ptr_array_index (overrides, i);

      add_all (won, override->won);
      add_all (broken, override->broken);
    }
  for (guint i = 0; i < valued->len; i++)
    {
      const RangInsightOrder *order = g_array_index (valued, Valued, i).order;
      const RangInsightClient *client = g_hash_table_lookup (facts->clients, &order->client);

      count_share (&insight->fifths[(gsize)i * RANG_INSIGHT_FIFTHS / valued->len], order, won, broken);
      if (client != NULL && (guint)client->stage < RANG_N_STAGES)
        count_share (&insight->stages[client->stage], order, won, broken);
    }
}

/* --- overrides against what came --- */

/* How many of the orders ended so; -1 if one of them has no end yet. */
static int
count_ends (const RangInsightFacts *facts, const GArray *numbers, RangPromiseEnd end)
{
  int n = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      const RangInsightOrder *order = rang_insight_facts_find_order (facts, g_array_index (numbers, gint64, i));

      if (order == NULL || order->end == RANG_PROMISE_OPEN)
        return -1;
      n += order->end == end;
    }
  return n;
}

static RangInsightReason *
reason_of (GArray *reasons, int reason)
{
  RangInsightReason fresh = { .reason = reason };

  for (guint i = 0; i < reasons->len; i++)
    if (g_array_index (reasons, RangInsightReason, i).reason == reason)
      return &g_array_index (reasons, RangInsightReason, i);
  g_array_append_val (reasons, fresh);
  return &g_array_index (reasons, RangInsightReason, reasons->len - 1);
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const RangInsightReason *one = a, *other = b;
  guint mine = one->better + one->worse, its = other->better + other->worse;

  if (mine != its)
    return mine > its ? -1 : 1;
  return one->reason - other->reason;
}

static void
judge_overrides (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides)
{
  insight->reasons = g_array_new (FALSE, FALSE, sizeof (RangInsightReason));
  for (guint i = 0; i < overrides->len; i++)
    {
      const RangInsightOverride *override = g_ptr_array_index (overrides, i);
      int kept = count_ends (facts, override->won, RANG_PROMISE_KEPT);
      int broken = count_ends (facts, override->broken, RANG_PROMISE_BROKEN);

      if (kept < 0 || broken < 0 || kept == broken)
        continue;
      insight->judged++;
      if (kept > broken)
        reason_of (insight->reasons, override->reason)->better++;
      else
        reason_of (insight->reasons, override->reason)->worse++;
    }
  g_array_sort (insight->reasons, most_first);
}

/* --- what the clients made of it --- */

static GHashTable *
index_by_client (const RangInsightFacts *facts)
{
  GHashTable *by_client = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, facts->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      RangInsightOrder *order = value;
      GPtrArray *orders = g_hash_table_lookup (by_client, &order->client);

      if (!rang_insight_facts_concerns (facts, order))
        continue;
      if (orders == NULL)
        {
          orders = g_ptr_array_new ();
          g_hash_table_insert (by_client, &order->client, orders);
        }
      g_ptr_array_add (orders, order);
    }
  return by_client;
}

/* 1 if a promise to the client was broken in the days before, 0 if all were kept, -1 if there was none. */
static int
remembered (const GPtrArray *orders, RangDay day)
{
  int found = -1;

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const RangInsightOrder *order = g_ptr_array_index (orders, i);

      if (order->day > day || order->day < day - RANG_INSIGHT_MEMORY)
        continue;
      if (order->end == RANG_PROMISE_BROKEN)
        return 1;
      if (order->end == RANG_PROMISE_KEPT)
        found = 0;
    }
  return found;
}

static void
count_events (RangInsight *insight, const RangInsightFacts *facts)
{
  g_autoptr (GHashTable) by_client = index_by_client (facts);

  for (guint i = 0; i < facts->events->len; i++)
    {
      const RangInsightEvent *event = &g_array_index (facts->events, RangInsightEvent, i);
      const RangInsightClient *client = g_hash_table_lookup (facts->clients, &event->client);
      int after = remembered (g_hash_table_lookup (by_client, &event->client), event->day);
      gboolean won = event->kind == RANG_EVENT_SIGNED || event->kind == RANG_EVENT_RENEWED;

      if (client == NULL || after < 0)
        continue;
      (won ? insight->won_value : insight->lost_value)[after] += client->annual_value;
      (won ? insight->n_won : insight->n_lost)[after]++;
    }
}

void
rang_insight_measure_persuasion (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides)
{
  count_shares (insight, facts, overrides);
  judge_overrides (insight, facts, overrides);
  count_events (insight, facts);
}
