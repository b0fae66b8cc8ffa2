/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "log/rang-log-chain.h"
#include "log/rang-log-export.h"

#define LOGS 100

static const char *verifier_path;

static void
fill (RangLogEntry *entry, GRand *random)
{
  static const char *const texts[] = { NULL, "", "notă", "\"q\"\\", "line\nbreak\ttab", "{\"a\":[1]}", "😀 \x7f" };
  char **const fields[] = { &entry->subject, &entry->reason, &entry->note, &entry->cost, &entry->data };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
  entry->order = g_rand_int_range (random, 0, 3);
  entry->behalf = g_rand_int_range (random, 0, 2);
  entry->from = g_rand_int_range (random, 0, 200);
  entry->day = g_rand_boolean (random) ? RANG_DAY_NONE : g_rand_int_range (random, 20000, 30000);
}

/* A log of its own as a file, whole or with one entry changed after it was chained; expected is what is to be said. */
static char *
write_log (GRand *random, const char *path, gboolean broken)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *previous = NULL;
  gint32 length = g_rand_int_range (random, 1, 20);
  gint32 bad = broken ? g_rand_int_range (random, 1, length + 1) : 0;

  for (gint32 i = 1; i <= length; i++)
    {
      g_autoptr (RangLogEntry) entry
          = rang_log_entry_new ("edit", g_rand_int_range (random, 0, G_MAXINT32), g_rand_int_range (random, 0, 9));

      fill (entry, random);
      rang_log_chain (entry, i, previous);
      g_free (previous);
      previous = g_strdup (entry->hash);
      if (i == bad)
        entry->to += 1;
      rang_log_export_line (entry, lines);
    }
  g_assert_true (g_file_set_contents (path, lines->str, (gssize)lines->len, NULL));
  return broken ? g_strdup_printf ("broken %d\n", bad) : g_strdup_printf ("whole %d %s\n", length, previous);
}

static void
test_an_outsider_agrees (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *folder = g_dir_make_tmp ("rang-log-XXXXXX", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *said = NULL;
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("seed %u", seed);
  g_strv_builder_add_many (builder, "python3", verifier_path, NULL);
  for (int i = 0; i < LOGS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d.jsonl", folder, i);
      g_autofree char *line = write_log (random, path, i % 2 == 1);

      g_string_append (expected, line);
      g_strv_builder_add (builder, path);
    }
  argv = g_strv_builder_end (builder);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, expected->str);
  for (int i = 0; i < LOGS; i++)
    g_unlink (argv[2 + i]);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  verifier_path = argv[1];
  g_test_add_func ("/log-outsider/an outsider with the description alone agrees", test_an_outsider_agrees);
  return g_test_run ();
}
