/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several offices in one database: none sees another, and every key begins with the office, as engines that distribute
 * a database want it. */
#include <string.h>

#include "lib/rang-test-server.h"
#include "store-test.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-people.h"

static char *
location_of (StoreTest *test, const char *office)
{
  return g_strdup_printf ("%s&office=%s", test->path, office);
}

/* The second office of the test's database, with the same furniture and another name. */
static RangStore *
make_second (StoreTest *test)
{
  g_autofree char *location = location_of (test, "Bra%C8%99ov%20Nord");
  g_autoptr (GError) error = NULL;
  RangStore *second = rang_store_create (location, &error);

  g_assert_no_error (error);
  store_test_furnish (test->store);
  store_test_furnish (second);
  return second;
}

static gboolean
rename_to (RangStore *store, const char *name, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, error);
  g_autoptr (RangSettings) settings = transaction != NULL ? rang_store_load_settings (store, error) : NULL;
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("settings", 1, 0);

  if (settings == NULL)
    return FALSE;
  g_free (settings->name);
  settings->name = g_strdup (name);
  return rang_store_save_settings (store, settings, error) && rang_store_append_log (store, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

static char *
dup_name (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSettings) settings = rang_store_load_settings (store, &error);

  g_assert_no_error (error);
  return g_strdup (settings->name);
}

static void
test_two_offices_never_see_one_another (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autoptr (GError) error = NULL;
  g_autofree char *first_name = NULL, *second_name = NULL;
  g_autoptr (RangOrder) order = store_test_order ("7");
  g_autoptr (GPtrArray) first_log = NULL, second_log = NULL;

  g_assert_true (rename_to (second, "Nord", &error));
  g_assert_no_error (error);
  store_test_save (second, order);
  first_name = dup_name (test->store);
  second_name = dup_name (second);
  g_assert_cmpstr (first_name, ==, "Hârtie Brașov");
  g_assert_cmpstr (second_name, ==, "Nord");
  first_log = rang_store_load_log (test->store, NULL, NULL);
  second_log = rang_store_load_log (second, NULL, NULL);
  g_assert_cmpuint (first_log->len, ==, 0);
  g_assert_cmpuint (second_log->len, ==, 1);
}

static void
test_the_same_numbers_are_given_in_each (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autoptr (RangOrder) here = store_test_order ("7"), there = store_test_order ("7");

  store_test_save (test->store, here);
  store_test_save (second, there);
  g_assert_cmpint (here->number, ==, there->number);
}

