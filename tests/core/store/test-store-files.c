/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store-test.h"
#include "store/rang-engine-sqlite.h"
#include "store/rang-migrations.h"
#include "store/rang-network-drive.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"

static void
assert_refused (const char *path, RangStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = rang_store_open (path, RANG_STORE_DEFAULT, &error);

  g_assert_null (store);
  g_assert_error (error, RANG_STORE_ERROR, (int)code);
  /* What is wrong; what to do. */
  g_assert_nonnull (strchr (error->message, ';'));
}

static void
write_file (const char *path, const void *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize)length, &error);
  g_assert_no_error (error);
}

static void
test_a_missing_file_is_refused_and_not_made (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "none.rang", NULL);

  assert_refused (path, RANG_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_what_is_no_store_is_refused_and_left_as_it_is (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "x.rang", NULL);
  static const char garbage[8192] = "PK\003\004 this is some other file; SQLite format 3 it is not";
  const struct
  {
    const char *content;
    gsize length;
  } files[] = { { "", 0 }, { "x", 1 }, { garbage, sizeof garbage }, { "SQLite format 3", 16 }, { garbage, 100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *after = NULL;
      gsize length;

      write_file (path, files[i].content, files[i].length);
      assert_refused (path, RANG_STORE_ERROR_NOT_A_STORE);
      g_assert_true (g_file_get_contents (path, &after, &length, NULL));
      g_assert_cmpmem (after, length, files[i].content, files[i].length);
    }
  assert_refused (test->folder, RANG_STORE_ERROR_NOT_A_STORE);
}

static void
test_another_program_s_database_is_refused (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "other.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_null (store_test_sql (path, "CREATE TABLE log (a); PRAGMA application_id = 7; PRAGMA user_version = 1"));
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  assert_refused (path, RANG_STORE_ERROR_NOT_A_STORE);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_a_newer_schema_is_refused (StoreTest *test, gconstpointer data)
{
  g_clear_pointer (&test->store, rang_store_close);
  g_assert_null (store_test_sql (test->path, "PRAGMA user_version = 9999"));
  assert_refused (test->path, RANG_STORE_ERROR_TOO_NEW);
}

static void
test_a_store_cut_short_is_no_crash (StoreTest *test, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  store_test_furnish (test->store);
  g_clear_pointer (&test->store, rang_store_close);
  g_assert_true (g_file_get_contents (test->path, &content, &length, NULL));
  for (gsize keep = 1; keep < length; keep = keep * 2 + 1)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangStore) store = NULL;
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      write_file (test->path, content, keep);
      store = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
      if (store != NULL && rang_store_check (store, faults, &error))
        g_assert_cmpint (faults->len, >, 0);
      else
        g_assert_true (error->domain == RANG_STORE_ERROR);
    }
}

static void
test_an_existing_file_is_never_made_anew (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "mine.txt", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = NULL;

  write_file (path, "mine", 4);
  store = rang_store_create (path, &error);
  g_assert_null (store);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "mine");
}

static void
test_what_an_earlier_store_left_beside_is_no_part_of_a_new_one (StoreTest *test, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangSettings) settings = NULL;

  store_test_furnish (test->store);
  g_assert_true (g_file_get_contents (wal, &content, &length, NULL));
  g_assert_cmpint (length, >, 0);
  g_clear_pointer (&test->store, rang_store_close);
  g_unlink (test->path);
  write_file (wal, content, length);
  test->store = rang_store_create (test->path, &error);
  g_assert_no_error (error);
  settings = rang_store_load_settings (test->store, &error);
  g_assert_null (settings);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
}

