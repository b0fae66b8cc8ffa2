/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * rang_sheet_print:
 * @resource: id of one van, or 0 for all
 *
 * Prints the route sheets; the same drawing as on the PDF.
 */
void
rang_sheet_print (GtkWindow *parent, RangDesk *desk, gint64 resource, RangSheetKind kinds);

/** rang_sheet_preview: as rang_sheet_print(), on the screen */
void
rang_sheet_preview (GtkWindow *parent, RangDesk *desk, gint64 resource, RangSheetKind kinds);

/** rang_sheet_save: asks for a file and writes the route sheets there as PDF */
void
rang_sheet_save (GtkWindow *parent, RangDesk *desk, gint64 resource);

G_END_DECLS
