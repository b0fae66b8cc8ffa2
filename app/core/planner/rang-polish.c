/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is improved once all states stand: minutes late in rank order, then travel. */
#include "planner/rang-keep.h"

#define MAX_ROUNDS 4

static gboolean
is_late (const RangKeeper *self, gint32 job)
{
  const RangRoutes *w = self->granted;

  return w->resource[job] >= 0 && w->early[job] > self->table->to[job];
}

/* The place where the job starts soonest, by a deadline. */
static RangPlace
find_soonest (const RangRoutes *w, gint32 job, gint32 deadline)
{
  const RangTable *t = w->table;
  RangPlace best = RANG_PLACE_NONE;

  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 end = rang_routes_end (w, r);

      if (!rang_routes_carries (w, job, r))
        continue;
      for (gint32 p = rang_routes_start (w, r); p != end && w->leave[p] <= deadline; p = w->next[p])
        {
          gint32 begin = rang_routes_begin (w, job, p, r, deadline);

          if (begin > deadline)
            continue;
          best = (RangPlace){ .resource = r, .after = p };
          deadline = begin - 1;
        }
    }
  return best;
}

static gboolean
is_allowed (RangKeeper *self, gint32 r, gint32 s)
{
  return rang_guard_allows (self->guard, self->granted, r)
         && (r == s || rang_guard_allows (self->guard, self->granted, s));
}

/* Moves a late job to where it starts sooner. */
static gboolean
move_sooner (RangKeeper *self, gint32 job)
{
  RangRoutes *w = self->granted;
  gint32 r = w->resource[job], before = w->previous[job], by = w->deadline[job], now = w->early[job];
  RangPlace place;

  rang_routes_remove (w, job);
  place = find_soonest (w, job, now - 1);
  if (place.resource >= 0)
    {
      rang_routes_insert (w, job, place.after, place.resource, by);
      if (w->early[job] < now && is_allowed (self, r, place.resource))
        return TRUE;
      rang_routes_remove (w, job);
    }
  rang_routes_insert (w, job, before, r, by);
  return FALSE;
}

/* Sends a job that stands before a late one elsewhere. */
static gboolean
clear_way (RangKeeper *self, gint32 late, gint32 one)
{
  RangRoutes *w = self->granted;
  gint32 r = w->resource[one], before = w->previous[one], by = w->deadline[one], now = w->early[late];
  RangPlace place = RANG_PLACE_NONE;

  rang_routes_remove (w, one);
  if (w->early[late] < now)
    {
      gint32 kept = w->deadline[late];

      w->deadline[late] = now - 1;
      rang_routes_update (w, r);
      place = rang_routes_find_soon (w, one, by);
      if (place.resource >= 0)
        rang_routes_insert (w, one, place.after, place.resource, by);
      w->deadline[late] = kept;
      rang_routes_update (w, r);
      if (place.resource >= 0 && is_allowed (self, r, place.resource))
        return TRUE;
      if (place.resource >= 0)
        rang_routes_remove (w, one);
    }
  rang_routes_insert (w, one, before, r, by);
  return FALSE;
}

static gboolean
improve_late (RangKeeper *self, gint32 job)
{
  gint32 start = rang_routes_start (self->granted, self->granted->resource[job]);

  if (move_sooner (self, job))
    return TRUE;
  for (gint32 one = self->granted->previous[job]; one != start; one = self->granted->previous[one])
    if (clear_way (self, job, one))
      return TRUE;
  return FALSE;
}

/* In rank order; whoever is done may not become later through those that follow. */
static void
reduce_minutes (RangKeeper *self, const guint *ranking, guint n, GCancellable *cancellable)
{
  RangRoutes *w = self->granted;

  for (guint k = 0; k < n; k++)
    {
      gint32 job = (gint32)ranking[k];

      for (guint round = 0; round < MAX_ROUNDS && is_late (self, job); round++)
        if (g_cancellable_is_cancelled (cancellable) || !improve_late (self, job))
          break;
      if (!is_late (self, job))
        continue;
      w->deadline[job] = w->early[job];
      rang_routes_update (w, w->resource[job]);
    }
}

/* Moves one job to where it costs the least travel. */
static gboolean
move_nearer (RangKeeper *self, gint32 job)
{
  RangRoutes *w = self->granted;
  gint32 r = w->resource[job], before = w->previous[job], by = w->deadline[job];
  gint64 travel = w->travel;
  RangPlace place;

  rang_routes_remove (w, job);
  place = rang_routes_find_soon (w, job, by);
  if (place.resource >= 0 && w->travel + place.more < travel)
    {
      rang_routes_insert (w, job, place.after, place.resource, by);
      if (is_allowed (self, r, place.resource))
        return TRUE;
      rang_routes_remove (w, job);
    }
  rang_routes_insert (w, job, before, r, by);
  return FALSE;
}

/* A job on the van that was signed for it is not moved for less travel: the plan nearest to what was signed wins. */
static gboolean
is_where_signed (const RangKeeper *self, gint32 job)
{
  const RangJob *of = rang_problem_get_job (self->table->problem, (guint)job);

  return of->signed_place > 0 && of->signed_resource == self->granted->resource[job];
}

static void
reduce_travel (RangKeeper *self, const guint *ranking, guint n, GCancellable *cancellable)
{
  gboolean better = TRUE;

  for (guint round = 0; round < MAX_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint k = 0; k < n && !g_cancellable_is_cancelled (cancellable); k++)
        if (self->granted->resource[ranking[k]] >= 0 && !is_where_signed (self, (gint32)ranking[k])
            && move_nearer (self, (gint32)ranking[k]))
          better = TRUE;
    }
}

void
rang_keeper_polish (RangKeeper *self, const guint *ranking, guint n, GCancellable *cancellable)
{
  rang_routes_measure (self->granted);
  reduce_minutes (self, ranking, n, cancellable);
  reduce_travel (self, ranking, n, cancellable);
}
