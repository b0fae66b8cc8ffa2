/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling functions, and fitting values to types. */
#include "rules/rang-feel-eval.h"

#include <glib/gi18n-lib.h>

#include "rules/rang-feel-builtins.h"
#include "rules/rang-feel-types.h"

/* Arguments in the order of the parameters; NULL if they do not fit. */
static const RangFeelValue **
order_arguments (RangFeelEval *eval,
                 const RangFeelFunction *function,
                 const RangFeelValue *const *arguments,
                 const char *const *names,
                 guint n)
{
  const RangFeelValue **ordered;

  if (n != function->n_parameters)
    return NULL;
  ordered = rang_feel_arena_array (eval->arena, const RangFeelValue *, n);
  for (guint i = 0; i < n; i++)
    {
      guint place = i;
      for (place = 0; names != NULL && place < n; place++)
        if (g_str_equal (function->parameters[place], names[i]))
          break;
      if (names == NULL)
        place = i;
      if (place == n || ordered[place] != NULL)
        return NULL;
      ordered[place] = arguments[i];
    }
  return ordered;
}

const RangFeelValue *
rang_feel_eval_call (RangFeelEval *eval,
                     const RangFeelValue *value,
                     const RangFeelValue *const *arguments,
                     const char *const *names,
                     guint n)
{
  const RangFeelFunction *function = value->u.function;
  const RangFeelValue **ordered, *result;
  const RangFeelEnv *env;
  RangFeelEnv *bindings;

  if (!rang_feel_eval_step (eval))
    return &rang_feel_null;
  if (function->builtin != NULL)
    return rang_feel_builtins_call (eval, function->builtin, arguments, names, n);
  ordered = order_arguments (eval, function, arguments, names, n);
  if (ordered == NULL)
    return rang_feel_eval_note (eval, N_ ("a function is called with the wrong arguments"));
  for (guint i = 0; i < n && function->types != NULL; i++)
    {
      const RangFeelValue *argument = rang_feel_eval_coerce (eval, ordered[i], function->types[i]);
      if (RANG_FEEL_IS_NULL (argument) && !RANG_FEEL_IS_NULL (ordered[i]))
        return argument;
      ordered[i] = argument;
    }
  if (function->target != NULL)
    result = eval->call_model (eval, function->target, ordered);
  else
    {
      env = function->env;
      bindings = rang_feel_arena_array (eval->arena, RangFeelEnv, n);
      for (guint i = 0; i < n; i++)
        {
          bindings[i] = (RangFeelEnv){ .parent = env,
                                       .name = function->parameters[i],
                                       .hash = g_str_hash (function->parameters[i]),
                                       .value = ordered[i] };
          env = &bindings[i];
        }
      result = rang_feel_eval (eval, function->node, env);
    }
  return function->result != NULL ? rang_feel_eval_coerce (eval, result, function->result) : result;
}

static gboolean
function_is_of_type (const RangFeelFunction *function, const RangFeelType *type)
{
  RangFeelType own = { .kind = RANG_FEEL_TYPE_FUNCTION };

  if (type->types == NULL && type->element == NULL)
    return TRUE;
  if (function->builtin != NULL || function->types == NULL)
    return function->builtin != NULL || type->n == function->n_parameters;
  own.n = function->n_parameters;
  own.types = (const RangFeelType **)function->types;
  /* A function that does not say what it gives may give anything. */
  own.element
      = function->result != NULL && function->result->kind != RANG_FEEL_TYPE_ANY ? function->result : type->element;
  return rang_feel_type_conforms (&own, type);
}

/* What is in a list or context may be null. */
static gboolean
member_is_of_type (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type, gboolean coercing)
{
  return (RANG_FEEL_IS_NULL (value) && type->kind != RANG_FEEL_TYPE_UNKNOWN)
         || rang_feel_eval_is_of_type (eval, value, type, coercing);
}

