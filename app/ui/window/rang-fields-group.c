/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for showing and setting the legal fields of the route sheets. */
#include "window/rang-fields-group.h"

#include <glib/gi18n.h>

#include "office/rang-office-day.h"
#include "office/rang-permission.h"

struct _RangFieldsGroup
{
  AdwPreferencesGroup parent_instance;
  RangDesk *desk;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RangFieldsGroup, rang_fields_group, ADW_TYPE_PREFERENCES_GROUP)

/* One field's row: its own name in the entry, its switch behind it. */
typedef struct
{
  RangFieldsGroup *group;
  int field;
  GtkSwitch *shown;
  GtkEditable *label;
} Row;

typedef struct
{
  RangSession session;
  const char *field;
  gboolean shown;
  char *label;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->label);
  g_free (change);
}

static gpointer
set_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  return GINT_TO_POINTER (
      rang_office_set_sheet_field (office, &change->session, change->field, change->shown, change->label, error));
}

static void
set_cb (GObject *owner, gpointer result, const GError *error)
{
  RangFieldsGroup *self = RANG_FIELDS_GROUP (owner);

  if (error != NULL)
    rang_desk_tell_error (self->desk, error->message);
}

static void
changed_cb (Row *row)
{
  RangFieldsGroup *self = row->group;
  Change *change;

  if (self->filling)
    return;
  change = g_new0 (Change, 1);
  change->session = *rang_desk_get_session (self->desk);
  change->field = rang_sheet_legal_to_nick ((RangSheetLegal)row->field);
  change->shown = gtk_switch_get_active (row->shown);
  change->label = g_strdup (gtk_editable_get_text (row->label));
  rang_desk_write (self->desk, set_func, change, change_free, NULL, self, set_cb);
}

static void
add_row (RangFieldsGroup *self, int field, const RangSheetFieldSetting *setting)
{
  GtkWidget *entry = adw_entry_row_new (), *shown = gtk_switch_new ();
  const char *usual = rang_sheet_legal_label ((RangSheetLegal)field);
  /* Translators: %s is a field of a printed sheet. */
  g_autofree char *name = g_strdup_printf (_ ("Print: %s"), usual);
  Row *row = g_new0 (Row, 1);

  row->group = self;
  row->field = field;
  row->shown = GTK_SWITCH (shown);
  row->label = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), usual);
  gtk_editable_set_text (row->label, setting->label != NULL ? setting->label : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  gtk_switch_set_active (row->shown, setting->shown);
  gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (shown, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), shown);
  gtk_widget_set_sensitive (entry, rang_desk_may (self->desk, RANG_ACTION_MANAGE_OFFICE, 0));
  g_signal_connect_swapped (entry, "apply", G_CALLBACK (changed_cb), row);
  g_signal_connect_swapped (shown, "notify::active", G_CALLBACK (changed_cb), row);
  g_object_set_data_full (G_OBJECT (entry), "row", row, g_free);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), entry);
}

static gpointer
list_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_list_sheet_fields (office, error);
}

static void
listed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangFieldsGroup *self = RANG_FIELDS_GROUP (owner);
  GPtrArray *fields = result;

  if (fields == NULL)
    {
      if (error != NULL)
        rang_desk_tell_error (self->desk, error->message);
      return;
    }
  self->filling = TRUE;
  for (guint i = 0; i < fields->len; i++)
    add_row (self, (int)i, g_ptr_array_index (fields, i));
  self->filling = FALSE;
}

static void
rang_fields_group_dispose (GObject *object)
{
  g_clear_object (&RANG_FIELDS_GROUP (object)->desk);
  G_OBJECT_CLASS (rang_fields_group_parent_class)->dispose (object);
}

static void
rang_fields_group_class_init (RangFieldsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_fields_group_dispose;
}

static void
rang_fields_group_init (RangFieldsGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Legal fields of the route sheets"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Your accountant decides which are printed. Write another name to have a field called otherwise; leave it "
         "empty for the usual one. The head of sales sets them."));
}

void
rang_fields_group_set_desk (RangFieldsGroup *self, RangDesk *desk)
{
  g_return_if_fail (RANG_IS_FIELDS_GROUP (self) && RANG_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  rang_desk_read (desk, list_func, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL, self, listed_cb);
}
