/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser's longer forms: if, for, some, every, functions and their arguments, unary tests, types. */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-lexer.h"
#include "rules/rang-feel-types.h"

static gboolean
expect_word (RangFeelParser *parser, const char *word)
{
  g_autofree char *what = NULL;

  if (rang_feel_parser_accept_word (parser, word))
    return TRUE;
  what = g_strdup_printf (_ ("“%s” is missing"), word);
  rang_feel_parser_fail (parser, what);
  return FALSE;
}

static RangFeelNode *
parse_if (RangFeelParser *parser)
{
  RangFeelNode *node = rang_feel_parser_node (parser, RANG_FEEL_NODE_IF, 3);
  static const char *const words[] = { "then", "else", NULL };

  for (guint i = 0; i < 3; i++)
    {
      node->children[i] = rang_feel_parser_expression (parser);
      if (node->children[i] == NULL || (words[i] != NULL && !expect_word (parser, words[i])))
        return NULL;
    }
  return node;
}

/* What an iterator runs over: an expression, or "1..n". */
static RangFeelNode *
parse_domain (RangFeelParser *parser)
{
  RangFeelNode *low = rang_feel_parser_expression (parser), *high;

  if (low == NULL || !rang_feel_parser_accept (parser, ".."))
    return low;
  high = rang_feel_parser_expression (parser);
  return high != NULL ? rang_feel_parser_node_of (parser, RANG_FEEL_NODE_ITERATION, low, high) : NULL;
}

static gboolean
parse_iterators (RangFeelParser *parser, GPtrArray *names, GPtrArray *children)
{
  do
    {
      const char *name = rang_feel_parser_new_name (parser, ",(){}[]\"", "in");
      RangFeelNode *domain;

      if (name == NULL)
        {
          rang_feel_parser_fail (parser, _ ("a name is missing"));
          return FALSE;
        }
      if (!expect_word (parser, "in"))
        return FALSE;
      domain = parse_domain (parser);
      if (domain == NULL)
        return FALSE;
      g_ptr_array_add (names, (gpointer)name);
      g_ptr_array_add (children, domain);
    }
  while (rang_feel_parser_accept (parser, ","));
  return TRUE;
}

static RangFeelNode *
parse_iteration (RangFeelParser *parser, RangFeelNodeKind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  RangFeelNames inner = { .parent = parser->names, .names = names };
  RangFeelNode *node, *body = NULL;

  parser->names = &inner;
  if (parse_iterators (parser, names, children)
      && expect_word (parser, kind == RANG_FEEL_NODE_FOR ? "return" : "satisfies"))
    {
      g_ptr_array_add (names, (gpointer) "partial");
      body = rang_feel_parser_expression (parser);
      g_ptr_array_set_size (names, (int)children->len);
    }
  parser->names = inner.parent;
  if (body == NULL)
    return NULL;
  g_ptr_array_add (children, body);
  node = rang_feel_parser_node_from (parser, kind, children);
  rang_feel_parser_set_names (parser, node, names);
  return node;
}

static gboolean
parse_parameters (RangFeelParser *parser, GPtrArray *names, GPtrArray *types)
{
  if (rang_feel_parser_accept (parser, ")"))
    return TRUE;
  do
    {
      const char *name = rang_feel_parser_new_name (parser, ":,)", NULL);
      const RangFeelType *type = &rang_feel_type_any;

      if (name == NULL)
        {
          rang_feel_parser_fail (parser, _ ("a parameter's name is missing"));
          return FALSE;
        }
      if (rang_feel_parser_accept (parser, ":"))
        type = rang_feel_parser_type (parser);
      if (type == NULL)
        return FALSE;
      g_ptr_array_add (names, (gpointer)name);
      g_ptr_array_add (types, (gpointer)type);
    }
  while (rang_feel_parser_accept (parser, ","));
  return rang_feel_parser_expect (parser, ")");
}

static RangFeelNode *
parse_function (RangFeelParser *parser)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  RangFeelNames inner = { .parent = parser->names, .names = names };
  const RangFeelType *result = &rang_feel_type_any;
  RangFeelNode *node, *body;

  if (!rang_feel_parser_expect (parser, "(") || !parse_parameters (parser, names, types))
    return NULL;
  if (rang_feel_parser_accept (parser, ":"))
    result = rang_feel_parser_type (parser);
  if (result == NULL)
    return NULL;
  if (rang_feel_parser_accept_word (parser, "external"))
    {
      if (parser->scope->strict)
        return rang_feel_parser_fail (parser, _ ("functions of other languages are not run"));
      body = rang_feel_parser_expression (parser);
      return body != NULL ? rang_feel_parser_node (parser, RANG_FEEL_NODE_ERROR, 0) : NULL;
    }
  parser->names = &inner;
  body = rang_feel_parser_expression (parser);
  parser->names = inner.parent;
  if (body == NULL)
    return NULL;
  node = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_FUNCTION, body, NULL);
  rang_feel_parser_set_names (parser, node, names);
  node->type = result;
  node->types = rang_feel_arena_array (parser->arena, const RangFeelType *, types->len);
  for (guint i = 0; i < types->len; i++)
    node->types[i] = types->pdata[i];
  return node;
}

static RangFeelNode *
constant (RangFeelParser *parser, const RangFeelValue *value)
{
  RangFeelNode *node = rang_feel_parser_node (parser, RANG_FEEL_NODE_LITERAL, 0);

  node->value = value;
  return node;
}

