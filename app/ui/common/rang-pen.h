/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangInk:
 *
 * The colours that the style sheet defines, by what they are for.
 */
typedef enum
{
  RANG_INK_TEXT,
  RANG_INK_DIM,
  RANG_INK_FAINT,
  RANG_INK_HAIRLINE,
  RANG_INK_BORDER,
  RANG_INK_TRACK,
  RANG_INK_LATE,
  RANG_INK_LATE_FILL,
  RANG_INK_LATE_TINT,
  RANG_INK_LATE_PALE,
  RANG_INK_ONTIME,
  RANG_INK_ONTIME_PALE,
  RANG_INK_LEFT_OUT,
  RANG_INK_LEFT_OUT_PALE,
  RANG_INK_ACCENT,
  RANG_INK_ACCENT_TEXT,
  RANG_INK_SELECTION,
  RANG_INK_ON_FILL,
  RANG_INK_BAR,
  RANG_INK_SUM,
  RANG_INK_VIEW,
  RANG_INK_MARK0,
  RANG_INK_MARK0_TINT,
  RANG_INK_MARK1,
  RANG_INK_MARK1_TINT,
  RANG_INK_MARK2,
  RANG_INK_MARK2_TINT,
  RANG_N_INKS
} RangInk;

typedef enum
{
  RANG_PEN_PLAIN = 0,
  RANG_PEN_BOLD = 1 << 0,
  RANG_PEN_SMALL = 1 << 1,
  RANG_PEN_RIGHT = 1 << 2,
  RANG_PEN_CENTRE = 1 << 3,
  RANG_PEN_WRAP = 1 << 4 /* what is too long for one line goes on in further ones */
} RangPenFlags;

/**
 * RangPen:
 * @widget: what is drawn; @font: whose font it writes in, its list's for a row; @snapshot: what is drawn on
 * @ink: the colours, looked up once a drawing
 * @scale: size of the text against the pictures' 13 pixels
 *
 * What every widget of Rang that draws itself draws with. Lives on the stack for one drawing.
 */
typedef struct
{
  GtkWidget *widget;
  GtkWidget *font; /* whose font it is */
  GtkSnapshot *snapshot;
  GdkRGBA ink[RANG_N_INKS];
  double scale;
} RangPen;

/**
 * rang_pen_init:
 * @snapshot: (nullable): %NULL to measure only
 */
void
rang_pen_init (RangPen *pen, GtkWidget *widget, GtkSnapshot *snapshot);

/**
 * rang_pen_scale_of:
 *
 * Returns: size of the widget's text against the pictures' 13 pixels
 */
double
rang_pen_scale_of (GtkWidget *widget);

/**
 * rang_pen_text:
 * @x: left edge; @y: top edge; @width: pixels it may take, less than 0 for any; @height: it stands in the middle of it
 *
 * Returns: the width it took
 */
int
rang_pen_text (
    RangPen *pen, const char *text, RangInk ink, RangPenFlags flags, double x, double y, double width, double height);

/** rang_pen_text_width: Returns: the width that rang_pen_text() would take */
int
rang_pen_text_width (RangPen *pen, const char *text, RangPenFlags flags);

/** rang_pen_text_height: Returns: the height that rang_pen_text() would take in @width pixels */
int
rang_pen_text_height (RangPen *pen, const char *text, RangPenFlags flags, double width);

void
rang_pen_fill (RangPen *pen, RangInk ink, double x, double y, double width, double height);
void
rang_pen_fill_round (RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius);
void
rang_pen_frame (
    RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius, double thickness);
/** rang_pen_dashes: a dashed horizontal line */
void
rang_pen_dashes (RangPen *pen, RangInk ink, double x, double y, double width, double thickness);
/** rang_pen_dot: a filled circle, or a ring of @thickness when that is over 0 */
void
rang_pen_dot (RangPen *pen, RangInk ink, double cx, double cy, double radius, double thickness);

/**
 * rang_pen_mark:
 * @mark: 0 a dot, 1 a diamond, more: a square
 *
 * A department's mark, @size pixels wide.
 */
void
rang_pen_mark (RangPen *pen, int mark, double cx, double cy, double size);

/**
 * rang_pen_chip:
 *
 * A department's chip: its mark and its name on its tint.
 *
 * Returns: the width it took
 */
int
rang_pen_chip (RangPen *pen, int mark, const char *text, double x, double y, double width, double height);

/** rang_pen_mark_ink: Returns: the colour of a department's mark */
RangInk
rang_pen_mark_ink (int mark);

G_END_DECLS
