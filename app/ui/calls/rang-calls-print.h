/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_calls_print:
 * @items: (element-type RangCallItem): what is printed, a row each
 * @title: of the list
 *
 * Prints the calls as a table.
 */
void
rang_calls_print (GtkWindow *parent, GListModel *items, const char *title);

G_END_DECLS
