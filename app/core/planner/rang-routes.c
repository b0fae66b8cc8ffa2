/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for routes under work: whether a job fits at a place, in constant time. */
#include "planner/rang-routes-private.h"

#include <string.h>

static void
fill_places (RangTable *self)
{
  const RangTravel *travel = rang_problem_get_travel (self->problem);
  gint32 none = self->n_places - 1;

  self->seconds = g_new0 (gint32, (gsize)self->n_places * (gsize)self->n_places);
  for (gint32 i = 0; i < none; i++)
    for (gint32 j = 0; j < none; j++)
      self->seconds[(gsize)i * (gsize)self->n_places + (gsize)j] = rang_travel_get_seconds (travel, (guint)i, (guint)j);
  self->place = g_new0 (gint32, self->n_nodes);
  for (gint32 i = 0; i < self->n_jobs; i++)
    {
      gint32 location = rang_problem_get_job (self->problem, (guint)i)->location;
      self->place[i] = location == RANG_NO_LOCATION ? none : location;
    }
  for (gint32 r = 0; r < self->n_resources; r++)
    {
      const RangProblemResource *resource = rang_problem_get_resource (self->problem, (guint)r);
      self->place[self->n_jobs + 2 * r] = resource->start == RANG_NO_LOCATION ? none : resource->start;
      self->place[self->n_jobs + 2 * r + 1] = resource->end == RANG_NO_LOCATION ? none : resource->end;
    }
}

static gboolean
may_take (const RangProblemResource *resource, gint32 index, const RangJob *job)
{
  return !resource->out_of_service && !job->not_ready && (job->skills & ~resource->skills) == 0
         && (job->resource == RANG_NO_RESOURCE || job->resource == index);
}

RangTable *
rang_table_new (RangProblem *problem)
{
  RangTable *self = g_new0 (RangTable, 1);
  gsize n;

  self->problem = rang_problem_ref (problem);
  self->n_jobs = (gint32)rang_problem_get_n_jobs (problem);
  self->n_resources = (gint32)rang_problem_get_n_resources (problem);
  self->n_nodes = self->n_jobs + 2 * self->n_resources;
  self->n_places = (gint32)rang_travel_get_n_locations (rang_problem_get_travel (problem)) + 1;
  fill_places (self);
  n = (gsize)self->n_nodes;
  self->service = g_new0 (gint32, n);
  self->from = g_new0 (gint32, n);
  self->to = g_new0 (gint32, n);
  self->closing = g_new0 (gint32, n);
  self->ready = g_new0 (gint32, n);
  self->grams = g_new0 (gint64, n);
  self->parcels = g_new0 (gint64, n);
  self->points = g_new0 (gint32, n);
  self->allowed = g_new0 (guint8, (gsize)self->n_resources * (gsize)self->n_jobs + 1);
  for (gint32 i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (problem, (guint)i);

      self->service[i] = job->service;
      self->from[i] = job->from;
      self->to[i] = job->to;
      self->closing[i] = job->closing;
      self->ready[i] = job->ready_from;
      self->grams[i] = job->grams;
      self->parcels[i] = job->parcels;
      self->points[i] = job->points;
      for (gint32 r = 0; r < self->n_resources; r++)
        self->allowed[r * self->n_jobs + i] = may_take (rang_problem_get_resource (problem, (guint)r), r, job) ? 1 : 0;
    }
  return self;
}

void
rang_table_free (RangTable *self)
{
  if (self == NULL)
    return;
  rang_problem_unref (self->problem);
  g_free (self->place);
  g_free (self->seconds);
  g_free (self->service);
  g_free (self->from);
  g_free (self->to);
  g_free (self->closing);
  g_free (self->ready);
  g_free (self->grams);
  g_free (self->parcels);
  g_free (self->points);
  g_free (self->allowed);
  g_free (self);
}

RangRoutes *
rang_routes_new (const RangTable *table)
{
  RangRoutes *self = g_new0 (RangRoutes, 1);
  gsize n = (gsize)table->n_nodes;

  self->table = table;
  self->next = g_new (gint32, n);
  self->previous = g_new (gint32, n);
  self->resource = g_new (gint32, n);
  self->deadline = g_new (gint32, n);
  self->early = g_new (gint32, n);
  self->late = g_new (gint32, n);
  self->grams = g_new (gint64, table->n_resources);
  self->parcels = g_new (gint64, table->n_resources);
  self->departure = g_new (gint32, table->n_resources);
  rang_routes_clear (self);
  return self;
}

void
rang_routes_free (RangRoutes *self)
{
  if (self == NULL)
    return;
  g_free (self->next);
  g_free (self->previous);
  g_free (self->resource);
  g_free (self->deadline);
  g_free (self->early);
  g_free (self->late);
  g_free (self->grams);
  g_free (self->parcels);
  g_free (self->departure);
  g_free (self);
}

void
rang_routes_copy (RangRoutes *self, const RangRoutes *from)
{
  gsize n = (gsize)self->table->n_nodes, m = (gsize)self->table->n_resources;

  memcpy (self->next, from->next, n * sizeof *self->next);
  memcpy (self->previous, from->previous, n * sizeof *self->previous);
  memcpy (self->resource, from->resource, n * sizeof *self->resource);
  memcpy (self->deadline, from->deadline, n * sizeof *self->deadline);
  memcpy (self->early, from->early, n * sizeof *self->early);
  memcpy (self->late, from->late, n * sizeof *self->late);
  memcpy (self->grams, from->grams, m * sizeof *self->grams);
  memcpy (self->parcels, from->parcels, m * sizeof *self->parcels);
  memcpy (self->departure, from->departure, m * sizeof *self->departure);
}

