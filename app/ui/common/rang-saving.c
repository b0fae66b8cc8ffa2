/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how a dialog ends that saves: closed, or standing with what is wrong. */
#include "common/rang-saving.h"

#include "common/rang-words.h"

void
rang_saving_end (GtkWidget *save, GtkLabel *problem, const GError *error)
{
  gtk_widget_set_sensitive (save, TRUE);
  if (error != NULL)
    rang_saving_refuse (problem, error->message);
  else
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (save)));
}

void
rang_saving_refuse (GtkLabel *problem, const char *text)
{
  rang_words_tell (problem, text);
  gtk_widget_set_visible (GTK_WIDGET (problem), TRUE);
}
