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

static void
test_who_may_not_change_rules_can_read_them (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", NULL, "Van 1, *");

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
  ADD (what_was_done_by_hand_again_and_again_is_offered_and_tested);
  ADD (who_may_not_change_rules_can_read_them);
  return g_test_run ();
}
