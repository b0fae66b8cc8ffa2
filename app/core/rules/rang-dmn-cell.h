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
  RANG_DMN_CELL_TEST,
} RangDmnCellKind;

typedef struct
{
  RangDmnCellKind kind;
  RangFeelOperator op;
  const RangFeelValue *value;
  const RangFeelNode *test;
} RangDmnCell;

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
