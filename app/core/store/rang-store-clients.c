/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for clients, their addresses, contacts and events in the store. */
#include "store/rang-store-clients.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-text.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

/* Which clients a statement is about: all, one, or those with orders of a day. Ids by one parameter. */
#define OF_DAY "(SELECT o.client FROM orders o WHERE o.promised_day = $1 OR o.promised_day IS NULL)"
#define CLIENT_COLUMNS                                                                                                 \
  "SELECT id, name, tax_number, stage, annual_value, currency, department, hours_from, hours_to, service, "            \
  "penalty_clause, shut FROM clients "
#define ADDRESS_COLUMNS                                                                                                \
  "SELECT id, client, street, city, postcode, country, lat, lon, hours_from, hours_to, service, access_note, shut "    \
  "FROM addresses "
#define CONTACT_COLUMNS "SELECT id, client, name, phone, email FROM contacts "

typedef enum
{
  CLIENTS_ALL,
  CLIENTS_ONE,
  CLIENTS_OF_DAY
} Which;

static const char *const client_sql[] = { CLIENT_COLUMNS "WHERE $1 = 0 ORDER BY id", CLIENT_COLUMNS "WHERE id = $1",
                                          CLIENT_COLUMNS "WHERE id IN " OF_DAY " ORDER BY id" };
static const char *const address_sql[]
    = { ADDRESS_COLUMNS "WHERE $1 = 0 ORDER BY client, id", ADDRESS_COLUMNS "WHERE client = $1 ORDER BY id",
        ADDRESS_COLUMNS "WHERE client IN " OF_DAY " ORDER BY client, id" };
static const char *const contact_sql[]
    = { CONTACT_COLUMNS "WHERE $1 = 0 ORDER BY client, id", CONTACT_COLUMNS "WHERE client = $1 ORDER BY id",
        CONTACT_COLUMNS "WHERE client IN " OF_DAY " ORDER BY client, id" };

static RangStatement *
prepare (RangStore *store, const char *const *sql, Which which, gint64 key, GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql[which], error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, key);
  return row;
}

static void
read_shut (RangStatement *row, RangShut *shut)
{
  g_autofree char *text = rang_row_dup_text (row);

  rang_shut_parse (text, shut);
}

static void
bind_shut (RangStatement *row, const RangShut *shut)
{
  g_autofree char *text = rang_shut_format (shut);

  rang_bind_text (row, text);
}

static gpointer
read_client (RangStatement *row)
{
  RangClient *client = rang_client_new ();

  client->id = rang_row_int (row);
  client->name = rang_row_dup_text (row);
  client->tax_number = rang_row_dup_text (row);
  client->stage = (RangClientStage)rang_row_nick (row, rang_client_stage_from_nick);
  rang_row_money (row, &client->annual_value);
  client->department = rang_row_int (row);
  rang_row_times (row, &client->hours);
  client->service = (gint32)rang_row_int_or (row, -1);
  client->penalty_clause = rang_row_int (row) != 0;
  read_shut (row, &client->shut);
  return client;
}

static RangAddress *
read_address (RangStatement *row)
{
  RangAddress *address = rang_address_new ();

  address->id = rang_row_int (row);
  address->client = rang_row_int (row);
  rang_row_place (row, &address->place);
  rang_row_times (row, &address->hours);
  address->service = (gint32)rang_row_int_or (row, -1);
  address->access_note = rang_row_dup_text (row);
  read_shut (row, &address->shut);
  return address;
}

static RangContact *
read_contact (RangStatement *row)
{
  RangContact *contact = rang_contact_new ();

  contact->id = rang_row_int (row);
  contact->client = rang_row_int (row);
  contact->name = rang_row_dup_text (row);
  contact->phone = rang_row_dup_text (row);
  contact->email = rang_row_dup_text (row);
  return contact;
}

/* Addresses and contacts come by client, as the clients do: both are walked once. */
static RangClient *
find_from (GPtrArray *clients, guint *at, gint64 id)
{
  while (*at < clients->len)
    {
      RangClient *client = g_ptr_array_index (clients, *at);

      if (client->id == id)
        return client;
      (*at)++;
    }
  return NULL;
}

static gboolean
load_addresses (RangStore *store, Which which, gint64 key, GPtrArray *clients, GError **error)
{
  RangStatement *row = prepare (store, address_sql, which, key, error);
  RangStep step = RANG_STEP_ERROR;
  guint at = 0;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autoptr (RangAddress) address = read_address (row);
      RangClient *client = find_from (clients, &at, address->client);

      if (client != NULL)
        g_ptr_array_add (client->addresses, g_steal_pointer (&address));
    }
  return step == RANG_STEP_DONE;
}

