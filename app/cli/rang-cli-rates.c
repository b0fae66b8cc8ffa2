/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command about what other currencies are worth. */
#include <glib/gi18n.h>

#include "office/rang-office-rates.h"
#include "rang-cli-output.h"

static RangCliStatus
list_rates (RangCli *cli)
{
  static const RangCliColumn columns[] = {
    { "currency", N_ ("Currency"), FALSE }, { "rate", N_ ("Rate"), TRUE, TRUE }, { "own", N_ ("In"), FALSE }, { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rates = rang_office_list_rates (cli->office, &error);
  JsonArray *array;

  if (rates == NULL)
    return rang_cli_fail ("rates", error);
  array = json_array_new ();
  for (guint i = 0; i < rates->len; i++)
    {
      const RangRate *rate = &g_array_index (rates, RangRate, i);
      g_autofree char *text = rate->rate > 0 ? rang_rate_format (rate->rate, '.') : NULL;
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "currency", rate->currency);
      rang_cli_set_text (object, "rate", text);
      if (rate->rate > 0)
        rang_cli_set_int (object, "millionths", rate->rate);
      else
        json_object_set_null_member (object, "millionths");
      rang_cli_set_text (object, "own", rang_office_get_settings (cli->office)->currency);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_rates (RangCli *cli, int argc, char **argv)
{
  gboolean remove = FALSE;
  const GOptionEntry entries[]
      = { { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_ ("take the rate away"), NULL }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 rate = 0;

  if (!rang_cli_parse (rang_cli_find_command ("rates"), entries, &argc, &argv, 0, 2))
    return RANG_CLI_USAGE;
  if (argc == 1 && !remove)
    return list_rates (cli);
  if (argc != (remove ? 2 : 3))
    return rang_cli_usage ("rates", "%s", _ ("give a currency and its rate, such as “EUR 4.9765”, or “--remove EUR”"));
  if (!remove)
    {
      rate = rang_rate_parse (argv[2], '.');
      if (rate == 0)
        return rang_cli_usage (
            "rates", _ ("“%s” is no rate; say what one unit is worth, over 0 and up to a million, such as 4.9765"),
            argv[2]);
    }
  if (!rang_office_set_rate (cli->office, &cli->session, argv[1], rate, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_rates_commands[]
    = { { "rates", N_ ("[CURRENCY RATE]"), N_ ("what other currencies are worth"), TRUE, run_rates }, { NULL } };
