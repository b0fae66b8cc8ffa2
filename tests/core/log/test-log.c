/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "log/rang-log-export.h"
#include "log/rang-log-verifier.h"

static RangLogEntry *
full_entry (void)
{
  RangLogEntry *entry = rang_log_entry_new ("move", 1795505400, 3);

  entry->day = 20781;
  entry->unit = 1;
  entry->behalf = 4;
  entry->order = 1051;
  entry->client = 17;
  entry->subject = g_strdup ("push/2");
  entry->from = 20;
  entry->to = 3;
  entry->reason = g_strdup ("client-at-risk");
  entry->note = g_strdup ("Brașov \"1\"");
  entry->cost = g_strdup ("{\"late\":[]}");
  entry->data = g_strdup ("{}");
  return entry;
}

static void
test_the_bytes_are_those_of_the_description (void)
{
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", 1795505400, 3);
  g_autoptr (RangLogEntry) full = full_entry ();
  g_autoptr (GString) bytes = g_string_new ("left over");

  entry->note = g_strdup ("");
  rang_log_chain (entry, 1, NULL);
  rang_log_canonical (entry, bytes);
  g_assert_cmpstr (bytes->str, ==,
                   "entry=1:1\nat=20:2026-11-24T07:30:00Z\nwho=1:3\nwhat=4:init\nnote=0:\nprevious=64:" RANG_LOG_START
                   "\n");
  rang_log_chain (full, 2, entry->hash);
  rang_log_canonical (full, bytes);
  g_assert_true (g_str_has_prefix (bytes->str, "entry=1:2\nat=20:2026-11-24T07:30:00Z\nday=10:2026-11-24\nunit=1:1\n"
                                               "who=1:3\nbehalf=1:4\nwhat=4:move\norder=4:1051\nclient=2:17\n"
                                               "subject=6:push/2\nfrom=2:20\nto=1:3\nreason=14:client-at-risk\n"
                                               "note=11:Brașov \"1\"\ncost=11:{\"late\":[]}\ndata=2:{}\n"
                                               "previous=64:"));
  g_assert_cmpint (strlen (full->hash), ==, 64);
}

static void
test_an_exported_line_is_json_with_every_field (void)
{
  g_autoptr (RangLogEntry) entry = full_entry ();
  g_autoptr (GString) line = g_string_new (NULL);

  g_free (entry->note);
  entry->note = g_strdup ("a\"b\\c\nd\001e\x7f\xc8\x99");
  entry->client = 0;
  entry->previous = g_strdup ("p");
  entry->hash = g_strdup ("h");
  rang_log_export_line (entry, line);
  g_assert_cmpstr (line->str, ==,
                   "{\"entry\":0,\"at\":\"2026-11-24T07:30:00Z\",\"day\":\"2026-11-24\",\"unit\":1,\"who\":3,"
                   "\"behalf\":4,\"what\":\"move\",\"order\":1051,\"client\":null,\"subject\":\"push/2\",\"from\":20,"
                   "\"to\":3,\"reason\":\"client-at-risk\",\"note\":\"a\\\"b\\\\c\\nd\\u0001e\\u007f\xc8\x99\","
                   "\"cost\":\"{\\\"late\\\":[]}\",\"data\":\"{}\",\"previous\":\"p\",\"hash\":\"h\","
                   "\"key\":null,\"witness\":null,\"signature\":null}\n");
}

