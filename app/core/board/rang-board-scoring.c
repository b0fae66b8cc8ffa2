/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the priority rules what is known about an order, and takes their score. */
#include "board/rang-board-day-private.h"
#include "board/rang-board-fact.h"

#include <glib/gi18n-lib.h>

#include "domain/rang-calendar.h"
#include "domain/rang-client-event.h"
#include "rules/rang-rule-input.h"
#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

/* An amount in another currency, for which the office has no rate, cannot be compared with anything. */
static gboolean
is_apart (const RangSettings *settings, RangMoney money)
{
  return money.minor != 0 && !g_str_equal (rang_settings_convert (settings, money).currency, settings->currency);
}

/* What is apart is unknown to the rules, and never 0. */
static void
set_money (RangRulesInputs *inputs, const char *name, RangMoney money, const RangSettings *settings)
{
  if (is_apart (settings, money))
    rang_rules_inputs_set_null (inputs, name);
  else
    rang_rules_inputs_set_money (inputs, name, rang_settings_convert (settings, money).minor,
                                 rang_money_digits (settings->currency));
}

static void
set_client (RangRulesInputs *inputs,
            const RangBoardOrder *order,
            const RangClient *client,
            const RangSettings *settings)
{
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_STAGE, rang_client_stage_to_nick (client->stage));
  set_money (inputs, RANG_RULE_INPUT_ANNUAL_VALUE, client->annual_value, settings);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_FIRST_DELIVERY, order->first_delivery);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_CLIENT_LOST, order->client_lost);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DELIVERIES, order->deliveries);
  rang_rules_inputs_set_string (
      inputs, RANG_RULE_INPUT_CONTRACT_EVENT,
      order->contract_event < 0 ? "none" : rang_client_event_kind_to_nick ((RangClientEventKind)order->contract_event));
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PENALTY_CLAUSE,
                                 order->order->penalty_clause || client->penalty_clause);
}

static void
set_promise (RangRulesInputs *inputs, const RangBoardInput *input, const RangBoardOrder *order)
{
  const RangRequested *requested = &order->order->requested;
  gboolean from = requested->from_day != RANG_DAY_NONE, to = requested->to_day != RANG_DAY_NONE;
  RangDay last = to ? requested->to_day : requested->from_day;

  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_REQUESTED_KIND, from ? "period" : (to ? "deadline" : "none"));
  if (last == RANG_DAY_NONE)
    rang_rules_inputs_set_null (inputs, RANG_RULE_INPUT_DAYS_LEFT);
  else
    rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_LEFT,
                                   rang_calendar_working_days_between (input->settings, input->day, last)
                                       - rang_calendar_working_days_between (input->settings, last, input->day));
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_PROMISE_BROKEN, order->promise_broken);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_BROKEN_LATELY, order->broken_lately);
}

static void
set_order (RangRulesInputs *inputs, const RangBoardInput *input, const RangBoardOrder *order)
{
  const RangOrder *of = order->order;
  const RangDepartment *department = rang_board_input_find_department (input, of->department);

  set_money (inputs, RANG_RULE_INPUT_ORDER_VALUE, of->value, input->settings);
  rang_rules_inputs_set_money (inputs, RANG_RULE_INPUT_LOAD, of->load, 3);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_PARCELS, of->parcels);
  rang_rules_inputs_set_boolean (inputs, RANG_RULE_INPUT_GOODS_READY, of->goods != RANG_GOODS_NOT_READY);
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_DEPARTMENT, department != NULL ? department->name : "");
  rang_rules_inputs_set_string (inputs, RANG_RULE_INPUT_IMPORTANCE,
                                rang_importance_to_nick (rang_order_counted_importance (of)));
  if (of->submitted_rank >= 1 && of->submitted_length >= of->submitted_rank)
    rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DEPARTMENT_RANK,
                                   rang_rule_input_percent (of->submitted_rank, of->submitted_length));
  else
    rang_rules_inputs_set_null (inputs, RANG_RULE_INPUT_DEPARTMENT_RANK);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_DAYS_WAITED, order->days_waited);
  rang_rules_inputs_set_integer (inputs, RANG_RULE_INPUT_TIMES_BUMPED, of->bumps);
}

void
rang_board_fill_rule_inputs (const RangBoardInput *input, const RangBoardOrder *order, RangRulesInputs *inputs)
{
  const RangClient *client = rang_board_input_find_client (input, order->order->client);
  int year, month, day;

  g_return_if_fail (client != NULL);
  set_client (inputs, order, client, input->settings);
  set_promise (inputs, input, order);
  set_order (inputs, input, order);
  rang_day_to_ymd (input->day, &year, &month, &day);
  rang_rules_inputs_set_date (inputs, RANG_RULE_INPUT_DAY, year, month, day);
}

