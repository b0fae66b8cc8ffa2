/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for pages: which block stands where, nothing split, and how a page is drawn. */
#include "sheet/rang-sheet-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sheet/rang-sheet-layout-private.h"
#include "sheet/rang-sheet-parts.h"

#define TOP 28.0
#define BOTTOM 24.0
#define GAP 6.0

struct _RangSheetLayout
{
  RangSheetInk *ink;
  GPtrArray *blocks; /* (element-type RangSheetBlock) */
  GPtrArray *pages;  /* (element-type GArray of RangSheetPlaced) */
  PangoLayout *draft;
  char *title;
  double y;
  double body;
};

static void
open_page (RangSheetLayout *layout)
{
  g_ptr_array_add (layout->pages, g_array_new (FALSE, FALSE, sizeof (RangSheetPlaced)));
  layout->y = layout->body;
}

static gboolean
fits (const RangSheetLayout *layout, double height)
{
  return layout->y + height <= RANG_SHEET_HEIGHT - BOTTOM;
}

/* Puts a block below the one before it, or on a new page. */
static void
put (RangSheetLayout *layout, RangSheetBlock *block, double gap)
{
  RangSheetPlaced placed = { block, RANG_SHEET_MARGIN, 0 };

  g_ptr_array_add (layout->blocks, block);
  if (!fits (layout, block->height))
    open_page (layout);
  placed.y = layout->y;
  g_array_append_val (g_ptr_array_index (layout->pages, layout->pages->len - 1), placed);
  layout->y += block->height + gap;
}

static void
put_stops (RangSheetLayout *layout, const RangSheet *sheet)
{
  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);

      if (stop->struck)
        {
          put (layout, rang_sheet_struck_block (layout->ink, stop), GAP);
          continue;
        }
      for (guint first = 0; first == 0 || first < stop->orders->len; first += RANG_SHEET_ORDERS_IN_BLOCK)
        put (layout, rang_sheet_stop_block (layout->ink, sheet, stop, first), GAP);
    }
}

/* Where there is room for it: no page is printed for it alone. Returns: whether it was put */
static gboolean
put_route (RangSheetLayout *layout, const RangSheet *sheet)
{
  g_autoptr (RangSheetBlock) block = rang_sheet_route_block (layout->ink, sheet);

  if (block == NULL || !fits (layout, block->height))
    return FALSE;
  put (layout, g_steal_pointer (&block), GAP);
  return TRUE;
}

static void
put_loading (RangSheetLayout *layout, const RangSheet *sheet)
{
  open_page (layout);
  put (layout, rang_sheet_loading_title_block (layout->ink), 0);
  for (guint i = sheet->stops->len; i > 0; i--)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i - 1);
      RangSheetBlock *block;

      if (stop->struck)
        continue;
      block = rang_sheet_loading_block (layout->ink, stop);
      if (!fits (layout, block->height))
        {
          open_page (layout);
          put (layout, rang_sheet_loading_title_block (layout->ink), 0);
        }
      put (layout, block, 0);
    }
}

/* Returns: whether the drawing of the route found its place */
static gboolean
put_run (RangSheetLayout *layout, const RangSheet *sheet)
{
  open_page (layout);
  if (sheet->changed_since != NULL)
    put (layout, rang_sheet_changes_block (layout->ink, sheet), GAP);
  put_stops (layout, sheet);
  put (layout, rang_sheet_foot_block (layout->ink, sheet), GAP);
  return put_route (layout, sheet);
}

static void
put_picking (RangSheetLayout *layout, const RangSheet *sheet)
{
  open_page (layout);
  put (layout, rang_sheet_picking_title_block (layout->ink), 0);
  for (guint i = 0; i < sheet->goods->len; i++)
    {
      RangSheetBlock *block = rang_sheet_picking_block (layout->ink, g_ptr_array_index (sheet->goods, i));

      if (!fits (layout, block->height))
        {
          open_page (layout);
          put (layout, rang_sheet_picking_title_block (layout->ink), 0);
        }
      put (layout, block, 0);
    }
}

/* A page a stop: who signs reads nobody else's data. */
static void
put_slips (RangSheetLayout *layout, const RangSheet *sheet)
{
  for (guint i = 0; i < sheet->stops->len; i++)
    {
      const RangSheetStop *stop = g_ptr_array_index (sheet->stops, i);

      if (stop->struck)
        continue;
      open_page (layout);
      for (guint first = 0; first == 0 || first < stop->orders->len; first += RANG_SHEET_ORDERS_IN_BLOCK)
        put (layout, rang_sheet_stop_block (layout->ink, sheet, stop, first), GAP);
    }
}

