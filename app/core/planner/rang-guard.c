/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the promise that no reordering of routes makes an inversion. */
#include "planner/rang-guard.h"

#include <string.h>

#include "planner/rang-clock.h"

RangGuard *
rang_guard_new (const RangTable *table)
{
  RangGuard *self = g_new0 (RangGuard, 1);
  gsize n = (gsize)table->n_nodes + 1, rows = n * (gsize)table->n_states;

  self->table = table;
  self->rank = g_new (gint32, n);
  self->granted = g_new0 (gint32, n);
  self->refused = g_new0 (gint32, n);
  self->wanted = g_new0 (gint32, n);
  self->node = g_new0 (gint32, n);
  self->leave = g_new0 (gint32, rows);
  self->late = g_new0 (gint32, rows);
  for (gsize i = 0; i < n; i++)
    self->rank[i] = G_MAXINT32;
  return self;
}

void
rang_guard_free (RangGuard *self)
{
  if (self == NULL)
    return;
  g_free (self->rank);
  g_free (self->granted);
  g_free (self->refused);
  g_free (self->wanted);
  g_free (self->node);
  g_free (self->leave);
  g_free (self->late);
  g_free (self);
}

void
rang_guard_copy (RangGuard *self, const RangGuard *from)
{
  gsize n = (gsize)self->table->n_nodes;

  memcpy (self->rank, from->rank, n * sizeof *self->rank);
  memcpy (self->granted, from->granted, n * sizeof *self->granted);
  memcpy (self->refused, from->refused, (gsize)from->n_refused * sizeof *self->refused);
  memcpy (self->wanted, from->wanted, (gsize)from->n_refused * sizeof *self->wanted);
  self->n_refused = from->n_refused;
}

void
rang_guard_refuse (RangGuard *self, gint32 job, gint32 wanted)
{
  self->refused[self->n_refused] = job;
  self->wanted[self->n_refused++] = wanted;
}

/* The route without the jobs ranked below one. Returns: the nodes in it, or 0 if the load of that job is too much */
static gint32
list_nodes (RangGuard *self, const RangRoutes *routes, gint32 r, gint32 job, gint32 *leaves)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (routes, r), end = rang_routes_end (routes, r), n = 0, rank = self->rank[job];
  gint32 departure = MAX (t->shift_from[r], t->ready[job]);
  gint64 grams = t->grams[job], parcels = t->parcels[job];

  self->node[n++] = start;
  for (gint32 i = routes->next[start]; i != end; i = routes->next[i])
    if (i != job && self->rank[i] < rank)
      {
        self->node[n++] = i;
        departure = MAX (departure, t->ready[i]);
        grams += t->grams[i];
        parcels += t->parcels[i];
      }
  self->node[n++] = end;
  *leaves = departure;
  return grams > t->capacity_grams[r] || parcels > t->capacity_parcels[r] ? 0 : n;
}

/* Times the route that is listed. */
static void
time_nodes (RangGuard *self, gint32 r, gint32 n)
{
  const RangTable *t = self->table;

  for (gint32 k = 1; k < n - 1; k++)
    {
      gint32 i = self->node[k], there = self->leave[k - 1] + rang_table_seconds (t, self->node[k - 1], i);

      self->leave[k] = MAX (there, t->from[i]) + t->service[i];
    }
  self->late[n - 1] = t->shift_to[r];
  for (gint32 k = n - 2; k >= 0; k--)
    {
      gint32 i = self->node[k];
      gint32 hop = n == 2 ? 0 : rang_table_seconds (t, i, self->node[k + 1]);
      gint32 by = self->late[k + 1] - hop - t->service[i];

      self->late[k] = k == 0 ? by : MIN (by, self->granted[i]);
    }
}

/* With the departure that the goods of the job allow, is every node before a place in time? Counts how far. */
static gint32
last_in_time (const RangGuard *self, gint32 n)
{
  const RangTable *t = self->table;

  for (gint32 k = 1; k < n - 1; k++)
    if (self->leave[k] - t->service[self->node[k]] > self->granted[self->node[k]])
      return k - 1;
  return n - 2;
}

/* The same where a node has more than one time. The place is behind the node numbered @first, or behind one after it.
 */
static gboolean
could_stand_in_general (RangGuard *self, const RangRoutes *routes, gint32 r, gint32 job, gint32 wanted)
{
  const RangTable *t = self->table;
  gint32 s = t->n_states, departure, first = 0, n = list_nodes (self, routes, r, job, &departure);

  if (n == 0)
    return FALSE;
  for (gint32 k = 1; k < n - 1; k++)
    if (t->place[self->node[k]] > 0 && k >= t->place[self->node[k]])
      first = k;
  rang_clock_begin (t, departure, self->leave);
  rang_clock_end (t, r, self->late + (n - 1) * s);
  for (gint32 k = n - 2; k > 0; k--)
    rang_clock_backward (t, r, self->node[k], self->granted[self->node[k]], self->late + k * s, self->node[k + 1],
                         self->late + (k + 1) * s);
  for (gint32 k = 0; k < n - 1 && (t->place[job] == 0 || k < t->place[job]); k++)
    {
      gint32 *row = self->leave + k * s, i = self->node[k];

      if (k > 0 && !rang_clock_forward (t, r, self->node[k - 1], row - s, i, self->granted[i], row))
        return FALSE;
      for (gint32 l = 0; k > 0 && l < s; l++)
        row[l] = l <= t->n_breaks[r] && row[l] < RANG_NEVER ? row[l] + t->service[i] : RANG_NEVER;
      if (k >= first
          && rang_clock_between (t, r, i, row, job, wanted, self->node[k + 1], self->late + (k + 1) * s) <= wanted)
        return TRUE;
    }
  return FALSE;
}

