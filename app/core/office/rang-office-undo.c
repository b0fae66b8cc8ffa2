/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for taking back a person's own last step, and for doing it again. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-department-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-lists.h"
#include "store/rang-store-moves.h"

/* Steps that can be taken back: on the board, and in the departments' lists. */
static gboolean
is_step (const RangMoveRecord *step, const RangSession *session)
{
  if (step->kind == RANG_MOVE_RANK)
    return TRUE;
  return step->unit == session->unit
         && (step->kind == RANG_MOVE_MOVE || step->kind == RANG_MOVE_APPLY || step->kind == RANG_MOVE_RELEASE);
}

static RangMoveRecord *
last_own_step (GPtrArray *steps, const RangSession *session)
{
  for (guint i = steps->len; i > 0; i--)
    {
      RangMoveRecord *step = g_ptr_array_index (steps, i - 1);

      if (is_step (step, session) && step->who == session->person && step->undone_by == 0)
        return step;
    }
  return NULL;
}

/* The step taken back last, unless the person has done something new since. */
static RangMoveRecord *
last_own_undone (GPtrArray *steps, const RangSession *session)
{
  RangMoveRecord *last = NULL;
  gint64 newest = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (!is_step (step, session) || step->who != session->person)
        continue;
      newest = MAX (newest, step->entry);
      if (step->undone_by != 0 && (last == NULL || step->undone_by > last->undone_by))
        last = step;
    }
  return last != NULL && last->undone_by > newest ? last : NULL;
}

static gboolean
touches (const RangMoveRecord *step, const RangMoveRecord *other, gint64 *order)
{
  for (guint i = 0; i < step->orders->len; i++)
    {
      *order = g_array_index (step->orders, gint64, i);
      if (rang_ranking_find (other->orders, *order) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Refused if somebody moved the same order since. */
static gboolean
check_untouched (RangOffice *office, GPtrArray *steps, const RangMoveRecord *step, gint64 since, GError **error)
{
  gint64 order;

  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *other = g_ptr_array_index (steps, i);

      if (other->entry <= since || other->undone_by != 0 || other->who == step->who || other->unit != step->unit
          || other->department != step->department || !touches (step, other, &order))
        continue;
      office_refuse (error, STALE, _ ("%s moved order %" PRId64 " since; talk to each other, then move it"),
                     rang_office_person_name (office, other->who), order);
      return FALSE;
    }
  return TRUE;
}

static RangBoardRecord *
load_before (RangOffice *office, const RangMoveRecord *step, GError **error)
{
  if (step->revision == 1)
    return rang_board_record_new (step->day, step->unit);
  return rang_store_load_board_revision (office->store, step->day, step->unit, step->revision - 1, error);
}

/* The marks of the step's orders as they were on @model; all others as they are. */
static GArray *
placements_as (const RangBoard *board, const RangBoardRecord *model, GPtrArray *steps, const GArray *orders)
{
  const GArray *now = rang_board_get_placements (board);
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement));

  g_array_append_vals (placements, now->data, now->len);
  for (guint i = 0; i < orders->len; i++)
    {
      gint64 order = g_array_index (orders, gint64, i);
      const RangPlacedMark *mark = rang_board_record_find_mark (model, order);

      office_clear_placement (placements, order);
      if (mark != NULL)
        {
          RangBoardPlacement placement = { order, mark->person, -1, mark->entry };

          for (guint k = 0; k < steps->len; k++)
            {
              const RangMoveRecord *step = g_ptr_array_index (steps, k);

              if (step->entry == mark->entry && !step->reason_pending)
                placement.reason = rang_reason_from_nick (step->reason);
            }
          office_set_placement (placements, &placement);
        }
    }
  return placements;
}

/* The whole ranking of @model if nothing has happened since the step; else its orders go back under the ones they
 * stood under. */
static GArray *
ranking_as (const RangBoard *board,
            const RangBoardRecord *model,
            const RangBoardRecord *beside,
            const GArray *orders,
            gboolean *exact)
{
  const GArray *now = rang_board_get_ranking (board);

  *exact = TRUE;
  if (rang_ranking_equal (now, beside->ranking))
    return rang_ranking_new ((const gint64 *)(gpointer)model->ranking->data, model->ranking->len);
  return rang_ranking_put_back (now, model->ranking, (const gint64 *)(gpointer)orders->data, orders->len, exact);
}

