/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the effect study: brings the office's past days into the form that it lives through. */
#include <glib/gi18n-lib.h>

#include "board/rang-board.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-insight.h"

static RangTravel *
make_travel (const RangBoard *board, const RangSettings *settings)
{
  guint n = rang_board_get_n_entries (board), depot = 0;
  g_autofree RangTravelPoint *points = g_new0 (RangTravelPoint, n + 1);

  points[0] = (RangTravelPoint){ settings->depot.lat, settings->depot.lon, settings->depot.located };
  for (guint rank = 1; rank <= n; rank++)
    {
      const RangPlace *place = &rang_board_get_entry (board, rank)->order->place;

      points[rank] = (RangTravelPoint){ place->lat, place->lon, place->located };
    }
  return rang_travel_new_from_points (points, n + 1, &depot, 1, (guint)settings->road_factor, (guint)settings->speed);
}

static const RangResource *
find_resource (const RangBoardInput *input, gint64 id)
{
  for (guint i = 0; i < input->resources->len; i++)
    {
      const RangResource *resource = g_ptr_array_index (input->resources, i);

      if (resource->id == id)
        return resource;
    }
  return NULL;
}

/* The vans as the plan has them, and for each order on which it is and where. */
static void
add_vans (RangSimulationDay *day, const RangBoard *board, GHashTable *places)
{
  const GPtrArray *routes = rang_board_get_routes (board);

  for (guint r = 0; r < routes->len; r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, r);
      const RangResource *resource = find_resource (rang_board_get_input (board), route->resource);
      RangSimulationVan van = { G_MAXINT64, G_MAXINT64, route->shift };

      if (resource != NULL && resource->capacity > 0)
        van.grams = resource->capacity;
      if (resource != NULL && resource->capacity_parcels > 0)
        van.parcels = resource->capacity_parcels;
      g_array_append_val (day->vans, van);
      for (guint s = 0; s < route->stops->len; s++)
        {
          gint64 number = g_array_index (route->stops, RangBoardStop, s).order;
          int place[2] = { (int)r, (int)s };

          g_hash_table_replace (places, g_memdup2 (&number, sizeof number), g_memdup2 (place, sizeof place));
        }
    }
}

static RangSimulationDay *
make_day (const RangBoard *board, const RangSettings *settings)
{
  RangSimulationDay *day = rang_simulation_day_new (rang_board_get_day (board), make_travel (board, settings));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  add_vans (day, board, places);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      const RangOrder *order = entry->order;
      const int *place = g_hash_table_lookup (places, &entry->number);
      RangSimulationOrder one = {
        .number = entry->number,
        .client = order->client,
        .location = rank,
        .promised = order->promised,
        .service = MAX (order->service, 0),
        .grams = order->load,
        .parcels = order->parcels,
        .annual_value = entry->client != NULL ? entry->client->annual_value.minor : 0,
        .importance = rang_order_counted_importance (order),
        .resource = place != NULL ? place[0] : -1,
        .place = place != NULL ? place[1] : 0,
      };

      g_array_append_val (day->orders, one);
    }
  return day;
}

RangSimulation *
rang_office_simulate (RangOffice *office,
                      const RangSession *session,
                      const RangSimulationParameters *parameters,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_simulation_day_free);
  RangSession past = *session;

  if (!office_refresh (office, error))
    return NULL;
  for (int i = 0; i < parameters->days; i++)
    {
      g_autoptr (RangBoard) board = NULL, suggested = NULL;

      past.day = rang_calendar_add_working_days (office->settings, past.day, -1);
      board = office_load_board (office, &past, OFFICE_BOARD_OPEN, cancellable, error);
      if (board == NULL)
        return NULL;
      suggested = rang_board_suggested (board);
      if (rang_board_get_n_entries (suggested) > 0)
        g_ptr_array_add (days, make_day (suggested, office->settings));
    }
  if (days->len == 0)
    {
      office_refuse (error, REFUSED, _ ("there are no orders on the days before; nothing to compare with"));
      return NULL;
    }
  return rang_simulation_new (days, parameters);
}
