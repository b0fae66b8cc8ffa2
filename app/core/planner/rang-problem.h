/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-travel.h"

G_BEGIN_DECLS

/**
 * RANG_PLANNER_ERROR:
 *
 * Errors of the planner.
 */
#define RANG_PLANNER_ERROR (rang_planner_error_quark ())
GQuark
rang_planner_error_quark (void);

/**
 * RangPlannerError:
 * @RANG_PLANNER_ERROR_PROBLEM: a field of the problem makes no sense; the message names it
 * @RANG_PLANNER_ERROR_RANKING: a ranking names a job that does not exist, or one twice
 */
typedef enum
{
  RANG_PLANNER_ERROR_PROBLEM,
  RANG_PLANNER_ERROR_RANKING,
} RangPlannerError;

#define RANG_NO_LOCATION (-1)
#define RANG_NO_RESOURCE (-1)
/* The classes of priority: A, B and C. */
#define RANG_N_CLASSES 3
/* No time, load or number of points may be larger than this. */
#define RANG_PROBLEM_LIMIT 100000000
/* Breaks of a resource, and spans in which a door is shut, at most. */
#define RANG_MAX_BREAKS 4
#define RANG_MAX_SHUT 7

/**
 * RangSpan:
 *
 * From one second of the day to another.
 */
typedef struct
{
  gint32 from;
  gint32 to;
} RangSpan;

/**
 * RangBreak:
 * @from: it begins no earlier
 * @to: it begins no later
 * @duration: seconds
 *
 * A break on a route: taken between two stops, on the way too, never during service. What comes first in the list is
 * taken first.
 */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 duration;
} RangBreak;

/**
 * RangProblemResource:
 * @from: start of the shift, seconds from midnight
 * @to: end of the shift: back at @end by then
 * @capacity_grams: what it carries at most
 * @capacity_parcels: what it carries at most
 * @start: location where it starts, or %RANG_NO_LOCATION: it starts at its first job
 * @end: location where it ends, or %RANG_NO_LOCATION: it ends with its last job
 * @skills: bit set of what it can do (lift, cold …)
 * @out_of_service: nothing can be put on it
 * @loaded: what it carries is on it: it takes the jobs whose @resource it is, and no other
 * @breaks: on a route that is driven all of them are taken, by the end of the shift; those that cannot begin any more
 *   once the driven stops are behind count as taken
 * @n_breaks: how many
 *
 * What jobs are put on: a van with its shift, or a machine (without locations, with capacity for all).
 */
typedef struct
{
  gint32 from;
  gint32 to;
  gint64 capacity_grams;
  gint64 capacity_parcels;
  gint32 start;
  gint32 end;
  guint32 skills;
  gboolean out_of_service;
  gboolean loaded;
  RangBreak breaks[RANG_MAX_BREAKS];
  guint n_breaks;
} RangProblemResource;

/**
 * RangJob:
 * @location: where; jobs with the same location are one visit when they stand one after the other. %RANG_NO_LOCATION
 *   for a job without travel
 * @from: start of the promise, seconds from midnight; who comes earlier waits
 * @to: end of the promise: service that starts by then is on time. For a production unit: due date less @service
 * @closing: the latest start of service at all (the client's closing hour); taken as @to if it lies before it
 * @ready_from: the goods are ready then: the resource that carries the job starts its route no earlier
 * @not_ready: the goods will not be ready today
 * @shut: (array length=n_shut): spans inside of which service cannot start (their bounds are open), one after the
 *   other: between two windows of a day. Who comes then waits
 * @n_shut: how many
 * @service: seconds for this job
 * @visit: seconds for the door, spent once after the last of the jobs with that @location that stand one after the
 *   other; of jobs with one location the largest counts
 * @grams: load
 * @parcels: load
 * @skills: bit set of what the resource must have
 * @priority_class: 0 (A), 1 (B) or 2 (C)
 * @points: at least 1
 * @waited: a tie is won by the job that waited longer, in any unit
 * @number: then by the one with the lower number
 * @resource: only this resource may take it, or %RANG_NO_RESOURCE
 * @place: with @resource: at most @place - 1 jobs may stand before it on the route, driven ones aside; 0 anywhere
 * @driven: it is done, or being done, on @resource: a fact that stands before all that is planned. The resource goes on
 *   from its last driven job
 * @driven_at: when service started
 * @signed_resource: with @signed_place: where the signed version has it
 * @signed_place: its place there, from 1; 0 if it is not on a signed route. As soon as one job has one, keep() goes out
 *   from the signed routes
 *
 * One order to be delivered (one job to be processed).
 */
