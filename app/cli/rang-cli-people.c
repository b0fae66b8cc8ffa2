/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands about people: roles, deputies, rights, and what may be erased. */
#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "office/rang-office-people.h"
#include "office/rang-permission.h"
#include "rang-cli-output.h"
#include "rang-cli-people-private.h"

/* --- lists --- */

static void
add_departments_of_person (RangCli *cli, JsonObject *object, const RangPerson *person)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);
      const char *name = grant->department != 0 ? rang_office_department_name (cli->office, grant->department) : NULL;

      if (name != NULL && g_hash_table_add (seen, (gpointer)name))
        json_array_add_string_element (names, name);
    }
  rang_cli_set_text (object, "department",
                     json_array_get_length (names) == 1 ? json_array_get_string_element (names, 0) : NULL);
  json_object_set_array_member (object, "departments", names);
}

static JsonObject *
person_to_json (RangCli *cli, const RangPerson *person)
{
  JsonObject *object = json_object_new ();
  JsonArray *roles = json_array_new ();
  g_autofree char *server_role = rang_office_dup_server_role (cli->office, person->id);

  rang_cli_set_id (object, "person", person->id);
  rang_cli_set_text (object, "name", person->name);
  for (RangRole role = 0; role < RANG_N_ROLES; role++)
    if (rang_person_owns_role (person, role, 0))
      json_array_add_string_element (roles, rang_role_to_nick (role));
  json_object_set_array_member (object, "roles", roles);
  add_departments_of_person (cli, object, person);
  rang_cli_set_text (object, "login", person->login);
  rang_cli_set_text (object, "server_role", server_role);
  rang_cli_set_bool (object, "active", person->active);
  rang_cli_set_bool (object, "password", person->key != NULL);
  return object;
}

