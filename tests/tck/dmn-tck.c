/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conformance runner: evaluates the cases of the DMN test suite below the given directories and counts them. */
#include <libxml/parser.h>
#include <string.h>

#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-temporal.h"
#include "rules/rang-rules-inputs-private.h"
#include "rules/rang-rules.h"

typedef struct
{
  guint passed;
  guint failed;
  guint passed_with_value;
  guint failed_with_value;
  double worst_seconds;
} Count;

static const RangFeelValue *
read_value (RangFeelArena *arena, xmlNode *node);

static gboolean
is_nil (xmlNode *node)
{
  g_autofree char *nil = NULL;
  xmlChar *value = xmlGetProp (node, (const xmlChar *)"nil");

  nil = g_strdup ((const char *)value);
  xmlFree (value);
  return g_strcmp0 (nil, "true") == 0;
}

/* The type that xsi:type names, without its prefix. */
static char *
simple_type (xmlNode *node)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)"type");
  const char *colon = value != NULL ? strchr ((const char *)value, ':') : NULL;
  char *type = g_strdup (colon != NULL ? colon + 1 : (const char *)value);

  xmlFree (value);
  return type;
}

static const RangFeelValue *
read_simple (RangFeelArena *arena, xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *text = g_strdup ((const char *)content);
  g_autofree char *type = simple_type (node);
  RangFeelNumber number;

  xmlFree (content);
  if (is_nil (node))
    return &rang_feel_null;
  if (type == NULL || g_str_equal (type, "string") || g_str_equal (type, "anyURI"))
    return rang_feel_value_new_string (arena, text, -1);
  g_strstrip (text);
  if (g_str_equal (type, "boolean"))
    return RANG_FEEL_BOOL (g_str_equal (text, "true") || g_str_equal (text, "1"));
  if (g_str_equal (type, "date"))
    return rang_feel_temporal_parse_date (arena, text);
  if (g_str_equal (type, "time"))
    return rang_feel_temporal_parse_time (arena, text);
  if (g_str_equal (type, "dateTime"))
    return rang_feel_temporal_parse_date_time (arena, text);
  if (g_str_has_suffix (type, "uration"))
    return rang_feel_temporal_parse_duration (arena, text);
  if (rang_feel_number_parse (text, strlen (text), &number))
    return rang_feel_value_new_number (arena, &number);
  return rang_feel_value_new_string (arena, text, -1);
}

static const RangFeelValue *
read_list (RangFeelArena *arena, xmlNode *node)
{
  RangFeelList list = { .arena = arena };

  for (xmlNode *item = rang_dmn_xml_child (node, "item"); item != NULL; item = rang_dmn_xml_next (item, "item"))
    rang_feel_list_add (&list, read_value (arena, item));
  return rang_feel_list_end (&list);
}

static const RangFeelValue *
read_components (RangFeelArena *arena, xmlNode *node)
{
  RangFeelValue *context = rang_feel_value_new_context (arena, rang_dmn_xml_count (node, "component"));

  for (xmlNode *child = rang_dmn_xml_child (node, "component"); child != NULL;
       child = rang_dmn_xml_next (child, "component"))
    {
      g_autofree char *name = rang_dmn_xml_attribute (child, "name");
      rang_feel_context_put (context, rang_feel_arena_strndup (arena, name, strlen (name)), read_value (arena, child));
    }
  return context;
}

static const RangFeelValue *
read_value (RangFeelArena *arena, xmlNode *node)
{
  xmlNode *value = rang_dmn_xml_child (node, "value");
  xmlNode *list = rang_dmn_xml_child (node, "list");

  if (value != NULL)
    return read_simple (arena, value);
  if (list != NULL)
    return is_nil (list) ? &rang_feel_null : read_list (arena, list);
  if (rang_dmn_xml_child (node, "component") != NULL)
    return read_components (arena, node);
  return &rang_feel_null;
}

/* The suite's numbers were written down by engines of less than 34 digits: a difference below 10^-8 is none. */
static gboolean
same_number (const RangFeelNumber *a, const RangFeelNumber *b)
{
  RangFeelNumber difference, least;

  return rang_feel_number_parse ("1e-8", 4, &least) && rang_feel_number_subtract (a, b, &difference)
         && rang_feel_number_abs (&difference, &difference) && rang_feel_number_compare (&difference, &least) < 0;
}

/* Dates and times compare as text, with their zone; everything else by value. */
static gboolean
same (const RangFeelValue *expected, const RangFeelValue *got)
{
  g_autofree char *left = NULL, *right = NULL;

  if (expected->kind != got->kind)
    return FALSE;
  if (expected->kind == RANG_FEEL_LIST || expected->kind == RANG_FEEL_CONTEXT)
    {
      guint n = rang_feel_value_get_length (expected);
      if (n != rang_feel_value_get_length (got))
        return FALSE;
      for (guint i = 0; i < n; i++)
        {
          const char *key = rang_feel_value_get_key (expected, i);
          const RangFeelValue *other
              = key != NULL ? rang_feel_value_get_member (got, key) : rang_feel_value_get_item (got, i);
          if (other == NULL || !same (rang_feel_value_get_item (expected, i), other))
            return FALSE;
        }
      return TRUE;
    }
  if (expected->kind == RANG_FEEL_DATE || expected->kind == RANG_FEEL_TIME || expected->kind == RANG_FEEL_DATE_TIME)
    {
      left = rang_feel_temporal_to_text (expected);
      right = rang_feel_temporal_to_text (got);
      return g_str_equal (left, right);
    }
  if (expected->kind == RANG_FEEL_NUMBER)
    return same_number (&expected->u.number, &got->u.number);
  return rang_feel_value_equal (expected, got);
}

