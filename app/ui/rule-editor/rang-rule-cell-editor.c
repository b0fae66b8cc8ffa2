/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for entering a cell of a rule table without knowing FEEL. */
#include "rule-editor/rang-rule-cell-editor.h"

#include <glib/gi18n.h>

#include "rule-editor/rang-rule-range-form.h"

struct _RangRuleCellEditor
{
  GtkPopover parent_instance;
  RangRuleDraft *draft;
  guint table;
  guint row;
  guint column;
  RangRuleColumn *described;
  GtkEntry *entry;
  GtkLabel *error;
  GtkWidget *apply;
  GPtrArray *choices;      /* check buttons */
  RangRuleRangeForm *form; /* of numbers and dates */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (RangRuleCellEditor, rang_rule_cell_editor, GTK_TYPE_POPOVER)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
words_of (RangRuleCellEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
check (RangRuleCellEditor *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good = rang_rule_draft_check (self->draft, self->table, self->row, self->column, words_of (self), &error);

  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), !good);
  gtk_widget_set_sensitive (self->apply, good);
  (good ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL ? error->message : "", -1);
  return good;
}

/* --- choices --- */

static gboolean
is_named (const char *words, const char *choice)
{
  g_auto (GStrv) parts = g_strsplit (words, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (g_strstrip (parts[i]), choice))
      return TRUE;
  return FALSE;
}

static void
show_choices (RangRuleCellEditor *self)
{
  self->quiet = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkCheckButton *box = self->choices->pdata[i];

      gtk_check_button_set_active (box, is_named (words_of (self), gtk_check_button_get_label (box)));
    }
  self->quiet = FALSE;
}

/* Of a class and of yes and no there is one; of others there may be several. */
static gboolean
is_single (RangRuleCellEditor *self)
{
  return self->described->kind == RANG_RULE_COLUMN_CLASS || self->described->values == RANG_RULE_VALUE_BOOLEAN;
}

static void
choice_toggled_cb (GtkCheckButton *toggled, RangRuleCellEditor *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->quiet)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkCheckButton *box = self->choices->pdata[i];

      if (gtk_check_button_get_active (box) && (!is_single (self) || box == toggled))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", gtk_check_button_get_label (box));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words->len > 0 ? words->str : "–");
}

static void
add_choice (RangRuleCellEditor *self, GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  g_ptr_array_add (self->choices, button);
  gtk_box_append (GTK_BOX (box), button);
}

/* --- numbers and dates --- */

static void
form_changed_cb (RangRuleCellEditor *self)
{
  g_autofree char *words = rang_rule_range_form_dup_words (self->form);

  /* What somebody is entering there is not to be said back in other words. */
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  self->quiet = FALSE;
}

/* The form says what was typed, once that is right. */
static void
show_form (RangRuleCellEditor *self)
{
  g_autofree char *plain = rang_rule_draft_dup_plain (self->draft, self->table, self->column, words_of (self));

  if (plain != NULL)
    rang_rule_range_form_show (self->form, plain);
}

/* --- the whole --- */

static void
entry_changed_cb (RangRuleCellEditor *self)
{
  check (self);
  if (self->choices->len > 0)
    show_choices (self);
  if (self->form != NULL && !self->quiet)
    show_form (self);
}

static void
apply_cb (RangRuleCellEditor *self)
{
  g_autofree char *words = g_strdup (words_of (self));

  if (!check (self) || !rang_rule_draft_set (self->draft, self->table, self->row, self->column, words, NULL))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
add_help (RangRuleCellEditor *self, GtkWidget *box)
{
  const RangRuleColumn *column = self->described;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (column->meaning == NULL)
    return;
  /* Translators: what is entered in a cell of a rule table, and in what it is counted: "kg", "working days" */
  text = column->unit != NULL ? g_strdup_printf (_ ("%s\nUnit: %s"), column->meaning, column->unit)
                              : g_strdup (column->meaning);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_ways (RangRuleCellEditor *self, GtkWidget *box)
{
  const RangRuleColumn *column = self->described;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (column->values == RANG_RULE_VALUE_BOOLEAN)
    {
      add_choice (self, row, _ ("yes"));
      add_choice (self, row, _ ("no"));
    }
  for (guint i = 0; column->choices != NULL && column->choices[i] != NULL; i++)
    add_choice (self, row, column->choices[i]);
  if ((column->values == RANG_RULE_VALUE_NUMBER || column->values == RANG_RULE_VALUE_DATE)
      && column->kind == RANG_RULE_COLUMN_INPUT)
    {
      GtkWidget *form = rang_rule_range_form_new (column->values == RANG_RULE_VALUE_DATE, column->nullable);

      self->form = RANG_RULE_RANGE_FORM (form);
      g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), self);
      g_signal_connect_swapped (form, "activate", G_CALLBACK (apply_cb), self);
      gtk_widget_set_hexpand (form, TRUE);
      gtk_box_append (GTK_BOX (row), form);
    }
  gtk_box_append (GTK_BOX (box), row);
}

static void
build (RangRuleCellEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "rule-editor");
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), self->described->kind == RANG_RULE_COLUMN_REASON ? 44 : 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->described->label,
                                  -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  self->apply = gtk_button_new_with_label (_ ("Set"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (line), self->apply);
  gtk_box_append (GTK_BOX (box), line);
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_max_width_chars (self->error, 44);
  gtk_label_set_xalign (self->error, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "late");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  add_ways (self, box);
  add_help (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (apply_cb), self);
}

GtkWidget *
rang_rule_cell_editor_new (RangRuleDraft *draft, guint table, guint row, guint column)
{
  RangRuleCellEditor *self = g_object_new (RANG_TYPE_RULE_CELL_EDITOR, NULL);

  self->draft = draft;
  self->table = table;
  self->row = row;
  self->column = column;
  self->described = rang_rule_draft_dup_column (draft, table, column);
  build (self);
  return GTK_WIDGET (self);
}

void
rang_rule_cell_editor_open (RangRuleCellEditor *self, const char *words)
{
  g_autofree char *held = rang_rule_draft_dup_cell (self->draft, self->table, self->row, self->column);

  g_return_if_fail (RANG_IS_RULE_CELL_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words != NULL ? words : held);
  entry_changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (words != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
rang_rule_cell_editor_dispose (GObject *object)
{
  RangRuleCellEditor *self = RANG_RULE_CELL_EDITOR (object);

  g_clear_pointer (&self->described, rang_rule_column_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_rule_cell_editor_parent_class)->dispose (object);
}

static void
rang_rule_cell_editor_class_init (RangRuleCellEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_rule_cell_editor_dispose;
  signals[EDITED]
      = g_signal_new ("edited", RANG_TYPE_RULE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_rule_cell_editor_init (RangRuleCellEditor *self)
{
  self->choices = g_ptr_array_new ();
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->error = GTK_LABEL (gtk_label_new (NULL));
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
}
