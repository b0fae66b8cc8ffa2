/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the list of orders by itself: what it says to assistive technology, what it asks for, what it keeps. */
#include "board/rang-order-list.h"
#include "board/rang-order-list-private.h"
#include "board/rang-row-cells.h"
#include "ui/rang-test-board.h"
#include "window/rang-application.h"

#include <string.h>

static RangOrderList *
show_board (GtkWidget **window)
{
  RangBoard *board = rang_test_board_new (rang_day_from_ymd (2026, 11, 24));
  RangOrderList *list = RANG_ORDER_LIST (rang_order_list_new (RANG_COLUMNS_BOARD));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      RangBoardItem *item = rang_order_list_dup_item (list, entry->number);

      rang_board_item_take_entry (item, entry, NULL);
      g_ptr_array_add (items, item);
    }
  rang_order_list_show_items (list, items);
  rang_order_list_set_movable (list, TRUE);
  rang_board_unref (board);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (list));
  gtk_window_present (GTK_WINDOW (*window));
  for (guint i = 0; i < 5000 && gtk_widget_get_first_child (GTK_WIDGET (rang_order_list_get_view (list))) == NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  return list;
}

static gint64
number_at (RangOrderList *list, guint place)
{
  g_autoptr (RangBoardItem) item = g_list_model_get_item (rang_order_list_get_model (list), place - 1);

  return item->number;
}

typedef struct
{
  gint64 order;
  guint place;
  guint count;
} Asked;

static void
moved_cb (RangOrderList *list, GArray *orders, guint place, Asked *asked)
{
  asked->order = g_array_index (orders, gint64, 0);
  asked->count = orders->len;
  asked->place = place;
}

