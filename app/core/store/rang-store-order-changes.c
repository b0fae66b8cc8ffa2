/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what clients changed in orders that already bind, in the store. */
#include "store/rang-store-orders.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

RangOrderChange *
rang_order_change_new (void)
{
  RangOrderChange *change = g_new0 (RangOrderChange, 1);

  change->state = g_strdup ("open");
  return change;
}

void
rang_order_change_free (RangOrderChange *change)
{
  if (change == NULL)
    return;
  g_free (change->source);
  g_free (change->source_digest);
  g_free (change->before);
  g_free (change->after);
  g_free (change->state);
  g_free (change);
}

static gpointer
read_change (RangStatement *row)
{
  RangOrderChange *change = g_new0 (RangOrderChange, 1);

  change->id = rang_row_int (row);
  change->order = rang_row_int (row);
  change->found_at = rang_row_int (row);
  change->source = rang_row_dup_text (row);
  change->source_digest = rang_row_dup_text (row);
  change->before = rang_row_dup_text (row);
  change->after = rang_row_dup_text (row);
  change->state = rang_row_dup_text (row);
  change->decided_by = rang_row_int (row);
  change->decided_entry = rang_row_int (row);
  return change;
}

GPtrArray *
rang_store_load_order_changes (RangStore *store, gint64 order, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT id, order_number, found_at, source, source_digest, before, after, state, decided_by, decided_entry "
      "FROM order_changes WHERE state = 'open' AND ($1 = 0 OR order_number = $1) ORDER BY id",
      error);

  if (row != NULL)
    rang_bind_int (row, order);
  return rang_store_read_rows (row, read_change, (GDestroyNotify)rang_order_change_free, error);
}

static gboolean
insert_change (RangStore *store, RangOrderChange *change, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO order_changes (order_number, found_at, source, source_digest, before, after, state) "
      "VALUES ($1, $2, $3, $4, $5, $6, 'open') RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, change->order);
  rang_bind_int (row, change->found_at);
  rang_bind_text (row, change->source);
  rang_bind_text (row, change->source_digest);
  rang_bind_text (row, change->before);
  rang_bind_text (row, change->after);
  if ((change->id = rang_statement_run_id (row, error)) == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_ORDER_CHANGE, change->id, 0, 0);
  return TRUE;
}

gboolean
rang_store_save_order_change (RangStore *store, RangOrderChange *change, GError **error)
{
  RangStatement *row;

  if (change->id == 0)
    return insert_change (store, change, error);
  row = rang_store_prepare_write (
      store, "UPDATE order_changes SET state = $1, decided_by = $2, decided_entry = $3 WHERE id = $4", error);
  if (row == NULL)
    return FALSE;
  rang_bind_text (row, change->state);
  rang_bind_int_or (row, change->decided_by, 0);
  rang_bind_int_or (row, change->decided_entry, 0);
  rang_bind_int (row, change->id);
  rang_store_witness (store, RANG_WITNESS_ORDER_CHANGE, change->id, 0, 0);
  return rang_store_run_changing (store, row, error);
}
