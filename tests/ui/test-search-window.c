/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the search for a suggestion as a person sees it: how far it is, stopping it, and what is left then. */
#include "ui/rang-test-office.h"

/* So many steps that there is time to look on; all of them take some seconds. */
#define MANY_STEPS "400000"
/* So many that they are not over before they are stopped. */
#define MORE_STEPS "3000000"
#define LONG_MS 120000

static RangTestWindow *
open_searching (RangTestOffice *office, const char *steps)
{
  g_autofree char *few = g_strdup (g_getenv ("RANG_STEPS"));
  RangTestWindow *window;

  g_setenv ("RANG_STEPS", steps, TRUE);
  window = rang_test_office_open (office, NULL, NULL, "Searching for the suggestion. Best so far: * on time*");
  if (few != NULL)
    g_setenv ("RANG_STEPS", few, TRUE);
  else
    g_unsetenv ("RANG_STEPS");
  return window;
}

static void
test_the_board_is_there_while_it_is_searched_for_and_finished_afterwards (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_searching (office, MANY_STEPS);

  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Searching for the suggestion*", LONG_MS));
  g_assert_true (rang_test_window_wait_gone (window, "push button", "Stop", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Unfinished: *", WAIT_MS));
}

static void
test_stop_leaves_the_best_so_far_unfinished_and_the_search_is_made_anew (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_searching (office, MORE_STEPS);

  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Stop"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Unfinished: the search was stopped*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, "push button", "Stop", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Search Anew"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Searching for the suggestion*", WAIT_MS));
  rang_test_office_key (window, "ctrl+period");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Unfinished: the search was stopped*", WAIT_MS));
}

static void
test_an_unfinished_suggestion_can_be_applied (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_searching (office, MANY_STEPS);

  rang_test_office_key (window, "ctrl+period");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Unfinished: the search was stopped*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Apply"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Suggestion applied: *", LONG_MS));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*apply");
  /* For the states the search is made to its end: keep goes out from a finished one alone. */
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Unfinished: *", LONG_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);
#define ADD(name) \
  g_test_add ("/search/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name, rang_test_office_tear_down)
  ADD (the_board_is_there_while_it_is_searched_for_and_finished_afterwards);
  ADD (stop_leaves_the_best_so_far_unfinished_and_the_search_is_made_anew);
  ADD (an_unfinished_suggestion_can_be_applied);
#undef ADD
  return g_test_run ();
}
