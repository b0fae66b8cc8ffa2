/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangBoardStop:
 * @order: number
 * @place: number of the visit on this route, from 1; orders of one visit share it
 * @rank: of the order on the board; 0 if it is not on it
 * @arrival: there; %RANG_TIME_NONE for a unit without travel
 * @eta: when service starts (after a wait); for a production unit when the work is done
 * @from: start of the promise; @to: its end
 * @minutes_late: after @to, rounded up; 0 on time
 * @done: it has an outcome on the day
 * @expected: when that was, or when service will start by what has happened so far (rang_board_expect()); as @eta
 *   before
 * @expected_late: minutes after @to by @expected; of one that failed 0
 * @missed: by what has happened so far its door will be closed, or the shift over
 *
 * One order on a route, by value.
 */
typedef struct
{
  gint64 order;
  guint place;
  guint rank;
  RangTime arrival;
  RangTime eta;
  RangTime from;
  RangTime to;
  gint32 minutes_late;
  gboolean done;
  RangTime expected;
  gint32 expected_late;
  gboolean missed;
} RangBoardStop;

/**
 * RangBoardBreak:
 * @before: the stop of the route, from 0, before which it is taken; how many there are if after the last
 * @from: when it begins by the plan; @to: when it is over
 *
 * A break of who drives.
 */
typedef struct
{
  guint before;
  RangTime from;
  RangTime to;
} RangBoardBreak;

/**
 * RangBoardRoute:
 * @resource: id; @resource_name: its name
 * @courier: id of who drives, 0 nobody named; @courier_name: (nullable): the name
 * @shift: working hours of the day
 * @stops: (element-type RangBoardStop): in driving order; may be empty
 * @breaks: (element-type RangBoardBreak): in the order they are taken; none without stops
 * @visits: how many visits they are
 * @metres: on the road, there and back
 * @grams: loaded; @parcels: loaded
 * @back: when it is back by the plan; %RANG_TIME_NONE without stops; @expected_back: by what has happened so far
 * @out_of_service: it stays in; what it drove before is still here
 *
 * What one resource does on the day.
 */
typedef struct
{
  gint64 resource;
  char *resource_name;
  gint64 courier;
  char *courier_name;
  RangTimeWindow shift;
  GArray *stops;
  GArray *breaks;
  guint visits;
  gint64 metres;
  gint64 grams;
  gint64 parcels;
  RangTime back;
  RangTime expected_back;
  gboolean out_of_service;
} RangBoardRoute;

RangBoardRoute *
rang_board_route_new (void);
RangBoardRoute *
rang_board_route_copy (const RangBoardRoute *route);
void
rang_board_route_free (RangBoardRoute *route);

/** rang_board_route_get_km: Returns: whole kilometres, rounded */
gint64
rang_board_route_get_km (const RangBoardRoute *route);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardRoute, rang_board_route_free)

G_END_DECLS
