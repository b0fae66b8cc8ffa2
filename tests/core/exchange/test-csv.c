/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rang-csv.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/rang-exchange-error.h"
#include "lib/rang-test-data.h"

#define MOST 100

/* Reads all records and writes them as "[a|b][c|d]", with "!" behind an odd record and "?" for a fault. */
static char *
read_all (const char *content, GError **error)
{
  g_autoptr (GString) text = g_string_new (content);
  g_autoptr (RangCsv) csv = rang_csv_new ("a.csv", text, 0, MOST);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  RangCsvResult result;

  while ((result = rang_csv_next (csv, fields, error)) == RANG_CSV_RECORD || result == RANG_CSV_ODD)
    {
      g_string_append_c (out, '[');
      for (guint i = 0; i < fields->len; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", (char *)g_ptr_array_index (fields, i));
      g_string_append (out, result == RANG_CSV_ODD ? "]!" : "]");
    }
  if (result == RANG_CSV_FAULT)
    g_string_append_c (out, '?');
  return g_string_free (out, FALSE);
}

static void
assert_reads (const char *content, const char *expected)
{
  g_autofree char *found = read_all (content, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_records_end_with_any_line_break_or_the_text (void)
{
  assert_reads ("a,b\r\nc,d\r\n", "[a|b][c|d]");
  assert_reads ("a,b\nc,d", "[a|b][c|d]");
  assert_reads ("a,b\rc,d\r", "[a|b][c|d]");
  assert_reads ("a,\n", "[a|]");
  assert_reads ("\n\na\n", "[][][a]");
  assert_reads ("", "");
}

static void
test_quoted_fields_hold_anything (void)
{
  assert_reads ("\"a,b\",\"c\"\"d\",\"e\r\nf\"\n", "[a,b|c\"d|e\r\nf]");
  assert_reads ("\"\",\"\"", "[|]");
  assert_reads (" \"a\"", "[ \"a\"]!");
}

static void
test_the_delimiter_is_told_from_the_first_record (void)
{
  assert_reads ("a;b,c;d\n1;2;3", "[a|b,c|d][1|2|3]");
  assert_reads ("a\tb,c\td\n", "[a|b,c|d]");
  assert_reads ("\"a;b;c;d\",e\n", "[a;b;c;d|e]");
  assert_reads ("sep=;\r\na,b,c;d\n", "[a,b,c|d]");
}

static void
test_a_quote_in_a_plain_field_is_marked (void)
{
  assert_reads ("a,24\" screen\nb,c\n", "[a|24\" screen]![b|c]");
}

static void
assert_faults (const char *content, int code, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = read_all (content, &error);

  g_assert_error (error, RANG_EXCHANGE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_true (g_str_has_suffix (found, "?"));
}

static void
test_faults_name_the_line_on_which_they_begin (void)
{
  g_autofree char *longest = g_strnfill (MOST, 'x');
  g_autofree char *longer = g_strnfill (MOST + 1, 'x');
  g_autofree char *wide = g_strnfill (RANG_CSV_MOST_FIELDS, ',');
  g_autofree char *good = read_all (longest, NULL);

  g_assert_cmpuint (strlen (good), ==, MOST + 2);
  assert_faults ("a\nb,\"c\nd\ne", RANG_EXCHANGE_ERROR_TRUNCATED, "a.csv:2: ");
  assert_faults ("a\n\"b\nb\"c\n", RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, "a.csv:3: ");
  assert_faults (longer, RANG_EXCHANGE_ERROR_TOO_LARGE, "a.csv:1: ");
  assert_faults (wide, RANG_EXCHANGE_ERROR_TOO_LARGE, "a.csv:1: ");
}

static void
test_whatever_is_written_is_read_back (void)
{
  static const char *const parts[] = { "a", "\"", ",", "\n", "\r\n", "ș", " ", "" };

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) file = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new ("[");
      g_autofree char *found = NULL;

      for (int i = 0; i < 4; i++)
        {
          g_autoptr (GString) field = g_string_new (NULL);

          for (int k = g_test_rand_int_range (0, 6); k > 0; k--)
            g_string_append (field, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
          g_string_append_printf (expected, "%s%s", i > 0 ? "|" : "", field->str);
          g_string_replace (field, "\"", "\"\"", 0);
          g_string_append_printf (file, "%s\"%s\"", i > 0 ? "," : "", field->str);
        }
      g_string_append_c (expected, ']');
      g_string_append (file, "\r\n");
      found = read_all (file->str, NULL);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

/* The expected values of a published set: an array of arrays, or of objects by the names of the first record. */
static void
compare_json (const char *csv_path, const char *json_path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (RangCsv) csv = NULL;
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  JsonArray *rows;

  g_assert_true (json_parser_load_from_file (parser, json_path, NULL));
  g_assert_true (g_file_get_contents (csv_path, &content, NULL, NULL));
  text = g_string_new (content);
  csv = rang_csv_new ("a.csv", text, ',', 65536);
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *row = json_array_get_element (rows, i);
      gboolean named = JSON_NODE_HOLDS_OBJECT (row);

      if (named && i == 0)
        g_assert_cmpint (rang_csv_next (csv, header, NULL), ==, RANG_CSV_RECORD);
      g_assert_cmpint (rang_csv_next (csv, fields, NULL), ==, RANG_CSV_RECORD);
      for (guint k = 0; k < fields->len; k++)
        g_assert_cmpstr (g_ptr_array_index (fields, k), ==,
                         named
                             ? json_object_get_string_member (json_node_get_object (row), g_ptr_array_index (header, k))
                             : json_array_get_string_element (json_node_get_array (row), k));
    }
  g_assert_cmpint (rang_csv_next (csv, fields, NULL), ==, RANG_CSV_END);
}

static void
test_published_files_are_read_as_expected (void)
{
  static const char *const sets[][2] = {
    { "hostile/csv/csv-spectrum/json", "csvs" },
    { "hostile/csv/csv-test-data/json", "csv" },
  };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (GPtrArray) files = rang_test_shared_files (sets[i][0], ".json");

      for (guint k = 0; files != NULL && k < files->len; k++)
        {
          const char *json = g_ptr_array_index (files, k);
          g_autofree char *base = g_path_get_basename (json);
          g_autofree char *stem = g_strndup (base, strlen (base) - strlen (".json"));
          g_autofree char *folder = g_path_get_dirname (json);
          g_autofree char *name = g_strconcat (stem, ".csv", NULL);
          g_autofree char *csv = g_build_filename (folder, "..", sets[i][1], name, NULL);

          /* Some of the set were left out where only one of the two files was published. */
          if (!g_file_test (csv, G_FILE_TEST_EXISTS))
            continue;
          compare_json (csv, json);
          n++;
        }
    }
  g_test_message ("%u files", n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/records-end-with-any-line-break-or-the-text",
                   test_records_end_with_any_line_break_or_the_text);
  g_test_add_func ("/exchange/csv/quoted-fields-hold-anything", test_quoted_fields_hold_anything);
  g_test_add_func ("/exchange/csv/the-delimiter-is-told-from-the-first-record",
                   test_the_delimiter_is_told_from_the_first_record);
  g_test_add_func ("/exchange/csv/a-quote-in-a-plain-field-is-marked", test_a_quote_in_a_plain_field_is_marked);
  g_test_add_func ("/exchange/csv/faults-name-the-line-on-which-they-begin",
                   test_faults_name_the_line_on_which_they_begin);
  g_test_add_func ("/exchange/csv/whatever-is-written-is-read-back", test_whatever_is_written_is_read_back);
  g_test_add_func ("/exchange/csv/published-files-are-read-as-expected", test_published_files_are_read_as_expected);
  return g_test_run ();
}
