/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for pushes in the store. */
#include "store/rang-store-pushes.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

#define SELECT_PUSHES                                                                                                  \
  "SELECT id, day, unit, order_number, department, asked_by, noted_by, asked_at, week, entry, revision, rank_from, "   \
  "rank_to, reason, note, state, decided_by, decided_at, decided_entry, decision FROM pushes "

gboolean
rang_store_add_push (RangStore *store, RangPush *push, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO pushes (day, unit, order_number, department, asked_by, noted_by, asked_at, week, entry, revision, "
      "rank_from, rank_to, reason, note, state, decided_by, decided_at, decided_entry, decision) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) RETURNING id",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, push->day);
  rang_bind_int (row, push->unit);
  rang_bind_int (row, push->order);
  rang_bind_int (row, push->department);
  rang_bind_int (row, push->asked_by);
  rang_bind_int_or (row, push->noted_by, 0);
  rang_bind_int (row, push->asked_at);
  rang_bind_int (row, push->week);
  rang_bind_int (row, push->entry);
  rang_bind_int (row, push->revision);
  rang_bind_int (row, push->from);
  rang_bind_int (row, push->to);
  rang_bind_text (row, push->reason);
  rang_bind_text (row, push->note);
  rang_bind_text (row, rang_push_state_to_nick (push->state));
  rang_bind_int_or (row, push->decided_by, 0);
  rang_bind_int_or (row, push->decided_at, 0);
  rang_bind_int_or (row, push->decided_entry, 0);
  rang_bind_text (row, push->decision);
  push->id = rang_statement_run_id (row, error);
  if (push->id == 0)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_PUSH, push->id, 0, 0);
  return TRUE;
}

gboolean
rang_store_decide_push (RangStore *store, const RangPush *push, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "UPDATE pushes SET state = $1, decided_by = $2, decided_at = $3, decided_entry = $4, decision = $5 WHERE id = $6",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, rang_push_state_to_nick (push->state));
  rang_bind_int_or (row, push->decided_by, 0);
  rang_bind_int_or (row, push->decided_at, 0);
  rang_bind_int_or (row, push->decided_entry, 0);
  rang_bind_text (row, push->decision);
  rang_bind_int (row, push->id);
  rang_store_witness (store, RANG_WITNESS_PUSH, push->id, 0, 0);
  return rang_store_run_changing (store, row, error);
}

static gpointer
read_push (RangStatement *row)
{
  RangPush *push = rang_push_new ();

  push->id = rang_row_int (row);
  push->day = rang_row_day (row);
  push->unit = rang_row_int (row);
  push->order = rang_row_int (row);
  push->department = rang_row_int (row);
  push->asked_by = rang_row_int (row);
  push->noted_by = rang_row_int (row);
  push->asked_at = rang_row_int (row);
  push->week = rang_row_day (row);
  push->entry = rang_row_int (row);
  push->revision = rang_row_int (row);
  push->from = (gint32)rang_row_int (row);
  push->to = (gint32)rang_row_int (row);
  push->reason = rang_row_dup_text (row);
  push->note = rang_row_dup_text (row);
  push->state = (RangPushState)rang_row_nick (row, rang_push_state_from_nick);
  push->decided_by = rang_row_int (row);
  push->decided_at = rang_row_int (row);
  push->decided_entry = rang_row_int (row);
  push->decision = rang_row_dup_text (row);
  return push;
}

static GPtrArray *
load (RangStore *store, const char *sql, gint64 key, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row != NULL)
    rang_bind_int (row, key);
  return rang_store_read_rows (row, read_push, (GDestroyNotify)rang_push_free, error);
}

RangPush *
rang_store_load_push (RangStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) pushes = load (store, SELECT_PUSHES "WHERE id = $1", id, error);

  if (pushes == NULL)
    return NULL;
  if (pushes->len > 0)
    return g_ptr_array_steal_index (pushes, 0);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
               _ ("there is no push %" PRId64 "; “rangctl pushes” lists them"), id);
  return NULL;
}

GPtrArray *
rang_store_load_pushes (RangStore *store, RangDay day, GError **error)
{
  if (day != RANG_DAY_NONE)
    return load (store, SELECT_PUSHES "WHERE day = $1 ORDER BY id", day, error);
  return load (store, SELECT_PUSHES "WHERE id > $1 ORDER BY id", 0, error);
}

GPtrArray *
rang_store_load_pushes_between (RangStore *store, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = rang_store_prepare (store, SELECT_PUSHES "WHERE day >= $1 AND day <= $2 ORDER BY id", error);

  if (row != NULL)
    {
      rang_bind_int (row, from);
      rang_bind_int (row, to);
    }
  return rang_store_read_rows (row, read_push, (GDestroyNotify)rang_push_free, error);
}

gboolean
rang_store_count_pushes (RangStore *store, gint64 department, RangDay week, int *count, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT count (*) FROM pushes WHERE week = $1 AND department = $2", error);

  *count = 0;
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, week);
  rang_bind_int (row, department);
  if (rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  *count = (int)rang_row_int (row);
  rang_statement_reset (row);
  return TRUE;
}
