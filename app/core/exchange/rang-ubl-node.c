/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for finding elements and texts in a UBL document by their names, whatever prefixes it uses. */
#include "exchange/rang-ubl-node.h"

#include <string.h>

static gboolean
is_common (const xmlNode *node)
{
  static const char *const spaces[] = {
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    NULL,
  };

  return node->ns != NULL && node->ns->href != NULL && g_strv_contains (spaces, (const char *)node->ns->href);
}

gboolean
rang_ubl_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *)node->name, name) && is_common (node);
}

xmlNode *
rang_ubl_node_next (xmlNode *parent, xmlNode *previous, const char *name)
{
  if (parent == NULL)
    return NULL;
  for (xmlNode *node = previous != NULL ? previous->next : parent->children; node != NULL; node = node->next)
    if (rang_ubl_node_is (node, name))
      return node;
  return NULL;
}

/* Splits off the first name of a path, without its prefix; returns the rest, NULL if it was the last. */
static const char *
split_path (const char *path, char **name)
{
  const char *slash = strchr (path, '/');
  g_autofree char *step = slash != NULL ? g_strndup (path, (gsize)(slash - path)) : g_strdup (path);
  const char *colon = strchr (step, ':');

  *name = g_strdup (colon != NULL ? colon + 1 : step);
  return slash != NULL ? slash + 1 : NULL;
}

xmlNode *
rang_ubl_node_find (xmlNode *parent, const char *path)
{
  g_autofree char *name = NULL;
  const char *rest = split_path (path, &name);

  for (xmlNode *node = NULL; (node = rang_ubl_node_next (parent, node, name)) != NULL;)
    {
      xmlNode *found = rest != NULL ? rang_ubl_node_find (node, rest) : node;

      if (found != NULL)
        return found;
    }
  return NULL;
}

char *
rang_ubl_node_dup_text (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      g_string_append (text, (const char *)child->content);
  g_strstrip (text->str);
  return text->str[0] != '\0' ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
rang_ubl_node_dup_at (xmlNode *parent, const char *path)
{
  g_autofree char *name = NULL;
  const char *rest = split_path (path, &name);

  for (xmlNode *node = NULL; (node = rang_ubl_node_next (parent, node, name)) != NULL;)
    {
      char *text = rest != NULL ? rang_ubl_node_dup_at (node, rest) : rang_ubl_node_dup_text (node);

      if (text != NULL)
        return text;
    }
  return NULL;
}

char *
rang_ubl_node_dup_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL;
       attribute = attribute->next)
    if (g_str_equal ((const char *)attribute->name, name) && attribute->children != NULL)
      {
        char *text = g_strdup ((const char *)attribute->children->content);

        return text != NULL ? g_strstrip (text) : NULL;
      }
  return NULL;
}
