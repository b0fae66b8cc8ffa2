/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the delivery day in the store: locks, calls, what was carried over, requests for a lock. */
#include "store/rang-store-delivery.h"

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

/* --- locks --- */

GArray *
rang_store_load_locks (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT order_number, resource, entry FROM locks WHERE day = $1 ORDER BY order_number", error);
  g_autoptr (GArray) locks = g_array_new (FALSE, FALSE, sizeof (RangLock));
  RangStep step;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, day);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangLock lock = { 0 };

      lock.order = rang_row_int (row);
      lock.resource = rang_row_int (row);
      lock.entry = rang_row_int (row);
      g_array_append_val (locks, lock);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&locks) : NULL;
}

gboolean
rang_store_save_lock (RangStore *store, RangDay day, const RangLock *lock, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO locks (order_number, day, resource, entry) VALUES ($1, $2, $3, $4) ON CONFLICT (order_number) DO "
      "UPDATE SET day = excluded.day, resource = excluded.resource, entry = excluded.entry",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_LOCK, lock->order, 0, 0);
  rang_bind_int (row, lock->order);
  rang_bind_int (row, day);
  rang_bind_int (row, lock->resource);
  rang_bind_int (row, lock->entry);
  return rang_statement_run (row, error);
}

gboolean
rang_store_delete_lock (RangStore *store, gint64 order, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM locks WHERE order_number = $1", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_LOCK, order, 0, 0);
  rang_bind_int (row, order);
  return rang_statement_run (row, error);
}

/* --- calls --- */

gboolean
rang_store_add_call (RangStore *store, RangCall *call, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO calls (day, order_number, called_by, called_at, agreed_day, agreed_from, agreed_to, note, entry) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, call->day);
  rang_bind_int (row, call->order);
  rang_bind_int (row, call->called_by);
  rang_bind_int (row, call->called_at);
  rang_bind_int_or (row, call->agreed_day, RANG_DAY_NONE);
  rang_bind_times (row, call->agreed);
  rang_bind_text (row, call->note);
  rang_bind_int (row, call->entry);
  call->id = rang_statement_run_id (row, error);
  rang_store_witness (store, RANG_WITNESS_CALL, call->id, 0, 0);
  return call->id != 0;
}

static gpointer
read_call (RangStatement *row)
{
  RangCall *call = rang_call_new ();

  call->id = rang_row_int (row);
  call->day = rang_row_day (row);
  call->order = rang_row_int (row);
  call->called_by = rang_row_int (row);
  call->called_at = rang_row_int (row);
  call->agreed_day = rang_row_day (row);
  rang_row_times (row, &call->agreed);
  call->note = rang_row_dup_text (row);
  call->entry = rang_row_int (row);
  return call;
}

GPtrArray *
rang_store_load_calls (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT id, day, order_number, called_by, called_at, agreed_day, agreed_from, agreed_to, note, entry FROM calls "
      "WHERE day = $1 ORDER BY order_number, id",
      error);

  if (row != NULL)
    rang_bind_int (row, day);
  return rang_store_read_rows (row, read_call, (GDestroyNotify)rang_call_free, error);
}

/* --- carry-overs --- */

gboolean
rang_store_add_carry_over (RangStore *store, const RangCarryOver *carry_over, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO carry_overs (day, order_number, promised_from, promised_to, reason, carried_to, told_by, entry) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_CARRY_OVER, carry_over->day, carry_over->order, 0);
  rang_bind_int (row, carry_over->day);
  rang_bind_int (row, carry_over->order);
  rang_bind_times (row, carry_over->promised);
  rang_bind_text (row, carry_over->reason);
  rang_bind_int (row, carry_over->carried_to);
  rang_bind_int (row, carry_over->told_by);
  rang_bind_int (row, carry_over->entry);
  return rang_statement_run (row, error);
}

static gpointer
read_carry_over (RangStatement *row)
{
  RangCarryOver *carry_over = rang_carry_over_new ();

  carry_over->day = rang_row_day (row);
  carry_over->order = rang_row_int (row);
  rang_row_times (row, &carry_over->promised);
  carry_over->reason = rang_row_dup_text (row);
  carry_over->carried_to = rang_row_day (row);
  carry_over->told_by = rang_row_int (row);
  carry_over->entry = rang_row_int (row);
  return carry_over;
}

