/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what came out of one file: orders, refusals and notes. */
#include "exchange/rang-import-batch.h"

RangImportBatch *
rang_import_batch_new (const char *name, RangImportKind kind)
{
  RangImportBatch *batch = g_new0 (RangImportBatch, 1);

  batch->name = g_strdup (name);
  batch->kind = kind;
  batch->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_import_draft_free);
  batch->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  batch->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  return batch;
}

void
rang_import_batch_free (RangImportBatch *batch)
{
  if (batch == NULL)
    return;
  g_free (batch->name);
  g_free (batch->sender);
  g_ptr_array_unref (batch->drafts);
  g_ptr_array_unref (batch->refusals);
  g_ptr_array_unref (batch->notes);
  g_free (batch);
}

void
rang_import_batch_refuse (RangImportBatch *batch,
                          const char *where,
                          const char *order,
                          const char *field,
                          const char *problem,
                          const char *remedy)
{
  g_return_if_fail (batch != NULL);
  g_ptr_array_add (batch->refusals, rang_refusal_new (where, order, field, problem, remedy));
}
