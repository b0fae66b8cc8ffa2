/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of the board: suggestion, moves, reasons, undo. */
#include <glib/gi18n.h>
#include <string.h>

#include "domain/rang-reason.h"
#include "office/rang-office-intake.h"
#include "rang-cli-board-json.h"
#include "rang-cli-explain.h"
#include "rang-cli-output.h"
#include "rang-cli-search.h"

static const RangCliColumn board_columns[] = { { "rank", N_ ("#"), TRUE },
                                               { "order", N_ ("Order"), TRUE },
                                               { "client", N_ ("Client"), FALSE },
                                               { "department", N_ ("Department"), FALSE },
                                               { "class", N_ ("Class"), FALSE },
                                               { "points", N_ ("Points"), TRUE },
                                               { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },
                                               { "minutes_late", N_ ("Late"), TRUE },
                                               { "eta", N_ ("Arrives"), FALSE },
                                               { "van", N_ ("Van"), FALSE },
                                               { "suggested", N_ ("Suggested"), TRUE },
                                               { "placed_by", N_ ("Moved by"), FALSE },
                                               { "reason", N_ ("Reason"), FALSE, FALSE, rang_cli_say_reason },
                                               { NULL } };
/* The suggestion has all columns but the last three. */
static const RangCliColumn suggestion_columns[]
    = { { "rank", N_ ("#"), TRUE },         { "order", N_ ("Order"), TRUE },
        { "client", N_ ("Client"), FALSE }, { "department", N_ ("Department"), FALSE },
        { "class", N_ ("Class"), FALSE },   { "points", N_ ("Points"), TRUE },
        { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },   { "minutes_late", N_ ("Late"), TRUE },
        { "eta", N_ ("Arrives"), FALSE },   { "van", N_ ("Van"), FALSE },
        { "needs", N_ ("Needs"), FALSE },   { NULL } };
static const RangCliColumn keep_columns[] = { { "rank", N_ ("#"), TRUE },
                                              { "order", N_ ("Order"), TRUE },
                                              { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },
                                              { "minutes_late", N_ ("Late"), TRUE },
                                              { "van", N_ ("Van"), FALSE },
                                              { "eta", N_ ("Arrives"), FALSE },
                                              { NULL } };

static void
warn_unscored (RangBoard *board)
{
  const GPtrArray *unscored = rang_board_get_unscored (board);

  for (guint i = 0; i < unscored->len; i++)
    {
      const RangBoardUnscored *one = g_ptr_array_index (unscored, i);

      g_printerr ("rangctl: %" G_GINT64_FORMAT ": %s\n", one->number, one->message);
    }
}

static void
warn_cash (const GPtrArray *excesses)
{
  for (guint i = 0; i < excesses->len; i++)
    {
      g_autofree char *text = rang_cash_excess_to_text (g_ptr_array_index (excesses, i));

      g_printerr ("rangctl: %s\n", text);
    }
}

static JsonArray *
cash_to_json (const GPtrArray *excesses)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < excesses->len; i++)
    {
      const RangCashExcess *one = g_ptr_array_index (excesses, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "client", one->name);
      rang_cli_set_int (object, "orders", one->orders);
      rang_cli_set_int (object, "planned", one->planned.minor);
      rang_cli_set_int (object, "limit", one->limit.minor);
      json_array_add_object_element (array, object);
    }
  return array;
}

