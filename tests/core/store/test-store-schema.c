/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "store-test.h"
#include "store/rang-engine-sqlite.h"
#include "store/rang-migrations.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-people.h"
#include "store/rang-store-witness.h"

/* Each of these tells a furnished store something that cannot be. */
static const char *const impossible[] = {
  "UPDATE orders SET client = NULL",
  "UPDATE orders SET department = NULL",
  "UPDATE orders SET promised_from = NULL, promised_to = NULL",
  "UPDATE orders SET importance = 'unknown'",
  "UPDATE orders SET importance = 'huge'",
  "UPDATE orders SET value = -1",
  "UPDATE orders SET state = 'to-complete', value = -99999999999999",
  "UPDATE orders SET currency = 'lei'",
  "UPDATE orders SET currency = 'RO'",
  "UPDATE orders SET promised_to = promised_from - 1",
  "UPDATE orders SET promised_to = 86401",
  "UPDATE orders SET promised_day = NULL",
  "UPDATE orders SET promised_from = NULL",
  "UPDATE orders SET requested_from_day = 20, requested_to_day = 19",
  "UPDATE orders SET \"load\" = -1",
  "UPDATE orders SET parcels = -1",
  "UPDATE orders SET service = 100000",
  "UPDATE orders SET goods = 'ready-later'",
  "UPDATE orders SET goods_from = 3600",
  "UPDATE orders SET goods = 'maybe'",
  "UPDATE orders SET lat = 1",
  "UPDATE orders SET lat = 91000000, lon = 0",
  "UPDATE orders SET state = 'lost'",
  "UPDATE orders SET state = 'failed'",
  "UPDATE orders SET outcome_day = 20781",
  "UPDATE orders SET state = 'delivered', outcome_at = 3600",
  "UPDATE orders SET state = 'delivered', outcome_day = 20781, outcome_reason = 'absent'",
  "UPDATE orders SET state = 'failed', outcome_day = 20781, outcome_reason = 'bored'",
  "UPDATE orders SET submitted_rank = 3, submitted_length = 2",
  "UPDATE orders SET submitted_rank = 3",
  "UPDATE orders SET department_rank = 0",
  "UPDATE orders SET bumps = -1",
  "UPDATE orders SET client = 77",
  "UPDATE orders SET department = 77",
  "UPDATE orders SET number = 0",
  "UPDATE orders SET value = 1.5",
  "UPDATE orders SET value = 'many'",
  "INSERT INTO orders SELECT * FROM orders",
  "INSERT INTO order_lines (order_number, line, quantity, value) VALUES (77, 1, 1, 1)",
  "INSERT INTO person_roles (person, role) VALUES (3, 'head-of-sales')",
  "INSERT INTO person_roles (person, role) VALUES (3, 'manager')",
  "INSERT INTO person_roles (person, role, department) VALUES (3, 'courier', 1)",
  "INSERT INTO person_roles (person, role, department) VALUES (3, 'department-head', 1)",
  "INSERT INTO person_roles (person, role) VALUES (3, 'king')",
  "INSERT INTO people (name, name_key, active) VALUES ('ANA POP', 'ana pop', 1)",
  "INSERT INTO departments (name, name_key, mark) VALUES ('', 'x', 1)",
  "UPDATE clients SET name = ''",
  "UPDATE clients SET stage = 'gone'",
  "UPDATE clients SET annual_value = -1",
  "UPDATE clients SET hours_from = 3600",
  "UPDATE clients SET hours_from = 7200, hours_to = 3600",
  "UPDATE addresses SET client = 77",
  "INSERT INTO settings (id, name, tax_number, street, city, postcode, country, lat, lon, zone, currency, language, "
  "hours_from, hours_to, speed, road_factor, service, \"load\", parcels, high_quota, most_bumps, working_days, demo) "
  "SELECT 2, name, tax_number, street, city, postcode, country, lat, lon, zone, currency, "
  "language, hours_from, hours_to, speed, road_factor, service, \"load\", parcels, high_quota, most_bumps, "
  "working_days, demo FROM settings",
  "UPDATE settings SET working_days = 0",
  "UPDATE settings SET most_pushes = -1",
  "INSERT INTO pushes (day, unit, order_number, department, asked_by, asked_at, week, entry, revision, rank_from, "
  "rank_to, state) VALUES (1, 1, 1001, 1, 1, 1, 1, 1, 1, 5, 3, 'open')",
  "INSERT INTO pushes (day, unit, order_number, department, asked_by, asked_at, week, entry, revision, rank_from, "
  "rank_to, reason, state) VALUES (1, 1, 1001, 1, 1, 1, 1, 1, 1, 3, 5, 'contract', 'open')",
  "INSERT INTO pushes (day, unit, order_number, department, asked_by, asked_at, week, entry, revision, rank_from, "
  "rank_to, reason, state) VALUES (1, 1, 1001, 1, 1, 1, 1, 1, 1, 5, 3, 'contract', 'granted')",
  "INSERT INTO conflict_answers (entry, conflict, person, at, note) VALUES (1, 77, 1, 1, 'x')",
  "UPDATE settings SET high_quota = 101",
  "INSERT INTO resources (unit, name, capacity, capacity_parcels, shift_from, shift_to, active) "
  "VALUES (77, 'Van', 0, 0, 0, 1, 1)",
  "INSERT INTO resources (unit, name, capacity, capacity_parcels, shift_from, shift_to, active) "
  "VALUES (1, 'Van', -1, 0, 0, 1, 1)",
  "INSERT INTO roster (resource, day, shift_from, shift_to, out_of_service) VALUES (1, 1, 2, 1, 0)",
  "INSERT INTO client_events (client, kind, day) VALUES (1, 'married', 1)",
  "INSERT INTO order_changes (order_number, found_at, before, after, state) VALUES (1001, 1, '', '', 'taken')",
  "INSERT INTO board_revisions (day, unit, revision, entry, ranking, placed) VALUES (1, 1, 0, 1, '', '')",
  "INSERT INTO board_revisions (day, unit, revision, entry, ranking, placed) VALUES (1, 77, 1, 1, '', '')",
  "INSERT INTO moves (entry, kind, day, revision, orders, reason_pending, reason) "
  "VALUES (1, 'move', 1, 1, '', 1, 'contract')",
  "INSERT INTO moves (entry, kind, day, revision, orders, reason_pending, reason) "
  "VALUES (1, 'move', 1, 1, '', 0, 'other')",
  "INSERT INTO moves (entry, kind, day, revision, orders, reason_pending) VALUES (1, 'rank', 1, 1, '', 0)",
  "INSERT INTO conflicts (kind, conflict_key, day, since, state) VALUES ('same-signer', 'k', 1, 1, 'decided')",
  "INSERT INTO conflicts (kind, conflict_key, day, since, state) VALUES ('quarrel', 'k', 1, 1, 'open')",
  "INSERT INTO versions (day, unit, number, kind, entry, revision, signed_by, signed_at, body, fingerprint, state) "
  "VALUES (1, 1, 1, 'handover', 1, 1, 3, 1, '{}', 'short', 'signed')",
  "INSERT INTO versions (day, unit, number, kind, entry, revision, signed_by, signed_at, body, fingerprint, state) "
  "VALUES (1, 1, 1, 'handover', 1, 1, 3, 1, '{}', hex (zeroblob (32)), 'accepted')",
  "UPDATE orders SET skills = 4",
  "UPDATE clients SET shut = ''",
  "UPDATE settings SET speeds = ''",
  "UPDATE settings SET roads_entry = 0",
  "INSERT INTO resources (unit, name, capacity, capacity_parcels, shift_from, shift_to, active, skills) "
  "VALUES (1, 'Van X', 0, 0, 0, 1, 1, 9)",
  "INSERT INTO resources (unit, name, capacity, capacity_parcels, shift_from, shift_to, active, start_lat) "
  "VALUES (1, 'Van X', 0, 0, 0, 1, 1, 5)",
  "INSERT INTO travel_places (place, name, lat, lon, seconds, metres) VALUES (1, 'A', 91000000, 0, '0', '0')",
  "INSERT INTO travel_places (place, name, lat, lon, seconds, metres) VALUES (0, 'A', 0, 0, '0', '0')",
  "UPDATE orders SET cash_received = -1",
  "INSERT INTO locks (order_number, day, resource, entry) VALUES (1001, 1, 77, 1)",
  "INSERT INTO calls (day, order_number, called_by, called_at, agreed_from, agreed_to, entry) "
  "VALUES (1, 1001, 3, 1, 0, 3600, 1)",
  "INSERT INTO carry_overs (day, order_number, promised_from, promised_to, reason, carried_to, told_by, entry) "
  "VALUES (5, 1001, 0, 3600, 'absent', 5, 3, 1)",
  "INSERT INTO carry_overs (day, order_number, promised_from, promised_to, reason, carried_to, told_by, entry) "
  "VALUES (5, 1001, 0, 3600, 'bored', 6, 3, 1)",
  "INSERT INTO sheet_fields (field, shown) VALUES ('seat', 2)",
  "INSERT INTO rates (currency, rate) VALUES ('eur', 1)",
  "INSERT INTO rates (currency, rate) VALUES ('EURO', 1)",
  "INSERT INTO rates (currency, rate) VALUES ('EUR', 0)",
  "INSERT INTO rule_drafts (person, based_on, changed_at, body) VALUES (77, 1, 1, 'x')",
  "INSERT INTO rule_drafts (person, based_on, changed_at, body) VALUES (3, 77, 1, 'x')",
  "INSERT INTO chain_head (id, entry, hash) VALUES (2, 0, hex (zeroblob (32)))",
};

