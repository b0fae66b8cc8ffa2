/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sent for ahead is answered as if it had been asked for when it is read; on both engines, but for what only a
 * server can do. */
#include "lib/rang-test-server.h"
#include "store-test.h"
#include "store/rang-engine-postgresql.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-prefetch.h"

#define DAY 20781

static void
add_order (RangStore *store, RangDay day, const char *client_number)
{
  g_autoptr (RangOrder) order = store_test_order (client_number);

  order->client = 1;
  order->promised_day = day;
  store_test_save (store, order);
}

static guint
count_orders (RangStore *store, RangDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = rang_store_load_orders_of_day (store, day, &error);

  g_assert_no_error (error);
  return orders->len;
}

static guint
count_clients (RangStore *store, RangDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = rang_store_load_clients_of_day (store, day, &error);

  g_assert_no_error (error);
  return clients->len;
}

static RangStoreTransaction *
begin_reading (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  RangStoreTransaction *reading = rang_store_begin_read (store, &error);

  g_assert_no_error (error);
  return reading;
}

static void
test_what_was_sent_for_is_what_is_read (StoreTest *test, gconstpointer data)
{
  store_test_furnish (test->store);
  add_order (test->store, DAY, "A-1");
  add_order (test->store, DAY, "A-2");
  /* The first time each statement is new, then it is prepared on the way, then it has been. */
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (RangStoreTransaction) reading = begin_reading (test->store);
      g_autoptr (RangSettings) settings = NULL;

      rang_store_prefetch_office (test->store);
      rang_store_prefetch_board (test->store, DAY, 1, DAY - 60);
      settings = rang_store_load_settings (test->store, NULL);
      g_assert_cmpstr (settings->currency, ==, "RON");
      g_assert_cmpuint (count_orders (test->store, DAY), ==, 2);
      g_assert_cmpuint (count_clients (test->store, DAY), ==, 1);
    }
}

static void
test_a_read_of_another_day_asks_for_itself (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStoreTransaction) reading = NULL;

  store_test_furnish (test->store);
  add_order (test->store, DAY, "A-1");
  add_order (test->store, DAY + 1, "A-2");
  add_order (test->store, DAY + 1, "A-3");
  reading = begin_reading (test->store);
  rang_store_prefetch_board (test->store, DAY, 1, DAY - 60);
  g_assert_cmpuint (count_orders (test->store, DAY + 1), ==, 2);
  g_assert_cmpuint (count_orders (test->store, DAY), ==, 1);
}

static void
test_what_was_sent_for_holds_for_its_transaction_alone (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStoreTransaction) reading = NULL;

  store_test_furnish (test->store);
  add_order (test->store, DAY, "A-1");
  reading = begin_reading (test->store);
  rang_store_prefetch_board (test->store, DAY, 1, DAY - 60);
  g_clear_pointer (&reading, rang_store_transaction_free);
  add_order (test->store, DAY, "A-2");
  g_assert_cmpuint (count_orders (test->store, DAY), ==, 2);
  reading = begin_reading (test->store);
  g_assert_cmpuint (count_orders (test->store, DAY), ==, 2);
}

static void
test_who_writes_sends_for_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangStoreTransaction) writing = NULL;
  g_autoptr (RangOrder) order = store_test_order ("A-1");
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  order->promised_day = DAY;
  writing = rang_store_begin (test->store, &error);
  rang_store_prefetch_board (test->store, DAY, 1, DAY - 60);
  rang_store_save_order (test->store, order, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_orders (test->store, DAY), ==, 1);
}

/* --- what only a server can do --- */

static RangEngine *
open_engine (const char *location)
{
  g_autoptr (GError) error = NULL;
  RangEngine *engine = rang_engine_postgresql_open (location, RANG_ENGINE_OPEN, &error);

  g_assert_no_error (error);
  return engine;
}

/* Runs it, and returns what went wrong, or %NULL. */
static char *
dup_failure (RangEngine *engine, const char *sql)
{
  g_autoptr (GError) error = NULL;
  RangStatement *row = rang_engine_prepare (engine, sql, &error);

  g_assert_nonnull (row);
  return rang_statement_run (row, &error) ? NULL : g_strdup (error->message);
}

static void
send (RangEngine *engine, const char *const *sql)
{
  g_assert_true (rang_engine_begin_prefetch (engine));
  for (gsize i = 0; sql[i] != NULL; i++)
    g_assert_null (dup_failure (engine, sql[i]));
  rang_engine_end_prefetch (engine);
}

static void
test_what_fails_on_the_way_is_said_by_whoever_reads (StoreTest *test, gconstpointer data)
{
  static const char *const sql[] = { "SELECT 1", "SELECT 1 / 0", "SELECT 2", NULL };
  RangEngine *engine = open_engine (test->path);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *first = NULL, *failure = NULL;

      g_assert_true (rang_engine_begin (engine, FALSE, NULL));
      send (engine, sql);
      first = dup_failure (engine, "SELECT 1");
      g_assert_null (first);
      /* Nobody read the one that failed. */
      failure = dup_failure (engine, "SELECT 2");
      g_assert_nonnull (strstr (failure, "division by zero"));
      rang_engine_rollback (engine);
      g_assert_null (dup_failure (engine, "SELECT 2"));
    }
  rang_engine_close (engine);
}

static void
test_a_connection_cut_on_the_way_comes_back_with_the_next_transaction (StoreTest *test, gconstpointer data)
{
  static const char *const sql[] = { "SELECT 1", "SELECT 2", NULL };
  RangEngine *engine = open_engine (test->path);
  g_autofree char *ended = NULL, *failure = NULL;

  g_assert_true (rang_engine_begin (engine, FALSE, NULL));
  ended = rang_test_server_sql (test->path,
                                "SELECT count (pg_terminate_backend (pid, 5000)) FROM pg_stat_activity WHERE datname = "
                                "current_database () AND pid <> pg_backend_pid ()",
                                NULL);
  g_assert_cmpstr (ended, !=, "0");
  send (engine, sql);
  failure = dup_failure (engine, "SELECT 1");
  g_assert_nonnull (failure);
  rang_engine_rollback (engine);
  g_assert_true (rang_engine_begin (engine, FALSE, NULL));
  send (engine, sql);
  g_assert_null (dup_failure (engine, "SELECT 2"));
  rang_engine_rollback (engine);
  rang_engine_close (engine);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-prefetch/what was sent for is what is read", test_what_was_sent_for_is_what_is_read);
  STORE_TEST ("/store-prefetch/a read of another day asks for itself", test_a_read_of_another_day_asks_for_itself);
  STORE_TEST ("/store-prefetch/what was sent for holds for its transaction alone",
              test_what_was_sent_for_holds_for_its_transaction_alone);
  STORE_TEST ("/store-prefetch/who writes sends for nothing", test_who_writes_sends_for_nothing);
  if (rang_test_server_is_wanted ())
    {
      STORE_TEST ("/store-prefetch/what fails on the way is said by whoever reads",
                  test_what_fails_on_the_way_is_said_by_whoever_reads);
      STORE_TEST ("/store-prefetch/a connection cut on the way comes back with the next transaction",
                  test_a_connection_cut_on_the_way_comes_back_with_the_next_transaction);
    }
  return g_test_run ();
}
