/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decision tables: reading them, cell by cell, with errors that name row and column. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-dmn-xml.h"

static const struct
{
  const char *name;
  int value;
} policies[] = {
  { "UNIQUE", RANG_DMN_UNIQUE },         { "ANY", RANG_DMN_ANY },
  { "PRIORITY", RANG_DMN_PRIORITY },     { "FIRST", RANG_DMN_FIRST },
  { "COLLECT", RANG_DMN_COLLECT },       { "RULE ORDER", RANG_DMN_RULE_ORDER },
  { "OUTPUT ORDER", RANG_DMN_OUTPUT_ORDER },
}, aggregations[] = {
  { "SUM", RANG_DMN_SUM },
  { "COUNT", RANG_DMN_COUNT },
  { "MIN", RANG_DMN_MIN },
  { "MAX", RANG_DMN_MAX },
};

static RangFeelNode *
read_tests (RangDmnReader *reader, xmlNode *node, const char *where)
{
  g_autofree char *text = node != NULL ? rang_dmn_xml_text (node, "text") : NULL;
  RangFeelScope scope = rang_dmn_reader_scope (reader);
  GError *error = NULL;
  RangFeelNode *tests;

  /* An empty cell is what other tools write for "-". */
  tests = rang_feel_parse_unary_tests (&scope, text == NULL || *text == '\0' ? "-" : text, &error);
  if (tests != NULL)
    return tests;
  rang_dmn_reader_fault (reader, node, where, error);
  tests = rang_feel_arena_new0 (reader->arena, RangFeelNode);
  tests->kind = RANG_FEEL_NODE_ERROR;
  return tests;
}

/* An expression in <text>; NULL if there is none. */
static RangFeelNode *
read_output (RangDmnReader *reader, xmlNode *node, const char *where)
{
  g_autofree char *text = node != NULL ? rang_dmn_xml_text (node, "text") : NULL;

  if (text == NULL || *text == '\0' || g_str_equal (text, "-"))
    return NULL;
  return rang_dmn_expression_text (reader, node, text, where);
}

static RangFeelNode *
read_values (RangDmnReader *reader, xmlNode *node, const char *name, const char *where)
{
  xmlNode *values = rang_dmn_xml_child (node, name);
  g_autofree char *text = values != NULL ? rang_dmn_xml_text (values, "text") : NULL;

  return text != NULL && *text != '\0' ? read_tests (reader, values, where) : NULL;
}

static void
read_inputs (RangDmnReader *reader, xmlNode *node, RangDmnTable *table)
{
  guint i = 0;

  table->n_inputs = rang_dmn_xml_count (node, "input");
  table->inputs = rang_feel_arena_array (reader->arena, RangDmnTableInput, table->n_inputs);
  for (xmlNode *child = rang_dmn_xml_child (node, "input"); child != NULL; child = rang_dmn_xml_next (child, "input"))
    {
      xmlNode *expression = rang_dmn_xml_child (child, "inputExpression");
      /* Translators: a column of a rule table, counted from 1 */
      g_autofree char *where = g_strdup_printf (_ ("input column %u"), i + 1);
      g_autofree char *label = rang_dmn_xml_attribute (child, "label");
      g_autofree char *text = expression != NULL ? rang_dmn_xml_text (expression, "text") : NULL;
      const RangFeelNode *values;

      table->inputs[i].label = rang_dmn_reader_keep (reader, label != NULL ? label : text);
      table->inputs[i].expression = rang_dmn_expression_text (reader, child, text != NULL ? text : "", where);
      values = read_values (reader, child, "inputValues", where);
      if (values != NULL)
        {
          RangDmnCell *cell = rang_feel_arena_new0 (reader->arena, RangDmnCell);
          *cell = rang_dmn_cell_new (values);
          table->inputs[i].values = cell;
        }
      i++;
    }
}

static void
read_outputs (RangDmnReader *reader, xmlNode *node, RangDmnTable *table)
{
  guint i = 0;

  table->n_outputs = rang_dmn_xml_count (node, "output");
  table->outputs = rang_feel_arena_array (reader->arena, RangDmnTableOutput, table->n_outputs);
  for (xmlNode *child = rang_dmn_xml_child (node, "output"); child != NULL; child = rang_dmn_xml_next (child, "output"))
    {
      /* Translators: a column of a rule table, counted from 1 */
      g_autofree char *where = g_strdup_printf (_ ("output column %u"), i + 1);
      g_autofree char *name = rang_dmn_reader_name (reader, child);
      RangDmnTableOutput *output = &table->outputs[i++];

      output->name = rang_dmn_reader_keep (reader, name);
      output->type = rang_dmn_types_of (reader, child);
      output->values = read_values (reader, child, "outputValues", where);
      output->fallback = read_output (reader, rang_dmn_xml_child (child, "defaultOutputEntry"), where);
      if (output->values == NULL && output->type != NULL)
        output->values = (RangFeelNode *)output->type->allowed;
    }
  if (table->n_outputs == 0)
    rang_dmn_reader_fail (reader, node, _ ("the table has no output column"));
}

