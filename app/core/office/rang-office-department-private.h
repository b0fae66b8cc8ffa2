/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-department.h"
#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * office_rank_list:
 * @orders: (array length=n_orders): what was moved
 * @before: the list as it was; @after: as it is to be
 * @entry: in the log already
 *
 * Writes a department's ranking and the step that a person can take back.
 */
gboolean
office_rank_list (RangOffice *office,
                  const RangSession *session,
                  gint64 department,
                  const gint64 *orders,
                  gsize n_orders,
                  GArray *before,
                  GArray *after,
                  const RangLogEntry *entry,
                  GError **error);

/** office_numbers_of: @orders: (element-type RangOrder). Returns: (transfer full) (element-type gint64): their numbers
 */
GArray *
office_numbers_of (GPtrArray *orders);

/** office_check_day_open: Returns: whether lists of the session's day may still be ranked and submitted */
gboolean
office_check_day_open (RangOffice *office, const RangSession *session, GError **error);

/** office_submit_list: keeps that @ranking was submitted, as @entry of the log says */
gboolean
office_submit_list (
    RangOffice *office, gint64 department, const GArray *ranking, const RangLogEntry *entry, GError **error);

G_END_DECLS
