/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the orders of a CSV file: which column feeds which field, and one draft a row. */
#include "exchange/rang-import-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-digest.h"
#include "base/rang-text.h"
#include "exchange/rang-csv.h"
#include "exchange/rang-import-fill.h"
#include "exchange/rang-import-mapping-private.h"
#include "exchange/rang-import-text.h"

/* columns: of each field, indexes into a row, or NULL. */
typedef struct
{
  RangImportBatch *batch;
  const RangImportMapping *mapping;
  RangImportFormats *formats;
  const char *currency;
  GArray *columns[RANG_N_IMPORT_FIELDS];
  guint width;
} Table;

static void
table_clear (Table *table)
{
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    g_clear_pointer (&table->columns[i], g_array_unref);
  rang_import_formats_free (table->formats);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
fail_header (Table *table, const char *message, const char *column, GError **error)
{
  g_autoptr (GString) text = g_string_new (message);
  g_autofree char *shown = rang_import_text_shorten (column);

  g_string_replace (text, "%s", shown, 1);
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_HEADER, "%s:1: %s", table->batch->name, text->str);
  return FALSE;
}

/* The column of that name: as written, else without regard to case, accents and punctuation; -1 none, -2 several. */
static int
find_column (const GPtrArray *header, const char *name)
{
  g_autofree char *key = rang_text_key (name);
  int exact = -1, alike = -1;

  for (guint i = 0; i < header->len; i++)
    {
      const char *column = g_ptr_array_index (header, i);
      g_autofree char *column_key = rang_text_key (column);

      if (g_str_equal (column, name))
        exact = exact == -1 ? (int)i : -2;
      if (g_str_equal (column_key, key))
        alike = alike == -1 ? (int)i : -2;
    }
  return exact != -1 ? exact : alike;
}

static gboolean
map_field (Table *table, const GPtrArray *header, RangImportField field, char **names, GError **error)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      int column = find_column (header, names[i]);

      if (column == -2)
        /* Translators: %s is the name of a column */
        return fail_header (table, _ ("the column “%s” stands in the header twice; rename or take out one of them"),
                            names[i], error);
      if (column == -1 && field == RANG_IMPORT_ORDER)
        /* Translators: %s is the name of a column */
        return fail_header (table,
                            _ ("the header has no column “%s”, which the mapping takes for the order's number; choose "
                               "the mapping of this sender, or correct it"),
                            names[i], error);
      if (column < 0)
        continue;
      if (table->columns[field] == NULL)
        table->columns[field] = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_val (table->columns[field], column);
    }
  return TRUE;
}

static gboolean
map_by_mapping (Table *table, const GPtrArray *header, GError **error)
{
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    if (table->mapping->fields[i] != NULL
        && !map_field (table, header, (RangImportField)i, table->mapping->fields[i], error))
      return FALSE;
  return TRUE;
}

static int
own_field (const char *column)
{
  g_autofree char *key = rang_text_key (column);

  g_strdelimit (key, " ", '_');
  return rang_import_field_from_nick (key);
}

static gboolean
map_own (Table *table, const GPtrArray *header, GError **error)
{
  for (guint i = 0; i < header->len; i++)
    {
      const char *column = g_ptr_array_index (header, i);
      int field = own_field (column), index = (int)i;

      if (*column == '\0')
        {
          g_autofree char *place = g_strdup_printf ("%u", i + 1);

          /* Translators: %s is the number of a column, counted from 1 */
          return fail_header (table, _ ("column %s has no name; name it or take it out"), place, error);
        }
      if (field < 0)
        /* Translators: %s is the name of a column */
        return fail_header (table,
                            _ ("the column “%s” is none of Rang's own; rename it, take it out, or name a mapping that "
                               "says what the columns are"),
                            column, error);
      if (table->columns[field] != NULL)
        /* Translators: %s is the name of a column */
        return fail_header (table, _ ("the column “%s” stands in the header twice; rename or take out one of them"),
                            column, error);
      table->columns[field] = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_val (table->columns[field], index);
    }
  if (table->columns[RANG_IMPORT_ORDER] == NULL)
    return fail_header (table, _ ("the header has no column “%s”; add it, or name a mapping"), "order", error);
  return TRUE;
}

