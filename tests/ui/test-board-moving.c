/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving orders and what a move costs, with real events: points 1 to 10 of how a board has to feel.
 *
 *    1  one command, several ways     here; order-list/all_ways_ask_for_the_same_move; board-window/a_row_dragged…
 *    2  keys                          here; board-window/keys_move…, space_lifts…, a_place_is_asked_for…
 *    3  several together              here; order-list/the_card_under_the_pointer_says_how_many…; carry/several_keep_together…; office/move/several_orders_move_together…
 *    4  focus follows, view scrolls   here
 *    5  where the drop lands          here; carry/ranks_below_the_gap_are_renumbered
 *    6  filtered                      here; order-list/a_filtered_list_moves_nothing_and_says_so
 *    7  spoken, targets               here; order-list/a_row_says_place…; day-window/no_control_on_any_page…
 *    8  the cost before the drop      here; move-cost/…; bench-board, bench-move
 *    9  the reason after it           here; board-window/a_row_dragged…, escape_leaves_the_reason_pending
 *   10  the log keeps the cost        here
 *
 * Points 11 to 21: test-board-staying.c. */
#include "ui/rang-test-office.h"

#include <stdio.h>
#include <string.h>

#define key rang_test_office_key
#define order_at rang_test_office_dup_order
#define wait_for_order rang_test_office_wait_for_order

static RangTestWindow *
open_board (RangTestOffice *office)
{
  return rang_test_office_open (office, NULL, "list item", "Place 1, *");
}

/* The place under what is carried, by the words beside the list. */
static guint
place_carried_to (RangTestWindow *window)
{
  g_autofree char *name = rang_test_window_find_name (window, NULL, "If dropped at *");
  guint place = 0;

  if (name != NULL)
    sscanf (name, "If dropped at %u", &place);
  return place;
}

static void
test_point_1_the_menu_of_a_row_moves_it (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 12);
  int x, y;

  g_assert_true (rang_test_window_find_place (window, "list item", "Place 12, *", &x, &y));
  rang_test_pointer_click (rang_test_window_get_pointer (window), x, y, 3);
  g_assert_true (rang_test_window_wait_for (window, NULL, "Move to the Top", WAIT_MS));
  for (guint i = 0; i < 2; i++)
    key (window, "Down");
  key (window, "Return");
  g_assert_true (wait_for_order (window, 1, order));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*move");
}

static void
test_point_1_the_buttons_beside_the_list_move_it (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 12);

  g_assert_true (rang_test_window_click (window, "list item", "Place 12, *"));
  g_assert_true (rang_test_window_click (window, "push button", "One place up"));
  g_assert_true (wait_for_order (window, 11, order));
  g_assert_true (rang_test_window_click (window, "push button", "To the top"));
  g_assert_true (wait_for_order (window, 1, order));
}

static void
test_point_2_to_the_bottom_and_above_another_order_by_key (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 10), *goal = order_at (window, 4);
  guint length = rang_test_office_count (office, "board");

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  key (window, "alt+End");
  g_assert_true (wait_for_order (window, length, order));
  key (window, "ctrl+shift+m");
  g_assert_true (rang_test_window_wait_for (window, "text", "Above which order*", WAIT_MS));
  rang_test_pointer_type (rang_test_window_get_pointer (window), goal);
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 4", WAIT_MS));
  key (window, "Return");
  g_assert_true (wait_for_order (window, 4, order));
}

