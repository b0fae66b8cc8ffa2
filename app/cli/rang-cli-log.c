/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands that read the log and care for the store. */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "office/rang-office-day.h"
#include "rang-cli-output.h"

static JsonObject *
entry_to_json (RangCli *cli, const RangLogEntry *entry)
{
  JsonObject *object = json_object_new ();

  rang_cli_set_int (object, "entry", entry->entry);
  rang_cli_set_instant (object, "at", entry->at);
  rang_cli_set_text (object, "who", entry->who != 0 ? rang_office_person_name (cli->office, entry->who) : NULL);
  rang_cli_set_text (object, "what", entry->what);
  rang_cli_set_id (object, "order", entry->order);
  if (entry->from != 0)
    rang_cli_set_int (object, "from", entry->from);
  else
    json_object_set_null_member (object, "from");
  if (entry->to != 0)
    rang_cli_set_int (object, "to", entry->to);
  else
    json_object_set_null_member (object, "to");
  rang_cli_set_text (object, "reason", entry->reason);
  rang_cli_set_text (object, "note", entry->note);
  rang_cli_set_text (object, "subject", entry->subject);
  rang_cli_set_text (object, "previous", entry->previous);
  rang_cli_set_text (object, "hash", entry->hash);
  rang_cli_set_text (object, "behalf",
                     entry->behalf != 0 ? rang_office_person_name (cli->office, entry->behalf) : NULL);
  rang_cli_set_text (object, "key", entry->key);
  rang_cli_set_bool (object, "verified", entry->key != NULL);
  return object;
}

/* What is no break, but should be known. */
static void
print_remarks (const RangLogVerdict *verdict)
{
  g_print (ngettext ("%" PRIu64 " entry, whole", "%" PRIu64 " entries, whole", (gulong)verdict->entries),
           verdict->entries);
  g_print ("\n");
  g_print (ngettext ("%" PRId64 " signed", "%" PRId64 " signed", (gulong)verdict->signed_entries),
           verdict->signed_entries);
  g_print (", ");
  /* Translators: entries of the log by people who did not sign in */
  g_print (ngettext ("%" PRId64 " unverified", "%" PRId64 " unverified", (gulong)verdict->unverified),
           verdict->unverified);
  g_print ("\n");
  if (verdict->resets > 0)
    {
      g_print (ngettext ("%" PRId64 " password was reset without a signature",
                         "%" PRId64 " passwords were reset without a signature", (gulong)verdict->resets),
               verdict->resets);
      g_print ("\n");
    }
  if (verdict->clock_back > 0)
    {
      g_print (ngettext ("the clock was set back %" PRId64 " time, first before entry %" PRId64,
                         "the clock was set back %" PRId64 " times, first before entry %" PRId64,
                         (gulong)verdict->clock_back),
               verdict->clock_back, verdict->first_clock_back);
      g_print ("\n");
    }
}

static RangCliStatus
verify (RangCli *cli, const char *against)
{
  g_autoptr (GError) error = NULL;
  g_auto (RangLogVerdict) verdict = { 0 };

  if (!rang_office_judge_log (cli->office, against, &verdict, &error))
    return rang_cli_fail ("log", error);
  if (verdict.broken != 0)
    {
      g_print (_ ("entry %" PRId64 " is broken: %s"), verdict.broken, verdict.why);
      g_print ("\n");
      return RANG_CLI_REFUSED;
    }
  print_remarks (&verdict);
  if (against != NULL)
    g_print (_ ("the fingerprint is that of entry %" PRId64), verdict.met);
  else
    g_print ("%s", _ ("That log and head were both set back to an older copy can only be told from a sheet of paper or "
                      "a backup: --against FINGERPRINT."));
  g_print ("\n");
  return RANG_CLI_DONE;
}

static RangCliStatus
run_log (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "entry", N_ ("Entry"), TRUE }, { "at", N_ ("At"), FALSE },
                                           { "who", N_ ("Who"), FALSE },    { "what", N_ ("What"), FALSE },
                                           { "order", N_ ("Order"), TRUE }, { "from", N_ ("From"), TRUE },
                                           { "to", N_ ("To"), TRUE },       { "reason", N_ ("Reason"), FALSE, FALSE, rang_cli_say_reason },
                                           { "note", N_ ("Note"), FALSE },  { NULL } };
  gboolean verify_wanted = FALSE;
  g_autofree char *export = NULL, *against = NULL;
  const GOptionEntry entries[]
      = { { "verify", 0, 0, G_OPTION_ARG_NONE, &verify_wanted, N_ ("check chain, signatures and tables"), NULL },
          { "against", 0, 0, G_OPTION_ARG_STRING, &against, N_ ("with --verify: a fingerprint from a sheet"),
            N_ ("FINGERPRINT") },
          { "export", 0, 0, G_OPTION_ARG_FILENAME, &export, N_ ("write it for an outsider to verify"), N_ ("FILE") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("log"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (export != NULL && !rang_office_export_log (cli->office, export, &error))
    return rang_cli_fail (export, error);
  if (verify_wanted || against != NULL)
    return verify (cli, against);
  if (export != NULL)
    return RANG_CLI_DONE;
  log = rang_office_list_log (cli->office, 0, &error);
  if (log == NULL)
    return rang_cli_fail ("log", error);
  array = json_array_new ();
  for (guint i = 0; i < log->len; i++)
    json_array_add_object_element (array, entry_to_json (cli, g_ptr_array_index (log, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_check (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *where = rang_office_dup_public_location (cli->store);

  if (!rang_cli_parse (rang_cli_find_command ("check"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  problems = rang_office_check (cli->office, &error);
  if (problems == NULL)
    return rang_cli_fail (where, error);
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("rangctl: %s: %s\n", where, (const char *)g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return RANG_CLI_REFUSED;
  g_print ("%s\n", _ ("store and log are whole"));
  return RANG_CLI_DONE;
}

static RangCliStatus
run_backup (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("backup"), NULL, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  if (!rang_office_backup (cli->office, argv[1], &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_copy (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("copy"), NULL, &argc, &argv, 2, 2))
    return RANG_CLI_USAGE;
  to = rang_office_dup_public_location (argv[2]);
  if (!rang_office_copy (argv[1], argv[2], &error))
    return rang_cli_fail (to, error);
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_log_commands[]
    = { { "log", "", N_ ("the record of every decision"), TRUE, run_log },
        { "check", "", N_ ("check store and log"), TRUE, run_check },
        { "backup", N_ ("FILE"), N_ ("a consistent copy of the store"), TRUE, run_backup },
        { "copy", N_ ("FROM TO"), N_ ("an office from one engine to the other: file or server"), FALSE, run_copy },
        { NULL } };
