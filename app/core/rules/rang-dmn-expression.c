/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxed expressions of DMN, compiled to the same nodes as FEEL's own forms. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-types.h"

typedef RangFeelNode *(*ReadFunc) (RangDmnReader *reader, xmlNode *node);

static RangFeelNode *
new_node (RangDmnReader *reader, RangFeelNodeKind kind, guint n)
{
  RangFeelNode *node = rang_feel_arena_new0 (reader->arena, RangFeelNode);

  node->kind = (guint8)kind;
  node->n = n;
  node->children = rang_feel_arena_array (reader->arena, RangFeelNode *, n);
  return node;
}

static RangFeelNode *
error_node (RangDmnReader *reader)
{
  return new_node (reader, RANG_FEEL_NODE_ERROR, 0);
}

RangFeelNode *
rang_dmn_expression_text (RangDmnReader *reader, xmlNode *node, const char *text, const char *where)
{
  RangFeelScope scope = rang_dmn_reader_scope (reader);
  GError *error = NULL;
  RangFeelNode *result = rang_feel_parse_expression (&scope, text, &error);

  if (result != NULL)
    return result;
  rang_dmn_reader_fault (reader, node, where, error);
  return error_node (reader);
}

static RangFeelNode *
read_literal (RangDmnReader *reader, xmlNode *node)
{
  g_autofree char *text = rang_dmn_xml_text (node, "text");
  g_autofree char *language = rang_dmn_xml_attribute (node, "expressionLanguage");

  if (language != NULL && g_ascii_strncasecmp (language, "http", 4) == 0 && strstr (language, "FEEL") == NULL
      && strstr (language, "feel") == NULL)
    {
      rang_dmn_reader_fault (reader, node, NULL,
                             g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL,
                                          _ ("the expression is not in FEEL but in %s"), language));
      return error_node (reader);
    }
  if (text == NULL || *text == '\0')
    {
      rang_dmn_reader_fault (
          reader, node, NULL,
          g_error_new_literal (RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION, _ ("the expression is empty")));
      return error_node (reader);
    }
  return rang_dmn_expression_text (reader, node, text, NULL);
}

/* Compiles a child with more names in scope. */
static RangFeelNode *
read_with (RangDmnReader *reader, xmlNode *node, GPtrArray *names, gboolean open)
{
  RangFeelNames inner = { .parent = reader->names, .names = names, .open = open };
  RangFeelNode *result;

  reader->names = &inner;
  result = rang_dmn_expression_read (reader, node);
  reader->names = inner.parent;
  return result != NULL ? result : error_node (reader);
}

static RangFeelNode *
coerced (RangDmnReader *reader, RangFeelNode *value, const RangFeelType *type)
{
  RangFeelNode *coerce;

  if (type == NULL)
    return value;
  coerce = new_node (reader, RANG_FEEL_NODE_COERCE, 1);
  coerce->children[0] = value;
  coerce->type = type;
  return coerce;
}

static RangFeelNode *
read_context (RangDmnReader *reader, xmlNode *node)
{
  RangFeelNode *context = new_node (reader, RANG_FEEL_NODE_CONTEXT, rang_dmn_xml_count (node, "contextEntry"));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i = 0;

  context->names = rang_feel_arena_array (reader->arena, const char *, context->n);
  for (xmlNode *entry = rang_dmn_xml_child (node, "contextEntry"); entry != NULL;
       entry = rang_dmn_xml_next (entry, "contextEntry"))
    {
      xmlNode *variable = rang_dmn_xml_child (entry, "variable");
      g_autofree char *name = variable != NULL ? rang_dmn_reader_name (reader, variable) : NULL;
      const RangFeelType *type = rang_dmn_types_of (reader, variable);
      RangFeelNode *value = read_with (reader, rang_dmn_expression_find (entry), names, FALSE);

      context->children[i++] = coerced (reader, value, type);
      if (name == NULL)
        {
          context->n = i;
          break;
        }
      context->names[context->n_names++] = rang_dmn_reader_keep (reader, name);
      g_ptr_array_add (names, (gpointer)context->names[context->n_names - 1]);
    }
  return context;
}

static xmlNode *
next_expression (xmlNode *node)
{
  static const char *const kinds[]
      = { "literalExpression",  "context",     "decisionTable", "relation", "list", "invocation",
          "functionDefinition", "conditional", "filter",        "for",      "some", "every" };

  for (; node != NULL; node = node->next)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (rang_dmn_xml_is (node, kinds[i]))
        return node;
  return NULL;
}

