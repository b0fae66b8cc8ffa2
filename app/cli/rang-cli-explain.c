/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for `explain`: one sentence, then the sum: table, row, inputs as they were, points. */
#include "rang-cli-explain.h"

#include <glib/gi18n.h>

#include "board/rang-board-explain.h"
#include "board/rang-board-fact.h"
#include "rang-cli-board-json.h"
#include "rang-cli-output.h"

/* --- JSON --- */

static JsonObject *
inputs_to_json (const RangBoardScore *score)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; score->facts != NULL && i < score->facts->len; i++)
    {
      const RangBoardFact *fact = g_ptr_array_index (score->facts, i);

      rang_cli_set_text (object, fact->name, fact->value);
    }
  return object;
}

static JsonObject *
class_to_json (const RangBoardScore *score)
{
  const RangBoardReason *why = score->why_class;
  JsonObject *object = json_object_new ();

  rang_cli_set_text (object, "rule", why->rule);
  rang_cli_set_text (object, "text", why->text);
  rang_cli_set_row (object, why);
  return object;
}

static void
print_json (RangCli *cli, RangBoard *board, const RangBoardEntry *entry)
{
  JsonObject *object = rang_cli_entry_to_json (cli, board, entry, FALSE);
  g_autofree char *why = rang_board_why (board, entry->number);
  g_autofree char *as_ranked = rang_board_why_not_as_ranked (board, entry->number);
  g_autofree char *not_on_time = rang_board_why_not_on_time (board, entry->number);
  int version = rang_board_get_input (board)->signed_version;

  rang_cli_set_text (object, "why", why);
  rang_cli_set_text (object, "why_not_as_ranked", as_ranked);
  rang_cli_set_text (object, "why_not_on_time", not_on_time);
  json_object_set_object_member (object, "why_class", class_to_json (entry->score));
  json_object_set_object_member (object, "inputs", inputs_to_json (entry->score));
  if (entry->score->rules != 0)
    rang_cli_set_int (object, "rules", entry->score->rules);
  else
    json_object_set_null_member (object, "rules");
  if (version > 0)
    rang_cli_set_int (object, "signed", version);
  else
    json_object_set_null_member (object, "signed");
  rang_cli_print_json_object (object);
}

/* --- words --- */

static void
print_row (const RangBoardScore *score, const RangBoardReason *reason)
{
  g_autofree char *place = rang_board_reason_dup_place (reason);
  g_autofree char *asked = rang_board_score_dup_asked (score, reason);

  if (place[0] != '\0')
    g_print ("       %s%s%s\n", place, asked[0] != '\0' ? ": " : "", asked);
}

static void
print_words (RangBoard *board, const RangBoardEntry *entry)
{
  const RangBoardScore *score = entry->score;
  const RangBoardReason *why_class = score->why_class;
  g_autofree char *why = rang_board_why (board, entry->number);
  g_autofree char *as_ranked = rang_board_why_not_as_ranked (board, entry->number);
  g_autofree char *not_on_time = rang_board_why_not_on_time (board, entry->number);
  g_autofree char *source = rang_board_dup_source (board, score);

  g_print ("%s\n", why);
  if (as_ranked != NULL)
    g_print ("%s\n", as_ranked);
  if (not_on_time != NULL)
    g_print ("%s\n", not_on_time);
  g_print ("\n%s %c%s%s\n", _ ("Class"), score->class_letter, why_class->text != NULL ? ": " : "",
           why_class->text != NULL ? why_class->text : "");
  print_row (score, why_class);
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);

      g_print ("%+5" G_GINT64_FORMAT "  %s\n", reason->points, reason->text);
      print_row (score, reason);
    }
  g_print ("%5" G_GINT64_FORMAT "  %s\n", score->points, _ ("points"));
  if (source[0] != '\0')
    g_print ("\n%s\n", source);
}

RangCliStatus
rang_cli_run_explain (RangCli *cli, int argc, char **argv)
{
  int version = 0;
  const GOptionEntry entries[]
      = { { "version", 0, 0, G_OPTION_ARG_INT, &version, N_ ("the board as this version was signed"), N_ ("N") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  const RangBoardEntry *entry;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("explain"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("explain", argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (version < 0)
    return rang_cli_usage ("explain", "%s", _ ("a version is a number from 1; 0 is the newest"));
  board = rang_office_load_version_board (cli->office, &cli->session, version, NULL, &error);
  if (board == NULL)
    return rang_cli_fail ("explain", error);
  entry = rang_board_find (board, number);
  if (entry == NULL)
    return rang_cli_usage (argv[1], "%s", _ ("the order is not on the day’s board; see “rangctl orders”"));
  if (cli->format == RANG_CLI_JSON)
    print_json (cli, board, entry);
  else
    print_words (board, entry);
  return RANG_CLI_DONE;
}
