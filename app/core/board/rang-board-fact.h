/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-input.h"

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

G_END_DECLS
