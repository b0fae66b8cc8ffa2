/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * rang_dmn_xml_parse:
 * @name: what to call the document in messages
 * @error: return location, %RANG_RULES_ERROR_XML
 *
 * Reads XML that nobody vouches for: no document type, so no entities; nothing is fetched; limited in size and depth.
 *
 * Returns: (transfer full) (nullable): the document, to be freed with xmlFreeDoc()
 */
xmlDoc *
rang_dmn_xml_parse (const char *bytes, gsize length, const char *name, GError **error);

/**
 * rang_dmn_xml_child:
 *
 * Returns: (nullable): the first child element of that local name
 */
xmlNode *
rang_dmn_xml_child (xmlNode *node, const char *name);

/**
 * rang_dmn_xml_next:
 *
 * Returns: (nullable): the next element after @node of that local name
 */
xmlNode *
rang_dmn_xml_next (xmlNode *node, const char *name);
gboolean
rang_dmn_xml_is (xmlNode *node, const char *name);
guint
rang_dmn_xml_count (xmlNode *node, const char *name);

/**
 * rang_dmn_xml_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute's value
 */
char *
rang_dmn_xml_attribute (xmlNode *node, const char *name);

/**
 * rang_dmn_xml_text:
 * @name: (nullable): of a child element; %NULL for @node itself
 *
 * Returns: (transfer full) (nullable): the text in it, stripped; %NULL if there is no such child
 */
char *
rang_dmn_xml_text (xmlNode *node, const char *name);

/**
 * rang_dmn_xml_line:
 *
 * Returns: the line of the element in its file, from 1
 */
guint
rang_dmn_xml_line (xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
