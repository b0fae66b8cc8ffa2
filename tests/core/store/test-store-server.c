/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only a server can do to a store: be absent, be another's, cut the connection; and moving house. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "lib/rang-test-proxy.h"
#include "lib/rang-test-server.h"
#include "store-test.h"
#include "store/rang-store-copy.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-witness.h"

#define END_OTHERS                                                                                                     \
  "SELECT count (pg_terminate_backend (pid)) FROM pg_stat_activity WHERE datname = current_database () "               \
  "AND pid <> pg_backend_pid ()"

static void
assert_refused (const char *location, RangStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = rang_store_open (location, RANG_STORE_DEFAULT, &error);

  g_assert_null (store);
  g_assert_error (error, RANG_STORE_ERROR, (int)code);
  g_assert_nonnull (strchr (error->message, ';'));
}

static void
test_a_server_that_is_not_there_is_named (StoreTest *test, gconstpointer data)
{
  assert_refused ("postgresql://rang@/office?host=/nowhere", RANG_STORE_ERROR_SERVER);
}

static void
test_a_password_in_the_address_is_refused (StoreTest *test, gconstpointer data)
{
  assert_refused ("postgresql://rang:secret@/office?host=/nowhere", RANG_STORE_ERROR_SERVER);
}

static void
test_a_database_that_does_not_exist_is_named (StoreTest *test, gconstpointer data)
{
  const char *server = g_getenv ("RANG_TEST_SERVER");
  g_autofree char *location = g_strdup_printf ("postgresql://rang@/nothing_here%s", strchr (server, '?'));

  assert_refused (location, RANG_STORE_ERROR_NOT_FOUND);
}

static void
test_an_empty_database_is_no_office (StoreTest *test, gconstpointer data)
{
  g_autofree char *location = rang_test_server_new_database (NULL);

  assert_refused (location, RANG_STORE_ERROR_EMPTY);
  rang_test_server_drop (location);
}

static void
test_another_program_s_database_is_left_alone (StoreTest *test, gconstpointer data)
{
  g_autofree char *location = rang_test_server_new_database (NULL);
  g_autoptr (GError) error = NULL;

  g_free (rang_test_server_sql (location, "CREATE TABLE ledger (id int)", NULL));
  assert_refused (location, RANG_STORE_ERROR_NOT_A_STORE);
  g_assert_null (rang_store_create (location, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS);
  g_autofree char *tables = rang_test_server_sql (
      location, "SELECT count (*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace", NULL);
  g_assert_cmpstr (tables, ==, "1");
  rang_test_server_drop (location);
}

static void
test_an_office_is_not_made_over_another (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_store_create (test->path, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS);
}

static void
test_a_newer_schema_is_refused (StoreTest *test, gconstpointer data)
{
  g_free (rang_test_server_sql (test->path, "UPDATE rang_engine SET schema = 10000", NULL));
  assert_refused (test->path, RANG_STORE_ERROR_TOO_NEW);
}

static char *
describe (StoreTest *test)
{
  return rang_test_server_sql (
      test->path,
      "SELECT string_agg (c.relname || ' ' || a.attname, ';' ORDER BY c.relname, a.attname) || "
      "(SELECT schema FROM rang_engine) FROM pg_class c JOIN pg_attribute a ON a.attrelid = "
      "c.oid WHERE c.relnamespace = 'public'::regnamespace",
      NULL);
}

/* The schema's number is older than the schema, or a table of it is missing. */
static void
test_a_half_migrated_database_is_refused_as_it_is (StoreTest *test, gconstpointer data)
{
  static const char *const halves[]
      = { "UPDATE rang_engine SET schema = 2", "UPDATE rang_engine SET schema = 4; DROP TABLE calls",
          "UPDATE rang_engine SET schema = 3; DROP TABLE witnesses" };

  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      g_autofree char *before = NULL, *after = NULL;

      g_free (rang_test_server_sql (test->path, halves[i], NULL));
      before = describe (test);
      assert_refused (test->path, RANG_STORE_ERROR_CORRUPT);
      after = describe (test);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_a_guard_that_was_taken_away_is_found (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_store_check (test->store, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_free (rang_test_server_sql (
      test->path, "ALTER TABLE log DISABLE TRIGGER log_refuses_delete; DROP TRIGGER log_refuses_update ON log", NULL));
  g_assert_true (rang_store_check (test->store, faults, &error));
  g_assert_cmpuint (faults->len, ==, 2);
}

static void
test_the_log_refuses_whoever_may_write (StoreTest *test, gconstpointer data)
{
  static const char *const attempts[]
      = { "UPDATE log SET note = 'x'", "DELETE FROM log", "TRUNCATE log",
          "INSERT INTO log (entry, at, what, previous, hash) VALUES (1, 1, 'edit', '', '') "
          "ON CONFLICT (office, entry) DO UPDATE SET note = 'x'" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->store, &error);
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", 1, 0);

  g_assert_true (rang_store_append_log (test->store, entry, &error));
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *refused = NULL;

      g_free (rang_test_server_sql (test->path, attempts[i], &refused));
      g_assert_cmpstr (refused, ==, "the log refuses to be changed");
    }
}

static gboolean
rename_office (RangStore *store, const char *name, gboolean cut, const char *path, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, error);
  g_autoptr (RangSettings) settings = transaction != NULL ? rang_store_load_settings (store, error) : NULL;

  if (settings == NULL)
    return FALSE;
  g_free (settings->name);
  settings->name = g_strdup (name);
  if (!rang_store_save_settings (store, settings, error))
    return FALSE;
  if (cut)
    g_free (rang_test_server_sql (path, END_OTHERS, NULL));
  return rang_store_transaction_commit (transaction, error);
}

static char *
office_name (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSettings) settings = rang_store_load_settings (test->store, &error);

  g_assert_no_error (error);
  return g_strdup (settings->name);
}

