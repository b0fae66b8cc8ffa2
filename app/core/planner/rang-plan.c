/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a set of routes means for each job: when it is served, and in which state. */
#include "planner/rang-plan.h"

#include "planner/rang-leg.h"

struct _RangPlan
{
  gatomicrefcount references;
  RangProblem *problem;
  RangPlanEntry *entries;
  guint n_jobs;
  guint *stops;
  guint *first; /* of each resource in stops, and one more */
  gint64 *metres;
  gint32 *end; /* of each resource */
  guint *n_breaks;
  RangPlanBreak *breaks; /* RANG_MAX_BREAKS of each resource */
  gint64 travel_seconds;
  gint64 travel_metres;
  gboolean unfinished;
};

RangPlan *
rang_plan_ref (RangPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
rang_plan_unref (RangPlan *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  rang_problem_unref (self->problem);
  g_free (self->entries);
  g_free (self->stops);
  g_free (self->first);
  g_free (self->metres);
  g_free (self->end);
  g_free (self->n_breaks);
  g_free (self->breaks);
  g_free (self);
}

const RangProblem *
rang_plan_get_problem (const RangPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->problem;
}

guint
rang_plan_get_n_jobs (const RangPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_jobs;
}

const RangPlanEntry *
rang_plan_get_entry (const RangPlan *self, guint job)
{
  g_return_val_if_fail (self != NULL && job < self->n_jobs, NULL);
  return &self->entries[job];
}

gint32
rang_plan_get_minutes_late (const RangPlan *self, guint job)
{
  g_return_val_if_fail (self != NULL && job < self->n_jobs, 0);
  return (self->entries[job].late_seconds + 59) / 60;
}

const guint *
rang_plan_get_route (const RangPlan *self, guint resource, guint *n_stops)
{
  g_return_val_if_fail (self != NULL && resource < rang_problem_get_n_resources (self->problem), NULL);
  if (n_stops != NULL)
    *n_stops = self->first[resource + 1] - self->first[resource];
  return self->stops + self->first[resource];
}

gint64
rang_plan_get_travel_seconds (const RangPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->travel_seconds;
}

gint64
rang_plan_get_travel_metres (const RangPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->travel_metres;
}

gint64
rang_plan_get_route_metres (const RangPlan *self, guint resource)
{
  g_return_val_if_fail (self != NULL && resource < rang_problem_get_n_resources (self->problem), 0);
  return self->metres[resource];
}

gint64
rang_plan_get_points (const RangPlan *self, RangPlanState state)
{
  gint64 sum = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; i < self->n_jobs; i++)
    if (self->entries[i].state <= state)
      sum += rang_problem_get_job (self->problem, i)->points;
  return sum;
}

gboolean
rang_plan_get_unfinished (const RangPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->unfinished;
}

guint
rang_plan_get_breaks (const RangPlan *self, guint resource, RangPlanBreak *breaks)
{
  g_return_val_if_fail (self != NULL && resource < rang_problem_get_n_resources (self->problem), 0);
  for (guint k = 0; breaks != NULL && k < self->n_breaks[resource]; k++)
    breaks[k] = self->breaks[resource * RANG_MAX_BREAKS + k];
  return self->n_breaks[resource];
}

gint32
rang_plan_get_end (const RangPlan *self, guint resource)
{
  g_return_val_if_fail (self != NULL && resource < rang_problem_get_n_resources (self->problem), 0);
  return self->end[resource];
}

static gint32
seconds_between (const RangProblem *problem, gint32 from, gint32 to)
{
  return from == RANG_NO_LOCATION || to == RANG_NO_LOCATION
             ? 0
             : rang_travel_get_seconds (rang_problem_get_travel (problem), (guint)from, (guint)to);
}

/* Would the job be on time alone on this resource, with so many of the breaks before it? */
static gboolean
on_time_between (const RangProblem *problem, const RangJob *job, guint index, const RangBreak *breaks, guint n, guint k)
{
  const RangTravel *travel = rang_problem_get_travel (problem);
  const RangProblemResource *r = rang_problem_get_resource (problem, index);
  gint32 at, start = rang_problem_get_start (problem, index, &at), leave;

  start = MAX (start, job->ready_from);
  start = rang_leg_ready (travel, start, seconds_between (problem, at, job->location), breaks, k);
  if (start >= RANG_NEVER)
    return FALSE;
  start = rang_job_open_from (job, start);
  leave = start + job->service + (job->location == r->end && r->end != RANG_NO_LOCATION ? 0 : job->visit);
  return start <= job->to
         && rang_leg_ready (travel, leave, seconds_between (problem, job->location, r->end), breaks + k, n - k)
                <= r->to;
}

