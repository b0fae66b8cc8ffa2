/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-row.h"

G_BEGIN_DECLS

#define RANG_TYPE_LIST_HEADS (rang_list_heads_get_type ())
G_DECLARE_FINAL_TYPE (RangListHeads, rang_list_heads, RANG, LIST_HEADS, GtkWidget)

/**
 * rang_list_heads_new:
 * @look: (transfer none): outlives the widget
 *
 * The headings over a list's columns.
 */
GtkWidget *
rang_list_heads_new (const RangListLook *look);

G_END_DECLS
