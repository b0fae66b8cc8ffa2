/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rang-test-office.h"
#include "lib/rang-test-wait.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#define STATES "order,state,impossible,minutes_late,van,eta"

static char *
order_at (RangTestOffice *office, int rank)
{
  g_autofree char *text = g_strdup_printf ("%d", rank);
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonObject *answer = json_node_get_object (board);
  JsonObject *row = rang_test_rows_find (json_object_get_member (answer, "orders"), "rank", text);

  g_assert_nonnull (row);
  return g_strdup (json_object_get_string_member (row, "order"));
}

static gint64
rank_of (RangTestOffice *office, const char *order)
{
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonObject *row
      = rang_test_rows_find (json_object_get_member (json_node_get_object (board), "orders"), "order", order);

  return row != NULL ? json_object_get_int_member (row, "rank") : 0;
}

/* Ranks, states and marks of the whole board, a line an order. */
static char *
board_lines (RangTestOffice *office)
{
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");

  return rang_test_rows_join (json_object_get_member (json_node_get_object (board), "orders"),
                              "rank," STATES ",placed_by,reason");
}

static void
test_the_reasons_of_every_order_add_up_to_its_points (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) rows = rang_test_office_json (office, "suggest");
  JsonArray *array = json_node_get_array (rows);

  g_assert_cmpuint (json_array_get_length (array), >, 80);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = json_array_get_object_element (array, i);
      JsonArray *reasons = json_object_get_array_member (row, "reasons");
      gint64 sum = 0;

      for (guint r = 0; r < json_array_get_length (reasons); r++)
        {
          JsonObject *reason = json_array_get_object_element (reasons, r);

          sum += json_object_get_int_member (reason, "points");
          g_assert_cmpstr (json_object_get_string_member (reason, "rule"), !=, "");
          g_assert_cmpstr (json_object_get_string_member (reason, "text"), !=, "");
        }
      g_assert_cmpint (json_object_get_int_member (row, "points"), ==, sum);
      g_assert_cmpint (json_object_get_int_member (row, "rank"), ==, i + 1);
      g_assert_nonnull (strstr ("A B C", json_object_get_string_member (row, "class")));
      g_assert_nonnull (strstr ("on-time late not-today", json_object_get_string_member (row, "state")));
    }
}

static void
test_keep_of_the_suggested_ranking_yields_the_states_of_the_suggestion (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) suggested = rang_test_office_json (office, "suggest");
  g_autofree char *ranking = rang_test_rows_join (suggested, "order");
  g_autofree char *file = rang_test_folder_write (office->folder, "ranking.txt", ranking);
  g_autofree char *command = g_strdup_printf ("keep --ranking '%s'", file);
  g_autoptr (JsonNode) kept = rang_test_office_json (office, command);
  g_autofree char *before = rang_test_rows_join (suggested, "rank," STATES);
  g_autofree char *after = rang_test_rows_join (kept, "rank," STATES);

  g_assert_cmpstr (before, ==, after);
}

static void
test_a_dry_run_and_the_move_agree_and_the_dry_run_changes_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *order = order_at (office, 100);
  g_autofree char *move = g_strdup_printf ("move %s 2 --reason client-at-risk", order);
  g_autofree char *dry = g_strconcat (move, " --dry-run", NULL);
  g_autofree char *before = board_lines (office);
  g_autoptr (JsonNode) told = rang_test_office_json (office, dry);
  g_autofree char *between = board_lines (office);
  g_autoptr (JsonNode) done = rang_test_office_json (office, move);
  g_autofree char *told_text = json_to_string (told, FALSE), *done_text = json_to_string (done, FALSE);

  g_assert_cmpstr (before, ==, between);
  g_assert_cmpstr (told_text, ==, done_text);
  g_assert_cmpint (rank_of (office, order), ==, 2);
}

static void
test_a_placed_order_stays_where_it_was_put_when_the_suggestion_is_applied (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *order = order_at (office, 60);
  g_autofree char *move = g_strdup_printf ("move %s 3 --reason promise-renewed", order);

  rang_test_office_must (office, 0, move);
  rang_test_office_must (office, 0, "suggest");
  g_assert_cmpint (rank_of (office, order), ==, 3);
  rang_test_office_must (office, 0, "apply");
  g_assert_cmpint (rank_of (office, order), ==, 3);
}

static void
test_undo_restores_every_state_and_redo_brings_the_move_back (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *order = order_at (office, 70);
  g_autofree char *move = g_strdup_printf ("move %s 1 --reason contract", order);
  g_autofree char *before = board_lines (office);
  g_autofree char *moved = NULL, *undone = NULL, *redone = NULL;

  rang_test_office_must (office, 0, move);
  moved = board_lines (office);
  g_assert_cmpstr (before, !=, moved);
  rang_test_office_must (office, 0, "undo");
  undone = board_lines (office);
  g_assert_cmpstr (before, ==, undone);
  rang_test_office_must (office, 0, "redo");
  redone = board_lines (office);
  g_assert_cmpstr (moved, ==, redone);
}

