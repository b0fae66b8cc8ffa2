/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money-sum.h"
#include "domain/rang-department.h"
#include "planner/rang-plan.h"

G_BEGIN_DECLS

/**
 * RangCostMove:
 * @order: number of an order that a person moves; @department: its department's id
 * @from: rank before; 0 if it was not on the board
 * @to: rank afterwards; 0 if it leaves the board
 * @state_before, @state_after: forecasts
 * @minutes_before, @minutes_after: minutes late, 0 if not late
 */
typedef struct
{
  gint64 order;
  gint64 department;
  guint from;
  guint to;
  RangPlanState state_before;
  RangPlanState state_after;
  gint32 minutes_before;
  gint32 minutes_after;
} RangCostMove;

/**
 * RangCostItem:
 * @order: number
 * @client: id
 * @department: id
 * @state_before, @state_after: forecasts
 * @minutes: minutes late afterwards; 0 if not late
 * @minutes_before: minutes late before; 0 if not late
 * @value: the client's annual value, in the office's currency; in its own where the office has no rate for it
 * @order_value: what the order is worth, in its own currency
 *
 * An order whose state a move changes.
 */
typedef struct
{
  gint64 order;
  gint64 client;
  gint64 department;
  RangPlanState state_before;
  RangPlanState state_after;
  gint32 minutes;
  gint32 minutes_before;
  RangMoney value;
  RangMoney order_value;
} RangCostItem;

/**
 * RangMoveCost:
 * @moved: (element-type RangCostMove): what is moved, by rank afterwards
 * @late: (element-type RangCostItem): on time before, late today afterwards
 * @later: (element-type RangCostItem): late before and afterwards, more minutes
 * @left_out: (element-type RangCostItem): today before, not today afterwards
 * @gained: (element-type RangCostItem): every order with a better state, moved ones too
 * @value_at_risk: annual value of the clients in @late and @left_out, each client once (costs go by state); what is in
 *   a currency without a rate stands apart
 *
 * The states that a move changes: after it against before it. Moved orders are in @moved and @gained alone. The lists
 * are ordered by rank afterwards.
 */
typedef struct
{
  GArray *moved;
  GArray *late;
  GArray *later;
  GArray *left_out;
  GArray *gained;
  RangMoneySum value_at_risk;
} RangMoveCost;

/** rang_move_cost_new: @currency: ISO 4217 code of the office's currency. Returns: (transfer full): an empty cost */
RangMoveCost *
rang_move_cost_new (const char *currency);
RangMoveCost *
rang_move_cost_copy (const RangMoveCost *cost);
void
rang_move_cost_free (RangMoveCost *cost);

/** rang_move_cost_is_empty: Returns: whether no order's state or minutes get worse and none gains */
gboolean
rang_move_cost_is_empty (const RangMoveCost *cost);

/** rang_move_cost_n_promises: Returns: how many orders get a worse state: late and left out */
guint
rang_move_cost_n_promises (const RangMoveCost *cost);

/** rang_move_cost_count_department: Returns: how many of them belong to that department */
guint
rang_move_cost_count_department (const RangMoveCost *cost, gint64 department);

/**
 * rang_move_cost_dup_gains:
 *
 * Returns: (transfer full): "1051 on time, was 40 min late; 2 others gain" (a moved one first); "nobody" if nobody
 *   gains. Translated
 */
char *
rang_move_cost_dup_gains (const RangMoveCost *cost);

/**
 * rang_move_cost_dup_costs:
 * @departments: (nullable) (element-type RangDepartment): for their names
 *
 * Returns: (transfer full): "3 promises (2 Clients, 1 Active Sales)": late and left out; "no promise" if none.
 * Translated
 */
char *
rang_move_cost_dup_costs (const RangMoveCost *cost, const GPtrArray *departments);

/**
 * rang_move_cost_dup_at_risk:
 *
 * Returns: (transfer full) (nullable): "139 000 lei + 1 200 EUR a year"; %NULL if nothing is at risk. Translated
 */
char *
rang_move_cost_dup_at_risk (const RangMoveCost *cost);

/**
 * rang_move_cost_dup_summary:
 * @departments: (nullable) (element-type RangDepartment): for their names
 *
 * Returns: (transfer full): all three on one line: "Gains: … Costs: … At risk: …". Translated
 */
char *
rang_move_cost_dup_summary (const RangMoveCost *cost, const GPtrArray *departments);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangMoveCost, rang_move_cost_free)

G_END_DECLS
