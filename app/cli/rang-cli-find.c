/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command that searches the whole office. */
#include <glib/gi18n.h>

#include "office/rang-office-find.h"
#include "rang-cli-output.h"

#define DEFAULT_LIMIT 20
#define MOST 1000

static JsonObject *
hit_to_json (RangCli *cli, const RangHit *hit)
{
  JsonObject *object = json_object_new ();
  g_autofree char *day = rang_day_format (hit->day);

  rang_cli_set_text (object, "kind", rang_hit_kind_to_nick (hit->kind));
  rang_cli_set_id (object, "id", hit->id);
  rang_cli_set_text (object, "day", day);
  rang_cli_set_text (object, "text", hit->text);
  rang_cli_set_text (object, "detail", hit->detail);
  rang_cli_set_text (object, "department",
                     hit->department != 0 ? rang_office_department_name (cli->office, hit->department) : NULL);
  rang_cli_set_text (object, "state",
                     hit->kind == RANG_HIT_ORDER      ? rang_order_state_to_nick (hit->order_state)
                     : hit->kind == RANG_HIT_CONFLICT ? rang_conflict_state_to_nick (hit->conflict_state)
                                                      : NULL);
  rang_cli_set_local (object, "from", hit->day, hit->promised.from);
  rang_cli_set_local (object, "to", hit->day, hit->promised.to);
  return object;
}

/* Tables alone say that there is more: what a script reads is the list. */
static void
print_rest (RangCli *cli, const RangFindings *findings, const char *text)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (cli->format != RANG_CLI_TABLE)
    return;
  for (RangHitKind kind = 0; kind < RANG_N_HIT_KINDS; kind++)
    if (findings->more[kind])
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", rang_hit_kind_label (kind));
  if (findings->hits->len == 0)
    /* Translators: %s is what was searched for. */
    g_print (_ ("Nothing found for “%s”"), text);
  else if (kinds->len > 0)
    /* Translators: %s lists kinds of things: "Orders, Clients". */
    g_print (_ ("There are more (%s); add a word, or ask for more with --limit"), kinds->str);
  else
    return;
  g_print ("\n");
}

static RangCliStatus
run_find (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[]
      = { { "kind", N_ ("Kind"), FALSE },    { "id", N_ ("Id"), TRUE },
          { "day", N_ ("Day"), FALSE },      { "text", N_ ("Name"), FALSE },
          { "detail", N_ ("Where"), FALSE }, { "department", N_ ("Department"), FALSE },
          { "state", N_ ("State"), FALSE },  { NULL } };
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[]
      = { { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("so many of each kind"), "N" }, G_OPTION_ENTRY_NULL };
  g_autoptr (RangFindings) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("find"), entries, &argc, &argv, 1, -1))
    return RANG_CLI_USAGE;
  if (limit < 1 || limit > MOST)
    return rang_cli_usage ("find", _ ("--limit %d is not possible; give a number from 1 to %d"), limit, MOST);
  text = g_strjoinv (" ", argv + 1);
  findings = rang_office_find (cli->office, &cli->session, text, (guint)limit, &error);
  if (findings == NULL)
    return rang_cli_fail ("find", error);
  array = json_array_new ();
  for (guint i = 0; i < findings->hits->len; i++)
    json_array_add_object_element (array, hit_to_json (cli, g_ptr_array_index (findings->hits, i)));
  rang_cli_print_list (cli, array, columns);
  print_rest (cli, findings, text);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_find_commands[]
    = { { "find", N_ ("TEXT…"), N_ ("search the orders of every day, clients, people, vans and conflicts"), TRUE,
          run_find },
        { NULL } };
