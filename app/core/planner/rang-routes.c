/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for routes under work: whether a job fits at a place, in constant time. */
#include "planner/rang-routes.h"

#include <stdlib.h>
#include <string.h>

#include "planner/rang-routes-general.h"

RangRoutes *
rang_routes_new (const RangTable *table)
{
  RangRoutes *self = g_new0 (RangRoutes, 1);
  gsize n = (gsize)table->n_nodes, m = (gsize)table->n_resources;
  gsize general = table->plain ? m * RANG_TABLE_SPANS : m + n + 2 * n * (gsize)table->n_states;
  gint32 *words;

  self->table = table;
  self->size = 2 * m * sizeof (gint64) + (m + 8 * n + general) * sizeof (gint32);
  self->grams = g_malloc0 (self->size + 1);
  self->parcels = self->grams + m;
  words = (gint32 *)(gpointer)(self->parcels + m);
  self->next = words;
  self->previous = words + n;
  self->resource = words + 2 * n;
  self->deadline = words + 3 * n;
  self->early = words + 4 * n;
  self->leave = words + 5 * n;
  self->late = words + 6 * n;
  self->hop = words + 7 * n;
  self->departure = words + 8 * n;
  if (table->plain)
    self->room = self->departure + m;
  else
    {
      self->open_after = self->departure + m;
      self->order = self->open_after + m;
      self->leave_with = self->order + n;
      self->late_with = self->leave_with + n * (gsize)table->n_states;
    }
  rang_routes_clear (self);
  return self;
}

void
rang_routes_free (RangRoutes *self)
{
  if (self == NULL)
    return;
  g_free (self->grams);
  g_free (self);
}

void
rang_routes_copy (RangRoutes *self, const RangRoutes *from)
{
  memcpy (self->grams, from->grams, self->size);
  self->travel = from->travel;
}

static void
copy_node (RangRoutes *self, const RangRoutes *from, gint32 i)
{
  gsize states = (gsize)self->table->n_states, at = (gsize)i * states;

  self->next[i] = from->next[i];
  self->previous[i] = from->previous[i];
  self->resource[i] = from->resource[i];
  self->deadline[i] = from->deadline[i];
  self->early[i] = from->early[i];
  self->leave[i] = from->leave[i];
  self->late[i] = from->late[i];
  self->hop[i] = from->hop[i];
  if (self->table->plain)
    return;
  self->order[i] = from->order[i];
  memcpy (self->leave_with + at, from->leave_with + at, states * sizeof *self->leave_with);
  memcpy (self->late_with + at, from->late_with + at, states * sizeof *self->late_with);
}

static void
copy_route (RangRoutes *self, const RangRoutes *from, gint32 r)
{
  for (gint32 i = rang_routes_start (from, r); i >= 0; i = from->next[i])
    copy_node (self, from, i);
  self->grams[r] = from->grams[r];
  self->parcels[r] = from->parcels[r];
  self->departure[r] = from->departure[r];
  if (self->table->plain)
    memcpy (self->room + r * RANG_TABLE_SPANS, from->room + r * RANG_TABLE_SPANS,
            RANG_TABLE_SPANS * sizeof *self->room);
  else
    self->open_after[r] = from->open_after[r];
  self->travel = from->travel;
}

void
rang_routes_copy_route (RangRoutes *self, const RangRoutes *from, gint32 r)
{
  for (gint32 i = self->next[rang_routes_start (self, r)]; i < self->table->n_jobs;)
    {
      gint32 next = self->next[i];

      if (from->resource[i] != r)
        copy_node (self, from, i);
      i = next;
    }
  copy_route (self, from, r);
}

void
rang_routes_keep_route (RangRoutes *self, const RangRoutes *from, gint32 r, gint32 job)
{
  copy_node (self, from, job);
  copy_route (self, from, r);
}

void
rang_routes_restore_route (const RangRoutes *self, RangRoutes *to, gint32 r)
{
  rang_routes_copy_route (to, self, r);
}

void
rang_routes_clear (RangRoutes *self)
{
  memset (self->grams, 0, self->size);
  self->travel = 0;
  for (gint32 i = 0; i < self->table->n_jobs; i++)
    self->next[i] = self->previous[i] = self->resource[i] = -1;
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

/* Times going forward. FALSE if a deadline or the shift is broken. */
static gboolean
time_forward (RangRoutes *self, gint32 r, gint32 departure)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), i;
  gboolean holds = TRUE;

  self->deadline[end] = t->shift_to[r];
  self->departure[r] = self->early[start] = self->leave[start] = departure;
  /* An empty route is not driven. */
  self->travel -= self->hop[start];
  self->hop[start] = self->next[start] == end ? 0 : rang_table_seconds (t, start, self->next[start]);
  self->travel += self->hop[start];
  for (gint32 p = start; p != end; p = i)
    {
      gint32 begin;

      i = self->next[p];
      begin = MAX (self->leave[p] + self->hop[p], t->from[i]);
      self->early[i] = begin;
      self->leave[i] = begin + t->service[i];
      holds = holds && begin <= self->deadline[i];
      if (i != end)
        {
          gint32 hop = rang_table_seconds (t, i, self->next[i]);

          self->travel += hop - self->hop[i];
          self->hop[i] = hop;
        }
    }
  return holds;
}

