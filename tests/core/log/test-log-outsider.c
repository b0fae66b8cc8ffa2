/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "log/rang-log-export.h"
#include "log/rang-log-verifier.h"

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

/* Persons 1 and 2 may sign; a key becomes theirs, is changed or taken away by an entry. */
typedef struct
{
  GRand *random;
  RangLogKey *keys[3];
} Signers;

static RangLogKey *
new_key (GRand *random)
{
  guint8 seed[32];

  for (gsize i = 0; i < sizeof seed; i++)
    seed[i] = (guint8)g_rand_int_range (random, 0, 256);
  return rang_log_key_new_from_seed (seed);
}

static RangLogEntry *
new_entry (Signers *signers, gint32 number, const char *previous)
{
  gint64 who = g_rand_int_range (signers->random, 0, 4);
  gboolean gives = g_rand_int_range (signers->random, 0, 3) == 0 && (who == 1 || who == 2);
  RangLogEntry *entry
      = rang_log_entry_new (gives ? "people" : "edit", g_rand_int_range (signers->random, 0, G_MAXINT32), who);
  gint64 whose = gives ? g_rand_int_range (signers->random, 1, 3) : 0;
  RangLogKey *signer = who == 1 || who == 2 ? signers->keys[who] : NULL, *key = NULL;

  fill (entry, signers->random);
  if (gives)
    {
      key = g_rand_int_range (signers->random, 0, 4) > 0 || signers->keys[whose] == NULL ? new_key (signers->random)
                                                                                         : NULL;
      g_free (entry->subject);
      entry->subject = g_strdup_printf ("key/%" G_GINT64_FORMAT "/%s", whose,
                                        key != NULL ? rang_log_key_get_public (key) : "none");
      /* A first or forgotten key is signed with itself, or not at all. */
      if (key != NULL && whose == who && (signer == NULL || g_rand_boolean (signers->random)))
        signer = g_rand_boolean (signers->random) ? key : NULL;
    }
  rang_log_sign (entry, number, previous, signer);
  if (gives)
    {
      g_clear_pointer (&signers->keys[whose], rang_log_key_free);
      signers->keys[whose] = key;
    }
  return entry;
}

static GPtrArray *
new_log (GRand *random)
{
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_log_entry_free);
  Signers signers = { random, { NULL } };
  gint32 length = g_rand_int_range (random, 1, 20);

  for (gint32 i = 1; i <= length; i++)
    g_ptr_array_add (log, new_entry (&signers, i, i > 1 ? ((RangLogEntry *)log->pdata[i - 2])->hash : NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (signers.keys); i++)
    g_clear_pointer (&signers.keys[i], rang_log_key_free);
  return log;
}

static void
rehash (GPtrArray *log, guint from)
{
  for (guint i = from; i < log->len; i++)
    rang_log_chain (log->pdata[i], i + 1, i > 0 ? ((RangLogEntry *)log->pdata[i - 1])->hash : NULL);
}

/* What a forger would try, with the hashes made right as far as that can be. */
static void
forge (GPtrArray *log, GRand *random)
{
  guint at = (guint)g_rand_int_range (random, 0, (gint32)log->len);
  RangLogEntry *entry = log->pdata[at];

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      entry->to += 1;
      return;
    case 1:
      g_clear_pointer (&entry->key, g_free);
      g_clear_pointer (&entry->signature, g_free);
      break;
    case 2:
      g_clear_pointer (&entry->signature, g_free);
      entry->to += 1;
      break;
    case 3:
      entry->who = entry->who == 1 ? 2 : 1;
      break;
    case 4:
      if (entry->signature == NULL)
        entry->note = (g_free (entry->note), g_strdup ("forged"));
      else
        entry->signature[g_rand_int_range (random, 0, 128)] ^= 1;
      return;
    default:
      entry->order += 1;
      break;
    }
  rehash (log, at);
}

/* What our own verifier says of it, in the outsider's words. */
static char *
verdict (GPtrArray *log)
{
  g_autoptr (RangLogVerifier) verifier = rang_log_verifier_new ();

  for (guint i = 0; i < log->len; i++)
    rang_log_verifier_add (verifier, log->pdata[i]);
  if (verifier->broken != 0)
    return g_strdup_printf ("broken %" G_GINT64_FORMAT "\n", verifier->broken);
  return g_strdup_printf ("whole %u %s unverified %" G_GINT64_FORMAT "\n", log->len, verifier->hash,
                          verifier->unverified);
}

/* A log that a forger has been at and that is broken by it: who can write all hashes anew behind an entry that nobody
 * signed leaves a whole one. */
static GPtrArray *
new_broken_log (GRand *random)
{
  for (;;)
    {
      g_autoptr (GPtrArray) log = new_log (random);
      g_autofree char *said = NULL;

      forge (log, random);
      said = verdict (log);
      if (g_str_has_prefix (said, "broken"))
        return g_steal_pointer (&log);
    }
}

static GPtrArray *
new_whole_log (GRand *random)
{
  GPtrArray *log = new_log (random);
  g_autofree char *said = verdict (log);

  g_assert_true (g_str_has_prefix (said, "whole"));
  return log;
}

/* A log of its own as a file, whole or forged; says what is to be said. */
static char *
write_log (GRand *random, const char *path, gboolean broken)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) log = broken ? new_broken_log (random) : new_whole_log (random);

  for (guint i = 0; i < log->len; i++)
    rang_log_export_line (log->pdata[i], lines);
  g_assert_true (g_file_set_contents (path, lines->str, (gssize)lines->len, NULL));
  return verdict (log);
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
  guint n_broken = 0;

  g_test_message ("seed %u", seed);
  g_strv_builder_add_many (builder, "python3", verifier_path, NULL);
  for (int i = 0; i < LOGS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%d.jsonl", folder, i);
      g_autofree char *line = write_log (random, path, i % 2 == 1);

      n_broken += g_str_has_prefix (line, "broken");
      g_string_append (expected, line);
      g_strv_builder_add (builder, path);
    }
  argv = g_strv_builder_end (builder);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, expected->str);
  g_assert_cmpint (n_broken, ==, LOGS / 2);
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