RangBoardScore *
rang_board_score_take (const RangRulesScore *score, RangRulesInputs *inputs)
{
  g_return_val_if_fail (score != NULL && inputs != NULL, NULL);

  RangBoardScore *taken = rang_board_score_new (score->class_letter);
  const RangRulesReason *why = &score->why_class;
  guint n;
  const RangRuleInput *known = rang_rule_inputs (&n);

  rang_board_reason_set_row (rang_board_score_set_class (taken, why->rule, why->text), why->table, why->row, why->asks);
  for (guint i = 0; i < score->n_reasons; i++)
    {
      const RangRulesReason *from = &score->reasons[i];

      rang_board_reason_set_row (rang_board_score_add (taken, from->rule, from->text, from->points), from->table,
                                 from->row, from->asks);
    }
  for (guint i = 0; i < n; i++)
    {
      const RangFeelValue *value = rang_rules_inputs_get (inputs, known[i].name);

      if (value != NULL)
        rang_board_score_tell (taken, known[i].name, rang_feel_value_to_text (value));
    }
  return taken;
}

/* Says in the score what the rules could not count, so that a value without a rate never looks like no value. */
static void
tell_apart (const RangBoardInput *input, RangBoardScore *score, RangMoney money, const char *what)
{
  g_autofree char *text = NULL;

  if (!is_apart (input->settings, money))
    return;
  /* Translators: "Annual value in EUR: no rate is set, so it counts for nothing" */
  text = g_strdup_printf (_ ("%s in %s: no rate is set, so it counts for nothing"), what, money.currency);
  rang_board_score_note (score, "rate", text);
}

RangBoardScore *
rang_board_day_score (const RangBoardInput *input, const RangBoardOrder *order, GError **error)
{
  const RangClient *client = rang_board_input_find_client (input, order->order->client);
  const RangBoardScore *given
      = input->scores != NULL ? g_hash_table_lookup (input->scores, &order->order->number) : NULL;
  g_autoptr (RangRulesInputs) inputs = NULL;
  g_autoptr (RangRulesScore) score = NULL;
  RangBoardScore *taken;

  if (given != NULL)
    return rang_board_score_copy (given);
  if (client == NULL || rang_order_counted_importance (order->order) == RANG_IMPORTANCE_UNKNOWN || input->rules == NULL)
    {
      g_set_error_literal (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                           client == NULL         ? _ ("The client is unknown; choose it, or make a new one")
                           : input->rules == NULL ? _ ("No rules are active; activate a version")
                                                  : _ ("The importance is not stated; state high, normal or low"));
      return NULL;
    }
  inputs = rang_rules_inputs_new ();
  rang_board_fill_rule_inputs (input, order, inputs);
  score = rang_rules_score (input->rules, inputs, input->language, error);
  if (score == NULL)
    return NULL;
  taken = rang_board_score_take (score, inputs);
  taken->rules = input->rules_version;
  tell_apart (input, taken, client->annual_value, _ ("Annual value"));
  tell_apart (input, taken, order->order->value, _ ("Value"));
  return taken;
}

RangBoardScore *
rang_board_input_score (const RangBoardInput *input, const RangBoardOrder *order, GError **error)
{
  g_return_val_if_fail (input != NULL && order != NULL, NULL);

  return rang_board_day_score (input, order, error);
}

char *
rang_board_input_dup_fact (const RangBoardInput *input, gint64 number, const char *name)
{
  g_return_val_if_fail (input != NULL && name != NULL, NULL);

  for (guint i = 0; i < input->orders->len; i++)
    {
      const RangBoardOrder *order = input->orders->pdata[i];
      g_autoptr (RangRulesInputs) inputs = NULL;
      const RangFeelValue *value;

      if (order->order->number != number || rang_board_input_find_client (input, order->order->client) == NULL)
        continue;
      inputs = rang_rules_inputs_new ();
      rang_board_fill_rule_inputs (input, order, inputs);
      value = rang_rules_inputs_get (inputs, name);
      return value != NULL ? rang_feel_value_to_text (value) : NULL;
    }
  return NULL;
}

/* --- in words --- */

static char *
dup_fact_words (const RangBoardScore *score, const char *name)
{
  const char *value = rang_board_score_find_fact (score, name);

  if (value != NULL)
    return rang_rules_words_of_fact (name, value);
  return g_str_equal (name, RANG_RULES_DECISION_POINTS)
             ? g_strdup_printf ("%s: %" G_GINT64_FORMAT, _ ("Points"), score->points)
             : NULL;
}

char *
rang_board_score_dup_asked (const RangBoardScore *score, const RangBoardReason *reason)
{
  g_return_val_if_fail (score != NULL && reason != NULL, NULL);

  GString *text = g_string_new (NULL);

  for (guint i = 0; reason->asks != NULL && score->facts != NULL && i < reason->asks->len; i++)
    {
      g_autofree char *words = dup_fact_words (score, g_ptr_array_index (reason->asks, i));

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return g_string_free (text, FALSE);
}

char *
rang_board_reason_dup_place (const RangBoardReason *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  if (reason->table == NULL)
    return g_strdup ("");
  if (reason->row == 0)
    return g_strdup (rang_rules_table_label (reason->table));
  /* Translators: a table of the rules; the number of a row in it */
  return g_strdup_printf (_ ("%s, row %u"), rang_rules_table_label (reason->table), reason->row);
}