static void
note_unused (Table *table, const GPtrArray *header)
{
  g_autofree char *where = g_strconcat (table->batch->name, ":1", NULL);

  for (guint i = 0; i < header->len; i++)
    {
      gboolean used = FALSE;

      for (int f = 0; f < RANG_N_IMPORT_FIELDS && !used; f++)
        for (guint k = 0; table->columns[f] != NULL && k < table->columns[f]->len && !used; k++)
          used = g_array_index (table->columns[f], int, k) == (int)i;
      if (!used)
        g_ptr_array_add (table->batch->notes,
                         rang_refusal_new (where, NULL, g_ptr_array_index (header, i), _ ("the column is not used"),
                                           _ ("name it in the mapping if it should be")));
    }
}

static gboolean
read_header (Table *table, RangCsv *csv, GError **error)
{
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  RangCsvResult result = rang_csv_next (csv, header, error);
  gboolean mapped;

  if (result == RANG_CSV_FAULT)
    return FALSE;
  if (result == RANG_CSV_END)
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
                   /* Translators: file */
                   _ ("%s: the file is empty; ask the sender for it again"), table->batch->name);
      return FALSE;
    }
  for (guint i = 0; i < header->len; i++)
    g_strstrip (g_ptr_array_index (header, i));
  mapped = table->mapping != NULL && table->mapping->has_fields ? map_by_mapping (table, header, error)
                                                                : map_own (table, header, error);
  if (mapped)
    note_unused (table, header);
  table->width = header->len;
  return mapped;
}

