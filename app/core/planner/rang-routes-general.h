/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-clock.h"
#include "planner/rang-routes.h"

G_BEGIN_DECLS

/* The same as in rang-routes.h, for a table that is not plain. */

/** Recomputes one route. Returns: %TRUE if deadlines, shift, capacity and places hold */
gboolean
rang_routes_update_general (RangRoutes *self, gint32 resource);

gint32
rang_routes_begin_general (const RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline);

void
rang_routes_search_general (const RangRoutes *self, gint32 job, gint32 resource, gint32 deadline, RangPlace *place);

/**
 * rang_routes_trace:
 * @taken: (array): for each stop of the route, and its end, how many breaks are taken before it
 *
 * Follows the times of one route: of the ways to take its breaks, the one that ends soonest.
 *
 * Returns: %FALSE if there is none
 */
gboolean
rang_routes_trace (const RangRoutes *self, gint32 resource, gint32 *taken);

G_END_DECLS
