/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the window tells of a server: that it is gone, and that it is back. */
#include <glib/gi18n.h>

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

  gtk_widget_set_visible (self->gone, problem != NULL && view != NULL);
  gtk_label_set_text (self->gone_label, problem != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->gone, problem);
  if (was_gone && problem == NULL)
    rang_desk_tell (self->desk, _ ("The server answers again"));
  else if (!was_gone && gtk_widget_get_visible (self->gone))
    rang_desk_announce (self->desk, text);
}
