/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where benchmark data lies, and what its tables say. */
#include "bench-data.h"

#include <string.h>

char *
bench_path (const char *name)
{
  const char *shared = g_getenv ("RANG_SHARED");

  return shared != NULL ? g_build_filename (shared, "data", name, NULL)
                        : g_build_filename (BENCH_SOURCE_ROOT, "..", "shared", "data", name, NULL);
}

GPtrArray *
bench_read_csv (const char *name)
{
  g_autofree char *path = bench_path (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      /* Only the last column of these tables holds commas, in quotes. */
      g_strdelimit (lines[i], "\"\r", ' ');
      if (*lines[i] == '\0')
        {
          g_ptr_array_free (cells, TRUE);
          continue;
        }
      for (char **cell = g_strsplit (lines[i], ",", 5), **at = cell; at != NULL && *at != NULL; at++)
        g_ptr_array_add (cells, g_strstrip (*at));
      while (cells->len < 6)
        g_ptr_array_add (cells, g_strdup (""));
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
    }
  return rows;
}
