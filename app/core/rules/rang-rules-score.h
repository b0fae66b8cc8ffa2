/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-rules.h"

G_BEGIN_DECLS

/**
 * RANG_RULES_DECISION_POINTS:
 *
 * The decision that a model of priority rules must have for the points: a whole number.
 */
#define RANG_RULES_DECISION_POINTS "Points"

/**
 * RANG_RULES_DECISION_CLASS:
 *
 * The decision that a model of priority rules must have for the class: "A", "B" or "C".
 */
#define RANG_RULES_DECISION_CLASS "Class"

/**
 * RangRulesReason:
 * @rule: names the rule for good: table and row, as "Client/first-delivery"
 * @table: the table's name
 * @text: the rule's description in the language asked for (else in English), for people
 * @points: what the rule gave; never 0
 * @row: the rule's place in its table, from 1
 * @asks: %NULL-terminated; the names that the row tests: of inputs, or of decisions such as "Points"
 *
 * One contribution to the points of an order.
 */
typedef struct
{
  const char *rule;
  const char *table;
  const char *text;
  gint64 points;
  guint row;
  const char *const *asks;
} RangRulesReason;

/**
 * RangRulesScore:
 * @class_letter: 'A', 'B' or 'C'
 * @why_class: the rule that gave the class, as a reason of 0 points; its @rule is %NULL if no single one did
 * @points: the total; may be below 1 (see CASES: the planner then counts 1)
 * @reasons: (array length=n_reasons): contributions in the model's order; their points add up to @points
 * @n_reasons: their count
 *
 * What the rules say about one order. The texts belong to the model, which the score keeps alive.
 */
typedef struct
{
  char class_letter;
  RangRulesReason why_class;
  gint64 points;
  RangRulesReason *reasons;
  guint n_reasons;
  /*< private >*/
  RangRules *rules;
} RangRulesScore;

/**
 * rang_rules_score:
 * @rules: a model of priority rules
 * @inputs: a value (null counts) for every input the model names, see rang-rule-input.h
 * @language: (nullable): "ro", "en" or a locale such as "ro_RO.UTF-8"; %NULL is English
 * @error: return location: %RANG_RULES_ERROR_INPUT (one is missing or has the wrong type), %RANG_RULES_ERROR_SCORE
 *   (no class, no whole number, contributions that do not add up), %RANG_RULES_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): class, points and reasons, or %NULL: the order cannot be scored
 */
RangRulesScore *
rang_rules_score (RangRules *rules, RangRulesInputs *inputs, const char *language, GError **error);

void
rang_rules_score_free (RangRulesScore *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesScore, rang_rules_score_free)

G_END_DECLS
