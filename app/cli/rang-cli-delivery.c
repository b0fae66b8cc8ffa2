/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands of the delivery chief's day: roster, locks, requests, calls, closing. */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "office/rang-office-delivery.h"
#include "rang-cli-board-json.h"
#include "rang-cli-output.h"

static RangCliStatus
print_change (RangCli *cli, const RangRouteChange *change)
{
  g_autoptr (GPtrArray) departments = rang_office_list_departments (cli->office, NULL);
  g_autofree char *summary = rang_move_cost_dup_summary (change->cost, departments);
  JsonObject *object;

  if (cli->format != RANG_CLI_JSON)
    {
      if (change->plan > 0)
        {
          g_print (_ ("plan %d"), change->plan);
          g_print ("\n");
        }
      g_print ("%s\n", summary);
      return RANG_CLI_DONE;
    }
  object = rang_cli_cost_to_json (cli, change->cost);
  if (change->plan > 0)
    rang_cli_set_int (object, "plan", change->plan);
  else
    json_object_set_null_member (object, "plan");
  rang_cli_print_json_object (object);
  return RANG_CLI_DONE;
}

/* --- the roster --- */

static RangRosterEntry *
find_roster_entry (RangCli *cli, const char *name, GError **error)
{
  g_autoptr (RangResource) resource = rang_office_find_resource (cli->office, &cli->session, name, error);
  g_autoptr (GPtrArray) roster = resource != NULL ? rang_office_list_roster (cli->office, &cli->session, error) : NULL;

  for (guint i = 0; roster != NULL && i < roster->len; i++)
    if (((RangRosterEntry *)g_ptr_array_index (roster, i))->resource == resource->id)
      return rang_roster_entry_copy (g_ptr_array_index (roster, i));
  return roster != NULL ? rang_roster_entry_usual (resource, cli->session.day) : NULL;
}

static gboolean
read_time (const char *where, const char *text, RangTime *time)
{
  if (text == NULL)
    return TRUE;
  *time = rang_time_parse (text);
  if (*time == RANG_TIME_NONE)
    rang_cli_usage (where, _ ("“%s” is no time; give it as HH:MM"), text);
  return *time != RANG_TIME_NONE;
}

static RangCliStatus
run_van (RangCli *cli, int argc, char **argv)
{
  gboolean off = FALSE, on = FALSE, dry_run = FALSE;
  g_autofree char *reason = NULL, *courier = NULL, *from = NULL, *to = NULL;
  const GOptionEntry entries[]
      = { { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_ ("it is out of service"), NULL },
          { "on", 0, 0, G_OPTION_ARG_NONE, &on, N_ ("it drives again"), NULL },
          { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why it is out of service"), N_ ("CODE") },
          { "courier", 0, 0, G_OPTION_ARG_STRING, &courier, N_ ("who drives"), N_ ("PERSON") },
          { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("the shift begins"), "HH:MM" },
          { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("the shift ends"), "HH:MM" },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangRosterEntry) entry = NULL;
  g_autoptr (RangPerson) person = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("van"), entries, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  if ((off && on) || (off && reason == NULL) || (!off && !on && courier == NULL && from == NULL && to == NULL))
    return rang_cli_usage ("van", "%s", _ ("say what changes: --off --reason CODE, --on, --courier, --from or --to"));
  entry = find_roster_entry (cli, argv[1], &error);
  if (entry == NULL)
    return rang_cli_fail (argv[1], error);
  if (!read_time ("--from", from, &entry->shift.from) || !read_time ("--to", to, &entry->shift.to))
    return RANG_CLI_USAGE;
  if (courier != NULL)
    {
      person = rang_office_find_person (cli->office, courier, &error);
      if (person == NULL)
        return rang_cli_fail ("--courier", error);
      entry->courier = person->id;
    }
  if (off || on)
    {
      entry->out_of_service = off;
      g_free (entry->reason);
      entry->reason = off ? g_strdup (reason) : NULL;
    }
  change = rang_office_set_roster (cli->office, &cli->session, entry, dry_run, &error);
  return change != NULL ? print_change (cli, change) : rang_cli_fail (argv[1], error);
}

/* --- locks --- */

/* A lock that would harm a higher order is refused, and waits for the head of sales. */
static RangCliStatus
fail_harmful (const char *order, const RangRouteChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < change->harmed->len; i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (change->harmed, gint64, i));
  if (change->request == 0)
    g_set_error (&error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED,
                 /* Translators: numbers of orders. */
                 _ ("it would break the promise of %s; the head of sales may decide"), numbers->str);
  else
    g_set_error (&error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED,
                 /* Translators: numbers of orders; number of a request. */
                 _ ("it would break the promise of %s; request %" PRId64 " waits for the head of sales"), numbers->str,
                 change->request);
  return rang_cli_fail (order, error);
}

