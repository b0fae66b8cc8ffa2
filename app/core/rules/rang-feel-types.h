/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-ast.h"

G_BEGIN_DECLS

extern const RangFeelType rang_feel_type_any;
extern const RangFeelType rang_feel_type_null;
extern const RangFeelType rang_feel_type_unknown;

/**
 * rang_feel_type_builtin:
 *
 * Returns: (nullable): the type that FEEL itself calls @name ("number", "date and time", "dayTimeDuration", "Any" …)
 */
const RangFeelType *
rang_feel_type_builtin (const char *name);

/**
 * rang_feel_type_match:
 * @at: (inout): set behind the name
 *
 * Returns: (nullable): FEEL's own type whose name stands at @at
 */
const RangFeelType *
rang_feel_type_match (const char *text, gsize *at);

/**
 * rang_feel_type_conforms:
 *
 * Returns: whether values of @type can be used where @wanted is asked for
 */
gboolean
rang_feel_type_conforms (const RangFeelType *type, const RangFeelType *wanted);

G_END_DECLS