static void
test_a_connection_cut_between_changes_comes_back (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  store_test_furnish (test->store);
  g_free (rang_test_server_sql (test->path, END_OTHERS, NULL));
  g_assert_true (rename_office (test->store, "Papirus", FALSE, NULL, &error));
  g_assert_no_error (error);
  name = office_name (test);
  g_assert_cmpstr (name, ==, "Papirus");
}

static void
test_a_change_cut_before_its_commit_is_told_as_not_made (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  store_test_furnish (test->store);
  before = office_name (test);
  g_assert_false (rename_office (test->store, "Papirus", TRUE, test->path, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER);
  after = office_name (test);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);
  g_assert_true (rename_office (test->store, "Papirus", FALSE, NULL, &error));
  g_assert_no_error (error);
}

static char *
office_name_of (RangStore *store)
{
  g_autoptr (RangSettings) settings = rang_store_load_settings (store, NULL);

  return g_strdup (settings->name);
}

/* Half a second from the client to the server, each time. */
static void
test_a_slow_line_loses_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangTestProxy) line = rang_test_proxy_new (test->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) slow = NULL;
  g_autofree char *name = NULL;

  store_test_furnish (test->store);
  rang_test_proxy_set_delay (line, 500);
  slow = rang_store_open (rang_test_proxy_get_location (line), RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *wanted = g_strdup_printf ("Office %d", i);

      g_assert_true (rename_office (i % 2 == 0 ? slow : test->store, wanted, FALSE, NULL, &error));
      g_assert_no_error (error);
      name = office_name_of (i % 2 == 0 ? test->store : slow);
      g_assert_cmpstr (name, ==, wanted);
      g_clear_pointer (&name, g_free);
    }
}

/* A laptop that falls asleep in the middle of a change: the server lets go of it, the others go on, and when it wakes
 * it is told that its change was not made. */
static void
test_who_falls_asleep_holds_nobody_up (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) laptop = NULL;
  g_autoptr (RangStoreTransaction) asleep = NULL;
  g_autoptr (RangSettings) settings = NULL;
  g_autofree char *name = NULL;

  store_test_furnish (test->store);
  laptop = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  rang_store_set_patience (laptop, 100);
  asleep = rang_store_begin (laptop, &error);
  settings = rang_store_load_settings (laptop, &error);
  g_free (settings->name);
  settings->name = g_strdup ("Dreamt");
  g_assert_true (rang_store_save_settings (laptop, settings, &error));
  g_assert_true (rename_office (test->store, "Awake", FALSE, NULL, &error));
  g_assert_no_error (error);
  rang_store_set_patience (laptop, 10000);
  g_assert_false (rang_store_transaction_commit (asleep, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER);
  g_clear_error (&error);
  name = office_name_of (laptop);
  g_assert_cmpstr (name, ==, "Awake");
  g_assert_true (rename_office (laptop, "Awake again", FALSE, NULL, &error));
  g_assert_no_error (error);
}

