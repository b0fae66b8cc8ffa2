/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board-private.h"

G_BEGIN_DECLS

/**
 * SECTION: planning ahead
 *
 * While a transaction writes all others wait, so the planner must not work in one. Whoever changes something says with
 * office_begin_ahead() what there will be to plan: that is planned first, by the functions that do it in earnest
 * afterwards. What they ask the planner through office_load_board(), office_plan_as() and office_plan_changed() is
 * then known, as long as the log has not grown.
 */

/** OfficeAheadFunc: asks the planner for all that the change will; what is wrong is told when it is made in earnest */
typedef void (*OfficeAheadFunc) (RangOffice *office,
                                 const RangSession *session,
                                 gpointer data,
                                 GCancellable *cancellable);

/**
 * office_begin_ahead:
 * @which: the board that the change begins with
 * @plan: (nullable): what else is planned
 *
 * As office_begin(), once all is planned. Where others changed something meanwhile it is planned again; if that happens
 * again and again, in the transaction.
 */
RangStoreTransaction *
office_begin_ahead (RangOffice *office,
                    const RangSession *session,
                    OfficeBoard which,
                    OfficeAheadFunc plan,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error);

/** office_plan_as: @placements: (nullable): %NULL keeps the marks. Returns: (transfer full) (nullable): @before in
 * another ranking; asked again at once, the same one */
RangBoard *
office_plan_as (RangOffice *office,
                RangBoard *before,
                const GArray *ranking,
                const GArray *placements,
                GCancellable *cancellable,
                GError **error);

/** OfficeInputFunc: changes what a board is made of */
typedef void (*OfficeInputFunc) (RangBoardInput *input, gconstpointer change);

/**
 * office_plan_changed:
 * @before: the board of the session's day as it is, by office_load_board()
 * @name: of the change: no other has it
 * @make: makes the change, which is not in the store yet
 *
 * Returns: (transfer full) (nullable): the board after the change; asked again at once, the same one
 */
RangBoard *
office_plan_changed (RangOffice *office,
                     const RangSession *session,
                     OfficeBoard which,
                     RangBoard *before,
                     const char *name,
                     OfficeInputFunc make,
                     gconstpointer change,
                     GError **error);

/** office_forget_ahead: lets go of what was planned last */
void
office_forget_ahead (RangOffice *office);

G_END_DECLS
