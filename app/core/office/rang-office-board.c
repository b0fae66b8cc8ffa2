/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for boards: made of what the store holds, remembered, and kept in revisions. */
#include "office/rang-office-board.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "office/rang-office-board-private.h"
#include "office/rang-office-delivery-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-log.h"
#include "store/rang-store-versions.h"

/* The log's last entry that boards depend on names all that was decided: a board of the same is the same board. Before
 * the first version of a day there is only the open one. */
static char *
dup_board_key (RangOffice *office, const RangSession *session, OfficeBoard which)
{
  g_autofree char *hash = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  RangTime now;

  if (rang_store_has_written (office->store) || (hash = rang_store_dup_board_head (office->store, NULL)) == NULL)
    return NULL;
  if (which != OFFICE_BOARD_OPEN)
    versions = rang_store_load_versions (office->store, session->day, session->unit, NULL);
  if (versions != NULL && versions->len == 0)
    which = OFFICE_BOARD_OPEN;
  /* What is left of a day also shrinks by the clock: five minutes are as good as the minute. */
  now = office_clock_of_day (office, session);
  return g_strdup_printf ("%d %" PRId64 " %d %d %d %s", session->day, session->unit, (int)which, office->provisional,
                          now != RANG_TIME_NONE ? now / 300 : -1, hash);
}

/* @key: (nullable) (transfer full): of the board, remembered under it once it is finished */
static RangBoard *
make_board (RangOffice *office,
            RangBoardInput *input,
            char *key,
            const RangBoardWatch *watch,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *own = key;
  RangBoard *board = rang_board_new_watched (input, watch, cancellable, error);

  if (board == NULL || key == NULL || rang_board_get_unfinished (board) || g_cancellable_is_cancelled (cancellable))
    return board;
  office_forget_board (office);
  office->board_key = g_steal_pointer (&own);
  office->board = rang_board_ref (board);
  return board;
}

RangBoard *
office_load_board (
    RangOffice *office, const RangSession *session, OfficeBoard which, GCancellable *cancellable, GError **error)
{
  g_autofree char *key = dup_board_key (office, session, which);
  g_autoptr (RangBoardInput) input = NULL;

  if (key != NULL && g_strcmp0 (key, office->board_key) == 0)
    return rang_board_ref (office->board);
  input = office_load_input (office, session, which, error);
  return input != NULL ? make_board (office, input, g_steal_pointer (&key), NULL, cancellable, error) : NULL;
}

void
office_foresee_board (RangOffice *office, const RangSession *session, OfficeBoard which, GCancellable *cancellable)
{
  g_autoptr (RangStoreTransaction) reading
      = office_refresh (office, NULL) ? rang_store_begin_read (office->store, NULL) : NULL;
  g_autoptr (RangBoard) board = reading != NULL ? office_load_board (office, session, which, cancellable, NULL) : NULL;
}

void
office_forget_board (RangOffice *office)
{
  g_clear_pointer (&office->board_key, g_free);
  g_clear_pointer (&office->board, rang_board_unref);
}

void
rang_office_set_provisional (RangOffice *office, gboolean provisional)
{
  office->provisional = provisional;
}

static RangBoard *
hand_out_board (RangOffice *office,
                const RangSession *session,
                int version,
                const RangBoardWatch *watch,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (RangStoreTransaction) reading = NULL;
  g_autoptr (RangBoardInput) input = NULL;
  g_autofree char *key = NULL;

  if (!office_refresh (office, error))
    return NULL;
  reading = rang_store_begin_read (office->store, error);
  if (reading == NULL)
    return NULL;
  key = version == 0 ? dup_board_key (office, session, OFFICE_BOARD_NEWEST) : NULL;
  if (key != NULL && g_strcmp0 (key, office->board_key) == 0)
    return rang_board_ref (office->board);
  input = office_load_version_input (office, session, OFFICE_BOARD_NEWEST, version, error);
  /* The planner takes its time: nobody has to wait for it with the store's pages held. */
  g_clear_pointer (&reading, rang_store_transaction_free);
  return input != NULL ? make_board (office, input, g_steal_pointer (&key), watch, cancellable, error) : NULL;
}

RangBoard *
rang_office_load_version_board (
    RangOffice *office, const RangSession *session, int version, GCancellable *cancellable, GError **error)
{
  return hand_out_board (office, session, version, NULL, cancellable, error);
}

RangBoard *
rang_office_load_board (RangOffice *office, const RangSession *session, GCancellable *cancellable, GError **error)
{
  return hand_out_board (office, session, 0, NULL, cancellable, error);
}

RangBoard *
rang_office_load_watched_board (RangOffice *office,
                                const RangSession *session,
                                const RangBoardWatch *watch,
                                GCancellable *cancellable,
                                GError **error)
{
  return hand_out_board (office, session, 0, watch, cancellable, error);
}

RangBoard *
rang_office_keep (RangOffice *office,
                  const RangSession *session,
                  const gint64 *ranking,
                  gsize length,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);

  if (board == NULL)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (rang_board_find (board, ranking[i]) == NULL)
      {
        office_refuse (error, NOT_FOUND, _ ("order %" PRId64 " is not on the day’s board; take it out of the ranking"),
                       ranking[i]);
        return NULL;
      }
  return rang_board_with_ranking (board, ranking, length, NULL, cancellable, error);
}

/* --- keeping revisions --- */

gboolean
office_write_board (
    RangOffice *office, const RangSession *session, RangBoard *board, gint64 entry, guint64 *revision, GError **error)
{
  g_autoptr (RangBoardRecord) record = rang_board_record_new (session->day, session->unit);
  const GArray *ranking = rang_board_get_ranking (board), *placements = rang_board_get_placements (board);

  if (office_rules (office, session->day, &record->rules, error) == NULL)
    return FALSE;
  record->revision = (gint64)rang_board_get_revision (board);
  record->entry = entry;
  g_array_append_vals (record->ranking, ranking->data, ranking->len);
  for (guint i = 0; i < placements->len; i++)
    {
      const RangBoardPlacement *placement = &g_array_index (placements, RangBoardPlacement, i);
      RangPlacedMark mark = { placement->order, placement->person, placement->entry };

      g_array_append_val (record->placed, mark);
    }
  if (!rang_store_add_board_revision (office->store, record, error))
    return FALSE;
  if (revision != NULL)
    *revision = (guint64)record->revision;
  return TRUE;
}

gboolean
office_rejoin_board (RangOffice *office, const RangSession *session, gint64 entry, GError **error)
{
  g_autoptr (RangBoard) board = NULL;
  gboolean is_signed;

  if (!office_is_signed (office, session, &is_signed, error))
    return FALSE;
  if (is_signed)
    return TRUE; /* what came waits outside; what left was amended */
  board = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  return board != NULL && office_write_board (office, session, board, entry, NULL, error);
}
