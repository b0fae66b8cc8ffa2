/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/** rang_push_words: Returns: (transfer full): "Radu Stan · 72 → 54 · Contract" */
char *
rang_push_words (const RangDayView *view, const RangPush *push);

/** rang_push_sentence: Returns: (transfer full): as rang_push_words(), and what became of it */
char *
rang_push_sentence (const RangDayView *view, const RangPush *push);

/** rang_push_row_new: Returns: (transfer floating): a button that shows a push, what became of it, and opens its
 * decision where it is open */
GtkWidget *
rang_push_row_new (const RangDayView *view, const RangPush *push);

G_END_DECLS
