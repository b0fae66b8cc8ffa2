/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-test.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* Writes an order and its log entry over and over, says so after each commit, and never ends by itself. */
static void
write_until_killed (const char *path, int pipe_end)
{
  RangStore *store = rang_store_open (path, RANG_STORE_DEFAULT, NULL);

  for (;;)
    {
      RangStoreTransaction *transaction = rang_store_begin (store, NULL);
      RangOrder *order = store_test_order (NULL);
      RangLogEntry *entry = rang_log_entry_new ("add", 1795505400, 1);

      if (transaction == NULL || !rang_store_save_order (store, order, NULL))
        _exit (1);
      entry->order = order->number;
      if (!rang_store_append_log (store, entry, NULL) || !rang_store_transaction_commit (transaction, NULL)
          || write (pipe_end, "c", 1) != 1)
        _exit (1);
      rang_store_transaction_free (transaction);
      rang_order_free (order);
      rang_log_entry_free (entry);
    }
}

/* Kills a writer after it has told of @commits. */
static void
run_and_kill (const char *path, int commits)
{
  int ends[2], status;
  char said;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    write_until_killed (path, ends[1]);
  close (ends[1]);
  for (int i = 0; i < commits; i++)
    g_assert_cmpint (read (ends[0], &said, 1), ==, 1);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  close (ends[0]);
}

static void
test_a_killed_writer_loses_nothing_it_told_of_and_leaves_no_half (StoreTest *test, gconstpointer data)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 before = 0;

  g_test_message ("seed %u", seed);
  store_test_furnish (test->store);
  g_clear_pointer (&test->store, rang_store_close);
  for (int round = 0; round < 6; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangStore) store = NULL;
      g_autoptr (RangLogVerifier) verifier = NULL;
      g_autoptr (GPtrArray) orders = NULL;
      int commits = g_rand_int_range (random, 1, 15);

      run_and_kill (test->path, commits);
      store = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      verifier = rang_store_verify_log (store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (verifier->broken, ==, 0);
      g_assert_cmpint (verifier->seen, >=, before + commits);
      orders = rang_store_load_orders_of_day (store, 20781, &error);
      g_assert_cmpint (orders->len, ==, verifier->seen);
      before = verifier->seen;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-crash/a killed writer loses nothing it told of and leaves no half",
              test_a_killed_writer_loses_nothing_it_told_of_and_leaves_no_half);
  return g_test_run ();
}
