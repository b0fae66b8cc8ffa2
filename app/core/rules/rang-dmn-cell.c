/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a decision table's rules, with a short way for those that compare with constants. */
#include "rules/rang-dmn-cell.h"

#include "rules/rang-feel-compare.h"

static gboolean
is_scalar (const RangFeelValue *value)
{
  return value->kind == RANG_FEEL_NUMBER || value->kind == RANG_FEEL_STRING || value->kind == RANG_FEEL_BOOLEAN;
}

RangDmnCell
rang_dmn_cell_new (const RangFeelNode *test)
{
  RangDmnCell cell = { .kind = RANG_DMN_CELL_TEST, .test = test };
  const RangFeelNode *inner = test;
  const RangFeelValue *value;

  if (test->kind == RANG_FEEL_NODE_TEST_ANY)
    cell.kind = RANG_DMN_CELL_ANY;
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
  int order;

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
    case RANG_DMN_CELL_TEST:
    default:
      return rang_feel_value_is_true (rang_feel_eval_test (eval, cell->test, input, env));
    }
}
