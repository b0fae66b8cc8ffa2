/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking a new password: the own one, or one for somebody who forgot it. */
#include "window/rang-password-question.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "office/rang-office-people.h"
#include "rang-compat.h"

typedef struct
{
  RangDesk *desk;
  GtkEditable *current;
  GtkEditable *once;
  GtkEditable *again;
  gint64 person; /* whose password is reset; 0 the own one is set */
} Question;

typedef struct
{
  RangSession session;
  gint64 person;
  char *current;
  char *password;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->current);
  g_free (change->password);
  g_free (change);
}

static gpointer
change_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  gboolean good;

  if (change->person != 0)
    good = rang_office_reset_password (office, &change->session, change->person, g_get_user_name (), change->password,
                                       error);
  else
    good = (change->current == NULL || rang_office_sign_in (office, change->session.person, change->current, error))
           && rang_office_set_password (office, &change->session, change->password, error);
  return GINT_TO_POINTER (good);
}

static void
changed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDesk *desk = RANG_DESK (owner);

  if (error == NULL)
    rang_desk_tell (desk, _ ("The password is set"));
}

static GtkEditable *
add_entry (GtkBox *box, const char *label)
{
  GtkWidget *entry = gtk_password_entry_new ();

  rang_dialog_guard_password (entry);
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", label, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static void
answered_cb (const char *response, gpointer data)
{
  Question *question = data;
  Change *change;

  if (g_str_equal (response, "set"))
    {
      if (!g_str_equal (gtk_editable_get_text (question->once), gtk_editable_get_text (question->again)))
        rang_desk_tell_error (question->desk, _ ("The two passwords are not the same; nothing was changed"));
      else
        {
          change = g_new0 (Change, 1);
          change->session = *rang_desk_get_session (question->desk);
          change->person = question->person;
          change->current = question->current != NULL ? g_strdup (gtk_editable_get_text (question->current)) : NULL;
          change->password = g_strdup (gtk_editable_get_text (question->once));
          rang_desk_change_key (question->desk, change_func, change, change_free, question->desk, changed_cb);
        }
    }
  g_object_unref (question->desk);
  g_free (question);
}

static void
ask (GtkWindow *parent, RangDesk *desk, gint64 person, gboolean has_one, const char *heading, const char *body)
{
  Question *question = g_new0 (Question, 1);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  question->desk = g_object_ref (desk);
  question->person = person;
  if (has_one)
    question->current = add_entry (box, _ ("Present password"));
  question->once = add_entry (box, _ ("New password"));
  question->again = add_entry (box, _ ("New password once more"));
  rang_compat_ask (parent, heading, body, GTK_WIDGET (box), "set", _ ("_Set Password"), FALSE, answered_cb, question);
}

void
rang_password_question_own (GtkWindow *parent, RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  const RangPerson *person
      = view != NULL ? rang_day_view_find_person (view, rang_desk_get_session (desk)->person) : NULL;

  if (person == NULL)
    return;
  ask (
      parent, desk, 0, person->key != NULL, _ ("Your password"),
      _ ("With a password, what you decide is signed with your own key: nobody can change it unnoticed, and nobody can "
         "act in your name. At least eight characters."));
}

void
rang_password_question_reset (GtkWindow *parent, RangDesk *desk, gint64 person)
{
  const char *name = rang_day_view_person_name (rang_desk_get_view (desk), person);
  /* Translators: %s: a name */
  g_autofree char *heading = g_strdup_printf (_ ("Another password for %s"), name);

  ask (parent, desk, person, FALSE, heading,
       _ ("It replaces a forgotten one and stands in the log. Earlier signatures can still be checked. At least eight "
          "characters."));
}