static void
test_a_row_says_place_client_window_importance_and_state (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (rang_order_list_get_view (list)));
  g_autoptr (RangBoardItem) item = g_list_model_get_item (rang_order_list_get_model (list), 0);
  g_autofree char *name = rang_board_item_dup_name (item);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_true (g_str_has_prefix (name, "Place 1, "));
  g_assert_nonnull (strstr (name, "promised "));
  g_assert_nonnull (strstr (name, "importance "));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_all_ways_ask_for_the_same_move (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  gint64 number = number_at (list, 10);
  Asked asked = { 0 };

  g_signal_connect (list, "move", G_CALLBACK (moved_cb), &asked);
  rang_order_list_select (list, number, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.up", NULL);
  g_assert_cmpint (asked.order, ==, number);
  g_assert_cmpuint (asked.place, ==, 9);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.down", NULL);
  g_assert_cmpuint (asked.place, ==, 11);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.top", NULL);
  g_assert_cmpuint (asked.place, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.bottom", NULL);
  g_assert_cmpuint (asked.place, ==, rang_order_list_get_length (list));
  g_assert_cmpuint (asked.count, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_move_shown_at_once_keeps_the_selection_and_says_saving (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 number = number_at (list, 20);
  RangBoardItem *item;

  rang_order_list_select (list, number, FALSE);
  g_array_append_val (orders, number);
  rang_order_list_move_at_once (list, orders, 3);
  g_assert_cmpint (number_at (list, 3), ==, number);
  item = rang_order_list_get_first_selected (list);
  g_assert_nonnull (item);
  g_assert_cmpint (item->number, ==, number);
  g_assert_cmpuint (item->rank, ==, 3);
  g_assert_true (item->saving);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (RangOrderList *list, guint *count)
{
  (*count)++;
}

static void
test_a_filtered_list_moves_nothing_and_says_so (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  Asked asked = { 0 };
  guint refused = 0;

  g_signal_connect (list, "move", G_CALLBACK (moved_cb), &asked);
  g_signal_connect (list, "refused", G_CALLBACK (count_cb), &refused);
  rang_order_list_select (list, number_at (list, 10), FALSE);
  rang_order_list_set_query (list, "brasov");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (list->selection), 3, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.top", NULL);
  g_assert_cmpuint (asked.place, ==, 0);
  g_assert_cmpuint (refused, ==, 1);
  rang_order_list_set_query (list, NULL);
  rang_order_list_select (list, number_at (list, 10), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.top", NULL);
  g_assert_cmpuint (asked.place, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Point 3 of how a board has to feel. */
static void
test_the_card_under_the_pointer_says_how_many_are_carried (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  g_autofree char *card = NULL;

  for (guint place = 5; place <= 11; place += 3)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (list->selection), place - 1, FALSE);
  g_assert_true (rang_order_list_lift (list, FALSE));
  rang_order_list_carry_to (list, 2);
  card = rang_order_list_dup_card (list);
  g_assert_nonnull (strstr (card, "3 orders"));
  g_assert_nonnull (strstr (card, "5 → 2"));
  rang_order_list_put_down (list, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Point 16 of how a board has to feel. */
static void
test_the_points_say_what_they_do (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  g_autoptr (RangBoardItem) item = g_list_model_get_item (rang_order_list_get_model (list), 0);
  g_autofree char *text = NULL;
  RangColumns columns;

  rang_columns_lay_out (&columns, RANG_COLUMNS_BOARD, 1200, 1.0);
  text = rang_row_cells_dup_tooltip (&list->look, item, 1200, 1.0, columns.x[RANG_COLUMN_POINTS] + 4);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "they are not the driving order"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The number of rows that show, and whether they may be moved. */
static guint
shown (RangOrderList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list->selection));
}

static GtkDropDown *
choice_of (RangOrderFilter *filter, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (filter)));

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return GTK_DROP_DOWN (child);
}

static void
test_a_list_is_filtered_by_state_and_then_moves_nothing (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  RangOrderFilter *filter = g_object_ref_sink (g_object_new (RANG_TYPE_ORDER_FILTER, NULL));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RangDayView nobody = { .departments = none, .resources = none, .orders = none };
  guint all = shown (list), n[4] = { 0 }, refused = 0;

  rang_order_filter_fill (filter, &nobody);
  g_signal_connect (list, "refused", G_CALLBACK (count_cb), &refused);
  rang_order_list_set_filter (list, filter);
  for (guint state = 0; state < 4; state++)
    {
      gtk_drop_down_set_selected (choice_of (filter, 1), state);
      n[state] = shown (list);
    }
  g_assert_cmpuint (n[0], ==, all);
  g_assert_cmpuint (n[1], >, 0);
  g_assert_cmpuint (n[1], <, all);
  g_assert_cmpuint (n[1] + n[2] + n[3], ==, all);
  gtk_drop_down_set_selected (choice_of (filter, 1), 1);
  rang_order_list_select (list, number_at (list, 1), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (list), "order.bottom", NULL);
  g_assert_cmpuint (refused, ==, 1);
  rang_order_filter_clear (filter);
  g_assert_cmpuint (shown (list), ==, all);
  g_object_unref (filter);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_list_emptied_forgets_its_rows (void)
{
  GtkWidget *window;
  RangOrderList *list = show_board (&window);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  rang_order_list_show_items (list, none);
  for (guint i = 0; i < 200; i++)
    g_main_context_iteration (NULL, FALSE);
  rang_order_list_refresh_rows (list);
  g_assert_cmpuint (g_list_model_get_n_items (rang_order_list_get_model (list)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
speak_cb (RangBoardItem *item, char **spoken)
{
  g_free (*spoken);
  *spoken = rang_board_item_dup_name (item);
}

/* At the very change, since that is when a row that shows is named anew. */
static void
test_a_row_says_who_answers_for_it (void)
{
  RangBoard *board = rang_test_board_new (rang_day_from_ymd (2026, 11, 24));
  g_autoptr (RangBoardItem) item = rang_board_item_new (rang_board_get_entry (board, 1)->number);
  g_autofree char *spoken = NULL;

  g_signal_connect (item, "changed", G_CALLBACK (speak_cb), &spoken);
  rang_board_item_take_entry (item, rang_board_get_entry (board, 1), NULL);
  g_assert_null (strstr (spoken, "answers"));
  rang_board_item_take_entry (item, rang_board_get_entry (board, 1), "Dan Mureșan");
  g_assert_true (g_str_has_suffix (spoken, ", Dan Mureșan answers"));
  rang_board_unref (board);
}

int
main (int argc, char **argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return 77;
  g_setenv ("GTK_A11Y", "test", TRUE);
  rang_ui_init ();
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-list/a_row_says_place_client_window_importance_and_state",
                   test_a_row_says_place_client_window_importance_and_state);
  g_test_add_func ("/order-list/a_row_says_who_answers_for_it", test_a_row_says_who_answers_for_it);
  g_test_add_func ("/order-list/all_ways_ask_for_the_same_move", test_all_ways_ask_for_the_same_move);
  g_test_add_func ("/order-list/a_move_shown_at_once_keeps_the_selection_and_says_saving",
                   test_a_move_shown_at_once_keeps_the_selection_and_says_saving);
  g_test_add_func ("/order-list/a_filtered_list_moves_nothing_and_says_so",
                   test_a_filtered_list_moves_nothing_and_says_so);
  g_test_add_func ("/order-list/the_card_under_the_pointer_says_how_many_are_carried",
                   test_the_card_under_the_pointer_says_how_many_are_carried);
  g_test_add_func ("/order-list/the_points_say_what_they_do", test_the_points_say_what_they_do);
  g_test_add_func ("/order-list/a_list_is_filtered_by_state_and_then_moves_nothing",
                   test_a_list_is_filtered_by_state_and_then_moves_nothing);
  g_test_add_func ("/order-list/a_list_emptied_forgets_its_rows", test_a_list_emptied_forgets_its_rows);
  return g_test_run ();
}