/* Is there room beside what was loaded for the driven stops? */
static gboolean
has_room (const RangProblem *problem, const RangJob *job, guint index)
{
  const RangProblemResource *r = rang_problem_get_resource (problem, index);
  gint64 grams = job->grams, parcels = job->parcels;
  guint n;
  const guint *driven = rang_problem_get_driven (problem, index, &n);

  for (guint i = 0; i < n; i++)
    {
      grams += rang_problem_get_job (problem, driven[i])->grams;
      parcels += rang_problem_get_job (problem, driven[i])->parcels;
    }
  return grams <= r->capacity_grams && parcels <= r->capacity_parcels;
}

static gboolean
on_time_alone (const RangProblem *problem, const RangJob *job, guint index)
{
  const RangProblemResource *r = rang_problem_get_resource (problem, index);
  guint n;
  const RangBreak *breaks = rang_problem_get_breaks (problem, index, &n);

  if (r->out_of_service || (job->resource != RANG_NO_RESOURCE && (guint)job->resource != index)
      || (r->loaded && job->resource != (gint32)index) || (job->skills & ~r->skills) != 0
      || !has_room (problem, job, index))
    return FALSE;
  for (guint k = 0; k <= n; k++)
    if (on_time_between (problem, job, index, breaks, n, k))
      return TRUE;
  return FALSE;
}

static gboolean
is_impossible (const RangProblem *problem, const RangJob *job)
{
  if (job->driven)
    return job->driven_at > job->to;
  if (job->not_ready)
    return TRUE;
  for (guint i = 0; i < rang_problem_get_n_resources (problem); i++)
    if (on_time_alone (problem, job, i))
      return FALSE;
  return TRUE;
}

static void
add_travel (RangPlan *self, guint resource, gint32 from, gint32 to)
{
  gint32 metres;

  if (from == RANG_NO_LOCATION || to == RANG_NO_LOCATION)
    return;
  metres = rang_travel_get_metres (rang_problem_get_travel (self->problem), (guint)from, (guint)to);
  self->metres[resource] += metres;
  self->travel_metres += metres;
}

typedef struct
{
  guint resource;
  const RangBreak *breaks;
  guint n_breaks;
  const gint32 *before; /* nullable: where the breaks are */
  guint taken;
  gint32 now;
  gint32 at;
} Drive;

/* How many breaks are taken on the way to the stop at a place. */
static guint
breaks_before (const Drive *d, guint place, gint32 ready, gboolean last)
{
  guint n = d->taken;

  while (n < d->n_breaks
         && (last || (d->before != NULL ? d->before[n] <= (gint32)place : MAX (ready, d->now) >= d->breaks[n].from)))
    n++;
  return n - d->taken;
}

/* Drives one leg: adds to the totals of the plan and moves on. */
static void
drive (RangPlan *self, Drive *d, guint place, gint32 to, gboolean last)
{
  const RangTravel *travel = rang_problem_get_travel (self->problem);
  gint32 seconds = seconds_between (self->problem, d->at, to), leave = d->now, waits = 0;
  guint n = breaks_before (d, place, rang_travel_drive (travel, d->now, (gint64)seconds * 1000), last);
  gint64 way = (gint64)seconds * 1000;

  for (guint k = 0; k < n; k++)
    {
      const RangBreak *b = &d->breaks[d->taken + k];
      gint32 begin = MAX (leave, b->from);

      /* What is driven before the break; the rest of the time until it begins is a wait. */
      waits += MAX (begin - MAX (leave, MIN (begin, rang_travel_drive (travel, leave, way))), 0) + b->duration;
      way = MAX (way - rang_travel_way (travel, leave, begin), 0);
      leave = begin + b->duration;
      self->breaks[d->resource * RANG_MAX_BREAKS + self->n_breaks[d->resource]++]
          = (RangPlanBreak){ .before = place, .start = begin, .duration = b->duration };
    }
  leave = rang_travel_drive (travel, leave, way);
  add_travel (self, d->resource, d->at, to);
  self->travel_seconds += leave - d->now - waits;
  d->taken += n;
  d->now = leave;
  d->at = to;
}

/* The share of the door that is left behind. */
static gint32
leave_door (const RangProblem *problem, const GArray *route, guint place, gint32 next)
{
  const RangJob *job = rang_problem_get_job (problem, g_array_index (route, guint, place));

  return job->location == next && next != RANG_NO_LOCATION ? 0 : job->visit;
}

static void
set_entry (RangPlan *self, guint resource, guint place, guint index, gint32 arrival, gint32 start)
{
  RangPlanEntry *entry = &self->entries[index];

  entry->resource = (gint32)resource;
  entry->position = (gint32)place;
  entry->arrival = arrival;
  entry->start = start;
  entry->late_seconds = MAX (0, start - rang_problem_get_job (self->problem, index)->to);
  entry->state = entry->late_seconds > 0 ? RANG_PLAN_LATE : RANG_PLAN_ON_TIME;
  self->stops[self->first[resource] + place] = index;
}

