/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the walk down a ranking: which state each job gets. */
#include "planner/rang-keep.h"

#include <string.h>

/* A class outweighs all points of the next one. */
#define CLASS_SHIFT 20
/* Of many jobs: so many routes are asked who would yield, and so many jobs whether they could stand elsewhere. */
#define MAX_ROUTES 12
#define MAX_MOVED 40

RangKeeper *
rang_keeper_new (const RangTable *table)
{
  RangKeeper *self = g_new0 (RangKeeper, 1);

  self->table = table;
  self->granted = rang_routes_new (table);
  self->hinted = rang_routes_new (table);
  self->kept = rang_routes_new (table);
  self->hint = rang_routes_new (table);
  self->guard = rang_guard_new (table);
  self->value = g_new0 (gint64, table->n_jobs + 1);
  self->list = g_new0 (gint32, table->n_jobs + 1);
  self->asked = g_new0 (gint32, table->n_resources + 1);
  self->lacks.behind = g_new0 (gint32, table->n_nodes + 1);
  self->lacks.before = g_new0 (gint32, table->n_nodes + 1);
  self->stuck = g_new0 (guint, table->n_jobs + 1);
  self->loose = g_new0 (guint, table->n_jobs + 1);
  for (gint32 i = 0; i < table->n_jobs; i++)
    {
      gint32 above = RANG_N_CLASSES - 1 - rang_problem_get_job (table->problem, (guint)i)->priority_class;

      self->value[i] = (gint64)MIN (table->points[i], 1 << CLASS_SHIFT) << (above * CLASS_SHIFT);
    }
  return self;
}

void
rang_keeper_free (RangKeeper *self)
{
  if (self == NULL)
    return;
  rang_routes_free (self->granted);
  rang_routes_free (self->hinted);
  rang_routes_free (self->kept);
  rang_routes_free (self->hint);
  rang_guard_free (self->guard);
  g_free (self->value);
  g_free (self->list);
  g_free (self->asked);
  g_free (self->lacks.behind);
  g_free (self->lacks.before);
  g_free (self->stuck);
  g_free (self->loose);
  g_free (self);
}

RangKeeperMemory *
rang_keeper_memory_new (const RangTable *table)
{
  RangKeeperMemory *self = g_new0 (RangKeeperMemory, 1);

  self->granted = rang_routes_new (table);
  self->hinted = rang_routes_new (table);
  self->guard = rang_guard_new (table);
  return self;
}

void
rang_keeper_memory_free (RangKeeperMemory *self)
{
  if (self == NULL)
    return;
  rang_routes_free (self->granted);
  rang_routes_free (self->hinted);
  rang_guard_free (self->guard);
  g_free (self);
}

void
rang_keeper_set_hint (RangKeeper *self, const RangRoutes *hint)
{
  rang_routes_copy (self->hint, hint);
  rang_keeper_begin (self);
}

void
rang_keeper_begin (RangKeeper *self)
{
  self->version++;
  rang_routes_clear (self->granted);
  rang_routes_copy (self->hinted, self->hint);
  self->guard->n_refused = 0;
  for (gint32 i = 0; i < self->table->n_nodes; i++)
    self->guard->rank[i] = i < self->table->n_jobs ? G_MAXINT32 : -1;
}

gsize
rang_keeper_memory_get_size (const RangKeeper *self)
{
  /* Two sets of routes, and the guard, which is about as large as one. */
  return 3 * self->granted->size;
}

void
rang_keeper_remember (const RangKeeper *self, RangKeeperMemory *memory)
{
  rang_routes_copy (memory->granted, self->granted);
  rang_routes_copy (memory->hinted, self->hinted);
  rang_guard_copy (memory->guard, self->guard);
}

void
rang_keeper_recall (RangKeeper *self, const RangKeeperMemory *memory)
{
  self->version++;
  rang_routes_copy (self->granted, memory->granted);
  rang_routes_copy (self->hinted, memory->hinted);
  rang_guard_copy (self->guard, memory->guard);
}

static inline gboolean
is_granted (const RangKeeper *self, gint32 node)
{
  return node >= self->table->n_jobs || self->granted->resource[node] >= 0;
}

/* The last node before one of the hinted routes that is granted. */
static gint32
granted_before (const RangKeeper *self, gint32 node)
{
  while (!is_granted (self, node))
    node = self->hinted->previous[node];
  return node;
}

