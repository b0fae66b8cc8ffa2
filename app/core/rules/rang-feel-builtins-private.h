/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-builtins.h"

G_BEGIN_DECLS

/* The families of functions; each ends with an entry without name. */
extern const RangFeelBuiltin rang_feel_builtins_lists[];
extern const RangFeelBuiltin rang_feel_builtins_numbers[];
extern const RangFeelBuiltin rang_feel_builtins_strings[];
extern const RangFeelBuiltin rang_feel_builtins_contexts[];
extern const RangFeelBuiltin rang_feel_builtins_temporal[];
extern const RangFeelBuiltin rang_feel_builtins_ranges[];

/**
 * rang_feel_argument:
 *
 * Returns: (nullable): the argument, if it was given and is of that kind (a list of one such counts as its item)
 */
const RangFeelValue *
rang_feel_argument (const RangFeelValue **arguments, guint n, guint index, RangFeelKind kind);

G_END_DECLS
