/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the application's window: which office it shows, and what it tells. */
#include "window/rang-app-window.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-pen.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "office/rang-office.h"
#include "order/rang-order-words.h"
#include "rang-compat.h"
#include "window/rang-app-window-private.h"
#include "window/rang-application.h"

G_DEFINE_FINAL_TYPE (RangAppWindow, rang_app_window, ADW_TYPE_APPLICATION_WINDOW)

/* Narrower than this the pane beside the list makes way; pixels, for text of 13. */
#define NARROW 1152

/* --- what the desk tells --- */

static void
message_cb (RangAppWindow *self, const char *text, gboolean failed)
{
  g_autofree char *sentence = rang_words_sentence (text), *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, failed ? 10 : 4);
  if (failed)
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_text (self->spoken, sentence);
}

static void
announce_cb (RangAppWindow *self, const char *text)
{
  gtk_label_set_text (self->spoken, text);
}

static void
problem_cb (RangAppWindow *self, const char *text)
{
  g_autofree char *sentence = rang_words_sentence (text), *escaped = g_markup_escape_text (sentence, -1);

  if (rang_desk_get_view (self->desk) != NULL)
    {
      message_cb (self, text, TRUE);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), escaped);
  gtk_stack_set_visible_child (self->root, self->problem);
}

static void
offer_rank_order_cb (RangAppWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Orders can be moved when all of them are shown, in rank order"));

  adw_toast_set_button_label (toast, _ ("Show All"));
  adw_toast_set_action_name (toast, "win.show-all");
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_label_set_text (self->spoken, adw_toast_get_title (toast));
}

/* A heading begins with a capital letter, also where the name of a weekday does not. */
static char *
as_heading (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

/* In a narrow window the day is said shortly, and the acting person by an icon with the name in its tooltip. */
/* Whom the person stands in for today. */
static const RangPerson *
find_behalf (const RangDayView *view, const RangPerson *person)
{
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->behalf != 0)
        return rang_day_view_find_person (view, grant->behalf);
    }
  return NULL;
}

static void
show_head (RangAppWindow *self, const RangDayView *view)
{
  const RangPerson *person = rang_day_view_find_person (view, view->session.person);
  const char *name = person != NULL ? person->name : _ ("Nobody");
  g_autofree char *day
      = self->narrow ? rang_day_label_short (view->session.day) : rang_day_label_long (view->session.day);
  const RangPerson *behalf = person != NULL ? find_behalf (view, person) : NULL;
  /* Translators: the deputy's name, for whom */
  g_autofree char *both = behalf != NULL ? g_strdup_printf (_ ("%s for %s"), name, behalf->name) : g_strdup (name);
  /* Translators: %s is the name of the acting person. */
  g_autofree char *acts = g_strdup_printf (_ ("Who acts: %s"), both);
  g_autofree char *deputies = person != NULL ? rang_acting_describe (view, person->id) : NULL;
  g_autofree char *tooltip = deputies != NULL ? g_strdup_printf ("%s\n%s", acts, deputies) : g_strdup (acts);
  g_autofree char *heading = as_heading (day);

  rang_tabs_set_narrow (self->tabs, self->narrow);
  gtk_menu_button_set_label (self->day_button, heading);
  if (self->narrow)
    gtk_menu_button_set_icon_name (self->person_button, "avatar-default-symbolic");
  else
    gtk_menu_button_set_label (self->person_button, both);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->person_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, acts, -1);
}

/* What a colleague did meanwhile is said, and spoken. */
static void
tell_colleague (RangAppWindow *self, const RangDayView *view)
{
  const RangLogEntry *entry = view->newest;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;
  gint64 seen = self->seen_entry;

  if (entry == NULL || entry->entry == seen)
    return;
  self->seen_entry = entry->entry;
  if (seen == 0 || entry->who == view->session.person || entry->day != view->session.day)
    return;
  what = rang_order_words_log (view, entry);
  /* Translators: what a colleague did to an order: its number, and what. */
  text = entry->order != 0 ? g_strdup_printf (_ ("%d: %s"), (int)entry->order, what) : g_strdup (what);
  rang_desk_tell (self->desk, text);
}

