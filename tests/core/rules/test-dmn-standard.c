/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the standard says of models: hit policies, types, knowledge models, services, imports. */
#include <glib/gstdio.h>
#include <string.h>

#include "lib/rang-test-data.h"
#include "rules/rang-rules-score.h"

#define HEAD(name)                                                                                                     \
  "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"" name                          \
  "\" namespace=\"urn:" name "\">"
#define TAIL "</definitions>"
#define LITERAL(text) "<literalExpression><text>" text "</text></literalExpression>"
#define DECISION(name, needs, body)                                                                                    \
  "<decision id=\"" name "\" name=\"" name "\"><variable name=\"" name "\"/>" needs body "</decision>"
#define TYPED(name, type, needs, body)                                                                                 \
  "<decision id=\"" name "\" name=\"" name "\"><variable name=\"" name "\" typeRef=\"" type "\"/>" needs body          \
  "</decision>"
#define INPUT(name, type)                                                                                              \
  "<inputData id=\"" name "\" name=\"" name "\"><variable name=\"" name "\" typeRef=\"" type "\"/></inputData>"
#define NEEDS(id) "<informationRequirement><requiredInput href=\"#" id "\"/></informationRequirement>"
#define NEEDS_DECISION(id) "<informationRequirement><requiredDecision href=\"#" id "\"/></informationRequirement>"
#define KNOWS(id) "<knowledgeRequirement><requiredKnowledge href=\"#" id "\"/></knowledgeRequirement>"
#define ROW(in, out)                                                                                                   \
  "<rule><inputEntry><text>" in "</text></inputEntry><outputEntry><text>" out "</text></outputEntry></rule>"

static RangRules *
load (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  RangRules *rules = rang_rules_load_bytes (bytes, "test.dmn", RANG_RULES_LOAD_DEFAULT, &error);

  g_assert_no_error (error);
  return rules;
}

/* What a decision is worth, as text, when the input "x" is @x. */
static char *
value_of (RangRules *rules, const char *decision, gint64 x)
{
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRulesResult) result = NULL;

  rang_rules_inputs_set_integer (inputs, "x", x);
  result = rang_rules_evaluate (rules, decision, inputs, &error);
  g_assert_no_error (error);
  return rang_feel_value_to_text (rang_rules_result_get_value (result));
}

static void
assert_value (RangRules *rules, const char *decision, gint64 x, const char *expected)
{
  g_autofree char *value = value_of (rules, decision, x);

  g_test_message ("%s for %" G_GINT64_FORMAT, decision, x);
  g_assert_cmpstr (value, ==, expected);
}

typedef struct
{
  const char *policy;
  const char *output;
  const char *for_1;
  const char *for_2;
  const char *for_9;
} Policy;

