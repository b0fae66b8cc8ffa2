/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the best way to put one order into routes that are there. */
#include "board/rang-board-retime-private.h"

GArray *
rang_retime_route_of (RangRetimeWork *work, guint resource)
{
  return work->routes->pdata[resource];
}

RangPlanState
rang_retime_state_of (const RangDriveStop *stop)
{
  return stop->missed ? RANG_PLAN_NOT_TODAY : stop->late > 0 ? RANG_PLAN_LATE : RANG_PLAN_ON_TIME;
}

gboolean
rang_retime_is_done (RangRetimeWork *work, guint job)
{
  const RangOrder *order = ((const RangDayOrder *)work->day->orders->pdata[job])->from->order;

  return !rang_order_is_open (order);
}

/* The first position behind all that is driven. */
guint
rang_retime_first_free (RangRetimeWork *work, const guint *jobs, guint n)
{
  guint first = 0;

  for (guint i = 0; i < n; i++)
    if (rang_retime_is_done (work, jobs[i]))
      first = i + 1;
  return first;
}

static gboolean
may_carry (RangRetimeWork *work, guint resource, guint job)
{
  const RangProblemResource *r = rang_problem_get_resource (work->day->problem, resource);
  const RangJob *numbers = rang_problem_get_job (work->day->problem, job);

  if (r->out_of_service || (numbers->skills & ~r->skills) != 0 || numbers->not_ready)
    return FALSE;
  if (work->asked == (gint64)job)
    return resource == work->target;
  return numbers->resource == RANG_NO_RESOURCE || (guint)numbers->resource == resource;
}

static gboolean
is_within_capacity (RangRetimeWork *work, guint resource, const guint *jobs, guint n)
{
  const RangProblemResource *r = rang_problem_get_resource (work->day->problem, resource);
  gint64 grams = 0, parcels = 0;

  for (guint i = 0; i < n; i++)
    {
      grams += rang_problem_get_job (work->day->problem, jobs[i])->grams;
      parcels += rang_problem_get_job (work->day->problem, jobs[i])->parcels;
    }
  return grams <= r->capacity_grams && parcels <= r->capacity_parcels;
}

/* What the route is like with @job at @position of @base. */
RangRetimeWay
rang_retime_judge (
    RangRetimeWork *work, guint resource, const guint *base, guint n, guint position, guint job, gint32 back_before)
{
  RangRetimeWay way = { .resource = resource, .position = position };
  gint32 back;

  for (guint i = 0, k = 0; i <= n; i++)
    work->trial[i] = i == position ? job : base[k++];
  if (!is_within_capacity (work, resource, work->trial, n + 1))
    return way;
  back = rang_board_drive (work->day, resource, work->trial, n + 1, work->now, work->stops);
  if (back > MAX (rang_problem_get_resource (work->day->problem, resource)->to, back_before))
    return way;
  way.found = TRUE;
  way.travel = back - back_before;
  for (guint i = 0; i <= n; i++)
    {
      guint other = work->trial[i];
      RangPlanState state = rang_retime_state_of (&work->stops[i]);

      if (other == job)
        {
          way.state = state;
          way.late = work->stops[i].late;
        }
      else if (state > work->before[other])
        {
          gint64 points = rang_problem_get_job (work->day->problem, other)->points;

          *(work->ranks[other] < work->ranks[job] ? &way.harm_above : &way.harm_below) += points;
        }
    }
  if (way.state == RANG_PLAN_NOT_TODAY)
    way.found = FALSE;
  return way;
}

gboolean
rang_retime_is_better (const RangRetimeWay *way, const RangRetimeWay *than)
{
  const gint64 a[] = { way->harm_above, way->state, way->strip, way->harm_below, way->late, way->travel };
  const gint64 b[] = { than->harm_above, than->state, than->strip, than->harm_below, than->late, than->travel };

  if (way->found != than->found)
    return way->found;
  for (gsize i = 0; i < G_N_ELEMENTS (a); i++)
    if (a[i] != b[i])
      return a[i] < b[i];
  return FALSE;
}

/* The route, without the open orders below @job when @strip. */
guint
rang_retime_copy_base (RangRetimeWork *work, guint resource, guint job, gboolean strip, guint *base)
{
  const GArray *route = rang_retime_route_of (work, resource);
  guint n = 0;

  for (guint i = 0; i < route->len; i++)
    {
      guint other = g_array_index (route, guint, i);

      if (other != job && (!strip || rang_retime_is_done (work, other) || work->ranks[other] < work->ranks[job]))
        base[n++] = other;
    }
  return n;
}

static void
try_resource (RangRetimeWork *work, guint resource, guint job, gboolean strip, RangRetimeWay *best)
{
  g_autofree guint *base = g_new0 (guint, work->day->orders->len + 1);
  guint n = rang_retime_copy_base (work, resource, job, strip, base);
  gint32 back = rang_board_drive (work->day, resource, base, n, work->now, work->stops);

  for (guint position = rang_retime_first_free (work, base, n); position <= n; position++)
    {
      RangRetimeWay way = rang_retime_judge (work, resource, base, n, position, job, back);

      way.strip = strip;
      if (rang_retime_is_better (&way, best))
        *best = way;
    }
}

RangRetimeWay
rang_retime_find_way (RangRetimeWork *work, guint job)
{
  RangRetimeWay best = { .found = FALSE };

  for (guint i = 0; i < work->routes->len; i++)
    if (may_carry (work, i, job))
      try_resource (work, i, job, FALSE, &best);
  if (best.found && best.harm_above == 0 && best.state == RANG_PLAN_ON_TIME)
    return best;
  for (guint i = 0; i < work->routes->len; i++)
    if (may_carry (work, i, job))
      try_resource (work, i, job, TRUE, &best);
  return best;
}

/* What was granted on the route is what those below must not harm. */
void
rang_retime_grant_states (RangRetimeWork *work, guint resource)
{
  const GArray *route = rang_retime_route_of (work, resource);

  rang_board_drive (work->day, resource, (const guint *)(gpointer)route->data, route->len, work->now, work->stops);
  for (guint i = 0; i < route->len; i++)
    work->before[g_array_index (route, guint, i)] = rang_retime_state_of (&work->stops[i]);
}

void
rang_retime_put (RangRetimeWork *work, guint job, const RangRetimeWay *way)
{
  g_autofree guint *base = g_new0 (guint, work->day->orders->len + 1);
  GArray *route = rang_retime_route_of (work, way->resource);
  guint n = rang_retime_copy_base (work, way->resource, job, way->strip, base);

  for (guint i = 0; way->strip && i < route->len; i++)
    {
      guint other = g_array_index (route, guint, i);

      if (other != job && !rang_retime_is_done (work, other) && work->ranks[other] > work->ranks[job])
        g_array_append_val (work->queue, other);
    }
  g_array_set_size (route, 0);
  g_array_append_vals (route, base, n);
  g_array_insert_val (route, way->position, job);
  rang_retime_grant_states (work, way->resource);
}
