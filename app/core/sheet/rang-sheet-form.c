/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is filled in with a pen: labels with lines, boxes to tick. */
#include "sheet/rang-sheet-form.h"

#define GAP 9.0
#define INNER 4.0
#define TICK 9.5

typedef struct
{
  double label;
  double room;
} Width;

static double
total (Width width)
{
  return width.label + INNER + width.room;
}

static void
set_field (
    RangSheetBlock *block, RangSheetInk *ink, const RangSheetField *field, double x, double y, Width width, double row)
{
  double base = y + row - 5;

  if (field->line <= 0)
    {
      rang_sheet_block_frame (block, x, base - TICK + 1, TICK, TICK, 0.9, 0);
      rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_NORMAL, RANG_SHEET_LEFT, field->label, x + TICK + INNER,
                             base - 10.5, width.label, 1);
      return;
    }
  rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, field->label, x, base - 10, width.label,
                         1);
  rang_sheet_block_fill (block, x + width.label + INNER, base + 1.5, width.room, 0.6, 0.25);
}

/* How many of @widths fit into one row. */
static guint
count_row (const Width *widths, guint n, double width, double *left)
{
  guint count = 0;

  *left = width;
  while (count < n && (count == 0 || total (widths[count]) + GAP <= *left))
    {
      *left -= total (widths[count]) + (count > 0 ? GAP : 0);
      count++;
    }
  return count;
}

double
rang_sheet_form_add (RangSheetBlock *block,
                     RangSheetInk *ink,
                     const RangSheetField *fields,
                     guint n,
                     double x,
                     double y,
                     double width,
                     double row)
{
  g_autofree Width *widths = g_new (Width, n);
  guint count;
  double at = y;

  for (guint i = 0; i < n; i++)
    {
      RangSheetStyle style = fields[i].line > 0 ? RANG_SHEET_STYLE_CAPTION : RANG_SHEET_STYLE_NORMAL;

      widths[i].room = fields[i].line > 0 ? fields[i].line : TICK;
      widths[i].label = MIN (rang_sheet_ink_measure (ink, style, fields[i].label), width - widths[i].room - INNER);
    }
  for (guint first = 0; first < n; first += count, at += row)
    {
      double left, from = x;
      guint growing = 0;

      count = count_row (widths + first, n - first, width, &left);
      for (guint i = first; i < first + count; i++)
        growing += fields[i].grows ? 1 : 0;
      for (guint i = first; i < first + count; i++)
        {
          if (fields[i].grows && left > 0)
            widths[i].room += left / growing;
          set_field (block, ink, &fields[i], from, at, widths[i], row);
          from += total (widths[i]) + GAP;
        }
    }
  return at - y;
}