GPtrArray *
rang_store_load_carry_overs (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT day, order_number, promised_from, promised_to, reason, carried_to, told_by, entry FROM carry_overs "
      "WHERE day = $1 ORDER BY order_number",
      error);

  if (row != NULL)
    rang_bind_int (row, day);
  return rang_store_read_rows (row, read_carry_over, (GDestroyNotify)rang_carry_over_free, error);
}

/* --- requests --- */

gboolean
rang_store_add_request (RangStore *store, RangLockRequest *request, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO requests (day, order_number, resource, asked_by, asked_at, harm, entry, state) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, 'open') RETURNING id",
      error);
  g_autofree char *harm = rang_numbers_to_text (request->harm);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, request->day);
  rang_bind_int (row, request->order);
  rang_bind_int (row, request->resource);
  rang_bind_int (row, request->asked_by);
  rang_bind_int (row, request->asked_at);
  rang_bind_text (row, harm);
  rang_bind_int (row, request->entry);
  request->id = rang_statement_run_id (row, error);
  rang_store_witness (store, RANG_WITNESS_REQUEST, request->id, 0, 0);
  return request->id != 0;
}

gboolean
rang_store_decide_request (RangStore *store, const RangLockRequest *request, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "UPDATE requests SET state = $1, decided_by = $2, note = $3 WHERE id = $4 AND state = 'open'", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_REQUEST, request->id, 0, 0);
  rang_bind_text (row, request->granted ? "granted" : "refused");
  rang_bind_int (row, request->decided_by);
  rang_bind_text (row, request->note);
  rang_bind_int (row, request->id);
  return rang_store_run_changing (store, row, error);
}

static gpointer
read_request (RangStatement *row)
{
  RangLockRequest *request = rang_lock_request_new ();
  g_autofree char *state = NULL;

  request->id = rang_row_int (row);
  request->day = rang_row_day (row);
  request->order = rang_row_int (row);
  request->resource = rang_row_int (row);
  request->asked_by = rang_row_int (row);
  request->asked_at = rang_row_int (row);
  g_array_unref (request->harm);
  request->harm = rang_numbers_from_text (rang_row_text (row));
  request->entry = rang_row_int (row);
  state = rang_row_dup_text (row);
  request->open = g_strcmp0 (state, "open") == 0;
  request->granted = g_strcmp0 (state, "granted") == 0;
  request->decided_by = rang_row_int (row);
  request->note = rang_row_dup_text (row);
  return request;
}

GPtrArray *
rang_store_load_requests (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT id, day, order_number, resource, asked_by, asked_at, harm, entry, state, decided_by, note FROM requests "
      "WHERE day = $1 ORDER BY id",
      error);

  if (row != NULL)
    rang_bind_int (row, day);
  return rang_store_read_rows (row, read_request, (GDestroyNotify)rang_lock_request_free, error);
}

/* --- fields of the sheets --- */

static gpointer
read_sheet_field (RangStatement *row)
{
  RangSheetFieldSetting *setting = g_new0 (RangSheetFieldSetting, 1);

  setting->field = rang_row_dup_text (row);
  setting->shown = rang_row_int (row) != 0;
  setting->label = rang_row_dup_text (row);
  return setting;
}

GPtrArray *
rang_store_load_sheet_fields (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT field, shown, label FROM sheet_fields ORDER BY field", error);

  return rang_store_read_rows (row, read_sheet_field, (GDestroyNotify)rang_sheet_field_free, error);
}

gboolean
rang_store_save_sheet_field (RangStore *store, const RangSheetFieldSetting *setting, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO sheet_fields (field, shown, label) VALUES ($1, $2, $3) ON CONFLICT (field) DO UPDATE SET shown = "
      "excluded.shown, label = excluded.label",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness_named (store, RANG_WITNESS_SHEET_FIELD, setting->field);
  rang_bind_text (row, setting->field);
  rang_bind_int (row, setting->shown != 0);
  rang_bind_text (row, setting->label);
  return rang_statement_run (row, error);
}

/* --- closing --- */

gboolean
rang_store_find_unclosed_day (RangStore *store, RangDay before, gint64 unit, RangDay *day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT max (v.day) FROM versions v WHERE v.unit = $1 AND v.day < $2 AND v.state = 'accepted' "
      "AND NOT EXISTS (SELECT 1 FROM closed_days c WHERE c.day = v.day AND c.unit = v.unit)",
      error);
  RangStep step;

  *day = RANG_DAY_NONE;
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, unit);
  rang_bind_int (row, before);
  step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      *day = rang_row_day (row);
      rang_statement_reset (row);
    }
  return step != RANG_STEP_ERROR;
}
