/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for routes under work made of a plan or of signed routes, and the plan that they are. */
#include "planner/rang-routes-general.h"
#include "planner/rang-routes.h"

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
