/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what people set and why an order stands where it stands, with real events: points 11 to 21 of how a board
 * has to feel.
 *
 *   11  the suggestion never writes by itself  here; ranking/apply_leaves_placed…; office/move/applying_the_suggestion…
 *   12  every write carries its revision       here; office/move/a_stale_move_of_another_order_is_merged…;
 *                                              rangctl/a_stale_move_of_the_same_order_is_refused_saying_who_did_what
 *   13  what is shown is what is stored        here; order-list/a_move_shown_at_once_keeps_the_selection_and_says_saving
 *   14  undo is a new entry                    here; office/move/undo_is_refused_when_a_colleague_moved_the_same_order…
 *   15  why it stands there                    here; board-explain/…; rangctl/the_reasons_of_every_order_add_up…
 *   16  numbers say what they do               order-list/the_points_say_what_they_do
 *   17  waited and bumped                      here; office/move/an_order_cannot_be_bumped_for_ever_without_a_note
 *   18  against the department's own list      here; board-explain/the_department_ranked_otherwise_and_…
 *   19  high is rationed                       here; office/…/too_many_high_are_refused_until…;
 *                                              board/property/appending_orders_to_one_department_lowers_none…
 *   20  the bumped head sees and answers       here; office/…/the_bumped_head_answers_until_the_hand_over
 *   21  "I was asked"                          here; office/push/what_the_chief_was_asked_is_kept…
 *
 * Points 1 to 10: test-board-moving.c. */
#include "ui/rang-test-office.h"

#include <string.h>

#define key rang_test_office_key
#define order_at rang_test_office_dup_order
#define wait_for_order rang_test_office_wait_for_order

/* The order that the store has at a place, read by another process. */
static char *
stored_at (RangTestOffice *office, guint place)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "board", "--format", "csv", NULL);
  g_autofree char *start = g_strdup_printf ("\n%u,", place);
  const char *row;

  rang_test_assert_status (result, 0);
  row = strstr (result->out, start);
  g_assert_nonnull (row);
  row += strlen (start);
  return g_strndup (row, strcspn (row, ","));
}

static void
move (RangTestOffice *office, const char *order, const char *place)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "move", order, place, "--reason", "route", NULL);

  rang_test_assert_status (result, 0);
}

/* What `explain` says in its first line or, with @line 1, in its second. */
static char *
explained (RangTestOffice *office, const char *order, guint line)
{
  g_autoptr (RangTestResult) result = rang_test_rangctl (office->store, "explain", order, NULL);
  g_auto (GStrv) lines = NULL;

  rang_test_assert_status (result, 0);
  lines = g_strsplit (result->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, line);
  return g_strdup (lines[line]);
}

/* Selects an order, wherever in the list it is. */
static void
choose (RangTestWindow *window, const char *order)
{
  g_autofree char *row = g_strdup_printf ("Place *, order %s, *", order);

  key (window, "ctrl+f");
  rang_test_pointer_type (rang_test_window_get_pointer (window), order);
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "list item", row));
}

static void
test_point_11_applying_is_one_step_and_leaves_placed_orders_alone (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *loose = stored_at (office, 30), *placed = stored_at (office, 20);
  g_autoptr (RangTestWindow) window = NULL;

  move (office, loose, "5");
  rang_test_office_run (office, NULL, "release", loose);
  move (office, placed, "2");
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_assert_true (wait_for_order (window, 2, placed));
  g_assert_true (rang_test_window_click (window, NULL, "Compare with suggestion"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "If the suggestion is applied", WAIT_MS));
  g_assert_true (wait_for_order (window, 6, loose));
  g_assert_true (rang_test_window_click (window, NULL, "Apply"));
  g_assert_true (rang_test_window_wait_gone (window, "list item", "Place 6, *reason pending*", WAIT_MS));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *now = stored_at (office, 6);

      if (!g_str_equal (now, loose))
        break;
    }
  g_assert_true (wait_for_order (window, 2, placed));
  rang_test_office_assert_said (office, "log", "Ioana Pop.*apply");
  key (window, "ctrl+z");
  g_assert_true (wait_for_order (window, 6, loose));
  g_assert_true (wait_for_order (window, 2, placed));
}

static void
test_point_12_what_a_colleague_moves_is_shown_and_said (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Radu Stan", "list item", "Place 1, *");
  g_autofree char *order = stored_at (office, 30);
  g_autofree char *said = g_strdup_printf ("%s: Moved 30 → 4, Ioana Pop*", order);

  key (window, "alt+1");
  g_assert_true (wait_for_order (window, 30, order));
  move (office, order, "4");
  g_assert_true (rang_test_window_wait_for (window, NULL, said, WAIT_MS));
  g_assert_true (wait_for_order (window, 4, order));
}

