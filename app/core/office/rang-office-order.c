/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is derived of an order: its answerable person, its estimates, its proposed promise, its state. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "base/rang-text.h"
#include "board/rang-promise.h"
#include "domain/rang-validate.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-orders.h"

gint64
office_answerable (RangOffice *office, const RangOrder *order)
{
  gint64 head;

  switch (order->state)
    {
    case RANG_ORDER_TO_COMPLETE:
    case RANG_ORDER_ENTERED:
      head = office_head_of (office, order->department);
      /* Nobody heads it, or it names no department yet: the head of sales answers meanwhile. */
      return head != 0 ? head : office_holder (office, RANG_ROLE_HEAD_OF_SALES);
    case RANG_ORDER_SUBMITTED:
    case RANG_ORDER_HANDED_OVER:
      return office_holder (office, RANG_ROLE_HEAD_OF_SALES);
    case RANG_ORDER_ACCEPTED:
      head = office_holder (office, RANG_ROLE_DELIVERY_CHIEF);
      return head != 0 ? head : office_holder (office, RANG_ROLE_HEAD_OF_SALES);
    case RANG_ORDER_DELIVERED:
    case RANG_ORDER_PART:
    case RANG_ORDER_FAILED:
    case RANG_ORDER_CANCELLED:
    case RANG_ORDER_CARRIED_OVER:
    case RANG_N_ORDER_STATES:
    default:
      return 0;
    }
}

