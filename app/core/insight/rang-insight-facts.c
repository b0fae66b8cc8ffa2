/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the measures are made of, and for what became of a promise. */
#include "insight/rang-insight-facts.h"

RangInsightFacts *
rang_insight_facts_new (RangDay from, RangDay to)
{
  RangInsightFacts *facts = g_new0 (RangInsightFacts, 1);

  facts->from = from;
  facts->to = to;
  facts->turn_day = RANG_DAY_NONE;
  facts->departments = g_array_new (FALSE, FALSE, sizeof (gint64));
  facts->orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  facts->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  facts->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_insight_override_free);
  facts->conflicts = g_array_new (FALSE, FALSE, sizeof (RangInsightConflict));
  facts->events = g_array_new (FALSE, FALSE, sizeof (RangInsightEvent));
  facts->turns = g_array_new (FALSE, FALSE, sizeof (RangInsightTurn));
  return facts;
}

void
rang_insight_facts_free (RangInsightFacts *facts)
{
  if (facts == NULL)
    return;
  g_array_unref (facts->departments);
  g_hash_table_unref (facts->orders);
  g_hash_table_unref (facts->clients);
  g_ptr_array_unref (facts->overrides);
  g_array_unref (facts->conflicts);
  g_array_unref (facts->events);
  g_array_unref (facts->turns);
  g_free (facts);
}

RangInsightOverride *
rang_insight_override_new (void)
{
  RangInsightOverride *override = g_new0 (RangInsightOverride, 1);

  override->reason = -1;
  override->broken = g_array_new (FALSE, FALSE, sizeof (gint64));
  override->won = g_array_new (FALSE, FALSE, sizeof (gint64));
  return override;
}

void
rang_insight_override_free (RangInsightOverride *override)
{
  if (override == NULL)
    return;
  g_array_unref (override->broken);
  g_array_unref (override->won);
  g_free (override);
}

void
rang_insight_facts_add_order (RangInsightFacts *facts, const RangInsightOrder *order)
{
  RangInsightOrder *copy = g_memdup2 (order, sizeof *order);

  g_hash_table_replace (facts->orders, &copy->number, copy);
}

void
rang_insight_facts_add_client (RangInsightFacts *facts, const RangInsightClient *client)
{
  RangInsightClient *copy = g_memdup2 (client, sizeof *client);

  g_hash_table_replace (facts->clients, &copy->id, copy);
}

const RangInsightOrder *
rang_insight_facts_find_order (const RangInsightFacts *facts, gint64 number)
{
  return g_hash_table_lookup (facts->orders, &number);
}

gboolean
rang_insight_facts_concerns (const RangInsightFacts *facts, const RangInsightOrder *order)
{
  return order != NULL && (facts->department == 0 || order->department == facts->department);
}

gint64
rang_insight_facts_value_of (const RangInsightFacts *facts, const RangInsightOrder *order)
{
  const RangInsightClient *client = g_hash_table_lookup (facts->clients, &order->client);

  return client != NULL ? client->annual_value : 0;
}

/* Reasons for which it is the client who did not take what was brought as promised. */
static gboolean
is_the_clients (int fail)
{
  return fail == RANG_FAIL_REFUSED || fail == RANG_FAIL_ABSENT || fail == RANG_FAIL_WRONG_ADDRESS
         || fail == RANG_FAIL_NO_CASH || fail == RANG_FAIL_CANCELLED;
}

RangPromiseEnd
rang_insight_judge (RangOrderState state,
                    RangDay first,
                    RangDay promised,
                    RangTime to,
                    RangDay outcome_day,
                    RangTime outcome_at,
                    int fail,
                    RangDay today)
{
  gboolean moved = promised != first;

  switch (state)
    {
    case RANG_ORDER_DELIVERED:
    case RANG_ORDER_PART:
      if (moved || (outcome_day != RANG_DAY_NONE && outcome_day > first))
        return RANG_PROMISE_BROKEN;
      return outcome_at != RANG_TIME_NONE && to != RANG_TIME_NONE && outcome_at > to ? RANG_PROMISE_BROKEN
                                                                                     : RANG_PROMISE_KEPT;
    case RANG_ORDER_FAILED:
      if (moved)
        return RANG_PROMISE_BROKEN;
      return is_the_clients (fail) ? RANG_PROMISE_ASIDE : RANG_PROMISE_BROKEN;
    case RANG_ORDER_CANCELLED:
      return moved ? RANG_PROMISE_BROKEN : RANG_PROMISE_ASIDE;
    case RANG_ORDER_CARRIED_OVER:
      return RANG_PROMISE_BROKEN;
    default:
      return moved || first < today ? RANG_PROMISE_BROKEN : RANG_PROMISE_OPEN;
    }
}
