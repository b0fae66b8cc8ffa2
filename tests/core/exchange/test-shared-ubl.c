/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every published UBL document, read and set against what EXPECTED.csv says it means. */
#include <string.h>

#include "exchange/rang-csv.h"
#include "exchange/rang-import-file.h"
#include "lib/rang-test-data.h"

typedef struct
{
  GPtrArray *header;
  GPtrArray *row;
} Row;

static const char *
cell (const Row *row, const char *name)
{
  for (guint i = 0; i < row->header->len; i++)
    if (g_str_equal (g_ptr_array_index (row->header, i), name))
      return g_ptr_array_index (row->row, i);
  g_error ("EXPECTED.csv has no column %s", name);
}

static RangImportBatch *
read_file (const char *relative, GError **error)
{
  g_autofree char *inside = g_build_filename ("ubl/open", relative, NULL);
  g_autofree char *path = rang_test_shared_path (inside);
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangImportFile) file = rang_import_file_open (path, NULL, error);

  g_free (settings->zone);
  settings->zone = g_strdup ("UTC");
  return file != NULL ? rang_import_file_read (file, NULL, settings, NULL, NULL, NULL, error) : NULL;
}

static void
compare_text (const Row *row, const char *column, const char *found)
{
  const char *expected = cell (row, column);

  if (g_strcmp0 (expected, found != NULL ? found : "") != 0)
    g_error ("%s: %s should be “%s”, is “%s”", cell (row, "file"), column, expected, found);
}

static void
compare_day (const Row *row, const char *column, RangDay day)
{
  g_autofree char *found = rang_day_format (day);

  compare_text (row, column, found);
}

static void
compare_moment (const Row *row, const char *date, const char *time, RangDay day, RangTime at)
{
  g_autofree char *found_time = rang_time_format (at);
  g_autofree char *expected_time = g_strndup (cell (row, time), 5);

  compare_day (row, date, day);
  if (g_strcmp0 (expected_time, found_time != NULL ? found_time : "") != 0)
    g_error ("%s: %s should be “%s”, is “%s”", cell (row, "file"), time, expected_time, found_time);
}

static void
compare_value (const Row *row, const RangOrder *order)
{
  RangMoney expected = { 0 };

  compare_text (row, "total_currency", order->value.currency);
  if (*cell (row, "total") != '\0')
    g_assert_true (rang_money_parse (cell (row, "total"), '.', cell (row, "total_currency"), &expected));
  g_assert_cmpint (order->value.minor, ==, expected.minor);
}

static void
compare_place (const Row *row, const RangOrder *order)
{
  g_autofree char *start
      = g_strconcat (cell (row, "street"), *cell (row, "building") != '\0' ? " " : "", cell (row, "building"),
                     *cell (row, "street2") != '\0' ? ", " : "", cell (row, "street2"), NULL);

  if (*start == '\0')
    g_assert_null (order->place.street);
  else if (!g_str_has_prefix (order->place.street, start))
    g_error ("%s: the street should begin with “%s”, is “%s”", cell (row, "file"), start, order->place.street);
  compare_text (row, "city", order->place.city);
  compare_text (row, "postcode", order->place.postcode);
  compare_text (row, "country", order->place.country);
}

static void
compare_order (const Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportBatch) batch = read_file (cell (row, "file"), &error);
  const RangImportDraft *draft;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->drafts->len, ==, 1);
  g_assert_cmpuint (batch->refusals->len, ==, 0);
  draft = g_ptr_array_index (batch->drafts, 0);
  compare_text (row, "id", draft->order->client_number);
  compare_text (row, "buyer", draft->order->buyer);
  compare_day (row, "issue_date", draft->order->order_day);
  compare_moment (row, "start_date", "start_time", draft->order->requested.from_day, draft->order->requested.from_time);
  compare_moment (row, "end_date", "end_time", draft->order->requested.to_day, draft->order->requested.to_time);
  compare_value (row, draft->order);
  compare_place (row, draft->order);
  compare_text (row, "priority", draft->priority);
  if (*cell (row, "delivery_terms") != '\0')
    compare_text (row, "delivery_terms", draft->terms);
  g_assert_cmpuint (draft->order->lines->len, ==, (guint)g_ascii_strtoull (cell (row, "lines"), NULL, 10));
  g_assert_cmpuint (draft->problems->len, ==, strstr (cell (row, "traps"), "line_addresses_differ") != NULL ? 1 : 0);
}

static void
compare_other (const Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportBatch) batch = read_file (cell (row, "file"), &error);

  g_assert_null (batch);
  g_assert_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_WRONG_KIND);
  g_assert_nonnull (strstr (error->message, cell (row, "root")));
}

typedef void (*CompareRow) (const Row *row);

static guint
for_each_row (gboolean orders, CompareRow compare)
{
  g_autofree char *path = rang_test_shared_path ("ubl/open/EXPECTED.csv");
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (RangCsv) csv = NULL;
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  Row row = { header, fields };
  guint n = 0;

  if (path == NULL)
    return 0;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  text = g_string_new (content);
  csv = rang_csv_new ("EXPECTED.csv", text, 0, RANG_IMPORT_MOST_FIELD);
  g_assert_cmpint (rang_csv_next (csv, header, NULL), ==, RANG_CSV_RECORD);
  while (rang_csv_next (csv, fields, NULL) == RANG_CSV_RECORD)
    if (g_str_equal (cell (&row, "root"), "Order") == orders)
      {
        compare (&row);
        n++;
      }
  return n;
}

static void
test_every_published_order_is_read_as_expected (void)
{
  guint n = for_each_row (TRUE, compare_order);

  g_test_message ("%u orders", n);
}

static void
test_every_other_document_is_named_and_not_taken (void)
{
  guint n = for_each_row (FALSE, compare_other);

  g_test_message ("%u documents", n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/published/every-order-is-read-as-expected",
                   test_every_published_order_is_read_as_expected);
  g_test_add_func ("/exchange/published/every-other-document-is-named-and-not-taken",
                   test_every_other_document_is_named_and_not_taken);
  return g_test_run ();
}
