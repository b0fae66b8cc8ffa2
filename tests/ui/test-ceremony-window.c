/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the ceremony of a day in the window, from the first push to the amendment that is accepted: whoever is
 * concerned sees each step where they look. */
#include "ui/rang-test-office.h"

#include <string.h>

#define key rang_test_office_key
#define PASSWORD "corect cal baterie"

/* One office, and the two orders that two heads pull to and fro: they stand at its end. */
typedef struct
{
  RangTestOffice *office;
  char *of_clients;
  char *of_active;
  guint last;
} Day;

static void
wait_for (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_wait_for (window, role, pattern, WAIT_MS))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” came to show:\n%s", pattern, tree);
    }
}

static void G_GNUC_PRINTF (3, 4) wait_for_words (RangTestWindow *window, const char *role, const char *format, ...)
{
  g_autofree char *pattern = NULL;
  va_list words;

  va_start (words, format);
  pattern = g_strdup_vprintf (format, words);
  va_end (words);
  wait_for (window, role, pattern);
}

static void
click (RangTestWindow *window, const char *role, const char *pattern)
{
  if (!rang_test_window_click (window, role, pattern))
    {
      g_autofree char *tree = rang_test_window_dump (window);

      g_error ("no “%s” to click at:\n%s", pattern, tree);
    }
}

static void
type (RangTestWindow *window, const char *text)
{
  rang_test_pointer_type (rang_test_window_get_pointer (window), text);
}

/* --- the two orders --- */

/* The last order of the department on the board, and how long the board is. */
static char *
last_order_of (RangTestOffice *office, const char *department, guint *length)
{
  g_autoptr (RangTestResult) board = rang_test_rangctl (office->store, "board", "--format", "csv", NULL);
  g_auto (GStrv) rows = g_strsplit (board->out, "\n", -1);
  g_autofree char *found = NULL;

  *length = 0;
  for (gsize i = 1; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (g_strv_length (cells) <= 6)
        continue;
      (*length)++;
      if (g_str_equal (cells[3], department))
        {
          g_free (found);
          found = g_strdup (cells[1]);
        }
    }
  g_assert_nonnull (found);
  return g_steal_pointer (&found);
}

static void
run (RangTestOffice *office, const char *person, const char *command, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (RangTestResult) result = NULL;
  const char *word = command;
  va_list words;

  g_ptr_array_add (argv, (gpointer)rang_test_rangctl_path ());
  g_ptr_array_add (argv, "--store");
  g_ptr_array_add (argv, office->store);
  g_ptr_array_add (argv, "--as");
  g_ptr_array_add (argv, (gpointer)person);
  for (va_start (words, command); word != NULL; word = va_arg (words, const char *))
    g_ptr_array_add (argv, (gpointer)word);
  va_end (words);
  g_ptr_array_add (argv, NULL);
  result = rang_test_command ((const char *const *)argv->pdata, NULL);
  rang_test_assert_status (result, 0);
}

/* That of Clients comes to stand last, that of Active Sales just above it: each can be pushed past the other. */
static void
put_last (Day *day)
{
  g_autofree char *place = NULL;

  day->of_active = last_order_of (day->office, "Active Sales", &day->last);
  day->of_clients = last_order_of (day->office, "Clients", &day->last);
  place = g_strdup_printf ("%u", day->last);
  run (day->office, "Ioana Pop", "move", day->of_active, place, "--reason", "route", NULL);
  run (day->office, "Ioana Pop", "move", day->of_clients, place, "--reason", "route", NULL);
}

/* --- pushes --- */

/* Looked for by its number. Until the search is done the row may move away under the pointer. */
static void
choose_own (RangTestWindow *window, const char *order)
{
  g_autofree char *row = g_strdup_printf ("*order %s, *, board *", order);
  gboolean chosen = FALSE;

  key (window, "ctrl+f");
  wait_for (window, NULL, "All clients");
  type (window, order);
  for (int attempt = 0; attempt < 10 && !chosen; attempt++)
    {
      click (window, "list item", row);
      chosen = rang_test_window_wait_for (window, "label", order, 1000);
    }
  g_assert_true (chosen);
}

