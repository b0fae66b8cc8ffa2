/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-builtins.h"

G_BEGIN_DECLS

/* The families of functions; each ends with an entry without name. */
extern const RangFeelBuiltin rang_feel_builtins_lists[];
extern const RangFeelBuiltin rang_feel_builtins_aggregates[];
extern const RangFeelBuiltin rang_feel_builtins_numbers[];
extern const RangFeelBuiltin rang_feel_builtins_strings[];
extern const RangFeelBuiltin rang_feel_builtins_contexts[];
extern const RangFeelBuiltin rang_feel_builtins_temporal[];
extern const RangFeelBuiltin rang_feel_builtins_ranges[];

/**
 * rang_feel_argument:
 *
 * Returns: (nullable): the argument, if it was given and is of that kind; a list of one such counts as its item
 */
const RangFeelValue *
rang_feel_argument (const RangFeelValue **arguments, guint n, guint index, RangFeelKind kind);

/**
 * rang_feel_argument_any:
 *
 * Returns: the argument, or null if it was left out
 */
const RangFeelValue *
rang_feel_argument_any (const RangFeelValue **arguments, guint n, guint index);

/**
 * rang_feel_argument_list:
 *
 * Returns: (nullable): the argument as a list: a single value is a list of one; %NULL for null and left out
 */
const RangFeelValue *
rang_feel_argument_list (RangFeelEval *eval, const RangFeelValue **arguments, guint n, guint index);

/**
 * rang_feel_argument_integer:
 *
 * Returns: whether the argument is a number with a whole part of 64 bits; a fraction is cut
 */
gboolean
rang_feel_argument_integer (const RangFeelValue **arguments, guint n, guint index, gint64 *integer);

/**
 * rang_feel_argument_items:
 *
 * Returns: (nullable): the list that is the only argument, or all arguments as a list
 */
const RangFeelValue *
rang_feel_argument_items (RangFeelEval *eval, const RangFeelValue **arguments, guint n);

G_END_DECLS
