/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the first run: the steps to an office of one's own, and the office that comes of them. */
#include "lib/rang-test-folder.h"
#include "lib/rang-test-wait.h"
#include "window/rang-application.h"
#include "window/rang-first-run.h"

static RangNewOffice *plan = NULL;

static void
founded_cb (RangNewOffice *made, gpointer data)
{
  plan = made;
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

typedef struct
{
  GtkWidget *window;
  const char *row;
  const char *button;
  GtkWidget *found;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  wanted->found
      = wanted->row != NULL ? find_row (wanted->window, wanted->row) : find_button (wanted->window, wanted->button);
  return wanted->found != NULL;
}

static GtkWidget *
wait_for (GtkWidget *window, const char *row, const char *button)
{
  Wanted wanted = { window, row, button, NULL };

  if (!rang_test_wait_until (is_there, &wanted, 20000))
    g_error ("no %s", row != NULL ? row : button);
  return wanted.found;
}

static void
type (GtkWidget *window, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for (window, row, NULL)), text);
}

static void
press (GtkWidget *window, const char *button)
{
  g_signal_emit_by_name (wait_for (window, NULL, button), "clicked");
}

static void
test_the_steps_lead_to_an_office_with_its_people_and_vans (void)
{
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *store = rang_test_folder_file (folder, "office.rang");
  g_autoptr (RangClock) clock = rang_clock_new_system ();
  g_autoptr (RangOffice) office = NULL;
  g_autoptr (RangPerson) chief = NULL, head = NULL, founder = NULL;
  g_autoptr (GPtrArray) vans = NULL, departments = NULL;
  g_autoptr (GError) error = NULL;
  RangSession session = { 1, 0, RANG_UNIT_DELIVERY_ID };
  GtkWidget *window;

  rang_first_run_open (NULL, founded_cb, NULL);
  {
    g_autoptr (GtkWidget) first = g_list_model_get_item (gtk_window_get_toplevels (), 0);

    window = first;
  }
  type (window, "Name of the company", "");
  g_assert_false (gtk_widget_is_sensitive (wait_for (window, NULL, "Next")));
  type (window, "Name of the company", "Hârtia SRL");
  type (window, "Your name, head of sales", "Ana Pop");
  type (window, "Coordinates of the depot, such as 45.65, 25.6", "nowhere");
  g_assert_false (gtk_widget_is_sensitive (wait_for (window, NULL, "Next")));
  type (window, "Coordinates of the depot, such as 45.65, 25.6", "45.65, 25.6");
  press (window, "Next");
  type (window, "Department", "Vânzări");
  press (window, "Next");
  type (window, "Delivery chief", "Dan Rus");
  type (window, "Head of Vânzări", "Ion Ilie");
  press (window, "Next");
  wait_for (window, NULL, "Add a Van");
  press (window, "Make the Office");
  g_assert_nonnull (plan);
  office = rang_office_found (store, clock, plan, "ana", &error);
  g_assert_no_error (error);
  chief = rang_office_find_person (office, "Dan Rus", NULL);
  head = rang_office_find_person (office, "Ion Ilie", NULL);
  founder = rang_office_find_person (office, "Ana Pop", NULL);
  departments = rang_office_list_departments (office, NULL);
  vans = rang_office_list_resources (office, &session, NULL);
  g_assert_true (rang_person_has_role (chief, RANG_ROLE_DELIVERY_CHIEF, 0));
  g_assert_true (rang_person_has_role (head, RANG_ROLE_DEPARTMENT_HEAD, 1));
  g_assert_cmpstr (rang_office_person_name (office, 1), ==, "Ana Pop");
  g_assert_false (rang_person_has_role (founder, RANG_ROLE_MANAGER, 1));
  g_assert_true (rang_person_has_role (founder, RANG_ROLE_MANAGER, 2));
  g_assert_cmpuint (departments->len, ==, 2);
  g_assert_cmpuint (vans->len, ==, 3);
  g_assert_cmpstr (rang_office_get_settings (office)->name, ==, "Hârtia SRL");
  rang_new_office_free (plan);
}

static void
test_a_plan_that_is_refused_leaves_no_store (void)
{
  g_autoptr (RangTestFolder) folder = rang_test_folder_new ();
  g_autofree char *store = rang_test_folder_file (folder, "office.rang");
  g_autoptr (RangClock) clock = rang_clock_new_system ();
  g_autoptr (RangNewOffice) twice = rang_new_office_new ();
  g_autoptr (GError) error = NULL;

  rang_new_office_add_department (twice, "Clients", NULL);
  rang_new_office_add_department (twice, "Sales", NULL);
  rang_new_office_add_van (twice, "Van 1", NULL, NULL, 0);
  rang_new_office_add_van (twice, "Van 1", NULL, NULL, 0);
  g_assert_null (rang_office_found (store, clock, twice, "ana", &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
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

#define ADD(name) g_test_add_func ("/first-run/" #name, test_##name)
  ADD (a_plan_that_is_refused_leaves_no_store);
  ADD (the_steps_lead_to_an_office_with_its_people_and_vans);
  return g_test_run ();
}
