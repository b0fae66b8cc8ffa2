/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rangctl evaluate`: a decision by hand, in words and as JSON, and what it says when something is wrong. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-data.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/evaluate/it_prints_class_sum_and_contributions",
                   test_it_prints_class_sum_and_contributions);
  g_test_add_func ("/rangctl/evaluate/json_has_rules_that_add_up", test_json_has_rules_that_add_up);
  g_test_add_func ("/rangctl/evaluate/what_is_wrong_is_said_in_one_line", test_what_is_wrong_is_said_in_one_line);
  return g_test_run ();
}
