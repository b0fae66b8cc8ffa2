/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for guessing what a file is written in, so that a person can say whether it is right. */
#include "exchange/rang-import-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/rang-import-text.h"

/* The beginning of a file says enough; lines shown, and characters of each. */
#define MOST_BYTES (256 * 1024)
#define MOST_LINES 5
#define MOST_LINE 72
#define BEFORE_TELLING 16

static const struct
{
  const char *name;
  const char *label;
  gboolean wide;
} candidates[] = {
  { "Windows-1250", N_ ("Central European (Windows-1250)"), FALSE },
  { "ISO-8859-16", N_ ("Romanian (ISO-8859-16)"), FALSE },
  { "ISO-8859-2", N_ ("Central European (ISO-8859-2)"), FALSE },
  { "IBM852", N_ ("Central European (DOS, IBM852)"), FALSE },
  { "Windows-1252", N_ ("Western European (Windows-1252)"), FALSE },
  { "UTF-16LE", N_ ("Unicode (UTF-16, little-endian)"), TRUE },
  { "UTF-16BE", N_ ("Unicode (UTF-16, big-endian)"), TRUE },
};

typedef struct
{
  RangImportEncoding *encoding;
  gint64 weight;
  guint rank;
} Candidate;

void
rang_import_encoding_free (RangImportEncoding *encoding)
{
  if (encoding == NULL)
    return;
  g_free (encoding->name);
  g_free (encoding->label);
  g_free (encoding->preview);
  g_free (encoding);
}

static gint64
weigh_character (gunichar c)
{
  /* With the cedilla too: older encodings have nothing else. */
  static const char *const likely = "ăâîșțşţĂÂÎȘȚŞŢáéíóöőúüűÁÉÍÓÖŐÚÜŰ–—„”“’«»";

  if (c < 0x80)
    return c >= ' ' || c == '\n' || c == '\r' || c == '\t' ? 0 : -20;
  if (c < 0xA0 || c == 0xFFFD)
    return -20;
  if (g_utf8_strchr (likely, -1, c) != NULL)
    return 3;
  return g_unichar_isalpha (c) ? 0 : -2;
}

static gint64
weigh (const char *text)
{
  gint64 weight = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    weight += weigh_character (g_utf8_get_char (p));
  return weight;
}

/* Returns: (nullable): the first character that other encodings read otherwise */
static const char *
find_telling (const char *line)
{
  while (*line != '\0' && (guchar)*line < 0x80)
    line++;
  return *line != '\0' ? line : NULL;
}

/* As much of a line as is shown: its beginning, or what begins a little before its first character that tells. */
static void
append_line (GString *preview, const char *line)
{
  const char *telling = find_telling (line);
  glong length = g_utf8_strlen (line, -1), before = telling != NULL ? g_utf8_pointer_to_offset (line, telling) : 0;
  glong from = before > MOST_LINE - BEFORE_TELLING ? MAX (0, MIN (before - BEFORE_TELLING, length - MOST_LINE)) : 0;
  glong to = MIN (from + MOST_LINE, length);
  g_autofree char *shown = g_utf8_substring (line, from, to);

  g_string_append_printf (preview, "%s%s%s%s", preview->len > 0 ? "\n" : "", from > 0 ? "…" : "", shown,
                          to < length ? "…" : "");
}

/* The lines that tell encodings apart; of a file without such, the first ones. */
static char *
make_preview (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) preview = g_string_new (NULL);
  guint shown = 0;

  for (int telling = 1; telling >= 0 && shown == 0; telling--)
    for (guint i = 0; lines[i] != NULL && shown < MOST_LINES; i++)
      {
        g_strstrip (lines[i]);
        if (*lines[i] == '\0' || (telling && find_telling (lines[i]) == NULL))
          continue;
        append_line (preview, lines[i]);
        shown++;
      }
  return g_string_free (g_steal_pointer (&preview), FALSE);
}

/* Half of a text in UTF-16 is NUL bytes, unless it is Chinese; in no other is any. */
static gboolean
looks_wide (const char *data, gsize size)
{
  gsize nuls = 0;

  for (gsize i = 0; i < size; i++)
    nuls += data[i] == '\0';
  return nuls * 5 > size;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return one->rank < other->rank ? -1 : 1;
}

static void
try_candidate (GArray *found, guint i, const char *data, gsize size)
{
  g_autofree char *text = g_convert (data, (gssize)size, "UTF-8", candidates[i].name, NULL, NULL, NULL);
  Candidate candidate = { .rank = i };

  if (text == NULL)
    return;
  candidate.weight = weigh (text);
  candidate.encoding = g_new0 (RangImportEncoding, 1);
  candidate.encoding->name = g_strdup (candidates[i].name);
  candidate.encoding->label = g_strdup (_ (candidates[i].label));
  candidate.encoding->preview = make_preview (text);
  g_array_append_val (found, candidate);
}

GPtrArray *
rang_import_encoding_propose (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_import_encoding_free);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GString) named = rang_import_text_decode ("", bytes, NULL, NULL);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean wide;

  if (named != NULL || size == 0 || rang_import_text_is_xml (bytes) || rang_import_text_foreign_kind (bytes) != NULL)
    return proposals;
  size = MIN (size, MOST_BYTES);
  wide = looks_wide (data, size);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i].wide == wide)
      try_candidate (found, i, data, wide ? size & ~(gsize)1 : size);
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (proposals, g_array_index (found, Candidate, i).encoding);
  return proposals;
}

RangImportMapping *
rang_import_mapping_with_encoding (const RangImportMapping *mapping, const char *encoding, GError **error)
{
  g_return_val_if_fail (encoding != NULL, NULL);

  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (mapping != NULL
      && !g_key_file_load_from_data (file, rang_import_mapping_get_text (mapping), (gsize)-1, G_KEY_FILE_KEEP_COMMENTS,
                                     error))
    return NULL;
  g_key_file_set_string (file, "mapping", "encoding", encoding);
  text = g_key_file_to_data (file, NULL, NULL);
  return rang_import_mapping_new_from_data (mapping != NULL ? rang_import_mapping_get_name (mapping) : encoding, text,
                                            error);
}
