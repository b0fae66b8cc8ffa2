/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_stop_lock:
 * @page: what asks; nothing happens once it is gone
 * @resource: the van that shall take @order
 *
 * Locks an order to a van. Where that would harm a higher order it says whose promise would break, and offers a request
 * to the head of sales instead.
 */
void
rang_stop_lock (GtkWidget *page, RangDesk *desk, gint64 order, gint64 resource);

/** rang_stop_unlock: the order may be on any van again */
void
rang_stop_unlock (RangDesk *desk, gint64 order);

/** rang_stop_decide: grants or refuses a request for a lock, asking why not */
void
rang_stop_decide (GtkWidget *page, RangDesk *desk, gint64 request, gboolean grant);

G_END_DECLS