/* The place that the hint has for the job, if its granted routes still have it. */
static gboolean
take_hinted_place (RangKeeper *self, gint32 job, gint32 deadline)
{
  gint32 r = self->hinted->resource[job], after;

  if (r < 0 || self->hinted->deadline[job] > deadline)
    return FALSE;
  after = granted_before (self, self->hinted->previous[job]);
  if (!rang_routes_carries (self->granted, job, r) || !rang_routes_fits (self->granted, job, after, r, deadline))
    return FALSE;
  rang_routes_insert (self->granted, job, after, r, deadline);
  return TRUE;
}

/* Puts the job into the hinted routes where it drives nobody out. */
static gboolean
take_free_place (RangKeeper *self, gint32 job, gint32 deadline)
{
  RangPlace place = rang_routes_find_soon (self->hinted, job, deadline);
  gint32 after;

  if (place.resource < 0)
    return FALSE;
  after = granted_before (self, place.after);
  if (!rang_routes_fits (self->granted, job, after, place.resource, deadline))
    return FALSE;
  rang_routes_insert (self->hinted, job, place.after, place.resource, deadline);
  rang_routes_insert (self->granted, job, after, place.resource, deadline);
  return TRUE;
}

/* The cheapest job of a hinted route that is not granted, or -1. */
static gint32
cheapest_on (const RangKeeper *self, const RangRoutes *routes, gint32 r)
{
  gint32 cheapest = -1;

  for (gint32 i = routes->next[rang_routes_start (routes, r)]; i < self->table->n_jobs; i = routes->next[i])
    if (!is_granted (self, i) && (cheapest < 0 || self->value[i] < self->value[cheapest]))
      cheapest = i;
  return cheapest;
}

/* The node behind which a job that was driven out stood, as far as that is still there. */
static gint32
old_place (const RangKeeper *self, gint32 job, gint32 r)
{
  gint32 after = self->kept->previous[job];

  while (after < self->table->n_jobs && self->hinted->resource[after] != r)
    after = self->kept->previous[after];
  return after;
}

/* Drives jobs of the hint out of one route, cheapest first, until the job fits; puts back who need not go. Returns:
 * what it harms; as soon as that is @least or more the route is left as it is */
static gint64
drive_out (RangKeeper *self, gint32 job, gint32 r, gint32 deadline, gint64 least)
{
  RangRoutes *w = self->hinted;
  gint64 harm = 0;
  gint32 n = 0;
  RangPlace place;

  for (;;)
    {
      gint32 cheapest;

      place = RANG_PLACE_NONE;
      rang_routes_search (w, job, r, deadline, &place);
      if (place.resource >= 0)
        break;
      cheapest = cheapest_on (self, w, r);
      if (cheapest < 0)
        return G_MAXINT64;
      self->list[n++] = cheapest;
      rang_routes_remove (w, cheapest);
    }
  rang_routes_insert (w, job, place.after, r, deadline);
  while (n-- > 0)
    {
      gint32 back = self->list[n];
      RangPlace room = RANG_PLACE_NONE;

      rang_routes_link (w, back, old_place (self, back, r), r);
      if (rang_routes_update (w, r))
        continue;
      rang_routes_remove (w, back);
      rang_routes_search (w, back, r, w->deadline[back], &room);
      if (room.resource >= 0)
        rang_routes_insert (w, back, room.after, r, w->deadline[back]);
      else
        harm += self->value[back];
      if (harm >= least)
        return G_MAXINT64;
    }
  return harm;
}

/* What it harms to give the job a place on a route; leaves the route as it was. */
static gint64
harm_on (RangKeeper *self, gint32 job, gint32 r, gint32 deadline, gint64 least)
{
  RangPlace place = RANG_PLACE_NONE;
  gint64 harm;

  rang_routes_search (self->granted, job, r, deadline, &place);
  if (place.resource < 0)
    return G_MAXINT64;
  rang_routes_keep_route (self->kept, self->hinted, r, job);
  harm = drive_out (self, job, r, deadline, least);
  rang_routes_restore_route (self->kept, self->hinted, r);
  return harm;
}

/* The route where driving out jobs of the hint harms least, or -1. Of many jobs the routes of those near are asked. */
static gint32
find_route_of_others (RangKeeper *self, gint32 job, gint32 deadline)
{
  const RangTable *t = self->table;
  gint64 least = G_MAXINT64;
  gint32 best = -1;

  memset (self->asked, 0, (gsize)t->n_resources * sizeof *self->asked);
  for (gint32 k = 0, n = 0; k < (t->few ? t->n_resources : t->n_near) && n < MAX_ROUTES && least > 0; k++)
    {
      gint32 r = t->few ? k : self->hinted->resource[t->near[(gsize)job * (gsize)t->n_near + (gsize)k]];
      gint64 harm;

      if (r < 0 || self->asked[r]++ > 0)
        continue;
      n += !t->few;
      harm = harm_on (self, job, r, deadline, least);
      if (harm < least)
        {
          least = harm;
          best = r;
        }
    }
  return best;
}

