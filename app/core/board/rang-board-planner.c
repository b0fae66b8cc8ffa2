/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking the planner the same question only once. */
#include "board/rang-board-planner-private.h"

/* As many are remembered; of large problems, whose tables are large too, the last. */
#define MOST_REMEMBERED 3
#define LARGE 500

struct _RangBoardPlanner
{
  gatomicrefcount references;
  GMutex lock;
  RangPlanner *planner;
  RangPlannerOptions options;
};

/* Under the lock: the planners that have a suggestion, the newest first. */
G_LOCK_DEFINE_STATIC (remembered);
static RangBoardPlanner *remembered[MOST_REMEMBERED];

static gboolean
same_question (RangBoardPlanner *self, const RangProblem *problem, const RangPlannerOptions *options)
{
  return self->options.seed == options->seed && self->options.steps == options->steps
         && self->options.threads == options->threads
         && rang_problem_equal (rang_planner_get_problem (self->planner), problem);
}

RangBoardPlanner *
rang_board_planner_get (RangProblem *problem, const RangPlannerOptions *options)
{
  RangBoardPlanner *self = NULL;

  g_return_val_if_fail (problem != NULL && options != NULL, NULL);

  G_LOCK (remembered);
  for (guint i = 0; i < MOST_REMEMBERED && self == NULL; i++)
    if (remembered[i] != NULL && same_question (remembered[i], problem, options))
      self = rang_board_planner_ref (remembered[i]);
  G_UNLOCK (remembered);
  if (self != NULL)
    return self;
  self = g_new0 (RangBoardPlanner, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->planner = rang_planner_new (problem, options);
  self->options = *options;
  return self;
}

RangBoardPlanner *
rang_board_planner_ref (RangBoardPlanner *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
rang_board_planner_unref (RangBoardPlanner *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  rang_planner_free (self->planner);
  g_mutex_clear (&self->lock);
  g_free (self);
}

RangProblem *
rang_board_planner_get_problem (RangBoardPlanner *self)
{
  return rang_planner_get_problem (self->planner);
}

static gboolean
is_large (RangBoardPlanner *self)
{
  return rang_problem_get_n_jobs (rang_planner_get_problem (self->planner)) > LARGE;
}

/* The oldest makes room, a large one for another. One that is remembered already only comes to the front. */
static void
remember (RangBoardPlanner *self)
{
  RangBoardPlanner *next = rang_board_planner_ref (self);

  G_LOCK (remembered);
  for (guint i = 0; i < MOST_REMEMBERED && next != NULL; i++)
    {
      RangBoardPlanner *here = remembered[i];

      remembered[i] = next;
      next = here;
      if (here == self || (here != NULL && is_large (self) && is_large (here)))
        break;
    }
  G_UNLOCK (remembered);
  rang_board_planner_unref (next);
}

RangPlanner *
rang_board_planner_get_planner (RangBoardPlanner *self)
{
  return self->planner;
}

RangSuggestion *
rang_board_planner_suggest (RangBoardPlanner *self,
                            RangPlannerProgressFunc progress,
                            gpointer data,
                            GCancellable *cancellable)
{
  RangSuggestion *suggestion;

  g_mutex_lock (&self->lock);
  rang_planner_set_progress (self->planner, progress, data);
  suggestion = rang_planner_suggest (self->planner, cancellable);
  rang_planner_set_progress (self->planner, NULL, NULL);
  g_mutex_unlock (&self->lock);
  if (!rang_plan_get_unfinished (suggestion->plan))
    remember (self);
  return suggestion;
}

RangPlan *
rang_board_planner_keep (RangBoardPlanner *self, const GArray *jobs, GCancellable *cancellable, GError **error)
{
  RangPlan *plan;

  g_mutex_lock (&self->lock);
  plan = rang_planner_keep (self->planner, (const guint *)(gpointer)jobs->data, jobs->len, cancellable, error);
  g_mutex_unlock (&self->lock);
  return plan;
}

GArray *
rang_board_planner_needs (RangBoardPlanner *self, RangPlan *plan, guint job)
{
  GArray *needs;

  g_mutex_lock (&self->lock);
  needs = rang_planner_needs (self->planner, plan, job);
  g_mutex_unlock (&self->lock);
  return needs;
}
