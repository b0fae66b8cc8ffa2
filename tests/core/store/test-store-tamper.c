/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is changed in the log behind its back is found, and the right entry named: every bit of one entry of each
 * kind, random bits over two thousand rows, rows taken out, put in, exchanged, and a cut tail. A seeded part of it in
 * moments; all of it with RANG_TEST_TAMPER=all. */
#include <sqlite3.h>
#include <string.h>

#include "store-test.h"
#include "store/rang-store-log.h"

#define ROWS 2000
#define SIGNED_EVERY 50

/* One entry of each kind; the first gives the person the key. */
static const char *const kinds[]
    = { "people", "init",   "import", "add",      "edit",    "cancel",     "importance",     "rank",
        "submit", "apply",  "move",   "release",  "reason",  "undo",       "redo",           "handover",
        "accept", "return", "amend",  "deliver",  "fail",    "carry-over", "close",          "call",
        "client", "erase",  "van",    "lock",     "request", "decide",     "answer",         "push",
        "grant",  "refuse", "asked",  "settings", "rates",   "activate",   "refused-attempt" };

static const char *const texts[]
    = { "what", "subject", "reason", "note", "cost", "data", "witness", "key", "signature", "previous", "hash" };
static const char *const numbers[] = { "entry", "at", "day", "unit", "who", "behalf", "order", "client", "from", "to" };

typedef struct
{
  StoreTest base;
  sqlite3 *db;
  GRand *random;
  gint64 length;
} TamperTest;

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("RANG_TEST_TAMPER"), "all") == 0;
}

static void
run (TamperTest *test, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (test->db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* With something in every column. */
static RangLogEntry *
new_entry (const char *what, gint64 number, GRand *random)
{
  RangLogEntry *entry = rang_log_entry_new (what, 1795505400 + number, 3);

  entry->day = 20781;
  entry->unit = 1;
  entry->behalf = 4;
  entry->order = 5000 + number;
  entry->client = 17;
  entry->subject = g_strdup_printf ("push/%d", g_rand_int_range (random, 1, 99));
  entry->from = g_rand_int_range (random, 1, 120);
  entry->to = g_rand_int_range (random, 1, 120);
  entry->reason = g_strdup ("contract");
  entry->note = g_strdup ("Brașov @ 8");
  entry->cost = g_strdup ("{\"late\":[]}");
  entry->data = g_strdup_printf ("[%d]", g_rand_int_range (random, 1, 99));
  return entry;
}

static void
append (TamperTest *test, const char *what, gboolean is_signed, const RangLogKey *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogEntry) entry = new_entry (what, ++test->length, test->random);

  if (test->length == 1)
    {
      g_free (entry->subject);
      entry->subject = g_strdup_printf ("key/3/%s", rang_log_key_get_public (key));
    }
  /* Who has a key signs; the others have none. */
  entry->who = is_signed ? 3 : 2;
  rang_store_set_signer (test->base.store, 3, key);
  rang_store_append_log (test->base.store, entry, &error);
  g_assert_no_error (error);
}

static void
fill (TamperTest *test, gboolean long_log)
{
  static const guint8 seed[32] = { 7 };
  g_autoptr (RangLogKey) key = rang_log_key_new_from_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->base.store, &error);

  for (gsize i = 0; i < (long_log ? ROWS : G_N_ELEMENTS (kinds)); i++)
    append (test, kinds[i % G_N_ELEMENTS (kinds)], i == 0 || (long_log ? i % SIGNED_EVERY == 0 : i % 2 == 0), key);
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  rang_store_set_signer (test->base.store, 0, NULL);
}

static void
set_up (TamperTest *test, gconstpointer data)
{
  guint32 seed = (guint32)g_test_rand_int ();

  g_test_message ("seed %u", seed);
  test->random = g_rand_new_with_seed (seed);
  store_test_set_up (&test->base, NULL);
  fill (test, data != NULL);
  g_assert_cmpint (sqlite3_open (test->base.path, &test->db), ==, SQLITE_OK);
  run (test, "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON; DROP TRIGGER log_refuses_update;"
             "DROP TRIGGER log_refuses_delete; DROP TRIGGER log_refuses_replace;"
             "CREATE TEMP TABLE kept AS SELECT * FROM log");
}

static void
tear_down (TamperTest *test, gconstpointer data)
{
  sqlite3_close (test->db);
  g_rand_free (test->random);
  store_test_tear_down (&test->base, NULL);
}

