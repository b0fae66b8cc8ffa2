/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for `rules` and `activate`: the versions of the priority rules. */
#include <glib/gi18n.h>
#include <stdio.h>

#include "office/rang-office-rules.h"
#include "rang-cli-output.h"
#include "rang-cli-rule-lab.h"
#include "rules/rang-rule-input.h"
#include "rules/rang-rules-analysis.h"
#include "rules/rang-rules-difference.h"

static const RangCliColumn version_columns[]
    = { { "version", N_ ("Version"), TRUE }, { "from", N_ ("From"), FALSE },     { "to", N_ ("To"), FALSE },
        { "active", N_ ("Active"), FALSE },  { "by", N_ ("By"), FALSE },         { "signed", N_ ("Signed"), FALSE },
        { "note", N_ ("Note"), FALSE },      { "digest", N_ ("Digest"), FALSE }, { NULL } };
static const RangCliColumn change_columns[] = { { "change", N_ ("Change"), FALSE }, { "table", N_ ("Table"), FALSE },
                                                { "row", N_ ("Row"), TRUE },        { "reason", N_ ("Reason"), FALSE },
                                                { "column", N_ ("Column"), FALSE }, { "before", N_ ("Before"), FALSE },
                                                { "after", N_ ("After"), FALSE },   { NULL } };
static const RangCliColumn input_columns[] = { { "input", N_ ("Input"), FALSE },
                                               { "type", N_ ("Type"), FALSE },
                                               { "unit", N_ ("Unit"), FALSE },
                                               { "meaning", N_ ("Meaning"), FALSE },
                                               { NULL } };

static void
set_day (JsonObject *object, const char *member, RangDay day)
{
  g_autofree char *text = day != RANG_DAY_NONE ? rang_day_format (day) : NULL;

  rang_cli_set_text (object, member, text);
}

static RangCliStatus
list_versions (RangCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = rang_office_list_rules (cli->office, &cli->session, &error);
  JsonArray *array;

  if (versions == NULL)
    return rang_cli_fail ("rules", error);
  array = json_array_new ();
  for (guint i = 0; i < versions->len; i++)
    {
      const RangRulesVersion *version = g_ptr_array_index (versions, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_int (object, "version", version->id);
      set_day (object, "from", version->from);
      set_day (object, "to", version->to);
      rang_cli_set_bool (object, "active", version->active);
      rang_cli_set_text (object, "by", version->by != 0 ? rang_office_person_name (cli->office, version->by) : NULL);
      rang_cli_set_bool (object, "signed", version->is_signed);
      rang_cli_set_instant (object, "at", version->at);
      rang_cli_set_text (object, "note", version->note);
      rang_cli_set_text (object, "name", version->name);
      rang_cli_set_text (object, "digest", version->digest);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, version_columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
list_inputs (RangCli *cli)
{
  JsonArray *array = json_array_new ();
  guint n;
  const RangRuleInput *inputs = rang_rule_inputs (&n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "input", inputs[i].name);
      rang_cli_set_text (object, "type", rang_rule_input_type_name (&inputs[i]));
      rang_cli_set_bool (object, "nullable", inputs[i].nullable);
      rang_cli_set_text (object, "values", inputs[i].values);
      rang_cli_set_text (object, "unit", inputs[i].unit != NULL ? _ (inputs[i].unit) : NULL);
      rang_cli_set_text (object, "meaning", _ (inputs[i].meaning));
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, input_columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
show (RangCli *cli, const char *what, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = rang_office_read_rules (cli->office, &cli->session, what, NULL, &error);
  const char *data;
  gsize length;

  if (text == NULL)
    return rang_cli_fail (what, error);
  data = g_bytes_get_data (text, &length);
  if (output == NULL)
    {
      fwrite (data, 1, length, stdout);
      return RANG_CLI_DONE;
    }
  if (!g_file_set_contents (output, data, (gssize)length, &error))
    return rang_cli_fail (output, error);
  return RANG_CLI_DONE;
}

static RangRulesDocument *
open_document (RangCli *cli, const char *what, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) text = rang_office_read_rules (cli->office, &cli->session, what, &name, error);

  return text != NULL ? rang_rules_document_new (text, name, error) : NULL;
}

static RangCliStatus
compare (RangCli *cli, const char *older_name, const char *newer_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRulesDocument) older = open_document (cli, older_name, &error);
  g_autoptr (RangRulesDocument) newer = older != NULL ? open_document (cli, newer_name, &error) : NULL;
  g_autoptr (GPtrArray) changes = NULL;
  JsonArray *array;

  if (newer == NULL)
    return rang_cli_fail (older == NULL ? older_name : newer_name, error);
  changes = rang_rules_difference (older, newer);
  array = json_array_new ();
  for (guint i = 0; i < changes->len; i++)
    {
      const RangRulesChange *change = g_ptr_array_index (changes, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "change", rang_rules_change_kind_to_nick (change->kind));
      rang_cli_set_text (object, "table", change->table);
      if (change->row > 0)
        rang_cli_set_int (object, "row", change->row);
      else
        json_object_set_null_member (object, "row");
      rang_cli_set_text (object, "reason", change->text);
      rang_cli_set_text (object, "column", change->column);
      rang_cli_set_text (object, "before", change->before);
      rang_cli_set_text (object, "after", change->after);
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, change_columns);
  return RANG_CLI_DONE;
}

static JsonArray *
findings_to_json (GPtrArray *findings)
{
  static const char *const kinds[] = { "gap", "overlap", "idle" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const RangRulesFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = rang_rules_finding_to_text (finding);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "finding", kinds[finding->kind]);
      rang_cli_set_bool (object, "wrong", finding->wrong);
      rang_cli_set_text (object, "table", finding->table);
      rang_cli_set_int (object, "row", finding->row);
      rang_cli_set_int (object, "other", finding->other);
      rang_cli_set_text (object, "example", finding->example);
      rang_cli_set_text (object, "text", text);
      json_array_add_object_element (array, object);
    }
  return array;
}

static RangCliStatus
check (RangCli *cli, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) text = rang_office_read_rules (cli->office, &cli->session, what, &name, &error);
  g_autoptr (RangRules) rules = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  JsonObject *object;

  if (text == NULL)
    return rang_cli_fail (what, error);
  if (!rang_office_check_rules (cli->office, text, name, &error))
    return rang_cli_fail (what, error);
  rules = rang_rules_load_bytes (text, name, RANG_RULES_LOAD_DEFAULT, &error);
  if (rules == NULL)
    return rang_cli_fail (what, error);
  findings = rang_rules_analyse (rules);
  if (cli->format == RANG_CLI_JSON)
    {
      object = json_object_new ();
      rang_cli_set_text (object, "name", rang_rules_get_name (rules));
      rang_cli_set_text (object, "digest", rang_rules_get_version (rules));
      json_object_set_array_member (object, "findings", findings_to_json (findings));
      rang_cli_print_json_object (object);
      return RANG_CLI_DONE;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = rang_rules_finding_to_text (findings->pdata[i]);

      g_print ("%s\n", line);
    }
  if (findings->len == 0)
    g_print ("%s\n", _ ("Every order gets points and a class; no rows contradict each other; no row is idle."));
  return RANG_CLI_DONE;
}

