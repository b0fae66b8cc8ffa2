/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "common/rang-pen.h"
#include "deliveries/rang-lanes.h"

G_BEGIN_DECLS

/* What the files of RangLanes share. */

/* Height of the axis above the lanes. */
#define RANG_LANES_HEAD 26.0
/* Width of the names before them. */
#define RANG_LANES_NAMES 236.0

struct _RangLanes
{
  GtkWidget parent_instance;
  const RangDayView *view;
  gint64 chosen;
  gint64 over; /* the van a stop is carried over, 0 none */
  RangTime from;
  RangTime to;
};

guint
rang_lanes_count (RangLanes *self);

const RangBoardRoute *
rang_lanes_get_route (RangLanes *self, guint i);

/** rang_lanes_get_height: Returns: of the lane of that route, in pixels at that scale of the text */
double
rang_lanes_get_height (RangLanes *self, const RangBoardRoute *route, double scale);

guint
rang_lanes_count_late (const RangBoardRoute *route);

/** rang_lanes_is_done: Returns: whether that order has an outcome */
gboolean
rang_lanes_is_done (RangLanes *self, gint64 number);

void
rang_lanes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
