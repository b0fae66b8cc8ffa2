/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds routes near to the signed ones when a van falls out or an order is locked to another. */
#include "board/rang-board-retime.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "board/rang-board-retime-private.h"

static const RangRosterEntry *
roster_of (RangRetimeWork *work, guint resource)
{
  return work->day->roster->pdata[resource];
}

static guint
take_highest (RangRetimeWork *work)
{
  guint best = 0, job;

  for (guint i = 1; i < work->queue->len; i++)
    if (work->ranks[g_array_index (work->queue, guint, i)] < work->ranks[g_array_index (work->queue, guint, best)])
      best = i;
  job = g_array_index (work->queue, guint, best);
  g_array_remove_index (work->queue, best);
  return job;
}

static void
remove_job (GArray *route, guint job)
{
  for (guint i = route->len; i > 0; i--)
    if (g_array_index (route, guint, i - 1) == job)
      g_array_remove_index (route, i - 1);
}

/* --- the states before --- */

static void
note_states (RangRetimeWork *work)
{
  for (guint i = 0; i < work->day->orders->len; i++)
    work->before[i] = RANG_PLAN_NOT_TODAY;
  for (guint r = 0; r < work->routes->len; r++)
    rang_retime_grant_states (work, r);
}

static void
work_init (RangRetimeWork *work, RangBoard *board, RangTime now)
{
  const RangBoardStates *states = rang_board_get_states (board);
  guint n = states->day->orders->len;

  *work = (RangRetimeWork){ .day = states->day, .now = now, .asked = -1 };
  work->routes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  work->ranks = g_new0 (guint, n + 1);
  work->before = g_new0 (RangPlanState, n + 1);
  work->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  work->trial = g_new0 (guint, n + 2);
  work->stops = g_new0 (RangDriveStop, n + 2);
  for (guint i = 0; i < n; i++)
    {
      work->ranks[i]
          = rang_board_states_rank (states, ((const RangDayOrder *)states->day->orders->pdata[i])->from->order->number);
      if (work->ranks[i] == 0)
        work->ranks[i] = G_MAXUINT;
    }
  for (guint r = 0; r < states->day->roster->len; r++)
    {
      GArray *route = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n_stops;
      const guint *stops = rang_plan_get_route (states->plan, r, &n_stops);

      if (n_stops > 0)
        g_array_append_vals (route, stops, n_stops);
      g_ptr_array_add (work->routes, route);
    }
  note_states (work);
}

static void
work_clear (RangRetimeWork *work)
{
  g_ptr_array_unref (work->routes);
  g_array_unref (work->queue);
  g_free (work->ranks);
  g_free (work->before);
  g_free (work->trial);
  g_free (work->stops);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangRetimeWork, work_clear)

/* --- what is asked --- */

static void
add_harmed (RangRetimeWork *work, GArray *harmed, guint job)
{
  gint64 number = ((const RangDayOrder *)work->day->orders->pdata[job])->from->order->number;

  g_array_append_val (harmed, number);
}

/* Whom it would harm to put the job there with the state it has: those above it, else itself. */
static void
find_harmed (RangRetimeWork *work, guint job, const RangRetimeWay *way, GArray *harmed)
{
  g_autofree guint *base = g_new0 (guint, work->day->orders->len + 1);
  guint n;

  if (way->found && way->harm_above > 0)
    {
      n = rang_retime_copy_base (work, way->resource, job, way->strip, base);
      rang_retime_judge (work, way->resource, base, n, way->position, job, RANG_TIME_END_OF_DAY);
      for (guint i = 0; i <= n; i++)
        if (work->trial[i] != job && work->ranks[work->trial[i]] < work->ranks[job]
            && rang_retime_state_of (&work->stops[i]) > work->before[work->trial[i]])
          add_harmed (work, harmed, work->trial[i]);
    }
  if (harmed->len == 0)
    add_harmed (work, harmed, job);
}

