/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rang-test-office.h"

#include <string.h>

/* Runs SQL behind Rang's back with the sqlite3 shell. */
static void
tamper (RangTestOffice *office, const char *sql)
{
  const char *const argv[] = { "sqlite3", office->store, sql, NULL };
  g_autoptr (RangTestResult) result = rang_test_command (argv, NULL);

  rang_test_assert_status (result, 0);
}

static char *
ask (RangTestOffice *office, const char *sql)
{
  const char *const argv[] = { "sqlite3", office->store, sql, NULL };
  g_autoptr (RangTestResult) result = rang_test_command (argv, NULL);

  rang_test_assert_status (result, 0);
  return g_strdup (g_strstrip (result->out));
}

static gboolean
has_sqlite3 (void)
{
  g_autofree char *path = g_find_program_in_path ("sqlite3");

  if (path == NULL)
    g_test_skip ("the sqlite3 shell is absent");
  return path != NULL;
}

/* Drops the triggers that guard the log, as somebody with the shell would. */
static void
drop_guards (RangTestOffice *office)
{
  g_autofree char *names = ask (office, "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='log'");
  g_auto (GStrv) triggers = g_strsplit (names, "\n", -1);

  for (gsize i = 0; triggers[i] != NULL && *triggers[i] != '\0'; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", triggers[i]);

      tamper (office, sql);
    }
}

static void
assert_broken (RangTestOffice *office, const char *entry)
{
  g_autoptr (RangTestResult) result = rang_test_office_run (office, "log --verify");
  g_autofree char *said = g_strconcat (result->out, result->err, NULL);

  rang_test_assert_status (result, 1);
  if (strstr (said, entry) == NULL)
    g_test_message ("entry %s is not named: %s", entry, said);
  g_assert_nonnull (strstr (said, entry));
}

static void
test_the_log_refuses_to_be_changed_through_its_table (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  const char *const update[] = { "sqlite3", office->store, "UPDATE log SET note='x' WHERE entry=1", NULL };
  const char *const delete[] = { "sqlite3", office->store, "DELETE FROM log WHERE entry=1", NULL };
  g_autoptr (RangTestResult) a = NULL, b = NULL;

  if (!has_sqlite3 ())
    return;
  a = rang_test_command (update, NULL);
  b = rang_test_command (delete, NULL);
  g_assert_cmpint (a->status, !=, 0);
  g_assert_cmpint (b->status, !=, 0);
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_a_change_of_any_column_of_the_log_is_found_and_its_entry_named (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *names = NULL, *entry = NULL, *copy = rang_test_folder_file (office->folder, "whole.rang");
  g_autofree char *backup = g_strdup_printf ("backup '%s'", copy);
  g_auto (GStrv) columns = NULL;
  g_autofree char *whole = NULL;
  gsize length;

  if (!has_sqlite3 ())
    return;
  rang_test_office_must (office, 0, backup);
  g_assert_true (g_file_get_contents (copy, &whole, &length, NULL));
  names = ask (office, "SELECT name FROM pragma_table_info('log') WHERE name<>'entry'");
  columns = g_strsplit (names, "\n", -1);
  entry = ask (office, "SELECT max(entry)/2 FROM log");
  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("PRAGMA ignore_check_constraints=1; UPDATE log SET \"%s\" = coalesce(\"%s\",0) || '7' "
                             "WHERE entry=%s",
                             columns[i], columns[i], entry);
      g_autoptr (RangTestOffice) victim = rang_test_office_new_demo ();

      g_assert_true (g_file_set_contents (victim->store, whole, (gssize)length, NULL));
      drop_guards (victim);
      tamper (victim, sql);
      g_test_message ("column %s", columns[i]);
      assert_broken (victim, entry);
    }
}

static void
test_a_cut_tail_of_the_log_is_found (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *last = NULL;

  if (!has_sqlite3 ())
    return;
  last = ask (office, "SELECT max(entry) FROM log");
  drop_guards (office);
  tamper (office, "DELETE FROM log WHERE entry = (SELECT max(entry) FROM log)");
  assert_broken (office, last);
}

static void
test_the_day_is_handed_over_accepted_and_printed (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *head = rang_test_office_person (office, "head-of-sales");
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *pdf = rang_test_folder_file (office->folder, "sheets.pdf");
  g_autofree char *handover = g_strdup_printf ("--as %s handover", head);
  g_autofree char *accept = g_strdup_printf ("--as %s accept", chief);
  g_autofree char *sheet = g_strdup_printf ("sheet --output '%s'", pdf);
  g_autofree char *content = NULL;
  g_autoptr (JsonNode) routes = NULL, log = NULL;

  rang_test_office_must (office, 0, handover);
  rang_test_office_must (office, 0, accept);
  rang_test_office_must (office, 0, sheet);
  g_assert_true (g_file_get_contents (pdf, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  routes = rang_test_office_json (office, "routes");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (routes)), >=, 2);
  log = rang_test_office_json (office, "log");
  g_assert_nonnull (rang_test_rows_find (log, "what", "handover"));
  g_assert_nonnull (rang_test_rows_find (log, "what", "accept"));
  rang_test_office_must (office, 0, "log --verify");
  rang_test_office_must (office, 0, "check");
}

