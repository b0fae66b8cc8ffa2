/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL evaluator: walks a compiled expression, with limits on depth, steps and memory. */
#include "rules/rang-feel-eval.h"

#include <glib/gi18n-lib.h>

#include "rules/rang-feel-compare.h"

#define MAX_STACK (768 * 1024)
#define MAX_STEPS 20000000
#define MAX_TIME (700 * 1000)
#define HEAVY 2048
#define MAX_MESSAGES 20

void
rang_feel_eval_begin (RangFeelEval *eval)
{
  eval->stack = __builtin_frame_address (0);
  eval->deadline = g_get_monotonic_time () + MAX_TIME;
}

void
rang_feel_eval_weigh (RangFeelEval *eval, gsize size)
{
  eval->heavy = eval->heavy || size > HEAVY;
}

static gboolean
is_late (RangFeelEval *eval)
{
  if (!eval->heavy && eval->steps % 1024 != 0)
    return FALSE;
  eval->heavy = FALSE;
  return eval->deadline != 0 && g_get_monotonic_time () > eval->deadline;
}

const RangFeelValue *
rang_feel_eval_note (RangFeelEval *eval, const char *format, ...)
{
  va_list arguments;

  if (eval->messages == NULL || eval->messages->len >= MAX_MESSAGES)
    return &rang_feel_null;
  va_start (arguments, format);
  g_ptr_array_add (eval->messages, g_strdup_vprintf (_ (format), arguments));
  va_end (arguments);
  return &rang_feel_null;
}

gboolean
rang_feel_eval_step (RangFeelEval *eval)
{
  if (eval->stopped != NULL)
    return FALSE;
  if (++eval->steps > MAX_STEPS || is_late (eval))
    eval->stopped = _ ("the evaluation takes too long");
  else if (rang_feel_arena_is_full (eval->arena))
    eval->stopped = _ ("the evaluation takes too much memory");
  else if (ABS (eval->stack - (const char *)__builtin_frame_address (0)) > MAX_STACK)
    eval->stopped = _ ("the evaluation is nested too deeply");
  return eval->stopped == NULL;
}

static const RangFeelValue *
eval_name (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  for (; env != NULL; env = env->parent)
    {
      const RangFeelValue *value;
      if (env->name != NULL)
        {
          if (env->hash == node->hash && g_str_equal (env->name, node->name))
            return env->value;
          continue;
        }
      value = rang_feel_context_lookup (env->value, node->name, node->hash);
      if (value != NULL)
        return value;
    }
  if (node->value != NULL)
    return node->value;
  return rang_feel_eval_note (eval, N_ ("“%s” is not known here"), node->name);
}

static const RangFeelValue *
eval_call (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  const RangFeelValue *function = rang_feel_eval (eval, node->children[0], env);
  guint n = node->n - 1;
  const RangFeelValue **arguments;

  if (function->kind != RANG_FEEL_FUNCTION)
    return rang_feel_eval_note (eval, N_ ("“%s” is no function"),
                                node->children[0]->name != NULL ? node->children[0]->name : "…");
  arguments = rang_feel_arena_array (eval->arena, const RangFeelValue *, n);
  for (guint i = 0; i < n; i++)
    arguments[i] = rang_feel_eval (eval, node->children[i + 1], env);
  return rang_feel_eval_call (eval, function, arguments, node->names, n);
}

