/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "common/rang-pen.h"

G_BEGIN_DECLS

typedef enum
{
  RANG_CANVAS_PLAIN = 0,
  RANG_CANVAS_BOLD = 1 << 0,
  RANG_CANVAS_SMALL = 1 << 1,
  RANG_CANVAS_BIG = 1 << 2,
  RANG_CANVAS_RIGHT = 1 << 3,
  RANG_CANVAS_CENTRE = 1 << 4,
  RANG_CANVAS_WRAP = 1 << 5
} RangCanvasFlags;

/**
 * RangCanvas:
 * @cr: what is drawn on: a widget, a page, a file
 * @font: owned
 * @ink: the colours
 * @scale: size of the text against the pictures' 13 pixels
 *
 * What plots are drawn with: the same on screen, on paper and into files. Lives on the stack for one drawing.
 */
typedef struct
{
  cairo_t *cr;
  PangoFontDescription *font;
  GdkRGBA ink[RANG_N_INKS];
  double scale;
} RangCanvas;

/** rang_canvas_init_widget: colours and font of @widget */
void
rang_canvas_init_widget (RangCanvas *canvas, GtkWidget *widget, cairo_t *cr);
/** rang_canvas_init_paper: black on white, text of 13 units */
void
rang_canvas_init_paper (RangCanvas *canvas, cairo_t *cr);
void
rang_canvas_clear (RangCanvas *canvas);

/**
 * rang_canvas_text:
 * @width: what it may take, less than 0 for any; with %RANG_CANVAS_WRAP it takes lines as long as @height has room
 * @height: it stands in the middle of it
 *
 * Returns: the width it took
 */
double
rang_canvas_text (RangCanvas *canvas,
                  const char *text,
                  RangInk ink,
                  RangCanvasFlags flags,
                  double x,
                  double y,
                  double width,
                  double height);
double
rang_canvas_text_width (RangCanvas *canvas, const char *text, RangCanvasFlags flags);

/** rang_canvas_fill: @alpha: how much of the ink, 1 all */
void
rang_canvas_fill (RangCanvas *canvas, RangInk ink, double alpha, double x, double y, double width, double height);
void
rang_canvas_fill_round (
    RangCanvas *canvas, RangInk ink, double alpha, double x, double y, double width, double height, double radius);
void
rang_canvas_line (RangCanvas *canvas, RangInk ink, double x1, double y1, double x2, double y2, double thickness);
/** rang_canvas_dot: filled, or with @hollow a ring on the ground's colour */
void
rang_canvas_dot (RangCanvas *canvas, RangInk ink, double x, double y, double radius, gboolean hollow);
/** rang_canvas_mark: a department's mark */
void
rang_canvas_mark (RangCanvas *canvas, int mark, double x, double y, double size);

G_END_DECLS
