/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser's primaries: literals, names, lists, ranges, contexts, and what follows them (path, filter, call). */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-builtins.h"
#include "rules/rang-feel-compare.h"
#include "rules/rang-feel-lexer.h"
#include "rules/rang-feel-temporal.h"

static RangFeelNode *
literal (RangFeelParser *parser, const RangFeelValue *value)
{
  RangFeelNode *node = rang_feel_parser_node (parser, RANG_FEEL_NODE_LITERAL, 0);

  node->value = value;
  return node;
}

static RangFeelNode *
parse_number (RangFeelParser *parser)
{
  gsize end = rang_feel_lexer_number (parser->text, parser->at);
  RangFeelNumber number;

  if (!rang_feel_number_parse (parser->text + parser->at, end - parser->at, &number))
    return rang_feel_parser_fail (parser, _ ("this is no number"));
  parser->at = end;
  return literal (parser, rang_feel_value_new_number (parser->arena, &number));
}

static char *
parse_quoted (RangFeelParser *parser)
{
  char *string = NULL;
  gsize end = rang_feel_lexer_string (parser->text, parser->at, &string);

  if (string == NULL)
    return rang_feel_parser_fail (parser, _ ("the closing quote is missing"));
  parser->at = end;
  return string;
}

static RangFeelNode *
parse_string (RangFeelParser *parser)
{
  char *string = parse_quoted (parser);

  return string != NULL ? literal (parser, rang_feel_value_take_string (parser->arena, string)) : NULL;
}

/* @"2026-11-24", @"P3D" … */
static RangFeelNode *
parse_at_literal (RangFeelParser *parser)
{
  g_autofree char *string = NULL;

  parser->at++;
  if (rang_feel_parser_peek (parser) != '"')
    return rang_feel_parser_fail (parser, _ ("a quoted date, time or duration is missing"));
  string = parse_quoted (parser);
  if (string == NULL)
    return NULL;
  return literal (parser, rang_feel_temporal_parse_any (parser->arena, string));
}

static gboolean
knows (RangFeelParser *parser, const char *name, gboolean *open)
{
  for (const RangFeelNames *names = parser->names; names != NULL; names = names->parent)
    {
      *open = *open || names->open;
      for (guint i = 0; names->names != NULL && i < names->names->len; i++)
        if (g_str_equal (names->names->pdata[i], name))
          return TRUE;
    }
  return FALSE;
}

static RangFeelNode *
name_node (RangFeelParser *parser, const char *name, gsize end)
{
  RangFeelNode *node;
  gboolean open = FALSE, known = knows (parser, name, &open);
  const RangFeelValue *builtin = known ? NULL : rang_feel_builtins_find (name);

  if (!known && !open && builtin == NULL && parser->scope->strict)
    return rang_feel_parser_fail (parser, _ ("unknown name"));
  if (builtin != NULL && !open)
    node = literal (parser, builtin);
  else
    {
      node = rang_feel_parser_node (parser, RANG_FEEL_NODE_NAME, 0);
      node->value = builtin;
      if (g_str_equal (name, "?"))
        parser->uses_input = TRUE;
    }
  rang_feel_parser_set_name (node, name);
  parser->at = end;
  return node;
}

static RangFeelNode *
parse_word (RangFeelParser *parser)
{
  gsize word = rang_feel_lexer_word (parser->text, parser->at), end;
  const char *start = parser->text + parser->at;
  const char *known = rang_feel_parser_known_name (parser, FALSE, &end);
  g_autofree char *keyword = NULL;

  if (known != NULL && (end > word || !rang_feel_lexer_is_keyword (start, word - parser->at)))
    return name_node (parser, known, end);
  if (!rang_feel_lexer_is_keyword (start, word - parser->at))
    return name_node (parser, rang_feel_arena_strndup (parser->arena, start, word - parser->at), word);
  keyword = g_strndup (start, word - parser->at);
  return rang_feel_parser_special (parser, keyword);
}

