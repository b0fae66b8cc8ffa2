/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's server is asked for: what is wrong is said beside its cause, and the password is in no file of Rang's. */
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-server.h"
#include "lib/rang-test-wait.h"
#include "office/rang-office-server.h"
#include "window/rang-application.h"
#include "window/rang-server-dialog.h"

#define WAIT_MS 60000

static char *chosen = NULL;
static gboolean chosen_empty;

static void
chosen_cb (const char *location, gboolean empty, gpointer data)
{
  chosen = g_strdup (location);
  chosen_empty = empty;
}

typedef gboolean (*Fits) (GtkWidget *widget, const char *text);

static GtkWidget *
find (GtkWidget *widget, Fits fits, const char *text)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && fits (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, fits, text);
  return found;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_button (GtkWidget *widget, const char *label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* What is wrong: beside its row, in the same group. */
static gboolean
is_problem (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error")
         && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static GtkWidget *
open_dialog (void)
{
  g_autoptr (GListModel) windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) dialog = NULL;

  g_clear_pointer (&chosen, g_free);
  g_object_ref (windows);
  rang_server_dialog_open (NULL, chosen_cb, NULL);
  dialog = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);
  return dialog;
}

static void
fill (GtkWidget *dialog, const char *row, const char *text)
{
  GtkWidget *found = find (dialog, is_row, row);

  g_assert_nonnull (found);
  gtk_editable_set_text (GTK_EDITABLE (found), text);
}

typedef struct
{
  GtkWidget *dialog;
  const char *problem;
} Wanted;

static gboolean
is_said (gpointer data)
{
  Wanted *wanted = data;

  return find (wanted->dialog, is_problem, wanted->problem) != NULL;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && find (data, is_row, "Database") != NULL;
}

static gboolean
is_chosen (gpointer data)
{
  return chosen != NULL;
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = find (dialog, is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Connects, and says which row's group the problem stands in. */
static void
assert_said_beside (GtkWidget *dialog, const char *problem, const char *row)
{
  Wanted wanted = { dialog, problem };
  GtkWidget *label;

  press (dialog, "C_onnect");
  g_assert_true (rang_test_wait_until (is_said, &wanted, WAIT_MS));
  label = find (dialog, is_problem, problem);
  g_assert_true (gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP)
                 == gtk_widget_get_ancestor (find (dialog, is_row, row), ADW_TYPE_PREFERENCES_GROUP));
}

static char *
dup_host (void)
{
  return g_strdup (strstr (g_getenv ("RANG_TEST_SERVER"), "host=") + strlen ("host="));
}

static char *
dup_database (const char *location)
{
  const char *from = strstr (location, "@/") + 2;

  return g_strndup (from, (gsize)(strchr (from, '?') - from));
}

static GtkWidget *
open_filled (const char *database)
{
  GtkWidget *dialog = open_dialog ();
  g_autofree char *host = dup_host ();

  g_assert_true (rang_test_wait_until (is_mapped, dialog, WAIT_MS));
  fill (dialog, "Name of the server", host);
  fill (dialog, "Database", database);
  fill (dialog, "Name at the server", "rang");
  return dialog;
}

static void
test_what_is_wrong_is_said_beside_its_cause (void)
{
  g_autofree char *empty = rang_test_server_new_database (NULL), *name = dup_database (empty), *host = dup_host ();
  GtkWidget *dialog = open_filled (name);

  fill (dialog, "Name of the server", "/nowhere");
  assert_said_beside (dialog, "does not answer", "Name of the server");
  fill (dialog, "Name of the server", host);
  fill (dialog, "Name at the server", "nobody_here");
  assert_said_beside (dialog, "refuses name or password", "Name at the server");
  fill (dialog, "Name at the server", "rang");
  fill (dialog, "Database", "not_there");
  assert_said_beside (dialog, "no such database", "Database");
  fill (dialog, "Database", name);
  fill (dialog, "File of its certificate", "/nowhere/ca.crt");
  fill (dialog, "Name of the server", "127.0.0.1:1");
  assert_said_beside (dialog, "does not answer", "Name of the server");
  fill (dialog, "File of its certificate", "");
  fill (dialog, "Name of the server", host);
  assert_said_beside (dialog, "the database is empty", "Database");
  press (dialog, "New Office There…");
  g_assert_true (rang_test_wait_until (is_chosen, NULL, WAIT_MS));
  g_assert_true (chosen_empty);
  rang_test_server_drop (empty);
}

/* A role that has to say a password, though the server trusts everybody else who is on this computer. */
static void
make_secret_role (const char *like)
{
  g_auto (GStrv) parts = g_strsplit (g_getenv ("RANG_TEST_SERVER"), "//rang@", 2);
  g_autofree char *admin = g_strconcat (parts[0], "//rang_admin@", parts[1], NULL);
  g_autofree char *file = rang_test_server_sql (admin, "SHOW hba_file", NULL);
  g_autofree char *rules = g_strdup_printf ("COPY (SELECT unnest (ARRAY['local all rang_secret scram-sha-256', 'local all "
                                            "all trust'])) TO '%s'",
                                            file);

  g_free (rang_test_server_sql (admin, "DROP ROLE IF EXISTS rang_secret", NULL));
  g_free (rang_test_server_sql (admin, "CREATE ROLE rang_secret LOGIN PASSWORD 'verde-crud'", NULL));
  g_free (rang_test_server_sql (admin, "GRANT rang TO rang_secret", NULL));
  g_free (rang_test_server_sql (admin, rules, NULL));
  g_free (rang_test_server_sql (admin, "SELECT pg_reload_conf ()", NULL));
}

static void
test_a_password_is_asked_for_and_kept_out_of_the_address (void)
{
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *keyring = rang_test_folder_file (folder, "test.keyring");
  g_autofree char *location = rang_test_server_new_database (NULL), *name = dup_database (location);
  g_autoptr (RangClock) clock = rang_clock_new_system ();
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  /* libsecret's own keyring in a file, where no desktop has one open. */
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "of the test", TRUE);
  rang_office_close (rang_office_create (location, clock, FALSE, "tester", &error));
  g_assert_no_error (error);
  make_secret_role (location);
  dialog = open_filled (name);
  fill (dialog, "Name at the server", "rang_secret");
  assert_said_beside (dialog, "asks for a password", "Name at the server");
  fill (dialog, "Password", "wrong");
  assert_said_beside (dialog, "refuses name or password", "Name at the server");
  fill (dialog, "Password", "verde-crud");
  press (dialog, "C_onnect");
  g_assert_true (rang_test_wait_until (is_chosen, NULL, WAIT_MS));
  g_assert_false (chosen_empty);
  g_assert_null (strstr (chosen, "verde"));
  /* The same process opens it from then on, as window's two connections do; and the next one, by the keyring. */
  rang_office_close (rang_office_open (chosen, clock, &error));
  g_assert_no_error (error);
  if (rang_office_has_keyring ())
    {
      g_autoptr (RangTestResult) next = rang_test_rangctl (chosen, "people", NULL);
      g_autofree char *kept = NULL;

      rang_test_assert_status (next, 0);
      g_assert_true (g_file_get_contents (g_getenv ("SECRET_FILE_TEST_PATH"), &kept, NULL, NULL));
    }
  rang_test_server_drop (location);
}

int
main (int argc, char **argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return 77;
  rang_ui_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_test_add_func ("/server-dialog/what is wrong is said beside its cause", test_what_is_wrong_is_said_beside_its_cause);
  g_test_add_func ("/server-dialog/a password is asked for and kept out of the address",
                   test_a_password_is_asked_for_and_kept_out_of_the_address);
  return g_test_run ();
}
