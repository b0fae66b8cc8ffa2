/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_tab_out_attach:
 * @list: a list whose rows hold nothing that takes keys
 *
 * Makes the list one stop on the way of Tab: the arrows go through its rows, Tab goes on to what follows it. Without
 * that, Tab goes through every row, and hundreds of them lie before the buttons.
 */
void
rang_tab_out_attach (GtkWidget *list);

G_END_DECLS