static const RangFeelValue *
eval_compare (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b)
{
  RangFeelTernary equal;
  int order;

  if (op == RANG_FEEL_OP_EQUAL || op == RANG_FEEL_OP_NOT_EQUAL)
    {
      rang_feel_eval_weigh (eval, a->kind == RANG_FEEL_STRING ? a->u.string.length : rang_feel_value_get_length (a));
      equal = rang_feel_compare_equal (a, b);
      if (equal == RANG_FEEL_UNKNOWN)
        return rang_feel_eval_note (eval, N_ ("values of different types are compared"));
      return RANG_FEEL_BOOL ((equal == RANG_FEEL_YES) == (op == RANG_FEEL_OP_EQUAL));
    }
  if (a->kind == RANG_FEEL_STRING)
    rang_feel_eval_weigh (eval, a->u.string.length);
  if (!rang_feel_compare_order (a, b, &order))
    return rang_feel_eval_note (eval, N_ ("these values have no order: one may be null or of another type"));
  switch (op)
    {
    case RANG_FEEL_OP_LESS:
      return RANG_FEEL_BOOL (order < 0);
    case RANG_FEEL_OP_LESS_EQUAL:
      return RANG_FEEL_BOOL (order <= 0);
    case RANG_FEEL_OP_GREATER:
      return RANG_FEEL_BOOL (order > 0);
    default:
      return RANG_FEEL_BOOL (order >= 0);
    }
}

/* "and" is decided by a false, "or" by a true; whatever is no boolean counts as null. */
static const RangFeelValue *
eval_logic (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  gboolean decides = node->kind == RANG_FEEL_NODE_OR;
  gboolean unknown = FALSE;

  for (guint i = 0; i < node->n; i++)
    {
      const RangFeelValue *value = rang_feel_eval (eval, node->children[i], env);
      if (value->kind != RANG_FEEL_BOOLEAN)
        unknown = TRUE;
      else if (!!value->u.boolean == decides)
        return RANG_FEEL_BOOL (decides);
    }
  return unknown ? &rang_feel_null : RANG_FEEL_BOOL (!decides);
}

static const RangFeelValue *
eval_between (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  const RangFeelValue *value = rang_feel_eval (eval, node->children[0], env);
  RangFeelRange range = {
    .low = rang_feel_eval (eval, node->children[1], env),
    .high = rang_feel_eval (eval, node->children[2], env),
    .low_closed = TRUE,
    .high_closed = TRUE,
  };

  int order;

  if (!rang_feel_compare_order (value, range.low, &order) || !rang_feel_compare_order (value, range.high, &order))
    return rang_feel_eval_note (eval, N_ ("these values have no order: one may be null or of another type"));
  return rang_feel_ternary_value (rang_feel_compare_in_range (value, &range));
}

static const RangFeelValue *
eval_range (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  RangFeelRange range = {
    .low_closed = (node->op & RANG_FEEL_RANGE_LOW_CLOSED) != 0,
    .high_closed = (node->op & RANG_FEEL_RANGE_HIGH_CLOSED) != 0,
    .single = (node->op & RANG_FEEL_RANGE_SINGLE) != 0,
    .negated = (node->op & RANG_FEEL_RANGE_NEGATED) != 0,
  };
  int order;

  if (node->children[0] != NULL)
    range.low = rang_feel_eval (eval, node->children[0], env);
  if (node->children[1] != NULL)
    range.high = rang_feel_eval (eval, node->children[1], env);
  if (range.low != NULL && range.high != NULL && !RANG_FEEL_IS_NULL (range.low) && !RANG_FEEL_IS_NULL (range.high)
      && !rang_feel_compare_order (range.low, range.high, &order))
    return rang_feel_eval_note (eval, N_ ("the ends of a range have different types"));
  return rang_feel_value_new_range (eval->arena, &range);
}

static const RangFeelValue *
eval_list (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  const RangFeelValue *list = rang_feel_value_new_list (eval->arena, NULL, node->n);

  for (guint i = 0; i < node->n && list->kind == RANG_FEEL_LIST; i++)
    list->u.list.items[i] = rang_feel_eval (eval, node->children[i], env);
  return list;
}

/* Entries see those before them. A last child without a key is the result of a boxed context. */
static const RangFeelValue *
eval_context (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  RangFeelValue *context = rang_feel_value_new_context (eval->arena, node->n);
  RangFeelEnv inner = { .parent = env, .value = context };
  RangFeelEnv *kept = rang_feel_arena_new0 (eval->arena, RangFeelEnv);

  *kept = inner;
  for (guint i = 0; i < node->n; i++)
    {
      const RangFeelValue *value = rang_feel_eval (eval, node->children[i], kept);
      if (i >= node->n_names)
        return value;
      rang_feel_context_put (context, node->names[i], value);
    }
  return context;
}

