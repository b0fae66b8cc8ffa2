/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rules in the window: edited, seen to have an effect, activated; the signed board keeps its own. */
#include "lib/rang-test-data.h"
#include "ui/rang-test-office.h"

#include <string.h>

static void
key (RangTestWindow *window, const char *combination)
{
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), combination));
}

static char *
board_of (RangTestOffice *office)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "board", "--format", "json", NULL);

  rang_test_assert_status (result, 0);
  return g_strdup (result->out);
}

static void
test_first_delivery_is_raised_by_ten_and_the_signed_board_explains_itself_as_before (RangTestOffice *office,
                                                                                     gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *before = NULL, *after = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  before = board_of (office);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +18", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Begin a Draft*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The draft against version 1*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 1, Points: +18"));
  key (window, "ctrl+a");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "28");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +28, was +18", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, 1 change", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "1 change against what is active", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Test…"));
  g_assert_true (
      rang_test_window_wait_for (window, NULL, "*orders moved up, * would have stood there anyway*", 3 * WAIT_MS));
  key (window, "Escape");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +28, was +18", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Activate…"));
  g_assert_true (rang_test_window_click (window, NULL, "Note"));
  rang_test_pointer_type (rang_test_window_get_pointer (window), "First deliveries");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 2, from *", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*activate.*First deliveries");
  rang_test_office_assert_said (office, "rules", "2.*yes.*Ioana Pop.*First deliveries");
  after = board_of (office);
  g_assert_cmpstr (before, ==, after);
  key (window, "alt+1");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "list item", "Place 1, *"));
  g_assert_true (
      rang_test_window_wait_for (window, NULL, "By version 1 of the rules, as signed with version 1*", WAIT_MS));
}

static void
test_any_two_versions_are_compared (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *source = rang_test_source_path ("data/rules/default.dmn"), *path = NULL, *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  path = g_strconcat (office->store, ".dmn", NULL);
  changed = g_string_new (text);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RangTestResult) result = NULL;

      g_string_replace (changed, i == 0 ? "<text>18</text>" : "<text>15</text>",
                        i == 0 ? "<text>28</text>" : "<text>16</text>", 1);
      g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
      result = rang_test_rangctl (office->store, "activate", path, "--from", "2026-11-24", "--note", "More", NULL);
      rang_test_assert_status (result, 0);
    }
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "1 change against version 2", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "combo box", "Compared with"));
  key (window, "Down");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "2 changes against version 1", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +28, was +18", WAIT_MS));
}

static void
test_a_table_is_edited_by_keyboard_alone (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Begin a Draft*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Begin a Draft*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 8, Value a year: *"));
  key (window, "Escape");
  key (window, "alt+Down");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 9, Value a year: ≥ 1*", WAIT_MS));
  key (window, "Insert");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 20, Points: *", WAIT_MS));
  /* Out of the new row's editor, whose own Ctrl+Z is about its text. */
  key (window, "Escape");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, 2 changes", WAIT_MS));
  key (window, "ctrl+z");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, 1 change", WAIT_MS));
  key (window, "ctrl+z");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 8, Value a year: ≥ 1*", WAIT_MS));
}

static void
test_what_is_wrong_is_said_below_the_cell (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Begin a Draft*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Begin a Draft*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 1, Points: *"));
  key (window, "ctrl+a");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "many");
  g_assert_true (rang_test_window_wait_for (window, NULL, "points are a whole number*", WAIT_MS));
  key (window, "Escape");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +18", WAIT_MS));
}

static void
test_what_was_done_by_hand_again_and_again_is_offered_and_tested (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Begin a Draft*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Begin a Draft*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Test…"));
  g_assert_true (
      rang_test_window_wait_for (window, NULL, "* orders were moved up with the reason “Penalty”; *", 4 * WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Tested with it: * orders on time, *", 4 * WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Put into the Draft"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, 1 change", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "list item", "Promise, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 14, Penalty: yes", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 14, Reason (en): Penalty: yes", WAIT_MS));
}

static RangTestWindow *
open_draft (RangTestOffice *office)
{
  RangTestWindow *window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Begin a Draft*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Begin a Draft*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, *", WAIT_MS));
  return window;
}

static void
keys (RangTestWindow *window, const char *combination, guint times)
{
  for (guint i = 0; i < times; i++)
    key (window, combination);
}

/* Behind the words and the button that sets them: how it is compared. */
static void
choose (RangTestWindow *window, guint down, const char *end)
{
  keys (window, "Tab", 2);
  key (window, "space");
  g_assert_true (rang_test_window_wait_for (window, "list item", "one of", WAIT_MS));
  keys (window, "Down", down);
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, "text", end, WAIT_MS));
}