/* Whom an override displaced is a conflict no more once it is taken back; done again, it is one again. */
static gboolean
settle_displaced (RangOffice *office,
                  const RangSession *session,
                  const RangMoveRecord *step,
                  const RangMove *move,
                  gboolean again,
                  GError **error)
{
  g_autoptr (GPtrArray) open = NULL;

  if (step->kind != RANG_MOVE_MOVE)
    return TRUE;
  if (again)
    return office_keep_displaced (office, session, move->board, move->cost, step->entry, error);
  open = rang_store_load_conflicts (office->store, session->day, TRUE, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (open, i);

      if (conflict->kind != RANG_CONFLICT_DISPLACED || conflict->orders->len == 0
          || rang_ranking_find (step->orders, g_array_index (conflict->orders, gint64, 0)) == 0)
        continue;
      conflict->state = RANG_CONFLICT_LAPSED;
      if (!rang_store_update_conflict (office->store, conflict, error))
        return FALSE;
    }
  return open != NULL;
}

/**
 * Turn:
 * @again: done again, not taken back
 * @steps: of the day; @step: the one to turn, in @steps
 * @before, @after: the board as it is and as it will be
 * @exact: whether its orders stand where they stood
 */
typedef struct
{
  gboolean again;
  GPtrArray *steps;
  RangMoveRecord *step;
  RangBoard *before;
  GArray *ranking;
  RangBoard *after;
  gboolean exact;
} Turn;

static void
turn_clear (Turn *turn)
{
  g_clear_pointer (&turn->steps, g_ptr_array_unref);
  g_clear_pointer (&turn->before, rang_board_unref);
  g_clear_pointer (&turn->ranking, g_array_unref);
  g_clear_pointer (&turn->after, rang_board_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Turn, turn_clear)

static gboolean
find_step (RangOffice *office, const RangSession *session, Turn *turn, GError **error)
{
  RangMoveRecord *step;

  turn->steps = rang_store_load_moves (office->store, session->day, error);
  if (turn->steps == NULL)
    return FALSE;
  step = turn->step = turn->again ? last_own_undone (turn->steps, session) : last_own_step (turn->steps, session);
  if ((step == NULL || step->kind != RANG_MOVE_RANK) && !office_check_board_open (office, session, error))
    return FALSE;
  if (step != NULL)
    return check_untouched (office, turn->steps, step, turn->again ? step->undone_by : step->entry, error);
  office_refuse (error, NOTHING,
                 turn->again ? _ ("there is nothing to do again")
                             : _ ("there is no own step of this day to take back"));
  return FALSE;
}

/* A step in a list leaves the board as it is. */
static gboolean
plan_turn (RangOffice *office, const RangSession *session, Turn *turn, GError **error)
{
  const RangMoveRecord *step = turn->step;
  g_autoptr (RangBoardRecord) from = NULL, to = NULL;
  g_autoptr (GArray) placements = NULL;

  turn->before = office_load_board (
      office, session, step->kind == RANG_MOVE_RANK ? OFFICE_BOARD_NEWEST : OFFICE_BOARD_OPEN, NULL, error);
  if (turn->before == NULL || step->kind == RANG_MOVE_RANK)
    return turn->before != NULL;
  from = load_before (office, step, error);
  to = from != NULL ? rang_store_load_board_revision (office->store, step->day, step->unit, step->revision, error)
                    : NULL;
  if (to == NULL)
    return FALSE;
  turn->ranking
      = ranking_as (turn->before, turn->again ? to : from, turn->again ? from : to, step->orders, &turn->exact);
  placements = placements_as (turn->before, turn->again ? to : from, turn->steps, step->orders);
  turn->after = office_plan_as (office, turn->before, turn->ranking, placements, NULL, error);
  return turn->after != NULL;
}

static void
plan_turn_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  g_auto (Turn) turn = { .again = *(const gboolean *)data };

  if (find_step (office, session, &turn, NULL))
    plan_turn (office, session, &turn, NULL);
}