static void
test_a_move_to_the_own_place_writes_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *order = order_at (office, 10);
  g_autofree char *move = g_strdup_printf ("move %s 10 --reason contract", order);
  g_autoptr (JsonNode) first = NULL, second = NULL;
  g_autofree char *a = NULL, *b = NULL;

  /* The first move places the order; the second changes neither its place nor the mark. */
  rang_test_office_must (office, 0, move);
  first = rang_test_office_json (office, "log");
  rang_test_office_must (office, 0, move);
  second = rang_test_office_json (office, "log");
  a = rang_test_rows_join (first, "entry,hash");
  b = rang_test_rows_join (second, "entry,hash");
  g_assert_cmpstr (a, ==, b);
}

static void
test_a_stale_move_of_the_same_order_is_refused_saying_who_did_what (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  gint64 revision = json_object_get_int_member (json_node_get_object (board), "revision");
  g_autofree char *order = order_at (office, 30), *other = order_at (office, 31);
  g_autofree char *move = g_strdup_printf ("move %s 5 --reason contract", order);
  g_autofree char *stale = g_strdup_printf ("move %s 9 --reason contract --revision %d", order, (int)revision);
  g_autofree char *merged = g_strdup_printf ("move %s 12 --reason contract --revision %d", other, (int)revision);
  g_autoptr (RangTestResult) result = NULL;

  rang_test_office_must (office, 0, move);
  result = rang_test_office_run (office, stale);
  rang_test_assert_status (result, 1);
  g_assert_true (g_str_has_prefix (result->err, "rangctl: "));
  g_assert_cmpint (rank_of (office, order), ==, 5);
  rang_test_office_must (office, 0, merged);
}

static void
test_reading_writes_nothing (void)
{
  static const char *const readers[] = { "suggest", "board",  "routes", "conflicts", "orders",      "apply --dry-run",
                                         "clients", "people", "vans",   "units",     "departments", "check" };
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) before = rang_test_office_json (office, "log");
  g_autofree char *order = order_at (office, 1), *explain = g_strconcat ("explain ", order, NULL);
  g_autoptr (JsonNode) after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    rang_test_office_must (office, 0, readers[i]);
  rang_test_office_must (office, 0, explain);
  after = rang_test_office_json (office, "log");
  g_assert_true (json_node_equal (before, after));
}

/* Nine is too early for one more order on a full day: somebody would pay for it. */
static void
test_a_promise_is_checked_without_being_made (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) before = rang_test_office_json (office, "orders"), after = NULL;
  g_autoptr (JsonNode) node
      = rang_test_office_json (office, "add --check --client 1 --promised 08:00-09:00 --load 20 --parcels 2");
  JsonObject *check = json_node_get_object (node);
  JsonArray *days = json_object_get_array_member (check, "days");
  const char *state = json_object_get_string_member (check, "state");
  guint victims = json_array_get_length (json_object_get_array_member (check, "late"))
                  + json_array_get_length (json_object_get_array_member (check, "left_out"));

  g_assert_cmpstr (json_object_get_string_member (check, "to"), ==, "2026-11-24T09:00");
  g_assert_cmpstr (json_object_get_string_member (check, "text"), !=, "");
  if (!g_str_equal (state, "on-time") && !json_object_get_boolean_member (check, "impossible"))
    g_assert_cmpuint (victims, >, 0);
  else
    g_assert_cmpuint (victims, ==, 0);
  g_assert_cmpuint (json_array_get_length (days), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (days, 0), "day"), ==, "2026-11-25");
  after = rang_test_office_json (office, "orders");
  g_assert_true (json_node_equal (before, after));
}

/* High importance is rationed at submission: stated afterwards it moves nothing, and the next submission is refused. */
static void
test_everything_marked_high_after_the_submission_moves_no_suggestion (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) orders = rang_test_office_json (office, "orders");
  g_autoptr (JsonNode) before = rang_test_office_json (office, "suggest"), after = NULL;
  JsonArray *array = json_node_get_array (orders);
  g_autofree char *was = rang_test_rows_join (before, "rank,order,points"), *is = NULL;
  guint stated = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = json_array_get_object_element (array, i);
      g_autofree char *state = g_strdup_printf ("--as 3 importance %s high --reason x",
                                                json_object_get_string_member (row, "order"));

      if (!g_str_equal (json_object_get_string_member (row, "department"), "Clients")
          || !g_str_equal (json_object_get_string_member (row, "state"), "submitted"))
        continue;
      rang_test_office_must (office, 0, state);
      stated++;
    }
  g_assert_cmpuint (stated, >, 20);
  after = rang_test_office_json (office, "suggest");
  is = rang_test_rows_join (after, "rank,order,points");
  g_assert_cmpstr (is, ==, was);
  rang_test_office_must (office, 1, "--as 3 submit Clients");
}

