/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTestFolder:
 * @path: where it is
 *
 * A temporary folder that goes, with all that lies in it, when the variable leaves its scope (g_autoptr).
 */
typedef struct
{
  char *path;
} RangTestFolder;

/**
 * rang_test_folder_new:
 *
 * Returns: (transfer full): a new, empty folder
 */
RangTestFolder *
rang_test_folder_new (void);
void
rang_test_folder_free (RangTestFolder *folder);

/**
 * rang_test_folder_file:
 * @name: a name in the folder
 *
 * Returns: (transfer full): the path of a file in @folder, which need not exist
 */
char *
rang_test_folder_file (RangTestFolder *folder, const char *name);

/**
 * rang_test_folder_write:
 * @name: a name in the folder
 * @content: NUL-terminated
 *
 * Returns: (transfer full): the path of the file that was written
 */
char *
rang_test_folder_write (RangTestFolder *folder, const char *name, const char *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTestFolder, rang_test_folder_free)

G_END_DECLS
