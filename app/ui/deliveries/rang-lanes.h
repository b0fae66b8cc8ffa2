/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangLanes:
 *
 * A lane a van on a common time axis: a thin row a stop, a pale bar for what was promised, a dot for the arrival, a red
 * tail for lateness. A click, or the arrow keys, choose a van.
 *
 * Signals: `chosen` (resource: gint64); `dropped` (order: gint64, resource: gint64): a stop was dropped on a lane.
 */
#define RANG_TYPE_LANES (rang_lanes_get_type ())
G_DECLARE_FINAL_TYPE (RangLanes, rang_lanes, RANG, LANES, GtkWidget)

/** rang_lanes_show: @view: (transfer none): stays valid until the next call */
void
rang_lanes_show (RangLanes *lanes, const RangDayView *view, gint64 chosen);

G_END_DECLS