/* The way with the state the order has, whomever else it harms. */
static RangRetimeWay
find_way_at_cost (RangRetimeWork *work, guint job)
{
  RangRetimeWay best = { .found = FALSE };

  for (int pass = 0; pass < 2; pass++)
    {
      g_autofree guint *base = g_new0 (guint, work->day->orders->len + 1);
      guint n = rang_retime_copy_base (work, work->target, job, pass == 1, base);

      for (guint position = rang_retime_first_free (work, base, n); position <= n; position++)
        {
          RangRetimeWay way = rang_retime_judge (work, work->target, base, n, position, job, RANG_TIME_END_OF_DAY);

          way.strip = pass == 1;
          if (way.found && way.state <= work->before[job] && rang_retime_is_better (&way, &best))
            best = way;
        }
    }
  return best;
}

/* Puts the order asked about on its resource. FALSE with who would be harmed. */
static gboolean
put_asked (RangRetimeWork *work, guint job, gboolean force, GArray *harmed)
{
  RangRetimeWay way = rang_retime_find_way (work, job);

  if (!way.found || way.harm_above > 0 || way.state > work->before[job])
    {
      RangRetimeWay at_cost = find_way_at_cost (work, job);

      if (!force)
        {
          find_harmed (work, job, &at_cost, harmed);
          return FALSE;
        }
      if (at_cost.found)
        way = at_cost;
    }
  for (guint r = 0; r < work->routes->len; r++)
    if (r != way.resource || !way.found)
      remove_job (rang_retime_route_of (work, r), job);
  if (way.found)
    rang_retime_put (work, job, &way);
  return TRUE;
}

/* What a van that is out of service still had before it. */
static void
empty_idle (RangRetimeWork *work)
{
  for (guint r = 0; r < work->routes->len; r++)
    {
      GArray *route = rang_retime_route_of (work, r);

      for (guint i = route->len; roster_of (work, r)->out_of_service && i > 0; i--)
        {
          guint job = g_array_index (route, guint, i - 1);

          if (rang_retime_is_done (work, job))
            continue;
          g_array_append_val (work->queue, job);
          g_array_remove_index (route, i - 1);
        }
    }
}

/* A shift that became shorter: who stands lowest goes until the van is back in time. */
static void
trim (RangRetimeWork *work, guint resource)
{
  GArray *route = rang_retime_route_of (work, resource);
  gint32 to = rang_problem_get_resource (work->day->problem, resource)->to;

  while (
      rang_board_drive (work->day, resource, (const guint *)(gpointer)route->data, route->len, work->now, work->stops)
      > to)
    {
      guint lowest = G_MAXUINT, rank = 0;

      for (guint i = 0; i < route->len; i++)
        {
          guint job = g_array_index (route, guint, i);

          if (rang_retime_is_done (work, job) || work->ranks[job] < rank)
            continue;
          rank = work->ranks[job];
          lowest = i;
        }
      if (lowest == G_MAXUINT)
        return;
      g_array_append_val (work->queue, g_array_index (route, guint, lowest));
      g_array_remove_index (route, lowest);
    }
}

/* When the roster has changed: the changed resource's route is trimmed, and all that stand on no route may come in. */
static void
queue_for_roster (RangRetimeWork *work, gint64 resource)
{
  g_autofree gboolean *routed = g_new0 (gboolean, work->day->orders->len + 1);

  empty_idle (work);
  for (guint r = 0; r < work->routes->len; r++)
    {
      const GArray *route = rang_retime_route_of (work, r);

      if (roster_of (work, r)->resource == resource)
        trim (work, r);
      for (guint i = 0; i < route->len; i++)
        routed[g_array_index (route, guint, i)] = TRUE;
    }
  for (guint i = 0; i < work->queue->len; i++)
    routed[g_array_index (work->queue, guint, i)] = TRUE;
  for (guint job = 0; job < work->day->orders->len; job++)
    if (!routed[job] && work->ranks[job] != G_MAXUINT && !rang_retime_is_done (work, job))
      g_array_append_val (work->queue, job);
}

