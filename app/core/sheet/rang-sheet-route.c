/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the drawing of a van's route: where its stops lie to each other, in black and white, without streets. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/rang-spread.h"
#include "sheet/rang-sheet-parts.h"

#define HEIGHT 210.0
#define PAD 22.0
#define DISC 8.5
#define DOT 2.0

typedef struct
{
  double lon_scale; /* a degree of longitude is shorter than one of latitude */
  double left;
  double top;
  double scale;
} Projection;

static gboolean
is_drawn (const RangSheetStop *stop)
{
  return stop->located && !stop->struck;
}

static void
stretch (gint32 lat, gint32 lon, double box[4])
{
  box[0] = fmin (box[0], lon);
  box[1] = fmax (box[1], lon);
  box[2] = fmin (box[2], lat);
  box[3] = fmax (box[3], lat);
}

/* Fits all that is drawn into the frame, in the middle of it. Returns: how many stops are drawn */
static guint
project (const RangSheet *sheet, Projection *projection)
{
  double box[4] = { G_MAXINT32, G_MININT32, G_MAXINT32, G_MININT32 }, wide, high;
  double room_x = RANG_SHEET_CONTENT - 2 * PAD, room_y = HEIGHT - 2 * PAD;
  guint n = 0;

  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);

      if (!is_drawn (stop))
        continue;
      stretch (stop->lat, stop->lon, box);
      n++;
    }
  if (n == 0)
    return 0;
  if (sheet->depot_located)
    stretch (sheet->depot_lat, sheet->depot_lon, box);
  projection->lon_scale = cos ((box[2] + box[3]) / 2e6 * G_PI / 180);
  wide = fmax ((box[1] - box[0]) * projection->lon_scale, 1);
  high = fmax (box[3] - box[2], 1);
  projection->scale = fmin (room_x / wide, room_y / high);
  projection->left = PAD + (room_x - wide * projection->scale) / 2 - box[0] * projection->lon_scale * projection->scale;
  projection->top = PAD + (room_y - high * projection->scale) / 2 + box[3] * projection->scale;
  return n;
}

static RangSpot
place (const Projection *projection, gint32 lat, gint32 lon)
{
  return (RangSpot){ projection->left + lon * projection->lon_scale * projection->scale,
                  projection->top - lat * projection->scale };
}

static void
draw_way (RangSheetBlock *block, const RangSheet *sheet, const Projection *projection)
{
  RangSpot last = { 0, 0 }, next;
  gboolean began = FALSE;

  if (sheet->depot_located)
    {
      last = place (projection, sheet->depot_lat, sheet->depot_lon);
      began = TRUE;
    }
  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);

      if (!is_drawn (stop))
        continue;
      next = place (projection, stop->lat, stop->lon);
      if (began)
        rang_sheet_block_line (block, last.x, last.y, next.x, next.y, 0.9, 0.35);
      began = TRUE;
      last = next;
    }
  if (!sheet->depot_located)
    return;
  next = place (projection, sheet->depot_lat, sheet->depot_lon);
  rang_sheet_block_line (block, last.x, last.y, next.x, next.y, 0.9, 0.35);
}

static void
draw_number (RangSheetBlock *block, RangSheetInk *ink, const RangSheetStop *stop, RangSpot at)
{
  g_autofree char *number = g_strdup_printf ("%d", stop->number);
  double width = rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_BOLD, number), height;

  rang_sheet_block_disc (block, at.x, at.y, DISC, 0.9, 0);
  height = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, number, at.x - width / 2, at.y,
                                  width + 1, 1);
  rang_sheet_block_last (block)->y -= height / 2;
}

static void
draw_stops (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, const Projection *projection)
{
  g_auto (RangSpread) spread = { 0 };
  guint n = sheet->depot_located ? 1 : 0;

  rang_spread_init (&spread, RANG_SHEET_CONTENT, HEIGHT, DISC);
  if (sheet->depot_located)
    {
      RangSpot depot = place (projection, sheet->depot_lat, sheet->depot_lon);

      rang_sheet_block_fill (block, depot.x - 5, depot.y - 5, 10, 10, 0);
      rang_spread_take (&spread, depot);
    }
  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);
      RangSpot at, number;

      if (!is_drawn (stop))
        continue;
      at = place (projection, stop->lat, stop->lon);
      number = rang_spread_place (&spread, at);
      if (hypot (number.x - at.x, number.y - at.y) > 1)
        {
          rang_sheet_block_fill (block, at.x - DOT, at.y - DOT, 2 * DOT, 2 * DOT, 0);
          rang_sheet_block_line (block, at.x, at.y, number.x, number.y, 0.5, 0);
        }
    }
  /* Over all lines, so that each number can be read. */
  for (guint i = 0; i < sheet->stops->len; i++)
    if (is_drawn (g_ptr_array_index (sheet->stops, i)))
      draw_number (block, ink, g_ptr_array_index (sheet->stops, i), g_array_index (spread.taken, RangSpot, n++));
}

RangSheetBlock *
rang_sheet_route_block (RangSheetInk *ink, const RangSheet *sheet)
{
  Projection projection;
  RangSheetBlock *block;

  if (project (sheet, &projection) < 2)
    return NULL;
  block = rang_sheet_block_new ();
  draw_way (block, sheet, &projection);
  draw_stops (block, ink, sheet, &projection);
  rang_sheet_block_frame (block, 0, 0, RANG_SHEET_CONTENT, HEIGHT, 0.9, 0);
  block->height = HEIGHT + 2;
  block->height += rang_sheet_block_text (
      block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT,
      _ ("The route: the black square is the depot; the lines show the sequence of the stops, not streets"), 0,
      block->height, RANG_SHEET_CONTENT, 0);
  return block;
}