/* Rows for 1: "low"; for 1 and 2: "high", "low" again; none for 9. */
static void
test_each_hit_policy_gives_what_it_promises (void)
{
  static const Policy policies[] = {
    { "hitPolicy=\"UNIQUE\"", "", "null", "null", "null" },
    { "hitPolicy=\"ANY\"", "", "null", "null", "null" },
    { "hitPolicy=\"FIRST\"", "", "\"low\"", "\"high\"", "null" },
    { "hitPolicy=\"FIRST\"", "<defaultOutputEntry><text>\"none\"</text></defaultOutputEntry>", "\"low\"", "\"high\"",
      "\"none\"" },
    { "hitPolicy=\"PRIORITY\"", "<outputValues><text>\"high\", \"low\"</text></outputValues>", "\"high\"", "\"high\"",
      "null" },
    { "hitPolicy=\"OUTPUT ORDER\"", "<outputValues><text>\"high\", \"low\"</text></outputValues>",
      "[\"high\", \"low\", \"low\"]", "[\"high\", \"low\"]", "null" },
    { "hitPolicy=\"RULE ORDER\"", "", "[\"low\", \"high\", \"low\"]", "[\"high\", \"low\"]", "null" },
    { "hitPolicy=\"COLLECT\"", "", "[\"low\", \"high\", \"low\"]", "[\"high\", \"low\"]", "null" },
    { "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "", "3", "2", "null" },
    { "hitPolicy=\"COLLECT\" aggregation=\"MIN\"", "", "\"high\"", "\"high\"", "null" },
    { "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", "", "\"low\"", "\"low\"", "null" },
    { "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "", "null", "null", "null" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          HEAD ("t") INPUT ("x", "number") "<decision id=\"D\" name=\"D\">" NEEDS (
              "x") "<decisionTable %s><input><inputExpression><text>x</text></inputExpression></input><output>%s"
                   "</output>" ROW ("1", "\"low\"") ROW ("1, 2", "\"high\"")
                       ROW ("[1..2]", "\"low\"") "</decisionTable></decision>" TAIL,
          policies[i].policy, policies[i].output);
      g_autoptr (RangRules) rules = load (xml);

      g_test_message ("%s", policies[i].policy);
      assert_value (rules, "D", 1, policies[i].for_1);
      assert_value (rules, "D", 2, policies[i].for_2);
      assert_value (rules, "D", 9, policies[i].for_9);
    }
}

static void
test_sums_and_any_are_by_value (void)
{
  g_autoptr (RangRules) rules = load (
      HEAD ("t") INPUT ("x", "number")
          DECISION ("Sum", NEEDS ("x"),
                    "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\"><input><inputExpression><text>x</text>"
                    "</inputExpression></input><output/>" ROW ("-", "2") ROW ("&gt; 1", "2")
                        ROW ("not (1)", "x") "</decisionTable>")
              DECISION ("Any", NEEDS ("x"),
                        "<decisionTable hitPolicy=\"ANY\"><input><inputExpression><text>x</text>"
                        "</inputExpression></input><output/>" ROW ("-", "1 + 1")
                            ROW ("[1..3]", "2.0") "</decisionTable>") TAIL);

  assert_value (rules, "Sum", 1, "2");
  assert_value (rules, "Sum", 3, "7");
  assert_value (rules, "Any", 2, "2");
  assert_value (rules, "Any", 7, "2");
}

/* A cell may be a condition that does not mention what it tests. */
static void
test_a_cell_may_be_any_condition (void)
{
  g_autoptr (RangRules) rules = load (HEAD ("t") INPUT ("x", "number") DECISION (
      "D", NEEDS ("x"),
      "<decisionTable hitPolicy=\"RULE ORDER\"><input><inputExpression><text>x * 10</text></inputExpression></input>"
      "<output/>" ROW ("odd (x)", "\"odd\"") ROW ("? &gt; 20 and ? &lt; 90", "\"between\"") ROW ("x + 27", "\"thirty\"")
          ROW ("[10, 30]", "\"listed\"") ROW ("not (&lt; 20, 30)", "\"not\"") "</decisionTable>") TAIL);

  assert_value (rules, "D", 3, "[\"odd\", \"between\", \"thirty\", \"listed\"]");
  assert_value (rules, "D", 4, "[\"between\", \"not\"]");
  assert_value (rules, "D", 1, "[\"odd\", \"listed\"]");
}

static void
test_several_outputs_are_a_context (void)
{
  g_autoptr (RangRules) rules = load (HEAD ("t") INPUT ("x", "number") DECISION (
      "D", NEEDS ("x"),
      "<decisionTable><input><inputExpression><text>x</text></inputExpression></input><output name=\"first one\">"
      "<defaultOutputEntry><text>0</text></defaultOutputEntry></output><output name=\"b\"/><rule><inputEntry>"
      "<text>1</text></inputEntry><outputEntry><text>x</text></outputEntry><outputEntry><text>\"y\"</text>"
      "</outputEntry></rule></decisionTable>") DECISION ("Path", NEEDS_DECISION ("D"), LITERAL ("D.first one + 1"))
                                          TAIL);

  assert_value (rules, "D", 1, "{\"first one\": 1, b: \"y\"}");
  assert_value (rules, "D", 5, "{\"first one\": 0, b: null}");
  assert_value (rules, "Path", 1, "2");
}

/* A type that narrows another one keeps what that one allows; a constraint on a list sees the list. */
static void
test_types_narrow_and_constrain (void)
{
  g_autoptr (RangRules) rules = load (
      HEAD ("t") "<itemDefinition name=\"tSmall\"><typeRef>number</typeRef><allowedValues><text>[0..10]</text>"
                 "</allowedValues></itemDefinition><itemDefinition name=\"tEven\"><typeRef>tSmall</typeRef>"
                 "<allowedValues><text>even (?)</text></allowedValues></itemDefinition>"
                 "<itemDefinition name=\"tPair\" isCollection=\"true\"><typeRef>tSmall</typeRef>"
                 "<typeConstraint><text>count (?) = 2</text></typeConstraint></itemDefinition>"
                 "<itemDefinition name=\"tPerson\"><itemComponent name=\"name\"><typeRef>string</typeRef>"
                 "</itemComponent><itemComponent name=\"ages\" isCollection=\"true\"><typeRef>number</typeRef>"
                 "</itemComponent></itemDefinition>" INPUT ("x", "number")
                     TYPED ("Even", "tEven", NEEDS ("x"), LITERAL ("x"))
                         TYPED ("Pair", "tPair", NEEDS ("x"), LITERAL ("for i in 1..x return i"))
                             TYPED ("Person", "tPerson", NEEDS ("x"), LITERAL ("{name: \"Ana\", ages: [x], more: 1}"))
                                 TYPED ("Wrong", "tPerson", NEEDS ("x"), LITERAL ("{name: 5, ages: [x]}"))
                                     TYPED ("Single", "number", NEEDS ("x"), LITERAL ("[x]"))
                                         TYPED ("List", "tPair", NEEDS ("x"), LITERAL ("x"))
                                             TYPED ("Moment", "dateTime", "", LITERAL ("@\"2026-11-24\"")) TAIL);

  assert_value (rules, "Even", 4, "4");
  assert_value (rules, "Even", 5, "null");
  assert_value (rules, "Even", 12, "null");
  assert_value (rules, "Pair", 2, "[1, 2]");
  assert_value (rules, "Pair", 3, "null");
  assert_value (rules, "Person", 3, "{name: \"Ana\", ages: [3], more: 1}");
  assert_value (rules, "Wrong", 3, "null");
  assert_value (rules, "Single", 3, "3");
  assert_value (rules, "List", 3, "null");
  assert_value (rules, "Moment", 0, "date and time(\"2026-11-24T00:00:00Z\")");
}

static void
test_knowledge_models_are_functions (void)
{
  g_autoptr (RangRules) rules = load (HEAD (
      "t") "<businessKnowledgeModel id=\"f\" name=\"price of\"><variable name=\"price of\"/><encapsulatedLogic>"
           "<formalParameter name=\"net price\" typeRef=\"number\"/><formalParameter name=\"rate\" "
           "typeRef=\"number\"/>" LITERAL (
               "net price * (1 + rate)") "</encapsulatedLogic></businessKnowledgeModel>"
                                         "<businessKnowledgeModel id=\"g\" name=\"fac\"><variable name=\"fac\"/>"
                                         "<encapsulatedLogic><formalParameter name=\"n\"/>" LITERAL (
                                             "if n = 0 then 1 else n * fac (n - "
                                             "1)") "</encapsulatedLogic></businessKnowledgeModel>" INPUT ("x", "number")
                                             DECISION (
                                                 "Placed", NEEDS ("x") KNOWS ("f"),
                                                 LITERAL (
                                                     "price of (x, 0.5)")) DECISION ("Named", NEEDS ("x") KNOWS ("f"),
                                                                                     LITERAL ("price of (rate: 0.5, "
                                                                                              "net price: x)"))
                                                 DECISION (
                                                     "Wrong", NEEDS ("x") KNOWS ("f"),
                                                     LITERAL ("price of (\"a\", x)")) DECISION ("Few",
                                                                                                NEEDS ("x") KNOWS ("f"),
                                                                                                LITERAL (
                                                                                                    "price of (x)"))
                                                     DECISION (
                                                         "Invoked", NEEDS ("x") KNOWS ("f"),
                                                         "<invocation>" LITERAL (
                                                             "price of") "<binding><parameter "
                                                                         "name=\"rate\"/>" LITERAL (
                                                                             "0.5") "</"
                                                                                    "binding><"
                                                                                    "binding><"
                                                                                    "parameter "
                                                                                    "name=\"net "
                                                                                    "price\"/"
                                                                                    ">" LITERAL (
                                                                                        "x") "</binding></invocation>")
                                                         DECISION ("Recursive", NEEDS ("x") KNOWS ("g"),
                                                                   LITERAL ("fac (x)"))
                                                             DECISION (
                                                                 "Mapped", KNOWS ("f"),
                                                                 LITERAL ("for i in [2, 4] return price of (i, 1)"))
                                                                 TAIL);

  assert_value (rules, "Placed", 10, "15");
  assert_value (rules, "Named", 10, "15");
  assert_value (rules, "Invoked", 10, "15");
  assert_value (rules, "Wrong", 10, "null");
  assert_value (rules, "Few", 10, "null");
  assert_value (rules, "Recursive", 20, "2432902008176640000");
  assert_value (rules, "Mapped", 0, "[4, 8]");
}

#define SERVICE                                                                                                        \
  "<decisionService id=\"S\" name=\"S\"><variable name=\"S\"/><outputDecision href=\"#Out\"/><encapsulatedDecision "   \
  "href=\"#Mid\"/><inputDecision href=\"#Given\"/><inputData href=\"#y\"/></decisionService>"                          \
  "<decisionService id=\"T\" name=\"T\"><variable name=\"T\"/><outputDecision href=\"#Out\"/><outputDecision "         \
  "href=\"#Mid\"/><inputDecision href=\"#Given\"/><inputData href=\"#y\"/></decisionService>"

static void
test_services_are_functions_of_their_inputs (void)
{
  g_autoptr (RangRules) rules
      = load (HEAD ("t") INPUT ("x", "number") INPUT ("y", "number") DECISION ("Given", "", LITERAL ("100"))
                  DECISION ("Mid", NEEDS ("y") NEEDS_DECISION ("Given"), LITERAL ("Given + y"))
                      DECISION ("Out", NEEDS_DECISION ("Mid"), LITERAL ("Mid * 2"))
                          SERVICE DECISION ("Placed", NEEDS ("x") KNOWS ("S"), LITERAL ("S (x, 1)"))
                              DECISION ("Named", NEEDS ("x") KNOWS ("S"), LITERAL ("S (Given: 1, y: x)"))
                                  DECISION ("Both", NEEDS ("x") KNOWS ("T"), LITERAL ("T (x, 1)"))
                                      DECISION ("Wrong", NEEDS ("x") KNOWS ("S"), LITERAL ("S (\"a\", 1)"))
                                          DECISION ("Many", NEEDS ("x") KNOWS ("S"), LITERAL ("S (x, 1, 2)")) TAIL);

  assert_value (rules, "Placed", 5, "12");
  assert_value (rules, "Named", 5, "12");
  assert_value (rules, "Both", 5, "{Out: 12, Mid: 6}");
  assert_value (rules, "Wrong", 5, "null");
  assert_value (rules, "Many", 5, "null");
  /* Outside of the service the decision is what the model says. */
  assert_value (rules, "Given", 5, "100");
}

static void
test_boxed_forms_scope_their_names (void)
{
  g_autoptr (RangRules) rules = load (
      HEAD ("t") INPUT ("x", "number") DECISION (
          "Context", NEEDS ("x"),
          "<context><contextEntry><variable name=\"a b\" typeRef=\"number\"/>" LITERAL (
              "[x]") "</contextEntry><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter "
                     "name=\"n\"/>" LITERAL ("n + a b") "</functionDefinition></contextEntry><contextEntry>" LITERAL (
                         "f (a b) * 10") "</contextEntry></context>")
          DECISION (
              "Relation", NEEDS ("x"),
              "<relation><column name=\"n\" typeRef=\"number\"/><column name=\"t\" typeRef=\"string\"/><row>" LITERAL (
                  "[x]") LITERAL ("\"a\"") "</row><row>" LITERAL ("x + 1") LITERAL ("5") "</row></relation>")
              DECISION ("For", NEEDS ("x"),
                        "<for iteratorVariable=\"i\"><in>" LITERAL ("[1..x]") "</in><return>" LITERAL (
                            "if i = 1 then 1 else i + partial[-1]") "</return></for>")
                  DECISION ("Filter", NEEDS_DECISION ("Relation"),
                            "<filter><in>" LITERAL ("Relation") "</in><match>" LITERAL (
                                "n &gt; 3 and item.t = null") "</match></filter>")
                      DECISION ("Every", NEEDS ("x"),
                                "<every iteratorVariable=\"i\"><in>" LITERAL ("[1, 2, 3]") "</in><satisfies>" LITERAL (
                                    "i &lt; x") "</satisfies></every>")
                          DECISION ("If", NEEDS ("x"),
                                    "<conditional><if>" LITERAL ("x &gt; 3") "</if><then>" LITERAL (
                                        "\"big\"") "</then><else>" LITERAL ("\"small\"") "</else></conditional>") TAIL);

  assert_value (rules, "Context", 3, "60");
  assert_value (rules, "Relation", 3, "[{n: 3, t: \"a\"}, {n: 4, t: null}]");
  assert_value (rules, "For", 4, "[1, 3, 6, 10]");
  assert_value (rules, "Filter", 3, "[{n: 4, t: null}]");
  assert_value (rules, "Every", 4, "true");
  assert_value (rules, "Every", 3, "false");
  assert_value (rules, "If", 4, "\"big\"");
}

/* Names of several words, with signs, with words of the language, in any script. */
static void
test_names_are_free (void)
{
  g_autoptr (RangRules) rules
      = load (HEAD ("t") INPUT ("x", "number") DECISION ("Valoare și preț", NEEDS ("x"), LITERAL ("x + 1"))
                  DECISION ("pick-up / drop", NEEDS_DECISION ("Valoare și preț"), LITERAL ("Valoare și preț * 2"))
                      DECISION ("time for lunch", NEEDS_DECISION ("pick-up / drop"), LITERAL ("pick-up / drop - 1"))
                          DECISION ("D", NEEDS_DECISION ("time for lunch") NEEDS_DECISION ("Ünï 名"),
                                    LITERAL ("if time for lunch &gt; 0 then Ünï 名 else 0"))
                              DECISION ("Ünï 名", "", LITERAL ("{\"a.b\": 7}.a.b")) TAIL);

  assert_value (rules, "D", 2, "7");
}

static void
write_model (const char *folder, const char *file, const char *xml)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, xml, -1, &error);
  g_assert_no_error (error);
}