static void
test_a_dry_hand_over_shows_what_is_listed_and_signs_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) before = rang_test_office_json (office, "log");
  g_autoptr (JsonNode) shown = rang_test_office_json (office, "handover --dry-run");
  g_autoptr (JsonNode) conflicts = rang_test_office_json (office, "conflicts");
  g_autoptr (JsonNode) after = rang_test_office_json (office, "log");
  JsonObject *object = json_node_get_object (shown);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (after)), ==,
                    json_array_get_length (json_node_get_array (before)));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "conflicts")), ==,
                    json_array_get_length (json_node_get_array (conflicts)));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "cost"), "value_at_risk"), ==, 0);
  rang_test_office_must (office, 1, "handover --revision 77");
  rang_test_office_must (office, 0, "handover");
}

static void
test_a_reprint_of_the_same_version_has_the_same_bytes (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *head = rang_test_office_person (office, "head-of-sales");
  g_autofree char *handover = g_strdup_printf ("--as %s handover", head);
  g_autofree char *a = rang_test_folder_file (office->folder, "a.pdf");
  g_autofree char *b = rang_test_folder_file (office->folder, "b.pdf");
  g_autofree char *first = g_strdup_printf ("sheet --output '%s'", a);
  g_autofree char *second = g_strdup_printf ("sheet --output '%s'", b);
  g_autoptr (GBytes) x = NULL, y = NULL;
  char *text;
  gsize length;

  rang_test_office_must (office, 0, handover);
  rang_test_office_must (office, 0, first);
  rang_test_office_must (office, 0, second);
  g_assert_true (g_file_get_contents (a, &text, &length, NULL));
  x = g_bytes_new_take (text, length);
  g_assert_true (g_file_get_contents (b, &text, &length, NULL));
  y = g_bytes_new_take (text, length);
  g_assert_true (g_bytes_equal (x, y));
}

static void
test_an_unknown_person_may_read_but_not_change_and_the_attempt_is_logged (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestResult) result = rang_test_office_run (office, "--as Nimeni apply");
  g_autoptr (JsonNode) log = NULL;
  JsonObject *attempt;

  rang_test_assert_status (result, 1);
  rang_test_office_must (office, 0, "--as Nimeni board");
  log = rang_test_office_json (office, "log");
  attempt = rang_test_rows_find (log, "what", "refused-attempt");
  g_assert_nonnull (attempt);
  g_assert_true (json_object_get_null_member (attempt, "who"));
}

static void
test_the_delivery_chief_cannot_rank (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *apply = g_strdup_printf ("--as %s apply", chief);

  rang_test_office_must (office, 1, apply);
}

static void
test_wrong_usage_ends_with_2_and_an_unusable_store_with_4 (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autofree char *gone = rang_test_folder_file (office->folder, "gone.rang");
  g_autofree char *text = rang_test_folder_write (office->folder, "text.rang", "this is no store\n");
  g_autoptr (RangTestResult) no_store = rang_test_rangctl (gone, "board", NULL);
  g_autoptr (RangTestResult) no_database = rang_test_rangctl (text, "board", NULL);

  rang_test_office_must (office, 2, "no-such-command");
  rang_test_office_must (office, 2, "board --format xml");
  rang_test_office_must (office, 2, "board --day 2026-02-30");
  rang_test_office_must (office, 2, "move 1");
  rang_test_assert_status (no_store, 4);
  rang_test_assert_status (no_database, 4);
  g_assert_true (g_str_has_prefix (no_database->err, "rangctl: "));
}

static void
test_options_stand_before_or_after_the_command (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (RangTestResult) before = rang_test_office_run (office, "--format json people");
  g_autoptr (RangTestResult) after = rang_test_office_run (office, "people --format json");

  rang_test_assert_status (before, 0);
  g_assert_cmpstr (before->out, ==, after->out);
  g_assert_cmpstr (before->out, !=, "");
}

