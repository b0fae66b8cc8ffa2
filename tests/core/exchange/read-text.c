/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading small files that stand in the tests themselves. */
#include "read-text.h"

#include <string.h>

RangImportBatch *
read_text (const char *name, const char *content, gssize length, const char *mapping, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length < 0 ? strlen (content) : (gsize)length);
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangImportMapping) map = NULL;
  g_autoptr (RangImportFile) file = NULL;

  if (mapping != NULL && (map = rang_import_mapping_new_from_data ("map.ini", mapping, error)) == NULL)
    return NULL;
  file = rang_import_file_new_for_bytes (name, bytes, error);
  return file != NULL ? rang_import_file_read (file, map, settings, NULL, NULL, NULL, error) : NULL;
}

RangImportBatch *
read_good (const char *name, const char *content, const char *mapping)
{
  g_autoptr (GError) error = NULL;
  RangImportBatch *batch = read_text (name, content, -1, mapping, &error);

  g_assert_no_error (error);
  return batch;
}

const RangImportDraft *
only_draft (const RangImportBatch *batch)
{
  g_assert_cmpuint (batch->drafts->len, ==, 1);
  return g_ptr_array_index (batch->drafts, 0);
}

void
assert_error (const char *name, const char *content, gssize length, const char *mapping, int code, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportBatch) batch = read_text (name, content, length, mapping, &error);

  g_assert_null (batch);
  g_assert_error (error, RANG_EXCHANGE_ERROR, code);
  if (!g_str_has_prefix (error->message, start))
    g_error ("the message should begin with “%s”, is “%s”", start, error->message);
}
