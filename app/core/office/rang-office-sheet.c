/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is printed: the route sheets of the version that binds, or of the board as a draft. */
#include <glib/gi18n-lib.h>

#include "board/rang-board-retime.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-day.h"
#include "office/rang-office-paper-private.h"
#include "office/rang-office-private.h"
#include "office/rang-office-version.h"

/* Why a stop stands where it stands, in words that the client may read: what was agreed, never how the company rates
 * anybody. */
static char *
short_reason (const RangBoardEntry *entry)
{
  const RangOrder *order = entry->order;
  g_autofree char *ready = rang_time_format (order->goods_from);

  if (entry->placed != NULL)
    switch (entry->placed->reason)
      {
      case RANG_REASON_PROMISE_RENEWED:
      case RANG_REASON_CLIENT_ASKED:
      case RANG_REASON_ROUTE:
      case RANG_REASON_GOODS_NOT_READY:
        return g_strdup (rang_reason_label ((RangReasonCode)entry->placed->reason));
      default:
        return g_strdup (_ ("Set by the office"));
      }
  if (order->goods == RANG_GOODS_READY_LATER)
    /* Translators: %s is a time. */
    return g_strdup_printf (_ ("Goods ready from %s"), ready);
  if (entry->days_waited > 0)
    return g_strdup (_ ("Promised anew"));
  if (order->promised.to - order->promised.from <= 2 * 3600)
    return g_strdup (_ ("Fixed hours"));
  return g_strdup (_ ("On the way"));
}

static const RangContact *
find_contact (const RangClient *client, gint64 id)
{
  for (guint i = 0; client != NULL && i < client->contacts->len; i++)
    {
      const RangContact *contact = g_ptr_array_index (client->contacts, i);

      if (id == 0 || contact->id == id)
        return contact;
    }
  return NULL;
}

static void
fill_stop (RangSheetStop *stop, const RangBoardEntry *entry, const RangBoardStop *planned)
{
  const RangOrder *order = entry->order;
  const RangContact *contact = find_contact (entry->client, order->contact);

  stop->eta = planned->arrival != RANG_TIME_NONE ? planned->arrival : planned->eta;
  stop->promised = (RangTimeWindow){ planned->from, planned->to };
  stop->minutes_late = planned->minutes_late;
  stop->client = g_strdup (entry->client != NULL ? entry->client->name : order->buyer);
  stop->contact = g_strdup (order->contact_name != NULL ? order->contact_name : contact != NULL ? contact->name : NULL);
  stop->phone = g_strdup (order->contact_phone != NULL ? order->contact_phone
                          : contact != NULL            ? contact->phone
                                                       : NULL);
  stop->address = rang_place_to_text (&order->place);
  stop->town = g_strdup (order->place.city);
  stop->access_note = g_strdup (order->access_note);
  stop->reason = short_reason (entry);
  stop->unlocated = rang_order_is_unlocated (order);
  stop->located = order->place.located;
  stop->lat = order->place.lat;
  stop->lon = order->place.lon;
}

static void
add_order (RangSheetStop *stop, const RangBoardEntry *entry)
{
  const RangOrder *order = entry->order;
  RangSheetOrder *row = rang_sheet_stop_add_order (stop, order->number);

  row->client_number = g_strdup (order->client_number);
  row->invoice = g_strdup (order->invoice);
  row->parcels = order->parcels;
  row->load = order->load;
  row->load_estimated = (order->estimated & (RANG_FIELD_LOAD | RANG_FIELD_PARCELS)) != 0;
  row->value = order->value;
  row->to_collect = order->value;
  row->to_collect.minor = order->to_collect;
  stop->must_not_slip |= entry->score->class_letter == 'A';
  if (order->note != NULL && stop->note == NULL)
    stop->note = g_strdup (order->note);
}

static void
fill_head (RangOffice *office,
           RangSheet *sheet,
           const RangSession *session,
           const RangBoardRoute *route,
           const RangResource *resource,
           const RangVersionInfo *version)
{
  g_autofree char *day = rang_day_format (session->day);

  sheet->company = g_strdup (office->settings->name);
  sheet->tax_number = g_strdup (office->settings->tax_number);
  sheet->seat = rang_place_to_text (&office->settings->depot);
  sheet->number = g_strdup_printf ("%s/%" G_GINT64_FORMAT, day, route->resource);
  sheet->day = session->day;
  sheet->van = g_strdup (route->resource_name);
  sheet->plate = g_strdup (resource != NULL ? resource->plate : NULL);
  sheet->courier = g_strdup (route->courier_name);
  sheet->category = g_strdup (resource != NULL ? resource->category : NULL);
  sheet->fuel_norm = resource != NULL ? resource->fuel_norm : 0;
  sheet->departure = route->shift.from;
  sheet->back = route->back;
  for (guint i = 0; i < route->breaks->len; i++)
    {
      const RangBoardBreak *one = &g_array_index (route->breaks, RangBoardBreak, i);
      RangTimeWindow rest = { one->from, one->to };

      g_array_append_val (sheet->breaks, rest);
    }
  sheet->metres = route->metres;
  sheet->depot_located = office->settings->depot.located;
  sheet->depot_lat = office->settings->depot.lat;
  sheet->depot_lon = office->settings->depot.lon;
  sheet->draft = version == NULL;
  if (version == NULL)
    return;
  sheet->version = version->number;
  sheet->plan = version->plan;
  sheet->fingerprint = g_strdup (version->fingerprint);
  sheet->signed_by = office_acting_name (office, version->signed_by, version->signed_for);
  sheet->signed_day = rang_day_of_instant (version->signed_at, office->zone, &sheet->signed_at);
  if (version->state != RANG_VERSION_ACCEPTED)
    return;
  sheet->accepted_by = office_acting_name (office, version->decided_by, version->decided_for);
  sheet->accepted_day = rang_day_of_instant (version->decided_at, office->zone, &sheet->accepted_at);
  sheet->same_signer = version->decided_by == version->signed_by;
}

