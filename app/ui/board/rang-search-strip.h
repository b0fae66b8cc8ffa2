/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangSearchStrip:
 *
 * Says how far the search for the suggestion is, with *Stop*; and, once it was stopped, that the suggestion is
 * unfinished. Hidden while there is nothing to say.
 */
#define RANG_TYPE_SEARCH_STRIP (rang_search_strip_get_type ())
G_DECLARE_FINAL_TYPE (RangSearchStrip, rang_search_strip, RANG, SEARCH_STRIP, GtkWidget)

/** rang_search_strip_set_desk: @desk: whose search is told */
void
rang_search_strip_set_desk (RangSearchStrip *strip, RangDesk *desk);

G_END_DECLS