static const RangFeelValue *
eval_function (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  RangFeelFunction *function = rang_feel_arena_new0 (eval->arena, RangFeelFunction);

  function->node = node->children[0];
  function->env = env;
  function->n_parameters = node->n_names;
  function->parameters = node->names;
  function->types = node->types;
  function->result = node->type;
  return rang_feel_value_new_function (eval->arena, function);
}

static const RangFeelValue *
eval_other (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  switch ((RangFeelNodeKind)node->kind)
    {
    case RANG_FEEL_NODE_BETWEEN:
      return eval_between (eval, node, env);
    case RANG_FEEL_NODE_IN:
      return rang_feel_eval_test (eval, node->children[1], rang_feel_eval (eval, node->children[0], env), env);
    case RANG_FEEL_NODE_FOR:
    case RANG_FEEL_NODE_SOME:
    case RANG_FEEL_NODE_EVERY:
      return rang_feel_eval_iterate (eval, node, env);
    case RANG_FEEL_NODE_INSTANCE_OF:
      return RANG_FEEL_BOOL (
          rang_feel_eval_is_of_type (eval, rang_feel_eval (eval, node->children[0], env), node->type, FALSE));
    case RANG_FEEL_NODE_LIST:
      return eval_list (eval, node, env);
    case RANG_FEEL_NODE_CONTEXT:
      return eval_context (eval, node, env);
    case RANG_FEEL_NODE_FUNCTION:
      return eval_function (eval, node, env);
    case RANG_FEEL_NODE_RANGE:
      return eval_range (eval, node, env);
    case RANG_FEEL_NODE_COERCE:
      return rang_feel_eval_coerce (eval, rang_feel_eval (eval, node->children[0], env), node->type);
    case RANG_FEEL_NODE_TABLE:
      return eval->call_table != NULL ? eval->call_table (eval, node->table, env) : &rang_feel_null;
    default:
      return &rang_feel_null;
    }
}

const RangFeelValue *
rang_feel_eval (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  const RangFeelValue *value;

  if (node->kind == RANG_FEEL_NODE_LITERAL)
    return node->value;
  if (!rang_feel_eval_step (eval))
    return &rang_feel_null;
  switch ((RangFeelNodeKind)node->kind)
    {
    case RANG_FEEL_NODE_NAME:
      return eval_name (eval, node, env);
    case RANG_FEEL_NODE_PATH:
      return rang_feel_eval_path (eval, rang_feel_eval (eval, node->children[0], env), node->name, node->hash);
    case RANG_FEEL_NODE_FILTER:
      return rang_feel_eval_filter (eval, node, env);
    case RANG_FEEL_NODE_CALL:
      return eval_call (eval, node, env);
    case RANG_FEEL_NODE_NEGATE:
      return rang_feel_eval_negate (eval, rang_feel_eval (eval, node->children[0], env));
    case RANG_FEEL_NODE_ARITHMETIC:
      value = rang_feel_eval (eval, node->children[0], env);
      return rang_feel_eval_arithmetic (eval, (RangFeelOperator)node->op, value,
                                        rang_feel_eval (eval, node->children[1], env));
    case RANG_FEEL_NODE_COMPARE:
      value = rang_feel_eval (eval, node->children[0], env);
      return eval_compare (eval, (RangFeelOperator)node->op, value, rang_feel_eval (eval, node->children[1], env));
    case RANG_FEEL_NODE_AND:
    case RANG_FEEL_NODE_OR:
      return eval_logic (eval, node, env);
    case RANG_FEEL_NODE_IF:
      value = rang_feel_eval (eval, node->children[0], env);
      if (node->op == RANG_FEEL_BOXED && value->kind != RANG_FEEL_BOOLEAN && value->kind != RANG_FEEL_NULL)
        return rang_feel_eval_note (eval, N_ ("the condition is no boolean"));
      return rang_feel_eval (eval, node->children[rang_feel_value_is_true (value) ? 1 : 2], env);
    default:
      return eval_other (eval, node, env);
    }
}

