/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rangctl rules` and `activate`: versions are kept, wrong models change nothing, days gone by keep their rules. */
#include <stdio.h>
#include <string.h>

#include "lib/rang-test-data.h"
#include "rang-test-office.h"

/* The shipped rules with one text put in place of another, beside the office. */
static char *
make_rules (RangTestOffice *office, const char *name, const char *from, const char *to)
{
  g_autofree char *source = rang_test_source_path ("data/rules/default.dmn");
  char *path = rang_test_folder_file (office->folder, name);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, from));
  changed = g_string_new (text);
  g_string_replace (changed, from, to, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  return path;
}

static RangTestResult *
activate (RangTestOffice *office, const char *path, const char *day)
{
  return rang_test_rangctl (office->store, "activate", path, "--from", day, "--note", "First deliveries count", NULL);
}

#define FIRST_DELIVERY "<text>18</text>"

static void
test_a_version_holds_from_its_day_and_the_day_before_explains_itself_as_before (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "more.dmn", FIRST_DELIVERY, "<text>28</text>");
  g_autoptr (JsonNode) past = rang_test_office_json (office, "--day 2026-11-20 board");
  g_autoptr (RangTestResult) result = activate (office, path, "2026-11-25");
  g_autoptr (JsonNode) past_after = NULL, versions = NULL, changes = NULL;
  JsonObject *newest, *shipped;

  rang_test_assert_status (result, 0);
  past_after = rang_test_office_json (office, "--day 2026-11-20 board");
  g_assert_true (json_node_equal (past, past_after));
  versions = rang_test_office_json (office, "rules");
  newest = rang_test_rows_find (versions, "version", "2");
  shipped = rang_test_rows_find (versions, "version", "1");
  g_assert_cmpstr (json_object_get_string_member (newest, "from"), ==, "2026-11-25");
  g_assert_false (json_object_get_boolean_member (newest, "active"));
  g_assert_cmpstr (json_object_get_string_member (newest, "note"), ==, "First deliveries count");
  g_assert_true (json_object_get_boolean_member (shipped, "active"));
  g_assert_cmpstr (json_object_get_string_member (shipped, "to"), ==, "2026-11-24");
  changes = rang_test_office_json (office, "rules --compare 1 2");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (changes)), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (rang_test_rows_find (changes, "change", "cell"), "after"), ==, "28");
}

/* What `explain` says, in words and whole as JSON. */
static char *
explain (RangTestOffice *office, const char *command)
{
  g_autoptr (RangTestResult) words = rang_test_office_run (office, command);
  g_autofree char *json = g_strconcat (command, " --format json", NULL);
  g_autoptr (RangTestResult) document = rang_test_office_run (office, json);

  rang_test_assert_status (words, 0);
  rang_test_assert_status (document, 0);
  return g_strconcat (words->out, document->out, NULL);
}

static void
test_a_signed_board_explains_itself_with_its_own_rules_and_inputs (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "more.dmn", FIRST_DELIVERY, "<text>28</text>");
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  g_autoptr (RangTestResult) lost = NULL, changed = NULL;
  g_autofree char *command = NULL, *version = NULL, *before = NULL, *after = NULL, *numbered = NULL;
  JsonObject *first
      = rang_test_rows_find (json_object_get_member (json_node_get_object (board), "orders"), "rank", "1");

  rang_test_office_must (office, 0, "handover");
  command = g_strconcat ("explain ", json_object_get_string_member (first, "order"), NULL);
  version = g_strconcat (command, " --version 1 --day 2026-11-24", NULL);
  before = explain (office, command);
  if (!g_regex_match_simple ("Class, row \\d+: [^\n]+: [^\n]+\n", before, 0, 0))
    g_error ("no row says what it goes by: %s", before);
  g_assert_nonnull (strstr (before, "By version 1 of the rules, as signed with version 1 of the board."));
  lost = rang_test_rangctl (office->store, "client", json_object_get_string_member (first, "client"), "--event", "lost",
                            NULL);
  rang_test_assert_status (lost, 0);
  changed = activate (office, path, "2026-11-24");
  rang_test_assert_status (changed, 0);
  after = explain (office, command);
  g_assert_cmpstr (before, ==, after);
  numbered = explain (office, version);
  g_assert_cmpstr (before, ==, numbered);
  rang_test_office_must (office, 2, "explain 5641 --version 2");
}

/* The board that is still open has the rules and the clients of now. */
static void
test_an_open_board_explains_itself_with_what_holds_now (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonObject *first
      = rang_test_rows_find (json_object_get_member (json_node_get_object (board), "orders"), "rank", "1");
  g_autoptr (RangTestResult) lost = rang_test_rangctl (
      office->store, "client", json_object_get_string_member (first, "client"), "--event", "lost", NULL);
  g_autofree char *command = g_strconcat ("explain ", json_object_get_string_member (first, "order"), NULL);
  g_autofree char *said = NULL;

  rang_test_assert_status (lost, 0);
  said = explain (office, command);
  g_assert_nonnull (strstr (said, "Client: dormant"));
  g_assert_nonnull (strstr (said, "\"stage\" : \"\\\"dormant\\\"\""));
  g_assert_nonnull (strstr (said, "By version 1 of the rules.\n"));
}

static void
test_what_is_shown_is_what_was_activated (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "more.dmn", FIRST_DELIVERY, "<text>28</text>");
  g_autoptr (RangTestResult) result = activate (office, path, "2026-11-24");
  g_autoptr (RangTestResult) shown = NULL;
  g_autofree char *text = NULL;

  rang_test_assert_status (result, 0);
  shown = rang_test_office_run (office, "rules --show 2");
  rang_test_assert_status (shown, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (shown->out, ==, text);
}

static void
assert_refused (RangTestOffice *office, const char *from, const char *to, int status, const char *said)
{
  g_autofree char *path = make_rules (office, "wrong.dmn", from, to);
  g_autoptr (RangTestResult) result = activate (office, path, "2026-11-24");
  g_autoptr (JsonNode) versions = NULL;

  rang_test_assert_status (result, status);
  if (strstr (result->err, said) == NULL)
    g_error ("“%s” is not said: %s", said, result->err);
  versions = rang_test_office_json (office, "rules");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (versions)), ==, 1);
}

static void
test_wrong_models_are_refused_with_their_place_and_change_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();

  assert_refused (office, FIRST_DELIVERY, "<text>18.5</text>", 4,
                  "table “Client”, row 1: points must be a whole number");
  assert_refused (office, FIRST_DELIVERY, "<text>37/2</text>", 4, "whole number");
  assert_refused (office, FIRST_DELIVERY, "<text>18 +</text>", 4, "wrong.dmn:117: table “Client”, row 1, output 1");
  assert_refused (office, "<decision id=\"decision-client\"",
                  "<inputData id=\"w\" name=\"the weather\"><variable name=\"the weather\"/></inputData>"
                  "<decision id=\"decision-client\"",
                  4, "“the weather” is not one that Rang knows");
  assert_refused (office, "&gt;= 1000000", "&gt;= high(5)", 4, "table “Client”, row 8, column “annual value”");
  assert_refused (office, "&gt;= 1000000", "&gt;= \"much\"", 4,
                  "table “Client”, row 8, column “annual value”: \"much\"");
  assert_refused (office, "<text>\"trial\"</text></inputEntry>", "<text>\"trail\"</text></inputEntry>", 4,
                  "table “Client”, row 1, column “stage”: \"trail\" is nothing that it can be");
  assert_refused (office, FIRST_DELIVERY, "<text>18 * \"x\"</text>", 4, "table “Client”, row 1 gives no number");
  assert_refused (office, "</definitions>", "", 4, "rangctl: wrong.dmn:");
  assert_refused (office, "<text>\"C\"</text>", "<text>\"D\"</text>", 4, "the class must be \"A\", \"B\" or \"C\"");
}

static void
test_the_past_and_what_changes_nothing_are_refused_and_only_the_head_of_sales_may (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "more.dmn", FIRST_DELIVERY, "<text>28</text>");
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autoptr (RangTestResult) past = activate (office, path, "2026-11-23");
  g_autoptr (RangTestResult) same = activate (office, "1", "2026-11-24");
  g_autoptr (RangTestResult) other
      = rang_test_rangctl (office->store, "--as", chief, "activate", path, "--from", "2026-11-24", "--note", "x", NULL);
  g_autoptr (RangTestResult) silent = rang_test_rangctl (office->store, "activate", path, "--from", "2026-11-24", NULL);

  rang_test_assert_status (past, 1);
  g_assert_nonnull (strstr (past->err, "days gone by keep the rules they had"));
  rang_test_assert_status (same, 1);
  rang_test_assert_status (other, 1);
  rang_test_assert_status (silent, 2);
}

static void
test_gaps_and_idle_rows_are_named (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "gap.dmn", "[200000..500000)", "[300000..250000]");
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "rules", "--check", path, NULL);
  g_autoptr (RangTestResult) good = rang_test_office_run (office, "rules --check active");

  rang_test_assert_status (result, 0);
  g_assert_cmpstr (result->out, ==, "Client: row 10 can never give anything\n");
  rang_test_assert_status (good, 0);
  g_assert_true (g_str_has_prefix (good->out, "Every order gets points"));
}

/* What is on time of a group, "before/after of orders". */
static char *
share_of (JsonNode *result, const char *group)
{
  JsonArray *groups = json_object_get_array_member (json_node_get_object (result), "groups");

  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *one = json_array_get_object_element (groups, i);

      if (g_str_equal (json_object_get_string_member (one, "group"), group))
        return g_strdup_printf ("%d/%d of %d", (int)json_object_get_int_member (one, "on_time_before"),
                                (int)json_object_get_int_member (one, "on_time_after"),
                                (int)json_object_get_int_member (one, "orders"));
    }
  return NULL;
}

static void
test_rules_are_set_against_days_gone_by_and_write_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *path = make_rules (office, "flat.dmn", "<text>&gt;= 30</text>", "<text>&gt;= 1</text>");
  g_autofree char *command = g_strdup_printf ("rules --days 5 --test %s", path);
  g_autoptr (JsonNode) same = rang_test_office_json (office, "rules --test active --days 5");
  g_autoptr (JsonNode) flat = rang_test_office_json (office, command);
  JsonObject *figures = json_node_get_object (same), *others = json_node_get_object (flat);
  g_autofree char *all = share_of (same, "all"), *first = share_of (same, "first-delivery");
  g_autofree char *flat_all = share_of (flat, "all");
  int before, after, orders, flat_orders;

  g_assert_cmpint (sscanf (all, "%d/%d of %d", &before, &after, &orders), ==, 3);
  g_assert_cmpint (before, ==, after);
  g_assert_cmpint (orders, >, 100);
  g_assert_cmpint (json_object_get_int_member (figures, "days"), >=, 3);
  g_assert_cmpint (json_object_get_int_member (figures, "unnecessary_before"), ==,
                   json_object_get_int_member (figures, "unnecessary_after"));
  g_assert_cmpint (json_object_get_int_member (figures, "overrides"), ==,
                   json_object_get_int_member (others, "overrides"));
  g_assert_nonnull (first);
  /* Other rules, the same orders. */
  g_assert_cmpint (sscanf (flat_all, "%d/%d of %d", &before, &after, &flat_orders), ==, 3);
  g_assert_cmpint (flat_orders, ==, orders);
  rang_test_office_must (office, 2, "rules --test active --days 0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("RANG_NOW", "2026-11-24T05:30:00Z", TRUE);
#define ADD(name) g_test_add_func ("/rangctl/rules/" #name, test_##name)
  ADD (a_version_holds_from_its_day_and_the_day_before_explains_itself_as_before);
  ADD (a_signed_board_explains_itself_with_its_own_rules_and_inputs);
  ADD (an_open_board_explains_itself_with_what_holds_now);
  ADD (what_is_shown_is_what_was_activated);
  ADD (wrong_models_are_refused_with_their_place_and_change_nothing);
  ADD (the_past_and_what_changes_nothing_are_refused_and_only_the_head_of_sales_may);
  ADD (gaps_and_idle_rows_are_named);
  ADD (rules_are_set_against_days_gone_by_and_write_nothing);
  return g_test_run ();
}
