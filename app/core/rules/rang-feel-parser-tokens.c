/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser: what all its parts use: nodes are made, signs, words and names are taken from the text. */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-feel-builtins.h"
#include "rules/rang-feel-lexer.h"

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
