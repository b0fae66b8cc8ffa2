/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how boards, costs and routes are written as JSON and told in words. */
#include "rang-cli-board-json.h"

#include <glib/gi18n.h>

#include "rang-cli-output.h"

void
rang_cli_set_row (JsonObject *object, const RangBoardReason *reason)
{
  JsonArray *asks = json_array_new ();

  rang_cli_set_text (object, "table", reason->table);
  if (reason->row > 0)
    rang_cli_set_int (object, "row", reason->row);
  else
    json_object_set_null_member (object, "row");
  for (guint i = 0; reason->asks != NULL && i < reason->asks->len; i++)
    json_array_add_string_element (asks, g_ptr_array_index (reason->asks, i));
  json_object_set_array_member (object, "asks", asks);
}

static JsonArray *
reasons_to_json (const RangBoardScore *score)
{
  JsonArray *reasons = json_array_new ();

  for (guint i = 0; i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_text (object, "rule", reason->rule);
      rang_cli_set_int (object, "points", reason->points);
      rang_cli_set_text (object, "text", reason->text);
      rang_cli_set_row (object, reason);
      json_array_add_object_element (reasons, object);
    }
  return reasons;
}

static JsonArray *
needs_to_json (RangBoard *board, gint64 number)
{
  g_autoptr (GArray) needs = rang_board_dup_needs (board, number);
  JsonArray *array = json_array_new ();

  for (guint i = 0; needs != NULL && i < needs->len; i++)
    rang_cli_add_id (array, g_array_index (needs, gint64, i));
  return array;
}

JsonObject *
rang_cli_entry_to_json (RangCli *cli, RangBoard *board, const RangBoardEntry *entry, gboolean suggestion)
{
  JsonObject *object = json_object_new ();
  char class_text[2] = { entry->score->class_letter, '\0' };
  RangDay day = rang_board_get_day (board);

  rang_cli_set_int (object, "rank", entry->rank);
  rang_cli_set_id (object, "order", entry->number);
  rang_cli_set_text (object, "client", entry->client != NULL ? entry->client->name : NULL);
  rang_cli_set_text (object, "department", entry->department != NULL ? entry->department->name : NULL);
  rang_cli_set_text (object, "class", class_text);
  rang_cli_set_int (object, "points", entry->score->points);
  rang_cli_set_text (object, "state", rang_board_state_to_nick (entry->state));
  rang_cli_set_bool (object, "impossible", entry->impossible);
  rang_cli_set_int (object, "minutes_late", entry->minutes_late);
  rang_cli_set_local (object, "eta", day, entry->eta);
  rang_cli_set_text (object, "van", entry->resource_name);
  json_object_set_array_member (object, "reasons", reasons_to_json (entry->score));
  if (suggestion)
    {
      json_object_set_array_member (object, "needs", needs_to_json (board, entry->number));
      rang_cli_set_bool (object, "unfinished", rang_board_get_unfinished (board));
      return object;
    }
  rang_cli_set_int (object, "suggested", entry->suggested_rank);
  rang_cli_set_text (object, "placed_by", entry->placed_by);
  rang_cli_set_text (object, "reason",
                     entry->placed == NULL || entry->placed->reason == RANG_PLACEMENT_NOT_OWED ? NULL
                     : entry->placed->reason < 0                                               ? "pending"
                                                 : rang_reason_to_nick ((RangReasonCode)entry->placed->reason));
  return object;
}

static JsonObject *
money_to_json (RangMoney money)
{
  JsonObject *object = json_object_new ();

  rang_cli_set_int (object, "minor", money.minor);
  rang_cli_set_text (object, "currency", money.currency);
  return object;
}

/* The lists `late`, `later` and `left_out`. A value that the office has no rate for is null, and stands apart. */
static JsonArray *
items_to_json (RangCli *cli, GArray *items)
{
  const char *own = rang_office_get_settings (cli->office)->currency;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "order", item->order);
      rang_cli_set_text (object, "department", rang_office_department_name (cli->office, item->department));
      rang_cli_set_int (object, "minutes", item->minutes);
      if (item->value.minor == 0 || g_str_equal (item->value.currency, own))
        rang_cli_set_int (object, "value", item->value.minor);
      else
        {
          json_object_set_null_member (object, "value");
          json_object_set_object_member (object, "value_apart", money_to_json (item->value));
        }
      rang_cli_set_int (object, "order_value", item->order_value.minor);
      rang_cli_set_text (object, "currency", item->order_value.currency);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
