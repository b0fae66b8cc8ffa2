/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who wanted an order higher or lower: moves, and pushes that are open or were granted (CASES.md 14). */
#include "office/rang-office-pull-private.h"

#include "board/rang-ranking.h"
#include "domain/rang-push.h"
#include "office/rang-office-rankings-private.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-pushes.h"

static void
pull_free (gpointer data)
{
  OfficePull *pull = data;

  g_free (pull->reason);
  g_free (pull->note);
  g_array_unref (pull->passed);
  g_free (pull);
}

/* The orders between the two places, as the board stood before. */
static gboolean
find_passed (RangOffice *office, OfficePull *pull, gint64 unit, gint64 revision, GError **error)
{
  guint last = (guint)MAX (pull->from, pull->to);
  const GArray *ranking;

  if (revision < 1)
    return TRUE;
  ranking = office_find_ranking (office, pull->day, unit, revision, error);
  if (ranking == NULL)
    return FALSE;
  for (guint rank = (guint)MIN (pull->from, pull->to); rank <= MIN (last, ranking->len); rank++)
    {
      gint64 other = g_array_index (ranking, gint64, rank - 1);

      if (other != pull->order)
        g_array_append_val (pull->passed, other);
    }
  return TRUE;
}

typedef struct
{
  RangOffice *office;
  const OfficePullSpan *span;
  GPtrArray *pulls;
} Gathering;

static gboolean
add_pull (Gathering *self, const OfficePull *what, gint64 unit, gint64 revision, GError **error)
{
  OfficePull *pull;

  if (what->from == what->to || what->from == 0 || what->to == 0)
    return TRUE;
  if (self->span->orders != NULL && rang_ranking_find (self->span->orders, what->order) == 0)
    return TRUE;
  pull = g_memdup2 (what, sizeof *what);
  pull->reason = g_strdup (what->reason);
  pull->note = g_strdup (what->note);
  pull->passed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->pulls, pull);
  return find_passed (self->office, pull, unit, revision, error);
}

/* --- moves --- */

static gboolean
stands (const RangMoveRecord *step, gint64 until)
{
  return step->entry <= until && (step->undone_by == 0 || step->undone_by > until);
}

/* The last step of a series stands for all of it (CASES.md 13). Entry of the first → the last. */
static GHashTable *
find_last_steps (GPtrArray *steps, gint64 until)
{
  GHashTable *last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < steps->len; i++)
    {
      RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->series != 0 && stands (step, until))
        g_hash_table_insert (last, &step->series, step);
    }
  return last;
}

static gboolean
gather_moves (Gathering *self, GError **error)
{
  gint64 until = self->span->until;
  g_autoptr (GPtrArray) steps
      = rang_store_load_moves_without_cost (self->office->store, self->span->from, self->span->to, error);
  g_autoptr (GHashTable) last_steps = steps != NULL ? find_last_steps (steps, until) : NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);
      const RangMoveRecord *of_series = g_hash_table_lookup (last_steps, &step->entry);
      const RangMoveRecord *last = of_series != NULL ? of_series : step;
      gboolean amends = step->kind == RANG_MOVE_AMEND;
      gint64 revision = amends ? step->revision : step->revision - 1;

      if (!stands (step, until) || step->series != 0 || (step->kind != RANG_MOVE_MOVE && !amends))
        continue;
      for (guint k = 0; k < step->orders->len; k++)
        {
          /* Of several, only the first one's places are kept; the others go the same way. */
          OfficePull pull = { step->entry,
                              step->who,
                              g_array_index (step->orders, gint64, k),
                              amends ? RANG_PULL_AMENDMENT : RANG_PULL_MOVE,
                              step->day,
                              step->from,
                              last->to,
                              last->reason != NULL ? last->reason : step->reason,
                              last->note != NULL ? last->note : step->note,
                              NULL };

          if (!add_pull (self, &pull, step->unit, revision, error))
            return FALSE;
        }
    }
  return steps != NULL;
}

/* --- pushes --- */

static gboolean
gather_pushes (Gathering *self, GError **error)
{
  gint64 until = self->span->until;
  g_autoptr (GPtrArray) pushes
      = rang_store_load_pushes_between (self->office->store, self->span->from, self->span->to, error);

  for (guint i = 0; pushes != NULL && i < pushes->len; i++)
    {
      const RangPush *push = g_ptr_array_index (pushes, i);
      OfficePull pull = { push->entry, push->asked_by, push->order,  RANG_PULL_PUSH, push->day,
                          push->from,  push->to,       push->reason, push->note,     NULL };

      if (push->entry > until || (push->state == RANG_PUSH_REFUSED && push->decided_entry <= until))
        continue;
      if (!add_pull (self, &pull, push->unit, push->revision, error))
        return FALSE;
    }
  return pushes != NULL;
}

GPtrArray *
office_gather_pulls (RangOffice *office, const OfficePullSpan *span, GError **error)
{
  g_autoptr (GPtrArray) pulls = g_ptr_array_new_with_free_func (pull_free);
  Gathering self = { office, span, pulls };

  if (!gather_moves (&self, error) || !gather_pushes (&self, error))
    return NULL;
  return g_steal_pointer (&pulls);
}

int
office_pull_side (const OfficePull *pull, gint64 order, gint64 other)
{
  gboolean up = pull->to < pull->from;

  if (other == 0)
    return pull->order != order ? 0 : up ? 1 : -1;
  if (pull->order == order && rang_ranking_find (pull->passed, other) != 0)
    return up ? 1 : -1;
  if (pull->order == other && rang_ranking_find (pull->passed, order) != 0)
    return up ? -1 : 1;
  return 0;
}
