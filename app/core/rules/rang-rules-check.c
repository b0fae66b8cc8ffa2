/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a model may become the office's rules: its inputs are known, its decisions there, its points whole. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-private.h"
#include "rules/rang-rules-score.h"

static gboolean
check_input (RangRules *rules, const RangDmnElement *element, GError **error)
{
  const RangRuleInput *known = rang_rule_input_find (element->name);

  if (known == NULL)
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   _ ("%s:%u: the input “%s” is not one that Rang knows; see the list of inputs"), rules->name,
                   element->line, element->name);
      return FALSE;
    }
  if (element->type != NULL && (element->type->kind != RANG_FEEL_TYPE_SIMPLE || element->type->simple != known->kind))
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   _ ("%s:%u: the input “%s” must be declared with the type %s"), rules->name, element->line,
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
                       _ ("%s:%u: table “%s”, row %u: points must be a whole number"), rules->name,
                       table->rules[i].line, table->name, i + 1);
          return FALSE;
        }
    }
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
                   _ ("%s:%u: table “%s”, row %u: the class must be \"A\", \"B\" or \"C\""), rules->name,
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
                     rules->name, needed[i]);
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
      if (!check_outputs (rules, body->table, error)
          || (g_str_equal (element->name, RANG_RULES_DECISION_CLASS) && !check_classes (rules, body->table, error)))
        return FALSE;
    }
  return TRUE;
}
