/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the steps that people took on boards and lists, in the store. */
#include "store/rang-store-moves.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-nick.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static const char *const kind_nicks[] = { "move", "apply", "release", "amend", "rank", "grant", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_nicks) == RANG_N_MOVE_KINDS + 1);

#define SELECT_MOVES_WITH(cost)                                                                                        \
  "SELECT m.entry, m.kind, m.day, m.unit, m.department, m.who, m.revision, m.orders, m.rank_from, m.rank_to, "         \
  "m.rank_suggested, m.reason, m.reason_pending, m.reason_entry, m.note, " cost                                        \
  ", m.series, m.undone_by FROM moves m "
#define SELECT_MOVES SELECT_MOVES_WITH ("m.cost")

RangMoveRecord *
rang_move_record_new (RangMoveKind kind)
{
  RangMoveRecord *record = g_new0 (RangMoveRecord, 1);

  record->kind = kind;
  record->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  return record;
}

RangMoveRecord *
rang_move_record_copy (const RangMoveRecord *record)
{
  RangMoveRecord *copy = g_memdup2 (record, sizeof *record);

  copy->orders = g_array_copy (record->orders);
  copy->reason = g_strdup (record->reason);
  copy->note = g_strdup (record->note);
  copy->cost = g_strdup (record->cost);
  return copy;
}

void
rang_move_record_free (RangMoveRecord *record)
{
  if (record == NULL)
    return;
  g_array_unref (record->orders);
  g_free (record->reason);
  g_free (record->note);
  g_free (record->cost);
  g_free (record);
}

const char *
rang_move_kind_to_nick (RangMoveKind kind)
{
  g_return_val_if_fail (kind < RANG_N_MOVE_KINDS, NULL);
  return kind_nicks[kind];
}

int
rang_move_kind_from_nick (const char *nick)
{
  return rang_nick_find (kind_nicks, nick);
}

static gpointer
read_move (RangStatement *row)
{
  RangMoveRecord *record = rang_move_record_new (RANG_MOVE_MOVE);

  record->entry = rang_row_int (row);
  record->kind = (RangMoveKind)rang_row_nick (row, rang_move_kind_from_nick);
  record->day = rang_row_day (row);
  record->unit = rang_row_int (row);
  record->department = rang_row_int (row);
  record->who = rang_row_int (row);
  record->revision = rang_row_int (row);
  g_array_unref (record->orders);
  record->orders = rang_numbers_from_text (rang_row_text (row));
  record->from = (gint32)rang_row_int (row);
  record->to = (gint32)rang_row_int (row);
  record->suggested = (gint32)rang_row_int (row);
  record->reason = rang_row_dup_text (row);
  record->reason_pending = rang_row_int (row) != 0;
  record->reason_entry = rang_row_int (row);
  record->note = rang_row_dup_text (row);
  record->cost = rang_row_dup_text (row);
  record->series = rang_row_int (row);
  record->undone_by = rang_row_int (row);
  return record;
}

static GPtrArray *
load (RangStore *store, const char *sql, gint64 key, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, key);
  return rang_store_read_rows (row, read_move, (GDestroyNotify)rang_move_record_free, error);
}

GPtrArray *
rang_store_load_moves (RangStore *store, RangDay day, GError **error)
{
  return load (store, SELECT_MOVES "WHERE m.day = $1 ORDER BY m.entry", day, error);
}

static GPtrArray *
load_between (RangStore *store, const char *sql, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, from);
  rang_bind_int (row, to);
  return rang_store_read_rows (row, read_move, (GDestroyNotify)rang_move_record_free, error);
}

GPtrArray *
rang_store_load_moves_between (RangStore *store, RangDay from, RangDay to, GError **error)
{
  return load_between (store, SELECT_MOVES "WHERE m.day >= $1 AND m.day <= $2 ORDER BY m.entry", from, to, error);
}

GPtrArray *
rang_store_load_moves_without_cost (RangStore *store, RangDay from, RangDay to, GError **error)
{
  return load_between (store, SELECT_MOVES_WITH ("NULL") "WHERE m.day >= $1 AND m.day <= $2 ORDER BY m.entry", from, to,
                       error);
}

GPtrArray *
rang_store_load_pending_moves (RangStore *store, RangDay day, GError **error)
{
  return load (store, SELECT_MOVES "WHERE m.day = $1 AND m.reason_pending <> 0 ORDER BY m.entry", day, error);
}

GPtrArray *
rang_store_load_moves_of_order (RangStore *store, gint64 order, GError **error)
{
  return load (store, SELECT_MOVES "JOIN move_orders o ON o.move = m.entry WHERE o.order_number = $1 ORDER BY m.entry",
               order, error);
}

RangMoveRecord *
rang_store_load_move (RangStore *store, gint64 entry, GError **error)
{
  g_autoptr (GPtrArray) moves = load (store, SELECT_MOVES "WHERE m.entry = $1", entry, error);

  if (moves == NULL)
    return NULL;
  if (moves->len > 0)
    return g_ptr_array_steal_index (moves, 0);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
               _ ("entry %" PRId64 " of the log is no move; look it up in the log"), entry);
  return NULL;
}

static gboolean
add_orders (RangStore *store, const RangMoveRecord *record, GError **error)
{
  for (guint i = 0; i < record->orders->len; i++)
    {
      RangStatement *row
          = rang_store_prepare_write (store, "INSERT INTO move_orders (order_number, move) VALUES ($1, $2)", error);

      if (row == NULL)
        return FALSE;
      rang_bind_int (row, g_array_index (record->orders, gint64, i));
      rang_bind_int (row, record->entry);
      if (!rang_statement_run (row, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_changing (RangStatement *row, const RangMoveRecord *record)
{
  rang_bind_int (row, record->revision);
  rang_bind_text (row, record->reason);
  rang_bind_int (row, record->reason_pending != 0);
  rang_bind_int_or (row, record->reason_entry, 0);
  rang_bind_text (row, record->note);
  rang_bind_text (row, record->cost);
  rang_bind_int_or (row, record->series, 0);
  rang_bind_int_or (row, record->undone_by, 0);
  rang_bind_int (row, record->entry);
}

gboolean
rang_store_add_move (RangStore *store, const RangMoveRecord *record, GError **error)
{
  g_autofree char *orders = rang_numbers_to_text (record->orders);
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO moves (revision, reason, reason_pending, reason_entry, note, cost, series, undone_by, entry, kind, "
      "day, unit, department, who, orders, rank_from, rank_to, rank_suggested) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_MOVE, record->entry, 0, 0);
  bind_changing (row, record);
  rang_bind_text (row, rang_move_kind_to_nick (record->kind));
  rang_bind_int (row, record->day);
  rang_bind_int_or (row, record->unit, 0);
  rang_bind_int_or (row, record->department, 0);
  rang_bind_int_or (row, record->who, 0);
  rang_bind_text (row, orders);
  rang_bind_int_or (row, record->from, 0);
  rang_bind_int_or (row, record->to, 0);
  rang_bind_int_or (row, record->suggested, 0);
  return rang_statement_run (row, error) && add_orders (store, record, error);
}

gboolean
rang_store_update_move (RangStore *store, const RangMoveRecord *record, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "UPDATE moves SET revision = $1, reason = $2, reason_pending = $3, reason_entry = $4, note = $5, cost = $6, "
      "series = $7, undone_by = $8 WHERE entry = $9",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_MOVE, record->entry, 0, 0);
  bind_changing (row, record);
  return rang_store_run_changing (store, row, error);
}