static gboolean
load_contacts (RangStore *store, Which which, gint64 key, GPtrArray *clients, GError **error)
{
  RangStatement *row = prepare (store, contact_sql, which, key, error);
  RangStep step = RANG_STEP_ERROR;
  guint at = 0;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autoptr (RangContact) contact = read_contact (row);
      RangClient *client = find_from (clients, &at, contact->client);

      if (client != NULL)
        g_ptr_array_add (client->contacts, g_steal_pointer (&contact));
    }
  return step == RANG_STEP_DONE;
}

static GPtrArray *
load (RangStore *store, Which which, gint64 key, GError **error)
{
  RangStatement *row = prepare (store, client_sql, which, key, error);
  g_autoptr (GPtrArray) clients = rang_store_read_rows (row, read_client, (GDestroyNotify)rang_client_free, error);

  if (clients == NULL || !load_addresses (store, which, key, clients, error)
      || !load_contacts (store, which, key, clients, error))
    return NULL;
  return g_steal_pointer (&clients);
}

GPtrArray *
rang_store_load_clients (RangStore *store, GError **error)
{
  return load (store, CLIENTS_ALL, 0, error);
}

GPtrArray *
rang_store_load_clients_of_day (RangStore *store, RangDay day, GError **error)
{
  return load (store, CLIENTS_OF_DAY, day, error);
}

RangClient *
rang_store_load_client (RangStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) clients = load (store, CLIENTS_ONE, id, error);

  if (clients == NULL)
    return NULL;
  if (clients->len == 0)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
                   _ ("there is no client %" PRId64 "; choose one of the list"), id);
      return NULL;
    }
  return g_ptr_array_steal_index (clients, 0);
}

/* "RO 12 345 678" and "12345678" are one number; %NULL when nothing is left. */
static char *
tax_key (const char *tax_number)
{
  GString *key = g_string_new (NULL);

  for (const char *c = tax_number; c != NULL && *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (key, g_ascii_toupper (*c));
  if (g_str_has_prefix (key->str, "RO") && g_ascii_isdigit (key->str[2]))
    g_string_erase (key, 0, 2);
  return g_string_free (key, key->len == 0);
}

static gboolean
find_by_key (RangStore *store, const char *sql, const char *key, gint64 *id, GError **error)
{
  RangStatement *row;

  *id = 0;
  if (key == NULL || key[0] == '\0')
    return TRUE;
  row = rang_store_prepare (store, sql, error);
  if (row == NULL)
    return FALSE;
  rang_bind_text (row, key);
  if (rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  *id = rang_row_int (row);
  rang_statement_reset (row);
  return TRUE;
}

gboolean
rang_store_find_client (RangStore *store, const char *name, const char *tax_number, gint64 *id, GError **error)
{
  g_autofree char *number = tax_key (tax_number);
  g_autofree char *key = name != NULL ? rang_text_key (name) : NULL;

  if (!find_by_key (store, "SELECT coalesce (min (id), 0) FROM clients WHERE tax_key = $1", number, id, error))
    return FALSE;
  return *id != 0
         || find_by_key (store, "SELECT coalesce (min (id), 0) FROM clients WHERE name_key = $1", key, id, error);
}

static gboolean
save_address (RangStore *store, RangAddress *address, GError **error)
{
  gboolean is_new = address->id == 0;
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO addresses (client, street, city, postcode, country, lat, lon, hours_from, hours_to, "
               "service, access_note, shut) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id"
             : "UPDATE addresses SET client = $1, street = $2, city = $3, postcode = $4, country = $5, lat = $6, "
               "lon = $7, hours_from = $8, hours_to = $9, service = $10, access_note = $11, shut = $12 WHERE id = $13",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, address->client);
  rang_bind_place (row, &address->place);
  rang_bind_times (row, address->hours);
  rang_bind_int_or (row, address->service, -1);
  rang_bind_text (row, address->access_note);
  bind_shut (row, &address->shut);
  return rang_store_run_saving (store, row, &address->id, error);
}

static gboolean
save_contact (RangStore *store, RangContact *contact, GError **error)
{
  gboolean is_new = contact->id == 0;
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO contacts (client, name, phone, email) VALUES ($1, $2, $3, $4) RETURNING id"
             : "UPDATE contacts SET client = $1, name = $2, phone = $3, email = $4 WHERE id = $5",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, contact->client);
  rang_bind_text (row, contact->name);
  rang_bind_text (row, contact->phone);
  rang_bind_text (row, contact->email);
  return rang_store_run_saving (store, row, &contact->id, error);
}

static gboolean
save_client (RangStore *store, RangClient *client, GError **error)
{
  gboolean is_new = client->id == 0;
  g_autofree char *key = rang_text_key (client->name);
  g_autofree char *number = tax_key (client->tax_number);
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO clients (name, name_key, tax_number, tax_key, stage, annual_value, currency, department, "
               "hours_from, hours_to, service, penalty_clause, shut) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id"
             : "UPDATE clients SET name = $1, name_key = $2, tax_number = $3, tax_key = $4, stage = $5, "
               "annual_value = $6, currency = $7, department = $8, hours_from = $9, hours_to = $10, service = $11, "
               "penalty_clause = $12, shut = $13 WHERE id = $14",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, client->name);
  rang_bind_text (row, key);
  rang_bind_text (row, client->tax_number);
  rang_bind_text (row, number);
  rang_bind_text (row, rang_client_stage_to_nick (client->stage));
  rang_bind_money (row, client->annual_value);
  rang_bind_int_or (row, client->department, 0);
  rang_bind_times (row, client->hours);
  rang_bind_int_or (row, client->service, -1);
  rang_bind_int (row, client->penalty_clause);
  bind_shut (row, &client->shut);
  if (!rang_store_run_saving (store, row, &client->id, error))
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_CLIENT, client->id, 0, 0);
  return TRUE;
}

