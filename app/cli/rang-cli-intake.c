/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the commands that take orders in, list them and submit a department's list. */
#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "office/rang-office-department.h"
#include "office/rang-office-foresee.h"
#include "office/rang-office-intake.h"
#include "rang-cli-order.h"
#include "rang-cli-output.h"

/* A last day without a time ends with its last minute: not every reader of ISO 8601 knows 24:00. */
#define LAST_MINUTE (RANG_TIME_END_OF_DAY - 60)

/* --- import --- */

static void
add_refusals (JsonObject *object, const RangImportReport *report)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < report->refusals->len; i++)
    {
      const RangRefusal *refusal = g_ptr_array_index (report->refusals, i);
      JsonObject *element = json_object_new ();

      rang_cli_set_text (element, "where", refusal->where);
      rang_cli_set_text (element, "order", refusal->order);
      rang_cli_set_text (element, "field", refusal->field);
      rang_cli_set_text (element, "problem", refusal->problem);
      rang_cli_set_text (element, "remedy", refusal->remedy);
      json_array_add_object_element (array, element);
    }
  json_object_set_array_member (object, "refusals", array);
}

static void
print_report (RangCli *cli, const RangImportReport *report)
{
  if (cli->format == RANG_CLI_JSON)
    {
      JsonObject *object = json_object_new ();

      rang_cli_set_int (object, "taken", report->taken);
      rang_cli_set_int (object, "changed", report->changed);
      rang_cli_set_int (object, "unchanged", report->unchanged);
      rang_cli_set_int (object, "refused", report->refused);
      rang_cli_set_int (object, "defaulted", report->defaulted);
      add_refusals (object, report);
      rang_cli_print_json_object (object);
      return;
    }
  for (guint i = 0; i < report->refusals->len; i++)
    {
      const RangRefusal *refusal = g_ptr_array_index (report->refusals, i);

      g_printerr ("rangctl: %s%s%s: %s; %s\n", refusal->where, refusal->order != NULL ? ", " : "",
                  refusal->order != NULL ? refusal->order : "", refusal->problem, refusal->remedy);
    }
  g_print (_ ("%u taken, %u changed, %u unchanged, %u refused"), report->taken, report->changed, report->unchanged,
           report->refused);
  g_print ("\n");
  if (report->defaulted > 0)
    g_print (
        ngettext ("%u field from the mapping’s defaults", "%u fields from the mapping’s defaults", report->defaulted),
        report->defaulted);
  if (report->defaulted > 0)
    g_print ("\n");
}

/* Says of a person without the right, once, in place of once a file. */
static RangCliStatus
worse (RangCliStatus a, RangCliStatus b)
{
  return MAX (a, b);
}

/* What is said of a file begins with its name and line: here they become the end of its path. */
static RangCliStatus
fail_file (const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_strndup (path, strlen (path) - MIN (strlen (path), strlen (name)));
  const char *text = g_str_has_prefix (error->message, name) ? strstr (error->message + strlen (name), ": ") : NULL;
  g_autoptr (GError) rest = NULL;
  g_autofree char *place = NULL, *where = NULL;

  if (text == NULL)
    return rang_cli_fail (path, error);
  place = g_strndup (error->message, (gsize)(text - error->message));
  where = g_strconcat (folder, place, NULL);
  rest = g_error_new_literal (error->domain, error->code, text + strlen (": "));
  return rang_cli_fail (where, rest);
}

static RangCliStatus
run_import (RangCli *cli, int argc, char **argv)
{
  g_autofree char *mapping = NULL, *department_name = NULL;
  const GOptionEntry entries[] = { { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping,
                                     N_ ("a mapping file, or the name of a shipped one"), N_ ("FILE") },
                                   { "department", 0, 0, G_OPTION_ARG_STRING, &department_name,
                                     N_ ("the department the orders belong to"), "D" },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (RangImportReport) total = rang_import_report_new ();
  g_autoptr (RangDepartment) department = NULL;
  g_autoptr (GError) find_error = NULL;
  RangCliStatus status = RANG_CLI_DONE;

  if (!rang_cli_parse (rang_cli_find_command ("import"), entries, &argc, &argv, 1, -1))
    return RANG_CLI_USAGE;
  if (department_name != NULL)
    {
      department = rang_office_find_department (cli->office, department_name, &find_error);
      if (department == NULL)
        return rang_cli_fail ("--department", find_error);
    }
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangImportReport) report
          = rang_office_import (cli->office, &cli->session, argv[i], mapping, department != NULL ? department->id : 0,
                                NULL, NULL, NULL, &error);

      if (report == NULL)
        {
          status = worse (status, fail_file (argv[i], error));
          continue;
        }
      rang_import_report_add (total, report);
      if (report->refused > 0)
        status = worse (status, RANG_CLI_PARTLY);
    }
  print_report (cli, total);
  return status;
}