static void
test_point_3_several_are_carried_together_and_stay_selected (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  g_autofree char *first = order_at (window, 5), *second = order_at (window, 8), *third = order_at (window, 11);
  guint place;

  g_assert_true (rang_test_window_click (window, "list item", "Place 5, *"));
  g_assert_true (rang_test_pointer_hold (pointer, "ctrl", TRUE));
  g_assert_true (rang_test_window_click (window, "list item", "Place 8, *"));
  g_assert_true (rang_test_window_click (window, "list item", "Place 11, *"));
  g_assert_true (rang_test_pointer_hold (pointer, "ctrl", FALSE));
  g_assert_true (rang_test_window_carry (window, "list item", "Place 8, *", "list item", "Place 20, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at *", WAIT_MS));
  place = place_carried_to (window);
  g_assert_cmpuint (place, >, 11);
  rang_test_pointer_drop (pointer);
  g_assert_true (rang_test_window_wait_for (window, NULL, "3 orders moved to *", WAIT_MS));
  g_assert_true (wait_for_order (window, place, first));
  g_assert_true (wait_for_order (window, place + 1, second));
  g_assert_true (wait_for_order (window, place + 2, third));
  key (window, "alt+Up");
  g_assert_true (wait_for_order (window, place - 1, first));
  g_assert_true (wait_for_order (window, place + 1, third));
}

static void
test_point_4_the_keys_go_on_from_the_moved_row (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 25), *next = order_at (window, 2);

  g_assert_true (rang_test_window_click (window, "list item", "Place 25, *"));
  key (window, "alt+Home");
  g_assert_true (wait_for_order (window, 1, order));
  key (window, "alt+Down");
  g_assert_true (wait_for_order (window, 2, order));
  key (window, "Down");
  key (window, "alt+Up");
  g_assert_true (wait_for_order (window, 2, next));
}

static void
test_point_4_a_move_within_what_is_in_view_leaves_the_view_where_it_is (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 5);
  int x, y, x_after, y_after;

  g_assert_true (rang_test_window_click (window, "list item", "Place 5, *"));
  g_assert_true (rang_test_window_find_place (window, "list item", "Place 2, *", &x, &y));
  for (guint place = 6; place <= 8; place++)
    {
      key (window, "alt+Down");
      g_assert_true (wait_for_order (window, place, order));
    }
  g_assert_true (rang_test_window_find_place (window, "list item", "Place 2, *", &x_after, &y_after));
  g_assert_cmpint (y_after, ==, y);
}

/* So far below the buttons' middle is the first row's, and so far above the bar's first line the last row's. */
#define FIRST_ROW 58
#define LAST_ROW 50

#define HALF 12

/* Until the middle of the row is at that height, give or take half a row. */
static gboolean
wait_for_row (RangTestWindow *window, const char *row, int height)
{
  int x, y;

  for (guint waited = 0; waited < WAIT_MS; waited += 50)
    {
      if (rang_test_window_find_place (window, "list item", row, &x, &y) && ABS (y - height) < HALF)
        return TRUE;
      g_usleep (50000);
    }
  return FALSE;
}

static void
test_point_4_a_move_beyond_what_is_in_view_takes_the_view_along (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 5), *row = g_strdup_printf ("Place *, order %s, *", order);
  int x, top, bottom;

  g_assert_true (rang_test_window_find_place (window, NULL, "Compare with suggestion", &x, &top));
  g_assert_true (rang_test_window_click (window, "list item", "Place 5, *"));
  key (window, "alt+End");
  g_assert_true (wait_for_order (window, 120, order));
  g_assert_true (rang_test_window_find_place (window, NULL, "Put back", &x, &bottom));
  g_assert_true (wait_for_row (window, row, bottom - LAST_ROW));
  key (window, "alt+Home");
  g_assert_true (wait_for_order (window, 1, order));
  g_assert_true (wait_for_row (window, row, top + FIRST_ROW));
}

/* The list ends where the bar below it begins, some way above the bar's first line; a list scrolls by itself while
 * something is held within 15 pixels of its edge. */
#define ABOVE_THE_BAR 30

static void
test_point_4_the_list_scrolls_by_itself_near_its_edge (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  int bar_x, bar_y, x, y, top_x, top_y;
  guint place = 0;

  g_assert_true (rang_test_window_find_place (window, "label", "Drag an order by its handle*", &bar_x, &bar_y));
  g_assert_true (rang_test_window_find_place (window, "list item", "Place 3, *", &x, &y));
  g_assert_true (rang_test_window_find_place (window, NULL, "Compare with suggestion", &top_x, &top_y));
  rang_test_pointer_carry (pointer, x, y, x, bar_y - ABOVE_THE_BAR);
  for (guint i = 0; i < 30 && place < 60; i++)
    {
      for (int k = 0; k < 20; k++)
        rang_test_pointer_move (pointer, x + k % 2, bar_y - ABOVE_THE_BAR);
      place = place_carried_to (window);
    }
  g_assert_cmpuint (place, >=, 60);
  rang_test_pointer_move (pointer, top_x, top_y);
  rang_test_pointer_drop (pointer);
}

