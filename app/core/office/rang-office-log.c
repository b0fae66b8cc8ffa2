/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading, verifying and exporting the log, and for the care of the store. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "log/rang-log-chain.h"
#include "log/rang-log-export.h"
#include "office/rang-office-day.h"
#include "office/rang-office-private.h"
#include "store/rang-store-copy.h"
#include "store/rang-store-log.h"

GPtrArray *
rang_office_list_log (RangOffice *office, guint most, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  g_autofree char *hash = NULL;
  gint64 last = 0;

  if (!rang_store_get_log_head (office->store, &last, &hash, error))
    return NULL;
  if (most > 0)
    filter.after = MAX (last - (gint64)most, 0);
  return rang_store_load_log (office->store, &filter, error);
}

gboolean
rang_office_verify_log (RangOffice *office, guint64 *count, gint64 *broken, char **why, GError **error)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  g_autoptr (RangLogVerifier) verifier = reading != NULL ? rang_store_verify_log (office->store, error) : NULL;

  if (verifier == NULL)
    return FALSE;
  if (count != NULL)
    *count = (guint64)verifier->seen;
  if (broken != NULL)
    *broken = verifier->broken;
  if (why != NULL)
    *why = verifier->broken != 0 ? g_strdup (rang_log_fault_text (verifier->fault)) : NULL;
  return verifier->broken == 0;
}

typedef struct
{
  GOutputStream *stream;
  GString *line;
  GError *error;
} Export;

static gboolean
write_line (const RangLogEntry *entry, gpointer data)
{
  Export *export = data;

  g_string_truncate (export->line, 0);
  rang_log_export_line (entry, export->line);
  return g_output_stream_write_all (export->stream, export->line->str, export->line->len, NULL, NULL, &export->error);
}

gboolean
rang_office_export_log (RangOffice *office, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GOutputStream) buffered = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  Export export = { NULL, line, NULL };

  if (reading == NULL)
    return FALSE;
  /* Replaced at once and whole when it is closed, or left as it was. */
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  if (out == NULL)
    return FALSE;
  export.stream = buffered = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (out), 1 << 16);
  if (!rang_store_foreach_log (office->store, NULL, write_line, &export, error))
    return FALSE;
  if (export.error != NULL)
    {
      g_propagate_error (error, export.error);
      return FALSE;
    }
  return g_output_stream_close (buffered, NULL, error);
}

GPtrArray *
rang_office_check (RangOffice *office, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *why = NULL;
  g_autoptr (GError) local = NULL;
  gint64 broken = 0;

  if (!rang_store_check (office->store, faults, error))
    return NULL;
  if (!rang_office_verify_log (office, NULL, &broken, &why, &local))
    {
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_ptr_array_add (faults, g_strdup_printf (_ ("log entry %" PRId64 " is broken: %s; compare it with a "
                                                   "backup or a printed sheet"),
                                                broken, why));
    }
  return g_steal_pointer (&faults);
}

char *
rang_office_dup_public_location (const char *store)
{
  return rang_store_dup_public_location (store);
}

gboolean
rang_office_is_absent (const char *store)
{
  return !rang_store_is_server (store) && !g_file_test (store, G_FILE_TEST_EXISTS);
}

gboolean
rang_office_copy (const char *from, const char *to, GError **error)
{
  g_autoptr (RangStore) store = rang_store_open (from, RANG_STORE_DEFAULT, error);

  return store != NULL && rang_store_copy_to_new (store, to, error);
}

gboolean
rang_office_backup (RangOffice *office, const char *path, GError **error)
{
  return rang_store_backup (office->store, path, error);
}
