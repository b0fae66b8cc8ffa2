/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for boards: made of what the store holds, remembered, and kept in revisions. */
#include "office/rang-office-board.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "office/rang-office-board-private.h"
#include "store/rang-store-board.h"

static RangBoard *
make_board (RangOffice *office,
            RangBoardInput *input,
            OfficeKnownBoard *name,
            const RangBoardWatch *watch,
            GCancellable *cancellable,
            GError **error)
{
  RangBoard *board = rang_board_new_watched (input, watch, cancellable, error);

  if (board != NULL && !g_cancellable_is_cancelled (cancellable))
    office_remember_board (office, name, board);
  return board;
}

RangBoard *
office_load_board (
    RangOffice *office, const RangSession *session, OfficeBoard which, GCancellable *cancellable, GError **error)
{
  g_auto (OfficeKnownBoard) name = { 0 };
  g_autoptr (RangBoardInput) input = NULL;
  RangBoard *known
      = office_name_board (office, session, which, &name) ? office_find_board (office, &name, cancellable) : NULL;

  if (known != NULL)
    return known;
  input = office_load_input (office, session, which, error);
  return input != NULL ? make_board (office, input, &name, NULL, cancellable, error) : NULL;
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
  g_auto (OfficeKnownBoard) name = { 0 };
  RangBoard *known = NULL;

  reading = rang_store_begin_read (office->store, error);
  if (reading == NULL || !office_refresh (office, error))
    return NULL;
  if (version == 0 && office_name_board (office, session, OFFICE_BOARD_NEWEST, &name))
    known = office_find_board (office, &name, cancellable);
  if (known != NULL)
    return known;
  input = office_load_version_input (office, session, OFFICE_BOARD_NEWEST, version, error);
  /* The planner takes its time: nobody has to wait for it with the store's pages held. */
  g_clear_pointer (&reading, rang_store_transaction_free);
  return input != NULL ? make_board (office, input, &name, watch, cancellable, error) : NULL;
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
