/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing text, lines, marks and chips in the colours of the style sheet. */
#include "common/rang-pen.h"

#include <math.h>

#include "rang-compat.h"

static const char *const ink_names[RANG_N_INKS] = {
  [RANG_INK_TEXT] = "rang_text",
  [RANG_INK_DIM] = "rang_dim",
  [RANG_INK_FAINT] = "rang_faint",
  [RANG_INK_HAIRLINE] = "rang_hairline",
  [RANG_INK_BORDER] = "rang_border",
  [RANG_INK_TRACK] = "rang_track",
  [RANG_INK_LATE] = "rang_late",
  [RANG_INK_LATE_FILL] = "rang_late_fill",
  [RANG_INK_LATE_TINT] = "rang_late_tint",
  [RANG_INK_LATE_PALE] = "rang_late_pale",
  [RANG_INK_ONTIME] = "rang_ontime",
  [RANG_INK_ONTIME_PALE] = "rang_ontime_pale",
  [RANG_INK_LEFT_OUT] = "rang_left_out",
  [RANG_INK_LEFT_OUT_PALE] = "rang_left_out_pale",
  [RANG_INK_ACCENT] = "rang_accent",
  [RANG_INK_ACCENT_TEXT] = "rang_accent_text",
  [RANG_INK_SELECTION] = "rang_selection",
  [RANG_INK_ON_FILL] = "rang_on_fill",
  [RANG_INK_BAR] = "rang_bar",
  [RANG_INK_SUM] = "rang_sum",
  [RANG_INK_VIEW] = "view_bg_color",
  [RANG_INK_MARK0] = "rang_mark0",
  [RANG_INK_MARK0_TINT] = "rang_mark0_tint",
  [RANG_INK_MARK1] = "rang_mark1",
  [RANG_INK_MARK1_TINT] = "rang_mark1_tint",
  [RANG_INK_MARK2] = "rang_mark2",
  [RANG_INK_MARK2_TINT] = "rang_mark2_tint",
};

double
rang_pen_scale_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    {
      double dpi = pango_cairo_context_get_resolution (context);

      size *= (dpi > 0 ? dpi : 96.0) / 72.0;
    }
  return size > 1 ? size / 13.0 : 1.0;
}

void
rang_pen_init (RangPen *pen, GtkWidget *widget, GtkSnapshot *snapshot)
{
  pen->widget = widget;
  pen->snapshot = snapshot;
  pen->scale = rang_pen_scale_of (widget);
  /* Looking up a colour may bring the style up to date, which must not happen while sizes are worked out. */
  if (snapshot == NULL)
    return;
  for (int i = 0; i < RANG_N_INKS; i++)
    rang_compat_lookup_color (widget, ink_names[i], &pen->ink[i]);
}

static PangoLayout *
lay_out (RangPen *pen, const char *text, RangPenFlags flags)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (pen->widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes,
                          pango_attr_weight_new (flags & RANG_PEN_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
  if (flags & RANG_PEN_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (11.5 / 13.0));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

int
rang_pen_text (
    RangPen *pen, const char *text, RangInk ink, RangPenFlags flags, double x, double y, double width, double height)
{
  g_autoptr (PangoLayout) layout = NULL;
  int text_width, text_height;

  if (text == NULL || *text == '\0')
    return 0;
  layout = lay_out (pen, text, flags);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (width >= 0 && text_width > width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      if (flags & RANG_PEN_TWO_LINES)
        {
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
          pango_layout_set_height (layout, -2);
          pango_layout_get_pixel_size (layout, NULL, &text_height);
        }
      text_width = (int)width;
    }
  if (width >= 0 && flags & RANG_PEN_RIGHT)
    x += width - text_width;
  else if (width >= 0 && flags & RANG_PEN_CENTRE)
    x += floor ((width - text_width) / 2);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT ((float)floor (x), (float)floor (y + (height - text_height) / 2)));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->ink[ink]);
  gtk_snapshot_restore (pen->snapshot);
  return text_width;
}

int
rang_pen_text_width (RangPen *pen, const char *text, RangPenFlags flags)
{
  g_autoptr (PangoLayout) layout = lay_out (pen, text, flags);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

void
rang_pen_fill (RangPen *pen, RangInk ink, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (pen->snapshot, &pen->ink[ink],
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

void
rang_pen_fill_round (RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height),
                                   (float)radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &pen->ink[ink], &outline.bounds);
  gtk_snapshot_pop (pen->snapshot);
}

void
rang_pen_frame (
    RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius, double thickness)
{
  GskRoundedRect outline;
  float line = (float)thickness;
  const float widths[4] = { line, line, line, line };
  const GdkRGBA colors[4] = { pen->ink[ink], pen->ink[ink], pen->ink[ink], pen->ink[ink] };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height),
                                   (float)radius);
  gtk_snapshot_append_border (pen->snapshot, &outline, widths, colors);
}

void
rang_pen_dashes (RangPen *pen, RangInk ink, double x, double y, double width, double thickness)
{
  for (double at = 0; at < width; at += 8)
    rang_pen_fill (pen, ink, x + at, y, MIN (5, width - at), thickness);
}

void
rang_pen_dot (RangPen *pen, RangInk ink, double cx, double cy, double radius, double thickness)
{
  if (thickness > 0)
    rang_pen_frame (pen, ink, cx - radius, cy - radius, 2 * radius, 2 * radius, radius, thickness);
  else
    rang_pen_fill_round (pen, ink, cx - radius, cy - radius, 2 * radius, 2 * radius, radius);
}

RangInk
rang_pen_mark_ink (int mark)
{
  return mark == 0 ? RANG_INK_MARK0 : mark == 1 ? RANG_INK_MARK1 : RANG_INK_MARK2;
}

void
rang_pen_mark (RangPen *pen, int mark, double cx, double cy, double size)
{
  double half = size / 2;

  if (mark == 0)
    {
      rang_pen_dot (pen, RANG_INK_MARK0, cx, cy, half, 0);
      return;
    }
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float)cx, (float)cy));
  if (mark == 1)
    gtk_snapshot_rotate (pen->snapshot, 45);
  rang_pen_fill (pen, rang_pen_mark_ink (mark), -half * 0.85, -half * 0.85, size * 0.85, size * 0.85);
  gtk_snapshot_restore (pen->snapshot);
}

int
rang_pen_chip (RangPen *pen, int mark, const char *text, double x, double y, double width, double height)
{
  double pad = 7 * pen->scale, sign = 6 * pen->scale, gap = 5 * pen->scale;
  double tall = MIN (height, 19 * pen->scale), room = width < 0 ? -1 : width - 2 * pad - sign - gap;
  int text_width = MIN (rang_pen_text_width (pen, text, RANG_PEN_SMALL), room < 0 ? G_MAXINT : (int)room);
  double chip = pad + sign + gap + text_width + pad;
  RangInk ink = rang_pen_mark_ink (mark);

  rang_pen_fill_round (pen, (RangInk)(ink + 1), x, y + floor ((height - tall) / 2), chip, tall, 5);
  rang_pen_mark (pen, mark, x + pad + sign / 2, y + height / 2, sign);
  rang_pen_text (pen, text, ink, RANG_PEN_SMALL, x + pad + sign + gap, y, text_width, height);
  return (int)ceil (chip);
}