moved_to_json (GArray *moved)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < moved->len; i++)
    {
      const RangCostMove *move = &g_array_index (moved, RangCostMove, i);
      JsonObject *object = json_object_new ();

      rang_cli_set_id (object, "order", move->order);
      if (move->from != 0)
        rang_cli_set_int (object, "from", move->from);
      else
        json_object_set_null_member (object, "from");
      if (move->to != 0)
        rang_cli_set_int (object, "to", move->to);
      else
        json_object_set_null_member (object, "to");
      rang_cli_set_text (object, "state_before",
                         move->from != 0 ? rang_board_state_to_nick (move->state_before) : NULL);
      rang_cli_set_text (object, "state_after", move->to != 0 ? rang_board_state_to_nick (move->state_after) : NULL);
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonObject *
rang_cli_cost_to_json (RangCli *cli, const RangMoveCost *cost)
{
  JsonObject *document = json_object_new (), *object = json_object_new ();
  JsonArray *gained = json_array_new (), *apart = json_array_new ();

  for (guint i = 0; i < cost->gained->len; i++)
    {
      const RangCostItem *item = &g_array_index (cost->gained, RangCostItem, i);
      JsonObject *element = json_object_new ();

      rang_cli_set_id (element, "order", item->order);
      rang_cli_set_text (element, "department", rang_office_department_name (cli->office, item->department));
      json_array_add_object_element (gained, element);
    }
  json_object_set_array_member (object, "late", items_to_json (cli, cost->late));
  json_object_set_array_member (object, "later", items_to_json (cli, cost->later));
  json_object_set_array_member (object, "left_out", items_to_json (cli, cost->left_out));
  json_object_set_array_member (object, "gained", gained);
  rang_cli_set_int (object, "value_at_risk", cost->value_at_risk.total.minor);
  for (guint i = 0; i < cost->value_at_risk.apart->len; i++)
    json_array_add_object_element (apart, money_to_json (g_array_index (cost->value_at_risk.apart, RangMoney, i)));
  json_object_set_array_member (object, "value_at_risk_apart", apart);
  json_object_set_array_member (document, "moved", moved_to_json (cost->moved));
  json_object_set_object_member (document, "cost", object);
  return document;
}

static void
print_items (RangCli *cli, const char *heading, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);

      g_print ("  %s: %" G_GINT64_FORMAT " %s (%s)", heading, item->order,
               rang_office_client_name (cli->office, item->client),
               rang_office_department_name (cli->office, item->department));
      if (item->minutes > 0)
        /* Translators: minutes late, as short as it goes: "+14 min" */
        g_print (_ (" +%d min"), item->minutes);
      g_print ("\n");
    }
}

void
rang_cli_print_cost (RangCli *cli, const RangMoveCost *cost)
{
  g_autoptr (GPtrArray) departments = rang_office_list_departments (cli->office, NULL);
  g_autofree char *gains = rang_move_cost_dup_gains (cost);
  g_autofree char *costs = rang_move_cost_dup_costs (cost, departments);
  g_autofree char *at_risk = rang_move_cost_dup_at_risk (cost);

  for (guint i = 0; i < cost->moved->len; i++)
    {
      const RangCostMove *move = &g_array_index (cost->moved, RangCostMove, i);

      g_print ("%" G_GINT64_FORMAT ": %u → %u, %s → %s\n", move->order, move->from, move->to,
               move->from != 0 ? rang_board_state_label (move->state_before) : "–",
               move->to != 0 ? rang_board_state_label (move->state_after) : "–");
    }
  g_print ("%s: %s\n%s: %s\n", _ ("Gains"), gains, _ ("Costs"), costs);
  print_items (cli, _ ("late"), cost->late);
  print_items (cli, _ ("later"), cost->later);
  print_items (cli, _ ("not today"), cost->left_out);
  if (at_risk != NULL)
    g_print ("%s: %s\n", _ ("At risk"), at_risk);
}

RangCliStatus
rang_cli_print_move (RangCli *cli, RangMove *move)
{
  /* A dry run and the real thing print the same; what else is worth telling goes to standard error. */
  if (move->said != NULL)
    g_printerr ("rangctl: %s\n", move->said);
  if (cli->format == RANG_CLI_JSON)
    rang_cli_print_json_object (rang_cli_cost_to_json (cli, move->cost));
  else
    rang_cli_print_cost (cli, move->cost);
  rang_move_free (move);
  return RANG_CLI_DONE;
}

static JsonArray *
breaks_to_json (const RangBoardRoute *route, RangDay day)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < route->breaks->len; i++)
    {
      const RangBoardBreak *one = &g_array_index (route->breaks, RangBoardBreak, i);
      JsonObject *element = json_object_new ();

      rang_cli_set_int (element, "before", one->before + 1);
      rang_cli_set_local (element, "from", day, one->from);
      rang_cli_set_local (element, "to", day, one->to);
      json_array_add_object_element (array, element);
    }
  return array;
}

JsonArray *
rang_cli_routes_to_json (RangCli *cli, GPtrArray *routes, RangDay day)
{
  JsonArray *array = json_array_new ();

  for (guint r = 0; r < routes->len; r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, r);
      JsonObject *object = json_object_new ();
      JsonArray *stops = json_array_new ();

      rang_cli_set_text (object, "van", route->resource_name);
      rang_cli_set_text (object, "courier", route->courier_name);
      rang_cli_set_int (object, "km", rang_board_route_get_km (route));
      for (guint s = 0; s < route->stops->len; s++)
        {
          const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, s);
          JsonObject *element = json_object_new ();

          rang_cli_set_int (element, "place", stop->place);
          rang_cli_set_id (element, "order", stop->order);
          rang_cli_set_local (element, "eta", day, stop->eta);
          rang_cli_set_local (element, "from", day, stop->from);
          rang_cli_set_local (element, "to", day, stop->to);
          rang_cli_set_int (element, "minutes_late", stop->minutes_late);
          rang_cli_set_bool (element, "done", stop->done);
          rang_cli_set_local (element, "expected", day, stop->expected);
          rang_cli_set_int (element, "expected_late", stop->expected_late);
          json_array_add_object_element (stops, element);
        }
      json_object_set_array_member (object, "stops", stops);
      json_object_set_array_member (object, "breaks", breaks_to_json (route, day));
      json_array_add_object_element (array, object);
    }
  return array;
}
