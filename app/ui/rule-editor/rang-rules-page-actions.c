/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the actions of the rules' page: drafts, columns, files, activating. */
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-choice.h"
#include "rang-compat.h"
#include "rule-editor/rang-rule-lab-window.h"
#include "rule-editor/rang-rules-page-private.h"

#define DAYS_AHEAD 14
/* More than any set of tables that people can keep in their heads. */
#define LARGEST_FILE (16 * 1024 * 1024)

static GtkWindow *
window_of (RangRulesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_rules_page_undo (RANG_RULES_PAGE (widget), g_str_equal (name, "rules.redo"));
}

static void
add_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_rule_grid_add_row (RANG_RULES_PAGE (widget)->grid);
}

static void
add_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);

  rang_rule_draft_add_column (self->draft, self->table, g_variant_get_string (parameter, NULL));
  rang_rules_page_save_soon (self);
  rang_rules_page_refresh (self);
}

/* --- drafts --- */

/* The draft is what is in view, from now on with its difference to what is active. */
static void
begin_draft_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);
  g_autoptr (GBytes) text = rang_rule_draft_to_text (self->draft);

  self->based_on = self->shown;
  g_clear_pointer (&self->shelf->draft, g_bytes_unref);
  self->shelf->draft = g_bytes_ref (text);
  self->dirty = TRUE;
  self->shown = 0;
  rang_rules_page_save_now (self);
  rang_rules_page_show_text (self, text, NULL, 0);
  self->against = self->based_on;
  rang_rules_page_show_shelf (self);
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

static void
discard_answered_cb (const char *response, gpointer data)
{
  g_autoptr (RangRulesPage) self = data;

  if (g_str_equal (response, "discard") && self->desk != NULL)
    rang_rules_page_discard (self);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);

  if (rang_rule_draft_count_changes (self->draft) == 0)
    {
      rang_rules_page_discard (self);
      return;
    }
  rang_compat_ask (window_of (self), _ ("Discard the draft?"), _ ("What is in it is lost."), NULL, "discard",
                   _ ("_Discard"), TRUE, discard_answered_cb, g_object_ref (self));
}

/* --- files --- */

static void
exported_cb (GListModel *files, gpointer data)
{
  RangRulesPage *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GBytes) text = rang_rule_draft_to_text (self->draft);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *content = g_bytes_get_data (text, &length);

  if (!g_file_replace_contents (file, content, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    rang_desk_tell_error (self->desk, error->message);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_compat_choose_files (window_of (RANG_RULES_PAGE (widget)), _ ("Export the rules"), "rules.dmn", exported_cb,
                            widget);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RangRulesPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (self->desk == NULL)
    return;
  if (text == NULL || g_bytes_get_size (text) > LARGEST_FILE)
    {
      rang_desk_tell_error (self->desk, error != NULL ? error->message : _ ("The file is too large for rules"));
      return;
    }
  rang_rules_page_import (self, text);
}

static void
imported_cb (GListModel *files, gpointer data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  g_file_load_bytes_async (file, NULL, read_cb, g_object_ref (data));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_compat_choose_files (window_of (RANG_RULES_PAGE (widget)), _ ("Import rules as the draft"), NULL, imported_cb,
                            widget);
}

/* --- activating --- */

typedef struct
{
  RangRulesPage *page;
  GtkWidget *box;
  GtkEditable *note;
  GtkDropDown *days;
  RangDay first;
} Activation;

static void
activate_answered_cb (const char *response, gpointer data)
{
  Activation *activation = data;

  if (g_str_equal (response, "activate") && activation->page->desk != NULL)
    rang_rules_page_activate (activation->page,
                              activation->first + (RangDay)gtk_drop_down_get_selected (activation->days),
                              gtk_editable_get_text (activation->note));
  g_object_unref (activation->box);
  g_object_unref (activation->page);
  g_free (activation);
}

static GtkDropDown *
new_days (RangDay first)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (int i = 0; i < DAYS_AHEAD; i++)
    {
      g_autofree char *label = rang_day_label_long (first + i);

      gtk_string_list_append (days, label);
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&days)), NULL);
  rang_choice_name_items (choice);
  return GTK_DROP_DOWN (choice);
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_auto (GStrv) changes = rang_rule_draft_dup_changes (self->draft);
  g_autofree char *body = g_strjoinv ("\n", changes);
  Activation *activation = g_new0 (Activation, 1);
  GtkWidget *note = gtk_entry_new ();

  rang_rules_page_save_now (self);
  activation->page = g_object_ref (self);
  activation->first = view->today;
  activation->days = new_days (view->today);
  activation->note = GTK_EDITABLE (note);
  activation->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _ ("What they are for"));
  gtk_entry_set_activates_default (GTK_ENTRY (note), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (activation->days), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First day they hold for"), -1);
  gtk_box_append (GTK_BOX (activation->box), GTK_WIDGET (activation->days));
  gtk_box_append (GTK_BOX (activation->box), note);
  rang_compat_ask (window_of (self), _ ("Activate the draft?"), body, activation->box, "activate", _ ("_Activate"),
                   FALSE, activate_answered_cb, activation);
}

/* --- testing --- */

static void
taken_cb (RangRulesPage *self, GBytes *text)
{
  rang_rules_page_import (self, text);
}

static void
test_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);
  g_autoptr (GBytes) text = rang_rule_draft_to_text (self->draft);
  gboolean may_take = rang_rules_page_may_edit (self) && (self->shown == 0 || self->shelf->draft == NULL);
  RangRuleLabWindow *lab = rang_rule_lab_window_open (window_of (self), self->desk, text, may_take);

  g_signal_connect_object (lab, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
}

void
rang_rules_page_install_actions (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "rules.undo", NULL, undo_cb },         { "rules.redo", NULL, undo_cb },
    { "rules.add-row", NULL, add_row_cb },   { "rules.add-column", "s", add_column_cb },
    { "rules.discard", NULL, discard_cb },   { "rules.begin-draft", NULL, begin_draft_cb },
    { "rules.export", NULL, export_cb },     { "rules.import", NULL, import_cb },
    { "rules.activate", NULL, activate_cb }, { "rules.test", NULL, test_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
