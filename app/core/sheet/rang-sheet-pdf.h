/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet.h"

G_BEGIN_DECLS

/**
 * RangSheetError:
 * @RANG_SHEET_ERROR_WRITE: the file cannot be written there: choose another folder, or make room
 * @RANG_SHEET_ERROR_EMPTY: there is no sheet to write
 */
typedef enum
{
  RANG_SHEET_ERROR_WRITE,
  RANG_SHEET_ERROR_EMPTY
} RangSheetError;

#define RANG_SHEET_ERROR (rang_sheet_error_quark ())
GQuark
rang_sheet_error_quark (void);

/**
 * rang_sheet_write_pdf:
 * @sheets: (element-type RangSheet): one after the other in the file; each counts its own pages
 * @path: where to; a file that is there is replaced at once and whole, or stays as it was
 * @error: return location
 *
 * The same sheets give the same bytes: no time of writing is in them.
 *
 * Returns: %FALSE with @error set if nothing was written
 */
gboolean
rang_sheet_write_pdf (GPtrArray *sheets, const char *path, GError **error);

/**
 * rang_sheet_to_pdf:
 *
 * As rang_sheet_write_pdf(), into memory.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
rang_sheet_to_pdf (GPtrArray *sheets, GError **error);

G_END_DECLS
