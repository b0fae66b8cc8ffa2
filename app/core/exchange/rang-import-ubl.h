/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "exchange/rang-import-file.h"

G_BEGIN_DECLS

/**
 * rang_import_ubl_find_orders:
 * @name: the file's name in messages
 *
 * Returns: (transfer container) (nullable) (element-type xmlNode): the orders of the document: its root, or those in a
 *   standard business document; %NULL with %RANG_EXCHANGE_ERROR_WRONG_KIND that names what it is instead, or
 *   _TOO_LARGE if a text in it is longer than %RANG_IMPORT_MOST_FIELD
 */
GPtrArray *
rang_import_ubl_find_orders (const char *name, xmlDoc *document, GError **error);

/**
 * rang_import_ubl_dup_sender:
 *
 * Returns: (transfer full): the key of a sender by the buyer's electronic address, number, tax number or name
 */
char *
rang_import_ubl_dup_sender (xmlNode *order);

/**
 * rang_import_ubl_read:
 * @batch: where to put the draft or the refusal
 * @order: a UBL Order
 * @mapping: (nullable): paths that go before the usual ones, and defaults
 */
void
rang_import_ubl_read (RangImportBatch *batch,
                      xmlNode *order,
                      const RangImportMapping *mapping,
                      const RangSettings *settings);

G_END_DECLS
