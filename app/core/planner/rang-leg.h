/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-problem.h"

G_BEGIN_DECLS

/* Later than any time of a day. */
#define RANG_NEVER (G_MAXINT32 / 2)

/**
 * rang_leg_ready:
 * @leave: when the last service is over, the share of the door included
 * @seconds: the way, at the fastest hour
 * @breaks: (array length=n_breaks): taken on this leg, one after the other, each as soon as it may begin
 *
 * The way may be interrupted by breaks; a break that may begin only after the way is behind is taken at its end. What
 * comes out grows with @leave.
 *
 * Returns: when way and breaks are behind; %RANG_NEVER if a break cannot begin in time
 */
gint32
rang_leg_ready (const RangTravel *travel, gint32 leave, gint32 seconds, const RangBreak *breaks, guint n_breaks);

/** Returns: the latest @leave for which rang_leg_ready() is no later than @by; -%RANG_NEVER if there is none */
gint32
rang_leg_latest (const RangTravel *travel, gint32 by, gint32 seconds, const RangBreak *breaks, guint n_breaks);

G_END_DECLS
