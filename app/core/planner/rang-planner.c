/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the questions about one problem: keep, suggest, needs. */
#include "planner/rang-planner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "planner/rang-keep.h"
#include "planner/rang-suggest.h"
#include "planner/rang-yield.h"

/* Decisions are remembered at every so many ranks, within this much memory. */
#define MEMORY (48u << 20)
#define N_DEFAULT_STEPS 20000
#define N_DEFAULT_THREADS 2
/* So many walks under the signed routes may find the order by states and the states of that order agreeing. */
#define MAX_SIGNED_ROUNDS 12

struct _RangPlanner
{
  RangProblem *problem;
  RangPlannerOptions options;
  RangTable *table;
  RangYield *yield;
  RangKeeper *keeper;
  GPtrArray *remembered; /* RangKeeperMemory after 0, stride, 2 stride … ranks of last */
  guint stride;
  GArray *last;
  guint n_valid; /* of remembered */
  RangPlannerProgressFunc progress;
  gpointer progress_data;
  const RangRoutes *best; /* while progress is told */
  RangSuggestion *suggestion;
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

static void
free_memory (gpointer memory)
{
  rang_keeper_memory_free (memory);
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
  self->yield = rang_yield_new (self->table);
  self->keeper = rang_keeper_new (self->table);
  self->remembered = g_ptr_array_new_with_free_func (free_memory);
  self->last = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stride = 1 + (guint)((gsize)self->table->n_jobs * rang_keeper_memory_get_size (self->keeper) / MEMORY);
  if (self->options.steps == 0)
    self->options.steps = N_DEFAULT_STEPS;
  if (self->options.threads == 0)
    self->options.threads = N_DEFAULT_THREADS;
  return self;
}

void
rang_planner_free (RangPlanner *self)
{
  if (self == NULL)
    return;
  rang_suggestion_free (self->suggestion);
  g_array_unref (self->last);
  g_ptr_array_unref (self->remembered);
  rang_keeper_free (self->keeper);
  rang_yield_free (self->yield);
  rang_table_free (self->table);
  rang_problem_unref (self->problem);
  g_free (self);
}

void
rang_planner_set_progress (RangPlanner *self, RangPlannerProgressFunc func, gpointer data)
{
  g_return_if_fail (self != NULL);
  self->progress = func;
  self->progress_data = data;
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

/* Goes back to the decisions remembered that hold for this ranking as well. Returns: how many ranks they cover */
static guint
recall (RangPlanner *self, const guint *ranking, guint n)
{
  guint same = 0, known;

  while (same < n && same < self->last->len && ranking[same] == g_array_index (self->last, guint, same))
    same++;
  known = MIN (same / self->stride + 1, self->n_valid);
  if (known == 0)
    rang_keeper_begin (self->keeper);
  else
    rang_keeper_recall (self->keeper, self->remembered->pdata[known - 1]);
  self->n_valid = known;
  g_array_set_size (self->last, 0);
  g_array_append_vals (self->last, ranking, n);
  return known > 0 ? (known - 1) * self->stride : 0;
}

static void
remember (RangPlanner *self, guint rank)
{
  guint index = rank / self->stride;

  if (rank % self->stride != 0 || index < self->n_valid)
    return;
  while (self->remembered->len <= index)
    g_ptr_array_add (self->remembered, rang_keeper_memory_new (self->table));
  rang_keeper_remember (self->keeper, self->remembered->pdata[index]);
  self->n_valid = index + 1;
}

/* Grants the states, guided by whatever hint is set. Returns: how many ranks are decided */
static guint
decide (RangPlanner *self, const guint *ranking, guint n, gboolean once, GCancellable *cancellable)
{
  guint rank = recall (self, ranking, n);

  for (; rank < n && !g_cancellable_is_cancelled (cancellable); rank++)
    {
      if (!once)
        remember (self, rank);
      rang_keeper_decide (self->keeper, (gint32)ranking[rank], (gint32)rank);
    }
  return rank;
}

static RangPlan *
polish (RangPlanner *self, const guint *ranking, guint n_decided, GCancellable *cancellable)
{
  rang_keeper_polish (self->keeper, ranking, n_decided, cancellable);
  return rang_routes_to_plan (self->keeper->granted, g_cancellable_is_cancelled (cancellable));
}

static RangPlan *
walk (RangPlanner *self, const guint *ranking, guint n, GCancellable *cancellable)
{
  return polish (self, ranking, decide (self, ranking, n, FALSE, cancellable), cancellable);
}

static void
set_hint (RangPlanner *self, const RangRoutes *hint)
{
  rang_keeper_set_hint (self->keeper, hint);
  self->n_valid = 0;
}

/* After the hand-over the signed routes lead, so that of plans equally good the one nearest to them comes out. */
static void
set_signed_hint (RangPlanner *self)
{
  RangRoutes *routes = rang_routes_new (self->table);

  rang_routes_load_signed (routes);
  set_hint (self, routes);
  rang_routes_free (routes);
}

static gboolean
ensure_suggestion (RangPlanner *self, GCancellable *cancellable);

RangPlan *
rang_planner_keep (RangPlanner *self, const guint *ranking, guint n, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && (ranking != NULL || n == 0), NULL);

  if (!check_ranking (self, ranking, n, error))
    return NULL;
  if (!ensure_suggestion (self, cancellable) && rang_problem_is_signed (self->problem))
    set_signed_hint (self);
  return walk (self, ranking, n, cancellable);
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

/* One walk; only states that agree are worth polishing, and those of the last walk. Returns: %NULL if it was stopped */
static RangPlan *
settle_once (RangPlanner *self, const GArray *ranking, RangPlan *plan, gboolean last, GCancellable *cancellable)
{
  const guint *jobs = (const guint *)(gpointer)ranking->data;
  guint decided = decide (self, jobs, ranking->len, TRUE, cancellable);
  g_autoptr (RangPlan) kept = NULL;

  if (decided < ranking->len)
    return NULL;
  kept = rang_routes_to_plan (self->keeper->granted, FALSE);
  if (!last && !same_states (plan, kept))
    return g_steal_pointer (&kept);
  rang_keeper_polish (self->keeper, jobs, decided, cancellable);
  return g_cancellable_is_cancelled (cancellable) ? NULL : rang_routes_to_plan (self->keeper->granted, FALSE);
}

/* Ranks by what the hint grants, walks, and takes what the walk found for the next hint, until both agree: nobody whom
 * a walk granted a place is worse off in the next, so that it ends (unless a detour is quicker than the way: then it
 * is given up). The signed routes lead instead as long as that ends as well: with one hint for all walks the order by
 * states and the states of that order may go round in a circle. The last hint stays for rang_planner_keep(). Who is
 * stopped gets the routes of the hint: the best so far. */
static RangPlan *
settle (RangPlanner *self, RangRoutes *hint, GArray *ranking, GCancellable *cancellable)
{
  gboolean is_signed = rang_problem_is_signed (self->problem);
  guint n_rounds = MAX_SIGNED_ROUNDS + (guint)self->table->n_jobs;
  g_autoptr (RangPlan) plan = rang_routes_to_plan (hint, g_cancellable_is_cancelled (cancellable));

  if (is_signed)
    set_signed_hint (self);
  for (guint round = 0;; round++)
    {
      Order order = { .problem = self->problem, .plan = plan };
      g_autoptr (RangPlan) kept = NULL;

      g_array_sort_with_data (ranking, compare, &order);
      if (rang_plan_get_unfinished (plan))
        return g_steal_pointer (&plan);
      if (!is_signed || round >= MAX_SIGNED_ROUNDS)
        set_hint (self, hint);
      kept = settle_once (self, ranking, plan, round > n_rounds, cancellable);
      if (kept == NULL)
        return rang_routes_to_plan (hint, TRUE);
      if (round > n_rounds || same_states (plan, kept))
        return g_steal_pointer (&kept);
      rang_routes_load (hint, kept);
      g_clear_pointer (&plan, rang_plan_unref);
      plan = g_steal_pointer (&kept);
    }
}

/* All jobs as they are numbered, without a plan. */
static RangSuggestion *
suggestion_new (guint n)
{
  RangSuggestion *suggestion = g_new0 (RangSuggestion, 1);

  suggestion->ranking = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (suggestion->ranking, i);
  suggestion->needs = g_ptr_array_new_with_free_func (free_needs);
  return suggestion;
}

static void
tell (const RangPlannerProgress *progress, const RangRoutes *best, gpointer data)
{
  RangPlanner *self = data;

  self->best = best;
  self->progress (progress, self->progress_data);
  self->best = NULL;
}

RangSuggestion *
rang_planner_dup_best (RangPlanner *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  guint n = (guint)self->table->n_jobs;
  RangSuggestion *best = self->best != NULL ? suggestion_new (n) : NULL;
  Order order = { .problem = self->problem };

  if (best == NULL)
    return NULL;
  order.plan = best->plan = rang_routes_to_plan (self->best, TRUE);
  g_array_sort_with_data (best->ranking, compare, &order);
  g_ptr_array_set_size (best->needs, (gint)n);
  return best;
}

static RangSuggestion *
search_suggestion (RangPlanner *self, GCancellable *cancellable)
{
  guint n = (guint)self->table->n_jobs;
  RangSuggestion *suggestion = suggestion_new (n);
  gboolean finished;
  RangSuggestOptions options = { .seed = self->options.seed,
                                 .steps = self->options.steps,
                                 .threads = self->options.threads,
                                 .tell = self->progress != NULL ? tell : NULL,
                                 .tell_data = self };
  RangRoutes *hint = rang_suggest_routes (self->table, &options, cancellable, &finished);

  suggestion->plan = settle (self, hint, suggestion->ranking, cancellable);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        suggestion->needs,
        rang_plan_get_unfinished (suggestion->plan) || g_cancellable_is_cancelled (cancellable)
            ? NULL
            : rang_planner_needs (self, suggestion->plan, i));
  if (g_cancellable_is_cancelled (cancellable) && !rang_plan_get_unfinished (suggestion->plan))
    {
      g_clear_pointer (&suggestion->plan, rang_plan_unref);
      suggestion->plan = rang_routes_to_plan (self->keeper->granted, TRUE);
    }
  rang_routes_free (hint);
  return suggestion;
}

/* Returns: %FALSE if it was cancelled: then the keeper has no hint */
static gboolean
ensure_suggestion (RangPlanner *self, GCancellable *cancellable)
{
  if (self->suggestion != NULL)
    return TRUE;
  self->suggestion = search_suggestion (self, cancellable);
  if (!rang_plan_get_unfinished (self->suggestion->plan))
    return TRUE;
  g_clear_pointer (&self->suggestion, rang_suggestion_free);
  return FALSE;
}

static RangSuggestion *
suggestion_copy (const RangSuggestion *from)
{
  RangSuggestion *copy = g_new0 (RangSuggestion, 1);

  copy->ranking = g_array_copy (from->ranking);
  copy->plan = rang_plan_ref (from->plan);
  copy->needs = g_ptr_array_new_with_free_func (free_needs);
  for (guint i = 0; i < from->needs->len; i++)
    g_ptr_array_add (copy->needs, from->needs->pdata[i] != NULL ? g_array_ref (from->needs->pdata[i]) : NULL);
  return copy;
}

RangSuggestion *
rang_planner_suggest (RangPlanner *self, GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->suggestion == NULL)
    {
      g_autoptr (RangSuggestion) found = search_suggestion (self, cancellable);

      if (rang_plan_get_unfinished (found->plan))
        return g_steal_pointer (&found);
      self->suggestion = g_steal_pointer (&found);
    }
  return suggestion_copy (self->suggestion);
}

GArray *
rang_planner_needs (RangPlanner *self, RangPlan *plan, guint job)
{
  g_return_val_if_fail (self != NULL && plan != NULL && job < (guint)self->table->n_jobs, NULL);

  return rang_yield_needs (self->yield, plan, job);
}
