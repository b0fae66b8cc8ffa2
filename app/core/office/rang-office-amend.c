/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for changes after the hand-over: amendments, which are versions of their own. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-order-private.h"
#include "office/rang-office-version-private.h"
#include "office/rang-version-body.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-orders.h"

/* The newest version that was not returned: what an amendment changes. */
static gboolean
find_amended (RangOffice *office, const RangSession *session, RangVersionRecord **record, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);

  *record = NULL;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state == RANG_VERSION_RETURNED)
        continue;
      g_clear_pointer (record, rang_version_record_free);
      *record = rang_version_record_copy (version);
    }
  if (versions != NULL && *record == NULL)
    office_refuse (error, REFUSED, _ ("the board is not signed; move the order on it instead"));
  return *record != NULL;
}

static gboolean
check_open (RangOffice *office, gint64 number, GError **error)
{
  g_autoptr (RangOrder) order = office_load_order (office, number, error);

  if (order == NULL)
    return FALSE;
  if (rang_order_is_open (order))
    return TRUE;
  office_refuse (error, CLOSED, _ ("order %" PRId64 " is closed (%s); it stays as it is"), number,
                 rang_order_state_label (order->state));
  return FALSE;
}

/* On the signed board or waiting beside it; and a place that it can have there. */
static gboolean
check_place (RangBoard *board, gint64 order, int place, GError **error)
{
  gboolean on_board = rang_board_find (board, order) != NULL;
  int places = (int)rang_board_get_n_entries (board) + (on_board ? 0 : 1);

  if (!on_board && rang_ranking_find (rang_board_get_waiting (board), order) == 0)
    office_refuse (error, NOT_FOUND,
                   _ ("order %" PRId64 " is not on the day’s board; submit it, or choose its day with "
                      "--day"),
                   order);
  else if (place < 1 || place > places)
    office_refuse (error, INVALID, _ ("the board has %u places; give one of them"), (guint)places);
  else
    return TRUE;
  return FALSE;
}

/* A change that changes neither the place nor the mark is none (CASES.md 5), and no version. */
static gboolean
changes_nothing (RangBoard *before, RangBoard *after, gint64 order)
{
  const GArray *placements = rang_board_get_placements (before);

  if (!rang_ranking_equal (rang_board_get_ranking (before), rang_board_get_ranking (after)))
    return FALSE;
  for (guint i = 0; i < placements->len; i++)
    if (g_array_index (placements, RangBoardPlacement, i).order == order)
      return TRUE;
  return FALSE;
}

/* The signed board with the order where it goes; one that waited outside comes in. */
static RangBoard *
amended (RangBoard *board,
         const RangSession *session,
         gint64 order,
         int place,
         int reason,
         gint64 entry,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GArray) ranking = rang_board_move_ranking (board, &order, 1, place, error);
  g_autoptr (GArray) placements = NULL;
  RangBoardPlacement placement = { order, session->person, reason, entry };
  const GArray *now = rang_board_get_placements (board);

  if (ranking == NULL)
    return NULL;
  placements = g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement));
  g_array_append_vals (placements, now->data, now->len);
  office_set_placement (placements, &placement);
  return office_board_as (board, ranking, placements, cancellable, error);
}

static gboolean
keep_step (RangOffice *office,
           const RangSession *session,
           const RangVersionRecord *version,
           const RangLogEntry *entry,
           GError **error)
{
  gboolean granted = g_str_equal (entry->what, "grant");
  g_autoptr (RangMoveRecord) step = rang_move_record_new (granted ? RANG_MOVE_GRANT : RANG_MOVE_AMEND);

  step->entry = entry->entry;
  step->day = session->day;
  step->unit = session->unit;
  step->who = session->person;
  step->revision = MAX (version->revision, 1);
  step->from = (gint32)entry->from;
  step->to = (gint32)entry->to;
  step->reason = g_strdup (entry->reason);
  step->note = g_strdup (entry->note);
  step->cost = g_strdup (entry->cost);
  g_array_append_val (step->orders, entry->order);
  return rang_store_add_move (office->store, step, error);
}

/* The touched order is the head of sales' again until the amendment is accepted. */
static gboolean
touch_order (RangOffice *office, gint64 number, GError **error)
{
  g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, error);

  if (order == NULL)
    return FALSE;
  order->state = RANG_ORDER_HANDED_OVER;
  return rang_store_save_order (office->store, order, error);
}

