/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for files in the window: orders dropped onto it, and route sheets that leave it on paper and as PDF. */
#include <glib/gstdio.h>
#include <string.h>

#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-wait.h"
#include "window/rang-app-window-private.h"
#include "window/rang-application.h"
#include "window/rang-encoding-dialog.h"
#include "window/rang-import-dialog.h"

#define WAIT_MS 20000
#define HEADER "order,client,order_date,requested_from,requested_to,value,currency,importance,department,street,city\n"

typedef struct
{
  RangTestFolder *folder;
  char *store;
  RangAppWindow *window;
} Fixture;

/* What is waited for: a window of a type, or words that the window says. */
typedef struct
{
  Fixture *fixture;
  const char *what;
  GtkWidget *found;
} Wanted;

static gboolean
day_shows (gpointer data)
{
  const Fixture *fixture = data;

  return fixture->window->desk != NULL && rang_desk_get_view (fixture->window->desk) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static RangApplication *application = NULL;
  g_autoptr (RangTestResult) result = NULL;
  g_autoptr (RangClock) clock = rang_clock_new_system ();
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = rang_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  fixture->folder = rang_test_folder_new ();
  fixture->store = rang_test_folder_file (fixture->folder, "office.rang");
  result = rang_test_rangctl (fixture->store, "init", "--demo", NULL);
  rang_test_assert_status (result, 0);
  fixture->window = RANG_APP_WINDOW (
      rang_app_window_new (GTK_APPLICATION (application), fixture->store, clock, NULL, RANG_DAY_NONE));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (rang_test_wait_until (day_shows, fixture, WAIT_MS));
}

static gboolean
no_window_left (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (rang_test_wait_until (no_window_left, NULL, WAIT_MS));
  g_free (fixture->store);
  rang_test_folder_free (fixture->folder);
}

/* --- seeing --- */

static gboolean
window_opened (gpointer data)
{
  Wanted *wanted = data;
  GListModel *windows = gtk_window_get_toplevels ();

  wanted->found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), wanted->what) && gtk_widget_get_mapped (window))
        wanted->found = window;
    }
  return wanted->found != NULL;
}

static GtkWidget *
wait_for_window (Fixture *fixture, const char *type)
{
  Wanted wanted = { fixture, type, NULL };

  if (!rang_test_wait_until (window_opened, &wanted, WAIT_MS))
    g_error ("no %s opened; the window says “%s”", type, gtk_label_get_text (fixture->window->spoken));
  return wanted.found;
}

static gboolean
words_said (gpointer data)
{
  const Wanted *wanted = data;

  return strstr (gtk_label_get_text (wanted->fixture->window->spoken), wanted->what) != NULL;
}

static void
wait_for_words (Fixture *fixture, const char *words)
{
  Wanted wanted = { fixture, words, NULL };

  if (!rang_test_wait_until (words_said, &wanted, WAIT_MS))
    g_error ("instead of “%s” the window says “%s”", words, gtk_label_get_text (fixture->window->spoken));
}

/* Adds what stands in the labels and rows below a widget, a line each. */
static void
collect_text (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != 0)
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL; at = gtk_widget_get_next_sibling (at))
    collect_text (at, text);
}

static void
assert_reads (GtkWidget *widget, const char *pattern)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect_text (widget, text);
  if (!g_regex_match_simple (pattern, text->str, G_REGEX_MULTILINE, 0))
    g_error ("nothing like %s in:\n%s", pattern, text->str);
}

static char *
orders_of (Fixture *fixture)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (fixture->store, "orders", "--format", "csv", NULL);

  rang_test_assert_status (result, 0);
  return g_strdup (result->out);
}

/* --- doing --- */

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller)
          && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)),
                                                GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

