/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the routes that points and planner would choose. */
#include "planner/rang-suggest.h"

#include "planner/rang-search.h"
#include "planner/rang-tour.h"

#define N_CHAINS 2
#define N_PHASES (2 * RANG_N_CLASSES + 1)

typedef struct
{
  const RangTable *table;
  RangTourMap *map; /* of a plain problem */
  RangSearch *chains[N_CHAINS];
  RangRoutes *routes;
  gint64 *weight;
  gint32 *deadline;
  guint8 *chosen;
  RangSearchLimit limit;
  const RangSuggestOptions *options;
  guint64 left; /* steps */
  RangPlannerProgress best;
  RangRoutes *best_routes; /* where somebody is told */
  guint permille;
  gint64 travel; /* of the best */
  gint64 improved_at;
  GCancellable *cancellable;
} Phases;

static gboolean
is_better (const Phases *self, const RangPlannerProgress *now, gint64 travel)
{
  if (now->points != self->best.points)
    return now->points > self->best.points;
  if (now->on_time != self->best.on_time)
    return now->on_time > self->best.on_time;
  return now->late != self->best.late ? now->late > self->best.late : travel < self->travel;
}

/* Told by a search of what is the best so far: @on_route of the jobs. */
static void
report (const RangSearchNews *news, gpointer data)
{
  Phases *self = data;
  const RangTable *t = self->table;
  RangPlannerProgress now = { 0 };
  guint64 over = self->options->steps - self->left + self->limit.steps * news->permille / 1000;
  gint64 time = g_get_monotonic_time ();

  for (gint32 i = 0; i < t->n_jobs; i++)
    if (self->weight[i] > 0 && news->is_in (news->search, i))
      {
        gboolean late = self->deadline[i] > t->to[i];

        now.on_time += late ? 0 : 1;
        now.late += late ? 1 : 0;
        now.points += late ? 0 : t->points[i];
      }
  if (is_better (self, &now, news->travel))
    {
      self->best = now;
      self->travel = news->travel;
      self->improved_at = time;
      news->copy (news->search, self->best_routes);
    }
  now = self->best;
  self->permille = MAX (self->permille, (guint)MIN (over * 1000 / MAX (self->options->steps, 1), 1000));
  now.permille = self->permille;
  now.unimproved = time - self->improved_at;
  self->options->tell (&now, self->best_routes, self->options->tell_data);
}

/* Travel and service that a job takes on the mean: the measure for temperatures and the price of a point. */
static double
mean_effort (const RangTable *t)
{
  gint64 effort = 0;

  for (gint32 i = 0; i < t->n_jobs; i++)
    {
      gint32 neighbour = t->near[(gsize)i * (gsize)t->n_near + (gsize)MIN (5, t->n_near - 1)];

      effort += rang_table_seconds (t, i, neighbour) + t->service[i];
    }
  return (double)effort / MAX (t->n_jobs, 1);
}

/* Who is asked for in a phase: on time, late, or (last) nobody more. Returns: how many */
static gint32
ask (Phases *self, gint32 phase)
{
  const RangTable *t = self->table;
  gint64 points = 0, price;
  gint32 asked = 0;

  for (gint32 i = 0; i < t->n_jobs; i++)
    {
      const RangJob *job = rang_problem_get_job (t->problem, (guint)i);
      gboolean late = phase % 2 == 1;

      self->weight[i] = self->chosen[i] ? RANG_SEARCH_MUST : 0;
      if (self->chosen[i] || !t->open[i] || job->priority_class != phase / 2 || (late && job->closing <= job->to))
        continue;
      self->deadline[i] = late ? job->closing : job->to;
      self->weight[i] = job->points;
      points += job->points;
      asked++;
    }
  price = asked > 0 ? MAX (1, (gint64)(8.0 * mean_effort (t) * asked / (double)points)) : 1;
  for (gint32 i = 0; i < t->n_jobs; i++)
    if (self->weight[i] > 0 && !self->chosen[i])
      self->weight[i] *= price;
  return asked;
}

