/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the outcomes so far mean for the rest of the day. */
#include "board/rang-board-day-private.h"
#include "board/rang-board-retime.h"

/* When the job was dealt with on the day, or RANG_TIME_NONE. */
static RangTime
outcome_of (const RangBoardDay *day, guint job)
{
  const RangOrder *order = ((const RangDayOrder *)day->orders->pdata[job])->from->order;

  return order->outcome_day == day->input->day ? order->outcome_at : RANG_TIME_NONE;
}

/* A delivery that was called off after the van had left takes it nowhere. */
static gboolean
was_visited (const RangBoardDay *day, guint job)
{
  const RangOrder *order = ((const RangDayOrder *)day->orders->pdata[job])->from->order;
  const char *never[] = { "cancelled", "not-reached", "goods-missing", NULL };

  return outcome_of (day, job) != RANG_TIME_NONE
         && (order->outcome_reason == NULL || !g_strv_contains (never, order->outcome_reason));
}

static gint32
drive_leg (const RangBoardDay *day, gint32 from, gint32 to)
{
  if (from == RANG_NO_LOCATION || to == RANG_NO_LOCATION)
    return 0;
  return rang_travel_get_seconds (rang_problem_get_travel (day->problem), (guint)from, (guint)to);
}

static gint32
minutes_after (gint32 start, gint32 to)
{
  return start > to ? (start - to + 59) / 60 : 0;
}

/* Where the van is, and when: at its last outcome, else leaving the depot. */
static gint32
find_start (const RangBoardDay *day, guint resource, const guint *jobs, guint n, gint32 *location, gboolean *reported)
{
  const RangProblemResource *r = rang_problem_get_resource (day->problem, resource);
  gint32 leaves = r->from, last = -1;

  *location = r->start;
  for (guint i = 0; i < n; i++)
    {
      const RangJob *job = rang_problem_get_job (day->problem, jobs[i]);

      leaves = MAX (leaves, job->ready_from);
      if (!was_visited (day, jobs[i]) || outcome_of (day, jobs[i]) < last)
        continue;
      last = outcome_of (day, jobs[i]);
      *location = job->location;
    }
  *reported = last >= 0;
  return *reported ? last : leaves;
}

gint32
rang_board_drive (
    const RangBoardDay *day, guint resource, const guint *jobs, guint n, RangTime now, RangDriveStop *stops)
{
  gboolean reported;
  gint32 location, time = find_start (day, resource, jobs, n, &location, &reported);

  for (guint i = 0; i < n; i++)
    {
      const RangJob *job = rang_problem_get_job (day->problem, jobs[i]);
      RangTime outcome = outcome_of (day, jobs[i]);

      if (outcome != RANG_TIME_NONE)
        {
          stops[i] = (RangDriveStop){ TRUE, outcome, was_visited (day, jobs[i]) ? minutes_after (outcome, job->to) : 0,
                                      FALSE };
          continue;
        }
      time += drive_leg (day, location, job->location);
      if (reported && now != RANG_TIME_NONE)
        time = MAX (time, now);
      time = MAX (time, job->from);
      stops[i] = (RangDriveStop){ FALSE, time, minutes_after (time, job->to), time > job->closing };
      time += job->service;
      location = job->location;
    }
  return time + drive_leg (day, location, rang_problem_get_resource (day->problem, resource)->end);
}

static void
expect_route (const RangBoardDay *day, guint resource, RangBoardRoute *route, RangTime now)
{
  g_autofree guint *jobs = g_new0 (guint, route->stops->len + 1);
  g_autofree RangDriveStop *stops = g_new0 (RangDriveStop, route->stops->len + 1);
  guint n = route->stops->len;

  for (guint i = 0; i < n; i++)
    if (rang_board_day_find (day, g_array_index (route->stops, RangBoardStop, i).order, &jobs[i]) == NULL)
      return;
  route->expected_back = rang_board_drive (day, resource, jobs, n, now, stops);
  for (guint i = 0; i < n; i++)
    {
      RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, i);

      stop->done = stops[i].done;
      stop->expected = MIN (stops[i].start, RANG_TIME_END_OF_DAY);
      stop->expected_late = stops[i].late;
      stop->missed = stops[i].missed;
    }
}

void
rang_board_expect (RangBoard *board, GPtrArray *routes, RangTime now)
{
  g_return_if_fail (board != NULL && routes != NULL);

  const RangBoardDay *day = rang_board_get_board_day (board);

  if (day->input->unit->kind == RANG_UNIT_PRODUCTION)
    return;
  for (guint i = 0; i < routes->len; i++)
    for (guint r = 0; r < day->roster->len; r++)
      {
        RangBoardRoute *route = routes->pdata[i];

        if (((const RangRosterEntry *)day->roster->pdata[r])->resource == route->resource && route->stops->len > 0)
          expect_route (day, r, route, now);
      }
}
