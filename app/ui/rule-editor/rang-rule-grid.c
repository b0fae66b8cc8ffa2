/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a table of rules as a grid: heads, cells, what they say and what they were. */
#include "rule-editor/rang-rule-grid.h"

#include <glib/gi18n.h>

#include "rule-editor/rang-rule-grid-private.h"

G_DEFINE_FINAL_TYPE (RangRuleGrid, rang_rule_grid, GTK_TYPE_WIDGET)

/* Width of a reason, characters. */
#define REASON_LEAST 12
#define REASON_MOST 48

enum
{
  CHANGED,
  ROW_CHOSEN,
  ANNOUNCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
index_of (GtkWidget *widget, const char *what)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), what));
}

/* --- cells --- */

static GtkWidget *
find_cell (RangRuleGrid *self, guint row, guint column)
{
  guint at = row * self->n_columns + column;

  return row < self->n_rows && column < self->n_columns ? self->cells->pdata[at] : NULL;
}

/* What the cell was, struck, before what it is. */
static void
show_cell (RangRuleGrid *self, guint row, guint column, const RangRuleColumn *described)
{
  GtkWidget *cell = find_cell (self, row, column);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (cell)));
  g_autofree char *text = rang_rule_draft_dup_cell (self->draft, self->table, row, column);
  g_autofree char *before = rang_rule_draft_dup_before (self->draft, self->table, row, column);
  g_autofree char *markup = before != NULL && *before != '\0'
                                ? g_markup_printf_escaped ("<s>%s</s> <b>%s</b>", before, text)
                                : g_markup_escape_text (text, -1);
  g_autofree char *was = NULL, *name = NULL;

  gtk_label_set_markup (label, markup);
  if (described->kind == RANG_RULE_COLUMN_REASON)
    gtk_widget_set_tooltip_text (cell, text);
  (before != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (cell, "changed");
  (g_str_equal (text, "–") ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (cell, "any");
  (g_str_has_prefix (text, "−") ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (cell, "minus");
  if (before != NULL && *before != '\0')
    /* Translators: spoken after a cell that has changed: what it was */
    was = g_strdup_printf (_ (", was %s"), before);
  /* Translators: spoken name of a cell of a rule table: row, column, content, and what it was */
  name = g_strdup_printf (_ ("Row %u, %s: %s%s"), row + 1, described->label, text, was != NULL ? was : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_handle (RangRuleGrid *self, guint row)
{
  GtkWidget *handle = self->handles->pdata[row];
  g_autofree char *finding = rang_rule_draft_dup_row_finding (self->draft, self->table, row);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *name = NULL;

  gtk_button_set_label (GTK_BUTTON (handle), number);
  (finding != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (handle, "finding");
  gtk_widget_set_tooltip_text (handle, finding != NULL ? finding : _ ("Move, copy or remove this row"));
  /* Translators: spoken name of the button at the start of a row of a rule table; then what is wrong with the row */
  name = g_strdup_printf (_ ("Row %u%s%s"), row + 1, finding != NULL ? ": " : "", finding != NULL ? finding : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_count (RangRuleGrid *self, guint row)
{
  g_autofree char *rule = rang_rule_draft_dup_rule (self->draft, self->table, row);
  guint count = self->counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, rule)) : 0;
  g_autofree char *text = self->counts != NULL ? g_strdup_printf ("%u", count) : g_strdup ("");

  gtk_label_set_text (self->counted->pdata[row], text);
}

static void
show_all (RangRuleGrid *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autoptr (RangRuleColumn) described = rang_rule_draft_dup_column (self->draft, self->table, column);

      for (guint row = 0; row < self->n_rows; row++)
        show_cell (self, row, column, described);
    }
  for (guint row = 0; row < self->n_rows; row++)
    {
      show_handle (self, row);
      show_count (self, row);
    }
}

/* --- the focus --- */

static void
cell_focus_cb (GtkEventControllerFocus *focus, RangRuleGrid *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  guint row = index_of (widget, "row"), before = self->row;

  if (index_of (widget, "head") == 0)
    self->row = row;
  if (index_of (widget, "handle") == 0)
    self->column = index_of (widget, "column");
  rang_rule_grid_update_moves (self);
  if (index_of (widget, "head") == 0 && row != before)
    g_signal_emit (self, signals[ROW_CHOSEN], 0, row);
}

static void
watch_focus (RangRuleGrid *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (cell_focus_cb), self);
  gtk_widget_add_controller (widget, focus);
}

void
rang_rule_grid_focus (RangRuleGrid *self)
{
  GtkWidget *cell;

  if (self->n_rows == 0)
    return;
  cell = find_cell (self, MIN (self->row, self->n_rows - 1), MIN (self->column, self->n_columns - 1));
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

/* --- editing --- */

/* A popover belongs to its cell, and goes before it. */
static void
drop_editor (RangRuleGrid *self)
{
  if (self->editor == NULL)
    return;
  g_object_remove_weak_pointer (G_OBJECT (self->editor), (gpointer *)&self->editor);
  g_signal_handlers_disconnect_by_data (self->editor, self);
  gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->editor)));
}

static void
cell_clicked_cb (GtkWidget *cell, RangRuleGrid *self)
{
  self->row = index_of (cell, "row");
  self->column = index_of (cell, "column");
  rang_rule_grid_edit (self, NULL);
}

static void
edited_cb (RangRuleGrid *self)
{
  g_autofree char *text = rang_rule_draft_dup_cell (self->draft, self->table, self->row, self->column);

  rang_rule_grid_step (self, text);
}

static void
editor_closed_cb (RangRuleGrid *self)
{
  rang_rule_grid_focus (self);
}

void
rang_rule_grid_edit (RangRuleGrid *self, const char *words)
{
  GtkWidget *cell = find_cell (self, self->row, self->column);

  if (cell == NULL || !self->editable)
    return;
  drop_editor (self);
  self->editor = RANG_RULE_CELL_EDITOR (rang_rule_cell_editor_new (self->draft, self->table, self->row, self->column));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), cell);
  g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->editor, "closed", G_CALLBACK (editor_closed_cb), self);
  g_object_add_weak_pointer (G_OBJECT (self->editor), (gpointer *)&self->editor);
  rang_rule_cell_editor_open (self->editor, words);
}

