/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-mapping.h"

G_BEGIN_DECLS

/**
 * RangImportEncoding:
 * @name: as iconv and a mapping know it: "Windows-1250"
 * @label: what it is called, in the reader's language: "Central European (Windows-1250)"
 * @preview: lines of the file that show whether it is right, as they read in this encoding
 *
 * An encoding in which a file whose own is not named may be written.
 */
typedef struct
{
  char *name;
  char *label;
  char *preview;
} RangImportEncoding;

void
rang_import_encoding_free (RangImportEncoding *encoding);

/**
 * rang_import_encoding_propose:
 * @bytes: a file
 *
 * Reads the file in each encoding that is usual where Rang is used, and weighs what letters come out: those of
 * Romanian and its neighbours speak for it, control characters and strays against. UTF-8, or a byte order mark, names
 * itself, and so does what is no text: then there is nothing to propose.
 *
 * Returns: (transfer full) (element-type RangImportEncoding): the likeliest first; empty if none fits
 */
GPtrArray *
rang_import_encoding_propose (GBytes *bytes);

/**
 * rang_import_mapping_with_encoding:
 * @mapping: (nullable): how the file is to be read; %NULL for Rang's own header
 * @encoding: what it is written in
 *
 * Returns: (transfer full) (nullable): a copy of @mapping that names @encoding; its text says so too
 */
RangImportMapping *
rang_import_mapping_with_encoding (const RangImportMapping *mapping, const char *encoding, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportEncoding, rang_import_encoding_free)

G_END_DECLS