/* Puts the job on the route where driving out jobs of the hint harms least. */
static gboolean
take_place_of_others (RangKeeper *self, gint32 job, gint32 deadline)
{
  gint32 best = find_route_of_others (self, job, deadline), after;

  if (best < 0)
    return FALSE;
  rang_routes_keep_route (self->kept, self->hinted, best, job);
  drive_out (self, job, best, deadline, G_MAXINT64);
  for (after = self->hinted->previous[job]; !is_granted (self, after);)
    after = self->hinted->previous[after];
  /* Without triangle inequality what fits among more jobs may not fit among fewer. */
  if (!rang_routes_fits (self->granted, job, after, best, deadline))
    {
      rang_routes_restore_route (self->kept, self->hinted, best);
      return FALSE;
    }
  rang_routes_insert (self->granted, job, after, best, deadline);
  return TRUE;
}

/* The granted routes have room, but the hint's jobs are in an order that has none: all of them leave one route. */
static gboolean
take_route (RangKeeper *self, gint32 job, gint32 deadline)
{
  RangPlace place = rang_routes_find (self->granted, job, deadline);
  gint32 r = place.resource, hinted;

  if (r < 0)
    return FALSE;
  while ((hinted = cheapest_on (self, self->hinted, r)) >= 0)
    rang_routes_remove (self->hinted, hinted);
  rang_routes_insert (self->hinted, job, place.after, r, deadline);
  rang_routes_insert (self->granted, job, place.after, r, deadline);
  return TRUE;
}

/* After the granted routes were reordered: the hint follows, and keeps what still fits, the dearest first. */
static void
follow (RangKeeper *self, gint32 r)
{
  RangRoutes *w = self->hinted;
  gint32 start = rang_routes_start (w, r), end = rang_routes_end (w, r), n = 0, last = start;

  for (gint32 i = w->next[start]; i != end; i = w->next[i])
    if (!is_granted (self, i))
      self->list[n++] = i;
  for (gint32 i; (i = w->next[start]) != end;)
    rang_routes_unlink (w, i);
  for (gint32 i = self->granted->next[start]; i != end; i = self->granted->next[i])
    {
      if (w->resource[i] >= 0)
        rang_routes_remove (w, i);
      rang_routes_link (w, i, last, r);
      w->deadline[i] = self->granted->deadline[i];
      last = i;
    }
  rang_routes_update (w, r);
  while (n > 0)
    {
      gint32 dearest = 0, job;
      RangPlace place = RANG_PLACE_NONE;

      for (gint32 k = 1; k < n; k++)
        if (self->value[self->list[k]] > self->value[self->list[dearest]])
          dearest = k;
      job = self->list[dearest];
      self->list[dearest] = self->list[--n];
      rang_routes_search (w, job, r, w->deadline[job], &place);
      if (place.resource >= 0)
        rang_routes_insert (w, job, place.after, r, w->deadline[job]);
    }
}

/* Has another route a place for a job that is granted? As long as nothing is granted the answer stays. */
static gboolean
may_leave (RangKeeper *self, gint32 one)
{
  const RangRoutes *w = self->granted;
  RangPlace place = RANG_PLACE_NONE;

  if (self->stuck[one] == self->version || self->loose[one] == self->version)
    return self->loose[one] == self->version;
  for (gint32 r = 0; r < self->table->n_resources && place.resource < 0; r++)
    if (r != w->resource[one])
      rang_routes_search (w, one, r, w->deadline[one], &place);
  *(place.resource >= 0 ? &self->loose[one] : &self->stuck[one]) = self->version;
  return place.resource >= 0;
}

/* A place for one that was taken off a route on which the job stands now. */
static RangPlace
find_elsewhere (RangKeeper *self, gint32 one, gint32 r, gint32 deadline, gboolean stuck)
{
  RangPlace place = RANG_PLACE_NONE;

  if (!stuck)
    return rang_routes_find_soon (self->granted, one, deadline);
  rang_routes_search (self->granted, one, r, deadline, &place);
  return place;
}

/* Timing a route anew takes longer than copying it where a node has more than one time. */
static void
undo_exchange (RangKeeper *self, gint32 job, gint32 one, gint32 before, gint32 r, gint32 by)
{
  RangRoutes *w = self->granted;

  if (!self->table->plain)
    {
      rang_routes_restore_route (self->kept, w, r);
      return;
    }
  if (w->resource[job] >= 0)
    rang_routes_remove (w, job);
  rang_routes_insert (w, one, before, r, by);
}

