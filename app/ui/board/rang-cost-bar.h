/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangCostBar:
 *
 * The bar below the board. While orders are carried: what a drop would gain and cost, and by name whom. After the drop
 * its first line stays word for word and the second asks why.
 *
 * Signals: `reason` (entry: gint64, code: int, note: string), `put-back`.
 */
#define RANG_TYPE_COST_BAR (rang_cost_bar_get_type ())
G_DECLARE_FINAL_TYPE (RangCostBar, rang_cost_bar, RANG, COST_BAR, GtkWidget)

/**
 * rang_cost_bar_show_cost:
 * @heading: "If dropped at 83"
 * @cost: (nullable): %NULL while it is being worked out
 * @carried: whether something is in the hand, that Escape puts back
 */
void
rang_cost_bar_show_cost (
    RangCostBar *bar, const RangDayView *view, const char *heading, const RangMoveCost *cost, gboolean carried);

/**
 * rang_cost_bar_ask:
 * @entry: the move that owes a reason; 0 while it is being saved
 * @heading: "1051 moved 96 → 83"
 * @cost: (nullable): of the move; %NULL leaves the line as it stands
 */
void
rang_cost_bar_ask (
    RangCostBar *bar, const RangDayView *view, gint64 entry, const char *heading, const RangMoveCost *cost);

/** rang_cost_bar_expect: a question about a move that is being saved follows shortly; until then the bar shows what it
 * does, and counts as asking */
void
rang_cost_bar_expect (RangCostBar *bar);

/** rang_cost_bar_hide_cost: leaves the heading alone on the first line: the cost is not known any more */
void
rang_cost_bar_hide_cost (RangCostBar *bar);

/** rang_cost_bar_clear: says the idle lines again; a reason that is owed stays pending */
void
rang_cost_bar_clear (RangCostBar *bar);

/**
 * rang_cost_bar_set_idle:
 *
 * What it says while nothing is carried or asked. The bar always takes the same height, so that the list never jumps.
 */
void
rang_cost_bar_set_idle (RangCostBar *bar, const char *heading, const char *hint);

/** rang_cost_bar_get_entry: Returns: the move that is asked about, 0 none */
gint64
rang_cost_bar_get_entry (RangCostBar *bar);
gboolean
rang_cost_bar_is_asking (RangCostBar *bar);

/** rang_cost_bar_answer: @digit: 1…9: as if that reason's button was pressed */
void
rang_cost_bar_answer (RangCostBar *bar, int digit);

G_END_DECLS
