/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what every command of rangctl shares: options, the person who acts, errors and exit statuses. */
#include "rang-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "office/rang-office-people.h"
#include "rang-config.h"

static const RangCliCommand *const tables[]
    = { rang_cli_office_commands,   rang_cli_people_commands,  rang_cli_intake_commands,
        rang_cli_board_commands,    rang_cli_version_commands, rang_cli_day_commands,
        rang_cli_delivery_commands, rang_cli_log_commands,     rang_cli_rules_commands,
        rang_cli_planner_commands,  rang_cli_rates_commands,   rang_cli_rule_version_commands,
        rang_cli_insight_commands,  rang_cli_push_commands,    rang_cli_balance_commands,
        rang_cli_vans_commands,     rang_cli_travel_commands,  rang_cli_clients_commands,
        rang_cli_present_commands,  rang_cli_find_commands };

static void
say (const char *where, const char *message)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\r\n", ' ');

  g_printerr ("rangctl: %s: %s\n", where, line);
}

RangCliStatus
rang_cli_usage (const char *where, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  say (where, message);
  return RANG_CLI_USAGE;
}

gboolean
rang_cli_refuse_option (const char *command, const char *option, const char *text, const char *remedy)
{
  rang_cli_usage (command, _ ("--%s “%s” cannot be read; %s"), option, text, remedy);
  return FALSE;
}

void
rang_cli_take_text (char **into, const char *text)
{
  if (text == NULL)
    return;
  g_free (*into);
  *into = text[0] != '\0' ? g_strdup (text) : NULL;
}

/* Whether a message begins with the file that it is about, as those of rules do: "rules.dmn:12: …". */
static gboolean
says_where (const char *where, const char *message)
{
  g_autofree char *base = g_path_get_basename (where);

  return (g_str_has_prefix (message, base) && message[strlen (base)] == ':')
         || (g_str_has_prefix (message, where) && message[strlen (where)] == ':');
}

RangCliStatus
rang_cli_fail (const char *where, const GError *error)
{
  if (says_where (where, error->message))
    g_printerr ("rangctl: %s\n", error->message);
  else
    say (where, error->message);
  if (error->domain != RANG_OFFICE_ERROR)
    return RANG_CLI_BROKEN;
  switch ((RangOfficeError)error->code)
    {
    case RANG_OFFICE_ERROR_NOT_FOUND:
    case RANG_OFFICE_ERROR_INVALID:
      return RANG_CLI_USAGE;
    case RANG_OFFICE_ERROR_FILE:
      return RANG_CLI_BROKEN;
    case RANG_OFFICE_ERROR_NO_RIGHT:
    case RANG_OFFICE_ERROR_UNKNOWN_PERSON:
    case RANG_OFFICE_ERROR_QUOTA:
    case RANG_OFFICE_ERROR_CLOSED:
    case RANG_OFFICE_ERROR_STALE:
    case RANG_OFFICE_ERROR_BLOCKED:
    case RANG_OFFICE_ERROR_REFUSED:
    case RANG_OFFICE_ERROR_NOTHING:
    default:
      return RANG_CLI_REFUSED;
    }
}

const RangCliCommand *
rang_cli_find_command (const char *name)
{
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const RangCliCommand *command = tables[t]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

gboolean
rang_cli_parse (
    const RangCliCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int least, int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("rangctl ", command->name, NULL);
  int given;

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      rang_cli_usage (command->name, _ ("%s; see “rangctl %s --help”"), error->message, command->name);
      return FALSE;
    }
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (*argv + 1, *argv + 2, sizeof (char *) * (gsize)(*argc - 1));
      (*argc)--;
    }
  given = *argc - 1;
  if (given < least || (most >= 0 && given > most))
    {
      rang_cli_usage (command->name, _ ("wrong number of arguments; it is called as “rangctl %s%s%s”"), command->name,
                      command->arguments[0] != '\0' ? " " : "", command->arguments);
      return FALSE;
    }
  return TRUE;
}

gint64
rang_cli_read_order (const char *command, const char *text)
{
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &number, NULL))
    return number;
  rang_cli_usage (command, _ ("“%s” is no order number; give the number in the column “order” of “rangctl orders”"),
                  text);
  return 0;
}

int
rang_cli_read_place (const char *command, const char *text)
{
  gint64 place;

  if (g_ascii_string_to_signed (text, 10, 1, 1000000, &place, NULL))
    return (int)place;
  rang_cli_usage (command, _ ("“%s” is no place; give a number from 1"), text);
  return 0;
}

