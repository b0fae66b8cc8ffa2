/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planner/rang-search.h"

G_BEGIN_DECLS

/**
 * rang_suggest_routes:
 * @table: the problem
 * @seed: of the search
 * @steps: ruins of all phases together
 * @threads: at most
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
rang_suggest_routes (
    const RangTable *table, guint64 seed, guint64 steps, guint threads, GCancellable *cancellable, gboolean *finished);

G_END_DECLS
