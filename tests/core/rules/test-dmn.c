/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DMN models: what is refused and with which words, and what the shared models give. */
#include <gio/gio.h>
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include "rules/rang-rules-score.h"

#define HEAD                                                                                                           \
  "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"test\" namespace=\"urn:t\">\n"
#define INPUT                                                                                                          \
  "<inputData id=\"i\" name=\"order value\"><variable name=\"order value\" typeRef=\"number\"/></inputData>\n"
#define NEEDS "<informationRequirement id=\"n\"><requiredInput href=\"#i\"/></informationRequirement>"
#define CLASS "<decision id=\"c\" name=\"Class\"><literalExpression><text>\"A\"</text></literalExpression></decision>"

static RangRules *
load (const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return rang_rules_load_bytes (bytes, "test.dmn", RANG_RULES_LOAD_DEFAULT, error);
}

/* A model whose decision "Points" is one table with one row. */
static char *
one_row (const char *policy, const char *test, const char *output)
{
  return g_markup_printf_escaped (
      HEAD INPUT "<decision id=\"p\" name=\"Points\"><variable name=\"Points\" typeRef=\"number\"/>" NEEDS
                 "\n<decisionTable hitPolicy=\"%s\"><input label=\"Value\"><inputExpression><text>order value</text>"
                 "</inputExpression></input>\n<output name=\"points\"/><rule id=\"r.big\">\n<inputEntry><text>%s</text>"
                 "</inputEntry><outputEntry><text>%s</text></outputEntry></rule></decisionTable></decision>" CLASS
                 "</definitions>",
      policy, test, output);
}

static void
assert_refused (const char *xml, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = load (xml, &error);

  g_assert_null (rules);
  g_assert_error (error, RANG_RULES_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_a_wrong_cell_is_named_by_line_table_row_and_column (void)
{
  g_autofree char *xml = one_row ("UNIQUE", "[1..", "1");

  assert_refused (xml, RANG_RULES_ERROR_EXPRESSION, "test.dmn:6: table “Points”, row 1, column “Value”:");
}

static void
test_an_unknown_name_in_an_output_is_refused (void)
{
  g_autofree char *xml = one_row ("UNIQUE", "> 1", "valoare");

  assert_refused (xml, RANG_RULES_ERROR_EXPRESSION, "row 1, output 1: unknown name at “valoare”");
}

static void
test_an_unknown_hit_policy_is_refused (void)
{
  g_autofree char *xml = one_row ("BEST", "-", "1");

  assert_refused (xml, RANG_RULES_ERROR_MODEL, "BEST");
}

static void
test_entities_are_refused (void)
{
  assert_refused ("<!DOCTYPE d [<!ENTITY a \"b\">]>" HEAD "</definitions>", RANG_RULES_ERROR_XML, "DOCTYPE");
}

static void
test_a_cycle_is_refused (void)
{
  assert_refused (HEAD "<decision id=\"a\" name=\"A\"><informationRequirement><requiredDecision href=\"#b\"/>"
                       "</informationRequirement><literalExpression><text>B</text></literalExpression></decision>"
                       "<decision id=\"b\" name=\"B\"><informationRequirement><requiredDecision href=\"#a\"/>"
                       "</informationRequirement><literalExpression><text>A</text></literalExpression></decision>"
                       "</definitions>",
                  RANG_RULES_ERROR_MODEL, "cycle");
}

static void
test_xml_that_is_cut_is_refused_with_its_line (void)
{
  assert_refused (HEAD "<decision id=\"a\"", RANG_RULES_ERROR_XML, "test.dmn:2:");
}

static void
test_an_unknown_input_cannot_be_activated (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = load (
      HEAD "<inputData id=\"i\" name=\"moon phase\"><variable name=\"moon phase\"/></inputData><decision id=\"p\" "
           "name=\"Points\"><literalExpression><text>1</text></literalExpression></decision>" CLASS "</definitions>",
      &error);

  g_assert_no_error (error);
  g_assert_false (rang_rules_check_inputs (rules, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "moon phase"));
}

static void
test_points_that_are_not_whole_cannot_be_activated (void)
{
  g_autofree char *xml = one_row ("COLLECT\" aggregation=\"SUM", "-", "1.5");
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) raw = g_string_new (xml);
  g_autoptr (RangRules) rules = NULL;

  g_string_replace (raw, "&quot;", "\"", 0);
  rules = load (raw->str, &error);
  g_assert_no_error (error);
  g_assert_false (rang_rules_check_inputs (rules, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE);
}

/* Points that no row explains are not shown to anybody. */
static void
test_points_without_rows_cannot_be_scored (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules
      = load (HEAD "<decision id=\"p\" name=\"Points\"><literalExpression><text>7</text></literalExpression>"
                   "</decision>" CLASS "</definitions>",
              &error);
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();

  g_assert_no_error (error);
  g_assert_null (rang_rules_score (rules, inputs, NULL, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE);
}

static void
test_a_lenient_load_keeps_faults_as_messages (void)
{
  g_autofree char *xml = one_row ("UNIQUE", "[1..", "1");
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = rang_rules_load_bytes (bytes, "test.dmn", RANG_RULES_LOAD_LENIENT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **)rang_rules_get_messages (rules)), ==, 1);
}

static void
test_default_rules_are_valid_by_the_published_schema (void)
{
  g_autofree char *schema = rang_test_shared_path ("dmn-tck/xsd/DMN13.xsd");
  g_autofree char *model = rang_test_source_path ("data/rules/default.dmn");
  g_autofree char *tool = g_find_program_in_path ("xmllint");
  g_autoptr (RangTestResult) result = NULL;

  if (schema == NULL)
    return;
  if (tool == NULL)
    {
      g_test_skip ("xmllint is absent");
      return;
    }
  result = rang_test_command ((const char *[]){ tool, "--noout", "--nonet", "--schema", schema, model, NULL }, NULL);
  rang_test_assert_status (result, 0);
}

/* Each is refused or can be evaluated, whatever it holds, and within a second on an idle machine. */
static void
test_hostile_files_do_no_harm (void)
{
  static const char *const folders[] = { "hostile/dmn", "hostile/xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GPtrArray) files = rang_test_shared_files (folders[i], "");

      for (guint j = 0; files != NULL && j < files->len; j++)
        {
          g_autoptr (GError) error = NULL;
          gint64 start = g_get_monotonic_time ();
          g_autoptr (RangRules) rules = rang_rules_load_file (files->pdata[j], RANG_RULES_LOAD_DEFAULT, &error);
          g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();

          g_assert_true ((rules == NULL) == (error != NULL));
          rang_rules_inputs_set_integer (inputs, "V", 3);
          for (const char *const *name = rules != NULL ? rang_rules_get_decisions (rules) : NULL;
               name != NULL && *name != NULL && g_strcmp0 (*name, "D100") != 0; name++)
            rang_rules_result_free (rang_rules_evaluate (rules, *name, inputs, NULL));
          g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC);
        }
    }
}

