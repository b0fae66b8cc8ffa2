/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the search over the whole office as a person meets it, by keyboard alone. */
#include "ui/rang-test-office.h"

#include <string.h>

#define key rang_test_office_key

static void
wait_for (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (window, role, pattern, WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

static void
wait_gone (RangTestWindow *window, const char *role, const char *pattern)
{
  g_assert_true (rang_test_window_wait_gone (window, role, pattern, WAIT_MS));
}

static void
type (RangTestWindow *window, const char *text)
{
  rang_test_pointer_type (rang_test_window_get_pointer (window), text);
}

/* Opens the search and has it look for @text. */
static void
find (RangTestWindow *window, const char *text)
{
  key (window, "ctrl+shift+f");
  wait_for (window, NULL, "Orders of every day by number*");
  type (window, text);
}

/* The cell in the @row th line, the first is 0, of what a search or a list says. */
static char *
dup_cell (RangTestOffice *office, const char *command, const char *argument, guint row, guint column)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "--format", "csv", command, argument, NULL);
  g_auto (GStrv) rows = g_strsplit (result->out, "\r\n", -1);
  g_auto (GStrv) cells = NULL;

  g_assert_cmpuint (g_strv_length (rows), >, row + 2);
  cells = g_strsplit (rows[row + 1], ",", -1);
  g_assert_cmpuint (g_strv_length (cells), >, column);
  return g_strdup (cells[column]);
}

static char *
dup_order_of_yesterday (RangTestOffice *office)
{
  g_autoptr (RangTestResult) result
      = rang_test_rangctl (office->store, "--format", "csv", "--day", "2026-11-23", "orders", NULL);
  g_auto (GStrv) rows = g_strsplit (result->out, "\r\n", -1);

  return g_strndup (rows[3], strspn (rows[3], "0123456789"));
}

static void
test_enter_goes_to_an_order_of_another_day (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *order = dup_order_of_yesterday (office);
  g_autofree char *hit = g_strdup_printf ("Order %s, *23 Nov 2026*", order);
  g_autofree char *row = g_strdup_printf ("Place *, order %s, *", order);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, order);
  wait_for (window, "list item", hit);
  rang_test_office_assert_named (window, "ctrl+shift+f");
  key (window, "Return");
  wait_gone (window, "list item", hit);
  wait_for (window, NULL, "Monday 23 November 2026");
  wait_for (window, "list item", row);
}

static void
test_enter_before_the_answer_goes_to_what_was_typed (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *order = dup_order_of_yesterday (office);
  g_autofree char *row = g_strdup_printf ("Place *, order %s, *", order);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, order);
  key (window, "Return");
  wait_for (window, NULL, "Monday 23 November 2026");
  wait_for (window, "list item", row);
}

static void
test_arrows_choose_while_the_entry_keeps_the_keys (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *second = dup_cell (office, "find", "srl", 1, 1), *third = dup_cell (office, "find", "srl", 2, 1);
  g_autofree char *hit = g_strdup_printf ("Order %s, *", second), *selected = g_strdup_printf ("*, order %s, *", third);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, "SRL");
  wait_for (window, "list item", hit);
  key (window, "Down");
  key (window, "Down");
  key (window, "Down");
  key (window, "Up");
  key (window, "Return");
  wait_gone (window, "list item", hit);
  /* Selected: its number is beside the list. */
  wait_for (window, "list item", selected);
  g_free (g_steal_pointer (&selected));
  selected = g_strdup_printf ("%s *|%s", third, third);
  wait_for (window, "label", selected);
}

static void
test_more_is_shown_where_more_was_found (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *ninth = dup_cell (office, "find", "srl", 8, 1), *hit = g_strdup_printf ("Order %s, *", ninth);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, "SRL");
  wait_for (window, "list item", "Orders: show more");
  for (guint i = 0; i < 8; i++)
    key (window, "Down");
  key (window, "Return");
  wait_for (window, "list item", hit);
}

static void
test_a_client_is_found_without_accents_and_the_focus_returns (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *name = dup_cell (office, "clients", NULL, 0, 1), *tax = dup_cell (office, "clients", NULL, 0, 2);
  g_autofree char *hit = NULL;
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  find (window, tax);
  hit = g_strconcat (name, ", *", NULL);
  wait_for (window, "list item", hit);
  key (window, "Return");
  wait_for (window, "text", "Minutes at the door");
  key (window, "Escape");
  wait_gone (window, "text", "Minutes at the door");
  /* The list has the keys again. */
  key (window, "ctrl+m");
  wait_for (window, "text", "Place, 1 to *");
}

static void
test_what_is_not_there_is_said_and_escape_closes (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, "nimeni nicaieri");
  wait_for (window, NULL, "Nothing found for “nimeni nicaieri”");
  key (window, "Escape");
  wait_gone (window, NULL, "Nothing found for *");
  wait_for (window, "list item", "Place 1, *");
}