/* Every way in which two entries can differ in one field only. */
static GPtrArray *
variants (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_log_entry_free);
  const gsize texts[] = { G_STRUCT_OFFSET (RangLogEntry, subject), G_STRUCT_OFFSET (RangLogEntry, reason),
                          G_STRUCT_OFFSET (RangLogEntry, note), G_STRUCT_OFFSET (RangLogEntry, cost),
                          G_STRUCT_OFFSET (RangLogEntry, data) };
  const gsize numbers[] = { G_STRUCT_OFFSET (RangLogEntry, entry),  G_STRUCT_OFFSET (RangLogEntry, at),
                            G_STRUCT_OFFSET (RangLogEntry, unit),   G_STRUCT_OFFSET (RangLogEntry, who),
                            G_STRUCT_OFFSET (RangLogEntry, behalf), G_STRUCT_OFFSET (RangLogEntry, order),
                            G_STRUCT_OFFSET (RangLogEntry, client), G_STRUCT_OFFSET (RangLogEntry, from),
                            G_STRUCT_OFFSET (RangLogEntry, to) };
  static const char *const values[] = { NULL, "", "a", "b", "a\n", "a\ndata=2:{}", "1" };

  for (gsize f = 0; f < G_N_ELEMENTS (texts); f++)
    for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
      {
        RangLogEntry *entry = full_entry ();

        g_free (G_STRUCT_MEMBER (char *, entry, texts[f]));
        G_STRUCT_MEMBER (char *, entry, texts[f]) = g_strdup (values[v]);
        g_ptr_array_add (all, entry);
      }
  for (gsize f = 0; f < G_N_ELEMENTS (numbers); f++)
    for (gint64 v = 900; v < 903; v++)
      {
        RangLogEntry *entry = full_entry ();

        G_STRUCT_MEMBER (gint64, entry, numbers[f]) = v == 902 ? 0 : v;
        g_ptr_array_add (all, entry);
      }
  for (RangDay day = 20000; day < 20002; day++)
    {
      g_ptr_array_add (all, full_entry ());
      ((RangLogEntry *)g_ptr_array_index (all, all->len - 1))->day = day == 20001 ? RANG_DAY_NONE : day;
    }
  return all;
}

static void
test_no_two_entries_have_the_same_hash (void)
{
  g_autoptr (GPtrArray) all = variants ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (seen, rang_log_hash (g_ptr_array_index (all, i)));
  g_assert_cmpint (g_hash_table_size (seen), ==, all->len);
}

static GPtrArray *
new_chain (GRand *random, int length)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_log_entry_free);
  const char *const *words = rang_log_words ();
  gint32 n_words = (gint32)g_strv_length ((GStrv)words);

  for (int i = 1; i <= length; i++)
    {
      RangLogEntry *before = i > 1 ? g_ptr_array_index (chain, chain->len - 1) : NULL;
      RangLogEntry *entry
          = rang_log_entry_new (words[g_rand_int_range (random, 0, n_words)],
                                1795505400 + g_rand_int_range (random, 0, 100000), g_rand_int_range (random, 0, 5));

      entry->order = g_rand_int_range (random, 0, 2) * g_rand_int_range (random, 1001, 1200);
      if (g_rand_boolean (random))
        entry->note = g_strdup (g_rand_boolean (random) ? "" : "o notă");
      rang_log_chain (entry, i, before != NULL ? before->hash : NULL);
      g_ptr_array_add (chain, entry);
    }
  return chain;
}

static gint64
verify (GPtrArray *chain, const RangLogEntry *head, RangLogFault *fault)
{
  g_autoptr (RangLogVerifier) verifier = rang_log_verifier_new ();

  for (guint i = 0; i < chain->len; i++)
    rang_log_verifier_add (verifier, g_ptr_array_index (chain, i));
  rang_log_verifier_finish (verifier, head->entry, head->hash);
  *fault = verifier->fault;
  return verifier->broken;
}

static void
test_a_whole_chain_is_whole (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) chain = new_chain (random, 50);
  g_autoptr (RangLogVerifier) empty = rang_log_verifier_new ();
  RangLogFault fault;

  g_assert_cmpint (verify (chain, g_ptr_array_index (chain, 49), &fault), ==, 0);
  g_assert_cmpint (fault, ==, RANG_LOG_WHOLE);
  g_assert_true (rang_log_verifier_finish (empty, 0, RANG_LOG_START));
}

