/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for small CSV files that are read whole: their text, and where they are wrong. */
#include "exchange/rang-csv-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/rang-exchange-error.h"

#define MOST_BYTES (64u << 20)

GString *
rang_exchange_load_text (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &local))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_IO, "%s: %s", name, local->message);
  else if (length > MOST_BYTES)
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
                 _ ("%s: the file is too large"), name);
  else if (!g_utf8_validate (bytes, (gssize)length, NULL))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
                 _ ("%s: the text is not UTF-8; save it as such"), name);
  else
    return g_string_new_len (g_str_has_prefix (bytes, "\xef\xbb\xbf") ? bytes + 3 : bytes,
                             (gssize)(g_str_has_prefix (bytes, "\xef\xbb\xbf") ? length - 3 : length));
  return NULL;
}

gboolean
rang_exchange_fail_at (GError **error, const char *path, guint line, char *problem)
{
  g_autofree char *name = g_filename_display_basename (path), *words = problem;

  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, "%s:%u: %s", name, line, words);
  return FALSE;
}
