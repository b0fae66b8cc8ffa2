/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers a problem file by the search alone. */
#include "planner/rang-solve.h"

#include "planner/rang-search.h"
#include "planner/rang-tour.h"

#define N_CHAINS 2
#define DEFAULT_STEPS 40000
/* With so many jobs a search begins far from good tours, and has to be hotter. */
#define MANY 400

/* The temperatures and the price of a point, as multiples of the mean travel between neighbours. */
static void
set_scale (const RangTable *t, RangSolveGoal goal, RangSearchLimit *limit, gint64 *price)
{
  gint64 hop = 0, service = 0, points = 0, n = MAX (t->n_jobs, 1);

  for (gint32 i = 0; i < t->n_jobs; i++)
    {
      gint32 neighbour = t->near[(gsize)i * (gsize)t->n_near + (gsize)MIN (5, t->n_near - 1)];

      hop += rang_table_seconds (t, i, neighbour);
      service += t->service[i];
      points += t->points[i];
    }
  if (goal == RANG_SOLVE_ALL)
    {
      *price = RANG_SEARCH_MUST;
      limit->hot = (t->n_jobs > MANY ? 15.0 : 5.0) * (double)hop / (double)n;
      limit->cold = limit->hot / 250.0;
    }
  else
    {
      *price = MAX (1, (gint64)(8.0 * (double)(hop + service) / (double)MAX (points, 1)));
      limit->hot = 2.0 * (double)(hop + service) / (double)n;
      limit->cold = limit->hot / 30.0;
    }
}

/* Plain problems: the search for tours. Returns: %FALSE if it was cancelled */
static gboolean
solve_plain (const RangTable *t,
             const RangSearchLimit *limit,
             const gint64 *weight,
             guint64 seed,
             RangRoutes *routes,
             GCancellable *cancellable)
{
  g_autoptr (RangTourMap) map = rang_tour_map_new (t, NULL);
  RangTourQuestion question = { .map = map, .weight = weight, .deadline = t->to, .seed = seed };
  RangTourLimit tours = { .steps = limit->steps,
                          .microseconds = limit->microseconds,
                          .threads = limit->threads,
                          .hot = limit->hot,
                          .cold = limit->cold };

  return rang_tour_search (&question, &tours, routes, cancellable, NULL);
}

/* All others. */
static gboolean
solve_general (const RangTable *t,
               const RangSearchLimit *limit,
               const gint64 *weight,
               guint64 seed,
               RangRoutes *routes,
               GCancellable *cancellable)
{
  RangSearch *chains[N_CHAINS];
  gboolean finished;

  for (guint i = 0; i < N_CHAINS; i++)
    {
      chains[i] = rang_search_new (t, seed, i);
      rang_search_begin (chains[i], routes, weight, t->to);
    }
  finished = rang_search_together (chains, N_CHAINS, limit, cancellable);
  rang_routes_copy (routes, chains[0]->best);
  for (guint i = 0; i < N_CHAINS; i++)
    rang_search_free (chains[i]);
  return finished;
}

RangPlan *
rang_solve (RangProblem *problem, const RangSolveOptions *options, GCancellable *cancellable)
{
  g_return_val_if_fail (problem != NULL && options != NULL, NULL);

  RangTable *t = rang_table_new (problem);
  RangRoutes *routes = rang_routes_new (t);
  RangSearchLimit limit = { .steps = options->steps > 0 ? options->steps : DEFAULT_STEPS,
                            .microseconds = options->microseconds,
                            .threads = options->threads > 0 ? options->threads : 2 };
  g_autofree gint64 *weight = g_new0 (gint64, t->n_jobs + 1);
  gint64 price;
  gboolean finished;
  RangPlan *plan;

  if (rang_problem_is_signed (problem))
    rang_routes_load_signed (routes);
  set_scale (t, options->goal, &limit, &price);
  for (gint32 i = 0; i < t->n_jobs; i++)
    weight[i] = options->goal == RANG_SOLVE_ALL ? price : price * t->points[i];
  finished = rang_tour_suits (t) ? solve_plain (t, &limit, weight, options->seed, routes, cancellable)
                                 : solve_general (t, &limit, weight, options->seed, routes, cancellable);
  plan = rang_routes_to_plan (routes, !finished);
  rang_routes_free (routes);
  rang_table_free (t);
  return plan;
}
