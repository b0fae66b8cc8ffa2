/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving rows of a list by keys and by their menu. */
#include <glib/gi18n.h>

#include "board/rang-order-list-private.h"
#include "rang-compat.h"

/* --- by key, one move at a time --- */

static void
move_by (RangOrderList *self, int steps)
{
  RangBoardItem *first = rang_order_list_get_first_selected (self);

  if (self->look.carry != NULL || first == NULL)
    return;
  if (steps < 0 && first->rank <= (guint)-steps)
    return;
  rang_order_list_ask_move (self, (guint)((int)first->rank + steps));
}

static void
up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (RANG_ORDER_LIST (widget), -1);
}

static void
down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (RANG_ORDER_LIST (widget), 1);
}

static void
top_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_order_list_ask_move (RANG_ORDER_LIST (widget), 1);
}

static void
bottom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_order_list_ask_move (RANG_ORDER_LIST (widget), G_MAXINT);
}

static void
ask_place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "ask-place", g_str_equal (name, "order.ask-before"));
}

static void
release_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_order_list_emit (RANG_ORDER_LIST (widget), RANG_ORDER_LIST_RELEASE);
}

static void
explain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_order_list_emit (RANG_ORDER_LIST (widget), RANG_ORDER_LIST_EXPLAIN);
}

/* --- asking --- */

static void
push_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangBoardItem *first = rang_order_list_get_first_selected (RANG_ORDER_LIST (widget));

  if (first != NULL)
    gtk_widget_activate_action (widget, g_str_equal (name, "order.asked") ? "win.asked" : "win.push", "x",
                                first->number);
}

/* --- lifted with Space --- */

static void
carry_by_key (RangOrderList *self, int step)
{
  RangCarry *carry = self->look.carry;
  int place = CLAMP ((int)carry->place + step, 1, (int)rang_carry_get_last_place (carry));
  guint row = (guint)place - 1;

  rang_order_list_carry_to (self, (guint)place);
  /* The list as it stands still holds the carried rows: below where they stood the place lies that much further down.
   */
  if ((guint)place > rang_carry_get_first_rank (carry))
    row += carry->orders->len;
  rang_compat_scroll_to (self->view, MIN (row, carry->length - 1));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, RangOrderList *self)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  gboolean carrying = self->look.carry != NULL && self->look.carry->by_key;

  if (held != 0)
    return FALSE;
  if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    {
      if (carrying)
        rang_order_list_put_down (self, TRUE);
      else
        rang_order_list_lift (self, TRUE);
      return TRUE;
    }
  if (!carrying)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      carry_by_key (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      carry_by_key (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      carry_by_key (self, -10);
      return TRUE;
    case GDK_KEY_Page_Down:
      carry_by_key (self, 10);
      return TRUE;
    case GDK_KEY_Home:
      carry_by_key (self, -G_MAXINT / 2);
      return TRUE;
    case GDK_KEY_End:
      carry_by_key (self, G_MAXINT / 2);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      rang_order_list_put_down (self, TRUE);
      return TRUE;
    case GDK_KEY_Escape:
      rang_order_list_put_down (self, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- the menu of a row --- */

/* Shown only to those who may. */
static void
add_asking (GMenu *menu, const char *label, const char *action, gint64 order)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", order);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
build_menu (RangOrderList *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  RangBoardItem *first = rang_order_list_get_first_selected (self);

  if (self->look.movable)
    {
      g_menu_append (section, _ ("Move _Up"), "order.up");
      g_menu_append (section, _ ("Move _Down"), "order.down");
      g_menu_append (section, _ ("Move to the _Top"), "order.top");
      g_menu_append (section, _ ("Move to the _Bottom"), "order.bottom");
      g_menu_append (section, _ ("Move to _Place…"), "order.ask-place");
      g_menu_append (section, _ ("Move _Above Order…"), "order.ask-before");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  g_object_unref (section);
  section = g_menu_new ();
  if (self->look.movable && self->look.columns == RANG_COLUMNS_BOARD)
    g_menu_append (section, _ ("_Release"), "order.release");
  g_menu_append (section, _ ("_Explain"), "order.explain");
  if (first != NULL)
    {
      add_asking (section, _ ("Ask for a P_ush…"), "win.push", first->number);
      add_asking (section, _ ("I Was _Asked for It…"), "win.asked", first->number);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
  return G_MENU_MODEL (menu);
}

static void
show_menu (RangOrderList *self, double x, double y)
{
  g_autoptr (GMenuModel) model = build_menu (self);
  const GdkRectangle at = { (int)x, (int)y, 1, 1 };

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RangOrderList *self)
{
  double row_x, row_y, view_x, view_y;
  RangBoardRow *row;
  guint position;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->view), x, y, &view_x, &view_y);
  row = rang_order_list_pick (self, view_x, view_y, &row_x, &row_y);
  if (row == NULL || self->look.carry != NULL)
    return;
  for (position = 0; position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); position++)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (item == rang_board_row_get_item (row))
        break;
    }
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  show_menu (self, x, y);
}

static void
popup_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  double x = 60, y = 60;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_widget_translate_coordinates (focus, widget, 60, 20, &x, &y);
  show_menu (RANG_ORDER_LIST (widget), x, y);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, GdkModifierType held, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, held, action, NULL);
}

void
rang_order_list_class_init_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "order.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "order.down", NULL, down_cb);
  gtk_widget_class_install_action (widget_class, "order.top", NULL, top_cb);
  gtk_widget_class_install_action (widget_class, "order.bottom", NULL, bottom_cb);
  gtk_widget_class_install_action (widget_class, "order.ask-place", NULL, ask_place_cb);
  gtk_widget_class_install_action (widget_class, "order.ask-before", NULL, ask_place_cb);
  gtk_widget_class_install_action (widget_class, "order.release", NULL, release_cb);
  gtk_widget_class_install_action (widget_class, "order.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "order.push", NULL, push_cb);
  gtk_widget_class_install_action (widget_class, "order.asked", NULL, push_cb);
  gtk_widget_class_install_action (widget_class, "order.menu", NULL, popup_menu_cb);
  bind_key (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "order.up");
  bind_key (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "order.down");
  bind_key (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "order.top");
  bind_key (widget_class, GDK_KEY_End, GDK_ALT_MASK, "order.bottom");
  bind_key (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "order.ask-place");
  bind_key (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "order.ask-before");
  bind_key (widget_class, GDK_KEY_u, GDK_CONTROL_MASK, "order.push");
  bind_key (widget_class, GDK_KEY_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "order.asked");
  bind_key (widget_class, GDK_KEY_Menu, 0, "order.menu");
  bind_key (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "order.menu");
}

void
rang_order_list_init_keys (RangOrderList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
