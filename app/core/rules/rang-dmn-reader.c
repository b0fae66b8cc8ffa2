/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a DMN model: its elements, what they require of each other, their logic. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-lexer.h"
#include "rules/rang-feel-types.h"
#include "rules/rang-rule-input.h"

const char *
rang_dmn_reader_keep (RangDmnReader *reader, const char *text)
{
  return text != NULL ? rang_feel_arena_strndup (reader->arena, text, strlen (text)) : NULL;
}

char *
rang_dmn_reader_name (RangDmnReader *reader, xmlNode *node)
{
  g_autofree char *raw = rang_dmn_xml_attribute (node, "name");

  return raw != NULL ? rang_feel_lexer_normalize_name (raw) : NULL;
}

void
rang_dmn_reader_fail (RangDmnReader *reader, xmlNode *node, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (reader->error != NULL)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reader->error = g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL, "%s:%u: %s", reader->file,
                               rang_dmn_xml_line (node), what);
}

void
rang_dmn_reader_fault (RangDmnReader *reader, xmlNode *node, const char *where, GError *what)
{
  g_autoptr (GError) fault = what;
  g_autofree char *place = NULL, *message = NULL;

  if (where != NULL && reader->element != NULL && strstr (where, reader->element) == NULL)
    place = g_strdup_printf ("%s, %s", reader->element, where);
  else if (where != NULL || reader->element != NULL)
    place = g_strdup (where != NULL ? where : reader->element);
  message = place != NULL
                ? g_strdup_printf ("%s:%u: %s: %s", reader->file, rang_dmn_xml_line (node), place, fault->message)
                : g_strdup_printf ("%s:%u: %s", reader->file, rang_dmn_xml_line (node), fault->message);
  if (!reader->lenient && reader->error == NULL)
    reader->error = g_error_new_literal (RANG_RULES_ERROR, fault->code, message);
  else if (reader->rules->messages->len < 100)
    g_ptr_array_add (reader->rules->messages, g_steal_pointer (&message));
}

RangFeelScope
rang_dmn_reader_scope (RangDmnReader *reader)
{
  return (RangFeelScope){
    .arena = reader->arena,
    .names = reader->names,
    .members = reader->members,
    .types = rang_dmn_types_lookup,
    .types_data = reader,
    .strict = !reader->lenient,
  };
}

static gboolean
is_known_namespace (const char *uri)
{
  static const char *const known[] = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
  };

  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (uri, known[i]))
      return TRUE;
  return FALSE;
}

/* Collects the names that members of contexts can have: they are known behind a dot, and in filters. */
static void
collect_members (RangDmnReader *reader, xmlNode *node, guint depth)
{
  static const char *const kinds[]
      = { "itemComponent",          "variable",       "column", "output", "decision", "inputData",
          "businessKnowledgeModel", "decisionService" };

  for (xmlNode *child = node->children; child != NULL && depth < 300; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (rang_dmn_xml_is (child, kinds[i]))
          {
            g_autofree char *name = rang_dmn_reader_name (reader, child);
            /* A name of one plain word needs not to be known. */
            if (name != NULL && *name != '\0' && name[rang_feel_lexer_word (name, 0)] != '\0')
              if (g_hash_table_add (reader->member_set, g_strdup (name)))
                g_ptr_array_add (reader->members, (gpointer)rang_dmn_reader_keep (reader, name));
          }
      collect_members (reader, child, depth + 1);
    }
}

static void
add_element (RangDmnReader *reader, xmlNode *node, RangDmnElementKind kind)
{
  RangDmnElement *element = rang_feel_arena_new0 (reader->arena, RangDmnElement);
  g_autofree char *id = rang_dmn_xml_attribute (node, "id");
  g_autofree char *name = rang_dmn_reader_name (reader, node);

  if (name == NULL || *name == '\0')
    {
      rang_dmn_reader_fail (reader, node, _ ("an element has no name"));
      return;
    }
  element->kind = kind;
  element->index = reader->rules->elements->len;
  element->id = rang_dmn_reader_keep (reader, id);
  element->name = rang_dmn_reader_keep (reader, name);
  element->hash = g_str_hash (name);
  element->known = rang_rule_input_find (name);
  element->space = reader->space;
  element->line = rang_dmn_xml_line (node);
  element->xml = node;
  element->imported = reader->imported;
  g_ptr_array_add (reader->rules->elements, element);
  if (reader->imported)
    return;
  if (kind == RANG_DMN_INPUT)
    g_ptr_array_add (reader->rules->inputs, g_strdup (name));
  if (kind == RANG_DMN_DECISION)
    g_ptr_array_add (reader->rules->decisions, g_strdup (name));
}

static void
add_elements (RangDmnReader *reader, xmlNode *definitions)
{
  static const struct
  {
    const char *name;
    RangDmnElementKind kind;
  } kinds[] = {
    { "inputData", RANG_DMN_INPUT },
    { "decision", RANG_DMN_DECISION },
    { "businessKnowledgeModel", RANG_DMN_KNOWLEDGE },
    { "decisionService", RANG_DMN_SERVICE },
  };

  for (xmlNode *node = definitions->children; node != NULL; node = node->next)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (rang_dmn_xml_is (node, kinds[i].name))
        add_element (reader, node, kinds[i].kind);
}

