/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a whole day in the window, from the import to the closing: once by keyboard alone, once by
 * pointer alone; and for what a manager reads who is asked where an order is. */
#include "lib/rang-test-wait.h"
#include "ui/rang-test-office.h"

#include <glib/gstdio.h>
#include <string.h>

#define key rang_test_office_key
#define FILE_NAME "aaa-orders.csv"

/* An order of a client that the office knows, in a file that the file chooser shows first. */
static char *
write_file (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_home_dir (), FILE_NAME, NULL);

  g_file_set_contents (path,
                       "order,client,street,city,order_date,requested_to,importance,department,value\n"
                       "DAY-1,Ardeal Consult SRL,Str. Lungă 1,Brașov,2026-11-23,2026-11-24,normal,Clients,450\n",
                       -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
wait_for (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (window, role, pattern, 2 * WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

/* Goes to a control with Tab and presses it. */
static void
press (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_tab_to (window, "Tab", role, pattern))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("Tab never came to “%s”:\n%s", pattern, tree);
    }
  key (window, "space");
}

static void
click (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_click (window, role, pattern))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” to click at:\n%s", pattern, tree);
    }
}

/* --- by keyboard alone --- */

static void
import_by_key (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Mihaela Dobre", "list item", "Place 1, *");
  g_autofree char *path = write_file ();

  key (window, "ctrl+o");
  wait_for (window, NULL, "Open|_Open|Import|_Import");
  key (window, "ctrl+l");
  rang_test_pointer_type (rang_test_window_get_pointer (window), path);
  key (window, "Return");
  wait_for (window, NULL, "What became of the import|1 order taken*");
  rang_test_office_assert_said (office, "orders", "DAY-1,Ardeal Consult SRL,.*,entered,");
  key (window, "Escape");
  press (window, "push button", "Submit");
  wait_for (window, NULL, "Submitted: *");
  rang_test_office_assert_said (office, "orders", "DAY-1,Ardeal Consult SRL,.*,submitted,");
  g_unlink (path);
}

static void
rank_and_sign_by_key (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = rang_test_office_dup_order (window, 3);

  g_assert_true (rang_test_window_tab_to (window, "Down", "list item", "Place 3, *"));
  key (window, "alt+Up");
  g_assert_true (rang_test_office_wait_for_order (window, 2, order));
  wait_for (window, NULL, "Why?");
  key (window, "1");
  wait_for (window, "list item", "Place 2, *moved by Ioana Pop · Client at risk*");
  press (window, "push button", "Hand over…");
  wait_for (window, NULL, "Listed in the version");
  press (window, "push button", "Sign");
  wait_for (window, NULL, "Version 1, signed by Ioana Pop *waits*");
}

static void
deliver_and_close_by_key (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window
      = rang_test_office_open (office, "Dan Mureșan", NULL, "Version 1, signed by Ioana Pop *waits*");

  press (window, "push button", "Accept");
  wait_for (window, "label", "Version 1, *accepted by Dan Mureșan at *");
  key (window, "alt+4");
  wait_for (window, "table row", "Stop 1, *");
  g_assert_true (rang_test_window_tab_to (window, "Tab", "table row", "Stop 1, *"));
  key (window, "d");
  wait_for (window, "table row", "Stop 1, *✓ delivered *");
  press (window, "push button", "Close the day…");
  wait_for (window, "label", "1 delivered, 0 in part, 0 failed, * open of *");
  press (window, "push button", "*Close the day");
  wait_for (window, "push button", "Closed");
}

static void
test_a_whole_day_by_keyboard_alone (RangTestOffice *office, gconstpointer data)
{
  import_by_key (office);
  rank_and_sign_by_key (office);
  deliver_and_close_by_key (office);
  rang_test_office_assert_said (office, "log", "Dan Mureșan,close");
}

/* --- by pointer alone --- */

static gboolean
is_popup_open (gpointer data)
{
  int x, y;

  return rang_test_pointer_popup (data, &x, &y);
}

/* The tree has the entries of a menu relative to its own surface: where that is, the display knows. */
static void
choose_in_menu (RangTestWindow *window, const char *button, const char *entry)
{
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  int menu_x, menu_y, entry_x, entry_y, x, y;

  click (window, "push button", button);
  g_assert_true (rang_test_wait_until (is_popup_open, pointer, WAIT_MS));
  wait_for (window, "menu item", entry);
  g_assert_true (rang_test_window_find_place (window, "menu", "GtkPopoverMenu", &menu_x, &menu_y));
  g_assert_true (rang_test_window_find_place (window, "menu item", entry, &entry_x, &entry_y));
  g_assert_true (rang_test_pointer_popup (pointer, &x, &y));
  rang_test_pointer_click (pointer, x + entry_x - menu_x, y + entry_y - menu_y, 1);
}

