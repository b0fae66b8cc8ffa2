/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"
#include "domain/rang-order.h"
#include "exchange/rang-import-field.h"

G_BEGIN_DECLS

/**
 * RangImportMapping:
 *
 * How one sender's files are to be read: which column or path feeds which field, encoding, date and decimal formats,
 * and what to take where the sender never states it. Made from a key file (data/mappings/README.md tells the keys);
 * immutable.
 */
typedef struct _RangImportMapping RangImportMapping;

/**
 * rang_import_mapping_new_from_file:
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL with %RANG_EXCHANGE_ERROR_MAPPING that names file, group
 *   and key (%RANG_EXCHANGE_ERROR_IO if the file cannot be read)
 */
RangImportMapping *
rang_import_mapping_new_from_file (const char *path, GError **error);

/**
 * rang_import_mapping_new_from_data:
 * @name: what to call it in messages
 * @text: the key file's text, as rang_import_mapping_get_text() gave it
 */
RangImportMapping *
rang_import_mapping_new_from_data (const char *name, const char *text, GError **error);

RangImportMapping *
rang_import_mapping_ref (RangImportMapping *mapping);
void
rang_import_mapping_unref (RangImportMapping *mapping);

/**
 * rang_import_mapping_get_text:
 *
 * Returns: (transfer none): the whole key file, to remember it for a sender
 */
const char *
rang_import_mapping_get_text (const RangImportMapping *mapping);

/**
 * rang_import_mapping_get_name:
 *
 * Returns: (transfer none): what the mapping is called in messages
 */
const char *
rang_import_mapping_get_name (const RangImportMapping *mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportMapping, rang_import_mapping_unref)

G_END_DECLS