static void
put_papers (RangSheetLayout *layout, const RangSheet *sheet)
{
  gboolean drawn = FALSE;

  if (sheet->kinds & RANG_SHEET_KIND_RUN)
    drawn = put_run (layout, sheet);
  if ((sheet->kinds & RANG_SHEET_KIND_LOG) && sheet->stops->len > 0)
    {
      open_page (layout);
      put (layout, rang_sheet_log_block (layout->ink, sheet), GAP);
      if (!drawn)
        put_route (layout, sheet);
    }
  if ((sheet->kinds & RANG_SHEET_KIND_LOADING) && sheet->stops->len > 0)
    put_loading (layout, sheet);
  if ((sheet->kinds & RANG_SHEET_KIND_PICKING) && sheet->goods->len > 0)
    put_picking (layout, sheet);
  if (sheet->kinds & RANG_SHEET_KIND_SLIPS)
    put_slips (layout, sheet);
  if (layout->pages->len == 0)
    open_page (layout);
}

static void
put_heads (RangSheetLayout *layout, const RangSheet *sheet)
{
  for (guint i = 0; i < layout->pages->len; i++)
    {
      RangSheetPlaced head
          = { rang_sheet_head_block (layout->ink, sheet, i + 1, layout->pages->len), RANG_SHEET_MARGIN, TOP };

      g_ptr_array_add (layout->blocks, head.block);
      g_array_prepend_val (g_ptr_array_index (layout->pages, i), head);
    }
}

static char *
say_title (const RangSheet *sheet)
{
  GString *text = g_string_new (sheet->van);
  const char *separator = " ";

  if (sheet->draft)
    g_string_append_printf (text, ", %s", _ ("DRAFT"));
  else
    /* Translators: after the name of a van: number of the version, number of the plan */
    g_string_append_printf (text, _ (", board version %d, plan %d"), sheet->version, sheet->plan);
  if (sheet->changed_since == NULL)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, ". %s", sheet->changed_since);
  for (guint i = 0; i < sheet->changes->len; i++, separator = "; ")
    g_string_append_printf (text, "%s%s", separator, (const char *)g_ptr_array_index (sheet->changes, i));
  return g_string_free (text, FALSE);
}

RangSheetLayout *
rang_sheet_paginate (const RangSheet *sheet)
{
  RangSheetLayout *layout = g_new0 (RangSheetLayout, 1);
  g_autoptr (RangSheetBlock) head = NULL;

  g_return_val_if_fail (sheet != NULL, NULL);
  layout->ink = rang_sheet_ink_new ();
  layout->title = say_title (sheet);
  layout->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_sheet_block_free);
  layout->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  head = rang_sheet_head_block (layout->ink, sheet, 888, 888);
  layout->body = TOP + head->height + GAP;
  if (sheet->draft)
    /* Translators: printed in large letters across a sheet that nobody has signed */
    layout->draft = rang_sheet_ink_set (layout->ink, RANG_SHEET_STYLE_DRAFT, _ ("DRAFT"), 0, 0);
  put_papers (layout, sheet);
  put_heads (layout, sheet);
  return layout;
}

void
rang_sheet_layout_free (RangSheetLayout *layout)
{
  if (layout == NULL)
    return;
  g_ptr_array_unref (layout->pages);
  g_ptr_array_unref (layout->blocks);
  g_clear_object (&layout->draft);
  g_free (layout->title);
  rang_sheet_ink_free (layout->ink);
  g_free (layout);
}

guint
rang_sheet_layout_get_n_pages (const RangSheetLayout *layout)
{
  return layout->pages->len;
}

const char *
rang_sheet_layout_get_title (const RangSheetLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);
  return layout->title;
}

const GArray *
rang_sheet_layout_get_blocks (const RangSheetLayout *layout, guint page)
{
  return g_ptr_array_index (layout->pages, page);
}

/* Across the page from lower left to upper right, under everything else. */
static void
draw_draft (const RangSheetLayout *layout, cairo_t *cr)
{
  double gray = rang_sheet_ink_get_gray (RANG_SHEET_STYLE_DRAFT), wide, high, scale;
  int width, height;

  pango_layout_get_size (layout->draft, &width, &height);
  wide = (double)width / PANGO_SCALE;
  high = (double)height / PANGO_SCALE;
  scale = MIN (700 / wide, 1.6);
  cairo_save (cr);
  cairo_translate (cr, RANG_SHEET_WIDTH / 2, RANG_SHEET_HEIGHT / 2);
  cairo_rotate (cr, -atan2 (RANG_SHEET_HEIGHT, RANG_SHEET_WIDTH));
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, -wide / 2, -high / 2);
  pango_cairo_show_layout (cr, layout->draft);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
rang_sheet_draw_page (const RangSheetLayout *layout, guint page, cairo_t *cr)
{
  const GArray *blocks;

  g_return_if_fail (layout != NULL && page < layout->pages->len);
  if (layout->draft != NULL)
    draw_draft (layout, cr);
  blocks = g_ptr_array_index (layout->pages, page);
  for (guint i = 0; i < blocks->len; i++)
    {
      const RangSheetPlaced *placed = &g_array_index (blocks, RangSheetPlaced, i);

      rang_sheet_block_draw (placed->block, cr, placed->x, placed->y);
    }
}
