/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * RangForesight:
 * @promised: the window asked about
 * @state: the best state that harms nobody on the board
 * @eta: when the order can be there, then; %RANG_TIME_NONE when not today
 * @minutes_late: after the promise, then
 * @impossible: not on time even at rank 1
 * @late: (element-type gint64): orders that would be late if the promise were kept above all others; empty when @state
 *   is on time or @impossible
 * @left_out: (element-type gint64): orders that would be left out, then
 * @why: (nullable): in a sentence, why no van of the day can take it at all
 *
 * Whether a promise can be kept.
 */
typedef struct
{
  RangTimeWindow promised;
  RangPlanState state;
  RangTime eta;
  gint32 minutes_late;
  gboolean impossible;
  GArray *late;
  GArray *left_out;
  char *why;
} RangForesight;

void
rang_foresight_free (RangForesight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangForesight, rang_foresight_free)

/**
 * rang_board_foresee:
 * @board: the board of the day that is promised
 * @order: with its promised window; it need not be on the board. If it is, it is looked at with these values instead
 * @client: (nullable): its client, for hours and service
 * @error: return location for %RANG_BOARD_ERROR_INPUT (no promise that makes sense) or %G_IO_ERROR_CANCELLED
 *
 * What becomes of the order below all others, near the routes as they are, and of the others above which it would
 * stand. Two questions to a planner of its own; no search. May be asked from any thread.
 *
 * Returns: (transfer full) (nullable): the answer
 */
RangForesight *
rang_board_foresee (
    RangBoard *board, const RangOrder *order, const RangClient *client, GCancellable *cancellable, GError **error);

/**
 * rang_foresight_to_text:
 *
 * Returns: (transfer full): in the current language, e.g. "Can be there by 11:40; promising 10:30 would make 3 orders
 *   late."
 */
char *
rang_foresight_to_text (const RangForesight *self);

G_END_DECLS
