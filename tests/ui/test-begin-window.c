/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the first run as a person meets it: from the welcome to the board of an office, by keyboard alone and by
 * pointer. */
#include "ui/rang-test-office.h"

#define key rang_test_office_key

typedef struct
{
  RangTestFolder *folder;
  char *store;
  RangTestWindow *window;
} Begin;

static void
set_up (Begin *begin, gconstpointer data)
{
  begin->folder = rang_test_folder_new ();
  begin->store = rang_test_folder_file (begin->folder, "office.rang");
  {
    const char *const argv[] = { g_getenv ("RANG_WINDOW"), "--store", begin->store, NULL };

    begin->window = rang_test_window_start (argv);
  }
}

static void
tear_down (Begin *begin, gconstpointer data)
{
  rang_test_window_free (begin->window);
  rang_test_folder_free (begin->folder);
  g_free (begin->store);
}

static void
wait_for (Begin *begin, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (begin->window, role, pattern, WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (begin->window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

static void
type (Begin *begin, const char *text)
{
  rang_test_pointer_type (rang_test_window_get_pointer (begin->window), text);
}

static void
click (Begin *begin, const char *role, const char *pattern)
{
  wait_for (begin, role, pattern);
  g_assert_true (rang_test_window_click (begin->window, role, pattern));
}

/* Clicks into a field and types over what it says. */
static void
fill (Begin *begin, const char *field, const char *text)
{
  click (begin, "text", field);
  key (begin->window, "ctrl+a");
  type (begin, text);
}

static void
assert_person (Begin *begin, const char *pattern)
{
  g_autoptr (RangTestResult) people = rang_test_rangctl (begin->store, "--format", "csv", "people", NULL);

  g_assert_cmpint (people->status, ==, 0);
  if (!g_regex_match_simple (pattern, people->out, G_REGEX_MULTILINE, 0))
    g_error ("nobody is like “%s”:\n%s", pattern, people->out);
}

static void
test_a_new_office_is_made_by_keyboard_alone (Begin *begin, gconstpointer data)
{
  wait_for (begin, NULL, "Welcome to Rang");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 1 of 4");
  type (begin, "Hartia SRL");
  key (begin->window, "Tab");
  type (begin, "Ana Pop");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 2 of 4");
  type (begin, "Vanzari");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 3 of 4");
  type (begin, "Dan Rus");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 4 of 4");
  type (begin, "BV 10 ABC");
  key (begin->window, "Return");
  wait_for (begin, NULL, "No orders for Tuesday yet");
  rang_test_office_assert_named (begin->window, "the empty board");
  assert_person (begin, "Ana Pop,.*head-of-sales");
  assert_person (begin, "Dan Rus,delivery-chief");
}

static void
test_a_new_office_is_made_by_pointer (Begin *begin, gconstpointer data)
{
  click (begin, "push button", "New Office…");
  wait_for (begin, "label", "Step 1 of 4");
  rang_test_office_assert_named (begin->window, "the first step");
  fill (begin, "Name of the company", "Hartia SRL");
  fill (begin, "Your name, head of sales", "Ana Pop");
  click (begin, "push button", "Next");
  wait_for (begin, "label", "Step 2 of 4");
  click (begin, "push button", "Add a Department");
  type (begin, "Export");
  click (begin, "push button", "Next");
  fill (begin, "Head of Export", "Ion Ilie");
  click (begin, "push button", "Back");
  wait_for (begin, "label", "Step 2 of 4");
  click (begin, "push button", "Next");
  click (begin, "push button", "Next");
  wait_for (begin, "label", "Step 4 of 4");
  rang_test_office_assert_named (begin->window, "the last step");
  click (begin, "push button", "Make the Office");
  wait_for (begin, NULL, "No orders for Tuesday yet");
  assert_person (begin, "Ion Ilie,.*department-head,Export");
}

static void
test_what_cannot_be_taken_is_said_where_it_was_typed (Begin *begin, gconstpointer data)
{
  click (begin, "push button", "New Office…");
  fill (begin, "Name of the company", "Hartia SRL");
  fill (begin, "Coordinates of the depot*", "nowhere");
  wait_for (begin, NULL, "Write the coordinates as *");
  fill (begin, "Coordinates of the depot*", "45.65, 25.6");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 2 of 4");
  type (begin, "clients");
  wait_for (begin, NULL, "Two departments have the same name*");
  type (begin, " abroad");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 3 of 4");
  key (begin->window, "Return");
  fill (begin, "kg", "1.5 t");
  wait_for (begin, NULL, "A load is a whole number*");
  fill (begin, "kg", "1500");
  key (begin->window, "Return");
  wait_for (begin, NULL, "No orders for Tuesday yet");
}

static void
test_a_head_stays_with_the_department_when_another_goes (Begin *begin, gconstpointer data)
{
  click (begin, "push button", "New Office…");
  fill (begin, "Name of the company", "Hartia SRL");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 2 of 4");
  click (begin, "push button", "Add a Department");
  type (begin, "Export");
  click (begin, "push button", "Add a Department");
  type (begin, "Online");
  key (begin->window, "Return");
  fill (begin, "Head of Export", "Ion Ilie");
  fill (begin, "Head of Online", "Eva Stan");
  click (begin, "push button", "Back");
  click (begin, "push button", "Remove the Department");
  click (begin, "push button", "Next");
  wait_for (begin, "label", "Step 3 of 4");
  key (begin->window, "Return");
  wait_for (begin, "label", "Step 4 of 4");
  key (begin->window, "Return");
  wait_for (begin, NULL, "No orders for Tuesday yet");
  assert_person (begin, "Eva Stan,.*department-head,Online");
}

static void
test_an_office_that_is_there_is_opened_by_keyboard (Begin *begin, gconstpointer data)
{
  g_autofree char *there = rang_test_folder_file (begin->folder, "there.rang");
  g_autoptr (RangTestResult) made = rang_test_rangctl (there, "init", "--name", "Cealalta SRL", NULL);

  g_assert_cmpint (made->status, ==, 0);
  wait_for (begin, NULL, "Welcome to Rang");
  g_assert_true (rang_test_window_tab_to (begin->window, "Tab", "push button", "Open an Office…"));
  key (begin->window, "Return");
  wait_for (begin, NULL, "Open an Office");
  type (begin, there);
  key (begin->window, "Return");
  wait_for (begin, "frame", "Cealalta SRL, *");
  wait_for (begin, NULL, "No orders for Tuesday yet");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name) g_test_add ("/begin-window/" #name, Begin, NULL, set_up, test_##name, tear_down)
  ADD (a_new_office_is_made_by_keyboard_alone);
  ADD (a_new_office_is_made_by_pointer);
  ADD (what_cannot_be_taken_is_said_where_it_was_typed);
  ADD (a_head_stays_with_the_department_when_another_goes);
  ADD (an_office_that_is_there_is_opened_by_keyboard);
  return g_test_run ();
}
