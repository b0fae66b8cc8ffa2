/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"
#include "office/rang-office-find.h"

G_BEGIN_DECLS

/**
 * RangFindRow:
 *
 * One thing that was found, or that there are more: what it is called, where it was found, its day and state.
 */
#define RANG_TYPE_FIND_ROW (rang_find_row_get_type ())
G_DECLARE_FINAL_TYPE (RangFindRow, rang_find_row, RANG, FIND_ROW, GtkListBoxRow)

/** rang_find_row_new: @view: the office; @hit: copied as far as it is needed */
GtkWidget *
rang_find_row_new (const RangDayView *view, const RangHit *hit);

/** rang_find_row_new_page: @page: a page's name in the window, @label: as people see it */
GtkWidget *
rang_find_row_new_page (const char *page, const char *label);

/** rang_find_row_new_more: offers more below the hits of a kind */
GtkWidget *
rang_find_row_new_more (RangHitKind kind);

/** rang_find_row_is_more: Returns: whether it stands for those that are not shown */
gboolean
rang_find_row_is_more (RangFindRow *row);

/** rang_find_row_get_group: Returns: (transfer none): the heading it stands under */
const char *
rang_find_row_get_group (RangFindRow *row);

/** rang_find_row_get_spoken: Returns: (transfer none): its accessible name */
const char *
rang_find_row_get_spoken (RangFindRow *row);

/** rang_find_row_get_hit: Returns: (transfer none) (nullable): what was found; of it kind, id, day, department and
 * state alone; %NULL for a page */
const RangHit *
rang_find_row_get_hit (RangFindRow *row);

/** rang_find_row_get_page: Returns: (transfer none) (nullable): the page's name; %NULL for what is none */
const char *
rang_find_row_get_page (RangFindRow *row);

G_END_DECLS
