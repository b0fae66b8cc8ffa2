/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the delivery chief's page: vans, stops, outcomes, route sheets. */
#include "deliveries/rang-deliveries-page.h"

#include <glib/gi18n.h>

#include "common/rang-words.h"
#include "deliveries/rang-deliveries-page-private.h"
#include "deliveries/rang-lock-request-row.h"
#include "deliveries/rang-stop-item.h"
#include "deliveries/rang-stop-list.h"
#include "deliveries/rang-stop-lock.h"
#include "desk/rang-acting.h"
#include "office/rang-permission.h"

G_DEFINE_FINAL_TYPE (RangDeliveriesPage, rang_deliveries_page, GTK_TYPE_WIDGET)

/* --- the list of stops --- */

static const RangBoardRoute *
find_route (const RangDayView *view, gint64 resource)
{
  for (guint i = 0; view->routes != NULL && i < view->routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (view->routes, i);

      if (route->resource == resource)
        return route;
    }
  return NULL;
}

/* The first open one after the one that is selected; without any, the first. */
void
rang_deliveries_page_select_next_open (RangDeliveriesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = gtk_single_selection_get_selected (self->selection) + 1; i < n; i++)
    {
      g_autoptr (RangStopItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (!rang_stop_item_is_open (item))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return;
    }
}

static void
show_stops (RangDeliveriesPage *self, const RangDayView *view)
{
  const RangBoardRoute *route = find_route (view, self->chosen);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autofree char *title = NULL, *load = NULL, *back = NULL, *foot = NULL;

  if (route == NULL)
    return;
  for (guint i = 0; i < route->stops->len; i++)
    g_ptr_array_add (items, rang_stop_item_new (view, &g_array_index (route->stops, RangBoardStop, i)));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  if (selected != GTK_INVALID_LIST_POSITION && selected < items->len)
    gtk_single_selection_set_selected (self->selection, selected);
  else
    rang_deliveries_page_select_next_open (self);
  back = rang_words_time (route->expected_back);
  title = g_strdup_printf ("%s   %s", route->resource_name, route->courier_name != NULL ? route->courier_name : "");
  load = rang_words_load (route->grams);
  /* Translators: what a van carries; when it is back at the depot. */
  foot = g_strdup_printf (_ ("%s, back at the depot %s"), load, back);
  gtk_label_set_text (self->van, title);
  gtk_label_set_text (self->back, foot);
}

/* --- the day --- */

/* What the routes are those of. That a version waits for the delivery chief says the banner. */
static char *
say_version (const RangDayView *view)
{
  const RangVersionInfo *version = rang_day_view_get_binding (view);
  g_autofree char *signed_at = NULL, *signer = NULL;
  g_autofree char *accepted_at = NULL, *decider = NULL;

  if (version == NULL)
    return g_strdup (_ ("Not signed: these routes are a draft of the board as it stands"));
  if (version->state != RANG_VERSION_ACCEPTED)
    /* Translators: number of the version. */
    return g_strdup_printf (_ ("The routes of version %d"), version->number);
  signed_at = rang_words_instant (version->signed_at, view->settings->zone, view->session.day);
  accepted_at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  signer = rang_acting_name (view, version->signed_by, version->signed_for);
  decider = rang_acting_name (view, version->decided_by, version->decided_for);
  /* Translators: number of the version, who signed it, when; who accepted it, when. */
  return g_strdup_printf (_ ("Version %d, signed by %s at %s, accepted by %s at %s"), version->number, signer, signed_at,
                          decider, accepted_at);
}

static void
show_version (RangDeliveriesPage *self, const RangDayView *view)
{
  const RangVersionInfo *version = rang_day_view_get_binding (view);
  g_autofree char *text = say_version (view);
  g_autofree char *with_plan = NULL;

  if (version != NULL && version->plan > 1)
    /* Translators: what was signed; number of the plan that the routes follow now. */
    with_plan = g_strdup_printf (_ ("%s; plan %d"), text, version->plan);
  gtk_label_set_text (self->version, with_plan != NULL ? with_plan : text);
  rang_version_banner_show (self->banner, self->desk, TRUE);
}

