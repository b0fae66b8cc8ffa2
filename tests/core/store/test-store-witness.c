/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns are witnessed and which are not, and that a forged row stays found. */
#include <string.h>

#include "lib/rang-test-server.h"
#include "store-test.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-resources.h"
#include "store/rang-store-witness-private.h"

/* --- every column --- */

/* Columns without a witness, each with its reason; "*" is every column of the table. */
static const struct
{
  const char *table;
  const char *columns;
  const char *reason;
} exceptions[] = {
  { "log", "*", "the chain itself" },
  { "chain_head", "*", "checked against the log" },
  { "witnesses", "*", "checked against the log" },
  { "counters", "*", "the next free number: a number that is taken is refused" },
  { "people", "name name_key", "people are erased" },
  { "contacts", "*", "people are erased" },
  { "clients", "name name_key tax_number tax_key", "a client may be a person" },
  { "orders", "buyer buyer_key buyer_tax_number contact contact_name contact_phone unread",
    "names and phones, and what a file said of them" },
  { "orders", "department_rank", "as the list's last revision, which is witnessed; in force when it is submitted" },
  { "order_changes", "source source_digest", "the name of the file that was read; what it changed is witnessed" },
  { "client_deliveries", "*", "kept by triggers; the check counts the orders anew" },
  { "departments", "name_key", "made of the name" },
  { "addresses", "id", "tells the doors of a client apart; their sequence is witnessed" },
  { "move_orders", "*", "an index of moves.orders" },
  { "sender_mappings", "*", "how the next file is read; what was taken from it is witnessed" },
  { "rule_drafts", "*", "not in force; rules are when they are activated" },
  { "sign_ins", "*", "wrong passwords of the last minutes" },
};

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *quoted = g_regex_escape_string (word, -1);
  g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", quoted);

  return g_regex_match_simple (pattern, text, 0, 0);
}

