/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A DMN model being edited: the file's own tree, changed only where somebody changes a table. */
#include "rules/rang-rules-document.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <string.h>

#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-lexer.h"

struct _RangRulesDocument
{
  GBytes *bytes;
  char *name;
  xmlDoc *doc;
  GPtrArray *tables; /* xmlNode, in the file's order */
  gboolean changed;
};

static const char *const entry_names[] = { "inputEntry", "outputEntry", "annotationEntry" };
static const char *const column_names[] = { "input", "output", "annotation" };

static void
collect_tables (xmlNode *node, GPtrArray *tables)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (rang_dmn_xml_is (child, "decisionTable"))
        g_ptr_array_add (tables, child);
      else
        collect_tables (child, tables);
    }
}

RangRulesDocument *
rang_rules_document_new (GBytes *bytes, const char *name, GError **error)
{
  RangRulesDocument *document;
  gsize length;
  const char *data;
  xmlDoc *doc;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  doc = rang_dmn_xml_parse (data, length, name, error);
  if (doc == NULL)
    return NULL;
  if (!rang_dmn_xml_is (xmlDocGetRootElement (doc), "definitions"))
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_MODEL, _ ("%s: this is no DMN model"), name);
      xmlFreeDoc (doc);
      return NULL;
    }
  document = g_new0 (RangRulesDocument, 1);
  document->bytes = g_bytes_ref (bytes);
  document->name = g_strdup (name);
  document->doc = doc;
  document->tables = g_ptr_array_new ();
  collect_tables (xmlDocGetRootElement (doc), document->tables);
  return document;
}

void
rang_rules_document_free (RangRulesDocument *document)
{
  if (document == NULL)
    return;
  g_bytes_unref (document->bytes);
  g_free (document->name);
  xmlFreeDoc (document->doc);
  g_ptr_array_unref (document->tables);
  g_free (document);
}

GBytes *
rang_rules_document_to_bytes (RangRulesDocument *document)
{
  const char *text_of_file;
  GBytes *bytes;
  xmlChar *text;
  gsize size;
  int length;

  g_return_val_if_fail (document != NULL, NULL);

  text_of_file = g_bytes_get_data (document->bytes, &size);
  if (!document->changed && g_utf8_validate (text_of_file, (gssize)size, NULL))
    return g_bytes_ref (document->bytes);
  xmlDocDumpMemoryEnc (document->doc, &text, &length, "UTF-8");
  bytes = g_bytes_new (text, (gsize)length);
  xmlFree (text);
  return bytes;
}

RangRules *
rang_rules_document_compile (RangRulesDocument *document, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  bytes = rang_rules_document_to_bytes (document);
  return rang_rules_load_bytes (bytes, document->name, RANG_RULES_LOAD_DEFAULT, error);
}

guint
rang_rules_document_get_n_tables (RangRulesDocument *document)
{
  g_return_val_if_fail (document != NULL, 0);

  return document->tables->len;
}

static xmlNode *
get_table (RangRulesDocument *document, guint table)
{
  g_return_val_if_fail (document != NULL && table < document->tables->len, NULL);

  return document->tables->pdata[table];
}

static xmlNode *
nth (xmlNode *node, const char *name, guint index)
{
  xmlNode *child = rang_dmn_xml_child (node, name);

  for (; child != NULL && index > 0; index--)
    child = rang_dmn_xml_next (child, name);
  return child;
}

guint
rang_rules_document_get_n_rows (RangRulesDocument *document, guint table)
{
  return rang_dmn_xml_count (get_table (document, table), "rule");
}

guint
rang_rules_document_get_n_columns (RangRulesDocument *document, guint table)
{
  xmlNode *node = get_table (document, table);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (column_names); i++)
    n += rang_dmn_xml_count (node, column_names[i]);
  return n;
}

char *
rang_rules_document_dup_table_name (RangRulesDocument *document, guint table)
{
  xmlNode *node = get_table (document, table);
  char *name = NULL;

  for (; node != NULL && node->type == XML_ELEMENT_NODE && name == NULL; node = node->parent)
    name = rang_dmn_xml_attribute (node, "name");
  return name != NULL ? name : g_strdup ("");
}

char *
rang_rules_document_dup_row_id (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *rule = nth (get_table (document, table), "rule", row);
  g_autofree char *id = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  id = rang_dmn_xml_attribute (rule, "id");
  return id != NULL && *id != '\0' ? g_steal_pointer (&id) : NULL;
}