static void
show_cash (RangDeliveriesPage *self, const RangDayView *view)
{
  g_autofree char *planned = NULL, *received = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->cash), view->balance != NULL && view->balance->cash_planned.minor > 0);
  if (view->balance == NULL)
    return;
  planned = rang_words_money (view->balance->cash_planned.minor, view->balance->cash_planned.currency);
  received = rang_words_money (view->balance->cash_received.minor, view->balance->cash_received.currency);
  /* Translators: amounts of money. */
  text = g_strdup_printf (_ ("Cash: %s received of %s"), received, planned);
  gtk_label_set_text (self->cash, text);
}

static void
show_progress (RangDeliveriesPage *self, const RangDayView *view)
{
  guint all = 0, done = 0, late = 0;
  g_autofree char *text = NULL;
  g_autofree char *lateness = NULL;

  for (guint i = 0; i < view->routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (view->routes, i);

      for (guint j = 0; j < route->stops->len; j++)
        {
          const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, j);
          const RangOrderView *order = rang_day_view_find_order (view, stop->order);

          all++;
          done += order != NULL && order->order->state == RANG_ORDER_DELIVERED;
          late += stop->expected_late > 0 || stop->missed;
        }
    }
  /* Translators: orders delivered, orders on the routes. */
  text = g_strdup_printf (_ ("%u of %u delivered"), done, all);
  lateness = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
  gtk_label_set_text (self->progress, text);
  gtk_label_set_text (self->late, lateness);
  gtk_widget_set_visible (GTK_WIDGET (self->late), late > 0);
  show_cash (self, view);
}

/* --- what the head of sales is asked, and a day that was left open --- */

static void
show_requests (RangDeliveriesPage *self, const RangDayView *view)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->requests)) != NULL)
    gtk_box_remove (GTK_BOX (self->requests), child);
  for (guint i = 0; view->requests != NULL && i < view->requests->len; i++)
    if (((const RangLockRequest *)g_ptr_array_index (view->requests, i))->open)
      gtk_box_append (GTK_BOX (self->requests),
                      rang_lock_request_row_new (GTK_WIDGET (self), self->desk, g_ptr_array_index (view->requests, i)));
  gtk_widget_set_visible (self->requests, gtk_widget_get_first_child (self->requests) != NULL);
}

static void
show_unclosed (RangDeliveriesPage *self, const RangDayView *view)
{
  g_autofree char *day = view->unclosed != RANG_DAY_NONE ? rang_words_day (view->unclosed) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->unclosed, day != NULL);
  if (day == NULL)
    return;
  /* Translators: %s is a day. */
  text = g_strdup_printf (_ ("%s is not closed yet: what was open still waits for an outcome"), day);
  gtk_label_set_text (self->unclosed_label, text);
}

/* The vans that the selected stop can go to. */
static void
fill_move_menu (RangDeliveriesPage *self, const RangDayView *view)
{
  g_autoptr (GMenu) menu = g_menu_new (), vans = g_menu_new (), last = g_menu_new ();

  for (guint i = 0; i < view->roster->len; i++)
    {
      const RangRosterEntry *entry = g_ptr_array_index (view->roster, i);
      g_autoptr (GMenuItem) item = NULL;

      if (entry->out_of_service)
        continue;
      item = g_menu_item_new (rang_day_view_resource_name (view, entry->resource), NULL);
      g_menu_item_set_action_and_target (item, "delivery.lock", "x", entry->resource);
      g_menu_append_item (vans, item);
    }
  g_menu_append_section (menu, _ ("Lock the selected stop to"), G_MENU_MODEL (vans));
  g_menu_append (last, _ ("Take the lock away"), "delivery.unlock");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (self->move, G_MENU_MODEL (menu));
}

