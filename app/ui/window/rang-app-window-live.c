/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the window tells of a server: that it is gone, that it is back, and who else is there. */
#include <glib/gi18n.h>

#include "office/rang-office-presence.h"
#include "window/rang-app-window-private.h"

void
rang_app_window_show_connection (RangAppWindow *self)
{
  gint64 read_at;
  const char *problem = rang_desk_get_problem (self->desk, &read_at);
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_autoptr (GTimeZone) zone = view != NULL ? rang_settings_dup_zone (view->settings) : g_time_zone_new_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (read_at);
  g_autoptr (GDateTime) then = g_date_time_to_timezone (utc, zone);
  g_autofree char *time = g_date_time_format (then, "%H:%M");
  /* Translators: %s is a time, "14:32" */
  g_autofree char *text = g_strdup_printf (_ ("The server does not answer. You see the office as it was at %s and can "
                                              "change nothing; Rang tries again by itself."),
                                           time);
  gboolean was_gone = gtk_widget_get_visible (self->gone);

  if (problem == NULL && !was_gone)
    return;
  gtk_widget_set_visible (self->gone, problem != NULL && view != NULL);
  gtk_label_set_text (self->gone_label, problem != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->gone, problem);
  if (was_gone && problem == NULL)
    rang_desk_tell (self->desk, _ ("The server answers again"));
  else if (!was_gone && gtk_widget_get_visible (self->gone))
    rang_desk_announce (self->desk, text);
}

/* "Dan Mureșan, Ion Ilie": those at this board, but for who sits here. */
static char *
dup_names (RangAppWindow *self, guint *count)
{
  const GPtrArray *present = rang_desk_get_present (self->desk);
  const RangSession *session = rang_desk_get_session (self->desk);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  *count = 0;
  for (guint i = 0; present != NULL && i < present->len; i++)
    {
      const RangPresent *one = present->pdata[i];

      if (one->day != session->day || one->person == session->person)
        continue;
      g_strv_builder_add (names, one->name);
      ++*count;
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

void
rang_app_window_show_present (RangAppWindow *self)
{
  guint count;
  g_autofree char *names = dup_names (self, &count);
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: %s are names of people */
  g_autofree char *text = g_strdup_printf (_ ("Also at this board: %s"), names);

  gtk_label_set_text (self->present_count, number);
  gtk_label_set_text (self->present_label, text);
  if (count > 0)
    gtk_widget_set_tooltip_text (self->present, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->present), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->present, count > 0);
}
