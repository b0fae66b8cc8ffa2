/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how large a dialog opens, and for what its entries leave behind. */
#include "common/rang-dialog.h"

#include <adwaita.h>

#include "common/rang-pen.h"

/* What of the window behind shows at each side, so that a dialog does not pass for a page; pixels. */
#define AROUND 24

/* The desktop's usual text, of 11 points, against the pictures' 13 pixels. */
#define USUAL (11 * 96 / 72.0 / 13)

/* A window that is lower than this is left alone: the dialog would show nothing. */
#define LEAST 480

static int
fit (int size, double scale, int room)
{
  int wanted = (int)(size * scale + 0.5);

  if (size <= 0 || room <= 0)
    return size;
  return MIN (wanted, MAX (room - 2 * AROUND, MIN (size, LEAST)));
}

/* A column that is kept to a width for reading holds as many words as before. */
static void
scale_columns (GtkWidget *widget, double scale)
{
  if (ADW_IS_CLAMP (widget))
    {
      AdwClamp *clamp = ADW_CLAMP (widget);

      adw_clamp_set_maximum_size (clamp, (int)(adw_clamp_get_maximum_size (clamp) * scale));
      adw_clamp_set_tightening_threshold (clamp, (int)(adw_clamp_get_tightening_threshold (clamp) * scale));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scale_columns (child, scale);
}

void
rang_dialog_present (GtkWindow *dialog)
{
  GtkWindow *parent;
  double scale;
  int width, height;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  parent = gtk_window_get_transient_for (dialog);
  scale = MAX (1, rang_pen_scale_of (GTK_WIDGET (dialog)) / USUAL);
  gtk_window_get_default_size (dialog, &width, &height);
  if (parent != NULL)
    gtk_window_set_default_size (dialog, fit (width, scale, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 fit (height, scale, gtk_widget_get_height (GTK_WIDGET (parent))));
  if (scale > 1)
    scale_columns (GTK_WIDGET (dialog), scale);
  gtk_window_present (dialog);
}

static void
destroyed_cb (GtkWidget *entry, GObject *text)
{
  g_signal_handlers_disconnect_matched (text, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, entry);
}

static void
text_unref (gpointer text, GClosure *closure)
{
  g_object_unref (text);
}

void
rang_dialog_guard_password (GtkWidget *entry)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_PASSWORD_ENTRY (entry));

  text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  g_signal_connect_data (entry, "destroy", G_CALLBACK (destroyed_cb), g_object_ref (text), text_unref, 0);
}