/* The kind of a column, and its place among those of its kind. */
static RangRulesColumnKind
find_column (RangRulesDocument *document, guint table, guint column, guint *place)
{
  xmlNode *node = get_table (document, table);

  for (guint kind = 0; kind < G_N_ELEMENTS (column_names); kind++)
    {
      guint n = rang_dmn_xml_count (node, column_names[kind]);
      if (column < n)
        {
          *place = column;
          return (RangRulesColumnKind)kind;
        }
      column -= n;
    }
  g_return_val_if_reached (RANG_RULES_COLUMN_ANNOTATION);
}

RangRulesColumnKind
rang_rules_document_get_column_kind (RangRulesDocument *document, guint table, guint column)
{
  guint place;

  return find_column (document, table, column, &place);
}

char *
rang_rules_document_dup_heading (RangRulesDocument *document, guint table, guint column)
{
  guint place;
  RangRulesColumnKind kind = find_column (document, table, column, &place);
  xmlNode *node = nth (get_table (document, table), column_names[kind], place);
  xmlNode *expression = rang_dmn_xml_child (node, "inputExpression");
  char *heading = expression != NULL ? rang_dmn_xml_text (expression, "text") : rang_dmn_xml_attribute (node, "name");

  return heading != NULL ? heading : g_strdup ("");
}

/* An element of the model's own namespace, not yet in the tree. */
static xmlNode *
new_element (RangRulesDocument *document, const char *name, const char *text)
{
  xmlNode *root = xmlDocGetRootElement (document->doc);

  return xmlNewDocRawNode (document->doc, root->ns, (const xmlChar *)name, (const xmlChar *)text);
}

static xmlNode *
new_entry (RangRulesDocument *document, const char *name, const char *text)
{
  xmlNode *entry = new_element (document, name, NULL);

  xmlAddChild (entry, new_element (document, "text", text));
  return entry;
}

static xmlNode *
get_row (RangRulesDocument *document, guint table, guint row)
{
  return nth (get_table (document, table), "rule", row);
}

static xmlNode *
get_entry (RangRulesDocument *document, guint table, guint row, guint column)
{
  guint place;
  RangRulesColumnKind kind = find_column (document, table, column, &place);
  xmlNode *rule = get_row (document, table, row);

  return rule != NULL ? nth (rule, entry_names[kind], place) : NULL;
}

char *
rang_rules_document_dup_cell (RangRulesDocument *document, guint table, guint row, guint column)
{
  xmlNode *entry = get_entry (document, table, row, column);
  char *text = entry != NULL ? rang_dmn_xml_text (entry, "text") : NULL;

  return text != NULL ? text : g_strdup ("");
}

static void
set_text (RangRulesDocument *document, xmlNode *node, const char *text)
{
  xmlNode *content = xmlNewDocText (document->doc, (const xmlChar *)text);

  xmlNodeSetContent (node, NULL);
  xmlAddChild (node, content);
  document->changed = TRUE;
}

void
rang_rules_document_set_cell (RangRulesDocument *document, guint table, guint row, guint column, const char *text)
{
  xmlNode *entry, *node;

  g_return_if_fail (text != NULL && g_utf8_validate (text, -1, NULL));

  entry = get_entry (document, table, row, column);
  if (entry == NULL)
    {
      /* A row may end before the annotations do. */
      g_return_if_fail (get_row (document, table, row) != NULL);
      while ((entry = get_entry (document, table, row, column)) == NULL)
        xmlAddChild (
            get_row (document, table, row),
            new_entry (document, entry_names[rang_rules_document_get_column_kind (document, table, column)], ""));
    }
  node = rang_dmn_xml_child (entry, "text");
  if (node == NULL)
    node = xmlAddChild (entry, new_element (document, "text", NULL));
  set_text (document, node, text);
}

gboolean
rang_rules_document_check_cell (
    RangRulesDocument *document, guint table, guint row, guint column, const char *text, GError **error)
{
  g_autofree char *before = rang_rules_document_dup_cell (document, table, row, column);
  g_autoptr (RangRules) rules = NULL;
  gboolean changed = document->changed;

  rang_rules_document_set_cell (document, table, row, column, text);
  rules = rang_rules_document_compile (document, error);
  rang_rules_document_set_cell (document, table, row, column, before);
  document->changed = changed;
  return rules != NULL;
}

char *
rang_rules_document_dup_description (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *rule = get_row (document, table, row);
  char *text;

  g_return_val_if_fail (rule != NULL, NULL);

  text = rang_dmn_xml_text (rule, "description");
  return text != NULL ? text : g_strdup ("");
}

void
rang_rules_document_set_description (RangRulesDocument *document, guint table, guint row, const char *text)
{
  xmlNode *rule = get_row (document, table, row), *node;

  g_return_if_fail (rule != NULL && text != NULL && g_utf8_validate (text, -1, NULL));

  node = rang_dmn_xml_child (rule, "description");
  if (node == NULL)
    {
      node = new_element (document, "description", NULL);
      /* The schema wants it first. */
      if (rule->children != NULL)
        xmlAddPrevSibling (rule->children, node);
      else
        xmlAddChild (rule, node);
    }
  set_text (document, node, text);
}

