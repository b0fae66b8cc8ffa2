/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a decision table's rules, with a short way for those that compare with constants. */
#include "rules/rang-dmn-cell.h"

#include "rules/rang-feel-compare.h"

static gboolean
is_scalar (const RangFeelValue *value)
{
  return value->kind == RANG_FEEL_NUMBER || value->kind == RANG_FEEL_STRING || value->kind == RANG_FEEL_BOOLEAN;
}

/* The whole number of a constant that is one; what lies at the very end of the numbers is compared in full. */
static gboolean
whole_of (const RangFeelValue *value, gint64 *whole)
{
  if (value->kind != RANG_FEEL_NUMBER || !value->u.number.whole)
    return FALSE;
  *whole = value->u.number.integer;
  return *whole > G_MININT64 && *whole < G_MAXINT64;
}

static gboolean
bound_range (RangDmnCell *cell, const RangFeelRange *range)
{
  gint64 low, high;

  if (range->negated || range->low == NULL || range->high == NULL || !whole_of (range->low, &low)
      || !whole_of (range->high, &high))
    return FALSE;
  cell->low = range->low_closed ? low : low + 1;
  cell->high = range->high_closed ? high : high - 1;
  return TRUE;
}

static gboolean
bound (RangDmnCell *cell)
{
  gint64 whole;

  if (cell->kind == RANG_DMN_CELL_RANGE)
    return bound_range (cell, &cell->value->u.range);
  if ((cell->kind != RANG_DMN_CELL_EQUAL && cell->kind != RANG_DMN_CELL_ORDER) || !whole_of (cell->value, &whole))
    return FALSE;
  cell->low = cell->kind == RANG_DMN_CELL_EQUAL || cell->op == RANG_FEEL_OP_GREATER_EQUAL ? whole
              : cell->op == RANG_FEEL_OP_GREATER                                          ? whole + 1
                                                                                          : G_MININT64;
  cell->high = cell->kind == RANG_DMN_CELL_EQUAL || cell->op == RANG_FEEL_OP_LESS_EQUAL ? whole
               : cell->op == RANG_FEEL_OP_LESS                                          ? whole - 1
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
    if (rang_feel_compare_equal (input, test->children[i]->children[0]->value) == RANG_FEEL_YES)
      return TRUE;
  return FALSE;
}

RangDmnCell
rang_dmn_cell_new (const RangFeelNode *test)
{
  RangDmnCell cell = { .kind = RANG_DMN_CELL_TEST, .test = test };
  const RangFeelNode *inner = test;
  const RangFeelValue *value;

  if (test->kind == RANG_FEEL_NODE_TEST_ANY)
    cell.kind = RANG_DMN_CELL_ANY;
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
  int order;

  if (cell->has_bounds && input->kind == RANG_FEEL_NUMBER && input->u.number.whole)
    return input->u.number.integer >= cell->low && input->u.number.integer <= cell->high;
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
