/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-problem.h"

G_BEGIN_DECLS

/**
 * RangPlanState:
 * @RANG_PLAN_ON_TIME: service starts inside the promise
 * @RANG_PLAN_LATE: it starts later, by the closing hour
 * @RANG_PLAN_NOT_TODAY: not served; what is not in the ranking as well
 *
 * From best to worst.
 */
typedef enum
{
  RANG_PLAN_ON_TIME,
  RANG_PLAN_LATE,
  RANG_PLAN_NOT_TODAY,
} RangPlanState;

/**
 * RangPlanEntry:
 * @state: the forecast
 * @impossible: not on time even at rank 1, alone on empty resources (goods not ready included)
 * @not_ready: not today because the goods are not ready at all
 * @resource: index of the resource, or %RANG_NO_RESOURCE
 * @position: place in the resource's route from 0, or -1
 * @arrival: seconds from midnight: there; -1 if not served
 * @start: start of service (the ETA that counts for the promise); later than @arrival after a wait; -1 if not served
 * @late_seconds: @start less the end of the promise if late, else 0
 *
 * What happens to one job.
 */
typedef struct
{
  RangPlanState state;
  gboolean impossible;
  gboolean not_ready;
  gint32 resource;
  gint32 position;
  gint32 arrival;
  gint32 start;
  gint32 late_seconds;
} RangPlanEntry;

/**
 * RangPlan:
 *
 * States and routes for one ranking; immutable, reference counted.
 */
typedef struct _RangPlan RangPlan;

RangPlan *
rang_plan_ref (RangPlan *self);
void
rang_plan_unref (RangPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPlan, rang_plan_unref)

/** Returns: (transfer none): what it is a plan of */
const RangProblem *
rang_plan_get_problem (const RangPlan *self);

guint
rang_plan_get_n_jobs (const RangPlan *self);

/** Returns: (transfer none): what happens to that job */
const RangPlanEntry *
rang_plan_get_entry (const RangPlan *self, guint job);

/** Returns: late_seconds in whole minutes, rounded up */
gint32
rang_plan_get_minutes_late (const RangPlan *self, guint job);

/**
 * rang_plan_get_route:
 * @n_stops: (out): how many
 *
 * Returns: (transfer none) (array length=n_stops): the resource's jobs in driving order. Neighbours with one location
 *   are one visit.
 */
const guint *
rang_plan_get_route (const RangPlan *self, guint resource, guint *n_stops);

/** Returns: seconds of travel of all routes at the speeds of the hours; waiting, service and breaks apart */
gint64
rang_plan_get_travel_seconds (const RangPlan *self);
gint64
rang_plan_get_travel_metres (const RangPlan *self);

/** Returns: metres of travel of one route */
gint64
rang_plan_get_route_metres (const RangPlan *self, guint resource);

/** Returns: the sum of the points of the jobs in that state or a better one */
gint64
rang_plan_get_points (const RangPlan *self, RangPlanState state);

/** Returns: %TRUE if the search was cancelled: the plan is valid, but not finished */
gboolean
rang_plan_get_unfinished (const RangPlan *self);

/**
 * rang_plan_new_from_routes:
 * @problem: the problem
 * @route: (array): for each resource an array of guint job indices in driving order
 * @unfinished: the search was cancelled
 *
 * Times the routes, each leaving as early as shift and goods allow, and derives the states. The routes must keep
 * shifts, capacities and closing hours (not checked here). Driven jobs stand in front, as they were driven; those that
 * are missing in @route are put there. Each break is taken on the first way on which it may be.
 *
 * Returns: (transfer full): the plan
 */
RangPlan *
rang_plan_new_from_routes (RangProblem *problem, GArray *const *route, gboolean unfinished);

/**
 * rang_plan_new_with_breaks:
 * @breaks: (nullable): for each resource %RANG_MAX_BREAKS numbers: the place of the stop in its route before which the
 *   break is taken; more than there are: after the last stop. As in rang_problem_get_breaks()
 *
 * As rang_plan_new_from_routes(), with the breaks where they are said to be.
 *
 * Returns: (transfer full): the plan
 */
RangPlan *
rang_plan_new_with_breaks (RangProblem *problem, GArray *const *route, const gint32 *breaks, gboolean unfinished);

/**
 * RangPlanBreak:
 * @before: the place in the route of the stop before which it is taken, driven stops counted; the route's length if
 *   after the last
 * @start: seconds from midnight
 * @duration: seconds
 */
typedef struct
{
  guint before;
  gint32 start;
  gint32 duration;
} RangPlanBreak;

/** Returns: how many breaks are taken on a route that is driven; @breaks: (out) (optional): room for %RANG_MAX_BREAKS
 */
guint
rang_plan_get_breaks (const RangPlan *self, guint resource, RangPlanBreak *breaks);

/** Returns: when a route is over, back at its end: seconds from midnight; the start of the shift if it is not driven */
gint32
rang_plan_get_end (const RangPlan *self, guint resource);

G_END_DECLS
