/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bench_row:
 * @reached: is the target met?
 * @what: what was measured, and how
 * @figure: (transfer full): what came out
 * @target: what it must reach
 * @anchor: what others reach
 *
 * Keeps a row for bench_rows_print().
 */
void
bench_row (gboolean reached, const char *what, char *figure, const char *target, const char *anchor);

/** Prints the table of all rows. Returns: how many miss their target */
guint
bench_rows_print (void);

G_END_DECLS
