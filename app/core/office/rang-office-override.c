/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for writing an override: the step, the board's revision, the log entry, and the conflicts it brings about. */
#include <string.h>

#include "board/rang-board-conflicts.h"
#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-move-private.h"
#include "store/rang-store-conflicts.h"

const RangBoardPlacement *
office_find_placement (const GArray *placements, gint64 order)
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

GArray *
office_copy_placements (const GArray *placements)
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

gboolean
office_override_changes_nothing (RangBoard *board, const GArray *after, const OfficeOverride *what)
{
  if (!rang_ranking_equal (rang_board_get_ranking (board), after))
    return FALSE;
  for (gsize i = 0; i < what->n_orders; i++)
    if (office_find_placement (rang_board_get_placements (board), what->orders[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The conflict names the override, so that its reason is found, also one that is given later. */
static void
name_entry (RangConflict *conflict, gint64 entry)
{
  g_autofree char *detail = conflict->detail;

  g_assert (detail != NULL && detail[0] == '{');
  conflict->detail = g_strdup_printf ("{\"entry\":%" G_GINT64_FORMAT ",%s", entry, detail + 1);
}

gboolean
office_keep_displaced (RangOffice *office,
                       const RangSession *session,
                       RangBoard *after,
                       const RangMoveCost *cost,
                       gint64 entry,
                       GError **error)
{
  g_autoptr (GPtrArray) conflicts = rang_board_find_displaced (after, cost, session->person);

  for (guint i = 0; i < conflicts->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (conflicts, i);

      conflict->since = rang_clock_now (office->clock);
      name_entry (conflict, entry);
      if (!rang_store_upsert_conflict (office->store, conflict, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* @steps: those of one order. CASES.md 13: moves of one order by one person, the reason still pending and nothing about
 * it in between. */
static gint64
series_of (GPtrArray *steps, const RangSession *session)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i - 1);

      if (step->day != session->day || step->undone_by != 0 || step->kind == RANG_MOVE_RANK)
        continue;
      if (step->kind != RANG_MOVE_MOVE || step->who != session->person || !step->reason_pending
          || step->orders->len != 1)
        return 0;
      return step->series != 0 ? step->series : step->entry;
    }
  return 0;
}

/* Whether the move takes an order back to the first place of its series: then it owes no reason. */
static gboolean
goes_back (GPtrArray *steps, const RangSession *session, const OfficeOverride *what, gint64 to)
{
  gint64 series
      = what->kind == RANG_MOVE_MOVE && what->reason < 0 && what->n_orders == 1 ? series_of (steps, session) : 0;

  for (guint i = 0; i < steps->len && series != 0; i++)
    {
      const RangMoveRecord *step = g_ptr_array_index (steps, i);

      if (step->entry == series)
        return step->from == to;
    }
  return FALSE;
}

static gboolean
write_move (RangOffice *office,
            const RangSession *session,
            RangBoard *before,
            RangMove *move,
            const OfficeOverride *what,
            GPtrArray *steps,
            RangLogEntry *entry,
            GError **error)
{
  g_autoptr (RangMoveRecord) step = rang_move_record_new (what->kind);
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
  if (what->kind == RANG_MOVE_MOVE && what->reason < 0 && what->n_orders == 1)
    step->series = series_of (steps, session);
  move->revision = revision;
  move->entry = entry->entry;
  return rang_store_add_move (office->store, step, error);
}

static GArray *
placements_after (RangBoard *before, const RangSession *session, const OfficeOverride *what, gint64 entry)
{
  GArray *placements = office_copy_placements (rang_board_get_placements (before));

  for (gsize i = 0; i < what->n_orders; i++)
    {
      RangBoardPlacement placement = { what->orders[i], session->person, what->reason, entry };

      office_set_placement (placements, &placement);
    }
  return placements;
}

RangBoard *
office_board_after (RangOffice *office,
                    RangBoard *before,
                    const GArray *ranking,
                    const RangSession *session,
                    const OfficeOverride *what,
                    gint64 entry,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) placements = placements_after (before, session, what, entry);

  return office_plan_as (office, before, ranking, placements, cancellable, error);
}

gboolean
office_write_override (RangOffice *office,
                       const RangSession *session,
                       RangBoard *before,
                       RangMove *move,
                       const OfficeOverride *what,
                       const GArray *ranking,
                       RangLogEntry *entry,
                       GError **error)
{
  g_autoptr (GPtrArray) steps = rang_store_load_moves_of_order (office->store, what->orders[0], error);
  g_autoptr (GArray) placements = NULL;
  g_autoptr (RangBoard) after = NULL;
  OfficeOverride shown = *what;

  if (steps == NULL || !office_check_bumps (office, session, move->cost, what->reason, what->note, error))
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
  /* The mark names the entry, which has its number only now. */
  if (goes_back (steps, session, what, entry->to))
    shown.reason = RANG_PLACEMENT_NOT_OWED;
  placements = placements_after (before, session, &shown, entry->entry);
  after = move->board;
  move->board = rang_board_with_placements (after, placements);
  return write_move (office, session, before, move, what, steps, entry, error)
         && office_keep_displaced (office, session, move->board, move->cost, entry->entry, error);
}
