/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the numbers of a problem in the layout that the search reads fastest. */
#include "planner/rang-table.h"

#include <stdlib.h>

/* Neighbours of a job that a search looks at. */
#define MAX_NEAR 250

static gint32
location_of (const RangTable *self, gint32 node)
{
  const RangProblemResource *resource;

  if (node < self->n_jobs)
    return rang_problem_get_job (self->problem, (guint)node)->location;
  resource = rang_problem_get_resource (self->problem, (guint)(node - self->n_jobs) / 2);
  return (node - self->n_jobs) % 2 == 0 ? resource->start : resource->end;
}

static void
fill_seconds (RangTable *self)
{
  const RangTravel *travel = rang_problem_get_travel (self->problem);
  gsize n = (gsize)self->n_nodes;

  self->to_node = g_new0 (gint32, n * n);
  self->from_node = g_new0 (gint32, n * n);
  for (gsize i = 0; i < n; i++)
    {
      gint32 a = location_of (self, (gint32)i);

      for (gsize j = 0; j < n && a != RANG_NO_LOCATION; j++)
        {
          gint32 b = location_of (self, (gint32)j);

          if (b != RANG_NO_LOCATION)
            self->to_node[i * n + j] = self->from_node[j * n + i]
                = rang_travel_get_seconds (travel, (guint)a, (guint)b);
        }
    }
}

static int
compare_pairs (const void *a, const void *b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

static void
fill_near (RangTable *self)
{
  gsize n = (gsize)self->n_jobs;
  g_autofree gint64 *pairs = g_new (gint64, n + 1);

  self->n_near = MIN (self->n_jobs, MAX_NEAR);
  self->near = g_new (gint32, n * (gsize)self->n_near + 1);
  for (gsize i = 0; i < n; i++)
    {
      for (gsize j = 0; j < n; j++)
        {
          gint64 both = (gint64)rang_table_seconds (self, (gint32)i, (gint32)j)
                        + rang_table_seconds (self, (gint32)j, (gint32)i);
          pairs[j] = i == j ? (gint64)j - G_MAXINT32 : (both << 24) + (gint64)j;
        }
      qsort (pairs, n, sizeof *pairs, compare_pairs);
      for (gsize k = 0; k < (gsize)self->n_near; k++)
        self->near[i * (gsize)self->n_near + k] = k == 0 ? (gint32)i : (gint32)(pairs[k] & 0xffffff);
    }
}

static gboolean
may_take (const RangProblemResource *resource, gint32 index, const RangJob *job)
{
  return !resource->out_of_service && !job->not_ready && (job->skills & ~resource->skills) == 0
         && (job->resource == RANG_NO_RESOURCE || job->resource == index);
}

static gboolean
are_equal (const RangTable *self, gint32 r, gint32 s)
{
  const RangProblemResource *a = rang_problem_get_resource (self->problem, (guint)r);
  const RangProblemResource *b = rang_problem_get_resource (self->problem, (guint)s);

  for (gint32 i = 0; i < self->n_jobs; i++)
    if (self->allowed[r * self->n_jobs + i] != self->allowed[s * self->n_jobs + i])
      return FALSE;
  return a->from == b->from && a->to == b->to && a->start == b->start && a->end == b->end
         && a->capacity_grams == b->capacity_grams && a->capacity_parcels == b->capacity_parcels;
}

static void
fill_resources (RangTable *self)
{
  gsize m = (gsize)self->n_resources + 1;

  self->shift_from = g_new0 (gint32, m);
  self->shift_to = g_new0 (gint32, m);
  self->capacity_grams = g_new0 (gint64, m);
  self->capacity_parcels = g_new0 (gint64, m);
  self->twin = g_new0 (gint32, m);
  self->allowed = g_new0 (guint8, m * (gsize)self->n_jobs + 1);
  for (gint32 r = 0; r < self->n_resources; r++)
    {
      const RangProblemResource *resource = rang_problem_get_resource (self->problem, (guint)r);

      self->shift_from[r] = resource->from;
      self->shift_to[r] = resource->to;
      self->capacity_grams[r] = resource->capacity_grams;
      self->capacity_parcels[r] = resource->capacity_parcels;
      for (gint32 i = 0; i < self->n_jobs; i++)
        self->allowed[r * self->n_jobs + i]
            = may_take (resource, r, rang_problem_get_job (self->problem, (guint)i)) ? 1 : 0;
      self->twin[r] = -1;
      for (gint32 s = r - 1; s >= 0 && self->twin[r] < 0; s--)
        if (are_equal (self, r, s))
          self->twin[r] = s;
    }
}

static void
fill_jobs (RangTable *self)
{
  gsize n = (gsize)self->n_nodes + 1;

  self->service = g_new0 (gint32, n);
  self->from = g_new0 (gint32, n);
  self->to = g_new0 (gint32, n);
  self->closing = g_new0 (gint32, n);
  self->ready = g_new0 (gint32, n);
  self->grams = g_new0 (gint64, n);
  self->parcels = g_new0 (gint64, n);
  self->points = g_new0 (gint32, n);
  for (gint32 i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (self->problem, (guint)i);

      self->service[i] = job->service;
      self->from[i] = job->from;
      self->to[i] = job->to;
      self->closing[i] = job->closing;
      self->ready[i] = job->ready_from;
      self->grams[i] = job->grams;
      self->parcels[i] = job->parcels;
      self->points[i] = job->points;
    }
}

RangTable *
rang_table_new (RangProblem *problem)
{
  RangTable *self = g_new0 (RangTable, 1);

  self->problem = rang_problem_ref (problem);
  self->n_jobs = (gint32)rang_problem_get_n_jobs (problem);
  self->n_resources = (gint32)rang_problem_get_n_resources (problem);
  self->n_nodes = self->n_jobs + 2 * self->n_resources;
  fill_seconds (self);
  fill_jobs (self);
  fill_resources (self);
  fill_near (self);
  return self;
}

void
rang_table_free (RangTable *self)
{
  if (self == NULL)
    return;
  rang_problem_unref (self->problem);
  g_free (self->to_node);
  g_free (self->from_node);
  g_free (self->service);
  g_free (self->from);
  g_free (self->to);
  g_free (self->closing);
  g_free (self->ready);
  g_free (self->grams);
  g_free (self->parcels);
  g_free (self->points);
  g_free (self->shift_from);
  g_free (self->shift_to);
  g_free (self->capacity_grams);
  g_free (self->capacity_parcels);
  g_free (self->twin);
  g_free (self->allowed);
  g_free (self->near);
  g_free (self);
}
