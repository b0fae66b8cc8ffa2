/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-routes.h"

G_BEGIN_DECLS

/**
 * RangGuard:
 * @rank: of each job, G_MAXINT32 if it has none
 * @granted: of each job, the latest start that its granted state allows
 * @refused: the jobs that did not get the best state, in rank order
 * @wanted: of each refused job, the latest start that would be better than what it got
 *
 * Keeps inversions out: routes may be reordered only if no job refused so far could stand in them once the jobs below
 * it are taken out. Inside the planner only.
 */
typedef struct
{
  const RangTable *table;
  gint32 *rank;
  gint32 *granted;
  gint32 *refused;
  gint32 *wanted;
  gint32 n_refused;
  gint32 *node; /* scratch: a route without the jobs below one */
  gint32 *leave;
  gint32 *late;
} RangGuard;

RangGuard *
rang_guard_new (const RangTable *table);
void
rang_guard_free (RangGuard *self);
void
rang_guard_copy (RangGuard *self, const RangGuard *from);

/** Notes that a job did not get what it wanted: a start by @wanted. */
void
rang_guard_refuse (RangGuard *self, gint32 job, gint32 wanted);

/** Returns: %TRUE if one route as it is now makes no inversion */
gboolean
rang_guard_allows (RangGuard *self, const RangRoutes *routes, gint32 resource);

G_END_DECLS
