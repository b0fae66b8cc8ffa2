/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet-block.h"
#include "sheet/rang-sheet-layout.h"

G_BEGIN_DECLS

/**
 * RangSheetPlaced:
 * @block: owned by its layout
 * @x, @y: upper left corner on the page, in points
 *
 * A block on its page.
 */
typedef struct
{
  RangSheetBlock *block;
  double x;
  double y;
} RangSheetPlaced;

/**
 * rang_sheet_layout_get_blocks:
 *
 * For tests: what is on a page and where.
 *
 * Returns: (transfer none) (element-type RangSheetPlaced)
 */
const GArray *
rang_sheet_layout_get_blocks (const RangSheetLayout *layout, guint page);

G_END_DECLS
