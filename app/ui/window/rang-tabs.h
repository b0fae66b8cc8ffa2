/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangTabs:
 *
 * The pages as toggle buttons in the window's head, with counts and the departments' marks.
 *
 * Signal `chosen` (name: string): a page is asked for: "board", "department-ID", "deliveries", "conflicts", "rules".
 */
#define RANG_TYPE_TABS (rang_tabs_get_type ())
G_DECLARE_FINAL_TYPE (RangTabs, rang_tabs, RANG, TABS, GtkWidget)

/** rang_tabs_show: counts and departments of @view */
void
rang_tabs_show (RangTabs *tabs, const RangDayView *view);

/** rang_tabs_set_current: shows which page is there, without `chosen` */
void
rang_tabs_set_current (RangTabs *tabs, const char *name);

/** rang_tabs_set_narrow: @narrow: whether the names need the room: from the next rang_tabs_show() on only the counts
 * that call for somebody stand beside them */
void
rang_tabs_set_narrow (RangTabs *tabs, gboolean narrow);

G_END_DECLS
