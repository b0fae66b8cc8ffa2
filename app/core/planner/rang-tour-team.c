/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for several chains cooled down side by side, with the same outcome for any number of threads. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "planner/rang-tour.h"

#define N_CHAINS 2
/* With more jobs looked at each chain takes half of the routes. */
#define WHOLE 400
/* So often those that lag behind adopt the best, or the halves are drawn anew. */
#define WHOLE_MEETINGS 12
#define HALVES_MEETINGS 120
#define WORTH_A_MEETING 500
#define WORTH_A_THREAD 100

typedef struct
{
  RangTour *chain;
  const RangTourLimit *limit;
  GCancellable *cancellable;
  guint64 steps; /* of one chain */
  guint64 from;
  guint64 to;
  gint64 began;
  gint64 until;
} Leg;

static gboolean
is_over (const Leg *leg)
{
  return (leg->limit->stop_when_all_in && leg->chain->best.absent == 0)
         || g_cancellable_is_cancelled (leg->cancellable);
}

static gpointer
run_leg (gpointer data)
{
  Leg *leg = data;
  const RangTourLimit *limit = leg->limit;
  double hot = log (MAX (limit->hot, 1e-3)), cold = log (MAX (limit->cold, 1e-3));
  double temperature = limit->hot;

  for (guint64 i = leg->from; limit->microseconds > 0 || i < leg->to; i++)
    {
      if (((i - leg->from) & 31) == 0)
        {
          gint64 now = limit->microseconds > 0 ? g_get_monotonic_time () : 0;
          double part = limit->microseconds > 0 ? (double)(now - leg->began) / (double)limit->microseconds
                                                : (double)i / (double)leg->steps;

          if (is_over (leg) || now > leg->until)
            break;
          temperature = exp (hot + (cold - hot) * MIN (part, 1.0));
        }
      rang_tour_step (leg->chain, temperature);
    }
  return NULL;
}

/* Each of the legs, the first of every batch on the calling thread. */
static void
run_legs (Leg *legs, guint n, guint threads)
{
  GThread *running[N_CHAINS];

  /* A leg may be so short that starting a thread takes longer. */
  if (legs[0].limit->microseconds == 0 && legs[0].to - legs[0].from < WORTH_A_THREAD)
    threads = 1;
  for (guint i = 0; i < n; i += MAX (threads, 1))
    {
      guint end = MIN (n, i + MAX (threads, 1));

      for (guint k = i + 1; k < end; k++)
        running[k] = g_thread_new ("planner", run_leg, &legs[k]);
      run_leg (&legs[i]);
      for (guint k = i + 1; k < end; k++)
        g_thread_join (running[k]);
    }
}

static void
run_meeting (
    RangTour **chains, const RangTourLimit *limit, guint meeting, guint n, gint64 began, GCancellable *cancellable)
{
  Leg legs[N_CHAINS];
  guint64 steps = limit->steps / N_CHAINS;

  for (guint i = 0; i < N_CHAINS; i++)
    legs[i] = (Leg){ .chain = chains[i],
                     .limit = limit,
                     .cancellable = cancellable,
                     .steps = steps,
                     .from = steps * meeting / n,
                     .to = steps * (meeting + 1) / n,
                     .began = began,
                     .until = began + limit->microseconds * (meeting + 1) / n };
  run_legs (legs, N_CHAINS, limit->threads);
}

static gboolean
is_in_best (gconstpointer search, gint32 job)
{
  return ((const RangTour *)search)->best_node[job].route >= 0;
}

static void
copy_best (gconstpointer search, RangRoutes *to)
{
  rang_routes_clear (to);
  rang_tour_save (search, to, TRUE);
}

/* ---- Everybody on everything ---------------------------------------------------------------------------------- */

