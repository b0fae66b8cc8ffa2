/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who acts in the window: choosing, signing in, locking. */
#include <glib/gi18n.h>

#include "window/rang-app-window-private.h"
#include "window/rang-password-question.h"
#include "window/rang-people-window.h"

/* A workstation that many pass: nobody's key stays open longer than this without a touch. */
#define LOCK_AFTER_US (10 * 60 * G_USEC_PER_SEC)
#define LOOK_EVERY_S 15

/* Returns: (transfer full) (nullable): the words for a person in the menu; %NULL for who does not work here */
static char *
dup_person_label (const RangDayView *view, const RangPerson *person)
{
  GString *label = g_string_new (person->name);
  gboolean in_office = FALSE;

  for (guint j = 0; j < person->grants->len; j++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, j);

      in_office = in_office || grant->role != RANG_ROLE_COURIER;
      if (j == 0)
        g_string_append_printf (label, " · %s", rang_role_label (grant->role));
      if (grant->behalf != 0)
        /* Translators: stands behind a role; a name: the person stands in for that one */
        g_string_append_printf (label, _ (" for %s"), rang_day_view_person_name (view, grant->behalf));
      else if (grant->yielded != 0)
        /* Translators: stands behind a role; a name: that one stands in now */
        g_string_append_printf (label, _ (", now %s"), rang_day_view_person_name (view, grant->yielded));
    }
  return g_string_free (label, !person->active || !in_office);
}

/* Made when it is opened; one that is open stays as it is while others work on. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  RangAppWindow *self = data;
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; view != NULL && i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);
      g_autofree char *label = dup_person_label (view, person);
      g_autoptr (GMenuItem) item = NULL;

      if (label == NULL)
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.person", "s", id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
rang_app_window_offer_people (RangAppWindow *self)
{
  gtk_menu_button_set_create_popup_func (self->person_button, make_menu_cb, self, NULL);
}

gboolean
rang_app_window_show_sign_in (RangAppWindow *self, const RangDayView *view)
{
  const RangPerson *person = rang_day_view_find_person (view, view->session.person);
  gboolean locked = rang_desk_is_locked (self->desk);

  gtk_widget_set_visible (self->unverified, person != NULL && person->key == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", person != NULL && person->key != NULL && !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.password", person != NULL && !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.people", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", !locked);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), !locked);
  gtk_widget_set_visible (self->day_box, !locked);
  if (locked && self->sign_in_page == NULL)
    {
      self->sign_in_page = g_object_new (RANG_TYPE_SIGN_IN_PAGE, NULL);
      gtk_stack_add_named (self->root, GTK_WIDGET (self->sign_in_page), "sign-in");
    }
  gtk_stack_set_visible_child_name (self->root, locked ? "sign-in" : "pages");
  if (locked)
    rang_sign_in_page_show (self->sign_in_page, self->desk);
  return locked;
}

void
rang_app_window_people_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL && rang_desk_get_view (self->desk) != NULL)
    rang_people_window_open (GTK_WINDOW (self), self->desk);
}

void
rang_app_window_password_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_password_question_own (GTK_WINDOW (self), self->desk);
}

void
rang_app_window_lock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangAppWindow *self = RANG_APP_WINDOW (widget);

  if (self->desk != NULL)
    rang_desk_lock (self->desk);
}

/* --- locking when nobody is there --- */

static gboolean
touched_cb (RangAppWindow *self)
{
  self->active_at = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

static gboolean
look_cb (gpointer data)
{
  RangAppWindow *self = data;

  if (self->desk != NULL && g_get_monotonic_time () - self->active_at > LOCK_AFTER_US)
    rang_desk_lock (self->desk);
  return G_SOURCE_CONTINUE;
}

void
rang_app_window_init_lock (RangAppWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  touched_cb (self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  self->idle_source = g_timeout_add_seconds (LOOK_EVERY_S, look_cb, self);
}
