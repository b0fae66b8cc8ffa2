/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Item definitions: the types that a model defines itself. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-lexer.h"
#include "rules/rang-feel-types.h"

#define MAX_DEPTH 60

static const RangFeelType *
read_definition (RangDmnReader *reader, xmlNode *node, guint depth);

/* The type that a typeRef names: "number", "feel:number", "tLoan", "import.tLoan". */
static const RangFeelType *
find_type (RangDmnReader *reader, const char *reference)
{
  g_autofree char *name = rang_feel_lexer_normalize_name (reference);
  const char *colon = strrchr (name, ':');
  const RangFeelType *type = g_hash_table_lookup (reader->types, name);
  RangFeelScope scope = rang_dmn_reader_scope (reader);

  if (type == NULL && colon != NULL)
    type = g_hash_table_lookup (reader->types, colon + 1);
  if (type == NULL)
    type = rang_feel_type_builtin (colon != NULL ? colon + 1 : name);
  if (type == NULL && strchr (name, '<') != NULL)
    {
      scope.strict = TRUE;
      type = rang_feel_parse_type (&scope, name, NULL);
    }
  return type;
}

const RangFeelType *
rang_dmn_types_of (RangDmnReader *reader, xmlNode *node)
{
  g_autofree char *reference = node != NULL ? rang_dmn_xml_attribute (node, "typeRef") : NULL;
  const RangFeelType *type;

  if (reference == NULL || *reference == '\0')
    return NULL;
  type = find_type (reader, reference);
  if (type == NULL)
    {
      rang_dmn_reader_fault (
          reader, node, NULL,
          g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL, _ ("unknown type “%s”"), reference));
      return &rang_feel_type_unknown;
    }
  return type->kind == RANG_FEEL_TYPE_ANY ? NULL : type;
}

const RangFeelType *
rang_dmn_types_lookup (gpointer data, const char *text, gsize *at)
{
  RangDmnReader *reader = data;
  GHashTableIter iter;
  gpointer name, type;
  const RangFeelType *best = NULL;
  gsize end = *at;

  g_hash_table_iter_init (&iter, reader->types);
  while (g_hash_table_iter_next (&iter, &name, &type))
    {
      gsize behind = rang_feel_lexer_match_name (text, *at, name);
      if (behind > end)
        {
          end = behind;
          best = type;
        }
    }
  *at = end;
  return best;
}

static void
read_components (RangDmnReader *reader, xmlNode *node, RangFeelType *type, guint depth)
{
  guint i = 0;

  type->kind = RANG_FEEL_TYPE_CONTEXT;
  type->n = rang_dmn_xml_count (node, "itemComponent");
  type->names = rang_feel_arena_array (reader->arena, const char *, type->n);
  type->types = rang_feel_arena_array (reader->arena, const RangFeelType *, type->n);
  for (xmlNode *child = rang_dmn_xml_child (node, "itemComponent"); child != NULL;
       child = rang_dmn_xml_next (child, "itemComponent"))
    {
      g_autofree char *name = rang_dmn_reader_name (reader, child);
      type->names[i] = rang_dmn_reader_keep (reader, name != NULL ? name : "");
      type->types[i] = read_definition (reader, child, depth + 1);
      i++;
    }
}

static void
read_function_item (RangDmnReader *reader, xmlNode *node, RangFeelType *type)
{
  g_autofree char *result = rang_dmn_xml_attribute (node, "outputTypeRef");
  guint i = 0;

  type->kind = RANG_FEEL_TYPE_FUNCTION;
  type->n = rang_dmn_xml_count (node, "parameters");
  type->types = rang_feel_arena_array (reader->arena, const RangFeelType *, type->n);
  for (xmlNode *child = rang_dmn_xml_child (node, "parameters"); child != NULL;
       child = rang_dmn_xml_next (child, "parameters"))
    {
      const RangFeelType *parameter = rang_dmn_types_of (reader, child);
      type->types[i++] = parameter != NULL ? parameter : &rang_feel_type_any;
    }
  type->element = result != NULL ? find_type (reader, result) : NULL;
  if (type->element == NULL)
    type->element = &rang_feel_type_any;
}

static const RangFeelNode *
read_allowed (RangDmnReader *reader, xmlNode *node, const char *element)
{
  xmlNode *values = rang_dmn_xml_child (node, element);
  g_autofree char *text = values != NULL ? rang_dmn_xml_text (values, "text") : NULL;
  RangFeelScope scope = rang_dmn_reader_scope (reader);
  GError *error = NULL;
  RangFeelNode *tests;

  if (text == NULL || *text == '\0')
    return NULL;
  tests = rang_feel_parse_unary_tests (&scope, text, &error);
  if (tests == NULL)
    rang_dmn_reader_fault (reader, values, _ ("allowed values"), error);
  return tests;
}

