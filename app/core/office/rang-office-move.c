/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for overrides: moves on the board, the suggestion applied, orders released, and the reasons owed. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
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

gboolean
office_check_orders (RangBoard *board, const gint64 *orders, gsize n_orders, int place, GError **error)
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

/* --- move --- */

static gboolean
find_tugs_of_all (RangOffice *office, const RangSession *session, const gint64 *orders, gsize n_orders, GError **error)
{
  for (gsize i = 0; i < n_orders; i++)
    if (!office_find_tugs (office, session, orders[i], error))
      return FALSE;
  return TRUE;
}

/* What a move is, and what it comes to. */
typedef struct
{
  const OfficeOverride *what;
  int place;
  guint64 revision;
  RangBoard *before;
  GArray *ranking;
  RangBoard *after;
  RangMove told;
} Course;

static void
course_clear (Course *course)
{
  g_clear_pointer (&course->before, rang_board_unref);
  g_clear_pointer (&course->ranking, g_array_unref);
  g_clear_pointer (&course->after, rang_board_unref);
  g_clear_pointer (&course->told.said, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Course, course_clear)

static gboolean
plan_move (RangOffice *office, const RangSession *session, Course *course, GCancellable *cancellable, GError **error)
{
  const OfficeOverride *what = course->what;

  course->before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);
  if (course->before == NULL
      || !office_check_orders (course->before, what->orders, what->n_orders, course->place, error))
    return FALSE;
  course->ranking = ranking_after (office, session, course->before, what->orders, what->n_orders, course->place,
                                   course->revision, &course->told, error);
  course->after = course->ranking != NULL ? office_board_after (office, course->before, course->ranking, session, what,
                                                                0, cancellable, error)
                                          : NULL;
  return course->after != NULL;
}

static void
plan_move_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  const Course *wanted = data;
  g_auto (Course) course = { wanted->what, wanted->place, wanted->revision, NULL, NULL, NULL, { 0 } };

  plan_move (office, session, &course, cancellable, NULL);
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
  OfficeOverride what = { RANG_MOVE_MOVE, orders, n_orders, reason, clean };
  g_auto (Course) course = { &what, place, revision, NULL, NULL, NULL, { 0 } };
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;

  g_return_val_if_fail (n_orders > 0, NULL);
  transaction
      = dry_run ? rang_store_begin_read (office->store, error)
                : office_begin_ahead (office, session, OFFICE_BOARD_OPEN, plan_move_ahead, &course, cancellable, error);
  if (transaction == NULL
      || (!dry_run && !office_allow (office, session, RANG_ACTION_MOVE, 0, orders[0], transaction, error))
      || !office_check_board_open (office, session, error) || !office_check_reason (reason, clean, error)
      || !plan_move (office, session, &course, cancellable, error))
    return NULL;
  move = office_move_new (course.before, course.after, orders, n_orders);
  move->said = g_steal_pointer (&course.told.said);
  if (dry_run || office_override_changes_nothing (course.before, course.ranking, &what))
    return g_steal_pointer (&move);
  entry = office_new_entry (office, session, "move");
  if (!office_write_override (office, session, course.before, move, &what, course.ranking, entry, error)
      || !find_tugs_of_all (office, session, orders, n_orders, error)
      || !rang_store_transaction_commit (transaction, error))
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

/* What of @unfinished is still on the board, and where the others would stand. */
static GArray *
complete_suggestion (RangBoard *board, const GArray *unfinished)
{
  const GArray *finished = rang_board_get_suggestion (board);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < unfinished->len; i++)
    if (rang_board_find (board, g_array_index (unfinished, gint64, i)) != NULL)
      g_array_append_val (known, g_array_index (unfinished, gint64, i));
  return rang_ranking_join (known, (const gint64 *)(gpointer)finished->data, finished->len, finished, nobody);
}

static char *
describe_apply (const GArray *moved, gboolean unfinished)
{
  g_autofree char *orders = office_orders_to_text ((const gint64 *)(gpointer)moved->data, moved->len);

  return unfinished ? g_strdup_printf ("{\"unfinished\":true,%s", orders + 1) : g_steal_pointer (&orders);
}

