/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers a problem file by the search alone. */
#include "planner/rang-solve.h"

#include "planner/rang-search.h"

#define N_CHAINS 2
#define DEFAULT_STEPS 40000

/* The temperatures and the price of a point, as multiples of the mean travel between neighbours. */
static void
set_scale (const RangTable *t, const RangSolveOptions *options, RangSearchLimit *limit, gint64 *price)
{
  gint64 hop = 0, service = 0, points = 0, n = MAX (t->n_jobs, 1);

  for (gint32 i = 0; i < t->n_jobs; i++)
    {
      gint32 neighbour = t->near[(gsize)i * (gsize)t->n_near + (gsize)MIN (5, t->n_near - 1)];

      hop += rang_table_seconds (t, i, neighbour);
      service += t->service[i];
      points += t->points[i];
    }
  *price = options->goal == RANG_SOLVE_ALL ? RANG_SEARCH_MUST
                                           : MAX (1, (gint64)(8.0 * (double)(hop + service) / (double)MAX (points, 1)));
  limit->hot
      = options->goal == RANG_SOLVE_ALL ? 5.0 * (double)hop / (double)n : 2.0 * (double)(hop + service) / (double)n;
  limit->cold = limit->hot / (options->goal == RANG_SOLVE_ALL ? 250.0 : 30.0);
}

RangPlan *
rang_solve (RangProblem *problem, const RangSolveOptions *options, GCancellable *cancellable)
{
  g_return_val_if_fail (problem != NULL && options != NULL, NULL);

  RangTable *t = rang_table_new (problem);
  RangRoutes *start = rang_routes_new (t);
  RangSearch *chains[N_CHAINS];
  RangSearchLimit limit = { .steps = options->steps > 0 ? options->steps : DEFAULT_STEPS,
                            .microseconds = options->microseconds,
                            .threads = options->threads > 0 ? options->threads : 2 };
  g_autofree gint64 *weight = g_new0 (gint64, t->n_jobs + 1);
  gint64 price;
  gboolean finished;
  RangPlan *plan;

  if (rang_problem_is_signed (problem))
    rang_routes_load_signed (start);
  set_scale (t, options, &limit, &price);
  for (gint32 i = 0; i < t->n_jobs; i++)
    weight[i] = options->goal == RANG_SOLVE_ALL ? price : price * t->points[i];
  for (guint i = 0; i < N_CHAINS; i++)
    {
      chains[i] = rang_search_new (t, options->seed, i);
      rang_search_begin (chains[i], start, weight, t->to);
    }
  finished = rang_search_together (chains, N_CHAINS, &limit, cancellable);
  plan = rang_routes_to_plan (chains[0]->best, !finished);
  for (guint i = 0; i < N_CHAINS; i++)
    rang_search_free (chains[i]);
  rang_routes_free (start);
  rang_table_free (t);
  return plan;
}
