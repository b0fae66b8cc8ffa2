/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for `evaluate`: one DMN decision by hand, with the rows that gave it. */
#include <glib/gi18n.h>
#include <string.h>

#include "rang-cli-output.h"
#include "rules/rang-rules.h"

#define MAX_DEPTH 100

/* Whole numbers are JSON numbers; what would not survive as floating point is a string of its digits. */
static JsonNode *
value_to_json (const RangFeelValue *value, guint depth)
{
  JsonNode *node = json_node_new (JSON_NODE_NULL);
  g_autofree char *text = NULL;
  gint64 integer;

  switch (rang_feel_value_get_kind (value))
    {
    case RANG_FEEL_NULL:
      return node;
    case RANG_FEEL_BOOLEAN:
      return json_node_init_boolean (node, rang_feel_value_is_true (value));
    case RANG_FEEL_STRING:
      return json_node_init_string (node, rang_feel_value_get_string (value));
    case RANG_FEEL_LIST:
      json_node_init_array (node, NULL);
      json_node_take_array (node, json_array_new ());
      for (guint i = 0; i < rang_feel_value_get_length (value) && depth < MAX_DEPTH; i++)
        json_array_add_element (json_node_get_array (node),
                                value_to_json (rang_feel_value_get_item (value, i), depth + 1));
      return node;
    case RANG_FEEL_CONTEXT:
      json_node_init_object (node, NULL);
      json_node_take_object (node, json_object_new ());
      for (guint i = 0; i < rang_feel_value_get_length (value) && depth < MAX_DEPTH; i++)
        json_object_set_member (json_node_get_object (node), rang_feel_value_get_key (value, i),
                                value_to_json (rang_feel_value_get_item (value, i), depth + 1));
      return node;
    default:
      if (rang_feel_value_get_integer (value, &integer))
        return json_node_init_int (node, integer);
      text = rang_feel_value_to_text (value);
      return json_node_init_string (node, text);
    }
}

static JsonArray *
hits_to_json (RangRulesResult *result, const char *language)
{
  JsonArray *array = json_array_new ();
  guint n;
  const RangRulesHit *hits = rang_rules_result_get_hits (result, &n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_object_new ();
      rang_cli_set_text (object, "rule", hits[i].name);
      rang_cli_set_text (object, "table", hits[i].decision);
      rang_cli_set_int (object, "row", hits[i].row);
      json_object_set_member (object, "output", value_to_json (hits[i].output, 0));
      rang_cli_set_text (object, "text", rang_rules_result_get_hit_text (result, i, language));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (RangRules *rules, RangRulesResult *result, const char *decision, const char *language)
{
  JsonObject *object = json_object_new (), *decisions = json_object_new ();
  JsonArray *messages = json_array_new ();

  rang_cli_set_text (object, "model", rang_rules_get_name (rules));
  rang_cli_set_text (object, "decision", decision);
  json_object_set_member (object, "value", value_to_json (rang_rules_result_get_value (result), 0));
  for (const char *const *name = rang_rules_get_decisions (rules); *name != NULL; name++)
    {
      const RangFeelValue *value = rang_rules_result_get_decision (result, *name);
      if (value != NULL)
        json_object_set_member (decisions, *name, value_to_json (value, 0));
    }
  json_object_set_object_member (object, "decisions", decisions);
  json_object_set_array_member (object, "rules", hits_to_json (result, language));
  for (const char *const *why = rang_rules_result_get_messages (result); *why != NULL; why++)
    json_array_add_string_element (messages, *why);
  json_object_set_array_member (object, "messages", messages);
  rang_cli_print_json_object (object);
}

static void
print_text (RangRules *rules, RangRulesResult *result, const char *decision, const char *language)
{
  g_autofree char *value = rang_feel_value_to_text (rang_rules_result_get_value (result));
  guint n;
  const RangRulesHit *hits = rang_rules_result_get_hits (result, &n);

  g_print ("%s: %s\n", decision, value);
  for (const char *const *name = rang_rules_get_decisions (rules); *name != NULL; name++)
    {
      const RangFeelValue *other = rang_rules_result_get_decision (result, *name);
      g_autofree char *text = other != NULL ? rang_feel_value_to_text (other) : NULL;
      if (text != NULL && !g_str_equal (*name, decision))
        g_print ("  %s: %s\n", *name, text);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *output = rang_feel_value_to_text (hits[i].output);
      const char *why = rang_rules_result_get_hit_text (result, i, language);
      g_print ("  %8s  %-32s %s\n", output, hits[i].name, why != NULL ? why : "");
    }
  if (rang_feel_value_get_kind (rang_rules_result_get_value (result)) == RANG_FEEL_NULL)
    for (const char *const *why = rang_rules_result_get_messages (result); *why != NULL; why++)
      g_print ("  %s\n", *why);
}

/* Takes NAME=VALUE; FALSE after saying what is wrong. */
static gboolean
read_input (RangRules *rules, RangRulesInputs *inputs, const char *argument)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *name = equals != NULL ? g_strndup (argument, (gsize)(equals - argument)) : NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    {
      rang_cli_usage (argument, _ ("this is no input; give it as NAME=VALUE"));
      return FALSE;
    }
  g_strstrip (name);
  if (!rang_rules_takes_input (rules, name))
    {
      g_autofree char *known = g_strjoinv (", ", (char **)rang_rules_get_inputs (rules));
      if (*known == '\0')
        rang_cli_usage (name, "%s", _ ("the model has no inputs at all"));
      else
        rang_cli_usage (name, _ ("the model has no such input; it has: %s"), known);
      return FALSE;
    }
  if (!rang_rules_inputs_set_feel (inputs, name, equals + 1, &error))
    {
      rang_cli_usage (name, _ ("%s; give a FEEL value: 12.5, true, \"text\" in quotes, date(\"2026-11-24\")"),
                      error->message);
      return FALSE;
    }
  return TRUE;
}

static RangCliStatus
run_evaluate (RangCli *cli, int argc, char **argv)
{
  g_autoptr (RangRules) rules = NULL;
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (RangRulesResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *language = g_get_language_names ()[0];

  if (!rang_cli_parse (rang_cli_find_command ("evaluate"), NULL, &argc, &argv, 2, -1))
    return RANG_CLI_USAGE;
  rules = rang_rules_load_file (argv[1], RANG_RULES_LOAD_DEFAULT, &error);
  if (rules == NULL)
    return rang_cli_fail ("evaluate", error);
  for (int i = 3; i < argc; i++)
    if (!read_input (rules, inputs, argv[i]))
      return RANG_CLI_USAGE;
  result = rang_rules_evaluate (rules, argv[2], inputs, &error);
  if (result == NULL && g_error_matches (error, RANG_RULES_ERROR, RANG_RULES_ERROR_DECISION))
    return rang_cli_usage ("evaluate", "%s", error->message);
  if (result == NULL)
    return rang_cli_fail ("evaluate", error);
  if (cli->format == RANG_CLI_JSON)
    print_json (rules, result, argv[2], language);
  else
    print_text (rules, result, argv[2], language);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_rules_commands[]
    = { { "evaluate", N_ ("MODEL.dmn DECISION [NAME=VALUE…]"), N_ ("evaluate one decision of a DMN model by hand"),
          FALSE, run_evaluate },
        { NULL } };