static void
read_annotation_names (RangDmnReader *reader, xmlNode *node, RangDmnTable *table)
{
  guint i = 0;

  table->n_annotations = rang_dmn_xml_count (node, "annotation");
  table->annotation_names = rang_feel_arena_array (reader->arena, const char *, table->n_annotations);
  table->languages = rang_feel_arena_array (reader->arena, guint, table->n_annotations);
  for (xmlNode *child = rang_dmn_xml_child (node, "annotation"); child != NULL;
       child = rang_dmn_xml_next (child, "annotation"))
    {
      g_autofree char *name = rang_dmn_xml_attribute (child, "name");
      table->annotation_names[i] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
      table->languages[i++] = name != NULL && strlen (name) == 2 ? rang_dmn_table_language (name) : 0;
    }
}

static char *
cell_name (RangDmnTable *table, guint row, guint column, gboolean output)
{
  if (output)
    /* Translators: a cell of a rule table; both counted from 1 */
    return g_strdup_printf (_ ("table “%s”, row %u, output %u"), table->name, row + 1, column + 1);
  /* Translators: a cell of a rule table: name of the table, row, name of the column */
  return g_strdup_printf (_ ("table “%s”, row %u, column “%s”"), table->name, row + 1,
                          table->inputs[column].label != NULL ? table->inputs[column].label : "?");
}

static void
read_cells (RangDmnReader *reader, xmlNode *node, RangDmnTable *table, guint row)
{
  RangDmnTableRule *rule = &table->rules[row];
  xmlNode *cell = rang_dmn_xml_child (node, "inputEntry");

  for (guint i = 0; i < table->n_inputs; i++)
    {
      g_autofree char *where = cell_name (table, row, i, FALSE);
      rule->cells[i] = rang_dmn_cell_new (read_tests (reader, cell, where));
      cell = cell != NULL ? rang_dmn_xml_next (cell, "inputEntry") : NULL;
    }
  cell = rang_dmn_xml_child (node, "outputEntry");
  for (guint i = 0; i < table->n_outputs; i++)
    {
      g_autofree char *where = cell_name (table, row, i, TRUE);
      rule->outputs[i] = read_output (reader, cell, where);
      cell = cell != NULL ? rang_dmn_xml_next (cell, "outputEntry") : NULL;
    }
  cell = rang_dmn_xml_child (node, "annotationEntry");
  for (guint i = 0; i < table->n_annotations && cell != NULL; i++)
    {
      g_autofree char *text = rang_dmn_xml_text (cell, "text");
      rule->annotations[i] = rang_dmn_reader_keep (reader, text);
      cell = rang_dmn_xml_next (cell, "annotationEntry");
    }
}

static void
collect_names (const RangFeelNode *node, GPtrArray *names)
{
  if (node == NULL)
    return;
  if (node->kind == RANG_FEEL_NODE_NAME && !g_ptr_array_find_with_equal_func (names, node->name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer)node->name);
  for (guint i = 0; i < node->n; i++)
    collect_names (node->children[i], names);
}

static void
find_tested (RangDmnReader *reader, const RangDmnTable *table, RangDmnTableRule *rule)
{
  rule->tested = rang_feel_arena_array (reader->arena, guint, table->n_inputs);
  for (guint i = 0; i < table->n_inputs; i++)
    if (rule->cells[i].kind != RANG_DMN_CELL_ANY)
      rule->tested[rule->n_tested++] = i;
}

