/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-demo-private.h"

G_BEGIN_DECLS

/**
 * RangDemoDrive:
 * @resource: id of the van; 0 if it was left behind
 * @at: when the delivery begins, or %RANG_TIME_NONE
 *
 * When the old delivery service gets to an order.
 */
typedef struct
{
  gint64 resource;
  RangTime at;
} RangDemoDrive;

/**
 * rang_demo_drive:
 * @orders: (element-type RangOrder): by rank
 * @careful: whether the courier looks at the promises too
 * @drives: (out) (array): one for each order
 *
 * Drives a past day the way it was done: the van that is free first takes the nearest of the first orders that it sees
 * on the list.
 */
void
rang_demo_drive (const RangDemo *demo, GPtrArray *orders, gboolean careful, RangDemoDrive *drives);

G_END_DECLS
