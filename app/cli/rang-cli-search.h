/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"
#include "rang-cli.h"

G_BEGIN_DECLS

/**
 * rang_cli_load_board:
 *
 * The board of the session's day. While its suggestion is searched for, a terminal on standard error is told how far it
 * is, and an interrupt (Ctrl+C) ends the search with the best so far: rang_board_get_unfinished().
 *
 * Returns: (transfer full) (nullable): the board
 */
RangBoard *
rang_cli_load_board (RangCli *cli, GError **error);

G_END_DECLS
