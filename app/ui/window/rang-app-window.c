/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the application's window: its parts, its width, and how it opens and closes. */
#include "window/rang-app-window.h"

#include <glib/gi18n.h>

#include "common/rang-pen.h"
#include "rang-compat.h"
#include "window/rang-app-window-private.h"
#include "window/rang-application.h"

G_DEFINE_FINAL_TYPE (RangAppWindow, rang_app_window, ADW_TYPE_APPLICATION_WINDOW)

/* Narrower than this the pane beside the list makes way; pixels, for text of 13. */
#define NARROW 1152

/* --- the widgets --- */

static void
day_selected_cb (RangAppWindow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  rang_desk_set_day (self->desk, rang_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                                    g_date_time_get_day_of_month (date)));
  gtk_menu_button_popdown (self->day_button);
}

static GtkWidget *
new_calendar (RangAppWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *today = gtk_button_new_with_label (_ ("Today"));
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "win.today");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  rang_compat_name_search (GTK_WIDGET (self->calendar));
  return popover;
}

/* Made when it is first wanted: it is a hundred widgets. It opens at the day that is shown. */
static void
open_calendar (GtkMenuButton *button, gpointer data)
{
  RangAppWindow *self = data;
  RangDay day = self->desk != NULL ? rang_desk_get_session (self->desk)->day : RANG_DAY_NONE;
  g_autofree char *text = day != RANG_DAY_NONE ? rang_day_format (day) : NULL;
  g_autofree char *instant = text != NULL ? g_strconcat (text, "T12:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = instant != NULL ? g_date_time_new_from_iso8601 (instant, zone) : NULL;

  if (self->calendar == NULL)
    gtk_menu_button_set_popover (button, new_calendar (self));
  if (date == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
tab_chosen_cb (RangAppWindow *self, const char *name)
{
  rang_app_window_show_page (self, name);
}

static void
search_changed_cb (RangAppWindow *self)
{
  RangOrderList *list = rang_app_window_get_list (self);

  if (list != NULL)
    rang_order_list_set_query (list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* What can be chosen is only put together for somebody who looks for something. Where there is no list to look in, an
 * order is looked for on the board. */
static void
search_mode_cb (RangAppWindow *self)
{
  gboolean searching = gtk_search_bar_get_search_mode (self->search_bar);

  if (searching && rang_app_window_get_list (self) == NULL)
    rang_app_window_show_page (self, "board");
  if (searching && self->desk != NULL && rang_desk_get_view (self->desk) != NULL)
    rang_order_filter_fill (self->filter, rang_desk_get_view (self->desk));
  if (!searching)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      rang_order_filter_clear (self->filter);
      rang_app_window_focus_page (self);
    }
}

void
rang_app_window_show_pane (RangAppWindow *self)
{
  RangOrderList *list = rang_app_window_get_list (self);
  gboolean open = self->desk != NULL && rang_desk_get_view (self->desk) != NULL;
  gboolean beside_list = open && list != NULL;

  gtk_widget_set_visible (self->pane_place, beside_list && gtk_toggle_button_get_active (self->pane_button));
  gtk_widget_set_visible (GTK_WIDGET (self->pane_button), beside_list);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), open);
  rang_app_window_show_selected (self);
}

static gboolean
width_changed_cb (gpointer data)
{
  RangAppWindow *self = data;

  gtk_toggle_button_set_active (self->pane_button, !self->narrow);
  if (self->desk == NULL || rang_desk_get_view (self->desk) == NULL)
    return G_SOURCE_REMOVE;
  rang_app_window_show_head (self, rang_desk_get_view (self->desk));
  rang_tabs_show (self->tabs, rang_desk_get_view (self->desk));
  return G_SOURCE_REMOVE;
}

static void
rang_app_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  gboolean narrow = width < NARROW * rang_pen_scale_of (widget);

  GTK_WIDGET_CLASS (rang_app_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  /* Nothing may be shown or hidden while sizes are given out: after that. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, width_changed_cb, g_object_ref (self), g_object_unref);
}

static gboolean
rang_app_window_close_request (GtkWindow *window)
{
  RangAppWindow *self = RANG_APP_WINDOW (window);
  GSettings *settings = rang_ui_get_settings ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (settings != NULL)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
      g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
    }
  if (self->desk != NULL)
    rang_desk_close (self->desk);
  return GTK_WINDOW_CLASS (rang_app_window_parent_class)->close_request (window);
}

/* The day is drawn: the planner may take both processors now. */
static void
painted_cb (RangAppWindow *self, GdkFrameClock *clock)
{
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;

  if (view == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  rang_desk_settle (self->desk);
}

/* Without a compositor shadows and what is beside an arrow are black: popovers go without. */
static void
rang_app_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rang_app_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), widget,
                           G_CONNECT_SWAPPED);
  if (!gdk_display_is_composited (gtk_widget_get_display (widget)))
    rang_compat_simplify_popovers ();
}

static void
rang_app_window_dispose (GObject *object)
{
  RangAppWindow *self = RANG_APP_WINDOW (object);

  g_clear_handle_id (&self->idle_source, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->clock, rang_clock_unref);
  g_clear_pointer (&self->store, g_free);
  g_clear_pointer (&self->person, g_free);
  G_OBJECT_CLASS (rang_app_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, root);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, first_run);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, new_office);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, gone);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, gone_label);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, present);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, present_count);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, present_label);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, spoken);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, day_box);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, day_button);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, person_button);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, unverified);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, board_page);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, pane_place);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, RangAppWindow, progress);
}

static void
rang_app_window_class_init (RangAppWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_app_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rang_app_window_close_request;
  widget_class->size_allocate = rang_app_window_size_allocate;
  widget_class->realize = rang_app_window_realize;
  g_type_ensure (RANG_TYPE_TABS);
  g_type_ensure (RANG_TYPE_BOARD_PAGE);
  g_type_ensure (RANG_TYPE_ORDER_FILTER);
  g_type_ensure (RANG_TYPE_ORDER_PANE);
  g_type_ensure (RANG_TYPE_SIGN_IN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-app-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, tab_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "pane_toggled_cb",
                                                G_CALLBACK (rang_app_window_show_pane));
  rang_app_window_install_actions (widget_class);
}

/* Made when it is opened first. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  RangAppWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->main_menu);
}

static void
rang_app_window_init (RangAppWindow *self)
{
  GSettings *settings = rang_ui_get_settings ();
  RangOrderList *list;

  gtk_widget_init_template (GTK_WIDGET (self));
  list = rang_board_page_get_list (self->board_page);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (rang_app_window_show_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_menu_button_set_create_popup_func (self->day_button, open_calendar, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  rang_app_window_offer_people (self);
  rang_app_window_init_files (self);
  rang_app_window_init_day_keys (self);
  rang_app_window_init_lock (self);
  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

GtkWidget *
rang_app_window_new (GtkApplication *application, const char *store, RangClock *clock, const char *person, RangDay day)
{
  return rang_app_window_new_at_desk (application, store, clock, person, day, NULL);
}

GtkWidget *
rang_app_window_new_at_desk (
    GtkApplication *application, const char *store, RangClock *clock, const char *person, RangDay day, RangDesk *desk)
{
  RangAppWindow *self = g_object_new (RANG_TYPE_APP_WINDOW, "application", application, NULL);

  self->store = store != NULL ? g_strdup (store) : rang_app_window_dup_last_store ();
  self->clock = rang_clock_ref (clock);
  self->person = g_strdup (person);
  self->day = day;
  g_set_object (&self->desk, desk);
  rang_app_window_open_store (self);
  return GTK_WIDGET (self);
}