static void
test_a_second_init_is_refused_and_harms_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestResult) again = rang_test_office_run (office, "init --demo");

  g_assert_cmpint (again->status, !=, 0);
  g_assert_true (g_str_has_prefix (again->err, "rangctl: "));
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_the_chief_locks_takes_a_van_off_and_closes_the_day (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *head = rang_test_office_person (office, "head-of-sales");
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *handover = g_strdup_printf ("--as %s handover", head);
  g_autofree char *accept = g_strdup_printf ("--as %s accept", chief);
  g_autofree char *off = g_strdup_printf ("--as %s van 1 --off --reason breakdown --format json", chief);
  g_autofree char *wrong = g_strdup_printf ("--as %s van 1 --off --reason breakdown", head);
  g_autofree char *close = g_strdup_printf ("--as %s close", chief);
  g_autofree char *close_all = g_strdup_printf ("--as %s close --to 2026-11-25 --told %s", chief, head);
  g_autoptr (JsonNode) routes = NULL, after = NULL, change = NULL, calls = NULL, orders = NULL, next = NULL, log = NULL;
  g_autofree char *lock = NULL;
  const char *first;
  JsonObject *carried;

  rang_test_office_must (office, 0, handover);
  rang_test_office_must (office, 1, off);
  rang_test_office_must (office, 0, accept);
  routes = rang_test_office_json (office, "routes");
  first = json_object_get_string_member (
      json_array_get_object_element (
          json_object_get_array_member (json_array_get_object_element (json_node_get_array (routes), 1), "stops"), 0),
      "order");
  lock = g_strdup_printf ("--as %s lock %s 2", chief, first);
  rang_test_office_must (office, 0, lock);
  rang_test_office_must (office, 1, wrong);
  change = rang_test_office_json (office, off);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (change), "plan"), ==, 2);
  after = rang_test_office_json (office, "routes");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (after)), ==,
                    json_array_get_length (json_node_get_array (routes)) - 1);
  calls = rang_test_office_json (office, "calls");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (calls)), >, 0);
  rang_test_office_must (office, 1, close);
  rang_test_office_must (office, 0, close_all);
  orders = rang_test_office_json (office, "orders");
  carried = rang_test_rows_find (orders, "order", first);
  g_assert_nonnull (carried);
  g_assert_cmpstr (json_object_get_string_member (carried, "state"), ==, "carried-over");
  next = rang_test_office_json (office, "--day 2026-11-25 orders");
  g_assert_cmpstr (json_object_get_string_member (rang_test_rows_find (next, "order", first), "state"), ==, "entered");
  log = rang_test_office_json (office, "log");
  g_assert_nonnull (rang_test_rows_find (log, "what", "close"));
  g_assert_nonnull (rang_test_rows_find (log, "what", "carry-over"));
  rang_test_office_must (office, 0, "log --verify");
  rang_test_office_must (office, 0, "check");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/the_log_refuses_to_be_changed_through_its_table",
                   test_the_log_refuses_to_be_changed_through_its_table);
  g_test_add_func ("/rangctl/a_change_of_any_column_of_the_log_is_found_and_its_entry_named",
                   test_a_change_of_any_column_of_the_log_is_found_and_its_entry_named);
  g_test_add_func ("/rangctl/a_cut_tail_of_the_log_is_found", test_a_cut_tail_of_the_log_is_found);
  g_test_add_func ("/rangctl/the_day_is_handed_over_accepted_and_printed",
                   test_the_day_is_handed_over_accepted_and_printed);
  g_test_add_func ("/rangctl/a_dry_hand_over_shows_what_is_listed_and_signs_nothing",
                   test_a_dry_hand_over_shows_what_is_listed_and_signs_nothing);
  g_test_add_func ("/rangctl/a_reprint_of_the_same_version_has_the_same_bytes",
                   test_a_reprint_of_the_same_version_has_the_same_bytes);
  g_test_add_func ("/rangctl/the_chief_locks_takes_a_van_off_and_closes_the_day",
                   test_the_chief_locks_takes_a_van_off_and_closes_the_day);
  g_test_add_func ("/rangctl/an_unknown_person_may_read_but_not_change_and_the_attempt_is_logged",
                   test_an_unknown_person_may_read_but_not_change_and_the_attempt_is_logged);
  g_test_add_func ("/rangctl/the_delivery_chief_cannot_rank", test_the_delivery_chief_cannot_rank);
  g_test_add_func ("/rangctl/wrong_usage_ends_with_2_and_an_unusable_store_with_4",
                   test_wrong_usage_ends_with_2_and_an_unusable_store_with_4);
  g_test_add_func ("/rangctl/options_stand_before_or_after_the_command",
                   test_options_stand_before_or_after_the_command);
  g_test_add_func ("/rangctl/a_second_init_is_refused_and_harms_nothing",
                   test_a_second_init_is_refused_and_harms_nothing);
  return g_test_run ();
}
