/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of what Rang tells the priority rules about an order: name, type, unit, meaning. */
#include "rules/rang-rule-input.h"

#include <glib/gi18n-lib.h>

static const RangRuleInput inputs[] = {
  { RANG_RULE_INPUT_STAGE, RANG_FEEL_STRING, FALSE, "\"trial\", \"contract\", \"dormant\"", NULL,
    N_ ("How far the client has come: on trial, under contract, or without orders for long.") },
  { RANG_RULE_INPUT_FIRST_DELIVERY, RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether nothing has been delivered to this client before.") },
  { RANG_RULE_INPUT_ANNUAL_VALUE, RANG_FEEL_NUMBER, TRUE, NULL, N_ ("office currency"),
    N_ ("What the client is worth in a year; 0 when nobody has said, null in a currency without a rate.") },
  { RANG_RULE_INPUT_CLIENT_LOST, RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether this client was lost, or refused the contract, at some time before.") },
  { RANG_RULE_INPUT_PROMISE_BROKEN, RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether a promise made for this order was broken already.") },
  { RANG_RULE_INPUT_REQUESTED_KIND, RANG_FEEL_STRING, FALSE, "\"deadline\", \"period\", \"none\"", NULL,
    N_ ("What the client asked for: a last day, a period, or nothing.") },
  { RANG_RULE_INPUT_DAYS_LEFT, RANG_FEEL_NUMBER, TRUE, NULL, N_ ("working days"),
    N_ ("Working days from the board's day to the last one the client asked for: 0 on that day, below 0 after it, "
        "null when nothing was asked.") },
  { RANG_RULE_INPUT_PENALTY_CLAUSE, RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether a late delivery costs a contractual penalty.") },
  { RANG_RULE_INPUT_ORDER_VALUE, RANG_FEEL_NUMBER, TRUE, NULL, N_ ("office currency"),
    N_ ("The value of the order; null in a currency without a rate.") },
  { RANG_RULE_INPUT_LOAD, RANG_FEEL_NUMBER, FALSE, NULL, N_ ("kg"), N_ ("The weight of the order.") },
  { RANG_RULE_INPUT_PARCELS, RANG_FEEL_NUMBER, FALSE, NULL, N_ ("parcels"), N_ ("How many parcels it has.") },
  { RANG_RULE_INPUT_GOODS_READY, RANG_FEEL_BOOLEAN, FALSE, NULL, NULL,
    N_ ("Whether the goods are, or will be, ready on the board's day.") },
  { RANG_RULE_INPUT_DEPARTMENT, RANG_FEEL_STRING, FALSE, NULL, NULL, N_ ("The name of the sales department.") },
  { RANG_RULE_INPUT_IMPORTANCE, RANG_FEEL_STRING, FALSE, "\"high\", \"normal\", \"low\"", NULL,
    N_ ("The importance that the department has stated.") },
  { RANG_RULE_INPUT_DEPARTMENT_RANK, RANG_FEEL_NUMBER, TRUE, NULL, N_ ("percent"),
    N_ ("The place in the department's list in percent of its length: the first of ten is 10, the last 100; null when "
        "the list is not ranked.") },
  { RANG_RULE_INPUT_DAYS_WAITED, RANG_FEEL_NUMBER, FALSE, NULL, N_ ("working days"),
    N_ ("Working days since the first promised day; 0 for an order that is not carried over.") },
  { RANG_RULE_INPUT_TIMES_BUMPED, RANG_FEEL_NUMBER, FALSE, NULL, N_ ("times"),
    N_ ("How often the order fell to a worse state by somebody's override.") },
};

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
