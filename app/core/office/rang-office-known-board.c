/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board that an office remembers, and for making the next one of it where only its ranking changed. */
#include "office/rang-office-known-board.h"

#include <inttypes.h>

#include "office/rang-office-board-private.h"
#include "office/rang-office-delivery-private.h"
#include "store/rang-store-log.h"

OfficeKnownBoard
office_known_board_copy (const OfficeKnownBoard *known)
{
  return (OfficeKnownBoard){ g_strdup (known->key), g_strdup (known->head), known->entry,
                             known->board != NULL ? rang_board_ref (known->board) : NULL };
}

void
office_known_board_clear (OfficeKnownBoard *known)
{
  g_clear_pointer (&known->key, g_free);
  g_clear_pointer (&known->head, g_free);
  g_clear_pointer (&known->board, rang_board_unref);
  known->entry = 0;
}

void
office_forget_board (RangOffice *office)
{
  office_known_board_clear (&office->known);
}

/* Before the first version of a day there is only the open one. */
gboolean
office_name_board (RangOffice *office, const RangSession *session, OfficeBoard which, OfficeKnownBoard *name)
{
  g_autoptr (GPtrArray) versions = NULL;
  RangTime now;

  if (rang_store_has_written (office->store))
    return FALSE;
  name->head = rang_store_dup_board_head (office->store, &name->entry, NULL);
  if (name->head == NULL)
    return FALSE;
  if (which != OFFICE_BOARD_OPEN)
    versions = rang_store_load_versions (office->store, session->day, session->unit, NULL);
  if (versions != NULL && versions->len == 0)
    which = OFFICE_BOARD_OPEN;
  /* What is left of a day also shrinks by the clock: five minutes are as good as the minute. */
  now = office_clock_of_day (office, session);
  name->key = g_strdup_printf ("%d %" PRId64 " %d %d %d", session->day, session->unit, (int)which, office->provisional,
                               now != RANG_TIME_NONE ? now / 300 : -1);
  return TRUE;
}

void
office_remember_board (RangOffice *office, OfficeKnownBoard *name, RangBoard *board)
{
  if (name->key == NULL || rang_board_get_unfinished (board))
    return;
  office_forget_board (office);
  office->known = (OfficeKnownBoard){ g_steal_pointer (&name->key), g_steal_pointer (&name->head), name->entry,
                                      rang_board_ref (board) };
}

/* --- what came after it --- */

typedef struct
{
  const OfficeKnownBoard *known;
  gboolean found;
  gboolean only_ranked;
} News;

/* These write a ranking, its marks and their reasons, and leave the orders, the clients, the vans and the rules alone;
 * the last four leave the board alone as well. */
static gboolean
read_news_cb (const RangLogEntry *entry, gpointer data)
{
  static const char *const of_ranking[]
      = { "move", "reason", "release", "apply", "push", "asked", "refuse", "refused-attempt", NULL };
  News *news = data;

  if (entry->entry == news->known->entry)
    news->found = g_strcmp0 (entry->hash, news->known->head) == 0;
  else
    news->only_ranked = g_strv_contains (of_ranking, entry->what);
  return news->found && news->only_ranked;
}

static gboolean
was_only_ranked (RangOffice *office)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  News news = { &office->known, FALSE, TRUE };

  filter.after = office->known.entry - 1;
  return office->known.entry > 0 && rang_store_foreach_log (office->store, &filter, read_news_cb, &news, NULL)
         && news.found && news.only_ranked;
}

/* As long as the board is open, and nobody changed more than its ranking, all that the past board was made of holds. */
static RangBoard *
make_of_known (RangOffice *office, GCancellable *cancellable)
{
  const RangBoardInput *before = rang_board_get_input (office->known.board);
  g_autoptr (RangBoardInput) stored = NULL;

  if (before->routes != NULL || before->signed_version != 0 || !was_only_ranked (office))
    return NULL;
  stored = rang_board_input_new (rang_settings_copy (before->settings), rang_unit_copy (before->unit), before->day);
  if (!office_fill_open_ranking (office, stored, NULL))
    return NULL;
  return rang_board_as_stored (office->known.board, stored->ranking, stored->placements, stored->revision, cancellable,
                               NULL);
}

RangBoard *
office_find_board (RangOffice *office, OfficeKnownBoard *name, GCancellable *cancellable)
{
  g_autoptr (RangBoard) board = NULL;

  if (name->key == NULL || g_strcmp0 (name->key, office->known.key) != 0)
    return NULL;
  if (g_strcmp0 (name->head, office->known.head) == 0)
    return rang_board_ref (office->known.board);
  board = make_of_known (office, cancellable);
  if (board != NULL)
    office_remember_board (office, name, board);
  return g_steal_pointer (&board);
}
