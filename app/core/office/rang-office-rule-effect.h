/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangRuleEffectOrder:
 * @order: its number
 * @client: its client's name
 * @mark: its department's mark
 * @value: of the order
 * @before: rank in the suggestion of the rules that hold; 0 if they could not score it
 * @after: rank in the suggestion of the rules that are tried; 0 if they cannot score it
 * @points_before: points of the rules that hold
 * @points_after: points of the rules that are tried
 * @class_before: 'A', 'B' or 'C', or 0
 * @class_after: the same
 * @state_before: what would become of it
 * @state_after: what would become of it
 * @placed: whether a person has placed it on the board: the suggestion changes, its place does not
 * @rules: (array zero-terminated=1): the rows that give it something by the rules that are tried: "Client/trial"
 *
 * What the rules that are tried change for one order.
 */
typedef struct
{
  gint64 order;
  char *client;
  int mark;
  RangMoney value;
  guint before;
  guint after;
  gint64 points_before;
  gint64 points_after;
  char class_before;
  char class_after;
  RangPlanState state_before;
  RangPlanState state_after;
  gboolean placed;
  char **rules;
} RangRuleEffectOrder;

/**
 * RangRuleEffect:
 * @day: the board's day
 * @orders: (element-type RangRuleEffectOrder): by rank after; those that cannot be scored last
 * @before: lines and balance of the suggestion by the rules that hold
 * @after: the same by the rules that are tried
 * @value_before: value of the orders on time
 * @value_after: the same
 * @moved: how many orders have another rank
 * @placed: how many orders a person has placed
 * @gained: (element-type gint64): orders that would be on time, and are not
 * @lost: (element-type gint64): orders that are on time, and would not be
 * @unscored: how many orders could not be scored any more
 * @applies: row name → how many orders of the day it applies to (GUINT_TO_POINTER)
 *
 * What rules would change on one day's suggestion.
 */
typedef struct
{
  RangDay day;
  GPtrArray *orders;
  RangBoardLines before;
  RangBoardLines after;
  RangMoney value_before;
  RangMoney value_after;
  guint moved;
  guint placed;
  GArray *gained;
  GArray *lost;
  guint unscored;
  GHashTable *applies;
  /*< private >*/
  gatomicrefcount references;
} RangRuleEffect;

RangRuleEffect *
rang_rule_effect_ref (RangRuleEffect *effect);
void
rang_rule_effect_free (RangRuleEffect *effect);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRuleEffect, rang_rule_effect_free)

/**
 * rang_office_try_rules:
 * @rules: the text of a model
 * @name: what to call it in messages
 *
 * Compares the day's suggestion with the one that other rules would give. Writes nothing; two questions to the planner.
 *
 * Returns: (transfer full) (nullable): the difference; errors in #RANG_RULES_ERROR if @rules are not right
 */
RangRuleEffect *
rang_office_try_rules (RangOffice *office,
                       const RangSession *session,
                       GBytes *rules,
                       const char *name,
                       GCancellable *cancellable,
                       GError **error);

/** rang_rule_effect_find: Returns: (transfer none) (nullable): what changes for an order */
const RangRuleEffectOrder *
rang_rule_effect_find (const RangRuleEffect *effect, gint64 order);

/**
 * rang_rule_effect_to_text:
 *
 * Returns: (transfer full): who gives way to whom, one sentence: "1 order worth 12 000 lei gives way to 3 worth 9 000
 *   lei together"; or that no promise changes hands
 */
char *
rang_rule_effect_to_text (const RangRuleEffect *effect);

/**
 * RangRuleUse:
 * @applied: to how many orders the row applied
 * @decided: for how many of them it decided the place: without its points another order of the class would have stood
 *   above; a row that gives the class decides whenever it applies
 */
typedef struct
{
  guint applied;
  guint decided;
} RangRuleUse;

/**
 * rang_office_rule_history:
 * @from: first day
 * @to: last day
 *
 * How often each row of the rules that held on those days was used.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 RangRuleUse): row name → use
 */
GHashTable *
rang_office_rule_history (RangOffice *office,
                          const RangSession *session,
                          RangDay from,
                          RangDay to,
                          GCancellable *cancellable,
                          GError **error);

/**
 * RangRuleTrialFact:
 * @input: the input's name
 * @label: what people call it
 * @meaning: one sentence on it
 * @values: (nullable) (array zero-terminated=1): FEEL values to choose from; %NULL: a number
 * @labels: (nullable) (array zero-terminated=1): what people call @values
 * @plain: the plainest value: nothing special about the order
 * @low: the least number
 * @step: a step of the number
 *
 * A fact of a made-up order. Texts in the current language.
 */
typedef struct
{
  char *input;
  char *label;
  char *meaning;
  char **values;
  char **labels;
  char *plain;
  int low;
  int step;
} RangRuleTrialFact;

/** rang_rule_trial_facts: Returns: (transfer full) (element-type RangRuleTrialFact): the facts that there are */
GPtrArray *
rang_rule_trial_facts (void);

/**
 * rang_office_score_trial:
 * @rules: the text of a model
 * @values: (element-type utf8 utf8): input → a FEEL value; inputs that are missing have their plainest value
 *
 * What rules say about a made-up order.
 *
 * Returns: (transfer full) (nullable): the score
 */
RangBoardScore *
rang_office_score_trial (
    RangOffice *office, const RangSession *session, GBytes *rules, GHashTable *values, GError **error);

G_END_DECLS
