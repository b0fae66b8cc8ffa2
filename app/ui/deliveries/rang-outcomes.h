/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * rang_outcomes_record:
 * @outcome: copied
 *
 * Records what became of an order.
 */
void
rang_outcomes_record (RangDesk *desk, gint64 order, const RangOutcome *outcome);

G_END_DECLS