static char *
log_text (RangStore *store)
{
  g_autoptr (GPtrArray) log = rang_store_load_log (store, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->len; i++)
    g_string_append_printf (text, "%s\n", ((RangLogEntry *)log->pdata[i])->hash);
  return g_string_free (text, FALSE);
}

/* What was witnessed before the move is after it: nothing is wrong, and a forged name is found. */
static void
assert_witnessed (RangStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  store_test_sql (path,
                  "UPDATE departments SET name = name || '!' WHERE id = 1; UPDATE settings SET speed = speed + 1");
  g_clear_pointer (&faults, g_ptr_array_unref);
  faults = rang_store_check_witnesses (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpstr (((RangWitnessFault *)faults->pdata[0])->table, ==, "departments");
  g_assert_cmpstr (((RangWitnessFault *)faults->pdata[1])->table, ==, "settings.details");
  store_test_sql (path, "UPDATE departments SET name = replace (name, '!', '') WHERE id = 1; "
                        "UPDATE settings SET speed = speed - 1");
}

static void
test_an_office_moves_to_a_file_and_back (StoreTest *test, gconstpointer data)
{
  g_autofree char *file = g_build_filename (test->folder, "moved.rang", NULL);
  g_autofree char *back = rang_test_server_new_database (NULL);
  g_autofree char *first = NULL, *last = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("departments", 1, 0);
  RangStore *store;

  store_test_furnish (test->store);
  transaction = rang_store_begin (test->store, &error);
  g_assert_true (rang_store_append_log (test->store, entry, &error));
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  g_clear_pointer (&transaction, rang_store_transaction_free);
  first = log_text (test->store);
  g_assert_cmpstr (first, !=, "");

  rang_store_copy_to_new (test->store, file, &error);
  g_assert_no_error (error);
  store = rang_store_open (file, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  assert_witnessed (store, file);
  g_assert_true (rang_store_copy_to_new (store, back, &error));
  g_assert_no_error (error);
  rang_store_close (store);
  store = rang_store_open (back, RANG_STORE_DEFAULT, &error);
  last = log_text (store);
  g_assert_cmpstr (last, ==, first);
  assert_witnessed (store, back);
  rang_store_close (store);
  rang_test_server_drop (back);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-server/a server that is not there is named", test_a_server_that_is_not_there_is_named);
  STORE_TEST ("/store-server/a password in the address is refused", test_a_password_in_the_address_is_refused);
  STORE_TEST ("/store-server/a database that does not exist is named", test_a_database_that_does_not_exist_is_named);
  STORE_TEST ("/store-server/an empty database is no office", test_an_empty_database_is_no_office);
  STORE_TEST ("/store-server/another program's database is left alone", test_another_program_s_database_is_left_alone);
  STORE_TEST ("/store-server/an office is not made over another", test_an_office_is_not_made_over_another);
  STORE_TEST ("/store-server/a newer schema is refused", test_a_newer_schema_is_refused);
  STORE_TEST ("/store-server/a half-migrated database is refused as it is",
              test_a_half_migrated_database_is_refused_as_it_is);
  STORE_TEST ("/store-server/a guard that was taken away is found", test_a_guard_that_was_taken_away_is_found);
  STORE_TEST ("/store-server/the log refuses whoever may write", test_the_log_refuses_whoever_may_write);
  STORE_TEST ("/store-server/a connection cut between changes comes back",
              test_a_connection_cut_between_changes_comes_back);
  STORE_TEST ("/store-server/a change cut before its commit is told as not made",
              test_a_change_cut_before_its_commit_is_told_as_not_made);
  STORE_TEST ("/store-server/a slow line loses nothing", test_a_slow_line_loses_nothing);
  STORE_TEST ("/store-server/who falls asleep holds nobody up", test_who_falls_asleep_holds_nobody_up);
  STORE_TEST ("/store-server/an office moves to a file and back", test_an_office_moves_to_a_file_and_back);
  return g_test_run ();
}