/* @unfinished: (nullable): in place of the finished suggestion; @ranking: (out): the board's then */
static RangBoard *
plan_apply (RangOffice *office,
            RangBoard *before,
            const GArray *unfinished,
            GArray **ranking,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) placed = placed_orders (before);
  g_autoptr (GArray) suggestion = unfinished != NULL ? complete_suggestion (before, unfinished)
                                                     : g_array_ref ((GArray *)rang_board_get_suggestion (before));

  *ranking = rang_ranking_apply (rang_board_get_ranking (before), suggestion, placed);
  return office_plan_as (office, before, *ranking, NULL, cancellable, error);
}

static void
plan_apply_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  g_autoptr (RangBoard) before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, NULL);
  g_autoptr (RangBoard) after = NULL;
  g_autoptr (GArray) ranking = NULL;

  if (before != NULL)
    after = plan_apply (office, before, data, &ranking, cancellable, NULL);
}

static RangMove *
apply (RangOffice *office,
       const RangSession *session,
       const GArray *unfinished,
       gboolean dry_run,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GArray) ranking = NULL, moved = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;

  transaction = dry_run ? rang_store_begin_read (office->store, error)
                        : office_begin_ahead (office, session, OFFICE_BOARD_OPEN, plan_apply_ahead,
                                              (gpointer)unfinished, cancellable, error);
  if (transaction == NULL || (!dry_run && !office_allow (office, session, RANG_ACTION_APPLY, 0, 0, transaction, error))
      || !office_check_board_open (office, session, error))
    return NULL;
  before = office_load_board (office, session, OFFICE_BOARD_OPEN, cancellable, error);
  after = before != NULL ? plan_apply (office, before, unfinished, &ranking, cancellable, error) : NULL;
  if (after == NULL)
    return NULL;
  moved = rang_ranking_difference (rang_board_get_ranking (before), ranking);
  move = office_move_new (before, after, (const gint64 *)(gpointer)moved->data, moved->len);
  if (dry_run || moved->len == 0)
    return g_steal_pointer (&move);
  entry = office_new_entry (office, session, "apply");
  entry->cost = office_cost_to_text (move->cost);
  entry->data = describe_apply (moved, unfinished != NULL);
  if (!office_log (office, entry, error) || !write_step (office, session, move, RANG_MOVE_APPLY, entry, moved, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&move);
}

RangMove *
rang_office_apply (
    RangOffice *office, const RangSession *session, gboolean dry_run, GCancellable *cancellable, GError **error)
{
  return apply (office, session, NULL, dry_run, cancellable, error);
}

RangMove *
rang_office_apply_unfinished (RangOffice *office,
                              const RangSession *session,
                              const GArray *suggestion,
                              gboolean dry_run,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (suggestion != NULL, NULL);
  return apply (office, session, suggestion, dry_run, cancellable, error);
}

/* --- release --- */

/* The board with that order unplaced. */
static RangBoard *
plan_release (RangOffice *office, const RangSession *session, gint64 order, RangBoard **before, GError **error)
{
  g_autoptr (GArray) placements = NULL;

  *before = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  if (*before == NULL || !office_check_orders (*before, &order, 1, 1, error))
    return NULL;
  placements = office_copy_placements (rang_board_get_placements (*before));
  office_clear_placement (placements, order);
  return office_plan_as (office, *before, rang_board_get_ranking (*before), placements, NULL, error);
}

static void
plan_release_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  const gint64 *order = data;
  g_autoptr (RangBoard) before = NULL;
  g_autoptr (RangBoard) after = plan_release (office, session, *order, &before, NULL);
}

RangMove *
rang_office_release (RangOffice *office, const RangSession *session, gint64 order, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (office, session, OFFICE_BOARD_OPEN, plan_release_ahead, &order, NULL, error);
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangMove) move = NULL;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_RELEASE, 0, order, transaction, error)
      || !office_check_board_open (office, session, error))
    return NULL;
  after = plan_release (office, session, order, &before, error);
  if (after == NULL)
    return NULL;
  move = office_move_new (before, after, &order, 0);
  if (office_find_placement (rang_board_get_placements (before), order) == NULL)
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
