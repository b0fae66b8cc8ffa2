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

/* Controls without a name of their own go by the name of their class. */
static void
assert_named (RangTestWindow *window, const char *page)
{
  g_autofree char *tree = rang_test_window_dump (window);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  guint seen = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean inside_combo = i > 0 && strstr (lines[i - 1], "combo box \"") != NULL;

      seen += strstr (lines[i], "button \"") != NULL;
      if (!inside_combo
          && g_regex_match_simple ("(button|entry|text|check box|menu item|list item|table row) \"(|Gtk\\w*|Adw\\w*)\"",
                                   lines[i], 0, 0))
        g_error ("%s: without a name: %s, after %s", page, g_strstrip (lines[i]),
                 i > 0 ? g_strstrip (lines[i - 1]) : "");
    }
  g_assert_cmpuint (seen, >, 10);
}

static void
test_no_control_on_any_page_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  const char *const keys[] = { "alt+1", "alt+2", "alt+4", "alt+5", "alt+6", "alt+7", "alt+8" };
  const char *const signs[] = { "Hand over*", "high: *", "Route sheets", "All kinds", "Row 1, *",
                                "*Do departments compete*", "Calls for *" };
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), keys[i]));
      g_assert_true (rang_test_window_wait_for (window, NULL, signs[i], WAIT_MS));
      assert_named (window, keys[i]);
    }
}

static void
test_no_control_of_any_dialog_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  const struct
  {
    const char *key;
    const char *sign;
  } dialogs[] = { { "F1", "Ctrl+? shows all keys." },
                  { "ctrl+comma", "Legal fields of the route sheets" },
                  { "ctrl+shift+question", "Search" },
                  { "ctrl+n", "New order" } };
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gboolean gone = FALSE;

      g_assert_true (rang_test_pointer_key (pointer, dialogs[i].key));
      g_assert_true (rang_test_window_wait_for (window, NULL, dialogs[i].sign, WAIT_MS));
      assert_named (window, dialogs[i].key);
      /* A new window may show before it has the keyboard. */
      for (guint k = 0; k < 4 && !gone; k++)
        {
          g_assert_true (rang_test_pointer_key (pointer, "Escape"));
          gone = rang_test_window_wait_gone (window, NULL, dialogs[i].sign, WAIT_MS / 4);
        }
      g_assert_true (gone);
    }
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+f"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "All clients", WAIT_MS));
  assert_named (window, "ctrl+f");
  g_assert_true (rang_test_window_click (window, NULL, "Hand over*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Listed in the version*", WAIT_MS));
  assert_named (window, "Hand over");
}

/* What the menus lead to, and what a department asks of the head of sales. */
static void
test_no_control_of_any_smaller_dialog_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  const struct
  {
    const char *entry;
    const char *sign;
  } dialogs[] = { { "People and Rights|_People and Rights", "Deputies" },
                  { "About Rang|About _Rang", "Credits|Details|Legal*" } };
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_assert_true (rang_test_window_click (window, NULL, "Main menu"));
      g_assert_true (rang_test_window_wait_for (window, NULL, dialogs[i].entry, WAIT_MS));
      assert_named (window, "main menu");
      g_assert_true (rang_test_window_tab_to (window, "Down", NULL, dialogs[i].entry));
      g_assert_true (rang_test_pointer_key (pointer, "Return"));
      g_assert_true (rang_test_window_wait_for (window, NULL, dialogs[i].sign, WAIT_MS));
      assert_named (window, dialogs[i].entry);
      g_assert_true (rang_test_pointer_key (pointer, "Escape"));
      g_assert_true (rang_test_window_wait_gone (window, NULL, dialogs[i].sign, WAIT_MS));
    }
  g_assert_true (rang_test_window_click (window, NULL, "Choose the day"));
  g_assert_true (rang_test_window_wait_for (window, "push button", "Today", WAIT_MS));
  assert_named (window, "calendar");
}

static void
test_no_control_of_a_push_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Mihaela Dobre", "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, "list item", "Place 21, *"));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "ctrl+u"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Place asked for", WAIT_MS));
  assert_named (window, "push");
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
  ADD (no_control_on_any_page_is_without_a_name);
  ADD (no_control_of_any_dialog_is_without_a_name);
  ADD (no_control_of_any_smaller_dialog_is_without_a_name);
  ADD (no_control_of_a_push_is_without_a_name);
  ADD (the_delivery_chief_records_an_outcome_by_key);
  return g_test_run ();
}
