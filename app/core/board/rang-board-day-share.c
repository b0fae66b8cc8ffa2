/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for days that take over what another day has worked out already. */
#include "board/rang-board-day-private.h"

static RangDayOrder *
copy_order (gconstpointer order, gpointer unused)
{
  return g_memdup2 (order, sizeof (RangDayOrder));
}

/* Orders, scores, roster and problem of @base; @input: (transfer full). The suggestion is still to be set. */
static RangBoardDay *
share (RangBoardDay *base, RangBoardInput *input)
{
  RangBoardDay *day = g_new0 (RangBoardDay, 1);

  g_atomic_ref_count_init (&day->references);
  day->base = rang_board_day_ref (base->base != NULL ? base->base : base);
  day->input = input;
  day->orders = g_ptr_array_copy (base->orders, (GCopyFunc)copy_order, NULL);
  g_ptr_array_set_free_func (day->orders, g_free);
  day->index = g_hash_table_ref (base->index);
  day->unscored = g_ptr_array_ref (base->unscored);
  day->roster = g_ptr_array_ref (base->roster);
  day->problem = rang_problem_ref (base->problem);
  day->left = rang_problem_ref (base->left);
  day->planner = rang_board_planner_ref (base->planner);
  return day;
}

RangBoardDay *
rang_board_day_with_best (const RangBoardSearch *search)
{
  g_autoptr (RangSuggestion) best = rang_planner_dup_best (search->planner);
  RangBoardDay *day;

  if (best == NULL)
    return NULL;
  day = share (search->day, rang_board_input_ref (search->day->input));
  day->suggestion = g_array_new (FALSE, FALSE, sizeof (gint64));
  day->unfinished = TRUE;
  rang_board_day_take_suggestion (day, best);
  return day;
}

RangBoardDay *
rang_board_day_as_stored (RangBoardDay *before, const GArray *ranking, const GArray *placements, guint64 revision)
{
  RangBoardDay *day = share (before, rang_board_input_as_stored (before->input, ranking, placements, revision));

  day->suggestion = g_array_ref (before->suggestion);
  day->suggested_plan = rang_plan_ref (before->suggested_plan);
  day->suggested_needs = g_ptr_array_ref (before->suggested_needs);
  day->fullness = before->fullness;
  return day;
}
