/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the numbers of a problem in the layout that the search reads fastest. */
#include "planner/rang-table.h"

#include <stdlib.h>
#include <string.h>

#include "planner/rang-near.h"

/* Neighbours of a job that a search looks at; with many jobs so many. */
#define MAX_NEAR 250
#define MAX_NEAR_OF_MANY 100

static void
fill_places (RangTable *self)
{
  self->location = g_new0 (gint32, self->n_nodes + 1);
  self->visit = g_new0 (gint32, self->n_nodes + 1);
  for (gint32 i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (self->problem, (guint)i);

      self->location[i] = job->location;
      self->visit[i] = job->visit;
    }
  for (gint32 r = 0; r < self->n_resources; r++)
    {
      gint32 *start = &self->location[self->n_jobs + 2 * r];

      rang_problem_get_start (self->problem, (guint)r, start);
      start[1] = rang_problem_get_resource (self->problem, (guint)r)->end;
    }
}

/* From one node to another; who leaves a door spends its share. */
gint32
rang_table_compute_seconds (const RangTable *self, gint32 i, gint32 j)
{
  gint32 a = self->location[i], b = self->location[j];

  if (i == j || (a == b && a != RANG_NO_LOCATION))
    return 0;
  return self->visit[i]
         + (a == RANG_NO_LOCATION || b == RANG_NO_LOCATION
                ? 0
                : rang_travel_get_seconds (self->travel, (guint)a, (guint)b));
}

static void
fill_seconds (RangTable *self)
{
  gsize n = (gsize)self->n_nodes;

  if (!self->small)
    return;
  self->to_node = g_new0 (gint32, n * n);
  self->from_node = g_new0 (gint32, n * n);
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      self->to_node[i * n + j] = self->from_node[j * n + i] = rang_table_compute_seconds (self, (gint32)i, (gint32)j);
}

/* Quicksort, the short rest by insertion: no two numbers are equal. */
static void
sort_numbers (gint64 *numbers, gint32 n)
{
  while (n > 16)
    {
      gint64 a = numbers[0], b = numbers[n / 2], c = numbers[n - 1], pivot = MAX (MIN (a, b), MIN (MAX (a, b), c));
      gint32 i = 0, j = n - 1;

      while (i <= j)
        {
          while (numbers[i] < pivot)
            i++;
          while (pivot < numbers[j])
            j--;
          if (i <= j)
            {
              gint64 other = numbers[i];

              numbers[i++] = numbers[j];
              numbers[j--] = other;
            }
        }
      sort_numbers (numbers, j + 1);
      numbers += i;
      n -= i;
    }
  for (gint32 k = 1; k < n; k++)
    {
      gint64 number = numbers[k];
      gint32 i = k;

      for (; i > 0 && numbers[i - 1] > number; i--)
        numbers[i] = numbers[i - 1];
      numbers[i] = number;
    }
}

/* Quickselect (C. A. R. Hoare, Communications of the ACM 4, 1961), then the least are sorted. */
void
rang_table_sort_least (gint64 *numbers, gint32 n, gint32 least)
{
  gint32 from = 0, to = n - 1;

  while (from < to && least < n)
    {
      gint64 pivot = numbers[from + (to - from) / 2];
      gint32 i = from, j = to;

      while (i <= j)
        {
          while (numbers[i] < pivot)
            i++;
          while (pivot < numbers[j])
            j--;
          if (i <= j)
            {
              gint64 other = numbers[i];

              numbers[i++] = numbers[j];
              numbers[j--] = other;
            }
        }
      if (least <= j)
        to = j;
      else if (least >= i)
        from = i;
      else
        break;
    }
  sort_numbers (numbers, MIN (n, least));
}

static gboolean
get_place (const RangTable *self, gint32 node, double *at)
{
  return self->location[node] != RANG_NO_LOCATION
         && rang_travel_get_place (self->travel, (guint)self->location[node], at);
}

/* The job itself comes first. */
static void
put_first (gint32 *row, gint32 n, gint32 job)
{
  gint32 at = 0;

  while (at < n - 1 && row[at] != job)
    at++;
  memmove (row + 1, row, (gsize)at * sizeof *row);
  row[0] = job;
}

/* Of many jobs: by the distance between their places. Those without one take those with the numbers behind theirs.
 * Returns: %FALSE if no job has a place */
