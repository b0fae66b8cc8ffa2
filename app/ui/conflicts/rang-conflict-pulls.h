/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * rang_conflict_pulls_fill:
 * @list: is emptied first
 *
 * A row for each move that made the tug-of-war: when, who, which order from where to where, on which road and why.
 */
void
rang_conflict_pulls_fill (GtkListBox *list, const RangDayView *view, const RangConflict *conflict);

G_END_DECLS
