/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser: what all its parts use, and the operators from "or" down to the sign. */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-builtins.h"
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

RangFeelNode *
rang_feel_parser_node (RangFeelParser *parser, RangFeelNodeKind kind, guint n)
{
  RangFeelNode *node = rang_feel_arena_new0 (parser->arena, RangFeelNode);

  node->kind = (guint8)kind;
  node->position = (guint)parser->at;
  node->n = n;
  if (n > 0)
    node->children = rang_feel_arena_array (parser->arena, RangFeelNode *, n);
  if (++parser->steps > RANG_FEEL_PARSER_STEPS)
    rang_feel_parser_fail (parser, _ ("the expression is too long"));
  return node;
}

RangFeelNode *
rang_feel_parser_node_of (RangFeelParser *parser, RangFeelNodeKind kind, RangFeelNode *first, RangFeelNode *second)
{
  RangFeelNode *node = rang_feel_parser_node (parser, kind, second != NULL ? 2 : 1);

  node->children[0] = first;
  if (second != NULL)
    node->children[1] = second;
  return node;
}

RangFeelNode *
rang_feel_parser_node_from (RangFeelParser *parser, RangFeelNodeKind kind, GPtrArray *children)
{
  RangFeelNode *node = rang_feel_parser_node (parser, kind, children->len);

  for (guint i = 0; i < children->len; i++)
    node->children[i] = children->pdata[i];
  return node;
}

void
rang_feel_parser_set_names (RangFeelParser *parser, RangFeelNode *node, GPtrArray *names)
{
  node->n_names = names->len;
  node->names = rang_feel_arena_array (parser->arena, const char *, names->len);
  for (guint i = 0; i < names->len; i++)
    node->names[i] = names->pdata[i];
}

void
rang_feel_parser_set_name (RangFeelNode *node, const char *name)
{
  node->name = name;
  node->hash = g_str_hash (name);
}

char
rang_feel_parser_peek (RangFeelParser *parser)
{
  parser->at = rang_feel_lexer_skip_space (parser->text, parser->at);
  return parser->text[parser->at];
}

gboolean
rang_feel_parser_accept (RangFeelParser *parser, const char *sign)
{
  rang_feel_parser_peek (parser);
  if (!g_str_has_prefix (parser->text + parser->at, sign))
    return FALSE;
  parser->at += strlen (sign);
  return TRUE;
}

gboolean
rang_feel_parser_expect (RangFeelParser *parser, const char *sign)
{
  g_autofree char *what = NULL;

  if (rang_feel_parser_accept (parser, sign))
    return TRUE;
  /* Translators: the sign or word that is missing in an expression; the place follows */
  what = g_strdup_printf (_ ("“%s” is missing"), sign);
  rang_feel_parser_fail (parser, what);
  return FALSE;
}

gboolean
rang_feel_parser_accept_word (RangFeelParser *parser, const char *word)
{
  gsize end;

  rang_feel_parser_peek (parser);
  end = rang_feel_lexer_word (parser->text, parser->at);
  if (end - parser->at != strlen (word) || strncmp (parser->text + parser->at, word, strlen (word)) != 0)
    return FALSE;
  parser->at = end;
  return TRUE;
}

RangFeelOperator
rang_feel_parser_accept_comparison (RangFeelParser *parser)
{
  static const struct
  {
    const char *sign;
    RangFeelOperator op;
  } signs[] = {
    { "<=", RANG_FEEL_OP_LESS_EQUAL }, { ">=", RANG_FEEL_OP_GREATER_EQUAL }, { "!=", RANG_FEEL_OP_NOT_EQUAL },
    { "<", RANG_FEEL_OP_LESS },        { ">", RANG_FEEL_OP_GREATER },        { "=", RANG_FEEL_OP_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (rang_feel_parser_accept (parser, signs[i].sign))
      return signs[i].op;
  return RANG_FEEL_OP_NONE;
}

const char *
rang_feel_parser_new_name (RangFeelParser *parser, const char *stops, const char *word)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (;;)
    {
      gsize before = parser->at, end;
      char c = rang_feel_parser_peek (parser);

      if (parser->at != before && raw->len > 0)
        g_string_append_c (raw, ' ');
      if (c == '\0' || strchr (stops, c) != NULL)
        break;
      end = rang_feel_lexer_word (parser->text, parser->at);
      if (word != NULL && end - parser->at == strlen (word)
          && strncmp (parser->text + parser->at, word, strlen (word)) == 0)
        break;
      if (end == parser->at && raw->len > 0)
        {
          gsize digits = parser->at;
          while (g_ascii_isdigit (parser->text[digits]))
            digits++;
          end = digits > parser->at ? digits : end;
          if (end == parser->at && strchr ("./-'+*", c) != NULL)
            end++;
        }
      if (end == parser->at)
        return NULL;
      g_string_append_len (raw, parser->text + parser->at, (gssize)(end - parser->at));
      parser->at = end;
    }
  name = rang_feel_lexer_normalize_name (raw->str);
  return *name != '\0' ? rang_feel_arena_strndup (parser->arena, name, strlen (name)) : NULL;
}

static void
match_longest (RangFeelParser *parser, GPtrArray *names, const char **best, gsize *end)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      gsize behind = rang_feel_lexer_match_name (parser->text, parser->at, names->pdata[i]);
      if (behind > *end)
        {
          *end = behind;
          *best = names->pdata[i];
        }
    }
}

const char *
rang_feel_parser_known_name (RangFeelParser *parser, gboolean members, gsize *end)
{
  const char *best = NULL;
  gsize behind;

  *end = parser->at;
  for (const RangFeelNames *names = parser->names; names != NULL; names = names->parent)
    {
      match_longest (parser, names->names, &best, end);
      members = members || names->open;
    }
  if (members)
    {
      match_longest (parser, parser->scope->members, &best, end);
      match_longest (parser, parser->keys, &best, end);
    }
  behind = rang_feel_builtins_match (parser->text, parser->at, &best, *end);
  if (behind > *end)
    *end = behind;
  return best;
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
