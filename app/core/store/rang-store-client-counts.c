/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the past says of clients, in one query for all of a day. */
#include "store/rang-store-orders.h"
#include "store/rang-store-private.h"

#define CLIENTS_OF_DAY "(SELECT o.client FROM orders o WHERE o.promised_day = $1 OR o.promised_day IS NULL)"

static RangClientCounts *
ensure_counts (GHashTable *counts, gint64 client)
{
  RangClientCounts *count = g_hash_table_lookup (counts, &client);

  if (count == NULL)
    {
      count = g_new0 (RangClientCounts, 1);
      count->client = client;
      g_hash_table_insert (counts, &count->client, count);
    }
  return count;
}

/* Of all that was ever brought to a client only how often is asked; what was broken lately is looked at closely. */
static gboolean
count_deliveries (RangStore *store, RangDay day, GHashTable *counts, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT client, count (*) FROM orders WHERE client IN " CLIENTS_OF_DAY
                                           " AND promised_day < $1 AND state IN ('delivered', 'part') GROUP BY client",
                                           error);
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    rang_bind_int (row, day);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangClientCounts *count = ensure_counts (counts, rang_row_int (row));

      count->delivered = (int)rang_row_int (row);
    }
  return step == RANG_STEP_DONE;
}

static gboolean
count_broken (RangStore *store, RangDay day, RangDay since, GHashTable *counts, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store,
                            "SELECT client, count (*) FROM orders WHERE client IN " CLIENTS_OF_DAY
                            " AND promised_day >= $2 AND promised_day < $1 AND (state = 'failed' OR (state IN "
                            "('delivered', 'part') AND (outcome_day > promised_day OR (outcome_day = promised_day AND "
                            "outcome_at > promised_to)))) GROUP BY client",
                            error);
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    {
      rang_bind_int (row, day);
      rang_bind_int (row, since);
    }
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangClientCounts *count = ensure_counts (counts, rang_row_int (row));

      count->broken = (int)rang_row_int (row);
    }
  return step == RANG_STEP_DONE;
}

static gboolean
count_losses (RangStore *store, RangDay day, GHashTable *counts, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store,
                            "SELECT DISTINCT client FROM client_events WHERE kind IN ('lost', 'refused') "
                            "AND day < $1",
                            error);
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    rang_bind_int (row, day);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    ensure_counts (counts, rang_row_int (row))->lost = TRUE;
  return step == RANG_STEP_DONE;
}

GHashTable *
rang_store_load_client_counts (RangStore *store, RangDay day, RangDay since, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (!count_deliveries (store, day, counts, error) || !count_broken (store, day, since, counts, error)
      || !count_losses (store, day, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}
