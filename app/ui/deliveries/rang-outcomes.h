/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangOutcome:
 *
 * What became of a stop.
 */
typedef enum
{
  RANG_OUTCOME_DELIVERED,
  RANG_OUTCOME_PART,
  RANG_OUTCOME_FAILED
} RangOutcome;

/**
 * rang_outcomes_record:
 * @reason: a #RangFailReason for a failed delivery, else -1
 *
 * Records what became of an order, now.
 */
void
rang_outcomes_record (RangDesk *desk, gint64 order, RangOutcome outcome, int reason);

G_END_DECLS
