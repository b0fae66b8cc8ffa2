/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for changing what the office knows of a client: its name, its doors, their hours. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "base/rang-text.h"
#include "domain/rang-validate.h"
#include "exchange/rang-csv-file.h"
#include "exchange/rang-doors-csv.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-orders.h"

static void
clean (char **text)
{
  char *cleaned = rang_text_clean (*text);

  g_free (*text);
  *text = cleaned;
}

static void
clean_texts (RangClient *client)
{
  clean (&client->name);
  clean (&client->tax_number);
  for (guint i = 0; i < client->addresses->len; i++)
    {
      RangAddress *address = client->addresses->pdata[i];

      clean (&address->place.street);
      clean (&address->place.city);
      clean (&address->place.postcode);
      clean (&address->access_note);
    }
}

static gboolean
check_valid (const RangClient *client, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  const RangRefusal *first;

  if (rang_validate_client (client, "client", problems))
    return TRUE;
  first = problems->pdata[0];
  /* Translators: what is wrong; what to do */
  office_refuse (error, INVALID, _ ("%s; %s"), first->problem, first->remedy);
  return FALSE;
}

/* One door is one address. */
static gboolean
check_doors (const RangClient *client, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < client->addresses->len; i++)
    {
      const RangAddress *address = client->addresses->pdata[i];
      g_autofree char *text = rang_place_to_text (&address->place);

      if (g_hash_table_add (seen, rang_place_key (&address->place)))
        continue;
      office_refuse (error, REFUSED, _ ("the client has the address “%s” twice; keep one"), text);
      return FALSE;
    }
  return TRUE;
}

/* Names and streets are personal data where the client is a person: the log has numbers and hours alone. */
static void
add_door (JsonObject *object, const char *name, RangTimeWindow hours, const RangShut *shut, gint32 service)
{
  JsonObject *door = json_object_new ();
  g_autofree char *text = rang_hours_format (hours, shut);

  json_object_set_string_member (door, "hours", text);
  json_object_set_int_member (door, "service", service);
  json_object_set_object_member (object, name, door);
}

static JsonObject *
describe (const RangClient *client)
{
  JsonObject *object = json_object_new ();

  add_door (object, "usual", client->hours, &client->shut, client->service);
  for (guint i = 0; i < client->addresses->len; i++)
    {
      const RangAddress *address = client->addresses->pdata[i];
      g_autofree char *name = g_strdup_printf ("address/%" G_GINT64_FORMAT, address->id);

      add_door (object, name, address->hours, &address->shut, address->service);
    }
  return object;
}

static RangLogEntry *
make_entry (RangOffice *office, const RangSession *session, const RangClient *was, const RangClient *is)
{
  RangLogEntry *entry = office_new_entry (office, session, "clients");
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_object_set_object_member (object, "old", describe (was));
  json_object_set_object_member (object, "new", describe (is));
  json_node_init_object (node, object);
  entry->client = is->id;
  entry->data = json_to_string (node, FALSE);
  return entry;
}

static gboolean
save (RangOffice *office, const RangSession *session, const RangClient *was, RangClient *kept, GError **error)
{
  g_autoptr (RangLogEntry) entry = NULL;

  if (!check_valid (kept, error) || !check_doors (kept, error) || !rang_store_save_client (office->store, kept, error))
    return FALSE;
  entry = make_entry (office, session, was, kept);
  g_hash_table_remove (office->names, &kept->id);
  return office_log (office, entry, error);
}

/* Contacts come with orders and are erased, not saved: one who was erased meanwhile does not come back. */
static void
keep_contacts (RangClient *client, const RangClient *was)
{
  g_ptr_array_set_size (client->contacts, 0);
  for (guint i = 0; i < was->contacts->len; i++)
    g_ptr_array_add (client->contacts, rang_contact_copy (was->contacts->pdata[i]));
}

