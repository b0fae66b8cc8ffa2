/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for turning a file's bytes into text, and for telling what kind of file it is at all. */
#include "exchange/rang-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-text.h"
#include "exchange/rang-exchange-error.h"

#define MOST_SHOWN 60

typedef struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} ByteOrderMark;

static const ByteOrderMark marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

static const ByteOrderMark *
find_mark (const char *data, gsize size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

static guint
line_at (const char *data, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += data[i] == '\n' || (data[i] == '\r' && !(i + 1 < offset && data[i + 1] == '\n'));
  return line;
}

static gboolean
refuse_bytes (const char *name, guint line, const char *encoding, GError **error)
{
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_ENCODING,
               /* Translators: file, line, name of an encoding such as UTF-8 */
               _ ("%s:%u: the bytes are not text in %s; name the file's encoding in the mapping (such as "
                  "encoding=Windows-1250), or save it as UTF-8"),
               name, line, encoding);
  return FALSE;
}

static gboolean
check_utf8 (const char *name, const char *data, gsize size, GError **error)
{
  const char *end;
  const char *nul = memchr (data, '\0', size);

  if (nul != NULL)
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
                   /* Translators: file, line */
                   _ ("%s:%u: a NUL byte stands in the text, so this is no text file or a damaged one; ask the sender "
                      "for it again"),
                   name, line_at (data, (gsize)(nul - data)));
      return FALSE;
    }
  if (g_utf8_validate (data, (gssize)size, &end))
    return TRUE;
  if (g_utf8_get_char_validated (end, (gssize)(size - (gsize)(end - data))) == (gunichar)-2)
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED,
                   /* Translators: file, line */
                   _ ("%s:%u: the file ends in the middle of a character; ask the sender for the whole file"), name,
                   line_at (data, size));
      return FALSE;
    }
  return refuse_bytes (name, line_at (data, (gsize)(end - data)), "UTF-8", error);
}

static GString *
convert (const char *name, const char *data, gsize size, const char *encoding, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;
  gsize read = 0, written = 0;

  text = g_convert (data, (gssize)size, "UTF-8", encoding, &read, &written, &local);
  if (text != NULL)
    return g_string_new_len (text, (gssize)written);
  if (g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_ENCODING,
                 /* Translators: file, name of an encoding */
                 _ ("%s: the encoding “%s” is unknown; name one such as UTF-8 or Windows-1250 in the mapping"), name,
                 encoding);
  else if (g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT))
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED,
                 /* Translators: file */
                 _ ("%s: the file ends in the middle of a character; ask the sender for the whole file"), name);
  else
    refuse_bytes (name, line_at (data, MIN (read, size)), encoding, error);
  return NULL;
}

GString *
rang_import_text_decode (const char *name, GBytes *bytes, const char *encoding, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const ByteOrderMark *mark = data != NULL ? find_mark (data, size) : NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  if (mark != NULL)
    {
      encoding = mark->encoding;
      data += mark->length;
      size -= mark->length;
    }
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    text = g_string_new_len (data != NULL ? data : "", (gssize)size);
  else
    text = convert (name, data, size, encoding, error);
  if (text == NULL || !check_utf8 (name, text->str, text->len, error))
    return NULL;
  return g_steal_pointer (&text);
}

const char *
rang_import_text_foreign_kind (GBytes *bytes)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *kind;
  } kinds[] = {
    { "%PDF", 4, N_ ("a PDF document") },
    { "PK\003\004", 4, N_ ("a packed file or an office document (.zip, .xlsx, .ods)") },
    { "\xD0\xCF\x11\xE0", 4, N_ ("an old office document (.xls, .doc)") },
    { "\x89PNG", 4, N_ ("a picture") },
    { "\xFF\xD8\xFF", 3, N_ ("a picture") },
    { "GIF8", 4, N_ ("a picture") },
    { "SQLite format 3", 15, N_ ("a database") },
    { "{\\rtf", 5, N_ ("a text document (.rtf)") },
    { "\x1F\x8B", 2, N_ ("a packed file (.gz)") },
    { "{", 1, N_ ("a JSON document") },
    { "[{", 2, N_ ("a JSON document") },
  };
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; data != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].length && memcmp (data, kinds[i].magic, kinds[i].length) == 0)
      return _ (kinds[i].kind);
  return NULL;
}

gboolean
rang_import_text_is_xml (GBytes *bytes)
{
  gsize size = 0, i = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const ByteOrderMark *mark = data != NULL ? find_mark (data, size) : NULL;

  if (mark != NULL)
    i = mark->length;
  while (i < size && (data[i] == '\0' || g_ascii_isspace (data[i])))
    i++;
  return i < size && data[i] == '<';
}

char *
rang_import_text_shorten (const char *text)
{
  g_autofree char *clean = rang_text_clean (text);
  g_autofree char *head = NULL;

  if (clean == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (clean, -1) <= MOST_SHOWN)
    return g_steal_pointer (&clean);
  head = g_utf8_substring (clean, 0, MOST_SHOWN);
  return g_strconcat (head, "…", NULL);
}