static void
changed_cb (RangDeliveriesPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean any = FALSE, closed;

  if (view == NULL)
    return;
  closed = view->balance != NULL && view->balance->closed;
  for (guint i = 0; view->routes != NULL && i < view->routes->len; i++)
    any = any || ((const RangBoardRoute *)g_ptr_array_index (view->routes, i))->stops->len > 0;
  gtk_stack_set_visible_child (self->stack, any ? self->day : self->empty);
  show_version (self, view);
  gtk_widget_set_visible (self->outcomes, rang_desk_may (self->desk, RANG_ACTION_RECORD_OUTCOME, 0));
  gtk_widget_set_sensitive (self->outcomes, rang_day_view_get_binding (view) != NULL && !closed);
  gtk_widget_set_visible (self->close, rang_desk_may (self->desk, RANG_ACTION_CLOSE_DAY, 0));
  gtk_widget_set_sensitive (self->close, view->balance != NULL && view->balance->orders > 0 && !closed);
  gtk_button_set_label (GTK_BUTTON (self->close), closed ? _ ("Closed") : _ ("Close the day…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->move), rang_desk_may (self->desk, RANG_ACTION_LOCK, 0) && !closed);
  show_requests (self, view);
  show_unclosed (self, view);
  fill_move_menu (self, view);
  rang_roster_bar_show (self->roster, self->desk);
  if (!any)
    {
      rang_lanes_show (self->lanes, view, 0);
      rang_route_map_show (self->map, view, 0);
      return;
    }
  if (find_route (view, self->chosen) == NULL)
    self->chosen = ((const RangBoardRoute *)g_ptr_array_index (view->routes, 0))->resource;
  show_progress (self, view);
  rang_lanes_show (self->lanes, view, self->chosen);
  rang_route_map_show (self->map, view, self->chosen);
  show_stops (self, view);
}

/* --- what is asked --- */

static void
chosen_cb (RangDeliveriesPage *self, gint64 resource)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  if (view == NULL || resource == self->chosen)
    return;
  self->chosen = resource;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  rang_lanes_show (self->lanes, view, resource);
  rang_route_map_show (self->map, view, resource);
  show_stops (self, view);
}

static void
dropped_cb (RangDeliveriesPage *self, gint64 order, gint64 resource)
{
  rang_stop_lock (GTK_WIDGET (self), self->desk, order, resource);
}

/* --- the widget --- */

static GMenuModel *
fail_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < RANG_N_FAILS; i++)
    {
      GMenuItem *item = g_menu_item_new (rang_fail_reason_label ((RangFailReason)i), NULL);

      g_menu_item_set_action_and_target (item, "delivery.fail", "s", rang_fail_reason_to_nick ((RangFailReason)i));
      g_menu_append_item (menu, item);
      g_object_unref (item);
    }
  return G_MENU_MODEL (menu);
}

static void
rang_deliveries_page_dispose (GObject *object)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_deliveries_page_parent_class)->dispose (object);
}

static void
rang_deliveries_page_class_init (RangDeliveriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_deliveries_page_dispose;
  g_type_ensure (RANG_TYPE_LANES);
  g_type_ensure (RANG_TYPE_ROSTER_BAR);
  g_type_ensure (RANG_TYPE_VERSION_BANNER);
  g_type_ensure (RANG_TYPE_ROUTE_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-deliveries-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, version);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, late);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, day);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, lanes);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, van);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, back);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, stops);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, cash);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, unclosed);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, unclosed_label);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, close);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, requests);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, roster);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, map);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, at);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  rang_deliveries_page_install_actions (widget_class);
}

static void
rang_deliveries_page_init (RangDeliveriesPage *self)
{
  GtkWidget *fail = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = fail_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (RANG_TYPE_STOP_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->store));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->stops, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  rang_stop_list_add_columns (self->stops);
  /* The row of headings is the column view's own first child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->stops))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headings"), -1);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (fail), _ ("Not delivered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (fail), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Not delivered"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (fail), menu);
  gtk_box_append (GTK_BOX (self->outcomes), fail);
  self->move = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->move, _ ("Move to…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->move), _ ("Lock the selected stop to a van (M)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->move), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lock the selected stop to a van"), -1);
  gtk_box_append (GTK_BOX (self->outcomes), GTK_WIDGET (self->move));
  gtk_menu_button_set_create_popup_func (self->at, rang_deliveries_page_create_at_cb, self, NULL);
}

GtkWidget *
rang_deliveries_page_new (RangDesk *desk)
{
  RangDeliveriesPage *self = g_object_new (RANG_TYPE_DELIVERIES_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