static gboolean
find_asked (RangRetimeWork *work, gint64 order, gint64 resource, GError **error)
{
  guint job;

  if (order == 0)
    return TRUE;
  if (rang_board_day_find (work->day, order, &job) == NULL)
    {
      g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_ORDER,
                   _ ("Order %" PRId64 " is not on the board; look at the board for those that are"), order);
      return FALSE;
    }
  for (guint r = 0; r < work->routes->len; r++)
    if (roster_of (work, r)->resource == resource && !roster_of (work, r)->out_of_service)
      {
        work->asked = job;
        work->target = r;
        return TRUE;
      }
  g_set_error_literal (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                       _ ("That resource does not work on this day; choose another"));
  return FALSE;
}

static gboolean
is_on_target (RangRetimeWork *work)
{
  const GArray *route = rang_retime_route_of (work, work->target);

  for (guint i = 0; i < route->len; i++)
    if (g_array_index (route, guint, i) == work->asked)
      return TRUE;
  return FALSE;
}

static gboolean
differs (RangRetimeWork *work, const RangPlan *plan)
{
  for (guint r = 0; r < work->routes->len; r++)
    {
      const GArray *route = rang_retime_route_of (work, r);
      guint n;
      const guint *stops = rang_plan_get_route (plan, r, &n);

      if (n != route->len || (n > 0 && memcmp (stops, route->data, n * sizeof (guint)) != 0))
        return TRUE;
    }
  return FALSE;
}

void
rang_retiming_free (RangRetiming *retiming)
{
  if (retiming == NULL)
    return;
  g_clear_pointer (&retiming->board, rang_board_unref);
  g_array_unref (retiming->harmed);
  g_free (retiming);
}

/* Before anything is driven, the walk down the whole ranking may find more than what is put in one by one: the plan
 * that is better for the first rank at which the two differ. */
static RangPlan *
choose_plan (RangRetimeWork *work, const RangBoardStates *states, RangPlan *near)
{
  g_autoptr (RangPlan) walked = NULL;

  for (guint job = 0; job < work->day->orders->len; job++)
    if (rang_retime_is_done (work, job))
      return near;
  walked = rang_board_day_keep (states->day, states->ranking, NULL, NULL);
  for (guint i = 0; walked != NULL && i < states->ranking->len; i++)
    {
      guint job;

      if (rang_board_day_find (work->day, g_array_index (states->ranking, gint64, i), &job) == NULL
          || rang_plan_get_entry (walked, job)->state == rang_plan_get_entry (near, job)->state)
        continue;
      if (rang_plan_get_entry (walked, job)->state > rang_plan_get_entry (near, job)->state)
        return near;
      rang_plan_unref (near);
      return g_steal_pointer (&walked);
    }
  return near;
}

RangRetiming *
rang_board_retime (RangBoard *board, gint64 order, gint64 resource, gboolean force, RangTime now, GError **error)
{
  g_return_val_if_fail (board != NULL, NULL);

  const RangBoardStates *states = rang_board_get_states (board);
  g_auto (RangRetimeWork) work = { 0 };
  RangRetiming *retiming;
  RangPlan *plan;

  work_init (&work, board, now);
  if (!find_asked (&work, order, resource, error))
    return NULL;
  retiming = g_new0 (RangRetiming, 1);
  retiming->harmed = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (order == 0)
    queue_for_roster (&work, resource);
  if (work.asked >= 0 && !is_on_target (&work) && !put_asked (&work, (guint)work.asked, force, retiming->harmed))
    return retiming;
  while (work.queue->len > 0)
    {
      guint job = take_highest (&work);
      RangRetimeWay way = rang_retime_find_way (&work, job);

      if (way.found && way.harm_above == 0)
        rang_retime_put (&work, job, &way);
    }
  retiming->changed = differs (&work, states->plan);
  plan = rang_plan_new_from_routes (states->day->problem, (GArray *const *)work.routes->pdata, FALSE);
  if (order == 0 && retiming->changed)
    plan = choose_plan (&work, states, plan);
  retiming->board = rang_board_with_plan (board, plan);
  return retiming;
}