static RangCliStatus
run_rules (RangCli *cli, int argc, char **argv)
{
  g_autofree char *shown = NULL, *output = NULL, *checked = NULL, *tried = NULL, *tested = NULL;
  int days = 30;
  gboolean comparing = FALSE, inputs = FALSE;
  const GOptionEntry entries[]
      = { { "show", 0, 0, G_OPTION_ARG_STRING, &shown, N_ ("print the model of a version"), N_ ("VERSION") },
          { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("with --show: write it to a file"), N_ ("FILE") },
          { "compare", 0, 0, G_OPTION_ARG_NONE, &comparing, N_ ("what differs between two versions"), NULL },
          { "check", 0, 0, G_OPTION_ARG_STRING, &checked, N_ ("faults, gaps, overlaps and idle rows"), N_ ("VERSION") },
          { "effect", 0, 0, G_OPTION_ARG_STRING, &tried, N_ ("what they would change on the day’s suggestion"),
            N_ ("VERSION") },
          { "test", 0, 0, G_OPTION_ARG_STRING, &tested, N_ ("what they would have done on the last days"),
            N_ ("VERSION") },
          { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("with --test: how many days; default 30"), "N" },
          { "inputs", 0, 0, G_OPTION_ARG_NONE, &inputs, N_ ("what Rang tells the rules about an order"), NULL },
          G_OPTION_ENTRY_NULL };

  if (!rang_cli_parse (rang_cli_find_command ("rules"), entries, &argc, &argv, 0, 2))
    return RANG_CLI_USAGE;
  if (comparing ? argc < 2 : argc > 1)
    return rang_cli_usage ("rules", "%s",
                           _ ("give --compare two versions (a number, active, draft or a file), or one to compare with "
                              "what is active"));
  if (comparing)
    return argc == 3 ? compare (cli, argv[1], argv[2]) : compare (cli, "active", argv[1]);
  if (shown != NULL)
    return show (cli, shown, output);
  if (checked != NULL)
    return check (cli, checked);
  if (tried != NULL)
    return rang_cli_rules_effect (cli, tried);
  if (tested != NULL)
    return rang_cli_rules_test (cli, tested, days);
  return inputs ? list_inputs (cli) : list_versions (cli);
}

static RangCliStatus
run_activate (RangCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL, *note = NULL, *name = NULL;
  const GOptionEntry entries[]
      = { { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("the first day they shall hold for"), N_ ("DAY") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("what they are for"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  gint64 version;
  RangDay day;

  if (!rang_cli_parse (rang_cli_find_command ("activate"), entries, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  day = from != NULL ? rang_day_parse (from) : RANG_DAY_NONE;
  if (day == RANG_DAY_NONE)
    return rang_cli_usage ("activate", "%s", _ ("no first day; give --from YYYY-MM-DD"));
  if (note == NULL || *note == '\0')
    return rang_cli_usage ("activate", "%s", _ ("no note; say with --note what the new rules are for"));
  text = rang_office_read_rules (cli->office, &cli->session, argv[1], &name, &error);
  if (text == NULL || !rang_office_activate_rules (cli->office, &cli->session, text, name, day, note, &version, &error))
    return rang_cli_fail (argv[1], error);
  if (cli->format == RANG_CLI_JSON)
    {
      JsonObject *object = json_object_new ();

      rang_cli_set_int (object, "version", version);
      set_day (object, "from", day);
      rang_cli_print_json_object (object);
      return RANG_CLI_DONE;
    }
  g_print (_ ("version %d of the rules holds from %s"), (int)version, from);
  g_print ("\n");
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_rule_version_commands[]
    = { { "rules", N_ ("[VERSION…]"), N_ ("the versions of the priority rules: list, show, compare, check"), TRUE,
          run_rules },
        { "activate", N_ ("FILE --from DAY --note TEXT"), N_ ("make a DMN model the priority rules from a day on"),
          TRUE, run_activate },
        { NULL } };
