/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for pieces of a page: what they hold, how high they are, and how they are drawn. */
#include "sheet/rang-sheet-block.h"

#include <qrencode.h>

static void
item_clear (gpointer data)
{
  RangSheetItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->code, g_bytes_unref);
}

RangSheetBlock *
rang_sheet_block_new (void)
{
  RangSheetBlock *block = g_new0 (RangSheetBlock, 1);

  block->items = g_array_new (FALSE, TRUE, sizeof (RangSheetItem));
  g_array_set_clear_func (block->items, item_clear);
  return block;
}

void
rang_sheet_block_free (RangSheetBlock *block)
{
  if (block == NULL)
    return;
  g_array_unref (block->items);
  g_free (block);
}

double
rang_sheet_block_text (RangSheetBlock *block,
                       RangSheetInk *ink,
                       RangSheetStyle style,
                       RangSheetAlign align,
                       const char *text,
                       double x,
                       double y,
                       double width,
                       int most_lines)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT, PANGO_ALIGN_CENTER };
  RangSheetItem item = { .kind = RANG_SHEET_ITEM_TEXT, .x = x, .y = y, .width = width };
  int height;

  if (text == NULL || text[0] == '\0')
    return 0;
  item.layout = rang_sheet_ink_set (ink, style, text, width, most_lines);
  item.gray = rang_sheet_ink_get_gray (style);
  pango_layout_set_alignment (item.layout, alignments[align]);
  pango_layout_get_size (item.layout, NULL, &height);
  item.height = (double)height / PANGO_SCALE;
  g_array_append_val (block->items, item);
  return item.height;
}

RangSheetItem *
rang_sheet_block_last (RangSheetBlock *block)
{
  return &g_array_index (block->items, RangSheetItem, block->items->len - 1);
}

void
rang_sheet_block_fill (RangSheetBlock *block, double x, double y, double width, double height, double gray)
{
  RangSheetItem item = { .kind = RANG_SHEET_ITEM_FILL, .x = x, .y = y, .width = width, .height = height, .gray = gray };

  g_array_append_val (block->items, item);
}

void
rang_sheet_block_frame (
    RangSheetBlock *block, double x, double y, double width, double height, double line, double gray)
{
  RangSheetItem item
      = { .kind = RANG_SHEET_ITEM_FRAME, .x = x, .y = y, .width = width, .height = height, .line = line, .gray = gray };

  g_array_append_val (block->items, item);
}

void
rang_sheet_block_line (RangSheetBlock *block, double x1, double y1, double x2, double y2, double line, double gray)
{
  RangSheetItem item
      = { .kind = RANG_SHEET_ITEM_LINE, .x = x1, .y = y1, .width = x2 - x1, .height = y2 - y1, .line = line, .gray = gray };

  g_array_append_val (block->items, item);
}

void
rang_sheet_block_disc (RangSheetBlock *block, double x, double y, double radius, double line, double gray)
{
  RangSheetItem item = { .kind = RANG_SHEET_ITEM_DISC,
                         .x = x - radius,
                         .y = y - radius,
                         .width = 2 * radius,
                         .height = 2 * radius,
                         .line = line,
                         .gray = gray };

  g_array_append_val (block->items, item);
}

void
rang_sheet_block_code (RangSheetBlock *block, const char *text, double x, double y, double side)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  RangSheetItem item = { .kind = RANG_SHEET_ITEM_CODE, .x = x, .y = y, .width = side, .height = side };
  gsize count;

  if (code == NULL)
    return;
  item.modules = (guint)code->width;
  count = (gsize)code->width * (gsize)code->width;
  for (gsize i = 0; i < count; i++)
    code->data[i] &= 1;
  item.code = g_bytes_new (code->data, count);
  QRcode_free (code);
  g_array_append_val (block->items, item);
}

/* Runs of dark modules in a row are one rectangle, so that no hairlines show between them. */
static void
draw_code (const RangSheetItem *item, cairo_t *cr)
{
  const guint8 *dark = g_bytes_get_data (item->code, NULL);
  double side = item->width / (item->modules + 8);

  for (guint row = 0; row < item->modules; row++)
    for (guint column = 0; column < item->modules; column++)
      {
        guint first = column;

        while (column < item->modules && dark[row * item->modules + column])
          column++;
        if (column > first)
          cairo_rectangle (cr, item->x + (first + 4) * side, item->y + (row + 4) * side, (column - first) * side, side);
      }
  cairo_fill (cr);
}

static void
draw_text (const RangSheetItem *item, cairo_t *cr)
{
  PangoRectangle ink;

  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout (cr, item->layout);
  cairo_new_path (cr);
  if (!item->struck)
    return;
  pango_layout_get_extents (item->layout, &ink, NULL);
  cairo_rectangle (cr, item->x + (double)ink.x / PANGO_SCALE, item->y + item->height * 0.52,
                   (double)ink.width / PANGO_SCALE, 0.9);
  cairo_fill (cr);
}

static void
draw_disc (const RangSheetItem *item, cairo_t *cr)
{
  double radius = item->width / 2;

  cairo_arc (cr, item->x + radius, item->y + radius, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, item->gray, item->gray, item->gray);
  cairo_set_line_width (cr, item->line);
  cairo_stroke (cr);
}

static void
draw_item (const RangSheetItem *item, cairo_t *cr)
{
  cairo_set_source_rgb (cr, item->gray, item->gray, item->gray);
  switch (item->kind)
    {
    case RANG_SHEET_ITEM_TEXT:
      draw_text (item, cr);
      break;
    case RANG_SHEET_ITEM_FILL:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case RANG_SHEET_ITEM_FRAME:
      cairo_set_line_width (cr, item->line);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_stroke (cr);
      break;
    case RANG_SHEET_ITEM_CODE:
      draw_code (item, cr);
      break;
    case RANG_SHEET_ITEM_LINE:
      cairo_set_line_width (cr, item->line);
      cairo_move_to (cr, item->x, item->y);
      cairo_line_to (cr, item->x + item->width, item->y + item->height);
      cairo_stroke (cr);
      break;
    case RANG_SHEET_ITEM_DISC:
      draw_disc (item, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
rang_sheet_block_draw (const RangSheetBlock *block, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  for (guint i = 0; i < block->items->len; i++)
    draw_item (&g_array_index (block->items, RangSheetItem, i), cr);
  cairo_restore (cr);
}