static void
rehash (GPtrArray *chain, guint from)
{
  for (guint i = from; i < chain->len; i++)
    {
      RangLogEntry *before = i > 0 ? g_ptr_array_index (chain, i - 1) : NULL;

      rang_log_chain (g_ptr_array_index (chain, i), i + 1, before != NULL ? before->hash : NULL);
    }
}

static void
test_a_chain_written_anew_is_found_by_its_head (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GPtrArray) chain = new_chain (random, 10);
  g_autoptr (RangLogEntry) head = rang_log_entry_copy (g_ptr_array_index (chain, 9));
  RangLogEntry *forged = g_ptr_array_index (chain, 4);
  RangLogFault fault;

  forged->order = 9999;
  rehash (chain, 4);
  g_assert_cmpint (verify (chain, head, &fault), ==, 10);
  g_assert_cmpint (fault, ==, RANG_LOG_OTHER_HEAD);
}

static void
test_a_cut_tail_names_the_first_that_is_missing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (GPtrArray) chain = new_chain (random, 10);
  g_autoptr (RangLogEntry) head = rang_log_entry_copy (g_ptr_array_index (chain, 9));
  RangLogFault fault;

  for (guint left = 9; left > 0; left--)
    {
      g_ptr_array_set_size (chain, (int)left);
      g_assert_cmpint (verify (chain, head, &fault), ==, left + 1);
      g_assert_cmpint (fault, ==, RANG_LOG_MISSING);
    }
}

/* Tampers with one entry in one of many ways; returns the number of the first entry that is broken by it. */
static gint64
tamper (GPtrArray *chain, GRand *random)
{
  guint at = (guint)g_rand_int_range (random, 0, (gint32)chain->len - 1);
  RangLogEntry *entry = g_ptr_array_index (chain, at);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      entry->who += 1;
      break;
    case 1:
      entry->hash[g_rand_int_range (random, 0, 64)] ^= 1;
      break;
    case 2:
      if (entry->note == NULL)
        entry->note = g_strdup ("");
      else
        g_clear_pointer (&entry->note, g_free);
      break;
    case 3:
      g_ptr_array_remove_index (chain, at);
      break;
    case 4:
      g_ptr_array_insert (chain, (gint)at, rang_log_entry_copy (entry));
      return at + 2;
    default:
      chain->pdata[at] = chain->pdata[at + 1];
      chain->pdata[at + 1] = entry;
      break;
    }
  return at + 1;
}

static void
test_whatever_is_done_to_an_entry_is_found (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) chain = new_chain (random, 12);
      g_autoptr (RangLogEntry) head = rang_log_entry_copy (g_ptr_array_index (chain, 11));
      gint64 expected = tamper (chain, random);
      RangLogFault fault;

      g_assert_cmpint (verify (chain, head, &fault), ==, expected);
      g_assert_cmpint (fault, !=, RANG_LOG_WHOLE);
    }
}

static void
test_every_word_is_listed_once (void)
{
  const char *const *words = rang_log_words ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_assert_true (rang_log_word_is_known (words[i]));
      g_assert_true (g_hash_table_add (seen, (gpointer)words[i]));
    }
  g_assert_false (rang_log_word_is_known ("forge"));
  g_assert_false (rang_log_word_is_known (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/the bytes are those of the description", test_the_bytes_are_those_of_the_description);
  g_test_add_func ("/log/an exported line is JSON with every field", test_an_exported_line_is_json_with_every_field);
  g_test_add_func ("/log/no two entries have the same hash", test_no_two_entries_have_the_same_hash);
  g_test_add_func ("/log/a whole chain is whole", test_a_whole_chain_is_whole);
  g_test_add_func ("/log/a chain written anew is found by its head", test_a_chain_written_anew_is_found_by_its_head);
  g_test_add_func ("/log/a cut tail names the first that is missing", test_a_cut_tail_names_the_first_that_is_missing);
  g_test_add_func ("/log/whatever is done to an entry is found", test_whatever_is_done_to_an_entry_is_found);
  g_test_add_func ("/log/every word is listed once", test_every_word_is_listed_once);
  return g_test_run ();
}
