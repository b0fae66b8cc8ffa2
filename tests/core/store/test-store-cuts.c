/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections cut at any byte of a commit: nothing is lost, nothing is there twice, and what was told is true. */
#include <stdlib.h>

#include "lib/rang-test-proxy.h"
#include "lib/rang-test-server.h"
#include "store-test.h"
#include "store/rang-store-log.h"

/* What a commit sends and gets fits into so many bytes; a cut that would come after it does not count. */
#define COMMIT_BYTES 420

static guint
n_cuts (void)
{
  const char *wanted = g_getenv ("RANG_TEST_CUTS");

  return wanted != NULL ? (guint)atoi (wanted) : 50;
}

static gboolean
append (RangStore *store, RangTestProxy *line, guint number, gint64 cut, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, error);
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("edit", 1, 0);
  gboolean good;

  entry->note = g_strdup_printf ("change %u", number);
  if (transaction == NULL || !rang_store_append_log (store, entry, error))
    return FALSE;
  rang_test_proxy_cut_after (line, cut);
  good = rang_store_transaction_commit (transaction, error);
  rang_test_proxy_cut_after (line, -1);
  return good;
}

static guint
count (StoreTest *test, guint number)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM log WHERE note = 'change %u'", number);
  g_autofree char *value = rang_test_server_sql (test->path, sql, NULL);

  return (guint)atoi (value);
}

static void
test_a_commit_that_is_cut_anywhere_happens_once (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangTestProxy) line = rang_test_proxy_new (test->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStore) store = rang_store_open (rang_test_proxy_get_location (line), RANG_STORE_DEFAULT, &error);
  guint n_told = 0, n_refused = 0, wanted = n_cuts ();

  g_assert_no_error (error);
  for (guint i = 0; rang_test_proxy_get_n_cuts (line) < wanted; i++)
    {
      gint64 cut = g_test_rand_int_range (0, COMMIT_BYTES);
      guint before = rang_test_proxy_get_n_cuts (line);
      g_autoptr (GError) why = NULL;
      gboolean good = append (store, line, i, cut, &why);

      if (!good)
        g_assert_error (why, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER);
      /* What was told is what is there. */
      g_assert_cmpuint (count (test, i), ==, good ? 1 : 0);
      if (rang_test_proxy_get_n_cuts (line) > before)
        *(good ? &n_told : &n_refused) += 1;
      if (!good)
        g_assert_true (append (store, line, i, -1, NULL));
      g_assert_cmpuint (count (test, i), ==, 1);
    }
  g_test_message ("%u commits cut: %u had happened and were found, %u had not and were made again", wanted, n_told,
                  n_refused);
  /* Both must have occurred, or the cuts hit nothing. */
  g_assert_cmpuint (n_told, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
  {
    g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (test->store, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (verifier->broken, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-cuts/a commit that is cut anywhere happens once",
              test_a_commit_that_is_cut_anywhere_happens_once);
  return g_test_run ();
}
