/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "store-test.h"
#include "store/rang-store-log.h"

#define ENTRIES 8
#define FULL 5
#define COLUMNS                                                                                                        \
  "entry, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", reason, note, cost, data, "  \
  "previous, hash"

/* A log of eight entries, the fifth with something in every column, and a way to tamper with it: a connection without
 * the triggers. */
typedef struct
{
  StoreTest base;
  sqlite3 *db;
} LogTest;

static void
run (LogTest *test, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (test->db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static RangLogEntry *
new_entry (int number)
{
  RangLogEntry *entry = rang_log_entry_new ("edit", 1795505400 + number, 3);

  if (number != FULL)
    return entry;
  entry->day = 20781;
  entry->unit = 1;
  entry->behalf = 4;
  entry->order = 1051;
  entry->client = 17;
  entry->subject = g_strdup ("push/2");
  entry->from = 20;
  entry->to = 3;
  entry->reason = g_strdup ("contract");
  entry->note = g_strdup ("Brașov");
  entry->cost = g_strdup ("{}");
  entry->data = g_strdup ("[1]");
  return entry;
}

static void
set_up (LogTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_test_set_up (&test->base, data);
  for (int i = 1; i <= ENTRIES; i++)
    {
      g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->base.store, &error);
      g_autoptr (RangLogEntry) entry = new_entry (i);

      g_assert_no_error (error);
      rang_store_append_log (test->base.store, entry, &error);
      g_assert_no_error (error);
      rang_store_transaction_commit (transaction, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (sqlite3_open (test->base.path, &test->db), ==, SQLITE_OK);
  run (test, "PRAGMA synchronous = OFF; DROP TRIGGER log_refuses_update; DROP TRIGGER log_refuses_delete;"
             "DROP TRIGGER log_refuses_replace;"
             "CREATE TEMP TABLE kept AS SELECT * FROM log; CREATE TEMP TABLE head AS SELECT * FROM chain_head");
}

static void
tear_down (LogTest *test, gconstpointer data)
{
  sqlite3_close (test->db);
  store_test_tear_down (&test->base, data);
}

static void
restore (LogTest *test)
{
  run (test, "BEGIN; DELETE FROM log; INSERT INTO log SELECT * FROM kept; DELETE FROM chain_head;"
             "INSERT INTO chain_head SELECT * FROM head; COMMIT");
}

static gint64
first_broken (LogTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (test->base.store, NULL, &error);

  g_assert_no_error (error);
  return verifier->broken;
}

static void
test_the_log_refuses_update_and_delete (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->store, &error);
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("init", 1, 0);
  static const char *const attempts[]
      = { "UPDATE log SET note = 'x'", "DELETE FROM log", "UPDATE log SET entry = 9", "DELETE FROM log WHERE entry = 1",
          "INSERT OR REPLACE INTO log (entry, at, what, previous, hash) VALUES (1, 1, 'edit', '', '')" };

  g_assert_true (rang_store_append_log (test->store, entry, &error));
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *refused = store_test_sql (test->path, attempts[i]);

      g_assert_cmpstr (refused, ==, "the log refuses to be changed");
    }
}

static void
test_the_untouched_log_is_whole (LogTest *test, gconstpointer data)
{
  g_assert_cmpint (first_broken (test), ==, 0);
  restore (test);
  g_assert_cmpint (first_broken (test), ==, 0);
}

/* Sets a column of the full entry to some bytes, as text. */
static void
set_text (LogTest *test, const char *column, const char *bytes, gsize length)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE log SET \"%s\" = cast (?1 AS TEXT) WHERE entry = %d", column, FULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (test->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_blob (statement, 1, bytes, (int)length, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
test_every_bit_of_every_text_of_an_entry_counts (LogTest *test, gconstpointer data)
{
  static const char *const columns[] = { "what", "subject", "reason", "note", "cost", "data", "previous", "hash" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) entry = rang_store_load_log_entry (test->base.store, FULL, &error);
  const char *const texts[] = { entry->what, entry->subject, entry->reason,   entry->note,
                                entry->cost, entry->data,    entry->previous, entry->hash };

  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    for (gsize at = 0; at < strlen (texts[c]); at++)
      for (guint bit = 0; bit < 8; bit++)
        {
          g_autofree char *bytes = g_strdup (texts[c]);

          bytes[at] = (char)(bytes[at] ^ (1 << bit));
          set_text (test, columns[c], bytes, strlen (texts[c]));
          if (first_broken (test) != FULL)
            g_error ("%s, byte %" G_GSIZE_FORMAT ", bit %u is not noticed", columns[c], at, bit);
          set_text (test, columns[c], texts[c], strlen (texts[c]));
        }
  g_assert_cmpint (first_broken (test), ==, 0);
}

static char *
quote (const char *text)
{
  char *quoted = sqlite3_mprintf ("%Q", text);
  char *copy = g_strdup (quoted);

  sqlite3_free (quoted);
  return copy;
}

/* An entry that a person signed, behind the one that gave that person the key. */
static void
add_signed (LogTest *test)
{
  static const guint8 seed[32] = { 7 };
  g_autoptr (RangLogKey) key = rang_log_key_new_from_seed (seed);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->base.store, &error);
      g_autoptr (RangLogEntry) entry = rang_log_entry_new (i == 0 ? "people" : "move", 1795505500 + i, 3);

      if (i == 0)
        entry->subject = g_strdup_printf ("key/3/%s", rang_log_key_get_public (key));
      rang_store_set_signer (test->base.store, 3, key);
      rang_store_append_log (test->base.store, entry, &error);
      rang_store_transaction_commit (transaction, &error);
      g_assert_no_error (error);
    }
  rang_store_set_signer (test->base.store, 0, NULL);
}

static void
test_every_bit_of_a_signature_its_key_and_the_signed_head_counts (LogTest *test, gconstpointer data)
{
  static const char *const columns[][2] = { { "log", "key" },
                                            { "log", "signature" },
                                            { "chain_head", "signed_hash" },
                                            { "chain_head", "signed_key" },
                                            { "chain_head", "signed_signature" } };

  add_signed (test);
  g_assert_cmpint (first_broken (test), ==, 0);
  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      const char *where = c < 2 ? "WHERE entry = 10" : "";
      g_autofree char *read = g_strdup_printf ("SELECT \"%s\" FROM %s %s", columns[c][1], columns[c][0], where);
      g_autofree char *text = store_test_value (test->base.path, read);

      for (gsize at = 0; at < strlen (text); at++)
        for (guint bit = 0; bit < 7; bit++)
          {
            g_autofree char *bytes = g_strdup (text);
            g_autofree char *quoted = NULL, *sql = NULL, *back = NULL;

            bytes[at] = (char)(bytes[at] ^ (1 << bit));
            quoted = quote (bytes);
            sql = g_strdup_printf ("UPDATE %s SET \"%s\" = %s %s", columns[c][0], columns[c][1], quoted, where);
            run (test, sql);
            if (first_broken (test) != 10)
              g_error ("%s, byte %" G_GSIZE_FORMAT ", bit %u is not noticed", columns[c][1], at, bit);
            back = g_strdup_printf ("UPDATE %s SET \"%s\" = '%s' %s", columns[c][0], columns[c][1], text, where);
            run (test, back);
          }
    }
}