typedef struct
{
  gint32 location;
  gint32 from;
  gint32 to;
  gint32 closing;
  RangSpan shut[RANG_MAX_SHUT];
  guint n_shut;
  gint32 ready_from;
  gboolean not_ready;
  gint32 service;
  gint32 visit;
  gint64 grams;
  gint64 parcels;
  guint32 skills;
  gint32 priority_class;
  gint32 points;
  gint64 waited;
  gint64 number;
  gint32 resource;
  guint place;
  gboolean driven;
  gint32 driven_at;
  gint32 signed_resource;
  guint signed_place;
} RangJob;

/** RANG_PROBLEM_RESOURCE_INIT: a resource for all day, without locations and with room for everything */
#define RANG_PROBLEM_RESOURCE_INIT                                                                                     \
  {                                                                                                                    \
    .from = 0, .to = 86400, .capacity_grams = G_MAXINT64, .capacity_parcels = G_MAXINT64, .start = RANG_NO_LOCATION,   \
    .end = RANG_NO_LOCATION, .skills = G_MAXUINT32                                                                     \
  }

/** RANG_JOB_INIT: a job for any time of the day, of class C with 1 point */
#define RANG_JOB_INIT                                                                                                  \
  {                                                                                                                    \
    .location = RANG_NO_LOCATION, .to = 86400, .closing = 86400, .priority_class = RANG_N_CLASSES - 1, .points = 1,    \
    .resource = RANG_NO_RESOURCE                                                                                       \
  }

/**
 * RangProblem:
 *
 * One day of one unit: numbers alone. Immutable, reference counted, safe to share between threads.
 */
typedef struct _RangProblem RangProblem;

/**
 * rang_problem_new:
 * @resources: (array length=n_resources): copied
 * @jobs: (array length=n_jobs): copied; everywhere else a job is named by its index here
 * @travel: (transfer none): the travel between the locations; must not change from now on
 * @error: return location for a #RangPlannerError
 *
 * Returns: (transfer full) (nullable): the problem, or %NULL if a field makes no sense; the error names it as
 *   `jobs[3].from`
 */
RangProblem *
rang_problem_new (const RangProblemResource *resources,
                  guint n_resources,
                  const RangJob *jobs,
                  guint n_jobs,
                  RangTravel *travel,
                  GError **error);
RangProblem *
rang_problem_ref (RangProblem *self);
void
rang_problem_unref (RangProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangProblem, rang_problem_unref)

guint
rang_problem_get_n_jobs (const RangProblem *self);
guint
rang_problem_get_n_resources (const RangProblem *self);

/** Returns: (transfer none): the job with that index, its @closing no earlier than its @to */
const RangJob *
rang_problem_get_job (const RangProblem *self, guint job);
const RangProblemResource *
rang_problem_get_resource (const RangProblem *self, guint resource);
const RangTravel *
rang_problem_get_travel (const RangProblem *self);

/**
 * rang_problem_get_start:
 * @location: (out): where the resource goes on from
 *
 * Returns: when the resource can go on from there: the start of its shift, or the end of its last driven job
 */
gint32
rang_problem_get_start (const RangProblem *self, guint resource, gint32 *location);

/**
 * rang_problem_get_breaks:
 * @n_breaks: (out): how many
 *
 * Returns: (transfer none) (array length=n_breaks): the breaks that are still to be taken
 */
const RangBreak *
rang_problem_get_breaks (const RangProblem *self, guint resource, guint *n_breaks);

/**
 * rang_problem_get_driven:
 * @n_jobs: (out): how many
 *
 * Returns: (transfer none) (array length=n_jobs): the driven jobs of a resource, in the order driven
 */
const guint *
rang_problem_get_driven (const RangProblem *self, guint resource, guint *n_jobs);

/**
 * rang_problem_equal:
 *
 * Returns: %TRUE if they are the same question: every plan of one is a plan of the other. Compares every pair of
 *   locations, so its cost grows with their square
 */
gboolean
rang_problem_equal (const RangProblem *a, const RangProblem *b);

/** Returns: %TRUE if a signed version says where jobs stand */
gboolean
rang_problem_is_signed (const RangProblem *self);

/** Returns: the first second from @time on at which service of @job may start */
gint32
rang_job_open_from (const RangJob *job, gint32 time);

G_END_DECLS
