/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_label_wrap:
 * @lines: how many it may take; what is over ends in an ellipsis
 *
 * Lets @label go on in further lines where a large text or a narrow window leaves no room for one.
 */
void
rang_label_wrap (GtkLabel *label, int lines);

G_END_DECLS