static void
test_point_5_a_click_and_a_scroll_move_nothing (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  RangTestPointer *pointer = rang_test_window_get_pointer (window);
  guint before = rang_test_office_count (office, "log");
  g_autofree char *order = order_at (window, 7);
  int x, y;

  for (guint place = 5; place < 9; place++)
    {
      g_autofree char *pattern = g_strdup_printf ("Place %u, *", place);

      g_assert_true (rang_test_window_click (window, "list item", pattern));
    }
  g_assert_true (rang_test_window_find_place (window, "list item", "Place 9, *", &x, &y));
  for (guint i = 0; i < 5; i++)
    rang_test_pointer_click (pointer, x, y, 5);
  for (guint i = 0; i < 5; i++)
    rang_test_pointer_click (pointer, x, y, 4);
  g_assert_true (wait_for_order (window, 7, order));
  g_assert_cmpuint (rang_test_office_count (office, "log"), ==, before);
}

static void
test_point_5_outside_the_list_nothing_is_dropped (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  guint before = rang_test_office_count (office, "log");
  g_autofree char *order = order_at (window, 9);

  g_assert_true (rang_test_window_carry (window, "list item", "Place 9, *", NULL, "Compare with suggestion"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Outside the list nothing is dropped", WAIT_MS));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  g_assert_true (rang_test_window_wait_gone (window, NULL, "Outside the list nothing is dropped", WAIT_MS));
  g_assert_true (wait_for_order (window, 9, order));
  g_assert_cmpuint (rang_test_office_count (office, "log"), ==, before);
}

static void
test_point_6_a_filtered_list_says_so_and_offers_rank_order (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  guint before = rang_test_office_count (office, "log");

  key (window, "ctrl+f");
  rang_test_pointer_type (rang_test_window_get_pointer (window), "clients");
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Place *, Active Sales, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "list item", "Place *"));
  key (window, "alt+End");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Orders can be moved when all of them are shown*", WAIT_MS));
  g_assert_cmpuint (rang_test_office_count (office, "log"), ==, before);
  g_assert_true (rang_test_window_click (window, NULL, "Show All"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place *, Active Sales, *", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
}

static void
test_point_7_a_move_is_spoken_with_its_places_and_who_is_harmed (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = order_at (window, 10);
  guint length = rang_test_office_count (office, "board");
  g_autofree char *spoken
      = g_strdup_printf ("Order %s, *, moved from place 10 to place 1 of %u; * worse off.", order, length);

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  key (window, "alt+Home");
  g_assert_true (rang_test_window_wait_for (window, NULL, spoken, WAIT_MS));
}

static void
test_point_7_lifting_and_putting_back_are_spoken (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  key (window, "space");
  g_assert_true (rang_test_window_wait_for (window, NULL, "1 order lifted at place 10 of *", WAIT_MS));
  key (window, "Up");
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 9", WAIT_MS));
  key (window, "Escape");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Put back at place 10; *", WAIT_MS));
}

static void
test_point_7_what_is_pressed_is_at_least_24_pixels_wide_and_high (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *tree = NULL;
  g_auto (GStrv) lines = NULL;
  guint seen = 0;

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  g_assert_true (rang_test_window_wait_for (window, "push button", "One place up", WAIT_MS));
  tree = rang_test_window_dump (window);
  lines = g_strsplit (tree, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *place = strrchr (lines[i], '"');
      int x, y, width, height;

      if (strstr (lines[i], "button \"") == NULL && strstr (lines[i], "list item \"Place") == NULL)
        continue;
      if (place == NULL || sscanf (place + 1, " %d,%d %dx%d", &x, &y, &width, &height) != 4 || width <= 0)
        continue;
      seen++;
      if (width < 24 || height < 24)
        g_error ("too small to be met: %s", g_strstrip (lines[i]));
    }
  g_assert_cmpuint (seen, >, 40);
}

static void
test_point_8_the_bar_names_gain_cost_and_value_at_risk_before_the_drop (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  guint before = rang_test_office_count (office, "log");

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  key (window, "End");
  key (window, "space");
  key (window, "Home");
  g_assert_true (rang_test_window_wait_for (window, NULL, "If dropped at 1", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "Gains", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "At risk", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "*lei*", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "+* min|not today", WAIT_MS));
  g_assert_cmpuint (rang_test_office_count (office, "log"), ==, before);
  key (window, "Escape");
}

static void
test_point_9_a_digit_in_the_note_is_no_reason (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  key (window, "alt+Up");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 8, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "text", "Note*"));
  rang_test_pointer_type (rang_test_window_get_pointer (window), "2");
  g_assert_false (rang_test_window_wait_gone (window, "list item", "Place 8, *reason pending*", 1500));
  key (window, "Escape");
  key (window, "1");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 8, *Client at risk*", WAIT_MS));
  rang_test_office_assert_said (office, "log", "reason.*client-at-risk.*2");
}

