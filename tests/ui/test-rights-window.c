/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the table of who may do what by the window: each control of each page is there for whom the table says and for
 * nobody else, each action of each widget changes nothing for whom it does not, and the README says the same. */
#include <string.h>

#include "board/rang-order-list.h"
#include "lib/rang-test-command.h"
#include "lib/rang-test-folder.h"
#include "lib/rang-test-wait.h"
#include "office/rang-permission.h"
#include "window/rang-app-window-private.h"
#include "window/rang-application.h"

#define WAIT_MS 60000
/* Changes nothing, or nothing but what the person alone sees. */
#define FREE -1

typedef struct
{
  RangTestFolder *folder;
  char *store;
  RangAppWindow *window;
  RangOffice *office; /* to look into the log with */
} Fixture;

/* The first of the demo office that holds the role; of the first department where it holds for one. */
static const struct
{
  RangRole role;
  const char *name;
} people[] = { { RANG_ROLE_MANAGER, "Marius Roșca" },
               { RANG_ROLE_DEPARTMENT_HEAD, "Radu Stan" },
               { RANG_ROLE_HEAD_OF_SALES, "Ioana Pop" },
               { RANG_ROLE_DELIVERY_CHIEF, "Dan Mureșan" } };

typedef struct
{
  const char *page;
  const char *label;
  RangAction action;
} Control;

static const Control open_day[] = {
  { "board", "Apply", RANG_ACTION_APPLY },
  { "board", "Hand over…", RANG_ACTION_HAND_OVER },
  { "department-1", "Submit", RANG_ACTION_SUBMIT },
  { "department-1", "Add an Order…", RANG_ACTION_ADD_ORDER },
  { "conflicts", "Decide", RANG_ACTION_DECIDE_CONFLICT },
  { "calls", "Record a call…", RANG_ACTION_CALL },
};
static const Control signed_day[] = {
  { "board", "Accept", RANG_ACTION_ACCEPT },
  { "board", "Return…", RANG_ACTION_RETURN },
};
static const Control accepted_day[] = {
  { "deliveries", "Delivered", RANG_ACTION_RECORD_OUTCOME },
  { "deliveries", "In part", RANG_ACTION_RECORD_OUTCOME },
  { "deliveries", "Close the day…", RANG_ACTION_CLOSE_DAY },
};

/* Every action that a widget of ours installs, and the right that it needs. */
static const struct
{
  const char *name;
  int action;
} actions[] = {
  { "order.up", RANG_ACTION_MOVE },
  { "order.down", RANG_ACTION_MOVE },
  { "order.top", RANG_ACTION_MOVE },
  { "order.bottom", RANG_ACTION_MOVE },
  { "order.ask-place", RANG_ACTION_MOVE },
  { "order.ask-before", RANG_ACTION_MOVE },
  { "order.release", RANG_ACTION_RELEASE },
  { "order.explain", FREE },
  { "order.push", RANG_ACTION_PUSH },
  { "order.asked", RANG_ACTION_NOTE_ASKED },
  { "order.menu", FREE },
  { "delivery.delivered", RANG_ACTION_RECORD_OUTCOME },
  { "delivery.part", RANG_ACTION_RECORD_OUTCOME },
  { "delivery.fail", RANG_ACTION_RECORD_OUTCOME },
  { "delivery.at", RANG_ACTION_RECORD_OUTCOME },
  { "delivery.lock", RANG_ACTION_LOCK },
  { "delivery.unlock", RANG_ACTION_LOCK },
  { "delivery.move", RANG_ACTION_LOCK },
  { "delivery.close", RANG_ACTION_CLOSE_DAY },
  { "version.accept", RANG_ACTION_ACCEPT },
  { "version.return", FREE }, /* asks for a remark first */
  { "calls.note", RANG_ACTION_CALL },
  { "rules.undo", RANG_ACTION_EDIT_RULES },
  { "rules.redo", RANG_ACTION_EDIT_RULES },
  { "rules.add-row", RANG_ACTION_EDIT_RULES },
  { "rules.add-column", RANG_ACTION_EDIT_RULES },
  { "rules.discard", RANG_ACTION_EDIT_RULES },
  { "rules.begin-draft", RANG_ACTION_EDIT_RULES },
  { "rules.import", FREE }, /* asks for a file first */
  { "rules.export", FREE },
  { "rules.activate", RANG_ACTION_EDIT_RULES },
  { "rules.test", FREE },
  { "grid.*", RANG_ACTION_EDIT_RULES },
  { "win.undo", RANG_ACTION_UNDO },
  { "win.redo", RANG_ACTION_UNDO },
  { "win.add-order", RANG_ACTION_ADD_ORDER },
  { "win.edit-order", FREE }, /* shows it; saving is the office's to refuse */
  { "win.push", RANG_ACTION_PUSH },
  { "win.asked", RANG_ACTION_NOTE_ASKED },
  { "win.decide-push", RANG_ACTION_GRANT },
  { "win.import", RANG_ACTION_IMPORT },
  { "win.*", FREE },
  { "delivery.*", FREE }, /* sheets */
  { "calls.print", FREE },
  { "insight.*", FREE },
};

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
  fixture->office = rang_office_open (fixture->store, clock, &error);
  g_assert_no_error (error);
  fixture->window = RANG_APP_WINDOW (
      rang_app_window_new (GTK_APPLICATION (application), fixture->store, clock, NULL, RANG_DAY_NONE));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (rang_test_wait_until (day_shows, fixture, WAIT_MS));
}

