/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for making an office by command: the demo, a plain one, or one with its people and vans.
 */
#include "rang-cli-found.h"

#include <glib/gi18n.h>
#include <string.h>

#include "office/rang-office-found.h"

/* "NAME=PERSON", the person left out or not. */
static void
split (const char *text, char **name, char **person)
{
  const char *sign = strrchr (text, '=');

  *name = sign != NULL ? g_strndup (text, (gsize)(sign - text)) : g_strdup (text);
  *person = sign != NULL ? g_strdup (sign + 1) : NULL;
}

static void
add_departments (RangNewOffice *plan, char **departments)
{
  for (guint i = 0; departments != NULL && departments[i] != NULL; i++)
    {
      g_autofree char *name = NULL, *head = NULL;

      split (departments[i], &name, &head);
      rang_new_office_add_department (plan, name, head);
    }
  if (plan->departments->len > 0)
    return;
  rang_new_office_add_department (plan, "Active Sales", NULL);
  rang_new_office_add_department (plan, "Clients", NULL);
}

static void
add_vans (RangNewOffice *plan, char **vans)
{
  for (guint i = 0; vans != NULL && vans[i] != NULL; i++)
    {
      g_autofree char *name = NULL, *courier = NULL;

      split (vans[i], &name, &courier);
      rang_new_office_add_van (plan, name, NULL, courier, 0);
    }
}

RangCliStatus
rang_cli_run_init (RangCli *cli, int argc, char **argv)
{
  g_autoptr (RangNewOffice) plan = rang_new_office_new ();
  g_auto (GStrv) departments = NULL, vans = NULL;
  gboolean demo = FALSE, told;
  const GOptionEntry entries[]
      = { { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, N_ ("with people, clients, 60 past days and today"), NULL },
          { "name", 0, 0, G_OPTION_ARG_STRING, &plan->name, N_ ("of the company"), N_ ("NAME") },
          { "founder", 0, 0, G_OPTION_ARG_STRING, &plan->founder, N_ ("the head of sales"), N_ ("NAME") },
          { "depot", 0, 0, G_OPTION_ARG_STRING, &plan->depot, N_ ("where the vans start"), N_ ("LAT,LON") },
          { "chief", 0, 0, G_OPTION_ARG_STRING, &plan->chief, N_ ("the delivery chief"), N_ ("NAME") },
          { "department", 0, 0, G_OPTION_ARG_STRING_ARRAY, &departments, N_ ("each of at least two"),
            N_ ("NAME[=HEAD]") },
          { "van", 0, 0, G_OPTION_ARG_STRING_ARRAY, &vans, N_ ("each of them"), N_ ("NAME[=COURIER]") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("init"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  told = plan->name != NULL || plan->founder != NULL || plan->chief != NULL || plan->depot != NULL
         || departments != NULL || vans != NULL;
  if (demo && told)
    return rang_cli_usage ("init", "%s",
                           _ ("the demo office has its own people and vans; leave --demo or the others out"));
  where = rang_office_dup_public_location (cli->store);
  add_departments (plan, departments);
  add_vans (plan, vans);
  office = told ? rang_office_found (cli->store, cli->clock, plan, g_get_user_name (), &error)
                : rang_office_create (cli->store, cli->clock, demo, g_get_user_name (), &error);
  return office != NULL ? RANG_CLI_DONE : rang_cli_fail (where, error);
}
