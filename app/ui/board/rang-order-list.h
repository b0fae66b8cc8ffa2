/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "board/rang-board-item.h"
#include "board/rang-board-row.h"
#include "board/rang-order-filter.h"

G_BEGIN_DECLS

/**
 * RangOrderList:
 *
 * A ranked list of orders: the board and each department's own. Rows are dragged, lifted with Space, moved by keys and
 * by their menu; whatever way is taken, the list asks for it with one signal.
 *
 * Signals: `move` (orders: #GArray of gint64, place: guint): a person wants them there. `carry-changed`: what is in
 * the hand, or the place under it, changed. `selection-changed`. `ask-place` (before: gboolean): a place, or an order
 * to stand above, is to be asked for. `release`: the selected orders are to lose their mark. `explain`: the selected
 * order is to be explained. `refused`: rows cannot be dragged while the list is filtered. `announce` (text): to be spoken.
 */
#define RANG_TYPE_ORDER_LIST (rang_order_list_get_type ())
G_DECLARE_FINAL_TYPE (RangOrderList, rang_order_list, RANG, ORDER_LIST, GtkWidget)

GtkWidget *
rang_order_list_new (RangColumnSet columns);

/**
 * rang_order_list_dup_item:
 *
 * Returns: (transfer full): the item that shows the order, or a new one
 */
RangBoardItem *
rang_order_list_dup_item (RangOrderList *list, gint64 number);

/**
 * rang_order_list_show_items:
 * @items: (element-type RangBoardItem): in rank order
 *
 * Shows these, by one splice of what differs: selection and focus stay with their orders.
 */
void
rang_order_list_show_items (RangOrderList *list, GPtrArray *items);

/** rang_order_list_set_lines: @on_time, @today: ranks, 0 for none; texts are copied */
void
rang_order_list_set_lines (
    RangOrderList *list, guint on_time, const char *on_time_text, guint today, const char *today_text);

void
rang_order_list_set_movable (RangOrderList *list, gboolean movable);
void
rang_order_list_set_compare (RangOrderList *list, gboolean compare);

/** rang_order_list_set_query: @query: (nullable): only orders that match are shown */
void
rang_order_list_set_query (RangOrderList *list, const char *query);

/** rang_order_list_set_filter: @filter: (nullable): only orders that pass are shown, from its next change on as well */
void
rang_order_list_set_filter (RangOrderList *list, RangOrderFilter *filter);

/** rang_order_list_get_movable: Returns: whether the acting person may move its orders */
gboolean
rang_order_list_get_movable (RangOrderList *list);

guint
rang_order_list_get_length (RangOrderList *list);

/** rang_order_list_dup_selected: Returns: (transfer full) (element-type gint64): the selected orders in rank order */
GArray *
rang_order_list_dup_selected (RangOrderList *list);

/** rang_order_list_get_first_selected: Returns: (transfer none) (nullable): the first of them */
RangBoardItem *
rang_order_list_get_first_selected (RangOrderList *list);

/** rang_order_list_select: selects one order and brings it into view; takes the focus if @focus */
void
rang_order_list_select (RangOrderList *list, gint64 number, gboolean focus);

/** rang_order_list_get_carry: Returns: (transfer none) (nullable): what is in the hand */
RangCarry *
rang_order_list_get_carry (RangOrderList *list);

/** rang_order_list_show_cost: @cost: (nullable): of dropping at the present place; tints the rows that would fall */
void
rang_order_list_show_cost (RangOrderList *list, const RangMoveCost *cost, guint on_time_after);

/** rang_order_list_ask_move: asks for a move of the selected orders to @place */
void
rang_order_list_ask_move (RangOrderList *list, guint place);

/**
 * rang_order_list_move_at_once:
 *
 * Shows a move before it is stored, its orders marked as *saving*.
 */
void
rang_order_list_move_at_once (RangOrderList *list, const GArray *orders, guint place);

GListModel *
rang_order_list_get_model (RangOrderList *list);
GtkAdjustment *
rang_order_list_get_adjustment (RangOrderList *list);
GtkListView *
rang_order_list_get_view (RangOrderList *list);

G_END_DECLS
