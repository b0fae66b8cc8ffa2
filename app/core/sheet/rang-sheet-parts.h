/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet-block.h"
#include "sheet/rang-sheet.h"

G_BEGIN_DECLS

/* The page: what is left and right of the blocks, and how wide they are, in points. */
#define RANG_SHEET_MARGIN 30.0
#define RANG_SHEET_CONTENT (595.276 - 2 * RANG_SHEET_MARGIN)
/* The least box that a signature fits in: 45 × 12 mm. */
#define RANG_SHEET_SIGNATURE_WIDTH 132.0
#define RANG_SHEET_SIGNATURE_HEIGHT 36.0
/* So many orders of one stop are one block; a stop of more goes on in the next. */
#define RANG_SHEET_ORDERS_IN_BLOCK 12

/**
 * rang_sheet_head_block:
 * @page: from 1; @pages: how many
 *
 * Returns: (transfer full): the head that every page repeats; its height does not depend on the page
 */
RangSheetBlock *
rang_sheet_head_block (RangSheetInk *ink, const RangSheet *sheet, guint page, guint pages);

/**
 * rang_sheet_stop_block:
 * @first: index of the first order to be set: more than %RANG_SHEET_ORDERS_IN_BLOCK take several blocks, each whole
 *   in itself
 */
RangSheetBlock *
rang_sheet_stop_block (RangSheetInk *ink, const RangSheet *sheet, const RangSheetStop *stop, guint first);

/** rang_sheet_struck_block: a stop that is not on this van any more: struck through, with nothing to fill in */
RangSheetBlock *
rang_sheet_struck_block (RangSheetInk *ink, const RangSheetStop *stop);

/** rang_sheet_foot_block: totals, legend, and who signs when the van is back */
RangSheetBlock *
rang_sheet_foot_block (RangSheetInk *ink, const RangSheet *sheet);

/** rang_sheet_loading_title_block: title and column heads of the loading list */
RangSheetBlock *
rang_sheet_loading_title_block (RangSheetInk *ink);

/** rang_sheet_loading_block: one stop of the loading list */
RangSheetBlock *
rang_sheet_loading_block (RangSheetInk *ink, const RangSheetStop *stop);

/** rang_sheet_changes_block: what is other than in the version or plan before */
RangSheetBlock *
rang_sheet_changes_block (RangSheetInk *ink, const RangSheet *sheet);

/** rang_sheet_log_block: the vehicle log; one page */
RangSheetBlock *
rang_sheet_log_block (RangSheetInk *ink, const RangSheet *sheet);

/** rang_sheet_route_block: Returns: (transfer full) (nullable): a drawing of the route; %NULL for less than two stops that
 * are known on the map */
RangSheetBlock *
rang_sheet_route_block (RangSheetInk *ink, const RangSheet *sheet);

/** rang_sheet_picking_title_block: title and column heads of the picking list */
RangSheetBlock *
rang_sheet_picking_title_block (RangSheetInk *ink);

/** rang_sheet_picking_block: one line of it */
RangSheetBlock *
rang_sheet_picking_block (RangSheetInk *ink, const RangSheetGoods *goods);

G_END_DECLS
