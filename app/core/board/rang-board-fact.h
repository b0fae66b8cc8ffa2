/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-input.h"
#include "rules/rang-rules-score.h"

G_BEGIN_DECLS

/**
 * rang_board_input_dup_fact:
 * @number: an order of @input
 * @name: of an input that Rang supplies to the rules
 *
 * Returns: (transfer full) (nullable): what the rules are told about it, in FEEL; %NULL if it is not known
 */
char *
rang_board_input_dup_fact (const RangBoardInput *input, gint64 number, const char *name);

/**
 * rang_board_score_take:
 * @score: what the rules said
 * @inputs: what they were told
 *
 * Returns: (transfer full): the same, to keep: with the rows and with what was told
 */
RangBoardScore *
rang_board_score_take (const RangRulesScore *score, RangRulesInputs *inputs);

/**
 * rang_board_score_dup_asked:
 * @reason: one of @score, or its class
 *
 * Returns: (transfer full): what the reason went by, as it was, in plain words: "Client: on trial; Days left: 0"; ""
 *   when it goes by nothing, or nobody kept it
 */
char *
rang_board_score_dup_asked (const RangBoardScore *score, const RangBoardReason *reason);

/** rang_board_reason_dup_place: Returns: (transfer full): where it stands: "Client, row 2"; "" if that is not known */
char *
rang_board_reason_dup_place (const RangBoardReason *reason);

G_END_DECLS
