/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the revisions of boards in the store. */
#include "store/rang-store-board.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

#define SELECT_BOARDS "SELECT day, unit, revision, entry, rules, ranking, placed FROM board_revisions "

RangBoardRecord *
rang_board_record_new (RangDay day, gint64 unit)
{
  RangBoardRecord *record = g_new0 (RangBoardRecord, 1);

  record->day = day;
  record->unit = unit;
  record->ranking = g_array_new (FALSE, FALSE, sizeof (gint64));
  record->placed = g_array_new (FALSE, FALSE, sizeof (RangPlacedMark));
  return record;
}

RangBoardRecord *
rang_board_record_copy (const RangBoardRecord *record)
{
  RangBoardRecord *copy = g_memdup2 (record, sizeof *record);

  copy->ranking = g_array_copy (record->ranking);
  copy->placed = g_array_copy (record->placed);
  return copy;
}

void
rang_board_record_free (RangBoardRecord *record)
{
  if (record == NULL)
    return;
  g_array_unref (record->ranking);
  g_array_unref (record->placed);
  g_free (record);
}

RangPlacedMark *
rang_board_record_find_mark (const RangBoardRecord *record, gint64 order)
{
  for (guint i = 0; i < record->placed->len; i++)
    {
      RangPlacedMark *mark = &g_array_index (record->placed, RangPlacedMark, i);

      if (mark->order == order)
        return mark;
    }
  return NULL;
}

/* "1051:3:77 1043:3:78": order, person, entry. */
static char *
placed_to_text (GArray *placed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < placed->len; i++)
    {
      const RangPlacedMark *mark = &g_array_index (placed, RangPlacedMark, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, i == 0 ? "" : " ",
                              mark->order, mark->person, mark->entry);
    }
  return g_string_free (text, FALSE);
}

static void
placed_from_text (GArray *placed, const char *text)
{
  while (text != NULL && *text != '\0')
    {
      RangPlacedMark mark;
      char *end;

      mark.order = g_ascii_strtoll (text, &end, 10);
      if (*end != ':')
        return;
      mark.person = g_ascii_strtoll (end + 1, &end, 10);
      if (*end != ':')
        return;
      mark.entry = g_ascii_strtoll (end + 1, &end, 10);
      g_array_append_val (placed, mark);
      text = end;
    }
}

static gpointer
read_board (RangStatement *row)
{
  RangDay day = rang_row_day (row);
  RangBoardRecord *record = rang_board_record_new (day, rang_row_int (row));

  record->revision = rang_row_int (row);
  record->entry = rang_row_int (row);
  record->rules = rang_row_int (row);
  g_array_unref (record->ranking);
  record->ranking = rang_numbers_from_text (rang_row_text (row));
  placed_from_text (record->placed, rang_row_text (row));
  return record;
}

/* Binds day, unit and, unless negative, one number more, and reads the rows. */
static GPtrArray *
load (RangStore *store, const char *sql, RangDay day, gint64 unit, gint64 number, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, day);
  rang_bind_int (row, unit);
  if (number >= 0)
    rang_bind_int (row, number);
  return rang_store_read_rows (row, read_board, (GDestroyNotify)rang_board_record_free, error);
}

static RangBoardRecord *
load_one (RangStore *store, const char *sql, RangDay day, gint64 unit, gint64 number, GError **error)
{
  g_autoptr (GPtrArray) boards = load (store, sql, day, unit, number, error);

  if (boards == NULL)
    return NULL;
  if (boards->len > 0)
    return g_ptr_array_steal_index (boards, 0);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
               _ ("the board has no such revision; look at the board again"));
  return NULL;
}

RangBoardRecord *
rang_store_load_board (RangStore *store, RangDay day, gint64 unit, GError **error)
{
  g_autoptr (GPtrArray) boards
      = load (store, SELECT_BOARDS "WHERE day = $1 AND unit = $2 ORDER BY revision DESC LIMIT 1", day, unit, -1, error);

  if (boards == NULL)
    return NULL;
  return boards->len > 0 ? g_ptr_array_steal_index (boards, 0) : rang_board_record_new (day, unit);
}

RangBoardRecord *
rang_store_load_board_revision (RangStore *store, RangDay day, gint64 unit, gint64 revision, GError **error)
{
  return load_one (store, SELECT_BOARDS "WHERE day = $1 AND unit = $2 AND revision = $3", day, unit, MAX (revision, 0),
                   error);
}

GPtrArray *
rang_store_load_board_revisions (RangStore *store, RangDay day, gint64 unit, gint64 after, GError **error)
{
  return load (store, SELECT_BOARDS "WHERE day = $1 AND unit = $2 AND revision > $3 ORDER BY revision", day, unit,
               MAX (after, 0), error);
}

RangBoardRecord *
rang_store_load_board_by_entry (RangStore *store, RangDay day, gint64 unit, gint64 entry, GError **error)
{
  return load_one (store, SELECT_BOARDS "WHERE day = $1 AND unit = $2 AND entry = $3", day, unit, MAX (entry, 0),
                   error);
}

static gboolean
is_newest (RangStore *store, const RangBoardRecord *record, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT coalesce (max (revision), 0) FROM board_revisions WHERE day = $1 AND unit = $2", error);
  gint64 newest;

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, record->day);
  rang_bind_int (row, record->unit);
  if (rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  newest = rang_row_int (row);
  rang_statement_reset (row);
  if (newest == record->revision)
    return TRUE;
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_STALE,
               /* Translators: both numbers are revisions of the board */
               _ ("the board was changed meanwhile (revision %" PRId64 " instead of %" PRId64 "); look at it again"),
               newest, record->revision);
  return FALSE;
}

gboolean
rang_store_add_board_revision (RangStore *store, RangBoardRecord *record, GError **error)
{
  g_autofree char *ranking = rang_numbers_to_text (record->ranking);
  g_autofree char *placed = placed_to_text (record->placed);
  RangStatement *row;

  if (!is_newest (store, record, error))
    return FALSE;
  row = rang_store_prepare_write (store,
                                  "INSERT INTO board_revisions (day, unit, revision, entry, rules, ranking, placed) "
                                  "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                  error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, record->day);
  rang_bind_int (row, record->unit);
  rang_bind_int (row, record->revision + 1);
  rang_bind_int (row, record->entry);
  rang_bind_int_or (row, record->rules, 0);
  rang_bind_text (row, ranking);
  rang_bind_text (row, placed);
  if (!rang_statement_run (row, error))
    return FALSE;
  record->revision++;
  rang_store_witness (store, RANG_WITNESS_BOARD_REVISION, record->day, record->unit, record->revision);
  return TRUE;
}