typedef struct
{
  RangDmnReader *reader;
  GHashTable *by_id; /* "namespace#id" → element */
} Links;

static GHashTable *
index_elements (RangDmnReader *reader)
{
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reader->rules->elements->len; i++)
    {
      RangDmnElement *element = reader->rules->elements->pdata[i];
      if (element->id != NULL)
        g_hash_table_insert (by_id, g_strdup_printf ("%s#%s", element->space, element->id), element);
    }
  return by_id;
}

/* The element that an href means: "#id" here, "namespace#id" in an import. */
static RangDmnElement *
follow (Links *links, xmlNode *reference)
{
  g_autofree char *href = rang_dmn_xml_attribute (reference, "href");
  g_autofree char *key = NULL;
  RangDmnElement *target;

  if (href == NULL)
    return NULL;
  key = href[0] == '#'               ? g_strdup_printf ("%s%s", links->reader->space, href)
        : strchr (href, '#') != NULL ? g_strdup (href)
                                     : g_strdup_printf ("%s#%s", links->reader->space, href);
  target = g_hash_table_lookup (links->by_id, key);
  if (target == NULL)
    rang_dmn_reader_fault (
        links->reader, reference, NULL,
        g_error_new (RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL, _ ("nothing in the model has the id “%s”"), href));
  return target;
}

static void
link_requirements (Links *links, RangDmnElement *element)
{
  static const char *const kinds[] = { "requiredInput", "requiredDecision", "requiredKnowledge" };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (RangDmnRequirement));

  for (xmlNode *node = element->xml->children; node != NULL; node = node->next)
    for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (kinds); i++)
      {
        xmlNode *reference = rang_dmn_xml_child (node, kinds[i]);
        RangDmnElement *target = reference != NULL ? follow (links, reference) : NULL;
        RangDmnRequirement requirement;

        if (target == NULL)
          continue;
        requirement.target = target;
        requirement.name = target->name;
        requirement.hash = target->hash;
        requirement.import = g_str_equal (target->space, element->space)
                                 ? NULL
                                 : g_hash_table_lookup (links->reader->imports, target->space);
        g_array_append_val (found, requirement);
      }
  element->n_requirements = found->len;
  element->requirements = rang_feel_arena_array (links->reader->arena, RangDmnRequirement, found->len);
  for (guint i = 0; i < found->len; i++)
    element->requirements[i] = g_array_index (found, RangDmnRequirement, i);
}

static RangDmnElement **
link_all (Links *links, RangDmnElement *element, const char *first, const char *second, guint *n)
{
  const char *const kinds[] = { first, second };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  RangDmnElement **elements;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (xmlNode *node = kinds[i] != NULL ? rang_dmn_xml_child (element->xml, kinds[i]) : NULL; node != NULL;
         node = rang_dmn_xml_next (node, kinds[i]))
      {
        RangDmnElement *target = follow (links, node);
        if (target != NULL)
          g_ptr_array_add (found, target);
      }
  *n = found->len;
  elements = rang_feel_arena_array (links->reader->arena, RangDmnElement *, found->len);
  for (guint i = 0; i < found->len; i++)
    elements[i] = found->pdata[i];
  return elements;
}

static void
link_service (Links *links, RangDmnElement *element)
{
  element->outputs = link_all (links, element, "outputDecision", NULL, &element->n_outputs);
  element->inputs = link_all (links, element, "inputData", "inputDecision", &element->n_inputs);
  element->parameters = rang_feel_arena_array (links->reader->arena, const char *, element->n_inputs);
  element->parameter_types = rang_feel_arena_array (links->reader->arena, const RangFeelType *, element->n_inputs);
  for (guint i = 0; i < element->n_inputs; i++)
    {
      const RangFeelType *type
          = rang_dmn_types_of (links->reader, rang_dmn_xml_child (element->inputs[i]->xml, "variable"));
      element->parameters[i] = element->inputs[i]->name;
      element->parameter_types[i] = type != NULL ? type : &rang_feel_type_any;
    }
}

static void
compile_element (RangDmnReader *reader, RangDmnElement *element)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  RangFeelNames names = { .names = known };
  xmlNode *logic = rang_dmn_xml_child (element->xml, "encapsulatedLogic");

  reader->element = element->name;
  element->type = rang_dmn_types_of (reader, rang_dmn_xml_child (element->xml, "variable"));
  for (guint i = 0; i < element->n_requirements; i++)
    g_ptr_array_add (known, (gpointer)(element->requirements[i].import != NULL ? element->requirements[i].import
                                                                               : element->requirements[i].name));
  reader->names = &names;
  if (element->kind == RANG_DMN_DECISION)
    element->body = rang_dmn_expression_read (reader, rang_dmn_expression_find (element->xml));
  else if (element->kind == RANG_DMN_KNOWLEDGE && logic != NULL)
    {
      /* A knowledge model may call itself. */
      g_ptr_array_add (known, (gpointer)element->name);
      element->body = rang_dmn_expression_function (reader, logic);
    }
  reader->names = NULL;
  reader->element = NULL;
}

