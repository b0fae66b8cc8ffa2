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

/* A van on its way: where it is, and which of its breaks are behind. */
typedef struct
{
  const RangTravel *travel;
  const RangProblemResource *van;
  guint taken;
  gint32 time;
  gint32 location;
} Way;

/* Drives to @to; a break that may begin before it is there is taken on the way, at the end the rest of them. */
static void
drive_leg (Way *way, gint32 to, gboolean last)
{
  gint32 seconds = way->location == RANG_NO_LOCATION || to == RANG_NO_LOCATION
                       ? 0
                       : rang_travel_get_seconds (way->travel, (guint)way->location, (guint)to);
  gint64 rest = (gint64)seconds * 1000;
  gint32 there = rang_travel_drive (way->travel, way->time, rest);

  for (; way->taken < way->van->n_breaks && (last || there >= way->van->breaks[way->taken].from); way->taken++)
    {
      const RangBreak *one = &way->van->breaks[way->taken];
      gint32 begin = MAX (way->time, one->from);

      rest = MAX (rest - rang_travel_way (way->travel, way->time, begin), 0);
      way->time = begin + one->duration;
    }
  way->time = rang_travel_drive (way->travel, way->time, rest);
  way->location = to;
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
      if (!rang_board_day_was_visited (day, jobs[i]) || outcome_of (day, jobs[i]) < last)
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
  Way way = { .travel = rang_problem_get_travel (day->problem),
              .van = rang_problem_get_resource (day->problem, resource) };
  gboolean reported, open = FALSE;

  way.time = find_start (day, resource, jobs, n, &way.location, &reported);
  while (reported && way.taken < way.van->n_breaks && way.van->breaks[way.taken].to < way.time)
    way.taken++;
  for (guint i = 0; i < n; i++)
    {
      const RangJob *job = rang_problem_get_job (day->problem, jobs[i]);
      RangTime outcome = outcome_of (day, jobs[i]);

      if (outcome != RANG_TIME_NONE)
        {
          stops[i] = (RangDriveStop){
            TRUE, outcome, rang_board_day_was_visited (day, jobs[i]) ? minutes_after (outcome, job->to) : 0, FALSE
          };
          continue;
        }
      drive_leg (&way, job->location, FALSE);
      if (reported && now != RANG_TIME_NONE)
        way.time = MAX (way.time, now);
      way.time = rang_job_open_from (job, way.time);
      stops[i] = (RangDriveStop){ FALSE, way.time, minutes_after (way.time, job->to), way.time > job->closing };
      way.time += job->service;
      open = TRUE;
    }
  drive_leg (&way, way.van->end, open);
  return way.time;
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
      const RangDayOrder *order = rang_board_day_find (day, stop->order, NULL);

      /* Nothing is expected any more of what was moved to another day. */
      if (order->from->order->state == RANG_ORDER_CARRIED_OVER)
        stops[i] = (RangDriveStop){ TRUE, stop->eta, 0, FALSE };
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
