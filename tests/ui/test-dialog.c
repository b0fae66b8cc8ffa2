/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how dialogs open and go. */
#include <adwaita.h>

#include "common/rang-dialog.h"
#include "lib/rang-test-wait.h"

#define USUAL_DPI (96 * 1024)

static gboolean
is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0;
}

static GtkWindow *
show_parent (int width, int height)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (parent, width, height);
  gtk_window_present (parent);
  g_assert_true (rang_test_wait_until (is_shown, parent, 10000));
  return parent;
}

/* Opens a dialog made for 400 × 300 pixels. */
static void
open_dialog (GtkWindow *parent, int *width, int *height)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (dialog, 400, 300);
  gtk_window_set_transient_for (dialog, parent);
  rang_dialog_present (dialog);
  gtk_window_get_default_size (dialog, width, height);
  gtk_window_destroy (dialog);
}

static void
test_with_text_of_twice_the_size_a_dialog_is_twice_as_large (void)
{
  GtkWindow *parent = show_parent (1200, 900);
  int width, height;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 11", "gtk-xft-dpi", USUAL_DPI, NULL);
  open_dialog (parent, &width, &height);
  g_assert_cmpint (width, ==, 400);
  g_assert_cmpint (height, ==, 300);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  open_dialog (parent, &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 600);
  gtk_window_destroy (parent);
}

static void
test_a_dialog_stays_within_its_window (void)
{
  GtkWindow *parent = show_parent (700, 900);
  int width, height, room = gtk_widget_get_width (GTK_WIDGET (parent));

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 11", "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  open_dialog (parent, &width, &height);
  g_assert_cmpint (width, ==, room - 48);
  g_assert_cmpint (height, ==, 600);
  gtk_window_destroy (parent);
}

/* As while the key that closes the dialog is still on its way through the text. */
static void
test_a_text_that_outlives_its_password_entry_tells_it_nothing (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *entry = gtk_password_entry_new ();
  GtkEditable *text = g_object_ref (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  rang_dialog_guard_password (entry);
  gtk_window_set_child (window, entry);
  gtk_window_present (window);
  g_assert_true (rang_test_wait_until (is_shown, window, 10000));
  gtk_window_destroy (window);
  g_object_notify (G_OBJECT (text), "has-focus");
  g_object_unref (text);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/dialog/with_text_of_twice_the_size_a_dialog_is_twice_as_large",
                   test_with_text_of_twice_the_size_a_dialog_is_twice_as_large);
  g_test_add_func ("/dialog/a_dialog_stays_within_its_window", test_a_dialog_stays_within_its_window);
  g_test_add_func ("/dialog/a_text_that_outlives_its_password_entry_tells_it_nothing",
                   test_a_text_that_outlives_its_password_entry_tells_it_nothing);
  return g_test_run ();
}
