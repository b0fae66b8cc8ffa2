/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is asked of the deliveries: outcomes, locks, sheets, the closing of the day. */
#include <glib/gi18n.h>

#include "deliveries/rang-close-day.h"
#include "deliveries/rang-deliveries-page-private.h"
#include "deliveries/rang-outcome-popover.h"
#include "deliveries/rang-outcomes.h"
#include "deliveries/rang-sheet-print.h"
#include "deliveries/rang-stop-item.h"
#include "deliveries/rang-stop-lock.h"

static void
record (RangDeliveriesPage *self, RangOrderState state, int reason)
{
  RangOutcome outcome = { state, RANG_TIME_NONE, reason, -1, NULL };
  RangStopItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || !rang_stop_item_is_open (item) || !gtk_widget_is_sensitive (self->outcomes))
    return;
  if (state == RANG_ORDER_DELIVERED && rang_stop_item_get_collect (item) > 0)
    outcome.cash = rang_stop_item_get_collect (item);
  rang_outcomes_record (self->desk, rang_stop_item_get_order (item), &outcome);
  rang_deliveries_page_select_next_open (self);
}

static void
delivered_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  record (RANG_DELIVERIES_PAGE (widget), RANG_ORDER_DELIVERED, -1);
}

static void
part_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  record (RANG_DELIVERIES_PAGE (widget), RANG_ORDER_PART, -1);
}

static void
fail_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  record (RANG_DELIVERIES_PAGE (widget), RANG_ORDER_FAILED,
          rang_fail_reason_from_nick (g_variant_get_string (parameter, NULL)));
}

static void
lock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  RangStopItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && rang_stop_item_is_open (item) && gtk_widget_is_sensitive (GTK_WIDGET (self->move)))
    rang_stop_lock (widget, self->desk, rang_stop_item_get_order (item), g_variant_get_int64 (parameter));
}

static void
unlock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  RangStopItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    rang_stop_unlock (self->desk, rang_stop_item_get_order (item));
}

static void
open_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  GtkMenuButton *button = g_str_equal (name, "delivery.at") ? self->at : self->move;

  if (gtk_widget_is_sensitive (GTK_WIDGET (button)) && gtk_widget_get_mapped (GTK_WIDGET (button)))
    gtk_menu_button_popup (button);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);

  if (gtk_widget_is_sensitive (self->close))
    rang_close_day_ask (widget, self->desk);
}

static void
unclosed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  const RangDayView *view = rang_desk_get_view (self->desk);

  if (view != NULL && view->unclosed != RANG_DAY_NONE)
    rang_desk_set_day (self->desk, view->unclosed);
}

void
rang_deliveries_page_create_at_cb (GtkMenuButton *button, gpointer data)
{
  RangDeliveriesPage *self = data;
  RangStopItem *item = gtk_single_selection_get_selected_item (self->selection);
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangOrderView *order
      = item != NULL && view != NULL ? rang_day_view_find_order (view, rang_stop_item_get_order (item)) : NULL;

  if (order == NULL)
    {
      GtkWidget *hint = gtk_popover_new ();

      gtk_popover_set_child (GTK_POPOVER (hint), gtk_label_new (_ ("Select a stop first")));
      gtk_menu_button_set_popover (button, hint);
      return;
    }
  gtk_menu_button_set_popover (
      button,
      rang_outcome_popover_new (self->desk, order->order, G_CALLBACK (rang_deliveries_page_select_next_open), self));
}

static void
sheets_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  gint64 resource = strstr (name, "van") != NULL ? self->chosen : 0;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (g_str_has_prefix (name, "delivery.print"))
    rang_sheet_print (window, self->desk, resource, RANG_SHEET_KINDS_USUAL);
  else if (g_str_equal (name, "delivery.preview-van"))
    rang_sheet_preview (window, self->desk, resource, RANG_SHEET_KINDS_USUAL | RANG_SHEET_KIND_PICKING);
  else if (g_str_equal (name, "delivery.picking-van"))
    rang_sheet_print (window, self->desk, resource, RANG_SHEET_KIND_PICKING);
  else if (g_str_equal (name, "delivery.slips-van"))
    rang_sheet_print (window, self->desk, resource, RANG_SHEET_KIND_SLIPS);
  else
    rang_sheet_save (window, self->desk, resource);
}

void
rang_deliveries_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "delivery.delivered", NULL, delivered_cb);
  gtk_widget_class_install_action (widget_class, "delivery.part", NULL, part_cb);
  gtk_widget_class_install_action (widget_class, "delivery.fail", "s", fail_cb);
  gtk_widget_class_install_action (widget_class, "delivery.print", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.print-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.preview-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.picking-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.slips-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.save", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.save-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.lock", "x", lock_cb);
  gtk_widget_class_install_action (widget_class, "delivery.unlock", NULL, unlock_cb);
  gtk_widget_class_install_action (widget_class, "delivery.at", NULL, open_menu_cb);
  gtk_widget_class_install_action (widget_class, "delivery.move", NULL, open_menu_cb);
  gtk_widget_class_install_action (widget_class, "delivery.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "delivery.unclosed", NULL, unclosed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "delivery.at", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "delivery.move", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "delivery.delivered", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "delivery.part", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "delivery.fail", "s",
                                       rang_fail_reason_to_nick (RANG_FAIL_ABSENT));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "delivery.fail", "s",
                                       rang_fail_reason_to_nick (RANG_FAIL_REFUSED));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "delivery.fail", "s",
                                       rang_fail_reason_to_nick (RANG_FAIL_NOT_REACHED));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "delivery.print", NULL);
}
