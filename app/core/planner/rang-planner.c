/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the questions about one problem: keep, suggest, needs. */
#include "planner/rang-planner.h"

#include <glib/gi18n-lib.h>

#include "planner/rang-routes.h"

struct _RangPlanner
{
  RangProblem *problem;
  RangPlannerOptions options;
  RangTable *table;
  RangRoutes *routes;
};

void
rang_suggestion_free (RangSuggestion *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ranking);
  rang_plan_unref (self->plan);
  g_ptr_array_unref (self->needs);
  g_free (self);
}

RangPlanner *
rang_planner_new (RangProblem *problem, const RangPlannerOptions *options)
{
  g_return_val_if_fail (problem != NULL, NULL);

  RangPlanner *self = g_new0 (RangPlanner, 1);

  self->problem = rang_problem_ref (problem);
  if (options != NULL)
    self->options = *options;
  self->table = rang_table_new (problem);
  self->routes = rang_routes_new (self->table);
  return self;
}

void
rang_planner_free (RangPlanner *self)
{
  if (self == NULL)
    return;
  rang_routes_free (self->routes);
  rang_table_free (self->table);
  rang_problem_unref (self->problem);
  g_free (self);
}

RangProblem *
rang_planner_get_problem (RangPlanner *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->problem;
}

static gboolean
check_ranking (RangPlanner *self, const guint *ranking, guint n, GError **error)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->table->n_jobs + 1);

  for (guint i = 0; i < n; i++)
    {
      if (ranking[i] >= (guint)self->table->n_jobs)
        {
          g_set_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_RANKING,
                       /* Translators: a rank */
                       _ ("ranking[%u]: is no job of the problem"), i);
          return FALSE;
        }
      if (seen[ranking[i]]++)
        {
          g_set_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_RANKING,
                       /* Translators: a rank */
                       _ ("ranking[%u]: the job stands in it twice"), i);
          return FALSE;
        }
    }
  return TRUE;
}

RangPlan *
rang_planner_keep (RangPlanner *self, const guint *ranking, guint n, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && (ranking != NULL || n == 0), NULL);

  const RangTable *t = self->table;
  guint i;

  if (!check_ranking (self, ranking, n, error))
    return NULL;
  rang_routes_clear (self->routes);
  for (i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gint32 job = (gint32)ranking[i], deadline = t->to[job];
      RangPlace place = rang_routes_find (self->routes, job, deadline);

      if (place.resource < 0)
        place = rang_routes_find (self->routes, job, deadline = t->closing[job]);
      if (place.resource >= 0)
        rang_routes_insert (self->routes, job, place.after, place.resource, deadline);
    }
  return rang_routes_to_plan (self->routes, i < n);
}

typedef struct
{
  const RangProblem *problem;
  RangPlan *plan;
} Order;

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint i = *(const guint *)a, j = *(const guint *)b;
  const RangJob *p = rang_problem_get_job (order->problem, i), *q = rang_problem_get_job (order->problem, j);
  gint difference = p->priority_class - q->priority_class;

  if (difference == 0 && order->plan != NULL)
    difference = (gint)rang_plan_get_entry (order->plan, i)->state - (gint)rang_plan_get_entry (order->plan, j)->state;
  if (difference == 0)
    difference = (q->points > p->points) - (q->points < p->points);
  if (difference == 0)
    difference = (p->to > q->to) - (p->to < q->to);
  if (difference == 0)
    difference = (q->waited > p->waited) - (q->waited < p->waited);
  if (difference == 0)
    difference = (p->number > q->number) - (p->number < q->number);
  return difference != 0 ? difference : (i > j) - (i < j);
}

static gboolean
same_states (RangPlan *a, RangPlan *b)
{
  for (guint i = 0; a != NULL && i < rang_plan_get_n_jobs (a); i++)
    if (rang_plan_get_entry (a, i)->state != rang_plan_get_entry (b, i)->state)
      return FALSE;
  return a != NULL;
}

static void
free_needs (gpointer needs)
{
  if (needs != NULL)
    g_array_unref (needs);
}

RangSuggestion *
rang_planner_suggest (RangPlanner *self, GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL, NULL);

  RangSuggestion *suggestion = g_new0 (RangSuggestion, 1);
  guint n = (guint)self->table->n_jobs;
  Order order = { .problem = self->problem, .plan = NULL };

  suggestion->ranking = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (suggestion->ranking, i);
  for (guint round = 0; round <= n; round++)
    {
      g_autoptr (RangPlan) before = g_steal_pointer (&order.plan);

      order.plan = before;
      g_array_sort_with_data (suggestion->ranking, compare, &order);
      order.plan = rang_planner_keep (self, (const guint *)(gpointer)suggestion->ranking->data, n, cancellable, NULL);
      if (same_states (before, order.plan) || rang_plan_get_unfinished (order.plan))
        break;
    }
  suggestion->plan = order.plan;
  suggestion->needs = g_ptr_array_new_with_free_func (free_needs);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (suggestion->needs, rang_planner_needs (self, (const guint *)(gpointer)suggestion->ranking->data, n,
                                                            suggestion->plan, i));
  return suggestion;
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
yield_on (RangPlanner *self, RangPlan *plan, gint32 job, gint32 r, gint64 *points)
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

GArray *
rang_planner_needs (RangPlanner *self, const guint *ranking, guint n, RangPlan *plan, guint job)
{
  g_return_val_if_fail (self != NULL && plan != NULL && job < (guint)self->table->n_jobs, NULL);

  g_autoptr (GArray) best = NULL;
  gint64 least = G_MAXINT64, points;
  const RangPlanEntry *entry = rang_plan_get_entry (plan, job);

  if (entry->state == RANG_PLAN_ON_TIME || entry->impossible)
    return NULL;
  for (gint32 r = 0; r < self->table->n_resources; r++)
    {
      g_autoptr (GArray) gone = NULL;

      rang_routes_load (self->routes, plan);
      if (entry->resource != RANG_NO_RESOURCE)
        rang_routes_remove (self->routes, (gint32)job);
      gone = yield_on (self, plan, (gint32)job, r, &points);
      if (gone != NULL && points < least)
        {
          least = points;
          g_clear_pointer (&best, g_array_unref);
          best = g_steal_pointer (&gone);
        }
    }
  return g_steal_pointer (&best);
}
