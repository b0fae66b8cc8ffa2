/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-ast.h"

G_BEGIN_DECLS

typedef struct _RangFeelEval RangFeelEval;
typedef struct _RangFeelEnv RangFeelEnv;
typedef struct _RangFeelBuiltin RangFeelBuiltin;

/**
 * RangFeelEnv:
 * @parent: (nullable): what is around
 * @name: (nullable): the bound name; %NULL if @value is a context whose entries are the names
 *
 * The names that an expression sees while it is evaluated.
 */
struct _RangFeelEnv
{
  const RangFeelEnv *parent;
  const char *name;
  guint hash;
  const RangFeelValue *value;
};

/**
 * RangFeelModelCall:
 *
 * Calls a business knowledge model or a decision service.
 */
typedef const RangFeelValue *(*RangFeelModelCall) (RangFeelEval *eval,
                                                   gconstpointer target,
                                                   const RangFeelValue *const *arguments);

/**
 * RangFeelTableCall:
 *
 * Evaluates a decision table.
 */
typedef const RangFeelValue *(*RangFeelTableCall) (RangFeelEval *eval,
                                                   const RangDmnTable *table,
                                                   const RangFeelEnv *env);

/**
 * RangFeelFunction:
 * @builtin: (nullable): FEEL's own function
 * @node: (nullable): or one defined by a node …
 * @env: … that sees this
 * @target: (nullable): or something of the model that takes @parameters
 *
 * What a function value holds.
 */
struct _RangFeelFunction
{
  const RangFeelBuiltin *builtin;
  const RangFeelNode *node;
  const RangFeelEnv *env;
  gconstpointer target;
  guint n_parameters;
  const char *const *parameters;
  const RangFeelType *const *types;
  const RangFeelType *result;
};

/**
 * RangFeelEval:
 * @arena: takes all values
 * @stack: where on the stack the evaluation began
 * @steps: how many nodes were evaluated
 * @deadline: monotonic microseconds; the evaluation is stopped after it
 * @heavy: whether the last step may have taken long, so that the clock has to be looked at
 * @stopped: (nullable): why the evaluation was broken off
 * @messages: (element-type utf8): why something is null
 * @now: microseconds since the epoch
 * @zone: (nullable): the zone of now() and today()
 *
 * One evaluation.
 */
struct _RangFeelEval
{
  RangFeelArena *arena;
  const char *stack;
  guint64 steps;
  gint64 deadline;
  gboolean heavy;
  const char *stopped;
  GPtrArray *messages;
  gint64 now;
  GTimeZone *zone;
  RangFeelModelCall call_model;
  RangFeelTableCall call_table;
  gpointer session;
};

/**
 * rang_feel_eval_begin:
 *
 * Notes where on the stack the evaluation begins; to be called in the function that starts it.
 */
void
rang_feel_eval_begin (RangFeelEval *eval);

/**
 * rang_feel_eval:
 * @env: (nullable): the names it sees
 *
 * Returns: the value; null if it cannot be computed or the evaluation is stopped
 */
const RangFeelValue *
rang_feel_eval (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env);

/**
 * rang_feel_eval_test:
 * @test: a unary test (a cell of a decision table, allowed values)
 * @input: what is tested
 *
 * Returns: true, false or null
 */
const RangFeelValue *
rang_feel_eval_test (RangFeelEval *eval, const RangFeelNode *test, const RangFeelValue *input, const RangFeelEnv *env);

/**
 * rang_feel_eval_call:
 * @names: (nullable): names of the arguments
 *
 * Returns: what the function gives
 */
const RangFeelValue *
rang_feel_eval_call (RangFeelEval *eval,
                     const RangFeelValue *function,
                     const RangFeelValue *const *arguments,
                     const char *const *names,
                     guint n);

/**
 * rang_feel_eval_step:
 *
 * Counts a step of a loop. Returns: %FALSE when the evaluation is stopped
 */
gboolean
rang_feel_eval_step (RangFeelEval *eval);

/**
 * rang_feel_eval_weigh:
 * @size: bytes or items that the next step goes through
 *
 * Has the clock looked at after a step that may take long.
 */
void
rang_feel_eval_weigh (RangFeelEval *eval, gsize size);

/**
 * rang_feel_eval_note:
 *
 * Keeps a message that says why the value is null (the first twenty). @format is marked with N_() and translated here,
 * since most messages are not wanted.
 *
 * Returns: null
 */
const RangFeelValue *
rang_feel_eval_note (RangFeelEval *eval, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Parts of the evaluator. */
const RangFeelValue *
rang_feel_eval_arithmetic (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b);
const RangFeelValue *
rang_feel_eval_negate (RangFeelEval *eval, const RangFeelValue *value);
const RangFeelValue *
rang_feel_eval_path (RangFeelEval *eval, const RangFeelValue *value, const char *name, guint hash);
const RangFeelValue *
rang_feel_eval_filter (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env);
const RangFeelValue *
rang_feel_eval_iterate (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env);
const RangFeelValue *
rang_feel_eval_property (RangFeelEval *eval, const RangFeelValue *value, const char *name);

/**
 * rang_feel_eval_coerce:
 *
 * Returns: @value as a value of @type (a list of one as its item, an item as a list of one, a date as a date and time
 *   where asked for), or null if it is none
 */
const RangFeelValue *
rang_feel_eval_coerce (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type);

/**
 * rang_feel_eval_is_of_type:
 *
 * @coercing: whether null and the allowed values count, as where a value is passed on; not so for "instance of"
 *
 * Returns: whether @value is of @type as it stands
 */
gboolean
rang_feel_eval_is_of_type (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type, gboolean coercing);

G_END_DECLS
