/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangChip:
 *
 * A department's mark and name, on its tint; or the mark alone.
 */
#define RANG_TYPE_CHIP (rang_chip_get_type ())
G_DECLARE_FINAL_TYPE (RangChip, rang_chip, RANG, CHIP, GtkWidget)

/** rang_chip_new: @mark: which mark; @text: (nullable): %NULL for the mark alone, without a tint */
GtkWidget *
rang_chip_new (int mark, const char *text);

void
rang_chip_set (RangChip *chip, int mark, const char *text);

G_END_DECLS
