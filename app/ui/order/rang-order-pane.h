/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangOrderPane:
 *
 * Beside a list: what was promised to the selected order's client, who answers for it, why it stands where it stands,
 * its history; below it the day's conflicts.
 */
#define RANG_TYPE_ORDER_PANE (rang_order_pane_get_type ())
G_DECLARE_FINAL_TYPE (RangOrderPane, rang_order_pane, RANG, ORDER_PANE, GtkWidget)

void
rang_order_pane_set_desk (RangOrderPane *pane, RangDesk *desk);

/** rang_order_pane_show: @number: the order, 0 for none */
void
rang_order_pane_show (RangOrderPane *pane, gint64 number);

/** rang_order_pane_set_movable: offers the moves of the selected order */
void
rang_order_pane_set_movable (RangOrderPane *pane, gboolean movable);

G_END_DECLS
