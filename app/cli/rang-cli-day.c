/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of the delivery day: routes, sheets, outcomes, client events. */
#include <glib/gi18n.h>

#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"
#include "rang-cli-board-json.h"
#include "rang-cli-output.h"
#include "sheet/rang-sheet-pdf.h"

/* --- routes --- */

static void
print_route (const RangBoardRoute *route)
{
  g_print ("%s%s%s, %" G_GINT64_FORMAT " km\n", route->resource_name, route->courier_name != NULL ? ", " : "",
           route->courier_name != NULL ? route->courier_name : "", rang_board_route_get_km (route));
  for (guint i = 0; i < route->stops->len; i++)
    {
      const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, i);
      g_autofree char *eta = rang_time_format (stop->eta);
      g_autofree char *from = rang_time_format (stop->from);
      g_autofree char *to = rang_time_format (stop->to);

      g_print ("  %3u  %s  %" G_GINT64_FORMAT "  %s–%s", stop->place, eta, stop->order, from, to);
      if (stop->minutes_late > 0)
        g_print (_ (" +%d min"), stop->minutes_late);
      g_print ("\n");
    }
}

/* One row a stop: the routes in CSV. */
static void
print_routes_csv (RangCli *cli, JsonArray *routes)
{
  static const RangCliColumn columns[]
      = { { "van", "", FALSE },  { "place", "", TRUE }, { "order", "", TRUE },        { "eta", "", FALSE },
          { "from", "", FALSE }, { "to", "", FALSE },   { "minutes_late", "", TRUE }, { NULL } };
  JsonArray *rows = json_array_new ();

  for (guint r = 0; r < json_array_get_length (routes); r++)
    {
      JsonObject *route = json_array_get_object_element (routes, r);
      JsonArray *stops = json_object_get_array_member (route, "stops");

      for (guint s = 0; s < json_array_get_length (stops); s++)
        {
          JsonObject *stop = json_object_ref (json_array_get_object_element (stops, s));

          rang_cli_set_text (stop, "van", json_object_get_string_member (route, "van"));
          json_array_add_object_element (rows, stop);
        }
    }
  rang_cli_print_list (cli, rows, columns);
  json_array_unref (routes);
}

static RangCliStatus
run_routes (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) routes = NULL;
  g_autoptr (GError) error = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("routes"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  routes = rang_office_load_routes (cli->office, &cli->session, &error);
  if (routes == NULL)
    return rang_cli_fail ("routes", error);
  if (cli->format == RANG_CLI_TABLE)
    for (guint i = 0; i < routes->len; i++)
      print_route (g_ptr_array_index (routes, i));
  else if (cli->format == RANG_CLI_CSV)
    print_routes_csv (cli, rang_cli_routes_to_json (cli, routes, cli->session.day));
  else
    rang_cli_print_list (cli, rang_cli_routes_to_json (cli, routes, cli->session.day), NULL);
  return RANG_CLI_DONE;
}

static gboolean
read_kinds (const char *text, RangSheetKind *kinds)
{
  const char *const names[] = { "run", "log", "loading", "picking", "slips" };
  g_auto (GStrv) wanted = g_strsplit (text, ",", -1);
  guint flags = 0;

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        if (g_str_equal (g_strstrip (wanted[i]), names[k]))
          {
            flags |= 1u << k;
            known = TRUE;
          }
      if (!known)
        return FALSE;
    }
  *kinds = (RangSheetKind)flags;
  return flags != 0;
}

