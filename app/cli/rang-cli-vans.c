/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command about the vans themselves: the list, a new one, a change. */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "office/rang-office-delivery.h"
#include "rang-cli-output.h"

/* --- the list --- */

static const RangRosterEntry *
find_roster_entry (GPtrArray *roster, gint64 resource)
{
  for (guint i = 0; i < roster->len; i++)
    if (((const RangRosterEntry *)roster->pdata[i])->resource == resource)
      return roster->pdata[i];
  return NULL;
}

/* "45.653400,25.610000 Garage", or null at the depot. */
static void
set_place (JsonObject *object, const char *member, const RangPlace *place)
{
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (place->located)
    {
      g_ascii_formatd (lat, sizeof lat, "%.6f", place->lat / 1e6);
      g_ascii_formatd (lon, sizeof lon, "%.6f", place->lon / 1e6);
      text = g_strdup_printf ("%s,%s%s%s", lat, lon, place->street != NULL ? " " : "",
                              place->street != NULL ? place->street : "");
    }
  rang_cli_set_text (object, member, text);
}

static JsonObject *
van_to_json (RangCli *cli, const RangResource *van, const RangRosterEntry *today)
{
  JsonObject *object = json_object_new ();
  gint64 courier = today != NULL ? today->courier : van->courier;
  RangTimeWindow shift = today != NULL ? today->shift : van->shift;
  g_autofree char *from = rang_time_format (shift.from), *to = rang_time_format (shift.to);
  g_autofree char *skills = rang_skills_format (van->skills), *breaks = rang_breaks_format (&van->breaks);

  rang_cli_set_id (object, "van", van->id);
  rang_cli_set_text (object, "name", van->name);
  rang_cli_set_text (object, "plate", van->plate);
  rang_cli_set_text (object, "courier", courier != 0 ? rang_office_person_name (cli->office, courier) : NULL);
  rang_cli_set_text (object, "from", from);
  rang_cli_set_text (object, "to", to);
  rang_cli_set_int (object, "capacity_kg", van->capacity / 1000);
  rang_cli_set_int (object, "capacity_parcels", van->capacity_parcels);
  rang_cli_set_text (object, "skills", skills);
  rang_cli_set_text (object, "breaks", breaks);
  set_place (object, "start", &van->start);
  set_place (object, "end", &van->end);
  rang_cli_set_bool (object, "out_of_service", today != NULL && today->out_of_service);
  rang_cli_set_bool (object, "in_use", van->active);
  return object;
}