static void
desk_changed_cb (RangAppWindow *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_autofree char *day = rang_day_label_long (view->session.day);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->person_button), TRUE);
  show_head (self, view);
  /* Translators: the window's title: name of the company, the day. */
  title = g_strdup_printf (_ ("%s, %s"), view->settings->name, day);
  gtk_window_set_title (GTK_WINDOW (self), title);
  rang_tabs_show (self->tabs, view);
  rang_app_window_show_present (self);
  rang_app_window_show_asking (self);
  if (gtk_search_bar_get_search_mode (self->search_bar))
    rang_order_filter_fill (self->filter, view);
  rang_app_window_show_pages (self, view);
  rang_app_window_show_pane (self);
  rang_app_window_show_steps (self);
  if (rang_app_window_show_sign_in (self, view))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->pane_button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->search_button), FALSE);
      return;
    }
  tell_colleague (self, view);
  rang_app_window_arrive (self);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL
      || !gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (self))))
    rang_app_window_focus_page (self);
}

/* --- opening --- */

static void
open_desk (RangAppWindow *self)
{
  gboolean opened = self->desk != NULL;

  if (!opened)
    self->desk = rang_desk_new (self->store, self->clock, self->person, self->day);
  g_signal_connect_object (self->desk, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "announce", G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "present", G_CALLBACK (rang_app_window_show_present), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "connection", G_CALLBACK (rang_app_window_show_connection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "offer-rank-order", G_CALLBACK (offer_rank_order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "steps-changed", G_CALLBACK (rang_app_window_show_steps), self,
                           G_CONNECT_SWAPPED);
  rang_board_page_set_desk (self->board_page, self->desk);
  rang_order_pane_set_desk (self->pane, self->desk);
  if (!opened)
    rang_desk_open (self->desk);
}

void
rang_app_window_take_store (RangAppWindow *self, const char *store)
{
  GSettings *settings = rang_ui_get_settings ();
  char *copy = g_strdup (store);

  g_free (self->store);
  self->store = copy;
  if (settings != NULL)
    g_settings_set_string (settings, "store", store);
}

/* The file or server that was chosen last, or the file of the person's data folder. */
static char *
dup_last_store (void)
{
  GSettings *settings = rang_ui_get_settings ();
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "store") : NULL;

  return last != NULL && *last != '\0' ? g_steal_pointer (&last) : rang_office_default_path ();
}

void
rang_app_window_open_store (RangAppWindow *self)
{
  gboolean unchosen = *self->store == '\0';

  if (unchosen)
    {
      g_free (self->store);
      self->store = rang_office_default_path ();
    }
  if (unchosen || rang_office_is_absent (self->store))
    {
      gtk_stack_set_visible_child (self->root, self->first_run);
      gtk_widget_grab_focus (self->new_office);
      return;
    }
  gtk_stack_set_visible_child_name (self->root, "opening");
  open_desk (self);
}

static void
create_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RangAppWindow *self = source;
  const RangNewOffice *plan = data;
  g_autoptr (GError) error = NULL;
  RangOffice *office = plan != NULL ? rang_office_found (self->store, self->clock, plan, g_get_user_name (), &error)
                                    : rang_office_create (self->store, self->clock, TRUE, g_get_user_name (), &error);

  if (office == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  rang_office_close (office);
  g_task_return_boolean (task, TRUE);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RangAppWindow *self = RANG_APP_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_stack_set_visible_child (self->root, self->first_run);
      message_cb (self, error->message, TRUE);
      return;
    }
  rang_app_window_open_store (self);
}

void
rang_app_window_begin (RangAppWindow *self, RangNewOffice *plan)
{
  GTask *task = g_task_new (self, NULL, created_cb, NULL);

  gtk_stack_set_visible_child_name (self->root, "opening");
  g_task_set_source_tag (task, rang_app_window_begin);
  g_task_set_task_data (task, plan, (GDestroyNotify)rang_new_office_free);
  g_task_run_in_thread (task, create_thread);
  g_object_unref (task);
}

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
  show_head (self, rang_desk_get_view (self->desk));
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
rang_app_window_new_at_desk (GtkApplication *application,
                             const char *store,
                             RangClock *clock,
                             const char *person,
                             RangDay day,
                             RangDesk *desk)
{
  RangAppWindow *self = g_object_new (RANG_TYPE_APP_WINDOW, "application", application, NULL);

  self->store = store != NULL ? g_strdup (store) : dup_last_store ();
  self->clock = rang_clock_ref (clock);
  self->person = g_strdup (person);
  self->day = day;
  g_set_object (&self->desk, desk);
  rang_app_window_open_store (self);
  return GTK_WIDGET (self);
}
