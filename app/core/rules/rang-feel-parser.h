/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-ast.h"

G_BEGIN_DECLS

/**
 * RangFeelNames:
 * @parent: (nullable): the names around these
 * @names: (element-type utf8): normalized
 * @open: whether there can be more names at run time (the members of a filtered item)
 *
 * The names that an expression can use: FEEL cannot be read without them, for "a-b" and "first name" can be names.
 */
typedef struct _RangFeelNames RangFeelNames;
struct _RangFeelNames
{
  const RangFeelNames *parent;
  GPtrArray *names;
  gboolean open;
};

/**
 * RangFeelTypes:
 *
 * Finds the type behind a name of an item definition. @at is set behind the name.
 */
typedef const RangFeelType *(*RangFeelTypes) (gpointer data, const char *text, gsize *at);

/**
 * RangFeelScope:
 * @arena: takes the compiled nodes
 * @names: (nullable): what is known around the expression
 * @members: (nullable): (element-type utf8): names of more than one word that members of contexts have in this model
 * @types: (nullable): looks up item definitions
 * @types_data: for @types
 * @strict: whether an unknown name is an error
 *
 * What an expression is compiled in.
 */
typedef struct
{
  RangFeelArena *arena;
  const RangFeelNames *names;
  GPtrArray *members;
  RangFeelTypes types;
  gpointer types_data;
  gboolean strict;
} RangFeelScope;

/**
 * rang_feel_parse_expression:
 * @error: return location, %RANG_RULES_ERROR_EXPRESSION; the message says at which character
 *
 * Returns: (transfer none) (nullable): the compiled expression, in the scope's arena
 */
RangFeelNode *
rang_feel_parse_expression (const RangFeelScope *scope, const char *text, GError **error);

/**
 * rang_feel_parse_unary_tests:
 *
 * As rang_feel_parse_expression(), for the cell of a decision table: `-`, `< 5`, `[1..3], 7`, `not ("a")`.
 */
RangFeelNode *
rang_feel_parse_unary_tests (const RangFeelScope *scope, const char *text, GError **error);

/**
 * rang_feel_parse_type:
 *
 * Returns: (transfer none) (nullable): the type that @text names
 */
const RangFeelType *
rang_feel_parse_type (const RangFeelScope *scope, const char *text, GError **error);

G_END_DECLS