/* What a cell without a comparison means: a value, a list of them, a range, or a condition on "?". */
static RangFeelTernary
test_value (RangFeelEval *eval, const RangFeelNode *test, const RangFeelValue *input, const RangFeelEnv *env)
{
  const RangFeelValue *value = rang_feel_eval (eval, test->children[0], env);

  /* A condition, on "?" or on other names: 3 is tested with "contains (name, "a")". */
  if (value->kind == RANG_FEEL_BOOLEAN
      && (test->uses_input
          || (input->kind != RANG_FEEL_BOOLEAN && test->children[0]->kind != RANG_FEEL_NODE_LITERAL
              && test->children[0]->kind != RANG_FEEL_NODE_NAME)))
    return value->u.boolean ? RANG_FEEL_YES : RANG_FEEL_NO;
  if (value->kind == RANG_FEEL_RANGE && input->kind != RANG_FEEL_RANGE)
    return rang_feel_compare_in_range (input, &value->u.range);
  if (value->kind == RANG_FEEL_LIST)
    {
      RangFeelTernary found = input->kind == RANG_FEEL_LIST ? rang_feel_compare_equal (input, value) : RANG_FEEL_NO;
      for (guint i = 0; i < value->u.list.n && found != RANG_FEEL_YES; i++)
        {
          const RangFeelValue *item = value->u.list.items[i];
          found = item->kind == RANG_FEEL_RANGE && input->kind != RANG_FEEL_RANGE
                      ? rang_feel_compare_in_range (input, &item->u.range)
                      : rang_feel_compare_equal (input, item);
        }
      return found == RANG_FEEL_YES ? RANG_FEEL_YES : RANG_FEEL_NO;
    }
  return rang_feel_compare_equal (input, value);
}

static RangFeelTernary
test_any_of (RangFeelEval *eval, const RangFeelNode *test, const RangFeelValue *input, const RangFeelEnv *env)
{
  RangFeelTernary result = RANG_FEEL_NO;

  for (guint i = 0; i < test->n; i++)
    {
      const RangFeelValue *value = rang_feel_eval_test (eval, test->children[i], input, env);
      if (rang_feel_value_is_true (value))
        return RANG_FEEL_YES;
      if (value->kind == RANG_FEEL_NULL)
        result = RANG_FEEL_UNKNOWN;
    }
  return result;
}

const RangFeelValue *
rang_feel_eval_test (RangFeelEval *eval, const RangFeelNode *test, const RangFeelValue *input, const RangFeelEnv *env)
{
  const RangFeelValue *value;

  if (!rang_feel_eval_step (eval))
    return &rang_feel_null;
  if (test->uses_input)
    {
      RangFeelEnv *kept = rang_feel_arena_new0 (eval->arena, RangFeelEnv);
      *kept = (RangFeelEnv){ .parent = env, .name = "?", .hash = g_str_hash ("?"), .value = input };
      env = kept;
    }
  switch ((RangFeelNodeKind)test->kind)
    {
    case RANG_FEEL_NODE_TEST_ANY:
      return &rang_feel_true;
    case RANG_FEEL_NODE_TEST_COMPARE:
      return eval_compare (eval, (RangFeelOperator)test->op, input, rang_feel_eval (eval, test->children[0], env));
    case RANG_FEEL_NODE_TEST_VALUE:
      return rang_feel_ternary_value (test_value (eval, test, input, env));
    case RANG_FEEL_NODE_TEST_LIST:
      if (test->n == 1)
        return rang_feel_eval_test (eval, test->children[0], input, env);
      return rang_feel_ternary_value (test_any_of (eval, test, input, env));
    case RANG_FEEL_NODE_TEST_NOT:
      value = rang_feel_eval_test (eval, test->children[0], input, env);
      return value->kind == RANG_FEEL_BOOLEAN ? RANG_FEEL_BOOL (!value->u.boolean) : &rang_feel_null;
    default:
      return &rang_feel_null;
    }
}
