/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the end of a sheet: totals, legend, and the signatures when the van is back. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/rang-sheet-form.h"
#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

static double
set_totals (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet)
{
  g_auto (RangSheetTotals) totals = { 0 };
  g_autofree char *stops = NULL, *orders = NULL, *parcels = NULL, *load = NULL, *cash = NULL;
  double x = 0, height = 0;

  rang_sheet_count (sheet, &totals);
  stops = g_strdup_printf ("%u", totals.stops);
  orders = g_strdup_printf ("%u", totals.orders);
  parcels = g_strdup_printf ("%s%" G_GINT64_FORMAT, totals.estimated ? "~" : "", totals.parcels);
  load = rang_sheet_words_load (totals.load, totals.estimated);
  cash = rang_sheet_words_sums (totals.to_collect);
  {
    const struct
    {
      const char *caption;
      const char *text;
      double share;
    } cells[] = {
      { _ ("Stops"), stops, 0.1 },  { _ ("Orders"), orders, 0.12 },        { _ ("Parcels"), parcels, 0.14 },
      { _ ("Weight"), load, 0.18 }, { _ ("Cash to collect"), cash, 0.46 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
      {
        double width = RANG_SHEET_CONTENT * cells[i].share, used = 4;

        used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, cells[i].caption, x + 8,
                                       used, width - 10, 1);
        used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_STRONG, RANG_SHEET_LEFT, cells[i].text, x + 8, used,
                                       width - 10, 0);
        height = fmax (height, used + 4);
        x += width;
      }
  }
  return height;
}

static double
set_legend (RangSheetBlock *block, RangSheetInk *ink, double y)
{
  g_autofree char *text = rang_sheet_words_join (
      3, _ ("Black edge: must not slip; call the office before you change anything"), _ ("~: an estimate"),
      _ ("Note the time at each stop; a failed delivery needs its reason"));

  return rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, text, 0, y, RANG_SHEET_CONTENT,
                                0);
}

static double
set_signature_boxes (RangSheetBlock *block, RangSheetInk *ink, double y)
{
  const char *const captions[]
      = { _ ("Courier"), _ ("Received on return: delivery chief, time"), _ ("Cash counted by") };
  double gap = 8, width = (RANG_SHEET_CONTENT - 2 * gap) / 3, height = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      double used = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, captions[i],
                                           (double)i * (width + gap) + 4, y + 2, width - 8, 0);

      height = fmax (height, used + 4 + RANG_SHEET_SIGNATURE_HEIGHT);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    rang_sheet_block_frame (block, (double)i * (width + gap), y, width, height, 0.8, 0.1);
  return height;
}

RangSheetBlock *
rang_sheet_foot_block (RangSheetInk *ink, const RangSheet *sheet)
{
  const RangSheetField cash[] = { { _ ("Cash received"), 80, TRUE }, { _ ("Difference"), 60, TRUE } };
  const RangSheetField trip[]
      = { { _ ("Km at departure"), 60, TRUE }, { _ ("Km on return"), 60, TRUE }, { _ ("Back at"), 50, FALSE } };
  RangSheetBlock *block = rang_sheet_block_new ();
  double y = set_totals (block, ink, sheet);

  y += rang_sheet_form_add (block, ink, cash, G_N_ELEMENTS (cash), 8, y, RANG_SHEET_CONTENT - 16, 22);
  y += rang_sheet_form_add (block, ink, trip, G_N_ELEMENTS (trip), 8, y, RANG_SHEET_CONTENT - 16, 22) + 6;
  rang_sheet_block_frame (block, 0, 0, RANG_SHEET_CONTENT, y, 1.4, 0);
  y += 8;
  y += set_signature_boxes (block, ink, y) + 6;
  y += set_legend (block, ink, y);
  block->height = y;
  return block;
}
