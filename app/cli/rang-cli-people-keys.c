/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what proves who somebody is: passwords, and the roles of the server's database. */
#include "rang-cli-people-private.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "office/rang-office-people.h"

/* --- passwords --- */

/* A new password, on a terminal twice. */
static char *
read_new_password (RangCli *cli)
{
  char *once = rang_cli_read_password (cli, _ ("New password: "));
  g_autofree char *again
      = once != NULL && cli->password_fd < 0 ? rang_cli_read_password (cli, _ ("Once more: ")) : NULL;

  if (once != NULL && (cli->password_fd >= 0 || g_strcmp0 (once, again) == 0))
    return once;
  g_free (once);
  rang_cli_usage ("people", "%s", _ ("no new password, or not twice the same; try again"));
  return NULL;
}

RangCliStatus
rang_cli_people_set_password (RangCli *cli, const RangCliPeople *options, const char *none, GError **error)
{
  g_autofree char *password = NULL;
  g_autofree char *current = NULL;

  if (rang_office_has_password (cli->office, cli->session.person))
    {
      current = rang_cli_read_password (cli, _ ("Present password: "));
      if (!rang_office_sign_in (cli->office, cli->session.person, current, error))
        return RANG_CLI_REFUSED;
    }
  password = read_new_password (cli);
  if (password == NULL)
    return RANG_CLI_USAGE;
  return rang_office_set_password (cli->office, &cli->session, password, error) ? RANG_CLI_DONE : RANG_CLI_REFUSED;
}

RangCliStatus
rang_cli_people_remove_password (RangCli *cli, const RangCliPeople *options, const char *none, GError **error)
{
  return rang_office_set_password (cli->office, &cli->session, NULL, error) ? RANG_CLI_DONE : RANG_CLI_REFUSED;
}

/* The office asks for the password of who resets when it begins; so that comes first on --password-fd. */
RangCliStatus
rang_cli_people_reset_password (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);
  gboolean own = person != NULL && person->id == cli->session.person;
  g_autofree char *password = NULL;

  if (person == NULL)
    return RANG_CLI_REFUSED;
  if (own)
    rang_office_ask_password (cli->office, 0, NULL, NULL); /* forgotten, after all */
  else if (rang_office_has_password (cli->office, cli->session.person))
    {
      g_autofree char *mine = rang_cli_read_password (cli, _ ("Your own password: "));

      if (!rang_office_sign_in (cli->office, cli->session.person, mine, error))
        return RANG_CLI_REFUSED;
    }
  password = read_new_password (cli);
  if (password == NULL)
    return RANG_CLI_USAGE;
  return rang_office_reset_password (cli->office, &cli->session, person->id, g_get_user_name (), password, error)
             ? RANG_CLI_DONE
             : RANG_CLI_REFUSED;
}

/* --- roles of the server's database --- */

/* A role without a password comes in by a certificate or by its account on the server, as the server is set up. */
RangCliStatus
rang_cli_people_connect (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);
  g_autofree char *password = NULL;

  if (person == NULL)
    return RANG_CLI_REFUSED;
  if (options->server_role == NULL)
    return rang_cli_usage ("people", "%s", _ ("connect needs --server-role NAME"));
  if (cli->password_fd >= 0 || isatty (STDIN_FILENO))
    {
      password = read_new_password (cli);
      if (password == NULL)
        return RANG_CLI_USAGE;
    }
  return rang_office_set_server_role (cli->office, &cli->session, person->id, options->server_role, password, error)
             ? RANG_CLI_DONE
             : RANG_CLI_REFUSED;
}

RangCliStatus
rang_cli_people_disconnect (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);

  return person != NULL && rang_office_set_server_role (cli->office, &cli->session, person->id, NULL, NULL, error)
             ? RANG_CLI_DONE
             : RANG_CLI_REFUSED;
}
