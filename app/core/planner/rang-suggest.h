/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-planner.h"
#include "planner/rang-routes.h"

G_BEGIN_DECLS

/**
 * RangSuggestTell:
 * @progress: how far it is
 * @best: routes of the best so far
 */
typedef void (*RangSuggestTell) (const RangPlannerProgress *progress, const RangRoutes *best, gpointer data);

/**
 * RangSuggestOptions:
 * @steps: ruins of all phases together
 * @threads: at most
 * @tell: (nullable): told how far it is
 */
typedef struct
{
  guint64 seed;
  guint64 steps;
  guint threads;
  RangSuggestTell tell;
  gpointer tell_data;
} RangSuggestOptions;

/**
 * rang_suggest_routes:
 * @table: the problem
 * @cancellable: (nullable): when cancelled the best so far is returned
 * @finished: (out): %FALSE if it was cancelled
 *
 * Class by class the most points on time, then the most points late today, given what the classes above got; then the
 * least travel. Each phase is a team orienteering problem with time windows; who was chosen before must stay. Inside
 * the planner only.
 *
 * Returns: (transfer full): the routes, each job with the deadline of its state
 */
RangRoutes *
rang_suggest_routes (const RangTable *table,
                     const RangSuggestOptions *options,
                     GCancellable *cancellable,
                     gboolean *finished);

G_END_DECLS