/* Drops files of the test's folder, or addresses, as a file manager does. Returns whether they were accepted. */
static gboolean
drop (Fixture *fixture, const char *const *names)
{
  GtkDropTarget *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean accepted = FALSE;
  GSList *files = NULL;

  g_assert_nonnull (target);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = rang_test_folder_file (fixture->folder, names[i]);

      files = g_slist_append (files, strstr (names[i], "://") != NULL ? g_file_new_for_uri (names[i])
                                                                      : g_file_new_for_path (path));
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  g_signal_emit_by_name (target, "drop", &value, 200.0, 200.0, &accepted);
  return accepted;
}

static gboolean
drop_one (Fixture *fixture, const char *name)
{
  const char *const names[] = { name, NULL };

  return drop (fixture, names);
}

static void
write_file (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = rang_test_folder_write (fixture->folder, name, content);

  g_assert_nonnull (path);
}

/* Opens the page for deliveries and asks there. */
static void
ask_deliveries (Fixture *fixture, const char *action)
{
  rang_app_window_show_page (fixture->window, "deliveries");
  g_assert_true (gtk_widget_activate_action (gtk_stack_get_visible_child (fixture->window->pages), action, NULL));
}

/* --- orders dropped onto the window --- */

static void
test_an_order_in_a_dropped_file_is_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = orders_of (fixture);
  g_autofree char *after = NULL;
  GtkWidget *dialog;

  write_file (fixture, "new.csv",
              HEADER "DROP-1,Ardeal Consult SRL,2026-11-20,2026-11-24T10:00,2026-11-24T14:00,1863.40,RON,high,Clients,"
                     "Strada Lungă 1,Brașov\n");
  g_assert_null (strstr (before, "DROP-1"));
  g_assert_true (drop_one (fixture, "new.csv"));
  dialog = wait_for_window (fixture, "RangImportDialog");
  assert_reads (dialog, "^Taken\\n1$");
  assert_reads (dialog, "^Refused or to complete\\n0$");
  after = orders_of (fixture);
  g_assert_true (g_regex_match_simple (
      "^\\d+,DROP-1,Ardeal Consult SRL,Clients,2026-11-24T10:00,2026-11-24T14:00,high,", after, G_REGEX_MULTILINE, 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->progress)));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_a_broken_file_takes_nothing_and_the_one_beside_it_stands (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cut.csv", "whole.csv", "sftp://elsewhere/far.csv", "absent.csv", NULL };
  g_autofree char *after = NULL;
  GtkWidget *dialog;

  write_file (fixture, "cut.csv",
              HEADER "CUT-1,Ardeal Consult SRL,2026-11-20,,2026-11-24,10,RON,high,Clients,\"Strada");
  write_file (fixture, "whole.csv",
              HEADER "WHOLE-1,Ardeal Consult SRL,2026-11-20,,2026-11-24,10,RON,high,Clients,Strada Lungă 1,Brașov\n");
  g_assert_true (drop (fixture, names));
  dialog = wait_for_window (fixture, "RangImportDialog");
  assert_reads (dialog, "^Taken\\n1$");
  assert_reads (dialog, "^Refused or to complete\\n3$");
  assert_reads (dialog, "^cut\\.csv, line 2\\nThe quoted");
  assert_reads (dialog, "^far\\.csv\\n.*not a file on this computer");
  assert_reads (dialog, "^absent\\.csv\\n");
  after = orders_of (fixture);
  g_assert_nonnull (strstr (after, "WHOLE-1"));
  g_assert_null (strstr (after, "CUT-1"));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Zeroes say nothing, and what one order lacks stands together. */
static void
test_what_is_wrong_with_an_order_stands_in_one_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  write_file (fixture, "gaps.csv",
              HEADER "GAP-1,Ardeal Consult SRL,2026-11-20,,2026-11-24,4a0,RON,,Clients,Strada Lungă 1,Brașov\n"
                     "GAP-2,Ardeal Consult SRL,2026-11-20,,2026-11-24,10,RON,,Clients,Strada Lungă 1,Brașov\n");
  g_assert_true (drop_one (fixture, "gaps.csv"));
  dialog = wait_for_window (fixture, "RangImportDialog");
  assert_reads (dialog, "^Taken\\n0\\nRefused or to complete\\n2\\n");
  assert_reads (dialog, "^Order GAP-1: gaps\\.csv, line 2\\n“4a0” is no number.*\\nThe importance is not stated; .*\\n"
                        "Order GAP-2: gaps\\.csv, line 3\\nThe importance is not stated; ");
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL && found == NULL;
       at = gtk_widget_get_next_sibling (at))
    found = find_descendant (at, type);
  return found;
}

