/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-eval.h"

G_BEGIN_DECLS

/**
 * RangFeelBuiltinCall:
 *
 * Computes one of FEEL's own functions; @arguments are in the order of its parameters, those left out are %NULL.
 */
typedef const RangFeelValue *(*RangFeelBuiltinCall) (RangFeelEval *eval, const RangFeelValue **arguments, guint n);

/**
 * RangFeelBuiltin:
 * @name: what it is called by
 * @call: what computes it
 * @minimum: how many arguments it needs
 * @variadic: whether it takes a list, or its items as arguments
 * @parameters: alternative lists of parameters' names, each separated by ",", the alternatives by "|"
 */
struct _RangFeelBuiltin
{
  const char *name;
  RangFeelBuiltinCall call;
  guint minimum;
  guint maximum;
  gboolean variadic;
  const char *parameters;
};

/**
 * rang_feel_builtins_find:
 *
 * Returns: (nullable): the function value called @name
 */
const RangFeelValue *
rang_feel_builtins_find (const char *name);

/**
 * rang_feel_builtins_match:
 * @best: (inout): set to the name found
 * @end: only a name that ends behind this is taken
 *
 * Returns: the position behind the longest function's name at @at, or @end
 */
gsize
rang_feel_builtins_match (const char *text, gsize at, const char **best, gsize end);

/**
 * rang_feel_builtins_call:
 * @names: (nullable): the arguments' names
 *
 * Returns: what the function gives; null if the arguments do not fit
 */
const RangFeelValue *
rang_feel_builtins_call (RangFeelEval *eval,
                         const RangFeelBuiltin *builtin,
                         const RangFeelValue *const *arguments,
                         const char *const *names,
                         guint n);

G_END_DECLS
