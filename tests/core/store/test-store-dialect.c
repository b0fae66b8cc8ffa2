/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "store/rang-postgresql-dialect.h"
#include "store/rang-store.h"

static void
assert_translated (const char *script, const char *wanted)
{
  g_autofree char *text = rang_postgresql_dialect (script);

  g_assert_nonnull (g_strstr_len (text, -1, wanted));
}

static void
test_a_key_that_is_not_given_takes_the_next_number (void)
{
  static const char script[] = "CREATE TABLE vans (\n  id INTEGER PRIMARY KEY,\n  name TEXT\n) STRICT;\n";

  assert_translated (script, "CREATE TABLE vans (\n  office BIGINT NOT NULL DEFAULT rang_office (),\n  id BIGINT NOT NULL,\n  name TEXT\n);");
  assert_translated (script, "FOR EACH ROW WHEN (NEW.id IS NULL) EXECUTE FUNCTION rang_next_number ('id');");
}

static void
test_a_table_without_a_number_as_key_numbers_nothing (void)
{
  g_autofree char *text
      = rang_postgresql_dialect ("CREATE TABLE names (\n  name TEXT PRIMARY KEY,\n  n INTEGER\n) STRICT;\n");

  g_assert_null (g_strstr_len (text, -1, "TRIGGER"));
}

static void
test_a_guard_against_deleting_guards_against_emptying (void)
{
  static const char script[] = "CREATE TRIGGER log_stays BEFORE DELETE ON log\n"
                               "BEGIN SELECT raise (ABORT, 'the log stays'); END;\n";

  assert_translated (script,
                     "CREATE TRIGGER log_stays BEFORE DELETE ON log FOR EACH ROW EXECUTE FUNCTION log_stays ();");
  assert_translated (script, "BEFORE TRUNCATE ON log FOR EACH STATEMENT");
  assert_translated (script, "MESSAGE = 'the log stays'");
}

static void
test_a_guard_with_a_condition_compares_nulls_as_values (void)
{
  static const char script[] = "CREATE TRIGGER plan_stays BEFORE UPDATE ON plans\n"
                               "WHEN NEW.rules IS NOT OLD.rules AND NEW.id IS NOT NULL\n"
                               "BEGIN SELECT raise (ABORT, 'a plan stays'); END;\n";

  assert_translated (script, "IF NEW.rules IS DISTINCT FROM OLD.rules AND NEW.id IS NOT NULL THEN RAISE");
}

static void
test_a_trigger_that_writes_does_so_as_the_owner_and_in_one_office (void)
{
  static const char script[] = "CREATE TRIGGER kept AFTER UPDATE ON orders\nWHEN OLD.client IS NOT NEW.client\nBEGIN\n"
                               "  INSERT INTO kept (client, n) VALUES (NEW.client, 1)\n"
                               "    ON CONFLICT (client) DO UPDATE SET n = kept.n + 1;\nEND;\n";

  assert_translated (script, "LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT");
  assert_translated (script, "ON CONFLICT (office, client) DO UPDATE");
  assert_translated (script, "AFTER UPDATE ON orders FOR EACH ROW WHEN (OLD.client IS DISTINCT FROM NEW.client) EXECUTE");
}

static void
test_comments_part_no_statement (void)
{
  static const char script[] = "-- INTEGER; END;\nCREATE TABLE a (\n  -- of; this\n  b INTEGER\n) STRICT;\n";

  assert_translated (script, "  b BIGINT\n);");
}

static void
test_an_address_is_shown_without_its_password (void)
{
  g_autofree char *inside = rang_store_dup_public_location ("postgresql://ana:secret@server/office?sslmode=require");
  g_autofree char *behind = rang_store_dup_public_location ("postgresql://ana@server/office?password=secret&sslmode=a");
  g_autofree char *file = rang_store_dup_public_location ("/srv/ana:b@c/office.rang");

  g_assert_cmpstr (inside, ==, "postgresql://ana@server/office?sslmode=require");
  g_assert_cmpstr (behind, ==, "postgresql://ana@server/office?sslmode=a");
  g_assert_cmpstr (file, ==, "/srv/ana:b@c/office.rang");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-dialect/a key that is not given takes the next number",
                   test_a_key_that_is_not_given_takes_the_next_number);
  g_test_add_func ("/store-dialect/a table without a number as key numbers nothing",
                   test_a_table_without_a_number_as_key_numbers_nothing);
  g_test_add_func ("/store-dialect/a guard against deleting guards against emptying",
                   test_a_guard_against_deleting_guards_against_emptying);
  g_test_add_func ("/store-dialect/a guard with a condition compares nulls as values",
                   test_a_guard_with_a_condition_compares_nulls_as_values);
  g_test_add_func ("/store-dialect/a trigger that writes does so as the owner and in one office",
                   test_a_trigger_that_writes_does_so_as_the_owner_and_in_one_office);
  g_test_add_func ("/store-dialect/comments part no statement", test_comments_part_no_statement);
  g_test_add_func ("/store-dialect/an address is shown without its password",
                   test_an_address_is_shown_without_its_password);
  return g_test_run ();
}
