/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-conflict.h"
#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * OfficePull:
 * @entry: its log entry; of a push that of the asking
 * @person: id of who wants it
 * @order: which order
 * @kind: a move or an amendment, or a push that is open or was granted
 * @day: of the board
 * @from: its place before; @to: its place after, of a push the place asked for
 * @reason: (nullable): code; @note: (nullable)
 * @passed: (element-type gint64): the orders that it goes past
 *
 * One wish about one order's place.
 */
typedef struct
{
  gint64 entry;
  gint64 person;
  gint64 order;
  RangPullKind kind;
  RangDay day;
  gint32 from;
  gint32 to;
  char *reason;
  char *note;
  GArray *passed;
} OfficePull;

/**
 * OfficePullSpan:
 * @from: the first day of the boards; @to: the last
 * @until: the log entry at which one looks: what came later is not seen, nor what was taken back or refused later.
 *   %G_MAXINT64 is now
 * @orders: (nullable) (element-type gint64): pulls of these alone
 */
typedef struct
{
  RangDay from;
  RangDay to;
  gint64 until;
  const GArray *orders;
} OfficePullSpan;

/** office_gather_pulls: Returns: (transfer full) (nullable) (element-type OfficePull): moves, then pushes, each by
 * entry */
GPtrArray *
office_gather_pulls (RangOffice *office, const OfficePullSpan *span, GError **error);

/**
 * office_pull_side:
 * @other: 0 when it is about one order
 *
 * Which way a pull turns the question. One order: up or down. A pair: which of the two goes above the other.
 *
 * Returns: 1 for it, -1 against it, 0 not about it
 */
int
office_pull_side (const OfficePull *pull, gint64 order, gint64 other);

G_END_DECLS
