/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports: models in files beside the one that imports them, found by their namespace; nothing is fetched. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-dmn-xml.h"

#define MAX_DEPTH 8
#define MAX_FILES 200

static gboolean
declares (const char *content, gsize length, const char *file, const char *space)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *own = NULL;

  /* Reading it is worth it only if the namespace is somewhere in it. */
  if (strstr (content, space) == NULL)
    return FALSE;
  doc = rang_dmn_xml_parse (content, length, file, NULL);
  if (doc == NULL)
    return FALSE;
  own = rang_dmn_xml_attribute (xmlDocGetRootElement (doc), "namespace");
  return g_strcmp0 (own, space) == 0;
}

static GBytes *
find_import (RangDmnReader *reader, const char *space, char **file)
{
  g_autoptr (GDir) dir = reader->folder != NULL ? g_dir_open (reader->folder, 0, NULL) : NULL;
  const char *entry;
  guint n = 0;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL && n < MAX_FILES)
    {
      g_autofree char *path = g_build_filename (reader->folder, entry, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_str_has_suffix (entry, ".dmn") || !g_file_get_contents (path, &content, &length, NULL))
        continue;
      n++;
      if (declares (content, length, entry, space))
        {
          *file = g_strdup (entry);
          return g_bytes_new_take (g_steal_pointer (&content), length);
        }
    }
  return NULL;
}

static void
import_types (RangDmnReader *reader, const char *space, const char *name)
{
  if (name != NULL && *name != '\0')
    rang_dmn_types_import (reader, space, name);
}

gboolean
rang_dmn_import_read (RangDmnReader *reader, xmlNode *node)
{
  g_autofree char *space = rang_dmn_xml_attribute (node, "namespace");
  g_autofree char *name = rang_dmn_reader_name (reader, node);
  g_autofree char *type = rang_dmn_xml_attribute (node, "importType");
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *outer = reader->file;

  if (space == NULL || (type != NULL && strstr (type, "DMN") == NULL && strstr (type, "dmn") == NULL))
    return TRUE;
  if (name != NULL && *name != '\0')
    {
      g_hash_table_insert (reader->imports, g_strdup (space), (gpointer)rang_dmn_reader_keep (reader, name));
      g_ptr_array_add (reader->members, (gpointer)rang_dmn_reader_keep (reader, name));
    }
  if (g_hash_table_contains (reader->loaded, space))
    {
      import_types (reader, space, name);
      return TRUE;
    }
  g_hash_table_add (reader->loaded, g_strdup (space));
  if (++reader->depth <= MAX_DEPTH)
    bytes = find_import (reader, space, &file);
  if (bytes == NULL)
    {
      rang_dmn_reader_fail (reader, node, _ ("the imported model “%s” is not in a file beside this one"), space);
      return FALSE;
    }
  reader->file = rang_dmn_reader_keep (reader, file);
  rang_dmn_read (reader, bytes);
  import_types (reader, space, name);
  reader->file = outer;
  reader->depth--;
  return reader->error == NULL;
}