typedef struct
{
  const char *folder;
  const char *id;
  RangRules *rules;
  RangRulesInputs *inputs;
  char *invocable;
  gboolean expects_value;
} Case;

static gboolean
run_result (Case *test, xmlNode *node)
{
  g_autofree char *name = rang_dmn_xml_attribute (node, "name");
  g_autofree char *fails = rang_dmn_xml_attribute (node, "errorResult");
  xmlNode *expected_node = rang_dmn_xml_child (node, "expected");
  const RangFeelValue *expected = &rang_feel_null, *got = &rang_feel_null;
  g_autoptr (RangFeelArena) arena = rang_feel_arena_new (G_MAXSIZE);
  g_autoptr (RangRulesResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL, *right = NULL;

  if (expected_node != NULL && g_strcmp0 (fails, "true") != 0)
    expected = read_value (arena, expected_node);
  test->expects_value = test->expects_value || !RANG_FEEL_IS_NULL (expected);
  if (test->rules != NULL)
    result = rang_rules_evaluate (test->rules, test->invocable != NULL ? test->invocable : name, test->inputs, &error);
  if (result != NULL)
    got = rang_rules_result_get_value (result);
  if (test->invocable != NULL && got->kind == RANG_FEEL_CONTEXT && rang_feel_value_get_member (got, name) != NULL)
    got = rang_feel_value_get_member (got, name);
  if (same (expected, got))
    return TRUE;
  left = rang_feel_value_to_text (expected);
  right = rang_feel_value_to_text (got);
  g_print ("%s %s %s: expected %s, got %s%s%s\n", test->folder, test->id, name, left, right, error != NULL ? " | " : "",
           error != NULL ? error->message : "");
  if (g_getenv ("DMN_TCK_WHY") != NULL && result != NULL)
    for (const char *const *why = rang_rules_result_get_messages (result); *why != NULL; why++)
      g_print ("    %s\n", *why);
  return FALSE;
}

static void
run_case (xmlNode *node, RangRules *rules, const char *folder, Count *count)
{
  g_autofree char *id = rang_dmn_xml_attribute (node, "id");
  g_autofree char *type = rang_dmn_xml_attribute (node, "type");
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  Case test = { .folder = folder, .id = id != NULL ? id : "?", .rules = rules, .inputs = inputs };
  gint64 start = g_get_monotonic_time ();
  gboolean passes = TRUE;

  if (type != NULL && !g_str_equal (type, "decision"))
    test.invocable = rang_dmn_xml_attribute (node, "invocableName");
  for (xmlNode *input = rang_dmn_xml_child (node, "inputNode"); input != NULL;
       input = rang_dmn_xml_next (input, "inputNode"))
    {
      g_autofree char *name = rang_dmn_xml_attribute (input, "name");
      rang_rules_inputs_set_value (inputs, name, read_value (rang_rules_inputs_get_arena (inputs), input));
    }
  for (xmlNode *result = rang_dmn_xml_child (node, "resultNode"); result != NULL;
       result = rang_dmn_xml_next (result, "resultNode"))
    passes = run_result (&test, result) && passes;
  if (passes)
    count->passed++;
  else
    count->failed++;
  if (test.expects_value && passes)
    count->passed_with_value++;
  else if (test.expects_value)
    count->failed_with_value++;
  count->worst_seconds = MAX (count->worst_seconds, (double)(g_get_monotonic_time () - start) / 1e6);
  g_free (test.invocable);
}

static RangRules *
load_model (const char *folder, const char *model)
{
  g_autofree char *path = g_build_filename (folder, model, NULL);
  g_autoptr (GError) error = NULL;
  RangRules *rules = rang_rules_load_file (path, RANG_RULES_LOAD_LENIENT, &error);

  if (rules == NULL)
    g_print ("%s: %s\n", model, error->message);
  else if (g_getenv ("DMN_TCK_WHY") != NULL)
    for (const char *const *why = rang_rules_get_messages (rules); *why != NULL; why++)
      g_print ("    %s\n", *why);
  return rules;
}

static void
run_file (const char *folder, const char *file, Count *count)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *base = g_path_get_basename (folder);
  g_autofree char *model = NULL;
  g_autoptr (RangRules) rules = NULL;
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root == NULL || !rang_dmn_xml_is (root, "testCases"))
    {
      xmlFreeDoc (doc);
      return;
    }
  model = rang_dmn_xml_text (root, "modelName");
  rules = model != NULL ? load_model (folder, model) : NULL;
  for (xmlNode *node = rang_dmn_xml_child (root, "testCase"); node != NULL; node = rang_dmn_xml_next (node, "testCase"))
    run_case (node, rules, base, count);
  xmlFreeDoc (doc);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
run_folder (const char *folder, Count *count)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_printerr ("dmn-tck: %s: the directory cannot be read\n", folder);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        run_folder (path, count);
      else if (g_str_has_suffix (names->pdata[i], ".xml"))
        run_file (folder, names->pdata[i], count);
    }
}

int
main (int argc, char **argv)
{
  Count count = { 0 };

  if (argc < 2)
    {
      g_printerr ("usage: dmn-tck DIRECTORY…\n");
      return 2;
    }
  for (int i = 1; i < argc; i++)
    run_folder (argv[i], &count);
  g_print ("of those that do not expect null: %u passed, %u failed; slowest case %.3f s\n", count.passed_with_value,
           count.failed_with_value, count.worst_seconds);
  g_print ("%u passed, %u failed\n", count.passed, count.failed);
  return count.failed == 0 ? 0 : 1;
}