static void
test_point_13_what_is_shown_is_what_is_stored (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  key (window, "alt+Up");
  key (window, "alt+Up");
  key (window, "alt+Home");
  key (window, "alt+Down");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 2, *reason pending*", WAIT_MS));
  g_assert_true (rang_test_window_wait_gone (window, "list item", "*saving…*", WAIT_MS));
  for (guint place = 1; place <= 12; place++)
    {
      g_autofree char *stored = stored_at (office, place);

      g_assert_true (wait_for_order (window, place, stored));
    }
}

static void
test_point_14_an_undo_names_what_it_undoes_and_is_refused_after_the_hand_over (RangTestOffice *office,
                                                                               gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = order_at (window, 10);
  g_autofree char *undone = g_strdup_printf ("Ioana Pop,undo,%s,9,10", order);
  guint entries;

  g_assert_true (rang_test_window_click (window, "list item", "Place 10, *"));
  key (window, "alt+Up");
  g_assert_true (wait_for_order (window, 9, order));
  key (window, "ctrl+z");
  g_assert_true (wait_for_order (window, 10, order));
  rang_test_office_assert_said (office, "log", undone);
  key (window, "ctrl+shift+z");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 9, *reason pending*", WAIT_MS));
  key (window, "3");
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 9, *Contract*", WAIT_MS));
  rang_test_office_run (office, NULL, "handover", NULL);
  g_assert_true (rang_test_window_wait_for (window, NULL, "Version 1, signed by Ioana Pop *", WAIT_MS));
  entries = rang_test_office_count (office, "log");
  key (window, "ctrl+z");
  g_assert_false (rang_test_window_wait_gone (window, "list item", "Place 9, *Contract*", 1500));
  g_assert_cmpuint (rang_test_office_count (office, "log"), ==, entries);
}

static void
test_point_15_the_pane_says_in_a_sentence_why_it_stands_there (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  g_autofree char *order = order_at (window, 7), *sentence = explained (office, order, 0);

  g_assert_true (rang_test_window_click (window, "list item", "Place 7, *"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Why here", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, NULL, sentence, WAIT_MS));
}

static void
test_point_15_below_a_line_it_names_who_would_have_to_yield (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *order = NULL, *sentence = NULL;

  for (guint place = rang_test_office_count (office, "board"); place > 0 && sentence == NULL; place--)
    {
      g_autofree char *below = stored_at (office, place);

      for (guint line = 1; line < 4 && sentence == NULL; line++)
        {
          g_autofree char *text = explained (office, below, line);

          if (g_pattern_match_simple ("To be on time it needs * to yield: worth *", text))
            {
              sentence = g_strdup_printf ("*%s*", text);
              order = g_strdup (below);
            }
        }
    }
  g_assert_nonnull (sentence);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  choose (window, order);
  g_assert_true (rang_test_window_wait_for (window, "label", sentence, WAIT_MS));
}

static void
test_point_17_a_bumped_order_says_how_often (RangTestOffice *office, gconstpointer data)
{
  g_autofree char *first = stored_at (office, 110);
  g_autoptr (RangTestResult) conflicts = NULL;
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *bumped = NULL;
  const char *pair;

  move (office, first, "1");
  conflicts = rang_test_rangctl (office->store, "conflicts", "--format", "csv", NULL);
  rang_test_assert_status (conflicts, 0);
  pair = strstr (conflicts->out, "displaced,");
  g_assert_nonnull (pair);
  pair = strchr (pair, ' ') + 1;
  bumped = g_strndup (pair, strcspn (pair, ", "));
  rang_test_office_run (office, NULL, "handover", NULL);
  rang_test_office_run (office, "Dan Mureșan", "accept", NULL);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  choose (window, bumped);
  g_assert_true (rang_test_window_wait_for (window, NULL, "*bumped 1 time", WAIT_MS));
}

static void
test_point_18_the_pane_says_why_the_departments_own_order_is_not_followed (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = NULL;
  g_autofree char *order = NULL, *sentence = NULL;

  for (guint place = 5; place < 60 && sentence == NULL; place++)
    {
      g_autofree char *one = stored_at (office, place), *text = explained (office, one, 1);

      if (strstr (text, "although the department ranked it lower") != NULL)
        {
          sentence = g_strdup_printf ("*%s*", text);
          order = g_strdup (one);
        }
    }
  g_assert_nonnull (sentence);
  window = rang_test_office_open (office, NULL, "list item", "Place 1, *");
  choose (window, order);
  g_assert_true (rang_test_window_wait_for (window, "label", sentence, WAIT_MS));
}

static void
test_point_19_a_head_sees_the_ration_of_high_from_the_first_order (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Radu Stan", "list item", "Place 1, *");

  g_assert_true (rang_test_window_wait_for (window, NULL, "high: *", WAIT_MS));
}

/* The last order of Clients that somebody of Active Sales would have to leave for, were it at the top. */
static char *
find_displacing (RangTestOffice *office)
{
  g_autoptr (RangTestResult) board = rang_test_rangctl (office->store, "board", "--format", "csv", NULL);
  g_auto (GStrv) rows = g_strsplit (board->out, "\n", -1);

  for (guint i = g_strv_length (rows); i > 0; i--)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i - 1], ",", -1);
      g_autoptr (RangTestResult) cost = NULL;

      if (strstr (rows[i - 1], ",Clients,") == NULL)
        continue;
      cost = rang_test_rangctl (office->store, "move", cells[1], "1", "--reason", "route", "--dry-run", NULL);
      if (g_regex_match_simple ("not today: .*\\(Active Sales\\)", cost->out, 0, 0))
        return g_strdup (cells[1]);
    }
  g_assert_not_reached ();
}