void
rang_routes_clear (RangRoutes *self)
{
  for (gint32 i = 0; i < self->table->n_jobs; i++)
    {
      self->next[i] = self->previous[i] = self->resource[i] = -1;
      self->deadline[i] = self->early[i] = self->late[i] = 0;
    }
  for (gint32 r = 0; r < self->table->n_resources; r++)
    {
      gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r);

      self->next[start] = end;
      self->previous[end] = start;
      self->next[end] = self->previous[start] = -1;
      self->resource[start] = self->resource[end] = r;
      rang_routes_update (self, r);
    }
}

gboolean
rang_routes_update (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  const RangProblemResource *resource = rang_problem_get_resource (t->problem, (guint)r);
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r);
  gint32 departure = resource->from;
  gint64 grams = 0, parcels = 0;
  gboolean holds = TRUE;

  for (gint32 i = self->next[start]; i != end; i = self->next[i])
    {
      departure = MAX (departure, t->ready[i]);
      grams += t->grams[i];
      parcels += t->parcels[i];
    }
  self->departure[r] = self->early[start] = departure;
  self->grams[r] = grams;
  self->parcels[r] = parcels;
  for (gint32 p = start, i = self->next[start]; p != end; p = i, i = self->next[i])
    {
      gint32 there = self->early[p] + t->service[p] + rang_table_seconds (t, p, i);

      self->early[i] = MAX (there, t->from[i]);
      holds = holds && self->early[i] <= (i == end ? resource->to : self->deadline[i]);
    }
  self->late[end] = resource->to;
  for (gint32 q = end, i = self->previous[end]; i != -1; q = i, i = self->previous[i])
    {
      gint32 by = self->late[q] - rang_table_seconds (t, i, q) - t->service[i];

      self->late[i] = i == start ? by : MIN (by, self->deadline[i]);
    }
  return holds && grams <= resource->capacity_grams && parcels <= resource->capacity_parcels;
}

void
rang_routes_link (RangRoutes *self, gint32 job, gint32 after, gint32 resource)
{
  gint32 before = self->next[after];

  self->next[after] = job;
  self->previous[job] = after;
  self->next[job] = before;
  self->previous[before] = job;
  self->resource[job] = resource;
}

void
rang_routes_unlink (RangRoutes *self, gint32 job)
{
  self->next[self->previous[job]] = self->next[job];
  self->previous[self->next[job]] = self->previous[job];
  self->next[job] = self->previous[job] = self->resource[job] = -1;
}

void
rang_routes_insert (RangRoutes *self, gint32 job, gint32 after, gint32 resource, gint32 deadline)
{
  rang_routes_link (self, job, after, resource);
  self->deadline[job] = deadline;
  rang_routes_update (self, resource);
}

void
rang_routes_remove (RangRoutes *self, gint32 job)
{
  gint32 resource = self->resource[job];

  rang_routes_unlink (self, job);
  rang_routes_update (self, resource);
}

gboolean
rang_routes_carries (const RangRoutes *self, gint32 job, gint32 r)
{
  const RangTable *t = self->table;
  const RangProblemResource *resource = rang_problem_get_resource (t->problem, (guint)r);

  return t->allowed[r * t->n_jobs + job] && t->grams[job] <= resource->capacity_grams - self->grams[r]
         && t->parcels[job] <= resource->capacity_parcels - self->parcels[r];
}

/* As rang_routes_fits, when the goods of the job hold the departure of the whole route back. */
static gboolean
fits_with_later_departure (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), now = t->ready[job], p = start;

  while (p != after)
    {
      gint32 i = self->next[p];
      gint32 there = now + t->service[p] + rang_table_seconds (t, p, i);

      now = MAX (there, t->from[i]);
      if (now > self->deadline[i])
        return FALSE;
      p = i;
    }
  now = MAX (now + t->service[p] + rang_table_seconds (t, p, job), t->from[job]);
  return now <= deadline
         && now + t->service[job] + rang_table_seconds (t, job, self->next[after]) <= self->late[self->next[after]];
}

gboolean
rang_routes_fits (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 before = self->next[after], there, start;

  if (t->ready[job] > self->departure[r])
    return fits_with_later_departure (self, job, after, r, deadline);
  there = self->early[after] + t->service[after] + rang_table_seconds (t, after, job);
  start = MAX (there, t->from[job]);
  return start <= deadline && start + t->service[job] + rang_table_seconds (t, job, before) <= self->late[before];
}

gint32
rang_routes_find (const RangRoutes *self, gint32 job, gint32 deadline, gint32 *after)
{
  const RangTable *t = self->table;
  gint32 best = G_MAXINT32, resource = -1;

  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 end = rang_routes_end (self, r);

      if (!rang_routes_carries (self, job, r))
        continue;
      for (gint32 p = rang_routes_start (self, r); p != end; p = self->next[p])
        {
          gint32 q = self->next[p];
          gint32 more = rang_table_seconds (t, p, job) + rang_table_seconds (t, job, q) - rang_table_seconds (t, p, q);

          if (more < best && rang_routes_fits (self, job, p, r, deadline))
            {
              best = more;
              resource = r;
              *after = p;
            }
        }
    }
  return resource;
}
