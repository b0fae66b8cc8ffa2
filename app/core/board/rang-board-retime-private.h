/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-day-private.h"

G_BEGIN_DECLS

/**
 * RangRetimeWork:
 * @routes: (element-type GArray of guint): under work, one a resource
 * @ranks: of each job; 0 not ranked
 * @before: the state that each job has been granted: at first the one it had
 * @queue: (element-type guint): jobs to be put in
 * @asked: the job that was asked about, -1 none; @target: the resource for it
 * @trial, @stops: room for one route
 *
 * The routes while they are worked on.
 */
typedef struct
{
  const RangBoardDay *day;
  RangTime now;
  GPtrArray *routes;
  guint *ranks;
  RangPlanState *before;
  GArray *queue;
  gint64 asked;
  guint target;
  guint *trial;
  RangDriveStop *stops;
} RangRetimeWork;

/* One way to put a job in; the less of each, the better, from the first on. */
typedef struct
{
  gboolean found;
  guint resource;
  guint position;
  gboolean strip; /* after the orders below were taken out of the rest of the route */
  gint64 harm_above;
  RangPlanState state;
  gint64 harm_below;
  gint32 late;
  gint64 travel;
} RangRetimeWay;

/* rang-board-retime-way.c */

/** rang_retime_route_of: Returns: (transfer none) (element-type guint): the jobs of the resource, in driving order */
GArray *
rang_retime_route_of (RangRetimeWork *work, guint resource);

RangPlanState
rang_retime_state_of (const RangDriveStop *stop);

/** rang_retime_is_done: Returns: whether the order has its outcome, so that its stop stays where it is */
gboolean
rang_retime_is_done (RangRetimeWork *work, guint job);

/** rang_retime_first_free: Returns: the first position behind all that is driven */
guint
rang_retime_first_free (RangRetimeWork *work, const guint *jobs, guint n);

/** rang_retime_copy_base: @base: (out): the route without @job, and without the open orders below it when @strip.
 * Returns: how many */
guint
rang_retime_copy_base (RangRetimeWork *work, guint resource, guint job, gboolean strip, guint *base);

/** rang_retime_judge: Returns: what the route is like with @job at @position of @base; leaves it in the work's trial */
RangRetimeWay
rang_retime_judge (
    RangRetimeWork *work, guint resource, const guint *base, guint n, guint position, guint job, gint32 back_before);

gboolean
rang_retime_is_better (const RangRetimeWay *way, const RangRetimeWay *than);

/** rang_retime_find_way: Returns: the best of all resources that may carry the job; may be none */
RangRetimeWay
rang_retime_find_way (RangRetimeWork *work, guint job);

/** rang_retime_grant_states: what is granted on the route is what those below must not harm */
void
rang_retime_grant_states (RangRetimeWork *work, guint resource);

/** rang_retime_put: puts the job in on that way; what it strips is queued */
void
rang_retime_put (RangRetimeWork *work, guint job, const RangRetimeWay *way);

G_END_DECLS
