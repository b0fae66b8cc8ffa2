/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-plan.h"
#include "planner/rang-routes.h"

G_BEGIN_DECLS

/**
 * RangYield:
 *
 * Who would have to yield to a job that is not on time: jobs are taken off a route, cheapest first, until it fits, and
 * those put back that need not go. Of many jobs only the routes near the one are asked.
 */
typedef struct _RangYield RangYield;

/** rang_yield_new: @table: outlives it */
RangYield *
rang_yield_new (const RangTable *table);
void
rang_yield_free (RangYield *self);

/**
 * rang_yield_needs:
 * @plan: its routes are loaded once for all jobs that are asked for in turn
 *
 * Returns: (transfer full) (nullable) (element-type guint): the jobs with the least points in all; %NULL for a job that
 * is on time or that nobody could make room for
 */
GArray *
rang_yield_needs (RangYield *self, RangPlan *plan, guint job);

G_END_DECLS
