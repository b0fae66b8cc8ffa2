/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of persuasion: pushes, what the delivery chief was asked, and conflicts. */
#include "office/rang-office-push.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "board/rang-conflict-words.h"
#include "office/rang-office-day.h"
#include "rang-cli-board-json.h"
#include "rang-cli-output.h"

/* --- pushes --- */

static void
set_person (RangCli *cli, JsonObject *object, const char *member, gint64 person)
{
  rang_cli_set_text (object, member, person != 0 ? rang_office_person_name (cli->office, person) : NULL);
}

static JsonObject *
push_to_json (RangCli *cli, const RangPush *push)
{
  JsonObject *object = json_object_new ();

  rang_cli_set_id (object, "push", push->id);
  rang_cli_set_id (object, "order", push->order);
  set_person (cli, object, "by", push->asked_by);
  rang_cli_set_int (object, "to", push->to);
  rang_cli_set_text (object, "reason", push->reason);
  rang_cli_set_text (object, "state", rang_push_state_to_nick (push->state));
  set_person (cli, object, "decided_by", push->decided_by);
  rang_cli_set_text (object, "note", push->decision);
  rang_cli_set_text (object, "department", rang_office_department_name (cli->office, push->department));
  rang_cli_set_int (object, "from", push->from);
  rang_cli_set_text (object, "because", push->note);
  set_person (cli, object, "noted_by", push->noted_by);
  rang_cli_set_instant (object, "asked_at", push->asked_at);
  rang_cli_set_instant (object, "decided_at", push->decided_at);
  return object;
}

static RangCliStatus
print_push (RangCli *cli, const char *where, RangPush *made, const GError *error)
{
  g_autoptr (RangPush) push = made;

  if (push == NULL)
    return rang_cli_fail (where, error);
  if (cli->format == RANG_CLI_JSON)
    rang_cli_print_json_object (push_to_json (cli, push));
  else
    {
      /* Translators: the number of the push; an order; two places */
      g_print (_ ("push %" PRId64 ": order %" PRId64 " from place %d to place %d"), push->id, push->order, push->from,
               push->to);
      g_print ("\n");
    }
  return RANG_CLI_DONE;
}

/* -1 when none is given, -2 after saying what is wrong. */
static int
read_reason (const char *command, const char *text)
{
  int reason = rang_reason_from_nick (text);

  if (text == NULL || reason >= 0)
    return text == NULL ? -1 : reason;
  rang_cli_usage (command, _ ("“%s” is no reason; give --reason with one of the codes of “rangctl move”"), text);
  return -2;
}