static void
test_a_chain_of_3000_decisions_is_evaluated (void)
{
  g_autofree char *path = rang_test_shared_path ("hostile/dmn/own/31-chain-3000-decisions.dmn");
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = NULL;
  g_autoptr (RangRulesResult) result = NULL;
  gint64 value;

  if (path == NULL)
    return;
  rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, &error);
  g_assert_no_error (error);
  result = rang_rules_evaluate (rules, "D3000", inputs, &error);
  g_assert_no_error (error);
  g_assert_true (rang_feel_value_get_integer (rang_rules_result_get_value (result), &value));
  g_assert_cmpint (value, ==, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/dmn/a_wrong_cell_is_named_by_line_table_row_and_column",
                   test_a_wrong_cell_is_named_by_line_table_row_and_column);
  g_test_add_func ("/rules/dmn/an_unknown_name_in_an_output_is_refused", test_an_unknown_name_in_an_output_is_refused);
  g_test_add_func ("/rules/dmn/an_unknown_hit_policy_is_refused", test_an_unknown_hit_policy_is_refused);
  g_test_add_func ("/rules/dmn/entities_are_refused", test_entities_are_refused);
  g_test_add_func ("/rules/dmn/a_cycle_is_refused", test_a_cycle_is_refused);
  g_test_add_func ("/rules/dmn/xml_that_is_cut_is_refused_with_its_line",
                   test_xml_that_is_cut_is_refused_with_its_line);
  g_test_add_func ("/rules/dmn/an_unknown_input_cannot_be_activated", test_an_unknown_input_cannot_be_activated);
  g_test_add_func ("/rules/dmn/points_that_are_not_whole_cannot_be_activated",
                   test_points_that_are_not_whole_cannot_be_activated);
  g_test_add_func ("/rules/dmn/points_without_rows_cannot_be_scored", test_points_without_rows_cannot_be_scored);
  g_test_add_func ("/rules/dmn/a_lenient_load_keeps_faults_as_messages", test_a_lenient_load_keeps_faults_as_messages);
  g_test_add_func ("/rules/dmn/default_rules_are_valid_by_the_published_schema",
                   test_default_rules_are_valid_by_the_published_schema);
  g_test_add_func ("/rules/dmn/hostile_files_do_no_harm", test_hostile_files_do_no_harm);
  g_test_add_func ("/rules/dmn/a_chain_of_3000_decisions_is_evaluated", test_a_chain_of_3000_decisions_is_evaluated);
  return g_test_run ();
}
