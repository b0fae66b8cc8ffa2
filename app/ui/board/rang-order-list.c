/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a ranked list of orders: its rows, and what it says when none of them shows. */
#include "board/rang-order-list.h"

#include <glib/gi18n.h>

#include "board/rang-list-heads.h"
#include "board/rang-minimap.h"
#include "board/rang-order-list-private.h"
#include "common/rang-tab-out.h"
#include "rang-compat.h"

G_DEFINE_FINAL_TYPE (RangOrderList, rang_order_list, GTK_TYPE_WIDGET)

static guint signals[RANG_ORDER_LIST_N_SIGNALS];

void
rang_order_list_emit (RangOrderList *self, RangOrderListSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
rang_order_list_emit_move (RangOrderList *self, const GArray *orders, guint place)
{
  g_signal_emit (self, signals[RANG_ORDER_LIST_MOVE], 0, orders, place);
}

void
rang_order_list_announce (RangOrderList *self, char *text)
{
  g_signal_emit (self, signals[RANG_ORDER_LIST_ANNOUNCE], 0, text);
  g_free (text);
}

/* --- rows --- */

static void
selected_changed_cb (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row != NULL)
    rang_board_row_set_selected (RANG_BOARD_ROW (row), gtk_list_item_get_selected (list_item));
}

/* The list may let go of a row without a teardown that still knows it: the row itself says that it goes. */
static void
row_destroyed_cb (GtkWidget *row, RangOrderList *self)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, row);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RangOrderList *self)
{
  GtkWidget *row = rang_board_row_new (&self->look);

  gtk_list_item_set_child (list_item, row);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (selected_changed_cb), NULL);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "destroy", G_CALLBACK (row_destroyed_cb), self, 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RangOrderList *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  rang_board_row_bind (RANG_BOARD_ROW (row), gtk_list_item_get_item (list_item));
  selected_changed_cb (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RangOrderList *self)
{
  rang_board_row_bind (RANG_BOARD_ROW (gtk_list_item_get_child (list_item)), NULL);
}

void
rang_order_list_refresh_rows (RangOrderList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    rang_board_row_refresh (g_ptr_array_index (self->rows, i));
  gtk_widget_queue_draw (self->minimap);
}

RangBoardRow *
rang_order_list_pick (RangOrderList *self, double x, double y, double *row_x, double *row_y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  while (at != NULL && !RANG_IS_BOARD_ROW (at))
    at = at == GTK_WIDGET (self->view) ? NULL : gtk_widget_get_parent (at);
  if (at == NULL)
    return NULL;
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->view), at, x, y, row_x, row_y))
    return NULL;
  return RANG_BOARD_ROW (at);
}

/* --- the widget --- */

static void
activate_cb (RangOrderList *self)
{
  rang_order_list_emit (self, RANG_ORDER_LIST_EXPLAIN);
}

static void
rang_order_list_dispose (GObject *object)
{
  RangOrderList *self = RANG_ORDER_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rang_order_list_parent_class)->dispose (object);
}

static void
rang_order_list_finalize (GObject *object)
{
  RangOrderList *self = RANG_ORDER_LIST (object);

  g_clear_pointer (&self->look.carry, rang_carry_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->filter);
  g_free (self->look.on_time.label);
  g_free (self->look.on_time.text);
  g_free (self->look.today.label);
  g_free (self->look.today.text);
  g_free (self->query);
  g_clear_object (&self->sieve);
  G_OBJECT_CLASS (rang_order_list_parent_class)->finalize (object);
}

static gboolean
rang_order_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RANG_ORDER_LIST (widget)->view));
}

static void
rang_order_list_class_init (RangOrderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[] = { NULL, "carry-changed", "selection-changed", NULL, "release", "explain", "refused" };

  G_OBJECT_CLASS (klass)->dispose = rang_order_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rang_order_list_finalize;
  widget_class->grab_focus = rang_order_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderlist");
  rang_order_list_class_init_keys (widget_class);

  signals[RANG_ORDER_LIST_MOVE] = g_signal_new ("move", RANG_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_UINT);
  signals[RANG_ORDER_LIST_ASK_PLACE] = g_signal_new ("ask-place", RANG_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[RANG_ORDER_LIST_ANNOUNCE] = g_signal_new ("announce", RANG_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      signals[i]
          = g_signal_new (names[i], RANG_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What is said in place of the rows when none of them matches. */
static GtkWidget *
add_nothing (RangOrderList *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->nothing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->nothing_label = GTK_LABEL (gtk_label_new (NULL));
  self->everywhere = gtk_button_new_with_label (_ ("Search Everywhere…"));
  gtk_label_set_wrap (self->nothing_label, TRUE);
  gtk_label_set_justify (self->nothing_label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing_label), "dim");
  gtk_widget_set_halign (self->everywhere, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->everywhere, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->everywhere), "win.find");
  gtk_box_append (GTK_BOX (self->nothing), GTK_WIDGET (self->nothing_label));
  gtk_box_append (GTK_BOX (self->nothing), self->everywhere);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_halign (self->nothing, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->nothing, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  return overlay;
}

static void
rang_order_list_init (RangOrderList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  self->rows = g_ptr_array_new ();
  rang_order_list_init_model (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  rang_tab_out_attach (GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "order-list");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scrolled), TRUE);
  self->heads = rang_list_heads_new (&self->look);
  self->minimap = rang_minimap_new (self);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (column), self->heads);
  gtk_box_append (GTK_BOX (column), add_nothing (self));
  gtk_box_append (GTK_BOX (self->box), column);
  gtk_box_append (GTK_BOX (self->box), self->minimap);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  rang_order_list_init_drag (self);
  rang_order_list_init_keys (self);
}

GtkWidget *
rang_order_list_new (RangColumnSet columns)
{
  RangOrderList *self = g_object_new (RANG_TYPE_ORDER_LIST, NULL);

  self->look.columns = columns;
  return GTK_WIDGET (self);
}

void
rang_order_list_set_lines (
    RangOrderList *self, guint on_time, const char *on_time_text, guint today, const char *today_text)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  g_free (self->look.on_time.label);
  g_free (self->look.on_time.text);
  g_free (self->look.today.label);
  g_free (self->look.today.text);
  self->look.on_time = (RangBoardLine){ on_time, g_strdup (_ ("On time until here")), g_strdup (on_time_text) };
  self->look.today = (RangBoardLine){ today, g_strdup (_ ("Today until here")), g_strdup (today_text) };
  rang_order_list_refresh_rows (self);
}