static RangSheet *
make_sheet (RangOffice *office,
            const RangSession *session,
            const RangBoard *board,
            const RangBoardRoute *route,
            const RangResource *resource,
            const RangVersionInfo *version)
{
  RangSheet *sheet = rang_sheet_new ();
  RangSheetStop *stop = NULL;
  guint place = 0;

  fill_head (office, sheet, session, route, resource, version);
  for (guint i = 0; i < route->stops->len; i++)
    {
      const RangBoardStop *planned = &g_array_index (route->stops, RangBoardStop, i);
      const RangBoardEntry *entry = rang_board_find (board, planned->order);

      if (entry == NULL)
        continue;
      if (stop == NULL || planned->place != place)
        {
          stop = rang_sheet_add_stop (sheet);
          fill_stop (stop, entry, planned);
        }
      place = planned->place;
      add_order (stop, entry);
      office_fill_goods (sheet, entry->order);
    }
  return sheet;
}

static const RangResource *
find_resource (GPtrArray *resources, gint64 id)
{
  for (guint i = 0; i < resources->len; i++)
    {
      const RangResource *resource = g_ptr_array_index (resources, i);

      if (resource->id == id)
        return resource;
    }
  return NULL;
}

static const RangVersionInfo *
find_binding (GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const RangVersionInfo *version = g_ptr_array_index (versions, i);

      if (version->binding)
        return version;
    }
  return NULL;
}

/* Of one order its stop alone: its number stays that of the route. */
static void
keep_stop (RangSheet *sheet, gint64 order)
{
  for (guint i = sheet->stops->len; i > 0; i--)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i - 1);
      gboolean found = FALSE;

      for (guint k = 0; k < stop->orders->len; k++)
        found = found
                || (!stop->struck && ((const RangSheetOrder *)g_ptr_array_index (stop->orders, k))->number == order);
      if (!found)
        g_ptr_array_remove_index (sheet->stops, i - 1);
    }
}

GPtrArray *
rang_office_load_papers (
    RangOffice *office, const RangSession *session, gint64 resource, RangSheetKind kinds, gint64 order, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);
  g_autoptr (GPtrArray) versions = board != NULL ? rang_office_list_versions (office, session, error) : NULL;
  g_autoptr (GPtrArray) resources = versions != NULL ? rang_office_list_resources (office, session, error) : NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  const GPtrArray *routes;

  if (resources == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_sheet_free);
  routes = rang_board_get_routes (board);
  for (guint i = 0; i < routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, i);
      const RangVersionInfo *version = find_binding (versions);
      RangSheet *sheet;

      if (route->stops->len == 0 || (resource != 0 && route->resource != resource))
        continue;
      sheet = make_sheet (office, session, board, route, find_resource (resources, route->resource), version);
      sheet->kinds = kinds;
      g_ptr_array_add (sheets, sheet);
      if (!office_fill_fields (office, sheet, error)
          || !office_fill_changes (office, session, sheet, route, version, error))
        return NULL;
      if (order != 0)
        keep_stop (sheet, order);
      if (sheet->stops->len == 0)
        g_ptr_array_remove_index (sheets, sheets->len - 1);
    }
  if (sheets->len == 0)
    {
      office_refuse (error, REFUSED, _ ("no van has a stop on this day; submit orders first"));
      return NULL;
    }
  return g_steal_pointer (&sheets);
}

GPtrArray *
rang_office_load_sheets (RangOffice *office, const RangSession *session, gint64 resource, GError **error)
{
  return rang_office_load_papers (office, session, resource, RANG_SHEET_KINDS_USUAL, 0, error);
}

GPtrArray *
rang_office_load_routes (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);

  return board != NULL ? rang_office_routes_of_board (office, session, board) : NULL;
}

GPtrArray *
rang_office_routes_of_board (RangOffice *office, const RangSession *session, RangBoard *board)
{
  const GPtrArray *routes = rang_board_get_routes (board);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_board_route_free);

  for (guint i = 0; i < routes->len; i++)
    g_ptr_array_add (copies, rang_board_route_copy (g_ptr_array_index (routes, i)));
  rang_board_expect (board, copies, office_clock_of_day (office, session));
  return copies;
}