gboolean
rang_office_save_client (RangOffice *office, const RangSession *session, const RangClient *client, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && client != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangClient) was = transaction != NULL ? rang_store_load_client (office->store, client->id, error) : NULL;
  g_autoptr (RangClient) kept = rang_client_copy (client);

  if (was == NULL)
    return FALSE;
  clean_texts (kept);
  keep_contacts (kept, was);
  return office_allow_as (office, session, RANG_ACTION_EDIT_CLIENT, "clients", was->department, 0, transaction,
                             error)
         && save (office, session, was, kept, error) && rang_store_transaction_commit (transaction, error);
}

/* --- many doors from a file --- */

static void
take_door (const RangDoorRow *row, RangTimeWindow *hours, RangShut *shut, gint32 *service)
{
  if (row->has_hours)
    {
      *hours = row->hours;
      *shut = row->shut;
    }
  if (row->service >= 0)
    *service = row->service;
}

static void
take_row (const RangDoorRow *row, RangClient *client)
{
  RangAddress *address;

  if (row->place.street == NULL)
    {
      take_door (row, &client->hours, &client->shut, &client->service);
      return;
    }
  address = rang_client_find_address (client, &row->place);
  if (address == NULL)
    {
      address = rang_address_new ();
      address->client = client->id;
      rang_place_copy_into (&address->place, &row->place);
      g_ptr_array_add (client->addresses, address);
    }
  if (row->place.located)
    {
      address->place.located = TRUE;
      address->place.lat = row->place.lat;
      address->place.lon = row->place.lon;
    }
  if (row->access != NULL)
    {
      g_free (address->access_note);
      address->access_note = g_strdup (row->access);
    }
  take_door (row, &address->hours, &address->shut, &address->service);
}

/* Whose door it is, and whether the person may change it; before anything is written. */
static gboolean
check_row (RangOffice *office,
           const RangSession *session,
           const char *path,
           const RangDoorRow *row,
           RangStoreTransaction *transaction,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RangClient) client = rang_office_find_client (office, row->client, &local);

  if (client == NULL)
    return rang_exchange_fail_at (error, path, row->line, g_strdup (local->message));
  return office_allow_as (office, session, RANG_ACTION_EDIT_CLIENT, "clients", client->department, 0, transaction,
                          error);
}

static gboolean
import_row (RangOffice *office, const RangSession *session, const char *path, const RangDoorRow *row, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RangClient) was = rang_office_find_client (office, row->client, &local);
  g_autoptr (RangClient) kept = was != NULL ? rang_client_copy (was) : NULL;

  if (kept != NULL)
    {
      take_row (row, kept);
      if (save (office, session, was, kept, &local))
        return TRUE;
    }
  return rang_exchange_fail_at (error, path, row->line, g_strdup (local->message));
}

gboolean
rang_office_import_doors (RangOffice *office, const RangSession *session, const char *path, guint *done, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && path != NULL && done != NULL, FALSE);

  g_autoptr (GPtrArray) rows = rang_doors_csv_read (path, error);
  g_autoptr (RangStoreTransaction) transaction = rows != NULL ? office_begin (office, error) : NULL;

  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!check_row (office, session, path, rows->pdata[i], transaction, error))
      return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!import_row (office, session, path, rows->pdata[i], error))
      return FALSE;
  *done = rows->len;
  return rang_store_transaction_commit (transaction, error);
}

/* --- a new client --- */

static gint64
save_new_client (RangOffice *office, const RangSession *session, RangClient *client, GError **error)
{
  g_autoptr (RangLogEntry) entry = NULL;

  if (!check_valid (client, error))
    return 0;
  if (client->annual_value.currency[0] == '\0')
    g_strlcpy (client->annual_value.currency, office->settings->currency, sizeof client->annual_value.currency);
  if (!rang_store_save_client (office->store, client, error))
    return 0;
  entry = office_new_entry (office, session, "client");
  entry->client = client->id;
  entry->note = g_strdup ("new");
  return office_log (office, entry, error) ? client->id : 0;
}

