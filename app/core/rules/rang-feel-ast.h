/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value-private.h"

G_BEGIN_DECLS

typedef struct _RangFeelNode RangFeelNode;
typedef struct _RangFeelType RangFeelType;
typedef struct _RangDmnTable RangDmnTable;

/**
 * RangFeelTypeKind:
 *
 * The kinds of types: those of the values, and some that no value has.
 */
typedef enum
{
  RANG_FEEL_TYPE_ANY,
  RANG_FEEL_TYPE_NULL,
  RANG_FEEL_TYPE_SIMPLE,
  RANG_FEEL_TYPE_LIST,
  RANG_FEEL_TYPE_RANGE,
  RANG_FEEL_TYPE_CONTEXT,
  RANG_FEEL_TYPE_FUNCTION,
  RANG_FEEL_TYPE_UNKNOWN,
} RangFeelTypeKind;

/**
 * RangFeelType:
 * @simple: with %RANG_FEEL_TYPE_SIMPLE, the kind of its values
 * @names: (nullable): of a context's entries
 * @types: of a context's entries, or a function's parameters
 * @n: their count
 * @element: (nullable): of a list or range; the result of a function
 * @allowed: (nullable): unary tests that values must pass
 * @base: (nullable): the type that @allowed narrows, whose own allowed values hold as well
 * @name: (nullable): of an item definition; its fields are filled in when all definitions are read
 */
struct _RangFeelType
{
  RangFeelTypeKind kind;
  RangFeelKind simple;
  guint n;
  const char **names;
  const RangFeelType **types;
  const RangFeelType *element;
  const RangFeelNode *allowed;
  const RangFeelType *base;
  const char *name;
};

/**
 * RangFeelNodeKind:
 *
 * What a node of a compiled expression does with its children.
 */
typedef enum
{
  RANG_FEEL_NODE_LITERAL,
  RANG_FEEL_NODE_NAME,
  RANG_FEEL_NODE_PATH,
  RANG_FEEL_NODE_FILTER,
  RANG_FEEL_NODE_CALL,
  RANG_FEEL_NODE_NEGATE,
  RANG_FEEL_NODE_ARITHMETIC,
  RANG_FEEL_NODE_COMPARE,
  RANG_FEEL_NODE_AND,
  RANG_FEEL_NODE_OR,
  RANG_FEEL_NODE_BETWEEN,
  RANG_FEEL_NODE_IN,
  RANG_FEEL_NODE_IF,
  RANG_FEEL_NODE_FOR,
  RANG_FEEL_NODE_SOME,
  RANG_FEEL_NODE_EVERY,
  RANG_FEEL_NODE_ITERATION,
  RANG_FEEL_NODE_INSTANCE_OF,
  RANG_FEEL_NODE_LIST,
  RANG_FEEL_NODE_CONTEXT,
  RANG_FEEL_NODE_FUNCTION,
  RANG_FEEL_NODE_RANGE,
  RANG_FEEL_NODE_TEST_ANY,
  RANG_FEEL_NODE_TEST_COMPARE,
  RANG_FEEL_NODE_TEST_VALUE,
  RANG_FEEL_NODE_TEST_LIST,
  RANG_FEEL_NODE_TEST_NOT,
  RANG_FEEL_NODE_COERCE,
  RANG_FEEL_NODE_TABLE,
  RANG_FEEL_NODE_ERROR,
} RangFeelNodeKind;

/**
 * RangFeelOperator:
 *
 * Which comparison or arithmetic a node does; for ranges a set of bits.
 */
typedef enum
{
  RANG_FEEL_OP_NONE,
  RANG_FEEL_OP_EQUAL,
  RANG_FEEL_OP_NOT_EQUAL,
  RANG_FEEL_OP_LESS,
  RANG_FEEL_OP_LESS_EQUAL,
  RANG_FEEL_OP_GREATER,
  RANG_FEEL_OP_GREATER_EQUAL,
  RANG_FEEL_OP_ADD,
  RANG_FEEL_OP_SUBTRACT,
  RANG_FEEL_OP_MULTIPLY,
  RANG_FEEL_OP_DIVIDE,
  RANG_FEEL_OP_POWER,
} RangFeelOperator;

/**
 * RANG_FEEL_BOXED:
 *
 * The operator of a condition, filter or quantifier that is a boxed expression: there a condition must be a boolean.
 */
#define RANG_FEEL_BOXED 1

#define RANG_FEEL_RANGE_LOW_CLOSED 1
#define RANG_FEEL_RANGE_HIGH_CLOSED 2
#define RANG_FEEL_RANGE_SINGLE 4
#define RANG_FEEL_RANGE_NEGATED 8

/**
 * RangFeelNode:
 * @op: a #RangFeelOperator or the bits of a range
 * @position: offset in bytes in the expression's text, for messages
 * @children: (array length=n): some may be %NULL (a range's open end)
 * @name: what a name node looks up, a path's member, a boxed expression's title
 * @names: (nullable): keys of a context, parameters of a function, arguments' names of a call, iterators
 * @hash: of @name
 * @hashes: (nullable): of @names
 * @value: of a literal
 * @type: of a function's result, of a coercion, of "instance of"
 * @types: (nullable): of a function's parameters
 * @table: of a decision table
 */
struct _RangFeelNode
{
  guint8 kind;
  guint8 op;
  gboolean uses_input; /* mentions "?" */
  guint position;
  guint n;
  guint n_names;
  guint hash;
  RangFeelNode **children;
  const char *name;
  const char **names;
  const RangFeelValue *value;
  const RangFeelType *type;
  const RangFeelType **types;
  const RangDmnTable *table;
};

G_END_DECLS