/* The text of a field in this row, trimmed; NULL when nothing is there. */
static char *
take_text (const Table *table, const GPtrArray *row, RangImportField field)
{
  const GArray *columns = table->columns[field];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      g_autofree char *part = g_strdup (g_ptr_array_index (row, (guint)g_array_index (columns, int, i)));

      if (*g_strstrip (part) == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, part);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
read_row (Table *table, const GPtrArray *row, const char *where)
{
  char *texts[RANG_N_IMPORT_FIELDS];
  const char *const *given = (const char *const *)texts;
  g_autoptr (RangImportDraft) draft = rang_import_draft_new (where);

  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    texts[i] = take_text (table, row, (RangImportField)i);
  rang_import_fill (draft, given, table->formats, table->currency);
  rang_import_draft_seal (draft);
  rang_import_fill_defaults (draft, given, table->mapping);
  if (rang_import_fill_finish (draft, table->batch->refusals))
    g_ptr_array_add (table->batch->drafts, g_steal_pointer (&draft));
  for (int i = 0; i < RANG_N_IMPORT_FIELDS; i++)
    g_free (texts[i]);
}

static gboolean
is_blank (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    for (const char *p = g_ptr_array_index (row, i); *p != '\0'; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

static void
refuse_width (Table *table, const GPtrArray *row, const char *where)
{
  /* Translators: "the row has 9 fields, the header 11" */
  g_autofree char *problem = g_strdup_printf (
      ngettext ("the row has %u field, the header %u", "the row has %u fields, the header %u", row->len), row->len,
      table->width);
  guint column = (guint)g_array_index (table->columns[RANG_IMPORT_ORDER], int, 0);
  g_autofree char *order = column < row->len ? rang_text_clean (g_ptr_array_index (row, column)) : NULL;

  rang_import_batch_refuse (table->batch, where, order, NULL, problem,
                            _ ("correct the delimiters and quotes of this row"));
}

/* Takes one record, which is not blank; FALSE if it shows that the file is cut. */
static gboolean
take_record (Table *table, RangCsv *csv, RangCsvResult result, const GPtrArray *row, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s:%u", table->batch->name, rang_csv_get_line (csv));

  if (row->len < table->width && !rang_csv_is_ended_by_break (csv))
    {
      g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TRUNCATED,
                   /* Translators: file and line, numbers of fields */
                   _ ("%s: the file ends in the middle of a row (field %u of %u); ask the sender for the whole file"),
                   where, row->len, table->width);
      return FALSE;
    }
  if (row->len != table->width)
    refuse_width (table, row, where);
  else if (result == RANG_CSV_ODD)
    rang_import_batch_refuse (table->batch, where, NULL, NULL, _ ("a quote stands inside a field that is not quoted"),
                              _ ("quote the whole field and double the quotes in it"));
  else
    read_row (table, row, where);
  return TRUE;
}

static gboolean
read_rows (Table *table,
           RangCsv *csv,
           gsize total,
           GCancellable *cancellable,
           RangImportProgress progress,
           gpointer progress_data,
           GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  RangCsvResult result;

  for (guint n = 0; (result = rang_csv_next (csv, row, error)) != RANG_CSV_END; n++)
    {
      if (result == RANG_CSV_FAULT)
        return FALSE;
      if (n == RANG_IMPORT_MOST_ROWS)
        {
          g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_TOO_LARGE,
                       /* Translators: file, line, a number */
                       _ ("%s:%u: the file has over %d rows; divide it into several"), table->batch->name,
                       rang_csv_get_line (csv), RANG_IMPORT_MOST_ROWS);
          return FALSE;
        }
      if (n % 256 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (rang_csv_get_offset (csv), total, progress_data);
        }
      if (!is_blank (row) && !take_record (table, csv, result, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
rang_import_csv_read (RangImportBatch *batch,
                      const GString *text,
                      const RangImportMapping *mapping,
                      const RangSettings *settings,
                      GCancellable *cancellable,
                      RangImportProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (GTimeZone) zone = rang_settings_dup_zone (settings);
  g_autoptr (RangCsv) csv
      = rang_csv_new (batch->name, text, mapping != NULL ? mapping->delimiter : 0, RANG_IMPORT_MOST_FIELD);
  g_auto (Table) table = { batch, mapping };

  table.formats = mapping != NULL ? rang_import_formats_copy (mapping->formats) : rang_import_formats_new (NULL);
  g_time_zone_unref (table.formats->zone);
  table.formats->zone = g_steal_pointer (&zone);
  table.currency = mapping != NULL && mapping->currency[0] != '\0' ? mapping->currency : settings->currency;
  return read_header (&table, csv, error)
         && read_rows (&table, csv, text->len, cancellable, progress, progress_data, error);
}

/* The bytes of the first line. */
static GBytes *
first_line (GBytes *bytes)
{
  gsize size = 0, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  size = MIN (size, RANG_IMPORT_MOST_FIELD);
  while (length < size && data[length] != '\n' && data[length] != '\r')
    length++;
  return g_bytes_new_from_bytes (bytes, 0, length);
}

char *
rang_import_csv_dup_sender (const char *name, GBytes *bytes, gboolean *own)
{
  g_autoptr (GBytes) line = first_line (bytes);
  g_autoptr (GString) text = rang_import_text_decode (name, bytes, NULL, NULL);
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autofree char *hash = NULL;

  if (text == NULL)
    text = rang_import_text_decode (name, line, NULL, NULL);
  *own = FALSE;
  if (text != NULL)
    {
      g_autoptr (RangCsv) csv = rang_csv_new (name, text, 0, RANG_IMPORT_MOST_FIELD);
      RangCsvResult result = rang_csv_next (csv, header, NULL);

      *own = result == RANG_CSV_RECORD;
      for (guint i = 0; i < header->len; i++)
        {
          g_autofree char *word = rang_text_key (g_ptr_array_index (header, i));

          g_string_append_printf (key, "%s\n", word);
          *own = *own && own_field (g_ptr_array_index (header, i)) >= 0;
        }
    }
  else
    g_string_append_len (key, g_bytes_get_data (line, NULL), (gssize)g_bytes_get_size (line));
  hash = rang_digest_sha256 (key->str, key->len);
  hash[32] = '\0';
  return g_strconcat ("csv:", hash, NULL);
}
