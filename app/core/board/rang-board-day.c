/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what all boards of one day have in common: scores, problem, suggestion. */
#include "board/rang-board-day-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <inttypes.h>

static void
day_order_free (gpointer data)
{
  RangDayOrder *order = data;

  rang_board_score_free (order->score);
  g_free (order);
}

static void
unscored_free (gpointer data)
{
  RangBoardUnscored *unscored = data;

  g_free (unscored->message);
  g_free (unscored);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const RangBoardOrder *const *p = a, *const *q = b;

  return ((*p)->order->number > (*q)->order->number) - ((*p)->order->number < (*q)->order->number);
}

static gboolean
is_on_roster (const RangBoardDay *day, gint64 resource)
{
  for (guint i = 0; i < day->roster->len; i++)
    if (((RangRosterEntry *)day->roster->pdata[i])->resource == resource)
      return TRUE;
  return FALSE;
}

/* Can the planner make anything of the order? One that it cannot must not take the board down. */
static gboolean
check_order (const RangBoardDay *day, const RangBoardOrder *from, GError **error)
{
  RangTimeWindow promised = from->order->promised;

  if (promised.from < 0 || promised.to < promised.from || promised.to > RANG_TIME_END_OF_DAY)
    g_set_error_literal (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                         _ ("It has no promised window that makes sense; promise it anew"));
  else if (from->lock != 0 && !is_on_roster (day, from->lock))
    g_set_error_literal (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                         _ ("It is locked to a resource that is not on the day's roster; lock it to another"));
  else
    return TRUE;
  return FALSE;
}

static void
add_order (RangBoardDay *day, const RangBoardOrder *from)
{
  g_autoptr (GError) error = NULL;
  RangBoardScore *score = check_order (day, from, &error) ? rang_board_day_score (day->input, from, &error) : NULL;

  if (score == NULL)
    {
      RangBoardUnscored *unscored = g_new0 (RangBoardUnscored, 1);

      unscored->number = from->order->number;
      unscored->order = from->order;
      unscored->message = g_strdup (error->message);
      g_ptr_array_add (day->unscored, unscored);
    }
  else
    {
      RangDayOrder *order = g_new0 (RangDayOrder, 1);

      order->from = from;
      order->client = rang_board_input_find_client (day->input, from->order->client);
      order->department = rang_board_input_find_department (day->input, from->order->department);
      order->score = score;
      g_ptr_array_add (day->orders, order);
      g_hash_table_insert (day->index, &from->order->number, GUINT_TO_POINTER (day->orders->len));
    }
}

/* In the order of their numbers, so that the answer does not depend on how they were loaded. */
static gboolean
add_orders (RangBoardDay *day, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (day->input->orders, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_numbers);
  for (guint i = 0; i < sorted->len; i++)
    {
      const RangBoardOrder *from = sorted->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i > 0 && compare_numbers (&sorted->pdata[i - 1], &sorted->pdata[i]) == 0)
        {
          g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                       /* Translators: the number of an order */
                       _ ("Order %" PRId64 " is on the board twice; check the store"), from->order->number);
          return FALSE;
        }
      add_order (day, from);
    }
  return TRUE;
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const RangRosterEntry *p = *(const RangRosterEntry *const *)a, *q = *(const RangRosterEntry *const *)b;

  if (p->resource != q->resource)
    return p->resource > q->resource ? 1 : -1;
  return (p->shift.from > q->shift.from) - (p->shift.from < q->shift.from);
}

static const RangResource *
resource_of_unit (const RangBoardInput *input, gint64 id)
{
  const RangResource *resource = rang_board_input_find_resource (input, id);

  return resource != NULL && resource->unit == input->unit->id ? resource : NULL;
}

