/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a set of routes means for each job: when it is served, and in which state. */
#include "planner/rang-plan.h"

struct _RangPlan
{
  gatomicrefcount references;
  RangProblem *problem;
  RangPlanEntry *entries;
  guint n_jobs;
  guint *stops;
  guint *first; /* of each resource in stops, and one more */
  gint64 *metres;
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
  g_free (self);
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

/* Would the job be on time alone on this resource? */
static gboolean
on_time_alone (const RangProblem *problem, const RangJob *job, guint index)
{
  const RangTravel *travel = rang_problem_get_travel (problem);
  const RangProblemResource *r = rang_problem_get_resource (problem, index);
  gint64 start = MAX (r->from, job->ready_from), back = 0;

  if (r->out_of_service || (job->resource != RANG_NO_RESOURCE && (guint)job->resource != index)
      || (job->skills & ~r->skills) != 0 || job->grams > r->capacity_grams || job->parcels > r->capacity_parcels)
    return FALSE;
  if (r->start != RANG_NO_LOCATION && job->location != RANG_NO_LOCATION)
    start += rang_travel_get_seconds (travel, (guint)r->start, (guint)job->location);
  if (r->end != RANG_NO_LOCATION && job->location != RANG_NO_LOCATION)
    back = rang_travel_get_seconds (travel, (guint)job->location, (guint)r->end);
  start = MAX (start, job->from);
  return start <= job->to && start + job->service + back <= r->to;
}

static gboolean
is_impossible (const RangProblem *problem, const RangJob *job)
{
  if (job->not_ready)
    return TRUE;
  for (guint i = 0; i < rang_problem_get_n_resources (problem); i++)
    if (on_time_alone (problem, job, i))
      return FALSE;
  return TRUE;
}

/* Drives one leg: adds to the totals of the plan, returns its seconds. */
static gint32
drive (RangPlan *self, guint resource, gint32 from, gint32 to)
{
  const RangTravel *travel = rang_problem_get_travel (self->problem);
  gint32 metres;

  if (from == RANG_NO_LOCATION || to == RANG_NO_LOCATION)
    return 0;
  metres = rang_travel_get_metres (travel, (guint)from, (guint)to);
  self->metres[resource] += metres;
  self->travel_metres += metres;
  self->travel_seconds += rang_travel_get_seconds (travel, (guint)from, (guint)to);
  return rang_travel_get_seconds (travel, (guint)from, (guint)to);
}

static void
time_route (RangPlan *self, guint resource, const GArray *route)
{
  const RangProblemResource *r = rang_problem_get_resource (self->problem, resource);
  gint32 now = r->from, at = r->start;

  for (guint i = 0; i < route->len; i++)
    now = MAX (now, rang_problem_get_job (self->problem, g_array_index (route, guint, i))->ready_from);
  for (guint i = 0; i < route->len; i++)
    {
      guint index = g_array_index (route, guint, i);
      const RangJob *job = rang_problem_get_job (self->problem, index);
      RangPlanEntry *entry = &self->entries[index];

      now += drive (self, resource, at, job->location);
      entry->resource = (gint32)resource;
      entry->position = (gint32)i;
      entry->arrival = now;
      now = entry->start = MAX (now, job->from);
      entry->late_seconds = MAX (0, now - job->to);
      entry->state = entry->late_seconds > 0 ? RANG_PLAN_LATE : RANG_PLAN_ON_TIME;
      now += job->service;
      at = job->location;
      self->stops[self->first[resource] + i] = index;
    }
  if (route->len > 0)
    drive (self, resource, at, r->end);
}

RangPlan *
rang_plan_new_from_routes (RangProblem *problem, GArray *const *route, gboolean unfinished)
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
  self->unfinished = unfinished;
  for (guint i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (problem, i);

      self->entries[i] = (RangPlanEntry){ .state = RANG_PLAN_NOT_TODAY,
                                          .impossible = is_impossible (problem, job),
                                          .not_ready = job->not_ready,
                                          .resource = RANG_NO_RESOURCE,
                                          .position = -1,
                                          .arrival = -1,
                                          .start = -1 };
    }
  for (guint i = 0; i < n_resources; i++)
    {
      self->first[i + 1] = self->first[i] + route[i]->len;
      time_route (self, i, route[i]);
    }
  return self;
}
