/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"
#include "domain/rang-order.h"

G_BEGIN_DECLS

/* Afterwards: what became of an order on a day, and why it was not on time. Pure. */

/* In place of minutes late: not delivered on that day; no outcome yet. */
#define RANG_NOT_THAT_DAY -1
#define RANG_NOT_KNOWN -2

/**
 * RangLateCause:
 * @RANG_LATE_CAPACITY: not everybody could be served, and nobody worth less was
 * @RANG_LATE_RULE: the rules put clients first that are worth less
 * @RANG_LATE_OVERRIDE: somebody's override made it so
 * @RANG_LATE_IMPOSSIBLE: it could not have been on time even at rank 1
 * @RANG_LATE_GOODS: its goods were missing
 * @RANG_LATE_EXECUTION: it was planned on time
 */
typedef enum
{
  RANG_LATE_CAPACITY,
  RANG_LATE_RULE,
  RANG_LATE_OVERRIDE,
  RANG_LATE_IMPOSSIBLE,
  RANG_LATE_GOODS,
  RANG_LATE_EXECUTION,
  RANG_N_LATE_CAUSES
} RangLateCause;

/**
 * RangLateFacts:
 * @goods: its goods were not ready, or missing at the door
 * @impossible: the board showed the promise as impossible
 * @forecast: the #RangPlanState of the signed board; -1 when none was kept
 * @displaced: an override that stood made its state worse
 * @outranked: by the rules somebody worth less was served on time before it
 *
 * What is known about an order that was late, by value.
 */
typedef struct
{
  gboolean goods;
  gboolean impossible;
  int forecast;
  gboolean displaced;
  gboolean outranked;
} RangLateFacts;

/** rang_late_cause_of: Returns: the one primary cause: goods before promise before execution before override before
 * rule before capacity */
RangLateCause
rang_late_cause_of (const RangLateFacts *facts);

/** rang_late_cause_to_nick: Returns: "capacity", "rule", "override", "impossible-promise", "goods" or "execution" */
const char *
rang_late_cause_to_nick (RangLateCause cause);
/** rang_late_cause_label: Returns: the cause in the current language */
const char *
rang_late_cause_label (RangLateCause cause);

/**
 * rang_outcome_minutes:
 * @day: the day it was to be delivered on
 *
 * Returns: minutes late, rounded up, 0 on time; %RANG_NOT_THAT_DAY if it failed or went to another day;
 *   %RANG_NOT_KNOWN while there is no outcome
 */
gint32
rang_outcome_minutes (const RangOrder *order, RangDay day);

/**
 * rang_shares:
 * @counts: (array length=n): how many of each
 * @shares: (out caller-allocates) (array length=n): per cent, whole numbers that add up to 100 (all 0 without counts):
 *   the largest remainders are rounded up (Hamilton's method), ties to the first
 */
void
rang_shares (const guint *counts, gsize n, guint *shares);

G_END_DECLS
