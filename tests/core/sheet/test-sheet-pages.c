/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the pages: that nothing is split, clipped, covered or too small to read. */
#include "sample.h"

#include "sheet/rang-sheet-layout-private.h"
#include "sheet/rang-sheet-parts.h"

#define SLACK 0.5
#define MILLIMETRE (72 / 25.4)

typedef void (*ItemFunc) (const RangSheetPlaced *placed, const RangSheetItem *item, guint page);

static void
for_each_item (const RangSheetLayout *layout, ItemFunc func)
{
  for (guint page = 0; page < rang_sheet_layout_get_n_pages (layout); page++)
    {
      const GArray *blocks = rang_sheet_layout_get_blocks (layout, page);

      for (guint i = 0; i < blocks->len; i++)
        {
          const RangSheetPlaced *placed = &g_array_index (blocks, RangSheetPlaced, i);

          for (guint k = 0; k < placed->block->items->len; k++)
            func (placed, &g_array_index (placed->block->items, RangSheetItem, k), page);
        }
    }
}

static void
check_on_paper (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  g_assert_cmpfloat (placed->x + item->x, >=, 5 * MILLIMETRE);
  g_assert_cmpfloat (placed->y + item->y, >=, 5 * MILLIMETRE);
  g_assert_cmpfloat (placed->x + item->x + item->width, <=, RANG_SHEET_WIDTH - 5 * MILLIMETRE);
  g_assert_cmpfloat (placed->y + item->y + item->height, <=, RANG_SHEET_HEIGHT - 5 * MILLIMETRE);
}

static void
check_in_cell (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  PangoRectangle ink, logical;

  if (item->kind != RANG_SHEET_ITEM_TEXT)
    return;
  pango_layout_get_extents (item->layout, &ink, &logical);
  if ((double)logical.width / PANGO_SCALE > item->width + SLACK)
    g_error ("page %u: \"%s\" is wider than its cell", page, pango_layout_get_text (item->layout));
  g_assert_cmpfloat ((double)logical.height / PANGO_SCALE, <=, item->height + SLACK);
  g_assert_cmpfloat ((double)(ink.y + ink.height) / PANGO_SCALE, <=, item->height + 1);
  if (pango_layout_is_ellipsized (item->layout))
    g_error ("page %u: \"%s\" is cut", page, pango_layout_get_text (item->layout));
  if (pango_layout_get_unknown_glyphs_count (item->layout) > 0)
    g_error ("page %u: \"%s\" has letters that no font knows", page, pango_layout_get_text (item->layout));
  g_assert_cmpint (pango_font_description_get_size (pango_layout_get_font_description (item->layout)), >=,
                   10 * PANGO_SCALE);
}

/* The rectangles that the letters of two texts of one block take. */
static gboolean
overlap (const RangSheetItem *a, const RangSheetItem *b)
{
  PangoRectangle one, two;
  double ax, ay, bx, by;

  pango_layout_get_extents (a->layout, &one, NULL);
  pango_layout_get_extents (b->layout, &two, NULL);
  ax = a->x + (double)one.x / PANGO_SCALE;
  ay = a->y + (double)one.y / PANGO_SCALE;
  bx = b->x + (double)two.x / PANGO_SCALE;
  by = b->y + (double)two.y / PANGO_SCALE;
  return ax + (double)one.width / PANGO_SCALE > bx + SLACK && bx + (double)two.width / PANGO_SCALE > ax + SLACK
         && ay + (double)one.height / PANGO_SCALE > by + SLACK && by + (double)two.height / PANGO_SCALE > ay + SLACK;
}

static void
check_not_covered (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  const GArray *items = placed->block->items;

  for (guint i = 0; i < items->len; i++)
    {
      const RangSheetItem *other = &g_array_index (items, RangSheetItem, i);

      if (other == item || item->kind != RANG_SHEET_ITEM_TEXT || other->kind != RANG_SHEET_ITEM_TEXT)
        continue;
      if (overlap (item, other))
        g_error ("page %u: \"%s\" lies on \"%s\"", page, pango_layout_get_text (item->layout),
                 pango_layout_get_text (other->layout));
    }
}

static void
check_inside_block (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  g_assert_cmpfloat (item->y + item->height, <=, placed->block->height + SLACK);
  /* A code's cell has the quiet zone around it, which may lie in the margin. */
  if (item->kind != RANG_SHEET_ITEM_CODE)
    g_assert_cmpfloat (item->x + item->width, <=, RANG_SHEET_CONTENT + SLACK);
}

static void
check_blocks_apart (const RangSheetLayout *layout)
{
  for (guint page = 0; page < rang_sheet_layout_get_n_pages (layout); page++)
    {
      const GArray *blocks = rang_sheet_layout_get_blocks (layout, page);

      g_assert_cmpuint (blocks->len, >=, 2);
      for (guint i = 0; i + 1 < blocks->len; i++)
        {
          const RangSheetPlaced *upper = &g_array_index (blocks, RangSheetPlaced, i);

          g_assert_cmpfloat (upper->y + upper->block->height, <=, (upper + 1)->y + SLACK);
        }
    }
}

static void
check_all (const RangSheet *sheet)
{
  g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (sheet);

  for_each_item (layout, check_on_paper);
  for_each_item (layout, check_inside_block);
  for_each_item (layout, check_in_cell);
  for_each_item (layout, check_not_covered);
  check_blocks_apart (layout);
}

