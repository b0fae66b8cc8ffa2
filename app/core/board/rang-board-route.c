/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what one resource does on the day. */
#include "board/rang-board-route.h"

RangBoardRoute *
rang_board_route_new (void)
{
  RangBoardRoute *route = g_new0 (RangBoardRoute, 1);

  route->shift = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  route->back = route->expected_back = RANG_TIME_NONE;
  route->stops = g_array_new (FALSE, FALSE, sizeof (RangBoardStop));
  route->breaks = g_array_new (FALSE, FALSE, sizeof (RangBoardBreak));
  return route;
}

RangBoardRoute *
rang_board_route_copy (const RangBoardRoute *route)
{
  g_return_val_if_fail (route != NULL, NULL);

  RangBoardRoute *copy = g_memdup2 (route, sizeof *route);

  copy->resource_name = g_strdup (route->resource_name);
  copy->courier_name = g_strdup (route->courier_name);
  copy->stops = g_array_copy (route->stops);
  copy->breaks = g_array_copy (route->breaks);
  return copy;
}

void
rang_board_route_free (RangBoardRoute *route)
{
  if (route == NULL)
    return;
  g_free (route->resource_name);
  g_free (route->courier_name);
  g_array_unref (route->stops);
  g_array_unref (route->breaks);
  g_free (route);
}

gint64
rang_board_route_get_km (const RangBoardRoute *route)
{
  g_return_val_if_fail (route != NULL, 0);
  return (route->metres + 500) / 1000;
}
