/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the delivery chief's page: vans, stops, outcomes, route sheets. */
#include "deliveries/rang-deliveries-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "common/rang-words.h"
#include "deliveries/rang-lanes.h"
#include "deliveries/rang-outcomes.h"
#include "deliveries/rang-sheet-print.h"
#include "deliveries/rang-stop-item.h"
#include "office/rang-permission.h"
#include "rang-compat.h"

struct _RangDeliveriesPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *version;
  GtkLabel *progress;
  GtkLabel *late;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *day;
  RangLanes *lanes;
  GtkLabel *van;
  GtkLabel *back;
  GtkWidget *outcomes;
  GtkColumnView *stops;
  GListStore *store;
  GtkSingleSelection *selection;
  RangDesk *desk;
  gint64 chosen;
};

G_DEFINE_FINAL_TYPE (RangDeliveriesPage, rang_deliveries_page, GTK_TYPE_WIDGET)

/* --- the list of stops --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  RangStopColumn column = (RangStopColumn)GPOINTER_TO_INT (data);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean right = column == RANG_STOP_PLACE || column == RANG_STOP_ORDER || column == RANG_STOP_LOAD
                   || column == RANG_STOP_COLLECT;

  gtk_label_set_xalign (GTK_LABEL (label), right ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "num");
  gtk_list_item_set_child (list_item, label);
}

/* The row exists only after its cells were bound. */
static gboolean
name_row_cb (gpointer data)
{
  GtkWidget *label = data, *cell = gtk_widget_get_parent (label);
  RangStopItem *item = g_object_get_data (data, "item");
  g_autofree char *name = NULL;

  if (cell == NULL || item == NULL)
    return G_SOURCE_REMOVE;
  name = rang_stop_item_dup_name (item);
  rang_compat_label_list_item (cell, name, NULL);
  return G_SOURCE_REMOVE;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  RangStopColumn column = (RangStopColumn)GPOINTER_TO_INT (data);
  RangStopItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_text (GTK_LABEL (label), rang_stop_item_get_text (item, column));
  if (column == RANG_STOP_PLACE)
    {
      g_object_set_data_full (G_OBJECT (label), "item", g_object_ref (item), g_object_unref);
      g_idle_add_full (G_PRIORITY_DEFAULT, name_row_cb, g_object_ref (label), g_object_unref);
    }
  if (column == RANG_STOP_SPARE && rang_stop_item_is_late (item))
    gtk_widget_add_css_class (label, "late");
  else
    gtk_widget_remove_css_class (label, "late");
}

static void
add_columns (RangDeliveriesPage *self)
{
  const int widths[RANG_N_STOP_COLUMNS] = { 36, 66, 104, 132, 66, -1, -1, 116, 80, 88, 170 };

  for (int i = 0; i < RANG_N_STOP_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (rang_stop_column_title ((RangStopColumn)i), factory);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, widths[i]);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (self->stops, column);
      g_object_unref (column);
    }
}

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

static void
show_stops (RangDeliveriesPage *self, const RangDayView *view)
{
  const RangBoardRoute *route = find_route (view, self->chosen);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autofree char *title = NULL;
  g_autofree char *load = NULL;

  if (route == NULL)
    return;
  for (guint i = 0; i < route->stops->len; i++)
    g_ptr_array_add (items, rang_stop_item_new (view, &g_array_index (route->stops, RangBoardStop, i)));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  if (selected != GTK_INVALID_LIST_POSITION && selected < items->len)
    gtk_single_selection_set_selected (self->selection, selected);
  title = g_strdup_printf ("%s   %s", route->resource_name, route->courier_name != NULL ? route->courier_name : "");
  load = rang_words_load (route->grams);
  gtk_label_set_text (self->van, title);
  gtk_label_set_text (self->back, load);
}

/* --- the day --- */