static RangMove *
write_turn (
    RangOffice *office, const RangSession *session, Turn *turn, RangStoreTransaction *transaction, GError **error)
{
  const GArray *orders = turn->step->orders;
  g_autoptr (RangMove) move
      = office_move_new (turn->before, turn->after, (const gint64 *)(gpointer)orders->data, orders->len);
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, turn->again ? "redo" : "undo");

  if (!turn->exact)
    move->said = g_strdup (_ ("The order it stood under has left the board; it stands at the nearest place."));
  entry->subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, turn->step->entry);
  entry->order = orders->len > 0 ? g_array_index (orders, gint64, 0) : 0;
  entry->from = rang_ranking_find (rang_board_get_ranking (turn->before), entry->order);
  entry->to = rang_ranking_find (turn->ranking, entry->order);
  entry->cost = office_cost_to_text (move->cost);
  if (!office_log (office, entry, error)
      || !office_write_board (office, session, turn->after, entry->entry, &move->revision, error))
    return NULL;
  move->entry = entry->entry;
  turn->step->undone_by = turn->step->undone_by != 0 ? 0 : entry->entry;
  if (!settle_displaced (office, session, turn->step, move, turn->step->undone_by == 0, error)
      || !rang_store_update_move (office->store, turn->step, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}

/* The department's list with the step's orders where they stood (or, again, where they went). */
static gboolean
turn_list (RangOffice *office,
           RangMoveRecord *step,
           gboolean again,
           GArray **was,
           GArray **is,
           gboolean *exact,
           GError **error)
{
  g_autoptr (GPtrArray) list = office_load_list (office, step->day, step->department, error);
  g_autoptr (GArray) before = NULL, after = NULL;

  before = list != NULL
               ? rang_store_load_list_revision (office->store, step->day, step->department, step->revision - 1, error)
               : NULL;
  after = before != NULL
              ? rang_store_load_list_revision (office->store, step->day, step->department, step->revision, error)
              : NULL;
  if (after == NULL)
    return FALSE;
  *was = office_numbers_of (list);
  *is = rang_ranking_put_back (*was, again ? after : before, (const gint64 *)(gpointer)step->orders->data,
                               step->orders->len, exact);
  return TRUE;
}

/* The board after a step in a list was turned: the list alone is another one. */
static RangBoard *
load_after_list (RangOffice *office, const RangSession *session, RangBoard *before)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, NULL);
  RangBoard *after = reading != NULL ? office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, NULL) : NULL;

  return after != NULL ? after : rang_board_ref (before);
}

/* Takes back a step in a department's own list. The board stays as it is. */
static RangMove *
take_list (
    RangOffice *office, const RangSession *session, Turn *turn, RangStoreTransaction **transaction, GError **error)
{
  RangMoveRecord *step = turn->step;
  g_autoptr (GArray) was = NULL, is = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangBoard) board = NULL;
  RangMove *move;
  gboolean exact = TRUE;

  if (!office_check_day_open (office, session, error)
      || !turn_list (office, step, turn->again, &was, &is, &exact, error))
    return NULL;
  entry = office_new_entry (office, session, turn->again ? "redo" : "undo");
  entry->subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, step->entry);
  entry->order = g_array_index (step->orders, gint64, 0);
  entry->from = rang_ranking_find (was, entry->order);
  entry->to = rang_ranking_find (is, entry->order);
  if (!office_log (office, entry, error)
      || !rang_store_rank_list (office->store, step->day, step->department, entry->entry, is, NULL, error))
    return NULL;
  step->undone_by = turn->again ? 0 : entry->entry;
  if (!rang_store_update_move (office->store, step, error) || !rang_store_transaction_commit (*transaction, error))
    return NULL;
  g_clear_pointer (transaction, rang_store_transaction_free);
  board = load_after_list (office, session, turn->before);
  move = office_move_new (board, board, NULL, 0);
  move->entry = entry->entry;
  if (!exact)
    move->said = g_strdup (_ ("The order it stood under has left the list; it stands at the nearest place."));
  return move;
}

/* Whether the step could be turned as things stand, but for what others have done with its orders since. */
static gboolean
is_open (RangOffice *office, const RangSession *session, const RangMoveRecord *step)
{
  if (step == NULL)
    return FALSE;
  return step->kind == RANG_MOVE_RANK ? office_check_day_open (office, session, NULL)
                                      : office_check_board_open (office, session, NULL);
}

gboolean
rang_office_get_own_steps (
    RangOffice *office, const RangSession *session, gboolean *can_undo, gboolean *can_redo, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, session->day, error);

  if (steps == NULL)
    return FALSE;
  *can_undo = is_open (office, session, last_own_step (steps, session));
  *can_redo = is_open (office, session, last_own_undone (steps, session));
  return TRUE;
}

static RangMove *
take_back_or_again (RangOffice *office, const RangSession *session, gboolean again, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (office, session, OFFICE_BOARD_NEWEST, plan_turn_ahead, &again, NULL, error);
  g_auto (Turn) turn = { .again = again };

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_UNDO, again ? "redo" : "undo", 0, 0, transaction, error)
      || !find_step (office, session, &turn, error) || !plan_turn (office, session, &turn, error))
    return NULL;
  return turn.step->kind == RANG_MOVE_RANK ? take_list (office, session, &turn, &transaction, error)
                                           : write_turn (office, session, &turn, transaction, error);
}

RangMove *
rang_office_undo (RangOffice *office, const RangSession *session, GError **error)
{
  return take_back_or_again (office, session, FALSE, error);
}

RangMove *
rang_office_redo (RangOffice *office, const RangSession *session, GError **error)
{
  return take_back_or_again (office, session, TRUE, error);
}