static void
test_imports_are_seen_by_their_name_or_without (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rang-dmn-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "main.dmn", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRules) rules = NULL;
  static const char *const files[] = { "main.dmn", "lib.dmn", "base.dmn" };

  write_model (folder, "base.dmn",
               HEAD ("base") "<itemDefinition name=\"tSmall\"><typeRef>number</typeRef><allowedValues><text>&lt; "
                             "100</text></allowedValues></itemDefinition>" DECISION ("Seven", "", LITERAL ("7")) TAIL);
  write_model (folder, "lib.dmn",
               HEAD ("lib") "<import name=\"my base\" namespace=\"urn:base\" "
                            "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/><businessKnowledgeModel "
                            "id=\"twice\" name=\"twice\"><encapsulatedLogic><formalParameter name=\"n\" "
                            "typeRef=\"my base.tSmall\"/>" LITERAL (
                                "n * 2") "</encapsulatedLogic></businessKnowledgeModel><decision id=\"L\" name=\"L\">"
                                         "<informationRequirement><requiredDecision href=\"urn:base#Seven\"/>"
                                         "</informationRequirement>" LITERAL ("my base.Seven + 1") "</decision>" TAIL);
  write_model (
      folder, "main.dmn",
      HEAD ("main") "<import name=\"lib one\" namespace=\"urn:lib\" "
                    "importType=\"https://www.omg.org/spec/DMN/20230324/"
                    "MODEL/\"/><import name=\"\" namespace=\"urn:base\" "
                    "importType=\"https://www.omg.org/spec/DMN/"
                    "20230324/MODEL/\"/>" INPUT ("x", "number") "<decision id=\"D\" name=\"D\"><variable name=\"D\" "
                                                                "typeRef=\"tSmall\"/>" NEEDS (
                                                                    "x") "<informationRequirement>"
                                                                         "<requiredDecision "
                                                                         "href=\"urn:lib#L\"/></"
                                                                         "informationRequirement>"
                                                                         "<informationRequirement><"
                                                                         "requiredDecision "
                                                                         "href=\"urn:base#Seven\"/>"
                                                                         "</"
                                                                         "informationRequirement><"
                                                                         "knowledgeRequirement><requiredKnowledge "
                                                                         "href=\"urn:lib#twice\"/></"
                                                                         "knowledgeRequirement>" LITERAL (
                                                                             "lib one.twice (x) + lib one.L + "
                                                                             "Seven") "</decision>" TAIL);
  rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, &error);
  g_assert_no_error (error);
  assert_value (rules, "D", 10, "35");
  assert_value (rules, "D", 60, "null");
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (folder, files[i], NULL);
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What never ends or fills the memory is an error of the evaluation, and no crash. */
static void
test_recursion_without_end_is_an_error (void)
{
  static const char *const bodies[] = {
    "f (n + 1)", "f (n) + f (n)", "[f (n), n]", "f (n + \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")", "f ([n, n])",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          HEAD ("t") "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic><formalParameter name=\"n\"/>"
                     "<literalExpression><text>%s</text></literalExpression></encapsulatedLogic>"
                     "</businessKnowledgeModel>" DECISION ("D", KNOWS ("f"), LITERAL ("f (1)")) TAIL,
          bodies[i]);
      g_autoptr (RangRules) rules = load (xml);
      g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (rang_rules_evaluate (rules, "D", inputs, &error));
      g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_LIMIT);
    }
}