static void
show_version (RangDeliveriesPage *self, const RangDayView *view)
{
  const RangVersionInfo *version = rang_day_view_get_binding (view);
  g_autofree char *signed_at = NULL;
  g_autofree char *accepted_at = NULL;
  g_autofree char *text = NULL;

  if (version == NULL)
    {
      gtk_label_set_text (self->version, _ ("Not signed: these routes are a draft of the board as it stands"));
      return;
    }
  signed_at = rang_words_instant (version->signed_at, view->settings->zone, view->session.day);
  accepted_at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  /* Translators: number of the version, who signed it, when; who accepted it, when. */
  text = g_strdup_printf (_ ("Version %d, signed by %s at %s, accepted by %s at %s"), version->number,
                          rang_day_view_person_name (view, version->signed_by), signed_at,
                          rang_day_view_person_name (view, version->decided_by), accepted_at);
  gtk_label_set_text (self->version, text);
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
          late += stop->minutes_late > 0;
        }
    }
  /* Translators: orders delivered, orders on the routes. */
  text = g_strdup_printf (_ ("%u of %u delivered"), done, all);
  lateness = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
  gtk_label_set_text (self->progress, text);
  gtk_label_set_text (self->late, lateness);
  gtk_widget_set_visible (GTK_WIDGET (self->late), late > 0);
}

static void
changed_cb (RangDeliveriesPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean any = FALSE;

  if (view == NULL)
    return;
  for (guint i = 0; view->routes != NULL && i < view->routes->len; i++)
    any = any || ((const RangBoardRoute *)g_ptr_array_index (view->routes, i))->stops->len > 0;
  gtk_stack_set_visible_child (self->stack, any ? self->day : self->empty);
  show_version (self, view);
  gtk_widget_set_visible (self->outcomes, rang_desk_may (self->desk, RANG_ACTION_RECORD_OUTCOME, 0));
  gtk_widget_set_sensitive (self->outcomes, rang_day_view_get_binding (view) != NULL);
  if (!any)
    {
      rang_lanes_show (self->lanes, view, 0);
      return;
    }
  if (find_route (view, self->chosen) == NULL)
    self->chosen = ((const RangBoardRoute *)g_ptr_array_index (view->routes, 0))->resource;
  show_progress (self, view);
  rang_lanes_show (self->lanes, view, self->chosen);
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
  show_stops (self, view);
}

static void
select_next_open (RangDeliveriesPage *self)
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
record (RangDeliveriesPage *self, RangOrderState state, int reason)
{
  const RangOutcome outcome = { state, RANG_TIME_NONE, reason, -1, NULL };
  RangStopItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || !rang_stop_item_is_open (item) || !gtk_widget_is_sensitive (self->outcomes))
    return;
  rang_outcomes_record (self->desk, rang_stop_item_get_order (item), &outcome);
  select_next_open (self);
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
sheets_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangDeliveriesPage *self = RANG_DELIVERIES_PAGE (widget);
  gint64 resource = strstr (name, "van") != NULL ? self->chosen : 0;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (g_str_has_prefix (name, "delivery.print"))
    rang_sheet_print (window, self->desk, resource);
  else
    rang_sheet_save (window, self->desk, resource);
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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "delivery.delivered", NULL, delivered_cb);
  gtk_widget_class_install_action (widget_class, "delivery.part", NULL, part_cb);
  gtk_widget_class_install_action (widget_class, "delivery.fail", "s", fail_cb);
  gtk_widget_class_install_action (widget_class, "delivery.print", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.print-van", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.save", NULL, sheets_cb);
  gtk_widget_class_install_action (widget_class, "delivery.save-van", NULL, sheets_cb);
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

static void
rang_deliveries_page_class_init (RangDeliveriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_deliveries_page_dispose;
  g_type_ensure (RANG_TYPE_LANES);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-deliveries-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangDeliveriesPage, box);
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
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  install_actions (widget_class);
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
  add_columns (self);
  /* The row of headings is the column view's own first child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->stops))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headings"), -1);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (fail), _ ("Not delivered"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (fail), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Not delivered"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (fail), menu);
  gtk_box_append (GTK_BOX (self->outcomes), fail);
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