RangFeelNode *
rang_feel_parser_special (RangFeelParser *parser, const char *keyword)
{
  gsize start = parser->at;

  parser->at += strlen (keyword);
  if (g_str_equal (keyword, "true"))
    return constant (parser, &rang_feel_true);
  if (g_str_equal (keyword, "false"))
    return constant (parser, &rang_feel_false);
  if (g_str_equal (keyword, "null"))
    return constant (parser, &rang_feel_null);
  if (g_str_equal (keyword, "if"))
    return parse_if (parser);
  if (g_str_equal (keyword, "for"))
    return parse_iteration (parser, RANG_FEEL_NODE_FOR);
  if (g_str_equal (keyword, "some"))
    return parse_iteration (parser, RANG_FEEL_NODE_SOME);
  if (g_str_equal (keyword, "every"))
    return parse_iteration (parser, RANG_FEEL_NODE_EVERY);
  if (g_str_equal (keyword, "function"))
    return parse_function (parser);
  parser->at = start;
  return rang_feel_parser_fail (parser, _ ("this word does not belong here"));
}

/* The name in "name: value" of an argument, or NULL with nothing read. */
static const char *
argument_name (RangFeelParser *parser)
{
  gsize start = parser->at;
  const char *name;

  rang_feel_parser_peek (parser);
  if (rang_feel_lexer_word (parser->text, parser->at) == parser->at)
    return NULL;
  name = rang_feel_parser_new_name (parser, ":,()[]{}\"@<>=", NULL);
  if (name != NULL && parser->text[parser->at] == ':')
    {
      parser->at++;
      return name;
    }
  parser->at = start;
  return NULL;
}

RangFeelNode *
rang_feel_parser_arguments (RangFeelParser *parser, RangFeelNode *function)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  RangFeelNode *node;

  g_ptr_array_add (children, function);
  if (!rang_feel_parser_accept (parser, ")"))
    {
      do
        {
          const char *name = argument_name (parser);
          RangFeelNode *value = rang_feel_parser_expression (parser);

          if (value == NULL)
            return NULL;
          if (name != NULL)
            g_ptr_array_add (names, (gpointer)name);
          g_ptr_array_add (children, value);
          if (names->len != 0 && names->len != children->len - 1)
            return rang_feel_parser_fail (parser, _ ("either all arguments are named, or none"));
        }
      while (rang_feel_parser_accept (parser, ","));
      if (!rang_feel_parser_expect (parser, ")"))
        return NULL;
    }
  node = rang_feel_parser_node_from (parser, RANG_FEEL_NODE_CALL, children);
  if (names->len > 0)
    rang_feel_parser_set_names (parser, node, names);
  return node;
}

RangFeelNode *
rang_feel_parser_positive_test (RangFeelParser *parser)
{
  RangFeelOperator op = rang_feel_parser_accept_comparison (parser);
  gboolean before = parser->uses_input;
  RangFeelNode *value, *node;

  parser->uses_input = FALSE;
  value = rang_feel_parser_additive (parser);
  if (value == NULL)
    return NULL;
  node = rang_feel_parser_node_of (
      parser, op == RANG_FEEL_OP_NONE ? RANG_FEEL_NODE_TEST_VALUE : RANG_FEEL_NODE_TEST_COMPARE, value, NULL);
  node->op = (guint8)op;
  node->uses_input = parser->uses_input;
  parser->uses_input = parser->uses_input || before;
  return node;
}

/* A test in a list may be any expression: "? > 5 and ? < 9", "contains (?, "a")". */
static RangFeelNode *
parse_listed_test (RangFeelParser *parser)
{
  gsize start = parser->at;
  gboolean before = parser->uses_input;
  RangFeelNode *test = rang_feel_parser_positive_test (parser), *node;
  char c = rang_feel_parser_peek (parser);

  if (test == NULL || test->kind == RANG_FEEL_NODE_TEST_COMPARE || c == ',' || c == ')' || c == '\0')
    return test;
  parser->at = start;
  parser->steps += RANG_FEEL_PARSER_RETRY;
  parser->uses_input = FALSE;
  test = rang_feel_parser_expression (parser);
  if (test == NULL)
    return NULL;
  node = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_TEST_VALUE, test, NULL);
  node->uses_input = parser->uses_input;
  parser->uses_input = parser->uses_input || before;
  return node;
}

RangFeelNode *
rang_feel_parser_positive_tests (RangFeelParser *parser, char end)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  g_autoptr (GPtrArray) input = g_ptr_array_new ();
  RangFeelNames inner = { .parent = parser->names, .names = input };
  gboolean complete = TRUE;

  if (++parser->depth > 100)
    return rang_feel_parser_fail (parser, _ ("the expression is nested too deeply"));
  g_ptr_array_add (input, (gpointer) "?");
  parser->names = &inner;
  do
    {
      RangFeelNode *test = parse_listed_test (parser);
      complete = test != NULL;
      if (complete)
        g_ptr_array_add (tests, test);
    }
  while (complete && rang_feel_parser_accept (parser, ","));
  parser->names = inner.parent;
  parser->depth--;
  if (!complete || (end != '\0' && !rang_feel_parser_expect (parser, (char[]){ end, '\0' })))
    return NULL;
  return rang_feel_parser_node_from (parser, RANG_FEEL_NODE_TEST_LIST, tests);
}
