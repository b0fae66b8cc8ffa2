/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for overrides: moves on the board, the suggestion applied, orders released, and the reasons owed. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "board/rang-ranking.h"
#include "office/rang-office-move-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-moves.h"

void
rang_move_free (RangMove *move)
{
  if (move == NULL)
    return;
  g_clear_pointer (&move->cost, rang_move_cost_free);
  g_clear_pointer (&move->board, rang_board_unref);
  g_free (move->said);
  g_free (move);
}

RangMove *
office_move_new (RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved)
{
  RangMove *move = g_new0 (RangMove, 1);

  move->cost = rang_board_cost_against (before, after, moved, n_moved);
  move->board = rang_board_ref (after);
  move->revision = rang_board_get_revision (before);
  return move;
}

/* --- what is checked first --- */

gboolean
office_check_board_open (RangOffice *office, const RangSession *session, GError **error)
{
  g_autofree char *day = rang_day_format (session->day);
  gboolean is_signed;

  if (!office_is_signed (office, session, &is_signed, error))
    return FALSE;
  if (is_signed)
    {
      office_refuse (error, CLOSED, _ ("the board of %s is signed; change it with an amendment"), day);
      return FALSE;
    }
  if (session->day >= rang_office_today (office))
    return TRUE;
  office_refuse (error, CLOSED, _ ("%s is gone by; its board stays as it is"), day);
  return FALSE;
}

gboolean
office_check_reason (int reason, const char *note, GError **error)
{
  if (reason == RANG_REASON_OTHER && note == NULL)
    {
      office_refuse (error, INVALID, _ ("the reason “other” needs a note; say what it is"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_orders (RangBoard *board, const gint64 *orders, gsize n_orders, int place, GError **error)
{
  for (gsize i = 0; i < n_orders; i++)
    {
      if (rang_board_find (board, orders[i]) == NULL)
        {
          office_refuse (error, NOT_FOUND,
                         _ ("order %" PRId64 " is not on the day’s board; submit it, or choose its day with "
                            "--day"),
                         orders[i]);
          return FALSE;
        }
      for (gsize k = 0; k < i; k++)
        if (orders[k] == orders[i])
          {
            office_refuse (error, INVALID, _ ("order %" PRId64 " is named twice; name each once"), orders[i]);
            return FALSE;
          }
    }
  if (place < 1 || place > (int)rang_board_get_n_entries (board))
    {
      office_refuse (error, INVALID, _ ("the board has %u places; give one of them"), rang_board_get_n_entries (board));
      return FALSE;
    }
  return TRUE;
}

static gboolean
contains (const GArray *orders, gint64 order)
{
  return rang_ranking_find (orders, order) != 0;
}

/* CASES.md 4: a stale revision is merged unless somebody else touched the same order since. */
static gboolean
check_untouched (RangOffice *office,
                 const RangSession *session,
                 const gint64 *orders,
                 gsize n_orders,
                 guint64 revision,
                 GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, session->day, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->unit != session->unit || (guint64)step->revision <= revision)
        continue;
      for (gsize k = 0; k < n_orders; k++)
        if (contains (step->orders, orders[k]))
          {
            office_refuse (error, STALE,
                           /* Translators: a person, an order, two places */
                           _ ("%s moved order %" PRId64 " from place %d to place %d meanwhile; look at the "
                              "board and decide anew"),
                           rang_office_person_name (office, step->who), orders[k], step->from, step->to);
            return FALSE;
          }
    }
  return steps != NULL;
}

/* --- the ranking afterwards --- */

static GArray *
ranking_after (RangOffice *office,
               const RangSession *session,
               RangBoard *board,
               const gint64 *orders,
               gsize n_orders,
               int place,
               guint64 revision,
               RangMove *said,
               GError **error)
{
  const GArray *now = rang_board_get_ranking (board);
  g_autoptr (RangBoardRecord) seen = NULL;
  gboolean exact = TRUE;
  GArray *after;

  if (revision == 0 || revision == rang_board_get_revision (board))
    return rang_ranking_move (now, orders, n_orders, (guint)place);
  if (revision > rang_board_get_revision (board))
    {
      office_refuse (error, INVALID, _ ("the board has revision %" PRIu64 "; a later one is not there yet"),
                     rang_board_get_revision (board));
      return NULL;
    }
  if (!check_untouched (office, session, orders, n_orders, revision, error))
    return NULL;
  seen = rang_store_load_board_revision (office->store, session->day, session->unit, (gint64)revision, error);
  if (seen == NULL)
    return NULL;
  after = rang_ranking_move_as_seen (now, seen->ranking, orders, n_orders, (guint)place, &exact);
  if (!exact)
    said->said = g_strdup (_ ("The order it was to stand under has left the board; it stands at the nearest place."));
  return after;
}

static const RangBoardPlacement *
find_placement (const GArray *placements, gint64 order)
{
  for (guint i = 0; i < placements->len; i++)
    if (g_array_index (placements, RangBoardPlacement, i).order == order)
      return &g_array_index (placements, RangBoardPlacement, i);
  return NULL;
}

void
office_set_placement (GArray *placements, const RangBoardPlacement *placement)
{
  office_clear_placement (placements, placement->order);
  g_array_append_vals (placements, placement, 1);
}

void
office_clear_placement (GArray *placements, gint64 order)
{
  for (guint i = placements->len; i > 0; i--)
    if (g_array_index (placements, RangBoardPlacement, i - 1).order == order)
      g_array_remove_index (placements, i - 1);
}

static GArray *
copy_placements (const GArray *placements)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (RangBoardPlacement), placements->len);

  return g_array_append_vals (copy, placements->data, placements->len);
}

