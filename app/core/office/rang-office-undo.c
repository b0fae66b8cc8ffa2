/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for taking back a person's own last step, and for doing it again. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-ranking.h"
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

typedef struct
{
  const char *what;
  RangMoveRecord *step;
  RangBoardRecord *model;  /* where its orders go */
  RangBoardRecord *beside; /* the other end of the step */
} Turn;

static RangMove *
turn (RangOffice *office,
      const RangSession *session,
      GPtrArray *steps,
      const Turn *turn,
      RangStoreTransaction *transaction,
      GError **error)
{
  const GArray *orders = turn->step->orders;
  g_autoptr (RangBoard) before = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  g_autoptr (RangBoard) after = NULL;
  g_autoptr (GArray) ranking = NULL, placements = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;
  gboolean exact;

  if (before == NULL)
    return NULL;
  ranking = ranking_as (before, turn->model, turn->beside, orders, &exact);
  placements = placements_as (before, turn->model, steps, orders);
  after = office_board_as (before, ranking, placements, NULL, error);
  if (after == NULL)
    return NULL;
  move = office_move_new (before, after, (const gint64 *)(gpointer)orders->data, orders->len);
  if (!exact)
    move->said = g_strdup (_ ("The order it stood under has left the board; it stands at the nearest place."));
  entry = office_new_entry (office, session, turn->what);
  entry->subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, turn->step->entry);
  entry->order = orders->len > 0 ? g_array_index (orders, gint64, 0) : 0;
  entry->from = rang_ranking_find (rang_board_get_ranking (before), entry->order);
  entry->to = rang_ranking_find (ranking, entry->order);
  entry->cost = office_cost_to_text (move->cost);
  if (!office_log (office, entry, error)
      || !office_write_board (office, session, after, entry->entry, &move->revision, error))
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

/* Takes back a step in a department's own list. The board stays as it is. */
static RangMove *
take_list (RangOffice *office,
           const RangSession *session,
           RangMoveRecord *step,
           gboolean again,
           RangStoreTransaction *transaction,
           GError **error)
{
  g_autoptr (GArray) was = NULL, is = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMove) move = NULL;
  gboolean exact = TRUE;

  if (!office_check_day_open (office, session, error) || !turn_list (office, step, again, &was, &is, &exact, error))
    return NULL;
  entry = office_new_entry (office, session, again ? "redo" : "undo");
  entry->subject = g_strdup_printf ("entry/%" G_GINT64_FORMAT, step->entry);
  entry->order = g_array_index (step->orders, gint64, 0);
  entry->from = rang_ranking_find (was, entry->order);
  entry->to = rang_ranking_find (is, entry->order);
  if (!office_log (office, entry, error)
      || !rang_store_rank_list (office->store, step->day, step->department, entry->entry, is, NULL, error))
    return NULL;
  step->undone_by = again ? 0 : entry->entry;
  board = office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, error);
  if (board == NULL || !rang_store_update_move (office->store, step, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  move = office_move_new (board, board, NULL, 0);
  move->entry = entry->entry;
  if (!exact)
    move->said = g_strdup (_ ("The order it stood under has left the list; it stands at the nearest place."));
  return g_steal_pointer (&move);
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
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (RangBoardRecord) before = NULL, after = NULL;
  RangMoveRecord *step;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_UNDO, again ? "redo" : "undo", 0, 0, transaction, error))
    return NULL;
  steps = rang_store_load_moves (office->store, session->day, error);
  if (steps == NULL)
    return NULL;
  step = again ? last_own_undone (steps, session) : last_own_step (steps, session);
  if ((step == NULL || step->kind != RANG_MOVE_RANK) && !office_check_board_open (office, session, error))
    return NULL;
  if (step == NULL)
    {
      office_refuse (error, NOTHING,
                     again ? _ ("there is nothing to do again") : _ ("there is no own step of this day to take back"));
      return NULL;
    }
  if (!check_untouched (office, steps, step, again ? step->undone_by : step->entry, error))
    return NULL;
  if (step->kind == RANG_MOVE_RANK)
    return take_list (office, session, step, again, transaction, error);
  before = load_before (office, step, error);
  after = before != NULL ? rang_store_load_board_revision (office->store, step->day, step->unit, step->revision, error)
                         : NULL;
  if (after == NULL)
    return NULL;
  return turn (office, session, steps,
               &(Turn){ again ? "redo" : "undo", step, again ? after : before, again ? before : after }, transaction,
               error);
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
