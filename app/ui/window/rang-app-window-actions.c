/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the window's actions: one table, a callback each. */
#include <glib/gi18n.h>

#include "rang-compat.h"
#include "desk/rang-desk-moves.h"
#include "office/rang-permission.h"
#include "order/rang-order-dialog.h"
#include "push/rang-grant-dialog.h"
#include "push/rang-push-dialog.h"
#include "rule-editor/rang-rules-page.h"
#include "window/rang-app-window-private.h"
#include "window/rang-first-run.h"
#include "window/rang-server-dialog.h"
#include "window/rang-help.h"
#include "window/rang-preferences.h"

static void
step_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  RangDay day = self->desk != NULL ? rang_desk_get_session (self->desk)->day : RANG_DAY_NONE;

  if (day != RANG_DAY_NONE)
    rang_desk_set_day (self->desk, day + (g_str_equal (name, "win.next-day") ? 1 : -1));
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;

  if (view != NULL)
    rang_desk_set_day (self->desk, view->today);
}

static void
person_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk == NULL)
    return;
  self->landed = FALSE;
  rang_desk_set_person (self->desk, g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10));
}

static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_app_window_show_page (RANG_APP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gboolean redo = g_str_equal (name, "win.redo");

  if (RANG_IS_RULES_PAGE (page))
    rang_rules_page_undo (RANG_RULES_PAGE (page), redo);
  else
    rang_board_page_undo (self->board_page, redo);
}

/* The rules have steps of their own; every other page takes back what was done on the board and in the lists. */
void
rang_app_window_show_steps (RangAppWindow *self)
{
  gboolean rules = RANG_IS_RULES_PAGE (gtk_stack_get_visible_child (self->pages));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 rules || (self->desk != NULL && rang_desk_may_undo (self->desk, FALSE)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 rules || (self->desk != NULL && rang_desk_may_undo (self->desk, TRUE)));
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  RangOrderList *list = rang_app_window_get_list (self);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  rang_order_filter_clear (self->filter);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (list != NULL)
    rang_order_list_set_query (list, NULL);
}

/* The buttons beside the list: the same as the list's keys and its menu. */
static void
move_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangOrderList *list = rang_app_window_get_list (RANG_APP_WINDOW (widget));
  g_autofree char *action = g_strdup_printf ("order.%s", g_variant_get_string (parameter, NULL));

  if (list != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), action, NULL);
}

static void
pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  gtk_toggle_button_set_active (self->pane_button, !gtk_toggle_button_get_active (self->pane_button));
}

static void
files_chosen_cb (GListModel *files, gpointer data)
{
  rang_app_window_import (RANG_APP_WINDOW (data), files);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_compat_choose_files (GTK_WINDOW (widget), _ ("Import orders"), NULL, files_chosen_cb, widget);
}

static void
founded_cb (RangNewOffice *plan, gpointer data)
{
  rang_app_window_begin (RANG_APP_WINDOW (data), plan);
}

static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.begin-demo"))
    rang_app_window_begin (RANG_APP_WINDOW (widget), NULL);
  else
    rang_first_run_open (GTK_WINDOW (widget), founded_cb, widget);
}

static void
office_chosen_cb (GListModel *files, gpointer data)
{
  RangAppWindow *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->desk != NULL)
    return;
  rang_app_window_take_store (self, path);
  rang_app_window_open_store (self);
}

/* Only now is it the office's place: who goes no further has chosen nothing. */
static void
server_founded_cb (RangNewOffice *plan, gpointer data)
{
  rang_app_window_take_store (RANG_APP_WINDOW (data), g_object_get_data (G_OBJECT (data), "server"));
  rang_app_window_begin (RANG_APP_WINDOW (data), plan);
}

static void
server_chosen_cb (const char *location, gboolean empty, gpointer data)
{
  RangAppWindow *self = data;

  if (self->desk != NULL)
    return;
  if (empty)
    {
      g_object_set_data_full (G_OBJECT (self), "server", g_strdup (location), g_free);
      rang_first_run_open (GTK_WINDOW (self), server_founded_cb, self);
      return;
    }
  rang_app_window_take_store (self, location);
  rang_app_window_open_store (self);
}

static void
open_server_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_server_dialog_open (GTK_WINDOW (widget), server_chosen_cb, widget);
}

/* From the beginning, in a window that has seen no office yet. */
static void
another_office_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);
  GtkWidget *window;

  rang_app_window_take_store (self, "");
  window = rang_app_window_new (gtk_window_get_application (GTK_WINDOW (self)), "", self->clock, NULL, self->day);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_office_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_compat_choose_files (GTK_WINDOW (widget), _ ("Open an Office"), NULL, office_chosen_cb, widget);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_desk_reload (self->desk);
}

static void
stop_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_desk_stop_search (self->desk);
}

static void
add_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_order_dialog_open (GTK_WINDOW (widget), self->desk, 0);
}

static void
edit_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_order_dialog_open (GTK_WINDOW (widget), self->desk, g_variant_get_int64 (parameter));
}

static void
push_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL && rang_desk_get_view (self->desk) != NULL)
    rang_push_dialog_open (GTK_WINDOW (widget), self->desk, g_variant_get_int64 (parameter),
                           g_str_equal (name, "win.asked"));
}