static void
test_a_signature_cannot_be_taken_away_or_moved (LogTest *test, gconstpointer data)
{
  static const char *const edits[]
      = { "UPDATE log SET key = NULL, signature = NULL WHERE entry = 10",
          "UPDATE log SET signature = NULL WHERE entry = 10",
          "UPDATE log SET signature = (SELECT signature FROM log WHERE entry = 9) WHERE entry = 10",
          "UPDATE chain_head SET signed_entry = 9", "UPDATE chain_head SET signed_key = NULL" };

  add_signed (test);
  run (test, "DROP TABLE temp.kept; DROP TABLE temp.head; CREATE TEMP TABLE kept AS SELECT * FROM log;"
             "CREATE TEMP TABLE head AS SELECT * FROM chain_head");
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      run (test, edits[i]);
      if (first_broken (test) < 9)
        g_error ("%s is not noticed", edits[i]);
      restore (test);
    }
  g_assert_cmpint (first_broken (test), ==, 0);
}

static void
test_a_text_made_longer_shorter_or_null_is_found (LogTest *test, gconstpointer data)
{
  static const char *const columns[] = { "what", "subject", "reason", "note", "cost", "data", "previous", "hash" };
  static const char *const changes[]
      = { "\"%s\" || 'x'",      "\"%s\" || ' '", "\"%s\" || char (0)", "\"%s\" || char (0) || 'x'", "''",
          "substr (\"%s\", 2)", "NULL" };

  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
      {
        g_autoptr (GString) value = g_string_new (changes[i]);
        g_autofree char *sql = NULL;

        g_string_replace (value, "%s", columns[c], 0);
        sql = g_strdup_printf ("UPDATE log SET \"%s\" = %s WHERE entry = %d", columns[c], value->str, FULL);
        if (sqlite3_exec (test->db, sql, NULL, NULL, NULL) != SQLITE_OK)
          continue; /* NOT NULL: cannot be stored */
        if (first_broken (test) != FULL)
          g_error ("%s is not noticed", sql);
        restore (test);
      }
}

