/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board as a person meets it: dragged with the mouse, moved with keys, seen through the accessibility
 * tree, and checked with the command line. */
#include "ui/rang-test-office.h"

#include <string.h>

/* "Place 20, Tâmpa Hotel SRL, order 5718, promised …" → 5718 */
static char *
order_at (RangTestWindow *window, guint place)
{
  g_autofree char *pattern = g_strdup_printf ("Place %u, *", place);
  g_autofree char *name = rang_test_window_find_name (window, "list item", pattern);
  const char *order;

  g_assert_nonnull (name);
  order = strstr (name, ", order ");
  g_assert_nonnull (order);
  return g_strndup (order + strlen (", order "), strspn (order + strlen (", order "), "0123456789"));
}

static gboolean
wait_for_order (RangTestWindow *window, guint place, const char *order)
{
  g_autofree char *pattern = g_strdup_printf ("Place %u, *, order %s, *", place, order);

  return rang_test_window_wait_for (window, "list item", pattern, WAIT_MS);
}

static void
test_a_row_dragged_from_place_20_to_place_3_lands_there_and_a_digit_says_why (RangTestOffice *office,
                                                                              gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = order_at (window, 20);
  g_autofree char *moved = g_strdup_printf ("%s moved 20 → 3", order);
  g_autofree char *on_board = g_strdup_printf ("^3,%s,", order);
  g_autofree char *in_log = g_strdup_printf ("Ioana Pop.*move.*%s", order);

  g_assert_true (rang_test_window_carry (window, "list item", "Place 20, *", "list item", "Place 3, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 3", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "Costs", WAIT_MS));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (wait_for_order (window, 3, order));
  g_assert_true (rang_test_window_wait_for (window, NULL, moved, WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Client at risk", WAIT_MS));
  rang_test_office_assert_said (office, "board", on_board);
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (window), "1"));
  g_assert_true (
      rang_test_window_wait_for (window, "list item", "Place 3, *moved by Ioana Pop · Client at risk*", WAIT_MS));
  rang_test_office_assert_said (office, "log", in_log);
  rang_test_office_assert_said (office, "log", "reason.*client-at-risk");
}

static void
test_keys_move_an_order_and_take_the_move_back (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  g_autofree char *order = order_at (window, 10);

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  g_assert_true (rang_test_pointer_key (pointer, "alt+Up"));
  g_assert_true (wait_for_order (window, 9, order));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 9, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+z"));
  g_assert_true (wait_for_order (window, 10, order));
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Place 10, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+shift+z"));
  g_assert_true (wait_for_order (window, 9, order));
  g_assert_true (rang_test_pointer_key (pointer, "alt+Home"));
  g_assert_true (wait_for_order (window, 1, order));
}

static void
test_space_lifts_arrows_carry_escape_writes_nothing_and_space_drops (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  g_autofree char *order = order_at (window, 12);

  g_assert_true (rang_test_window_click (window, "list item", "Place 12, *"));
  g_assert_true (rang_test_pointer_key (pointer, "space"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 12", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "Up"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 11", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "Escape"));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "If dropped at 11", WAIT_MS));
  g_assert_true (wait_for_order (window, 12, order));
  rang_test_office_assert_said (office, "log", "^1,");
  g_assert_true (rang_test_pointer_key (pointer, "space"));
  g_assert_true (rang_test_pointer_key (pointer, "Up"));
  g_assert_true (rang_test_pointer_key (pointer, "Up"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 10", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "space"));
  g_assert_true (wait_for_order (window, 10, order));
}

static void
test_a_place_is_asked_for_and_taken_as_a_number (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  g_autofree char *order = order_at (window, 15);

  g_assert_true (rang_test_window_click (window, "list item", "Place 15, *"));
  g_assert_true (rang_test_pointer_key (pointer, "ctrl+m"));
  g_assert_true (rang_test_window_wait_for (window, "text", "Place, 1 to *", WAIT_MS));
  rang_test_pointer_type (pointer, "4");
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 4", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "Return"));
  g_assert_true (wait_for_order (window, 4, order));
}

static void
test_escape_leaves_the_reason_pending (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  RangTestPointer *pointer = rang_test_window_get_pointer (window);

  g_assert_true (rang_test_window_click (window, "list item", "Place 8, *"));
  g_assert_true (rang_test_pointer_key (pointer, "alt+Down"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 9, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Why?", WAIT_MS));
  g_assert_true (rang_test_pointer_key (pointer, "Escape"));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Why?", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 9, *reason pending*", WAIT_MS));
}

static void
test_two_windows_and_the_command_line_see_each_other (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) first = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autoptr (RangTestWindow) second = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = order_at (first, 30);
  g_autofree char *other = order_at (first, 25);
  g_autoptr (RangTestResult) result = NULL;

  result = rang_test_rangctl (office->store, "move", order, "5", "--reason", "route", NULL);
  rang_test_assert_status (result, 0);
  g_assert_true (wait_for_order (first, 5, order));
  g_assert_true (wait_for_order (second, 5, order));
  g_assert_true (rang_test_window_click (second, "list item", "Place 7, *"));
  g_assert_true (rang_test_pointer_key (rang_test_window_get_pointer (second), "alt+Home"));
  g_assert_true (wait_for_order (first, 6, order));
  g_assert_true (wait_for_order (first, 26, other));
}

/* Not read as markup: an address has signs that would spoil that. */
static void
test_what_is_wrong_is_said_whole_whatever_its_signs (RangTestOffice *office, gconstpointer data)
{
  const char *const argv[]
      = { g_getenv ("RANG_WINDOW"), "--store", "postgresql://rang@/office?host=/nowhere&port=1", NULL };
  g_autoptr (RangTestWindow) window = rang_test_window_start (argv);

  g_assert_true (rang_test_window_wait_for (window, NULL, "*host=/nowhere&port=1*", WAIT_MS));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/board-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (a_row_dragged_from_place_20_to_place_3_lands_there_and_a_digit_says_why);
  ADD (keys_move_an_order_and_take_the_move_back);
  ADD (space_lifts_arrows_carry_escape_writes_nothing_and_space_drops);
  ADD (a_place_is_asked_for_and_taken_as_a_number);
  ADD (escape_leaves_the_reason_pending);
  ADD (two_windows_and_the_command_line_see_each_other);
  ADD (what_is_wrong_is_said_whole_whatever_its_signs);
  return g_test_run ();
}
