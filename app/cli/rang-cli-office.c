/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands that make an office and list what it consists of. */
#include <glib/gi18n.h>

#include "rang-cli-found.h"
#include "rang-cli-output.h"

static RangCliStatus
print_or_fail (RangCli *cli, const char *where, JsonArray *array, const RangCliColumn *columns, GError *error)
{
  if (error != NULL)
    {
      json_array_unref (array);
      return rang_cli_fail (where, error);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_departments (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[]
      = { { "department", N_ ("Id"), TRUE }, { "name", N_ ("Name"), FALSE }, { NULL } };
  g_autoptr (GPtrArray) departments = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("departments"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  array = json_array_new ();
  departments = rang_office_list_departments (cli->office, &error);
  for (guint i = 0; departments != NULL && i < departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (departments, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "department", department->id);
      rang_cli_set_text (object, "name", department->name);
      json_array_add_object_element (array, object);
    }
  return print_or_fail (cli, "departments", array, columns, error);
}

static void
set_client (RangCli *cli, JsonObject *object, const RangClient *client)
{
  rang_cli_set_id (object, "client", client->id);
  rang_cli_set_text (object, "name", client->name);
  rang_cli_set_text (object, "tax_number", client->tax_number);
  rang_cli_set_text (object, "stage", rang_client_stage_to_nick (client->stage));
  rang_cli_set_int (object, "annual_value", client->annual_value.minor);
  rang_cli_set_text (object, "currency", client->annual_value.currency);
  rang_cli_set_text (object, "department",
                     client->department != 0 ? rang_office_department_name (cli->office, client->department) : NULL);
  rang_cli_set_int (object, "addresses", client->addresses->len);
}

static RangCliStatus
run_clients (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "client", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "tax_number", N_ ("Tax number"), FALSE },
                                           { "stage", N_ ("Stage"), FALSE },
                                           { "department", N_ ("Department"), FALSE },
                                           { NULL } };
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("clients"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  array = json_array_new ();
  clients = rang_office_list_clients (cli->office, &error);
  for (guint i = 0; clients != NULL && i < clients->len; i++)
    {
      JsonObject *object = json_object_new ();

      set_client (cli, object, g_ptr_array_index (clients, i));
      json_array_add_object_element (array, object);
    }
  return print_or_fail (cli, "clients", array, columns, error);
}

static const RangRosterEntry *
find_roster_entry (GPtrArray *roster, gint64 resource)
{
  for (guint i = 0; roster != NULL && i < roster->len; i++)
    {
      const RangRosterEntry *entry = g_ptr_array_index (roster, i);

      if (entry->resource == resource)
        return entry;
    }
  return NULL;
}

static void
set_van (RangCli *cli, JsonObject *object, const RangResource *van, const RangRosterEntry *today)
{
  gint64 courier = today != NULL ? today->courier : van->courier;
  RangTimeWindow shift = today != NULL ? today->shift : van->shift;
  g_autofree char *from = rang_time_format (shift.from);
  g_autofree char *to = rang_time_format (shift.to);

  rang_cli_set_id (object, "van", van->id);
  rang_cli_set_text (object, "name", van->name);
  rang_cli_set_text (object, "plate", van->plate);
  rang_cli_set_text (object, "courier", courier != 0 ? rang_office_person_name (cli->office, courier) : NULL);
  rang_cli_set_text (object, "from", from);
  rang_cli_set_text (object, "to", to);
  rang_cli_set_int (object, "capacity_kg", van->capacity / 1000);
  rang_cli_set_int (object, "capacity_parcels", van->capacity_parcels);
  rang_cli_set_bool (object, "out_of_service", today != NULL && today->out_of_service);
}

static RangCliStatus
run_vans (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "van", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "plate", N_ ("Plate"), FALSE },
                                           { "courier", N_ ("Courier"), FALSE },
                                           { "from", N_ ("From"), FALSE },
                                           { "to", N_ ("To"), FALSE },
                                           { "capacity_kg", N_ ("kg"), TRUE },
                                           { "capacity_parcels", N_ ("Parcels"), TRUE },
                                           { "out_of_service", N_ ("Out of service"), FALSE },
                                           { NULL } };
  g_autoptr (GPtrArray) vans = NULL, roster = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (argc > 1 && g_str_equal (argv[1], "add"))
    return rang_cli_run_add_van (cli, argc, argv);
  if (!rang_cli_parse (rang_cli_find_command ("vans"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  array = json_array_new ();
  vans = rang_office_list_resources (cli->office, &cli->session, &error);
  if (vans != NULL)
    roster = rang_office_list_roster (cli->office, &cli->session, &error);
  for (guint i = 0; roster != NULL && i < vans->len; i++)
    {
      const RangResource *van = g_ptr_array_index (vans, i);
      JsonObject *object = json_object_new ();

      set_van (cli, object, van, find_roster_entry (roster, van->id));
      json_array_add_object_element (array, object);
    }
  return print_or_fail (cli, "vans", array, columns, error);
}

static RangCliStatus
run_units (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[]
      = { { "unit", N_ ("Id"), TRUE }, { "name", N_ ("Name"), FALSE }, { "kind", N_ ("Kind"), FALSE }, { NULL } };
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("units"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  array = json_array_new ();
  units = rang_office_list_units (cli->office, &error);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const RangUnit *unit = g_ptr_array_index (units, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "unit", unit->id);
      rang_cli_set_text (object, "name", unit->name);
      rang_cli_set_text (object, "kind", rang_unit_kind_to_nick (unit->kind));
      json_array_add_object_element (array, object);
    }
  return print_or_fail (cli, "units", array, columns, error);
}

const RangCliCommand rang_cli_office_commands[]
    = { { "init", "[--demo]", N_ ("make an office"), FALSE, rang_cli_run_init },
        { "departments", "", N_ ("list the departments"), TRUE, run_departments },
        { "clients", "", N_ ("list the clients"), TRUE, run_clients },
        { "vans", "[add NAME]", N_ ("list the vans and the day’s roster"), TRUE, run_vans },
        { "units", "", N_ ("list the units that are ranked for"), TRUE, run_units },
        { NULL } };
