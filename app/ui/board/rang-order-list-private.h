/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-order-list.h"

G_BEGIN_DECLS

struct _RangOrderList
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *heads;
  GtkScrolledWindow *scrolled;
  GtkListView *view;
  GtkWidget *minimap;
  GtkWidget *nothing;
  GtkLabel *nothing_label;
  GtkWidget *everywhere;
  GListStore *store;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkMultiSelection *selection;
  GHashTable *items;
  GPtrArray *rows;
  RangListLook look;
  char *query;
  RangOrderFilter *sieve;
  GtkWidget *drag_label;
  GtkWidget *menu;
};

typedef enum
{
  RANG_ORDER_LIST_MOVE,
  RANG_ORDER_LIST_CARRY_CHANGED,
  RANG_ORDER_LIST_SELECTION_CHANGED,
  RANG_ORDER_LIST_ASK_PLACE,
  RANG_ORDER_LIST_RELEASE,
  RANG_ORDER_LIST_EXPLAIN,
  RANG_ORDER_LIST_REFUSED,
  RANG_ORDER_LIST_ANNOUNCE,
  RANG_ORDER_LIST_N_SIGNALS
} RangOrderListSignal;

void
rang_order_list_emit (RangOrderList *list, RangOrderListSignal signal);
void
rang_order_list_emit_move (RangOrderList *list, const GArray *orders, guint place);
/** rang_order_list_announce: has it spoken; @text: (transfer full) */
void
rang_order_list_announce (RangOrderList *list, char *text);
/** rang_order_list_is_filtered: Returns: whether orders are kept back, so that no place can be told */
gboolean
rang_order_list_is_filtered (RangOrderList *list);

/** rang_order_list_dup_card: Returns: (transfer full): what the card under the pointer says of the carried orders, as
 * markup */
char *
rang_order_list_dup_card (RangOrderList *list);

/** rang_order_list_pick: Returns: (transfer none) (nullable): the row at a point of the view; @row_y: (out) in it */
RangBoardRow *
rang_order_list_pick (RangOrderList *list, double x, double y, double *row_x, double *row_y);

/** rang_order_list_lift: takes the selected orders into the hand; %FALSE when that is not possible */
gboolean
rang_order_list_lift (RangOrderList *list, gboolean by_key);
/** rang_order_list_carry_to: @place: 0 for none */
void
rang_order_list_carry_to (RangOrderList *list, guint place);
/** rang_order_list_put_down: empties the hand, asking for the move if @drop */
void
rang_order_list_put_down (RangOrderList *list, gboolean drop);

void
rang_order_list_refresh_rows (RangOrderList *list);
/** rang_order_list_keep_view: restores the scroll position once the list has taken a change */
void
rang_order_list_keep_view (RangOrderList *list);

/* rang-order-list-model.c */
void
rang_order_list_init_model (RangOrderList *list);
/* rang-order-list-drag.c */
void
rang_order_list_init_drag (RangOrderList *list);
/* rang-order-list-keys.c */
void
rang_order_list_init_keys (RangOrderList *list);
void
rang_order_list_class_init_keys (GtkWidgetClass *widget_class);

G_END_DECLS