/* Whether a value of the element's type is one by its kind and by one test. */
static void
find_plain (RangDmnReader *reader, RangDmnElement *element)
{
  const RangFeelNode *allowed = NULL;

  if (element->type == NULL || element->type->kind != RANG_FEEL_TYPE_SIMPLE)
    return;
  for (const RangFeelType *type = element->type; type != NULL; type = type->base)
    {
      if (type->allowed != NULL && allowed != NULL)
        return;
      if (type->allowed != NULL)
        allowed = type->allowed;
    }
  element->plain = TRUE;
  if (allowed != NULL)
    {
      RangDmnCell *cell = rang_feel_arena_new0 (reader->arena, RangDmnCell);

      *cell = rang_dmn_cell_new (allowed);
      element->allowed = cell;
    }
}

/* Depth first over what decisions require, without recursion; a path back into itself is a cycle. */
static void
refuse_cycles (RangDmnReader *reader)
{
  GPtrArray *elements = reader->rules->elements;
  g_autofree guint8 *state = g_new0 (guint8, elements->len + 1);
  g_autofree guint *next = g_new0 (guint, elements->len + 1);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (guint i = 0; i < elements->len && reader->error == NULL; i++)
    {
      if (state[i] == 0)
        g_ptr_array_add (path, elements->pdata[i]);
      while (path->len > 0 && reader->error == NULL)
        {
          RangDmnElement *top = path->pdata[path->len - 1];
          state[top->index] = 1;
          if (next[top->index] == top->n_requirements)
            {
              state[top->index] = 2;
              g_ptr_array_set_size (path, (int)path->len - 1);
              continue;
            }
          RangDmnElement *target = top->requirements[next[top->index]++].target;
          if (target == top && target->kind == RANG_DMN_DECISION)
            rang_dmn_reader_fail (reader, top->xml, _ ("“%s” requires itself"), top->name);
          else if (target->kind == RANG_DMN_DECISION && state[target->index] == 1)
            rang_dmn_reader_fail (reader, top->xml, _ ("“%s” and “%s” require each other: a cycle of decisions"),
                                  top->name, target->name);
          else if (state[target->index] == 0 && target->kind != RANG_DMN_SERVICE)
            g_ptr_array_add (path, target);
        }
    }
}

static void
compile_all (RangDmnReader *reader, guint first)
{
  Links links = { .reader = reader };

  links.by_id = index_elements (reader);
  for (guint i = first; i < reader->rules->elements->len; i++)
    {
      RangDmnElement *element = reader->rules->elements->pdata[i];
      if (element->kind == RANG_DMN_SERVICE)
        link_service (&links, element);
      else
        link_requirements (&links, element);
    }
  for (guint i = first; i < reader->rules->elements->len && reader->error == NULL; i++)
    {
      compile_element (reader, reader->rules->elements->pdata[i]);
      find_plain (reader, reader->rules->elements->pdata[i]);
    }
  for (guint i = first; i < reader->rules->elements->len && reader->error == NULL; i++)
    rang_dmn_table_resolve (reader->rules->elements->pdata[i]);
  g_hash_table_unref (links.by_id);
}

static gboolean
read_definitions (RangDmnReader *reader, xmlNode *definitions)
{
  g_autofree char *space = rang_dmn_xml_attribute (definitions, "namespace");
  g_autofree char *name = rang_dmn_xml_attribute (definitions, "name");
  const char *outer = reader->space;
  GHashTable *outer_imports = reader->imports;
  gboolean imported = reader->imported;
  guint first;

  if (!imported)
    reader->rules->name = g_strdup (name != NULL ? name : "");
  reader->imported = TRUE;
  /* What an import is called is a matter of the file that imports. */
  reader->imports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (xmlNode *node = rang_dmn_xml_child (definitions, "import"); node != NULL && reader->error == NULL;
       node = rang_dmn_xml_next (node, "import"))
    rang_dmn_import_read (reader, node);
  reader->imported = imported;
  reader->space = rang_dmn_reader_keep (reader, space != NULL ? space : "");
  collect_members (reader, definitions, 0);
  rang_dmn_types_read (reader, definitions);
  first = reader->rules->elements->len;
  add_elements (reader, definitions);
  if (reader->error == NULL)
    compile_all (reader, first);
  reader->space = outer;
  g_hash_table_unref (reader->imports);
  reader->imports = outer_imports;
  return reader->error == NULL;
}

gboolean
rang_dmn_read (RangDmnReader *reader, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *doc = rang_dmn_xml_parse (data, length, reader->file, &reader->error);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (doc == NULL)
    return FALSE;
  g_ptr_array_add (reader->docs, doc);
  if (!rang_dmn_xml_is (root, "definitions") || root->ns == NULL || !is_known_namespace ((const char *)root->ns->href))
    {
      rang_dmn_reader_fail (reader, root, _ ("this is no DMN model of version 1.2 to 1.5"));
      return FALSE;
    }
  if (!read_definitions (reader, root))
    return FALSE;
  if (!reader->imported)
    refuse_cycles (reader);
  return reader->error == NULL;
}