/* A range of constants is a constant; NULL if it is none or its ends do not fit together. */
static const RangFeelValue *
constant_range (RangFeelParser *parser, const RangFeelNode *low, const RangFeelNode *high, int bits)
{
  RangFeelRange range = { .low_closed = (bits & RANG_FEEL_RANGE_LOW_CLOSED) != 0,
                          .high_closed = (bits & RANG_FEEL_RANGE_HIGH_CLOSED) != 0,
                          .single = (bits & RANG_FEEL_RANGE_SINGLE) != 0,
                          .negated = (bits & RANG_FEEL_RANGE_NEGATED) != 0 };
  int order;

  if ((low != NULL && low->kind != RANG_FEEL_NODE_LITERAL) || (high != NULL && high->kind != RANG_FEEL_NODE_LITERAL))
    return NULL;
  range.low = low != NULL ? low->value : NULL;
  range.high = high != NULL ? high->value : NULL;
  if (range.low != NULL && range.high != NULL && !rang_feel_compare_order (range.low, range.high, &order))
    return NULL;
  return rang_feel_value_new_range (parser->arena, &range);
}

static RangFeelNode *
range_node (RangFeelParser *parser, RangFeelNode *low, RangFeelNode *high, int bits)
{
  const RangFeelValue *value = constant_range (parser, low, high, bits);
  RangFeelNode *node
      = value != NULL ? literal (parser, value) : rang_feel_parser_node (parser, RANG_FEEL_NODE_RANGE, 2);

  if (value != NULL)
    return node;

  node->children[0] = low;
  node->children[1] = high;
  node->op = (guint8)bits;
  return node;
}

/* What follows the low end of a range: ".. high" and the closing bracket. */
static RangFeelNode *
parse_range_end (RangFeelParser *parser, RangFeelNode *low, int bits)
{
  gsize start = parser->at;
  RangFeelNode *high = rang_feel_parser_additive (parser);

  if (high == NULL && parser->steps < RANG_FEEL_PARSER_STEPS)
    {
      /* The bracket behind the end may be the range's own, as in [1..10[, and no filter. */
      parser->steps += RANG_FEEL_PARSER_RETRY;
      g_clear_error (&parser->error);
      parser->at = start;
      parser->no_filter = TRUE;
      high = rang_feel_parser_additive (parser);
      parser->no_filter = FALSE;
    }
  if (high == NULL)
    return NULL;
  if (rang_feel_parser_accept (parser, "]"))
    bits |= RANG_FEEL_RANGE_HIGH_CLOSED;
  else if (!rang_feel_parser_accept (parser, ")") && !rang_feel_parser_accept (parser, "["))
    return rang_feel_parser_fail (parser, _ ("the closing bracket of the range is missing"));
  return range_node (parser, low, high, bits);
}

/* (< 5), (>= 5), (= 5): a range with one end. */
static RangFeelNode *
parse_open_range (RangFeelParser *parser, RangFeelOperator op)
{
  RangFeelNode *end = rang_feel_parser_additive (parser);

  if (end == NULL || !rang_feel_parser_expect (parser, ")"))
    return NULL;
  switch (op)
    {
    case RANG_FEEL_OP_LESS:
      return range_node (parser, NULL, end, 0);
    case RANG_FEEL_OP_LESS_EQUAL:
      return range_node (parser, NULL, end, RANG_FEEL_RANGE_HIGH_CLOSED);
    case RANG_FEEL_OP_GREATER:
      return range_node (parser, end, NULL, 0);
    case RANG_FEEL_OP_GREATER_EQUAL:
      return range_node (parser, end, NULL, RANG_FEEL_RANGE_LOW_CLOSED);
    case RANG_FEEL_OP_EQUAL:
      return range_node (parser, end, end,
                         RANG_FEEL_RANGE_LOW_CLOSED | RANG_FEEL_RANGE_HIGH_CLOSED | RANG_FEEL_RANGE_SINGLE);
    default:
      return range_node (parser, end, end, RANG_FEEL_RANGE_SINGLE | RANG_FEEL_RANGE_NEGATED);
    }
}