/* --- orders --- */

static JsonObject *
order_to_json (const RangOrderView *view)
{
  const RangOrder *order = view->order;
  const RangRequested *requested = &order->requested;
  JsonObject *object = json_object_new ();
  JsonArray *missing = json_array_new ();
  g_autofree char *address = rang_place_to_text (&order->place);

  rang_cli_set_id (object, "order", order->number);
  rang_cli_set_text (object, "client_number", order->client_number);
  rang_cli_set_text (object, "client", view->client);
  rang_cli_set_text (object, "department", view->department);
  rang_cli_set_local (object, "requested_from", requested->from_day,
                      requested->from_time != RANG_TIME_NONE ? requested->from_time : 0);
  rang_cli_set_local (object, "requested_to", requested->to_day,
                      requested->to_time != RANG_TIME_NONE ? requested->to_time : LAST_MINUTE);
  rang_cli_set_local (object, "from", order->promised_day, order->promised.from);
  rang_cli_set_local (object, "to", order->promised_day, order->promised.to);
  rang_cli_set_text (object, "importance",
                     order->importance != RANG_IMPORTANCE_UNKNOWN ? rang_importance_to_nick (order->importance) : NULL);
  rang_cli_set_int (object, "order_value", order->value.minor);
  rang_cli_set_text (object, "currency", order->value.currency);
  rang_cli_set_text (object, "state", rang_order_state_to_nick (order->state));
  rang_cli_set_text (object, "answerable", view->answerable_name);
  rang_cli_set_bool (object, "proposed", order->promise_proposed);
  rang_cli_set_bool (object, "unlocated", rang_order_is_unlocated (order));
  rang_cli_set_text (object, "address", address);
  rang_cli_set_int (object, "load_kg", order->load / 1000);
  rang_cli_set_int (object, "parcels", order->parcels);
  rang_cli_set_int (object, "department_rank", order->department_rank);
  for (guint i = 0; i < view->missing->len; i++)
    {
      const RangRefusal *refusal = g_ptr_array_index (view->missing, i);

      json_array_add_string_element (missing, refusal->field);
    }
  json_object_set_array_member (object, "missing", missing);
  return object;
}

static RangCliStatus
run_orders (RangCli *cli, int argc, char **argv)
{
  static const RangCliColumn columns[] = { { "order", N_ ("Order"), TRUE },
                                           { "client_number", N_ ("Client’s number"), FALSE },
                                           { "client", N_ ("Client"), FALSE },
                                           { "department", N_ ("Department"), FALSE },
                                           { "from", N_ ("From"), FALSE },
                                           { "to", N_ ("To"), FALSE },
                                           { "importance", N_ ("Importance"), FALSE, FALSE, rang_cli_say_importance },
                                           { "state", N_ ("State"), FALSE, FALSE, rang_cli_say_order_state },
                                           { "missing", N_ ("Missing"), FALSE },
                                           { NULL } };
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!rang_cli_parse (rang_cli_find_command ("orders"), NULL, &argc, &argv, 0, 0))
    return RANG_CLI_USAGE;
  orders = rang_office_list_orders (cli->office, &cli->session, &error);
  if (orders == NULL)
    return rang_cli_fail ("orders", error);
  array = json_array_new ();
  for (guint i = 0; i < orders->len; i++)
    json_array_add_object_element (array, order_to_json (g_ptr_array_index (orders, i)));
  rang_cli_print_list (cli, array, columns);
  return RANG_CLI_DONE;
}

/* --- the check of a promise --- */

static void
set_orders (JsonObject *object, const char *member, const GArray *orders)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < orders->len; i++)
    rang_cli_add_id (array, g_array_index (orders, gint64, i));
  json_object_set_array_member (object, member, array);
}

