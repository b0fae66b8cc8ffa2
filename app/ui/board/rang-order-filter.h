/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "board/rang-board-item.h"
#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangOrderFilter:
 *
 * Which orders of a list are shown: by department, state, van and client. Signal: `changed`.
 */
#define RANG_TYPE_ORDER_FILTER (rang_order_filter_get_type ())
G_DECLARE_FINAL_TYPE (RangOrderFilter, rang_order_filter, RANG, ORDER_FILTER, GtkWidget)

/** rang_order_filter_fill: offers the departments, vans and clients of the day; what was chosen stays chosen. Until then
 * there is nothing to choose */
void
rang_order_filter_fill (RangOrderFilter *filter, const RangDayView *view);

/** rang_order_filter_is_on: Returns: whether it keeps anything back */
gboolean
rang_order_filter_is_on (RangOrderFilter *filter);

/** rang_order_filter_passes: Returns: whether the order is shown */
gboolean
rang_order_filter_passes (RangOrderFilter *filter, const RangBoardItem *item);

/** rang_order_filter_clear: shows all; emits `changed` if it kept something back */
void
rang_order_filter_clear (RangOrderFilter *filter);

G_END_DECLS
