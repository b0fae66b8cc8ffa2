/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-conflict.h"

G_BEGIN_DECLS

/**
 * rang_conflict_dup_title:
 * @board: (nullable): the board of its day, for names
 *
 * Returns: (transfer full): what it is about, in a few words: "1051 above 1075", "Day 131 % full". Translated
 */
char *
rang_conflict_dup_title (const RangConflict *conflict, const RangBoard *board);

/**
 * rang_conflict_dup_text:
 * @board: (nullable): the board of its day, for names
 *
 * Returns: (transfer full): one sentence on what is wrong, with the figures that the conflict keeps: "Moved from place
 * 96 to 83: 1075 falls from on time to late today, 9 min." Translated
 */
char *
rang_conflict_dup_text (const RangConflict *conflict, const RangBoard *board);

/**
 * rang_conflict_dup_afterwards:
 *
 * Returns: (transfer full) (nullable): what became of the orders: "5568: 12 min late. 5539: on time."; %NULL while no
 *   outcome is in. Translated
 */
char *
rang_conflict_dup_afterwards (const RangConflict *conflict);

G_END_DECLS