/* The time between two neighbours belongs to each span from the end of the one to the latest start of the other. */
static void
measure_room (RangRoutes *self, gint32 r)
{
  gint32 end = rang_routes_end (self, r), *room = self->room + r * RANG_TABLE_SPANS;

  memset (room, 0, RANG_TABLE_SPANS * sizeof *room);
  for (gint32 p = rang_routes_start (self, r), q; p != end; p = q)
    {
      gint32 time, last;

      q = self->next[p];
      time = self->late[q] - self->leave[p];
      last = rang_table_span_of (self->table, self->late[q]);
      for (gint32 span = rang_table_span_of (self->table, self->leave[p]); span <= last; span++)
        room[span] = MAX (room[span], time);
    }
}

void
rang_routes_measure (RangRoutes *self)
{
  for (gint32 r = 0; r < self->table->n_resources && self->table->plain; r++)
    if (self->room[r * RANG_TABLE_SPANS] < 0)
      measure_room (self, r);
}

gboolean
rang_routes_update (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), departure = t->shift_from[r];
  gint64 grams = 0, parcels = 0;
  gboolean holds;

  if (!t->plain)
    return rang_routes_update_general (self, r);
  for (gint32 i = self->next[start]; i != end; i = self->next[i])
    {
      departure = MAX (departure, t->ready[i]);
      grams += t->grams[i];
      parcels += t->parcels[i];
    }
  self->grams[r] = grams;
  self->parcels[r] = parcels;
  holds = time_forward (self, r, departure);
  self->late[end] = t->shift_to[r];
  for (gint32 q = end, i = self->previous[end]; i != -1; q = i, i = self->previous[i])
    {
      gint32 by = self->late[q] - self->hop[i] - t->service[i];

      self->late[i] = i == start ? by : MIN (by, self->deadline[i]);
    }
  self->room[r * RANG_TABLE_SPANS] = -1;
  return holds && grams <= t->capacity_grams[r] && parcels <= t->capacity_parcels[r];
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
  self->travel -= self->hop[job];
  self->hop[job] = 0;
}

static inline void
set_hop (RangRoutes *self, gint32 node, gint32 hop)
{
  self->travel += hop - self->hop[node];
  self->hop[node] = hop;
}

/* Times going forward from one node, as far as they change; @sure of those nodes change in any case. */
static void
go_forward (RangRoutes *self, gint32 i, gint32 sure)
{
  const RangTable *t = self->table;

  for (gint32 p = self->previous[i]; i >= 0; p = i, i = self->next[i], sure--)
    {
      gint32 begin = MAX (self->leave[p] + self->hop[p], t->from[i]), leave = begin + t->service[i];

      if (leave == self->leave[i] && sure <= 0)
        break;
      self->early[i] = begin;
      self->leave[i] = leave;
    }
}

/* The latest times going back from one node in the same way. */
static void
go_back (RangRoutes *self, gint32 i, gint32 sure)
{
  const RangTable *t = self->table;

  for (gint32 q = self->next[i]; i >= 0; q = i, i = self->previous[i], sure--)
    {
      gint32 by = self->late[q] - self->hop[i] - t->service[i], late = i < t->n_jobs ? MIN (by, self->deadline[i]) : by;

      if (late == self->late[i] && sure <= 0)
        break;
      self->late[i] = late;
    }
}

void
rang_routes_insert (RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;

  rang_routes_link (self, job, after, r);
  self->deadline[job] = deadline;
  if (!t->plain || t->ready[job] > self->departure[r])
    {
      rang_routes_update (self, r);
      return;
    }
  self->grams[r] += t->grams[job];
  self->parcels[r] += t->parcels[job];
  set_hop (self, after, rang_table_seconds (t, after, job));
  set_hop (self, job, rang_table_seconds (t, job, self->next[job]));
  go_forward (self, job, 1);
  go_back (self, job, 1);
  self->room[r * RANG_TABLE_SPANS] = -1;
}

void
rang_routes_remove (RangRoutes *self, gint32 job)
{
  const RangTable *t = self->table;
  gint32 r = self->resource[job], before = self->previous[job], behind = self->next[job];

  rang_routes_unlink (self, job);
  if (!t->plain || t->ready[job] >= self->departure[r])
    {
      rang_routes_update (self, r);
      return;
    }
  self->grams[r] -= t->grams[job];
  self->parcels[r] -= t->parcels[job];
  set_hop (self, before, rang_routes_is_empty (self, r) ? 0 : rang_table_seconds (t, before, behind));
  go_forward (self, behind, 0);
  go_back (self, before, 0);
  self->room[r * RANG_TABLE_SPANS] = -1;
}

/* As rang_routes_begin, when the goods of the job hold the departure of the whole route back. */
static gint32
begin_with_later_departure (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 p = rang_routes_start (self, r), leave = t->ready[job];

  while (p != after)
    {
      gint32 i = self->next[p], begin = MAX (leave + self->hop[p], t->from[i]);

      if (begin > self->deadline[i])
        return RANG_NEVER;
      leave = begin + t->service[i];
      p = i;
    }
  leave = MAX (leave + rang_table_seconds (t, p, job), t->from[job]);
  return leave <= deadline
                 && leave + t->service[job] + rang_table_seconds (t, job, self->next[after])
                        <= self->late[self->next[after]]
             ? leave
             : RANG_NEVER;
}

gint32
rang_routes_begin (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 before = self->next[after], start;

  if (!t->plain)
    return rang_routes_begin_general (self, job, after, r, deadline);
  if (t->ready[job] > self->departure[r])
    return begin_with_later_departure (self, job, after, r, deadline);
  start = MAX (self->leave[after] + rang_table_seconds (t, after, job), t->from[job]);
  return start <= deadline && start + t->service[job] + rang_table_seconds (t, job, before) <= self->late[before]
             ? start
             : RANG_NEVER;
}

gboolean
rang_routes_fits (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  return rang_routes_begin (self, job, after, r, deadline) < RANG_NEVER;
}
