/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for tugs-of-war: one order, or a pair, pulled in opposite directions by two people (CASES.md 14). */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-board-conflicts.h"
#include "board/rang-ranking.h"
#include "domain/rang-calendar.h"
#include "domain/rang-push.h"
#include "office/rang-office-move-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-pushes.h"

/* Working days that count, the board's own included, and how often each of the two must have pulled. */
#define WORKING_DAYS 5
#define LEAST_PULLS 2

/* One wish about one order's place: a move, or a push that is open or was granted. */
typedef struct
{
  gint64 entry;
  gint64 person;
  gint64 order;
  gboolean up;
  GArray *passed; /* (element-type gint64): the orders it goes past */
} Pull;

static void
pull_free (gpointer data)
{
  Pull *pull = data;

  g_array_unref (pull->passed);
  g_free (pull);
}

static gboolean
passes (const Pull *pull, gint64 order)
{
  return rang_ranking_find (pull->passed, order) != 0;
}

/* --- gathering --- */

static gboolean
add_pull (RangOffice *office,
          GPtrArray *pulls,
          const Pull *what,
          RangDay day,
          gint64 unit,
          gint64 revision,
          gint32 from,
          gint32 to,
          GError **error)
{
  g_autoptr (RangBoardRecord) record = NULL;
  Pull *pull;

  if (from == to || from == 0 || to == 0)
    return TRUE;
  pull = g_memdup2 (what, sizeof *what);
  pull->up = to < from;
  pull->passed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (pulls, pull);
  if (revision < 1)
    return TRUE;
  record = rang_store_load_board_revision (office->store, day, unit, revision, error);
  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < record->ranking->len; i++)
    {
      gint64 other = g_array_index (record->ranking, gint64, i);
      gint32 rank = (gint32)i + 1;

      if (other != pull->order && rank >= MIN (from, to) && rank <= MAX (from, to))
        g_array_append_val (pull->passed, other);
    }
  return TRUE;
}

/* The last step of a series stands for all of it (CASES.md 13). */
static const RangMoveRecord *
last_of_series (GPtrArray *steps, const RangMoveRecord *first)
{
  const RangMoveRecord *last = first;

  for (guint i = 0; i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->series == first->entry && step->undone_by == 0)
        last = step;
    }
  return last;
}

static gboolean
gather_moves (RangOffice *office, GPtrArray *pulls, RangDay from, RangDay to, GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves_between (office->store, from, to, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);
      const RangMoveRecord *last = last_of_series (steps, step);
      gint64 revision = step->kind == RANG_MOVE_MOVE ? step->revision - 1 : step->revision;

      if (step->undone_by != 0 || step->series != 0 || (step->kind != RANG_MOVE_MOVE && step->kind != RANG_MOVE_AMEND))
        continue;
      for (guint k = 0; k < step->orders->len; k++)
        {
          Pull pull = { step->entry, step->who, g_array_index (step->orders, gint64, k), FALSE, NULL };

          /* Of several, only the first one's places are kept; the others go the same way. */
          if (!add_pull (office, pulls, &pull, step->day, step->unit, revision, step->from, last->to, error))
            return FALSE;
        }
    }
  return steps != NULL;
}

static gboolean
gather_pushes (RangOffice *office, GPtrArray *pulls, RangDay from, RangDay to, GError **error)
{
  g_autoptr (GPtrArray) pushes = rang_store_load_pushes_between (office->store, from, to, error);

  for (guint i = 0; pushes != NULL && i < pushes->len; i++)
    {
      const RangPush *push = g_ptr_array_index (pushes, i);
      Pull pull = { push->entry, push->asked_by, push->order, TRUE, NULL };

      if (push->state != RANG_PUSH_REFUSED
          && !add_pull (office, pulls, &pull, push->day, push->unit, push->revision, push->from, push->to, error))
        return FALSE;
    }
  return pushes != NULL;
}

/* --- counting --- */

/* Which way a pull turns the question: 1 for it, -1 against it, 0 not about it. One order: up or down. A pair: which of
 * the two goes above the other. */
static int
side_of (const Pull *pull, gint64 order, gint64 other)
{
  if (other == 0)
    return pull->order != order ? 0 : pull->up ? 1 : -1;
  if (pull->order == order && passes (pull, other))
    return pull->up ? 1 : -1;
  if (pull->order == other && passes (pull, order))
    return pull->up ? -1 : 1;
  return 0;
}

typedef struct
{
  gint64 person;
  int count;
} Puller;

/* Who pulled that side most often. */
static Puller
strongest (GPtrArray *pulls, gint64 order, gint64 other, int side, gint64 after, gint64 except)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  Puller best = { 0, 0 };

  for (guint i = 0; i < pulls->len; i++)
    {
      Pull *pull = g_ptr_array_index (pulls, i);
      int count;

      if (pull->entry <= after || pull->person == except || side_of (pull, order, other) != side)
        continue;
      count = GPOINTER_TO_INT (g_hash_table_lookup (counts, &pull->person)) + 1;
      g_hash_table_insert (counts, &pull->person, GINT_TO_POINTER (count));
      if (count > best.count)
        best = (Puller){ pull->person, count };
    }
  return best;
}