static gboolean
is_witnessed (const char *table, const char *column)
{
  for (guint kind = 0; kind < RANG_N_WITNESSES; kind++)
    {
      const RangWitnessSpec *spec = rang_witness_spec (kind);
      const char *from = strstr (spec->all, " FROM ");
      g_autofree char *columns = g_strndup (spec->all, (gsize)(from - spec->all));

      if (g_str_equal (spec->table, table) && has_word (columns, column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_excepted (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (exceptions[i].table, table)
        && (g_str_equal (exceptions[i].columns, "*") || has_word (exceptions[i].columns, column)))
      return TRUE;
  return FALSE;
}

static void
test_each_column_is_witnessed_or_says_why_not (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "walked.rang", NULL);
  g_autoptr (RangStore) store = rang_store_create (path, NULL);
  g_autofree char *all = store_test_value (
      path, "SELECT group_concat (m.name || '.' || c.name, ' ') FROM sqlite_master m, pragma_table_info (m.name) c "
            "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'");
  g_auto (GStrv) columns = g_strsplit (all, " ", -1);

  g_assert_cmpuint (g_strv_length (columns), >, 250);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (columns[i], ".", 2);
      gboolean witnessed = is_witnessed (parts[0], parts[1]), excepted = is_excepted (parts[0], parts[1]);

      if (witnessed == excepted)
        g_error ("%s is %s", columns[i],
                 witnessed ? "witnessed, and an exception" : "neither witnessed nor an exception with its reason");
    }
}

/* --- what is forged, and what is not --- */

/* What the log does not know, as "TABLE/KEY", parted by spaces. */
static char *
list_faults (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (store, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    {
      const RangWitnessFault *fault = faults->pdata[i];

      g_ptr_array_add (names, g_strdup_printf ("%s/%s", fault->table, fault->key));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static void
expect_faults (RangStore *store, const char *expected)
{
  g_autofree char *faults = list_faults (store);

  g_assert_cmpstr (faults, ==, expected);
}

static void
forge (StoreTest *test, const char *sql)
{
  g_autofree char *message = store_test_sql (test->path, sql);

  g_assert_null (message);
}

static void
commit (RangStore *store, RangStoreTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("settings", 1795505500, 3);

  rang_store_append_log (store, entry, &error);
  g_assert_no_error (error);
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* Settings as they are, but for the quota and the latitude of the depot. */
static void
set_settings (RangStore *store, gint32 quota, gint32 lat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSettings) settings = rang_store_load_settings (store, &error);
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

  settings->high_quota = quota;
  if (lat != 0)
    settings->depot.lat = lat;
  settings->depot.located = TRUE;
  rang_store_save_settings (store, settings, &error);
  g_assert_no_error (error);
  commit (store, transaction);
}

static void
test_a_forged_depot_is_found_though_a_setting_is_changed_later (StoreTest *test, gconstpointer data)
{
  store_test_furnish (test->store);
  set_settings (test->store, 25, 45000000);
  expect_faults (test->store, "");
  forge (test, "UPDATE settings SET lat = 44000000");
  expect_faults (test->store, "settings.details/1");
  set_settings (test->store, 30, 0);
  expect_faults (test->store, "settings.details/1");
  forge (test, "UPDATE settings SET lat = 45000000");
  expect_faults (test->store, "");
  set_settings (test->store, 30, 46000000);
  expect_faults (test->store, "");
}

static void
test_a_forged_speed_road_factor_or_service_time_is_found (StoreTest *test, gconstpointer data)
{
  static const char *const columns[] = { "speed", "road_factor", "service", "hours_to", "parcels" };

  store_test_furnish (test->store);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *edit = g_strdup_printf ("UPDATE settings SET %s = %s + 1", columns[i], columns[i]);
      g_autofree char *back = g_strdup_printf ("UPDATE settings SET %s = %s - 1", columns[i], columns[i]);

      forge (test, edit);
      expect_faults (test->store, "settings.details/1");
      forge (test, back);
    }
  forge (test, "UPDATE settings SET speeds = '7-9=60', roads_entry = 1");
  expect_faults (test->store, "settings.details/1");
}

static void
test_a_forged_weight_stays_found_though_the_order_is_changed_later (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (RangOrder) again = NULL;
  g_autoptr (RangOrder) third = NULL;
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  store_test_save (test->store, order);
  expect_faults (test->store, "");
  forge (test, "UPDATE orders SET \"load\" = 1");
  again = rang_store_load_order (test->store, order->number, &error);
  again->importance = RANG_IMPORTANCE_HIGH;
  store_test_save (test->store, again);
  expect_faults (test->store, "orders.details/1001");
  forge (test, "UPDATE orders SET \"load\" = 10000");
  expect_faults (test->store, "");
  third = rang_store_load_order (test->store, order->number, &error);
  third->load = 20000;
  store_test_save (test->store, third);
  expect_faults (test->store, "");
}

/* The door that an order goes to, taken away through Rang: the order has none, by nobody's forgery. */
static void
test_a_door_that_is_gone_makes_no_order_a_forgery (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangClient) client = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  store_test_furnish (test->store);
  client = rang_store_load_client (test->store, 1, &error);
  order->address = ((RangAddress *)client->addresses->pdata[0])->id;
  store_test_save (test->store, order);
  transaction = rang_store_begin (test->store, &error);
  g_ptr_array_set_size (client->addresses, 0);
  rang_store_save_client (test->store, client, &error);
  g_assert_no_error (error);
  commit (test->store, transaction);
  left = store_test_value (test->path, "SELECT count (address) FROM orders");
  g_assert_cmpstr (left, ==, "0");
  expect_faults (test->store, "");
}

static void
test_a_forged_van_unit_or_field_of_a_sheet_is_found (StoreTest *test, gconstpointer data)
{
  RangSheetFieldSetting field = { (char *)"seat", FALSE, NULL };
  g_autoptr (RangResource) van = rang_resource_new ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  van->unit = 1;
  van->name = g_strdup ("Van 1");
  van->shift = (RangTimeWindow){ 8 * 3600, 16 * 3600 };
  units = rang_store_load_units (test->store, &error);
  g_free (((RangUnit *)units->pdata[0])->name);
  ((RangUnit *)units->pdata[0])->name = g_strdup ("Vans");
  transaction = rang_store_begin (test->store, &error);
  rang_store_save_unit (test->store, units->pdata[0], &error);
  rang_store_save_resource (test->store, van, &error);
  rang_store_save_sheet_field (test->store, &field, &error);
  g_assert_no_error (error);
  commit (test->store, transaction);
  expect_faults (test->store, "");
  forge (test, "UPDATE resources SET name = 'Van 2'");
  expect_faults (test->store, "resources.details/1");
  forge (test, "UPDATE resources SET name = 'Van 1'");
  forge (test, "UPDATE units SET name = name || '!'");
  expect_faults (test->store, "units/1");
  forge (test, "UPDATE units SET name = replace (name, '!', '')");
  forge (test, "UPDATE sheet_fields SET shown = 1");
  expect_faults (test->store, "sheet_fields/seat");
}

static void
test_a_forged_count_of_a_client_s_deliveries_is_found (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");

  store_test_furnish (test->store);
  order->state = RANG_ORDER_DELIVERED;
  order->outcome_at = 10 * 3600;
  store_test_save (test->store, order);
  expect_faults (test->store, "");
  forge (test, "UPDATE client_deliveries SET delivered = 0");
  expect_faults (test->store, "client_deliveries/1");
  forge (test, "DELETE FROM client_deliveries");
  expect_faults (test->store, "client_deliveries/1");
  forge (test, "INSERT INTO client_deliveries (client, delivered) VALUES (1, 1), (2, 4)");
  expect_faults (test->store, "client_deliveries/2");
}

/* --- a store of schema 10 --- */

/* Takes the newer witnesses back: the store as a Rang of schema 10 left it. */
static void
make_schema_10 (const char *path)
{
  g_autofree char *lines = NULL, *sum = NULL, *update = NULL;

  g_assert_null (
      store_test_sql (path, "DROP TRIGGER witnesses_stay; DROP TABLE client_deliveries; DROP TRIGGER client_deliveries_1; "
                            "DROP TRIGGER client_deliveries_2; DROP TRIGGER client_deliveries_3; "
                            "DROP TRIGGER client_deliveries_4; DELETE FROM witnesses WHERE kind LIKE '%.details' OR kind IN "
                            "('units', 'sheet_fields')"));
  lines = store_test_value (
      path, "SELECT group_concat (line, '') FROM (SELECT kind || ' ' || row_key || ' ' || digest || char (10) AS line "
            "FROM witnesses WHERE entry = (SELECT entry FROM chain_head) ORDER BY 1)");
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines, -1);
  update = g_strdup_printf ("UPDATE chain_head SET witness = '%s'; PRAGMA user_version = 10", sum);
  g_assert_null (store_test_sql (path, update));
}

static void
test_an_office_of_schema_10_witnesses_the_rest_from_its_next_change_on (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;

  if (rang_test_server_is_wanted ())
    {
      g_test_skip ("takes a trigger away as SQLite does");
      return;
    }
  store_test_furnish (test->store);
  store_test_save (test->store, order);
  g_clear_pointer (&test->store, rang_store_close);
  make_schema_10 (test->path);
  test->store = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  expect_faults (test->store, "");
  forge (test, "UPDATE clients SET annual_value = 1 WHERE id = 1");
  expect_faults (test->store, "clients/1");
  transaction = rang_store_begin (test->store, &error);
  commit (test->store, transaction);
  expect_faults (test->store, "clients/1");
  forge (test, "UPDATE settings SET speed = speed + 1; UPDATE orders SET parcels = 9; UPDATE units SET name = 'x'");
  expect_faults (test->store, "clients/1 settings.details/1 orders.details/1001 units/1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-witness/each column is witnessed or says why not", test_each_column_is_witnessed_or_says_why_not);
  STORE_TEST ("/store-witness/a forged depot is found though a setting is changed later",
              test_a_forged_depot_is_found_though_a_setting_is_changed_later);
  STORE_TEST ("/store-witness/a forged speed, road factor or service time is found",
              test_a_forged_speed_road_factor_or_service_time_is_found);
  STORE_TEST ("/store-witness/a forged weight stays found though the order is changed later",
              test_a_forged_weight_stays_found_though_the_order_is_changed_later);
  STORE_TEST ("/store-witness/a door that is gone makes no order a forgery",
              test_a_door_that_is_gone_makes_no_order_a_forgery);
  STORE_TEST ("/store-witness/a forged van, unit or field of a sheet is found",
              test_a_forged_van_unit_or_field_of_a_sheet_is_found);
  STORE_TEST ("/store-witness/a forged count of a client's deliveries is found",
              test_a_forged_count_of_a_client_s_deliveries_is_found);
  STORE_TEST ("/store-witness/an office of schema 10 witnesses the rest from its next change on",
              test_an_office_of_schema_10_witnesses_the_rest_from_its_next_change_on);
  return g_test_run ();
}
