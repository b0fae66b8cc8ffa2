/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet-block.h"

G_BEGIN_DECLS

/**
 * RangSheetField:
 * @label: what is to be written, in the current language
 * @line: the least room to write on, in points; 0 for a box to tick
 * @grows: whether it takes the room that is left in its row
 *
 * Something that a person fills in with a pen.
 */
typedef struct
{
  const char *label;
  double line;
  gboolean grows;
} RangSheetField;

/**
 * rang_sheet_form_add:
 * @fields: (array length=n): in reading order
 * @row: height of a row, in points
 *
 * Sets fields in as many rows as the language needs.
 *
 * Returns: the height taken
 */
double
rang_sheet_form_add (RangSheetBlock *block,
                     RangSheetInk *ink,
                     const RangSheetField *fields,
                     guint n,
                     double x,
                     double y,
                     double width,
                     double row);

G_END_DECLS