static void
print_help (void)
{
  g_print ("%s\n  rangctl [%s] %s [%s]\n\n%s\n", _ ("Usage:"), _ ("OPTION…"), _ ("COMMAND"), _ ("ARGUMENT…"),
           _ ("Commands:"));
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const RangCliCommand *command = tables[t]; command->name != NULL; command++)
      g_print ("  %-12s %s\n", command->name, _ (command->summary));
  g_print ("\n%s\n"
           "  --store FILE                 %s\n"
           "  --as PERSON                  %s\n"
           "  --password-fd N              %s\n"
           "  --day YYYY-MM-DD             %s\n"
           "  --format table|csv|json      %s\n",
           _ ("Options:"), _ ("the office’s store"), _ ("who acts: an id or a full name"),
           _ ("reads the password from this file descriptor; else the terminal is asked"), _ ("the day; default today"),
           _ ("how lists are printed"));
}

static gboolean
read_format (RangCli *cli, const char *format)
{
  if (format == NULL || g_str_equal (format, "table"))
    cli->format = RANG_CLI_TABLE;
  else if (g_str_equal (format, "csv"))
    cli->format = RANG_CLI_CSV;
  else if (g_str_equal (format, "json"))
    cli->format = RANG_CLI_JSON;
  else
    return FALSE;
  return TRUE;
}

/* Takes the global options out of the arguments, wherever they stand. */
static gboolean
take_options (RangCli *cli, int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *format = NULL;
  GOptionEntry entries[] = { { "store", 0, 0, G_OPTION_ARG_FILENAME, &cli->store, NULL, NULL },
                             { "as", 0, 0, G_OPTION_ARG_STRING, &cli->actor, NULL, NULL },
                             { "password-fd", 0, 0, G_OPTION_ARG_INT, &cli->password_fd, NULL, NULL },
                             { "day", 0, 0, G_OPTION_ARG_STRING, &cli->day, NULL, NULL },
                             { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
                             G_OPTION_ENTRY_NULL };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (!read_format (cli, format))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("unknown format “%s”; use table, csv or json"),
                   format);
      return FALSE;
    }
  return TRUE;
}

static char *
ask_password (RangOffice *office, const RangPerson *person, gpointer data)
{
  /* Translators: %s: a name; asked on the terminal */
  g_autofree char *prompt = g_strdup_printf (_ ("Password of %s: "), person->name);

  return rang_cli_read_password (data, prompt);
}

/* Finds out who acts and on which day. An unknown person may read; the office refuses and logs what they try. */
static gboolean
start_session (RangCli *cli)
{
  cli->session.unit = RANG_UNIT_DELIVERY_ID;
  cli->session.day = cli->day != NULL ? rang_day_parse (cli->day) : rang_office_today (cli->office);
  if (cli->session.day == RANG_DAY_NONE)
    {
      rang_cli_usage ("--day", _ ("“%s” is no day; give it as YYYY-MM-DD"), cli->day);
      return FALSE;
    }
  if (cli->actor == NULL)
    cli->session.person = rang_office_person_of_login (cli->office, g_get_user_name ());
  else
    {
      g_autoptr (RangPerson) person = rang_office_find_person (cli->office, cli->actor, NULL);

      cli->session.person = person != NULL ? person->id : 0;
    }
  rang_office_ask_password (cli->office, cli->session.person, ask_password, cli);
  return TRUE;
}

static RangCliStatus
run_command (RangCli *cli, const RangCliCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *where = rang_office_dup_public_location (cli->store);
  gboolean help = argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"));
  RangCliStatus status;

  if (!command->needs_office || help)
    return command->run (cli, argc, argv);
  cli->office = rang_office_open (cli->store, cli->clock, &error);
  if (cli->office == NULL)
    return rang_cli_fail (where, error);
  status = start_session (cli) ? command->run (cli, argc, argv) : RANG_CLI_USAGE;
  g_clear_pointer (&cli->office, rang_office_close);
  return status;
}

static RangCliStatus
dispatch (RangCli *cli, int argc, char **argv)
{
  const RangCliCommand *command;
  g_autoptr (GError) error = NULL;

  if (!take_options (cli, &argc, &argv, &error))
    return rang_cli_usage (_ ("options"), "%s", error->message);
  if (argc < 2)
    {
      print_help ();
      return RANG_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return RANG_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("rangctl %s\n", RANG_VERSION);
      return RANG_CLI_DONE;
    }
  command = rang_cli_find_command (argv[1]);
  if (command == NULL)
    return rang_cli_usage (argv[1], "%s", _ ("unknown command; “rangctl --help” lists them"));
  if (cli->store == NULL)
    cli->store = rang_office_default_path ();
  return run_command (cli, command, argc - 1, argv + 1);
}

int
rang_cli_main (int argc, char **argv)
{
  const char *locale_dir
      = g_file_test (RANG_BUILD_LOCALEDIR, G_FILE_TEST_IS_DIR) ? RANG_BUILD_LOCALEDIR : RANG_LOCALEDIR;
  RangCli cli = { .password_fd = -1 };
  RangCliStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  cli.clock = rang_clock_new_system ();
  status = dispatch (&cli, argc, argv);
  g_free (cli.store);
  g_free (cli.actor);
  g_free (cli.day);
  rang_clock_unref (cli.clock);
  return status;
}