static void
test_point_20_the_bumped_head_sees_it_and_the_answer_stands_in_the_conflict (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Radu Stan", "list item", "Place 1, *");
  g_autofree char *order = find_displacing (office);

  move (office, order, "1");
  g_assert_true (rang_test_window_wait_for (window, NULL, "* own order* gave way to another department", WAIT_MS));
  g_assert_true (rang_test_window_wait_for (window, "label", "* gave way to *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Answer*"));
  g_assert_true (rang_test_window_wait_for (window, "text", "Answer", WAIT_MS));
  rang_test_pointer_type (rang_test_window_get_pointer (window), "The client waits since Friday");
  key (window, "Return");
  g_assert_true (rang_test_window_wait_for (window, "label", "answered", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Radu Stan.*answer.*waits since Friday");
}

static void
test_point_21_the_chief_records_who_asked_and_the_head_of_sales_decides_it (RangTestOffice *office, gconstpointer data)
{
  g_autoptr (RangTestWindow) window = rang_test_office_open (office, "Dan Mureșan", "table row", "Stop 1, *");

  g_assert_true (rang_test_window_click (window, NULL, "Board*"));
  g_assert_true (rang_test_window_wait_for (window, "list item", "Place 1, *", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "list item", "Place 9, *"));
  key (window, "End");
  key (window, "ctrl+shift+u");
  g_assert_true (rang_test_window_wait_for (window, NULL, "How: by phone, at the door", WAIT_MS));
  g_assert_true (rang_test_window_click (window, "push button", "Record"));
  g_assert_true (rang_test_window_wait_for (window, NULL, "Recorded; the head of sales decides it", WAIT_MS));
  rang_test_office_assert_said (office, "log", "Dan Mureșan.*asked");
  rang_test_office_assert_said (office, "pushes", "open");
}

int
main (int argc, char **argv)
{
  rang_test_office_init (&argc, &argv);

#define ADD(name)                                                                                                      \
  g_test_add ("/board-staying/" #name, RangTestOffice, NULL, rang_test_office_set_up, test_##name,                     \
              rang_test_office_tear_down)
  ADD (point_11_applying_is_one_step_and_leaves_placed_orders_alone);
  ADD (point_12_what_a_colleague_moves_is_shown_and_said);
  ADD (point_13_what_is_shown_is_what_is_stored);
  ADD (point_14_an_undo_names_what_it_undoes_and_is_refused_after_the_hand_over);
  ADD (point_15_the_pane_says_in_a_sentence_why_it_stands_there);
  ADD (point_15_below_a_line_it_names_who_would_have_to_yield);
  ADD (point_17_a_bumped_order_says_how_often);
  ADD (point_18_the_pane_says_why_the_departments_own_order_is_not_followed);
  ADD (point_19_a_head_sees_the_ration_of_high_from_the_first_order);
  ADD (point_20_the_bumped_head_sees_it_and_the_answer_stands_in_the_conflict);
  ADD (point_21_the_chief_records_who_asked_and_the_head_of_sales_decides_it);
  return g_test_run ();
}
