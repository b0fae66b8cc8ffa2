/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command about clients: the list, their doors, a new one, a change, many from a file. */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "office/rang-office-intake.h"
#include "rang-cli-output.h"

/* --- lists --- */

static JsonObject *
client_to_json (RangCli *cli, const RangClient *client)
{
  JsonObject *object = json_object_new ();
  g_autofree char *hours = rang_hours_format (client->hours, &client->shut);

  rang_cli_set_id (object, "client", client->id);
  rang_cli_set_text (object, "name", client->name);
  rang_cli_set_text (object, "tax_number", client->tax_number);
  rang_cli_set_text (object, "stage", rang_client_stage_to_nick (client->stage));
  rang_cli_set_int (object, "annual_value", client->annual_value.minor);
  rang_cli_set_text (object, "currency", client->annual_value.currency);
  rang_cli_set_text (object, "department",
                     client->department != 0 ? rang_office_department_name (cli->office, client->department) : NULL);
  rang_cli_set_int (object, "addresses", client->addresses->len);
  rang_cli_set_text (object, "hours", hours);
  return object;
}

static RangCliStatus
list_clients (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "client", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "tax_number", N_ ("Tax number"), FALSE },
                                           { "stage", N_ ("Stage"), FALSE, FALSE, rang_cli_say_client_stage },
                                           { "department", N_ ("Department"), FALSE },
                                           { "hours", N_ ("Hours"), FALSE },
                                           { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = rang_office_list_clients (cli->office, &error);
  JsonArray *array;

  if (clients == NULL)
    return rang_cli_fail ("clients", error);
  array = json_array_new ();
  for (guint i = 0; i < clients->len; i++)
    json_array_add_object_element (array, client_to_json (cli, clients->pdata[i]));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static JsonObject *
address_to_json (const RangAddress *address)
{
  JsonObject *object = json_object_new ();
  g_autofree char *hours = rang_hours_format (address->hours, &address->shut);
  g_autofree char *place = rang_place_to_text (&address->place);

  rang_cli_set_id (object, "address", address->id);
  rang_cli_set_text (object, "place", place);
  rang_cli_set_text (object, "hours", hours);
  if (address->service >= 0)
    rang_cli_set_int (object, "service_min", address->service / 60);
  else
    json_object_set_null_member (object, "service_min");
  rang_cli_set_bool (object, "located", address->place.located);
  rang_cli_set_text (object, "access", address->access_note);
  return object;
}

static RangCliStatus
list_addresses (RangCli *cli, const char *which)
{
  static const RangCliColumn columns[] = { { "address", N_ ("Id"), TRUE },    { "place", N_ ("Where"), FALSE },
                                           { "hours", N_ ("Hours"), FALSE },  { "service_min", N_ ("Minutes"), TRUE },
                                           { "access", N_ ("Access"), FALSE }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangClient) client = rang_office_find_client (cli->office, which, &error);
  JsonArray *array;

  if (client == NULL)
    return rang_cli_fail (which, error);
  array = json_array_new ();
  for (guint i = 0; i < client->addresses->len; i++)
    json_array_add_object_element (array, address_to_json (client->addresses->pdata[i]));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* --- one client --- */

typedef struct
{
  char *name;
  char *tax_number;
  char *department;
  char *hours;
  char *service;
  char *address;
  char *city;
  char *coordinates;
  char *access;
} Options;

static void
options_clear (Options *o)
{
  char **const texts[] = { &o->name,    &o->tax_number, &o->department,  &o->hours, &o->service,
                           &o->address, &o->city,       &o->coordinates, &o->access };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (const char *option, const char *text, const char *remedy)
{
  return rang_cli_refuse_option ("clients", option, text, remedy);
}

/* By id, by street, or by the whole text of the place; one that is not there is made. */
static RangAddress *
find_address (RangClient *client, const Options *options)
{
  g_autofree char *key = rang_text_key (options->address);
  RangAddress *address;
  gint64 id = 0;

  g_ascii_string_to_signed (options->address, 10, 1, G_MAXINT64, &id, NULL);
  for (guint i = 0; i < client->addresses->len; i++)
    {
      g_autofree char *text = NULL, *street = NULL, *whole = NULL;

      address = client->addresses->pdata[i];
      text = rang_place_to_text (&address->place);
      whole = rang_text_key (text);
      street = rang_text_key (address->place.street != NULL ? address->place.street : "");
      if (address->id == id || g_str_equal (whole, key) || (key[0] != '\0' && g_str_equal (street, key)))
        return address;
    }
  if (id != 0)
    return NULL;
  address = rang_address_new ();
  address->client = client->id;
  address->place.street = g_strdup (options->address);
  g_ptr_array_add (client->addresses, address);
  return address;
}

static gboolean
take_door (const Options *options, RangTimeWindow *hours, RangShut *shut, gint32 *service)
{
  gint64 minutes;

  if (options->hours != NULL && !rang_hours_parse (options->hours, hours, shut))
    return refuse ("hours", options->hours, _ ("give them as 08:00-12:00,13:00-17:00, or none"));
  if (options->service == NULL)
    return TRUE;
  if (g_str_equal (options->service, "none"))
    *service = -1;
  else if (g_ascii_string_to_signed (options->service, 10, 0, 1440, &minutes, NULL))
    *service = (gint32)minutes * 60;
  else
    return refuse ("service", options->service, _ ("give whole minutes, or none"));
  return TRUE;
}

static gboolean
take_address (const Options *options, RangAddress *address)
{
  rang_cli_take_text (&address->place.city, options->city);
  rang_cli_take_text (&address->access_note, options->access);
  if (options->coordinates != NULL)
    {
      address->place.located
          = rang_place_parse_coordinates (options->coordinates, &address->place.lat, &address->place.lon);
      if (!address->place.located)
        return refuse ("coordinates", options->coordinates, _ ("give latitude, longitude in degrees"));
    }
  return take_door (options, &address->hours, &address->shut, &address->service);
}

/* Of the address that is named, or the client's own. */
static RangCliStatus
take_options (RangCli *cli, const Options *options, RangClient *client)
{
  g_autoptr (GError) error = NULL;
  RangAddress *address;

  rang_cli_take_text (&client->name, options->name);
  rang_cli_take_text (&client->tax_number, options->tax_number);
  if (options->department != NULL)
    {
      g_autoptr (RangDepartment) department = rang_office_find_department (cli->office, options->department, &error);

      if (department == NULL)
        return rang_cli_fail ("--department", error);
      client->department = department->id;
    }
  if (options->address == NULL)
    return take_door (options, &client->hours, &client->shut, &client->service) ? RANG_CLI_DONE : RANG_CLI_USAGE;
  address = find_address (client, options);
  if (address == NULL)
    return rang_cli_usage ("clients", _ ("“%s” is no address of that client; “rangctl clients addresses” lists them"),
                           options->address);
  return take_address (options, address) ? RANG_CLI_DONE : RANG_CLI_USAGE;
}

static RangCliStatus
add_client (RangCli *cli, const Options *options, const char *name)
{
  g_autoptr (RangClient) client = rang_client_new ();
  g_autoptr (GError) error = NULL;
  RangCliStatus status;
  gint64 id;

  client->name = g_strdup (name);
  status = take_options (cli, options, client);
  if (status != RANG_CLI_DONE)
    return status;
  id = rang_office_add_client (cli->office, &cli->session, client, &error);
  if (id == 0)
    return rang_cli_fail (name, error);
  g_print ("%" PRId64 "\n", id);
  return RANG_CLI_DONE;
}

static RangCliStatus
edit_client (RangCli *cli, const Options *options, const char *which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangClient) client = rang_office_find_client (cli->office, which, &error);
  RangCliStatus status;

  if (client == NULL)
    return rang_cli_fail (which, error);
  status = take_options (cli, options, client);
  if (status != RANG_CLI_DONE)
    return status;
  return rang_office_save_client (cli->office, &cli->session, client, &error) ? RANG_CLI_DONE
                                                                              : rang_cli_fail (which, error);
}

static RangCliStatus
import_doors (RangCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  guint done;

  if (!rang_office_import_doors (cli->office, &cli->session, path, &done, &error))
    return rang_cli_fail ("clients", error);
  g_print (ngettext ("%u line taken", "%u lines taken", done), done);
  g_print ("\n");
  return RANG_CLI_DONE;
}

static RangCliStatus
run_clients (RangCli *cli, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[]
      = { { "name", 0, 0, G_OPTION_ARG_STRING, &o.name, N_ ("what it is called"), N_ ("TEXT") },
          { "tax-number", 0, 0, G_OPTION_ARG_STRING, &o.tax_number, N_ ("CUI/CIF"), N_ ("TEXT") },
          { "department", 0, 0, G_OPTION_ARG_STRING, &o.department, N_ ("whose client it is"), N_ ("DEPARTMENT") },
          { "address", 0, 0, G_OPTION_ARG_STRING, &o.address, N_ ("what follows is of this address, new or known"),
            N_ ("STREET") },
          { "city", 0, 0, G_OPTION_ARG_STRING, &o.city, N_ ("town"), N_ ("TEXT") },
          { "coordinates", 0, 0, G_OPTION_ARG_STRING, &o.coordinates,
            N_ ("latitude and longitude, as copied from a map"), "LAT,LON" },
          { "hours", 0, 0, G_OPTION_ARG_STRING, &o.hours,
            N_ ("when goods are taken in; the last hour is the hard closing hour"), "HH:MM-HH:MM,…|none" },
          { "service", 0, 0, G_OPTION_ARG_STRING, &o.service, N_ ("minutes at the door"), "MIN|none" },
          { "access", 0, 0, G_OPTION_ARG_STRING, &o.access, N_ ("how to get in"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };

  if (!rang_cli_parse (rang_cli_find_command ("clients"), entries, &argc, &argv, 0, 2))
    return RANG_CLI_USAGE;
  if (argc == 1)
    return list_clients (cli);
  if (argc == 3 && g_str_equal (argv[1], "addresses"))
    return list_addresses (cli, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "add"))
    return add_client (cli, &o, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "edit"))
    return edit_client (cli, &o, argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "import"))
    return import_doors (cli, argv[2]);
  return rang_cli_usage (
      "clients", "%s",
      _ ("say “clients add NAME”, “clients edit CLIENT”, “clients addresses CLIENT” or “clients import FILE”"));
}

const RangCliCommand rang_cli_clients_commands[]
    = { { "clients", N_ ("[add NAME|edit CLIENT|addresses CLIENT|import FILE]"), N_ ("list the clients, or change one"), TRUE,
          run_clients },
        { NULL } };
