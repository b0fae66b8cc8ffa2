/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table says without meaning it: gaps, overlaps, rows that never apply; and what differs between two models. */
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include "rules/rang-rules-analysis.h"
#include "rules/rang-rules-difference.h"

/* A model of one table on "days left" (whole days, or null) with a row for each test. */
static RangRules *
make_table (const char *policy, const char *const *tests)
{
  GString *xml = g_string_new (
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"m\" namespace=\"urn:m\">"
      "<inputData id=\"i\" name=\"days left\"><variable name=\"days left\" typeRef=\"number\"/></inputData>"
      "<decision id=\"p\" name=\"T\"><variable name=\"T\"/><informationRequirement>"
      "<requiredInput href=\"#i\"/></informationRequirement><decisionTable ");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RangRules *rules;

  g_string_append_printf (xml, "%s><input><inputExpression><text>days left</text></inputExpression></input><output/>",
                          policy);
  for (guint i = 0; tests[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (tests[i], -1);

      g_string_append_printf (xml,
                              "<rule><inputEntry><text>%s</text></inputEntry><outputEntry><text>%u</text>"
                              "</outputEntry></rule>",
                              escaped, i);
    }
  g_string_append (xml, "</decisionTable></decision></definitions>");
  bytes = g_string_free_to_bytes (xml);
  rules = rang_rules_load_bytes (bytes, "m", RANG_RULES_LOAD_DEFAULT, &error);
  g_assert_no_error (error);
  return rules;
}

/* The findings, a word each, in order. */
static char *
analyse (const char *policy, const char *const *tests)
{
  g_autoptr (RangRules) rules = make_table (policy, tests);
  g_autoptr (GPtrArray) findings = rang_rules_analyse (rules);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const RangRulesFinding *finding = g_ptr_array_index (findings, i);

      switch (finding->kind)
        {
        case RANG_RULES_FINDING_GAP:
          g_string_append_printf (words, "gap(%s) ", finding->example);
          break;
        case RANG_RULES_FINDING_OVERLAP:
          g_string_append_printf (words, "overlap(%u,%u) ", finding->row, finding->other);
          break;
        case RANG_RULES_FINDING_IDLE:
        default:
          g_string_append_printf (words, "idle(%u) ", finding->row);
          break;
        }
    }
  return g_string_free (words, FALSE);
}

#define TESTS(...)                                                                                                     \
  (const char *const[])                                                                                                \
  {                                                                                                                    \
    __VA_ARGS__, NULL                                                                                                  \
  }

static void
assert_found (const char *policy, const char *const *tests, const char *wanted)
{
  g_autofree char *found = analyse (policy, tests);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_a_gap_is_found_with_an_order_that_falls_into_it (void)
{
  assert_found ("hitPolicy=\"UNIQUE\"", TESTS ("null", "< 0", "[0..5]", "> 6"), "gap(Days left: 6) ");
  /* Days are whole: nothing lies between 5 and 6. */
  assert_found ("hitPolicy=\"UNIQUE\"", TESTS ("null", "< 0", "[0..5]", ">= 6"), "");
  assert_found ("hitPolicy=\"FIRST\"", TESTS ("< 0", ">= 0"), "gap(Days left: not known) ");
}

static void
test_an_overlap_is_found_where_only_one_row_may_apply (void)
{
  assert_found ("hitPolicy=\"UNIQUE\"", TESTS ("null", "<= 0", ">= 0"), "overlap(2,3) ");
  assert_found ("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", TESTS ("[1..5]", "[5..9]", "[10..12]"), "overlap(1,2) ");
  assert_found ("hitPolicy=\"FIRST\"", TESTS ("<= 0", ">= 0", "-"), "");
}

static void
test_a_row_that_never_applies_is_found (void)
{
  assert_found ("hitPolicy=\"FIRST\"", TESTS ("> 3", "> 5", "-"), "idle(2) ");
  assert_found ("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", TESTS ("[9..1]", "1"), "idle(1) ");
}

static void
test_a_test_that_depends_on_more_is_left_alone (void)
{
  assert_found ("hitPolicy=\"UNIQUE\"", TESTS ("< days left + 1"), "");
}

static RangRulesDocument *
open_default (void)
{
  g_autofree char *path = rang_test_source_path ("data/rules/default.dmn");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
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
test_what_was_edited_is_what_differs (void)
{
  g_autoptr (RangRulesDocument) older = open_default (), newer = open_default ();
  g_autoptr (GPtrArray) none = rang_rules_difference (older, newer), changes = NULL;
  const RangRulesChangeKind wanted[] = { RANG_RULES_CHANGE_CELL, RANG_RULES_CHANGE_REASON, RANG_RULES_CHANGE_ROW_MOVED,
                                         RANG_RULES_CHANGE_ROW_ADDED, RANG_RULES_CHANGE_ROW_REMOVED };

  g_assert_cmpuint (none->len, ==, 0);
  rang_rules_document_set_cell (newer, 0, 0, 6, "28");
  rang_rules_document_set_description (newer, 0, 1, "Another reason");
  rang_rules_document_remove_row (newer, 0, 8);
  rang_rules_document_move_row (newer, 0, 7, 2);
  rang_rules_document_insert_row (newer, 0, 8);
  changes = rang_rules_difference (older, newer);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpint (((const RangRulesChange *)changes->pdata[i])->kind, ==, wanted[i]);
  g_assert_cmpstr (((const RangRulesChange *)changes->pdata[0])->before, ==, "18");
  g_assert_cmpstr (((const RangRulesChange *)changes->pdata[0])->after, ==, "28");
  g_assert_cmpuint (((const RangRulesChange *)changes->pdata[2])->row, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rules/analysis/" #name, test_##name)
  ADD (a_gap_is_found_with_an_order_that_falls_into_it);
  ADD (an_overlap_is_found_where_only_one_row_may_apply);
  ADD (a_row_that_never_applies_is_found);
  ADD (a_test_that_depends_on_more_is_left_alone);
  ADD (what_was_edited_is_what_differs);
  return g_test_run ();
}