/* The type that a definition builds on: what it names, or what it consists of. It may not be filled in yet. */
static const RangFeelType *
read_base (RangDmnReader *reader, xmlNode *node, guint depth)
{
  g_autofree char *reference = rang_dmn_xml_text (node, "typeRef");
  xmlNode *function = rang_dmn_xml_child (node, "functionItem");
  RangFeelType *own = rang_feel_arena_new0 (reader->arena, RangFeelType);
  const RangFeelType *base;

  if (rang_dmn_xml_child (node, "itemComponent") != NULL)
    {
      read_components (reader, node, own, depth);
      return own;
    }
  if (function != NULL)
    {
      read_function_item (reader, function, own);
      return own;
    }
  if (reference == NULL || *reference == '\0')
    return &rang_feel_type_any;
  base = find_type (reader, reference);
  if (base != NULL)
    return base;
  rang_dmn_reader_fault (reader, node, NULL,
                         g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL, _ ("unknown type “%s”"), reference));
  return &rang_feel_type_unknown;
}

static const RangFeelType *
with_allowed (RangDmnReader *reader, xmlNode *node, const char *element, const RangFeelType *type)
{
  const RangFeelNode *allowed = read_allowed (reader, node, element);
  RangFeelType *narrowed;

  if (allowed == NULL || type->kind == RANG_FEEL_TYPE_UNKNOWN)
    return type;
  narrowed = rang_feel_arena_new0 (reader->arena, RangFeelType);
  *narrowed = *type;
  narrowed->allowed = allowed;
  narrowed->base = type;
  return narrowed;
}

static const RangFeelType *
read_definition (RangDmnReader *reader, xmlNode *node, guint depth)
{
  g_autofree char *collection = rang_dmn_xml_attribute (node, "isCollection");
  const RangFeelType *type;

  if (depth > MAX_DEPTH)
    {
      rang_dmn_reader_fail (reader, node, _ ("item definitions are nested too deeply"));
      return &rang_feel_type_unknown;
    }
  type = with_allowed (reader, node, "allowedValues", read_base (reader, node, depth));
  if (g_strcmp0 (collection, "true") == 0)
    {
      RangFeelType *list = rang_feel_arena_new0 (reader->arena, RangFeelType);
      list->kind = RANG_FEEL_TYPE_LIST;
      list->element = type;
      type = list;
    }
  return with_allowed (reader, node, "typeConstraint", type);
}

/* Fills in what can be: a definition may come before the one it builds on. Returns how many were filled in. */
static guint
fill_round (RangDmnReader *reader, GPtrArray *nodes, GPtrArray *types)
{
  guint filled = 0;

  for (guint i = 0; i < types->len; i++)
    {
      RangFeelType *type = types->pdata[i];
      const char *name = type->name;
      const RangFeelType *read;

      if (nodes->pdata[i] == NULL)
        continue;
      read = read_definition (reader, nodes->pdata[i], 0);
      if (read->kind == RANG_FEEL_TYPE_UNKNOWN && read->name != NULL)
        continue;
      *type = *read;
      type->name = name;
      nodes->pdata[i] = NULL;
      filled++;
    }
  return filled;
}

void
rang_dmn_types_read (RangDmnReader *reader, xmlNode *definitions)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (xmlNode *node = rang_dmn_xml_child (definitions, "itemDefinition"); node != NULL;
       node = rang_dmn_xml_next (node, "itemDefinition"))
    {
      g_autofree char *name = rang_dmn_reader_name (reader, node);
      RangFeelType *type = rang_feel_arena_new0 (reader->arena, RangFeelType);

      if (name == NULL)
        continue;
      type->kind = RANG_FEEL_TYPE_UNKNOWN;
      type->name = rang_dmn_reader_keep (reader, name);
      g_hash_table_insert (reader->types, g_strdup_printf ("%s#%s", reader->space, name), type);
      g_hash_table_insert (reader->types, g_strdup (name), type);
      g_ptr_array_add (nodes, node);
      g_ptr_array_add (types, type);
    }
  for (guint round = 0; round <= MIN (types->len, 1000) && reader->error == NULL; round++)
    if (fill_round (reader, nodes, types) == 0)
      break;
  for (guint i = 0; i < types->len; i++)
    if (nodes->pdata[i] != NULL)
      rang_dmn_reader_fault (reader, nodes->pdata[i], NULL,
                             g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL,
                                          _ ("type “%s” is defined by itself"),
                                          ((RangFeelType *)types->pdata[i])->name));
}

void
rang_dmn_types_import (RangDmnReader *reader, const char *space, const char *prefix)
{
  g_autofree char *own = g_strdup_printf ("%s#", space);
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (reader->types, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (keys[i], own))
      g_hash_table_insert (reader->types, g_strdup_printf ("%s.%s", prefix, (char *)keys[i] + strlen (own)),
                           g_hash_table_lookup (reader->types, keys[i]));
}
