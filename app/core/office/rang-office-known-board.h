/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * OfficeKnownBoard:
 * @key: day, unit, kind of board and time of day, and what else it was asked for with; %NULL for none
 * @head: the hash of the last entry of the log that it depends on
 * @entry: the number of that entry, 0 before the first
 * @board: (nullable): the board
 *
 * A board, and what it is the board of: as long as the log's last entry that boards depend on stays the same, so does
 * the board.
 */
typedef struct
{
  char *key;
  char *head;
  gint64 entry;
  RangBoard *board;
} OfficeKnownBoard;

/** office_known_board_copy: Returns: a copy, its board referenced */
OfficeKnownBoard
office_known_board_copy (const OfficeKnownBoard *known);
void
office_known_board_clear (OfficeKnownBoard *known);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OfficeKnownBoard, office_known_board_clear)

G_END_DECLS
