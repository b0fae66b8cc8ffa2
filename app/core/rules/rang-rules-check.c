/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a model may become the office's rules: its inputs are known, its decisions there, its points whole. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-private.h"
#include "rules/rang-rules-probe-private.h"
#include "rules/rang-rules-score.h"

static gboolean
check_input (RangRules *rules, const RangDmnElement *element, GError **error)
{
  const RangRuleInput *known = rang_rule_input_find (element->name);

  if (known == NULL)
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   _ ("%s:%u: the input “%s” is not one that Rang knows; see the list of inputs"), rules->file,
                   element->line, element->name);
      return FALSE;
    }
  if (element->type != NULL && (element->type->kind != RANG_FEEL_TYPE_SIMPLE || element->type->simple != known->kind))
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   _ ("%s:%u: the input “%s” must be declared with the type %s"), rules->file, element->line,
                   element->name, rang_rule_input_type_name (known));
      return FALSE;
    }
  return TRUE;
}

/* A constant output that is no whole number is found before the first order meets it. */
static gboolean
check_outputs (RangRules *rules, const RangDmnTable *table, GError **error)
{
  gint64 points;

  if (table->policy != RANG_DMN_COLLECT || table->aggregation != RANG_DMN_SUM || table->n_outputs != 1)
    return TRUE;
  for (guint i = 0; i < table->n_rules; i++)
    {
      const RangFeelNode *output = table->rules[i].outputs[0];
      if (output != NULL && output->kind == RANG_FEEL_NODE_NEGATE)
        output = output->children[0];
      if (output == NULL
          || (output->kind == RANG_FEEL_NODE_LITERAL && !rang_feel_value_get_integer (output->value, &points)))
        {
          g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE,
                       _ ("%s:%u: table “%s”, row %u: points must be a whole number"), rules->file,
                       table->rules[i].line, table->name, i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_value_of (const RangRuleInput *input, const RangFeelValue *value)
{
  g_auto (GStrv) values = NULL;

  if (value == NULL || value->kind == RANG_FEEL_NULL)
    return TRUE;
  if (value->kind == RANG_FEEL_RANGE)
    return is_value_of (input, value->u.range.low) && is_value_of (input, value->u.range.high);
  if (value->kind != input->kind)
    return FALSE;
  values = rang_rule_input_dup_values (input);
  return values == NULL || g_strv_contains ((const char *const *)values, rang_feel_value_get_string (value));
}

static gboolean
check_cell (RangRules *rules, const RangDmnTable *table, guint row, guint column, GError **error)
{
  const RangFeelNode *asked = table->inputs[column].expression;
  const RangRuleInput *input
      = asked != NULL && asked->kind == RANG_FEEL_NODE_NAME ? rang_rule_input_find (asked->name) : NULL;
  g_autoptr (GPtrArray) constants = g_ptr_array_new ();

  /* What a test computes is only known with an order. */
  if (input == NULL || !rang_rules_probe_collect (table->rules[row].cells[column].test, constants))
    return TRUE;
  for (guint i = 0; i < constants->len; i++)
    {
      g_autofree char *text = NULL;

      if (is_value_of (input, constants->pdata[i]))
        continue;
      text = rang_feel_value_to_text (constants->pdata[i]);
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   /* Translators: file, line, table, row, column, a value, what can be: "number", or a list of texts */
                   _ ("%s:%u: table “%s”, row %u, column “%s”: %s is nothing that it can be; it can be: %s"),
                   rules->file, table->rules[row].line, table->name, row + 1, input->name, text,
                   input->values != NULL ? input->values : rang_rule_input_type_name (input));
      return FALSE;
    }
  return TRUE;
}

/* A test that no order can meet is a slip of the pen: it is found by its cell, not by an order that falls through. */
static gboolean
check_tests (RangRules *rules, const RangDmnTable *table, GError **error)
{
  for (guint row = 0; row < table->n_rules; row++)
    for (guint i = 0; i < table->rules[row].n_tested; i++)
      if (!check_cell (rules, table, row, table->rules[row].tested[i], error))
        return FALSE;
  return TRUE;
}

/* A class that is written down must be one that there is. */
static gboolean
check_classes (RangRules *rules, const RangDmnTable *table, GError **error)
{
  for (guint i = 0; table->n_outputs == 1 && i < table->n_rules; i++)
    {
      const RangFeelNode *output = table->rules[i].outputs[0];
      const char *letter
          = output != NULL && output->kind == RANG_FEEL_NODE_LITERAL ? rang_feel_value_get_string (output->value) : "";

      if (output != NULL && output->kind != RANG_FEEL_NODE_LITERAL)
        continue;
      if (letter != NULL && strlen (letter) == 1 && strchr ("ABC", *letter) != NULL)
        continue;
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE,
                   _ ("%s:%u: table “%s”, row %u: the class must be \"A\", \"B\" or \"C\""), rules->file,
                   table->rules[i].line, table->name, i + 1);
      return FALSE;
    }
  return TRUE;
}

gboolean
rang_rules_check_inputs (RangRules *rules, GError **error)
{
  static const char *const needed[] = { RANG_RULES_DECISION_POINTS, RANG_RULES_DECISION_CLASS };

  g_return_val_if_fail (rules != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (rang_rules_find_element (rules, needed[i], NULL, FALSE) == NULL)
      {
        g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_DECISION, _ ("%s: the decision “%s” is missing"),
                     rules->file, needed[i]);
        return FALSE;
      }
  for (guint i = 0; i < rules->elements->len; i++)
    {
      const RangDmnElement *element = rules->elements->pdata[i];
      const RangFeelNode *body = element->body;

      if (element->kind == RANG_DMN_INPUT && !check_input (rules, element, error))
        return FALSE;
      if (body == NULL || body->kind != RANG_FEEL_NODE_TABLE)
        continue;
      if (!check_tests (rules, body->table, error) || !check_outputs (rules, body->table, error)
          || (g_str_equal (element->name, RANG_RULES_DECISION_CLASS) && !check_classes (rules, body->table, error)))
        return FALSE;
    }
  return TRUE;
}
