/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the window tells of a server: that it is gone, and that it is back. */
#include <glib/gi18n.h>

#include "window/rang-app-window-private.h"

void
rang_app_window_show_connection (RangAppWindow *self)
{
  gint64 read_at;
  const char *problem = rang_desk_get_problem (self->desk, &read_at);
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (read_at);
  g_autofree char *time = then != NULL ? g_date_time_format (then, "%H:%M") : g_strdup ("–");
  /* Translators: %s is a time, "14:32" */
  g_autofree char *text = g_strdup_printf (_ ("The server does not answer. You see the office as it was at %s and can "
                                              "change nothing; Rang tries again by itself."),
                                           time);
  gboolean was_gone = gtk_widget_get_visible (self->gone);

  gtk_widget_set_visible (self->gone, problem != NULL && rang_desk_get_view (self->desk) != NULL);
  gtk_label_set_text (self->gone_label, text);
  gtk_widget_set_tooltip_text (self->gone, problem);
  if (was_gone && problem == NULL)
    rang_desk_tell (self->desk, _ ("The server answers again"));
  else if (!was_gone && gtk_widget_get_visible (self->gone))
    rang_desk_announce (self->desk, text);
}
