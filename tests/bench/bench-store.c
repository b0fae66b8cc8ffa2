/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures an office of three years: opening it, loading a day, appending to the log and verifying it. */
#include "log/rang-log-export.h"
#include "store-test.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

#define ORDERS 90000
#define A_DAY 120
#define ENTRIES 100000
#define TODAY 20781
#define REPEATS 20

static gint64 started;

static void
start (void)
{
  started = g_get_monotonic_time ();
}

static void
stop (const char *what, int times)
{
  g_print ("  %-46s %10.3f ms\n", what, (double)(g_get_monotonic_time () - started) / 1000.0 / times);
}

static void
add_orders (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

  for (int i = 0; i < ORDERS; i++)
    {
      g_autoptr (RangOrder) order = store_test_order (NULL);

      order->client = 1 + i % 2;
      order->promised_day = TODAY - i / A_DAY;
      if (i >= A_DAY)
        {
          order->state = RANG_ORDER_DELIVERED;
          order->outcome_day = order->promised_day;
          order->outcome_at = 50000;
        }
      rang_store_save_order (store, order, &error);
      g_assert_no_error (error);
    }
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
add_entries (RangStore *store, int count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (RangLogEntry) entry = rang_log_entry_new ("move", 1795505400 + i, 3);

      entry->day = TODAY;
      entry->order = 1001 + i % ORDERS;
      entry->from = 20;
      entry->to = 3;
      entry->reason = g_strdup ("client-at-risk");
      entry->cost = g_strdup ("{\"late\":[{\"order\":\"1001\",\"department\":\"Clients\",\"minutes\":12,"
                              "\"value\":100000,\"order_value\":1000}],\"later\":[],\"left_out\":[],\"gained\":[],"
                              "\"value_at_risk\":100000}");
      rang_store_append_log (store, entry, &error);
      g_assert_no_error (error);
    }
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static gboolean
count_bytes (const RangLogEntry *entry, gpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);

  rang_log_export_line (entry, line);
  g_checksum_update (((gpointer *)data)[0], (const guchar *)line->str, (gssize)line->len);
  return TRUE;
}

static void
measure_reading (StoreTest *test)
{
  g_autoptr (GError) error = NULL;

  start ();
  for (int i = 0; i < REPEATS; i++)
    {
      rang_store_close (test->store);
      test->store = rang_store_open (test->path, RANG_STORE_DEFAULT, &error);
    }
  stop ("close and open", REPEATS);
  start ();
  for (int i = 0; i < REPEATS; i++)
    g_ptr_array_unref (rang_store_load_orders_of_day (test->store, TODAY, &error));
  stop ("load a day of 120 orders", REPEATS);
  start ();
  for (int i = 0; i < REPEATS; i++)
    g_hash_table_unref (rang_store_load_client_counts (test->store, TODAY, TODAY - 60, &error));
  stop ("what the past says of the day's clients", REPEATS);
}

static void
measure_log (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gpointer data[] = { checksum };

  start ();
  add_entries (test->store, ENTRIES);
  stop ("append 100,000 entries in one transaction", 1);
  start ();
  for (int i = 0; i < REPEATS; i++)
    add_entries (test->store, 1);
  stop ("append one, committed to disk", REPEATS);
  start ();
  rang_store_foreach_log (test->store, NULL, count_bytes, data, &error);
  stop ("export 100,000 entries", 1);
  start ();
  verifier = rang_store_verify_log (test->store, NULL, &error);
  stop ("verify 100,000 entries", 1);
  g_assert_cmpint (verifier->broken, ==, 0);
}

int
main (int argc, char **argv)
{
  StoreTest test = { 0 };

  store_test_set_up (&test, NULL);
  store_test_furnish (test.store);
  start ();
  add_orders (test.store);
  stop ("add 90,000 orders in one transaction", 1);
  measure_reading (&test);
  measure_log (&test);
  store_test_tear_down (&test, NULL);
  return 0;
}
