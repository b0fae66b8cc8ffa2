/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a demo office three years of history: the past that it was made with, again and again further back, with a log
 * to match. For measuring; what the copies say of their clients means nothing.
 *
 *   bench-history STORE [ORDERS]      until there are so many orders; 90,000 unless told */
#include <stdlib.h>

#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* Whole weeks, so that working days fall on working days. */
#define STEP_DAYS (13 * 7)
#define LOG_A_DAY 95

static guint
copy_orders (RangStore *store, const GPtrArray *past, RangDay today, int step)
{
  g_autoptr (GError) error = NULL;
  guint copied = 0;

  for (guint i = 0; i < past->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (past, i);
      g_autoptr (RangOrder) copy = NULL;

      if (order->promised_day >= today)
        continue;
      copy = rang_order_copy (order);
      copy->number = 0;
      g_clear_pointer (&copy->client_number, g_free);
      g_clear_pointer (&copy->source_digest, g_free);
      copy->promised_day -= step * STEP_DAYS;
      copy->first_promised_day = copy->promised_day;
      if (copy->outcome_day != RANG_DAY_NONE)
        copy->outcome_day -= step * STEP_DAYS;
      rang_store_save_order (store, copy, &error);
      g_assert_no_error (error);
      copied++;
    }
  return copied;
}

static void
add_entries (RangStore *store, RangDay today, int step, gint64 order)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < LOG_A_DAY * STEP_DAYS * 5 / 7; i++)
    {
      g_autoptr (RangLogEntry) entry = rang_log_entry_new ("deliver", 1795505400 - (gint64)step * STEP_DAYS * 86400 + i, 2);

      entry->day = today - step * STEP_DAYS - i % STEP_DAYS;
      entry->order = order;
      rang_store_append_log (store, entry, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) past = NULL;
  RangStore *store;
  RangStoreTransaction *transaction;
  guint wanted = argc > 2 ? (guint)atoi (argv[2]) : 90000, made = 0;
  RangDay today;

  g_assert_cmpint (argc, >=, 2);
  store = rang_store_open (argv[1], RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  today = rang_day_from_ymd (2026, 11, 24);
  past = rang_store_load_orders_between (store, today - 100, today - 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (past->len, >, 1000);
  transaction = rang_store_begin (store, &error);
  g_assert_no_error (error);
  for (int step = 1; made + past->len < wanted; step++)
    {
      made += copy_orders (store, past, today, step);
      add_entries (store, today, step, ((const RangOrder *)g_ptr_array_index (past, 0))->number);
    }
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  g_print ("%u orders more\n", made);
  rang_store_close (store);
  return 0;
}
