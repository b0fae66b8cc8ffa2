/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * rang_board_expect:
 * @routes: (element-type RangBoardRoute): copies of @board's routes; what is expected is filled in
 * @now: the time of day, or %RANG_TIME_NONE when the board's day is not today
 *
 * What the outcomes so far mean for the rest of each route: a van goes on from its last outcome, so that who will be
 * late is known before it happens.
 */
void
rang_board_expect (RangBoard *board, GPtrArray *routes, RangTime now);

/**
 * RangRetiming:
 * @board: (nullable): with the new routes; %NULL when the lock harms somebody
 * @harmed: (element-type gint64): the order itself and those above it whose state the lock would make worse
 * @changed: whether any route is another one
 */
typedef struct
{
  RangBoard *board;
  GArray *harmed;
  gboolean changed;
} RangRetiming;

void
rang_retiming_free (RangRetiming *retiming);

/**
 * rang_board_retime:
 * @board: a signed board, its roster and its locks as they are now
 * @order: number of an order to be put on @resource, or 0: the roster of @resource has changed
 * @force: put it there whomever it harms: the head of sales has said so
 * @now: the time of day, or %RANG_TIME_NONE when the board's day is not today
 *
 * Finds routes as near to the signed ones as can be: what is driven stays, every other order keeps its van and its
 * place, but for the order asked about, those on a van that is out of service, and those that a shift has no more room
 * for. These are put in from the highest rank down, each where it gets the best state without a worse one for an order
 * above it; if only orders below stand in the way, they yield and are put in again.
 *
 * Returns: (transfer full): the routes, or whom the lock would harm
 */
RangRetiming *
rang_board_retime (RangBoard *board, gint64 order, gint64 resource, gboolean force, RangTime now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRetiming, rang_retiming_free)

G_END_DECLS
