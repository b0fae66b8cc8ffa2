/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for several chains cooled down side by side, with the same outcome for any number of threads. */
#include <math.h>

#include "planner/rang-search.h"

/* So often those that lag behind adopt the best. */
#define N_MEETINGS 12
#define WORTH_A_THREAD 50

typedef struct
{
  RangSearch *chain;
  const RangSearchLimit *limit;
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
  return (leg->limit->stop_when_all_in && leg->chain->best_absent == 0)
         || g_cancellable_is_cancelled (leg->cancellable);
}

static gpointer
run_leg (gpointer data)
{
  Leg *leg = data;
  const RangSearchLimit *limit = leg->limit;
  double hot = log (MAX (limit->hot, 1e-3)), cold = log (MAX (limit->cold, 1e-3));
  double temperature = limit->hot;

  for (guint64 i = leg->from; limit->microseconds > 0 || i < leg->to; i++)
    {
      if (((i - leg->from) & 15) == 0)
        {
          gint64 now = limit->microseconds > 0 ? g_get_monotonic_time () : 0;
          double part = limit->microseconds > 0 ? (double)(now - leg->began) / (double)limit->microseconds
                                                : (double)i / (double)leg->steps;

          if (is_over (leg) || now > leg->until)
            break;
          temperature = exp (hot + (cold - hot) * MIN (part, 1.0));
        }
      rang_search_step (leg->chain, temperature);
    }
  return NULL;
}

/* Is a leg so short that starting a thread takes longer? */
static gboolean
is_short (const Leg *leg)
{
  return leg->limit->microseconds == 0 && leg->to - leg->from < WORTH_A_THREAD;
}

/* Each of the legs, the first of every batch on the calling thread. */
static void
run_legs (Leg *legs, guint n, guint threads)
{
  g_autofree GThread **running = g_new0 (GThread *, n);

  if (is_short (&legs[0]))
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

/* Returns: the index of the best chain */
static guint
meet (RangSearch **chains, guint n, gboolean last)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (rang_search_is_better (chains[i], chains[best]))
      best = i;
  for (guint i = 0; i < n; i++)
    if (rang_search_is_better (chains[best], chains[i]) && (!last || i == 0))
      rang_search_adopt (chains[i], chains[best]);
  return best;
}

static gboolean
is_in_best (gconstpointer search, gint32 job)
{
  return ((const RangSearch *)search)->best->resource[job] >= 0;
}

static void
copy_best (gconstpointer search, RangRoutes *to)
{
  rang_routes_copy (to, ((const RangSearch *)search)->best);
}

static void
tell (const RangSearch *best, const RangSearchLimit *limit, guint meeting)
{
  RangSearchNews news = { .search = best,
                          .is_in = is_in_best,
                          .copy = copy_best,
                          .travel = best->best->travel,
                          .permille = 1000 * (meeting + 1) / N_MEETINGS };

  if (limit->report != NULL)
    limit->report (&news, limit->report_data);
}

gboolean
rang_search_together (RangSearch **chains, guint n_chains, const RangSearchLimit *limit, GCancellable *cancellable)
{
  g_autofree Leg *legs = g_new0 (Leg, n_chains);
  gint64 began = limit->microseconds > 0 ? g_get_monotonic_time () : 0;

  for (guint meeting = 0; meeting < N_MEETINGS; meeting++)
    {
      for (guint i = 0; i < n_chains; i++)
        {
          guint64 steps = limit->steps / n_chains;

          legs[i] = (Leg){ .chain = chains[i], .limit = limit, .cancellable = cancellable, .steps = steps };
          legs[i].from = steps * meeting / N_MEETINGS;
          legs[i].to = steps * (meeting + 1) / N_MEETINGS;
          legs[i].began = began;
          legs[i].until = began + limit->microseconds * (meeting + 1) / N_MEETINGS;
        }
      run_legs (legs, n_chains, limit->threads);
      tell (chains[meet (chains, n_chains, meeting + 1 == N_MEETINGS)], limit, meeting);
      if (is_over (&legs[0]))
        break;
    }
  rang_search_finish (chains[0]);
  return !g_cancellable_is_cancelled (cancellable);
}