RangBoard *
office_board_as (
    RangBoard *board, const GArray *ranking, const GArray *placements, GCancellable *cancellable, GError **error)
{
  return rang_board_with_ranking (board, (const gint64 *)(gconstpointer)ranking->data, ranking->len, placements,
                                  cancellable, error);
}

/* --- move --- */

/* A move that changes neither a place nor a mark is none (CASES.md 5). */
static gboolean
changes_nothing (RangBoard *board, const GArray *after, const gint64 *orders, gsize n_orders)
{
  if (!rang_ranking_equal (rang_board_get_ranking (board), after))
    return FALSE;
  for (gsize i = 0; i < n_orders; i++)
    if (find_placement (rang_board_get_placements (board), orders[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
office_keep_displaced (
    RangOffice *office, const RangSession *session, RangBoard *after, const RangMoveCost *cost, GError **error)
{
  g_autoptr (GPtrArray) conflicts = rang_board_find_displaced (after, cost, session->person);

  for (guint i = 0; i < conflicts->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (conflicts, i);

      conflict->since = rang_clock_now (office->clock);
      if (!rang_store_upsert_conflict (office->store, conflict, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* CASES.md 13: moves of one order by one person, the reason still pending and nothing about it in between. */
static gint64
series_of (GPtrArray *steps, gint64 person, gint64 order)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i - 1);

      if (step->undone_by != 0 || step->kind == RANG_MOVE_RANK || !contains (step->orders, order))
        continue;
      if (step->kind != RANG_MOVE_MOVE || step->who != person || !step->reason_pending || step->orders->len != 1)
        return 0;
      return step->series != 0 ? step->series : step->entry;
    }
  return 0;
}

/* Where the order stood before the first step of a series. */
static gint64
first_place (GPtrArray *steps, gint64 series)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->entry == series)
        return step->from;
    }
  return 0;
}

typedef struct
{
  const gint64 *orders;
  gsize n_orders;
  int reason;
  const char *note;
  int mark; /* the reason that the placed mark shows */
} Override;

static gboolean
write_move (RangOffice *office,
            const RangSession *session,
            RangBoard *before,
            RangMove *move,
            const Override *what,
            gint64 series,
            RangLogEntry *entry,
            GError **error)
{
  g_autoptr (RangMoveRecord) step = rang_move_record_new (RANG_MOVE_MOVE);
  guint64 revision;

  if (!office_write_board (office, session, move->board, entry->entry, &revision, error))
    return FALSE;
  step->entry = entry->entry;
  step->day = session->day;
  step->unit = session->unit;
  step->who = session->person;
  step->revision = (gint64)revision;
  g_array_append_vals (step->orders, what->orders, (guint)what->n_orders);
  step->from = (gint32)entry->from;
  step->to = (gint32)entry->to;
  step->suggested = (gint32)rang_board_find (before, what->orders[0])->suggested_rank;
  step->reason = g_strdup (what->reason >= 0 ? rang_reason_to_nick ((RangReasonCode)what->reason) : NULL);
  step->reason_pending = what->reason < 0;
  step->note = g_strdup (what->note);
  step->cost = g_strdup (entry->cost);
  step->series = series;
  move->revision = revision;
  move->entry = entry->entry;
  return rang_store_add_move (office->store, step, error);
}

/* The board with the moved orders where they go, wearing the mark. */
static RangBoard *
board_after (RangBoard *before,
             const GArray *ranking,
             const RangSession *session,
             const Override *what,
             gint64 entry,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GArray) placements = copy_placements (rang_board_get_placements (before));

  for (gsize i = 0; i < what->n_orders; i++)
    {
      RangBoardPlacement placement = { what->orders[i], session->person, what->mark, entry };

      office_set_placement (placements, &placement);
    }
  return office_board_as (before, ranking, placements, cancellable, error);
}

static gboolean
commit_move (RangOffice *office,
             const RangSession *session,
             RangBoard *before,
             RangMove *move,
             Override *what,
             const GArray *ranking,
             RangStoreTransaction *transaction,
             GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "move");
  g_autoptr (GPtrArray) steps = rang_store_load_moves (office->store, session->day, error);
  gint64 series;

  if (steps == NULL)
    return FALSE;

  entry->order = what->orders[0];
  entry->from = rang_ranking_find (rang_board_get_ranking (before), what->orders[0]);
  entry->to = rang_ranking_find (ranking, what->orders[0]);
  entry->reason = g_strdup (what->reason >= 0 ? rang_reason_to_nick ((RangReasonCode)what->reason) : NULL);
  entry->note = g_strdup (what->note);
  entry->cost = office_cost_to_text (move->cost);
  if (what->n_orders > 1)
    entry->data = office_orders_to_text (what->orders, what->n_orders);
  if (!office_log (office, entry, error))
    return FALSE;
  series = what->reason < 0 && what->n_orders == 1 ? series_of (steps, session->person, what->orders[0]) : 0;
  if (series != 0 && first_place (steps, series) == entry->to)
    what->mark = RANG_PLACEMENT_NOT_OWED;
  /* The mark names the entry, which has its number only now. */
  g_clear_pointer (&move->board, rang_board_unref);
  move->board = board_after (before, ranking, session, what, entry->entry, NULL, error);
  return move->board != NULL && write_move (office, session, before, move, what, series, entry, error)
         && office_keep_displaced (office, session, move->board, move->cost, error)
         && rang_store_transaction_commit (transaction, error);
}

