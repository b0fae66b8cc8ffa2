/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for Tab, which leaves a list in place of going through its rows. */
#include "common/rang-tab-out.h"

static GtkWidget *
step (GtkWidget *widget, GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (widget)
                                          : gtk_widget_get_prev_sibling (widget);
}

/* From @from on among its siblings. Returns: whether one of them took the keys */
static gboolean
focus_first (GtkWidget *from, GtkDirectionType direction)
{
  for (GtkWidget *widget = from; widget != NULL; widget = step (widget, direction))
    if (gtk_widget_get_child_visible (widget) && gtk_widget_child_focus (widget, direction))
      return TRUE;
  return FALSE;
}

static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (list));

  for (GtkWidget *widget = list; widget != root; widget = gtk_widget_get_parent (widget))
    if (focus_first (step (widget, direction), direction))
      return TRUE;
  /* From the last thing in the window to the first. */
  return focus_first (direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_first_child (root)
                                                       : gtk_widget_get_last_child (root),
                      direction);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType held, GtkWidget *list)
{
  GtkDirectionType direction
      = key == GDK_KEY_ISO_Left_Tab || (held & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) || (held & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  return leave (list, direction);
}

void
rang_tab_out_attach (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), list);
  gtk_widget_add_controller (list, keys);
}
