/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for carrying rows of a list with the pointer. The list itself is source and target: rows are recycled while
 * it scrolls under a drag. */
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "board/rang-order-list-private.h"

/* The card keeps its width while the place on it changes. */
#define CARD_CHARACTERS 48

char *
rang_order_list_dup_card (RangOrderList *self)
{
  RangCarry *carry = self->look.carry;
  gint64 number = g_array_index (carry->orders, gint64, 0);
  RangBoardItem *item = g_hash_table_lookup (self->items, &number);
  guint from = rang_carry_get_first_rank (carry);
  g_autofree char *way
      = carry->place == 0 ? g_strdup_printf ("%u", from) : g_strdup_printf ("%u → %u", from, carry->place);
  g_autofree char *window = NULL;

  if (carry->orders->len > 1)
    {
      /* Translators: what is dragged: number of orders. */
      g_autofree char *count
          = g_strdup_printf (ngettext ("%u order", "%u orders", carry->orders->len), carry->orders->len);

      return g_markup_printf_escaped ("<b>%s</b>   %s", way, count);
    }
  window = rang_day_label_window (item->promised);
  return g_markup_printf_escaped ("<b>%s</b>   %d  <b>%s</b>  %s", way, (int)number,
                                  item->client != NULL ? item->client : "–", window);
}

static void
update_card (RangOrderList *self)
{
  g_autofree char *text = NULL;

  if (self->drag_label == NULL || self->look.carry == NULL)
    return;
  text = rang_order_list_dup_card (self);
  gtk_label_set_markup (GTK_LABEL (self->drag_label), text);
}

/* A finger that scrolls must not carry an order away: touch takes the handle. A mouse takes the row anywhere. */
static gboolean
may_start (GtkDragSource *source, RangBoardRow *row, double x, double y)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (source), NULL);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  if (device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN)
    return TRUE;
  return rang_board_row_is_handle (row, x, y);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RangOrderList *self)
{
  double row_x, row_y;
  RangBoardRow *row = rang_order_list_pick (self, x, y, &row_x, &row_y);
  RangBoardItem *item;
  guint position;

  if (row == NULL || !self->look.movable || !may_start (source, row, row_x, row_y))
    return NULL;
  item = rang_board_row_get_item (row);
  if (rang_order_list_is_filtered (self))
    {
      rang_order_list_emit (self, RANG_ORDER_LIST_REFUSED);
      return NULL;
    }
  if (!g_list_store_find (self->store, item, &position))
    return NULL;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  return gdk_content_provider_new_typed (RANG_TYPE_BOARD_ITEM, item);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RangOrderList *self)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));

  rang_order_list_put_down (self, FALSE);
  if (!rang_order_list_lift (self, FALSE))
    return;
  g_set_weak_pointer (&self->drag_label, gtk_label_new (NULL));
  gtk_widget_add_css_class (self->drag_label, "drag-card");
  gtk_widget_add_css_class (self->drag_label, "num");
  gtk_label_set_width_chars (GTK_LABEL (self->drag_label), CARD_CHARACTERS);
  gtk_label_set_xalign (GTK_LABEL (self->drag_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->drag_label), PANGO_ELLIPSIZE_END);
  update_card (self);
  gtk_drag_icon_set_child (icon, self->drag_label);
  gdk_drag_set_hotspot (drag, -12, -4);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, RangOrderList *self)
{
  if (self->look.carry != NULL && !self->look.carry->by_key)
    rang_order_list_put_down (self, FALSE);
}

static gboolean
drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, RangOrderList *self)
{
  rang_order_list_put_down (self, FALSE);
  return FALSE;
}

static guint
place_at (RangOrderList *self, double x, double y)
{
  double row_x, row_y;
  RangBoardRow *row = rang_order_list_pick (self, x, y, &row_x, &row_y);

  if (row != NULL)
    return rang_board_row_place_at (row, self->look.carry, row_y);
  return y > 0 ? rang_carry_get_last_place (self->look.carry) : 1;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RangOrderList *self)
{
  if (self->look.carry == NULL)
    return 0;
  rang_order_list_carry_to (self, place_at (self, x, y));
  update_card (self);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, RangOrderList *self)
{
  if (self->look.carry == NULL || self->look.carry->by_key)
    return;
  rang_order_list_carry_to (self, 0);
  update_card (self);
}

/* The list view goes on scrolling by itself after a drop, unless it is told that the pointer left. */
static void
stop_scrolling (RangOrderList *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RangOrderList *self)
{
  g_autoptr (RangBoardItem) item = g_value_dup_object (value);

  if (self->look.carry == NULL || item == NULL)
    return FALSE;
  rang_order_list_carry_to (self, place_at (self, x, y));
  stop_scrolling (self);
  rang_order_list_keep_view (self);
  rang_order_list_put_down (self, TRUE);
  return TRUE;
}

void
rang_order_list_init_drag (RangOrderList *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (RANG_TYPE_BOARD_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}