/* Between two nodes of the route that is listed and timed, the last place being behind the node numbered @last? */
static gboolean
could_stand_between (const RangGuard *self, gint32 last, gint32 job, gint32 wanted)
{
  const RangTable *t = self->table;

  for (gint32 k = 0; k <= last && self->leave[k] <= wanted; k++)
    {
      gint32 begin;

      if (self->late[k + 1] - self->leave[k] < t->service[job] + t->detour[job])
        continue;
      begin = MAX (self->leave[k] + rang_table_seconds (t, self->node[k], job), t->from[job]);
      if (begin <= wanted
          && begin + t->service[job] + rang_table_seconds (t, job, self->node[k + 1]) <= self->late[k + 1])
        return TRUE;
    }
  return FALSE;
}

static gboolean
could_stand (RangGuard *self, const RangRoutes *routes, gint32 r, gint32 job, gint32 wanted)
{
  const RangTable *t = self->table;
  gint32 n;

  if (!t->allowed[r * t->n_jobs + job])
    return FALSE;
  if (!t->plain)
    return could_stand_in_general (self, routes, r, job, wanted);
  n = list_nodes (self, routes, r, job, &self->leave[0]);
  if (n == 0)
    return FALSE;
  time_nodes (self, r, n);
  return could_stand_between (self, last_in_time (self, n), job, wanted);
}

/* A route cut to the jobs above a rank; @holds_below: it is the same for jobs ranked up to there. */
typedef struct
{
  gint32 n;
  gint32 last;
  gint32 holds_below;
  gint32 room; /* the longest time between two nodes */
  gint64 grams;
  gint64 parcels;
} Cut;

static void
make_cut (RangGuard *self, const RangRoutes *routes, gint32 r, gint32 job, Cut *cut)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (routes, r), end = rang_routes_end (routes, r), rank = self->rank[job];

  *cut = (Cut){ .holds_below = G_MAXINT32 };
  self->leave[0] = t->shift_from[r];
  self->node[cut->n++] = start;
  for (gint32 i = routes->next[start]; i != end; i = routes->next[i])
    if (self->rank[i] < rank)
      {
        self->node[cut->n++] = i;
        self->leave[0] = MAX (self->leave[0], t->ready[i]);
        cut->grams += t->grams[i];
        cut->parcels += t->parcels[i];
      }
    else
      cut->holds_below = MIN (cut->holds_below, self->rank[i]);
  self->node[cut->n++] = end;
  time_nodes (self, r, cut->n);
  cut->last = last_in_time (self, cut->n);
  for (gint32 k = 0; k <= cut->last; k++)
    cut->room = MAX (cut->room, self->late[k + 1] - self->leave[k]);
}

/* On a plain table, once the route is cut for one job: could another one that sees the same cut stand in it? */
static gboolean
could_stand_in_cut (const RangGuard *self, const Cut *cut, gint32 r, gint32 job, gint32 wanted)
{
  const RangTable *t = self->table;

  if (cut->grams + t->grams[job] > t->capacity_grams[r] || cut->parcels + t->parcels[job] > t->capacity_parcels[r]
      || cut->room < t->service[job] + t->detour[job])
    return FALSE;
  return could_stand_between (self, cut->last, job, wanted);
}

/* The jobs refused see the route cut to those above them: most of them see the same as the one before. */
static gboolean
allows_plain (RangGuard *self, const RangRoutes *routes, gint32 r)
{
  const RangTable *t = self->table;
  Cut cut = { .n = -1 };

  for (gint32 k = 0; k < self->n_refused; k++)
    {
      gint32 job = self->refused[k];

      if (!t->allowed[r * t->n_jobs + job])
        continue;
      if (t->ready[job] > t->shift_from[r])
        {
          cut.n = -1;
          if (could_stand (self, routes, r, job, self->wanted[k]))
            return FALSE;
          continue;
        }
      if (cut.n < 0 || self->rank[job] > cut.holds_below)
        make_cut (self, routes, r, job, &cut);
      if (could_stand_in_cut (self, &cut, r, job, self->wanted[k]))
        return FALSE;
    }
  return TRUE;
}

gboolean
rang_guard_allows (RangGuard *self, const RangRoutes *routes, gint32 resource)
{
  if (self->table->plain)
    return allows_plain (self, routes, resource);
  for (gint32 k = 0; k < self->n_refused; k++)
    if (could_stand (self, routes, resource, self->refused[k], self->wanted[k]))
      return FALSE;
  return TRUE;
}
