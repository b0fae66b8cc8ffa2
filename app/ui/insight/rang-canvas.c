/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing text and shapes with cairo, alike on screen, on paper and into files. */
#include "insight/rang-canvas.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The light style's colours, for paper and files: what the style sheet defines for the window. */
static const struct
{
  RangInk ink;
  const char *colour;
} paper[] = {
  { RANG_INK_TEXT, "#2b2a2f" },
  { RANG_INK_DIM, "#5e5c64" },
  { RANG_INK_FAINT, "#8b8992" },
  { RANG_INK_HAIRLINE, "rgba(43,42,47,0.08)" },
  { RANG_INK_BORDER, "rgba(43,42,47,0.2)" },
  { RANG_INK_TRACK, "rgba(43,42,47,0.1)" },
  { RANG_INK_LATE, "#b8320b" },
  { RANG_INK_LATE_FILL, "#d9480f" },
  { RANG_INK_ONTIME, "#17795a" },
  { RANG_INK_ACCENT_TEXT, "#1a5fb4" },
  { RANG_INK_BAR, "#77767b" },
  { RANG_INK_VIEW, "#ffffff" },
  { RANG_INK_ON_FILL, "#ffffff" },
  { RANG_INK_MARK0, "#1a5fb4" },
  { RANG_INK_MARK1, "#8a5d00" },
  { RANG_INK_MARK2, "#4d4b52" },
};

void
rang_canvas_init_widget (RangCanvas *canvas, GtkWidget *widget, cairo_t *cr)
{
  g_autoptr (GtkSnapshot) none = gtk_snapshot_new ();
  RangPen pen;

  rang_pen_init (&pen, widget, none);
  for (int i = 0; i < RANG_N_INKS; i++)
    canvas->ink[i] = pen.ink[i];
  canvas->cr = cr;
  canvas->scale = pen.scale;
  canvas->font
      = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  pango_font_description_set_absolute_size (canvas->font, 13.0 * pen.scale * PANGO_SCALE);
}

void
rang_canvas_init_paper (RangCanvas *canvas, cairo_t *cr)
{
  for (int i = 0; i < RANG_N_INKS; i++)
    gdk_rgba_parse (&canvas->ink[i], "#2b2a2f");
  for (gsize i = 0; i < G_N_ELEMENTS (paper); i++)
    gdk_rgba_parse (&canvas->ink[paper[i].ink], paper[i].colour);
  canvas->cr = cr;
  canvas->scale = 1;
  canvas->font = pango_font_description_from_string ("Cantarell, Sans");
  pango_font_description_set_absolute_size (canvas->font, 13.0 * PANGO_SCALE);
}

void
rang_canvas_clear (RangCanvas *canvas)
{
  g_clear_pointer (&canvas->font, pango_font_description_free);
}

static PangoLayout *
lay_out (RangCanvas *canvas, const char *text, RangCanvasFlags flags)
{
  PangoLayout *layout = pango_cairo_create_layout (canvas->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (canvas->font);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double size = 13.0 * canvas->scale;

  if (flags & RANG_CANVAS_SMALL)
    size *= 11.5 / 13.0;
  if (flags & RANG_CANVAS_BIG)
    size *= 20.0 / 13.0;
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, flags & RANG_CANVAS_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
rang_canvas_text_width (RangCanvas *canvas, const char *text, RangCanvasFlags flags)
{
  g_autoptr (PangoLayout) layout = lay_out (canvas, text, flags);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
set_ink (RangCanvas *canvas, RangInk ink, double alpha)
{
  const GdkRGBA *colour = &canvas->ink[ink];

  cairo_set_source_rgba (canvas->cr, (double)colour->red, (double)colour->green, (double)colour->blue,
                         (double)colour->alpha * alpha);
}

double
rang_canvas_text (RangCanvas *canvas,
                  const char *text,
                  RangInk ink,
                  RangCanvasFlags flags,
                  double x,
                  double y,
                  double width,
                  double height)
{
  g_autoptr (PangoLayout) layout = lay_out (canvas, text, flags);
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (width >= 0 && text_width > width)
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      if (flags & RANG_CANVAS_WRAP)
        pango_layout_set_height (layout, (int)(height * PANGO_SCALE));
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
    }
  if (width >= 0 && (flags & RANG_CANVAS_RIGHT))
    x += width - text_width;
  else if (width >= 0 && (flags & RANG_CANVAS_CENTRE))
    x += (width - text_width) / 2;
  set_ink (canvas, ink, 1);
  cairo_move_to (canvas->cr, floor (x), floor (y + (height - text_height) / 2));
  pango_cairo_show_layout (canvas->cr, layout);
  return text_width;
}

void
rang_canvas_fill (RangCanvas *canvas, RangInk ink, double alpha, double x, double y, double width, double height)
{
  set_ink (canvas, ink, alpha);
  cairo_rectangle (canvas->cr, x, y, width, height);
  cairo_fill (canvas->cr);
}

void
rang_canvas_fill_round (
    RangCanvas *canvas, RangInk ink, double alpha, double x, double y, double width, double height, double radius)
{
  cairo_t *cr = canvas->cr;

  set_ink (canvas, ink, alpha);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
rang_canvas_line (RangCanvas *canvas, RangInk ink, double x1, double y1, double x2, double y2, double thickness)
{
  set_ink (canvas, ink, 1);
  cairo_set_line_width (canvas->cr, thickness);
  cairo_move_to (canvas->cr, x1, y1);
  cairo_line_to (canvas->cr, x2, y2);
  cairo_stroke (canvas->cr);
}

void
rang_canvas_dot (RangCanvas *canvas, RangInk ink, double x, double y, double radius, gboolean hollow)
{
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, radius, 0, 2 * G_PI);
  set_ink (canvas, hollow ? RANG_INK_VIEW : ink, 1);
  cairo_fill_preserve (canvas->cr);
  set_ink (canvas, ink, 1);
  cairo_set_line_width (canvas->cr, 1.6);
  cairo_stroke (canvas->cr);
}

void
rang_canvas_mark (RangCanvas *canvas, int mark, double x, double y, double size)
{
  double half = size / 2;

  set_ink (canvas, rang_pen_mark_ink (mark), 1);
  if (mark == 0)
    cairo_arc (canvas->cr, x, y, half, 0, 2 * G_PI);
  else if (mark == 1)
    {
      cairo_move_to (canvas->cr, x, y - half * 1.2);
      cairo_line_to (canvas->cr, x + half * 1.2, y);
      cairo_line_to (canvas->cr, x, y + half * 1.2);
      cairo_line_to (canvas->cr, x - half * 1.2, y);
      cairo_close_path (canvas->cr);
    }
  else
    cairo_rectangle (canvas->cr, x - half, y - half, size, size);
  cairo_fill (canvas->cr);
}