static void
test_what_cannot_be_cannot_be_stored (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  sqlite3 *db = NULL;

  store_test_furnish (test->store);
  store_test_save (test->store, order);
  g_assert_cmpint (sqlite3_open (test->path, &db), ==, SQLITE_OK);
  sqlite3_extended_result_codes (db, 1);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      int code = sqlite3_exec (db, impossible[i], NULL, NULL, NULL);

      if ((code & 0xff) != SQLITE_CONSTRAINT)
        g_error ("%s: %s", impossible[i], code == SQLITE_OK ? "stored" : sqlite3_errmsg (db));
    }
  sqlite3_close (db);
}

static void
test_a_person_cannot_head_a_department_that_has_a_head (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  RangPerson *person;

  store_test_furnish (test->store);
  people = rang_store_load_people (test->store, &error);
  g_assert_cmpint (people->len, ==, 3);
  person = g_ptr_array_index (people, 2);
  g_assert_true (rang_person_has_role (person, RANG_ROLE_HEAD_OF_SALES, 0));
  g_assert_true (rang_person_has_role (g_ptr_array_index (people, 1), RANG_ROLE_DEPARTMENT_HEAD, 2));
  rang_person_grant (person, RANG_ROLE_DEPARTMENT_HEAD, 1);
  transaction = rang_store_begin (test->store, &error);
  g_assert_false (rang_store_save_person (test->store, person, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CONSTRAINT);
}

/* The hash of an entry never changes, whatever schema it was written under. */
#define OLD_HASH "fd78fa1f24a95d3852470156934b16d925cf1053d2c3db6023e1fcc5921e6adb"

/* A store as an older Rang left it: the schema of that time with one row in the tables that hold most. What is put in
 * must be valid from the first schema on, so it stays as it is when migrations are added. */
static void
build_old_store (const char *path, int schema)
{
  static const char rows[]
      = "INSERT INTO units (id, name, kind) VALUES (1, 'Delivery', 'delivery');"
        "INSERT INTO departments (id, name, name_key, mark) VALUES (1, 'Clients', 'clients', 0);"
        "INSERT INTO people (id, name, name_key, active) VALUES (1, 'Ana', 'ana', 1);"
        "INSERT INTO clients (id, name, name_key, stage, annual_value, currency, penalty_clause) "
        "VALUES (1, 'A', 'a', 'trial', 0, 'RON', 0);"
        "INSERT INTO orders (number, client, client_number, department, order_day, value, currency, promised_day, "
        "promised_from, promised_to, promise_proposed, importance, \"load\", parcels, goods, penalty_clause, "
        "to_collect, state, defaulted, estimated, bumps) VALUES (1001, 1, 'K', 1, 20770, 5, 'RON', 20781, 0, 3600, 0, "
        "'high', 1, 1, 'ready', 0, 0, 'submitted', 0, 0, 0);"
        "UPDATE counters SET value = 1001 WHERE name = 'order';"
        "INSERT INTO board_revisions (day, unit, revision, entry, ranking, placed) "
        "VALUES (20781, 1, 1, 1, '1001', '');"
        "INSERT INTO log (entry, at, who, what, note, previous, hash) VALUES (1, 1795505400, 3, 'init', '', "
        "'0000000000000000000000000000000000000000000000000000000000000000', "
        "'" OLD_HASH "');"
        "UPDATE chain_head SET entry = 1, hash = '" OLD_HASH "'";
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", 1795505400, 3);
  g_autofree char *sql = NULL;
  RangEngine *engine = rang_engine_sqlite_open (path, RANG_ENGINE_CREATE, &error);

  g_assert_no_error (error);
  rang_migrations_run_to (engine, schema, &error);
  g_assert_no_error (error);
  rang_engine_run_script (engine, rows, &error);
  g_assert_no_error (error);
  rang_engine_close (engine);
  entry->note = g_strdup ("");
  rang_log_chain (entry, 1, NULL);
  g_assert_cmpstr (entry->hash, ==, OLD_HASH);
}

static void
test_a_store_of_every_older_schema_opens (StoreTest *test, gconstpointer data)
{
  for (int schema = 1; schema <= rang_migrations_newest (); schema++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.rang", schema);
      g_autofree char *path = g_build_filename (test->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (RangStore) store = NULL;
      g_autoptr (RangOrder) order = NULL;
      g_autoptr (RangLogVerifier) verifier = NULL;
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *reached = NULL;

      build_old_store (path, schema);
      store = rang_store_open (path, RANG_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      order = rang_store_load_order (store, 1001, &error);
      g_assert_no_error (error);
      g_assert_cmpint (order->importance, ==, RANG_IMPORTANCE_HIGH);
      verifier = rang_store_verify_log (store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (verifier->seen, ==, 1);
      g_assert_cmpint (verifier->broken, ==, 0);
      g_assert_true (rang_store_check (store, faults, &error));
      g_assert_cmpint (faults->len, ==, 0);
      reached = store_test_value (path, "PRAGMA user_version");
      g_assert_cmpint (g_ascii_strtoll (reached, NULL, 10), ==, rang_migrations_newest ());
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The tables whose rows are not what the log says, parted by spaces. */
static char *
faulty_tables (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (store, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_ptr_array_add (names, ((RangWitnessFault *)g_ptr_array_index (faults, i))->table);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

/* Witnessed are the rows of an older store from its next change on, whatever it is. */
static void
test_what_came_to_be_witnessed_later_is_from_the_next_change_on (StoreTest *test, gconstpointer data)
{
  for (int schema = 3; schema <= rang_migrations_newest (); schema++)
    {
      g_autofree char *name = g_strdup_printf ("schema-%d.rang", schema);
      g_autofree char *path = g_build_filename (test->folder, name, NULL);
      g_autofree char *old = NULL, *kept = NULL, *forged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RangStore) store = NULL;
      g_autoptr (RangLogEntry) entry = rang_log_entry_new ("settings", 1795505500, 3);
      g_autoptr (RangStoreTransaction) transaction = NULL;

      build_old_store (path, schema);
      store = rang_store_open (path, RANG_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      store_test_sql (path,
                      "INSERT INTO rates (currency, rate) VALUES ('EUR', 5000000);"
                      "INSERT INTO addresses (client, city) VALUES (1, 'Arad');"
                      "INSERT INTO order_lines (order_number, line, quantity, value) VALUES (1001, 1, 1000, 5);"
                      "INSERT INTO travel_places (place, name, lat, lon, seconds, metres) "
                      "VALUES (1, 'Depot', 0, 0, '0', '0');"
                      "INSERT INTO settings (id, name, zone, currency, language, hours_from, hours_to, speed, "
                      "road_factor, service, \"load\", parcels, high_quota, most_bumps, working_days, demo) "
                      "VALUES (1, 'Office', 'Europe/Bucharest', 'RON', 'ro', 0, 1, 1, 1000, 1, 1, 1, 1, 1, 1, 0)");
      old = faulty_tables (store);
      g_assert_cmpstr (old, ==, "");
      transaction = rang_store_begin (store, &error);
      g_assert_true (rang_store_append_log (store, entry, &error));
      g_assert_true (rang_store_transaction_commit (transaction, &error));
      kept = faulty_tables (store);
      g_assert_cmpstr (kept, ==, "");
      store_test_sql (
          path, "UPDATE rates SET rate = 1; UPDATE clients SET annual_value = 1; UPDATE addresses SET city = 'Deva';"
                "UPDATE departments SET name = 'Others'; UPDATE order_lines SET quantity = 2;"
                "UPDATE travel_places SET seconds = '9'; UPDATE settings SET lat = 45000000, lon = 25000000;"
                "UPDATE orders SET \"load\" = 2; UPDATE units SET name = 'Others'");
      forged = faulty_tables (store);
      g_assert_cmpstr (forged, ==,
                       "addresses clients departments order_lines orders.details rates settings.details "
                       "travel_places units");
    }
}

static void
test_a_script_that_fails_leaves_the_schema_as_it_was (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test->folder, "half.rang", NULL);
  RangEngine *engine = rang_engine_sqlite_open (path, RANG_ENGINE_CREATE, &error);

  g_assert_no_error (error);
  /* The first script makes a table of this name as well. */
  g_assert_true (rang_engine_run_script (engine, "CREATE TABLE log (a INTEGER)", &error));
  g_assert_false (rang_migrations_run (engine, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (rang_engine_get_schema (engine, &error), ==, 0);
  g_assert_false (rang_engine_run_script (engine, "SELECT count (*) FROM orders", &error));
  rang_engine_close (engine);
}

/* What must be fast in an office of years must not walk through a whole table. */
static void
test_questions_of_a_day_use_indexes (StoreTest *test, gconstpointer data)
{
  static const char *const questions[]
      = { "SELECT * FROM orders WHERE promised_day = 1 OR promised_day IS NULL",
          "SELECT l.* FROM order_lines l JOIN orders o ON o.number = l.order_number "
          "WHERE o.promised_day = 1 OR o.promised_day IS NULL",
          "SELECT * FROM orders WHERE state = 'to-complete' AND number > 0",
          "SELECT * FROM orders WHERE promised_day BETWEEN 1 AND 2 ORDER BY promised_day, number",
          "SELECT number FROM orders WHERE client = 1 AND client_number = 'x' AND coalesce (order_day, -1000000) = 3",
          "SELECT number FROM orders WHERE client IS NULL AND buyer_key = 'x' AND client_number = 'x' "
          "AND coalesce (order_day, -1000000) = 3",
          "SELECT client, count (*) FROM orders WHERE client IN (SELECT o.client FROM orders o "
          "WHERE o.promised_day = 2 OR o.promised_day IS NULL) AND promised_day < 2 "
          "AND state IN ('delivered', 'part', 'failed') GROUP BY client",
          "SELECT * FROM log WHERE \"order\" = 1 AND entry > 0 ORDER BY entry",
          "SELECT * FROM log WHERE day = 1 AND entry > 0 ORDER BY entry",
          "SELECT * FROM moves WHERE day = 1 ORDER BY entry",
          "SELECT * FROM board_revisions WHERE day = 1 AND unit = 1 ORDER BY revision DESC LIMIT 1",
          "SELECT * FROM pushes WHERE day = 1 ORDER BY id",
          "SELECT count (*) FROM pushes WHERE week = 1 AND department = 1",
          "SELECT * FROM versions WHERE day = 1 AND unit = 1 ORDER BY number DESC LIMIT 1",
          "SELECT id FROM conflicts WHERE day = 1 AND conflict_key = 'k'",
          "SELECT id FROM clients WHERE name_key = 'x'" };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (test->path, &db), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", questions[i], NULL);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *detail = (const char *)sqlite3_column_text (statement, 3);

          if (g_str_has_prefix (detail, "SCAN") && strstr (detail, "orders_to_complete") == NULL)
            g_error ("%s: %s", questions[i], detail);
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-schema/what cannot be cannot be stored", test_what_cannot_be_cannot_be_stored);
  STORE_TEST ("/store-schema/a person cannot head a department that has a head",
              test_a_person_cannot_head_a_department_that_has_a_head);
  STORE_TEST ("/store-schema/a store of every older schema opens", test_a_store_of_every_older_schema_opens);
  STORE_TEST ("/store-schema/what came to be witnessed later is from the next change on",
              test_what_came_to_be_witnessed_later_is_from_the_next_change_on);
  STORE_TEST ("/store-schema/a script that fails leaves the schema as it was",
              test_a_script_that_fails_leaves_the_schema_as_it_was);
  STORE_TEST ("/store-schema/questions of a day use indexes", test_questions_of_a_day_use_indexes);
  return g_test_run ();
}
