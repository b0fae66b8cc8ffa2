/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a store in a folder of its own, furnished, and a way behind its back. */
#include "store-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "lib/rang-test-server.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-people.h"
#include "store/rang-store-resources.h"

static void
create (const char *location, gpointer data)
{
  g_autoptr (GError) error = NULL;
  RangStore *store = rang_store_create (location, &error);

  g_assert_no_error (error);
  rang_store_close (store);
}

void
store_test_set_up (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test->folder = g_dir_make_tmp ("rang-store-XXXXXX", &error);
  g_assert_no_error (error);
  if (rang_test_server_is_wanted ())
    {
      g_autofree char *shared = rang_test_server_share ("store", create, NULL);

      test->path = rang_test_server_new_database (shared);
      test->store = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
    }
  else
    {
      test->path = g_build_filename (test->folder, "office.rang", NULL);
      test->store = rang_store_create (test->path, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (test->store);
}

void
store_test_tear_down (StoreTest *test, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&test->store, rang_store_close);
  if (rang_test_server_is_wanted ())
    rang_test_server_drop (test->path);
  dir = g_dir_open (test->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (test->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (test->folder);
  g_free (test->folder);
  g_free (test->path);
}

static void
add_person (RangStore *store, const char *name, RangRole role, gint64 department)
{
  g_autoptr (RangPerson) person = rang_person_new ();
  g_autoptr (GError) error = NULL;

  person->name = g_strdup (name);
  person->active = TRUE;
  rang_person_grant (person, role, department);
  rang_store_save_person (store, person, &error);
  g_assert_no_error (error);
}

static void
add_client (RangStore *store, const char *name, const char *tax_number)
{
  g_autoptr (RangClient) client = rang_client_new ();
  RangAddress *address = rang_address_new ();
  g_autoptr (GError) error = NULL;

  client->name = g_strdup (name);
  client->tax_number = g_strdup (tax_number);
  client->department = 1;
  client->annual_value = (RangMoney){ 5000000, "RON" };
  address->place.street = g_strdup ("Str. Lungă 12");
  address->place.city = g_strdup ("Brașov");
  g_ptr_array_add (client->addresses, address);
  rang_store_save_client (store, client, &error);
  g_assert_no_error (error);
}

void
store_test_furnish (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangUnit) unit = rang_unit_new ();
  static const char *const names[] = { "Active Sales", "Clients" };

  g_assert_no_error (error);
  g_free (settings->name);
  settings->name = g_strdup ("Hârtie Brașov");
  rang_store_save_settings (store, settings, &error);
  g_assert_no_error (error);
  unit->name = g_strdup ("Delivery");
  rang_store_save_unit (store, unit, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RangDepartment) department = rang_department_new ();

      department->name = g_strdup (names[i]);
      department->mark = (int)i;
      rang_store_save_department (store, department, &error);
      g_assert_no_error (error);
    }
  add_person (store, "Ana Pop", RANG_ROLE_DEPARTMENT_HEAD, 1);
  add_person (store, "Ion Rusu", RANG_ROLE_DEPARTMENT_HEAD, 2);
  add_person (store, "Maria Stan", RANG_ROLE_HEAD_OF_SALES, 0);
  add_client (store, "Papetărie Centrală SRL", "RO 123456");
  add_client (store, "Caraiman Impex SA", NULL);
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

RangOrder *
store_test_order (const char *client_number)
{
  RangOrder *order = rang_order_new ();

  order->client_number = g_strdup (client_number);
  order->client = 1;
  order->department = 1;
  order->order_day = 20770;
  order->value = (RangMoney){ 123450, "RON" };
  order->promised_day = 20781;
  order->promised = (RangTimeWindow){ 8 * 3600, 12 * 3600 };
  order->first_promised_day = 20781;
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->load = 10000;
  order->parcels = 2;
  order->state = RANG_ORDER_ENTERED;
  return order;
}

void
store_test_save (RangStore *store, RangOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

  g_assert_no_error (error);
  rang_store_save_order (store, order, &error);
  g_assert_no_error (error);
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

char *
store_test_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL, *copy;

  if (rang_store_is_server (path))
    {
      g_free (rang_test_server_sql (path, sql, &message));
      return message;
    }

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  copy = g_strdup (message);
  sqlite3_free (message);
  sqlite3_close (db);
  return copy;
}

char *
store_test_value (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  char *value = NULL;

  if (rang_store_is_server (path))
    return rang_test_server_sql (path, sql, NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}
