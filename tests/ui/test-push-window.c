/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for persuasion in the window: what a push costs and whom, what became of it where its head looks, who stands in
 * for whom, and a board that is returned with a remark. */
#include "ui/rang-test-office.h"

#include <string.h>

#define key rang_test_office_key

static void
wait_for (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (window, role, pattern, WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

static void
click (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_click (window, role, pattern))
    g_error ("no “%s” to click at", pattern);
}

/* The highest of the department's orders that is late; it is pushed by its head. */
static char *
push_late_order (RangTestOffice *office, const char *head, const char *department)
{
  g_autoptr (RangTestResult) board = rang_test_rangctl (office->store, "board", "--format", "csv", NULL);
  g_auto (GStrv) rows = g_strsplit (board->out, "\n", -1);

  for (gsize i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (g_strv_length (cells) > 6 && g_str_equal (cells[3], department) && g_str_equal (cells[6], "late"))
        {
          g_autoptr (RangTestResult) pushed
              = rang_test_rangctl (office->store, "--as", head, "push", cells[1], "--reason", "contract", NULL);

          g_assert_cmpint (pushed->status, ==, 0);
          return g_strdup (cells[1]);
        }
    }
  g_assert_not_reached ();
}

static void
test_a_push_names_whom_it_costs_and_once_granted_its_order_is_in_view (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *order = push_late_order (office, "Mihaela Dobre", "Clients");
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *button = g_strdup_printf ("%s  *", order);
  g_autofree char *granted = g_strdup_printf ("Granted: %s stands at *", order);
  g_autofree char *row = g_strdup_printf ("Place *, order %s, *", order);
  int x, y;

  wait_for (window, "label", "1 waits");
  click (window, "push button", button);
  wait_for (window, "label", "Gains: *Costs: *SRL (*): *|Gains: *Costs: *SA (*): *");
  click (window, "push button", "Grant");
  wait_for (window, NULL, granted);
  wait_for (window, "list item", row);
  g_assert_true (rang_test_window_find_place (window, "list item", row, &x, &y));
  g_assert_cmpint (y, <, 960);
}

static void
test_a_head_reads_in_the_own_list_what_became_of_a_push (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *order = push_late_order (office, "Radu Stan", "Active Sales");
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Radu Stan", "list item", "Place 1, *");
  g_autofree char *waits = g_strdup_printf ("*order %s, *push to * waits*", order);
  g_autofree char *refused = g_strdup_printf ("*order %s, *push refused*", order);
  g_autoptr (RangTestResult) said = NULL;

  wait_for (window, "list item", waits);
  said = rang_test_rangctl (office->store, "refuse", "1", "--note", "Signed already", NULL);
  g_assert_cmpint (said->status, ==, 0);
  wait_for (window, "list item", refused);
  click (window, "list item", refused);
  wait_for (window, "label", "Radu Stan · * → * · Contract*. Refused by Ioana Pop: Signed already");
}

static void
test_a_deputy_is_named_with_the_one_who_is_away (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestResult) named = rang_test_rangctl (
      office->store, "people", "deputy", "Oana Bârsan", "--for", "Mihaela Dobre", "--role", "department-head/Clients",
      "--from", "2026-11-24", "--to", "2026-11-24", NULL);
  g_autoptr (RangTestResult) refused = NULL;
  g_autoptr (RangTestWindow) window = NULL;

  g_assert_cmpint (named->status, ==, 0);
  window = rang_test_office_open (office, "Oana Bârsan", "list item", "Place 1, *");
  wait_for (window, NULL, "Who acts: Oana B*rsan for Mihaela Dobre");
  refused = rang_test_rangctl (office->store, "--as", "Mihaela Dobre", "submit", "Clients", NULL);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "while Oana Bârsan is the deputy"));
  g_clear_pointer (&refused, rang_test_result_free);
  refused = rang_test_rangctl (office->store, "--as", "Radu Stan", "submit", "Clients", NULL);
  g_assert_cmpint (refused->status, ==, 1);
  g_assert_nonnull (strstr (refused->err, "only for the own department"));
}

static void
test_a_board_is_returned_with_a_remark_alone (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  window = rang_test_office_open (office, "Dan Mureșan", "push button", "Accept");
  click (window, "push button", "Return…");
  wait_for (window, "text", "Remark");
  /* A blank one is none: Enter answers nothing and the question stays. */
  rang_test_pointer_type (rang_test_window_get_pointer (window), " ");
  key (window, "Return");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "Van 3 is out until ten");
  wait_for (window, "text", "Remark");
  key (window, "Return");
  wait_for (window, "label", "Not signed: *");
  rang_test_office_assert_said (office, "log", "Dan Mureșan,return,.*Van 3 is out until ten");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/push-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                       \
              rang_test_office_tear_down)
  ADD (a_push_names_whom_it_costs_and_once_granted_its_order_is_in_view);
  ADD (a_head_reads_in_the_own_list_what_became_of_a_push);
  ADD (a_deputy_is_named_with_the_one_who_is_away);
  ADD (a_board_is_returned_with_a_remark_alone);
  return g_test_run ();
}
