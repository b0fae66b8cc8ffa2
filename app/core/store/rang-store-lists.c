/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the departments' own lists in the store. */
#include "store/rang-store-lists.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

RangListRecord *
rang_list_record_new (RangDay day, gint64 department)
{
  RangListRecord *record = g_new0 (RangListRecord, 1);

  record->day = day;
  record->department = department;
  record->submitted = g_array_new (FALSE, FALSE, sizeof (gint64));
  return record;
}

void
rang_list_record_free (RangListRecord *record)
{
  if (record == NULL)
    return;
  g_array_unref (record->submitted);
  g_free (record);
}

GPtrArray *
rang_store_load_lists (RangStore *store, RangDay day, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT d.id, l.revision, l.submitted_at, l.submitted_by, l.submitted_entry, l.submitted_ranking "
      "FROM departments d LEFT JOIN department_lists l ON l.department = d.id AND l.day = $1 ORDER BY d.id",
      error);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_list_record_free);
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    rang_bind_int (row, day);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangListRecord *record = rang_list_record_new (day, rang_row_int (row));

      g_ptr_array_add (lists, record);
      record->revision = rang_row_int (row);
      record->submitted_at = rang_row_int (row);
      record->submitted_by = rang_row_int (row);
      record->submitted_entry = rang_row_int (row);
      g_array_unref (record->submitted);
      record->submitted = rang_numbers_from_text (rang_row_text (row));
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&lists) : NULL;
}

RangListRecord *
rang_store_load_list (RangStore *store, RangDay day, gint64 department, GError **error)
{
  g_autoptr (GPtrArray) lists = rang_store_load_lists (store, day, error);

  if (lists == NULL)
    return NULL;
  for (guint i = 0; i < lists->len; i++)
    if (((RangListRecord *)g_ptr_array_index (lists, i))->department == department)
      return g_ptr_array_steal_index (lists, i);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
               _ ("there is no department %" PRId64 "; choose one of the list"), department);
  return NULL;
}

static gint64
count_up (RangStore *store, RangDay day, gint64 department, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO department_lists (day, department, revision) VALUES ($1, $2, 1) "
      "ON CONFLICT (day, department) DO UPDATE SET revision = department_lists.revision + 1 RETURNING revision",
      error);

  if (row == NULL)
    return 0;
  rang_bind_int (row, day);
  rang_bind_int (row, department);
  rang_store_witness (store, RANG_WITNESS_LIST, day, department, 0);
  return rang_statement_run_id (row, error);
}

static gboolean
add_revision (
    RangStore *store, RangDay day, gint64 department, gint64 revision, gint64 entry, GArray *ranking, GError **error)
{
  g_autofree char *text = rang_numbers_to_text (ranking);
  RangStatement *row
      = rang_store_prepare_write (store,
                                  "INSERT INTO department_list_revisions (day, department, revision, entry, ranking) "
                                  "VALUES ($1, $2, $3, $4, $5)",
                                  error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, day);
  rang_bind_int (row, department);
  rang_bind_int (row, revision);
  rang_bind_int (row, entry);
  rang_bind_text (row, text);
  rang_store_witness (store, RANG_WITNESS_LIST_REVISION, day, department, revision);
  return rang_statement_run (row, error);
}

static gboolean
set_ranks (RangStore *store, RangDay day, gint64 department, GArray *ranking, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "UPDATE orders SET department_rank = NULL WHERE promised_day = $1 AND department = $2 "
      "AND department_rank IS NOT NULL",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, day);
  rang_bind_int (row, department);
  if (!rang_statement_run (row, error))
    return FALSE;
  for (guint i = 0; i < ranking->len; i++)
    {
      row = rang_store_prepare_write (store, "UPDATE orders SET department_rank = $1 WHERE number = $2", error);
      if (row == NULL)
        return FALSE;
      rang_bind_int (row, i + 1);
      rang_bind_int (row, g_array_index (ranking, gint64, i));
      if (!rang_store_run_changing (store, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
rang_store_rank_list (
    RangStore *store, RangDay day, gint64 department, gint64 entry, GArray *ranking, gint64 *revision, GError **error)
{
  gint64 made = count_up (store, day, department, error);

  if (made == 0 || !add_revision (store, day, department, made, entry, ranking, error)
      || !set_ranks (store, day, department, ranking, error))
    return FALSE;
  if (revision != NULL)
    *revision = made;
  return TRUE;
}

GArray *
rang_store_load_list_revision (RangStore *store, RangDay day, gint64 department, gint64 revision, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT ranking FROM department_list_revisions WHERE day = $1 AND department = $2 AND revision = $3",
      error);
  GArray *ranking = NULL;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, day);
  rang_bind_int (row, department);
  rang_bind_int (row, revision);
  switch (rang_statement_step (row, error))
    {
    case RANG_STEP_ROW:
      ranking = rang_numbers_from_text (rang_row_text (row));
      rang_statement_reset (row);
      return ranking;
    case RANG_STEP_DONE:
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
                   _ ("the list has no such revision; look at the list again"));
      return NULL;
    case RANG_STEP_ERROR:
    default:
      return NULL;
    }
}

gboolean
rang_store_submit_list (RangStore *store, const RangListRecord *record, GError **error)
{
  g_autofree char *ranking = rang_numbers_to_text (record->submitted);
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO department_lists (day, department, revision, submitted_at, submitted_by, submitted_entry, "
      "submitted_ranking) VALUES ($1, $2, 0, $3, $4, $5, $6) ON CONFLICT (day, department) DO UPDATE "
      "SET submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by, "
      "submitted_entry = excluded.submitted_entry, submitted_ranking = excluded.submitted_ranking",
      error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_LIST, record->day, record->department, 0);
  rang_bind_int (row, record->day);
  rang_bind_int (row, record->department);
  rang_bind_int (row, record->submitted_at);
  rang_bind_int_or (row, record->submitted_by, 0);
  rang_bind_int (row, record->submitted_entry);
  rang_bind_text (row, ranking);
  return rang_statement_run (row, error);
}
