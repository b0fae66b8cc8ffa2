/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the tables of the rules as grids: cells entered in words and forms, rows and columns moved, undone. */
#include "ui/rang-test-office.h"

static void
key (RangTestWindow *window, const char *combination)
{
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), combination));
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
test_a_table_is_edited_by_keyboard_alone (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);

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
  g_autoptr (RangTestWindow) window = open_draft (office);

  g_assert_true (rang_test_window_click (window, NULL, "Row 1, Points: *"));
  key (window, "ctrl+a");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "many");
  g_assert_true (rang_test_window_wait_for (window, NULL, "points are a whole number*", WAIT_MS));
  key (window, "Escape");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 1, Points: +18", WAIT_MS));
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
  g_assert_true (
      rang_test_window_wait_for (window, "label", "What the client is worth *rate.?Unit: office currency", WAIT_MS));
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
test_a_day_is_chosen_in_a_calendar (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_draft (office);

  g_assert_true (rang_test_window_click (window, NULL, "Add Column"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Board’s day", WAIT_MS));
  key (window, "Up");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 2, Board’s day: –*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Row 2, Board’s day: –*"));
  g_assert_true (rang_test_window_wait_for (window, "combo box", "How it is compared", WAIT_MS));
  /* “Until the day”; the calendar opens on the month of the day that is written. */
  choose (window, 4, "Day, or the first");
  key (window, "Tab");
  type_over (window, "2026-12-15");
  key (window, "Tab");
  key (window, "space");
  g_assert_true (rang_test_window_wait_for (window, NULL, "GtkCalendar", WAIT_MS));
  g_assert_true (rang_test_window_tab_to (window, "Tab", NULL, "GtkCalendar"));
  /* The keys begin at the first day that shows, Sunday the 29th of November. */
  key (window, "Right");
  key (window, "space");
  g_assert_true (rang_test_window_tab_to (window, "shift+Tab", "text", "Day, or the first"));
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Row 2, Board’s day: ≤ 2026-11-29*", WAIT_MS));
}

/* What the rows say stands whole, and how often they apply beside it: nothing lies past the edge. */
static void
test_reasons_stand_whole_within_the_table (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  int x, y, effect_x, effect_y;

  key (window, "alt+6");
  g_assert_true (rang_test_window_wait_for (window, "label", "Applies today", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "Promises kept", WAIT_MS));
  g_assert_true (rang_test_window_find_place (window, "label", "Applies today", &x, &y));
  g_assert_true (rang_test_window_find_place (window, "label", "Promises kept", &effect_x, &effect_y));
  g_assert_cmpint (x + 40, <, effect_x - 40);
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

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/rules-editor/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (a_table_is_edited_by_keyboard_alone);
  ADD (what_is_wrong_is_said_below_the_cell);
  ADD (numbers_and_ranges_are_entered_without_feel);
  ADD (lists_and_yes_and_no_are_ticked);
  ADD (a_rule_can_hold_for_some_days);
  ADD (a_day_is_chosen_in_a_calendar);
  ADD (reasons_stand_whole_within_the_table);
  ADD (rows_and_columns_are_dragged);
  return g_test_run ();
}