RangMove *
rang_office_move (RangOffice *office,
                  const RangSession *session,
                  const gint64 *orders,
                  gsize n_orders,
                  int place,
                  guint64 revision,
                  int reason,
                  const char *note,
                  gboolean dry_run,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *clean = rang_text_clean_note (note);
  Override what = { orders, n_orders, reason, clean, reason };
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangMove) move = NULL;
  RangMove told = { 0 };

  g_return_val_if_fail (n_orders > 0, NULL);
  transaction = dry_run ? rang_store_begin_read (office->store, error) : office_begin (office, error);
  if (transaction == NULL
      || (!dry_run && !office_allow (office, session, RANG_ACTION_MOVE, 0, orders[0], transaction, error))
      || !office_check_board_open (office, session, error) || !office_check_reason (reason, clean, error))
    return NULL;
  before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);
  if (before == NULL || !check_orders (before, orders, n_orders, place, error))
    return NULL;
  ranking = ranking_after (office, session, before, orders, n_orders, place, revision, &told, error);
  after = ranking != NULL ? board_after (before, ranking, session, &what, 0, cancellable, error) : NULL;
  if (after == NULL)
    {
      g_free (told.said);
      return NULL;
    }
  move = office_move_new (before, after, orders, n_orders);
  move->said = told.said;
  if (dry_run || changes_nothing (before, ranking, orders, n_orders))
    return g_steal_pointer (&move);
  if (!commit_move (office, session, before, move, &what, ranking, transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}

/* --- apply --- */

static GArray *
placed_orders (RangBoard *board)
{
  const GArray *placements = rang_board_get_placements (board);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < placements->len; i++)
    g_array_append_val (placed, g_array_index (placements, RangBoardPlacement, i).order);
  return placed;
}