static JsonObject *
check_to_json (const RangPromiseCheck *check)
{
  JsonObject *object = json_object_new ();
  JsonArray *days = json_array_new ();
  const RangForesight *foresight = check->foresight;
  g_autofree char *text = foresight != NULL ? rang_foresight_to_text (foresight) : NULL;
  g_autofree char *cash = check->cash != NULL ? rang_cash_excess_to_text (check->cash) : NULL;

  rang_cli_set_local (object, "from", check->day, check->promised.from);
  rang_cli_set_local (object, "to", check->day, check->promised.to);
  rang_cli_set_text (object, "text", text);
  rang_cli_set_text (object, "cash_over_limit", cash);
  if (foresight != NULL)
    {
      rang_cli_set_text (object, "state", rang_board_state_to_nick (foresight->state));
      rang_cli_set_bool (object, "impossible", foresight->impossible);
      rang_cli_set_local (object, "eta", check->day, foresight->eta);
      rang_cli_set_int (object, "minutes_late", foresight->minutes_late);
      set_orders (object, "late", foresight->late);
      set_orders (object, "left_out", foresight->left_out);
    }
  for (guint i = 0; i < check->fullness->len; i++)
    {
      const RangDayFullness *one = &g_array_index (check->fullness, RangDayFullness, i);
      JsonObject *day = json_object_new ();
      g_autofree char *name = rang_day_format (one->day);

      rang_cli_set_text (day, "day", name);
      rang_cli_set_int (day, "fullness", one->per_cent);
      rang_cli_set_int (day, "orders", one->promises);
      json_array_add_object_element (days, day);
    }
  json_object_set_array_member (object, "days", days);
  return object;
}

static RangCliStatus
print_check (RangCli *cli, const char *command, const RangOrder *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangPromiseCheck) check
      = rang_office_check_promise (cli->office, &cli->session, order, NULL, TRUE, NULL, &error);
  g_autofree char *text = NULL, *days = NULL, *cash = NULL;

  if (check == NULL)
    return rang_cli_fail (command, error);
  if (cli->format == RANG_CLI_JSON)
    {
      rang_cli_print_json_object (check_to_json (check));
      return RANG_CLI_DONE;
    }
  text = check->foresight != NULL ? rang_foresight_to_text (check->foresight) : NULL;
  days = rang_promise_check_fullness_to_text (check);
  cash = check->cash != NULL ? rang_cash_excess_to_text (check->cash) : NULL;
  if (text != NULL)
    g_print ("%s\n", text);
  if (cash != NULL)
    g_print ("%s\n", cash);
  g_print ("%s\n", days);
  return RANG_CLI_DONE;
}

/* --- one order --- */

