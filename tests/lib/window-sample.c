/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a small window with a button, an entry and rows that can be dragged: what the harness is tried on. */
#include <gtk/gtk.h>

#define ROWS 12

static GtkWidget *said;

static void
pressed_cb (GtkButton *button, gpointer data)
{
  gtk_label_set_text (GTK_LABEL (said), "pressed");
}

static void
activated_cb (GtkEntry *entry, gpointer data)
{
  g_autofree char *text = g_strdup_printf ("typed %s", gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_label_set_text (GTK_LABEL (said), text);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  g_autofree char *text = g_strdup_printf ("dropped %d on %d", g_value_get_int (value), GPOINTER_TO_INT (data));

  gtk_label_set_text (GTK_LABEL (said), text);
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  return gdk_content_provider_new_typed (G_TYPE_INT, GPOINTER_TO_INT (data));
}

static GtkWidget *
make_row (int number)
{
  g_autofree char *name = g_strdup_printf ("Row %d", number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), gtk_label_new (name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), GINT_TO_POINTER (number));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), GINT_TO_POINTER (number));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return row;
}

static void
activate_cb (GtkApplication *app, gpointer data)
{
  GtkWidget *window = gtk_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_label ("Press me"), *entry = gtk_entry_new ();

  said = gtk_label_new ("nothing yet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Note", -1);
  g_signal_connect (button, "clicked", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (entry, "activate", G_CALLBACK (activated_cb), NULL);
  for (int i = 1; i <= ROWS; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (i));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), said);
  gtk_box_append (GTK_BOX (box), list);
  gtk_window_set_title (GTK_WINDOW (window), "Sample");
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 600);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) app = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (app, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
