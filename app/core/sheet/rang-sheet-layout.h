/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sheet/rang-sheet.h"

G_BEGIN_DECLS

/* A4 portrait in points (1/72 inch). */
#define RANG_SHEET_WIDTH 595.276
#define RANG_SHEET_HEIGHT 841.890

/**
 * RangSheetLayout:
 *
 * A sheet set on pages, ready to be drawn on a screen, a printer or a PDF. It holds a copy of nothing: the sheet may be
 * freed. To be used by one thread at a time, any thread.
 */
typedef struct _RangSheetLayout RangSheetLayout;

/**
 * rang_sheet_paginate:
 * @sheet: a sheet
 *
 * Sets @sheet on A4 pages in the current language: the stops, the totals with the signatures, the loading list. Takes
 * some 50 ms for 25 stops: a window does it off its main loop. Drawing a page takes a few.
 *
 * Returns: (transfer full): the pages, at least one
 */
RangSheetLayout *
rang_sheet_paginate (const RangSheet *sheet);
void
rang_sheet_layout_free (RangSheetLayout *layout);

guint
rang_sheet_layout_get_n_pages (const RangSheetLayout *layout);

/**
 * rang_sheet_layout_get_title:
 *
 * Returns: (transfer none): whose sheet it is, of which version, and what changed since the one before, in the current
 *   language: for those who hear a page instead of seeing it
 */
const char *
rang_sheet_layout_get_title (const RangSheetLayout *layout);

/**
 * rang_sheet_draw_page:
 * @layout: a sheet set on pages
 * @page: from 0
 * @cr: what to draw on, one unit a point, the origin at the paper's upper left corner
 */
void
rang_sheet_draw_page (const RangSheetLayout *layout, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSheetLayout, rang_sheet_layout_free)

G_END_DECLS
