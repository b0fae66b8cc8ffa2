/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the picking list: what the warehouse takes from the shelves for one van, all stops together. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/rang-decimal.h"
#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

enum
{
  PICKED,
  ARTICLE,
  DESCRIPTION,
  QUANTITY,
  ORDERS,
  N_COLUMNS
};

static const double widths[N_COLUMNS] = { 22, 96, 210, 84, RANG_SHEET_CONTENT - 412 };
static const RangSheetAlign alignments[N_COLUMNS]
    = { RANG_SHEET_LEFT, RANG_SHEET_LEFT, RANG_SHEET_LEFT, RANG_SHEET_RIGHT, RANG_SHEET_LEFT };

static double
set_cell (RangSheetBlock *block, RangSheetInk *ink, RangSheetStyle style, int column, const char *text, double y)
{
  double x = 0;

  for (int i = 0; i < column; i++)
    x += widths[i];
  return rang_sheet_block_text (block, ink, style, alignments[column], text, x + 4, y, widths[column] - 8, 0);
}

RangSheetBlock *
rang_sheet_picking_title_block (RangSheetInk *ink)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  const char *const heads[N_COLUMNS] = { "", _ ("Article"), _ ("Goods"), _ ("Quantity"), _ ("Orders") };
  double y = 0, height = 0;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_TITLE, RANG_SHEET_LEFT, _ ("Picking list"), 0, y,
                              RANG_SHEET_CONTENT, 0)
       + 5;
  for (int i = 0; i < N_COLUMNS; i++)
    height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_CAPTION, i, heads[i], y));
  y += height + 2;
  rang_sheet_block_fill (block, 0, y, RANG_SHEET_CONTENT, 1.2, 0);
  block->height = y + 1.2;
  return block;
}

/* Thousandths as "12", "2.5". */
static char *
describe_quantity (const RangSheetGoods *goods)
{
  g_autofree char *quantity = rang_decimal_format (goods->quantity, 3, 0);

  return goods->measure != NULL ? g_strdup_printf ("%s\302\240%s", quantity, goods->measure)
                                : g_steal_pointer (&quantity);
}

RangSheetBlock *
rang_sheet_picking_block (RangSheetInk *ink, const RangSheetGoods *goods)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  g_autofree char *quantity = describe_quantity (goods);
  double height = 0, y = 4;

  rang_sheet_block_frame (block, 4, y + 2, 9.5, 9.5, 0.9, 0);
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, ARTICLE, goods->article, y));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, DESCRIPTION, goods->description, y));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_BOLD, QUANTITY, quantity, y));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, ORDERS, goods->orders, y));
  block->height = y + fmax (height, 12) + 5;
  rang_sheet_block_fill (block, 0, block->height - 0.5, RANG_SHEET_CONTENT, 0.5, 0.5);
  return block;
}

RangSheetBlock *
rang_sheet_changes_block (RangSheetInk *ink, const RangSheet *sheet)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  double y = 4, width = RANG_SHEET_CONTENT - 16;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, sheet->changed_since, 8, y, width, 0);
  for (guint i = 0; i < sheet->changes->len; i++)
    y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_NORMAL, RANG_SHEET_LEFT,
                                g_ptr_array_index (sheet->changes, i), 8, y, width, 0);
  y += 4;
  rang_sheet_block_frame (block, 0, 0, RANG_SHEET_CONTENT, y, 1.6, 0);
  block->height = y;
  return block;
}
