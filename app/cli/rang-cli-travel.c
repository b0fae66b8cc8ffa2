/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command about roads: speeds, hours, and travel that was measured. */
#include <glib/gi18n.h>

#include "base/rang-money.h"
#include "office/rang-office-travel.h"
#include "rang-cli-output.h"

typedef struct
{
  char *speed;
  char *factor;
  char *hours;
  char *places;
  char *seconds;
  char *metres;
  gboolean drop;
} Options;

static void
options_clear (Options *o)
{
  char **const texts[] = { &o->speed, &o->factor, &o->hours, &o->places, &o->seconds, &o->metres };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Thousandths as people write them: 1.3 */
static char *
write_thousandths (gint64 value)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT, value / 1000, value % 1000);
  while (g_str_has_suffix (text->str, "0"))
    g_string_truncate (text, text->len - 1);
  if (g_str_has_suffix (text->str, "."))
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static RangCliStatus
show_travel (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "speed_kmh", N_ ("km/h"), TRUE, TRUE },
                                           { "road_factor", N_ ("Road factor"), TRUE, TRUE },
                                           { "hours", N_ ("By the hour, %"), FALSE },
                                           { "places", N_ ("Places measured"), TRUE },
                                           { "addresses_known", N_ ("Addresses among them"), TRUE },
                                           { "addresses", N_ ("Of"), TRUE },
                                           { NULL } };
  const RangSettings *settings = rang_office_get_settings (cli->office);
  g_autofree char *speed = write_thousandths (settings->speed), *factor = write_thousandths (settings->road_factor);
  g_autofree char *hours = rang_speeds_format (settings->speeds);
  g_autoptr (GError) error = NULL;
  RangTravelState state;
  JsonObject *object;
  JsonArray *array;

  if (!rang_office_get_travel (cli->office, &state, &error))
    return rang_cli_fail ("travel", error);
  object = json_object_new ();
  rang_cli_set_text (object, "speed_kmh", speed);
  rang_cli_set_text (object, "road_factor", factor);
  rang_cli_set_text (object, "hours", hours);
  rang_cli_set_int (object, "places", state.places);
  rang_cli_set_bool (object, "depot_known", state.depot);
  rang_cli_set_int (object, "addresses_known", state.known);
  rang_cli_set_int (object, "addresses", state.addresses);
  if (cli->format == RANG_CLI_JSON)
    {
      rang_cli_print_json_object (object);
      return RANG_CLI_DONE;
    }
  array = json_array_new ();
  json_array_add_object_element (array, object);
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* Up to three decimals, by the exact reader of amounts. */
static gboolean
read_thousandths (const char *option, const char *text, gint32 *value)
{
  RangMoney number = { 0 };

  if (text == NULL)
    return TRUE;
  if (rang_money_parse (text, '.', "KWD", &number) && number.minor > 0 && number.minor < 1000000)
    {
      *value = (gint32)number.minor;
      return TRUE;
    }
  return rang_cli_refuse_option ("travel", option, text, _ ("give a number such as 36 or 1.3"));
}

static RangCliStatus
set_speeds (RangCli *cli, const Options *options)
{
  gint32 speed = 0, factor = 0, speeds[RANG_N_HOURS];
  g_autoptr (GError) error = NULL;

  if (!read_thousandths ("speed", options->speed, &speed)
      || !read_thousandths ("road-factor", options->factor, &factor))
    return RANG_CLI_USAGE;
  if (options->hours != NULL && !rang_speeds_parse (options->hours, speeds))
    {
      rang_cli_refuse_option ("travel", "hours", options->hours,
                              _ ("give hours with 10 to 300 per cent, such as 7-9=60,16-18=70, or none"));
      return RANG_CLI_USAGE;
    }
  return rang_office_set_speeds (cli->office, &cli->session, speed, factor, options->hours != NULL ? speeds : NULL,
                                 &error)
             ? RANG_CLI_DONE
             : rang_cli_fail ("travel", error);
}

static RangCliStatus
take_travel (RangCli *cli, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (options->places == NULL || options->seconds == NULL)
    return rang_cli_usage ("travel", "%s", _ ("measured travel needs --places FILE and --seconds FILE"));
  return rang_office_take_travel (cli->office, &cli->session, options->places, options->seconds, options->metres,
                                  &error)
             ? RANG_CLI_DONE
             : rang_cli_fail ("travel", error);
}

static RangCliStatus
run_travel (RangCli *cli, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[]
      = { { "speed", 0, 0, G_OPTION_ARG_STRING, &o.speed, N_ ("the usual speed"), "KM/H" },
          { "road-factor", 0, 0, G_OPTION_ARG_STRING, &o.factor, N_ ("road for each kilometre as the crow flies"),
            "N" },
          { "hours", 0, 0, G_OPTION_ARG_STRING, &o.hours, N_ ("per cent of the speed by the hour of the day"),
            "7-9=60,…|none" },
          { "places", 0, 0, G_OPTION_ARG_FILENAME, &o.places, N_ ("the places of measured travel (CSV)"), N_ ("FILE") },
          { "seconds", 0, 0, G_OPTION_ARG_FILENAME, &o.seconds, N_ ("seconds from each to each (CSV)"), N_ ("FILE") },
          { "metres", 0, 0, G_OPTION_ARG_FILENAME, &o.metres, N_ ("metres from each to each (CSV)"), N_ ("FILE") },
          { "drop", 0, 0, G_OPTION_ARG_NONE, &o.drop, N_ ("no longer use what was measured"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gboolean speeds, files;

  if (!rang_cli_parse (rang_cli_find_command ("travel"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  speeds = o.speed != NULL || o.factor != NULL || o.hours != NULL;
  files = o.places != NULL || o.seconds != NULL || o.metres != NULL;
  if ((speeds ? 1 : 0) + (files ? 1 : 0) + (o.drop ? 1 : 0) > 1)
    return rang_cli_usage ("travel", "%s", _ ("set speeds, take files or drop them: one at a time"));
  if (speeds)
    return set_speeds (cli, &o);
  if (files)
    return take_travel (cli, &o);
  if (o.drop)
    return rang_office_drop_travel (cli->office, &cli->session, &error) ? RANG_CLI_DONE
                                                                        : rang_cli_fail ("travel", error);
  return show_travel (cli);
}

const RangCliCommand rang_cli_travel_commands[]
    = { { "travel", "", N_ ("how fast the roads are, by the hour or as measured"), TRUE, run_travel }, { NULL } };