static void
test_an_office_hears_only_its_own (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autoptr (RangStore) desk = rang_store_open (test->path, RANG_STORE_DEFAULT, NULL);
  g_autofree char *again = location_of (test, "1");
  g_autoptr (RangStore) first = rang_store_open (again, RANG_STORE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  /* Where there are several, one has to be named. */
  g_assert_null (desk);
  g_assert_nonnull (first);
  rang_store_changed_by_others (first, NULL);
  g_assert_true (rename_to (second, "Nord", &error));
  g_assert_false (rang_store_changed_by_others (first, &error));
  g_assert_true (rename_to (test->store, "Sud", &error));
  g_assert_true (rang_store_changed_by_others (first, &error));
  g_assert_no_error (error);
}

static void
test_an_office_waits_only_for_its_own_writers (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autofree char *again = location_of (test, "1");
  g_autoptr (RangStore) first = rang_store_open (again, RANG_STORE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) writing = rang_store_begin (test->store, &error);

  rang_store_set_patience (second, 50);
  rang_store_set_patience (first, 50);
  g_assert_true (rename_to (second, "Nord", &error));
  g_assert_false (rename_to (first, "Sud", &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_BUSY);
}

/* As the role that owns all of it, with SQL of its own. */
static void
test_sql_meets_one_office_alone (StoreTest *test, gconstpointer data)
{
  static const char *const counts[] = { "people", "clients", "settings", "departments", "counters", "chain_head" };
  static const char *const attempts[]
      = { "INSERT INTO departments (office, id, name, name_key, mark) VALUES (2, 9, 'x', 'x', 0)",
          "UPDATE departments SET office = 2 WHERE id = 1",
          "INSERT INTO person_roles (office, person, role) VALUES (2, 1, 'head-of-sales')" };
  g_autoptr (RangStore) second = make_second (test);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (int office = 1; office <= 2; office++)
      {
        g_autofree char *sql = g_strdup_printf ("SET rang.office = %d; SELECT string_agg (DISTINCT office::text, ' ') "
                                                "FROM %s",
                                                office, counts[i]);
        g_autofree char *value = rang_test_server_sql (test->path, sql, NULL);

        g_assert_cmpint (g_ascii_strtoll (value, NULL, 10), ==, office);
        g_assert_cmpuint (strlen (value), ==, 1);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *refused = NULL;

      g_free (rang_test_server_sql (test->path, attempts[i], &refused));
      g_assert_nonnull (refused);
      g_assert_nonnull (strstr (refused, "row-level security"));
    }
  g_free (rang_test_server_sql (test->path, "DELETE FROM contacts; DELETE FROM addresses; DELETE FROM clients", NULL));
  g_assert_true (rename_to (second, "Nord", NULL));
  {
    g_autofree char *left = rang_test_server_sql (test->path, "SET rang.office = 2; SELECT count (*) FROM clients", NULL);

    g_assert_cmpstr (left, ==, "2");
  }
}

static void
test_an_office_is_named_where_there_are_several (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autofree char *unknown = location_of (test, "Sud"), *taken = location_of (test, "1");
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_store_open (test->path, RANG_STORE_DEFAULT, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "1, Brașov Nord"));
  g_clear_error (&error);
  g_assert_null (rang_store_open (unknown, RANG_STORE_DEFAULT, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rang_store_create (taken, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS);
}

static void
test_each_office_is_whole_and_moves_alone (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RangStore) copy = NULL;
  g_autofree char *file = g_build_filename (test->folder, "nord.rang", NULL), *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rename_to (second, "Nord", &error));
  g_assert_true (rang_store_check (second, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (rang_store_backup (second, file, &error));
  g_assert_no_error (error);
  copy = rang_store_open (file, RANG_STORE_DEFAULT, &error);
  name = dup_name (copy);
  g_assert_cmpstr (name, ==, "Nord");
}

/* What distributes a database by office asks of it: each key, and each reference, has the office in it. */
static void
test_every_key_begins_with_the_office (StoreTest *test, gconstpointer data)
{
  g_autofree char *keys = rang_test_server_sql (
      test->path,
      "SELECT string_agg (c.conrelid::regclass || ' ' || c.conname, ', ') FROM pg_constraint c WHERE c.connamespace = "
      "'public'::regnamespace AND c.contype IN ('p', 'u', 'f') AND c.conrelid::regclass::text NOT IN ('rang_engine', "
      "'rang_offices', 'rang_rights', 'rang_words') AND ((SELECT attname FROM pg_attribute WHERE attrelid = c.conrelid "
      "AND attnum = c.conkey[1]) <> 'office' OR (c.contype = 'f' AND (SELECT attname FROM pg_attribute WHERE attrelid = "
      "c.confrelid AND attnum = c.confkey[1]) <> 'office'))",
      NULL);
  g_autofree char *indexes = rang_test_server_sql (
      test->path,
      "SELECT string_agg (indexrelid::regclass::text, ', ') FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE "
      "t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('rang_engine', 'rang_offices', 'rang_rights', "
      "'rang_words') AND (SELECT attname FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = i.indkey[0]) "
      "<> 'office'",
      NULL);
  g_autofree char *keyless = rang_test_server_sql (
      test->path,
      "SELECT string_agg (relname, ', ') FROM pg_class t WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
      "AND NOT starts_with (relname::text, 'rang_') AND (NOT relforcerowsecurity OR NOT EXISTS (SELECT 1 FROM "
      "pg_attribute WHERE attrelid = t.oid AND attname = 'office' AND attnotnull))",
      NULL);

  g_assert_cmpstr (keys, ==, NULL);
  g_assert_cmpstr (indexes, ==, NULL);
  g_assert_cmpstr (keyless, ==, NULL);
}

/* A superuser is not held back by row-level security, so that a second office would not be apart from the first. */
static void
test_a_superuser_s_tables_hold_one_office (StoreTest *test, gconstpointer data)
{
  g_autofree char *own = rang_test_server_new_database (NULL);
  g_auto (GStrv) parts = g_strsplit (own, "//rang@", 2);
  g_autofree char *first = g_strconcat (parts[0], "//rang_admin@", parts[1], NULL);
  g_autofree char *further = g_strconcat (first, "&office=Nord", NULL);
  g_autoptr (GError) error = NULL;

  rang_store_close (rang_store_create (first, &error));
  g_assert_no_error (error);
  g_assert_null (rang_store_create (further, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_PERMISSION);
  rang_test_server_drop (own);
}

/* Where a plain role owns the tables, a superuser acts as that role, and is held back as it is. */
static void
test_a_superuser_sees_one_office_of_several (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStore) second = make_second (test), seen = NULL;
  g_auto (GStrv) parts = g_strsplit (test->path, "//rang@", 2);
  g_autofree char *location = g_strconcat (parts[0], "//rang_admin@", parts[1], "&office=1", NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  seen = rang_store_open (location, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  people = rang_store_load_people (seen, &error);
  g_assert_cmpuint (people->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-offices/two offices never see one another", test_two_offices_never_see_one_another);
  STORE_TEST ("/store-offices/the same numbers are given in each", test_the_same_numbers_are_given_in_each);
  STORE_TEST ("/store-offices/an office hears only its own", test_an_office_hears_only_its_own);
  STORE_TEST ("/store-offices/an office waits only for its own writers", test_an_office_waits_only_for_its_own_writers);
  STORE_TEST ("/store-offices/SQL meets one office alone", test_sql_meets_one_office_alone);
  STORE_TEST ("/store-offices/an office is named where there are several",
              test_an_office_is_named_where_there_are_several);
  STORE_TEST ("/store-offices/each office is whole and moves alone", test_each_office_is_whole_and_moves_alone);
  STORE_TEST ("/store-offices/every key begins with the office", test_every_key_begins_with_the_office);
  STORE_TEST ("/store-offices/a superuser's tables hold one office", test_a_superuser_s_tables_hold_one_office);
  STORE_TEST ("/store-offices/a superuser sees one office of several", test_a_superuser_sees_one_office_of_several);
  return g_test_run ();
}
