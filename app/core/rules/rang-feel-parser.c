/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser: the operators from "or" down to the sign, and a text as a whole. */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-lexer.h"
#include "rules/rang-rules-error.h"

#define MAX_DEPTH 250
#define MAX_TEXT (1024 * 1024)

void *
rang_feel_parser_fail (RangFeelParser *parser, const char *what)
{
  if (parser->error != NULL)
    return NULL;
  parser->error = g_error_new_literal (RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION, what);
  parser->error_at = parser->at;
  return NULL;
}

/* Says where the parser's error is. Not done at once, since the parser may try something else. */
static void
propagate_error (RangFeelParser *parser, GError **error)
{
  const char *rest = parser->text + MIN (parser->error_at, strlen (parser->text));
  glong place = g_utf8_pointer_to_offset (parser->text, rest) + 1;
  g_autofree char *near = g_utf8_substring (rest, 0, MIN (20, g_utf8_strlen (rest, 80)));

  if (*near == '\0')
    /* Translators: first what is wrong, then the place in the text of a rule's cell, counted from 1 */
    g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION, _ ("%s at the end (character %ld)"),
                 parser->error->message, place);
  else
    /* Translators: first what is wrong, then the text there and its place, counted from 1 */
    g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION, _ ("%s at “%s” (character %ld)"),
                 parser->error->message, near, place);
  g_clear_error (&parser->error);
}

static RangFeelNode *
parse_sign (RangFeelParser *parser)
{
  RangFeelNode *child;
  RangFeelNumber number;

  if (rang_feel_parser_peek (parser) != '-')
    return rang_feel_parser_primary (parser);
  if (++parser->depth > MAX_DEPTH)
    return rang_feel_parser_fail (parser, _ ("the expression is nested too deeply"));
  parser->at++;
  child = parse_sign (parser);
  parser->depth--;
  if (child == NULL)
    return NULL;
  if (child->kind == RANG_FEEL_NODE_LITERAL && child->value->kind == RANG_FEEL_NUMBER
      && rang_feel_number_negate (&child->value->u.number, &number))
    {
      child->value = rang_feel_value_new_number (parser->arena, &number);
      return child;
    }
  return rang_feel_parser_node_of (parser, RANG_FEEL_NODE_NEGATE, child, NULL);
}

static RangFeelNode *
arithmetic (RangFeelParser *parser, RangFeelOperator op, RangFeelNode *left, RangFeelNode *right)
{
  RangFeelNode *node;

  if (right == NULL || parser->error != NULL)
    return NULL;
  node = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_ARITHMETIC, left, right);
  node->op = (guint8)op;
  return node;
}

static RangFeelNode *
parse_power (RangFeelParser *parser)
{
  RangFeelNode *left = parse_sign (parser);

  while (left != NULL && rang_feel_parser_accept (parser, "**"))
    left = arithmetic (parser, RANG_FEEL_OP_POWER, left, parse_sign (parser));
  return left;
}

static RangFeelNode *
parse_product (RangFeelParser *parser)
{
  RangFeelNode *left = parse_power (parser);

  while (left != NULL)
    {
      char c = rang_feel_parser_peek (parser);
      if (c != '*' && c != '/')
        return left;
      parser->at++;
      left = arithmetic (parser, c == '*' ? RANG_FEEL_OP_MULTIPLY : RANG_FEEL_OP_DIVIDE, left, parse_power (parser));
    }
  return NULL;
}

RangFeelNode *
rang_feel_parser_additive (RangFeelParser *parser)
{
  RangFeelNode *left = parse_product (parser);

  while (left != NULL)
    {
      char c = rang_feel_parser_peek (parser);
      if (c != '+' && c != '-')
        return left;
      parser->at++;
      left = arithmetic (parser, c == '+' ? RANG_FEEL_OP_ADD : RANG_FEEL_OP_SUBTRACT, left, parse_product (parser));
    }
  return NULL;
}

static RangFeelNode *
parse_between (RangFeelParser *parser, RangFeelNode *value)
{
  RangFeelNode *node = rang_feel_parser_node (parser, RANG_FEEL_NODE_BETWEEN, 3);

  node->children[0] = value;
  node->children[1] = rang_feel_parser_additive (parser);
  if (node->children[1] == NULL)
    return NULL;
  if (!rang_feel_parser_accept_word (parser, "and"))
    return rang_feel_parser_fail (parser, _ ("“and” is missing after “between”"));
  node->children[2] = rang_feel_parser_additive (parser);
  return node->children[2] != NULL ? node : NULL;
}

static RangFeelNode *
parse_in (RangFeelParser *parser, RangFeelNode *value)
{
  RangFeelNode *tests = NULL;
  gsize start;

  if (rang_feel_parser_peek (parser) == '(')
    {
      start = parser->at++;
      tests = rang_feel_parser_positive_tests (parser, ')');
      if (tests == NULL)
        {
          /* No list of tests: perhaps a range such as (1..5]. */
          parser->steps += RANG_FEEL_PARSER_RETRY;
          if (parser->steps > RANG_FEEL_PARSER_STEPS)
            return NULL;
          g_clear_error (&parser->error);
          parser->at = start;
        }
    }
  if (tests == NULL)
    tests = rang_feel_parser_positive_test (parser);
  return tests != NULL ? rang_feel_parser_node_of (parser, RANG_FEEL_NODE_IN, value, tests) : NULL;
}

