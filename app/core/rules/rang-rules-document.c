/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A DMN model being edited: the file's own tree, changed only where somebody changes a table. */
#include "rules/rang-rules-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-xml.h"
#include "rules/rang-rules-document-private.h"

const char *const rules_document_entries[RULES_DOCUMENT_N_KINDS] = { "inputEntry", "outputEntry", "annotationEntry" };
const char *const rules_document_columns[RULES_DOCUMENT_N_KINDS] = { "input", "output", "annotation" };

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

xmlNode *
rules_document_get_table (RangRulesDocument *document, guint table)
{
  g_return_val_if_fail (document != NULL && table < document->tables->len, NULL);

  return document->tables->pdata[table];
}

xmlNode *
rules_document_nth (xmlNode *node, const char *name, guint index)
{
  xmlNode *child = rang_dmn_xml_child (node, name);

  for (; child != NULL && index > 0; index--)
    child = rang_dmn_xml_next (child, name);
  return child;
}

guint
rang_rules_document_get_n_rows (RangRulesDocument *document, guint table)
{
  return rang_dmn_xml_count (rules_document_get_table (document, table), "rule");
}

guint
rang_rules_document_get_n_columns (RangRulesDocument *document, guint table)
{
  xmlNode *node = rules_document_get_table (document, table);
  guint n = 0;

  for (guint i = 0; i < RULES_DOCUMENT_N_KINDS; i++)
    n += rang_dmn_xml_count (node, rules_document_columns[i]);
  return n;
}

char *
rang_rules_document_dup_table_name (RangRulesDocument *document, guint table)
{
  xmlNode *node = rules_document_get_table (document, table);
  char *name = NULL;

  for (; node != NULL && node->type == XML_ELEMENT_NODE && name == NULL; node = node->parent)
    name = rang_dmn_xml_attribute (node, "name");
  return name != NULL ? name : g_strdup ("");
}

char *
rang_rules_document_dup_row_id (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *rule = rules_document_nth (rules_document_get_table (document, table), "rule", row);
  g_autofree char *id = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  id = rang_dmn_xml_attribute (rule, "id");
  return id != NULL && *id != '\0' ? g_steal_pointer (&id) : NULL;
}

/* The kind of a column, and its place among those of its kind. */
static RangRulesColumnKind
find_column (RangRulesDocument *document, guint table, guint column, guint *place)
{
  xmlNode *node = rules_document_get_table (document, table);

  for (guint kind = 0; kind < RULES_DOCUMENT_N_KINDS; kind++)
    {
      guint n = rang_dmn_xml_count (node, rules_document_columns[kind]);
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
  xmlNode *node = rules_document_nth (rules_document_get_table (document, table), rules_document_columns[kind], place);
  xmlNode *expression = rang_dmn_xml_child (node, "inputExpression");
  char *heading = expression != NULL ? rang_dmn_xml_text (expression, "text") : rang_dmn_xml_attribute (node, "name");

  return heading != NULL ? heading : g_strdup ("");
}

/* An element of the model's own namespace, not yet in the tree. */
xmlNode *
rules_document_new_element (RangRulesDocument *document, const char *name, const char *text)
{
  xmlNode *root = xmlDocGetRootElement (document->doc);

  return xmlNewDocRawNode (document->doc, root->ns, (const xmlChar *)name, (const xmlChar *)text);
}

xmlNode *
rules_document_new_entry (RangRulesDocument *document, const char *name, const char *text)
{
  xmlNode *entry = rules_document_new_element (document, name, NULL);

  xmlAddChild (entry, rules_document_new_element (document, "text", text));
  return entry;
}

xmlNode *
rules_document_get_row (RangRulesDocument *document, guint table, guint row)
{
  return rules_document_nth (rules_document_get_table (document, table), "rule", row);
}

static xmlNode *
get_entry (RangRulesDocument *document, guint table, guint row, guint column)
{
  guint place;
  RangRulesColumnKind kind = find_column (document, table, column, &place);
  xmlNode *rule = rules_document_get_row (document, table, row);

  return rule != NULL ? rules_document_nth (rule, rules_document_entries[kind], place) : NULL;
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
      g_return_if_fail (rules_document_get_row (document, table, row) != NULL);
      while ((entry = get_entry (document, table, row, column)) == NULL)
        xmlAddChild (
            rules_document_get_row (document, table, row),
            rules_document_new_entry (
                document, rules_document_entries[rang_rules_document_get_column_kind (document, table, column)], ""));
    }
  node = rang_dmn_xml_child (entry, "text");
  if (node == NULL)
    node = xmlAddChild (entry, rules_document_new_element (document, "text", NULL));
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
  xmlNode *rule = rules_document_get_row (document, table, row);
  char *text;

  g_return_val_if_fail (rule != NULL, NULL);

  text = rang_dmn_xml_text (rule, "description");
  return text != NULL ? text : g_strdup ("");
}

void
rang_rules_document_set_description (RangRulesDocument *document, guint table, guint row, const char *text)
{
  xmlNode *rule = rules_document_get_row (document, table, row), *node;

  g_return_if_fail (rule != NULL && text != NULL && g_utf8_validate (text, -1, NULL));

  node = rang_dmn_xml_child (rule, "description");
  if (node == NULL)
    {
      node = rules_document_new_element (document, "description", NULL);
      /* The schema wants it first. */
      if (rule->children != NULL)
        xmlAddPrevSibling (rule->children, node);
      else
        xmlAddChild (rule, node);
    }
  set_text (document, node, text);
}

guint
rang_rules_document_get_n_inputs (RangRulesDocument *document, guint table)
{
  return rang_dmn_xml_count (rules_document_get_table (document, table), "input");
}

char *
rang_rules_document_dup_policy (RangRulesDocument *document, guint table)
{
  xmlNode *node = rules_document_get_table (document, table);
  g_autofree char *policy = rang_dmn_xml_attribute (node, "hitPolicy");
  g_autofree char *aggregation = rang_dmn_xml_attribute (node, "aggregation");

  if (policy == NULL || *policy == '\0')
    return g_strdup ("UNIQUE");
  return aggregation != NULL ? g_strdup_printf ("%s %s", policy, aggregation) : g_steal_pointer (&policy);
}

int
rang_rules_document_find_own_language (RangRulesDocument *document, guint table)
{
  for (guint i = 0; i < rang_rules_document_get_n_columns (document, table); i++)
    {
      g_autofree char *heading = rang_rules_document_dup_heading (document, table, i);

      if (rang_rules_document_get_column_kind (document, table, i) == RANG_RULES_COLUMN_ANNOTATION
          && g_strv_contains (g_get_language_names (), heading))
        return (int)i;
    }
  return -1;
}
