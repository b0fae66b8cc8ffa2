/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the states of one ranking against those of another: what a move costs. */
#include "board/rang-board-day-private.h"

#include "board/rang-ranking.h"

typedef struct
{
  RangPlanState state;
  gint32 minutes;
  guint rank;
} Forecast;

static Forecast
forecast (const RangBoardStates *states, gint64 number)
{
  Forecast result = { RANG_PLAN_NOT_TODAY, 0, rang_board_states_rank (states, number) };
  guint job;

  if (result.rank > 0 && rang_board_day_find (states->day, number, &job) != NULL)
    {
      result.state = rang_plan_get_entry (states->plan, job)->state;
      result.minutes = rang_plan_get_minutes_late (states->plan, job);
    }
  return result;
}

/* The order as the later of both days knows it. */
static const RangDayOrder *
find_order (const RangBoardStates *before, const RangBoardStates *after, gint64 number)
{
  const RangDayOrder *order = rang_board_day_find (after->day, number, NULL);

  return order != NULL ? order : rang_board_day_find (before->day, number, NULL);
}

static RangCostItem
make_item (const RangDayOrder *order, Forecast was, Forecast is, const RangSettings *settings)
{
  const RangOrder *of = order->from->order;
  RangMoney nothing = { 0 };

  return (RangCostItem){ .order = of->number,
                         .client = of->client,
                         .department = of->department,
                         .state_before = was.state,
                         .state_after = is.state,
                         .minutes = is.minutes,
                         .minutes_before = was.minutes,
                         .value = order->client != NULL ? rang_settings_convert (settings, order->client->annual_value)
                                                        : nothing,
                         .order_value = of->value };
}

static void
add_moved (RangMoveCost *cost, const RangDayOrder *order, Forecast was, Forecast is)
{
  RangCostMove move = { .order = order->from->order->number,
                        .department = order->from->order->department,
                        .from = was.rank,
                        .to = is.rank,
                        .state_before = was.state,
                        .state_after = is.state,
                        .minutes_before = was.minutes,
                        .minutes_after = is.minutes };

  g_array_append_val (cost->moved, move);
}

static void
add_victim (RangMoveCost *cost, RangCostItem *item, GHashTable *clients)
{
  if (item->state_after == item->state_before)
    {
      if (item->minutes > item->minutes_before)
        g_array_append_val (cost->later, *item);
      return;
    }
  g_array_append_vals (item->state_after == RANG_PLAN_LATE ? cost->late : cost->left_out, item, 1);
  if (!g_hash_table_contains (clients, &item->client))
    {
      g_hash_table_add (clients, g_memdup2 (&item->client, sizeof item->client));
      rang_money_sum_add (&cost->value_at_risk, item->value);
    }
}

static void
add_order (RangMoveCost *cost,
           const RangBoardStates *before,
           const RangBoardStates *after,
           gint64 number,
           GHashTable *moved,
           GHashTable *clients)
{
  const RangDayOrder *order = find_order (before, after, number);
  Forecast was = forecast (before, number), is = forecast (after, number);
  gboolean is_moved = g_hash_table_contains (moved, &number) || was.rank == 0 || is.rank == 0;
  RangCostItem item;

  if (order == NULL)
    return;
  item = make_item (order, was, is, after->day->input->settings);
  if (is_moved)
    add_moved (cost, order, was, is);
  if (is.state < was.state)
    g_array_append_val (cost->gained, item);
  else if (!is_moved)
    add_victim (cost, &item, clients);
}

/* What the day itself has made late by now is not the move's doing: the ranking before it, planned for what is left as
 * the one after it is. */
static RangPlan *
before_now (const RangBoardStates *before, const RangBoardStates *after)
{
  RangBoardDay *day = before->day;

  if (day != after->day || day->left == day->problem || rang_plan_get_problem (before->plan) != day->problem
      || rang_plan_get_problem (after->plan) != day->left)
    return NULL;
  return rang_board_day_keep (day, before->ranking, NULL, NULL);
}

RangMoveCost *
rang_board_states_cost (const RangBoardStates *before, const RangBoardStates *after, const GArray *moved)
{
  g_autoptr (GArray) difference = moved == NULL ? rang_ranking_difference (before->ranking, after->ranking) : NULL;
  const GArray *chosen = moved != NULL ? moved : difference;
  g_autoptr (GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  RangMoveCost *cost = rang_move_cost_new (after->day->input->settings->currency);
  g_autoptr (RangPlan) now = before_now (before, after);
  RangBoardStates base = *before;

  if (now != NULL)
    base.plan = now;
  before = &base;
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (set, &g_array_index (chosen, gint64, i));
  for (guint i = 0; i < after->ranking->len; i++)
    add_order (cost, before, after, g_array_index (after->ranking, gint64, i), set, clients);
  for (guint i = 0; i < before->ranking->len; i++)
    if (rang_board_states_rank (after, g_array_index (before->ranking, gint64, i)) == 0)
      add_order (cost, before, after, g_array_index (before->ranking, gint64, i), set, clients);
  return cost;
}

void
rang_board_states_init (RangBoardStates *states, RangBoardDay *day, const GArray *ranking, RangPlan *plan)
{
  *states = (RangBoardStates){ day, ranking, g_hash_table_new (g_int64_hash, g_int64_equal), plan };
  for (guint i = 0; i < ranking->len; i++)
    g_hash_table_insert (states->ranks, &g_array_index (ranking, gint64, i), GUINT_TO_POINTER (i + 1));
}

void
rang_board_states_clear (RangBoardStates *states)
{
  g_clear_pointer (&states->ranks, g_hash_table_unref);
  g_clear_pointer (&states->plan, rang_plan_unref);
}

guint
rang_board_states_rank (const RangBoardStates *states, gint64 number)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (states->ranks, &number));
}

RangMoveCost *
rang_board_cost_against (RangBoard *before, RangBoard *after, const gint64 *moved, gsize n_moved)
{
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  g_autoptr (GArray) chosen = moved != NULL ? rang_ranking_new (moved, n_moved) : NULL;

  return rang_board_states_cost (rang_board_get_states (before), rang_board_get_states (after), chosen);
}

RangMoveCost *
rang_board_cost (
    RangBoard *board, const gint64 *orders, gsize n_orders, int place, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (board != NULL && (orders != NULL || n_orders == 0), NULL);

  RangBoardDay *day = rang_board_get_board_day (board);
  g_autoptr (GArray) ranking = rang_board_move_ranking (board, orders, n_orders, place, error);
  g_autoptr (GArray) moved = rang_ranking_new (orders, n_orders);
  RangBoardStates after;
  RangPlan *plan;
  RangMoveCost *cost;

  if (ranking == NULL)
    return NULL;
  plan = rang_board_day_keep (day, ranking, cancellable, error);
  if (plan == NULL)
    return NULL;
  rang_board_states_init (&after, day, ranking, plan);
  cost = rang_board_states_cost (rang_board_get_states (board), &after, moved);
  rang_board_states_clear (&after);
  return cost;
}
