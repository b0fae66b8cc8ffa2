/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is left of a day that has begun: what has an outcome is fact, and vans go on from where they are. */
#include "board/rang-board-day-private.h"

gboolean
rang_board_day_was_visited (const RangBoardDay *day, guint job)
{
  const RangOrder *order = ((const RangDayOrder *)day->orders->pdata[job])->from->order;
  /* A delivery that was called off after the van had left takes it nowhere. */
  const char *never[] = { "cancelled", "not-reached", "goods-missing", NULL };

  return order->outcome_day == day->input->day && order->outcome_at != RANG_TIME_NONE
         && (order->outcome_reason == NULL || !g_strv_contains (never, order->outcome_reason));
}

static gboolean
is_over (const RangBoardDay *day, guint job)
{
  return !rang_order_is_open (((const RangDayOrder *)day->orders->pdata[job])->from->order);
}

/* The resource that each job has on the signed routes, as they are by now. */
static gint32 *
find_carriers (const RangBoardDay *day)
{
  gint32 *carrier = g_new (gint32, day->orders->len + 1);

  for (guint i = 0; i < day->orders->len; i++)
    carrier[i] = RANG_NO_RESOURCE;
  for (guint k = 0; k < day->input->routes->len; k++)
    {
      const RangFixedRoute *route = day->input->routes->pdata[k];

      for (guint r = 0; r < day->roster->len; r++)
        for (guint i = 0; ((const RangRosterEntry *)day->roster->pdata[r])->resource == route->resource
                          && i < route->orders->len;
             i++)
          {
            guint job;

            if (rang_board_day_find (day, g_array_index (route->orders, gint64, i), &job) != NULL)
              carrier[job] = (gint32)r;
          }
    }
  return carrier;
}

/* An outcome is noted when the door is left behind. */
static void
fill_fact (const RangBoardDay *day, guint index, gint32 carrier, RangJob *job)
{
  const RangOrder *order = ((const RangDayOrder *)day->orders->pdata[index])->from->order;

  job->resource = RANG_NO_RESOURCE;
  job->place = 0;
  if (carrier == RANG_NO_RESOURCE || !rang_board_day_was_visited (day, index))
    {
      job->not_ready = TRUE; /* over, and nobody goes there */
      return;
    }
  job->driven = TRUE;
  job->driven_at = order->outcome_at;
  job->resource = carrier;
  job->service = job->visit = 0;
}

/* A van that has left does not load again: it takes what it carries, from where it is, and not in the past. */
static void
fill_vans (const RangBoardDay *day, const gint32 *carrier, const gboolean *left, RangJob *jobs, RangProblemResource *vans)
{
  for (guint r = 0; r < day->roster->len; r++)
    {
      const RangRosterEntry *entry = day->roster->pdata[r];
      gint32 from = CLAMP (day->input->now, vans[r].from, vans[r].to);

      vans[r].from = from;
      rang_board_fill_breaks (rang_board_input_find_resource (day->input, entry->resource),
                              (RangTimeWindow){ from, vans[r].to }, &vans[r]);
      vans[r].loaded = left[r] && !vans[r].out_of_service;
    }
  for (guint i = 0; i < day->orders->len; i++)
    if (!is_over (day, i) && carrier[i] != RANG_NO_RESOURCE && vans[carrier[i]].loaded
        && jobs[i].resource == RANG_NO_RESOURCE)
      jobs[i].resource = carrier[i];
}

gboolean
rang_board_day_fill_left (const RangBoardDay *day, RangJob *jobs, RangProblemResource *vans)
{
  g_autofree gint32 *carrier = NULL;
  g_autofree gboolean *left = g_new0 (gboolean, day->roster->len + 1);
  gboolean any = FALSE;

  if (day->input->now == RANG_TIME_NONE || day->input->routes == NULL || day->input->unit->kind != RANG_UNIT_DELIVERY)
    return FALSE;
  carrier = find_carriers (day);
  for (guint i = 0; i < day->orders->len; i++)
    {
      if (!is_over (day, i))
        continue;
      any = TRUE;
      fill_fact (day, i, carrier[i], &jobs[i]);
      if (jobs[i].driven)
        left[carrier[i]] = TRUE;
    }
  if (any)
    fill_vans (day, carrier, left, jobs, vans);
  return any;
}
