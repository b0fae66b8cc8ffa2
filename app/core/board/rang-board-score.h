/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangBoardReason:
 * @rule: names the rule for good: "Client/first-delivery"
 * @text: what it says to people, in the language that the board was made in
 * @points: what it gave; never 0
 *
 * One contribution to the points of an order.
 */
typedef struct
{
  char *rule;
  char *text;
  gint64 points;
} RangBoardReason;

/**
 * RangBoardScore:
 * @class_letter: 'A', 'B' or 'C'
 * @class_rule: (nullable): the rule that gave the class
 * @class_text: (nullable): what it says
 * @points: the sum of the reasons' points, as it is shown; below 1 it counts as 1 for the planner (CASES.md 20)
 * @reasons: (element-type RangBoardReason): what adds up to @points, in the rules' order
 *
 * What the rules said about one order.
 */
typedef struct
{
  char class_letter;
  char *class_rule;
  char *class_text;
  gint64 points;
  GPtrArray *reasons;
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
 */
void
rang_board_score_add (RangBoardScore *score, const char *rule, const char *text, gint64 points);

/** rang_board_score_note: adds a reason of 0 points: what could not be counted, and why */
void
rang_board_score_note (RangBoardScore *score, const char *rule, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangBoardScore, rang_board_score_free)

G_END_DECLS