xmlNode *
rang_dmn_expression_find (xmlNode *node)
{
  return node != NULL ? next_expression (node->children) : NULL;
}

static RangFeelNode *
read_list (RangDmnReader *reader, xmlNode *node)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  RangFeelNode *list;

  for (xmlNode *child = rang_dmn_expression_find (node); child != NULL; child = next_expression (child->next))
    g_ptr_array_add (items, rang_dmn_expression_read (reader, child));
  list = new_node (reader, RANG_FEEL_NODE_LIST, items->len);
  for (guint i = 0; i < items->len; i++)
    list->children[i] = items->pdata[i];
  return list;
}

static RangFeelNode *
read_relation (RangDmnReader *reader, xmlNode *node)
{
  RangFeelNode *list = new_node (reader, RANG_FEEL_NODE_LIST, rang_dmn_xml_count (node, "row"));
  guint n = rang_dmn_xml_count (node, "column"), column = 0, line = 0;
  const char **names = rang_feel_arena_array (reader->arena, const char *, n);
  g_autofree const RangFeelType **types = g_new0 (const RangFeelType *, n + 1);

  for (xmlNode *child = rang_dmn_xml_child (node, "column"); child != NULL; child = rang_dmn_xml_next (child, "column"))
    {
      g_autofree char *name = rang_dmn_reader_name (reader, child);
      types[column] = rang_dmn_types_of (reader, child);
      names[column++] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
    }
  for (xmlNode *row = rang_dmn_xml_child (node, "row"); row != NULL; row = rang_dmn_xml_next (row, "row"))
    {
      RangFeelNode *context = new_node (reader, RANG_FEEL_NODE_CONTEXT, n);
      xmlNode *cell = rang_dmn_expression_find (row);

      context->names = names;
      context->n_names = n;
      for (column = 0; column < n; column++)
        {
          RangFeelNode *value = cell != NULL ? rang_dmn_expression_read (reader, cell) : error_node (reader);
          context->children[column] = coerced (reader, value, types[column]);
          cell = cell != NULL ? next_expression (cell->next) : NULL;
        }
      list->children[line++] = context;
    }
  return list;
}

static RangFeelNode *
read_invocation (RangDmnReader *reader, xmlNode *node)
{
  guint n = rang_dmn_xml_count (node, "binding");
  RangFeelNode *call = new_node (reader, RANG_FEEL_NODE_CALL, n + 1);
  xmlNode *function = rang_dmn_expression_find (node);
  guint i = 1;

  call->children[0] = function != NULL ? rang_dmn_expression_read (reader, function) : error_node (reader);
  call->names = rang_feel_arena_array (reader->arena, const char *, n);
  call->n_names = n;
  for (xmlNode *binding = rang_dmn_xml_child (node, "binding"); binding != NULL;
       binding = rang_dmn_xml_next (binding, "binding"))
    {
      xmlNode *parameter = rang_dmn_xml_child (binding, "parameter");
      xmlNode *value = rang_dmn_expression_find (binding);
      g_autofree char *name = parameter != NULL ? rang_dmn_reader_name (reader, parameter) : NULL;

      call->names[i - 1] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
      call->children[i] = value != NULL ? rang_dmn_expression_read (reader, value) : error_node (reader);
      i++;
    }
  if (n == 0)
    call->names = NULL;
  return call;
}

RangFeelNode *
rang_dmn_expression_function (RangDmnReader *reader, xmlNode *node)
{
  guint n = rang_dmn_xml_count (node, "formalParameter");
  RangFeelNode *function = new_node (reader, RANG_FEEL_NODE_FUNCTION, 1);
  g_autofree char *kind = rang_dmn_xml_attribute (node, "kind");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i = 0;

  function->names = rang_feel_arena_array (reader->arena, const char *, n);
  function->types = rang_feel_arena_array (reader->arena, const RangFeelType *, n);
  function->n_names = n;
  for (xmlNode *parameter = rang_dmn_xml_child (node, "formalParameter"); parameter != NULL;
       parameter = rang_dmn_xml_next (parameter, "formalParameter"))
    {
      g_autofree char *name = rang_dmn_reader_name (reader, parameter);
      const RangFeelType *type = rang_dmn_types_of (reader, parameter);

      function->names[i] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
      function->types[i] = type != NULL ? type : &rang_feel_type_any;
      g_ptr_array_add (names, (gpointer)function->names[i]);
      i++;
    }
  if (kind != NULL && !g_str_equal (kind, "FEEL"))
    {
      rang_dmn_reader_fault (reader, node, NULL,
                             g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL,
                                          _ ("functions of the kind “%s” are not run; write it in FEEL"), kind));
      function->children[0] = error_node (reader);
      return function;
    }
  function->children[0] = read_with (reader, rang_dmn_expression_find (node), names, FALSE);
  return function;
}

