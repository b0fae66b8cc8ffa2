/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives libFuzzer the samples of a target to begin with: they are written into the folder of its corpus. */
#include <glib/gstdio.h>
#include <string.h>

#include "fuzz/rang-fuzz.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  for (int i = 1; i < *argc; i++)
    if ((*argv)[i][0] != '-' && g_file_test ((*argv)[i], G_FILE_TEST_IS_DIR))
      {
        for (gsize n = 0; rang_fuzz_samples[n] != NULL; n++)
          {
            g_autofree char *name = g_strdup_printf ("sample-%" G_GSIZE_FORMAT, n);
            g_autofree char *path = g_build_filename ((*argv)[i], name, NULL);
            g_file_set_contents (path, rang_fuzz_samples[n], (gssize)strlen (rang_fuzz_samples[n]), NULL);
          }
        break;
      }
  return 0;
}
