/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * RangRouteMap:
 *
 * The routes of the day drawn from their coordinates: the chosen van's in colour with its stops numbered, the others
 * grey; no streets, no network. Orders without coordinates are not on it.
 */
#define RANG_TYPE_ROUTE_MAP (rang_route_map_get_type ())
G_DECLARE_FINAL_TYPE (RangRouteMap, rang_route_map, RANG, ROUTE_MAP, GtkWidget)

/** rang_route_map_show: @view: (nullable): valid until the next call; @chosen: id of a resource */
void
rang_route_map_show (RangRouteMap *self, const RangDayView *view, gint64 chosen);

G_END_DECLS
