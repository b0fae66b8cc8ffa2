/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for routes under work: whether a job fits at a place, in constant time. */
#include "planner/rang-routes.h"

#include <string.h>

RangRoutes *
rang_routes_new (const RangTable *table)
{
  RangRoutes *self = g_new0 (RangRoutes, 1);
  gsize n = (gsize)table->n_nodes, m = (gsize)table->n_resources;
  gint32 *words;

  self->table = table;
  self->size = 2 * m * sizeof (gint64) + (m + 8 * n) * sizeof (gint32);
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

gboolean
rang_routes_update (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), departure = t->shift_from[r];
  gint64 grams = 0, parcels = 0;
  gboolean holds;

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

/* As rang_routes_fits, when the goods of the job hold the departure of the whole route back. */
static gboolean
fits_with_later_departure (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 p = rang_routes_start (self, r), leave = t->ready[job];

  while (p != after)
    {
      gint32 i = self->next[p], begin = MAX (leave + self->hop[p], t->from[i]);

      if (begin > self->deadline[i])
        return FALSE;
      leave = begin + t->service[i];
      p = i;
    }
  leave = MAX (leave + rang_table_seconds (t, p, job), t->from[job]);
  return leave <= deadline
         && leave + t->service[job] + rang_table_seconds (t, job, self->next[after]) <= self->late[self->next[after]];
}

gboolean
rang_routes_fits (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 before = self->next[after], start;

  if (t->ready[job] > self->departure[r])
    return fits_with_later_departure (self, job, after, r, deadline);
  start = MAX (self->leave[after] + rang_table_seconds (t, after, job), t->from[job]);
  return start <= deadline && start + t->service[job] + rang_table_seconds (t, job, before) <= self->late[before];
}

static void
search_slowly (const RangRoutes *self, gint32 job, gint32 r, gint32 deadline, RangPlace *place)
{
  const RangTable *t = self->table;
  gint32 end = rang_routes_end (self, r);

  for (gint32 p = rang_routes_start (self, r), q; p != end; p = q)
    {
      gint32 more;

      q = self->next[p];
      more = rang_table_seconds (t, p, job) + rang_table_seconds (t, job, q) - self->hop[p];
      if (more < place->more && rang_routes_fits (self, job, p, r, deadline))
        *place = (RangPlace){ .resource = r, .after = p, .more = more };
    }
}

void
rang_routes_search (const RangRoutes *self, gint32 job, gint32 r, gint32 deadline, RangPlace *place)
{
  const RangTable *t = self->table;
  const gint32 *to = t->to_node + (gsize)job * (gsize)t->n_nodes;
  const gint32 *from = t->from_node + (gsize)job * (gsize)t->n_nodes;
  gint32 end = rang_routes_end (self, r), open = t->from[job], service = t->service[job];

  if (!rang_routes_carries (self, job, r))
    return;
  if (t->ready[job] > self->departure[r])
    {
      search_slowly (self, job, r, deadline, place);
      return;
    }
  for (gint32 p = rang_routes_start (self, r), q; p != end && self->leave[p] <= deadline; p = q)
    {
      gint32 begin, more;

      q = self->next[p];
      if (self->late[q] < open)
        continue;
      more = from[p] + to[q] - self->hop[p];
      begin = MAX (self->leave[p] + from[p], open);
      if (more < place->more && begin <= deadline && begin + service + to[q] <= self->late[q])
        *place = (RangPlace){ .resource = r, .after = p, .more = more };
    }
}

/* Behind the job that is left out: the times going forward change until a wait absorbs it. */
static gboolean
fits_behind (const RangRoutes *self, gint32 job, gint32 p, gint32 q, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 end = rang_routes_end (self, self->resource[q]), leave = self->leave[p];

  for (;;)
    {
      gint32 begin = MAX (leave + rang_table_seconds (t, p, job), t->from[job]);

      if (begin <= deadline && begin + t->service[job] + rang_table_seconds (t, job, q) <= self->late[q])
        return TRUE;
      if (q == end || leave > deadline)
        return FALSE;
      leave = MAX (leave + rang_table_seconds (t, p, q), t->from[q]) + t->service[q];
      if (leave == self->leave[q])
        return FALSE;
      p = q;
      q = self->next[q];
    }
}

/* Before the job that is left out: the latest times change until a deadline absorbs it. */
static gboolean
fits_before (const RangRoutes *self, gint32 job, gint32 p, gint32 q, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, self->resource[p]), late = self->late[q];

  while (p != start)
    {
      gint32 before = self->previous[p], begin;

      late = MIN (late - rang_table_seconds (t, p, q) - t->service[p], self->deadline[p]);
      if (late == self->late[p] || late < t->from[job])
        return FALSE;
      begin = MAX (self->leave[before] + rang_table_seconds (t, before, job), t->from[job]);
      if (begin <= deadline && begin + t->service[job] + rang_table_seconds (t, job, p) <= late)
        return TRUE;
      q = p;
      p = before;
    }
  return FALSE;
}

