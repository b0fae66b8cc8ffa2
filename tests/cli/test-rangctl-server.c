/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a server: each is its own sentence with its remedy, in both languages, and nothing is written. */
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-server.h"

/* Where the server is, by socket. */
static char *
dup_folder (void)
{
  const char *from = strstr (g_getenv ("RANG_TEST_SERVER"), "host=") + strlen ("host=");

  return g_strndup (from, strcspn (from, "&"));
}

static const char *
get_port (void)
{
  return strstr (g_getenv ("RANG_TEST_SERVER"), "port=") + strlen ("port=");
}

static char *
dup_database (const char *location)
{
  const char *from = strstr (location, "@/") + 2;

  return g_strndup (from, (gsize)(strchr (from, '?') - from));
}

/* In Romanian if @locales (nullable) holds that locale. */
static void
assert_told_in (const char *locales, const char *store, const char *told)
{
  const char *argv[] = { rang_test_rangctl_path (), "--store", store, "people", NULL };
  g_autofree char *path = g_strconcat ("LOCPATH=", locales, NULL);
  const char *romanian[] = { path, "LC_ALL=ro_RO.UTF-8", "LANGUAGE=ro", NULL };
  g_autoptr (RangTestResult) result = locales != NULL ? rang_test_command (argv, romanian)
                                                      : rang_test_rangctl (store, "people", NULL);

  rang_test_assert_status (result, 4);
  if (strstr (result->err, told) == NULL)
    g_error ("“%s” is not said, but %s", told, result->err);
  /* What is wrong; what to do. */
  g_assert_nonnull (strchr (result->err, ';'));
}

static RangTestFolder *locale_folder;
static const char *locales;

/* A locale of our own: a machine need not have been set up for Romania. */
static void
make_locale (void)
{
  g_autofree char *path = NULL;
  const char *argv[] = { "localedef", "-i", "ro_RO", "-f", "UTF-8", NULL, NULL };

  locale_folder = rang_test_folder_new ();
  path = rang_test_folder_file (locale_folder, "ro_RO.UTF-8");
  argv[5] = path;
  if (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, NULL, NULL)
      && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *folder = g_path_get_dirname (path);

      locales = g_intern_string (folder);
    }
  else
    g_test_message ("there is no localedef: in English alone");
}

static void
assert_told (const char *store, const char *english, const char *romanian)
{
  assert_told_in (NULL, store, english);
  if (locales != NULL)
    assert_told_in (locales, store, romanian);
}

/* All that is in a database: nothing of it may change by looking. */
static char *
dup_content (const char *location)
{
  return rang_test_server_sql (
      location,
      "SELECT coalesce (string_agg (relname || ' ' || (xpath ('/row/n/text()', query_to_xml ('SELECT count (*) AS n FROM ' "
      "|| quote_ident (relname), false, true, '')))[1]::text, ',' ORDER BY relname), '') || (SELECT count (*) FROM "
      "pg_attribute) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
      NULL);
}

static void
assert_refused_as_it_is (const char *location, const char *english, const char *romanian)
{
  g_autofree char *before = dup_content (location), *after = NULL;

  assert_told (location, english, romanian);
  after = dup_content (location);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_server_that_is_not_there (void)
{
  assert_told ("postgresql://rang@nowhere.invalid/office", "the server does not answer; check the address",
               "serverul nu răspunde; verificați adresa");
  assert_told ("postgresql://rang@127.0.0.1:1/office", "the server does not answer; check the address",
               "serverul nu răspunde; verificați adresa");
}

static void
test_a_certificate_that_is_not_trusted (void)
{
  g_autofree char *office = rang_test_server_new_database (NULL), *name = dup_database (office), *folder = dup_folder ();
  static const char *const wrong[][2] = { { "localhost", "other.crt" }, { "127.0.0.1", "ca.crt" }, { "localhost", "none" } };
  g_autofree char *right = g_strdup_printf ("postgresql://rang@localhost:%s/%s?sslmode=verify-full&sslrootcert=%s/ca.crt",
                                            get_port (), name, folder);
  g_autoptr (RangTestResult) made = rang_test_rangctl (right, "init", NULL);

  rang_test_assert_status (made, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *store
          = g_strdup_printf ("postgresql://rang@%s:%s/%s?sslmode=verify-full&sslrootcert=%s/%s", wrong[i][0], get_port (),
                             name, folder, wrong[i][1]);

      assert_told (store, "the server’s certificate is not trusted", "certificatul serverului nu este de încredere");
    }
  rang_test_server_drop (office);
}

static void
test_a_name_that_the_server_does_not_know (void)
{
  const char *server = g_getenv ("RANG_TEST_SERVER");
  g_autofree char *store = g_strconcat ("postgresql://nobody_here@/postgres", strchr (server, '?'), NULL);

  assert_told (store, "the server refuses name or password", "serverul refuză numele sau parola");
}

static void
test_a_database_that_is_not_there (void)
{
  const char *server = g_getenv ("RANG_TEST_SERVER");
  g_autofree char *store = g_strconcat ("postgresql://rang@/not_there", strchr (server, '?'), NULL);

  assert_told (store, "the server has no such database", "serverul nu are această bază de date");
}

static void
test_an_empty_database_and_another_program_s (void)
{
  g_autofree char *location = rang_test_server_new_database (NULL);

  assert_refused_as_it_is (location, "the database is empty; make an office in it", "baza de date este goală");
  g_free (rang_test_server_sql (location, "CREATE TABLE ledger (id int)", NULL));
  assert_refused_as_it_is (location, "the database is in use by another program",
                           "baza de date este folosită de alt program");
  rang_test_server_drop (location);
}

static void
test_a_schema_that_is_newer_or_half_migrated (void)
{
  g_autofree char *location = rang_test_server_new_database (NULL);
  g_autoptr (RangTestResult) made = rang_test_rangctl (location, "init", NULL);

  rang_test_assert_status (made, 0);
  g_free (rang_test_server_sql (location, "UPDATE rang_engine SET schema = 10000", NULL));
  assert_refused_as_it_is (location, "the store was written by a newer Rang", "scris de un Rang mai nou");
  g_free (rang_test_server_sql (location, "UPDATE rang_engine SET schema = 4", NULL));
  assert_refused_as_it_is (location, "half way between two versions of Rang",
                           "la jumătatea drumului între două versiuni Rang");
  rang_test_server_drop (location);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_locale ();
  g_test_add_func ("/rangctl-server/a server that is not there", test_a_server_that_is_not_there);
  g_test_add_func ("/rangctl-server/a certificate that is not trusted", test_a_certificate_that_is_not_trusted);
  g_test_add_func ("/rangctl-server/a name that the server does not know", test_a_name_that_the_server_does_not_know);
  g_test_add_func ("/rangctl-server/a database that is not there", test_a_database_that_is_not_there);
  g_test_add_func ("/rangctl-server/an empty database, and another program's", test_an_empty_database_and_another_program_s);
  g_test_add_func ("/rangctl-server/a schema that is newer, or half migrated", test_a_schema_that_is_newer_or_half_migrated);
  status = g_test_run ();
  rang_test_folder_free (locale_folder);
  return status;
}
