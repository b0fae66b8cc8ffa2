/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-place.h"
#include "office/rang-demo-random.h"

G_BEGIN_DECLS

/* The box that every door of the demo lies in, in 1e-6 degrees. */
#define RANG_DEMO_SOUTH 45470000
#define RANG_DEMO_NORTH 45850000
#define RANG_DEMO_WEST 25290000
#define RANG_DEMO_EAST 25810000

/**
 * rang_demo_city_place:
 * @place: all zero: filled with a door in Brașov or one of the towns around it
 *
 * Streets and numbers are invented: a street is a straight line through its town, and the number says how far along
 * it the door is, so that neighbours on paper are neighbours on the map.
 */
void
rang_demo_city_place (RangDemoRandom *random, RangPlace *place);

/**
 * rang_demo_city_metres:
 *
 * Returns: metres as the crow flies, good to a per cent within the box
 */
gint32
rang_demo_city_metres (const RangPlace *from, const RangPlace *to);

G_END_DECLS