static void
test_network_drives_are_known_by_name (void)
{
  g_assert_cmpstr (rang_network_drive_name (0x6969, NULL), ==, "NFS");
  g_assert_cmpstr (rang_network_drive_name (0xff534d42UL, NULL), ==, "SMB (CIFS)");
  g_assert_cmpstr (rang_network_drive_name (0xfe534d42UL, NULL), ==, "SMB");
  g_assert_cmpstr (rang_network_drive_name (0x517b, NULL), ==, "SMB");
  /* f_type is signed where a long has 32 bits. */
  g_assert_cmpstr (rang_network_drive_name ((gulong)(glong)(gint32)0xff534d42U, NULL), ==, "SMB (CIFS)");
  g_assert_cmpstr (rang_network_drive_name (0x65735546UL, "fuse.sshfs"), ==, "sshfs");
  g_assert_null (rang_network_drive_name (0x65735546UL, "fuseblk"));
  g_assert_null (rang_network_drive_name (0x65735546UL, "fuse.portal"));
  g_assert_null (rang_network_drive_name (0xef53, NULL));
  g_assert_null (rang_network_drive_name (0x01021994, NULL));
  g_assert_null (rang_network_drive_name (0x9123683e, NULL));
}

static void
test_a_store_is_in_wal_mode_and_known_as_ours (StoreTest *test, gconstpointer data)
{
  g_autofree char *mode = store_test_value (test->path, "PRAGMA journal_mode");
  g_autofree char *id = store_test_value (test->path, "PRAGMA application_id");
  g_autofree char *version = store_test_value (test->path, "PRAGMA user_version");
  g_autofree char *newest = g_strdup_printf ("%d", rang_migrations_newest ());
  g_autofree char *lax = store_test_value (
      test->path, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 "
                  "AND name NOT LIKE 'sqlite_%'");

  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpstr (id, ==, "1382116967");
  g_assert_cmpstr (version, ==, newest);
  g_assert_cmpstr (lax, ==, "0");
}

static void
test_a_backup_is_of_one_moment_while_another_writes (StoreTest *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "copy.rang", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) writer = NULL;
  g_autoptr (RangStore) copy = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangSettings) settings = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  store_test_furnish (test->store);
  writer = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  transaction = rang_store_begin (writer, &error);
  settings = rang_store_load_settings (writer, &error);
  g_free (settings->name);
  settings->name = g_strdup ("half done");
  g_assert_true (rang_store_save_settings (writer, settings, &error));

  g_assert_true (rang_store_backup (test->store, path, &error));
  g_assert_no_error (error);
  copy = rang_store_open (path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_clear_pointer (&settings, rang_settings_free);
  settings = rang_store_load_settings (copy, &error);
  g_assert_cmpstr (settings->name, ==, "Hârtie Brașov");
  g_assert_true (rang_store_check (copy, faults, &error));
  g_assert_cmpint (faults->len, ==, 0);
  g_assert_false (rang_store_backup (test->store, path, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS);
}

static void
test_who_waits_too_long_for_a_writer_is_told_so (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) other = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_autoptr (RangStoreTransaction) first = NULL;
  g_autoptr (RangStoreTransaction) second = NULL;

  g_assert_no_error (error);
  rang_store_set_patience (other, 30);
  first = rang_store_begin (test->store, &error);
  second = rang_store_begin (other, &error);
  g_assert_null (second);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&first, rang_store_transaction_free);
  second = rang_store_begin (other, &error);
  g_assert_no_error (error);
}

static void
test_a_reader_waits_for_nobody (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) other = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
  g_autoptr (RangStoreTransaction) writing = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  rang_store_set_patience (other, 0);
  writing = rang_store_begin (test->store, &error);
  orders = rang_store_load_orders_of_day (other, 20781, &error);
  g_assert_no_error (error);
  g_assert_nonnull (orders);
}

static void
test_a_read_only_store_refuses_to_write (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = rang_store_open (test->path, RANG_STORE_READ_ONLY, &error);
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangSettings) settings = rang_settings_new ();

  g_assert_no_error (error);
  transaction = rang_store_begin (store, &error);
  g_assert_true (transaction == NULL || !rang_store_save_settings (store, settings, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_PERMISSION);
}

