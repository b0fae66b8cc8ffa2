/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * RangSheetStyle:
 *
 * The few kinds of text on a sheet; none is smaller than 10 points.
 */
typedef enum
{
  RANG_SHEET_STYLE_TITLE,
  RANG_SHEET_STYLE_NUMBER,
  RANG_SHEET_STYLE_STRONG,
  RANG_SHEET_STYLE_BOLD,
  RANG_SHEET_STYLE_NORMAL,
  RANG_SHEET_STYLE_CAPTION,
  RANG_SHEET_STYLE_CODE,
  RANG_SHEET_STYLE_DRAFT,
  RANG_SHEET_N_STYLES
} RangSheetStyle;

/**
 * RangSheetInk:
 *
 * The fonts, scaled so that one point is one unit, whatever is drawn on.
 */
typedef struct _RangSheetInk RangSheetInk;

RangSheetInk *
rang_sheet_ink_new (void);
void
rang_sheet_ink_free (RangSheetInk *ink);

/**
 * rang_sheet_ink_set:
 * @text: valid UTF-8, set as it is, without markup
 * @width: where lines wrap, in points; 0 for one line of its own length
 * @most_lines: the rest is cut with an ellipsis; 0 for as many as it takes
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
rang_sheet_ink_set (RangSheetInk *ink, RangSheetStyle style, const char *text, double width, int most_lines);

/**
 * rang_sheet_ink_measure:
 *
 * Returns: the width of @text on one line, in points, rounded up
 */
double
rang_sheet_ink_measure (RangSheetInk *ink, RangSheetStyle style, const char *text);

/** rang_sheet_ink_get_gray: Returns: how light @style is printed: 0 black */
double
rang_sheet_ink_get_gray (RangSheetStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSheetInk, rang_sheet_ink_free)

G_END_DECLS
