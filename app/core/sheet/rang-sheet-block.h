/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sheet/rang-sheet-ink.h"

G_BEGIN_DECLS

/**
 * RangSheetAlign:
 *
 * Where a text stands in its cell.
 */
typedef enum
{
  RANG_SHEET_LEFT,
  RANG_SHEET_RIGHT,
  RANG_SHEET_CENTRE
} RangSheetAlign;

typedef enum
{
  RANG_SHEET_ITEM_TEXT,
  RANG_SHEET_ITEM_FILL,
  RANG_SHEET_ITEM_FRAME,
  RANG_SHEET_ITEM_CODE,
  RANG_SHEET_ITEM_LINE,
  RANG_SHEET_ITEM_DISC
} RangSheetItemKind;

/**
 * RangSheetItem:
 * @kind: what it is
 * @x, @y, @width, @height: its cell, in points from the block's upper left corner; a line goes from one corner to the
 *   other
 * @gray: 0 black … 1 white
 * @line: width of a frame's, a line's or a disc's line
 * @layout: of a text; owned
 * @struck: whether a text is struck through
 * @code: (element-type guint8): of a code, its modules row by row, 1 dark; owned; @modules a side
 */
typedef struct
{
  RangSheetItemKind kind;
  double x;
  double y;
  double width;
  double height;
  double gray;
  double line;
  PangoLayout *layout;
  gboolean struck;
  GBytes *code;
  guint modules;
} RangSheetItem;

/**
 * RangSheetBlock:
 * @items: (element-type RangSheetItem): in the order of drawing
 * @height: what it takes on the page
 *
 * A piece of a page that is never split: it is set first, measured, then put on a page.
 */
typedef struct
{
  GArray *items;
  double height;
} RangSheetBlock;

RangSheetBlock *
rang_sheet_block_new (void);
void
rang_sheet_block_free (RangSheetBlock *block);

/**
 * rang_sheet_block_text:
 * @width: of the cell: the text wraps in it
 * @most_lines: 0 for as many as it takes
 *
 * Returns: the height that the text takes; 0 for an empty or %NULL @text
 */
double
rang_sheet_block_text (RangSheetBlock *block,
                       RangSheetInk *ink,
                       RangSheetStyle style,
                       RangSheetAlign align,
                       const char *text,
                       double x,
                       double y,
                       double width,
                       int most_lines);

/** rang_sheet_block_last: Returns: (transfer none): the item that was added last */
RangSheetItem *
rang_sheet_block_last (RangSheetBlock *block);

void
rang_sheet_block_fill (RangSheetBlock *block, double x, double y, double width, double height, double gray);
void
rang_sheet_block_frame (
    RangSheetBlock *block, double x, double y, double width, double height, double line, double gray);

/** rang_sheet_block_line: a straight line */
void
rang_sheet_block_line (RangSheetBlock *block, double x1, double y1, double x2, double y2, double line, double gray);

/** rang_sheet_block_disc: a white disc with an edge; @x, @y: its middle */
void
rang_sheet_block_disc (RangSheetBlock *block, double x, double y, double radius, double line, double gray);

/**
 * rang_sheet_block_code:
 * @text: what the QR code says
 *
 * Adds a QR code with its quiet zone inside a square of @side. Nothing is added if @text is too long for a code.
 */
void
rang_sheet_block_code (RangSheetBlock *block, const char *text, double x, double y, double side);

/**
 * rang_sheet_block_draw:
 * @y: where the block's upper edge is, in points
 */
void
rang_sheet_block_draw (const RangSheetBlock *block, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSheetBlock, rang_sheet_block_free)

G_END_DECLS