static void
search_whole (const RangTourQuestion *question,
              const RangTourLimit *limit,
              RangTour **chains,
              RangRoutes *routes,
              GCancellable *cancellable)
{
  gint64 began = limit->microseconds > 0 ? g_get_monotonic_time () : 0;

  for (guint i = 0; i < N_CHAINS; i++)
    {
      rang_tour_begin (chains[i], routes, question->weight, question->deadline);
      rang_tour_complete (chains[i]);
    }
  for (guint meeting = 0; meeting < WHOLE_MEETINGS; meeting++)
    {
      guint best = 0;

      run_meeting (chains, limit, meeting, WHOLE_MEETINGS, began, cancellable);
      for (guint i = 1; i < N_CHAINS; i++)
        if (rang_tour_is_better (chains[i], chains[best]))
          best = i;
      for (guint i = 0; i < N_CHAINS; i++)
        if (rang_tour_is_better (chains[best], chains[i]))
          rang_tour_adopt (chains[i], chains[best]);
      if (limit->report != NULL)
        limit->report (&(RangSearchNews){ .search = chains[best],
                                          .is_in = is_in_best,
                                          .copy = copy_best,
                                          .travel = chains[best]->best.travel,
                                          .permille = 1000 * (meeting + 1) / WHOLE_MEETINGS },
                       limit->report_data);
      if (g_cancellable_is_cancelled (cancellable) || (limit->stop_when_all_in && chains[0]->best.absent == 0))
        break;
    }
  rang_tour_adopt (chains[0], chains[0]);
  rang_tour_complete (chains[0]);
  rang_routes_clear (routes);
  rang_tour_save (chains[0], routes, TRUE);
}

/* ---- Each on one side of town --------------------------------------------------------------------------------- */

typedef struct
{
  const RangTourQuestion *question;
  RangTour **chains;
  RangRoutes *now;
  gint64 *weight;
  gint64 *keys;
  RangRandom random;
} Halves;

static int
compare_keys (const void *a, const void *b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

/* Routes by how far their jobs are from one job on the mean; empty ones go to both sides in turn. */
static void
draw_sides (Halves *self)
{
  const RangTable *t = self->question->map->table;
  gint32 around = rang_random_below (&self->random, t->n_jobs), n = 0, routed = 0, so_far = 0;

  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint64 sum = 0, count = 0;

      for (gint32 i = self->now->next[rang_routes_start (self->now, r)]; i < t->n_jobs; i = self->now->next[i], count++)
        sum += rang_table_seconds (t, around, i);
      self->chains[0]->mine[r] = r % 2 == 0;
      routed += (gint32)count;
      if (count > 0)
        self->keys[n++] = (sum / count) << 20 | r;
    }
  qsort (self->keys, (gsize)n, sizeof *self->keys, compare_keys);
  for (gint32 k = 0; k < n; k++)
    {
      gint32 r = (gint32)(self->keys[k] & 0xfffff);

      self->chains[0]->mine[r] = 2 * so_far < routed;
      for (gint32 i = self->now->next[rang_routes_start (self->now, r)]; i < t->n_jobs; i = self->now->next[i])
        so_far++;
    }
  for (gint32 r = 0; r < t->n_resources; r++)
    self->chains[1]->mine[r] = !self->chains[0]->mine[r];
}

/* The side of a job: its route's, or that of the nearest job on a route. */
static gboolean
is_on_side (const Halves *self, guint side, gint32 job)
{
  const RangTable *t = self->question->map->table;

  for (gint32 k = 0; k < t->n_near; k++)
    {
      gint32 r = self->now->resource[t->near[(gsize)job * (gsize)t->n_near + (gsize)k]];

      if (r >= 0)
        return self->chains[side]->mine[r];
    }
  return side == 0;
}

static void
begin_sides (Halves *self)
{
  const RangTable *t = self->question->map->table;

  for (guint side = 0; side < N_CHAINS; side++)
    {
      for (gint32 i = 0; i < t->n_jobs; i++)
        self->weight[i] = is_on_side (self, side, i) ? self->question->weight[i] : 0;
      rang_tour_begin (self->chains[side], self->now, self->weight, self->question->deadline);
    }
}

