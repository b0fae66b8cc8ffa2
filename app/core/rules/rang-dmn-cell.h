/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-eval.h"

G_BEGIN_DECLS

/**
 * RangDmnCellKind:
 * @RANG_DMN_CELL_ANY: "-"
 * @RANG_DMN_CELL_EQUAL: a constant
 * @RANG_DMN_CELL_ORDER: a comparison with a constant
 * @RANG_DMN_CELL_RANGE: a range of constants
 * @RANG_DMN_CELL_ONE_OF: one of some texts
 * @RANG_DMN_CELL_TEST: anything else
 *
 * How a condition of a rule is tested: most are simple, and need no evaluator.
 */
typedef enum
{
  RANG_DMN_CELL_ANY,
  RANG_DMN_CELL_EQUAL,
  RANG_DMN_CELL_ORDER,
  RANG_DMN_CELL_RANGE,
  RANG_DMN_CELL_ONE_OF,
  RANG_DMN_CELL_TEST,
} RangDmnCellKind;

/**
 * RangDmnCell:
 * @has_bounds: whether a number meets it just when its key is from @low to @high, as most of them are compared
 *
 * A condition of a rule.
 */
typedef struct
{
  RangDmnCellKind kind;
  RangFeelOperator op;
  const RangFeelValue *value;
  const RangFeelNode *test;
  gboolean has_bounds;
  gint64 low;
  gint64 high;
} RangDmnCell;

/**
 * rang_dmn_cell_key:
 * @key: (out): twice the number if it is whole; one more than twice the whole number below it if it is not
 *
 * Keys are in the order of the numbers, and those of whole numbers differ from all others: comparing keys is comparing
 * with a whole number.
 *
 * Returns: %FALSE for numbers that are too large
 */
gboolean
rang_dmn_cell_key (const RangFeelNumber *number, gint64 *key);

/**
 * rang_dmn_cell_new:
 * @test: compiled unary tests
 *
 * Returns: the condition, in the simplest form
 */
RangDmnCell
rang_dmn_cell_new (const RangFeelNode *test);

/**
 * rang_dmn_cell_accepts:
 *
 * Returns: whether @input meets the condition
 */
gboolean
rang_dmn_cell_accepts (const RangDmnCell *cell, RangFeelEval *eval, const RangFeelValue *input, const RangFeelEnv *env);

G_END_DECLS