/* A service whose decisions ask the service again. */
static void
test_a_service_within_itself_is_an_error (void)
{
  g_autoptr (RangRules) rules = load (
      HEAD ("t") DECISION ("D", KNOWS ("S"), LITERAL ("S ()")) "<decisionService id=\"S\" name=\"S\"><outputDecision "
                                                               "href=\"#D\"/></decisionService>" TAIL);
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_rules_evaluate (rules, "D", inputs, &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/dmn-standard/each_hit_policy_gives_what_it_promises",
                   test_each_hit_policy_gives_what_it_promises);
  g_test_add_func ("/rules/dmn-standard/sums_and_any_are_by_value", test_sums_and_any_are_by_value);
  g_test_add_func ("/rules/dmn-standard/a_cell_may_be_any_condition", test_a_cell_may_be_any_condition);
  g_test_add_func ("/rules/dmn-standard/several_outputs_are_a_context", test_several_outputs_are_a_context);
  g_test_add_func ("/rules/dmn-standard/types_narrow_and_constrain", test_types_narrow_and_constrain);
  g_test_add_func ("/rules/dmn-standard/knowledge_models_are_functions", test_knowledge_models_are_functions);
  g_test_add_func ("/rules/dmn-standard/services_are_functions_of_their_inputs",
                   test_services_are_functions_of_their_inputs);
  g_test_add_func ("/rules/dmn-standard/boxed_forms_scope_their_names", test_boxed_forms_scope_their_names);
  g_test_add_func ("/rules/dmn-standard/names_are_free", test_names_are_free);
  g_test_add_func ("/rules/dmn-standard/imports_are_seen_by_their_name_or_without",
                   test_imports_are_seen_by_their_name_or_without);
  g_test_add_func ("/rules/dmn-standard/recursion_without_end_is_an_error", test_recursion_without_end_is_an_error);
  g_test_add_func ("/rules/dmn-standard/a_service_within_itself_is_an_error", test_a_service_within_itself_is_an_error);
  return g_test_run ();
}
