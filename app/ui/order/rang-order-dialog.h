/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangOrderDialog:
 *
 * An order entered by hand, changed or completed. What is wrong is said at the field that is wrong.
 */
#define RANG_TYPE_ORDER_DIALOG (rang_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangOrderDialog, rang_order_dialog, RANG, ORDER_DIALOG, AdwWindow)

/**
 * rang_order_dialog_open:
 * @number: an order to change, or 0 for a new one
 */
void
rang_order_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 number);

G_END_DECLS