/* Who works: the day's roster, or, when there is none, every active resource as usual. */
static void
add_roster (RangBoardDay *day)
{
  const RangBoardInput *input = day->input;
  gboolean usual = TRUE;

  for (guint i = 0; i < input->roster->len; i++)
    {
      const RangRosterEntry *entry = input->roster->pdata[i];

      if (entry->day != input->day || resource_of_unit (input, entry->resource) == NULL)
        continue;
      usual = FALSE;
      g_ptr_array_add (day->roster, rang_roster_entry_copy (entry));
    }
  for (guint i = 0; usual && i < input->resources->len; i++)
    {
      const RangResource *resource = input->resources->pdata[i];

      if (resource->unit == input->unit->id && resource->active)
        g_ptr_array_add (day->roster, rang_roster_entry_usual (resource, input->day));
    }
  g_ptr_array_sort (day->roster, compare_entries);
}

void
rang_board_day_take_suggestion (RangBoardDay *day, RangSuggestion *suggestion)
{
  for (guint i = 0; i < suggestion->ranking->len; i++)
    {
      RangDayOrder *order = day->orders->pdata[g_array_index (suggestion->ranking, guint, i)];

      order->suggested_rank = i + 1;
      g_array_append_val (day->suggestion, order->from->order->number);
    }
  /* What was signed was compared with the suggestion of then. */
  for (guint i = 0; day->input->suggested != NULL && i < day->input->suggested->len; i++)
    {
      guint place
          = GPOINTER_TO_UINT (g_hash_table_lookup (day->index, &g_array_index (day->input->suggested, gint64, i)));

      if (place > 0)
        ((RangDayOrder *)day->orders->pdata[place - 1])->suggested_rank = i + 1;
    }
  day->suggested_plan = rang_plan_ref (suggestion->plan);
  day->suggested_needs = g_ptr_array_ref (suggestion->needs);
  day->fullness = rang_board_day_measure_fullness (day->problem, day->suggested_plan);
}

/* ---- The search ------------------------------------------------------------------------------------------------ */

typedef struct
{
  RangBoardDay *day;
  const RangBoardWatch *watch;
} Watched;

static void
progress_cb (const RangPlannerProgress *progress, gpointer data)
{
  Watched *watched = data;
  RangBoardSearch search = { .progress = *progress,
                             .day = watched->day,
                             .planner = rang_board_planner_get_planner (watched->day->planner) };

  watched->watch->func (&search, watched->watch->data);
}

static void
cancel_cb (GCancellable *cancellable, gpointer inner)
{
  g_cancellable_cancel (inner);
}

/* Stopped by the one or given up by the other: both end the search. */
static RangSuggestion *
search_watched (RangBoardDay *day, const RangBoardWatch *watch, GCancellable *cancellable)
{
  g_autoptr (GCancellable) inner = g_cancellable_new ();
  Watched watched = { day, watch };
  gulong stopped = watch->stop != NULL ? g_cancellable_connect (watch->stop, G_CALLBACK (cancel_cb), inner, NULL) : 0;
  gulong given_up = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancel_cb), inner, NULL) : 0;
  RangSuggestion *suggestion = rang_board_planner_suggest (day->planner, progress_cb, &watched, inner);

  g_cancellable_disconnect (cancellable, given_up);
  g_cancellable_disconnect (watch->stop, stopped);
  return suggestion;
}

static gboolean
suggest (RangBoardDay *day, const RangBoardWatch *watch, GCancellable *cancellable, GError **error)
{
  RangPlannerOptions options = { .seed = day->input->seed, .steps = day->input->steps };
  g_autoptr (RangSuggestion) suggestion = NULL;

  day->planner = rang_board_planner_get (day->left, &options);
  /* Plans speak of the problem that they were made for. */
  rang_problem_unref (day->left);
  day->left = rang_problem_ref (rang_board_planner_get_problem (day->planner));
  suggestion = watch != NULL ? search_watched (day, watch, cancellable)
                             : rang_board_planner_suggest (day->planner, NULL, NULL, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  day->unfinished = rang_plan_get_unfinished (suggestion->plan);
  rang_board_day_take_suggestion (day, suggestion);
  return TRUE;
}

RangBoardDay *
rang_board_day_new (RangBoardInput *input, const RangBoardWatch *watch, GCancellable *cancellable, GError **error)
{
  g_autoptr (RangBoardDay) day = g_new0 (RangBoardDay, 1);

  g_atomic_ref_count_init (&day->references);
  day->input = rang_board_input_ref (input);
  day->orders = g_ptr_array_new_with_free_func (day_order_free);
  day->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  day->unscored = g_ptr_array_new_with_free_func (unscored_free);
  day->roster = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_roster_entry_free);
  day->suggestion = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_roster (day);
  if (!add_orders (day, cancellable, error) || !rang_board_day_make_problem (day, error)
      || !suggest (day, watch, cancellable, error))
    return NULL;
  return g_steal_pointer (&day);
}

