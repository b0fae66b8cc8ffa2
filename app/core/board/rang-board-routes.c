/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the routes off a plan. */
#include "board/rang-board-day-private.h"

static void
add_stop (RangBoardRoute *route, const RangBoardStates *states, guint job, gint32 *location)
{
  const RangDayOrder *order = states->day->orders->pdata[job];
  const RangJob *numbers = rang_problem_get_job (states->day->problem, job);
  const RangPlanEntry *entry = rang_plan_get_entry (states->plan, job);
  gboolean production = states->day->input->unit->kind == RANG_UNIT_PRODUCTION;
  RangBoardStop stop = { .order = order->from->order->number,
                         .rank = rang_board_states_rank (states, order->from->order->number),
                         .arrival = production ? RANG_TIME_NONE : entry->arrival,
                         .eta = entry->start + (production ? numbers->service : 0),
                         .from = order->from->order->promised.from,
                         .to = order->from->order->promised.to,
                         .minutes_late = rang_plan_get_minutes_late (states->plan, job) };

  stop.expected = stop.eta;
  stop.expected_late = stop.minutes_late;

  if (route->stops->len == 0 || numbers->location == RANG_NO_LOCATION || numbers->location != *location)
    route->visits++;
  *location = numbers->location;
  stop.place = route->visits;
  route->grams += numbers->grams;
  route->parcels += numbers->parcels;
  g_array_append_val (route->stops, stop);
}

static void
add_breaks (RangBoardRoute *route, const RangPlan *plan, guint index)
{
  RangPlanBreak breaks[RANG_MAX_BREAKS];
  guint n = rang_plan_get_breaks (plan, index, breaks);

  for (guint i = 0; i < n; i++)
    {
      RangBoardBreak one = { breaks[i].before, breaks[i].start, breaks[i].start + breaks[i].duration };

      g_array_append_val (route->breaks, one);
    }
}

static RangBoardRoute *
make_route (const RangBoardStates *states, guint index)
{
  const RangBoardInput *input = states->day->input;
  const RangRosterEntry *entry = states->day->roster->pdata[index];
  const RangPerson *courier = rang_board_input_find_person (input, entry->courier);
  RangBoardRoute *route = rang_board_route_new ();
  gint32 location = RANG_NO_LOCATION;
  guint n_stops;
  const guint *stops = rang_plan_get_route (states->plan, index, &n_stops);

  route->resource = entry->resource;
  route->resource_name = g_strdup (rang_board_input_find_resource (input, entry->resource)->name);
  route->courier = entry->courier;
  route->courier_name = courier != NULL ? g_strdup (courier->name) : NULL;
  route->shift = entry->shift;
  route->metres = rang_plan_get_route_metres (states->plan, index);
  for (guint i = 0; i < n_stops; i++)
    add_stop (route, states, stops[i], &location);
  if (n_stops > 0)
    add_breaks (route, states->plan, index);
  if (n_stops > 0)
    route->back = route->expected_back = rang_plan_get_end (states->plan, index);
  route->out_of_service = entry->out_of_service;
  return route;
}

GPtrArray *
rang_board_make_routes (const RangBoardStates *states)
{
  GPtrArray *routes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_board_route_free);

  for (guint i = 0; i < states->day->roster->len; i++)
    {
      guint driven;

      rang_plan_get_route (states->plan, i, &driven);
      if (driven > 0 || !((RangRosterEntry *)states->day->roster->pdata[i])->out_of_service)
        g_ptr_array_add (routes, make_route (states, i));
    }
  return routes;
}
