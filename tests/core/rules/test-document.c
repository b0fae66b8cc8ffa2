/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing a model: what is changed is changed, all else stays, and other tools can read it. */
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include <glib/gstdio.h>
#include "rules/rang-rules-document.h"

#define CLIENT 0
#define STAGE 0
#define POINTS 4

static RangRulesDocument *
open_default (void)
{
  g_autofree char *path = rang_test_source_path ("data/rules/default.dmn");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RangRulesDocument *document;
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  bytes = g_bytes_new_take (content, length);
  document = rang_rules_document_new (bytes, "default.dmn", &error);
  g_assert_no_error (error);
  return document;
}

static void
assert_cell (RangRulesDocument *document, guint row, guint column, const char *wanted)
{
  g_autofree char *text = rang_rules_document_dup_cell (document, CLIENT, row, column);

  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_compiles (RangRulesDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = rang_rules_document_compile (document, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rules);
}

/* Saves, opens again, and hands back the text. */
static char *
save (RangRulesDocument *document)
{
  g_autoptr (GBytes) bytes = rang_rules_document_to_bytes (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_a_table_is_a_grid (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *name = rang_rules_document_dup_table_name (document, CLIENT);
  g_autofree char *heading = rang_rules_document_dup_heading (document, CLIENT, 1);
  g_autofree char *description = rang_rules_document_dup_description (document, CLIENT, 0);

  g_assert_cmpuint (rang_rules_document_get_n_tables (document), ==, 6);
  g_assert_cmpstr (name, ==, "Client");
  g_assert_cmpuint (rang_rules_document_get_n_columns (document, CLIENT), ==, 6);
  g_assert_cmpint (rang_rules_document_get_column_kind (document, CLIENT, POINTS), ==, RANG_RULES_COLUMN_OUTPUT);
  g_assert_cmpstr (heading, ==, "first delivery");
  g_assert_cmpstr (description, ==, "First delivery before a contract");
  assert_cell (document, 0, STAGE, "\"trial\"");
  assert_cell (document, 0, POINTS, "18");
}

static void
test_a_model_without_an_edit_is_saved_byte_for_byte (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *path = rang_test_source_path ("data/rules/default.dmn");
  g_autofree char *before = NULL, *after = save (document);

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

/* Only the line of the cell differs, so the diagram and all else is as it was. */
static void
test_one_edit_changes_one_line (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *before = save (document), *after = NULL;
  g_auto (GStrv) old = g_strsplit (before, "\n", -1), new = NULL;
  guint differ = 0;

  rang_rules_document_set_cell (document, CLIENT, 0, POINTS, "28");
  after = save (document);
  new = g_strsplit (after, "\n", -1);
  g_assert_cmpuint (g_strv_length (old), ==, g_strv_length (new));
  for (guint i = 0; old[i] != NULL; i++)
    differ += (guint)!g_str_equal (old[i], new[i]);
  g_assert_cmpuint (differ, ==, 1);
  assert_cell (document, 0, POINTS, "28");
  assert_compiles (document);
}

static void
test_rows_are_added_moved_and_removed (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *before = save (document), *after = NULL;
  guint n = rang_rules_document_get_n_rows (document, CLIENT);

  rang_rules_document_insert_row (document, CLIENT, n);
  g_assert_cmpuint (rang_rules_document_get_n_rows (document, CLIENT), ==, n + 1);
  assert_cell (document, n, STAGE, "-");
  rang_rules_document_set_cell (document, CLIENT, n, POINTS, "3");
  rang_rules_document_set_description (document, CLIENT, n, "A < B & C");
  assert_compiles (document);
  rang_rules_document_move_row (document, CLIENT, n, 0);
  assert_cell (document, 0, POINTS, "3");
  assert_cell (document, 1, POINTS, "18");
  rang_rules_document_move_row (document, CLIENT, 0, n);
  assert_cell (document, n, POINTS, "3");
  rang_rules_document_remove_row (document, CLIENT, n);
  after = save (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_column_for_a_new_input (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *heading = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = NULL;

  rang_rules_document_insert_input (document, CLIENT, 1, "parcels");
  heading = rang_rules_document_dup_heading (document, CLIENT, 1);
  g_assert_cmpstr (heading, ==, "parcels");
  assert_cell (document, 0, 1, "-");
  rules = rang_rules_document_compile (document, &error);
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION);
  rang_rules_document_require (document, CLIENT, "parcels", "number");
  rang_rules_document_set_cell (document, CLIENT, 0, 1, "> 10");
  assert_compiles (document);
  rang_rules_document_remove_input (document, CLIENT, 1);
  assert_cell (document, 0, 1, "true");
  assert_compiles (document);
}

static void
test_a_cell_is_checked_without_being_changed (void)
{
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autofree char *before = save (document), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_rules_document_check_cell (document, CLIENT, 4, 2, "[1..2], > 100", &error));
  g_assert_no_error (error);
  g_assert_false (rang_rules_document_check_cell (document, CLIENT, 4, 2, ">= many", &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION);
  g_assert_nonnull (strstr (error->message, "table “Client”, row 5, column “annual value”"));
  after = save (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_an_edited_model_is_valid_by_the_published_schema (void)
{
  g_autofree char *schema = rang_test_shared_path ("dmn-tck/xsd/DMN13.xsd");
  g_autofree char *tool = g_find_program_in_path ("xmllint");
  g_autofree char *file = NULL, *text = NULL;
  g_autoptr (RangRulesDocument) document = open_default ();
  g_autoptr (RangTestResult) result = NULL;

  if (schema == NULL)
    return;
  if (tool == NULL)
    {
      g_test_skip ("xmllint is absent");
      return;
    }
  rang_rules_document_insert_row (document, CLIENT, 2);
  rang_rules_document_set_cell (document, CLIENT, 2, POINTS, "1");
  rang_rules_document_set_description (document, CLIENT, 2, "Țăndărică");
  rang_rules_document_insert_input (document, CLIENT, 0, "parcels");
  rang_rules_document_insert_input (document, CLIENT, 5, "load");
  rang_rules_document_require (document, CLIENT, "parcels", "number");
  rang_rules_document_require (document, CLIENT, "load", "number");
  assert_compiles (document);
  text = save (document);
  file = g_build_filename (g_get_tmp_dir (), "rang-test-document.dmn", NULL);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  result = rang_test_command ((const char *[]){ tool, "--noout", "--nonet", "--schema", schema, file, NULL }, NULL);
  rang_test_assert_status (result, 0);
  g_remove (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/document/a_table_is_a_grid", test_a_table_is_a_grid);
  g_test_add_func ("/rules/document/a_model_without_an_edit_is_saved_byte_for_byte",
                   test_a_model_without_an_edit_is_saved_byte_for_byte);
  g_test_add_func ("/rules/document/one_edit_changes_one_line", test_one_edit_changes_one_line);
  g_test_add_func ("/rules/document/rows_are_added_moved_and_removed", test_rows_are_added_moved_and_removed);
  g_test_add_func ("/rules/document/a_column_for_a_new_input", test_a_column_for_a_new_input);
  g_test_add_func ("/rules/document/a_cell_is_checked_without_being_changed",
                   test_a_cell_is_checked_without_being_changed);
  g_test_add_func ("/rules/document/an_edited_model_is_valid_by_the_published_schema",
                   test_an_edited_model_is_valid_by_the_published_schema);
  return g_test_run ();
}
