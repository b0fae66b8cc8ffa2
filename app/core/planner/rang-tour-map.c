/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the numbers of a problem in the layout that the search for tours reads fastest. */
#include "planner/rang-tour-map.h"

/* Neighbours that a job may be put beside. Small problems look at all. */
#define NEAR 50
#define SMALL 150

static void
number_sites (RangTourMap *self)
{
  const RangTable *t = self->table;

  self->site = g_new0 (gint32, t->n_nodes + 1);
  self->n_sites = t->small ? t->n_jobs : t->n_nodes;
  for (gint32 i = 0; i < t->n_nodes && !t->small; i++)
    self->site[i] = i;
  for (gint32 i = 0; i < t->n_nodes && t->small; i++)
    {
      self->site[i] = i < t->n_jobs ? i : -1;
      for (gint32 k = t->n_jobs; k < i && self->site[i] < 0; k++)
        if (t->location[k] == t->location[i])
          self->site[i] = self->site[k];
      if (self->site[i] < 0)
        self->site[i] = self->n_sites++;
    }
}

static void
fill_seconds (RangTourMap *self)
{
  const RangTable *t = self->table;
  gsize n = (gsize)self->n_sites;
  gboolean symmetric = TRUE;

  if (!t->small)
    return;
  self->to = g_new0 (gint32, n * n + 1);
  for (gint32 a = 0; a < t->n_nodes; a++)
    for (gint32 b = 0; b < t->n_nodes; b++)
      self->to[(gsize)self->site[a] * n + (gsize)self->site[b]] = rang_table_seconds (t, a, b);
  for (gsize a = 0; a < n && symmetric; a++)
    for (gsize b = 0; b < a && symmetric; b++)
      symmetric = self->to[a * n + b] == self->to[b * n + a];
  self->from = self->to;
  if (symmetric)
    return;
  self->from = g_new0 (gint32, n * n + 1);
  for (gsize a = 0; a < n; a++)
    for (gsize b = 0; b < n; b++)
      self->from[b * n + a] = self->to[a * n + b];
}

/* Travel, a fifth of the wait, and all of the lateness that j straight behind i brings at least. */
static gint64
distance (const RangTable *t, gint32 i, gint32 j)
{
  gint64 hop = rang_table_seconds (t, i, j), way = t->service[i] + hop;
  gint64 wait = t->from[j] - (t->to[i] + way), late = t->from[i] + way - t->to[j];

  return 5 * hop + MAX (wait, 0) + 5 * MAX (late, 0);
}

/* Of many jobs those that are nearest by place are asked. */
static void
fill_near (RangTourMap *self, GCancellable *cancellable)
{
  const RangTable *t = self->table;
  g_autofree gint64 *pairs = g_new (gint64, t->n_jobs + 1);

  self->n_near = t->n_jobs <= SMALL ? MAX (t->n_jobs - 1, 0) : NEAR;
  self->near = g_new0 (gint32, (gsize)t->n_jobs * (gsize)self->n_near + 1);
  for (gint32 i = 0; i < t->n_jobs && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gint32 n = 0;

      for (gint32 k = 0; k < (t->small ? t->n_jobs : t->n_near); k++)
        {
          gint32 j = t->small ? k : t->near[(gsize)i * (gsize)t->n_near + (gsize)k];

          if (j != i)
            pairs[n++] = (MIN (distance (t, i, j), distance (t, j, i)) << 24) + j;
        }
      rang_table_sort_least (pairs, n, self->n_near);
      for (gint32 k = 0; k < self->n_near; k++)
        self->near[(gsize)i * (gsize)self->n_near + (gsize)k] = (gint32)(pairs[k] & 0xffffff);
    }
}

static void
fill_groups (RangTourMap *self)
{
  const RangTable *t = self->table;
  g_autofree gint32 *last = g_new0 (gint32, t->n_resources + 1);

  self->group = g_new0 (gint32, t->n_resources + 1);
  self->in_group = g_new0 (gint32, t->n_resources + 1);
  self->first_in_group = g_new0 (gint32, t->n_resources + 1);
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      self->in_group[r] = t->n_resources;
      for (gint32 i = 0; i < t->n_jobs && !self->choosy; i++)
        self->choosy = !t->allowed[r * t->n_jobs + i];
      self->group[r] = t->twin[r] >= 0 ? self->group[t->twin[r]] : self->n_groups;
      if (t->twin[r] >= 0)
        self->in_group[last[self->group[r]]] = r;
      else
        self->first_in_group[self->n_groups++] = r;
      last[self->group[r]] = r;
    }
}

RangTourMap *
rang_tour_map_new (const RangTable *table, GCancellable *cancellable)
{
  RangTourMap *self = g_new0 (RangTourMap, 1);

  self->table = table;
  number_sites (self);
  fill_seconds (self);
  fill_near (self, cancellable);
  fill_groups (self);
  return self;
}

void
rang_tour_map_free (RangTourMap *self)
{
  if (self == NULL)
    return;
  g_free (self->site);
  if (self->from != self->to)
    g_free (self->from);
  g_free (self->to);
  g_free (self->near);
  g_free (self->group);
  g_free (self->in_group);
  g_free (self->first_in_group);
  g_free (self);
}
