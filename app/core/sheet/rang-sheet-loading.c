/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the loading list: the last stop is loaded first. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

enum
{
  LOADED,
  STOP,
  CLIENT,
  ORDERS,
  PARCELS,
  WEIGHT,
  N_COLUMNS
};

static const double widths[N_COLUMNS] = { 22, 36, 206, 118, 76, RANG_SHEET_CONTENT - 458 };
static const RangSheetAlign alignments[N_COLUMNS]
    = { RANG_SHEET_LEFT, RANG_SHEET_LEFT, RANG_SHEET_LEFT, RANG_SHEET_LEFT, RANG_SHEET_RIGHT, RANG_SHEET_RIGHT };

static double
set_cell (
    RangSheetBlock *block, RangSheetInk *ink, RangSheetStyle style, int column, const char *text, double y, int most)
{
  double x = 0;

  for (int i = 0; i < column; i++)
    x += widths[i];
  return rang_sheet_block_text (block, ink, style, alignments[column], text, x + 3, y, widths[column] - 6, most);
}

RangSheetBlock *
rang_sheet_loading_title_block (RangSheetInk *ink)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  const char *const heads[N_COLUMNS] = { "", _ ("Stop"), _ ("Client"), _ ("Orders"), _ ("Parcels"), _ ("Weight") };
  double y = 0, height = 0;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_TITLE, RANG_SHEET_LEFT, _ ("Loading list"), 0, y,
                              RANG_SHEET_CONTENT, 0);
  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT,
                              _ ("The last stop goes in first, the first stop comes out first."), 0, y,
                              RANG_SHEET_CONTENT, 0)
       + 5;
  for (int i = 0; i < N_COLUMNS; i++)
    height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_CAPTION, i, heads[i], y, 0));
  y += height + 2;
  rang_sheet_block_fill (block, 0, y, RANG_SHEET_CONTENT, 1.2, 0);
  block->height = y + 1.2;
  return block;
}

RangSheetBlock *
rang_sheet_loading_block (RangSheetInk *ink, const RangSheetStop *stop)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  g_auto (RangSheetTotals) totals = { 0 };
  g_autofree char *number = g_strdup_printf ("%d", stop->number), *orders = rang_sheet_words_orders (stop);
  g_autofree char *load = NULL, *parcels = NULL;
  double height = 0, y = 4;

  rang_sheet_stop_count (stop, &totals);
  load = rang_sheet_words_load (totals.load, totals.estimated);
  parcels = g_strdup_printf ("%s%" G_GINT64_FORMAT, totals.estimated ? "~" : "", totals.parcels);
  rang_sheet_block_frame (block, 4, y + 2, 9.5, 9.5, 0.9, 0);
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_STRONG, STOP, number, y - 1, 1));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, CLIENT, stop->client, y, 0));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, ORDERS, orders, y, 0));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_BOLD, PARCELS, parcels, y, 1));
  height = fmax (height, set_cell (block, ink, RANG_SHEET_STYLE_NORMAL, WEIGHT, load, y, 1));
  block->height = y + height + 5;
  rang_sheet_block_fill (block, 0, block->height - 0.5, RANG_SHEET_CONTENT, 0.5, 0.5);
  return block;
}