/* What was driven is taken as it was. Returns: how many stops that are */
static guint
take_driven (RangPlan *self, guint resource)
{
  guint n;
  const guint *driven = rang_problem_get_driven (self->problem, resource, &n);
  gint32 at = rang_problem_get_resource (self->problem, resource)->start;

  for (guint i = 0; i < n; i++)
    {
      const RangJob *job = rang_problem_get_job (self->problem, driven[i]);

      add_travel (self, resource, at, job->location);
      self->travel_seconds += seconds_between (self->problem, at, job->location);
      set_entry (self, resource, i, driven[i], job->driven_at, job->driven_at);
      at = job->location;
    }
  return n;
}

static void
time_route (RangPlan *self, guint resource, const GArray *route, const gint32 *before)
{
  const RangProblemResource *r = rang_problem_get_resource (self->problem, resource);
  Drive d = { .resource = resource, .before = before };
  guint n_driven = take_driven (self, resource);

  d.now = rang_problem_get_start (self->problem, resource, &d.at);
  d.breaks = rang_problem_get_breaks (self->problem, resource, &d.n_breaks);
  self->end[resource] = r->from;
  for (guint i = n_driven; i < route->len; i++)
    d.now = MAX (d.now, rang_problem_get_job (self->problem, g_array_index (route, guint, i))->ready_from);
  for (guint i = n_driven; i < route->len; i++)
    {
      guint index = g_array_index (route, guint, i);
      const RangJob *job = rang_problem_get_job (self->problem, index);
      gint32 arrival;

      if (i > n_driven)
        d.now += leave_door (self->problem, route, i - 1, job->location);
      drive (self, &d, i, job->location, FALSE);
      arrival = d.now;
      d.now = rang_job_open_from (job, d.now);
      set_entry (self, resource, i, index, arrival, d.now);
      d.now += job->service;
    }
  if (route->len > n_driven)
    d.now += leave_door (self->problem, route, route->len - 1, r->end);
  else
    d.n_breaks = 0; /* it only comes home */
  if (route->len > 0)
    {
      drive (self, &d, route->len, r->end, TRUE);
      self->end[resource] = d.now;
    }
}

/* The route with its driven stops in front. */
static GArray *
complete_route (const RangProblem *problem, guint resource, const GArray *route)
{
  GArray *whole = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const guint *driven = rang_problem_get_driven (problem, resource, &n);

  g_array_append_vals (whole, driven, n);
  for (guint i = 0; i < route->len; i++)
    if (!rang_problem_get_job (problem, g_array_index (route, guint, i))->driven)
      g_array_append_val (whole, g_array_index (route, guint, i));
  return whole;
}

RangPlan *
rang_plan_new_from_routes (RangProblem *problem, GArray *const *route, gboolean unfinished)
{
  return rang_plan_new_with_breaks (problem, route, NULL, unfinished);
}

RangPlan *
rang_plan_new_with_breaks (RangProblem *problem, GArray *const *route, const gint32 *breaks, gboolean unfinished)
{
  g_return_val_if_fail (problem != NULL, NULL);

  RangPlan *self = g_new0 (RangPlan, 1);
  guint n_resources = rang_problem_get_n_resources (problem);

  g_atomic_ref_count_init (&self->references);
  self->problem = rang_problem_ref (problem);
  self->n_jobs = rang_problem_get_n_jobs (problem);
  self->entries = g_new0 (RangPlanEntry, self->n_jobs);
  self->stops = g_new0 (guint, self->n_jobs + 1);
  self->first = g_new0 (guint, n_resources + 1);
  self->metres = g_new0 (gint64, n_resources + 1);
  self->end = g_new0 (gint32, n_resources + 1);
  self->n_breaks = g_new0 (guint, n_resources + 1);
  self->breaks = g_new0 (RangPlanBreak, n_resources * RANG_MAX_BREAKS + 1);
  self->unfinished = unfinished;
  for (guint i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (problem, i);

      self->entries[i] = (RangPlanEntry){ .state = RANG_PLAN_NOT_TODAY,
                                          .impossible = is_impossible (problem, job),
                                          .not_ready = job->not_ready && !job->driven,
                                          .resource = RANG_NO_RESOURCE,
                                          .position = -1,
                                          .arrival = -1,
                                          .start = -1 };
    }
  for (guint i = 0; i < n_resources; i++)
    {
      g_autoptr (GArray) whole = complete_route (problem, i, route[i]);

      self->first[i + 1] = self->first[i] + whole->len;
      time_route (self, i, whole, breaks != NULL ? breaks + i * RANG_MAX_BREAKS : NULL);
    }
  return self;
}
