/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangWrapLayout:
 *
 * Children beside each other in their natural width, as words in a text: what no longer fits takes a further line, so
 * that a narrow window, a language of long words or a large text cuts nothing. What is over in a line goes to its
 * children that expand.
 *
 * Properties `spacing`, between the children of a line, and `line-spacing`, between lines; pixels, 6 and 4.
 */
#define RANG_TYPE_WRAP_LAYOUT (rang_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (RangWrapLayout, rang_wrap_layout, RANG, WRAP_LAYOUT, GtkLayoutManager)

/** rang_wrap_layout_new: Returns: (transfer full): for gtk_widget_set_layout_manager(), or in a template */
GtkLayoutManager *
rang_wrap_layout_new (void);

G_END_DECLS
