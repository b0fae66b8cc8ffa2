/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_outcome_popover_new:
 * @order: whose outcome it is
 * @recorded: called once it was given, with @data
 *
 * Asks when an order was delivered, what was paid, and the receipt; Enter records it.
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
rang_outcome_popover_new (RangDesk *desk, const RangOrder *order, GCallback recorded, gpointer data);

G_END_DECLS