/* A head asks with the keyboard for the place above the own order's. */
static void
ask_by_key (Day *day, const char *head, const char *order)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (day->office, head, "list item", "Place 1, *");
  g_autofree char *place = g_strdup_printf ("%u", day->last - 1);

  choose_own (window, order);
  key (window, "ctrl+u");
  wait_for (window, "label", "The lowest place at which it gets the best state it can have");
  click (window, "spin button", "Place asked for*");
  key (window, "ctrl+a");
  type (window, place);
  key (window, "Tab");
  click (window, "push button", "Ask");
  wait_for_words (window, "list item", "*order %s, *push to %s waits*", order, place);
}

static void
grant_by_pointer (Day *day, const char *order)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (day->office, NULL, "list item", "Place 1, *");
  g_autofree char *button = g_strdup_printf ("%s  *", order);

  wait_for (window, "label", "1 waits");
  click (window, "push button", button);
  wait_for (window, "label", "Gains: *Costs: *");
  click (window, "push button", "Grant");
  wait_for_words (window, NULL, "Granted: %s stands at %u*", order, day->last - 1);
  wait_for_words (window, "list item", "Place %u, *order %s, *", day->last - 1, order);
}

/* --- the tug-of-war --- */

/* What the two heads and the head of sales do next, until one more push makes it a tug-of-war. */
static void
pull_to_and_fro (Day *day)
{
  g_autofree char *place = g_strdup_printf ("%u", day->last - 1);

  run (day->office, "Radu Stan", "push", day->of_active, "--to", place, "--reason", "contract", "--note",
       "They sign today", NULL);
  run (day->office, "Ioana Pop", "grant", "2", NULL);
  run (day->office, "Mihaela Dobre", "push", day->of_clients, "--to", place, "--reason", "penalty", NULL);
  run (day->office, "Ioana Pop", "grant", "3", NULL);
}

static void
set_password (Day *day, const char *person)
{
  g_autofree char *command = g_strdup_printf ("echo '%s' | '%s' --store '%s' --as '%s' --password-fd 0 people password",
                                              PASSWORD, rang_test_rangctl_path (), day->office->store, person);
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_autoptr (RangTestResult) result = rang_test_command (argv, NULL);

  rang_test_assert_status (result, 0);
}

static RangTestWindow *
sign_in (Day *day)
{
  RangTestWindow *window = rang_test_office_open (day->office, NULL, NULL, "Password");

  click (window, NULL, "Password");
  type (window, PASSWORD);
  key (window, "Return");
  wait_for (window, "list item", "Place 1, *");
  g_assert_true (rang_test_window_wait_gone (window, NULL, "The planner is still searching*", WAIT_MS));
  return window;
}

/* Both orders, who pulled which way how often, each single move with its reason; and the decision, under a name. */
static void
decide_the_tug_of_war (Day *day, RangTestWindow *window)
{
  g_autofree char *row
      = g_strdup_printf ("%1$s against %2$s, open, *|%2$s against %1$s, open, *", day->of_clients, day->of_active);

  wait_for_words (window, "push button", "%1$s against %2$s|%2$s against %1$s", day->of_clients, day->of_active);
  key (window, "alt+5");
  click (window, "list item", row);
  wait_for (window, "label", "* pulled one way (2 times), * the other (2 times). Further pushes wait for a decision.");
  wait_for_words (window, "list item", "*, Mihaela Dobre: order %s from place %u to %u, Push, Penalty*",
                  day->of_clients, day->last, day->last - 1);
  wait_for_words (window, "list item",
                  "*, Radu Stan: order %s from place %u to %u, Push, Contract to sign: They sign today", day->of_active,
                  day->last, day->last - 1);
  click (window, "text", "Decision");
  type (window, "Whoever promised first goes first");
  click (window, "push button", "Decide");
  wait_for (window, "label", "Decided by Ioana Pop: Whoever promised first goes first");
  rang_test_office_assert_said (day->office, "log", "Ioana Pop,decide");
}

/* --- the hand-over --- */

static void
hand_over (RangTestWindow *window, const char *version)
{
  click (window, "push button", "Hand over…");
  wait_for (window, NULL, "Listed in the version");
  click (window, "push button", "Sign");
  wait_for (window, "label", version);
}

