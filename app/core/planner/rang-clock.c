/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for time on routes with breaks, doors that shut at noon and speeds by the hour. */
#include "planner/rang-clock.h"

static inline gint32
n_states (const RangTable *t, gint32 r)
{
  return t->n_breaks[r] + 1;
}

gint32
rang_clock_open (const RangTable *t, gint32 node, gint32 time)
{
  if (node >= t->n_jobs)
    return time;
  time = MAX (time, t->from[node]);
  for (gint32 k = t->first_shut[node]; k < t->first_shut[node + 1]; k++)
    if (time > t->shut[k].from && time < t->shut[k].to)
      time = t->shut[k].to;
  return time;
}

/* The last second up to @time at which service may start. */
static gint32
open_until (const RangTable *t, gint32 node, gint32 time)
{
  if (node >= t->n_jobs)
    return time;
  for (gint32 k = t->first_shut[node + 1]; k-- > t->first_shut[node];)
    if (time > t->shut[k].from && time < t->shut[k].to)
      time = t->shut[k].from;
  return time;
}

/* The share of the door that is in the seconds from one node to the other. */
static inline gint32
share (const RangTable *t, gint32 a, gint32 b)
{
  return t->location[a] == t->location[b] && t->location[a] != RANG_NO_LOCATION ? 0 : t->visit[a];
}

/* From the end of service at one node to the other, taking the breaks from the one numbered @k to that before @l. */
static gint32
go (const RangTable *t, gint32 r, gint32 a, gint32 b, gint32 leave, gint32 k, gint32 l)
{
  gint32 door = share (t, a, b), seconds = rang_table_seconds (t, a, b) - door;

  if (leave >= RANG_NEVER)
    return RANG_NEVER;
  return rang_leg_ready (t->travel, leave + door, seconds, t->breaks[r] + k, (guint)(l - k));
}

gboolean
rang_clock_forward (
    const RangTable *t, gint32 r, gint32 a, const gint32 *leave, gint32 b, gint32 deadline, gint32 *early)
{
  gboolean any = FALSE;

  for (gint32 l = 0; l < n_states (t, r); l++)
    {
      gint32 best = RANG_NEVER;

      for (gint32 k = 0; k <= l; k++)
        best = MIN (best, go (t, r, a, b, leave[k], k, l));
      if (best < RANG_NEVER)
        best = rang_clock_open (t, b, best);
      early[l] = best <= deadline ? best : RANG_NEVER;
      any = any || best <= deadline;
    }
  return any;
}

void
rang_clock_backward (
    const RangTable *t, gint32 r, gint32 a, gint32 deadline, gint32 *late_a, gint32 b, const gint32 *late_b)
{
  gint32 door = share (t, a, b), seconds = rang_table_seconds (t, a, b) - door;

  for (gint32 k = 0; k < n_states (t, r); k++)
    {
      gint32 best = -RANG_NEVER;

      for (gint32 l = k; l < n_states (t, r); l++)
        best = MAX (best, rang_leg_latest (t->travel, late_b[l], seconds, t->breaks[r] + k, (guint)(l - k)));
      if (best > -RANG_NEVER)
        best = open_until (t, a, MIN (best - door - t->service[a], deadline));
      late_a[k] = a < t->n_jobs && best < t->from[a] ? -RANG_NEVER : best;
    }
}

void
rang_clock_begin (const RangTable *t, gint32 departure, gint32 *leave)
{
  for (gint32 k = 0; k < t->n_states; k++)
    leave[k] = k == 0 ? departure : RANG_NEVER;
}

void
rang_clock_end (const RangTable *t, gint32 r, gint32 *late)
{
  for (gint32 k = 0; k < t->n_states; k++)
    late[k] = k == t->n_breaks[r] ? t->shift_to[r] : -RANG_NEVER;
}

/* May one go on from the end of service with @k breaks taken without harm behind? */
static gboolean
goes_on (const RangTable *t, gint32 r, gint32 job, gint32 leave, gint32 k, gint32 q, const gint32 *late)
{
  for (gint32 l = k; l < n_states (t, r); l++)
    if (late[l] > -RANG_NEVER && go (t, r, job, q, leave, k, l) <= late[l])
      return TRUE;
  return FALSE;
}

gint32
rang_clock_between (const RangTable *t,
                    gint32 r,
                    gint32 p,
                    const gint32 *leave,
                    gint32 job,
                    gint32 deadline,
                    gint32 q,
                    const gint32 *late)
{
  gint32 early[RANG_MAX_BREAKS + 1], best = RANG_NEVER;

  if (!rang_clock_forward (t, r, p, leave, job, deadline, early))
    return RANG_NEVER;
  for (gint32 l = 0; l < n_states (t, r); l++)
    if (early[l] < best && goes_on (t, r, job, early[l] + t->service[job], l, q, late))
      best = early[l];
  return best;
}
