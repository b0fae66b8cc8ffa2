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
        { "units", "", N_ ("list the units that are ranked for"), TRUE, run_units },
        { NULL } };