static gboolean
has_id (xmlNode *node, const char *id)
{
  for (; node != NULL; node = node->next)
    {
      g_autofree char *own = node->type == XML_ELEMENT_NODE ? rang_dmn_xml_attribute (node, "id") : NULL;
      if (g_strcmp0 (own, id) == 0 || (node->type == XML_ELEMENT_NODE && has_id (node->children, id)))
        return TRUE;
    }
  return FALSE;
}

static void
set_new_id (RangRulesDocument *document, xmlNode *node, const char *stem)
{
  xmlNode *root = xmlDocGetRootElement (document->doc);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", stem, i);
      if (has_id (root, id))
        continue;
      xmlSetProp (node, (const xmlChar *)"id", (const xmlChar *)id);
      return;
    }
}

/* Puts a node before another, or behind the last of its name, with the same white space before it as that has. */
static void
place (RangRulesDocument *document, xmlNode *parent, xmlNode *node, xmlNode *before, xmlNode *last)
{
  xmlNode *model = before != NULL ? before : last;
  xmlNode *space = model != NULL && model->prev != NULL && xmlIsBlankNode (model->prev) ? model->prev : NULL;

  if (before != NULL)
    {
      xmlAddPrevSibling (before, node);
      if (space != NULL)
        xmlAddPrevSibling (before, xmlCopyNode (space, 1));
    }
  else if (last != NULL)
    {
      xmlAddNextSibling (last, node);
      if (space != NULL)
        xmlAddNextSibling (last, xmlCopyNode (space, 1));
    }
  else
    xmlAddChild (parent, node);
  document->changed = TRUE;
}

/* Takes a node out, with the white space before it. */
static void
take_out (RangRulesDocument *document, xmlNode *node)
{
  xmlNode *space = node->prev;

  if (space != NULL && xmlIsBlankNode (space))
    {
      xmlUnlinkNode (space);
      xmlFreeNode (space);
    }
  xmlUnlinkNode (node);
  document->changed = TRUE;
}

static xmlNode *
last_of (xmlNode *parent, const char *name)
{
  guint n = rang_dmn_xml_count (parent, name);

  return n > 0 ? nth (parent, name, n - 1) : NULL;
}

void
rang_rules_document_insert_row (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *parent = get_table (document, table), *rule;
  static const char *const texts[] = { "-", "", "" };
  g_autofree char *table_id = rang_dmn_xml_attribute (parent, "id");
  g_autofree char *stem = g_strdup_printf ("%s.row", table_id != NULL ? table_id : "table");

  g_return_if_fail (row <= rang_rules_document_get_n_rows (document, table));

  rule = new_element (document, "rule", NULL);
  set_new_id (document, rule, stem);
  for (guint kind = 0; kind < G_N_ELEMENTS (entry_names); kind++)
    for (guint n = rang_dmn_xml_count (parent, column_names[kind]); n > 0; n--)
      xmlAddChild (rule, new_entry (document, entry_names[kind], texts[kind]));
  place (document, parent, rule, nth (parent, "rule", row), last_of (parent, "rule"));
}

void
rang_rules_document_remove_row (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *rule = get_row (document, table, row);

  g_return_if_fail (rule != NULL);

  take_out (document, rule);
  xmlFreeNode (rule);
}

void
rang_rules_document_move_row (RangRulesDocument *document, guint table, guint row, guint to)
{
  xmlNode *parent = get_table (document, table), *rule = get_row (document, table, row);

  g_return_if_fail (rule != NULL && to < rang_rules_document_get_n_rows (document, table));

  if (row == to)
    return;
  take_out (document, rule);
  place (document, parent, rule, nth (parent, "rule", to), last_of (parent, "rule"));
}

void
rang_rules_document_insert_input (RangRulesDocument *document, guint table, guint column, const char *expression)
{
  xmlNode *parent = get_table (document, table), *input, *test, *output;
  guint n = rang_dmn_xml_count (parent, "input");

  g_return_if_fail (expression != NULL && column <= n);

  input = new_element (document, "input", NULL);
  xmlSetProp (input, (const xmlChar *)"label", (const xmlChar *)expression);
  set_new_id (document, input, "input-column");
  test = xmlAddChild (input, new_entry (document, "inputExpression", expression));
  set_new_id (document, test, "input-expression");
  output = rang_dmn_xml_child (parent, "output");
  place (document, parent, input, column < n ? nth (parent, "input", column) : output, NULL);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    place (document, rule, new_entry (document, "inputEntry", "-"),
           column < n ? nth (rule, "inputEntry", column) : rang_dmn_xml_child (rule, "outputEntry"), NULL);
}