void
rang_rule_grid_step (RangRuleGrid *self, const char *spoken)
{
  rang_rule_grid_refresh (self);
  if (spoken != NULL)
    g_signal_emit (self, signals[ANNOUNCE], 0, spoken);
  g_signal_emit (self, signals[CHANGED], 0);
  rang_rule_grid_focus (self);
}

/* --- building --- */

static GtkWidget *
new_button (RangRuleGrid *self, const char *class)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, class);
  watch_focus (self, button);
  return button;
}

static void
row_menu_cb (GtkWidget *handle, RangRuleGrid *self)
{
  self->row = index_of (handle, "row");
  rang_rule_grid_open_row_menu (self, handle);
}

static void
column_menu_cb (GtkWidget *head, RangRuleGrid *self)
{
  self->column = index_of (head, "column");
  rang_rule_grid_open_column_menu (self, head);
}

static void
add_head (RangRuleGrid *self, guint column)
{
  g_autoptr (RangRuleColumn) described = rang_rule_draft_dup_column (self->draft, self->table, column);
  GtkWidget *head = new_button (self, "rule-head");
  g_autofree char *markup = NULL, *name = NULL;
  GtkWidget *label = gtk_label_new (NULL);
  gboolean right = described->values == RANG_RULE_VALUE_NUMBER && described->kind != RANG_RULE_COLUMN_REASON;

  markup = described->unit != NULL
               ? g_markup_printf_escaped ("<b>%s</b>\n<small>%s</small>", described->label, described->unit)
               : g_markup_printf_escaped ("<b>%s</b>", described->label);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), right ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), right ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_button_set_child (GTK_BUTTON (head), label);
  gtk_widget_set_tooltip_text (head, described->meaning);
  /* Translators: spoken name of the head of a column of a rule table */
  name = g_strdup_printf (_ ("Column %s"), described->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (head), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (head), "head", GUINT_TO_POINTER (1));
  if (described->kind != RANG_RULE_COLUMN_INPUT)
    gtk_widget_add_css_class (head, "output");
  else
    {
      self->n_inputs++;
      rang_rule_grid_make_draggable (self, head, 'c', column);
    }
  g_signal_connect (head, "clicked", G_CALLBACK (column_menu_cb), self);
  g_ptr_array_add (self->heads, head);
  gtk_grid_attach (self->grid, head, (int)column + 1, 0, 1, 1);
}