static void
test_every_number_of_an_entry_counts (LogTest *test, gconstpointer data)
{
  static const char *const columns[] = { "at", "day", "unit", "who", "behalf", "order", "client", "from", "to" };
  static const char *const changes[]
      = { "\"%s\" + 1",         "-\"%s\"", "0", "NULL", "9223372036854775807", "(-9223372036854775807 - 1)",
          "\"%s\" + 4294967296" };

  for (int entry = FULL; entry <= FULL + 1; entry++)
    for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
      for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          g_autoptr (GString) value = g_string_new (changes[i]);
          g_autofree char *sql = NULL;

          g_string_replace (value, "%s", columns[c], 0);
          sql = g_strdup_printf ("UPDATE log SET \"%s\" = %s WHERE entry = %d AND \"%s\" IS NOT %s", columns[c],
                                 value->str, entry, columns[c], value->str);
          if (sqlite3_exec (test->db, sql, NULL, NULL, NULL) != SQLITE_OK || sqlite3_changes (test->db) == 0)
            continue;
          if (first_broken (test) != entry)
            g_error ("%s is not noticed", sql);
          restore (test);
        }
}

static void
test_rows_taken_out_put_in_or_exchanged_are_found (LogTest *test, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 broken;
  } attempts[] = {
    { "DELETE FROM log WHERE entry = 3", 3 },
    { "DELETE FROM log WHERE entry = 1", 1 },
    { "DELETE FROM log", 1 },
    { "DELETE FROM log WHERE entry > 6", 7 },
    { "DELETE FROM log WHERE entry = 8", 8 },
    { "UPDATE log SET entry = 100 WHERE entry = 4; UPDATE log SET entry = 4 WHERE entry = 6;"
      "UPDATE log SET entry = 6 WHERE entry = 100",
      4 },
    { "DELETE FROM log WHERE entry = 3; UPDATE log SET entry = entry - 1 WHERE entry > 3", 3 },
    { "INSERT INTO log (" COLUMNS
      ") SELECT 9, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", "
      "reason, note, cost, data, previous, hash FROM kept WHERE entry = 8",
      9 },
    { "INSERT INTO log (" COLUMNS
      ") SELECT 0, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", "
      "reason, note, cost, data, previous, hash FROM kept WHERE entry = 8",
      1 },
    { "INSERT INTO log (" COLUMNS
      ") SELECT -5, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", "
      "reason, note, cost, data, previous, hash FROM kept WHERE entry = 8",
      1 },
    { "UPDATE chain_head SET entry = 7", 8 },
    { "UPDATE chain_head SET hash = (SELECT hash FROM kept WHERE entry = 7)", 8 },
    { "DELETE FROM log WHERE entry > 6; UPDATE chain_head SET entry = 6", 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      run (test, attempts[i].sql);
      if (first_broken (test) != attempts[i].broken)
        g_error ("%s: named %" G_GINT64_FORMAT, attempts[i].sql, first_broken (test));
      restore (test);
    }
}

static void
test_an_entry_written_behind_our_back_is_found_with_its_hash_made_right (LogTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) forged = rang_store_load_log_entry (test->base.store, FULL, &error);
  g_autofree char *sql = NULL;

  forged->to = 1;
  g_free (forged->hash);
  forged->hash = rang_log_hash (forged);
  sql = g_strdup_printf ("UPDATE log SET \"to\" = 1, hash = '%s' WHERE entry = %d", forged->hash, FULL);
  run (test, sql);
  g_assert_cmpint (first_broken (test), ==, FULL + 1);
}

static void
test_a_lost_head_is_said_to_be_damage (LogTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = NULL;

  run (test, "DELETE FROM chain_head");
  verifier = rang_store_verify_log (test->base.store, NULL, &error);
  g_assert_null (verifier);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CORRUPT);
}

static void
test_what_comes_after_a_cut_tail_does_not_hide_it (LogTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangLogEntry) entry = new_entry (9);

  run (test, "DELETE FROM log WHERE entry > 6");
  transaction = rang_store_begin (test->base.store, &error);
  g_assert_true (rang_store_append_log (test->base.store, entry, &error));
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  g_assert_cmpint (entry->entry, ==, 9);
  g_assert_cmpint (first_broken (test), ==, 7);
}