static RangCliStatus
run_suggest (RangCli *cli, int argc, char **argv)
{
  g_autoptr (RangBoard) board = NULL, suggested = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("suggest"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  board = rang_cli_load_board (cli, &error);
  if (board == NULL)
    return rang_cli_fail ("suggest", error);
  warn_unscored (board);
  if (rang_board_get_unfinished (board))
    g_printerr ("rangctl: suggest: %s\n", _ ("unfinished: the search was stopped; this is the best so far"));
  suggested = rang_board_suggested (board);
  array = json_array_new ();
  for (guint rank = 1; rank <= rang_board_get_n_entries (suggested); rank++)
    json_array_add_object_element (
        array, rang_cli_entry_to_json (cli, suggested, rang_board_get_entry (suggested, rank), TRUE));
  rang_cli_print_list (cli, array, suggestion_columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_board (RangCli *cli, int argc, char **argv)
{
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GPtrArray) cash = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("board"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  board = rang_office_load_board (cli->office, &cli->session, NULL, &error);
  if (board == NULL)
    return rang_cli_fail ("board", error);
  array = json_array_new ();
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      JsonObject *object = rang_cli_entry_to_json (cli, board, entry, FALSE);
      g_autoptr (RangOrderView) view = rang_office_get_order (cli->office, entry->number, NULL);

      rang_cli_set_text (object, "answerable", view != NULL ? view->answerable_name : NULL);
      json_array_add_object_element (array, object);
    }
  warn_unscored (board);
  cash = rang_board_list_cash_excesses (board);
  warn_cash (cash);
  if (cli->format == RANG_CLI_JSON)
    {
      JsonObject *document = json_object_new ();
      int version = rang_board_get_input (board)->signed_version;

      rang_cli_set_int (document, "revision", (gint64)rang_board_get_revision (board));
      if (version > 0)
        rang_cli_set_int (document, "signed", version);
      else
        json_object_set_null_member (document, "signed");
      json_object_set_array_member (document, "orders", array);
      json_object_set_array_member (document, "cash_over_limit", cash_to_json (cash));
      rang_cli_print_json_object (document);
    }
  else
    rang_cli_print_list (cli, array, board_columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_apply (RangCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangMove *move;

  if (!rang_cli_parse (rang_cli_find_command ("apply"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  move = rang_office_apply (cli->office, &cli->session, dry_run, NULL, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail ("apply", error);
}

/* --- moves --- */

static RangCliStatus
run_move (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason_text = NULL, *note = NULL;
  gint64 revision = G_MAXINT64;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_text, N_ ("the reason’s code"), N_ ("CODE") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") },
          { "revision", 0, 0, G_OPTION_ARG_INT64, &revision, N_ ("of the board the place was read on"), "N" },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  RangMove *move;
  int place, reason;

  if (!rang_cli_parse (rang_cli_find_command ("move"), entries, &argc, &argv, 2, -1))
    return RANG_CLI_USAGE;
  for (int i = 1; i < argc - 1; i++)
    {
      gint64 number = rang_cli_read_order ("move", argv[i]);

      if (number == 0)
        return RANG_CLI_USAGE;
      g_array_append_val (orders, number);
    }
  place = rang_cli_read_place ("move", argv[argc - 1]);
  if (place == 0)
    return RANG_CLI_USAGE;
  reason = rang_reason_from_nick (reason_text);
  if (reason < 0)
    return rang_cli_usage ("move",
                           _ ("“%s” is no reason; give --reason with client-at-risk, promise-renewed, contract, "
                              "penalty, goods-not-ready, client-asked, route, colleague-error or other"),
                           reason_text != NULL ? reason_text : "");
  if (revision < 1)
    return rang_cli_usage ("move", "%s", _ ("a revision is a number from 1"));
  move = rang_office_move (cli->office, &cli->session, (const gint64 *)(gpointer)orders->data, orders->len, place,
                           revision != G_MAXINT64 ? (guint64)revision : 0, reason, note, dry_run, NULL, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail (argv[1], error);
}

static RangCliStatus
run_release (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  RangMove *move;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("release"), NULL, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("release", argv[1])) == 0)
    return RANG_CLI_USAGE;
  move = rang_office_release (cli->office, &cli->session, number, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail (argv[1], error);
}

static RangCliStatus
run_reason (RangCli *cli, int argc, char **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[]
      = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 entry;
  int reason;

  if (!rang_cli_parse (rang_cli_find_command ("reason"), entries, &argc, &argv, 2, 2))
    return RANG_CLI_USAGE;
  if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &entry, NULL))
    return rang_cli_usage ("reason", _ ("“%s” is no entry; give the number of the move in “rangctl log”"), argv[1]);
  reason = rang_reason_from_nick (argv[2]);
  if (reason < 0)
    return rang_cli_usage ("reason", _ ("“%s” is no reason code"), argv[2]);
  if (!rang_office_give_reason (cli->office, &cli->session, entry, (RangReasonCode)reason, note, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_undo (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean redo = g_str_equal (argv[0], "redo");
  RangMove *move;

  if (!rang_cli_parse (rang_cli_find_command (argv[0]), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  move = redo ? rang_office_redo (cli->office, &cli->session, &error)
              : rang_office_undo (cli->office, &cli->session, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail (redo ? "redo" : "undo", error);
}

/* --- keep --- */

/* Reads one order number a line; empty lines are passed over. */
static GArray *
read_ranking (const char *path)
{
  g_autoptr (GArray) ranking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    {
      rang_cli_fail (path, error);
      return NULL;
    }
  /* Some editors write a mark before the first line. */
  lines = g_strsplit (g_str_has_prefix (text, "\357\273\277") ? text + 3 : text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s:%u", path, i + 1);
      gint64 number;

      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      if (!g_ascii_string_to_signed (lines[i], 10, 1, G_MAXINT64, &number, NULL))
        {
          rang_cli_usage (where, _ ("“%s” is no order number; give one number a line"), lines[i]);
          return NULL;
        }
      if (!g_hash_table_add (seen, g_memdup2 (&number, sizeof number)))
        {
          rang_cli_usage (where, _ ("the order %s stands there twice; give each once"), lines[i]);
          return NULL;
        }
      g_array_append_val (ranking, number);
    }
  return g_steal_pointer (&ranking);
}

static RangCliStatus
run_keep (RangCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[]
      = { { "ranking", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("one order number a line"), N_ ("FILE") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("keep"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (path == NULL)
    return rang_cli_usage ("keep", "%s", _ ("no ranking; give --ranking FILE"));
  ranking = read_ranking (path);
  if (ranking == NULL)
    return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? RANG_CLI_USAGE : RANG_CLI_BROKEN;
  board = rang_office_keep (cli->office, &cli->session, (const gint64 *)(gpointer)ranking->data, ranking->len, NULL,
                            &error);
  if (board == NULL)
    return rang_cli_fail (path, error);
  array = json_array_new ();
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      JsonObject *object = json_object_new ();

      rang_cli_set_int (object, "rank", entry->rank);
      rang_cli_set_id (object, "order", entry->number);
      rang_cli_set_text (object, "state", rang_board_state_to_nick (entry->state));
      rang_cli_set_bool (object, "impossible", entry->impossible);
      rang_cli_set_int (object, "minutes_late", entry->minutes_late);
      rang_cli_set_text (object, "van", entry->resource_name);
      rang_cli_set_local (object, "eta", rang_board_get_day (board), entry->eta);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, keep_columns);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_board_commands[]
    = { { "suggest", "", N_ ("the ranking that rules and planner would choose"), TRUE, run_suggest },
        { "apply", "", N_ ("write the suggestion to the board"), TRUE, run_apply },
        { "explain", N_ ("ORDER"), N_ ("why an order stands where it stands"), TRUE, rang_cli_run_explain },
        { "board", "", N_ ("the board as it stands"), TRUE, run_board },
        { "move", N_ ("ORDER… PLACE"), N_ ("move orders on the board, with a reason"), TRUE, run_move },
        { "release", N_ ("ORDER"), N_ ("take the mark “placed” off an order"), TRUE, run_release },
        { "reason", N_ ("ENTRY CODE"), N_ ("give the reason of a move"), TRUE, run_reason },
        { "undo", "", N_ ("take back the own last move"), TRUE, run_undo },
        { "redo", "", N_ ("do again what was undone"), TRUE, run_undo },
        { "keep", "", N_ ("states and routes for a ranking, without writing"), TRUE, run_keep },
        { NULL } };