static void
add_cell (RangRuleGrid *self, guint row, guint column, const RangRuleColumn *described)
{
  GtkWidget *cell = new_button (self, "rule-cell"), *label = gtk_label_new (NULL);
  gboolean reason = described->kind == RANG_RULE_COLUMN_REASON;

  gtk_label_set_xalign (GTK_LABEL (label), described->values == RANG_RULE_VALUE_NUMBER && !reason ? 1 : 0);
  if (reason)
    {
      /* Whole, on as many lines as the room beside the conditions makes of it. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), REASON_LEAST);
      gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_MOST);
      gtk_widget_set_hexpand (cell, TRUE);
    }
  gtk_button_set_child (GTK_BUTTON (cell), label);
  if (described->kind != RANG_RULE_COLUMN_INPUT)
    gtk_widget_add_css_class (cell, reason ? "reason" : "output");
  g_object_set_data (G_OBJECT (cell), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (cell), "column", GUINT_TO_POINTER (column));
  g_signal_connect (cell, "clicked", G_CALLBACK (cell_clicked_cb), self);
  gtk_grid_attach (self->grid, cell, (int)column + 1, (int)row + 1, 1, 1);
  g_ptr_array_index (self->cells, row * self->n_columns + column) = cell;
}

static void
add_row_ends (RangRuleGrid *self, guint row)
{
  GtkWidget *handle = new_button (self, "rule-handle"), *count = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (handle), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (handle), "handle", GUINT_TO_POINTER (1));
  g_signal_connect (handle, "clicked", G_CALLBACK (row_menu_cb), self);
  rang_rule_grid_make_draggable (self, handle, 'r', row);
  g_ptr_array_add (self->handles, handle);
  gtk_grid_attach (self->grid, handle, 0, (int)row + 1, 1, 1);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (count, "rule-count");
  g_ptr_array_add (self->counted, count);
  gtk_grid_attach (self->grid, count, (int)self->n_columns + 1, (int)row + 1, 1, 1);
}

static void
build (RangRuleGrid *self)
{
  GtkWidget *child, *count = gtk_label_new (NULL);
  /* Translators: head of the column that says to how many orders of the day a row applies */
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", _ ("Applies today"));

  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_inputs = 0;
  g_ptr_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->handles, 0);
  g_ptr_array_set_size (self->counted, 0);
  g_ptr_array_set_size (self->cells, (int)(self->n_rows * self->n_columns));
  for (guint column = 0; column < self->n_columns; column++)
    add_head (self, column);
  gtk_label_set_markup (GTK_LABEL (count), markup);
  gtk_widget_add_css_class (count, "rule-count");
  gtk_grid_attach (self->grid, count, (int)self->n_columns + 1, 0, 1, 1);
  for (guint row = 0; row < self->n_rows; row++)
    add_row_ends (self, row);
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autoptr (RangRuleColumn) described = rang_rule_draft_dup_column (self->draft, self->table, column);

      for (guint row = 0; row < self->n_rows; row++)
        add_cell (self, row, column, described);
    }
}

