/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the insight page in the window: by mouse and by key, and the same answers as rangctl gives. */
#include "ui/rang-test-office.h"

static void
test_a_click_on_the_tab_shows_the_three_answers (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, NULL, "Insight"));
  g_assert_true (rang_test_window_wait_for (window, "label", "1  Do departments compete*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "Yes: * promises won, * broken", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "One person for each order, always", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Promises kept, by the client*; Largest fifth: *", WAIT_MS));
}

static void
test_a_shorter_period_is_chosen_by_key (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_pointer_key (pointer, "alt+7"));
  g_assert_true (rang_test_window_wait_for (window, "label", "60 working days, *", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+minus"));
  g_assert_true (rang_test_window_wait_for (window, "label", "20 working days, *", WAIT_MS));
  /* In these days almost nothing was pushed any more, and the page says that this is too little to go by. */
  g_assert_true (rang_test_window_wait_for (window, "label", "Too few to say: *", WAIT_MS));
}

static void
test_the_page_can_be_printed_and_saved (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, NULL, "Insight"));
  g_assert_true (rang_test_window_wait_for (window, "label", "60 working days, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Export…"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Save as SVG…", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Print…", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/insight-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                    \
              rang_test_office_tear_down)
  ADD (a_click_on_the_tab_shows_the_three_answers);
  ADD (a_shorter_period_is_chosen_by_key);
  ADD (the_page_can_be_printed_and_saved);
  return g_test_run ();
}