static void
decide_push_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_grant_dialog_open (GTK_WINDOW (widget), self->desk, g_variant_get_int64 (parameter));
}

/* On a page with a list of orders; elsewhere the page stays. */
static void
show_order_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (rang_app_window_get_list (self) != NULL)
    rang_app_window_show_order (self, g_variant_get_int64 (parameter));
}

void
rang_app_window_show_asking (RangAppWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-order",
                                 rang_desk_may (self->desk, RANG_ACTION_ADD_ORDER, 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", rang_desk_may (self->desk, RANG_ACTION_IMPORT, 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.push", rang_desk_may (self->desk, RANG_ACTION_PUSH, 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.asked", rang_desk_may (self->desk, RANG_ACTION_NOTE_ASKED, 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.decide-push",
                                 rang_desk_may (self->desk, RANG_ACTION_GRANT, 0));
}

static void
preferences_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_preferences_open (GTK_WINDOW (widget), RANG_APP_WINDOW (widget)->desk);
}

static void
about_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_compat_show_about (GTK_WINDOW (widget));
}

static void
help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_help_open (GTK_WINDOW (widget), gtk_stack_get_visible_child_name (RANG_APP_WINDOW (widget)->pages));
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/ro/rang/Rang/ui/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  const char *page = gtk_stack_get_visible_child_name (RANG_APP_WINDOW (widget)->pages);
  gboolean delivering = g_strcmp0 (page, "deliveries") == 0 || g_strcmp0 (page, "calls") == 0;

  g_object_set (window, "section-name", delivering ? "deliveries" : "orders", NULL);
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  rang_compat_name_search (GTK_WIDGET (window));
  gtk_window_present (window);
}

void
rang_app_window_install_actions (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType held;
  } actions[] = {
    { "win.previous-day", NULL, step_day_cb, 0, 0 },
    { "win.next-day", NULL, step_day_cb, 0, 0 },
    { "win.today", NULL, today_cb, GDK_KEY_t, GDK_CONTROL_MASK },
    { "win.person", "s", person_cb, 0, 0 },
    { "win.page", "s", page_cb, 0, 0 },
    { "win.undo", NULL, undo_cb, GDK_KEY_z, GDK_CONTROL_MASK },
    { "win.redo", NULL, undo_cb, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.search", NULL, search_cb, GDK_KEY_f, GDK_CONTROL_MASK },
    { "win.find", NULL, rang_app_window_find_cb, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.show-all", NULL, show_all_cb, 0, 0 },
    { "win.move-order", "s", move_order_cb, 0, 0 },
    { "win.pane", NULL, pane_cb, GDK_KEY_F9, 0 },
    { "win.add-order", NULL, add_order_cb, GDK_KEY_n, GDK_CONTROL_MASK },
    { "win.edit-order", "x", edit_order_cb, 0, 0 },
    { "win.push", "x", push_cb, 0, 0 },
    { "win.asked", "x", push_cb, 0, 0 },
    { "win.decide-push", "x", decide_push_cb, 0, 0 },
    { "win.show-order", "x", show_order_cb, 0, 0 },
    { "win.people", NULL, rang_app_window_people_cb, 0, 0 },
    { "win.password", NULL, rang_app_window_password_cb, 0, 0 },
    { "win.lock", NULL, rang_app_window_lock_cb, GDK_KEY_l, GDK_CONTROL_MASK },
    { "win.preferences", NULL, preferences_cb, GDK_KEY_comma, GDK_CONTROL_MASK },
    { "win.import", NULL, import_cb, GDK_KEY_o, GDK_CONTROL_MASK },
    { "win.begin-office", NULL, begin_cb, 0, 0 },
    { "win.begin-demo", NULL, begin_cb, 0, 0 },
    { "win.open-server", NULL, open_server_cb, 0, 0 },
    { "win.another-office", NULL, another_office_cb, 0, 0 },
    { "win.open-office", NULL, open_office_cb, 0, 0 },
    { "win.stop-search", NULL, stop_search_cb, GDK_KEY_period, GDK_CONTROL_MASK },
    { "win.reload", NULL, reload_cb, GDK_KEY_F5, 0 },
    { "win.help", NULL, help_cb, GDK_KEY_F1, 0 },
    { "win.about", NULL, about_cb, 0, 0 },
    { "win.shortcuts", NULL, shortcuts_cb, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].held, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.page", "s", "board");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.page", "s", "department-1");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_ALT_MASK, "win.page", "s", "department-2");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_4, GDK_ALT_MASK, "win.page", "s", "deliveries");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_5, GDK_ALT_MASK, "win.page", "s", "conflicts");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_6, GDK_ALT_MASK, "win.page", "s", "rules");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_7, GDK_ALT_MASK, "win.page", "s", "insight");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_8, GDK_ALT_MASK, "win.page", "s", "calls");
}

/* A list takes Ctrl+Page Up and Down for itself: the window asks first. */
void
rang_app_window_init_day_keys (RangAppWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Up, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("win.previous-day")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Down, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("win.next-day")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
