/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for deputies in the window: wherever one acts or answers it says for whom, and until when. */
#include "ui/rang-test-office.h"

#define PASSWORD "corect cal baterie"

static void
wait_for (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (window, role, pattern, WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

/* Oana Bârsan stands in from that Tuesday to Friday. */
static void
name_deputy (RangTestOffice *office, const char *behalf, const char *role)
{
  g_autoptr (RangTestResult) named
      = rang_test_rangctl (office->store, "people", "deputy", "Oana Bârsan", "--for", behalf, "--role", role, "--from",
                           "2026-11-24", "--to", "2026-11-27", NULL);

  rang_test_assert_status (named, 0);
}

static void
test_a_departments_list_says_who_heads_it_in_whose_place (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  name_deputy (office, "Mihaela Dobre", "department-head/Clients");
  window = rang_test_office_open (office, "Oana Bârsan", "list item", "Place 1, *");
  wait_for (window, "label",
            "*submitted at * by Mihaela Dobre; headed by Oana Bârsan for Mihaela Dobre until 27 Nov 2026");
  g_assert_true (rang_test_window_click (window, "push button", "Submit"));
  wait_for (window, "label",
            "*submitted at * by Oana Bârsan for Mihaela Dobre; headed by Oana Bârsan for Mihaela Dobre until *");
}

static void
test_an_order_says_who_answers_in_whose_place (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  name_deputy (office, "Ioana Pop", "head-of-sales");
  window = rang_test_office_open (office, "Mihaela Dobre", "list item", "Place 1, *");
  wait_for (window, "list item", "Place 1, *Oana Bârsan for Ioana Pop until 27 Nov 2026 answers*");
  g_assert_true (rang_test_window_click (window, "list item", "Place 1, *"));
  wait_for (window, "label", "Oana Bârsan for Ioana Pop until 27 Nov 2026");
}

static void
test_the_hand_over_says_who_signs_in_whose_place (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  name_deputy (office, "Ioana Pop", "head-of-sales");
  window = rang_test_office_open (office, "Oana Bârsan", "list item", "Place 1, *");
  rang_test_office_key (window, "alt+1");
  g_assert_true (rang_test_window_click (window, "push button", "Hand over…"));
  wait_for (window, NULL, "Who answers");
  wait_for (window, NULL, "Oana Bârsan for Ioana Pop until 27 Nov 2026");
  wait_for (window, NULL, "Dan Mureșan");
  g_assert_true (rang_test_window_click (window, "push button", "Sign"));
  wait_for (window, "label", "Version 1, signed by Oana Bârsan for Ioana Pop at *");
}

static void
test_whoever_signs_in_reads_whom_they_stand_in_for (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *command
      = g_strdup_printf ("echo '%s' | '%s' --store '%s' --as 'Oana Bârsan' --password-fd 0 people password", PASSWORD,
                         rang_test_rangctl_path (), office->store);
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_autoptr (RangTestResult) result = NULL;
  g_autoptr (RangTestWindow) window = NULL;

  name_deputy (office, "Ioana Pop", "head-of-sales");
  result = rang_test_command (argv, NULL);
  rang_test_assert_status (result, 0);
  window = rang_test_office_open (office, "Oana Bârsan", NULL, "Password");
  wait_for (window, "label", "Oana Bârsan stands in for Ioana Pop until 27 Nov 2026: head of sales*");
}

/* The dialog goes with its answer, so what cannot be is said before. */
static void
test_a_deputy_is_not_named_for_days_that_cannot_be (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, NULL, "Main menu"));
  wait_for (window, NULL, "People and Rights");
  g_assert_true (rang_test_window_tab_to (window, "Down", NULL, "People and Rights"));
  rang_test_office_key (window, "Return");
  g_assert_true (rang_test_window_click (window, "page tab", "Deputies"));
  g_assert_true (rang_test_window_click (window, "push button", "Name a Deputy…"));
  g_assert_true (rang_test_window_click (window, "text", "Last day"));
  rang_test_office_key (window, "ctrl+a");
  rang_test_pointer_type (pointer, "2026-11-23");
  wait_for (window, "text", "Last day: it is before the first");
  rang_test_office_key (window, "ctrl+a");
  rang_test_pointer_type (pointer, "2026-11-3x");
  wait_for (window, "text", "Last day: give the day as *");
  g_assert_true (rang_test_window_click (window, "push button", "Name"));
  rang_test_office_key (window, "ctrl+a");
  rang_test_pointer_type (pointer, "2026-11-30");
  wait_for (window, "text", "Last day");
  g_assert_true (rang_test_window_click (window, "push button", "Name"));
  wait_for (window, "list item", "Dan Mureșan for Ioana Pop");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/deputy-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                     \
              rang_test_office_tear_down)
  ADD (a_departments_list_says_who_heads_it_in_whose_place);
  ADD (an_order_says_who_answers_in_whose_place);
  ADD (the_hand_over_says_who_signs_in_whose_place);
  ADD (whoever_signs_in_reads_whom_they_stand_in_for);
  ADD (a_deputy_is_not_named_for_days_that_cannot_be);
  return g_test_run ();
}
