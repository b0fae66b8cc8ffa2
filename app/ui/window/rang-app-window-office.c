/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the office that the window shows: opening it or making it, and what its desk tells. */
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "office/rang-office.h"
#include "order/rang-order-words.h"
#include "window/rang-app-window-private.h"
#include "window/rang-application.h"

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

/* In a narrow window the day is said shortly, and the acting person by an icon with the name in its tooltip. */
void
rang_app_window_show_head (RangAppWindow *self, const RangDayView *view)
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
  rang_app_window_show_head (self, view);
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
char *
rang_app_window_dup_last_store (void)
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
