/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-order-list.h"

G_BEGIN_DECLS

/**
 * RangMinimap:
 *
 * The whole list in place of a scroll bar: each order in the colour of its state, both lines, what people placed, and
 * a frame around what is in view. A click or a drag on it scrolls.
 */
#define RANG_TYPE_MINIMAP (rang_minimap_get_type ())
G_DECLARE_FINAL_TYPE (RangMinimap, rang_minimap, RANG, MINIMAP, GtkWidget)

/** rang_minimap_new: @list: (transfer none): whose map it is; outlives it */
GtkWidget *
rang_minimap_new (RangOrderList *list);

G_END_DECLS
