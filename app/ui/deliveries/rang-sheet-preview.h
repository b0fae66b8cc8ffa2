/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_sheet_preview_open:
 * @layouts: (element-type RangSheetLayout): what would be printed
 *
 * Shows the pages as they come out of the printer, in a window of their own.
 */
void
rang_sheet_preview_open (GtkWindow *parent, GPtrArray *layouts);

G_END_DECLS