gint64
rang_office_add_client (RangOffice *office, const RangSession *session, const RangClient *client, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangClient) copy = rang_client_copy (client);
  gint64 id;

  if (transaction == NULL
      || !office_allow (office, session, RANG_ACTION_EDIT_CLIENT, client->department, 0, transaction, error))
    return 0;
  copy->id = 0;
  id = save_new_client (office, session, copy, error);
  return id != 0 && rang_store_transaction_commit (transaction, error) ? id : 0;
}

/* The department of somebody who works in exactly one. */
static gint64
own_department (RangOffice *office, gint64 person)
{
  const RangPerson *found = office_find_person (office, person);
  gint64 department = 0;

  for (guint i = 0; found != NULL && i < found->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (found->grants, RangRoleGrant, i);

      if (grant->department == 0 || grant->department == department)
        continue;
      if (department != 0)
        return 0;
      department = grant->department;
    }
  return department;
}

/* The client that the buyer has become meanwhile, else a new one. */
static gint64
client_of_buyer (RangOffice *office, const RangSession *session, const RangOrder *order, GError **error)
{
  g_autoptr (RangClient) client = NULL;
  gint64 id = 0;

  if (!rang_store_find_client (office->store, order->buyer, order->buyer_tax_number, &id, error) || id != 0)
    return id;
  client = rang_client_new ();
  client->name = g_strdup (order->buyer);
  client->tax_number = g_strdup (order->buyer_tax_number);
  client->department = order->department != 0 ? order->department : own_department (office, session->person);
  return save_new_client (office, session, client, error);
}

static gboolean
give_client (RangOffice *office, const RangSession *session, RangOrder *order, gint64 client, GError **error)
{
  g_autoptr (RangLogEntry) entry = NULL;

  order->client = client;
  if (order->department == 0)
    {
      g_autoptr (RangClient) owned = rang_store_load_client (office->store, client, error);

      if (owned == NULL)
        return FALSE;
      order->department = owned->department;
    }
  if (!office_settle_and_save (office, order, error))
    return FALSE;
  entry = office_new_entry (office, session, "edit");
  entry->order = order->number;
  entry->client = client;
  return office_log (office, entry, error);
}

/* Whatever else waits for this client and is the person's to change. */
static gboolean
give_client_to_others (RangOffice *office, const RangSession *session, gint64 client, GError **error)
{
  g_autoptr (GPtrArray) waiting = rang_store_load_orders_to_complete (office->store, error);
  const RangPerson *person = office_find_person (office, session->person);

  if (waiting == NULL)
    return FALSE;
  for (guint i = 0; i < waiting->len; i++)
    {
      RangOrder *order = waiting->pdata[i];
      gint64 found = 0;

      if (order->client != 0 || order->buyer == NULL
          || !rang_permission_allows (person, RANG_ACTION_EDIT_CLIENT, order->department))
        continue;
      if (!rang_store_find_client (office->store, order->buyer, order->buyer_tax_number, &found, error)
          || (found == client && !give_client (office, session, order, client, error)))
        return FALSE;
    }
  return TRUE;
}

gint64
rang_office_make_client (RangOffice *office, const RangSession *session, gint64 number, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  gint64 client;

  if (order == NULL
      || !office_allow (office, session, RANG_ACTION_EDIT_CLIENT, order->department, number, transaction, error))
    return 0;
  if (order->client != 0 || order->buyer == NULL)
    {
      office_refuse (error, REFUSED,
                     order->client != 0 ? _ ("the order has a client already")
                                        : _ ("the file named no buyer; choose or enter a client for the order"));
      return 0;
    }
  client = client_of_buyer (office, session, order, error);
  return client != 0 && give_client (office, session, order, client, error)
                 && give_client_to_others (office, session, client, error)
                 && rang_store_transaction_commit (transaction, error)
             ? client
             : 0;
}

gboolean
rang_office_make_clients (
    RangOffice *office, const RangSession *session, const gint64 *numbers, guint n_numbers, GError **error)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autoptr (RangOrder) order = office_load_order (office, numbers[i], error);

      if (order == NULL)
        return FALSE;
      if (order->client == 0 && rang_office_make_client (office, session, numbers[i], error) == 0)
        return FALSE;
    }
  return TRUE;
}
