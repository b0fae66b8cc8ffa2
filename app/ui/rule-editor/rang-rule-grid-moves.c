/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving, adding and removing rows and columns of a rule table: by key, by menu, by drag. */
#include <glib/gi18n.h>

#include "rule-editor/rang-rule-grid-private.h"

static void
move_row (RangRuleGrid *self, guint to)
{
  g_autofree char *spoken = NULL;

  if (!self->editable || to >= self->n_rows || self->row >= self->n_rows || to == self->row)
    return;
  /* Translators: spoken after a row of a rule table was moved: from, to, of how many */
  spoken = g_strdup_printf (_ ("Row %u moved to place %u of %u"), self->row + 1, to + 1, self->n_rows);
  rang_rule_draft_move_row (self->draft, self->table, self->row, to);
  self->row = to;
  rang_rule_grid_step (self, spoken);
}

static void
move_column (RangRuleGrid *self, guint to)
{
  if (!self->editable || to >= self->n_inputs || self->column >= self->n_inputs || to == self->column)
    return;
  rang_rule_draft_move_column (self->draft, self->table, self->column, to);
  self->column = to;
  rang_rule_grid_step (self, _ ("Column moved"));
}

static void
row_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRuleGrid *self = RANG_RULE_GRID (widget);

  if (!self->editable)
    return;
  if (g_str_equal (name, "grid.row-up") && self->row > 0)
    move_row (self, self->row - 1);
  else if (g_str_equal (name, "grid.row-down"))
    move_row (self, self->row + 1);
  else if (g_str_equal (name, "grid.add-above") || g_str_equal (name, "grid.add-below"))
    {
      guint at = self->n_rows == 0 ? 0 : self->row + (g_str_equal (name, "grid.add-below") ? 1 : 0);

      rang_rule_draft_add_row (self->draft, self->table, at);
      self->row = at;
      self->column = 0;
      rang_rule_grid_step (self, _ ("New row"));
    }
  else if (g_str_equal (name, "grid.copy-row") && self->row < self->n_rows)
    {
      rang_rule_draft_copy_row (self->draft, self->table, self->row++);
      rang_rule_grid_step (self, _ ("Row copied"));
    }
  else if (g_str_equal (name, "grid.remove-row") && self->row < self->n_rows)
    {
      rang_rule_draft_remove_row (self->draft, self->table, self->row);
      rang_rule_grid_step (self, _ ("Row removed"));
    }
}

static void
column_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRuleGrid *self = RANG_RULE_GRID (widget);

  if (!self->editable || self->column >= self->n_inputs)
    return;
  if (g_str_equal (name, "grid.column-left") && self->column > 0)
    move_column (self, self->column - 1);
  else if (g_str_equal (name, "grid.column-right"))
    move_column (self, self->column + 1);
  else if (g_str_equal (name, "grid.remove-column"))
    {
      rang_rule_draft_remove_column (self->draft, self->table, self->column);
      rang_rule_grid_step (self, _ ("Column removed"));
    }
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType held;
} actions[] = {
  { "grid.row-up", row_action_cb, GDK_KEY_Up, GDK_ALT_MASK },
  { "grid.row-down", row_action_cb, GDK_KEY_Down, GDK_ALT_MASK },
  { "grid.add-above", row_action_cb, GDK_KEY_Insert, GDK_SHIFT_MASK },
  { "grid.add-below", row_action_cb, GDK_KEY_Insert, 0 },
  { "grid.copy-row", row_action_cb, GDK_KEY_d, GDK_CONTROL_MASK },
  { "grid.remove-row", row_action_cb, GDK_KEY_Delete, GDK_CONTROL_MASK },
  { "grid.column-left", column_action_cb, GDK_KEY_Left, GDK_ALT_MASK },
  { "grid.column-right", column_action_cb, GDK_KEY_Right, GDK_ALT_MASK },
  { "grid.remove-column", column_action_cb, 0, 0 },
};

void
rang_rule_grid_install_moves (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].held, actions[i].name, NULL);
    }
}

void
rang_rule_grid_update_moves (RangRuleGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean row = self->editable && self->row < self->n_rows, column = self->editable && self->column < self->n_inputs;

  gtk_widget_action_set_enabled (widget, "grid.row-up", row && self->row > 0);
  gtk_widget_action_set_enabled (widget, "grid.row-down", row && self->row + 1 < self->n_rows);
  gtk_widget_action_set_enabled (widget, "grid.add-above", self->editable);
  gtk_widget_action_set_enabled (widget, "grid.add-below", self->editable);
  gtk_widget_action_set_enabled (widget, "grid.copy-row", row);
  gtk_widget_action_set_enabled (widget, "grid.remove-row", row);
  gtk_widget_action_set_enabled (widget, "grid.column-left", column && self->column > 0);
  gtk_widget_action_set_enabled (widget, "grid.column-right", column && self->column + 1 < self->n_inputs);
  gtk_widget_action_set_enabled (widget, "grid.remove-column", column);
}

