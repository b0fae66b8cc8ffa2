/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rankings of boards as they were: read once, and remembered. */
#include "office/rang-office-rankings-private.h"

#include <glib/gi18n-lib.h>

#include "store/rang-store-board.h"

/* About 8 MB with 120 orders each. */
#define MOST_KEPT 8192

struct _OfficeRankings
{
  GPtrArray *boards; /* of Known */
  guint n_kept;
  guint n_undone; /* of the store, when they were read */
};

/* The board of a day and unit; the ranking of revision N has the index N - 1. */
typedef struct
{
  RangDay day;
  gint64 unit;
  GPtrArray *rankings;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_ptr_array_unref (known->rankings);
  g_free (known);
}

void
office_rankings_free (OfficeRankings *rankings)
{
  g_ptr_array_unref (rankings->boards);
  g_free (rankings);
}

/* A revision that was read and then taken back may be another by now. */
static OfficeRankings *
get_rankings (RangOffice *office)
{
  guint n_undone = rang_store_get_n_undone (office->store);

  if (office->rankings != NULL && (office->rankings->n_undone != n_undone || office->rankings->n_kept > MOST_KEPT))
    g_clear_pointer (&office->rankings, office_rankings_free);
  if (office->rankings == NULL)
    {
      office->rankings = g_new0 (OfficeRankings, 1);
      office->rankings->boards = g_ptr_array_new_with_free_func (known_free);
      office->rankings->n_undone = n_undone;
    }
  return office->rankings;
}

static Known *
get_known (OfficeRankings *self, RangDay day, gint64 unit)
{
  Known *known;

  for (guint i = 0; i < self->boards->len; i++)
    {
      known = g_ptr_array_index (self->boards, i);
      if (known->day == day && known->unit == unit)
        return known;
    }
  known = g_new0 (Known, 1);
  known->day = day;
  known->unit = unit;
  known->rankings = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_ptr_array_add (self->boards, known);
  return known;
}

static gboolean
read_on (RangOffice *office, OfficeRankings *self, Known *known, GError **error)
{
  g_autoptr (GPtrArray) records
      = rang_store_load_board_revisions (office->store, known->day, known->unit, known->rankings->len, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const RangBoardRecord *record = g_ptr_array_index (records, i);

      if (record->revision != (gint64)known->rankings->len + 1)
        break;
      g_ptr_array_add (known->rankings, g_array_ref (record->ranking));
      self->n_kept++;
    }
  return records != NULL;
}

const GArray *
office_find_ranking (RangOffice *office, RangDay day, gint64 unit, gint64 revision, GError **error)
{
  OfficeRankings *self = get_rankings (office);
  Known *known = get_known (self, day, unit);

  g_return_val_if_fail (revision >= 1, NULL);
  if (revision > known->rankings->len && !read_on (office, self, known, error))
    return NULL;
  if (revision <= known->rankings->len)
    return g_ptr_array_index (known->rankings, (guint)revision - 1);
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
               _ ("the board has no such revision; look at the board again"));
  return NULL;
}