static void
test_random_changes_are_found (LogTest *test, gconstpointer data)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  static const char *const texts[] = { "what", "subject", "reason", "note", "cost", "data", "previous", "hash" };
  static const char *const numbers[] = { "at", "day", "unit", "who", "behalf", "order", "client", "from", "to" };

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      gint32 entry = g_rand_int_range (random, 1, ENTRIES + 1);
      g_autofree char *sql = NULL;

      if (g_rand_boolean (random))
        sql = g_strdup_printf ("UPDATE log SET \"%s\" = coalesce (\"%s\", '') || 'x' WHERE entry = %d",
                               texts[i % (int)G_N_ELEMENTS (texts)], texts[i % (int)G_N_ELEMENTS (texts)], entry);
      else
        sql = g_strdup_printf ("UPDATE log SET \"%s\" = coalesce (\"%s\", 0) + %d WHERE entry = %d",
                               numbers[i % (int)G_N_ELEMENTS (numbers)], numbers[i % (int)G_N_ELEMENTS (numbers)],
                               g_rand_int_range (random, 1, 1000), entry);
      run (test, sql);
      if (first_broken (test) != entry)
        g_error ("%s is not noticed", sql);
      restore (test);
    }
}

static void
test_entries_are_read_back_by_order_day_person_and_word (LogTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const struct
  {
    RangLogFilter filter;
    guint found;
  } questions[] = { { { RANG_DAY_NONE, 1051, 0, NULL, 0 }, 1 }, { { 20781, 0, 0, NULL, 0 }, 1 },
                    { { 20781, 1051, 0, NULL, 0 }, 1 },         { { 20782, 1051, 0, NULL, 0 }, 0 },
                    { { RANG_DAY_NONE, 0, 3, NULL, 0 }, 8 },    { { RANG_DAY_NONE, 0, 4, NULL, 0 }, 0 },
                    { { RANG_DAY_NONE, 0, 0, "edit", 6 }, 2 },  { { RANG_DAY_NONE, 0, 0, "move", 0 }, 0 } };
  g_autoptr (RangLogEntry) full = rang_store_load_log_entry (test->base.store, FULL, &error);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) entries = rang_store_load_log (test->base.store, &questions[i].filter, &error);

      g_assert_no_error (error);
      g_assert_cmpint (entries->len, ==, questions[i].found);
    }
  g_assert_cmpint (full->behalf, ==, 4);
  g_assert_cmpstr (full->note, ==, "Brașov");
  g_assert_cmpint (full->day, ==, 20781);
}

#define LOG_TEST(name, function) g_test_add (name, LogTest, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-log/the log refuses UPDATE and DELETE", test_the_log_refuses_update_and_delete);
  LOG_TEST ("/store-log/the untouched log is whole", test_the_untouched_log_is_whole);
  LOG_TEST ("/store-log/every bit of every text of an entry counts", test_every_bit_of_every_text_of_an_entry_counts);
  LOG_TEST ("/store-log/every bit of a signature, its key and the signed head counts",
            test_every_bit_of_a_signature_its_key_and_the_signed_head_counts);
  LOG_TEST ("/store-log/a signature cannot be taken away or moved", test_a_signature_cannot_be_taken_away_or_moved);
  LOG_TEST ("/store-log/a text made longer, shorter or null is found",
            test_a_text_made_longer_shorter_or_null_is_found);
  LOG_TEST ("/store-log/every number of an entry counts", test_every_number_of_an_entry_counts);
  LOG_TEST ("/store-log/rows taken out, put in or exchanged are found",
            test_rows_taken_out_put_in_or_exchanged_are_found);
  LOG_TEST ("/store-log/an entry changed with its hash made right breaks the next",
            test_an_entry_written_behind_our_back_is_found_with_its_hash_made_right);
  LOG_TEST ("/store-log/a lost head is said to be damage", test_a_lost_head_is_said_to_be_damage);
  LOG_TEST ("/store-log/what comes after a cut tail does not hide it",
            test_what_comes_after_a_cut_tail_does_not_hide_it);
  LOG_TEST ("/store-log/random changes are found", test_random_changes_are_found);
  LOG_TEST ("/store-log/entries are read back by order, day, person and word",
            test_entries_are_read_back_by_order_day_person_and_word);
  return g_test_run ();
}