static RangCliStatus
run_sheet (RangCli *cli, int argc, char **argv)
{
  g_autofree char *van_name = NULL, *output = NULL, *kind_names = NULL, *order_text = NULL;
  const GOptionEntry entries[]
      = { { "van", 0, 0, G_OPTION_ARG_STRING, &van_name, N_ ("one van alone"), N_ ("VAN") },
          { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_names,
            N_ ("which papers, divided by commas; default run,log,loading"), "run|log|loading|picking|slips" },
          { "order", 0, 0, G_OPTION_ARG_STRING, &order_text, N_ ("a slip for the stop of this order"), N_ ("ORDER") },
          { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("where to write"), "FILE.pdf" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangResource) van = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  RangSheetKind kinds = RANG_SHEET_KINDS_USUAL;
  gint64 order = 0;

  if (!rang_cli_parse (rang_cli_find_command ("sheet"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (output == NULL)
    return rang_cli_usage ("sheet", "%s", _ ("no file to write; give --output FILE.pdf"));
  if (order_text != NULL)
    {
      if ((order = rang_cli_read_order ("--order", order_text)) == 0)
        return RANG_CLI_USAGE;
      kinds = RANG_SHEET_KIND_SLIPS;
    }
  if (kind_names != NULL && !read_kinds (kind_names, &kinds))
    return rang_cli_usage ("--kind", _ ("“%s” is no paper; give run, log, loading, picking or slips"), kind_names);
  if (van_name != NULL)
    {
      van = rang_office_find_resource (cli->office, &cli->session, van_name, &error);
      if (van == NULL)
        return rang_cli_fail ("--van", error);
    }
  sheets = rang_office_load_papers (cli->office, &cli->session, van != NULL ? van->id : 0, kinds, order, &error);
  if (sheets == NULL)
    return rang_cli_fail ("sheet", error);
  if (!rang_sheet_write_pdf (sheets, output, &error))
    return rang_cli_fail (output, error);
  g_print (ngettext ("%u route sheet in %s", "%u route sheets in %s", sheets->len), sheets->len, output);
  g_print ("\n");
  return RANG_CLI_DONE;
}

/* --- outcomes --- */

/* In the order's currency. */
static gboolean
read_cash (RangCli *cli, gint64 number, const char *text, gint64 *cash)
{
  g_autoptr (RangOrderView) order = rang_office_get_order (cli->office, number, NULL);
  const char *currency = order != NULL && order->order->value.currency[0] != '\0'
                             ? order->order->value.currency
                             : rang_office_get_settings (cli->office)->currency;
  RangMoney money;

  if (!rang_money_parse (text, '.', currency, &money) || money.minor < 0)
    return FALSE;
  *cash = money.minor;
  return TRUE;
}

static RangCliStatus
run_deliver (RangCli *cli, int argc, char **argv)
{
  g_autofree char *at_text = NULL, *cash_text = NULL, *receipt = NULL;
  gboolean part = FALSE;
  const GOptionEntry entries[]
      = { { "at", 0, 0, G_OPTION_ARG_STRING, &at_text, N_ ("when; default now"), "HH:MM" },
          { "part", 0, 0, G_OPTION_ARG_NONE, &part, N_ ("only a part"), NULL },
          { "cash", 0, 0, G_OPTION_ARG_STRING, &cash_text, N_ ("what the client paid"), N_ ("AMOUNT") },
          { "receipt", 0, 0, G_OPTION_ARG_STRING, &receipt, N_ ("number of the receipt"), N_ ("NUMBER") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangOutcome outcome = { RANG_ORDER_DELIVERED, RANG_TIME_NONE, -1, -1, NULL };
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("deliver"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("deliver", argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (at_text != NULL && (outcome.at = rang_time_parse (at_text)) == RANG_TIME_NONE)
    return rang_cli_usage ("--at", _ ("“%s” is no time; give it as HH:MM"), at_text);
  if (cash_text != NULL && !read_cash (cli, number, cash_text, &outcome.cash))
    return rang_cli_usage ("--cash", _ ("“%s” is no amount; give it as 1234.50"), cash_text);
  outcome.state = part ? RANG_ORDER_PART : RANG_ORDER_DELIVERED;
  outcome.receipt = receipt;
  return rang_office_record (cli->office, &cli->session, number, &outcome, &error) ? RANG_CLI_DONE
                                                                                   : rang_cli_fail (argv[1], error);
}

static RangCliStatus
run_fail (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason_text = NULL, *at_text = NULL;
  const GOptionEntry entries[] = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_text, N_ ("why"), N_ ("CODE") },
                                   { "at", 0, 0, G_OPTION_ARG_STRING, &at_text, N_ ("when; default now"), "HH:MM" },
                                   G_OPTION_ENTRY_NULL };
  RangOutcome outcome = { RANG_ORDER_FAILED, RANG_TIME_NONE, -1, -1, NULL };
  g_autoptr (GError) error = NULL;
  gint64 number;
  int reason;

  if (!rang_cli_parse (rang_cli_find_command ("fail"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("fail", argv[1])) == 0)
    return RANG_CLI_USAGE;
  reason = rang_fail_reason_from_nick (reason_text);
  if (reason < 0)
    return rang_cli_usage ("fail",
                           _ ("“%s” is no reason; give --reason with refused, absent, wrong-address, "
                              "goods-missing, no-cash, not-reached, cancelled or other"),
                           reason_text != NULL ? reason_text : "");
  if (at_text != NULL && (outcome.at = rang_time_parse (at_text)) == RANG_TIME_NONE)
    return rang_cli_usage ("--at", _ ("“%s” is no time; give it as HH:MM"), at_text);
  outcome.reason = reason;
  if (!rang_office_record (cli->office, &cli->session, number, &outcome, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_client (RangCli *cli, int argc, char **argv)
{
  g_autofree char *event_text = NULL, *note = NULL;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, N_ ("what happened"), "signed|refused|renewed|lost" },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("why"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangClient) client = NULL;
  g_autoptr (GError) error = NULL;
  int kind;

  if (!rang_cli_parse (rang_cli_find_command ("client"), entries, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  kind = rang_client_event_kind_from_nick (event_text);
  if (kind < 0)
    return rang_cli_usage ("client", _ ("“%s” is no event; give --event with signed, refused, renewed or lost"),
                           event_text != NULL ? event_text : "");
  client = rang_office_find_client (cli->office, argv[1], &error);
  if (client == NULL
      || !rang_office_client_event (cli->office, &cli->session, client->id, (RangClientEventKind)kind, note, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_day_commands[]
    = { { "routes", "", N_ ("the day’s routes with arrival times"), TRUE, run_routes },
        { "sheet", "--output FILE.pdf", N_ ("write the route sheets"), TRUE, run_sheet },
        { "deliver", N_ ("ORDER"), N_ ("record a delivery"), TRUE, run_deliver },
        { "fail", N_ ("ORDER"), N_ ("record a delivery that failed"), TRUE, run_fail },
        { "client", N_ ("CLIENT"), N_ ("record what became of a client’s contract"), TRUE, run_client },
        { NULL } };