/* The files of the chooser are in no tree: the first stands below the heading. Until the folder has been read there is
 * none to click at, so that it may take more than one attempt. */
static void
choose_first_file (RangTestWindow *window)
{
  const int row = 26;
  gboolean chosen = FALSE;
  int x, y;

  wait_for (window, "label", "Recent");
  click (window, "label", "Home");
  for (int attempt = 0; attempt < 10 && !chosen; attempt++)
    {
      g_assert_true (rang_test_window_find_place (window, "label", "Name", &x, &y));
      rang_test_pointer_click (rang_test_window_get_pointer (window), x, y + row, 1);
      click (window, "label", "Open");
      chosen = rang_test_window_wait_gone (window, "label", "Recent", 2000);
    }
  g_assert_true (chosen);
}

/* Each window has a button “Close”: that of a dialog stands at the end of the line of its title. */
static void
close_by_pointer (RangTestWindow *window, const char *title, int width)
{
  int x, y;

  g_assert_true (rang_test_window_find_place (window, "label", title, &x, &y));
  rang_test_pointer_click (rang_test_window_get_pointer (window), x + width / 2 - 23, y, 1);
  g_assert_true (rang_test_window_wait_gone (window, "label", title, WAIT_MS));
}

static void
import_by_pointer (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Mihaela Dobre", "list item", "Place 1, *");
  g_autofree char *path = write_file ();

  choose_in_menu (window, "Main menu", "Import…");
  choose_first_file (window);
  wait_for (window, NULL, "What became of the import|1 order taken*");
  rang_test_office_assert_said (office, "orders", "DAY-1,Ardeal Consult SRL,.*,entered,");
  g_unlink (path);
  close_by_pointer (window, "What became of the import", 600);
  click (window, "push button", "Submit");
  wait_for (window, NULL, "Submitted: *");
  rang_test_office_assert_said (office, "orders", "DAY-1,Ardeal Consult SRL,.*,submitted,");
}

static void
rank_and_sign_by_pointer (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = rang_test_office_dup_order (window, 9);

  g_assert_true (rang_test_window_carry (window, "list item", "Place 9, *", "list item", "Place 4, *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (rang_test_office_wait_for_order (window, 4, order));
  click (window, "push button", "Client at risk");
  wait_for (window, "list item", "Place 4, *moved by Ioana Pop · Client at risk*");
  click (window, "push button", "Hand over…");
  wait_for (window, NULL, "Listed in the version");
  click (window, "push button", "Sign");
  wait_for (window, NULL, "Version 1, signed by Ioana Pop *waits*");
}

static void
deliver_and_close_by_pointer (RangTestOffice *office)
{
  g_autoptr (RangTestWindow) window
      = rang_test_office_open (office, "Dan Mureșan", NULL, "Version 1, signed by Ioana Pop *waits*");

  click (window, "push button", "Accept");
  wait_for (window, "label", "Version 1, *accepted by Dan Mureșan at *");
  click (window, NULL, "Deliveries*");
  click (window, "table row", "Stop 1, *");
  click (window, "push button", "Delivered");
  wait_for (window, "table row", "Stop 1, *✓ delivered *");
  click (window, "push button", "Close the day…");
  wait_for (window, "label", "1 delivered, 0 in part, 0 failed, * open of *");
  click (window, "label", "Close the day");
  wait_for (window, "push button", "Closed");
}

static void
test_a_whole_day_by_pointer_alone (RangTestOffice *office, gconstpointer data)
{
  import_by_pointer (office);
  rank_and_sign_by_pointer (office);
  deliver_and_close_by_pointer (office);
  rang_test_office_assert_said (office, "log", "Dan Mureșan,close");
}

/* --- where is my order --- */

static void
test_a_manager_reads_where_an_order_is (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *order = NULL, *said = NULL;

  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  order = rang_test_office_dup_order (window, 1);
  rang_test_office_run (office, "Dan Mureșan", "deliver", order);
  key (window, "ctrl+f");
  wait_for (window, NULL, "All clients");
  rang_test_pointer_type (rang_test_window_get_pointer (window), order);
  click (window, "list item", "Place 1, *");
  /* What became of it, when, by which van, and everything that was done to it. */
  wait_for (window, "label", "delivered*");
  wait_for (window, "label", "*Van *");
  said = g_strdup_printf ("*%s*", order);
  wait_for (window, NULL, said);
  wait_for (window, "label", "*Dan Mureșan*");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/whole-day/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                         \
              rang_test_office_tear_down)
  ADD (a_whole_day_by_keyboard_alone);
  ADD (a_whole_day_by_pointer_alone);
  ADD (a_manager_reads_where_an_order_is);
  return g_test_run ();
}