#define CENTRAL_ROW "H\xE2rtia Bra\xBAov,2026-11-20,,2026-11-24,10,RON,normal,Clients,Strada Lung\xE3 1,Bra\xBAov\n"

static void
test_an_encoding_that_is_not_named_is_asked_for_with_a_preview (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL, *later = NULL;
  GtkWidget *question, *choice, *dialog;
  GListModel *names;

  write_file (fixture, "central.csv", HEADER "CENTRAL-1," CENTRAL_ROW);
  write_file (fixture, "next.csv", HEADER "CENTRAL-2," CENTRAL_ROW);
  g_assert_true (drop_one (fixture, "central.csv"));
  question = wait_for_window (fixture, "RangEncodingDialog");
  assert_reads (question, "“central\\.csv”");
  assert_reads (question, "Hârtia Braşov");
  choice = find_descendant (question, ADW_TYPE_COMBO_ROW);
  names = adw_combo_row_get_model (ADW_COMBO_ROW (choice));
  g_assert_cmpuint (g_list_model_get_n_items (names), >, 1);
  /* Another choice reads otherwise. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 1);
  g_assert_null (strstr (
      gtk_label_get_text (GTK_LABEL (find_descendant (find_descendant (question, GTK_TYPE_FRAME), GTK_TYPE_LABEL))),
      "Hârtia Braşov"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  /* Meanwhile nothing else is begun, and it says so. */
  drop_one (fixture, "next.csv");
  wait_for_words (fixture, "still going on");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "import");
  dialog = wait_for_window (fixture, "RangImportDialog");
  after = orders_of (fixture);
  /* In the file ş has a cedilla, as its encoding knows no other; in the office the comma. */
  g_assert_nonnull (strstr (after, "CENTRAL-1,Hârtia Brașov,"));
  gtk_window_close (GTK_WINDOW (dialog));
  /* What was answered is remembered for files of that header. */
  g_assert_true (drop_one (fixture, "next.csv"));
  dialog = wait_for_window (fixture, "RangImportDialog");
  later = orders_of (fixture);
  g_assert_nonnull (strstr (later, "CENTRAL-2,Hârtia Brașov,"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_a_file_whose_encoding_nobody_names_is_left_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = orders_of (fixture), *after = NULL;
  GtkWidget *question, *dialog;

  write_file (fixture, "central.csv", HEADER "CENTRAL-1," CENTRAL_ROW);
  g_assert_true (drop_one (fixture, "central.csv"));
  question = wait_for_window (fixture, "RangEncodingDialog");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  dialog = wait_for_window (fixture, "RangImportDialog");
  assert_reads (dialog, "^central\\.csv\\nNot taken: its encoding is not known$");
  after = orders_of (fixture);
  g_assert_cmpstr (before, ==, after);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* --- route sheets --- */

/* The clients who stand on the routes of the day in view. */
static char *
first_client (Fixture *fixture)
{
  const RangDayView *view = rang_desk_get_view (fixture->window->desk);

  for (guint i = 0; i < view->routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (view->routes, i);

      for (guint j = 0; j < route->stops->len; j++)
        {
          const RangOrderView *order
              = rang_day_view_find_order (view, g_array_index (route->stops, RangBoardStop, j).order);

          if (order != NULL && order->client != NULL)
            return g_strdup (order->client);
        }
    }
  g_assert_not_reached ();
}

static gboolean
file_is_whole (gpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (data, &content, &length, NULL) && length > 8
         && g_strrstr_len (content + length - 8, 8, "%%EOF") != NULL;
}

/* Every page is counted, and a client of the day's first route is on one of them. */
static void
assert_sheets (Fixture *fixture, const char *path)
{
  g_autofree char *client = first_client (fixture);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *const argv[] = { program, "-raw", path, "-", NULL };
  g_autoptr (RangTestResult) text = NULL;
  g_auto (GStrv) pages = NULL;
  guint vans = 0;

  g_assert_true (rang_test_wait_until (file_is_whole, (gpointer)path, WAIT_MS));
  if (program == NULL)
    {
      g_test_skip ("pdftotext (poppler-utils) is not installed");
      return;
    }
  text = rang_test_command (argv, NULL);
  rang_test_assert_status (text, 0);
  pages = g_strsplit (text->out, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, rang_desk_get_view (fixture->window->desk)->routes->len);
  for (guint i = 0; pages[i + 1] != NULL; i++)
    {
      g_assert_true (g_regex_match_simple ("\\d+\\s+of\\s+\\d+", pages[i], 0, 0));
      vans += g_regex_match_simple ("\\b1\\s+of\\s+\\d+", pages[i], 0, 0);
    }
  g_assert_cmpuint (vans, ==, rang_desk_get_view (fixture->window->desk)->routes->len);
  if (strstr (text->out, client) == NULL)
    g_error ("%s is not on the sheets:\n%s", client, text->out);
}

static void
test_route_sheets_are_saved_as_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = rang_test_folder_file (fixture->folder, "sheets.pdf");
  GtkWidget *chooser, *entry;

  ask_deliveries (fixture, "delivery.save");
  chooser = wait_for_window (fixture, "GtkFileChooserDialog");
  entry = find_descendant (chooser, GTK_TYPE_ENTRY);
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (entry)), "route-sheets-2026-11-24"));
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_for_words (fixture, "Route sheets saved as ");
  assert_sheets (fixture, path);
}

