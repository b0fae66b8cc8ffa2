/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangConflictFilter:
 *
 * Which conflicts are shown: by kind, person, department and state. Signal: `changed`.
 */
#define RANG_TYPE_CONFLICT_FILTER (rang_conflict_filter_get_type ())
G_DECLARE_FINAL_TYPE (RangConflictFilter, rang_conflict_filter, RANG, CONFLICT_FILTER, GtkWidget)

/** rang_conflict_filter_fill: offers the people and departments of the office */
void
rang_conflict_filter_fill (RangConflictFilter *filter, const RangDayView *view);
gboolean
rang_conflict_filter_passes (RangConflictFilter *filter, const RangConflict *conflict);
/** rang_conflict_filter_clear: shows all */
void
rang_conflict_filter_clear (RangConflictFilter *filter);

G_END_DECLS
