/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-insight.h"
#include "insight/rang-simulation.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * rang_office_insight:
 * @from: first day of the period, @to: last
 * @department: whose orders are asked about; 0 all
 *
 * Measures what the log and the tables hold of a period: the three questions. Writes nothing. A year of 90,000 orders
 * takes some tenths of a second.
 *
 * Returns: (transfer full) (nullable): the answers
 */
RangInsight *
rang_office_insight (
    RangOffice *office, RangDay from, RangDay to, gint64 department, GCancellable *cancellable, GError **error);

/**
 * rang_office_insight_from:
 * @days: how many working days
 *
 * Returns: the first day of a period of @days working days that ends with the session's day
 */
RangDay
rang_office_insight_from (RangOffice *office, const RangSession *session, int days);

/**
 * rang_office_simulate:
 * @parameters: how; its vans and orders are those of the office
 *
 * The effect study on the office's own clients, orders and vans. Writes nothing.
 *
 * Returns: (transfer full) (nullable): the comparison
 */
RangSimulation *
rang_office_simulate (RangOffice *office,
                      const RangSession *session,
                      const RangSimulationParameters *parameters,
                      GCancellable *cancellable,
                      GError **error);

G_END_DECLS
