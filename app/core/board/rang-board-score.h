/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangBoardFact:
 * @name: of an input that Rang supplies to the rules; interned
 * @value: what the rules were told, in FEEL
 *
 * Something that the rules were told about an order.
 */
typedef struct
{
  const char *name;
  char *value;
} RangBoardFact;

/**
 * RangBoardReason:
 * @rule: (nullable): names the rule for good: "Client/first-delivery"
 * @text: (nullable): what it says to people, in the language that the board was made in
 * @points: what it gave; 0 for what could not be counted, and for a class
 * @table: (nullable): the table it stands in
 * @row: its place in the table, from 1; 0 unknown
 * @asks: (nullable) (element-type utf8): interned names of what the row tests
 *
 * One contribution to the points of an order, or what gave it its class.
 */
typedef struct
{
  char *rule;
  char *text;
  gint64 points;
  char *table;
  guint row;
  GPtrArray *asks;
} RangBoardReason;

/**
 * RangBoardScore:
 * @class_letter: 'A', 'B' or 'C'
 * @why_class: the rule that gave the class; its @rule is %NULL if it is not known
 * @points: the sum of the reasons' points, as it is shown; below 1 it counts as 1 for the planner (CASES.md 20)
 * @reasons: (element-type RangBoardReason): what adds up to @points, in the rules' order
 * @facts: (nullable) (element-type RangBoardFact): what the rules were told, as it was then; %NULL if nobody kept it
 * @rules: id of the version of the rules that said it; 0 unknown
 *
 * What the rules said about one order.
 */
typedef struct
{
  char class_letter;
  RangBoardReason *why_class;
  gint64 points;
  GPtrArray *reasons;
  GPtrArray *facts;
  gint64 rules;
} RangBoardScore;

/**
 * rang_board_score_new:
 * @class_letter: 'A', 'B' or 'C'
 *
 * Returns: (transfer full): a score of 0 points without reasons
 */
RangBoardScore *
rang_board_score_new (char class_letter);
RangBoardScore *
rang_board_score_copy (const RangBoardScore *score);
void
rang_board_score_free (RangBoardScore *score);

/**
 * rang_board_score_add:
 * @rule: (nullable): as in #RangBoardReason
 *
 * Adds a reason and its points. 0 points add nothing.
 *
 * Returns: (transfer none) (nullable): the reason
 */
RangBoardReason *
rang_board_score_add (RangBoardScore *score, const char *rule, const char *text, gint64 points);

/** rang_board_score_note: adds a reason of 0 points: what could not be counted, and why. Returns: (transfer none) */
RangBoardReason *
rang_board_score_note (RangBoardScore *score, const char *rule, const char *text);

/** rang_board_score_set_class: says which rule gave the class. Returns: (transfer none): the reason */
RangBoardReason *
rang_board_score_set_class (RangBoardScore *score, const char *rule, const char *text);

/**
 * rang_board_reason_set_row:
 * @table: (nullable): its table
 * @row: from 1, or 0
 * @asks: (nullable): %NULL-terminated names of what it tests
 */
void
rang_board_reason_set_row (RangBoardReason *reason, const char *table, guint row, const char *const *asks);

/** rang_board_score_tell: @value: (transfer full): adds what the rules were told of the input @name */
void
rang_board_score_tell (RangBoardScore *score, const char *name, char *value);

/** rang_board_score_find_fact: Returns: (transfer none) (nullable): what the rules were told of the input @name */
const char *
rang_board_score_find_fact (const RangBoardScore *score, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardScore, rang_board_score_free)

G_END_DECLS