/* The expression inside a child element such as <if>; NULL is an error node. */
static RangFeelNode *
read_part (RangDmnReader *reader, xmlNode *node, const char *name)
{
  xmlNode *part = rang_dmn_xml_child (node, name);
  xmlNode *expression = part != NULL ? rang_dmn_expression_find (part) : NULL;

  return expression != NULL ? rang_dmn_expression_read (reader, expression) : error_node (reader);
}

static RangFeelNode *
read_conditional (RangDmnReader *reader, xmlNode *node)
{
  RangFeelNode *result = new_node (reader, RANG_FEEL_NODE_IF, 3);

  result->op = RANG_FEEL_BOXED;
  result->children[0] = read_part (reader, node, "if");
  result->children[1] = read_part (reader, node, "then");
  result->children[2] = read_part (reader, node, "else");
  return result;
}

static RangFeelNode *
read_filter (RangDmnReader *reader, xmlNode *node)
{
  RangFeelNode *result = new_node (reader, RANG_FEEL_NODE_FILTER, 2);
  xmlNode *match = rang_dmn_xml_child (node, "match");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  result->op = RANG_FEEL_BOXED;
  g_ptr_array_add (names, (gpointer) "item");
  result->children[0] = read_part (reader, node, "in");
  result->children[1] = read_with (reader, rang_dmn_expression_find (match), names, TRUE);
  return result;
}

static RangFeelNode *
read_iteration (RangDmnReader *reader, xmlNode *node, RangFeelNodeKind kind, const char *body)
{
  RangFeelNode *result = new_node (reader, kind, 2);
  g_autofree char *name = rang_dmn_xml_attribute (node, "iteratorVariable");
  xmlNode *part = rang_dmn_xml_child (node, body);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  result->names = rang_feel_arena_array (reader->arena, const char *, 1);
  result->names[0] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
  result->n_names = 1;
  result->op = RANG_FEEL_BOXED;
  g_ptr_array_add (names, (gpointer)result->names[0]);
  g_ptr_array_add (names, (gpointer) "partial");
  result->children[0] = read_part (reader, node, "in");
  result->children[1] = read_with (reader, rang_dmn_expression_find (part), names, FALSE);
  return result;
}

static RangFeelNode *
read_for (RangDmnReader *reader, xmlNode *node)
{
  return read_iteration (reader, node, RANG_FEEL_NODE_FOR, "return");
}

static RangFeelNode *
read_some (RangDmnReader *reader, xmlNode *node)
{
  return read_iteration (reader, node, RANG_FEEL_NODE_SOME, "satisfies");
}

static RangFeelNode *
read_every (RangDmnReader *reader, xmlNode *node)
{
  return read_iteration (reader, node, RANG_FEEL_NODE_EVERY, "satisfies");
}

static RangFeelNode *
read_kind (RangDmnReader *reader, xmlNode *node)
{
  static const struct
  {
    const char *name;
    ReadFunc read;
  } kinds[] = {
    { "literalExpression", read_literal },
    { "context", read_context },
    { "decisionTable", rang_dmn_table_read },
    { "relation", read_relation },
    { "list", read_list },
    { "invocation", read_invocation },
    { "functionDefinition", rang_dmn_expression_function },
    { "conditional", read_conditional },
    { "filter", read_filter },
    { "for", read_for },
    { "some", read_some },
    { "every", read_every },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (rang_dmn_xml_is (node, kinds[i].name))
      return kinds[i].read (reader, node);
  return error_node (reader);
}

RangFeelNode *
rang_dmn_expression_read (RangDmnReader *reader, xmlNode *node)
{
  RangFeelNode *result;

  if (node == NULL)
    return NULL;
  result = read_kind (reader, node);
  return coerced (reader, result, rang_dmn_types_of (reader, node));
}
