/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for naming a deputy. */
#include "window/rang-deputy-dialog.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-choice.h"
#include "office/rang-office-people.h"
#include "office/rang-permission.h"
#include "rang-compat.h"

typedef struct
{
  RangDesk *desk;
  GArray *away; /* of RangDeputy: whom one can stand in for, in which role */
  GArray *free; /* of gint64: who could */
  AdwComboRow *for_whom;
  AdwComboRow *person;
  GtkEditable *from;
  GtkEditable *to;
} Dialog;

typedef struct
{
  RangSession session;
  RangDeputy deputy;
} Save;

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;

  return GINT_TO_POINTER (rang_office_save_deputy (office, &save->session, &save->deputy, error));
}

static void
dialog_free (Dialog *dialog)
{
  g_array_unref (dialog->away);
  g_array_unref (dialog->free);
  g_object_unref (dialog->desk);
  g_free (dialog);
}

static void
answered_cb (const char *response, gpointer data)
{
  Dialog *dialog = data;
  guint away = adw_combo_row_get_selected (dialog->for_whom), person = adw_combo_row_get_selected (dialog->person);

  if (g_str_equal (response, "name") && away < dialog->away->len && person < dialog->free->len)
    {
      Save *save = g_new0 (Save, 1);

      save->session = *rang_desk_get_session (dialog->desk);
      save->deputy = g_array_index (dialog->away, RangDeputy, away);
      save->deputy.person = g_array_index (dialog->free, gint64, person);
      save->deputy.from = rang_day_parse (gtk_editable_get_text (dialog->from));
      save->deputy.to = rang_day_parse (gtk_editable_get_text (dialog->to));
      rang_desk_write (dialog->desk, save_func, save, g_free, NULL, NULL, NULL);
    }
  g_signal_handlers_disconnect_by_data (dialog->from, dialog);
  g_signal_handlers_disconnect_by_data (dialog->to, dialog);
  dialog_free (dialog);
}

/* Says at the day what is wrong with it, or takes that back. */
static void
mark_day (GtkEditable *row, const char *title, const char *wrong)
{
  g_autofree char *marked = wrong != NULL ? g_strdup_printf ("%s: %s", title, wrong) : g_strdup (title);

  (wrong != NULL ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (row), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), marked);
}

/* Days that cannot be are not sent off: with the answer the dialog goes, and what was chosen in it. */
static void
days_changed_cb (Dialog *dialog)
{
  RangDay from = rang_day_parse (gtk_editable_get_text (dialog->from));
  RangDay to = rang_day_parse (gtk_editable_get_text (dialog->to));
  const char *from_wrong = from == RANG_DAY_NONE ? _ ("give the day as 2026-11-24") : NULL, *to_wrong = NULL;

  if (to == RANG_DAY_NONE)
    to_wrong = _ ("give the day as 2026-11-24");
  else if (from != RANG_DAY_NONE && to < from)
    to_wrong = _ ("it is before the first");
  else if (to < rang_desk_get_view (dialog->desk)->today)
    to_wrong = _ ("it is over");
  mark_day (dialog->from, _ ("First day"), from_wrong);
  mark_day (dialog->to, _ ("Last day"), to_wrong);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (gtk_widget_get_root (GTK_WIDGET (dialog->from))), "name",
                                           from_wrong == NULL && to_wrong == NULL);
}

/* The own roles; for the head of sales everybody's. */
static void
add_roles (Dialog *dialog, const RangDayView *view, const RangPerson *person, GtkStringList *names)
{
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);
      const RangDepartment *department = rang_day_view_find_department (view, grant->department);
      RangDeputy deputy = { 0 };
      g_autofree char *name = NULL;

      if (grant->behalf != 0 || grant->role == RANG_ROLE_COURIER)
        continue;
      name = department != NULL
                 ? g_strdup_printf ("%s: %s, %s", person->name, rang_role_label (grant->role), department->name)
                 : g_strdup_printf ("%s: %s", person->name, rang_role_label (grant->role));
      deputy.behalf = person->id;
      deputy.role = grant->role;
      deputy.department = grant->department;
      g_array_append_val (dialog->away, deputy);
      gtk_string_list_append (names, name);
    }
}

static AdwComboRow *
add_choice (GtkListBox *list, const char *title, GtkStringList *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  rang_choice_name_items (GTK_WIDGET (row));
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

static GtkEditable *
add_day (GtkListBox *list, const char *title, RangDay day)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = rang_day_format (day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (list, row);
  return GTK_EDITABLE (row);
}

/* The first who is not away: nobody stands in for themselves. */
static guint
find_other (Dialog *dialog)
{
  guint i = 0;

  if (dialog->away->len == 0)
    return 0;
  while (i + 1 < dialog->free->len
         && g_array_index (dialog->free, gint64, i) == g_array_index (dialog->away, RangDeputy, 0).behalf)
    i++;
  return i;
}

void
rang_deputy_dialog_open (GtkWindow *parent, RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  gboolean all = rang_desk_may (desk, RANG_ACTION_MANAGE_OFFICE, 0);
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autoptr (GtkStringList) away = gtk_string_list_new (NULL), people = gtk_string_list_new (NULL);

  dialog->desk = g_object_ref (desk);
  dialog->away = g_array_new (FALSE, TRUE, sizeof (RangDeputy));
  dialog->free = g_array_new (FALSE, TRUE, sizeof (gint64));
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);

      if (!person->active)
        continue;
      if (all || person->id == view->session.person)
        add_roles (dialog, view, person, away);
      g_array_append_val (dialog->free, person->id);
      gtk_string_list_append (people, person->name);
    }
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  dialog->for_whom = add_choice (list, _ ("Stands in for"), away);
  /* A name with a role and a department is too long to stand beside the title. */
  adw_combo_row_set_use_subtitle (dialog->for_whom, TRUE);
  dialog->person = add_choice (list, _ ("Who"), people);
  adw_combo_row_set_selected (dialog->person, find_other (dialog));
  dialog->from = add_day (list, _ ("First day"), view->today);
  dialog->to = add_day (list, _ ("Last day"), view->today);
  rang_compat_ask (parent, _ ("Name a deputy"),
                   _ ("On these days the role is the deputy’s alone. Days are written YYYY‑MM‑DD."), GTK_WIDGET (list),
                   "name", _ ("_Name"), FALSE, answered_cb, dialog);
  g_signal_connect_swapped (dialog->from, "changed", G_CALLBACK (days_changed_cb), dialog);
  g_signal_connect_swapped (dialog->to, "changed", G_CALLBACK (days_changed_cb), dialog);
}
