/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the letters on a sheet: fonts, sizes, and how wide a text comes out. */
#include "sheet/rang-sheet-ink.h"

#include <math.h>

/* A narrow face with the Romanian letters where it is installed, else what the system calls Sans. */
#define FAMILY "Cantarell, DejaVu Sans Condensed, DejaVu Sans, Sans"
#define FAMILY_CODE "DejaVu Sans Mono, Monospace"

static const struct
{
  const char *family;
  double size;
  PangoWeight weight;
  double gray;
} styles[RANG_SHEET_N_STYLES] = {
  [RANG_SHEET_STYLE_TITLE] = { FAMILY, 18, PANGO_WEIGHT_BOLD, 0 },
  [RANG_SHEET_STYLE_NUMBER] = { FAMILY, 21, PANGO_WEIGHT_BOLD, 0 },
  [RANG_SHEET_STYLE_STRONG] = { FAMILY, 12.5, PANGO_WEIGHT_BOLD, 0 },
  [RANG_SHEET_STYLE_BOLD] = { FAMILY, 10.5, PANGO_WEIGHT_BOLD, 0 },
  [RANG_SHEET_STYLE_NORMAL] = { FAMILY, 10.5, PANGO_WEIGHT_NORMAL, 0 },
  [RANG_SHEET_STYLE_CAPTION] = { FAMILY, 10, PANGO_WEIGHT_NORMAL, 0.32 },
  [RANG_SHEET_STYLE_CODE] = { FAMILY_CODE, 10, PANGO_WEIGHT_NORMAL, 0 },
  [RANG_SHEET_STYLE_DRAFT] = { FAMILY, 120, PANGO_WEIGHT_BOLD, 0.88 },
};

struct _RangSheetInk
{
  PangoFontMap *map;
  PangoContext *context;
  PangoAttrList *attributes;
  PangoFontDescription *fonts[RANG_SHEET_N_STYLES];
  GHashTable *widths[RANG_SHEET_N_STYLES]; /* text → width in Pango units: labels come back at every stop */
};

RangSheetInk *
rang_sheet_ink_new (void)
{
  RangSheetInk *ink = g_new0 (RangSheetInk, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  ink->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (ink->map), 72);
  ink->context = pango_font_map_create_context (ink->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (ink->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (ink->context, FALSE);
  pango_context_set_base_dir (ink->context, PANGO_DIRECTION_LTR);
  pango_context_set_language (ink->context, pango_language_from_string ("ro"));
  ink->attributes = pango_attr_list_new ();
  pango_attr_list_insert (ink->attributes, pango_attr_font_features_new ("tnum=1"));
  for (int i = 0; i < RANG_SHEET_N_STYLES; i++)
    {
      ink->widths[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      ink->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (ink->fonts[i], styles[i].family);
      pango_font_description_set_weight (ink->fonts[i], styles[i].weight);
      pango_font_description_set_size (ink->fonts[i], (int)(styles[i].size * PANGO_SCALE));
    }
  return ink;
}

void
rang_sheet_ink_free (RangSheetInk *ink)
{
  if (ink == NULL)
    return;
  for (int i = 0; i < RANG_SHEET_N_STYLES; i++)
    {
      pango_font_description_free (ink->fonts[i]);
      g_hash_table_unref (ink->widths[i]);
    }
  pango_attr_list_unref (ink->attributes);
  g_object_unref (ink->context);
  g_object_unref (ink->map);
  g_free (ink);
}

PangoLayout *
rang_sheet_ink_set (RangSheetInk *ink, RangSheetStyle style, const char *text, double width, int most_lines)
{
  PangoLayout *layout = pango_layout_new (ink->context);

  pango_layout_set_font_description (layout, ink->fonts[style]);
  pango_layout_set_attributes (layout, ink->attributes);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (most_lines > 0)
    {
      pango_layout_set_height (layout, -most_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
rang_sheet_ink_measure (RangSheetInk *ink, RangSheetStyle style, const char *text)
{
  gpointer known;
  int width;

  if (g_hash_table_lookup_extended (ink->widths[style], text, NULL, &known))
    width = GPOINTER_TO_INT (known);
  else
    {
      g_autoptr (PangoLayout) layout = rang_sheet_ink_set (ink, style, text, 0, 0);

      pango_layout_get_size (layout, &width, NULL);
      g_hash_table_insert (ink->widths[style], g_strdup (text), GINT_TO_POINTER (width));
    }
  return ceil ((double)width / PANGO_SCALE);
}

double
rang_sheet_ink_get_gray (RangSheetStyle style)
{
  return styles[style].gray;
}
