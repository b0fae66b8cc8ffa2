/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where tests find the shared data and the project's own files. */
#include "lib/rang-test-data.h"

#include <string.h>

char *
rang_test_shared_path (const char *name)
{
  const char *root = g_getenv ("RANG_SHARED");
  g_autofree char *path = g_build_filename (root != NULL ? root : RANG_TEST_SHARED, "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_autofree char *why = g_strdup_printf ("shared data is absent: %s (set RANG_SHARED)", name);
  g_test_skip (why);
  return NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
collect (GPtrArray *files, const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect (files, path, ending);
      else if (g_str_has_suffix (name, ending))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

GPtrArray *
rang_test_shared_files (const char *folder, const char *ending)
{
  g_autofree char *path = rang_test_shared_path (folder);
  g_autoptr (GPtrArray) files = NULL;

  if (path == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  collect (files, path, ending);
  g_ptr_array_sort (files, compare_paths);
  return g_steal_pointer (&files);
}

char *
rang_test_source_path (const char *name)
{
  return g_build_filename (RANG_TEST_SOURCE, name, NULL);
}
