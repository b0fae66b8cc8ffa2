/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * rang_ubl_node_is:
 *
 * Returns: whether @node is the element @name of UBL 2's common components, whatever its prefix
 */
gboolean
rang_ubl_node_is (const xmlNode *node, const char *name);

/**
 * rang_ubl_node_next:
 * @previous: (nullable): where to go on, %NULL for the first
 *
 * Returns: (nullable): the next child element @name of @parent
 */
xmlNode *
rang_ubl_node_next (xmlNode *parent, xmlNode *previous, const char *name);

/**
 * rang_ubl_node_find:
 * @parent: (nullable): where to start
 * @path: names of elements divided by "/"; a prefix ("cbc:ID") is passed over
 *
 * Returns: (nullable): the first element at the end of @path, all branches tried
 */
xmlNode *
rang_ubl_node_find (xmlNode *parent, const char *path);

/**
 * rang_ubl_node_dup_text:
 * @node: (nullable): an element
 *
 * Returns: (transfer full) (nullable): its text, comments left out, trimmed; %NULL if there is none
 */
char *
rang_ubl_node_dup_text (const xmlNode *node);

/**
 * rang_ubl_node_dup_at:
 *
 * Returns: (transfer full) (nullable): the first text at the end of @path that is not empty
 */
char *
rang_ubl_node_dup_at (xmlNode *parent, const char *path);

/**
 * rang_ubl_node_dup_attribute:
 * @node: (nullable): an element
 */
char *
rang_ubl_node_dup_attribute (const xmlNode *node, const char *name);

G_END_DECLS