/* A pair of which only one was ever moved is a question about that one. */
static gboolean
both_moved (GPtrArray *pulls, gint64 order, gint64 other, gint64 after)
{
  gboolean one = FALSE, two = FALSE;

  for (guint i = 0; i < pulls->len; i++)
    {
      const Pull *pull = g_ptr_array_index (pulls, i);

      if (pull->entry <= after || side_of (pull, order, other) == 0)
        continue;
      one = one || pull->order == order;
      two = two || pull->order == other;
    }
  return one && two;
}

/* --- the conflict --- */

static gboolean
is_about (const RangConflict *conflict, gint64 order, gint64 other)
{
  return conflict->orders->len == (other != 0 ? 2u : 1u) && rang_conflict_has_order (conflict, order)
         && (other == 0 || rang_conflict_has_order (conflict, other));
}

static gboolean
add_departments (RangOffice *office, RangConflict *conflict, GError **error)
{
  for (guint i = 0; i < conflict->orders->len; i++)
    {
      g_autoptr (RangOrder) order
          = rang_store_load_order (office->store, g_array_index (conflict->orders, gint64, i), error);

      if (order == NULL)
        return FALSE;
      if (order->department != 0 && !rang_conflict_has_department (conflict, order->department))
        g_array_append_val (conflict->departments, order->department);
    }
  return TRUE;
}

typedef struct
{
  RangOffice *office;
  RangDay day;
  GPtrArray *pulls;
  GPtrArray *known;
} Search;

/* What has been decided is not counted again; what is open is not opened again. */
static gboolean
search (const Search *self, gint64 order, gint64 other, GError **error)
{
  const gint64 orders[] = { order, other };
  gint64 after = 0;
  guint turn = 0;
  Puller one, two;
  g_autoptr (RangConflict) conflict = NULL;

  for (guint i = 0; i < self->known->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (self->known, i);

      if (!is_about (known, order, other))
        continue;
      if (known->state == RANG_CONFLICT_OPEN)
        return TRUE;
      after = MAX (after, known->decided_entry);
      turn++;
    }
  one = strongest (self->pulls, order, other, 1, after, 0);
  two = strongest (self->pulls, order, other, -1, after, one.person);
  if (one.count < LEAST_PULLS || two.count < LEAST_PULLS)
    {
      two = strongest (self->pulls, order, other, -1, after, 0);
      one = strongest (self->pulls, order, other, 1, after, two.person);
    }
  if (one.count < LEAST_PULLS || two.count < LEAST_PULLS
      || (other != 0 && !both_moved (self->pulls, order, other, after)))
    return TRUE;
  conflict = rang_conflict_new_tug_of_war (self->day, orders, other != 0 ? 2 : 1, one.person, one.count, two.person,
                                           two.count, turn);
  conflict->since = rang_clock_now (self->office->clock);
  return add_departments (self->office, conflict, error)
         && rang_store_upsert_conflict (self->office->store, conflict, NULL, error);
}

static RangDay
first_day (RangOffice *office, RangDay day)
{
  return rang_calendar_add_working_days (office->settings, day, 1 - WORKING_DAYS);
}

gboolean
office_find_tugs (RangOffice *office, const RangSession *session, gint64 order, GError **error)
{
  g_autoptr (GPtrArray) pulls = g_ptr_array_new_with_free_func (pull_free);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);
  RangDay from = first_day (office, session->day);
  Search what = { office, session->day, pulls, NULL };

  if (!gather_moves (office, pulls, from, session->day, error)
      || !gather_pushes (office, pulls, from, session->day, error))
    return FALSE;
  known = rang_store_load_conflicts_of_kind (office->store, RANG_CONFLICT_TUG_OF_WAR, from, error);
  what.known = known;
  if (known == NULL || !search (&what, order, 0, error))
    return FALSE;
  for (guint i = 0; i < pulls->len; i++)
    {
      Pull *pull = g_ptr_array_index (pulls, i);

      if (pull->order != order && g_hash_table_add (others, &pull->order) && !search (&what, order, pull->order, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
office_check_tug (RangOffice *office, gint64 order, GError **error)
{
  g_autoptr (GPtrArray) known
      = rang_store_load_conflicts_of_kind (office->store, RANG_CONFLICT_TUG_OF_WAR, G_MININT32, error);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (known, i);

      if (conflict->state == RANG_CONFLICT_OPEN && rang_conflict_has_order (conflict, order))
        {
          office_refuse (error, REFUSED,
                         _ ("two people pull order %" PRId64 " to and fro (conflict %" PRId64
                            "); the head of sales decides that first"),
                         order, conflict->id);
          return FALSE;
        }
    }
  return known != NULL;
}