/* What a row goes by: the names in the columns that it does not leave open, and in the tests themselves. */
static const char **
names_asked (RangDmnReader *reader, const RangDmnTable *table, const RangDmnTableRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char **asks;

  for (guint i = 0; i < rule->n_tested; i++)
    {
      collect_names (table->inputs[rule->tested[i]].expression, names);
      collect_names (rule->cells[rule->tested[i]].test, names);
    }
  asks = rang_feel_arena_array (reader->arena, const char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    asks[i] = names->pdata[i];
  asks[names->len] = NULL;
  return asks;
}

/* The table, and the row's id without the table's own prefix; else its number. */
static const char *
rule_name (RangDmnReader *reader, RangDmnTable *table, const char *id, guint row)
{
  const char *dot = id != NULL ? strrchr (id, '.') : NULL;
  g_autofree char *name = NULL;

  if (id == NULL || *id == '\0')
    name = g_strdup_printf ("%s/%u", table->name, row + 1);
  else
    name = g_strdup_printf ("%s/%s", table->name, dot != NULL && dot[1] != '\0' ? dot + 1 : id);
  return rang_dmn_reader_keep (reader, name);
}

static void
read_rules (RangDmnReader *reader, xmlNode *node, RangDmnTable *table)
{
  guint row = 0;

  table->n_rules = rang_dmn_xml_count (node, "rule");
  table->rules = rang_feel_arena_array (reader->arena, RangDmnTableRule, table->n_rules);
  for (xmlNode *child = rang_dmn_xml_child (node, "rule"); child != NULL; child = rang_dmn_xml_next (child, "rule"))
    {
      RangDmnTableRule *rule = &table->rules[row];
      g_autofree char *id = rang_dmn_xml_attribute (child, "id");
      g_autofree char *description = rang_dmn_xml_text (child, "description");

      rule->id = rang_dmn_reader_keep (reader, id);
      rule->description = rang_dmn_reader_keep (reader, description);
      rule->name = rule_name (reader, table, id, row);
      rule->line = rang_dmn_xml_line (child);
      rule->cells = rang_feel_arena_array (reader->arena, RangDmnCell, table->n_inputs);
      rule->outputs = rang_feel_arena_array (reader->arena, RangFeelNode *, table->n_outputs);
      rule->annotations = rang_feel_arena_array (reader->arena, const char *, table->n_annotations);
      if (rang_dmn_xml_count (child, "inputEntry") > table->n_inputs
          || rang_dmn_xml_count (child, "outputEntry") > table->n_outputs)
        rang_dmn_reader_fail (reader, child, _ ("table “%s”, row %u has more cells than the table has columns"),
                              table->name, row + 1);
      read_cells (reader, child, table, row);
      find_tested (reader, table, rule);
      rule->asks = names_asked (reader, table, rule);
      row++;
    }
}

static void
read_policy (RangDmnReader *reader, xmlNode *node, RangDmnTable *table)
{
  g_autofree char *policy = rang_dmn_xml_attribute (node, "hitPolicy");
  g_autofree char *aggregation = rang_dmn_xml_attribute (node, "aggregation");
  gboolean known = policy == NULL;

  for (guint i = 0; policy != NULL && i < G_N_ELEMENTS (policies); i++)
    if (g_str_equal (policy, policies[i].name))
      {
        table->policy = (RangDmnHitPolicy)policies[i].value;
        known = TRUE;
      }
  if (!known)
    rang_dmn_reader_fail (reader, node, _ ("unknown hit policy “%s”"), policy);
  known = aggregation == NULL;
  for (guint i = 0; aggregation != NULL && i < G_N_ELEMENTS (aggregations); i++)
    if (g_str_equal (aggregation, aggregations[i].name))
      {
        table->aggregation = (RangDmnAggregation)aggregations[i].value;
        known = TRUE;
      }
  if (!known)
    rang_dmn_reader_fail (reader, node, _ ("unknown aggregation “%s”"), aggregation);
}

/* An order of priority has to be stated for the policies that go by it. */
static void
check_priorities (RangDmnReader *reader, xmlNode *node, const RangDmnTable *table)
{
  for (guint i = 0; i < table->n_outputs; i++)
    if (table->outputs[i].values != NULL)
      return;
  if (table->policy == RANG_DMN_PRIORITY || table->policy == RANG_DMN_OUTPUT_ORDER)
    rang_dmn_reader_fault (reader, node, NULL,
                           g_error_new_literal (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL,
                                                _ ("this hit policy needs the output's values in order of priority")));
}

/* So many columns can be looked up in an index; the cells of any more are tested one by one. */
#define MAX_INDEXES 64

static void
make_indexes (RangDmnReader *reader, RangDmnTable *table)
{
  g_autofree const RangDmnCell **cells = g_new (const RangDmnCell *, table->n_rules);

  for (guint i = 0; i < table->n_inputs; i++)
    {
      RangDmnTableInput *input = &table->inputs[i];

      for (guint row = 0; row < table->n_rules; row++)
        {
          cells[row] = &table->rules[row].cells[i];
          input->tested = input->tested || cells[row]->kind != RANG_DMN_CELL_ANY;
        }
      if (input->tested && i < MAX_INDEXES)
        input->index = rang_dmn_index_new (reader->arena, cells, table->n_rules);
    }
}

RangFeelNode *
rang_dmn_table_read (RangDmnReader *reader, xmlNode *node)
{
  RangDmnTable *table = rang_feel_arena_new0 (reader->arena, RangDmnTable);
  RangFeelNode *result = rang_feel_arena_new0 (reader->arena, RangFeelNode);

  result->kind = RANG_FEEL_NODE_TABLE;
  result->table = table;
  table->name = rang_dmn_reader_keep (reader, reader->element != NULL ? reader->element : "");
  read_policy (reader, node, table);
  read_inputs (reader, node, table);
  read_outputs (reader, node, table);
  check_priorities (reader, node, table);
  read_annotation_names (reader, node, table);
  read_rules (reader, node, table);
  if (reader->error == NULL)
    make_indexes (reader, table);
  return result;
}

guint
rang_dmn_table_language (const char *language)
{
  if (language == NULL || strlen (language) < 2)
    return 0;
  return (guint)(guchar)g_ascii_tolower (language[0]) << 8 | (guchar)g_ascii_tolower (language[1]);
}

const char *
rang_dmn_table_row_text (const RangDmnTable *table, const RangDmnTableRule *rule, guint language)
{
  for (guint i = 0; language != 0 && i < table->n_annotations; i++)
    if (table->languages[i] == language && rule->annotations[i] != NULL && *rule->annotations[i] != '\0')
      return rule->annotations[i];
  return rule->description;
}
