/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for saying what became of an import. */
#include "window/rang-import-dialog.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"

/* More than this nobody reads in a dialog; the counts above say how many there are. */
#define MOST_ROWS 200

struct _RangImportDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *refusals;
};

G_DEFINE_FINAL_TYPE (RangImportDialog, rang_import_dialog, ADW_TYPE_WINDOW)

static void
add_count (RangImportDialog *self, const char *title, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "num");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
}

static void
add_refusal (RangImportDialog *self, const RangRefusal *refusal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      = g_strdup_printf ("%s%s%s", refusal->where != NULL ? refusal->where : "", refusal->order != NULL ? ", " : "",
                         refusal->order != NULL ? refusal->order : "");
  g_autofree char *text = g_strdup_printf ("%s%s%s", refusal->problem, refusal->remedy != NULL ? "; " : "",
                                           refusal->remedy != NULL ? refusal->remedy : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (self->refusals, row);
}

static void
rang_import_dialog_class_init (RangImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, RangImportDialog, refusals);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_import_dialog_init (RangImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_import_dialog_open (GtkWindow *parent, const RangImportReport *report)
{
  RangImportDialog *self = g_object_new (RANG_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  add_count (self, _ ("Taken"), report->taken);
  add_count (self, C_ ("orders", "Changed"), report->changed);
  add_count (self, _ ("Unchanged"), report->unchanged);
  add_count (self, _ ("Refused or to complete"), report->refused);
  if (report->defaulted > 0)
    add_count (self, _ ("Fields filled with a default"), report->defaulted);
  for (guint i = 0; i < report->refusals->len && i < MOST_ROWS; i++)
    add_refusal (self, g_ptr_array_index (report->refusals, i));
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), report->refusals->len > 0);
  rang_dialog_present (GTK_WINDOW (self));
}