static RangCliStatus
list_people (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "person", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "roles", N_ ("Roles"), FALSE, FALSE, rang_cli_say_role },
                                           { "departments", N_ ("Departments"), FALSE },
                                           { "active", N_ ("Works here"), FALSE },
                                           { "password", N_ ("Signs"), FALSE },
                                           { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = rang_office_list_people (cli->office, &error);
  JsonArray *array;

  if (people == NULL)
    return rang_cli_fail ("people", error);
  array = json_array_new ();
  for (guint i = 0; i < people->len; i++)
    json_array_add_object_element (array, person_to_json (cli, g_ptr_array_index (people, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
list_deputies (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "deputy", N_ ("Id"), TRUE },
                                           { "person", N_ ("Deputy"), FALSE },
                                           { "for", N_ ("For"), FALSE },
                                           { "role", N_ ("Role"), FALSE, FALSE, rang_cli_say_role },
                                           { "from", N_ ("From"), FALSE },
                                           { "to", N_ ("To"), FALSE },
                                           { "department", N_ ("Department"), FALSE },
                                           { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deputies = rang_office_list_deputies (cli->office, &error);
  JsonArray *array;

  if (deputies == NULL)
    return rang_cli_fail ("people", error);
  array = json_array_new ();
  for (guint i = 0; i < deputies->len; i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (deputies, i);
      JsonObject *object = json_object_new ();
      g_autofree char *from = rang_day_format (deputy->from), *to = rang_day_format (deputy->to);

      rang_cli_set_id (object, "deputy", deputy->id);
      rang_cli_set_text (object, "person", rang_office_person_name (cli->office, deputy->person));
      rang_cli_set_text (object, "for", rang_office_person_name (cli->office, deputy->behalf));
      rang_cli_set_text (object, "role", rang_role_to_nick (deputy->role));
      rang_cli_set_text (object, "department",
                         deputy->department != 0 ? rang_office_department_name (cli->office, deputy->department)
                                                 : NULL);
      rang_cli_set_text (object, "from", from);
      rang_cli_set_text (object, "to", to);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* --- changes --- */

/* "manager/Clients": a role with its department. */
static gboolean
read_role (RangCli *cli, const char *text, RangRoleGrant *grant, GError **error)
{
  const char *slash = strchr (text, '/');
  g_autofree char *nick = slash != NULL ? g_strndup (text, (gsize)(slash - text)) : g_strdup (text);
  int role = rang_role_from_nick (nick);

  *grant = (RangRoleGrant){ 0 };
  if (role < 0)
    {
      g_set_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_INVALID,
                   _ ("“%s” is no role; use manager/DEPARTMENT, department-head/DEPARTMENT, head-of-sales, "
                      "delivery-chief or courier"),
                   text);
      return FALSE;
    }
  grant->role = (RangRole)role;
  if (slash != NULL)
    {
      g_autoptr (RangDepartment) department = rang_office_find_department (cli->office, slash + 1, error);

      if (department == NULL)
        return FALSE;
      grant->department = department->id;
    }
  return TRUE;
}

static gboolean
take_options (RangCli *cli, const RangCliPeople *options, RangPerson *person, GError **error)
{
  if (options->name != NULL)
    {
      g_free (person->name);
      person->name = g_strdup (options->name);
    }
  if (options->login != NULL)
    {
      g_free (person->login);
      person->login = g_strdup (options->login);
    }
  if (options->roles == NULL)
    return TRUE;
  g_array_set_size (person->grants, 0);
  for (gsize i = 0; options->roles[i] != NULL; i++)
    {
      RangRoleGrant grant;

      if (!read_role (cli, options->roles[i], &grant, error))
        return FALSE;
      if (!rang_person_owns_role (person, grant.role, grant.department))
        rang_person_grant (person, grant.role, grant.department);
    }
  return TRUE;
}

static RangCliStatus
add_person (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_person_new ();

  person->name = g_strdup (name);
  if (!take_options (cli, options, person, error)
      || !rang_office_save_person (cli->office, &cli->session, person, error))
    return RANG_CLI_REFUSED;
  g_print ("%" PRId64 "\n", person->id);
  return RANG_CLI_DONE;
}

static RangCliStatus
edit_person (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);

  return person != NULL && take_options (cli, options, person, error)
                 && rang_office_save_person (cli->office, &cli->session, person, error)
             ? RANG_CLI_DONE
             : RANG_CLI_REFUSED;
}

static RangCliStatus
leave_person (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);

  if (person == NULL)
    return RANG_CLI_REFUSED;
  person->active = FALSE;
  return rang_office_save_person (cli->office, &cli->session, person, error) ? RANG_CLI_DONE : RANG_CLI_REFUSED;
}

static RangCliStatus
rejoin_person (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);

  if (person == NULL)
    return RANG_CLI_REFUSED;
  person->active = TRUE;
  return rang_office_save_person (cli->office, &cli->session, person, error) ? RANG_CLI_DONE : RANG_CLI_REFUSED;
}

static RangCliStatus
erase_person (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);

  return person != NULL && rang_office_erase_person (cli->office, &cli->session, person->id, error) ? RANG_CLI_DONE
                                                                                                    : RANG_CLI_REFUSED;
}

static RangCliStatus
name_deputy (RangCli *cli, const RangCliPeople *options, const char *name, GError **error)
{
  g_autoptr (RangPerson) person = rang_office_find_person (cli->office, name, error);
  g_autoptr (RangPerson) away = NULL;
  RangDeputy deputy = { 0 };
  RangRoleGrant grant;

  if (person == NULL)
    return RANG_CLI_REFUSED;
  if (options->for_whom == NULL || options->roles == NULL || options->roles[1] != NULL || options->from == NULL
      || options->to == NULL)
    return rang_cli_usage ("people", "%s", _ ("a deputy needs --for PERSON --role ROLE --from DAY --to DAY"));
  away = rang_office_find_person (cli->office, options->for_whom, error);
  if (away == NULL || !read_role (cli, options->roles[0], &grant, error))
    return RANG_CLI_REFUSED;
  deputy.person = person->id;
  deputy.behalf = away->id;
  deputy.role = grant.role;
  deputy.department = grant.department;
  deputy.from = rang_day_parse (options->from);
  deputy.to = rang_day_parse (options->to);
  if (!rang_office_save_deputy (cli->office, &cli->session, &deputy, error))
    return RANG_CLI_REFUSED;
  g_print ("%" PRId64 "\n", deputy.id);
  return RANG_CLI_DONE;
}

static RangCliStatus
end_deputy (RangCli *cli, const RangCliPeople *options, const char *text, GError **error)
{
  gint64 id;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return rang_cli_usage ("people", _ ("“%s” is no deputy; “rangctl people deputies” lists them"), text);
  return rang_office_end_deputy (cli->office, &cli->session, id, error) ? RANG_CLI_DONE : RANG_CLI_REFUSED;
}

/* --- the command --- */

static const struct
{
  const char *word;
  int arguments;
  RangCliStatus (*run) (RangCli *cli, const RangCliPeople *options, const char *argument, GError **error);
} subcommands[] = {
  { "add", 1, add_person },
  { "edit", 1, edit_person },
  { "leave", 1, leave_person },
  { "rejoin", 1, rejoin_person },
  { "erase", 1, erase_person },
  { "deputy", 1, name_deputy },
  { "end-deputy", 1, end_deputy },
  { "password", 0, rang_cli_people_set_password },
  { "no-password", 0, rang_cli_people_remove_password },
  { "reset", 1, rang_cli_people_reset_password },
  { "connect", 1, rang_cli_people_connect },
  { "disconnect", 1, rang_cli_people_disconnect },
};

static RangCliStatus
run_subcommand (RangCli *cli, const RangCliPeople *options, int argc, char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i].word, argv[1]) && argc - 2 == subcommands[i].arguments)
      {
        g_autoptr (GError) error = NULL;
        RangCliStatus status = subcommands[i].run (cli, options, argc > 2 ? argv[2] : NULL, &error);

        return error != NULL ? rang_cli_fail ("people", error) : status;
      }
  return rang_cli_usage (
      "people", "%s",
      _ ("it takes nothing (a list), deputies, add NAME, edit, leave, rejoin, erase or reset PERSON, "
         "deputy PERSON, end-deputy NUMBER, connect or disconnect PERSON, password, no-password"));
}

