/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The FEEL parser's types: "list<number>", "context<a: string>", "function<number> -> string", names of item
 * definitions. */
#include "rules/rang-feel-parser-private.h"

#include <glib/gi18n-lib.h>

#include "rules/rang-feel-lexer.h"
#include "rules/rang-feel-types.h"

static RangFeelType *
new_type (RangFeelParser *parser, RangFeelTypeKind kind)
{
  RangFeelType *type = rang_feel_arena_new0 (parser->arena, RangFeelType);

  type->kind = kind;
  return type;
}

static const RangFeelType *
parse_element (RangFeelParser *parser, RangFeelTypeKind kind)
{
  RangFeelType *type = new_type (parser, kind);

  type->element = rang_feel_parser_type (parser);
  return type->element != NULL && rang_feel_parser_expect (parser, ">") ? type : NULL;
}

static void
set_fields (RangFeelParser *parser, RangFeelType *type, GPtrArray *names, GPtrArray *types)
{
  type->n = types->len;
  type->types = rang_feel_arena_array (parser->arena, const RangFeelType *, types->len);
  type->names = names != NULL ? rang_feel_arena_array (parser->arena, const char *, types->len) : NULL;
  for (guint i = 0; i < types->len; i++)
    {
      type->types[i] = types->pdata[i];
      if (names != NULL)
        type->names[i] = names->pdata[i];
    }
}

static const RangFeelType *
parse_context_type (RangFeelParser *parser)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  RangFeelType *type = new_type (parser, RANG_FEEL_TYPE_CONTEXT);

  do
    {
      const char *name = rang_feel_parser_new_name (parser, ":,<>", NULL);
      const RangFeelType *member;

      if (name == NULL)
        return rang_feel_parser_fail (parser, _ ("the name of an entry is missing"));
      if (!rang_feel_parser_expect (parser, ":"))
        return NULL;
      member = rang_feel_parser_type (parser);
      if (member == NULL)
        return NULL;
      g_ptr_array_add (names, (gpointer)name);
      g_ptr_array_add (types, (gpointer)member);
    }
  while (rang_feel_parser_accept (parser, ","));
  if (!rang_feel_parser_expect (parser, ">"))
    return NULL;
  set_fields (parser, type, names, types);
  return type;
}

static const RangFeelType *
parse_function_type (RangFeelParser *parser)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  RangFeelType *type = new_type (parser, RANG_FEEL_TYPE_FUNCTION);

  if (!rang_feel_parser_accept (parser, ">"))
    {
      do
        {
          const RangFeelType *parameter = rang_feel_parser_type (parser);
          if (parameter == NULL)
            return NULL;
          g_ptr_array_add (types, (gpointer)parameter);
        }
      while (rang_feel_parser_accept (parser, ","));
      if (!rang_feel_parser_expect (parser, ">"))
        return NULL;
    }
  set_fields (parser, type, NULL, types);
  if (!rang_feel_parser_expect (parser, "->"))
    return NULL;
  type->element = rang_feel_parser_type (parser);
  return type->element != NULL ? type : NULL;
}

static const RangFeelType *
parse_parametric (RangFeelParser *parser, const RangFeelType *type)
{
  switch (type->kind)
    {
    case RANG_FEEL_TYPE_LIST:
    case RANG_FEEL_TYPE_RANGE:
      return parse_element (parser, type->kind);
    case RANG_FEEL_TYPE_CONTEXT:
      return parse_context_type (parser);
    case RANG_FEEL_TYPE_FUNCTION:
      return parse_function_type (parser);
    default:
      return rang_feel_parser_fail (parser, _ ("this type has no types in it"));
    }
}

const RangFeelType *
rang_feel_parser_type (RangFeelParser *parser)
{
  const RangFeelType *type, *own = NULL;
  gsize end, own_end;

  if (++parser->depth > 100)
    return rang_feel_parser_fail (parser, _ ("the expression is nested too deeply"));
  rang_feel_parser_peek (parser);
  end = own_end = parser->at;
  type = rang_feel_type_match (parser->text, &end);
  if (parser->scope->types != NULL)
    own = parser->scope->types (parser->scope->types_data, parser->text, &own_end);
  if (own != NULL && own_end > end)
    {
      type = own;
      end = own_end;
    }
  if (type == NULL)
    {
      if (parser->scope->strict)
        return rang_feel_parser_fail (parser, _ ("unknown type"));
      end = rang_feel_lexer_word (parser->text, parser->at);
      if (end == parser->at)
        return rang_feel_parser_fail (parser, _ ("a type is missing"));
      type = &rang_feel_type_unknown;
    }
  parser->at = end;
  if (type != own && rang_feel_parser_accept (parser, "<"))
    type = parse_parametric (parser, type);
  parser->depth--;
  return type;
}
