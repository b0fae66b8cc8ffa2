/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rang-test-office.h"
#include "lib/rang-test-window.h"

#include <string.h>

#define WAIT_MS 15000
#define COMMIT_MS 30000

/* Opens the board of the office in a window of the usual size. */
static RangTestWindow *
open_board (RangTestOffice *office)
{
  const char *const argv[] = { g_getenv ("RANG_WINDOW"), "--store", office->store, NULL };
  RangTestWindow *window = rang_test_window_start (argv);

  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1,*", WAIT_MS));
  rang_test_window_place (window, 1600, 1000);
  return window;
}

/* The number of the order at a place, from the words that are spoken for its row. */
static char *
order_of_row (RangTestWindow *window, const char *pattern)
{
  g_autofree char *name = rang_test_window_find_name (window, "list item", pattern);
  const char *number;

  g_assert_nonnull (name);
  number = strstr (name, ", order ");
  g_assert_nonnull (number);
  number += strlen (", order ");
  return g_strndup (number, strcspn (number, ","));
}

static gint64
rank_on_board (RangTestOffice *office, const char *order)
{
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonObject *row
      = rang_test_rows_find (json_object_get_member (json_node_get_object (board), "orders"), "order", order);

  return row != NULL ? json_object_get_int_member (row, "rank") : 0;
}

/* Waits until rangctl, another process, sees it. */
static gboolean
wait_for_board (RangTestOffice *office, const char *order, gint64 rank)
{
  gint64 end = g_get_monotonic_time () + COMMIT_MS * 1000;

  do
    if (rank_on_board (office, order) == rank)
      return TRUE;
  while (g_get_monotonic_time () < end);
  return FALSE;
}

static void
test_keys_pressed_in_quick_succession_are_all_obeyed (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestWindow) window = open_board (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  g_autofree char *order = order_of_row (window, "Place 20,*");

  g_assert_true (rang_test_window_click (window, "list item", "Place 20,*"));
  for (int i = 0; i < 6; i++)
    g_assert_true (rang_test_pointer_key (pointer, "alt+Up"));
  g_assert_true (wait_for_board (office, order, 14));
  g_assert_true (rang_test_pointer_key (pointer, "alt+Down"));
  g_assert_true (rang_test_pointer_key (pointer, "alt+Down"));
  g_assert_true (wait_for_board (office, order, 16));
  rang_test_office_must (office, 0, "log --verify");
}

/* A menu button and a drop-down wrap a button of GTK's own; of the one the button inside carries the name, of the other
 * the drop-down. */
static gboolean
is_inner_part (const char *line, const char *before)
{
  return g_str_has_prefix (line, "push button \"GtkMenuButton\"")
         || (g_str_has_prefix (line, "push button \"GtkToggleButton\"") && g_str_has_prefix (before, "combo box "));
}

static gboolean
is_nameless (const char *line)
{
  return strstr (line, "\"\"") != NULL || strstr (line, "\"Gtk") != NULL || strstr (line, "\"Rang") != NULL;
}

/* Fails the test for each button, list item or choice in the tree that a screen reader could not name. */
static guint
assert_named (RangTestWindow *window)
{
  g_autofree char *dump = rang_test_window_dump (window);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  const char *before = "";
  guint seen = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " ");

      if (g_str_has_prefix (line, "push button ") || g_str_has_prefix (line, "list item ")
          || g_str_has_prefix (line, "combo box "))
        {
          seen++;
          if (is_nameless (line) && !is_inner_part (line, before))
            {
              g_printerr ("without a name: %s\n", line);
              g_test_fail ();
            }
        }
      before = line;
    }
  return seen;
}

static void
test_every_thing_that_is_pressed_or_listed_has_a_name (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestWindow) window = open_board (office);

  g_assert_cmpuint (assert_named (window), >, 40);
}

static void
test_what_is_chosen_in_the_order_form_has_a_name (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestWindow) window = open_board (office);

  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "ctrl+n"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "normal", WAIT_MS));
  assert_named (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/driven/keys_pressed_in_quick_succession_are_all_obeyed",
                   test_keys_pressed_in_quick_succession_are_all_obeyed);
  g_test_add_func ("/driven/every_thing_that_is_pressed_or_listed_has_a_name",
                   test_every_thing_that_is_pressed_or_listed_has_a_name);
  g_test_add_func ("/driven/what_is_chosen_in_the_order_form_has_a_name",
                   test_what_is_chosen_in_the_order_form_has_a_name);
  return g_test_run ();
}
