/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of what Rang tells the priority rules about an order: name, type, unit, meaning. */
#include "rules/rang-rule-input.h"

#include <glib/gi18n-lib.h>

static const RangRuleInput inputs[] = {
  { RANG_RULE_INPUT_STAGE, N_ ("Client"), RANG_FEEL_STRING, FALSE, "\"trial\", \"contract\", \"dormant\"", NULL,
    N_ ("How far the client has come: on trial, under contract, or without orders for long.") },
  { RANG_RULE_INPUT_FIRST_DELIVERY, N_ ("First delivery"), RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether nothing has been delivered to this client before.") },
  { RANG_RULE_INPUT_ANNUAL_VALUE, N_ ("Value a year"), RANG_FEEL_NUMBER, TRUE, NULL, N_ ("office currency"),
    N_ ("What the client is worth in a year; 0 when nobody has said, not known (null) in a currency without a rate.") },
  { RANG_RULE_INPUT_CLIENT_LOST, N_ ("Lost before"), RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether this client was lost, or refused the contract, at some time before.") },
  { RANG_RULE_INPUT_DELIVERIES, N_ ("Deliveries before"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("deliveries"),
    N_ ("How many of the client's orders were delivered before the board's day.") },
  { RANG_RULE_INPUT_CONTRACT_EVENT, N_ ("Contract lately"), RANG_FEEL_STRING, FALSE,
    "\"none\", \"signed\", \"renewed\", \"refused\", \"lost\"", NULL,
    N_ ("What became of the client's contract in the last 30 days: the latest event.") },
  { RANG_RULE_INPUT_PROMISE_BROKEN, N_ ("Promise broken"), RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether a promise made for this order was broken already.") },
  { RANG_RULE_INPUT_BROKEN_LATELY, N_ ("Broken lately"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("promises"),
    N_ ("How many promises to the client were broken in the last 60 days: orders that came late or failed.") },
  { RANG_RULE_INPUT_REQUESTED_KIND, N_ ("Asked for"), RANG_FEEL_STRING, FALSE, "\"deadline\", \"period\", \"none\"",
    NULL, N_ ("What the client asked for: a last day, a period, or nothing.") },
  { RANG_RULE_INPUT_DAYS_LEFT, N_ ("Days left"), RANG_FEEL_NUMBER, TRUE, NULL, N_ ("working days"),
    N_ ("Working days from the board's day to the last one the client asked for: 0 on that day, below 0 after it, "
        "not known (null) when nothing was asked.") },
  { RANG_RULE_INPUT_PENALTY_CLAUSE, N_ ("Penalty"), RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether a late delivery costs a contractual penalty.") },
  { RANG_RULE_INPUT_ORDER_VALUE, N_ ("Order’s value"), RANG_FEEL_NUMBER, TRUE, NULL, N_ ("office currency"),
    N_ ("The value of the order; not known (null) in a currency without a rate.") },
  { RANG_RULE_INPUT_LOAD, N_ ("Load"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("kg"), N_ ("The weight of the order.") },
  { RANG_RULE_INPUT_PARCELS, N_ ("Parcels"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("parcels"),
    N_ ("How many parcels it has.") },
  { RANG_RULE_INPUT_GOODS_READY, N_ ("Goods ready"), RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether the goods are, or will be, ready on the board's day.") },
  { RANG_RULE_INPUT_DEPARTMENT, N_ ("Department"), RANG_FEEL_STRING, FALSE, NULL, NULL,
    N_ ("The name of the sales department.") },
  { RANG_RULE_INPUT_IMPORTANCE, N_ ("Importance"), RANG_FEEL_STRING, FALSE, "\"high\", \"normal\", \"low\"", NULL,
    N_ ("The importance that the department stated when it last submitted the order.") },
  { RANG_RULE_INPUT_DEPARTMENT_RANK, N_ ("Place in department"), RANG_FEEL_NUMBER, TRUE, NULL, N_ ("percent"),
    N_ ("The place in the department's list in percent of its length: the first of ten is 10, the last 100; not known "
        "(null) when the list is not ranked.") },
  { RANG_RULE_INPUT_DAYS_WAITED, N_ ("Days waited"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("working days"),
    N_ ("Working days since the first promised day; 0 for an order that is not carried over.") },
  { RANG_RULE_INPUT_TIMES_BUMPED, N_ ("Times bumped"), RANG_FEEL_NUMBER, FALSE, NULL, N_ ("times"),
    N_ ("How often the order fell to a worse state by somebody's override.") },
  { RANG_RULE_INPUT_DAY, N_ ("Board’s day"), RANG_FEEL_DATE, FALSE, NULL, NULL,
    N_ ("The day that the board is for: rules can hold for a season, or until a date.") },
};

static const struct
{
  const char *value;
  const char *label;
} value_labels[] = {
  { "trial", N_ ("on trial") },    { "contract", N_ ("contract") }, { "dormant", N_ ("dormant") },
  { "deadline", N_ ("deadline") }, { "period", N_ ("period") },     { "none", N_ ("nothing") },
  { "signed", N_ ("signed") },     { "renewed", N_ ("renewed") },   { "refused", N_ ("refused") },
  { "lost", N_ ("lost") },         { "high", N_ ("high") },         { "normal", N_ ("normal") },
  { "low", N_ ("low") },
};

const char *
rang_rule_input_value_label (const char *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (value_labels); i++)
    if (g_str_equal (value_labels[i].value, value))
      return _ (value_labels[i].label);
  return value;
}

char **
rang_rule_input_dup_values (const RangRuleInput *input)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  if (input->values == NULL)
    return NULL;
  parts = g_strsplit (input->values, "\"", -1);
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i += 2)
    g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

const RangRuleInput *
rang_rule_inputs (guint *n_inputs)
{
  g_return_val_if_fail (n_inputs != NULL, NULL);

  *n_inputs = G_N_ELEMENTS (inputs);
  return inputs;
}

const RangRuleInput *
rang_rule_input_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (g_str_equal (inputs[i].name, name))
      return &inputs[i];
  return NULL;
}

const char *
rang_rule_input_type_name (const RangRuleInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  switch (input->kind)
    {
    case RANG_FEEL_NUMBER:
      return "number";
    case RANG_FEEL_BOOLEAN:
      return "boolean";
    case RANG_FEEL_DATE:
      return "date";
    default:
      return "string";
    }
}

gint64
rang_rule_input_percent (gint64 place, gint64 length)
{
  g_return_val_if_fail (place >= 1 && length >= place, 100);

  return (place * 100 + length - 1) / length;
}