/* How many steps of those left a phase takes: as the jobs that it looks for to those that are still to come. */
static guint64
share (const Phases *self, gint32 phase, gint32 asked, guint64 left)
{
  gint64 later = 0;

  for (gint32 i = 0; i < self->table->n_jobs; i++)
    {
      gint32 class = rang_problem_get_job (self->table->problem, (guint)i)->priority_class;

      later += class > phase / 2 ? 4 : class == phase / 2 && phase % 2 == 0 ? 1 : 0;
    }
  /* The first goal of a class counts four times its second; the last tenth is for travel. */
  return phase == N_PHASES - 1 ? left
                               : left * (phase % 2 == 0 ? 36u : 9u) * (guint64)asked
                                     / (10 * ((phase % 2 == 0 ? 4u : 1u) * (guint64)asked + (guint64)later));
}

/* Plain problems: the search for tours. Returns: the steps taken */
static guint64
search_tours (Phases *self)
{
  RangTourQuestion question
      = { .map = self->map, .weight = self->weight, .deadline = self->deadline, .seed = self->options->seed };
  RangTourLimit limit = { .steps = self->limit.steps,
                          .threads = self->limit.threads,
                          .hot = self->limit.hot,
                          .cold = self->limit.cold,
                          .stop_when_all_in = self->limit.stop_when_all_in,
                          .report = self->limit.report,
                          .report_data = self };
  guint64 steps;

  rang_tour_search (&question, &limit, self->routes, self->cancellable, &steps);
  return steps;
}

/* All others. Returns: the steps taken */
static guint64
search_chains (Phases *self)
{
  guint64 before = 0, after = 0;

  for (guint i = 0; i < N_CHAINS; i++)
    {
      rang_search_begin (self->chains[i], self->routes, self->weight, self->deadline);
      before += self->chains[i]->count;
    }
  rang_search_together (self->chains, N_CHAINS, &self->limit, self->cancellable);
  for (guint i = 0; i < N_CHAINS; i++)
    after += self->chains[i]->count;
  rang_routes_copy (self->routes, self->chains[0]->best);
  return after - before;
}

static void
run_phase (Phases *self, gint32 phase)
{
  const RangTable *t = self->table;
  gint32 asked = ask (self, phase);
  double effort = mean_effort (t);
  guint64 taken;

  if (asked == 0 && phase < N_PHASES - 1)
    return;
  self->limit.steps = share (self, phase, asked, self->left);
  self->limit.hot = phase == N_PHASES - 1 ? effort / 10 : 2.0 * effort;
  self->limit.cold = phase == N_PHASES - 1 ? effort / 100 : effort / 15;
  self->limit.stop_when_all_in = phase < N_PHASES - 1;
  taken = self->map != NULL ? search_tours (self) : search_chains (self);
  self->left -= MIN (self->left, taken);
  for (gint32 i = 0; i < t->n_jobs; i++)
    self->chosen[i] = self->routes->resource[i] >= 0;
}

RangRoutes *
rang_suggest_routes (const RangTable *table,
                     const RangSuggestOptions *options,
                     GCancellable *cancellable,
                     gboolean *finished)
{
  Phases self = { .table = table, .cancellable = cancellable, .options = options, .left = options->steps };

  self.limit.threads = options->threads;
  self.limit.report = options->tell != NULL ? report : NULL;
  self.limit.report_data = &self;
  self.improved_at = g_get_monotonic_time ();
  self.travel = G_MAXINT64;
  self.routes = rang_routes_new (table);
  self.best_routes = options->tell != NULL ? rang_routes_new (table) : NULL;
  self.weight = g_new0 (gint64, table->n_jobs + 1);
  self.deadline = g_new0 (gint32, table->n_jobs + 1);
  self.chosen = g_new0 (guint8, table->n_jobs + 1);
  self.map = rang_tour_suits (table) ? rang_tour_map_new (table, cancellable) : NULL;
  for (guint i = 0; i < N_CHAINS; i++)
    self.chains[i] = self.map == NULL ? rang_search_new (table, options->seed, i) : NULL;
  for (gint32 phase = 0; phase < N_PHASES && !g_cancellable_is_cancelled (cancellable); phase++)
    run_phase (&self, phase);
  for (guint i = 0; i < N_CHAINS; i++)
    rang_search_free (self.chains[i]);
  rang_tour_map_free (self.map);
  g_clear_pointer (&self.best_routes, rang_routes_free);
  g_free (self.weight);
  g_free (self.deadline);
  g_free (self.chosen);
  *finished = !g_cancellable_is_cancelled (cancellable);
  return self.routes;
}