static RangFeelNode *
parse_parenthesis (RangFeelParser *parser)
{
  RangFeelOperator op;
  RangFeelNode *inner;

  parser->at++;
  op = rang_feel_parser_accept_comparison (parser);
  if (op != RANG_FEEL_OP_NONE)
    return parse_open_range (parser, op);
  inner = rang_feel_parser_expression (parser);
  if (inner == NULL)
    return NULL;
  if (rang_feel_parser_accept (parser, ".."))
    return parse_range_end (parser, inner, 0);
  return rang_feel_parser_expect (parser, ")") ? inner : NULL;
}

static RangFeelNode *
parse_list_or_range (RangFeelParser *parser)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  parser->at++;
  if (rang_feel_parser_accept (parser, "]"))
    return rang_feel_parser_node (parser, RANG_FEEL_NODE_LIST, 0);
  do
    {
      RangFeelNode *item = rang_feel_parser_expression (parser);
      if (item == NULL)
        return NULL;
      if (items->len == 0 && rang_feel_parser_accept (parser, ".."))
        return parse_range_end (parser, item, RANG_FEEL_RANGE_LOW_CLOSED);
      g_ptr_array_add (items, item);
    }
  while (rang_feel_parser_accept (parser, ","));
  if (!rang_feel_parser_expect (parser, "]"))
    return NULL;
  return rang_feel_parser_node_from (parser, RANG_FEEL_NODE_LIST, items);
}

/* ]1..5] */
static RangFeelNode *
parse_reversed_range (RangFeelParser *parser)
{
  RangFeelNode *low;

  parser->at++;
  low = rang_feel_parser_additive (parser);
  if (low == NULL || !rang_feel_parser_expect (parser, ".."))
    return NULL;
  return parse_range_end (parser, low, 0);
}

static const char *
parse_key (RangFeelParser *parser)
{
  const char *name;

  if (rang_feel_parser_peek (parser) == '"')
    {
      g_autofree char *string = parse_quoted (parser);
      return string != NULL ? rang_feel_arena_strndup (parser->arena, string, strlen (string)) : NULL;
    }
  name = rang_feel_parser_new_name (parser, ":", NULL);
  if (name == NULL)
    rang_feel_parser_fail (parser, _ ("the name of an entry is missing"));
  return name;
}

static gboolean
parse_entries (RangFeelParser *parser, GPtrArray *keys, GPtrArray *values)
{
  do
    {
      const char *key = parse_key (parser);
      RangFeelNode *value;

      if (key == NULL || !rang_feel_parser_expect (parser, ":"))
        return FALSE;
      value = rang_feel_parser_expression (parser);
      if (value == NULL)
        return FALSE;
      if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        {
          rang_feel_parser_fail (parser, _ ("two entries have the same name"));
          return FALSE;
        }
      if (key[rang_feel_lexer_word (key, 0)] != '\0' && *key != '\0')
        g_ptr_array_add (parser->keys, (gpointer)key);
      g_ptr_array_add (keys, (gpointer)key);
      g_ptr_array_add (values, value);
    }
  while (rang_feel_parser_accept (parser, ","));
  return rang_feel_parser_expect (parser, "}");
}

static RangFeelNode *
parse_context (RangFeelParser *parser)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  RangFeelNames names = { .parent = parser->names, .names = keys };
  RangFeelNode *node;

  parser->at++;
  if (!rang_feel_parser_accept (parser, "}"))
    {
      gboolean complete;
      parser->names = &names;
      complete = parse_entries (parser, keys, values);
      parser->names = names.parent;
      if (!complete)
        return NULL;
    }
  node = rang_feel_parser_node_from (parser, RANG_FEEL_NODE_CONTEXT, values);
  rang_feel_parser_set_names (parser, node, keys);
  return node;
}

