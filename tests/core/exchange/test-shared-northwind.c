/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The 830 orders of an import company, through the mapping that Rang ships. */
#include "exchange/rang-csv.h"
#include "exchange/rang-import-file.h"
#include "lib/rang-test-data.h"

static RangImportMapping *
load_mapping (void)
{
  g_autofree char *path = rang_test_source_path ("data/mappings/northwind.ini");
  g_autoptr (GError) error = NULL;
  RangImportMapping *mapping = rang_import_mapping_new_from_file (path, &error);

  g_assert_no_error (error);
  return mapping;
}

static RangImportBatch *
read_all (void)
{
  g_autofree char *path = rang_test_shared_path ("northwind/orders.csv");
  g_autoptr (RangImportMapping) mapping = load_mapping ();
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportFile) file = NULL;
  RangImportBatch *batch;

  if (path == NULL)
    return NULL;
  file = rang_import_file_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (rang_import_file_get_own_header (file));
  batch = rang_import_file_read (file, mapping, settings, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return batch;
}

static void
test_all_830_orders_are_read_without_a_problem (void)
{
  g_autoptr (RangImportBatch) batch = read_all ();
  gint64 total = 0;
  guint shipped = 0;

  if (batch == NULL)
    return;
  g_assert_cmpuint (batch->drafts->len, ==, 830);
  g_assert_cmpuint (batch->refusals->len, ==, 0);
  for (guint i = 0; i < batch->drafts->len; i++)
    {
      const RangImportDraft *draft = g_ptr_array_index (batch->drafts, i);

      g_assert_cmpuint (draft->problems->len, ==, 0);
      g_assert_cmpstr (draft->order->value.currency, ==, "USD");
      g_assert_cmpint (draft->order->importance, ==, RANG_IMPORTANCE_NORMAL);
      g_assert_true (draft->make_client);
      total += draft->order->value.minor;
      shipped += draft->shipped_day != RANG_DAY_NONE;
    }
  /* The sums that northwind/ontime.csv gives. */
  g_assert_cmpint (total, ==, 126579301);
  g_assert_cmpuint (shipped, ==, 809);
}

static void
test_the_first_order_is_read_field_by_field (void)
{
  g_autoptr (RangImportBatch) batch = read_all ();
  const RangImportDraft *draft;
  const RangOrder *order;

  if (batch == NULL)
    return;
  draft = g_ptr_array_index (batch->drafts, 0);
  order = draft->order;
  g_assert_cmpstr (draft->where, ==, "orders.csv:2");
  g_assert_cmpstr (order->client_number, ==, "10248");
  g_assert_cmpstr (order->buyer, ==, "Vins et alcools Chevalier");
  g_assert_cmpstr (draft->client_code, ==, "VINET");
  g_assert_cmpint (order->order_day, ==, rang_day_from_ymd (1996, 7, 4));
  g_assert_cmpint (order->requested.from_day, ==, RANG_DAY_NONE);
  g_assert_cmpint (order->requested.to_day, ==, rang_day_from_ymd (1996, 8, 1));
  g_assert_cmpint (order->requested.to_time, ==, RANG_TIME_NONE);
  g_assert_cmpint (draft->shipped_day, ==, rang_day_from_ymd (1996, 7, 16));
  g_assert_cmpint (order->value.minor, ==, 44000);
  g_assert_cmpstr (order->place.street, ==, "59 rue de l'Abbaye");
  g_assert_cmpstr (order->place.city, ==, "Reims");
  g_assert_cmpint (order->load, ==, 20000);
  g_assert_cmpint (order->defaulted, ==,
                   RANG_FIELD_IMPORTANCE | RANG_FIELD_LOAD | RANG_FIELD_PARCELS | RANG_FIELD_SERVICE | RANG_FIELD_VALUE
                       | RANG_FIELD_DEPARTMENT);
}

static void
test_each_order_has_a_digest_of_its_own_and_the_same_each_time (void)
{
  g_autoptr (RangImportBatch) once = read_all ();
  g_autoptr (RangImportBatch) again = NULL;
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);

  if (once == NULL)
    return;
  again = read_all ();
  for (guint i = 0; i < once->drafts->len; i++)
    {
      const RangImportDraft *first = g_ptr_array_index (once->drafts, i);
      const RangImportDraft *second = g_ptr_array_index (again->drafts, i);

      g_assert_cmpstr (first->order->source_digest, ==, second->order->source_digest);
      g_hash_table_add (digests, first->order->source_digest);
    }
  g_assert_cmpuint (g_hash_table_size (digests), ==, 830);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/northwind/all-830-orders-are-read-without-a-problem",
                   test_all_830_orders_are_read_without_a_problem);
  g_test_add_func ("/exchange/northwind/the-first-order-is-read-field-by-field",
                   test_the_first_order_is_read_field_by_field);
  g_test_add_func ("/exchange/northwind/each-order-has-a-digest-of-its-own-and-the-same-each-time",
                   test_each_order_has_a_digest_of_its_own_and_the_same_each_time);
  return g_test_run ();
}