static RangCliStatus
list_vans (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "van", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "plate", N_ ("Plate"), FALSE },
                                           { "courier", N_ ("Courier"), FALSE },
                                           { "from", N_ ("From"), FALSE },
                                           { "to", N_ ("To"), FALSE },
                                           { "capacity_kg", N_ ("kg"), TRUE },
                                           { "capacity_parcels", N_ ("Parcels"), TRUE },
                                           { "skills", N_ ("Has"), FALSE },
                                           { "breaks", N_ ("Breaks"), FALSE },
                                           { "out_of_service", N_ ("Out of service"), FALSE },
                                           { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vans = rang_office_list_resources (cli->office, &cli->session, &error), roster = NULL;
  JsonArray *array;

  if (vans != NULL)
    roster = rang_office_list_roster (cli->office, &cli->session, &error);
  if (roster == NULL)
    return rang_cli_fail ("vans", error);
  array = json_array_new ();
  for (guint i = 0; i < vans->len; i++)
    {
      const RangResource *van = vans->pdata[i];

      json_array_add_object_element (array, van_to_json (cli, van, find_roster_entry (roster, van->id)));
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* --- one van --- */

typedef struct
{
  char *name;
  char *plate;
  char *capacity;
  char *parcels;
  char *from;
  char *to;
  char *courier;
  char *skills;
  char *breaks;
  char *start;
  char *start_name;
  char *end;
  char *end_name;
  gboolean retire;
  gboolean restore;
} Options;

static void
options_clear (Options *o)
{
  char **const texts[] = { &o->name,   &o->plate,  &o->capacity, &o->parcels,    &o->from, &o->to,      &o->courier,
                           &o->skills, &o->breaks, &o->start,    &o->start_name, &o->end,  &o->end_name };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (const char *option, const char *text, const char *remedy)
{
  return rang_cli_refuse_option ("vans", option, text, remedy);
}

static gboolean
take_load (const Options *options, RangResource *van)
{
  gint64 number;

  if (options->capacity != NULL)
    {
      if (!g_ascii_string_to_signed (options->capacity, 10, 0, 100000, &number, NULL))
        return refuse ("capacity", options->capacity, _ ("give whole kilograms, 0 for unlimited"));
      van->capacity = number * 1000;
    }
  if (options->parcels != NULL)
    {
      if (!g_ascii_string_to_signed (options->parcels, 10, 0, 100000, &number, NULL))
        return refuse ("parcels", options->parcels, _ ("give a whole number, 0 for unlimited"));
      van->capacity_parcels = (gint32)number;
    }
  return TRUE;
}

static gboolean
take_time (const char *option, const char *text, RangTime *time)
{
  if (text == NULL)
    return TRUE;
  *time = rang_time_parse (text);
  return *time != RANG_TIME_NONE || refuse (option, text, _ ("give the time as HH:MM"));
}

static gboolean
take_place (const char *option, const char *text, const char *name, RangPlace *place)
{
  if (text != NULL)
    {
      rang_place_clear (place);
      *place = (RangPlace){ 0 };
      if (g_str_equal (text, "depot"))
        return TRUE;
      place->located = rang_place_parse_coordinates (text, &place->lat, &place->lon);
      if (!place->located)
        return refuse (option, text, _ ("give latitude,longitude in degrees, or “depot”"));
    }
  rang_cli_take_text (&place->street, name);
  return TRUE;
}

static gboolean
take_courier (RangCli *cli, const char *text, RangResource *van, GError **error)
{
  g_autoptr (RangPerson) person = NULL;

  if (text == NULL)
    return TRUE;
  van->courier = 0;
  if (text[0] == '\0')
    return TRUE;
  person = rang_office_find_person (cli->office, text, error);
  van->courier = person != NULL ? person->id : 0;
  return person != NULL;
}

static gboolean
take_options (const Options *options, RangResource *van)
{
  rang_cli_take_text (&van->name, options->name);
  rang_cli_take_text (&van->plate, options->plate);
  if (options->retire || options->restore)
    van->active = options->restore;
  if (options->skills != NULL && !rang_skills_parse (options->skills, &van->skills))
    return refuse ("skills", options->skills, _ ("give lift, cold, both with a comma, or none"));
  if (options->breaks != NULL && !rang_breaks_parse (options->breaks, &van->breaks))
    return refuse ("breaks", options->breaks, _ ("give up to four, such as 12:00-13:00 or 11:30-14:00/30, or none"));
  return take_load (options, van) && take_time ("from", options->from, &van->shift.from)
         && take_time ("to", options->to, &van->shift.to)
         && take_place ("start", options->start, options->start_name, &van->start)
         && take_place ("end", options->end, options->end_name, &van->end);
}

static RangCliStatus
change_van (RangCli *cli, const Options *options, const char *which, gboolean is_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangResource) van
      = is_new ? rang_resource_new () : rang_office_find_resource (cli->office, &cli->session, which, &error);
  gint64 id;

  if (van == NULL)
    return rang_cli_fail (which, error);
  if (is_new)
    rang_cli_take_text (&van->name, which);
  if (!take_options (options, van))
    return RANG_CLI_USAGE;
  if (!take_courier (cli, options->courier, van, &error))
    return rang_cli_fail ("--courier", error);
  id = rang_office_save_van (cli->office, &cli->session, van, &error);
  if (id == 0)
    return rang_cli_fail (which, error);
  if (is_new)
    g_print ("%" PRId64 "\n", id);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_vans (RangCli *cli, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[]
      = { { "name", 0, 0, G_OPTION_ARG_STRING, &o.name, N_ ("what it is called"), N_ ("TEXT") },
          { "plate", 0, 0, G_OPTION_ARG_STRING, &o.plate, N_ ("number plate"), N_ ("TEXT") },
          { "capacity", 0, 0, G_OPTION_ARG_STRING, &o.capacity, N_ ("what it carries; 0 unlimited"), "KG" },
          { "parcels", 0, 0, G_OPTION_ARG_STRING, &o.parcels, N_ ("parcels it carries; 0 unlimited"), "N" },
          { "from", 0, 0, G_OPTION_ARG_STRING, &o.from, N_ ("the usual shift begins"), "HH:MM" },
          { "to", 0, 0, G_OPTION_ARG_STRING, &o.to, N_ ("the usual shift ends"), "HH:MM" },
          { "courier", 0, 0, G_OPTION_ARG_STRING, &o.courier, N_ ("who usually drives"), N_ ("PERSON") },
          { "skills", 0, 0, G_OPTION_ARG_STRING, &o.skills, N_ ("what it has"), "lift,cold|none" },
          { "breaks", 0, 0, G_OPTION_ARG_STRING, &o.breaks,
            N_ ("from then to then, or so many minutes between, several with commas"), "HH:MM-HH:MM[/MIN]" },
          { "start", 0, 0, G_OPTION_ARG_STRING, &o.start, N_ ("where its day begins"), "LAT,LON|depot" },
          { "start-name", 0, 0, G_OPTION_ARG_STRING, &o.start_name, N_ ("what that place is called"), N_ ("TEXT") },
          { "end", 0, 0, G_OPTION_ARG_STRING, &o.end, N_ ("where its day ends"), "LAT,LON|depot" },
          { "end-name", 0, 0, G_OPTION_ARG_STRING, &o.end_name, N_ ("what that place is called"), N_ ("TEXT") },
          { "retire", 0, 0, G_OPTION_ARG_NONE, &o.retire, N_ ("it is no longer in use"), NULL },
          { "restore", 0, 0, G_OPTION_ARG_NONE, &o.restore, N_ ("it is in use again"), NULL },
          G_OPTION_ENTRY_NULL };
  gboolean is_new;

  if (!rang_cli_parse (rang_cli_find_command ("vans"), entries, &argc, &argv, 0, 2))
    return RANG_CLI_USAGE;
  if (argc == 1)
    return list_vans (cli);
  is_new = g_str_equal (argv[1], "add");
  if (argc != 3 || (!is_new && !g_str_equal (argv[1], "edit")) || (o.retire && o.restore))
    return rang_cli_usage ("vans", "%s", _ ("say “vans add NAME” or “vans edit VAN”, and what it is like"));
  return change_van (cli, &o, argv[2], is_new);
}

const RangCliCommand rang_cli_vans_commands[]
    = { { "vans", N_ ("[add NAME|edit VAN]"), N_ ("list the vans and the day’s roster, or change a van"), TRUE, run_vans },
        { NULL } };
