/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for finding a job a place on routes under work. */
#include "planner/rang-routes-general.h"
#include "planner/rang-routes.h"

/* May there be anywhere on the route as much time as the job takes at least? A job starts between the end of what is
 * before it and the latest start of what is behind. */
static inline gboolean
has_time (const RangRoutes *self, gint32 job, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  const gint32 *room = self->room + r * RANG_TABLE_SPANS;
  gint32 last = rang_table_span_of (t, deadline), time = t->service[job] + t->detour[job];

  for (gint32 span = rang_table_span_of (t, t->from[job]); span <= last; span++)
    if (room[span] >= time)
      return TRUE;
  return room[0] < 0;
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
  RangTableWays ways = rang_table_ways (t, job);
  gint32 end = rang_routes_end (self, r), open = t->from[job], service = t->service[job];

  if ((t->plain && !has_time (self, job, r, deadline)) || !rang_routes_carries (self, job, r))
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
      gint32 begin, more, way, back;

      q = self->next[p];
      if (self->late[q] < open || (!t->small && self->late[q] - self->leave[p] < service + t->detour[job]))
        continue;
      way = rang_table_way_from (&ways, p);
      back = rang_table_way_to (&ways, q);
      more = way + back - self->hop[p];
      begin = MAX (self->leave[p] + way, open);
      if (more < place->more && begin <= deadline && begin + service + back <= self->late[q])
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

void
rang_routes_find_lacks (const RangRoutes *self, gint32 job, gint32 r, gint32 deadline, RangLacks *lacks)
{
  const RangTable *t = self->table;
  RangTableWays ways = rang_table_ways (t, job);
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), least = G_MAXINT32;

  for (gint32 p = start, q; p != end; p = q)
    {
      gint32 begin = MAX (self->leave[p] + rang_table_way_from (&ways, p), t->from[job]);

      q = self->next[p];
      lacks->before[p] = least;
      if (begin <= deadline)
        least = MIN (least, begin + t->service[job] + rang_table_way_to (&ways, q) - self->late[q]);
    }
  least = G_MAXINT32;
  for (gint32 q = end, p; q != start; q = p)
    {
      gint32 last = MIN (deadline, self->late[q] - t->service[job] - rang_table_way_to (&ways, q));

      p = self->previous[q];
      lacks->behind[q] = least;
      if (last >= t->from[job])
        least = MIN (least, self->leave[p] + rang_table_way_from (&ways, p) - last);
    }
}

/* Would the job fit between two nodes that no other stands between? */
static inline gboolean
fits_between (const RangRoutes *self, gint32 job, gint32 p, gint32 q, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 begin = MAX (self->leave[p] + rang_table_seconds (t, p, job), t->from[job]);

  return begin <= deadline && begin + t->service[job] + rang_table_seconds (t, job, q) <= self->late[q];
}

/* The times of the nodes around the one that is left out change the most: those further on by no more. */
static gboolean
may_fit_between (const RangRoutes *self, gint32 job, gint32 p, gint32 q, gint32 deadline, const RangLacks *lacks)
{
  const RangTable *t = self->table;
  gint32 way = rang_table_seconds (t, p, q), r = self->resource[q];

  if (fits_between (self, job, p, q, deadline))
    return TRUE;
  if (q != rang_routes_end (self, r)
      && self->leave[q] - MAX (self->leave[p] + way, t->from[q]) - t->service[q] >= lacks->behind[q]
      && fits_behind (self, job, p, q, deadline))
    return TRUE;
  return p != rang_routes_start (self, r)
         && MIN (self->late[q] - way - t->service[p], self->deadline[p]) - self->late[p] >= lacks->before[p]
         && fits_before (self, job, p, q, deadline);
}

gboolean
rang_routes_may_fit_without (const RangRoutes *self, gint32 job, gint32 one, gint32 deadline, const RangLacks *lacks)
{
  const RangTable *t = self->table;
  gint32 r = self->resource[one], p = self->previous[one], q = self->next[one];

  if (!t->allowed[r * t->n_jobs + job] || t->grams[job] > t->capacity_grams[r] - self->grams[r] + t->grams[one]
      || t->parcels[job] > t->capacity_parcels[r] - self->parcels[r] + t->parcels[one])
    return FALSE;
  if (t->ready[job] > self->departure[r] || t->ready[one] >= self->departure[r])
    return TRUE;
  if (t->plain && lacks != NULL)
    return may_fit_between (self, job, p, q, deadline, lacks);
  return fits_behind (self, job, p, q, deadline) || fits_before (self, job, p, q, deadline);
}

static gboolean
is_spare (const RangRoutes *self, gint32 r)
{
  gint32 twin = self->table->twin[r];

  return twin >= 0 && rang_routes_is_empty (self, twin) && rang_routes_is_empty (self, r);
}

/* Between two neighbours. */
static inline void
look_between (const RangRoutes *self, const RangTableWays *ways, gint32 p, gint32 q, gint32 deadline, RangPlace *place)
{
  const RangTable *t = self->table;
  gint32 job = ways->job, r = self->resource[p], way, back, more;

  if (self->late[q] - self->leave[p] < t->service[job] + t->detour[job] || !rang_routes_carries (self, job, r))
    return;
  way = rang_table_way_from (ways, p);
  back = rang_table_way_to (ways, q);
  more = way + back - self->hop[p];
  if (more < place->more && rang_routes_fits (self, job, p, r, deadline))
    *place = (RangPlace){ .resource = r, .after = p, .more = more };
}

RangPlace
rang_routes_find_near (const RangRoutes *self, gint32 job, gint32 deadline)
{
  const RangTable *t = self->table;
  const gint32 *near = t->near + (gsize)job * (gsize)t->n_near;
  RangTableWays ways = rang_table_ways (t, job);
  RangPlace place = RANG_PLACE_NONE;

  for (gint32 k = 0; k < t->n_near; k++)
    if (self->resource[near[k]] >= 0)
      {
        look_between (self, &ways, near[k], self->next[near[k]], deadline, &place);
        look_between (self, &ways, self->previous[near[k]], near[k], deadline, &place);
      }
  for (gint32 r = 0; r < t->n_resources; r++)
    if (rang_routes_is_empty (self, r) && !is_spare (self, r))
      rang_routes_search (self, job, r, deadline, &place);
  return place;
}

RangPlace
rang_routes_find (const RangRoutes *self, gint32 job, gint32 deadline)
{
  RangPlace place = self->table->few ? RANG_PLACE_NONE : rang_routes_find_near (self, job, deadline);

  if (place.resource >= 0)
    return place;
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