static void
people_clear (RangCliPeople *options)
{
  g_strfreev (options->roles);
  g_free (options->name);
  g_free (options->login);
  g_free (options->for_whom);
  g_free (options->from);
  g_free (options->to);
  g_free (options->server_role);
}

static RangCliStatus
run_people (RangCli *cli, int argc, char **argv)
{
  RangCliPeople options = { 0 };
  const GOptionEntry entries[]
      = { { "role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.roles,
            N_ ("a role, with its department if it holds for one: manager/Clients; may be repeated"), N_ ("ROLE") },
          { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("edit: the full name"), N_ ("NAME") },
          { "login", 0, 0, G_OPTION_ARG_STRING, &options.login, N_ ("the login account that acts as this person"),
            N_ ("ACCOUNT") },
          { "for", 0, 0, G_OPTION_ARG_STRING, &options.for_whom, N_ ("deputy: for whom"), N_ ("PERSON") },
          { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("deputy: the first day"), N_ ("DAY") },
          { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("deputy: the last day"), N_ ("DAY") },
          { "server-role", 0, 0, G_OPTION_ARG_STRING, &options.server_role,
            N_ ("connect: the role of the server's database that is this person; made if need be"), N_ ("NAME") },
          G_OPTION_ENTRY_NULL };
  RangCliStatus status = RANG_CLI_USAGE;

  if (rang_cli_parse (rang_cli_find_command ("people"), entries, &argc, &argv, 0, 2))
    {
      if (argc == 1)
        status = list_people (cli);
      else if (argc == 2 && g_str_equal (argv[1], "deputies"))
        status = list_deputies (cli);
      else
        status = run_subcommand (cli, &options, argc, argv);
    }
  people_clear (&options);
  return status;
}

/* --- rights, contacts --- */

static RangCliStatus
run_permissions (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "action", N_ ("Action"), FALSE },
                                           { "manager", N_ ("manager"), FALSE },
                                           { "department-head", N_ ("department head"), FALSE },
                                           { "head-of-sales", N_ ("head of sales"), FALSE },
                                           { "delivery-chief", N_ ("delivery chief"), FALSE },
                                           { NULL } };
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("permissions"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  array = json_array_new ();
  for (RangAction action = 0; action < RANG_N_ACTIONS; action++)
    {
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "word", rang_action_word (action));
      rang_cli_set_text (object, "action", rang_action_label (action));
      for (RangRole role = 0; role < RANG_N_ROLES; role++)
        rang_cli_set_bool (object, rang_role_to_nick (role), rang_permission_role_may (role, action));
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_contacts (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "contact", N_ ("Id"), TRUE },
                                           { "name", N_ ("Name"), FALSE },
                                           { "phone", N_ ("Phone"), FALSE },
                                           { "email", N_ ("Mail"), FALSE },
                                           { NULL } };
  gboolean erase = FALSE;
  const GOptionEntry entries[]
      = { { "erase", 0, 0, G_OPTION_ARG_NONE, &erase, N_ ("the argument is a contact’s id: erase it for good"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangClient) client = NULL;
  JsonArray *array;
  gint64 id;

  if (!rang_cli_parse (rang_cli_find_command ("contacts"), entries, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  if (erase)
    {
      if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &id, NULL))
        return rang_cli_usage ("contacts", _ ("“%s” is no contact; “rangctl contacts CLIENT” lists them"), argv[1]);
      return rang_office_erase_contact (cli->office, &cli->session, id, &error) ? RANG_CLI_DONE
                                                                                : rang_cli_fail ("contacts", error);
    }
  client = rang_office_find_client (cli->office, argv[1], &error);
  if (client == NULL)
    return rang_cli_fail ("contacts", error);
  array = json_array_new ();
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RangContact *contact = g_ptr_array_index (client->contacts, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "contact", contact->id);
      rang_cli_set_text (object, "name", contact->name);
      rang_cli_set_text (object, "phone", contact->phone);
      rang_cli_set_text (object, "email", contact->email);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_people_commands[]
    = { { "people", N_ ("[add|edit|leave|deputy|password… ARGUMENT]"),
          N_ ("people, their roles, deputies and passwords"), TRUE, run_people },
        { "permissions", "", N_ ("who may do what"), TRUE, run_permissions },
        { "contacts", N_ ("CLIENT"), N_ ("a client’s contacts; erase one"), TRUE, run_contacts },
        { NULL } };
