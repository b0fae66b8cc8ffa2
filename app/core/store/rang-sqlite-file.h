/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_sqlite_file_prepare:
 * @create: whether to make the file, which must not exist; else it must exist and hold something
 *
 * Refuses network drives, folders and empty files; makes a new file in one step, so that of two who try at the same
 * moment one is refused.
 */
gboolean
rang_sqlite_file_prepare (const char *path, gboolean create, GError **error);

G_END_DECLS
