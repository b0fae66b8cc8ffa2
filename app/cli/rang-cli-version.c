/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of the hand-over: sign, accept, return, amend. */
#include "office/rang-office-version.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "rang-cli-board-json.h"
#include "rang-cli-output.h"

static const char *const state_nicks[] = { NC_ ("version", "signed"), NC_ ("version", "accepted"), NC_ ("version", "returned") };

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

static JsonObject *
version_to_json (RangCli *cli, const RangVersionInfo *version)
{
  JsonObject *object = json_object_new ();

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
  return object;
}

static void
tell_version (const RangVersionInfo *version)
{
  g_print (_ ("version %d: %s, fingerprint %s"), version->number,
           g_dpgettext2 (NULL, "version", state_nicks[version->state]), version->fingerprint);
  g_print ("\n");
}

static RangCliStatus
print_version (RangCli *cli, const char *command, RangVersionInfo *info, const GError *error)
{
  g_autoptr (RangVersionInfo) version = info;

  if (version == NULL)
    return rang_cli_fail (command, error);
  if (cli->format == RANG_CLI_JSON)
    rang_cli_print_json_object (version_to_json (cli, version));
  else
    tell_version (version);
  return RANG_CLI_DONE;
}

/* --- the hand-over, with its difference to the suggestion and what is listed in it --- */

static void
set_orders (JsonObject *object, const char *member, const GArray *orders)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < orders->len; i++)
    rang_cli_add_id (array, g_array_index (orders, gint64, i));
  json_object_set_array_member (object, member, array);
}

static void
set_check (RangCli *cli, JsonObject *object, const RangHandOverCheck *check)
{
  JsonArray *pending = json_array_new (), *conflicts = json_array_new ();
  JsonObject *cost = rang_cli_cost_to_json (cli, check->cost);

  for (guint i = 0; i < check->pending->len; i++)
    {
      const RangPendingReason *owed = g_ptr_array_index (check->pending, i);
      JsonObject *element = json_object_new ();

      rang_cli_set_id (element, "entry", owed->entry);
      set_orders (element, "orders", owed->orders);
      rang_cli_set_text (element, "by", rang_office_person_name (cli->office, owed->person));
      json_array_add_object_element (pending, element);
    }
  for (guint i = 0; i < check->conflicts->len; i++)
    rang_cli_add_id (conflicts, ((RangConflict *)g_ptr_array_index (check->conflicts, i))->id);
  rang_cli_set_int (object, "revision", (gint64)check->revision);
  rang_cli_set_int (object, "placed", check->placed);
  json_object_set_member (object, "cost", json_object_dup_member (cost, "cost"));
  json_object_unref (cost);
  json_object_set_array_member (object, "pending", pending);
  set_orders (object, "unscored", check->unscored);
  json_object_set_array_member (object, "conflicts", conflicts);
  set_orders (object, "unlocated", check->unlocated);
  set_orders (object, "not_ready", check->not_ready);
}

static void
tell_orders (const char *heading, const GArray *orders)
{
  if (orders->len == 0)
    return;
  g_print ("%s:", heading);
  for (guint i = 0; i < orders->len; i++)
    g_print (" %" G_GINT64_FORMAT, g_array_index (orders, gint64, i));
  g_print ("\n");
}

static void
tell_check (RangCli *cli, const RangHandOverCheck *check)
{
  g_print (ngettext ("%u order placed by people; board against suggestion:",
                     "%u orders placed by people; board against suggestion:", check->placed),
           check->placed);
  g_print ("\n");
  rang_cli_print_cost (cli, check->cost);
  for (guint i = 0; i < check->pending->len; i++)
    {
      const RangPendingReason *owed = g_ptr_array_index (check->pending, i);

      /* Translators: number of a log entry; an order; a person */
      g_print (_ ("Reason pending: entry %" PRId64 ", order %" PRId64 ", moved by %s"), owed->entry,
               g_array_index (owed->orders, gint64, 0), rang_office_person_name (cli->office, owed->person));
      g_print ("\n");
    }
  tell_orders (_ ("Without points"), check->unscored);
  for (guint i = 0; i < check->conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (check->conflicts, i);

      /* Translators: number of a conflict; its kind */
      g_print (_ ("Open conflict %" PRId64 ": %s"), conflict->id, rang_conflict_kind_label (conflict->kind));
      g_print ("\n");
    }
  tell_orders (_ ("Without coordinates"), check->unlocated);
  tell_orders (_ ("Goods not ready"), check->not_ready);
}

static RangCliStatus
print_dry_run (RangCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangHandOverCheck) check = rang_office_check_hand_over (cli->office, &cli->session, &error);

  if (check == NULL)
    return rang_cli_fail ("handover", error);
  if (cli->format == RANG_CLI_JSON)
    {
      JsonObject *object = json_object_new ();

      set_check (cli, object, check);
      rang_cli_print_json_object (object);
    }
  else
    tell_check (cli, check);
  return rang_hand_over_check_blocks (check) ? RANG_CLI_REFUSED : RANG_CLI_DONE;
}

static RangCliStatus
run_hand_over (RangCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  gint64 revision = 0;
  const GOptionEntry entries[]
      = { { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the difference, and what is listed"), NULL },
          { "revision", 0, 0, G_OPTION_ARG_INT64, &revision, N_ ("the board that was looked at"), N_ ("N") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangVersionInfo) version = NULL;
  g_autoptr (RangHandOverCheck) check = NULL;
  JsonObject *object;

  if (!rang_cli_parse (rang_cli_find_command ("handover"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (revision < 0)
    return rang_cli_usage ("handover", "%s",
                           _ ("--revision is the number that “rangctl board --format json” shows, from 1"));
  if (dry_run)
    return print_dry_run (cli);
  version = rang_office_hand_over (cli->office, &cli->session, (guint64)revision, &check, &error);
  if (version == NULL)
    return rang_cli_fail ("handover", error);
  if (cli->format != RANG_CLI_JSON)
    {
      tell_check (cli, check);
      tell_version (version);
      return RANG_CLI_DONE;
    }
  object = version_to_json (cli, version);
  set_check (cli, object, check);
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
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
    = { { "handover", "[--dry-run] [--revision N]", N_ ("sign the board and give it to the delivery chief"), TRUE,
          run_hand_over },
        { "accept", "", N_ ("take the signed board over"), TRUE, run_accept },
        { "return", "--note TEXT", N_ ("give the signed board back with a remark"), TRUE, run_return },
        { "amend", N_ ("ORDER PLACE"), N_ ("change the signed board: a new version"), TRUE, run_amend },
        { NULL } };
