/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the command that lists who has a board open. */
#include <glib/gi18n.h>

#include "office/rang-office-presence.h"
#include "rang-cli-output.h"

static RangCliStatus
run_present (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = {
    { "person", N_ ("Id"), TRUE }, { "name", N_ ("Name"), FALSE }, { "day", N_ ("Board"), FALSE }, { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) present = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("present"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  present = rang_office_list_present (cli->office, &error);
  if (present == NULL)
    return rang_cli_fail ("present", error);
  array = json_array_new ();
  for (guint i = 0; i < present->len; i++)
    {
      const RangPresent *one = present->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, one->person), *day = rang_day_format (one->day);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "person", id);
      rang_cli_set_text (object, "name", one->name);
      rang_cli_set_text (object, "day", day);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_present_commands[]
    = { { "present", "", N_ ("who has a board of a server’s office open"), TRUE, run_present }, { NULL } };
