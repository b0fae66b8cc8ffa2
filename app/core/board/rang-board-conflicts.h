/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-conflict.h"

G_BEGIN_DECLS

/* Conflicts as they are found: id 0, open, since 0; the office stamps and stores them. The key makes one found again
 * the same one; people are those who want it differently, as far as the board knows them (heads of the departments). */

/**
 * rang_board_find_conflicts:
 *
 * What the board itself shows: `over-capacity` (an order, impossible ones aside, is not today), `client-claimed-twice`,
 * `order-entered-twice`, `impossible-promise`, `bumped-too-often`.
 *
 * Returns: (transfer full) (element-type RangConflict): in the order of their kinds
 */
GPtrArray *
rang_board_find_conflicts (RangBoard *board);

/**
 * rang_board_find_displaced:
 * @cost: of the override
 * @mover: id of who made it
 *
 * Returns: (transfer full) (element-type RangConflict): `displaced`, one for each order of another department than the
 *   moved one's whose state gets worse; empty if there is none
 */
GPtrArray *
rang_board_find_displaced (RangBoard *board, const RangMoveCost *cost, gint64 mover);

/**
 * rang_conflict_new_bumped:
 * @order: an order of the board
 * @count: how often it was bumped
 *
 * Returns: (transfer full): `bumped-too-often`
 */
RangConflict *
rang_conflict_new_bumped (RangBoard *board, gint64 order, int count);

/**
 * rang_conflict_new_unclear:
 * @department: the department that nobody heads; 0 for an office without a head of sales or a delivery chief
 * @role: the role that nobody holds
 * @answers: id of the head of sales, who answers meanwhile; 0 there is none
 *
 * Returns: (transfer full): `responsibility-unclear`
 */
RangConflict *
rang_conflict_new_unclear (RangDay day, gint64 department, const char *role, gint64 answers);

/**
 * rang_conflict_new_late_push:
 * @push: id of the push; @order: its order; @department: the order's
 * @by: id of who asks
 * @version: number of the version that was signed already
 *
 * Returns: (transfer full): `late-push`
 */
RangConflict *
rang_conflict_new_late_push (RangDay day, gint64 push, gint64 order, gint64 department, gint64 by, int version);

/**
 * RangTug:
 * @one, @other: ids of the two people; @count_one, @count_other: how often each pulled
 * @entry: the last entry of the log when it was found: what came later did not make it
 * @turn: how many there were about the same orders on that day before
 */
typedef struct
{
  gint64 one;
  gint64 other;
  int count_one;
  int count_other;
  gint64 entry;
  guint turn;
} RangTug;

/**
 * rang_conflict_new_tug_of_war:
 * @orders: (array length=n): one order, or a pair
 *
 * Returns: (transfer full): `tug-of-war`; the caller adds the departments
 */
RangConflict *
rang_conflict_new_tug_of_war (RangDay day, const gint64 *orders, gsize n, const RangTug *tug);

/**
 * rang_conflict_new_changed_order:
 * @was: the order as stored; @is: as it was imported again
 *
 * Returns: (transfer full): `client-changed-order` with old and new side by side in its detail
 */
RangConflict *
rang_conflict_new_changed_order (RangDay day, const RangOrder *was, const RangOrder *is);

/** rang_conflict_new_same_signer: Returns: (transfer full): one person signed and accepted that version */
RangConflict *
rang_conflict_new_same_signer (RangDay day, int version, gint64 person);

/**
 * rang_conflict_new_high_over_quota:
 * @orders: (array length=n): the orders of high importance
 * @allowed: how many may be
 * @head: who submitted, id
 *
 * Returns: (transfer full): the list of @department has @n orders of high importance; the count is in the detail
 */
RangConflict *
rang_conflict_new_high_over_quota (
    RangDay day, gint64 department, const gint64 *orders, gsize n, int allowed, gint64 head);

G_END_DECLS