/* Dialogs that an action has opened. */
static gboolean
only_the_window_is_left (gpointer data)
{
  const Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();
  guint others = 0;

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (fixture->window))
        {
          gtk_window_destroy (window);
          others++;
        }
    }
  return others == 0;
}

static gboolean
no_window_left (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rang_office_close (fixture->office);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (rang_test_wait_until (no_window_left, NULL, WAIT_MS));
  g_free (fixture->store);
  rang_test_folder_free (fixture->folder);
}

/* --- who, and what shows --- */

static const RangPerson *
find_person (const RangDayView *view, const char *name)
{
  for (guint i = 0; i < view->people->len; i++)
    if (g_str_equal (((RangPerson *)view->people->pdata[i])->name, name))
      return view->people->pdata[i];
  g_error ("%s does not work here", name);
}

typedef struct
{
  Fixture *fixture;
  gint64 person;
  const char *label;
  gboolean wanted;
} Wanted;

static gboolean
person_acts (gpointer data)
{
  const Wanted *wanted = data;
  const RangDayView *view = rang_desk_get_view (wanted->fixture->window->desk);

  return view != NULL && view->session.person == wanted->person;
}

static const RangPerson *
act_as (Fixture *fixture, const char *name)
{
  const RangPerson *person = find_person (rang_desk_get_view (fixture->window->desk), name);
  Wanted wanted = { fixture, person->id, NULL, FALSE };

  rang_desk_set_person (fixture->window->desk, person->id);
  g_assert_true (rang_test_wait_until (person_acts, &wanted, WAIT_MS));
  return find_person (rang_desk_get_view (fixture->window->desk), name);
}

static gboolean
is_offered (GtkWidget *widget, const char *label)
{
  const char *own = GTK_IS_BUTTON (widget)        ? gtk_button_get_label (GTK_BUTTON (widget))
                    : GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_label (GTK_MENU_BUTTON (widget))
                                                  : NULL;

  if (g_strcmp0 (own, label) == 0 && gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_offered (child, label))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

/* A decision needs its words before it can be taken. */
static void
say_something (GtkWidget *page)
{
  GtkWidget *entry = find_child (page, GTK_TYPE_ENTRY);

  if (entry != NULL && gtk_entry_get_text_length (GTK_ENTRY (entry)) == 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), "x");
}

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *page = gtk_stack_get_visible_child (wanted->fixture->window->pages);

  if (g_str_equal (gtk_stack_get_visible_child_name (wanted->fixture->window->pages), "conflicts"))
    say_something (page);
  return is_offered (page, wanted->label) == wanted->wanted;
}

