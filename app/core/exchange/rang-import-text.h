/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_import_text_decode:
 * @name: the file's name in messages
 * @bytes: the file
 * @encoding: (nullable): what a mapping names, as iconv knows it; a byte order mark goes before it
 *
 * Returns: (transfer full) (nullable): the text as NUL-terminated UTF-8 without a byte order mark, or %NULL with
 *   %RANG_EXCHANGE_ERROR_ENCODING, _TRUNCATED (half a character at the end) or _NOT_WELL_FORMED (NUL bytes), all of
 *   which name the line
 */
GString *
rang_import_text_decode (const char *name, GBytes *bytes, const char *encoding, GError **error);

/**
 * rang_import_text_foreign_kind:
 * @bytes: the file
 *
 * Returns: (nullable): what the file is, in the reader's language, if it is of a kind that holds no orders for Rang: a
 *   PDF, a spreadsheet, a picture …
 */
const char *
rang_import_text_foreign_kind (GBytes *bytes);

/**
 * rang_import_text_is_xml:
 *
 * Returns: whether the first thing in the file, byte order mark and white space aside, is "<"
 */
gboolean
rang_import_text_is_xml (GBytes *bytes);

/**
 * rang_import_text_shorten:
 * @text: (nullable): something out of a file
 *
 * Returns: (transfer full): its beginning, clean and on one line, to be shown in a message
 */
char *
rang_import_text_shorten (const char *text);

G_END_DECLS