static void
test_a_list_without_the_order_offers_to_search_everywhere (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *order = dup_order_of_yesterday (office);
  g_autofree char *said = g_strdup_printf ("No order in this list matches “%s”*", order);
  g_autofree char *hit = g_strdup_printf ("Order %s, *", order), *row = g_strdup_printf ("Place *, order %s, *", order);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  key (window, "ctrl+f");
  wait_for (window, "push button", "Search Everywhere…");
  type (window, order);
  wait_for (window, "label", said);
  key (window, "ctrl+shift+f");
  wait_for (window, "list item", hit);
  key (window, "Return");
  wait_for (window, "list item", row);
}

/* Two orders that lack something, of whom the second is looked for. */
static RangTestWindow *
open_on_orders_to_complete (RangTestOffice *office)
{
  g_autofree char *path = rang_test_folder_write (office->folder, "new.csv",
                                                  "order,client,street,city,value\n"
                                                  "77001,Alta SRL,Lungă 3,Brașov,300\n"
                                                  "77002,Șindrila Nouă SRL,Lungă 1,Brașov,450\n");
  g_autoptr (RangTestResult) imported = NULL;

  imported = rang_test_rangctl (office->store, "import", "--department", "Clients", path, NULL);
  g_assert_cmpint (imported->status, ==, 3);
  return rang_test_office_open (office, NULL, "list item", "Place 1, *");
}

/* The order of the client, to be named where it waits. */
static char *
dup_waiting (RangTestWindow *window, const char *pattern)
{
  g_autofree char *name = rang_test_window_find_name (window, "list item", pattern);

  g_assert_nonnull (name);
  return g_strndup (name + strlen ("Order "), strspn (name + strlen ("Order "), "0123456789"));
}

static void
wait_for_form_of (RangTestWindow *window, const char *order)
{
  g_autofree char *title = g_strdup_printf ("Order %s", order);

  wait_for (window, NULL, title);
}

static void
test_an_order_to_complete_has_the_keys_in_its_departments_tab (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_on_orders_to_complete (office);
  g_autofree char *order = NULL;

  find (window, "sindrila noua");
  wait_for (window, "list item", "Order *, Șindrila Nouă SRL, no day yet, to complete, *");
  key (window, "Return");
  wait_for (window, "list item", "Order *  Alta SRL, to complete: *");
  /* Beside the list is what was looked for, and Enter completes it. */
  order = dup_waiting (window, "Order *  Șindrila Nouă SRL, to complete: *");
  wait_for (window, "label", order);
  key (window, "Return");
  wait_for_form_of (window, order);
}

static void
test_after_a_step_of_completing_the_order_keeps_the_keys (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = open_on_orders_to_complete (office);
  g_autofree char *order = NULL;

  find (window, "sindrila noua");
  wait_for (window, "list item", "Order *, Șindrila Nouă SRL, no day yet, to complete, *");
  key (window, "Return");
  wait_for (window, "list item", "Order *  Șindrila Nouă SRL, to complete: *client*");
  g_assert_true (rang_test_window_tab_to (window, "Tab", "push button", "Make the client"));
  key (window, "space");
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Order *  Șindrila Nouă SRL, to complete: *client*", WAIT_MS));
  order = dup_waiting (window, "Order *  Șindrila Nouă SRL, to complete: *");
  key (window, "Return");
  wait_for_form_of (window, order);
}

static void
test_a_conflict_is_gone_to_and_selected (RangTestOffice *office, gconstpointer data)
{
  /* Not the first, which the page would show anyway. */
  g_autofree char *id = dup_cell (office, "conflicts", NULL, 1, 0),
                  *orders = dup_cell (office, "conflicts", NULL, 1, 2);
  g_autofree char *order = g_strndup (orders, strspn (orders, "0123456789"));
  g_autofree char *hit = g_strdup_printf ("Conflict %s, *", id), *start = g_strdup_printf ("conflict,%s,", id);
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "--format", "csv", "find", order, NULL);
  g_auto (GStrv) rows = g_strsplit (result->out, "\r\n", -1);
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  find (window, order);
  wait_for (window, "list item", hit);
  for (guint i = 1; rows[i] != NULL && !g_str_has_prefix (rows[i], start); i++)
    key (window, "Down");
  key (window, "Return");
  wait_for (window, NULL, "All kinds");
  wait_for (window, "label", order);
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/find-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                       \
              rang_test_office_tear_down)
  ADD (enter_goes_to_an_order_of_another_day);
  ADD (enter_before_the_answer_goes_to_what_was_typed);
  ADD (arrows_choose_while_the_entry_keeps_the_keys);
  ADD (more_is_shown_where_more_was_found);
  ADD (a_client_is_found_without_accents_and_the_focus_returns);
  ADD (what_is_not_there_is_said_and_escape_closes);
  ADD (a_list_without_the_order_offers_to_search_everywhere);
  ADD (an_order_to_complete_has_the_keys_in_its_departments_tab);
  ADD (after_a_step_of_completing_the_order_keeps_the_keys);
  ADD (a_conflict_is_gone_to_and_selected);
  return g_test_run ();
}