static gint64
first_broken (TamperTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (test->base.store, NULL, &error);

  g_assert_no_error (error);
  return verifier->broken;
}

static void
restore (TamperTest *test)
{
  run (test, "BEGIN; DELETE FROM log; INSERT INTO log SELECT * FROM kept; COMMIT");
}

static void
expect (TamperTest *test, gint64 named, const char *what)
{
  gint64 broken = first_broken (test);

  if (broken != named)
    g_error ("%s: %" G_GINT64_FORMAT " is named in place of %" G_GINT64_FORMAT, what, broken, named);
}

/* --- bits --- */

static sqlite3_stmt *
prepare (TamperTest *test, const char *format, const char *column)
{
  g_autofree char *sql = g_strdup_printf (format, column);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (test->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* The value of a column, to be cleared by sqlite3_value_free(). */
static sqlite3_value *
read_value (TamperTest *test, gint64 entry, const char *column)
{
  sqlite3_stmt *statement = prepare (test, "SELECT \"%s\" FROM log WHERE entry = ?1", column);
  sqlite3_value *value;

  sqlite3_bind_int64 (statement, 1, entry);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_value_dup (sqlite3_column_value (statement, 0));
  sqlite3_finalize (statement);
  return value;
}

static void
write_bytes (TamperTest *test, gint64 entry, const char *column, const char *bytes, int length)
{
  sqlite3_stmt *statement = prepare (test, "UPDATE log SET \"%s\" = cast (?2 AS TEXT) WHERE entry = ?1", column);

  sqlite3_bind_int64 (statement, 1, entry);
  sqlite3_bind_blob (statement, 2, bytes, length, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static gboolean
write_number (TamperTest *test, gint64 entry, const char *column, gint64 number)
{
  sqlite3_stmt *statement = prepare (test, "UPDATE log SET \"%s\" = ?2 WHERE entry = ?1", column);
  gboolean done;

  sqlite3_bind_int64 (statement, 1, entry);
  sqlite3_bind_int64 (statement, 2, number);
  done = sqlite3_step (statement) == SQLITE_DONE;
  sqlite3_finalize (statement);
  return done;
}

static gint64
count_bits (TamperTest *test, gint64 entry, const char *column)
{
  sqlite3_value *value = read_value (test, entry, column);
  gint64 bits = sqlite3_value_type (value) == SQLITE_INTEGER ? 64 : 8 * sqlite3_value_bytes (value);

  sqlite3_value_free (value);
  return bits;
}

/* Turns one bit over, looks, and turns it back. */
static void
try_bit (TamperTest *test, gint64 entry, const char *column, gint64 bit)
{
  g_autofree char *what = g_strdup_printf ("entry %" G_GINT64_FORMAT ", %s, bit %" G_GINT64_FORMAT, entry, column, bit);
  sqlite3_value *value = read_value (test, entry, column);

  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    {
      gint64 number = sqlite3_value_int64 (value), turned = number ^ (gint64)(G_GUINT64_CONSTANT (1) << bit);
      gboolean is_number = g_str_equal (column, "entry");

      /* The number of another entry cannot be taken; one below all of them stands in the first one's place. */
      if (write_number (test, entry, column, turned))
        {
          expect (test, is_number && turned < 1 ? 1 : entry, what);
          write_number (test, is_number ? turned : entry, column, number);
        }
    }
  else if (sqlite3_value_type (value) == SQLITE_TEXT)
    {
      int length = sqlite3_value_bytes (value);
      const char *text = (const char *)sqlite3_value_text (value);
      g_autofree char *bytes = g_memdup2 (text, (gsize)length + 1);

      bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << (bit % 8)));
      write_bytes (test, entry, column, bytes, length);
      expect (test, entry, what);
      write_bytes (test, entry, column, text, length);
    }
  sqlite3_value_free (value);
}

static const char *
column_at (guint i)
{
  return i < G_N_ELEMENTS (texts) ? texts[i] : numbers[i - G_N_ELEMENTS (texts)];
}

static void
try_all_bits (TamperTest *test, gint64 entry)
{
  for (guint c = 0; c < G_N_ELEMENTS (texts) + G_N_ELEMENTS (numbers); c++)
    {
      gint64 bits = count_bits (test, entry, column_at (c));

      for (gint64 bit = 0; bit < bits; bit++)
        try_bit (test, entry, column_at (c), bit);
    }
}

/* One bit of each number, and one of every eighth byte of each text. */
static void
try_some_bits (TamperTest *test, gint64 entry)
{
  for (guint c = 0; c < G_N_ELEMENTS (texts) + G_N_ELEMENTS (numbers); c++)
    {
      gint64 bits = count_bits (test, entry, column_at (c));

      for (gint64 from = 0; from < bits; from += 64)
        try_bit (test, entry, column_at (c), from + g_rand_int_range (test->random, 0, (gint32)MIN (64, bits - from)));
    }
}

static void
test_every_bit_of_one_entry_of_each_kind_counts (TamperTest *test, gconstpointer data)
{
  g_assert_cmpint (first_broken (test), ==, 0);
  for (gint64 entry = 1; entry <= test->length; entry++)
    {
      if (is_thorough ())
        try_all_bits (test, entry);
      else
        try_some_bits (test, entry);
    }
  g_assert_cmpint (first_broken (test), ==, 0);
}

static void
test_random_bits_over_two_thousand_rows_count (TamperTest *test, gconstpointer data)
{
  int count = is_thorough () ? 20000 : 400;

  g_assert_cmpint (test->length, ==, ROWS);
  for (int i = 0; i < count; i++)
    {
      gint64 entry = g_rand_int_range (test->random, 1, ROWS + 1), bits = 0;
      const char *column = NULL;

      while (bits == 0)
        {
          column = column_at ((guint)g_rand_int_range (test->random, 0, G_N_ELEMENTS (texts) + G_N_ELEMENTS (numbers)));
          bits = count_bits (test, entry, column);
        }
      try_bit (test, entry, column, g_rand_int_range (test->random, 0, (gint32)bits));
    }
  g_assert_cmpint (first_broken (test), ==, 0);
}

/* --- rows --- */

static void
try_rows (TamperTest *test, gint64 named, const char *format, gint64 one, gint64 other)
{
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, one);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, other);

  g_string_replace (sql, "ONE", first, 0);
  g_string_replace (sql, "OTHER", second, 0);
  run (test, sql->str);
  expect (test, named, sql->str);
  restore (test);
}