static gboolean
list_is_of_type (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type, gboolean coercing)
{
  for (guint i = 0; i < value->u.list.n; i++)
    if (!rang_feel_eval_step (eval) || !member_is_of_type (eval, value->u.list.items[i], type->element, coercing))
      return FALSE;
  return TRUE;
}

static gboolean
context_is_of_type (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type, gboolean coercing)
{
  for (guint i = 0; i < type->n; i++)
    {
      const RangFeelValue *member = rang_feel_value_get_member (value, type->names[i]);
      if (member == NULL || !rang_feel_eval_step (eval) || !member_is_of_type (eval, member, type->types[i], coercing))
        return FALSE;
    }
  return TRUE;
}

static gboolean
range_is_of_type (RangFeelEval *eval, const RangFeelRange *range, const RangFeelType *type)
{
  return (range->low == NULL || rang_feel_eval_is_of_type (eval, range->low, type->element, FALSE))
         && (range->high == NULL || rang_feel_eval_is_of_type (eval, range->high, type->element, FALSE));
}

gboolean
rang_feel_eval_is_of_type (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type, gboolean coercing)
{
  gboolean fits;

  if (type->kind == RANG_FEEL_TYPE_UNKNOWN)
    return FALSE;
  if (value->kind == RANG_FEEL_NULL)
    return coercing || type->kind == RANG_FEEL_TYPE_NULL;
  switch (type->kind)
    {
    case RANG_FEEL_TYPE_ANY:
      fits = TRUE;
      break;
    case RANG_FEEL_TYPE_SIMPLE:
      fits = value->kind == type->simple;
      break;
    case RANG_FEEL_TYPE_LIST:
      fits = value->kind == RANG_FEEL_LIST && list_is_of_type (eval, value, type, coercing);
      break;
    case RANG_FEEL_TYPE_RANGE:
      fits = value->kind == RANG_FEEL_RANGE && range_is_of_type (eval, &value->u.range, type);
      break;
    case RANG_FEEL_TYPE_CONTEXT:
      fits = value->kind == RANG_FEEL_CONTEXT && context_is_of_type (eval, value, type, coercing);
      break;
    case RANG_FEEL_TYPE_FUNCTION:
      fits = value->kind == RANG_FEEL_FUNCTION && function_is_of_type (value->u.function, type);
      break;
    default:
      fits = FALSE;
      break;
    }
  for (; fits && coercing && type != NULL; type = type->base)
    fits = type->allowed == NULL || rang_feel_value_is_true (rang_feel_eval_test (eval, type->allowed, value, NULL));
  return fits;
}

/* What the implicit conversions make of a value that is not of the type; NULL if there is none. */
static const RangFeelValue *
converted (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type)
{
  if (value->kind == RANG_FEEL_LIST && value->u.list.n == 1)
    return value->u.list.items[0];
  if (type->kind == RANG_FEEL_TYPE_LIST && value->kind != RANG_FEEL_LIST)
    return rang_feel_value_new_list (eval->arena, &value, 1);
  if (type->kind == RANG_FEEL_TYPE_SIMPLE && type->simple == RANG_FEEL_DATE_TIME && value->kind == RANG_FEEL_DATE)
    return rang_feel_value_new_date_time (eval->arena, value->u.moment.date,
                                          (RangFeelTime){ .zone = RANG_FEEL_ZONE_OFFSET });
  return NULL;
}

const RangFeelValue *
rang_feel_eval_coerce (RangFeelEval *eval, const RangFeelValue *value, const RangFeelType *type)
{
  const RangFeelValue *other;

  if (value->kind == RANG_FEEL_NULL || type->kind == RANG_FEEL_TYPE_UNKNOWN
      || rang_feel_eval_is_of_type (eval, value, type, TRUE))
    return value;
  other = converted (eval, value, type);
  if (other != NULL && rang_feel_eval_is_of_type (eval, other, type, TRUE))
    return other;
  return rang_feel_eval_note (eval, N_ ("a value is not of the type that is asked for: %s"),
                              type->name != NULL ? type->name : "…");
}
