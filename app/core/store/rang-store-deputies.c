/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for deputies in the store. */
#include "store/rang-store-people.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

static gpointer
read_deputy (RangStatement *row)
{
  RangDeputy *deputy = rang_deputy_new ();

  deputy->id = rang_row_int (row);
  deputy->person = rang_row_int (row);
  deputy->behalf = rang_row_int (row);
  deputy->role = (RangRole)rang_row_nick (row, rang_role_from_nick);
  deputy->department = rang_row_int (row);
  deputy->from = rang_row_day (row);
  deputy->to = rang_row_day (row);
  return deputy;
}

GPtrArray *
rang_store_load_deputies (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT id, person, behalf, role, department, from_day, to_day FROM deputies ORDER BY from_day, id",
      error);

  return rang_store_read_rows (row, read_deputy, (GDestroyNotify)rang_deputy_free, error);
}

gboolean
rang_store_save_deputy (RangStore *store, RangDeputy *deputy, GError **error)
{
  gboolean is_new = deputy->id == 0;
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO deputies (person, behalf, role, department, from_day, to_day) "
               "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id"
             : "UPDATE deputies SET person = $1, behalf = $2, role = $3, department = $4, from_day = $5, to_day = $6 "
               "WHERE id = $7",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, deputy->person);
  rang_bind_int (row, deputy->behalf);
  rang_bind_text (row, rang_role_to_nick (deputy->role));
  rang_bind_int_or (row, deputy->department, 0);
  rang_bind_int (row, deputy->from);
  rang_bind_int (row, deputy->to);
  if (!rang_store_run_saving (store, row, &deputy->id, error))
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_DEPUTY, deputy->id, 0, 0);
  return TRUE;
}

gboolean
rang_store_remove_deputy (RangStore *store, gint64 deputy, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM deputies WHERE id = $1", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_DEPUTY, deputy, 0, 0);
  rang_bind_int (row, deputy);
  return rang_store_run_changing (store, row, error);
}
