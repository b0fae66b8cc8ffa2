/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_exchange_load_text:
 * @path: a file of UTF-8 text
 *
 * Returns: (transfer full) (nullable): what is in it, without a byte order mark, or %NULL with a #RangExchangeError
 */
GString *
rang_exchange_load_text (const char *path, GError **error);

/**
 * rang_exchange_fail_at:
 * @line: of the file at @path
 * @problem: (transfer full): what is wrong there and what to do
 *
 * Returns: %FALSE, with @error set to "FILE:LINE: PROBLEM"
 */
gboolean
rang_exchange_fail_at (GError **error, const char *path, guint line, char *problem);

G_END_DECLS
