/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the past says of clients, in one query for all of a day. */
#include "store/rang-store-orders.h"
#include "store/rang-store-private.h"

/* Asked for each client by itself, so that its orders are counted in an index and not gathered first. */
#define COUNT_OF_CLIENT "(SELECT count (*) FROM orders p WHERE p.client = c.client AND "
/* All that were ever delivered are kept for each client, and had a day; those of today or later are few. */
#define DELIVERED                                                                                                      \
  "coalesce ((SELECT d.delivered FROM client_deliveries d WHERE d.client = c.client), 0) - " COUNT_OF_CLIENT           \
  "p.promised_day >= $1 AND p.state IN ('delivered', 'part'))"

GHashTable *
rang_store_load_client_counts (RangStore *store, RangDay day, RangDay since, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT c.client, " DELIVERED ", " COUNT_OF_CLIENT
      "p.promised_day < $1 AND p.promised_day >= $2 AND (p.state = 'failed' OR (p.state IN ('delivered', 'part') AND "
      "(p.outcome_day > "
      "p.promised_day OR (p.outcome_day = p.promised_day AND p.outcome_at > p.promised_to))))) FROM (SELECT DISTINCT "
      "o.client FROM orders o WHERE (o.promised_day = $1 OR o.promised_day IS NULL) AND o.client IS NOT NULL) c",
      error);
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    {
      rang_bind_int (row, day);
      rang_bind_int (row, since);
    }
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangClientCounts *count = g_new0 (RangClientCounts, 1);

      count->client = rang_row_int (row);
      count->delivered = (int)rang_row_int (row);
      count->broken = (int)rang_row_int (row);
      g_hash_table_insert (counts, &count->client, count);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}