static void
fill_entry (RangLogEntry *entry, const OfficeAmendment *what, RangBoard *before, RangBoard *after, const RangMove *move)
{
  entry->order = what->order;
  entry->from = rang_ranking_find (rang_board_get_ranking (before), what->order);
  entry->to = rang_ranking_find (rang_board_get_ranking (after), what->order);
  entry->reason = g_strdup (rang_reason_to_nick ((RangReasonCode)what->reason));
  entry->note = g_strdup (what->note);
  entry->cost = office_cost_to_text (move->cost);
}

RangMove *
office_amend (RangOffice *office,
              const RangSession *session,
              const OfficeAmendment *what,
              GCancellable *cancellable,
              GError **error)
{
  gint64 order = what->order;
  g_autoptr (RangVersionRecord) based_on = NULL, record = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (RangMove) move = NULL;

  if (!find_amended (office, session, &based_on, error) || !office_check_reason (what->reason, what->note, error)
      || !check_open (office, order, error))
    return NULL;
  before = office_load_board (office, session, OFFICE_BOARD_NEWEST, cancellable, error);
  after = before != NULL && check_place (before, order, what->place, error)
              ? amended (before, session, order, what->place, what->reason, 0, cancellable, error)
              : NULL;
  if (after == NULL)
    return NULL;
  move = office_move_new (before, after, &order, 1);
  if (what->dry_run || changes_nothing (before, after, order))
    return g_steal_pointer (&move);
  if (!office_check_bumps (office, session, move->cost, what->reason, what->note, error))
    return NULL;
  fill_entry (what->entry, what, before, after, move);
  record = office_sign (office, session, after, based_on, NULL, what->entry, error);
  if (record == NULL || !keep_step (office, session, record, what->entry, error) || !touch_order (office, order, error)
      || !office_keep_displaced (office, session, after, move->cost, what->entry->entry, error))
    return NULL;
  move->entry = what->entry->entry;
  return g_steal_pointer (&move);
}

RangMove *
rang_office_amend (RangOffice *office,
                   const RangSession *session,
                   gint64 order,
                   int place,
                   int reason,
                   const char *note,
                   gboolean dry_run,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "amend");
  g_autoptr (RangMove) move = NULL;

  transaction = dry_run ? rang_store_begin_read (office->store, error)
                        : office_begin_ahead (office, session, OFFICE_BOARD_NEWEST, NULL, NULL, cancellable, error);
  if (transaction == NULL
      || (!dry_run && !office_allow (office, session, RANG_ACTION_AMEND, 0, order, transaction, error)))
    return NULL;
  move = office_amend (office, session, &(OfficeAmendment){ order, place, reason, clean, dry_run, entry }, cancellable,
                       error);
  if (move == NULL || dry_run || move->entry == 0)
    return g_steal_pointer (&move);
  if (!office_find_tugs (office, session, order, error) || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}

GArray *
rang_office_not_on_board (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, error);
  const GArray *waiting = board != NULL ? rang_board_get_waiting (board) : NULL;
  GArray *copy;

  if (waiting == NULL)
    return NULL;
  copy = g_array_new (FALSE, FALSE, sizeof (gint64));
  return g_array_append_vals (copy, waiting->data, waiting->len);
}

/* --- returning --- */

/* Whether an amendment that still waits touches the order. */
static gboolean
is_touched (GPtrArray *versions, GPtrArray *steps, gint64 order)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i);

      for (guint k = 0; version->state == RANG_VERSION_SIGNED && k < steps->len; k++)
        {
          const RangMoveRecord *step = g_ptr_array_index (steps, k);

          if (step->entry == version->entry && rang_ranking_find (step->orders, order) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Below the returned amendment another one waits: only what that one touches stays with the head of sales. */
static gboolean
free_untouched (RangOffice *office, const RangSession *session, GPtrArray *versions, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, session->day, error);
  g_autoptr (RangVersionBody) binding = NULL;
  g_autoptr (GArray) untouched = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (steps == NULL)
    return FALSE;
  for (guint i = versions->len; i > 0 && binding == NULL; i--)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i - 1);

      if (version->state == RANG_VERSION_ACCEPTED && (binding = rang_version_body_read (version->body, error)) == NULL)
        return FALSE;
    }
  for (guint i = 0; binding != NULL && i < binding->ranking->len; i++)
    if (!is_touched (versions, steps, g_array_index (binding->ranking, gint64, i)))
      g_array_append_val (untouched, g_array_index (binding->ranking, gint64, i));
  return office_set_states (office, untouched, RANG_ORDER_HANDED_OVER, RANG_ORDER_ACCEPTED, error);
}

