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
  gsize general = table->plain ? 0 : m + n + 2 * n * (gsize)table->n_states;
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
  if (!table->plain)
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
  for (gint32 i = rang_routes_start (from, r); i >= 0; i = from->next[i])
    copy_node (self, from, i);
  self->grams[r] = from->grams[r];
  self->parcels[r] = from->parcels[r];
  self->departure[r] = from->departure[r];
  if (!self->table->plain)
    self->open_after[r] = from->open_after[r];
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
  if (!t->plain)
    {
      rang_routes_search_general (self, job, r, deadline, place);
      return;
    }
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

/* Behind the job that is left out: the times going forward change until a wait absorbs it. On a table that is not plain
 * these are bounds: no times are sooner, and none are later, than they say. */
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
      if (t->plain && leave == self->leave[q])
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
      if ((t->plain && late == self->late[p]) || late < t->from[job])
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

/* Before which stops the breaks of a route are taken; driven stops are counted. */
static void
find_breaks (const RangRoutes *self, gint32 r, gint32 n_driven, gint32 *before)
{
  g_autofree gint32 *taken = g_new0 (gint32, self->table->n_nodes + 1);
  gint32 n = self->order[rang_routes_end (self, r)], next = 0;

  if (!rang_routes_trace (self, r, taken))
    return;
  for (gint32 i = 0; i < n; i++)
    while (next < taken[i])
      before[next++] = n_driven + i;
}

RangPlan *
rang_routes_to_plan (const RangRoutes *self, gboolean unfinished)
{
  gint32 m = self->table->n_resources;
  GArray **lists = g_new0 (GArray *, m + 1);
  g_autofree gint32 *breaks = NULL;
  RangPlan *plan;

  if (self->table->n_states > 1)
    {
      breaks = g_new (gint32, m * RANG_MAX_BREAKS);
      for (gint32 k = 0; k < m * RANG_MAX_BREAKS; k++)
        breaks[k] = G_MAXINT32;
    }
  for (gint32 r = 0; r < m; r++)
    {
      guint n;
      const guint *driven = rang_problem_get_driven (self->table->problem, (guint)r, &n);

      lists[r] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (lists[r], driven, n);
      for (gint32 i = self->next[rang_routes_start (self, r)]; i < self->table->n_jobs; i = self->next[i])
        g_array_append_vals (lists[r], &(guint){ (guint)i }, 1);
      if (breaks != NULL)
        find_breaks (self, r, (gint32)n, breaks + r * RANG_MAX_BREAKS);
    }
  plan = rang_plan_new_with_breaks (self->table->problem, lists, breaks, unfinished);
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
      guint n, n_driven;
      const guint *stops = rang_plan_get_route (plan, (guint)r, &n);

      rang_problem_get_driven (t->problem, (guint)r, &n_driven);
      for (guint i = n_driven; i < n; i++)
        {
          gint32 job = (gint32)stops[i];
          gboolean late = rang_plan_get_entry (plan, stops[i])->state == RANG_PLAN_LATE;

          rang_routes_link (self, job, self->previous[rang_routes_end (self, r)], r);
          self->deadline[job] = late ? t->closing[job] : t->to[job];
        }
      rang_routes_update (self, r);
    }
}

static int
compare_signed (const void *a, const void *b, void *data)
{
  RangProblem *problem = data;
  guint i = (guint) * (const gint32 *)a, j = (guint) * (const gint32 *)b;
  const RangJob *p = rang_problem_get_job (problem, i), *q = rang_problem_get_job (problem, j);

  if (p->signed_place != q->signed_place)
    return p->signed_place > q->signed_place ? 1 : -1;
  return i > j ? 1 : -1;
}

/* One signed route, stop by stop as far as each can be reached by its closing hour; then as soon as it was meant. */
static void
load_signed_route (RangRoutes *self, gint32 r, const gint32 *jobs, gint32 n)
{
  const RangTable *t = self->table;

  for (gint32 k = 0; k < n; k++)
    {
      gint32 i = jobs[k], last = self->previous[rang_routes_end (self, r)];

      if (rang_routes_carries (self, i, r) && rang_routes_fits (self, i, last, r, t->closing[i]))
        rang_routes_insert (self, i, last, r, t->closing[i]);
    }
  for (gint32 i = self->next[rang_routes_start (self, r)]; i < t->n_jobs; i = self->next[i])
    {
      self->deadline[i] = t->to[i];
      if (!rang_routes_update (self, r))
        self->deadline[i] = t->closing[i];
    }
  rang_routes_update (self, r);
}

void
rang_routes_load_signed (RangRoutes *self)
{
  const RangTable *t = self->table;
  g_autofree gint32 *jobs = g_new (gint32, t->n_jobs + 1);

  rang_routes_clear (self);
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 n = 0;

      for (gint32 i = 0; i < t->n_jobs; i++)
        {
          const RangJob *job = rang_problem_get_job (t->problem, (guint)i);

          if (job->signed_place > 0 && job->signed_resource == r && t->open[i])
            jobs[n++] = i;
        }
      g_qsort_with_data (jobs, n, sizeof *jobs, compare_signed, t->problem);
      load_signed_route (self, r, jobs, n);
    }
}