void
rang_rules_document_remove_input (RangRulesDocument *document, guint table, guint column)
{
  xmlNode *parent = get_table (document, table), *input = nth (parent, "input", column);

  g_return_if_fail (input != NULL);

  take_out (document, input);
  xmlFreeNode (input);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    {
      xmlNode *entry = nth (rule, "inputEntry", column);
      if (entry == NULL)
        continue;
      take_out (document, entry);
      xmlFreeNode (entry);
    }
}

guint
rang_rules_document_get_n_inputs (RangRulesDocument *document, guint table)
{
  return rang_dmn_xml_count (get_table (document, table), "input");
}

/* Moves a child among those of its name. */
static void
move_child (RangRulesDocument *document, xmlNode *parent, const char *name, guint from, guint to)
{
  xmlNode *node = nth (parent, name, from);

  if (node == NULL)
    return;
  take_out (document, node);
  place (document, parent, node, nth (parent, name, to), last_of (parent, name));
}

void
rang_rules_document_move_input (RangRulesDocument *document, guint table, guint column, guint to)
{
  xmlNode *parent = get_table (document, table);
  guint n = rang_rules_document_get_n_inputs (document, table);

  g_return_if_fail (column < n && to < n);

  if (column == to)
    return;
  move_child (document, parent, "input", column, to);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    move_child (document, rule, "inputEntry", column, to);
}

char *
rang_rules_document_dup_policy (RangRulesDocument *document, guint table)
{
  xmlNode *node = get_table (document, table);
  g_autofree char *policy = rang_dmn_xml_attribute (node, "hitPolicy");
  g_autofree char *aggregation = rang_dmn_xml_attribute (node, "aggregation");

  if (policy == NULL || *policy == '\0')
    return g_strdup ("UNIQUE");
  return aggregation != NULL ? g_strdup_printf ("%s %s", policy, aggregation) : g_steal_pointer (&policy);
}

/* The input data of that name; made, before the first decision, if there is none. */
static xmlNode *
find_or_make_input (RangRulesDocument *document, const char *input, const char *type)
{
  xmlNode *root = xmlDocGetRootElement (document->doc), *node, *variable;

  for (node = rang_dmn_xml_child (root, "inputData"); node != NULL; node = rang_dmn_xml_next (node, "inputData"))
    {
      g_autofree char *raw = rang_dmn_xml_attribute (node, "name");
      g_autofree char *name = raw != NULL ? rang_feel_lexer_normalize_name (raw) : NULL;
      if (g_strcmp0 (name, input) == 0)
        return node;
    }
  node = new_element (document, "inputData", NULL);
  xmlSetProp (node, (const xmlChar *)"name", (const xmlChar *)input);
  set_new_id (document, node, "input-data");
  variable = xmlAddChild (node, new_element (document, "variable", NULL));
  xmlSetProp (variable, (const xmlChar *)"name", (const xmlChar *)input);
  xmlSetProp (variable, (const xmlChar *)"typeRef", (const xmlChar *)type);
  place (document, root, node, rang_dmn_xml_child (root, "decision"), last_of (root, "inputData"));
  return node;
}

void
rang_rules_document_require (RangRulesDocument *document, guint table, const char *input, const char *type)
{
  xmlNode *parent = get_table (document, table), *decision = parent->parent, *requirement, *reference, *logic;
  g_autofree char *id = NULL, *href = NULL;

  g_return_if_fail (input != NULL && type != NULL);

  id = rang_dmn_xml_attribute (find_or_make_input (document, input, type), "id");
  if (id == NULL || !rang_dmn_xml_is (decision, "decision"))
    return;
  href = g_strdup_printf ("#%s", id);
  for (xmlNode *node = rang_dmn_xml_child (decision, "informationRequirement"); node != NULL;
       node = rang_dmn_xml_next (node, "informationRequirement"))
    {
      g_autofree char *other = NULL;
      reference = rang_dmn_xml_child (node, "requiredInput");
      other = reference != NULL ? rang_dmn_xml_attribute (reference, "href") : NULL;
      if (g_strcmp0 (other, href) == 0)
        return;
    }
  requirement = new_element (document, "informationRequirement", NULL);
  set_new_id (document, requirement, "requirement");
  reference = xmlAddChild (requirement, new_element (document, "requiredInput", NULL));
  xmlSetProp (reference, (const xmlChar *)"href", (const xmlChar *)href);
  logic = last_of (decision, "informationRequirement");
  place (document, decision, requirement, logic == NULL ? parent : NULL, logic);
}
