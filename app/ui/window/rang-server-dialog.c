/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking which server an office lies on. */
#include "window/rang-server-dialog.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"
#include "common/rang-dialog.h"
#include "office/rang-office-server.h"
#include "rang-compat.h"

struct _RangServerDialog
{
  AdwWindow parent_instance;
  GtkWidget *connect;
  GtkSpinner *spinner;
  GtkEditable *host;
  GtkEditable *authority;
  GtkEditable *database;
  GtkEditable *office;
  GtkEditable *role;
  GtkEditable *password;
  GtkWidget *remember_row;
  GtkSwitch *remember;
  GtkLabel *host_problem;
  GtkLabel *certificate_problem;
  GtkLabel *database_problem;
  GtkLabel *role_problem;
  GtkWidget *found;
  GCancellable *trying;
  char *location; /* that was tried last */
  RangServerChosen chosen;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (RangServerDialog, rang_server_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (GtkEditable *editable)
{
  return rang_text_clean_note (gtk_editable_get_text (editable));
}

static gboolean
is_filled (GtkEditable *editable)
{
  g_autofree char *text = dup_text (editable);

  return text != NULL;
}

/* --- what is said --- */

typedef struct
{
  GtkLabel *label;
  GtkEditable *row;
} Place;

static Place
place_of (RangServerDialog *self, RangServerCause cause)
{
  switch (cause)
    {
    case RANG_SERVER_AT_HOST:
      return (Place){ self->host_problem, self->host };
    case RANG_SERVER_AT_CERTIFICATE:
      return (Place){ self->certificate_problem, self->authority };
    case RANG_SERVER_AT_SIGN_IN:
      return (Place){ self->role_problem, is_filled (self->password) ? self->role : self->password };
    case RANG_SERVER_GOOD:
    case RANG_SERVER_EMPTY:
    case RANG_SERVER_AT_DATABASE:
    default:
      return (Place){ self->database_problem, self->database };
    }
}

static void
say_nothing (RangServerDialog *self)
{
  for (int cause = RANG_SERVER_GOOD; cause <= RANG_SERVER_AT_DATABASE; cause++)
    {
      Place place = place_of (self, (RangServerCause)cause);

      gtk_widget_set_visible (GTK_WIDGET (place.label), FALSE);
      gtk_widget_remove_css_class (GTK_WIDGET (place.row), "error");
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->role), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->password), "error");
  gtk_widget_set_visible (self->found, FALSE);
}

static void
say (RangServerDialog *self, RangServerCause cause, const char *message)
{
  Place place = place_of (self, cause);

  gtk_label_set_text (place.label, message);
  gtk_widget_set_visible (GTK_WIDGET (place.label), TRUE);
  gtk_widget_set_visible (self->found, cause == RANG_SERVER_EMPTY);
  if (cause != RANG_SERVER_EMPTY)
    gtk_widget_add_css_class (GTK_WIDGET (place.row), "error");
  gtk_widget_grab_focus (cause == RANG_SERVER_EMPTY ? self->found : GTK_WIDGET (place.row));
}

static void
show_state (RangServerDialog *self)
{
  gboolean asks = is_filled (self->host) && is_filled (self->database) && is_filled (self->role);

  say_nothing (self);
  gtk_widget_set_sensitive (self->connect, asks && self->trying == NULL);
  gtk_widget_set_visible (self->remember_row, rang_office_has_keyring () && *gtk_editable_get_text (self->password) != '\0');
}

/* --- trying --- */

typedef struct
{
  char *location;
  char *password;
  gboolean remember;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  g_free (attempt->location);
  g_free (attempt->password);
  g_free (attempt);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Attempt *attempt = data;
  g_autoptr (GError) error = NULL;
  RangServerCause cause = rang_office_try_server (attempt->location, attempt->password, attempt->remember, &error);

  if (error != NULL && cause != RANG_SERVER_GOOD)
    g_object_set_data_full (G_OBJECT (task), "message", g_strdup (error->message), g_free);
  g_task_return_int (task, (gssize)cause);
}

static void
finish (RangServerDialog *self, gboolean empty)
{
  self->chosen (self->location, empty, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RangServerDialog *self = RANG_SERVER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gssize cause = g_task_propagate_int (G_TASK (result), &error);

  /* The window was closed meanwhile. */
  if (error != NULL)
    return;
  g_clear_object (&self->trying);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  show_state (self);
  if (cause == RANG_SERVER_GOOD)
    finish (self, FALSE);
  else
    say (self, (RangServerCause)cause, g_object_get_data (G_OBJECT (result), "message"));
}

static void
connect_cb (RangServerDialog *self)
{
  g_autofree char *host = dup_text (self->host), *database = dup_text (self->database), *role = dup_text (self->role);
  g_autofree char *office = dup_text (self->office), *authority = dup_text (self->authority);
  RangServerAddress address = { host, database, office, role, authority };
  g_autoptr (GTask) task = NULL;
  const char *password = gtk_editable_get_text (self->password);
  Attempt *attempt;

  if (self->trying != NULL || host == NULL || database == NULL || role == NULL)
    return;
  say_nothing (self);
  g_free (self->location);
  self->location = rang_office_server_location (&address);
  attempt = g_new0 (Attempt, 1);
  attempt->location = g_strdup (self->location);
  attempt->password = *password != '\0' ? g_strdup (password) : NULL;
  attempt->remember = gtk_switch_get_active (self->remember);
  self->trying = g_cancellable_new ();
  gtk_widget_set_sensitive (self->connect, FALSE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  task = g_task_new (self, self->trying, tried_cb, NULL);
  g_task_set_source_tag (task, connect_cb);
  g_task_set_task_data (task, attempt, attempt_free);
  g_task_run_in_thread (task, try_thread);
}

static void
found_cb (RangServerDialog *self)
{
  finish (self, TRUE);
}

static void
file_chosen_cb (GListModel *files, gpointer data)
{
  RangServerDialog *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gtk_editable_set_text (self->authority, path);
}

static void
choose_cb (RangServerDialog *self)
{
  rang_compat_choose_files (GTK_WINDOW (self), _ ("File of the certificate authority"), NULL, file_chosen_cb, self);
}

static gboolean
rang_server_dialog_close_request (GtkWindow *window)
{
  RangServerDialog *self = RANG_SERVER_DIALOG (window);

  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  return GTK_WINDOW_CLASS (rang_server_dialog_parent_class)->close_request (window);
}

static void
rang_server_dialog_finalize (GObject *object)
{
  RangServerDialog *self = RANG_SERVER_DIALOG (object);

  g_clear_object (&self->trying);
  g_free (self->location);
  G_OBJECT_CLASS (rang_server_dialog_parent_class)->finalize (object);
}

static void
rang_server_dialog_class_init (RangServerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_server_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rang_server_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-server-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, RangServerDialog, child)
  BIND (connect);
  BIND (spinner);
  BIND (host);
  BIND (authority);
  BIND (database);
  BIND (office);
  BIND (role);
  BIND (password);
  BIND (remember_row);
  BIND (remember);
  BIND (host_problem);
  BIND (certificate_problem);
  BIND (database_problem);
  BIND (role_problem);
  BIND (found);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_server_dialog_init (RangServerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->role, g_get_user_name ());
  show_state (self);
}

void
rang_server_dialog_open (GtkWindow *parent, RangServerChosen chosen, gpointer data)
{
  RangServerDialog *self = g_object_new (RANG_TYPE_SERVER_DIALOG, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);

  self->chosen = chosen;
  self->data = data;
  rang_dialog_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->host));
}
