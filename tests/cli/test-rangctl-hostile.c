/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what rangctl says to arguments that make no sense: the right exit status, and one line that says what is
 * wrong and what to do. */
#include <string.h>

#include "rang-test-office.h"

typedef struct
{
  int status;
  const char *command;
} Case;

/* ORDER stands for an order of the board. Exit 2 is wrong usage, 1 a rule of the office, 4 a file. */
static const Case cases[] = {
  { 2, "frobnicate" },
  { 2, "simulate-nothing" },
  { 2, "board --bogus" },
  { 2, "board extra" },
  { 2, "--format xml board" },
  { 2, "--format JSON board" },
  { 2, "board --store" },
  { 2, "--day garbage board" },
  { 2, "--day 2026-02-30 board" },
  { 2, "--day 2026-1-1 board" },
  { 2, "--day 20261124 board" },
  { 1, "--as nobody apply" },
  { 1, "--as 999999999999999999999 apply" },
  { 0, "--as nobody board" },
  { 0, "--day 1990-01-01 board" },
  { 2, "orders extra" },
  { 2, "clients extra" },
  { 2, "departments --nope" },
  { 2, "people extra" },
  { 2, "vans --nope" },
  { 2, "units extra" },
  { 2, "conflicts extra" },
  { 2, "routes extra" },
  { 2, "check extra" },
  { 0, "units --help" },
  { 0, "vans --help" },
  { 0, "move --help" },
  { 2, "move" },
  { 2, "move ORDER" },
  { 2, "move ORDER 3" },
  { 2, "move ORDER 3 --reason" },
  { 2, "move ORDER 3 --reason nonsense" },
  { 2, "move ORDER 3 --reason other" },
  { 2, "move ORDER 0 --reason contract" },
  { 2, "move ORDER -1 --reason contract" },
  { 2, "move --reason contract -- ORDER -1" },
  { 2, "move ORDER 99999999999999999999 --reason contract" },
  { 2, "move ORDER 9999 --reason contract" },
  { 2, "move ORDER 1e1 --reason contract" },
  { 2, "move 999999 3 --reason contract" },
  { 2, "move 0 3 --reason contract" },
  { 2, "move abc 3 --reason contract" },
  { 2, "move ORDER ORDER 3 --reason contract" },
  { 2, "move ORDER 3 --reason contract --revision 0" },
  { 2, "move ORDER 3 --reason contract --revision 999999" },
  { 1, "--day 2020-01-01 move ORDER 3 --reason contract" },
  { 2, "release 999999" },
  { 2, "reason 1 contract" },
  { 2, "reason 999999 contract" },
  { 2, "reason 1 nonsense" },
  { 1, "undo" },
  { 1, "redo" },
  { 2, "undo 1" },
  { 2, "explain 999999" },
  { 2, "keep" },
  { 4, "keep --ranking /nonexistent" },
  { 4, "keep --ranking /" },
  { 2, "rank ORDER" },
  { 2, "submit Nowhere" },
  { 2, "add" },
  { 2, "add --client Nobody" },
  { 2, "add --client 1 --promised 12:00-09:00" },
  { 2, "add --client 1 --value 99999999999999999999" },
  { 2, "add --client 1 --currency lei --value 5" },
  { 2, "add --client 1 --load -1" },
  { 2, "add --client 1 --parcels 0.5" },
  { 2, "add --client 1 --coordinates 91,0" },
  { 2, "add --client 1 --requested-from 2026-12-05 --requested-to 2026-12-01" },
  { 2, "edit ORDER" },
  { 2, "edit 999999 --note x" },
  { 2, "importance ORDER urgent" },
  { 2, "cancel 999999" },
  { 2, "client 1" },
  { 2, "client 1 --event married" },
  { 2, "client 999999 --event lost" },
  { 2, "return" },
  { 1, "amend ORDER 2 --reason contract" },
  { 2, "amend ORDER 2" },
  { 2, "deliver x" },
  { 2, "fail ORDER" },
  { 2, "fail ORDER --reason boredom" },
  { 2, "sheet" },
  { 4, "sheet --output /nonexistent/x.pdf" },
  { 4, "log --export /nonexistent/log" },
  { 2, "backup" },
  { 4, "backup /nonexistent/backup.rang" },
  { 2, "import" },
  { 4, "import /nonexistent" },
  { 4, "import /" },
};

static void
test_senseless_arguments_are_answered_with_status_and_one_line (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonArray *orders = json_object_get_array_member (json_node_get_object (board), "orders");
  const char *order = json_object_get_string_member (json_array_get_object_element (orders, 4), "order");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) command = g_string_new (cases[i].command);
      g_autoptr (RangTestResult) result = NULL;

      g_string_replace (command, "ORDER", order, 0);
      result = rang_test_office_run (office, command->str);
      g_test_message ("rangctl %s: %d %s", command->str, result->status, result->err);
      rang_test_assert_status (result, cases[i].status);
      if (cases[i].status == 0)
        continue;
      g_assert_true (g_str_has_prefix (result->err, "rangctl: "));
      g_assert_true (strchr (result->err, '\n') == result->err + strlen (result->err) - 1);
    }
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_options_stand_before_or_after_the_command (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestResult) before = rang_test_office_run (office, "--format json --day 2026-11-24 units");
  g_autoptr (RangTestResult) after = rang_test_office_run (office, "units --day=2026-11-24 --format=json");

  rang_test_assert_status (before, 0);
  g_assert_cmpstr (before->out, ==, after->out);
}

static void
test_a_ranking_may_come_from_any_editor (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonArray *orders = json_object_get_array_member (json_node_get_object (board), "orders");
  const char *order = json_object_get_string_member (json_array_get_object_element (orders, 0), "order");
  g_autofree char *path = rang_test_folder_file (office->folder, "ranking.txt");
  g_autofree char *text = g_strdup_printf ("\357\273\277%s\r\n\r\n", order);
  g_autofree char *command = g_strdup_printf ("keep --ranking '%s'", path);
  g_autoptr (JsonNode) kept = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  kept = rang_test_office_json (office, command);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (kept)), ==, 1);
  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  rang_test_office_must (office, 0, command);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rangctl/hostile/" #name, test_##name)
  ADD (senseless_arguments_are_answered_with_status_and_one_line);
  ADD (options_stand_before_or_after_the_command);
  ADD (a_ranking_may_come_from_any_editor);
  return g_test_run ();
}
