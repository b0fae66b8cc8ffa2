/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangExchangeError:
 * @RANG_EXCHANGE_ERROR_IO: the file cannot be opened or read
 * @RANG_EXCHANGE_ERROR_NOT_WELL_FORMED: it breaks the grammar of its kind (XML, CSV quotes, NUL bytes)
 * @RANG_EXCHANGE_ERROR_TRUNCATED: it ends too early
 * @RANG_EXCHANGE_ERROR_ENCODING: its bytes are not text in the encoding that it claims or that the mapping names
 * @RANG_EXCHANGE_ERROR_TOO_LARGE: the file, a field, a row or its nesting is over a limit
 * @RANG_EXCHANGE_ERROR_WRONG_KIND: a document of another kind: an invoice, a picture; the message names it
 * @RANG_EXCHANGE_ERROR_UNSAFE: it defines entities or points to other files
 * @RANG_EXCHANGE_ERROR_HEADER: the columns cannot be told: unknown, missing or named twice
 * @RANG_EXCHANGE_ERROR_MAPPING: the mapping itself is wrong; the message names group and key
 *
 * Why nothing of a file was taken. The message reads "WHERE: what is wrong; what to do" and is for people.
 */
typedef enum
{
  RANG_EXCHANGE_ERROR_IO,
  RANG_EXCHANGE_ERROR_NOT_WELL_FORMED,
  RANG_EXCHANGE_ERROR_TRUNCATED,
  RANG_EXCHANGE_ERROR_ENCODING,
  RANG_EXCHANGE_ERROR_TOO_LARGE,
  RANG_EXCHANGE_ERROR_WRONG_KIND,
  RANG_EXCHANGE_ERROR_UNSAFE,
  RANG_EXCHANGE_ERROR_HEADER,
  RANG_EXCHANGE_ERROR_MAPPING
} RangExchangeError;

#define RANG_EXCHANGE_ERROR (rang_exchange_error_quark ())
GQuark
rang_exchange_error_quark (void);

G_END_DECLS
