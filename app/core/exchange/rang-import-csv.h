/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-file.h"

G_BEGIN_DECLS

/**
 * RANG_IMPORT_MOST_ROWS: the most rows of one file
 */
#define RANG_IMPORT_MOST_ROWS 100000

/**
 * rang_import_csv_read:
 * @batch: an empty batch
 * @text: the file as UTF-8
 * @mapping: (nullable): %NULL for Rang's own header
 *
 * Reads all rows into the batch.
 */
gboolean
rang_import_csv_read (RangImportBatch *batch,
                      const GString *text,
                      const RangImportMapping *mapping,
                      const RangSettings *settings,
                      GCancellable *cancellable,
                      RangImportProgress progress,
                      gpointer progress_data,
                      GError **error);

/**
 * rang_import_csv_dup_sender:
 * @own: (out): whether the header is Rang's own
 *
 * Returns: (transfer full): the key of a sender by the words of the header, whatever their case; the bytes of the first
 *   line if they are no UTF-8
 */
char *
rang_import_csv_dup_sender (const char *name, GBytes *bytes, gboolean *own);

G_END_DECLS