static void
type_over (RangTestWindow *window, const char *text)
{
  key (window, "ctrl+a");
  rang_test_pointer_type (rang_test_window_get_pointer (window), text);
}

static void
test_numbers_and_ranges_are_entered_without_feel (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);

  g_assert_true (rang_test_window_click (window, NULL, "Row 8, Value a year: *"));
  g_assert_true (rang_test_window_wait_for (window, "combo box", "How it is compared", WAIT_MS));
  /* “From … to under”: the list opens on its first. */
  choose (window, 7, "Upper end");
  key (window, "Tab");
  type_over (window, "700000");
  key (window, "Tab");
  type_over (window, "900 000");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 8, Value a year: 700?000 … < 900?000, was *", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "*rows 8 and 9 both apply*", WAIT_MS));
  /* What is typed moves the form along. */
  g_assert_true (rang_test_window_click (window, NULL, "Row 8, Value a year: *"));
  type_over (window, "<= 5,000");
  g_assert_true (rang_test_window_wait_for (window, "label", "at most", WAIT_MS));
  type_over (window, "10 - 5");
  g_assert_true (rang_test_window_wait_for (window, NULL, "nothing lies from 10 to 5*", WAIT_MS));
  type_over (window, "5, 10");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 8, Value a year: 5, 10, was *", WAIT_MS));
}

static void
test_lists_and_yes_and_no_are_ticked (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);

  g_assert_true (rang_test_window_click (window, NULL, "Row 1, Client: on trial"));
  g_assert_true (rang_test_window_wait_for (window, "check box", "dormant", WAIT_MS));
  keys (window, "Tab", 4);
  key (window, "space");
  keys (window, "shift+Tab", 4);
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Client: on trial, dormant, was on trial", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 1, First delivery: yes"));
  g_assert_true (rang_test_window_wait_for (window, "check box", "no", WAIT_MS));
  keys (window, "Tab", 3);
  key (window, "space");
  keys (window, "shift+Tab", 2);
  key (window, "space");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, First delivery: no, was yes", WAIT_MS));
}

static void
test_a_rule_can_hold_for_some_days (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);

  g_assert_true (rang_test_window_click (window, NULL, "Add Column"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Board’s day", WAIT_MS));
  key (window, "Up");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Board’s day: –*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 1, Board’s day: –*"));
  g_assert_true (rang_test_window_wait_for (window, "combo box", "How it is compared", WAIT_MS));
  /* “From … to”. */
  choose (window, 6, "Last day");
  key (window, "Tab");
  type_over (window, "2026-11-01");
  keys (window, "Tab", 2);
  type_over (window, "31.12.2026");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Board’s day: 2026-11-01 … 2026-12-31*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 2, Board’s day: –*"));
  type_over (window, "2026-02-30");
  g_assert_true (rang_test_window_wait_for (window, NULL, "*2026-02-30* is no date such as*", WAIT_MS));
  /* “Until the day”. */
  type_over (window, "-");
  choose (window, 4, "Day, or the first");
  key (window, "Tab");
  type_over (window, "2026-12-15");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 2, Board’s day: ≤ 2026-12-15*", WAIT_MS));
}

static void
test_rows_and_columns_are_dragged (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 6, Client: dormant", WAIT_MS));
  g_assert_true (rang_test_window_carry (window, NULL, "Row 6", NULL, "Row 2"));
  rang_test_pointer_drop (pointer);
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 2, Client: dormant*", WAIT_MS));
  g_assert_true (rang_test_window_carry (window, NULL, "Column Lost before", NULL, "Column Client"));
  rang_test_pointer_drop (pointer);
  g_assert_true (rang_test_window_wait_for (window, NULL, "Draft, 1 change", WAIT_MS));
  key (window, "ctrl+z");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 2, Client: dormant*", WAIT_MS));
  key (window, "ctrl+z");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 6, Client: dormant", WAIT_MS));
}

static void
test_who_may_not_change_rules_can_read_them (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", "list item", "Place 1, *");

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, NULL, "The head of sales changes the rules.", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +18", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/rules-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (first_delivery_is_raised_by_ten_and_the_signed_board_explains_itself_as_before);
  ADD (any_two_versions_are_compared);
  ADD (a_table_is_edited_by_keyboard_alone);
  ADD (what_is_wrong_is_said_below_the_cell);
  ADD (what_was_done_by_hand_again_and_again_is_offered_and_tested);
  ADD (numbers_and_ranges_are_entered_without_feel);
  ADD (lists_and_yes_and_no_are_ticked);
  ADD (a_rule_can_hold_for_some_days);
  ADD (rows_and_columns_are_dragged);
  ADD (who_may_not_change_rules_can_read_them);
  return g_test_run ();
}
