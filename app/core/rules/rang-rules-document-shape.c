/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of the tables in a DMN model being edited: rows and columns come, go and move; what they ask is declared.
 */
#include "rules/rang-dmn-xml.h"
#include "rules/rang-feel-lexer.h"
#include "rules/rang-rules-document-private.h"

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

  return n > 0 ? rules_document_nth (parent, name, n - 1) : NULL;
}

void
rang_rules_document_insert_row (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *parent = rules_document_get_table (document, table), *rule;
  static const char *const texts[] = { "-", "", "" };
  g_autofree char *table_id = rang_dmn_xml_attribute (parent, "id");
  g_autofree char *stem = g_strdup_printf ("%s.row", table_id != NULL ? table_id : "table");

  g_return_if_fail (row <= rang_rules_document_get_n_rows (document, table));

  rule = rules_document_new_element (document, "rule", NULL);
  set_new_id (document, rule, stem);
  for (guint kind = 0; kind < RULES_DOCUMENT_N_KINDS; kind++)
    for (guint n = rang_dmn_xml_count (parent, rules_document_columns[kind]); n > 0; n--)
      xmlAddChild (rule, rules_document_new_entry (document, rules_document_entries[kind], texts[kind]));
  place (document, parent, rule, rules_document_nth (parent, "rule", row), last_of (parent, "rule"));
}

void
rang_rules_document_remove_row (RangRulesDocument *document, guint table, guint row)
{
  xmlNode *rule = rules_document_get_row (document, table, row);

  g_return_if_fail (rule != NULL);

  take_out (document, rule);
  xmlFreeNode (rule);
}

void
rang_rules_document_move_row (RangRulesDocument *document, guint table, guint row, guint to)
{
  xmlNode *parent = rules_document_get_table (document, table), *rule = rules_document_get_row (document, table, row);

  g_return_if_fail (rule != NULL && to < rang_rules_document_get_n_rows (document, table));

  if (row == to)
    return;
  take_out (document, rule);
  place (document, parent, rule, rules_document_nth (parent, "rule", to), last_of (parent, "rule"));
}

void
rang_rules_document_insert_input (RangRulesDocument *document, guint table, guint column, const char *expression)
{
  xmlNode *parent = rules_document_get_table (document, table), *input, *test, *output;
  guint n = rang_dmn_xml_count (parent, "input");

  g_return_if_fail (expression != NULL && column <= n);

  input = rules_document_new_element (document, "input", NULL);
  xmlSetProp (input, (const xmlChar *)"label", (const xmlChar *)expression);
  set_new_id (document, input, "input-column");
  test = xmlAddChild (input, rules_document_new_entry (document, "inputExpression", expression));
  set_new_id (document, test, "input-expression");
  output = rang_dmn_xml_child (parent, "output");
  place (document, parent, input, column < n ? rules_document_nth (parent, "input", column) : output, NULL);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    place (document, rule, rules_document_new_entry (document, "inputEntry", "-"),
           column < n ? rules_document_nth (rule, "inputEntry", column) : rang_dmn_xml_child (rule, "outputEntry"),
           NULL);
}

void
rang_rules_document_remove_input (RangRulesDocument *document, guint table, guint column)
{
  xmlNode *parent = rules_document_get_table (document, table), *input = rules_document_nth (parent, "input", column);

  g_return_if_fail (input != NULL);

  take_out (document, input);
  xmlFreeNode (input);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    {
      xmlNode *entry = rules_document_nth (rule, "inputEntry", column);
      if (entry == NULL)
        continue;
      take_out (document, entry);
      xmlFreeNode (entry);
    }
}

/* Moves a child among those of its name. */
static void
move_child (RangRulesDocument *document, xmlNode *parent, const char *name, guint from, guint to)
{
  xmlNode *node = rules_document_nth (parent, name, from);

  if (node == NULL)
    return;
  take_out (document, node);
  place (document, parent, node, rules_document_nth (parent, name, to), last_of (parent, name));
}

void
rang_rules_document_move_input (RangRulesDocument *document, guint table, guint column, guint to)
{
  xmlNode *parent = rules_document_get_table (document, table);
  guint n = rang_rules_document_get_n_inputs (document, table);

  g_return_if_fail (column < n && to < n);

  if (column == to)
    return;
  move_child (document, parent, "input", column, to);
  for (xmlNode *rule = rang_dmn_xml_child (parent, "rule"); rule != NULL; rule = rang_dmn_xml_next (rule, "rule"))
    move_child (document, rule, "inputEntry", column, to);
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
  node = rules_document_new_element (document, "inputData", NULL);
  xmlSetProp (node, (const xmlChar *)"name", (const xmlChar *)input);
  set_new_id (document, node, "input-data");
  variable = xmlAddChild (node, rules_document_new_element (document, "variable", NULL));
  xmlSetProp (variable, (const xmlChar *)"name", (const xmlChar *)input);
  xmlSetProp (variable, (const xmlChar *)"typeRef", (const xmlChar *)type);
  place (document, root, node, rang_dmn_xml_child (root, "decision"), last_of (root, "inputData"));
  return node;
}

void
rang_rules_document_require (RangRulesDocument *document, guint table, const char *input, const char *type)
{
  xmlNode *parent = rules_document_get_table (document, table), *decision = parent->parent, *requirement, *reference,
          *logic;
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
  requirement = rules_document_new_element (document, "informationRequirement", NULL);
  set_new_id (document, requirement, "requirement");
  reference = xmlAddChild (requirement, rules_document_new_element (document, "requiredInput", NULL));
  xmlSetProp (reference, (const xmlChar *)"href", (const xmlChar *)href);
  logic = last_of (decision, "informationRequirement");
  place (document, decision, requirement, logic == NULL ? parent : NULL, logic);
}
