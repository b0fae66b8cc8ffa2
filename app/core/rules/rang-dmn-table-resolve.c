/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision's table can be given straight from inputs and decisions, without looking names up. */
#include "rules/rang-dmn-model.h"

static const RangDmnElement *
find_source (const RangDmnElement *element, const RangFeelNode *expression)
{
  if (expression == NULL || expression->kind != RANG_FEEL_NODE_NAME)
    return NULL;
  for (guint i = 0; i < element->n_requirements; i++)
    {
      const RangDmnRequirement *requirement = &element->requirements[i];

      if (requirement->import != NULL ? g_str_equal (requirement->import, expression->name)
                                      : g_str_equal (requirement->name, expression->name))
        return requirement->import == NULL
                       && (requirement->target->kind == RANG_DMN_INPUT
                           || requirement->target->kind == RANG_DMN_DECISION)
                   ? requirement->target
                   : NULL;
    }
  return NULL;
}

static gboolean
is_literal (const RangFeelNode *node)
{
  return node == NULL || node->kind == RANG_FEEL_NODE_LITERAL;
}

static gboolean
outputs_are_literal (const RangDmnTable *table)
{
  for (guint column = 0; column < table->n_outputs; column++)
    {
      if (!is_literal (table->outputs[column].fallback))
        return FALSE;
      for (guint row = 0; row < table->n_rules; row++)
        if (!is_literal (table->rules[row].outputs[column]))
          return FALSE;
    }
  return TRUE;
}

/* Whether each of the texts that @source can be is allowed anyway. */
static gboolean
sees_to_values (const RangDmnElement *source, const RangDmnCell *values)
{
  const RangFeelNode *texts;

  if (source->kind != RANG_DMN_INPUT || !source->plain || source->allowed == NULL
      || source->allowed->kind != RANG_DMN_CELL_ONE_OF || values->kind != RANG_DMN_CELL_ONE_OF)
    return FALSE;
  texts = source->allowed->test;
  for (guint i = 0; i < texts->n; i++)
    if (!rang_dmn_cell_accepts (values, NULL, texts->children[i]->children[0]->value, NULL))
      return FALSE;
  return TRUE;
}

void
rang_dmn_table_resolve (RangDmnElement *element)
{
  RangDmnTable *table;

  if (element->kind != RANG_DMN_DECISION || element->body == NULL || element->body->kind != RANG_FEEL_NODE_TABLE)
    return;
  table = (RangDmnTable *)element->body->table;
  element->alone = outputs_are_literal (table);
  for (guint i = 0; i < table->n_inputs; i++)
    {
      RangDmnTableInput *input = &table->inputs[i];

      input->source = find_source (element, input->expression);
      input->sure = input->values == NULL || (input->source != NULL && sees_to_values (input->source, input->values));
      if (input->source == NULL || !input->sure || (input->tested && input->index == NULL))
        element->alone = FALSE;
    }
}