static RangFeelNode *
parse_comparison (RangFeelParser *parser)
{
  RangFeelNode *left = rang_feel_parser_additive (parser);

  while (left != NULL && parser->error == NULL)
    {
      RangFeelOperator op = rang_feel_parser_accept_comparison (parser);
      if (op != RANG_FEEL_OP_NONE)
        {
          RangFeelNode *right = rang_feel_parser_additive (parser);
          if (right == NULL)
            return NULL;
          left = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_COMPARE, left, right);
          left->op = (guint8)op;
        }
      else if (rang_feel_parser_accept_word (parser, "between"))
        left = parse_between (parser, left);
      else if (rang_feel_parser_accept_word (parser, "in"))
        left = parse_in (parser, left);
      else
        return left;
    }
  return NULL;
}

static RangFeelNode *
parse_and (RangFeelParser *parser)
{
  RangFeelNode *left = parse_comparison (parser);

  while (left != NULL && rang_feel_parser_accept_word (parser, "and"))
    {
      RangFeelNode *right = parse_comparison (parser);
      left = right != NULL ? rang_feel_parser_node_of (parser, RANG_FEEL_NODE_AND, left, right) : NULL;
    }
  return left;
}

RangFeelNode *
rang_feel_parser_expression (RangFeelParser *parser)
{
  gboolean no_filter = parser->no_filter;
  RangFeelNode *left;

  if (++parser->depth > MAX_DEPTH)
    return rang_feel_parser_fail (parser, _ ("the expression is nested too deeply"));
  parser->no_filter = FALSE;
  left = parse_and (parser);
  while (left != NULL && rang_feel_parser_accept_word (parser, "or"))
    {
      RangFeelNode *right = parse_and (parser);
      left = right != NULL ? rang_feel_parser_node_of (parser, RANG_FEEL_NODE_OR, left, right) : NULL;
    }
  parser->depth--;
  parser->no_filter = no_filter;
  return parser->error == NULL ? left : NULL;
}

typedef RangFeelNode *(*ParseFunc) (RangFeelParser *parser);

static RangFeelNode *
parse_cell (RangFeelParser *parser)
{
  RangFeelNode *tests;

  if (rang_feel_parser_peek (parser) == '-'
      && parser->text[rang_feel_lexer_skip_space (parser->text, parser->at + 1)] == '\0')
    {
      parser->at++;
      return rang_feel_parser_node (parser, RANG_FEEL_NODE_TEST_ANY, 0);
    }
  if (rang_feel_parser_accept_word (parser, "not") && rang_feel_parser_accept (parser, "("))
    {
      tests = rang_feel_parser_positive_tests (parser, ')');
      if (tests != NULL && rang_feel_parser_peek (parser) == '\0')
        return rang_feel_parser_node_of (parser, RANG_FEEL_NODE_TEST_NOT, tests, NULL);
      g_clear_error (&parser->error);
    }
  parser->at = 0;
  return rang_feel_parser_positive_tests (parser, '\0');
}

static RangFeelNode *
parse_text (const RangFeelScope *scope, const char *text, ParseFunc parse, GError **error)
{
  RangFeelParser parser = { .scope = scope, .arena = scope->arena, .text = text, .names = scope->names };
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  RangFeelNode *node;

  parser.keys = keys;
  if (strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION,
                           _ ("the expression is too long or no text"));
      return NULL;
    }
  node = parse (&parser);
  if (node != NULL && parser.error == NULL && rang_feel_parser_peek (&parser) != '\0')
    node = rang_feel_parser_fail (&parser, _ ("this does not belong here"));
  if (node == NULL && parser.error == NULL)
    rang_feel_parser_fail (&parser, _ ("an expression is missing"));
  if (parser.error != NULL)
    {
      propagate_error (&parser, error);
      return NULL;
    }
  node->uses_input = parser.uses_input;
  return node;
}

RangFeelNode *
rang_feel_parse_expression (const RangFeelScope *scope, const char *text, GError **error)
{
  return parse_text (scope, text, rang_feel_parser_expression, error);
}

RangFeelNode *
rang_feel_parse_unary_tests (const RangFeelScope *scope, const char *text, GError **error)
{
  return parse_text (scope, text, parse_cell, error);
}

const RangFeelType *
rang_feel_parse_type (const RangFeelScope *scope, const char *text, GError **error)
{
  RangFeelParser parser = { .scope = scope, .arena = scope->arena, .text = text, .names = scope->names };
  const RangFeelType *type = rang_feel_parser_type (&parser);

  if (type != NULL && parser.error == NULL && rang_feel_parser_peek (&parser) != '\0')
    rang_feel_parser_fail (&parser, _ ("this does not belong here"));
  if (parser.error != NULL)
    {
      propagate_error (&parser, error);
      return NULL;
    }
  return type;
}