/* What the returned amendment had cancelled is as it was on the version before. */
static gboolean
restore_cancelled (
    RangOffice *office, const RangVersionRecord *returned, const GArray *before, RangOrderState state, GError **error)
{
  g_autoptr (RangVersionBody) without = rang_version_body_read (returned->body, error);

  for (guint i = 0; without != NULL && i < before->len; i++)
    {
      gint64 number = g_array_index (before, gint64, i);
      g_autoptr (RangOrder) order = NULL;

      if (rang_ranking_find (without->ranking, number) != 0)
        continue;
      order = rang_store_load_order (office->store, number, error);
      if (order == NULL)
        return FALSE;
      if (order->state != RANG_ORDER_CANCELLED)
        continue;
      order->state = state;
      if (!rang_store_save_order (office->store, order, error))
        return FALSE;
    }
  return without != NULL;
}

gboolean
office_after_return (
    RangOffice *office, const RangSession *session, const RangVersionRecord *returned, gint64 entry, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  const RangVersionRecord *before = NULL;
  g_autoptr (RangVersionBody) body = NULL;
  RangOrderState state;

  if (!returned->amendment)
    return office_rejoin_board (office, session, entry, error);
  versions = rang_store_load_versions (office->store, session->day, session->unit, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if (((RangVersionRecord *)g_ptr_array_index (versions, i))->id == returned->based_on)
      before = g_ptr_array_index (versions, i);
  if (before == NULL)
    return FALSE;
  body = rang_version_body_read (before->body, error);
  state = before->state == RANG_VERSION_ACCEPTED ? RANG_ORDER_ACCEPTED : RANG_ORDER_HANDED_OVER;
  return body != NULL && restore_cancelled (office, returned, body->ranking, state, error)
         && office_set_states (office, body->ranking, RANG_ORDER_SUBMITTED, state, error)
         && (before->state == RANG_VERSION_ACCEPTED || free_untouched (office, session, versions, error));
}

/* --- cancelling --- */

/* Whether the van that carries the order has left: today, after its shift began. */
static gboolean
has_left (RangOffice *office, RangBoard *board, const RangOrder *order)
{
  const RangBoardEntry *entry = rang_board_find (board, order->number);
  const GPtrArray *routes = rang_board_get_routes (board);
  RangDay today;
  RangTime now = rang_office_now (office, &today);

  if (order->state != RANG_ORDER_ACCEPTED || entry == NULL || entry->resource == 0 || order->promised_day > today)
    return FALSE;
  for (guint i = 0; i < routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, i);

      if (route->resource == entry->resource)
        return order->promised_day < today || now >= route->shift.from;
    }
  return FALSE;
}

static gboolean
fail_cancelled (RangOffice *office, RangOrder *order, RangLogEntry *entry, GError **error)
{
  order->state = RANG_ORDER_FAILED;
  order->outcome_day = order->promised_day;
  order->outcome_at = rang_office_now (office, NULL);
  g_free (order->outcome_reason);
  order->outcome_reason = g_strdup (rang_fail_reason_to_nick (RANG_FAIL_CANCELLED));
  entry->reason = g_strdup (order->outcome_reason);
  return rang_store_save_order (office->store, order, error) && office_log (office, entry, error);
}

gboolean
office_cancel_signed (
    RangOffice *office, const RangSession *session, RangOrder *order, RangLogEntry *entry, GError **error)
{
  RangSession day = { session->person, order->promised_day, session->unit };
  g_autoptr (RangBoard) before = office_load_board (office, &day, OFFICE_BOARD_NEWEST, NULL, error);
  g_autoptr (RangBoard) after = NULL;
  g_autoptr (RangVersionRecord) based_on = NULL, record = NULL;
  g_autoptr (RangMoveCost) cost = NULL;

  if (before == NULL || !find_amended (office, &day, &based_on, error))
    return FALSE;
  if (has_left (office, before, order))
    return fail_cancelled (office, order, entry, error);
  order->state = RANG_ORDER_CANCELLED;
  if (!rang_store_save_order (office->store, order, error))
    return FALSE;
  /* Loaded again, the signed routes keep their sequence without the stop. */
  after = office_load_board (office, &day, OFFICE_BOARD_NEWEST, NULL, error);
  if (after == NULL)
    return FALSE;
  cost = rang_board_cost_against (before, after, &order->number, 1);
  entry->cost = office_cost_to_text (cost);
  record = office_sign (office, &day, after, based_on, NULL, entry, error);
  return record != NULL;
}
