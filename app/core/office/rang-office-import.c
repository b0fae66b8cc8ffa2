/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for files of orders: how each is read, and that all of it is taken or nothing. */
#include <string.h>

#include "exchange/rang-import-encoding.h"
#include "exchange/rang-import-file.h"
#include "office/rang-office-import-private.h"
#include "store/rang-store-rules.h"

RangImportReport *
rang_import_report_new (void)
{
  RangImportReport *report = g_new0 (RangImportReport, 1);

  report->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  report->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  return report;
}

void
rang_import_report_free (RangImportReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->refusals);
  g_array_unref (report->orders);
  g_free (report);
}

void
rang_import_report_add (RangImportReport *report, const RangImportReport *other)
{
  report->taken += other->taken;
  report->changed += other->changed;
  report->unchanged += other->unchanged;
  report->refused += other->refused;
  report->defaulted += other->defaulted;
  for (guint i = 0; i < other->refusals->len; i++)
    g_ptr_array_add (report->refusals, rang_refusal_copy (g_ptr_array_index (other->refusals, i)));
  g_array_append_vals (report->orders, other->orders->data, other->orders->len);
}

/* --- the mapping --- */

static RangImportMapping *
load_named_mapping (const char *mapping, GError **error)
{
  g_autofree char *file = g_strconcat ("mappings/", mapping, ".ini", NULL);
  g_autofree char *shipped = office_data_path (file);

  if (g_file_test (mapping, G_FILE_TEST_EXISTS) || strchr (mapping, G_DIR_SEPARATOR) != NULL)
    return rang_import_mapping_new_from_file (mapping, error);
  return rang_import_mapping_new_from_file (g_file_test (shipped, G_FILE_TEST_EXISTS) ? shipped : mapping, error);
}

static gboolean
find_mapping (RangOffice *office, RangImportFile *file, const char *named, RangImportMapping **mapping, GError **error)
{
  g_autofree char *name = NULL, *text = NULL;

  if (named != NULL)
    return (*mapping = load_named_mapping (named, error)) != NULL;
  if (!rang_store_load_mapping (office->store, rang_import_file_get_sender (file), &name, &text, error))
    return FALSE;
  return text == NULL || (*mapping = rang_import_mapping_new_from_data (name, text, error)) != NULL;
}

static gboolean
remember_mapping (RangOffice *office, RangImportFile *file, RangImportMapping *mapping, GError **error)
{
  return rang_store_save_mapping (office->store, rang_import_file_get_sender (file),
                                  rang_import_mapping_get_name (mapping), rang_import_mapping_get_text (mapping),
                                  rang_clock_now (office->clock), error);
}

/* --- one file --- */

/* Orders of one file, of which the database had better know. */
#define MANY 100

typedef struct
{
  RangProgress progress;
  gpointer data;
} Progress;

static void
tell_progress (gsize done, gsize total, gpointer data)
{
  Progress *self = data;

  if (self->progress != NULL)
    self->progress (done, total, self->data);
}

static gboolean
take_batch (OfficeImport *import, RangImportBatch *batch, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < batch->refusals->len; i++)
    {
      g_ptr_array_add (import->report->refusals, rang_refusal_copy (g_ptr_array_index (batch->refusals, i)));
      import->report->refused++;
    }
  for (guint i = 0; i < batch->drafts->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !office_import_take (import, g_ptr_array_index (batch->drafts, i), error))
      return FALSE;
  return office_import_compact_lists (import, error);
}

/* What a person says that the file is written in goes before what a mapping names, and is remembered with it. */
static gboolean
take_encoding (RangImportMapping **mapping, const char *encoding, GError **error)
{
  RangImportMapping *named;

  if (encoding == NULL)
    return TRUE;
  named = rang_import_mapping_with_encoding (*mapping, encoding, error);
  g_clear_pointer (mapping, rang_import_mapping_unref);
  *mapping = named;
  return named != NULL;
}

void
rang_encoding_proposal_free (RangEncodingProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_free (proposal->name);
  g_free (proposal->label);
  g_free (proposal->preview);
  g_free (proposal);
}

GPtrArray *
rang_office_propose_encodings (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  g_autoptr (GPtrArray) encodings = bytes != NULL ? rang_import_encoding_propose (bytes) : NULL;
  GPtrArray *proposals;

  if (encodings == NULL)
    return NULL;
  proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_encoding_proposal_free);
  for (guint i = 0; i < encodings->len; i++)
    {
      const RangImportEncoding *encoding = g_ptr_array_index (encodings, i);
      RangEncodingProposal *proposal = g_new0 (RangEncodingProposal, 1);

      proposal->name = g_strdup (encoding->name);
      proposal->label = g_strdup (encoding->label);
      proposal->preview = g_strdup (encoding->preview);
      g_ptr_array_add (proposals, proposal);
    }
  return proposals;
}

RangImportReport *
rang_office_import (RangOffice *office,
                    const RangSession *session,
                    const char *path,
                    const char *mapping,
                    gint64 department,
                    RangProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  return rang_office_import_as (office, session, path, mapping, NULL, department, progress, data, cancellable, error);
}

/* Before anything of the file is written: a refusal commits its log entry with the transaction. */
static gboolean
may_import (OfficeImport *import, const RangImportBatch *batch, RangStoreTransaction *transaction, GError **error)
{
  if (!office_allow (import->office, import->session, RANG_ACTION_IMPORT, import->department, 0, transaction, error))
    return FALSE;
  for (guint i = 0; import->department == 0 && i < batch->drafts->len; i++)
    {
      const RangImportDraft *draft = g_ptr_array_index (batch->drafts, i);
      gint64 named = office_import_department (import->office, draft->department_name);

      if (named != 0
          && !office_allow (import->office, import->session, RANG_ACTION_IMPORT, named, 0, transaction, error))
        return FALSE;
    }
  return TRUE;
}

RangImportReport *
rang_office_import_as (RangOffice *office,
                       const RangSession *session,
                       const char *path,
                       const char *mapping,
                       const char *encoding,
                       gint64 department,
                       RangProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RangImportReport) report = rang_import_report_new ();
  g_autoptr (RangImportMapping) found = NULL;
  g_autoptr (RangImportFile) file = NULL;
  g_autoptr (RangImportBatch) batch = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  Progress told = { progress, data };
  OfficeImport import = { office, session, department, report, rang_office_today (office) };

  file = rang_import_file_open (path, cancellable, error);
  if (file == NULL || !find_mapping (office, file, mapping, &found, error) || !take_encoding (&found, encoding, error))
    return NULL;
  batch = rang_import_file_read (file, found, office->settings, cancellable, tell_progress, &told, error);
  transaction = batch != NULL ? office_begin (office, error) : NULL;
  if (transaction == NULL || !may_import (&import, batch, transaction, error)
      || !take_batch (&import, batch, cancellable, error)
      || ((mapping != NULL || encoding != NULL) && !remember_mapping (office, file, found, error))
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  if (batch->drafts->len >= MANY)
    rang_store_count_rows (office->store);
  return g_steal_pointer (&report);
}