void
rang_order_list_set_movable (RangOrderList *self, gboolean movable)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  self->look.movable = movable;
  if (!movable)
    rang_order_list_put_down (self, FALSE);
  rang_order_list_refresh_rows (self);
}

void
rang_order_list_set_compare (RangOrderList *self, gboolean compare)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  self->look.show_all_differences = compare;
  rang_order_list_refresh_rows (self);
}

/* What was searched for may be on another day. */
static void
show_nothing (RangOrderList *self)
{
  /* Translators: %s is what was searched for in the day's list. */
  g_autofree char *text
      = self->query != NULL ? g_strdup_printf (_ ("No order in this list matches “%s”. Escape in the search shows all "
                                                  "orders."),
                                               self->query)
                            : g_strdup (_ ("Nothing matches. Escape in the search shows all orders."));

  gtk_label_set_text (self->nothing_label, text);
  gtk_widget_set_visible (self->everywhere, self->query != NULL);
  gtk_widget_set_visible (self->nothing, TRUE);
}

static void
refilter (RangOrderList *self)
{
  gboolean on = rang_order_list_is_filtered (self);

  gtk_filter_list_model_set_filter (self->filtered, on ? GTK_FILTER (self->filter) : NULL);
  if (on)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (on && g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    show_nothing (self);
  else
    gtk_widget_set_visible (self->nothing, FALSE);
}

gboolean
rang_order_list_is_filtered (RangOrderList *self)
{
  return self->query != NULL || (self->sieve != NULL && rang_order_filter_is_on (self->sieve));
}

void
rang_order_list_set_filter (RangOrderList *self, RangOrderFilter *filter)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  if (self->sieve != NULL)
    g_signal_handlers_disconnect_by_func (self->sieve, refilter, self);
  g_set_object (&self->sieve, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
  refilter (self);
}

gboolean
rang_order_list_get_movable (RangOrderList *self)
{
  g_return_val_if_fail (RANG_IS_ORDER_LIST (self), FALSE);

  return self->look.movable;
}

void
rang_order_list_set_query (RangOrderList *self, const char *query)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  g_free (self->query);
  self->query = query != NULL && *query != '\0' ? g_strdup (query) : NULL;
  refilter (self);
}

guint
rang_order_list_get_length (RangOrderList *self)
{
  return self->look.length;
}

void
rang_order_list_select (RangOrderList *self, gint64 number, gboolean focus)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item->number != number)
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      rang_compat_scroll_to (self->view, i);
      if (focus)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
}

RangCarry *
rang_order_list_get_carry (RangOrderList *self)
{
  return self->look.carry;
}

void
rang_order_list_show_cost (RangOrderList *self, const RangMoveCost *cost, guint on_time_after)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  if (self->look.carry == NULL)
    return;
  rang_carry_set_cost (self->look.carry, cost, on_time_after);
  rang_order_list_refresh_rows (self);
}

typedef struct
{
  guint place;
  guint n_frames;
} Follow;

static gboolean
follow_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Follow *follow = data;

  /* A frame begins with this and lays the new rows out after it. */
  if (follow->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  rang_compat_scroll_to (GTK_LIST_VIEW (view), follow->place - 1);
  return G_SOURCE_REMOVE;
}

/* Before a move the list knows how high its rows are, and does not scroll to a place that is in view. Beyond the view
 * the row then stands just out of sight, where the row stood that it drove on: to be seen it waits for the new rows. */
static void
follow_to (RangOrderList *self, guint place)
{
  Follow *follow = g_new (Follow, 1);

  *follow = (Follow){ place, 0 };
  rang_compat_scroll_to (self->view, place - 1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), follow_cb, follow, g_free);
}

void
rang_order_list_ask_move (RangOrderList *self, guint place)
{
  g_autoptr (GArray) orders = rang_order_list_dup_selected (self);

  if (!self->look.movable || orders->len == 0)
    return;
  if (rang_order_list_is_filtered (self))
    rang_order_list_emit (self, RANG_ORDER_LIST_REFUSED);
  else
    {
      place = CLAMP (place, 1, self->look.length + 1 - orders->len);
      follow_to (self, place);
      rang_order_list_emit_move (self, orders, place);
    }
}

GtkAdjustment *
rang_order_list_get_adjustment (RangOrderList *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled);
}

GtkListView *
rang_order_list_get_view (RangOrderList *self)
{
  return self->view;
}