static void
test_rows_taken_out_put_in_exchanged_and_a_cut_tail_are_named (TamperTest *test, gconstpointer data)
{
  int count = is_thorough () ? 500 : 20;

  for (int i = 0; i < count; i++)
    {
      gint64 one = g_rand_int_range (test->random, 1, ROWS),
             other = g_rand_int_range (test->random, (gint32)one + 1, ROWS + 1);

      try_rows (test, one, "DELETE FROM log WHERE entry = ONE", one, 0);
      try_rows (test, one,
                "DELETE FROM log WHERE entry = ONE; UPDATE log SET entry = -entry WHERE entry > ONE;"
                "UPDATE log SET entry = -entry - 1 WHERE entry < 0",
                one, 0);
      try_rows (test, one,
                "UPDATE log SET entry = 0 WHERE entry = ONE; UPDATE log SET entry = ONE WHERE entry = OTHER;"
                "UPDATE log SET entry = OTHER WHERE entry = 0",
                one, other);
      try_rows (test, one,
                "UPDATE log SET entry = -entry WHERE entry >= ONE; UPDATE log SET entry = -entry + 1 WHERE entry < 0;"
                "CREATE TEMP TABLE copy AS SELECT * FROM kept WHERE entry = OTHER; UPDATE copy SET entry = ONE;"
                "INSERT INTO log SELECT * FROM copy; DROP TABLE copy",
                one, other);
      try_rows (test, one, "DELETE FROM log WHERE entry >= ONE", one, 0);
    }
  /* With the head set back as well: no signed entry can be cut. */
  run (test, "DELETE FROM log WHERE entry > 1900; UPDATE chain_head SET entry = 1900, hash = (SELECT hash FROM log "
             "WHERE entry = 1900)");
  g_assert_cmpint (first_broken (test), >, 1900);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, long_log)                                                                                            \
  g_test_add ("/store-tamper/" #name, TamperTest, long_log ? "long" : NULL, set_up, test_##name, tear_down)
  ADD (every_bit_of_one_entry_of_each_kind_counts, FALSE);
  ADD (random_bits_over_two_thousand_rows_count, TRUE);
  ADD (rows_taken_out_put_in_exchanged_and_a_cut_tail_are_named, TRUE);
  return g_test_run ();
}
