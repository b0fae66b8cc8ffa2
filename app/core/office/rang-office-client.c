/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for changing what the office knows of a client: its name, its doors, their hours. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "base/rang-text.h"
#include "domain/rang-validate.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-private.h"
#include "store/rang-store-clients.h"

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

gboolean
rang_office_save_client (RangOffice *office, const RangSession *session, const RangClient *client, GError **error)
{
  g_return_val_if_fail (office != NULL && session != NULL && client != NULL, FALSE);

  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangClient) was = transaction != NULL ? rang_store_load_client (office->store, client->id, error) : NULL;
  g_autoptr (RangClient) kept = rang_client_copy (client);
  g_autoptr (RangLogEntry) entry = NULL;

  clean_texts (kept);
  if (was == NULL
      || !office_allow_as (office, session, RANG_ACTION_EDIT_CLIENT, "clients", was->department, 0, transaction, error)
      || !check_valid (kept, error) || !check_doors (kept, error)
      || !rang_store_save_client (office->store, kept, error))
    return FALSE;
  entry = make_entry (office, session, was, kept);
  if (!office_log (office, entry, error) || !rang_store_transaction_commit (transaction, error))
    return FALSE;
  g_hash_table_remove (office->names, &kept->id);
  return TRUE;
}
