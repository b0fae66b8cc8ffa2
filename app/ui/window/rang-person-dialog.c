/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for entering and changing one person. */
#include "window/rang-person-dialog.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "office/rang-office-people.h"
#include "rang-compat.h"
#include "window/rang-password-question.h"

struct _RangPersonDialog
{
  AdwWindow parent_instance;
  GtkEditable *name;
  GtkEditable *login;
  GtkSwitch *active;
  AdwPreferencesGroup *roles;
  GtkWidget *more;
  GtkWidget *reset;
  GtkWidget *erase;
  GtkWidget *save;
  GtkLabel *problem;
  RangDesk *desk;
  gint64 person;
  GPtrArray *checks; /* of GtkCheckButton */
  GArray *grants;    /* of RangRoleGrant, one a check */
};

G_DEFINE_FINAL_TYPE (RangPersonDialog, rang_person_dialog, ADW_TYPE_WINDOW)

static void
add_role (RangPersonDialog *self, const RangPerson *person, RangRole role, const RangDepartment *department)
{
  RangRoleGrant grant = { role, department != NULL ? department->id : 0, 0, 0 };
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rang_role_label (role));
  if (department != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), department->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), rang_person_owns_role (person, role, grant.department));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->roles, row);
  g_ptr_array_add (self->checks, check);
  g_array_append_val (self->grants, grant);
}

static void
show (RangPersonDialog *self, const RangDayView *view)
{
  const RangPerson *person = rang_day_view_find_person (view, self->person);

  if (person != NULL)
    {
      gtk_editable_set_text (self->name, person->name);
      gtk_editable_set_text (self->login, person->login != NULL ? person->login : "");
      gtk_switch_set_active (self->active, person->active);
    }
  for (RangRole role = 0; role < RANG_N_ROLES; role++)
    if (rang_role_is_departmental (role))
      for (guint i = 0; i < view->departments->len; i++)
        add_role (self, person, role, g_ptr_array_index (view->departments, i));
    else
      add_role (self, person, role, NULL);
  gtk_widget_set_visible (self->more, person != NULL);
  gtk_widget_set_visible (self->reset, person != NULL && person->active);
  gtk_widget_set_visible (self->erase, person != NULL && !person->active);
}

/* --- saving --- */

typedef struct
{
  RangSession session;
  RangPerson *person;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  rang_person_free (save->person);
  g_free (save);
}

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;

  return GINT_TO_POINTER (rang_office_save_person (office, &save->session, save->person, error));
}

static gpointer
erase_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;

  return GINT_TO_POINTER (rang_office_erase_person (office, &save->session, save->person->id, error));
}

static void
saved_cb (GObject *owner, gpointer result, const GError *error)
{
  RangPersonDialog *self = RANG_PERSON_DIALOG (owner);

  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  rang_words_tell (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static Save *
save_new (RangPersonDialog *self)
{
  Save *save = g_new0 (Save, 1);

  save->session = *rang_desk_get_session (self->desk);
  save->person = rang_person_new ();
  save->person->id = self->person;
  return save;
}

static void
save_cb (RangPersonDialog *self)
{
  Save *save = save_new (self);

  save->person->name = g_strdup (gtk_editable_get_text (self->name));
  save->person->login = g_strdup (gtk_editable_get_text (self->login));
  save->person->active = gtk_switch_get_active (self->active);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_array_append_val (save->person->grants, g_array_index (self->grants, RangRoleGrant, i));
  gtk_widget_set_sensitive (self->save, FALSE);
  rang_desk_write (self->desk, save_func, save, save_free, NULL, self, saved_cb);
}

static void
reset_cb (RangPersonDialog *self)
{
  rang_password_question_reset (GTK_WINDOW (self), self->desk, self->person);
}

static void
erase_answered_cb (const char *response, gpointer data)
{
  RangPersonDialog *self = data;

  if (g_str_equal (response, "erase"))
    rang_desk_write (self->desk, erase_func, save_new (self), save_free, NULL, self, saved_cb);
  g_object_unref (self);
}

static void
erase_cb (RangPersonDialog *self)
{
  rang_compat_ask (
      GTK_WINDOW (self), _ ("Erase the name?"),
      _ ("The name and the login account go for good. What the person did stays in the log under a number, "
         "and the log stays whole."),
      NULL, "erase", _ ("_Erase"), TRUE, erase_answered_cb, g_object_ref (self));
}

void
rang_person_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 person)
{
  RangPersonDialog *self;

  if (rang_desk_get_view (desk) == NULL)
    return;
  self = g_object_new (RANG_TYPE_PERSON_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->desk = g_object_ref (desk);
  self->person = person;
  show (self, rang_desk_get_view (desk));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  rang_dialog_present (GTK_WINDOW (self));
}

static void
rang_person_dialog_dispose (GObject *object)
{
  RangPersonDialog *self = RANG_PERSON_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->grants, g_array_unref);
  G_OBJECT_CLASS (rang_person_dialog_parent_class)->dispose (object);
}

static void
rang_person_dialog_class_init (RangPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_person_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, login);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, active);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, more);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, reset);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, erase);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RangPersonDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_person_dialog_init (RangPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  self->grants = g_array_new (FALSE, TRUE, sizeof (RangRoleGrant));
}
