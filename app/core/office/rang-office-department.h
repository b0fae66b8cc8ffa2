/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-intake.h"

G_BEGIN_DECLS

/**
 * RangDepartmentList:
 * @department: which; @revision: of the list, 0 when nobody has ranked or submitted yet
 * @orders: (element-type RangOrderView): in the head's order
 * @to_complete: (element-type RangOrderView): what waits, with what is missing
 * @high: orders of high importance; @high_allowed: how many a submission may have
 * @submitted_at: instant of the last submission, 0 never; @submitted_by: who; @submitted_for: for whom, of a deputy
 * @changed: whether the list differs from the one last submitted
 * @head: id of the person who heads it, 0 nobody
 */
typedef struct
{
  gint64 department;
  guint64 revision;
  GPtrArray *orders;
  GPtrArray *to_complete;
  guint high;
  guint high_allowed;
  gint64 submitted_at;
  gint64 submitted_by;
  gint64 submitted_for;
  gboolean changed;
  gint64 head;
} RangDepartmentList;

void
rang_department_list_free (RangDepartmentList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDepartmentList, rang_department_list_free)

/**
 * rang_office_get_department_list:
 *
 * Returns: (transfer full): the list of the session's day
 */
RangDepartmentList *
rang_office_get_department_list (RangOffice *office, const RangSession *session, gint64 department, GError **error);

/**
 * rang_office_rank:
 * @orders: (array length=n_orders): orders of one department, moved together
 * @place: where the first of them stands afterwards, from 1
 *
 * Drags orders in the department's own list.
 */
gboolean
rang_office_rank (
    RangOffice *office, const RangSession *session, const gint64 *orders, gsize n_orders, int place, GError **error);

/**
 * rang_office_submit:
 *
 * Submits the department's list of the day: proposed windows become promised, new orders join the board. Errors:
 * %RANG_OFFICE_ERROR_QUOTA (and opens the conflict `high-over-quota`), %RANG_OFFICE_ERROR_CLOSED.
 *
 * Returns: how many orders joined the board, or -1
 */
int
rang_office_submit (RangOffice *office, const RangSession *session, gint64 department, GError **error);

G_END_DECLS
