/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * rang_board_why:
 *
 * Returns: (transfer full) (nullable): one sentence on why the order stands where it stands, in the current language:
 *   who moved it, and from which suggested rank; or what the rules say. %NULL if it is not on the board
 */
char *
rang_board_why (RangBoard *board, gint64 number);

/**
 * rang_board_why_not_as_ranked:
 *
 * Where two orders of one department stand otherwise than its head ranked them (BOARD.md 18).
 *
 * Returns: (transfer full) (nullable): one sentence on the order nearest above @number that its head had ranked below
 *   it, and why; %NULL if there is none
 */
char *
rang_board_why_not_as_ranked (RangBoard *board, gint64 number);

/**
 * rang_board_why_not_on_time:
 *
 * Returns: (transfer full) (nullable): for an order that is not on time, one sentence: which orders would have to yield
 *   to it and what they are worth, or that nothing helps; %NULL if it is on time or not on the board
 */
char *
rang_board_why_not_on_time (RangBoard *board, gint64 number);

/**
 * rang_board_dup_source:
 * @score: of an order of @board
 *
 * Returns: (transfer full): which rules said it, and whether it stands so in a signed version: "By version 2 of the
 *   rules, as signed with version 1 of the board."; "" if that is not known
 */
char *
rang_board_dup_source (RangBoard *board, const RangBoardScore *score);

G_END_DECLS
