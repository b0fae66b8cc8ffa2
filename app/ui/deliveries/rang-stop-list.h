/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** rang_stop_list_add_columns: gives a view of #RangStopItem its columns; a row can be carried onto a lane */
void
rang_stop_list_add_columns (GtkColumnView *stops);

G_END_DECLS