/* Property names of FEEL's own that have two words. */
static const char *
own_property (RangFeelParser *parser, gsize *end)
{
  static const char *const names[] = { "time offset", "start included", "end included" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *end = rang_feel_lexer_match_name (parser->text, parser->at, names[i]);
      if (*end > parser->at)
        return names[i];
    }
  return NULL;
}

static RangFeelNode *
parse_path (RangFeelParser *parser, RangFeelNode *left)
{
  RangFeelNode *node;
  const char *name;
  gsize word, end;

  rang_feel_parser_peek (parser);
  word = rang_feel_lexer_word (parser->text, parser->at);
  name = rang_feel_parser_known_name (parser, TRUE, &end);
  if (name == NULL || end <= word)
    {
      name = own_property (parser, &end);
      if (name == NULL)
        {
          end = word;
          name = rang_feel_arena_strndup (parser->arena, parser->text + parser->at, word - parser->at);
        }
    }
  if (end == parser->at)
    return rang_feel_parser_fail (parser, _ ("a name is missing after the dot"));
  parser->at = end;
  node = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_PATH, left, NULL);
  rang_feel_parser_set_name (node, name);
  return node;
}

static RangFeelNode *
parse_filter (RangFeelParser *parser, RangFeelNode *left)
{
  g_autoptr (GPtrArray) item = g_ptr_array_new ();
  RangFeelNames names = { .parent = parser->names, .names = item, .open = TRUE };
  RangFeelNode *condition;

  g_ptr_array_add (item, (gpointer) "item");
  parser->names = &names;
  condition = rang_feel_parser_expression (parser);
  parser->names = names.parent;
  if (condition == NULL || !rang_feel_parser_expect (parser, "]"))
    return NULL;
  return rang_feel_parser_node_of (parser, RANG_FEEL_NODE_FILTER, left, condition);
}

static RangFeelNode *
parse_instance_of (RangFeelParser *parser, RangFeelNode *left)
{
  RangFeelNode *node;

  if (!rang_feel_parser_accept_word (parser, "of"))
    return rang_feel_parser_fail (parser, _ ("“of” is missing after “instance”"));
  node = rang_feel_parser_node_of (parser, RANG_FEEL_NODE_INSTANCE_OF, left, NULL);
  node->type = rang_feel_parser_type (parser);
  return node->type != NULL ? node : NULL;
}

static RangFeelNode *
parse_head (RangFeelParser *parser)
{
  char c = rang_feel_parser_peek (parser);

  switch (c)
    {
    case '"':
      return parse_string (parser);
    case '@':
      return parse_at_literal (parser);
    case '(':
      return parse_parenthesis (parser);
    case '[':
      return parse_list_or_range (parser);
    case ']':
      return parse_reversed_range (parser);
    case '{':
      return parse_context (parser);
    default:
      if (g_ascii_isdigit (c) || (c == '.' && g_ascii_isdigit (parser->text[parser->at + 1])))
        return parse_number (parser);
      if (rang_feel_lexer_word (parser->text, parser->at) != parser->at)
        return parse_word (parser);
      return rang_feel_parser_fail (parser, _ ("an expression is missing"));
    }
}

RangFeelNode *
rang_feel_parser_primary (RangFeelParser *parser)
{
  RangFeelNode *node = parse_head (parser);

  while (node != NULL && parser->error == NULL)
    {
      char c = rang_feel_parser_peek (parser);
      if (c == '.' && parser->text[parser->at + 1] != '.')
        {
          parser->at++;
          node = parse_path (parser, node);
        }
      else if (c == '[' && !parser->no_filter)
        {
          parser->at++;
          node = parse_filter (parser, node);
        }
      else if (c == '(')
        {
          parser->at++;
          node = rang_feel_parser_arguments (parser, node);
        }
      else if (rang_feel_parser_accept_word (parser, "instance"))
        node = parse_instance_of (parser, node);
      else
        return node;
    }
  return NULL;
}