static void
check_controls (Fixture *fixture, const Control *controls, gsize n)
{
  for (gsize p = 0; p < G_N_ELEMENTS (people); p++)
    for (gsize i = 0; i < n; i++)
      {
        const RangPerson *person = act_as (fixture, people[p].name);
        gint64 department = g_str_has_prefix (controls[i].page, "department-") ? controls[i].page[11] - '0' : 0;
        Wanted wanted = { fixture, person->id, controls[i].label,
                          rang_permission_allows (person, controls[i].action, department) };

        g_assert_true (rang_permission_role_may (people[p].role, controls[i].action) == wanted.wanted);
        rang_app_window_show_page (fixture->window, controls[i].page);
        if (!rang_test_wait_until (is_as_wanted, &wanted, WAIT_MS))
          g_error ("%s, %s: “%s” is %s", person->name, controls[i].page, controls[i].label,
                   wanted.wanted ? "missing" : "offered");
      }
}

static gboolean
version_is (gpointer data)
{
  const Wanted *wanted = data;
  const RangDayView *view = rang_desk_get_view (wanted->fixture->window->desk);
  const RangVersionInfo *version = view != NULL ? rang_day_view_get_newest (view) : NULL;

  return version != NULL && version->state == (RangVersionState)wanted->person;
}

static void
run_and_wait (Fixture *fixture, const char *person, const char *command, RangVersionState state)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (fixture->store, "--as", person, command, NULL);
  Wanted wanted = { fixture, state, NULL, FALSE };

  rang_test_assert_status (result, 0);
  rang_desk_reload (fixture->window->desk);
  g_assert_true (rang_test_wait_until (version_is, &wanted, WAIT_MS));
}

static void
test_each_control_shows_for_whom_the_table_says (Fixture *fixture, gconstpointer data)
{
  check_controls (fixture, open_day, G_N_ELEMENTS (open_day));
  run_and_wait (fixture, "Ioana Pop", "handover", RANG_VERSION_SIGNED);
  check_controls (fixture, signed_day, G_N_ELEMENTS (signed_day));
  run_and_wait (fixture, "Dan Mureșan", "accept", RANG_VERSION_ACCEPTED);
  check_controls (fixture, accepted_day, G_N_ELEMENTS (accepted_day));
}

/* --- what is tried all the same --- */

static int
right_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_pattern_match_simple (actions[i].name, name))
      return actions[i].action;
  g_error ("%s is not in the table of rights: say which right it needs", name);
}

static GVariant *
parameter_for (const GVariantType *type, gint64 order)
{
  if (type == NULL)
    return NULL;
  return g_variant_type_equal (type, G_VARIANT_TYPE_INT64)   ? g_variant_new_int64 (order)
         : g_variant_type_equal (type, G_VARIANT_TYPE_INT32) ? g_variant_new_int32 (1)
                                                             : g_variant_new_string ("absent");
}

/* Tries each action of the widget and of those in it that @person has no right to. Returns: how many. */
static guint
try_actions (Fixture *fixture, GtkWidget *widget, const RangPerson *person, gint64 order)
{
  GType owner;
  const char *name, *property;
  const GVariantType *type;
  guint tried = 0;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, &type, &property);
       i++)
    {
      int action = g_str_has_prefix (g_type_name (owner), "Rang") ? right_of (name) : FREE;
      g_autoptr (GVariant) parameter = NULL;

      if (action == FREE || rang_permission_allows (person, (RangAction)action, 0))
        continue;
      parameter = parameter_for (type, order);
      if (parameter != NULL)
        g_variant_ref_sink (parameter);
      gtk_widget_activate_action_variant (widget, name, parameter);
      tried++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tried += try_actions (fixture, child, person, order);
  return tried;
}

static gpointer
nothing_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup ("done");
}

static void
nothing_done_cb (GObject *owner, gpointer result, const GError *error)
{
  g_object_set_data (owner, "written", GINT_TO_POINTER (TRUE));
}

static gboolean
is_written (gpointer data)
{
  return g_object_get_data (data, "written") != NULL;
}

