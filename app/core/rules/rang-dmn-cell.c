/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a decision table's rules, with a short way for those that compare with constants. */
#include "rules/rang-dmn-cell.h"

#include <string.h>

#include "rules/rang-feel-compare.h"

static gboolean
is_scalar (const RangFeelValue *value)
{
  return value->kind == RANG_FEEL_NUMBER || value->kind == RANG_FEEL_STRING || value->kind == RANG_FEEL_BOOLEAN;
}

#define KEY_LIMIT (G_GINT64_CONSTANT (1) << 61)

gboolean
rang_dmn_cell_key (const RangFeelNumber *number, gint64 *key)
{
  if ((!number->whole && !number->between) || number->integer < -KEY_LIMIT || number->integer > KEY_LIMIT)
    return FALSE;
  *key = number->integer * 2 + !number->whole;
  return TRUE;
}

/* The key of a constant that is a whole number. */
static gboolean
whole_key (const RangFeelValue *value, gint64 *key)
{
  return value->kind == RANG_FEEL_NUMBER && value->u.number.whole && rang_dmn_cell_key (&value->u.number, key);
}

static gboolean
bound_range (RangDmnCell *cell, const RangFeelRange *range)
{
  gint64 low, high;

  if (range->negated || range->low == NULL || range->high == NULL || !whole_key (range->low, &low)
      || !whole_key (range->high, &high))
    return FALSE;
  cell->low = low + !range->low_closed;
  cell->high = high - !range->high_closed;
  return TRUE;
}

static gboolean
bound (RangDmnCell *cell)
{
  gint64 key;

  if (cell->kind == RANG_DMN_CELL_RANGE)
    return bound_range (cell, &cell->value->u.range);
  if ((cell->kind != RANG_DMN_CELL_EQUAL && cell->kind != RANG_DMN_CELL_ORDER) || !whole_key (cell->value, &key))
    return FALSE;
  cell->low = cell->kind == RANG_DMN_CELL_EQUAL || cell->op == RANG_FEEL_OP_GREATER_EQUAL ? key
              : cell->op == RANG_FEEL_OP_GREATER                                          ? key + 1
                                                                                          : G_MININT64;
  cell->high = cell->kind == RANG_DMN_CELL_EQUAL || cell->op == RANG_FEEL_OP_LESS_EQUAL ? key
               : cell->op == RANG_FEEL_OP_LESS                                          ? key - 1
                                                                                        : G_MAXINT64;
  return TRUE;
}

static gboolean
lists_texts (const RangFeelNode *test)
{
  for (guint i = 0; i < test->n; i++)
    {
      const RangFeelNode *item = test->children[i];

      if (item->kind != RANG_FEEL_NODE_TEST_VALUE || item->n == 0 || item->children[0]->kind != RANG_FEEL_NODE_LITERAL
          || item->children[0]->value->kind != RANG_FEEL_STRING)
        return FALSE;
    }
  return test->kind == RANG_FEEL_NODE_TEST_LIST && test->n > 1;
}

static gboolean
is_one_of (const RangFeelNode *test, const RangFeelValue *input)
{
  for (guint i = 0; i < test->n; i++)
    {
      const RangFeelValue *text = test->children[i]->children[0]->value;

      if (text->u.string.length == input->u.string.length
          && memcmp (text->u.string.text, input->u.string.text, input->u.string.length) == 0)
        return TRUE;
    }
  return FALSE;
}

RangDmnCell
rang_dmn_cell_new (const RangFeelNode *test)
{
  RangDmnCell cell = { .kind = RANG_DMN_CELL_TEST, .test = test };
  const RangFeelNode *inner = test;
  const RangFeelValue *value;

  if (test->kind == RANG_FEEL_NODE_TEST_ANY)
    return (RangDmnCell){
      .kind = RANG_DMN_CELL_ANY, .test = test, .has_bounds = TRUE, .low = G_MININT64, .high = G_MAXINT64
    };
  if (lists_texts (test))
    cell.kind = RANG_DMN_CELL_ONE_OF;
  if (test->kind == RANG_FEEL_NODE_TEST_LIST && test->n == 1)
    inner = test->children[0];
  if (inner->n == 0 || inner->children[0]->kind != RANG_FEEL_NODE_LITERAL)
    return cell;
  value = inner->children[0]->value;
  if (inner->kind == RANG_FEEL_NODE_TEST_VALUE && is_scalar (value))
    cell.kind = RANG_DMN_CELL_EQUAL;
  else if (inner->kind == RANG_FEEL_NODE_TEST_VALUE && value->kind == RANG_FEEL_RANGE)
    cell.kind = RANG_DMN_CELL_RANGE;
  else if (inner->kind == RANG_FEEL_NODE_TEST_COMPARE && is_scalar (value) && inner->op != RANG_FEEL_OP_EQUAL
           && inner->op != RANG_FEEL_OP_NOT_EQUAL)
    cell.kind = RANG_DMN_CELL_ORDER;
  cell.op = (RangFeelOperator)inner->op;
  cell.value = value;
  cell.has_bounds = bound (&cell);
  return cell;
}

static gboolean
order_fits (RangFeelOperator op, int order)
{
  switch (op)
    {
    case RANG_FEEL_OP_LESS:
      return order < 0;
    case RANG_FEEL_OP_LESS_EQUAL:
      return order <= 0;
    case RANG_FEEL_OP_GREATER:
      return order > 0;
    default:
      return order >= 0;
    }
}

gboolean
rang_dmn_cell_accepts (const RangDmnCell *cell, RangFeelEval *eval, const RangFeelValue *input, const RangFeelEnv *env)
{
  gint64 key;
  int order;

  if (cell->has_bounds && input->kind == RANG_FEEL_NUMBER && rang_dmn_cell_key (&input->u.number, &key))
    return key >= cell->low && key <= cell->high;
  switch (cell->kind)
    {
    case RANG_DMN_CELL_ANY:
      return TRUE;
    case RANG_DMN_CELL_EQUAL:
      return input->kind == cell->value->kind && rang_feel_compare_equal (input, cell->value) == RANG_FEEL_YES;
    case RANG_DMN_CELL_ORDER:
      return rang_feel_compare_order (input, cell->value, &order) && order_fits (cell->op, order);
    case RANG_DMN_CELL_RANGE:
      return input->kind != RANG_FEEL_RANGE ? rang_feel_compare_in_range (input, &cell->value->u.range) == RANG_FEEL_YES
                                            : rang_feel_compare_equal (input, cell->value) == RANG_FEEL_YES;
    case RANG_DMN_CELL_ONE_OF:
      if (input->kind == RANG_FEEL_STRING)
        return is_one_of (cell->test, input);
      G_GNUC_FALLTHROUGH;
    case RANG_DMN_CELL_TEST:
    default:
      return rang_feel_value_is_true (rang_feel_eval_test (eval, cell->test, input, env));
    }
}
