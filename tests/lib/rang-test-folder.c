/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for temporary folders of tests, and that nothing of them is left behind. */
#include "lib/rang-test-folder.h"

#include <glib/gstdio.h>

RangTestFolder *
rang_test_folder_new (void)
{
  RangTestFolder *folder = g_new0 (RangTestFolder, 1);
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("rang-test-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

void
rang_test_folder_free (RangTestFolder *folder)
{
  remove_tree (folder->path);
  g_free (folder->path);
  g_free (folder);
}

char *
rang_test_folder_file (RangTestFolder *folder, const char *name)
{
  return g_build_filename (folder->path, name, NULL);
}

char *
rang_test_folder_write (RangTestFolder *folder, const char *name, const char *content)
{
  g_autofree char *path = rang_test_folder_file (folder, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}