/* Waits until everything that was asked of the writing thread is done. */
static void
wait_for_writes (Fixture *fixture)
{
  g_object_set_data (G_OBJECT (fixture->window), "written", NULL);
  rang_desk_write (fixture->window->desk, nothing_func, NULL, NULL, g_free, fixture->window, nothing_done_cb);
  g_assert_true (rang_test_wait_until (is_written, fixture->window, WAIT_MS));
}

static void
assert_nothing_changed (Fixture *fixture, gint64 before, const char *who)
{
  g_autoptr (GPtrArray) log = rang_office_list_log (fixture->office, 0, NULL);

  for (guint i = 0; i < log->len; i++)
    {
      const RangLogEntry *entry = log->pdata[i];

      if (entry->entry > before && !g_str_equal (entry->what, "refused-attempt"))
        g_error ("%s has no right and did: %s", who, entry->what);
    }
}

static void
test_an_action_without_the_right_changes_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[]
      = { "board", "department-2", "deliveries", "calls", "conflicts", "rules", "insight" };

  for (gsize p = 0; p < G_N_ELEMENTS (people); p++)
    {
      const RangPerson *person = act_as (fixture, people[p].name);
      g_autoptr (GPtrArray) log = rang_office_list_log (fixture->office, 1, NULL);
      gint64 before = ((RangLogEntry *)log->pdata[0])->entry;
      RangBoard *board = rang_desk_get_view (fixture->window->desk)->board;
      gint64 order = rang_board_get_entry (board, 20)->number;
      guint tried = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          rang_app_window_show_page (fixture->window, pages[i]);
          if (rang_app_window_get_list (fixture->window) != NULL)
            rang_order_list_select (rang_app_window_get_list (fixture->window), order, TRUE);
          tried += try_actions (fixture, gtk_stack_get_visible_child (fixture->window->pages), person, order);
          g_assert_true (rang_test_wait_until (only_the_window_is_left, fixture, WAIT_MS));
        }
      tried += try_actions (fixture, GTK_WIDGET (fixture->window), person, order);
      g_assert_true (rang_test_wait_until (only_the_window_is_left, fixture, WAIT_MS));
      wait_for_writes (fixture);
      assert_nothing_changed (fixture, before, person->name);
      g_test_message ("%s: %u tried", person->name, tried);
      g_assert_cmpuint (tried, >, 5);
    }
}

/* --- and on paper --- */

/* The cell of the README for the row that names the words, by columns manager, head, head of sales, chief. */
static gboolean
readme_allows (const char *readme, const char *words, guint column)
{
  g_auto (GStrv) lines = g_strsplit (readme, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      if (g_str_has_prefix (lines[i], "| ") && g_strv_length (cells) == 7)
        {
          g_auto (GStrv) named = g_strsplit (cells[1], ";", -1);

          for (guint k = 0; named[k] != NULL; k++)
            if (g_str_equal (g_strstrip (named[k]), words))
              return g_strstrip (cells[2 + column])[0] != '\0';
        }
    }
  g_error ("the README’s table does not name “%s”", words);
}

static void
test_the_readme_has_the_table_of_the_code (void)
{
  g_autofree char *path = g_build_filename (RANG_SOURCE_ROOT, "README.md", NULL);
  g_autofree char *readme = NULL;

  g_assert_true (g_file_get_contents (path, &readme, NULL, NULL));
  for (guint action = 0; action < RANG_N_ACTIONS; action++)
    for (gsize p = 0; p < G_N_ELEMENTS (people); p++)
      if (readme_allows (readme, rang_action_label (action), (guint)p)
          != rang_permission_role_may (people[p].role, action))
        g_error ("README and code disagree whether a %s may %s", rang_role_to_nick (people[p].role),
                 rang_action_label (action));
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
#define ADD(name) g_test_add ("/rights-window/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  g_test_add_func ("/rights-window/the_readme_has_the_table_of_the_code", test_the_readme_has_the_table_of_the_code);
  ADD (each_control_shows_for_whom_the_table_says);
  ADD (an_action_without_the_right_changes_nothing);
  return g_test_run ();
}