/* Printers are found one by one; the first is taken. */
static gboolean
printer_is_chosen (gpointer data)
{
  GtkWidget *list = find_descendant (data, GTK_TYPE_COLUMN_VIEW);

  if (list != NULL)
    gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)), 0, TRUE);
  return gtk_widget_get_sensitive (gtk_dialog_get_widget_for_response (data, GTK_RESPONSE_OK));
}

/* Without a printer GTK prints to a file in the current folder. */
static void
test_route_sheets_are_printed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = rang_test_folder_file (fixture->folder, "output.pdf");
  g_autofree char *here = g_get_current_dir ();
  GtkWidget *dialog;

  g_assert_cmpint (g_chdir (fixture->folder->path), ==, 0);
  ask_deliveries (fixture, "delivery.print");
  dialog = wait_for_window (fixture, "GtkPrintUnixDialog");
  g_assert_true (rang_test_wait_until (printer_is_chosen, dialog, WAIT_MS));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  assert_sheets (fixture, path);
  g_assert_cmpint (g_chdir (here), ==, 0);
}

static void
test_a_day_without_routes_says_that_there_is_nothing_to_print (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "delivery.print", "delivery.preview-van" };

  rang_desk_set_day (fixture->window->desk, rang_day_from_ymd (2027, 6, 6));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_label_set_text (fixture->window->spoken, "");
      ask_deliveries (fixture, actions[i]);
      wait_for_words (fixture, "No van has a stop on this day");
    }
}

int
main (int argc, char **argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return 77;
  g_setenv ("RANG_NOW", "2026-11-24T06:00:00Z", TRUE);
  rang_ui_init ();
  gtk_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

#define ADD(name) g_test_add ("/files-window/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (an_order_in_a_dropped_file_is_taken);
  ADD (a_broken_file_takes_nothing_and_the_one_beside_it_stands);
  ADD (what_is_wrong_with_an_order_stands_in_one_row);
  ADD (an_encoding_that_is_not_named_is_asked_for_with_a_preview);
  ADD (a_file_whose_encoding_nobody_names_is_left_out);
  ADD (route_sheets_are_saved_as_pdf);
  ADD (route_sheets_are_printed);
  ADD (a_day_without_routes_says_that_there_is_nothing_to_print);
  return g_test_run ();
}
