/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command that looks back: what overrides cost, why orders were late, and what clients did then. */
#include "office/rang-office-balance.h"

#include <glib/gi18n.h>

#include "rang-cli-output.h"

static void
set_minutes (JsonObject *object, const char *member, gint32 minutes)
{
  if (minutes == RANG_NOT_KNOWN)
    json_object_set_null_member (object, member);
  else
    rang_cli_set_int (object, member, MAX (minutes, 0));
}

static JsonObject *
line_to_json (RangCli *cli, const RangBalanceLine *line)
{
  JsonObject *object = json_object_new ();

  rang_cli_set_id (object, "order", line->order);
  rang_cli_set_text (object, "client", line->client != 0 ? rang_office_client_name (cli->office, line->client) : NULL);
  rang_cli_set_text (object, "department",
                     line->department != 0 ? rang_office_department_name (cli->office, line->department) : NULL);
  rang_cli_set_int (object, "value", line->value);
  set_minutes (object, "predicted", line->predicted);
  rang_cli_set_bool (object, "predicted_left_out", line->predicted == RANG_NOT_THAT_DAY);
  set_minutes (object, "actual", line->actual);
  rang_cli_set_bool (object, "not_that_day", line->actual == RANG_NOT_THAT_DAY);
  return object;
}

static JsonObject *
override_to_json (RangCli *cli, const RangOverrideBalance *balance)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines = json_array_new ();
  g_autofree char *day = rang_day_format (balance->day);

  rang_cli_set_id (object, "entry", balance->entry);
  rang_cli_set_text (object, "day", day);
  rang_cli_set_text (object, "what", balance->what);
  rang_cli_set_text (object, "by", balance->by != 0 ? rang_office_person_name (cli->office, balance->by) : NULL);
  rang_cli_set_text (object, "reason", balance->reason);
  json_object_set_object_member (object, "moved", line_to_json (cli, &balance->own));
  for (guint i = 0; i < balance->lines->len; i++)
    json_array_add_object_element (lines, line_to_json (cli, &g_array_index (balance->lines, RangBalanceLine, i)));
  json_object_set_array_member (object, "cost", lines);
  return object;
}

static JsonArray *
late_to_json (const RangAfterwards *afterwards)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < afterwards->late->len; i++)
    {
      const RangLateOrder *late = &g_array_index (afterwards->late, RangLateOrder, i);
      g_autofree char *day = rang_day_format (late->day);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "order", late->order);
      rang_cli_set_text (object, "day", day);
      set_minutes (object, "minutes_late", late->minutes);
      rang_cli_set_bool (object, "not_that_day", late->minutes == RANG_NOT_THAT_DAY);
      rang_cli_set_text (object, "cause", rang_late_cause_to_nick (late->cause));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
events_to_json (RangCli *cli, const RangAfterwards *afterwards)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < afterwards->events->len; i++)
    {
      const RangEventPromises *event = &g_array_index (afterwards->events, RangEventPromises, i);
      g_autofree char *day = rang_day_format (event->day);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "client", rang_office_client_name (cli->office, event->client));
      rang_cli_set_text (object, "day", day);
      rang_cli_set_text (object, "event", rang_client_event_kind_to_nick (event->kind));
      rang_cli_set_int (object, "kept", event->kept);
      rang_cli_set_int (object, "broken", event->broken);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (RangCli *cli, const RangAfterwards *afterwards)
{
  JsonObject *object = json_object_new (), *shares = json_object_new ();
  JsonArray *overrides = json_array_new ();

  for (guint i = 0; i < afterwards->overrides->len; i++)
    json_array_add_object_element (overrides, override_to_json (cli, g_ptr_array_index (afterwards->overrides, i)));
  for (int cause = 0; cause < RANG_N_LATE_CAUSES; cause++)
    rang_cli_set_int (shares, rang_late_cause_to_nick ((RangLateCause)cause), afterwards->shares[cause]);
  json_object_set_array_member (object, "overrides", overrides);
  json_object_set_array_member (object, "late", late_to_json (afterwards));
  json_object_set_object_member (object, "shares", shares);
  json_object_set_array_member (object, "events", events_to_json (cli, afterwards));
  rang_cli_print_json_object (object);
}

static void
print_table (RangCli *cli, const RangAfterwards *afterwards)
{
  guint kept = 0, lines = 0;

  for (guint i = 0; i < afterwards->overrides->len; i++)
    {
      const RangOverrideBalance *balance = g_ptr_array_index (afterwards->overrides, i);

      lines += balance->lines->len;
      for (guint k = 0; k < balance->lines->len; k++)
        kept += g_array_index (balance->lines, RangBalanceLine, k).actual == 0;
    }
  /* Translators: so many overrides; promises of others they were said to cost; how many of these were kept after all */
  g_print (_ ("%u overrides, said to cost %u promises; %u of these were kept after all"), afterwards->overrides->len,
           lines, kept);
  g_print ("\n");
  for (int cause = 0; cause < RANG_N_LATE_CAUSES; cause++)
    g_print ("  %3u %%  %s\n", afterwards->shares[cause], rang_late_cause_label ((RangLateCause)cause));
  for (guint i = 0; i < afterwards->events->len; i++)
    {
      const RangEventPromises *event = &g_array_index (afterwards->events, RangEventPromises, i);
      g_autofree char *day = rang_day_format (event->day);

      /* Translators: a day, a client, what happened; promises kept and broken in the 60 days before */
      g_print (_ ("%s  %s: %s after %u promises kept, %u broken"), day,
               rang_office_client_name (cli->office, event->client), rang_client_event_kind_label (event->kind),
               event->kept, event->broken);
      g_print ("\n");
    }
}

static RangCliStatus
run_balance (RangCli *cli, int argc, char **argv)
{
  g_autofree char *from_text = NULL;
  const GOptionEntry entries[] = { { "from", 0, 0, G_OPTION_ARG_STRING, &from_text,
                                     N_ ("the first day; default 60 days before the day"), "YYYY-MM-DD" },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (RangAfterwards) afterwards = NULL;
  g_autoptr (GError) error = NULL;
  RangDay from = cli->session.day - 60;

  if (!rang_cli_parse (rang_cli_find_command ("balance"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (from_text != NULL && (from = rang_day_parse (from_text)) == RANG_DAY_NONE)
    return rang_cli_usage ("--from", _ ("“%s” is no day; give it as YYYY-MM-DD"), from_text);
  afterwards = rang_office_look_back (cli->office, &cli->session, from, cli->session.day, &error);
  if (afterwards == NULL)
    return rang_cli_fail ("balance", error);
  if (cli->format == RANG_CLI_JSON)
    print_json (cli, afterwards);
  else
    print_table (cli, afterwards);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_balance_commands[]
    = { { "balance", "", N_ ("what overrides cost afterwards, and why orders were late"), TRUE, run_balance },
        { NULL } };
