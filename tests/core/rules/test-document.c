/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing a model: what is changed is changed, all else stays, and other tools can read it. */
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include <glib/gstdio.h>
#include "rules/rang-rules-document.h"

#define CLIENT 0
#define STAGE 0
#define POINTS 6

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

static RangRulesDocument *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RangRulesDocument *document = rang_rules_document_new (bytes, "foreign.dmn", &error);

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
  g_assert_cmpuint (rang_rules_document_get_n_columns (document, CLIENT), ==, 8);
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
test_an_edited_model_is_valid_by_the_published_schema_and_loads_unchanged (void)
{
  g_autofree char *schema = rang_test_shared_path ("dmn-tck/xsd/DMN13.xsd");
  g_autofree char *tool = g_find_program_in_path ("xmllint");
  g_autofree char *file = NULL, *text = NULL, *reopened = NULL;
  g_autoptr (RangRulesDocument) document = open_default (), again = NULL;
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
  again = open_text (text);
  reopened = save (again);
  g_assert_cmpstr (reopened, ==, text);
}

/* A model as another tool draws it: its own names for namespaces, a diagram with styles, extensions, comments. */
static const char foreign[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- drawn elsewhere -->\n"
      "<semantic:definitions xmlns:semantic=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
      " xmlns:dmndi=\"https://www.omg.org/spec/DMN/20191111/DMNDI/\""
      " xmlns:dc=\"http://www.omg.org/spec/DMN/20180521/DC/\" xmlns:di=\"http://www.omg.org/spec/DMN/20180521/DI/\""
      " xmlns:tool=\"https://tool.example/ns\" id=\"d\" name=\"Foreign\" namespace=\"https://tool.example/m\""
      " tool:saved=\"2026-11-01\">\n"
      "  <semantic:extensionElements><tool:canvas zoom=\"1.5\"><tool:note>do not "
      "&lt;touch&gt;</tool:note></tool:canvas>"
      "</semantic:extensionElements>\n"
      "  <semantic:inputData id=\"i\" name=\"parcels\"><semantic:variable name=\"parcels\" typeRef=\"number\"/>"
      "</semantic:inputData>\n"
      "  <semantic:decision id=\"D\" name=\"Points\" tool:colour=\"#ff8800\">\n"
      "    <semantic:extensionElements><tool:owner>Ioana</tool:owner></semantic:extensionElements>\n"
      "    <semantic:variable name=\"Points\" typeRef=\"number\"/>\n"
      "    <semantic:informationRequirement id=\"r\"><semantic:requiredInput href=\"#i\"/>"
      "</semantic:informationRequirement>\n"
      "    <semantic:decisionTable id=\"t\" hitPolicy=\"COLLECT\" aggregation=\"SUM\">\n"
      "      <semantic:input id=\"c\" tool:width=\"192\"><semantic:inputExpression id=\"e\" typeRef=\"number\">"
      "<semantic:text>parcels</semantic:text></semantic:inputExpression></semantic:input>\n"
      "      <semantic:output id=\"o\" name=\"points\" typeRef=\"number\"/>\n"
      "      <semantic:rule id=\"one\"><semantic:inputEntry id=\"a\"><semantic:text>&gt; 10</semantic:text>"
      "</semantic:inputEntry><semantic:outputEntry id=\"b\"><semantic:text>1</semantic:text></semantic:outputEntry>"
      "</semantic:rule>\n"
      "      <!-- the big ones -->\n"
      "      <semantic:rule id=\"two\"><semantic:inputEntry id=\"f\"><semantic:text>&gt; 20</semantic:text>"
      "</semantic:inputEntry><semantic:outputEntry id=\"g\"><semantic:text>2</semantic:text></semantic:outputEntry>"
      "</semantic:rule>\n"
      "    </semantic:decisionTable>\n"
      "  </semantic:decision>\n"
      "  <dmndi:DMNDI><dmndi:DMNDiagram id=\"g1\">\n"
      "    <dmndi:DMNShape id=\"s1\" dmnElementRef=\"D\"><di:extension><tool:layer>2</tool:layer></di:extension>"
      "<dmndi:DMNStyle fontSize=\"12\"/><dc:Bounds x=\"10.5\" y=\"20\" width=\"150\" height=\"60\"/></dmndi:DMNShape>\n"
      "  </dmndi:DMNDiagram></dmndi:DMNDI>\n"
      "</semantic:definitions>\n";

/* Two cells are changed: put back by hand, the text is what it was. */
static void
test_what_another_tool_drew_stays_as_it_was (void)
{
  g_autoptr (RangRulesDocument) document = open_text (foreign);
  g_autofree char *untouched = save (document), *after = NULL;
  g_autoptr (GString) back = NULL;

  g_assert_cmpstr (untouched, ==, foreign);
  rang_rules_document_set_cell (document, 0, 0, 1, "17");
  rang_rules_document_set_cell (document, 0, 1, 0, "> 25");
  assert_compiles (document);
  after = save (document);
  back = g_string_new (after);
  g_string_replace (back, "<semantic:text>17<", "<semantic:text>1<", 1);
  g_string_replace (back, "&gt; 25", "&gt; 20", 1);
  g_assert_cmpstr (back->str, ==, foreign);
}

/* Rows that come and go leave diagram and extensions alone too. */
static void
test_new_rows_leave_diagram_and_extensions_alone (void)
{
  static const char *const kept[]
      = { "<tool:canvas zoom=\"1.5\"><tool:note>do not &lt;touch&gt;</tool:note></tool:canvas>",
          "tool:saved=\"2026-11-01\"",
          "tool:colour=\"#ff8800\"",
          "<tool:owner>Ioana</tool:owner>",
          "tool:width=\"192\"",
          "<!-- the big ones -->",
          "<!-- drawn elsewhere -->",
          "<di:extension><tool:layer>2</tool:layer></di:extension><dmndi:DMNStyle fontSize=\"12\"/>"
          "<dc:Bounds x=\"10.5\" y=\"20\" width=\"150\" height=\"60\"/>" };
  g_autoptr (RangRulesDocument) document = open_text (foreign), again = NULL;
  g_autofree char *text = NULL, *reopened = NULL, *cell = NULL;

  rang_rules_document_insert_row (document, 0, 1);
  rang_rules_document_set_cell (document, 0, 1, 1, "5");
  rang_rules_document_move_row (document, 0, 1, 2);
  rang_rules_document_remove_row (document, 0, 0);
  assert_compiles (document);
  text = save (document);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (text, kept[i]) == NULL)
      g_error ("%s is gone from %s", kept[i], text);
  again = open_text (text);
  reopened = save (again);
  g_assert_cmpstr (reopened, ==, text);
  cell = rang_rules_document_dup_cell (again, 0, 1, 1);
  g_assert_cmpstr (cell, ==, "5");
  g_assert_cmpuint (rang_rules_document_get_n_rows (again, 0), ==, 2);
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
  g_test_add_func ("/rules/document/an_edited_model_is_valid_by_the_published_schema_and_loads_unchanged",
                   test_an_edited_model_is_valid_by_the_published_schema_and_loads_unchanged);
  g_test_add_func ("/rules/document/what_another_tool_drew_stays_as_it_was",
                   test_what_another_tool_drew_stays_as_it_was);
  g_test_add_func ("/rules/document/new_rows_leave_diagram_and_extensions_alone",
                   test_new_rows_leave_diagram_and_extensions_alone);
  return g_test_run ();
}
