/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The default rules, and what they say about orders. */
#include <string.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-score.h"

static RangRules *
load_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("RANG_SOURCE"), "data", "rules", "default.dmn", NULL);
  RangRules *rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rules);
  return rules;
}

/* An ordinary order of a client under contract. */
static RangRulesInputs *
ordinary_order (void)
{
  RangRulesInputs *inputs = rang_rules_inputs_new ();

  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_STAGE, "contract");
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_FIRST_DELIVERY, FALSE);
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_ANNUAL_VALUE, 12345600, 2);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_CLIENT_LOST, FALSE);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DELIVERIES, 12);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_CONTRACT_EVENT, "none");
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_BROKEN_LATELY, 0);
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_LOAD, 80000, 3);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_PARCELS, 4);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PROMISE_BROKEN, FALSE);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_REQUESTED_KIND, "period");
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_LEFT, 3);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PENALTY_CLAUSE, FALSE);
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_ORDER_VALUE, 250050, 2);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_IMPORTANCE, "normal");
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DEPARTMENT_RANK, rang_rule_input_percent (30, 60));
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_WAITED, 0);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_TIMES_BUMPED, 0);
  return inputs;
}

static RangRulesScore *
score (RangRules *rules, RangRulesInputs *inputs, const char *language)
{
  g_autoptr (GError) error = NULL;
  RangRulesScore *result = rang_rules_score (rules, inputs, language, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
test_default_model_can_be_activated (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_rules_check_inputs (rules, &error));
  g_assert_no_error (error);
}

static void
test_reasons_add_up (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (RangRulesScore) result = score (rules, inputs, "en");
  gint64 sum = 0;

  for (guint i = 0; i < result->n_reasons; i++)
    sum += result->reasons[i].points;
  g_assert_cmpint (sum, ==, result->points);
  /* contract 2, medium client 6, any order 1, small order 2, normal 2, first half of the list 2 */
  g_assert_cmpint (result->points, ==, 15);
  g_assert_cmpint (result->class_letter, ==, 'C');
  g_assert_cmpstr (result->why_class.rule, ==, "Class/rest");
  g_assert_cmpstr (result->reasons[0].rule, ==, "Client/contract");
  g_assert_cmpstr (result->reasons[0].table, ==, "Client");
  g_assert_cmpstr (result->reasons[0].text, ==, "Client under contract");
}

static void
test_reasons_are_romanian_when_asked_for (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (RangRulesScore) result = score (rules, inputs, "ro_RO.UTF-8");

  g_assert_cmpstr (result->reasons[0].text, ==, "Client cu contract");
  g_assert_cmpstr (result->why_class.text, ==, "Poate aștepta");
}

static void
test_important_first_delivery_is_class_a (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (RangRulesScore) result = NULL;

  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_STAGE, "trial");
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_FIRST_DELIVERY, TRUE);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_IMPORTANCE, "high");
  result = score (rules, inputs, NULL);
  g_assert_cmpint (result->class_letter, ==, 'A');
  g_assert_cmpstr (result->why_class.rule, ==, "Class/first-delivery");
}

static void
test_missing_input_is_an_error (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_rules_score (rules, inputs, NULL, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT);
}

static void
test_wrong_type_is_an_error (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (GError) error = NULL;

  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_DAYS_WAITED, "two");
  g_assert_null (rang_rules_score (rules, inputs, NULL, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "working days waited"));
}

static void
test_value_outside_the_list_cannot_be_scored (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (GError) error = NULL;

  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_STAGE, "prospect");
  g_assert_null (rang_rules_score (rules, inputs, NULL, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT);
}

static void
test_unranked_list_is_allowed (void)
{
  g_autoptr (RangRules) rules = load_default ();
  g_autoptr (RangRulesInputs) inputs = ordinary_order ();
  g_autoptr (RangRulesScore) result = NULL;

  rang_rules_inputs_set_null (inputs, RANG_RULE_INPUT_DEPARTMENT_RANK);
  rang_rules_inputs_set_null (inputs, RANG_RULE_INPUT_DAYS_LEFT);
  result = score (rules, inputs, NULL);
  g_assert_cmpint (result->points, ==, 13);
}

#define TABLE_HEAD "| input | type | values or unit | meaning |\n| --- | --- | --- | --- |\n"

/* The table of inputs as the code has it. */
static char *
inputs_as_table (void)
{
  GString *table = g_string_new (TABLE_HEAD);
  guint n;
  const RangRuleInput *inputs = rang_rule_inputs (&n);

  for (guint i = 0; i < n; i++)
    {
      const char *values = inputs[i].values != NULL ? inputs[i].values : inputs[i].unit;

      g_string_append_printf (table, "| `%s` | %s%s | %s | %s |\n", inputs[i].name,
                              rang_rule_input_type_name (&inputs[i]), inputs[i].nullable ? " or null" : "",
                              values != NULL ? values : "", inputs[i].meaning);
    }
  return g_string_free (table, FALSE);
}

/* The table of inputs that a file for people has, from its head to the empty line behind it. */
static char *
table_of_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("RANG_SOURCE"), folder, name, NULL);
  g_autofree char *text = NULL;
  const char *start, *end;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  start = strstr (text, TABLE_HEAD);
  g_assert_nonnull (start);
  end = strstr (start, "\n\n");
  g_assert_nonnull (end);
  return g_strndup (start, (gsize)(end - start) + 1);
}

static void
test_the_tables_for_people_are_the_table_of_the_code (void)
{
  g_autofree char *wanted = inputs_as_table ();
  g_autofree char *readme = table_of_file (".", "README.md");
  g_autofree char *beside_the_rules = table_of_file ("data/rules", "README.md");

  g_assert_cmpstr (readme, ==, wanted);
  g_assert_cmpstr (beside_the_rules, ==, wanted);
}

/* The model that ships declares each input with the type that it has. */
static void
test_every_input_of_the_default_model_is_known (void)
{
  g_autoptr (RangRules) rules = load_default ();
  guint n;

  for (const char *const *name = rang_rules_get_inputs (rules); *name != NULL; name++)
    g_assert_nonnull (rang_rule_input_find (*name));
  rang_rule_inputs (&n);
  g_assert_cmpuint (g_strv_length ((char **)rang_rules_get_inputs (rules)), <=, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/score/default_model_can_be_activated", test_default_model_can_be_activated);
  g_test_add_func ("/rules/score/reasons_add_up", test_reasons_add_up);
  g_test_add_func ("/rules/score/reasons_are_romanian_when_asked_for", test_reasons_are_romanian_when_asked_for);
  g_test_add_func ("/rules/score/important_first_delivery_is_class_a", test_important_first_delivery_is_class_a);
  g_test_add_func ("/rules/score/missing_input_is_an_error", test_missing_input_is_an_error);
  g_test_add_func ("/rules/score/wrong_type_is_an_error", test_wrong_type_is_an_error);
  g_test_add_func ("/rules/score/value_outside_the_list_cannot_be_scored",
                   test_value_outside_the_list_cannot_be_scored);
  g_test_add_func ("/rules/score/unranked_list_is_allowed", test_unranked_list_is_allowed);
  g_test_add_func ("/rules/score/the_tables_for_people_are_the_table_of_the_code",
                   test_the_tables_for_people_are_the_table_of_the_code);
  g_test_add_func ("/rules/score/every_input_of_the_default_model_is_known",
                   test_every_input_of_the_default_model_is_known);
  return g_test_run ();
}
