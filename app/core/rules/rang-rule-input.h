/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value.h"

G_BEGIN_DECLS

/* The names of the inputs that Rang supplies to a model of priority rules. */
#define RANG_RULE_INPUT_STAGE "stage"
#define RANG_RULE_INPUT_FIRST_DELIVERY "first delivery"
#define RANG_RULE_INPUT_ANNUAL_VALUE "annual value"
#define RANG_RULE_INPUT_CLIENT_LOST "client lost before"
#define RANG_RULE_INPUT_DELIVERIES "deliveries before"
#define RANG_RULE_INPUT_CONTRACT_EVENT "contract event"
#define RANG_RULE_INPUT_PROMISE_BROKEN "promise broken before"
#define RANG_RULE_INPUT_BROKEN_LATELY "promises broken lately"
#define RANG_RULE_INPUT_REQUESTED_KIND "requested kind"
#define RANG_RULE_INPUT_DAYS_LEFT "days left"
#define RANG_RULE_INPUT_PENALTY_CLAUSE "penalty clause"
#define RANG_RULE_INPUT_ORDER_VALUE "order value"
#define RANG_RULE_INPUT_LOAD "load"
#define RANG_RULE_INPUT_PARCELS "parcels"
#define RANG_RULE_INPUT_GOODS_READY "goods ready"
#define RANG_RULE_INPUT_DEPARTMENT "department"
#define RANG_RULE_INPUT_IMPORTANCE "importance"
#define RANG_RULE_INPUT_DEPARTMENT_RANK "department rank"
#define RANG_RULE_INPUT_DAYS_WAITED "working days waited"
#define RANG_RULE_INPUT_TIMES_BUMPED "times bumped"
#define RANG_RULE_INPUT_DAY "board day"

/**
 * RangRuleInput:
 * @name: as models name it
 * @label: what people call it, untranslated; translate with gettext
 * @kind: its FEEL type; a null is allowed where @nullable
 * @nullable: whether Rang may supply null
 * @values: (nullable): the strings it can be, as FEEL unary tests, for the editor and for checking
 * @unit: (nullable): its unit, untranslated; translate with gettext
 * @meaning: one sentence, untranslated; translate with gettext
 *
 * An input that Rang supplies for each order.
 */
typedef struct
{
  const char *name;
  const char *label;
  RangFeelKind kind;
  gboolean nullable;
  const char *values;
  const char *unit;
  const char *meaning;
} RangRuleInput;

/**
 * rang_rule_inputs:
 * @n_inputs: (out): their count
 *
 * Returns: (transfer none) (array length=n_inputs): every input, client first, fairness and the day last
 */
const RangRuleInput *
rang_rule_inputs (guint *n_inputs);

/**
 * rang_rule_input_find:
 *
 * Returns: (nullable): the input called @name
 */
const RangRuleInput *
rang_rule_input_find (const char *name);

/**
 * rang_rule_input_value_label:
 * @value: one of the strings that an input can be: "trial"
 *
 * Returns: what people call it, in the current language: "on trial"; @value itself if it has no other name
 */
const char *
rang_rule_input_value_label (const char *value);

/**
 * rang_rule_input_dup_values:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the strings the input can be; %NULL if it can be any,
 *   or is no string
 */
char **
rang_rule_input_dup_values (const RangRuleInput *input);

/**
 * rang_rule_input_type_name:
 *
 * Returns: the FEEL name of the input's type: "number", "string", "boolean"
 */
const char *
rang_rule_input_type_name (const RangRuleInput *input);

/**
 * rang_rule_input_percent:
 * @place: from 1
 * @length: of the list, at least @place
 *
 * Returns: the value of "department rank": @place in percent of @length, rounded up; the first of ten is 10
 */
gint64
rang_rule_input_percent (gint64 place, gint64 length);

G_END_DECLS
