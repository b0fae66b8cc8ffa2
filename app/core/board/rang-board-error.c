/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board's error domain. */
#include "board/rang-board-error.h"

G_DEFINE_QUARK (rang_board_error_quark, rang_board_error)
