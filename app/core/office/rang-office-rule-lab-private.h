/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "log/rang-log-entry.h"
#include "office/rang-office-rule-lab.h"

G_BEGIN_DECLS

/**
 * Lab:
 * @orders: of RangLabOrder
 * @overrides: of RangLabOverride
 * @moves: moved orders with their facts
 * @facts: "input=value" → how many orders have it
 * @days: days with orders
 */
typedef struct
{
  GArray *orders;
  GArray *overrides;
  GPtrArray *moves;
  GHashTable *facts;
  guint days;
} Lab;

void
lab_init (Lab *lab);
/** lab_take_facts: counts what the day's orders have */
void
lab_take_facts (Lab *lab, RangBoard *board);
/** lab_take_move: remembers an order that was moved up, what it has, and the points it lacked */
void
lab_take_move (Lab *lab, RangBoard *board, const RangBoardEntry *entry, const RangLogEntry *move);
/** lab_dup_offers: Returns: (transfer full) (element-type RangRuleOffer): the strongest first */
GPtrArray *
lab_dup_offers (Lab *lab);

G_END_DECLS
