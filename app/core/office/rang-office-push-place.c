/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the place that a push asks for. */
#include "office/rang-office-push-place-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "office/rang-office-board-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-push.h"

static gboolean
is_waiting (RangBoard *board, gint64 order)
{
  const GArray *waiting = rang_board_get_waiting (board);

  for (guint i = 0; i < waiting->len; i++)
    if (g_array_index (waiting, gint64, i) == order)
      return TRUE;
  return FALSE;
}

gboolean
office_check_pushable (RangBoard *board, gint64 order, GError **error)
{
  if (rang_board_find (board, order) != NULL || is_waiting (board, order))
    return TRUE;
  office_refuse (error, NOT_FOUND,
                 _ ("order %" PRId64 " is not on the day’s board; submit it, or choose its day with "
                    "--day"),
                 order);
  return FALSE;
}

/* Where it stands: one that waits beside a signed board stands below all others. */
int
office_push_rank (RangBoard *board, gint64 order)
{
  const RangBoardEntry *entry = rang_board_find (board, order);

  return entry != NULL ? (int)entry->rank : (int)rang_board_get_n_entries (board) + 1;
}

static RangPlanState
state_of (RangBoard *board, gint64 order)
{
  const RangBoardEntry *entry = rang_board_find (board, order);

  return entry != NULL ? entry->state : RANG_PLAN_NOT_TODAY;
}

static gboolean
state_at (RangBoard *board, gint64 order, int place, GCancellable *cancellable, RangPlanState *state, GError **error)
{
  g_autoptr (GArray) ranking = rang_board_move_ranking (board, &order, 1, place, error);
  g_autoptr (RangBoard) after = ranking != NULL ? office_board_as (board, ranking, NULL, cancellable, error) : NULL;

  if (after == NULL)
    return FALSE;
  *state = state_of (after, order);
  return TRUE;
}

/* 0 without an error: it has the best state already. The lower of two places is no better than the higher but for
 * places where the planner finds its way round, so that halving finds a place at which the best state begins. */
static gboolean
find_place (RangBoard *board, gint64 order, GCancellable *cancellable, int *place, GError **error)
{
  int good = 1, bad = office_push_rank (board, order);
  RangPlanState now = state_of (board, order), best, state;

  *place = 0;
  if (now == RANG_PLAN_ON_TIME || bad == 1)
    return TRUE;
  if (!state_at (board, order, 1, cancellable, &best, error))
    return FALSE;
  if (best >= now)
    return TRUE;
  while (bad - good > 1)
    {
      int middle = good + (bad - good) / 2;

      if (!state_at (board, order, middle, cancellable, &state, error))
        return FALSE;
      *(state == best ? &good : &bad) = middle;
    }
  *place = good;
  return TRUE;
}

static gboolean
refuse_served (gint64 order, GError **error)
{
  office_refuse (error, REFUSED,
                 _ ("order %" PRId64 " has the best state that it can have on this day already; a push would change "
                    "nothing"),
                 order);
  return FALSE;
}

int
rang_office_push_place (
    RangOffice *office, const RangSession *session, gint64 order, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_NEWEST, cancellable, error);
  int place;

  if (board == NULL || !office_check_pushable (board, order, error)
      || !find_place (board, order, cancellable, &place, error))
    return 0;
  if (place == 0)
    refuse_served (order, error);
  return place;
}

void
office_sought_clear (OfficeSought *sought)
{
  g_clear_pointer (&sought->of, rang_board_unref);
}

/* A place that is given is not sought: it is only asked whether any could help. */
gboolean
office_seek_place (RangBoard *board, OfficeSought *sought, GCancellable *cancellable, GError **error)
{
  RangPlanState best = RANG_PLAN_NOT_TODAY, now = state_of (board, sought->order);

  if (sought->of == board)
    return TRUE;
  office_sought_clear (sought);
  if (sought->asked == 0 && !find_place (board, sought->order, cancellable, &sought->place, error))
    return FALSE;
  if (sought->asked != 0 && now != RANG_PLAN_ON_TIME && !state_at (board, sought->order, 1, cancellable, &best, error))
    return FALSE;
  if (sought->asked != 0)
    sought->place = best < now ? sought->asked : 0;
  sought->of = rang_board_ref (board);
  return TRUE;
}

void
office_seek_place_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  OfficeSought *sought = data;
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_NEWEST, cancellable, NULL);

  if (board != NULL && (rang_board_find (board, sought->order) != NULL || is_waiting (board, sought->order)))
    office_seek_place (board, sought, cancellable, NULL);
}

gboolean
office_settle_place (RangBoard *board, OfficeSought *sought, GCancellable *cancellable, GError **error)
{
  int rank = office_push_rank (board, sought->order);

  if (sought->asked > (int)rang_board_get_n_entries (board))
    {
      office_refuse (error, INVALID, _ ("the board has %u places; give one of them"), rang_board_get_n_entries (board));
      return FALSE;
    }
  if (sought->asked >= rank)
    {
      office_refuse (error, REFUSED, _ ("order %" PRId64 " stands at place %d; a push asks for a place above it"),
                     sought->order, rank);
      return FALSE;
    }
  return office_seek_place (board, sought, cancellable, error)
         && (sought->place != 0 || refuse_served (sought->order, error));
}