static void
decide_and_hand_over (Day *day)
{
  g_autoptr (RangTestWindow) window = sign_in (day);

  decide_the_tug_of_war (day, window);
  key (window, "alt+1");
  hand_over (window, "Version 1, signed by Ioana Pop *waits for the delivery chief*");
}

static void
return_with_a_remark (Day *day)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (day->office, "Dan Mureșan", "push button", "Return…");

  click (window, "push button", "Return…");
  wait_for (window, "text", "Remark");
  type (window, "Van 3 is out until ten");
  key (window, "Return");
  wait_for (window, "label", "Not signed: *");
}

/* The remark stands above the board, and once more beside what is signed. */
static void
correct_and_hand_over_again (Day *day)
{
  g_autoptr (RangTestWindow) window = sign_in (day);
  g_autofree char *order = NULL;

  wait_for (window, "label",
            "Version 1 was returned by Dan Mureșan at *: “Van 3 is out until ten”. Correct the board *");
  order = rang_test_office_dup_order (window, 3);
  click (window, "list item", "Place 3, *");
  key (window, "alt+Up");
  g_assert_true (rang_test_office_wait_for_order (window, 2, order));
  wait_for (window, NULL, "Why?");
  key (window, "1");
  wait_for (window, "list item", "Place 2, *moved by Ioana Pop · Client at risk*");
  click (window, "push button", "Hand over…");
  wait_for (window, NULL, "Returned by the delivery chief");
  wait_for (window, NULL, "Van 3 is out until ten");
  click (window, "push button", "Sign");
  wait_for (window, "label", "Version 2, signed by Ioana Pop *waits for the delivery chief*");
}

static void
accept (Day *day, const char *waiting, const char *accepted)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (day->office, "Dan Mureșan", "push button", "Accept");

  wait_for (window, "label", waiting);
  click (window, "push button", "Accept");
  wait_for (window, "label", accepted);
}

/* --- the amendment --- */

static char *
amend (Day *day)
{
  g_autoptr (RangTestWindow) window = sign_in (day);
  g_autofree char *order = rang_test_office_dup_order (window, 12);

  wait_for (window, "label", "Version 2, *accepted by Dan Mureșan at *");
  g_assert_true (rang_test_window_carry (window, "list item", "Place 12, *", "list item", "Place 6, *"));
  rang_test_pointer_drop (rang_test_window_get_pointer (window));
  wait_for (window, NULL, "Why?");
  key (window, "3");
  wait_for_words (window, "label", "Version 3, signed by Ioana Pop *waits *It changes: *%s: 12 → 6*", order);
  return g_steal_pointer (&order);
}

/* The paper of a van says which version it is of, and what changed since the one before. */
static void
read_the_new_sheet (Day *day)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (day->office, "Dan Mureșan", "table row", "Stop 1, *");

  click (window, "push button", "Route sheets");
  wait_for (window, "menu item", "Preview this van");
  g_assert_true (rang_test_window_tab_to (window, "Down", "menu item", "Preview this van"));
  key (window, "Return");
  wait_for (window, NULL, "Page 1: Van *, board version 3, plan 1. Changed since version 2: *");
}

static void
test_the_ceremony_of_a_day_is_seen_step_by_step (RangTestOffice *office, gconstpointer data)
{
  Day day = { .office = office };
  g_autofree char *amended = NULL, *difference = NULL;

  put_last (&day);
  ask_by_key (&day, "Mihaela Dobre", day.of_clients);
  grant_by_pointer (&day, day.of_clients);
  pull_to_and_fro (&day);
  ask_by_key (&day, "Radu Stan", day.of_active);
  set_password (&day, "Ioana Pop");
  decide_and_hand_over (&day);
  return_with_a_remark (&day);
  correct_and_hand_over_again (&day);
  accept (&day, "Version 2, signed by Ioana Pop *", "Version 2, *accepted by Dan Mureșan at *");
  amended = amend (&day);
  difference = g_strdup_printf ("Version 3, *It changes: *%s: 12 → 6*", amended);
  accept (&day, difference, "Version 3, *accepted by Dan Mureșan at *");
  read_the_new_sheet (&day);
  g_free (day.of_clients);
  g_free (day.of_active);
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/ceremony-window/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                   \
              rang_test_office_tear_down)
  ADD (the_ceremony_of_a_day_is_seen_step_by_step);
  return g_test_run ();
}
