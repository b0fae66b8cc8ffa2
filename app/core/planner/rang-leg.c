/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the way between two stops when speeds change by the hour and breaks fall on it. */
#include "planner/rang-leg.h"

/* So many seconds a latest departure may be from where it is looked for first. */
#define GUESS 2

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

/* The longest way that can be driven from a second on, with all of the breaks, by another; less than 0: none. */
static gint64
longest_way (const RangTravel *travel, gint32 from, gint32 by, const RangBreak *breaks, guint n_breaks)
{
  gint64 way = 0;

  for (guint k = 0; k < n_breaks; k++)
    {
      gint32 begin = MAX (from, breaks[k].from);

      if (begin > breaks[k].to)
        return -1;
      way += rang_travel_way (travel, from, begin);
      from = begin + breaks[k].duration;
    }
  return from > by ? -1 : way + rang_travel_way (travel, from, by);
}

/* Within a second or two: the first break begins when leaving, or on the way. */
static gint32
guess_latest (const RangTravel *travel, gint32 by, gint64 way, const RangBreak *breaks, guint n_breaks)
{
  gint64 longest;
  gint32 at_once;

  if (n_breaks == 0)
    return rang_travel_latest (travel, by, way);
  at_once = guess_latest (travel, by, way, breaks + 1, n_breaks - 1);
  if (at_once > -RANG_NEVER && MIN (at_once - breaks[0].duration, breaks[0].to) >= breaks[0].from)
    return MIN (at_once - breaks[0].duration, breaks[0].to);
  longest = longest_way (travel, breaks[0].from + breaks[0].duration, by, breaks + 1, n_breaks - 1);
  if (longest < 0)
    return -RANG_NEVER;
  return rang_travel_latest (travel, breaks[0].from, MAX (way - longest, 0));
}

/* The last second from @low to @high by which leaving is early enough, if leaving at @low is. */
static gint32
halve (const RangTravel *travel,
       gint32 low,
       gint32 high,
       gint32 by,
       gint32 seconds,
       const RangBreak *breaks,
       guint n_breaks)
{
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

gint32
rang_leg_latest (const RangTravel *travel, gint32 by, gint32 seconds, const RangBreak *breaks, guint n_breaks)
{
  gint32 guess;

  if (by <= -RANG_NEVER)
    return -RANG_NEVER;
  if (n_breaks == 0)
    return rang_travel_latest (travel, by, (gint64)seconds * 1000);
  if (n_breaks == 1 && !rang_travel_has_speeds (travel))
    return latest_before_break (by, seconds, breaks);
  guess = guess_latest (travel, by, (gint64)seconds * 1000, breaks, n_breaks);
  if (guess <= -RANG_PROBLEM_LIMIT)
    return -RANG_NEVER;
  if (rang_leg_ready (travel, guess - GUESS, seconds, breaks, n_breaks) > by)
    return rang_leg_ready (travel, -RANG_PROBLEM_LIMIT, seconds, breaks, n_breaks) > by
               ? -RANG_NEVER
               : halve (travel, -RANG_PROBLEM_LIMIT, guess - GUESS, by, seconds, breaks, n_breaks);
  return halve (travel, guess - GUESS, MIN (guess + GUESS, breaks[0].to), by, seconds, breaks, n_breaks);
}
