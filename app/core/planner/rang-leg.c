/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the way between two stops when speeds change by the hour and breaks fall on it. */
#include "planner/rang-leg.h"

gint32
rang_leg_ready (const RangTravel *travel, gint32 leave, gint32 seconds, const RangBreak *breaks, guint n_breaks)
{
  gint64 way = (gint64)seconds * 1000;

  for (guint k = 0; k < n_breaks; k++)
    {
      gint32 begin = MAX (leave, breaks[k].from);

      if (begin > breaks[k].to)
        return RANG_NEVER;
      way = MAX (way - rang_travel_way (travel, leave, begin), 0);
      leave = begin + breaks[k].duration;
    }
  return rang_travel_drive (travel, leave, way);
}

/* One break at one speed: it begins on the way, or after it. */
static gint32
latest_before_break (gint32 by, gint32 seconds, const RangBreak *pause)
{
  if (pause->from + pause->duration > by)
    return -RANG_NEVER;
  return MIN (by - pause->duration - seconds, pause->to);
}

gint32
rang_leg_latest (const RangTravel *travel, gint32 by, gint32 seconds, const RangBreak *breaks, guint n_breaks)
{
  gint32 low, high;

  if (by <= -RANG_NEVER)
    return -RANG_NEVER;
  if (n_breaks == 0)
    return rang_travel_latest (travel, by, (gint64)seconds * 1000);
  if (n_breaks == 1 && !rang_travel_has_speeds (travel))
    return latest_before_break (by, seconds, breaks);
  low = -RANG_PROBLEM_LIMIT;
  high = breaks[0].to;
  if (rang_leg_ready (travel, low, seconds, breaks, n_breaks) > by)
    return -RANG_NEVER;
  while (low < high)
    {
      gint32 middle = low + (high - low + 1) / 2;

      if (rang_leg_ready (travel, middle, seconds, breaks, n_breaks) <= by)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}
