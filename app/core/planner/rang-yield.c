/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who would have to yield to a job that is not on time. */
#include "planner/rang-yield.h"

#include <string.h>

/* Of many jobs: routes that are asked who would have to yield. */
#define MAX_ASKED 12

struct _RangYield
{
  const RangTable *table;
  RangRoutes *routes;
  RangRoutes *kept; /* one of routes, before a trial */
  RangPlan *loaded; /* the plan that is in routes */
  guint8 *asked;    /* of a resource */
};

RangYield *
rang_yield_new (const RangTable *table)
{
  RangYield *self = g_new0 (RangYield, 1);

  self->table = table;
  self->routes = rang_routes_new (table);
  self->kept = rang_routes_new (table);
  self->asked = g_new0 (guint8, table->n_resources + 1);
  return self;
}

void
rang_yield_free (RangYield *self)
{
  if (self == NULL)
    return;
  rang_routes_free (self->routes);
  rang_routes_free (self->kept);
  g_clear_pointer (&self->loaded, rang_plan_unref);
  g_free (self->asked);
  g_free (self);
}

static gboolean
fits_on (const RangRoutes *routes, gint32 job, gint32 r)
{
  gint32 end = rang_routes_end (routes, r);

  if (!rang_routes_carries (routes, job, r))
    return FALSE;
  for (gint32 p = rang_routes_start (routes, r); p != end; p = routes->next[p])
    if (rang_routes_fits (routes, job, p, r, routes->table->to[job]))
      return TRUE;
  return FALSE;
}

/* Takes jobs off one route, cheapest first, until the job fits, then puts back what need not go. */
static GArray *
yield_on (RangYield *self, RangPlan *plan, gint32 job, gint32 r, gint64 *points)
{
  RangRoutes *routes = self->routes;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const guint *stops = rang_plan_get_route (plan, (guint)r, &n);

  if (!self->table->allowed[r * self->table->n_jobs + job])
    return NULL;
  *points = 0;
  while (!fits_on (routes, job, r))
    {
      gint32 cheapest = -1;

      for (gint32 i = routes->next[rang_routes_start (routes, r)]; i < self->table->n_jobs; i = routes->next[i])
        if (cheapest < 0 || self->table->points[i] < self->table->points[cheapest])
          cheapest = i;
      if (cheapest < 0)
        return NULL;
      g_array_append_vals (gone, &(guint){ (guint)cheapest }, 1);
      rang_routes_remove (routes, cheapest);
    }
  for (guint k = gone->len; k-- > 0;)
    {
      gint32 back = (gint32)g_array_index (gone, guint, k), after = rang_routes_start (routes, r);

      for (guint i = 0; i < n && stops[i] != (guint)back; i++)
        if (routes->resource[stops[i]] == r)
          after = (gint32)stops[i];
      rang_routes_link (routes, back, after, r);
      if (rang_routes_update (routes, r) && fits_on (routes, job, r))
        g_array_remove_index (gone, k);
      else
        rang_routes_remove (routes, back);
    }
  for (guint k = 0; k < gone->len; k++)
    *points += self->table->points[g_array_index (gone, guint, k)];
  return g_steal_pointer (&gone);
}

/* The routes of the plan, loaded once for all jobs that are asked for. */
static void
load_plan (RangYield *self, RangPlan *plan)
{
  if (self->loaded == plan)
    return;
  rang_routes_load (self->routes, plan);
  g_clear_pointer (&self->loaded, rang_plan_unref);
  self->loaded = rang_plan_ref (plan);
}

typedef struct
{
  GArray *gone;
  gint64 points;
} Least;

/* Would fewer points have to yield on a route than on those asked so far? */
static void
ask_route (RangYield *self, RangPlan *plan, gint32 job, gint32 r, Least *best)
{
  g_autoptr (GArray) gone = NULL;
  gint64 points;

  if (self->asked[r]++ > 0 || !self->table->allowed[r * self->table->n_jobs + job])
    return;
  rang_routes_keep_route (self->kept, self->routes, r, job);
  gone = yield_on (self, plan, job, r, &points);
  rang_routes_restore_route (self->kept, self->routes, r);
  if (gone == NULL || points >= best->points)
    return;
  best->points = points;
  g_clear_pointer (&best->gone, g_array_unref);
  best->gone = g_steal_pointer (&gone);
}

GArray *
rang_yield_needs (RangYield *self, RangPlan *plan, guint job)
{
  g_return_val_if_fail (self != NULL && plan != NULL && job < (guint)self->table->n_jobs, NULL);

  const RangTable *t = self->table;
  const gint32 *near = t->near + (gsize)job * (gsize)t->n_near;
  Least best = { .points = G_MAXINT64 };
  const RangPlanEntry *entry = rang_plan_get_entry (plan, job);

  if (entry->state == RANG_PLAN_ON_TIME || entry->impossible)
    return NULL;
  load_plan (self, plan);
  if (entry->resource != RANG_NO_RESOURCE)
    {
      rang_routes_remove (self->routes, (gint32)job);
      g_clear_pointer (&self->loaded, rang_plan_unref);
    }
  memset (self->asked, 0, (gsize)t->n_resources);
  for (gint32 k = 0, asked = 0; k < t->n_near && asked < MAX_ASKED && !t->few; k++)
    {
      gint32 r = self->routes->resource[near[k]];

      if (r < 0 || self->asked[r] > 0)
        continue;
      asked += t->allowed[r * t->n_jobs + (gint32)job];
      ask_route (self, plan, (gint32)job, r, &best);
    }
  for (gint32 r = 0; r < t->n_resources && best.gone == NULL && !t->few; r++)
    ask_route (self, plan, (gint32)job, r, &best);
  for (gint32 r = 0; r < t->n_resources && t->few; r++)
    ask_route (self, plan, (gint32)job, r, &best);
  return best.gone;
}