RangOrder *
office_load_order (RangOffice *office, gint64 number, GError **error)
{
  g_autoptr (GError) local = NULL;
  RangOrder *order = rang_store_load_order (office->store, number, &local);

  if (order != NULL)
    return order;
  if (g_error_matches (local, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND))
    office_refuse (error, NOT_FOUND, _ ("there is no order %" PRId64 "; “rangctl orders” lists them"), number);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* --- settling --- */

/* Takes hours, service and coordinates from the client's address at the same door; an unknown one is added. */
static gboolean
settle_address (RangOffice *office, RangOrder *order, RangClient *client, GError **error)
{
  RangAddress *address;

  if (order->place.street == NULL && order->place.city == NULL)
    {
      if (client->addresses->len != 1 || order->place.located)
        return TRUE;
      address = g_ptr_array_index (client->addresses, 0);
      rang_place_copy_into (&order->place, &address->place);
    }
  else
    address = rang_client_find_address (client, &order->place);
  if (address == NULL)
    {
      address = rang_address_new ();
      address->client = client->id;
      rang_place_copy_into (&address->place, &order->place);
      g_ptr_array_add (client->addresses, address);
      if (!rang_store_save_client (office->store, client, error))
        return FALSE;
    }
  order->address = address->id;
  if (!order->place.located && address->place.located)
    {
      order->place.located = TRUE;
      order->place.lat = address->place.lat;
      order->place.lon = address->place.lon;
    }
  if (order->access_note == NULL)
    order->access_note = g_strdup (address->access_note);
  return TRUE;
}

static gboolean
is_same (const char *one, const char *other)
{
  g_autofree char *a = rang_text_key (one != NULL ? one : ""), *b = rang_text_key (other != NULL ? other : "");

  return g_str_equal (a, b);
}

/* Whom to ask for becomes one of the client's contacts, so that a person can be found and erased by one name. */
static gboolean
settle_contact (RangOffice *office, RangOrder *order, RangClient *client, GError **error)
{
  RangContact *contact;

  if (order->contact_name == NULL && order->contact_phone == NULL)
    return TRUE;
  for (guint i = 0; i < client->contacts->len; i++)
    {
      contact = g_ptr_array_index (client->contacts, i);
      if (order->contact_name != NULL ? is_same (contact->name, order->contact_name)
                                      : contact->name == NULL && is_same (contact->phone, order->contact_phone))
        {
          order->contact = contact->id;
          return TRUE;
        }
    }
  contact = rang_contact_new ();
  contact->client = client->id;
  contact->name = g_strdup (order->contact_name);
  contact->phone = g_strdup (order->contact_phone);
  g_ptr_array_add (client->contacts, contact);
  if (!rang_store_save_client (office->store, client, error))
    return FALSE;
  order->contact = contact->id;
  return TRUE;
}

/* CASES.md 18: what nobody stated is estimated, and marked. */
static void
settle_estimates (RangOffice *office, RangOrder *order, const RangClient *client, const RangAddress *address)
{
  const RangSettings *settings = office->settings;

  if (order->load == 0)
    {
      order->load = settings->load;
      order->estimated |= RANG_FIELD_LOAD;
    }
  if (order->parcels == 0)
    {
      order->parcels = settings->parcels;
      order->estimated |= RANG_FIELD_PARCELS;
    }
  if (order->service < 0)
    {
      order->service = address != NULL && address->service >= 0 ? address->service
                       : client != NULL && client->service >= 0 ? client->service
                                                                : settings->service;
      order->estimated |= RANG_FIELD_SERVICE;
    }
  if (order->value.currency[0] == '\0')
    g_strlcpy (order->value.currency, settings->currency, sizeof order->value.currency);
}

static const RangAddress *
find_address (const RangClient *client, gint64 id)
{
  for (guint i = 0; client != NULL && i < client->addresses->len; i++)
    {
      const RangAddress *address = g_ptr_array_index (client->addresses, i);

      if (address->id == id)
        return address;
    }
  return NULL;
}

static void
settle_promise (RangOffice *office,
                RangOrder *order,
                const RangClient *client,
                const RangAddress *address,
                const RangTimeWindow *mapping_hours)
{
  RangDay day, today = rang_office_today (office);
  /* Of a period that is under way, the days to come are left to choose from. */
  RangDay earliest = order->requested.to_day >= today ? MAX (order->order_day, today) : order->order_day;
  RangTimeWindow window;

  if (order->promised_day != RANG_DAY_NONE && order->promised.from != RANG_TIME_NONE)
    {
      if (order->first_promised_day == RANG_DAY_NONE && !order->promise_proposed)
        order->first_promised_day = order->promised_day;
      return;
    }
  if (!rang_promise_propose (&order->requested, client, address, mapping_hours, office->settings, earliest, &day,
                             &window))
    return;
  order->promised_day = day;
  order->promised = window;
  order->promise_proposed = TRUE;
}

void
rang_office_propose_promise (RangOffice *office, RangOrder *order)
{
  g_autoptr (RangClient) client
      = order->client != 0 ? rang_store_load_client (office->store, order->client, NULL) : NULL;

  settle_promise (office, order, client, find_address (client, order->address), NULL);
}

gboolean
office_settle_order (RangOffice *office,
                     RangOrder *order,
                     const RangTimeWindow *mapping_hours,
                     const char *where,
                     GPtrArray *problems,
                     GError **error)
{
  g_autoptr (RangClient) client = NULL;
  const RangAddress *address;

  if (order->client != 0)
    {
      client = rang_store_load_client (office->store, order->client, error);
      if (client == NULL || !settle_address (office, order, client, error)
          || !settle_contact (office, order, client, error))
        return FALSE;
    }
  address = find_address (client, order->address);
  settle_estimates (office, order, client, address);
  settle_promise (office, order, client, address, mapping_hours);
  if (order->state != RANG_ORDER_TO_COMPLETE && order->state != RANG_ORDER_ENTERED)
    return TRUE;
  if (rang_validate_order_complete (order, where, problems))
    order->state = RANG_ORDER_ENTERED;
  else
    {
      order->state = RANG_ORDER_TO_COMPLETE;
      order->department_rank = 0;
    }
  return TRUE;
}

/* --- a department's list --- */

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const RangOrder *one = *(const RangOrder *const *)a, *other = *(const RangOrder *const *)b;
  gint32 x = one->department_rank > 0 ? one->department_rank : G_MAXINT32;
  gint32 y = other->department_rank > 0 ? other->department_rank : G_MAXINT32;

  if (x != y)
    return x < y ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static gboolean
is_in_list (const RangOrder *order, RangDay day, gint64 department)
{
  return order->promised_day == day && order->department == department && order->state != RANG_ORDER_TO_COMPLETE
         && order->state != RANG_ORDER_CANCELLED && order->state != RANG_ORDER_CARRIED_OVER;
}

GPtrArray *
office_load_list (RangOffice *office, RangDay day, gint64 department, GError **error)
{
  g_autoptr (GPtrArray) orders = rang_store_load_orders_of_day (office->store, day, error);
  GPtrArray *list;

  if (orders == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_free);
  for (guint i = 0; i < orders->len; i++)
    if (is_in_list (g_ptr_array_index (orders, i), day, department))
      g_ptr_array_add (list, rang_order_copy (g_ptr_array_index (orders, i)));
  g_ptr_array_sort (list, compare_rank);
  return list;
}

gboolean
office_compact_list (RangOffice *office, RangDay day, gint64 department, GError **error)
{
  g_autoptr (GPtrArray) list = office_load_list (office, day, department, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      RangOrder *order = g_ptr_array_index (list, i);

      if (order->department_rank == (gint32)i + 1)
        continue;
      order->department_rank = (gint32)i + 1;
      if (!rang_store_save_order (office->store, order, error))
        return FALSE;
    }
  return TRUE;
}

/* --- what people see --- */

void
rang_order_view_free (RangOrderView *view)
{
  if (view == NULL)
    return;
  rang_order_free (view->order);
  g_free (view->client);
  g_free (view->department);
  g_free (view->answerable_name);
  g_ptr_array_unref (view->missing);
  g_free (view);
}

RangOrderView *
office_view_order (RangOffice *office, RangOrder *order, GHashTable *clients)
{
  RangOrderView *view = g_new0 (RangOrderView, 1);
  g_autofree char *where = g_strdup_printf ("%" G_GINT64_FORMAT, order->number);
  const RangClient *client = clients != NULL ? g_hash_table_lookup (clients, &order->client) : NULL;
  g_autoptr (RangClient) loaded = NULL;

  if (client == NULL && order->client != 0)
    client = loaded = rang_store_load_client (office->store, order->client, NULL);
  view->order = order;
  view->client = g_strdup (client != NULL ? client->name : order->buyer);
  view->stage = client != NULL ? (int)client->stage : -1;
  if (client != NULL)
    view->annual_value = client->annual_value;
  if (order->department != 0)
    view->department = g_strdup (rang_office_department_name (office, order->department));
  view->answerable = office_answerable (office, order);
  if (view->answerable != 0)
    view->answerable_name = g_strdup (rang_office_person_name (office, view->answerable));
  view->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  if (order->state == RANG_ORDER_TO_COMPLETE)
    rang_validate_order_complete (order, order->unread != NULL && order->source != NULL ? order->source : where,
                                  view->missing);
  return view;
}

/* --- differences --- */

static void
add_difference (JsonObject *object, const char *field, char *was, char *is)
{
  if (g_strcmp0 (was, is) != 0)
    {
      JsonObject *pair = json_object_new ();

      json_object_set_string_member (pair, "old", was != NULL ? was : "");
      json_object_set_string_member (pair, "new", is != NULL ? is : "");
      json_object_set_object_member (object, field, pair);
    }
  g_free (was);
  g_free (is);
}

static char *
window_text (const RangOrder *order)
{
  g_autofree char *from = rang_day_time_format (order->promised_day, order->promised.from);
  g_autofree char *to = rang_time_format (order->promised.to);

  return from != NULL ? g_strdup_printf ("%s–%s", from, to) : NULL;
}

static char *
number_text (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
value_text (RangMoney money)
{
  g_autofree char *plain = rang_money_format_plain (money);

  return g_strdup_printf ("%s %s", plain, money.currency);
}

char *
office_order_differences (const RangOrder *was, const RangOrder *is)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();

  add_difference (object, "client", number_text (was->client), number_text (is->client));
  add_difference (object, "department", number_text (was->department), number_text (is->department));
  add_difference (object, "promised", window_text (was), window_text (is));
  add_difference (object, "value", value_text (was->value), value_text (is->value));
  add_difference (object, "load", number_text (was->load), number_text (is->load));
  add_difference (object, "parcels", number_text (was->parcels), number_text (is->parcels));
  add_difference (object, "service", number_text (was->service), number_text (is->service));
  add_difference (object, "skills", rang_skills_format (was->skills), rang_skills_format (is->skills));
  add_difference (object, "goods", number_text (was->goods), number_text (is->goods));
  add_difference (object, "address", rang_place_to_text (&was->place), rang_place_to_text (&is->place));
  add_difference (object, "latitude", number_text (was->place.lat), number_text (is->place.lat));
  add_difference (object, "longitude", number_text (was->place.lon), number_text (is->place.lon));
  add_difference (object, "collect", number_text (was->to_collect), number_text (is->to_collect));
  add_difference (object, "invoice", g_strdup (was->invoice), g_strdup (is->invoice));
  add_difference (object, "importance", g_strdup (rang_importance_to_nick (was->importance)),
                  g_strdup (rang_importance_to_nick (is->importance)));
  json_node_init_object (node, object);
  return json_to_string (node, FALSE);
}