static RangCliStatus
run_push (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason_text = NULL, *note = NULL, *to = NULL;
  const GOptionEntry entries[]
      = { { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("the place asked for"), N_ ("PLACE") },
          { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_text, N_ ("the reason’s code"), N_ ("CODE") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangPush *push;
  gint64 number;
  int place = 0, reason;

  if (!rang_cli_parse (rang_cli_find_command ("push"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("push", argv[1])) == 0
      || (to != NULL && (place = rang_cli_read_place ("push", to)) == 0)
      || (reason = read_reason ("push", reason_text)) == -2)
    return RANG_CLI_USAGE;
  if (reason < 0)
    return rang_cli_usage ("push", "%s", _ ("no reason; give --reason with one of the codes of “rangctl move”"));
  push = rang_office_push (cli->office, &cli->session, number, place, (RangReasonCode)reason, note, NULL, &error);
  return print_push (cli, argv[1], push, error);
}

static void
print_budgets (RangCli *cli)
{
  g_autoptr (GArray) budgets = rang_office_list_push_budgets (cli->office, NULL);

  for (guint i = 0; budgets != NULL && i < budgets->len; i++)
    {
      const RangPushBudget *budget = &g_array_index (budgets, RangPushBudget, i);

      /* Translators: a department; pushes asked for; pushes allowed */
      g_print (_ ("%s: %d of %d pushes this week"), rang_office_department_name (cli->office, budget->department),
               budget->asked, budget->allowed);
      g_print ("\n");
    }
}

static RangCliStatus
run_pushes (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "push", N_ ("Id"), TRUE },
                                           { "order", N_ ("Order"), TRUE },
                                           { "by", N_ ("Asked by"), FALSE },
                                           { "to", N_ ("To"), TRUE },
                                           { "reason", N_ ("Reason"), FALSE, FALSE, rang_cli_say_reason },
                                           { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_push_state },
                                           { "decided_by", N_ ("Decided by"), FALSE },
                                           { "note", N_ ("Note"), FALSE },
                                           { NULL } };
  int most = -1;
  const GOptionEntry entries[]
      = { { "most", 0, 0, G_OPTION_ARG_INT, &most, N_ ("set how many a department may ask for in a week"), "N" },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GPtrArray) pushes = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("pushes"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (most >= 0 && !rang_office_set_most_pushes (cli->office, &cli->session, most, &error))
    return rang_cli_fail ("--most", error);
  pushes = rang_office_list_pushes (cli->office, &cli->session, &error);
  if (pushes == NULL)
    return rang_cli_fail ("pushes", error);
  array = json_array_new ();
  for (guint i = 0; i < pushes->len; i++)
    json_array_add_object_element (array, push_to_json (cli, g_ptr_array_index (pushes, i)));
  rang_cli_print_list (cli, array, columns);
  if (cli->format == RANG_CLI_TABLE)
    print_budgets (cli);
  return RANG_CLI_DONE;
}

static gint64
read_id (const char *command, const char *text)
{
  gint64 id;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return id;
  rang_cli_usage (command, _ ("“%s” is no number; give the one in the column “Id”"), text);
  return 0;
}

static RangCliStatus
run_grant (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason_text = NULL, *note = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason_text, N_ ("another reason than the push gives"), N_ ("CODE") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangMove *move;
  gint64 push;
  int place = 0, reason;

  if (!rang_cli_parse (rang_cli_find_command ("grant"), entries, &argc, &argv, 1, 2)
      || (push = read_id ("grant", argv[1])) == 0 || (argc > 2 && (place = rang_cli_read_place ("grant", argv[2])) == 0)
      || (reason = read_reason ("grant", reason_text)) == -2)
    return RANG_CLI_USAGE;
  move = rang_office_grant (cli->office, &cli->session, push, place, reason, note, dry_run, NULL, &error);
  return move != NULL ? rang_cli_print_move (cli, move) : rang_cli_fail (argv[1], error);
}

typedef gboolean (*NoteFunc) (
    RangOffice *office, const RangSession *session, gint64 id, const char *note, GError **error);

/* A command that takes a number and must have a note. */
static RangCliStatus
run_with_note (RangCli *cli, int argc, char **argv, NoteFunc func)
{
  g_autofree char *note = NULL, *command = g_strdup (argv[0]);
  const GOptionEntry entries[]
      = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!rang_cli_parse (rang_cli_find_command (command), entries, &argc, &argv, 1, 1)
      || (id = read_id (command, argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (note == NULL || note[0] == '\0')
    return rang_cli_usage (command, "%s", _ ("no note; give --note TEXT"));
  return func (cli->office, &cli->session, id, note, &error) ? RANG_CLI_DONE : rang_cli_fail (argv[1], error);
}

static RangCliStatus
run_refuse (RangCli *cli, int argc, char **argv)
{
  return run_with_note (cli, argc, argv, rang_office_refuse_push);
}

static RangCliStatus
run_asked (RangCli *cli, int argc, char **argv)
{
  g_autofree char *by = NULL, *note = NULL;
  const GOptionEntry entries[]
      = { { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("who asked: an id or a full name"), N_ ("PERSON") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("how: by phone, at the door"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangPerson) person = NULL;
  g_autoptr (GError) error = NULL;
  RangPush *asked;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("asked"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("asked", argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (by == NULL)
    return rang_cli_usage ("asked", "%s", _ ("nobody is named; give --by PERSON"));
  person = rang_office_find_person (cli->office, by, NULL);
  if (person == NULL)
    return rang_cli_usage ("--by", _ ("nobody here is called “%s”; “rangctl people” lists everybody"), by);
  asked = rang_office_asked (cli->office, &cli->session, number, person->id, note, &error);
  return print_push (cli, argv[1], asked, error);
}

/* --- conflicts --- */

static JsonArray *
ids_to_json (GArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    rang_cli_add_id (array, g_array_index (ids, gint64, i));
  return array;
}

static JsonArray *
answers_to_json (RangCli *cli, const RangConflict *conflict)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < conflict->answers->len; i++)
    {
      const RangConflictAnswer *answer = g_ptr_array_index (conflict->answers, i);
      JsonObject *object = json_object_new ();

      set_person (cli, object, "by", answer->person);
      rang_cli_set_instant (object, "at", answer->at);
      rang_cli_set_text (object, "note", answer->note);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
pulls_to_json (RangCli *cli, const RangConflict *conflict)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < conflict->pulls->len; i++)
    {
      const RangConflictPull *pull = g_ptr_array_index (conflict->pulls, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_int (object, "entry", pull->entry);
      rang_cli_set_instant (object, "at", pull->at);
      set_person (cli, object, "by", pull->person);
      rang_cli_set_text (object, "kind", rang_pull_kind_to_nick (pull->kind));
      rang_cli_set_id (object, "order", pull->order);
      rang_cli_set_int (object, "from", pull->from);
      rang_cli_set_int (object, "to", pull->to);
      rang_cli_set_text (object, "reason", pull->reason);
      rang_cli_set_text (object, "note", pull->note);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
conflict_to_json (RangCli *cli, const RangConflict *conflict)
{
  JsonObject *object = json_object_new ();
  JsonArray *people = json_array_new (), *departments = json_array_new ();
  g_autofree char *afterwards = rang_conflict_dup_afterwards (conflict);

  for (guint i = 0; i < conflict->people->len; i++)
    json_array_add_string_element (people,
                                   rang_office_person_name (cli->office, g_array_index (conflict->people, gint64, i)));
  for (guint i = 0; i < conflict->departments->len; i++)
    json_array_add_string_element (
        departments, rang_office_department_name (cli->office, g_array_index (conflict->departments, gint64, i)));
  rang_cli_set_id (object, "conflict", conflict->id);
  rang_cli_set_text (object, "kind", rang_conflict_kind_to_nick (conflict->kind));
  json_object_set_array_member (object, "orders", ids_to_json (conflict->orders));
  json_object_set_array_member (object, "people", people);
  json_object_set_array_member (object, "departments", departments);
  rang_cli_set_instant (object, "since", conflict->since);
  rang_cli_set_text (object, "state", rang_conflict_state_to_nick (conflict->state));
  set_person (cli, object, "decided_by", conflict->decided_by);
  rang_cli_set_text (object, "note", conflict->note);
  rang_cli_set_instant (object, "decided_at", conflict->decided_at);
  json_object_set_array_member (object, "answers", answers_to_json (cli, conflict));
  json_object_set_array_member (object, "moves", pulls_to_json (cli, conflict));
  rang_cli_set_text (object, "afterwards", afterwards);
  return object;
}

static gboolean
passes (const RangConflict *conflict, int kind, int state, gint64 person, gint64 department)
{
  return (kind < 0 || (int)conflict->kind == kind) && (state < 0 || (int)conflict->state == state)
         && (person == 0 || rang_conflict_has_person (conflict, person))
         && (department == 0 || rang_conflict_has_department (conflict, department));
}

static RangCliStatus
print_conflicts (RangCli *cli, int kind, int state, gint64 person, gint64 department)
{
  static const RangCliColumn columns[]
      = { { "conflict", N_ ("Id"), TRUE },    { "kind", N_ ("Kind"), FALSE, FALSE, rang_cli_say_conflict_kind },
          { "orders", N_ ("Orders"), FALSE }, { "departments", N_ ("Departments"), FALSE },
          { "people", N_ ("People"), FALSE }, { "since", N_ ("Since"), FALSE },
          { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_conflict_state },   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = rang_office_list_conflicts (cli->office, &cli->session, &error);
  JsonArray *array;

  if (conflicts == NULL)
    return rang_cli_fail ("conflicts", error);
  array = json_array_new ();
  for (guint i = 0; i < conflicts->len; i++)
    if (passes (g_ptr_array_index (conflicts, i), kind, state, person, department))
      json_array_add_object_element (array, conflict_to_json (cli, g_ptr_array_index (conflicts, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_conflicts (RangCli *cli, int argc, char **argv)
{
  g_autofree char *kind_text = NULL, *state_text = NULL, *person_text = NULL, *department_text = NULL;
  const GOptionEntry entries[]
      = { { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_text, N_ ("of this kind alone"), N_ ("KIND") },
          { "state", 0, 0, G_OPTION_ARG_STRING, &state_text, N_ ("in this state alone"), "open|decided|lapsed" },
          { "person", 0, 0, G_OPTION_ARG_STRING, &person_text, N_ ("of this person alone"), N_ ("PERSON") },
          { "department", 0, 0, G_OPTION_ARG_STRING, &department_text, N_ ("of this department alone"),
            N_ ("DEPARTMENT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangPerson) person = NULL;
  g_autoptr (RangDepartment) department = NULL;
  g_autoptr (GError) error = NULL;
  int kind = -1, state = -1;

  if (!rang_cli_parse (rang_cli_find_command ("conflicts"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (kind_text != NULL && (kind = rang_conflict_kind_from_nick (kind_text)) < 0)
    return rang_cli_usage ("--kind", _ ("“%s” is no kind of conflict; see “rangctl conflicts”"), kind_text);
  if (state_text != NULL && (state = rang_conflict_state_from_nick (state_text)) < 0)
    return rang_cli_usage ("--state", _ ("“%s” is no state; give open, decided or lapsed"), state_text);
  if (person_text != NULL && (person = rang_office_find_person (cli->office, person_text, NULL)) == NULL)
    return rang_cli_usage ("--person", _ ("nobody here is called “%s”; “rangctl people” lists everybody"), person_text);
  if (department_text != NULL
      && (department = rang_office_find_department (cli->office, department_text, &error)) == NULL)
    return rang_cli_fail ("--department", error);
  return print_conflicts (cli, kind, state, person != NULL ? person->id : 0, department != NULL ? department->id : 0);
}

static RangCliStatus
run_decide (RangCli *cli, int argc, char **argv)
{
  return run_with_note (cli, argc, argv, rang_office_decide_conflict);
}

static RangCliStatus
run_answer (RangCli *cli, int argc, char **argv)
{
  return run_with_note (cli, argc, argv, rang_office_answer_conflict);
}

const RangCliCommand rang_cli_push_commands[]
    = { { "push", N_ ("ORDER"), N_ ("ask for an own order to be moved up"), TRUE, run_push },
        { "pushes", "", N_ ("list the day’s pushes and the week’s limits"), TRUE, run_pushes },
        { "grant", N_ ("PUSH [PLACE]"), N_ ("grant a push: it becomes an override"), TRUE, run_grant },
        { "refuse", N_ ("PUSH --note TEXT"), N_ ("refuse a push"), TRUE, run_refuse },
        { "asked", N_ ("ORDER --by PERSON"), N_ ("record who asked for an order by voice or phone"), TRUE, run_asked },
        { "conflicts", "", N_ ("list the day’s conflicts"), TRUE, run_conflicts },
        { "decide", N_ ("CONFLICT --note TEXT"), N_ ("decide a conflict"), TRUE, run_decide },
        { "answer", N_ ("CONFLICT --note TEXT"), N_ ("answer as the head whose order was bumped"), TRUE, run_answer },
        { NULL } };