static RangTourGoal
best_together (const Halves *self)
{
  return (RangTourGoal){ .absent = self->chains[0]->best.absent + self->chains[1]->best.absent,
                         .travel = self->chains[0]->best.travel + self->chains[1]->best.travel };
}

static void
save_sides (const Halves *self, RangRoutes *routes, gboolean best)
{
  rang_routes_clear (routes);
  for (guint side = 0; side < N_CHAINS; side++)
    rang_tour_save (self->chains[side], routes, best);
}

/* The first routes, whole. */
static RangTourGoal
begin_together (Halves *self, RangRoutes *routes)
{
  RangTour *chain = self->chains[0];

  rang_tour_begin (chain, routes, self->question->weight, self->question->deadline);
  rang_tour_complete (chain);
  rang_routes_clear (routes);
  rang_tour_save (chain, routes, TRUE);
  rang_routes_copy (self->now, routes);
  return chain->best;
}

static gboolean
is_in_routes (gconstpointer search, gint32 job)
{
  return ((const RangRoutes *)search)->resource[job] >= 0;
}

static void
copy_routes (gconstpointer search, RangRoutes *to)
{
  rang_routes_copy (to, search);
}

static void
tell (const RangRoutes *best, const RangTourLimit *limit, guint permille)
{
  RangSearchNews news = {
    .search = best, .is_in = is_in_routes, .copy = copy_routes, .travel = best->travel, .permille = permille
  };

  if (limit->report != NULL)
    limit->report (&news, limit->report_data);
}

static void
search_halves (Halves *self, const RangTourLimit *limit, RangRoutes *routes, GCancellable *cancellable)
{
  gint64 began = limit->microseconds > 0 ? g_get_monotonic_time () : 0;
  guint64 most = limit->microseconds > 0 ? HALVES_MEETINGS : limit->steps / (N_CHAINS * WORTH_A_MEETING);
  guint n = (guint)CLAMP (most, 1, HALVES_MEETINGS);
  RangTourGoal best = begin_together (self, routes);

  for (guint meeting = 0; meeting < n && !g_cancellable_is_cancelled (cancellable); meeting++)
    {
      RangTourGoal found;

      tell (routes, limit, 1000 * meeting / n);
      if (limit->stop_when_all_in && best.absent == 0)
        break;
      draw_sides (self);
      begin_sides (self);
      run_meeting (self->chains, limit, meeting, n, began, cancellable);
      found = best_together (self);
      if (found.absent < best.absent || (found.absent == best.absent && found.travel < best.travel))
        {
          best = found;
          save_sides (self, routes, TRUE);
        }
      save_sides (self, self->now, FALSE);
    }
}

gboolean
rang_tour_search (const RangTourQuestion *question,
                  const RangTourLimit *limit,
                  RangRoutes *routes,
                  GCancellable *cancellable,
                  guint64 *steps)
{
  const RangTable *t = question->map->table;
  RangTour *chains[N_CHAINS];
  gint32 asked = 0;

  for (guint i = 0; i < N_CHAINS; i++)
    {
      chains[i] = rang_tour_new (question->map, question->seed, i);
      chains[i]->cancellable = cancellable;
    }
  for (gint32 i = 0; i < t->n_jobs; i++)
    asked += question->weight[i] > 0;
  if (asked <= WHOLE)
    search_whole (question, limit, chains, routes, cancellable);
  else
    {
      Halves halves = { .question = question, .chains = chains };

      halves.now = rang_routes_new (t);
      halves.weight = g_new0 (gint64, t->n_jobs + 1);
      halves.keys = g_new0 (gint64, t->n_resources + 1);
      rang_random_seed (&halves.random, question->seed, N_CHAINS);
      search_halves (&halves, limit, routes, cancellable);
      rang_routes_free (halves.now);
      g_free (halves.weight);
      g_free (halves.keys);
    }
  if (steps != NULL)
    *steps = 0;
  for (guint i = 0; i < N_CHAINS; i++)
    {
      if (steps != NULL)
        *steps += chains[i]->count;
      rang_tour_free (chains[i]);
    }
  return !g_cancellable_is_cancelled (cancellable);
}
