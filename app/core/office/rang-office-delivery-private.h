/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board-private.h"
#include "office/rang-office-delivery.h"

G_BEGIN_DECLS

/** office_check_not_closed: Returns: whether the session's day may still be changed; else @error says why not */
gboolean
office_check_not_closed (RangOffice *office, const RangSession *session, GError **error);

/** office_clock_of_day: Returns: the time of day when the session's day is today, else %RANG_TIME_NONE */
RangTime
office_clock_of_day (RangOffice *office, const RangSession *session);

/**
 * office_find_accepted:
 * @record: (out) (transfer full) (nullable): the version that binds; %NULL while nothing is signed
 *
 * Returns: %FALSE with @error set, also when a signed board waits for its acceptance
 */
gboolean
office_find_accepted (RangOffice *office, const RangSession *session, RangVersionRecord **record, GError **error);

/**
 * office_add_plan:
 * @board: with the routes of the new plan
 * @entry: the log entry that made it so
 *
 * Returns: the number of the plan, 0 on error
 */
int
office_add_plan (RangOffice *office,
                 const RangSession *session,
                 const RangVersionRecord *version,
                 RangBoard *board,
                 const RangLogEntry *entry,
                 GError **error);

/** office_do_lock: a lock whomever it harms, inside the caller's transaction; @entry is logged */
gboolean
office_do_lock (RangOffice *office,
                const RangSession *session,
                gint64 order,
                gint64 resource,
                RangLogEntry *entry,
                RangRouteChange *change,
                GError **error);

/** office_take_call: @call: (transfer full): logs and stores it, inside the caller's transaction */
gboolean
office_take_call (RangOffice *office, const RangSession *session, RangCall *call, GError **error);

G_END_DECLS
