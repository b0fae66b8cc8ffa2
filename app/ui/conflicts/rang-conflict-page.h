/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangConflictPage:
 *
 * The day's conflicts: a list with filters, and of the selected one the orders side by side and the decision in place.
 */
#define RANG_TYPE_CONFLICT_PAGE (rang_conflict_page_get_type ())
G_DECLARE_FINAL_TYPE (RangConflictPage, rang_conflict_page, RANG, CONFLICT_PAGE, GtkWidget)

GtkWidget *
rang_conflict_page_new (RangDesk *desk);

/** rang_conflict_page_select: @id: a conflict of the day, shown whatever the filters are */
void
rang_conflict_page_select (RangConflictPage *page, gint64 id);

G_END_DECLS