static gboolean
write_step (RangOffice *office,
            const RangSession *session,
            RangMove *move,
            RangMoveKind kind,
            const RangLogEntry *entry,
            const GArray *orders,
            GError **error)
{
  g_autoptr (RangMoveRecord) step = rang_move_record_new (kind);

  if (!office_write_board (office, session, move->board, entry->entry, &move->revision, error))
    return FALSE;
  step->entry = entry->entry;
  step->day = session->day;
  step->unit = session->unit;
  step->who = session->person;
  step->revision = (gint64)move->revision;
  step->from = (gint32)entry->from;
  step->to = (gint32)entry->to;
  step->cost = g_strdup (entry->cost);
  g_array_append_vals (step->orders, orders->data, orders->len);
  move->entry = entry->entry;
  return rang_store_add_move (office->store, step, error);
}

RangMove *
rang_office_apply (
    RangOffice *office, const RangSession *session, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GArray) placed = NULL, ranking = NULL, moved = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;

  transaction = dry_run ? rang_store_begin_read (office->store, error) : office_begin (office, error);
  if (transaction == NULL || (!dry_run && !office_allow (office, session, RANG_ACTION_APPLY, 0, 0, transaction, error))
      || !office_check_board_open (office, session, error))
    return NULL;
  before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);
  if (before == NULL)
    return NULL;
  placed = placed_orders (before);
  ranking = rang_ranking_apply (rang_board_get_ranking (before), rang_board_get_suggestion (before), placed);
  after = office_board_as (before, ranking, NULL, cancellable, error);
  if (after == NULL)
    return NULL;
  moved = rang_ranking_difference (rang_board_get_ranking (before), ranking);
  move = office_move_new (before, after, (const gint64 *)(gpointer)moved->data, moved->len);
  if (dry_run || moved->len == 0)
    return g_steal_pointer (&move);
  entry = office_new_entry (office, session, "apply");
  entry->cost = office_cost_to_text (move->cost);
  entry->data = office_orders_to_text ((const gint64 *)(gpointer)moved->data, moved->len);
  if (!office_log (office, entry, error) || !write_step (office, session, move, RANG_MOVE_APPLY, entry, moved, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}

/* --- release --- */

RangMove *
rang_office_release (RangOffice *office, const RangSession *session, gint64 order, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GArray) placements = NULL, orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_RELEASE, 0, order, transaction, error)
      || !office_check_board_open (office, session, error))
    return NULL;
  before = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  if (before == NULL || !check_orders (before, &order, 1, 1, error))
    return NULL;
  placements = copy_placements (rang_board_get_placements (before));
  office_clear_placement (placements, order);
  after = office_board_as (before, rang_board_get_ranking (before), placements, NULL, error);
  if (after == NULL)
    return NULL;
  move = office_move_new (before, after, &order, 0);
  if (find_placement (rang_board_get_placements (before), order) == NULL)
    return g_steal_pointer (&move);
  entry = office_new_entry (office, session, "release");
  entry->order = order;
  entry->from = entry->to = rang_board_find (before, order)->rank;
  g_array_append_val (orders, order);
  if (!office_log (office, entry, error) || !write_step (office, session, move, RANG_MOVE_RELEASE, entry, orders, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}