static gboolean
same_heads (RangRuleGrid *self)
{
  g_autofree char *now = NULL;
  g_autoptr (GString) heads = g_string_new (NULL);
  const char *shown = g_object_get_data (G_OBJECT (self), "heads");
  gboolean same;

  for (guint column = 0; column < rang_rule_draft_get_n_columns (self->draft, self->table); column++)
    {
      g_autoptr (RangRuleColumn) described = rang_rule_draft_dup_column (self->draft, self->table, column);

      g_string_append_printf (heads, "%d/%s\n", described->kind, described->label);
    }
  g_string_append_printf (heads, "%u", rang_rule_draft_get_n_rows (self->draft, self->table));
  same = shown != NULL && g_str_equal (shown, heads->str);
  now = g_string_free (g_steal_pointer (&heads), FALSE);
  g_object_set_data_full (G_OBJECT (self), "heads", g_steal_pointer (&now), g_free);
  return same;
}

void
rang_rule_grid_refresh (RangRuleGrid *self)
{
  g_return_if_fail (RANG_IS_RULE_GRID (self));

  if (self->draft == NULL)
    return;
  if (!same_heads (self))
    {
      self->n_rows = rang_rule_draft_get_n_rows (self->draft, self->table);
      self->n_columns = rang_rule_draft_get_n_columns (self->draft, self->table);
      self->row = MIN (self->row, self->n_rows > 0 ? self->n_rows - 1 : 0);
      self->column = MIN (self->column, self->n_columns - 1);
      build (self);
    }
  show_all (self);
  rang_rule_grid_update_moves (self);
}

void
rang_rule_grid_show (RangRuleGrid *self, RangRuleDraft *draft, guint table, gboolean editable)
{
  g_return_if_fail (RANG_IS_RULE_GRID (self));

  if (draft != self->draft || table != self->table)
    {
      g_object_set_data (G_OBJECT (self), "heads", NULL);
      self->row = self->column = 0;
    }
  self->draft = draft;
  self->table = table;
  self->editable = editable;
  (editable ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (GTK_WIDGET (self), "read-only");
  rang_rule_grid_refresh (self);
}

void
rang_rule_grid_set_counts (RangRuleGrid *self, GHashTable *counts, guint orders)
{
  GHashTableIter each;
  gpointer rule, count;

  g_return_if_fail (RANG_IS_RULE_GRID (self));

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->orders = orders;
  if (counts != NULL)
    {
      self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&each, counts);
      while (g_hash_table_iter_next (&each, &rule, &count))
        g_hash_table_insert (self->counts, g_strdup (rule), count);
    }
  for (guint row = 0; self->draft != NULL && row < self->counted->len; row++)
    show_count (self, row);
}

guint
rang_rule_grid_get_table (RangRuleGrid *self)
{
  g_return_val_if_fail (RANG_IS_RULE_GRID (self), 0);

  return self->table;
}

guint
rang_rule_grid_get_row (RangRuleGrid *self)
{
  g_return_val_if_fail (RANG_IS_RULE_GRID (self), 0);

  return self->row;
}

void
rang_rule_grid_add_row (RangRuleGrid *self)
{
  g_return_if_fail (RANG_IS_RULE_GRID (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "grid.add-below", NULL);
}

static void
rang_rule_grid_dispose (GObject *object)
{
  RangRuleGrid *self = RANG_RULE_GRID (object);

  drop_editor (self);
  g_clear_weak_pointer (&self->below);
  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->grid)));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->handles, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->counted, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->draft = NULL;
  G_OBJECT_CLASS (rang_rule_grid_parent_class)->dispose (object);
}

static void
rang_rule_grid_class_init (RangRuleGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_rule_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rulegrid");
  signals[CHANGED]
      = g_signal_new ("changed", RANG_TYPE_RULE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", RANG_TYPE_RULE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ANNOUNCE] = g_signal_new ("announce", RANG_TYPE_RULE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  rang_rule_grid_install_moves (widget_class);
}

static void
rang_rule_grid_init (RangRuleGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->handles = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->counted = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "rule-grid");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  rang_rule_grid_init_moves (self);
}