static gboolean
fill_near_by_place (RangTable *self)
{
  g_autofree double *at = g_new0 (double, 3 * (gsize)self->n_jobs + 3);
  g_autofree gint32 *name = g_new0 (gint32, self->n_jobs + 1);
  g_autoptr (RangNear) tree = NULL;
  gint32 placed = 0;

  for (gint32 i = 0; i < self->n_jobs; i++)
    if (get_place (self, i, at + 3 * (gsize)placed))
      name[placed++] = i;
  tree = rang_near_new (at, name, placed);
  for (gint32 i = 0; i < self->n_jobs && placed > 0; i++)
    {
      gint32 *row = self->near + (gsize)i * (gsize)self->n_near;
      gint32 n = get_place (self, i, at) ? rang_near_find (tree, at, self->n_near, row) : 0;

      if (n > 0)
        put_first (row, n, i);
      for (gint32 k = n; k < self->n_near; k++)
        row[k] = (i + k) % self->n_jobs;
    }
  return placed > 0;
}

static void
fill_near (RangTable *self)
{
  gsize n = (gsize)self->n_jobs;
  g_autofree gint64 *pairs = g_new (gint64, n + 1);

  self->n_near = MIN (self->n_jobs, self->small ? MAX_NEAR : MAX_NEAR_OF_MANY);
  self->near = g_new (gint32, n * (gsize)self->n_near + 1);
  if (!self->small && fill_near_by_place (self))
    return;
  for (gsize i = 0; i < n; i++)
    {
      for (gsize j = 0; j < n; j++)
        {
          gint64 both = (gint64)rang_table_seconds (self, (gint32)i, (gint32)j)
                        + rang_table_seconds (self, (gint32)j, (gint32)i);
          pairs[j] = i == j ? (gint64)j - G_MAXINT32 : (both << 24) + (gint64)j;
        }
      rang_table_sort_least (pairs, (gint32)n, self->n_near);
      for (gsize k = 0; k < (gsize)self->n_near; k++)
        self->near[i * (gsize)self->n_near + k] = k == 0 ? (gint32)i : (gint32)(pairs[k] & 0xffffff);
    }
}

/* The least way to a job of many, or from it, by its place; 0 if that is not known. */
static gint32
least_way (const RangTable *self, gint32 job, gint32 unplaced)
{
  double at[3];
  gint32 least, beside = self->near[(gsize)job * (gsize)self->n_near + 1];

  if (!get_place (self, job, at) || !get_place (self, beside, at))
    return 0;
  least = rang_travel_get_seconds (self->travel, (guint)self->location[job], (guint)self->location[beside]);
  if (unplaced >= 0)
    least = MIN (least, rang_table_compute_seconds (self, unplaced, job));
  for (gint32 k = self->n_jobs; k < self->n_nodes; k++)
    if (k < self->n_jobs + 2 || self->location[k] != self->location[k - 2])
      least = MIN (least,
                   self->location[k] == RANG_NO_LOCATION
                       ? 0
                       : rang_travel_get_seconds (self->travel, (guint)self->location[k], (guint)self->location[job]));
  return least;
}

static void
fill_detours (RangTable *self)
{
  double at[3];
  gint32 unplaced = -1;

  self->detour = g_new0 (gint32, self->n_jobs + 1);
  for (gint32 i = 0; i < self->n_jobs && unplaced < 0 && !self->small; i++)
    if (!get_place (self, i, at))
      unplaced = i;
  for (gint32 i = 0; self->n_near > 1 && i < self->n_jobs; i++)
    {
      gint32 to = RANG_PROBLEM_LIMIT, from = to;

      if (!self->small)
        self->detour[i] = 2 * least_way (self, i, unplaced);
      for (gint32 j = 0; self->small && j < self->n_nodes; j++)
        if (j != i)
          {
            from = MIN (from, self->to_node[(gsize)i * (gsize)self->n_nodes + (gsize)j]);
            to = MIN (to, self->from_node[(gsize)i * (gsize)self->n_nodes + (gsize)j]);
          }
      if (self->small)
        self->detour[i] = to + from;
    }
}

static gboolean
may_take (const RangProblemResource *resource, gint32 index, const RangJob *job)
{
  return !resource->out_of_service && !job->not_ready && !job->driven && (job->skills & ~resource->skills) == 0
         && (!resource->loaded || job->resource == index)
         && (job->resource == RANG_NO_RESOURCE || job->resource == index);
}

static gboolean
are_equal (const RangTable *self, gint32 r, gint32 s)
{
  const RangProblemResource *a = rang_problem_get_resource (self->problem, (guint)r);
  const RangProblemResource *b = rang_problem_get_resource (self->problem, (guint)s);

  return self->shift_from[r] == self->shift_from[s] && self->shift_to[r] == self->shift_to[s]
         && self->location[self->n_jobs + 2 * r] == self->location[self->n_jobs + 2 * s] && a->end == b->end
         && self->capacity_grams[r] == self->capacity_grams[s] && self->capacity_parcels[r] == self->capacity_parcels[s]
         && self->n_breaks[r] == self->n_breaks[s]
         && (self->n_breaks[r] == 0
             || memcmp (self->breaks[r], self->breaks[s], (gsize)self->n_breaks[r] * sizeof (RangBreak)) == 0)
         && memcmp (self->allowed + r * self->n_jobs, self->allowed + s * self->n_jobs, (gsize)self->n_jobs) == 0;
}

