/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the vehicle log ("foaie de parcurs") on the back of the run sheet: norms to art. 298 of the Fiscal Code,
 * point 68: vehicle category, purpose and place of the trip, km driven, the vehicle's own fuel norm. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/rang-day-label.h"
#include "base/rang-decimal.h"
#include "sheet/rang-sheet-form.h"
#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

#define ROW 24.0
#define CAPTION 150.0

/* "Brașov, Codlea, Râșnov": each town once, in the order of the stops. */
static char *
list_towns (const RangSheet *sheet)
{
  GString *towns = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);

      if (stop->struck || stop->town == NULL || !g_hash_table_add (seen, stop->town))
        continue;
      g_string_append_printf (towns, "%s%s", towns->len > 0 ? ", " : "", stop->town);
    }
  return g_string_free (towns, FALSE);
}

/* Litres for 100 km: millilitres in the data. */
static char *
describe_norm (gint32 norm)
{
  g_autofree char *litres = rang_decimal_format (norm / 100, 1, 1);

  /* Translators: litres, such as 8.5 */
  return norm > 0 ? g_strdup_printf (_ ("%s l / 100 km"), litres) : NULL;
}

/* A caption, and what is known or room to write it. */
static double
set_row (RangSheetBlock *block, RangSheetInk *ink, const char *caption, const char *text, double y)
{
  double height;

  if (caption == NULL)
    return 0;
  height = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, caption, 6, y + 5, CAPTION - 8,
                                  0);
  height = fmax (height, rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, text, CAPTION,
                                                y + 5, RANG_SHEET_CONTENT - CAPTION - 8, 0));
  height = fmax (height + 10, ROW);
  rang_sheet_block_fill (block, 0, y + height - 0.5, RANG_SHEET_CONTENT, 0.5, 0.45);
  return height;
}

static double
set_known (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  g_autofree char *day = rang_day_label_long (sheet->day), *towns = list_towns (sheet);
  g_autofree char *van = rang_sheet_words_join (2, sheet->van, sheet->plate), *norm = describe_norm (sheet->fuel_norm);
  g_autofree char *km
      = sheet->metres > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " km", (sheet->metres + 500) / 1000) : NULL;
  double top = y;

  y += set_row (block, ink, _ ("Date"), day, y);
  y += set_row (block, ink, _ ("Van"), van, y);
  y += set_row (block, ink, _ ("Driver"), sheet->courier, y);
  y += set_row (block, ink, rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_CATEGORY), sheet->category, y);
  y += set_row (block, ink, rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_PURPOSE), _ ("Delivery of goods to clients"),
                y);
  y += set_row (block, ink, rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_PLACES), towns, y);
  y += set_row (block, ink, _ ("Distance planned"), km, y);
  y += set_row (block, ink, rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_NORM), norm, y);
  return y - top;
}

static double
set_written (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  const char *odometer = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_ODOMETER);
  const char *fuel = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_FUEL);
  const RangSheetField out[] = { { _ ("Departure at"), 90, TRUE }, { odometer != NULL ? odometer : "", 110, TRUE } };
  const RangSheetField back[] = { { _ ("Back at"), 90, TRUE }, { odometer != NULL ? odometer : "", 110, TRUE } };
  const RangSheetField driven[] = { { _ ("Km driven"), 90, TRUE }, { _ ("Fuel by the norm, l"), 90, TRUE } };
  const RangSheetField taken[] = { { fuel != NULL ? fuel : "", 90, TRUE }, { _ ("Receipt no."), 110, TRUE } };
  double top = y, width = RANG_SHEET_CONTENT - 16;
  guint n = odometer != NULL ? 2 : 1;

  y += rang_sheet_form_add (block, ink, out, n, 8, y, width, 30);
  y += rang_sheet_form_add (block, ink, back, n, 8, y, width, 30);
  y += rang_sheet_form_add (block, ink, driven, 2, 8, y, width, 30);
  if (fuel != NULL)
    y += rang_sheet_form_add (block, ink, taken, 2, 8, y, width, 30);
  return y - top;
}

static double
set_signatures (RangSheetBlock *block, RangSheetInk *ink, double y)
{
  const char *const captions[] = { _ ("Driver"), _ ("Checked by") };
  double gap = 12, width = (RANG_SHEET_CONTENT - gap) / 2, height = 20 + RANG_SHEET_SIGNATURE_HEIGHT;

  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, captions[i],
                             (double)i * (width + gap) + 4, y + 2, width - 8, 1);
      rang_sheet_block_frame (block, (double)i * (width + gap), y, width, height, 0.8, 0.1);
    }
  return height;
}

RangSheetBlock *
rang_sheet_log_block (RangSheetInk *ink, const RangSheet *sheet)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  double y = 0, top;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_TITLE, RANG_SHEET_LEFT, _ ("Vehicle log"), 0, y,
                              RANG_SHEET_CONTENT, 0)
       + 6;
  top = y;
  y += set_known (block, ink, sheet, y);
  y += set_written (block, ink, sheet, y) + 8;
  rang_sheet_block_frame (block, 0, top, RANG_SHEET_CONTENT, y - top, 0.9, 0);
  y += 10;
  y += set_signatures (block, ink, y);
  block->height = y;
  return block;
}
