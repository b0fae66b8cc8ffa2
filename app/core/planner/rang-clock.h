/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-leg.h"
#include "planner/rang-table.h"

G_BEGIN_DECLS

/*
 * The arithmetic of time on a table that is not plain: speeds by the hour, doors that shut at noon, breaks. Where
 * breaks are, time has one value for each number of breaks taken: a row holds them, row[k] with k taken. Earlier is
 * better in each place of a row, and every way keeps order (FIFO), so that rows going forward and backward answer for
 * an insertion as the single times of a plain table do. Inside the planner only.
 */

/** Returns: the first second from @time on at which service at @node may start */
gint32
rang_clock_open (const RangTable *t, gint32 node, gint32 time);

/**
 * rang_clock_forward:
 * @leave: row of @a: when its service is over; %RANG_NEVER where that cannot be
 * @deadline: of @b
 * @early: (out): row of @b: when its service starts at the earliest, %RANG_NEVER where it cannot by its deadline
 *
 * One step forward on the route of @r. Returns: %FALSE if it cannot start at all
 */
gboolean
rang_clock_forward (
    const RangTable *t, gint32 r, gint32 a, const gint32 *leave, gint32 b, gint32 deadline, gint32 *early);

/**
 * rang_clock_backward:
 * @late_b: row of @b: its latest start; -%RANG_NEVER where there is none
 * @deadline: of @a
 * @late_a: (out): row of @a
 *
 * One step backward.
 */
void
rang_clock_backward (
    const RangTable *t, gint32 r, gint32 a, gint32 deadline, gint32 *late_a, gint32 b, const gint32 *late_b);

/** Sets the rows of a route's start and end. */
void
rang_clock_begin (const RangTable *t, gint32 departure, gint32 *leave);
void
rang_clock_end (const RangTable *t, gint32 r, gint32 *late);

/** Returns: the earliest start of @job by @deadline between @p and @q, %RANG_NEVER if it harms what is behind */
gint32
rang_clock_between (const RangTable *t,
                    gint32 r,
                    gint32 p,
                    const gint32 *leave,
                    gint32 job,
                    gint32 deadline,
                    gint32 q,
                    const gint32 *late);

G_END_DECLS
