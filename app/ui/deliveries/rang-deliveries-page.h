/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangDeliveriesPage:
 *
 * The delivery chief's page: a lane a van, the stops of one van with their outcomes by key, the route sheets.
 */
#define RANG_TYPE_DELIVERIES_PAGE (rang_deliveries_page_get_type ())
G_DECLARE_FINAL_TYPE (RangDeliveriesPage, rang_deliveries_page, RANG, DELIVERIES_PAGE, GtkWidget)

GtkWidget *
rang_deliveries_page_new (RangDesk *desk);

G_END_DECLS
