/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-insight-plots.h"

G_BEGIN_DECLS

/* The page on paper and in files: A4, landscape, in units of which 13 are the text's size. */
#define RANG_INSIGHT_SHEET_WIDTH 1400.0
#define RANG_INSIGHT_SHEET_HEIGHT 990.0

/** rang_insight_sheet_draw: draws the three questions, with all plots, on one page of that size */
void
rang_insight_sheet_draw (cairo_t *cr, const RangInsightView *view);

/**
 * rang_insight_sheet_write:
 * @path: a file; its ending says what it becomes: .svg, .png, .pdf or .csv
 *
 * May be called from any thread. Errors: %G_IO_ERROR.
 */
gboolean
rang_insight_sheet_write (const RangInsightView *view, const char *path, GError **error);

/** rang_insight_sheet_print: asks for a printer and prints the page */
void
rang_insight_sheet_print (GtkWindow *parent, RangInsightView *view);

G_END_DECLS