/* Does the program catch an interrupt, and has it searched for a while? */
static gboolean
is_searching (gpointer data)
{
  const char *id = g_subprocess_get_identifier (data);
  g_autofree char *status_path = g_strdup_printf ("/proc/%s/status", id);
  g_autofree char *stat_path = g_strdup_printf ("/proc/%s/stat", id);
  g_autofree char *status = NULL, *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *caught;

  if (!g_file_get_contents (status_path, &status, NULL, NULL) || !g_file_get_contents (stat_path, &stat, NULL, NULL))
    return FALSE;
  caught = strstr (status, "SigCgt:");
  fields = g_strsplit (strrchr (stat, ')') + 2, " ", 13);
  /* The twelfth field behind the name: ticks of the processor. */
  return caught != NULL && (g_ascii_strtoull (caught + strlen ("SigCgt:\t"), NULL, 16) & (1u << (SIGINT - 1))) != 0
         && g_strv_length (fields) == 13 && g_ascii_strtoull (fields[11], NULL, 10) > 80;
}

static char *
suggest_interrupted (RangTestOffice *office, char **said)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  /* Longer than a test may take: only the interrupt ends it. */
  g_subprocess_launcher_setenv (launcher, "RANG_STEPS", "4000000000", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "RANG_NOW", "2026-11-24T05:30:00Z", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, rang_test_rangctl_path (), "--store", office->store,
                                         "--format", "json", "suggest", NULL);
  g_assert_no_error (error);
  g_assert_true (rang_test_wait_until (is_searching, process, 60000));
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, said, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return out;
}

static void
test_an_interrupted_suggestion_is_the_best_so_far_and_says_so (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *said = NULL, *out = suggest_interrupted (office, &said);
  g_autoptr (JsonNode) node = json_from_string (out, NULL), finished = rang_test_office_json (office, "suggest");
  JsonArray *rows = json_node_get_array (node), *all = json_node_get_array (finished);
  guint on_time = 0;

  g_assert_cmpuint (json_array_get_length (rows), ==, json_array_get_length (all));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_assert_true (json_object_get_boolean_member (row, "unfinished"));
      on_time += g_str_equal (json_object_get_string_member (row, "state"), "on-time");
    }
  g_assert_cmpuint (on_time, >, 20);
  g_assert_nonnull (strstr (said, "unfinished"));
  /* Not a terminal: nothing of the progress. */
  g_assert_null (strstr (said, "%"));
  g_assert_false (json_object_get_boolean_member (json_array_get_object_element (all, 0), "unfinished"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/the_reasons_of_every_order_add_up_to_its_points",
                   test_the_reasons_of_every_order_add_up_to_its_points);
  g_test_add_func ("/rangctl/keep_of_the_suggested_ranking_yields_the_states_of_the_suggestion",
                   test_keep_of_the_suggested_ranking_yields_the_states_of_the_suggestion);
  g_test_add_func ("/rangctl/a_dry_run_and_the_move_agree_and_the_dry_run_changes_nothing",
                   test_a_dry_run_and_the_move_agree_and_the_dry_run_changes_nothing);
  g_test_add_func ("/rangctl/a_placed_order_stays_where_it_was_put_when_the_suggestion_is_applied",
                   test_a_placed_order_stays_where_it_was_put_when_the_suggestion_is_applied);
  g_test_add_func ("/rangctl/undo_restores_every_state_and_redo_brings_the_move_back",
                   test_undo_restores_every_state_and_redo_brings_the_move_back);
  g_test_add_func ("/rangctl/a_move_to_the_own_place_writes_nothing", test_a_move_to_the_own_place_writes_nothing);
  g_test_add_func ("/rangctl/a_stale_move_of_the_same_order_is_refused_saying_who_did_what",
                   test_a_stale_move_of_the_same_order_is_refused_saying_who_did_what);
  g_test_add_func ("/rangctl/a_promise_is_checked_without_being_made", test_a_promise_is_checked_without_being_made);
  g_test_add_func ("/rangctl/everything_marked_high_after_the_submission_moves_no_suggestion",
                   test_everything_marked_high_after_the_submission_moves_no_suggestion);
  g_test_add_func ("/rangctl/an_interrupted_suggestion_is_the_best_so_far_and_says_so",
                   test_an_interrupted_suggestion_is_the_best_so_far_and_says_so);
  g_test_add_func ("/rangctl/reading_writes_nothing", test_reading_writes_nothing);
  return g_test_run ();
}