RangBoardDay *
rang_board_day_ref (RangBoardDay *day)
{
  g_atomic_ref_count_inc (&day->references);
  return day;
}

void
rang_board_day_unref (RangBoardDay *day)
{
  if (day == NULL || !g_atomic_ref_count_dec (&day->references))
    return;
  g_clear_pointer (&day->planner, rang_board_planner_unref);
  g_clear_pointer (&day->problem, rang_problem_unref);
  g_clear_pointer (&day->left, rang_problem_unref);
  g_clear_pointer (&day->suggested_plan, rang_plan_unref);
  g_clear_pointer (&day->suggested_needs, g_ptr_array_unref);
  g_array_unref (day->suggestion);
  g_hash_table_unref (day->index);
  g_ptr_array_unref (day->orders);
  g_ptr_array_unref (day->unscored);
  g_ptr_array_unref (day->roster);
  rang_board_input_unref (day->input);
  g_clear_pointer (&day->base, rang_board_day_unref);
  g_free (day);
}

const RangDayOrder *
rang_board_day_find (const RangBoardDay *day, gint64 number, guint *job)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (day->index, &number));

  if (found == 0)
    return NULL;
  if (job != NULL)
    *job = found - 1;
  return day->orders->pdata[found - 1];
}

GArray *
rang_board_day_to_jobs (const RangBoardDay *day, const GArray *ranking, GError **error)
{
  g_autoptr (GArray) jobs = g_array_sized_new (FALSE, FALSE, sizeof (guint), ranking->len);
  g_autofree guint8 *seen = g_new0 (guint8, day->orders->len + 1);

  for (guint i = 0; i < ranking->len; i++)
    {
      gint64 number = g_array_index (ranking, gint64, i);
      guint job;

      if (rang_board_day_find (day, number, &job) == NULL)
        {
          g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_RANKING,
                       /* Translators: a rank; the number of an order */
                       _ ("Rank %u: order %" PRId64 " is not on this board; take it out of the ranking"), i + 1,
                       number);
          return NULL;
        }
      if (seen[job]++)
        {
          g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_RANKING,
                       /* Translators: a rank; the number of an order */
                       _ ("Rank %u: order %" PRId64 " stands in the ranking twice; take one out"), i + 1, number);
          return NULL;
        }
      g_array_append_val (jobs, job);
    }
  return g_steal_pointer (&jobs);
}

RangPlan *
rang_board_day_keep (RangBoardDay *day, const GArray *ranking, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) jobs = rang_board_day_to_jobs (day, ranking, error);
  g_autoptr (RangPlan) plan = NULL;

  if (jobs == NULL)
    return NULL;
  plan = rang_board_planner_keep (day->planner, jobs, cancellable, error);
  if (plan == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&plan);
}

GArray *
rang_board_day_needs (RangBoardDay *day, RangPlan *plan, gint64 number)
{
  g_autoptr (GArray) needs = NULL;
  GArray *numbers = NULL;
  guint job;

  if (rang_board_day_find (day, number, &job) == NULL)
    return NULL;
  if (plan == day->suggested_plan)
    needs = day->suggested_needs->pdata[job] != NULL ? g_array_ref (day->suggested_needs->pdata[job]) : NULL;
  else
    needs = rang_board_planner_needs (day->planner, plan, job);
  for (guint i = 0; needs != NULL && i < needs->len; i++)
    {
      const RangDayOrder *order = day->orders->pdata[g_array_index (needs, guint, i)];

      if (numbers == NULL)
        numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (numbers, order->from->order->number);
    }
  return numbers;
}