gboolean
rang_routes_may_fit_without (const RangRoutes *self, gint32 job, gint32 one, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 r = self->resource[one], p = self->previous[one], q = self->next[one];

  if (!t->allowed[r * t->n_jobs + job] || t->grams[job] > t->capacity_grams[r] - self->grams[r] + t->grams[one]
      || t->parcels[job] > t->capacity_parcels[r] - self->parcels[r] + t->parcels[one])
    return FALSE;
  return t->ready[job] > self->departure[r] || t->ready[one] >= self->departure[r]
         || fits_behind (self, job, p, q, deadline) || fits_before (self, job, p, q, deadline);
}

static gboolean
is_spare (const RangRoutes *self, gint32 r)
{
  gint32 twin = self->table->twin[r];

  return twin >= 0 && rang_routes_is_empty (self, twin) && rang_routes_is_empty (self, r);
}

RangPlace
rang_routes_find (const RangRoutes *self, gint32 job, gint32 deadline)
{
  RangPlace place = RANG_PLACE_NONE;

  for (gint32 r = 0; r < self->table->n_resources; r++)
    if (!is_spare (self, r))
      rang_routes_search (self, job, r, deadline, &place);
  return place;
}

gboolean
rang_routes_has_room (const RangRoutes *self, gint32 job, gint32 deadline)
{
  RangPlace place = RANG_PLACE_NONE;

  for (gint32 r = 0; r < self->table->n_resources && place.resource < 0; r++)
    if (!is_spare (self, r))
      rang_routes_search (self, job, r, deadline, &place);
  return place.resource >= 0;
}

RangPlan *
rang_routes_to_plan (const RangRoutes *self, gboolean unfinished)
{
  gint32 m = self->table->n_resources;
  GArray **lists = g_new0 (GArray *, m + 1);
  RangPlan *plan;

  for (gint32 r = 0; r < m; r++)
    {
      lists[r] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (gint32 i = self->next[rang_routes_start (self, r)]; i < self->table->n_jobs; i = self->next[i])
        g_array_append_vals (lists[r], &(guint){ (guint)i }, 1);
    }
  plan = rang_plan_new_from_routes (self->table->problem, lists, unfinished);
  for (gint32 r = 0; r < m; r++)
    g_array_unref (lists[r]);
  g_free (lists);
  return plan;
}

void
rang_routes_load (RangRoutes *self, RangPlan *plan)
{
  const RangTable *t = self->table;

  rang_routes_clear (self);
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      guint n;
      const guint *stops = rang_plan_get_route (plan, (guint)r, &n);

      for (guint i = 0; i < n; i++)
        {
          gint32 job = (gint32)stops[i];
          gboolean late = rang_plan_get_entry (plan, stops[i])->state == RANG_PLAN_LATE;

          rang_routes_link (self, job, self->previous[rang_routes_end (self, r)], r);
          self->deadline[job] = late ? t->closing[job] : t->to[job];
        }
      rang_routes_update (self, r);
    }
}
