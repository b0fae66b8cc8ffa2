/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rangctl evaluate`: a decision by hand, in words and as JSON, and what it says when something is wrong. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"
#include "lib/rang-test-folder.h"

#define ORDER                                                                                                          \
  "stage=\"trial\"", "first delivery=true", "annual value=120000", "client lost before=false",                         \
      "promise broken before=false", "requested kind=\"deadline\"", "days left=0", "penalty clause=true",              \
      "order value=5000", "importance=\"high\"", "department rank=10", "working days waited=0", "times bumped=0",      \
      "deliveries before=0", "contract event=\"none\"", "promises broken lately=0", "load=80", "parcels=3"

static char *
default_rules (void)
{
  return rang_test_source_path ("data/rules/default.dmn");
}

static void
test_it_prints_class_sum_and_contributions (void)
{
  g_autofree char *model = default_rules ();
  g_autoptr (RangTestResult) result = rang_test_rangctl (NULL, "evaluate", model, "Class", ORDER, NULL);

  rang_test_assert_status (result, 0);
  g_assert_true (g_str_has_prefix (result->out, "Class: \"A\"\n"));
  g_assert_nonnull (strstr (result->out, "  Points: 61\n"));
  g_assert_nonnull (strstr (result->out, "18  Client/first-delivery"));
  g_assert_nonnull (strstr (result->out, "First delivery before a contract"));
}

static void
test_json_has_rules_that_add_up (void)
{
  g_autofree char *model = default_rules ();
  g_autoptr (RangTestResult) result
      = rang_test_rangctl (NULL, "--format", "json", "evaluate", model, "Points", ORDER, NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonArray *rules;
  gint64 sum = 0;

  rang_test_assert_status (result, 0);
  node = json_from_string (result->out, NULL);
  g_assert_nonnull (node);
  object = json_node_get_object (node);
  rules = json_object_get_array_member (object, "rules");
  for (guint i = 0; i < json_array_get_length (rules); i++)
    sum += json_object_get_int_member (json_array_get_object_element (rules, i), "output");
  g_assert_cmpint (sum, ==, json_object_get_int_member (object, "value"));
  g_assert_cmpint (sum, ==, 61);
}

static void
test_what_is_wrong_is_said_in_one_line (void)
{
  g_autofree char *model = default_rules ();
  g_autoptr (RangTestResult) unknown = rang_test_rangctl (NULL, "evaluate", model, "Class", "moon=1", NULL);
  g_autoptr (RangTestResult) unquoted = rang_test_rangctl (NULL, "evaluate", model, "Class", "stage=trial", NULL);
  g_autoptr (RangTestResult) decision = rang_test_rangctl (NULL, "evaluate", model, "Nothing", NULL);
  g_autoptr (RangTestResult) file = rang_test_rangctl (NULL, "evaluate", "absent.dmn", "Class", NULL);

  rang_test_assert_status (unknown, 2);
  g_assert_true (g_str_has_prefix (unknown->err, "rangctl: moon: "));
  rang_test_assert_status (unquoted, 2);
  g_assert_true (g_str_has_prefix (unquoted->err, "rangctl: stage: "));
  rang_test_assert_status (decision, 2);
  g_assert_nonnull (strstr (decision->err, "Nothing"));
  rang_test_assert_status (file, 4);
  g_assert_nonnull (strstr (file->err, "absent.dmn"));
}

#define MODEL(content)                                                                                                 \
  "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"m\" namespace=\"urn:m\">\n"     \
  "<inputData id=\"n\" name=\"n\"><variable name=\"n\" typeRef=\"number\"/></inputData>\n" content "</definitions>"
#define DECISION(name, requires, text)                                                                                 \
  "<decision id=\"" name "\" name=\"" name "\"><variable name=\"" name "\"/>" requires                                 \
  "<literalExpression><text>" text "</text></literalExpression></decision>\n"
#define REQUIRES(name) "<informationRequirement><requiredDecision href=\"#" name "\"/></informationRequirement>"
#define KNOWS(name) "<knowledgeRequirement><requiredKnowledge href=\"#" name "\"/></knowledgeRequirement>"
#define KNOWLEDGE(kind, text)                                                                                          \
  "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic kind=\"" kind                                        \
  "\"><formalParameter name=\"a\"/><literalExpression><text>" text                                                     \
  "</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>\n"
#define TABLE(cell, output)                                                                                            \
  "<decision id=\"X\" name=\"X\"><variable name=\"X\"/><informationRequirement><requiredInput href=\"#n\"/>"           \
  "</informationRequirement><decisionTable hitPolicy=\"UNIQUE\"><input label=\"N\"><inputExpression><text>n</text>"    \
  "</inputExpression></input><output/>\n<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text>"      \
  "</outputEntry></rule>\n<rule><inputEntry><text>" cell "</text></inputEntry><outputEntry><text>" output              \
  "</text></outputEntry></rule></decisionTable></decision>\n"

/* Each says in one line where the fault is, and none takes long. */
static void
test_bad_models_are_told_with_their_place (void)
{
  static const struct
  {
    const char *model;
    int status;
    const char *said; /* a regular expression */
  } models[] = {
    { "<definitions", 4, "bad\\.dmn:1: .*no well-formed XML" },
    { "<html/>", 4, "bad\\.dmn:1: .*no DMN model" },
    { "<!DOCTYPE d [<!ENTITY a \"b\">]>" MODEL (DECISION ("X", "", "\"&amp;a;\"")), 4, "bad\\.dmn: .*DOCTYPE" },
    { "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" MODEL (DECISION ("X", "", "1")), 4,
      "bad\\.dmn: .*DOCTYPE" },
    { MODEL (DECISION ("X", "", "frobnicate(1)")), 4, "bad\\.dmn:3: X: unknown name at “frobnicate" },
    { MODEL (DECISION ("X", "", "1 +")), 4, "bad\\.dmn:3: X: .*character 4" },
    { MODEL (TABLE ("&gt;= five", "1")), 4, "bad\\.dmn:5: table “X”, row 2, column “N”: unknown name" },
    { MODEL (TABLE ("2", "1 +")), 4, "bad\\.dmn:5: table “X”, row 2, output 1: " },
    { MODEL (DECISION ("X", REQUIRES ("Y"), "Y") DECISION ("Y", REQUIRES ("X"), "X")), 4, "bad\\.dmn:[34]: .*a cycle" },
    { MODEL (DECISION ("X", REQUIRES ("X"), "X")), 4, "bad\\.dmn:3: “X” requires itself" },
    { MODEL (KNOWLEDGE ("FEEL", "f(a + 1)") DECISION ("X", KNOWS ("f"), "f(1)")), 4, "bad\\.dmn: .*nested too deeply" },
    { MODEL (KNOWLEDGE ("Java", "1") DECISION ("X", KNOWS ("f"), "f(1)")), 4, "bad\\.dmn:3: f: .*“Java”.*FEEL" },
    { MODEL (KNOWLEDGE ("PMML", "1") DECISION ("X", KNOWS ("f"), "f(1)")), 4, "bad\\.dmn:3: f: .*“PMML”.*FEEL" },
    { MODEL (DECISION ("X", "",
                       "for i in 1..40 return if i = 1 then \"aaaaaaaaaaaaaaaa\" else partial[-1] + partial[-1]")),
      4, "bad\\.dmn: .*too (long|much memory)" },
    { MODEL (DECISION ("X", "", "string join(for i in 1..100000000 return \"aaaaaaaaaa\")")), 4,
      "bad\\.dmn: .*too (long|much memory)" },
    { MODEL (
          "<import namespace=\"urn:none\" locationURI=\"file:///etc/passwd\" importType=\"DMN\" name=\"p\"/>" DECISION (
              "X", "", "1")),
      4, "bad\\.dmn:3: .*urn:none" },
    { MODEL (DECISION ("X", "", "1 + \"a\"")), 0, "^X: null\n.*type" },
    { MODEL (TABLE ("1", "2")), 0, "^X: null\n.*rows 1 and 2 both apply" },
  };
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *path = rang_test_folder_file (folder, "bad.dmn");

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (RangTestResult) result = NULL;
      const char *said;

      g_assert_true (g_file_set_contents (path, models[i].model, -1, NULL));
      result = strstr (models[i].model, "#n") != NULL ? rang_test_rangctl (NULL, "evaluate", path, "X", "n=1", NULL)
                                                      : rang_test_rangctl (NULL, "evaluate", path, "X", NULL);
      said = models[i].status == 0 ? result->out : result->err;
      g_test_message ("%s", said);
      rang_test_assert_status (result, models[i].status);
      g_assert_true (g_regex_match_simple (models[i].said, said, G_REGEX_DOTALL, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/evaluate/it_prints_class_sum_and_contributions",
                   test_it_prints_class_sum_and_contributions);
  g_test_add_func ("/rangctl/evaluate/json_has_rules_that_add_up", test_json_has_rules_that_add_up);
  g_test_add_func ("/rangctl/evaluate/what_is_wrong_is_said_in_one_line", test_what_is_wrong_is_said_in_one_line);
  g_test_add_func ("/rangctl/evaluate/bad_models_are_told_with_their_place", test_bad_models_are_told_with_their_place);
  return g_test_run ();
}
