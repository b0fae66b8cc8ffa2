/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangCsv:
 *
 * Reads records by RFC 4180 from text in memory: fields may be quoted, a quoted field may hold delimiters, line breaks
 * and doubled quotes; records end with CRLF, LF or CR. Nothing is trimmed or guessed.
 */
typedef struct _RangCsv RangCsv;

#define RANG_CSV_MOST_FIELDS 1000

/**
 * rang_csv_new:
 * @name: the file's name in messages
 * @text: (transfer none): valid UTF-8 without NUL, must outlive the reader
 * @delimiter: ',', ';' or '\t'; 0 to tell it from the first record
 * @most: the longest field allowed, in bytes
 *
 * A first line "sep=X", as spreadsheets write it, sets the delimiter and is passed over.
 */
RangCsv *
rang_csv_new (const char *name, const GString *text, char delimiter, gsize most);
void
rang_csv_free (RangCsv *csv);

/**
 * RangCsvResult:
 * @RANG_CSV_RECORD: a record was read
 * @RANG_CSV_ODD: a record was read, but a quote stands inside a field that is not quoted
 * @RANG_CSV_END: there is none left
 * @RANG_CSV_FAULT: the text is no CSV, the error is set
 */
typedef enum
{
  RANG_CSV_RECORD,
  RANG_CSV_ODD,
  RANG_CSV_END,
  RANG_CSV_FAULT
} RangCsvResult;

/**
 * rang_csv_next:
 * @fields: (element-type utf8): an array that frees its elements; emptied, then filled
 * @error: %RANG_EXCHANGE_ERROR_TRUNCATED (a quoted field without its end), _NOT_WELL_FORMED (text after a closing
 *   quote), _TOO_LARGE
 *
 * Reads the next record. An empty line is a record of one empty field.
 */
RangCsvResult
rang_csv_next (RangCsv *csv, GPtrArray *fields, GError **error);

/**
 * rang_csv_get_line:
 *
 * Returns: the line, from 1, on which the record read last begins
 */
guint
rang_csv_get_line (const RangCsv *csv);

/**
 * rang_csv_get_offset:
 *
 * Returns: how many bytes were read
 */
gsize
rang_csv_get_offset (const RangCsv *csv);

/**
 * rang_csv_is_ended_by_break:
 *
 * Returns: whether the record read last ends with a line break rather than with the text
 */
gboolean
rang_csv_is_ended_by_break (const RangCsv *csv);

char
rang_csv_get_delimiter (const RangCsv *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangCsv, rang_csv_free)

G_END_DECLS
