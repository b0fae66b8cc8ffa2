/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/rang-settings.h"
#include "exchange/rang-exchange-error.h"
#include "exchange/rang-import-batch.h"
#include "exchange/rang-import-mapping.h"

G_BEGIN_DECLS

/**
 * RANG_IMPORT_MOST_BYTES: the largest file that is read; RANG_IMPORT_MOST_FIELD the longest field, in bytes
 */
#define RANG_IMPORT_MOST_BYTES (64 * 1024 * 1024)
#define RANG_IMPORT_MOST_FIELD (64 * 1024)

/**
 * RangImportFile:
 *
 * A file whose kind and sender are known, before its orders are read: the sender decides which remembered mapping to
 * read it with. It may be used from any one thread.
 */
typedef struct _RangImportFile RangImportFile;

/**
 * RangImportProgress:
 * @done: bytes read so far
 * @total: bytes of the file
 *
 * Called now and then from the reading thread.
 */
typedef void (*RangImportProgress) (gsize done, gsize total, gpointer data);

/**
 * rang_import_file_open:
 * @path: a file's name in the file system's encoding
 *
 * Reads the file into memory and tells its kind by its content.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a #RangExchangeError
 */
RangImportFile *
rang_import_file_open (const char *path, GCancellable *cancellable, GError **error);

/**
 * rang_import_file_new_for_bytes:
 * @name: what to call it in messages
 * @bytes: the whole content
 */
RangImportFile *
rang_import_file_new_for_bytes (const char *name, GBytes *bytes, GError **error);
void
rang_import_file_free (RangImportFile *file);

RangImportKind
rang_import_file_get_kind (const RangImportFile *file);

/**
 * rang_import_file_get_name:
 *
 * Returns: (transfer none): its name in messages
 */
const char *
rang_import_file_get_name (const RangImportFile *file);

/**
 * rang_import_file_get_sender:
 *
 * Returns: (transfer none): the key of its sender, to remember a mapping by
 */
const char *
rang_import_file_get_sender (const RangImportFile *file);

/**
 * rang_import_file_get_own_header:
 *
 * Returns: whether it can be read without a mapping: UBL, or a CSV file in Rang's own header
 */
gboolean
rang_import_file_get_own_header (const RangImportFile *file);

/**
 * rang_import_file_read:
 * @mapping: (nullable): how to read it; %NULL for UBL and for Rang's own header
 * @settings: currency, zone and the like of the office
 * @progress: (nullable) (scope call): told how far it is
 *
 * Reads every order of the file; stores nothing, and knows neither the clock nor the store.
 *
 * Returns: (transfer full) (nullable): all of it, or %NULL with a #RangExchangeError (or %G_IO_ERROR_CANCELLED): then
 *   nothing of the file may be taken
 */
RangImportBatch *
rang_import_file_read (RangImportFile *file,
                       RangImportMapping *mapping,
                       const RangSettings *settings,
                       GCancellable *cancellable,
                       RangImportProgress progress,
                       gpointer progress_data,
                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportFile, rang_import_file_free)

G_END_DECLS
