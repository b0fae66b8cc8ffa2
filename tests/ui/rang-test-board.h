/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * rang_test_board_new:
 * @day: the day
 *
 * The demo's day as a board, without a store: scores are made up from importance and value, and two orders are placed.
 *
 * Returns: (transfer full): the board
 */
RangBoard *
rang_test_board_new (RangDay day);

G_END_DECLS
