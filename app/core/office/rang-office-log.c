/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading, verifying and exporting the log, and for the care of the store. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "log/rang-log-verifier.h"
#include "log/rang-log-export.h"
#include "office/rang-office-day.h"
#include "office/rang-office-private.h"
#include "store/rang-store-copy.h"
#include "store/rang-store-log.h"
#include "store/rang-store-witness.h"

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

void
rang_log_verdict_clear (RangLogVerdict *verdict)
{
  g_clear_pointer (&verdict->why, g_free);
}

/* The tables of decisions against the log; what no entry speaks of belongs to the last one. */
static gboolean
judge_tables (RangOffice *office, RangLogVerdict *verdict, GError **error)
{
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (office->store, error);
  const RangWitnessFault *first;

  if (faults == NULL)
    return FALSE;
  if (faults->len == 0)
    return TRUE;
  first = g_ptr_array_index (faults, 0);
  verdict->broken = first->entry != 0 ? first->entry : (gint64)verdict->entries;
  /* Translators: a table of the store, the number of a row in it, then what happened: “was changed …” */
  verdict->why = g_strdup_printf (_ ("the row %s/%s %s"), first->table, first->key, first->what);
  return TRUE;
}

gboolean
rang_office_judge_log (RangOffice *office, const char *against, RangLogVerdict *verdict, GError **error)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RangLogVerifier) verifier
      = reading != NULL ? rang_store_verify_log (office->store, against, error) : NULL;

  *verdict = (RangLogVerdict){ 0 };
  if (verifier == NULL)
    return FALSE;
  verdict->entries = (guint64)verifier->seen;
  verdict->broken = verifier->broken;
  verdict->signed_entries = verifier->signed_entries;
  verdict->unverified = verifier->unverified;
  verdict->resets = verifier->resets;
  verdict->clock_back = verifier->clock_back;
  verdict->first_clock_back = verifier->first_clock_back;
  verdict->signature_time = verifier->signature_time;
  verdict->chain_time = g_get_monotonic_time () - start - verifier->signature_time;
  verdict->met = verifier->met;
  if (verifier->broken != 0)
    verdict->why = g_strdup (rang_log_fault_text (verifier->fault));
  else if (against != NULL && verifier->met == 0)
    {
      verdict->broken = verifier->seen + 1;
      verdict->why = g_strdup (_ ("the log holds no entry of that fingerprint: it was set back to an older copy, or "
                                  "written anew, or the sheet is of another office"));
    }
  else
    return judge_tables (office, verdict, error);
  return TRUE;
}

gboolean
rang_office_verify_log (RangOffice *office, guint64 *count, gint64 *broken, char **why, GError **error)
{
  g_auto (RangLogVerdict) verdict = { 0 };

  if (!rang_office_judge_log (office, NULL, &verdict, error))
    return FALSE;
  if (count != NULL)
    *count = verdict.entries;
  if (broken != NULL)
    *broken = verdict.broken;
  if (why != NULL)
    *why = g_steal_pointer (&verdict.why);
  return verdict.broken == 0;
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
rang_office_is_on_server (const char *store)
{
  return rang_store_is_server (store);
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