static void
test_a_broken_reference_is_found_by_check (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  g_assert_true (rang_store_check (test->store, faults, &error));
  g_assert_cmpint (faults->len, ==, 0);
  g_assert_null (store_test_sql (test->path, "PRAGMA foreign_keys = OFF; DELETE FROM departments WHERE id = 1"));
  g_assert_true (rang_store_check (test->store, faults, &error));
  g_assert_no_error (error);
  g_assert_cmpint (faults->len, >, 0);
}

static void
test_a_guard_taken_away_or_put_in_is_found_by_check (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *fault;
  } attempts[]
      = { { "DROP TRIGGER log_refuses_update", "trigger log_refuses_update was taken away" },
          { "CREATE TRIGGER intruder AFTER INSERT ON log BEGIN SELECT 1; END", "trigger intruder is not of Rang" },
          { "DROP INDEX log_by_day; CREATE INDEX log_by_day ON log (day)", "index log_by_day was changed" } };

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      g_assert_null (store_test_sql (test->path, attempts[i].sql));
      g_assert_true (rang_store_check (test->store, faults, &error));
      g_assert_no_error (error);
      g_assert_true (g_ptr_array_find_with_equal_func (faults, attempts[i].fault, g_str_equal, NULL));
      g_assert_cmpint (faults->len, ==, i + 1);
    }
}

static gpointer
append_many (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = rang_store_open (path, RANG_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  for (int i = 0; i < 25; i++)
    {
      g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);
      g_autoptr (RangLogEntry) entry = rang_log_entry_new ("edit", i, 1);

      g_assert_no_error (error);
      rang_store_append_log (store, entry, &error);
      g_assert_no_error (error);
      rang_store_transaction_commit (transaction, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_writers_at_once_make_one_whole_log (StoreTest *test, gconstpointer data)
{
  GThread *threads[4];
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("writer", append_many, test->path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  verifier = rang_store_verify_log (test->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verifier->broken, ==, 0);
  g_assert_cmpint (verifier->seen, ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-files/a missing file is refused and not made", test_a_missing_file_is_refused_and_not_made);
  STORE_TEST ("/store-files/what is no store is refused and left as it is",
              test_what_is_no_store_is_refused_and_left_as_it_is);
  STORE_TEST ("/store-files/another program's database is refused", test_another_program_s_database_is_refused);
  STORE_TEST ("/store-files/a newer schema is refused", test_a_newer_schema_is_refused);
  STORE_TEST ("/store-files/a store cut short is no crash", test_a_store_cut_short_is_no_crash);
  STORE_TEST ("/store-files/an existing file is never made anew", test_an_existing_file_is_never_made_anew);
  STORE_TEST ("/store-files/what an earlier store left beside is no part of a new one",
              test_what_an_earlier_store_left_beside_is_no_part_of_a_new_one);
  g_test_add_func ("/store-files/network drives are known by name", test_network_drives_are_known_by_name);
  STORE_TEST ("/store-files/a store is in WAL mode and known as ours", test_a_store_is_in_wal_mode_and_known_as_ours);
  STORE_TEST ("/store-files/a backup is of one moment while another writes",
              test_a_backup_is_of_one_moment_while_another_writes);
  STORE_TEST ("/store-files/who waits too long for a writer is told so",
              test_who_waits_too_long_for_a_writer_is_told_so);
  STORE_TEST ("/store-files/a reader waits for nobody", test_a_reader_waits_for_nobody);
  STORE_TEST ("/store-files/a read-only store refuses to write", test_a_read_only_store_refuses_to_write);
  STORE_TEST ("/store-files/a broken reference is found by check", test_a_broken_reference_is_found_by_check);
  STORE_TEST ("/store-files/a guard taken away or put in is found by check",
              test_a_guard_taken_away_or_put_in_is_found_by_check);
  STORE_TEST ("/store-files/writers at once make one whole log", test_writers_at_once_make_one_whole_log);
  return g_test_run ();
}
