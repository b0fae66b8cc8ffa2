/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of the hand-over: sign, accept, return, amend. */
#include "office/rang-office-version.h"

#include <glib/gi18n.h>

#include "rang-cli-board-json.h"
#include "rang-cli-output.h"

static const char *const state_nicks[] = { "signed", "accepted", "returned" };

static JsonArray *
changes_to_json (RangCli *cli, int version)
{
  g_autoptr (GArray) changes = rang_office_list_version_changes (cli->office, &cli->session, version, NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const RangVersionChange *change = &g_array_index (changes, RangVersionChange, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "order", change->order);
      rang_cli_set_int (object, "from", change->from);
      rang_cli_set_int (object, "to", change->to);
      rang_cli_set_text (object, "state_before",
                         change->state_before >= 0 ? rang_board_state_to_nick ((RangPlanState)change->state_before)
                                                   : NULL);
      rang_cli_set_text (object, "state_after",
                         change->state_after >= 0 ? rang_board_state_to_nick ((RangPlanState)change->state_after)
                                                  : NULL);
      json_array_add_object_element (array, object);
    }
  return array;
}

static RangCliStatus
print_version (RangCli *cli, const char *command, RangVersionInfo *info, const GError *error)
{
  g_autoptr (RangVersionInfo) version = info;
  JsonObject *object;

  if (version == NULL)
    return rang_cli_fail (command, error);
  if (cli->format != RANG_CLI_JSON)
    {
      g_print (_ ("version %d: %s, fingerprint %s"), version->number, state_nicks[version->state],
               version->fingerprint);
      g_print ("\n");
      return RANG_CLI_DONE;
    }
  object = json_object_new ();
  rang_cli_set_int (object, "version", version->number);
  rang_cli_set_text (object, "state", state_nicks[version->state]);
  rang_cli_set_text (object, "signed_by", rang_office_person_name (cli->office, version->signed_by));
  rang_cli_set_instant (object, "signed_at", version->signed_at);
  rang_cli_set_text (object, "decided_by",
                     version->decided_by != 0 ? rang_office_person_name (cli->office, version->decided_by) : NULL);
  rang_cli_set_instant (object, "decided_at", version->decided_at);
  rang_cli_set_text (object, "remark", version->remark);
  rang_cli_set_bool (object, "amendment", version->amendment);
  rang_cli_set_text (object, "fingerprint", version->fingerprint);
  json_object_set_array_member (object, "changes", changes_to_json (cli, version->number));
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_hand_over (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  RangVersionInfo *version;

  if (!rang_cli_parse (rang_cli_find_command ("handover"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  version = rang_office_hand_over (cli->office, &cli->session, &error);
  return print_version (cli, "handover", version, error);
}

static RangCliStatus
run_accept (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  RangVersionInfo *version;

  if (!rang_cli_parse (rang_cli_find_command ("accept"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  version = rang_office_accept (cli->office, &cli->session, &error);
  return print_version (cli, "accept", version, error);
}

static RangCliStatus
run_return (RangCli *cli, int argc, char **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[]
      = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("what is wrong with it"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangVersionInfo *version;

  if (!rang_cli_parse (rang_cli_find_command ("return"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (note == NULL || note[0] == '\0')
    return rang_cli_usage ("return", "%s", _ ("no remark; give --note TEXT"));
  version = rang_office_return (cli->office, &cli->session, note, &error);
  return print_version (cli, "return", version, error);
}

static RangCliStatus
run_amend (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason_text = NULL, *note = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_text, N_ ("the reason’s code"), N_ ("CODE") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangMove *move;
  gint64 number;
  int place, reason;

  if (!rang_cli_parse (rang_cli_find_command ("amend"), entries, &argc, &argv, 2, 2)
      || (number = rang_cli_read_order ("amend", argv[1])) == 0
      || (place = rang_cli_read_place ("amend", argv[2])) == 0)
    return RANG_CLI_USAGE;
  reason = rang_reason_from_nick (reason_text);
  if (reason < 0)
    return rang_cli_usage ("amend", _ ("“%s” is no reason; give --reason with one of the codes of “rangctl move”"),
                           reason_text != NULL ? reason_text : "");
  move = rang_office_amend (cli->office, &cli->session, number, place, reason, note, dry_run, NULL, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail (argv[1], error);
}

const RangCliCommand rang_cli_version_commands[]
    = { { "handover", "", N_ ("sign the board and give it to the delivery chief"), TRUE, run_hand_over },
        { "accept", "", N_ ("take the signed board over"), TRUE, run_accept },
        { "return", "--note TEXT", N_ ("give the signed board back with a remark"), TRUE, run_return },
        { "amend", N_ ("ORDER PLACE"), N_ ("change the signed board: a new version"), TRUE, run_amend },
        { NULL } };