static RangCliStatus
run_lock (RangCli *cli, int argc, char **argv)
{
  gboolean off = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = { { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_ ("take the lock away"), NULL },
                                   { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the cost"), NULL },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (RangResource) van = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("lock"), entries, &argc, &argv, 1, 2)
      || (number = rang_cli_read_order ("lock", argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (off)
    return rang_office_unlock (cli->office, &cli->session, number, &error) ? RANG_CLI_DONE
                                                                           : rang_cli_fail (argv[1], error);
  if (argc < 3)
    return rang_cli_usage ("lock", "%s", _ ("no van; say which one takes the order"));
  van = rang_office_find_resource (cli->office, &cli->session, argv[2], &error);
  if (van == NULL)
    return rang_cli_fail (argv[2], error);
  change = rang_office_lock (cli->office, &cli->session, number, van->id, dry_run, &error);
  if (change == NULL)
    return rang_cli_fail (argv[1], error);
  return change->harmed->len > 0 ? fail_harmful (argv[1], change) : print_change (cli, change);
}

static const char *
resource_name (GPtrArray *resources, gint64 id)
{
  for (guint i = 0; i < resources->len; i++)
    if (((RangResource *)g_ptr_array_index (resources, i))->id == id)
      return ((RangResource *)g_ptr_array_index (resources, i))->name;
  return NULL;
}

static JsonObject *
request_to_json (RangCli *cli, GPtrArray *resources, const RangLockRequest *request)
{
  JsonObject *object = json_object_new ();
  JsonArray *harm = json_array_new ();

  for (guint i = 0; i < request->harm->len; i++)
    rang_cli_add_id (harm, g_array_index (request->harm, gint64, i));
  rang_cli_set_id (object, "request", request->id);
  rang_cli_set_id (object, "order", request->order);
  rang_cli_set_text (object, "van", resource_name (resources, request->resource));
  rang_cli_set_text (object, "by", rang_office_person_name (cli->office, request->asked_by));
  rang_cli_set_instant (object, "at", request->asked_at);
  json_object_set_array_member (object, "harms", harm);
  rang_cli_set_text (object, "state", request->open ? "open" : request->granted ? "granted" : "refused");
  rang_cli_set_text (object, "decided_by",
                     request->decided_by != 0 ? rang_office_person_name (cli->office, request->decided_by) : NULL);
  rang_cli_set_text (object, "note", request->note);
  return object;
}

static RangCliStatus
list_requests (RangCli *cli)
{
  static const RangCliColumn columns[] = { { "request", N_ ("Id"), TRUE },   { "order", N_ ("Order"), TRUE },
                                           { "van", N_ ("Van"), FALSE },     { "by", N_ ("By"), FALSE },
                                           { "harms", N_ ("Harms"), FALSE }, { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_push_state },
                                           { "note", N_ ("Note"), FALSE },   { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = rang_office_list_requests (cli->office, &cli->session, &error);
  g_autoptr (GPtrArray) resources
      = requests != NULL ? rang_office_list_resources (cli->office, &cli->session, &error) : NULL;
  JsonArray *array;

  if (resources == NULL)
    return rang_cli_fail ("requests", error);
  array = json_array_new ();
  for (guint i = 0; i < requests->len; i++)
    json_array_add_object_element (array, request_to_json (cli, resources, g_ptr_array_index (requests, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_requests (RangCli *cli, int argc, char **argv)
{
  g_autofree char *grant = NULL, *refuse = NULL, *note = NULL;
  const GOptionEntry entries[]
      = { { "grant", 0, 0, G_OPTION_ARG_STRING, &grant, N_ ("the lock is to be, whomever it harms"), N_ ("REQUEST") },
          { "refuse", 0, 0, G_OPTION_ARG_STRING, &refuse, N_ ("the lock is not to be"), N_ ("REQUEST") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("why"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  const char *text;
  gint64 id = 0;

  if (!rang_cli_parse (rang_cli_find_command ("requests"), entries, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  if (grant == NULL && refuse == NULL)
    return list_requests (cli);
  text = grant != NULL ? grant : refuse;
  if ((grant != NULL && refuse != NULL) || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return rang_cli_usage ("requests", _ ("“%s” is no request; “rangctl requests” lists them"), text);
  return rang_office_decide_request (cli->office, &cli->session, id, grant != NULL, note, &error)
             ? RANG_CLI_DONE
             : rang_cli_fail (text, error);
}

/* --- calls --- */

static JsonObject *
line_to_json (RangCli *cli, const RangCallLine *line)
{
  const RangOrder *order = line->order->order;
  JsonObject *object = json_object_new ();

  rang_cli_set_text (object, "manager", line->manager_name);
  rang_cli_set_id (object, "order", order->number);
  rang_cli_set_text (object, "client", line->order->client);
  rang_cli_set_text (object, "contact", line->contact);
  rang_cli_set_text (object, "phone", line->phone);
  rang_cli_set_local (object, "from", order->promised_day, order->promised.from);
  rang_cli_set_local (object, "to", order->promised_day, order->promised.to);
  rang_cli_set_text (object, "state", rang_board_state_to_nick (line->state));
  rang_cli_set_int (object, "minutes_late", line->late);
  rang_cli_set_local (object, "expected", order->promised_day, line->expected);
  rang_cli_set_local (object, "offer_from", line->offer_day, line->offer.from);
  rang_cli_set_local (object, "offer_to", line->offer_day, line->offer.to);
  rang_cli_set_text (object, "called_by",
                     line->call != NULL ? rang_office_person_name (cli->office, line->call->called_by) : NULL);
  rang_cli_set_instant (object, "called_at", line->call != NULL ? line->call->called_at : 0);
  rang_cli_set_local (object, "agreed_from", line->call != NULL ? line->call->agreed_day : RANG_DAY_NONE,
                      line->call != NULL ? line->call->agreed.from : RANG_TIME_NONE);
  rang_cli_set_local (object, "agreed_to", line->call != NULL ? line->call->agreed_day : RANG_DAY_NONE,
                      line->call != NULL ? line->call->agreed.to : RANG_TIME_NONE);
  rang_cli_set_text (object, "note", line->call != NULL ? line->call->note : NULL);
  return object;
}

static RangCliStatus
run_calls (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "manager", N_ ("Manager"), FALSE },
                                           { "order", N_ ("Order"), TRUE },
                                           { "client", N_ ("Client"), FALSE },
                                           { "contact", N_ ("Contact"), FALSE },
                                           { "phone", N_ ("Phone"), FALSE },
                                           { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_board_state },
                                           { "expected", N_ ("Expected"), FALSE },
                                           { "offer_from", N_ ("Offer from"), FALSE },
                                           { "offer_to", N_ ("to"), FALSE },
                                           { "called_by", N_ ("Called by"), FALSE },
                                           { NULL } };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("calls"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  lines = rang_office_list_calls (cli->office, &cli->session, &error);
  if (lines == NULL)
    return rang_cli_fail ("calls", error);
  array = json_array_new ();
  for (guint i = 0; i < lines->len; i++)
    json_array_add_object_element (array, line_to_json (cli, g_ptr_array_index (lines, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* @day of NULL is none; @person of NULL is nobody. */
static gboolean
read_told (RangCli *cli, const char *day, const char *person, RangDay *to, gint64 *told_by)
{
  g_autoptr (RangPerson) found = NULL;
  g_autoptr (GError) error = NULL;

  *to = day != NULL ? rang_day_parse (day) : RANG_DAY_NONE;
  *told_by = 0;
  if (day != NULL && *to == RANG_DAY_NONE)
    {
      rang_cli_usage ("--to", _ ("“%s” is no day; give it as YYYY-MM-DD"), day);
      return FALSE;
    }
  if (person == NULL)
    return TRUE;
  found = rang_office_find_person (cli->office, person, &error);
  if (found == NULL)
    {
      rang_cli_usage ("--told", "%s", error->message);
      return FALSE;
    }
  *told_by = found->id;
  return TRUE;
}

static RangCliStatus
run_call (RangCli *cli, int argc, char **argv)
{
  g_autofree char *day = NULL, *told = NULL, *from = NULL, *until = NULL, *note = NULL;
  const GOptionEntry entries[]
      = { { "to", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("the new day that was agreed"), "YYYY-MM-DD" },
          { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("the new window begins"), "HH:MM" },
          { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("the new window ends"), "HH:MM" },
          { "told", 0, 0, G_OPTION_ARG_STRING, &told, N_ ("who told the client; default who acts"), N_ ("PERSON") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("in own words"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  RangTimeWindow agreed = { RANG_TIME_NONE, RANG_TIME_NONE };
  RangDay to;
  gint64 number, told_by;

  if (!rang_cli_parse (rang_cli_find_command ("call"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("call", argv[1])) == 0 || !read_told (cli, day, told, &to, &told_by)
      || !read_time ("--from", from, &agreed.from) || !read_time ("--until", until, &agreed.to))
    return RANG_CLI_USAGE;
  return rang_office_call (cli->office, &cli->session, number, told_by, to, agreed, note, &error)
             ? RANG_CLI_DONE
             : rang_cli_fail (argv[1], error);
}

/* --- closing --- */

static RangCliStatus
print_balance (RangCli *cli, const RangDayBalance *balance)
{
  JsonObject *object = json_object_new ();
  JsonArray *carried = json_array_new (), *unsettled = json_array_new ();

  for (guint i = 0; i < balance->carried->len; i++)
    {
      const RangCarryOver *one = g_ptr_array_index (balance->carried, i);
      JsonObject *element = json_object_new ();
      g_autofree char *to = rang_day_format (one->carried_to);

      rang_cli_set_id (element, "order", one->order);
      rang_cli_set_text (element, "to", to);
      rang_cli_set_text (element, "reason", one->reason);
      rang_cli_set_text (element, "told_by", rang_office_person_name (cli->office, one->told_by));
      json_array_add_object_element (carried, element);
    }
  for (guint i = 0; i < balance->unsettled->len; i++)
    rang_cli_add_id (unsettled, g_array_index (balance->unsettled, gint64, i));
  rang_cli_set_int (object, "orders", balance->orders);
  rang_cli_set_int (object, "delivered", balance->delivered);
  rang_cli_set_int (object, "part", balance->part);
  rang_cli_set_int (object, "failed", balance->failed);
  rang_cli_set_int (object, "open", balance->open);
  rang_cli_set_int (object, "late", balance->late);
  rang_cli_set_int (object, "cash_planned", balance->cash_planned.minor);
  rang_cli_set_int (object, "cash_received", balance->cash_received.minor);
  json_object_set_array_member (object, "carried_over", carried);
  json_object_set_array_member (object, "unsettled", unsettled);
  rang_cli_set_bool (object, "closed", balance->closed);
  if (cli->format == RANG_CLI_JSON)
    {
      rang_cli_print_json_object (object);
      return RANG_CLI_DONE;
    }
  json_object_unref (object);
  /* Translators: counts of orders: all, delivered, in part, failed, open, carried over. */
  g_print (_ ("%u orders: %u delivered, %u in part, %u failed, %u open, %u carried over"), balance->orders,
           balance->delivered, balance->part, balance->failed, balance->open, balance->carried->len);
  g_print ("\n");
  return RANG_CLI_DONE;
}

static RangCliStatus
run_close (RangCli *cli, int argc, char **argv)
{
  g_autofree char *day = NULL, *told = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "to", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("the new day of all that is open"), "YYYY-MM-DD" },
          { "told", 0, 0, G_OPTION_ARG_STRING, &told, N_ ("who told their clients"), N_ ("PERSON") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only show the balance"), NULL },
          G_OPTION_ENTRY_NULL };
  g_autoptr (RangDayBalance) balance = NULL;
  g_autoptr (GError) error = NULL;
  RangDay to;
  gint64 told_by;

  if (!rang_cli_parse (rang_cli_find_command ("close"), entries, &argc, &argv, 0, 0)
      || !read_told (cli, day, told, &to, &told_by))
    return RANG_CLI_USAGE;
  balance = dry_run ? rang_office_balance (cli->office, &cli->session, &error)
                    : rang_office_close_day (cli->office, &cli->session, to, told_by, &error);
  return balance != NULL ? print_balance (cli, balance) : rang_cli_fail ("close", error);
}

/* --- what is printed --- */

static RangCliStatus
list_fields (RangCli *cli)
{
  static const RangCliColumn columns[] = {
    { "field", N_ ("Field"), FALSE }, { "shown", N_ ("Printed"), FALSE }, { "label", N_ ("Label"), FALSE }, { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = rang_office_list_sheet_fields (cli->office, &error);
  JsonArray *array;

  if (fields == NULL)
    return rang_cli_fail ("fields", error);
  array = json_array_new ();
  for (guint i = 0; i < fields->len; i++)
    {
      const RangSheetFieldSetting *field = g_ptr_array_index (fields, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "field", field->field);
      rang_cli_set_bool (object, "shown", field->shown);
      rang_cli_set_text (object, "label",
                         field->label != NULL ? field->label : rang_sheet_legal_label ((RangSheetLegal)i));
      json_array_add_object_element (array, object);
    }
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_fields (RangCli *cli, int argc, char **argv)
{
  gboolean off = FALSE;
  g_autofree char *label = NULL;
  const GOptionEntry entries[]
      = { { "off", 0, 0, G_OPTION_ARG_NONE, &off, N_ ("it is not printed"), NULL },
          { "label", 0, 0, G_OPTION_ARG_STRING, &label, N_ ("what it is called"), N_ ("TEXT") },
          G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;

  if (!rang_cli_parse (rang_cli_find_command ("fields"), entries, &argc, &argv, 0, 1))
    return RANG_CLI_USAGE;
  if (argc < 2)
    return list_fields (cli);
  return rang_office_set_sheet_field (cli->office, &cli->session, argv[1], !off, label, &error)
             ? RANG_CLI_DONE
             : rang_cli_fail (argv[1], error);
}

const RangCliCommand rang_cli_delivery_commands[]
    = { { "van", N_ ("VAN"), N_ ("change a van’s day: courier, shift, out of service"), TRUE, run_van },
        { "lock", N_ ("ORDER VAN"), N_ ("only this van may take the order"), TRUE, run_lock },
        { "requests", "", N_ ("locks that wait for the head of sales"), TRUE, run_requests },
        { "calls", "", N_ ("clients whose promise breaks, and what can be offered"), TRUE, run_calls },
        { "call", N_ ("ORDER"), N_ ("note that the client was told"), TRUE, run_call },
        { "close", "", N_ ("close the day"), TRUE, run_close },
        { "fields", N_ ("[FIELD]"), N_ ("which legal fields the sheets have, and what they are called"), TRUE,
          run_fields },
        { NULL } };