static void
test_point_9_the_hand_over_lists_a_pending_reason_and_waits (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  key (window, "alt+Up");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 8, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_window_click (window, NULL, "Hand over*"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "*Reason pending: Ioana Pop moved it 9 → 8*", WAIT_MS));
}

static void
test_point_10_the_log_keeps_what_the_move_would_cost (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_board (office);
  g_autofree char *order = NULL, *kept = NULL;
  g_autoptr (RangTestResult) balance = NULL;

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  key (window, "End");
  key (window, "alt+Home");
  g_assert_true (rang_test_window_wait_for (window, NULL, "Order *, moved from place * to place 1 of *", WAIT_MS));
  order = order_at (window, 1);
  balance = rang_test_rangctl (office->store, "balance", "--format", "json", NULL);
  rang_test_assert_status (balance, 0);
  kept = g_strdup_printf ("\"moved\" : \\{\\s*\"order\" : \"%s\"[^}]*\\},\\s*\"cost\" : \\[\\s*\\{[^}]*\"predicted", order);
  g_assert_true (g_regex_match_simple (kept, balance->out, 0, 0));
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/board-moving/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                      \
              rang_test_office_tear_down)
  ADD (point_1_the_menu_of_a_row_moves_it);
  ADD (point_1_the_buttons_beside_the_list_move_it);
  ADD (point_2_to_the_bottom_and_above_another_order_by_key);
  ADD (point_3_several_are_carried_together_and_stay_selected);
  ADD (point_4_the_keys_go_on_from_the_moved_row);
  ADD (point_4_a_move_within_what_is_in_view_leaves_the_view_where_it_is);
  ADD (point_4_a_move_beyond_what_is_in_view_takes_the_view_along);
  ADD (point_4_the_list_scrolls_by_itself_near_its_edge);
  ADD (point_5_a_click_and_a_scroll_move_nothing);
  ADD (point_5_outside_the_list_nothing_is_dropped);
  ADD (point_6_a_filtered_list_says_so_and_offers_rank_order);
  ADD (point_7_a_move_is_spoken_with_its_places_and_who_is_harmed);
  ADD (point_7_lifting_and_putting_back_are_spoken);
  ADD (point_7_what_is_pressed_is_at_least_24_pixels_wide_and_high);
  ADD (point_8_the_bar_names_gain_cost_and_value_at_risk_before_the_drop);
  ADD (point_9_a_digit_in_the_note_is_no_reason);
  ADD (point_9_the_hand_over_lists_a_pending_reason_and_waits);
  ADD (point_10_the_log_keeps_what_the_move_would_cost);
  return g_test_run ();
}
