/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for files in: what kind a file is, who sent it, and all its orders or none. */
#include "exchange/rang-import-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/rang-import-csv.h"
#include "exchange/rang-import-mapping-private.h"
#include "exchange/rang-import-text.h"
#include "exchange/rang-import-ubl.h"
#include "exchange/rang-xml.h"

struct _RangImportFile
{
  char *name;
  GBytes *bytes;
  RangImportKind kind;
  char *sender;
  gboolean own_header;
  xmlDoc *document;
  GPtrArray *orders;
};

static gboolean
fail (GError **error, RangExchangeError code, const char *name, const char *message)
{
  g_set_error (error, RANG_EXCHANGE_ERROR, (int)code, "%s: %s", name, message);
  return FALSE;
}

static gboolean
check_bytes (const char *name, GBytes *bytes, GError **error)
{
  const char *foreign = rang_import_text_foreign_kind (bytes);
  g_autoptr (GString) message = NULL;

  if (g_bytes_get_size (bytes) == 0)
    return fail (error, RANG_EXCHANGE_ERROR_NOT_WELL_FORMED, name,
                 _ ("the file is empty; ask the sender for it again"));
  if (g_bytes_get_size (bytes) > RANG_IMPORT_MOST_BYTES)
    return fail (error, RANG_EXCHANGE_ERROR_TOO_LARGE, name,
                 _ ("the file is over 64 MiB; divide it into several files"));
  if (foreign == NULL)
    return TRUE;
  /* Translators: %s is a kind of file, such as "a PDF document" */
  message = g_string_new (_ ("the file is %s; import UBL orders (XML) or CSV files"));
  g_string_replace (message, "%s", foreign, 1);
  return fail (error, RANG_EXCHANGE_ERROR_WRONG_KIND, name, message->str);
}

static gboolean
tell_kind (RangImportFile *file, GError **error)
{
  if (!rang_import_text_is_xml (file->bytes))
    {
      file->kind = RANG_IMPORT_CSV;
      file->sender = rang_import_csv_dup_sender (file->name, file->bytes, &file->own_header);
      return TRUE;
    }
  file->kind = RANG_IMPORT_UBL;
  file->own_header = TRUE;
  file->document = rang_xml_parse (file->name, file->bytes, error);
  if (file->document == NULL)
    return FALSE;
  file->orders = rang_import_ubl_find_orders (file->name, file->document, error);
  if (file->orders == NULL)
    return FALSE;
  file->sender = rang_import_ubl_dup_sender (g_ptr_array_index (file->orders, 0));
  return TRUE;
}

RangImportFile *
rang_import_file_new_for_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (RangImportFile) file = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  if (!check_bytes (name, bytes, error))
    return NULL;
  file = g_new0 (RangImportFile, 1);
  file->name = g_strdup (name);
  file->bytes = g_bytes_ref (bytes);
  return tell_kind (file, error) ? g_steal_pointer (&file) : NULL;
}

/* Reads at most one byte more than is allowed, so that a device without an end is no trap. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (65536);

  while (all->len <= RANG_IMPORT_MOST_BYTES)
    {
      gssize n = g_input_stream_read (stream, buffer, 65536, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (all, buffer, (guint)n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

RangImportFile *
rang_import_file_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) place = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  place = g_file_new_for_path (path);
  name = g_filename_display_basename (path);
  stream = g_file_read (place, cancellable, &local);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &local);
  if (bytes != NULL)
    return rang_import_file_new_for_bytes (name, bytes, error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_IO,
                 /* Translators: a file, what the system says */
                 _ ("%s: the file cannot be read (%s); check its name and who may read it"), name, local->message);
  return NULL;
}

void
rang_import_file_free (RangImportFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->orders, g_ptr_array_unref);
  g_clear_pointer (&file->document, xmlFreeDoc);
  g_bytes_unref (file->bytes);
  g_free (file->sender);
  g_free (file->name);
  g_free (file);
}

RangImportKind
rang_import_file_get_kind (const RangImportFile *file)
{
  return file->kind;
}

const char *
rang_import_file_get_name (const RangImportFile *file)
{
  return file->name;
}

const char *
rang_import_file_get_sender (const RangImportFile *file)
{
  return file->sender;
}

gboolean
rang_import_file_get_own_header (const RangImportFile *file)
{
  return file->own_header;
}

static gboolean
check_mapping (RangImportFile *file, const RangImportMapping *mapping, GError **error)
{
  if (mapping == NULL || mapping->kind == -1 || mapping->kind == (int)file->kind)
    return TRUE;
  g_set_error (error, RANG_EXCHANGE_ERROR, RANG_EXCHANGE_ERROR_MAPPING,
               /* Translators: file, mapping, the words csv or ubl twice */
               _ ("%s: the mapping “%s” is for %s files, this one is %s; name another mapping"), file->name,
               mapping->name, mapping->kind == RANG_IMPORT_CSV ? "csv" : "ubl",
               file->kind == RANG_IMPORT_CSV ? "csv" : "ubl");
  return FALSE;
}

static gboolean
read_orders (RangImportFile *file,
             RangImportBatch *batch,
             const RangImportMapping *mapping,
             const RangSettings *settings,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < file->orders->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      rang_import_ubl_read (batch, g_ptr_array_index (file->orders, i), mapping, settings);
    }
  return TRUE;
}

RangImportBatch *
rang_import_file_read (RangImportFile *file,
                       RangImportMapping *mapping,
                       const RangSettings *settings,
                       GCancellable *cancellable,
                       RangImportProgress progress,
                       gpointer progress_data,
                       GError **error)
{
  g_autoptr (RangImportBatch) batch = NULL;
  g_autoptr (GString) text = NULL;
  gsize total;
  gboolean good;

  g_return_val_if_fail (file != NULL && settings != NULL, NULL);
  if (!check_mapping (file, mapping, error))
    return NULL;
  total = g_bytes_get_size (file->bytes);
  batch = rang_import_batch_new (file->name, file->kind);
  batch->sender = g_strdup (file->sender);
  if (file->kind == RANG_IMPORT_UBL)
    good = read_orders (file, batch, mapping, settings, cancellable, error);
  else
    {
      text = rang_import_text_decode (file->name, file->bytes, mapping != NULL ? mapping->encoding : NULL, error);
      good = text != NULL
             && rang_import_csv_read (batch, text, mapping, settings, cancellable, progress, progress_data, error);
    }
  if (!good)
    return NULL;
  if (progress != NULL)
    progress (total, total, progress_data);
  return g_steal_pointer (&batch);
}
