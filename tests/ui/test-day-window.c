/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a day in the window beyond the board: a head's own list, the hand-over, outcomes by key. */
#include "lib/rang-test-command.h"
#include "ui/rang-test-office.h"

#include <string.h>

static void
test_a_head_lands_on_the_own_tab_drags_in_the_own_list_and_submits (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Radu Stan", "list item", "Place 9, *");
  g_autofree char *before = rang_test_window_find_name (window, "list item", "Place 9, *");
  const char *client = strchr (before, ',');
  g_autofree char *after = g_strdup_printf ("Place 4%s", client);

  *strstr (after, ", promised") = '*';
  g_assert_true (rang_test_window_carry (window, "list item", "Place 9, *", "list item", "Place 4, *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (rang_test_window_wait_for (window, "list item", after, WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "*changed since", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Radu Stan.*rank");
  g_assert_true (rang_test_window_click (window, NULL, "Submit"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Submitted: *", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Radu Stan.*submit");
}

static void
test_the_clients_of_a_first_file_are_made_at_once (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *file
      = rang_test_folder_write (office->folder, "first.csv",
                                "order,client,order_date,requested_to,importance,department,value\n"
                                "F-1,Unu Nou SRL,2026-11-23,2026-11-24,normal,Clients,10\n"
                                "F-2,Unu Nou SRL,2026-11-23,2026-11-24,normal,Clients,20\n"
                                "F-3,Doi Nou SRL,2026-11-23,2026-11-24,normal,Clients,30\n");
  g_autoptr (RangTestResult) imported = rang_test_rangctl (office->store, "import", file, NULL);
  guint clients = rang_test_office_count (office, "clients");
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_assert_status (imported, 3);
  window = rang_test_office_open (office, "Mihaela Dobre", "push button", "Make the clients of 3 orders");
  g_assert_true (rang_test_window_click (window, "push button", "Make the clients of 3 orders"));
  g_assert_true (rang_test_window_wait_gone (window, "push button", "Make the clients of 3 orders", WAIT_MS));
  rang_test_office_assert_said (office, "orders", "F-1,Unu Nou SRL,.*,entered,");
  rang_test_office_assert_said (office, "orders", "F-2,Unu Nou SRL,.*,entered,");
  g_assert_cmpuint (rang_test_office_count (office, "clients"), ==, clients + 2);
}

static void
test_the_board_is_signed_in_the_window_and_an_acceptance_shows (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, NULL, "Hand over*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Listed in the version", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Sign"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 1, signed by Ioana Pop *waits*", WAIT_MS));
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 1, *accepted by Dan Mureșan*", WAIT_MS));
}

static void
test_the_delivery_chief_accepts_where_the_window_opens (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  window = rang_test_office_open (office, "Dan Mureșan", NULL, "Version 1, signed by Ioana Pop *waits*");
  g_assert_true (rang_test_window_wait_for (window, "label", "The routes of version 1", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Accept"));
  g_assert_true (rang_test_window_wait_for (window, "label", "Version 1, *accepted by Dan Mureșan at *", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, "push button", "Accept", WAIT_MS));
}

static void
test_the_delivery_chief_lands_on_the_deliveries_and_looks_for_an_order_on_the_board (RangTestOffice *office,
                                                                                     gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", "table row", "Stop 1, *");

  g_assert_true (rang_test_window_wait_for (window, "label", "Not signed: these routes*", WAIT_MS));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "ctrl+f"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  rang_test_pointer_type (rang_test_window_get_pointer (window), "zz");
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Deliveries*"));
  g_assert_true (rang_test_window_wait_for (window, "table row", "Stop 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Board*"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
}

static void
test_a_move_after_the_hand_over_is_an_amendment_with_its_reason (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 1, *", WAIT_MS));
  g_assert_true (rang_test_window_carry (window, "list item", "Place 12, *", "list item", "Place 6, *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Why?", WAIT_MS));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "3"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 2, signed by Ioana Pop *", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*amend.*contract");
}

static void
test_who_may_not_move_orders_carries_nothing_away (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", "table row", "Stop 1, *");
  g_autofree char *name = NULL;

  g_assert_true (rang_test_window_click (window, NULL, "Board*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "The head of sales forms the board*", WAIT_MS));
  name = rang_test_window_find_name (window, "list item", "Place 9, *");
  g_assert_true (rang_test_window_carry (window, "list item", "Place 9, *", "list item", "Place 4, *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_false (rang_test_window_wait_for (window, NULL, "Why?", 1500));
  g_assert_true (rang_test_window_wait_for (window, "list item", name, WAIT_MS));
}

static void
test_the_delivery_chief_records_an_outcome_by_key (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  window = rang_test_office_open (office, "Dan Mureșan", NULL, "* of * delivered");
  g_assert_true (rang_test_window_click (window, "label", "* spare"));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "d"));
  g_assert_true (rang_test_window_wait_for (window, "label", "✓ delivered *", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan.*deliver");
}

static void
test_a_new_order_shows_how_full_the_days_ahead_are (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "ctrl+n"));
  g_assert_true (rang_test_window_wait_for (window, "label", "*day * % · *day * % · *", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/day-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                        \
              rang_test_office_tear_down)
  ADD (a_head_lands_on_the_own_tab_drags_in_the_own_list_and_submits);
  ADD (the_clients_of_a_first_file_are_made_at_once);
  ADD (the_board_is_signed_in_the_window_and_an_acceptance_shows);
  ADD (the_delivery_chief_accepts_where_the_window_opens);
  ADD (the_delivery_chief_lands_on_the_deliveries_and_looks_for_an_order_on_the_board);
  ADD (a_move_after_the_hand_over_is_an_amendment_with_its_reason);
  ADD (who_may_not_move_orders_carries_nothing_away);
  ADD (a_new_order_shows_how_full_the_days_ahead_are);
  ADD (the_delivery_chief_records_an_outcome_by_key);
  return g_test_run ();
}