static void
test_three (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (3);

  check_all (sheet);
}

static void
test_sixty (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (60);

  check_all (sheet);
}

static void
test_empty (void)
{
  g_autoptr (RangSheet) sheet = rang_sheet_new ();
  g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (sheet);

  check_all (sheet);
  g_assert_cmpuint (rang_sheet_layout_get_n_pages (layout), ==, 1);
}

static void
test_longest_head (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (8);

  g_free (sheet->company);
  sheet->company = sample_client_name (5);
  g_free (sheet->seat);
  sheet->seat = g_strdup ("Bulevardul Împăratului Traian și al Țesătorilor nr. 118–120, bl. C7, sc. B, Brașov");
  g_free (sheet->courier);
  sheet->courier = g_strdup ("Ștefania-Alexandrina Bălăceanu-Stolnici-Țepeș");
  g_free (sheet->van);
  sheet->van = g_strdup ("Autoutilitara frigorifică nr. 3");
  sheet->same_signer = TRUE;
  check_all (sheet);
}

static void
test_crowded_stop (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (2);
  RangSheetStop *stop = g_ptr_array_index (sheet->stops, 1);

  for (gint64 i = 0; i < 70; i++)
    {
      RangSheetOrder *order = rang_sheet_stop_add_order (stop, 9000 + i);

      order->to_collect = (RangMoney){ 99999, "RON" };
      order->parcels = 100;
      order->load = 1250500;
      order->struck = i % 10 == 3;
    }
  check_all (sheet);
}

static guint discs;

static void
count_disc (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  discs += item->kind == RANG_SHEET_ITEM_DISC ? 1 : 0;
}

/* Each stop that is known on the map has its number there; check_all() sees that no number lies on another. */
static void
test_route (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (11);
  g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (sheet);

  discs = 0;
  for_each_item (layout, count_disc);
  g_assert_cmpuint (discs, ==, 10);
}

static guint struck;

static void
count_struck (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  struck += item->kind == RANG_SHEET_ITEM_TEXT && item->struck ? 1 : 0;
}

static void
test_struck_stop (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (3);
  RangSheetStop *stop = rang_sheet_insert_struck_stop (sheet, 1);
  RangSheetOrder *order = rang_sheet_stop_add_order (stop, 4999);
  g_autoptr (RangSheetLayout) layout = NULL;
  g_auto (RangSheetTotals) totals = { 0 };

  stop->client = sample_client_name (5);
  stop->address = g_strdup ("Str. Caraiman 12, Râșnov");
  order->struck = TRUE;
  check_all (sheet);
  layout = rang_sheet_paginate (sheet);
  struck = 0;
  for_each_item (layout, count_struck);
  /* Client, address and number; on the run sheet alone, not on the loading list. */
  g_assert_cmpuint (struck, ==, 3);
  rang_sheet_count (sheet, &totals);
  g_assert_cmpuint (totals.stops, ==, 3);
  g_assert_cmpint (((RangSheetStop *)g_ptr_array_index (sheet->stops, 2))->number, ==, 2);
}

static guint boxes;

static void
count_box (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  if (item->kind == RANG_SHEET_ITEM_FRAME && item->width >= 45 * MILLIMETRE && item->height >= 12 * MILLIMETRE
      && item->width < 60 * MILLIMETRE)
    boxes++;
}

static void
test_signature (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (11);
  g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (sheet);

  boxes = 0;
  for_each_item (layout, count_box);
  /* One for each stop; three at the end of the sheet are wider than a stop's. */
  g_assert_cmpuint (boxes, >=, 11);
}

static guint codes;

static void
count_code (const RangSheetPlaced *placed, const RangSheetItem *item, guint page)
{
  if (item->kind != RANG_SHEET_ITEM_CODE)
    return;
  codes++;
  /* A module of at least 0.5 mm is read from paper by any telephone. */
  g_assert_cmpfloat (item->width / (item->modules + 8), >=, 0.5 * MILLIMETRE);
}

static void
test_code (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (11);
  g_autoptr (RangSheetLayout) layout = rang_sheet_paginate (sheet);

  codes = 0;
  for_each_item (layout, count_code);
  g_assert_cmpuint (codes, ==, rang_sheet_layout_get_n_pages (layout));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/pages/three stops fit their boxes", test_three);
  g_test_add_func ("/sheet/pages/sixty stops with the longest names fit their boxes", test_sixty);
  g_test_add_func ("/sheet/pages/a sheet without stops is one page", test_empty);
  g_test_add_func ("/sheet/pages/the longest head fits its boxes", test_longest_head);
  g_test_add_func ("/sheet/pages/a stop of seventy orders goes on in blocks that are whole", test_crowded_stop);
  g_test_add_func ("/sheet/pages/every stop has a box for a signature of 45 by 12 mm", test_signature);
  g_test_add_func ("/sheet/pages/every page has a code that a telephone can read", test_code);
  g_test_add_func ("/sheet/pages/the drawing of the route numbers every stop that is known on the map", test_route);
  g_test_add_func ("/sheet/pages/a struck stop has no number and counts in no sum", test_struck_stop);
  return g_test_run ();
}