static RangCliStatus
run_add (RangCli *cli, int argc, char **argv)
{
  g_auto (RangCliOrderOptions) options = { 0 };
  g_autoptr (RangOrder) order = rang_order_new ();
  g_autofree GOptionEntry *entries = rang_cli_order_entries (&options);
  g_autoptr (GError) error = NULL;
  guint32 mask = 0;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("add"), entries, &argc, &argv, 0, 0)
      || !rang_cli_order_read (cli, "add", &options, order, &mask))
    return RANG_CLI_USAGE;
  if (mask == 0)
    return rang_cli_usage ("add", "%s", _ ("nothing to enter; name at least --client, see “rangctl add --help”"));
  if (options.check)
    return print_check (cli, "add", order);
  number = rang_office_add_order (cli->office, &cli->session, order, &error);
  if (number == 0)
    return rang_cli_fail ("add", error);
  if (cli->format == RANG_CLI_JSON)
    {
      g_autoptr (RangOrderView) view = rang_office_get_order (cli->office, number, &error);

      if (view == NULL)
        return rang_cli_fail ("add", error);
      rang_cli_print_json_object (order_to_json (view));
    }
  else
    g_print ("%" G_GINT64_FORMAT "\n", number);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_edit (RangCli *cli, int argc, char **argv)
{
  g_auto (RangCliOrderOptions) options = { 0 };
  g_autoptr (RangOrder) values = rang_order_new ();
  g_autofree GOptionEntry *entries = rang_cli_order_entries (&options);
  g_autoptr (GError) error = NULL;
  RangOrderEdit edit = { 0, values };
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("edit"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("edit", argv[1])) == 0
      || !rang_cli_order_read (cli, "edit", &options, values, &edit.mask))
    return RANG_CLI_USAGE;
  if (options.check)
    {
      g_autoptr (RangOrder) order = rang_office_preview_edit (cli->office, number, &edit, &error);

      return order != NULL ? print_check (cli, "edit", order) : rang_cli_fail (argv[1], error);
    }
  if (options.make_client && rang_office_make_client (cli->office, &cli->session, number, &error) == 0)
    return rang_cli_fail (argv[1], error);
  if (edit.mask == 0 && !options.make_client)
    return rang_cli_usage ("edit", "%s", _ ("nothing to change; name at least one option, see “rangctl edit --help”"));
  if (edit.mask != 0 && !rang_office_edit_order (cli->office, &cli->session, number, &edit, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_cancel (RangCli *cli, int argc, char **argv)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[]
      = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("why"), N_ ("TEXT") }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (!rang_cli_parse (rang_cli_find_command ("cancel"), entries, &argc, &argv, 1, 1)
      || (number = rang_cli_read_order ("cancel", argv[1])) == 0)
    return RANG_CLI_USAGE;
  if (!rang_office_cancel_order (cli->office, &cli->session, number, note, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

/* Says so where the board does not follow yet. */
static void
tell_counted (RangCli *cli, gint64 number)
{
  g_autoptr (RangOrderView) view = rang_office_get_order (cli->office, number, NULL);
  RangImportance counted = view != NULL ? rang_order_counted_importance (view->order) : RANG_IMPORTANCE_UNKNOWN;

  if (view == NULL || counted == view->order->importance || cli->format == RANG_CLI_JSON)
    return;
  /* Translators: an order's number; the importance that the list was submitted with */
  g_print (_ ("order %" PRId64 " counts as %s until the list is submitted anew"), number,
           rang_importance_label (counted));
  g_print ("\n");
}

static RangCliStatus
run_importance (RangCli *cli, int argc, char **argv)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[]
      = { { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why"), N_ ("TEXT") }, G_OPTION_ENTRY_NULL };
  g_autoptr (GError) error = NULL;
  gint64 number;
  int importance;

  if (!rang_cli_parse (rang_cli_find_command ("importance"), entries, &argc, &argv, 2, 2)
      || (number = rang_cli_read_order ("importance", argv[1])) == 0)
    return RANG_CLI_USAGE;
  importance = rang_importance_from_nick (argv[2]);
  if (importance < RANG_IMPORTANCE_LOW)
    return rang_cli_usage ("importance", _ ("“%s” is no importance; use high, normal or low"), argv[2]);
  if (!rang_office_state_importance (cli->office, &cli->session, number, (RangImportance)importance, reason, &error))
    return rang_cli_fail (argv[1], error);
  tell_counted (cli, number);
  return RANG_CLI_DONE;
}

/* --- the department's list --- */

static RangCliStatus
run_rank (RangCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 number;
  int place;

  if (!rang_cli_parse (rang_cli_find_command ("rank"), NULL, &argc, &argv, 2, 2)
      || (number = rang_cli_read_order ("rank", argv[1])) == 0 || (place = rang_cli_read_place ("rank", argv[2])) == 0)
    return RANG_CLI_USAGE;
  if (!rang_office_rank (cli->office, &cli->session, &number, 1, place, &error))
    return rang_cli_fail (argv[1], error);
  return RANG_CLI_DONE;
}

static RangCliStatus
run_submit (RangCli *cli, int argc, char **argv)
{
  g_autoptr (RangDepartment) department = NULL;
  g_autoptr (GError) error = NULL;
  int joined;

  if (!rang_cli_parse (rang_cli_find_command ("submit"), NULL, &argc, &argv, 1, 1))
    return RANG_CLI_USAGE;
  department = rang_office_find_department (cli->office, argv[1], &error);
  if (department == NULL)
    return rang_cli_fail ("submit", error);
  joined = rang_office_submit (cli->office, &cli->session, department->id, &error);
  if (joined < 0)
    return rang_cli_fail (department->name, error);
  if (cli->format == RANG_CLI_JSON)
    {
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "department", department->name);
      rang_cli_set_int (object, "joined", joined);
      rang_cli_print_json_object (object);
    }
  else
    {
      g_print (ngettext ("%d order joined the board", "%d orders joined the board", (gulong)joined), joined);
      g_print ("\n");
    }
  return RANG_CLI_DONE;
}

const RangCliCommand rang_cli_intake_commands[]
    = { { "import", N_ ("FILE…"), N_ ("take orders in from UBL or CSV files"), TRUE, run_import },
        { "orders", "", N_ ("list the orders of the day and those without a promised day"), TRUE, run_orders },
        { "add", "", N_ ("enter an order by hand"), TRUE, run_add },
        { "edit", N_ ("ORDER"), N_ ("change or complete an order"), TRUE, run_edit },
        { "cancel", N_ ("ORDER"), N_ ("cancel an order"), TRUE, run_cancel },
        { "importance", N_ ("ORDER high|normal|low"), N_ ("state how much an order matters"), TRUE, run_importance },
        { "rank", N_ ("ORDER PLACE"), N_ ("move an order in its department’s own list"), TRUE, run_rank },
        { "submit", N_ ("DEPARTMENT"), N_ ("submit a department’s list"), TRUE, run_submit },
        { NULL } };