/* What belongs to the client but is not among @kept. */
static GArray *
list_others (RangStore *store, const char *select, gint64 client, GHashTable *kept, GError **error)
{
  RangStatement *row = rang_store_prepare (store, select, error);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  RangStep step = RANG_STEP_ERROR;

  if (row != NULL)
    rang_bind_int (row, client);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 id = rang_row_int (row);

      if (kept == NULL || !g_hash_table_contains (kept, &id))
        g_array_append_val (gone, id);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&gone) : NULL;
}

static gboolean
delete_each (RangStore *store, const char *remove, const GArray *gone, GError **error)
{
  for (guint i = 0; i < gone->len; i++)
    {
      RangStatement *row = rang_store_prepare_write (store, remove, error);

      if (row == NULL)
        return FALSE;
      rang_bind_int (row, g_array_index (gone, gint64, i));
      if (!rang_statement_run (row, error))
        return FALSE;
    }
  return TRUE;
}

/* An order whose door goes has none then: the foreign key sees to that. */
static gboolean
witness_orders_at (RangStore *store, const GArray *addresses, GError **error)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      g_autoptr (GArray) orders = list_others (store, "SELECT number FROM orders WHERE address = $1",
                                               g_array_index (addresses, gint64, i), NULL, error);

      for (guint k = 0; orders != NULL && k < orders->len; k++)
        if (!rang_store_witness_if_changed (store, RANG_WITNESS_ORDER_DETAILS, g_array_index (orders, gint64, k),
                                            error))
          return FALSE;
      if (orders == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_addresses (RangStore *store, RangClient *client, gboolean is_new, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) gone = NULL;

  for (guint i = 0; i < client->addresses->len; i++)
    {
      RangAddress *address = g_ptr_array_index (client->addresses, i);

      address->client = client->id;
      if (!save_address (store, address, error))
        return FALSE;
      g_hash_table_add (kept, &address->id);
    }
  if (is_new)
    return TRUE;
  gone = list_others (store, "SELECT id FROM addresses WHERE client = $1", client->id, kept, error);
  return gone != NULL && witness_orders_at (store, gone, error)
         && delete_each (store, "DELETE FROM addresses WHERE id = $1", gone, error);
}

static gboolean
save_contacts (RangStore *store, RangClient *client, gboolean is_new, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) gone = NULL;

  for (guint i = 0; i < client->contacts->len; i++)
    {
      RangContact *contact = g_ptr_array_index (client->contacts, i);

      contact->client = client->id;
      if (!save_contact (store, contact, error))
        return FALSE;
      g_hash_table_add (kept, &contact->id);
    }
  if (is_new)
    return TRUE;
  gone = list_others (store, "SELECT id FROM contacts WHERE client = $1", client->id, kept, error);
  return gone != NULL && delete_each (store, "DELETE FROM contacts WHERE id = $1", gone, error);
}

gboolean
rang_store_save_client (RangStore *store, RangClient *client, GError **error)
{
  gboolean is_new = client->id == 0;

  if (!save_client (store, client, error) || !save_addresses (store, client, is_new, error))
    return FALSE;
  if (!is_new || client->addresses->len > 0)
    rang_store_witness (store, RANG_WITNESS_ADDRESSES, client->id, 0, 0);
  return save_contacts (store, client, is_new, error);
}

gboolean
rang_store_erase_contact (RangStore *store, gint64 contact, GError **error)
{
  RangStatement *row
      = rang_store_prepare_write (store,
                                  "UPDATE orders SET contact_name = NULL, contact_phone = NULL WHERE contact = $1 "
                                  "OR (contact IS NULL AND client = (SELECT client FROM contacts WHERE id = $1) "
                                  "AND contact_name = (SELECT name FROM contacts WHERE id = $1))",
                                  error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, contact);
  if (!rang_statement_run (row, error))
    return FALSE;
  row = rang_store_prepare_write (store, "DELETE FROM contacts WHERE id = $1", error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, contact);
  return rang_store_run_changing (store, row, error);
}
