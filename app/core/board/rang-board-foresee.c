/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for whether a promise can be kept before it is made. */
#include "board/rang-board-foresee.h"

#include <glib/gi18n-lib.h>

#include "board/rang-board-day-private.h"

void
rang_foresight_free (RangForesight *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->late);
  g_array_unref (self->left_out);
  g_free (self->why);
  g_free (self);
}

/**
 * Question:
 * @day: the board's day with the order among the others; what it does not own it borrows from the board's
 * @extra: the order as one of the day; @job: its index
 * @base: (element-type guint): the jobs of the board in rank order, without it
 */
typedef struct
{
  RangBoardDay day;
  RangDayOrder extra;
  RangBoardOrder from;
  RangBoardScore score;
  guint job;
  GArray *base;
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->day.orders, g_ptr_array_unref);
  g_clear_pointer (&self->day.index, g_hash_table_unref);
  g_clear_pointer (&self->day.problem, rang_problem_unref);
  g_clear_pointer (&self->day.left, rang_problem_unref);
  g_clear_pointer (&self->base, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
ask (Question *self, RangBoard *board, const RangOrder *order, const RangClient *client, GError **error)
{
  RangBoardDay *day = rang_board_get_board_day (board);
  const GArray *ranking = rang_board_get_ranking (board);
  guint job = day->orders->len;

  if (order->promised.from < 0 || order->promised.to < order->promised.from
      || order->promised.to > RANG_TIME_END_OF_DAY)
    {
      g_set_error_literal (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                           _ ("It has no promised window that makes sense; promise it anew"));
      return FALSE;
    }
  rang_board_day_find (day, order->number, &job);
  self->job = job;
  self->from.order = (RangOrder *)order;
  self->score.class_letter = 'C';
  self->score.points = 1;
  self->extra = (RangDayOrder){ .from = &self->from, .client = client, .score = &self->score };
  self->day.input = day->input;
  self->day.roster = day->roster;
  self->day.near = rang_board_get_states (board)->plan;
  self->day.orders = g_ptr_array_new ();
  self->day.index = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_ptr_array_extend (self->day.orders, day->orders, NULL, NULL);
  if (job == day->orders->len)
    g_ptr_array_add (self->day.orders, &self->extra);
  else
    self->day.orders->pdata[job] = &self->extra;
  self->base = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ranking->len; i++)
    {
      guint one;

      if (rang_board_day_find (day, g_array_index (ranking, gint64, i), &one) != NULL && one != job)
        g_array_append_val (self->base, one);
    }
  return rang_board_day_make_problem (&self->day, error);
}

/* Who stands worse with the order on top than on the board. */
static void
find_victims (const Question *self, RangPlan *before, RangPlan *after, RangForesight *foresight)
{
  for (guint i = 0; i < self->base->len; i++)
    {
      guint job = g_array_index (self->base, guint, i);
      RangPlanState was = rang_plan_get_entry (before, job)->state, is = rang_plan_get_entry (after, job)->state;
      gint64 number = ((const RangDayOrder *)self->day.orders->pdata[job])->from->order->number;

      if (is > was)
        g_array_append_val (is == RANG_PLAN_LATE ? foresight->late : foresight->left_out, number);
    }
}

static RangForesight *
answer (const Question *self, RangPlan *below, RangPlan *above)
{
  RangForesight *foresight = g_new0 (RangForesight, 1);
  const RangPlanEntry *entry = rang_plan_get_entry (below, self->job);

  foresight->late = g_array_new (FALSE, FALSE, sizeof (gint64));
  foresight->left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  foresight->promised = self->from.order->promised;
  foresight->state = entry->state;
  foresight->impossible = entry->impossible;
  foresight->why = entry->impossible ? rang_board_day_why_not_carried (&self->day, self->job) : NULL;
  foresight->eta = entry->start >= 0 ? entry->start : RANG_TIME_NONE;
  foresight->minutes_late = rang_plan_get_minutes_late (below, self->job);
  if (entry->state != RANG_PLAN_ON_TIME && !entry->impossible)
    find_victims (self, below, above, foresight);
  return foresight;
}

RangForesight *
rang_board_foresee (
    RangBoard *board, const RangOrder *order, const RangClient *client, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (board != NULL && order != NULL, NULL);

  g_auto (Question) question = { 0 };
  g_autoptr (RangPlanner) planner = NULL;
  g_autoptr (RangPlan) below = NULL, above = NULL;
  guint n;

  if (!ask (&question, board, order, client, error))
    return NULL;
  planner = rang_planner_new (question.day.left, NULL);
  n = question.base->len;
  g_array_append_val (question.base, question.job);
  below = rang_planner_keep (planner, (const guint *)(gpointer)question.base->data, n + 1, cancellable, error);
  g_array_remove_index (question.base, n);
  g_array_prepend_val (question.base, question.job);
  above = below != NULL
              ? rang_planner_keep (planner, (const guint *)(gpointer)question.base->data, n + 1, cancellable, error)
              : NULL;
  g_array_remove_index (question.base, 0);
  if (above == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return answer (&question, below, above);
}

/* Who would pay for the promise. */
static char *
price_to_text (const RangForesight *self)
{
  g_autofree char *by = rang_time_format (self->promised.to);
  guint late = self->late->len, out = self->left_out->len;

  if (late > 0 && out > 0)
    /* Translators: a time; the next sentence begins with how many orders are left out */
    return g_strdup_printf (_ ("promising %s would break the promises of %u other orders"), by, late + out);
  if (late > 0)
    /* Translators: a time; how many orders */
    return g_strdup_printf (
        ngettext ("promising %s would make %u order late", "promising %s would make %u orders late", late), by, late);
  if (out > 0)
    /* Translators: a time; how many orders */
    return g_strdup_printf (
        ngettext ("promising %s would leave %u order out", "promising %s would leave %u orders out", out), by, out);
  /* Translators: a time */
  return g_strdup_printf (_ ("at a higher rank %s can be kept, and nobody else falls behind"), by);
}

char *
rang_foresight_to_text (const RangForesight *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Seconds are cut off in the text: who comes within a minute is there by its end. */
  g_autofree char *eta
      = self->eta != RANG_TIME_NONE ? rang_time_format (MIN (self->eta + 59, RANG_TIME_END_OF_DAY)) : NULL;
  g_autofree char *price = NULL;

  if (self->state == RANG_PLAN_ON_TIME)
    /* Translators: a time */
    return g_strdup_printf (_ ("Can be there by %s: the promise can be kept."), eta);
  if (self->impossible && self->why != NULL)
    return g_strdup (self->why);
  if (self->impossible)
    return eta != NULL
               /* Translators: a time */
               ? g_strdup_printf (_ ("Can be there by %s; the promise cannot be kept even at rank 1."), eta)
               : g_strdup (_ ("Cannot be there on that day, even at rank 1."));
  price = price_to_text (self);
  if (eta != NULL)
    /* Translators: a time, and what the promise would cost, e.g. "promising 10:30 would make 3 orders late" */
    return g_strdup_printf (_ ("Can be there by %s; %s."), eta, price);
  /* Translators: what the promise would cost, e.g. "promising 10:30 would make 3 orders late" */
  return g_strdup_printf (_ ("No room is left on that day; %s."), price);
}
