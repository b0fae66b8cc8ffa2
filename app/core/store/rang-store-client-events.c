/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for client events in the store. */
#include "store/rang-store-clients.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

gboolean
rang_store_add_client_event (RangStore *store, RangClientEvent *event, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO client_events (client, kind, day, reason, who) VALUES ($1, $2, $3, $4, $5) RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, event->client);
  rang_bind_text (row, rang_client_event_kind_to_nick (event->kind));
  rang_bind_int (row, event->day);
  rang_bind_text (row, event->reason);
  rang_bind_int_or (row, event->who, 0);
  if ((event->id = rang_statement_run_id (row, error)) == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_CLIENT_EVENT, event->id, 0, 0);
  return TRUE;
}

static gpointer
read_event (RangStatement *row)
{
  RangClientEvent *event = rang_client_event_new ();

  event->id = rang_row_int (row);
  event->client = rang_row_int (row);
  event->kind = (RangClientEventKind)rang_row_nick (row, rang_client_event_kind_from_nick);
  event->day = rang_row_day (row);
  event->reason = rang_row_dup_text (row);
  event->who = rang_row_int (row);
  return event;
}

GPtrArray *
rang_store_load_client_events (RangStore *store, gint64 client, RangDay from, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT id, client, kind, day, reason, who FROM client_events "
                                           "WHERE ($1 = 0 OR client = $1) AND day >= $2 ORDER BY day, id",
                                           error);

  if (row != NULL)
    {
      rang_bind_int (row, client);
      rang_bind_int (row, from);
    }
  return rang_store_read_rows (row, read_event, (GDestroyNotify)rang_client_event_free, error);
}
