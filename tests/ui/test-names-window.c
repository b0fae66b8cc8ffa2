/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a screen reader says: on no page, in no dialog, menu or popover is there a control without a name.
 */
#include "lib/rang-test-command.h"
#include "ui/rang-test-office.h"

static void
test_no_control_on_any_page_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  const char *const keys[] = { "alt+1", "alt+2", "alt+4", "alt+5", "alt+6", "alt+7", "alt+8" };
  const char *const signs[]
      = { "Hand over*", "high: *", "Route sheets", "All kinds", "Row 1, *", "*Do departments compete*", "Calls for *" };
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), keys[i]));
      g_assert_true (rang_test_window_wait_for (window, NULL, signs[i], WAIT_MS));
      rang_test_office_assert_named (window, keys[i]);
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
      rang_test_office_assert_named (window, dialogs[i].key);
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
  rang_test_office_assert_named (window, "ctrl+f");
  g_assert_true (rang_test_window_click (window, NULL, "Hand over*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Listed in the version*", WAIT_MS));
  rang_test_office_assert_named (window, "Hand over");
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
      rang_test_office_assert_named (window, "main menu");
      g_assert_true (rang_test_window_tab_to (window, "Down", NULL, dialogs[i].entry));
      g_assert_true (rang_test_pointer_key (pointer, "Return"));
      g_assert_true (rang_test_window_wait_for (window, NULL, dialogs[i].sign, WAIT_MS));
      rang_test_office_assert_named (window, dialogs[i].entry);
      g_assert_true (rang_test_pointer_key (pointer, "Escape"));
      g_assert_true (rang_test_window_wait_gone (window, NULL, dialogs[i].sign, WAIT_MS));
    }
  g_assert_true (rang_test_window_click (window, NULL, "Choose the day"));
  g_assert_true (rang_test_window_wait_for (window, "push button", "Today", WAIT_MS));
  rang_test_office_assert_named (window, "calendar");
}

static void
test_no_control_of_a_push_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Mihaela Dobre", "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, "list item", "Place 21, *"));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "ctrl+u"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Place asked for", WAIT_MS));
  rang_test_office_assert_named (window, "push");
}

/* A push as rangctl writes it, and what the head of sales opens to grant or to refuse it. */
static void
test_no_control_of_an_answer_to_a_push_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestResult) pushed = rang_test_rangctl (office->store, "--as", "Mihaela Dobre", "push", "5598", "--to",
                                                         "3", "--reason", "client-asked", "--note", "They asked", NULL);
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_assert_status (pushed, 0);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  rang_test_office_key (window, "alt+5");
  g_assert_true (rang_test_window_wait_for (window, NULL, "All kinds", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "5598*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "What granting it would change", WAIT_MS));
  rang_test_office_assert_named (window, "Decide a push");
}

/* What opens out of the board: by key, with the second button, out of the head. */
static void
test_no_control_of_what_opens_out_of_the_board_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 9, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  int x, y;

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  rang_test_office_key (window, "ctrl+m");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Place, 1 to *", WAIT_MS));
  rang_test_office_assert_named (window, "ctrl+m");
  rang_test_office_key (window, "Escape");
  g_assert_true (rang_test_window_find_place (window, "list item", "Place 9, *", &x, &y));
  rang_test_pointer_click (pointer, x, y, 3);
  g_assert_true (rang_test_window_wait_for (window, "menu item", "*", WAIT_MS));
  rang_test_office_assert_named (window, "menu of a row");
  rang_test_office_key (window, "Escape");
  g_assert_true (rang_test_window_click (window, NULL, "The acting person*|Ioana Pop"));
  rang_test_office_assert_named (window, "person");
}

/* The same of the deliveries, the calls, the conflicts and the analysis, on a day that is under way. */
static void
test_no_control_of_what_opens_out_of_the_other_pages_is_without_a_name (RangTestOffice *office, gconstpointer data)
{
  const struct
  {
    const char *page;
    const char *opens;
    const char *sign;
  } popovers[] = { { "alt+4", "Van 1, *", "The Van Itself*" },
                   { NULL, "Route sheets", "menu item" },
                   { NULL, "At…", "Record" },
                   { NULL, "Not delivered", "menu item" },
                   { NULL, "Move to…", "menu item" },
                   { "alt+8", "Record a call…", "Record" },
                   { "alt+5", "All kinds", "All kinds" },
                   { "alt+7", "Export…", "menu item" } };
  g_autoptr (RangTestWindow) window = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  window = rang_test_office_open (office, "Dan Mureșan", NULL, "* of * delivered");
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    {
      gboolean menu = g_str_equal (popovers[i].sign, "menu item");

      if (popovers[i].page != NULL)
        rang_test_office_key (window, popovers[i].page);
      g_assert_true (rang_test_window_click (window, NULL, popovers[i].opens));
      g_assert_true (
          rang_test_window_wait_for (window, menu ? "menu item" : NULL, menu ? "*" : popovers[i].sign, WAIT_MS));
      rang_test_office_assert_named (window, popovers[i].opens);
      rang_test_office_key (window, "Escape");
    }
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/names-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (no_control_on_any_page_is_without_a_name);
  ADD (no_control_of_any_dialog_is_without_a_name);
  ADD (no_control_of_any_smaller_dialog_is_without_a_name);
  ADD (no_control_of_a_push_is_without_a_name);
  ADD (no_control_of_an_answer_to_a_push_is_without_a_name);
  ADD (no_control_of_what_opens_out_of_the_board_is_without_a_name);
  ADD (no_control_of_what_opens_out_of_the_other_pages_is_without_a_name);
  return g_test_run ();
}