/* --- menus --- */

static void
menu_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, (GSourceFunc)(void (*) (void))gtk_widget_unparent, popover, NULL);
}

static void
open_menu (GtkWidget *button, GMenu *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_widget_set_parent (popover, button);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
rang_rule_grid_open_row_menu (RangRuleGrid *self, GtkWidget *handle)
{
  g_autoptr (GMenu) menu = g_menu_new (), add = g_menu_new (), remove = g_menu_new ();

  if (!self->editable)
    return;
  rang_rule_grid_update_moves (self);
  g_menu_append (menu, _ ("Move Up"), "grid.row-up");
  g_menu_append (menu, _ ("Move Down"), "grid.row-down");
  g_menu_append (add, _ ("Add a Row Above"), "grid.add-above");
  g_menu_append (add, _ ("Add a Row Below"), "grid.add-below");
  g_menu_append (add, _ ("Copy"), "grid.copy-row");
  g_menu_append (remove, _ ("Remove"), "grid.remove-row");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  open_menu (handle, menu);
}

void
rang_rule_grid_open_column_menu (RangRuleGrid *self, GtkWidget *head)
{
  g_autoptr (GMenu) menu = g_menu_new (), remove = g_menu_new ();

  if (!self->editable || self->column >= self->n_inputs)
    return;
  rang_rule_grid_update_moves (self);
  g_menu_append (menu, _ ("Move Left"), "grid.column-left");
  g_menu_append (menu, _ ("Move Right"), "grid.column-right");
  g_menu_append (remove, _ ("Remove"), "grid.remove-column");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  open_menu (head, menu);
}

/* --- drag --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RangRuleGrid *self)
{
  const char *what = g_object_get_data (G_OBJECT (source), "what");

  return self->editable ? gdk_content_provider_new_typed (G_TYPE_STRING, what) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, RangRuleGrid *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

void
rang_rule_grid_make_draggable (RangRuleGrid *self, GtkWidget *widget, char what, guint index)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_object_set_data_full (G_OBJECT (source), "what", g_strdup_printf ("%c%u", what, index), g_free);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/* The cell, handle or head below the pointer. */
static GtkWidget *
find_below (RangRuleGrid *self, double x, double y)
{
  GtkWidget *below = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (below != NULL && !GTK_IS_BUTTON (below) && below != GTK_WIDGET (self))
    below = gtk_widget_get_parent (below);
  return GTK_IS_BUTTON (below) ? below : NULL;
}

/* Shows where what is carried would go. */
static void
mark_below (RangRuleGrid *self, GtkWidget *below)
{
  if (below == self->below)
    return;
  if (self->below != NULL)
    gtk_widget_remove_css_class (self->below, "drop-here");
  g_set_weak_pointer (&self->below, below);
  if (below != NULL)
    gtk_widget_add_css_class (below, "drop-here");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RangRuleGrid *self)
{
  mark_below (self, find_below (self, x, y));
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, RangRuleGrid *self)
{
  mark_below (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RangRuleGrid *self)
{
  const char *what = g_value_get_string (value);
  GtkWidget *below = find_below (self, x, y);
  guint from;

  mark_below (self, NULL);
  if (below == NULL || what == NULL || *what == '\0')
    return FALSE;
  from = (guint)g_ascii_strtoull (what + 1, NULL, 10);
  if (*what == 'r' && g_object_get_data (G_OBJECT (below), "head") == NULL)
    {
      self->row = from;
      move_row (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (below), "row")));
      return TRUE;
    }
  if (*what == 'c' && g_object_get_data (G_OBJECT (below), "handle") == NULL)
    {
      self->column = from;
      move_column (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (below), "column")));
      return TRUE;
    }
  return FALSE;
}

/* Typing in a cell begins to edit it with what is typed. */
static gboolean
typed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType held, RangRuleGrid *self)
{
  gunichar c = gdk_keyval_to_unicode (key);
  char text[7] = "";
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->editable || (held & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || c < 0x21 || c == 0x7f || focus == NULL
      || !gtk_widget_has_css_class (focus, "rule-cell"))
    return FALSE;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  rang_rule_grid_edit (self, text);
  return TRUE;
}

void
rang_rule_grid_init_moves (RangRuleGrid *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
