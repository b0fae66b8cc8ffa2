/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "domain/rang-validate.h"
#include "exchange/rang-import-file.h"
#include "fuzz/rang-fuzz.h"

static inline RangImportBatch *
rang_fuzz_import_once (GBytes *bytes, RangImportMapping *mapping, GError **error)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (RangImportFile) file = rang_import_file_new_for_bytes ("fuzz", bytes, error);

  return file != NULL ? rang_import_file_read (file, mapping, settings, NULL, NULL, NULL, error) : NULL;
}

/**
 * rang_fuzz_import:
 * @mapping: (nullable): the text of a mapping
 *
 * What holds for a file of any bytes: it is an error that says where and what to do, or each draft can be stored, has
 * a number and a digest, and a second reading gives the same digests.
 */
static inline void
rang_fuzz_import (const uint8_t *data, size_t size, const char *mapping)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangImportMapping) map = mapping != NULL ? rang_import_mapping_new_from_data ("map", mapping, NULL) : NULL;
  g_autoptr (RangImportBatch) once = rang_fuzz_import_once (bytes, map, &error);
  g_autoptr (RangImportBatch) again = rang_fuzz_import_once (bytes, map, NULL);

  g_assert_true ((once == NULL) == (error != NULL) && (once == NULL) == (again == NULL));
  if (once == NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "fuzz:") && strstr (error->message, "; ") != NULL);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_cmpuint (once->drafts->len, ==, again->drafts->len);
  for (guint i = 0; i < once->drafts->len; i++)
    {
      const RangImportDraft *draft = g_ptr_array_index (once->drafts, i);
      const RangImportDraft *same = g_ptr_array_index (again->drafts, i);

      g_assert_true (draft->order->client_number != NULL && *draft->order->client_number != '\0');
      g_assert_true (rang_validate_order (draft->order, draft->where, problems));
      g_assert_cmpstr (draft->order->source_digest, ==, same->order->source_digest);
    }
}