/* What is driven was loaded as well. */
static void
take_driven (RangTable *self, gint32 r)
{
  guint n;
  const guint *driven = rang_problem_get_driven (self->problem, (guint)r, &n);

  for (guint k = 0; k < n; k++)
    {
      self->capacity_grams[r] -= MIN (self->capacity_grams[r], self->grams[driven[k]]);
      self->capacity_parcels[r] -= MIN (self->capacity_parcels[r], self->parcels[driven[k]]);
    }
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
  self->n_breaks = g_new0 (gint32, m);
  self->breaks = g_new0 (const RangBreak *, m);
  self->n_states = 1;
  self->allowed = g_new0 (guint8, m * (gsize)self->n_jobs + 1);
  self->open = g_new0 (guint8, self->n_jobs + 1);
  for (gint32 r = 0; r < self->n_resources; r++)
    {
      const RangProblemResource *resource = rang_problem_get_resource (self->problem, (guint)r);

      gint32 location;
      guint n_breaks;

      self->shift_from[r] = rang_problem_get_start (self->problem, (guint)r, &location);
      self->shift_to[r] = MAX (resource->to, self->shift_from[r]);
      self->capacity_grams[r] = resource->capacity_grams;
      self->capacity_parcels[r] = resource->capacity_parcels;
      take_driven (self, r);
      self->breaks[r] = rang_problem_get_breaks (self->problem, (guint)r, &n_breaks);
      self->n_breaks[r] = (gint32)n_breaks;
      self->n_states = MAX (self->n_states, self->n_breaks[r] + 1);
      for (gint32 i = 0; i < self->n_jobs; i++)
        if (may_take (resource, r, rang_problem_get_job (self->problem, (guint)i)))
          self->allowed[r * self->n_jobs + i] = self->open[i] = 1;
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

static void
divide_day (RangTable *self)
{
  gint32 dusk = 0;

  self->dawn = RANG_PROBLEM_LIMIT;
  for (gint32 r = 0; r < self->n_resources; r++)
    {
      self->dawn = MIN (self->dawn, self->shift_from[r]);
      dusk = MAX (dusk, self->shift_to[r]);
    }
  while (((dusk - self->dawn) >> self->span) >= RANG_TABLE_SPANS)
    self->span++;
}

/* Spans in which doors are shut, and places to keep. Returns: %TRUE if there are any */
static gboolean
fill_rules (RangTable *self)
{
  gint32 n = 0;
  gboolean any = FALSE;

  self->place = g_new0 (gint32, self->n_jobs + 1);
  self->first_shut = g_new0 (gint32, self->n_jobs + 1);
  self->shut = g_new0 (RangSpan, (gsize)self->n_jobs * RANG_MAX_SHUT + 1);
  for (gint32 i = 0; i < self->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (self->problem, (guint)i);

      self->place[i] = (gint32)MIN (job->place, G_MAXINT16);
      for (guint k = 0; k < job->n_shut; k++)
        self->shut[n++] = job->shut[k];
      self->first_shut[i + 1] = n;
      any = any || job->n_shut > 0 || job->place > 0;
    }
  return any;
}

RangTable *
rang_table_new (RangProblem *problem)
{
  RangTable *self = g_new0 (RangTable, 1);

  self->problem = rang_problem_ref (problem);
  self->n_jobs = (gint32)rang_problem_get_n_jobs (problem);
  self->n_resources = (gint32)rang_problem_get_n_resources (problem);
  self->n_nodes = self->n_jobs + 2 * self->n_resources;
  self->travel = rang_problem_get_travel (problem);
  self->small = self->n_jobs <= RANG_TABLE_SMALL;
  self->few = self->n_jobs <= RANG_TABLE_FEW;
  fill_places (self);
  fill_seconds (self);
  fill_jobs (self);
  fill_resources (self);
  divide_day (self);
  self->plain = !fill_rules (self) && self->n_states == 1 && !rang_travel_has_speeds (self->travel);
  fill_near (self);
  fill_detours (self);
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
  g_free (self->detour);
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
  g_free (self->open);
  g_free (self->location);
  g_free (self->visit);
  g_free (self->place);
  g_free (self->first_shut);
  g_free (self->shut);
  g_free (self->n_breaks);
  g_free (self->breaks);
  g_free (self);
}
