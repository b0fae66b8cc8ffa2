/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_lock_request_row_new:
 * @page: the page it is shown on
 *
 * Returns: (transfer floating): what the delivery chief asks, with buttons for the head of sales
 */
GtkWidget *
rang_lock_request_row_new (GtkWidget *page, RangDesk *desk, const RangLockRequest *request);

G_END_DECLS
