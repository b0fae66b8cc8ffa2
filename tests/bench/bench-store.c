/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures an office of three years: opening it, loading a day, appending to the log and verifying it; and a log of a
 * million entries, every tenth signed, against sha256sum over its export, in the same run. */
#include <glib/gstdio.h>
#include <stdio.h>

#include "log/rang-log-export.h"
#include "store-test.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

#define ORDERS 90000
#define A_DAY 120
#define ENTRIES 100000
#define TODAY 20781
#define REPEATS 20
#define MILLION 1000000
#define SIGNED_EVERY 10
/* How often the time of sha256sum a verification may take, its signatures aside. */
#define MOST_TIMES 5.0

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

/* --- a million --- */

/* One person signs, the first entry gives the key; the others have none. */
static void
add_signed (RangStore *store)
{
  static const guint8 seed[32] = { 7 };
  g_autoptr (RangLogKey) key = rang_log_key_new_from_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

  rang_store_set_signer (store, 1, key);
  for (int i = 0; i < MILLION; i++)
    {
      gboolean is_signed = i % SIGNED_EVERY == 0;
      g_autoptr (RangLogEntry) entry
          = rang_log_entry_new (i == 0 ? "people" : "move", 1795505400 + i, is_signed ? 1 : 3);

      if (i == 0)
        entry->subject = g_strdup_printf ("key/1/%s", rang_log_key_get_public (key));
      entry->day = TODAY;
      entry->order = 1001 + i % ORDERS;
      entry->from = 20;
      entry->to = 3;
      entry->reason = g_strdup ("client-at-risk");
      entry->cost = g_strdup ("{\"late\":[{\"order\":\"1001\",\"minutes\":12,\"value\":100000}],\"later\":[],"
                              "\"left_out\":[],\"gained\":[],\"value_at_risk\":100000}");
      rang_store_append_log (store, entry, &error);
      g_assert_no_error (error);
    }
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static gboolean
write_line (const RangLogEntry *entry, gpointer file)
{
  g_autoptr (GString) line = g_string_new (NULL);

  rang_log_export_line (entry, line);
  return fwrite (line->str, 1, line->len, file) == line->len;
}

/* Seconds of the program that everybody knows. */
static double
time_sha256sum (const char *path)
{
  const char *argv[] = { "sha256sum", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  return (double)(g_get_monotonic_time () - begun) / 1e6;
}

/* Returns: whether it is quick enough */
static gboolean
measure_million (void)
{
  StoreTest test = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = NULL;
  FILE *file;
  double sum, all, signatures;

  store_test_set_up (&test, NULL);
  start ();
  add_signed (test.store);
  stop ("append 1,000,000 entries, every tenth signed", 1);
  path = g_build_filename (test.folder, "log.jsonl", NULL);
  file = g_fopen (path, "w");
  g_assert_nonnull (file);
  rang_store_foreach_log (test.store, NULL, write_line, file, &error);
  g_assert_no_error (error);
  fclose (file);
  start ();
  sum = time_sha256sum (path);
  stop ("sha256sum over their export", 1);
  start ();
  verifier = rang_store_verify_log (test.store, NULL, &error);
  all = (double)(g_get_monotonic_time () - started) / 1e6;
  stop ("verify them, signatures and all", 1);
  signatures = (double)verifier->signature_time / 1e6;
  g_assert_cmpint (verifier->broken, ==, 0);
  g_assert_cmpint (verifier->signed_entries, ==, MILLION / SIGNED_EVERY);
  g_print ("  %-46s %10.3f ms\n", "of that 100,000 signatures", 1000 * signatures);
  g_print ("  %-46s %10.2f times sha256sum, at most %.0f\n", "verifying, signatures aside", (all - signatures) / sum,
           MOST_TIMES);
  store_test_tear_down (&test, NULL);
  return all - signatures <= MOST_TIMES * sum;
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
  return argc < 2 || !g_str_equal (argv[1], "--million") || measure_million () ? 0 : 1;
}