/* Tries to give the job one's place on a route by sending that one to another route. */
static gboolean
exchange (RangKeeper *self, gint32 job, gint32 one, gint32 deadline)
{
  RangRoutes *w = self->granted;
  gint32 r = w->resource[one], by = w->deadline[one], before = w->previous[one];
  RangPlace place = RANG_PLACE_NONE, elsewhere;
  gboolean stuck = self->table->few && !may_leave (self, one);

  if (!self->table->plain)
    rang_routes_keep_route (self->kept, w, r, job);
  rang_routes_remove (w, one);
  rang_routes_search (w, job, r, deadline, &place);
  if (place.resource >= 0)
    {
      rang_routes_insert (w, job, place.after, r, deadline);
      elsewhere = find_elsewhere (self, one, r, by, stuck);
      if (elsewhere.resource >= 0)
        {
          rang_routes_insert (w, one, elsewhere.after, elsewhere.resource, by);
          if (rang_guard_allows (self->guard, w, r)
              && (elsewhere.resource == r || rang_guard_allows (self->guard, w, elsewhere.resource)))
            return TRUE;
          rang_routes_remove (w, one);
        }
    }
  undo_exchange (self, job, one, before, r, by);
  return FALSE;
}

static gboolean
move_one (RangKeeper *self, gint32 job, gint32 one, gint32 deadline, const RangLacks *lacks)
{
  gint32 r = self->granted->resource[one], other;

  if (!rang_routes_may_fit_without (self->granted, job, one, deadline, lacks) || !exchange (self, job, one, deadline))
    return FALSE;
  other = self->granted->resource[one];
  follow (self, r);
  if (other != r)
    follow (self, other);
  return TRUE;
}

/* Makes room in the granted routes by moving one of their jobs; of many jobs by moving one that is near. */
static gboolean
make_room (RangKeeper *self, gint32 job, gint32 deadline)
{
  const RangTable *t = self->table;
  const RangRoutes *w = self->granted;

  for (gint32 k = 1; k < MIN (t->n_near, MAX_MOVED) && !t->few; k++)
    {
      gint32 one = t->near[(gsize)job * (gsize)t->n_near + (gsize)k];

      if (w->resource[one] >= 0 && move_one (self, job, one, deadline, NULL))
        return TRUE;
    }
  for (gint32 r = 0; r < t->n_resources && t->few; r++)
    {
      gint32 end = rang_routes_end (w, r);

      if (!t->allowed[r * t->n_jobs + job])
        continue;
      rang_routes_find_lacks (w, job, r, deadline, &self->lacks);
      for (gint32 one = w->next[rang_routes_start (w, r)]; one != end; one = w->next[one])
        if (move_one (self, job, one, deadline, &self->lacks))
          return TRUE;
    }
  return FALSE;
}

static gboolean
find_room (RangKeeper *self, gint32 job, gint32 deadline)
{
  RangRoutes *hinted = self->hinted;
  gint32 r = hinted->resource[job], after = hinted->previous[job], by = hinted->deadline[job];

  self->guard->granted[job] = deadline;
  if (take_hinted_place (self, job, deadline))
    return TRUE;
  if (r >= 0)
    rang_routes_remove (hinted, job);
  if (take_free_place (self, job, deadline) || take_place_of_others (self, job, deadline)
      || take_route (self, job, deadline) || make_room (self, job, deadline))
    return TRUE;
  if (r >= 0)
    rang_routes_insert (hinted, job, after, r, by);
  return FALSE;
}

static gboolean
grant (RangKeeper *self, gint32 job, gint32 deadline)
{
  gboolean granted = find_room (self, job, deadline);

  self->version += granted ? 1 : 0;
  return granted;
}

void
rang_keeper_decide (RangKeeper *self, gint32 job, gint32 rank)
{
  const RangTable *t = self->table;

  self->guard->rank[job] = rank;
  rang_routes_measure (self->granted);
  rang_routes_measure (self->hinted);
  if (!t->open[job] || grant (self, job, t->to[job]))
    return;
  rang_guard_refuse (self->guard, job, t->to[job]);
  if (t->closing[job] > t->to[job] && grant (self, job, t->closing[job]))
    return;
  self->guard->wanted[self->guard->n_refused - 1] = t->closing[job];
  if (self->hinted->resource[job] >= 0)
    rang_routes_remove (self->hinted, job);
}
