/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"
#include "office/rang-office-day.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-department.h"
#include "office/rang-office-people.h"
#include "office/rang-office-push.h"
#include "office/rang-office-version.h"

G_BEGIN_DECLS

/**
 * RangDayView:
 * @settings: the office; @today: the day that the clock shows there; @now: the time it shows
 * @departments: (element-type RangDepartment); @people: (element-type RangPerson)
 * @deputies: (element-type RangDeputy): all, also those gone by
 * @board: (nullable): the board; %NULL with @board_problem set when it cannot be made
 * @lists: (element-type RangDepartmentList): one a department, in @departments' order
 * @versions: (element-type RangVersionInfo): of the day, oldest first
 * @changes: (nullable) (element-type RangVersionChange): what the newest version, if it is an amendment, changes
 * @pending: (element-type RangPendingReason): reasons owed
 * @conflicts: (element-type RangConflict): of the day
 * @pushes: (element-type RangPush): of the day; @budgets: (element-type RangPushBudget): of this week
 * @waiting: (element-type gint64): submitted orders that are not on the signed board
 * @routes: (element-type RangBoardRoute): what the vans do
 * @roster: (element-type RangRosterEntry): of the day; @resources: (element-type RangResource)
 * @orders: (element-type RangOrderView): the day's orders and those without a day
 * @balance: (nullable): how the day stands
 * @unclosed: the newest day before it that is not closed, or %RANG_DAY_NONE
 * @locks: (nullable) (element-type RangLock): of the day; @requests: (nullable) (element-type RangLockRequest): of the
 *   day
 * @can_undo: whether the acting person has an own step to take back; @can_redo: one to do again
 * @newest: (nullable): the newest entry of the log
 * @provisional: whether the board was made without the planner's search, and another view follows soon
 *
 * Everything the window shows of one day, read in one go away from the main loop; not changed afterwards.
 */
typedef struct
{
  RangSession session;
  RangSettings *settings;
  RangDay today;
  RangTime now;
  GPtrArray *departments;
  GPtrArray *people;
  GPtrArray *deputies;
  RangBoard *board;
  char *board_problem;
  GPtrArray *lists;
  GPtrArray *versions;
  GArray *changes;
  GPtrArray *pending;
  GPtrArray *conflicts;
  GPtrArray *pushes;
  GArray *budgets;
  GArray *waiting;
  GPtrArray *routes;
  GPtrArray *roster;
  GPtrArray *resources;
  GPtrArray *orders;
  RangDayBalance *balance;
  RangDay unclosed;
  GArray *locks;
  GPtrArray *requests;
  gboolean can_undo;
  gboolean can_redo;
  RangLogEntry *newest;
  gboolean provisional;
} RangDayView;

/**
 * rang_day_view_load:
 * @provisional: without the planner's search, see rang_office_set_provisional()
 *
 * Runs on an office's thread. What needs the board comes with rang_day_view_load_board().
 *
 * Returns: (transfer full) (nullable): the day without board, routes, conflicts and those who wait, or %NULL with
 *   @error set when the store cannot be read
 */
RangDayView *
rang_day_view_load (RangOffice *office, const RangSession *session, gboolean provisional, GError **error);

/**
 * rang_day_view_load_board:
 * @watch: who looks on while the suggestion is searched for; a signed board is not stopped
 *
 * Runs on an office's thread. If the search is stopped, board and routes are unfinished and no conflict is found anew.
 */
gboolean
rang_day_view_load_board (
    RangDayView *view, RangOffice *office, const RangBoardWatch *watch, GCancellable *cancellable, GError **error);

/** rang_day_view_with_board: Returns: (transfer full): @view, as far as it is loaded, with @board; on an office's
 * thread */
RangDayView *
rang_day_view_with_board (const RangDayView *view, RangOffice *office, RangBoard *board);
void
rang_day_view_free (RangDayView *view);

/** rang_day_view_find_person: Returns: (transfer none) (nullable): the person with that id */
const RangPerson *
rang_day_view_find_person (const RangDayView *view, gint64 id);
/** rang_day_view_person_name: Returns: (transfer none): the name, or "–" */
const char *
rang_day_view_person_name (const RangDayView *view, gint64 id);
/** rang_day_view_resource_name: Returns: (transfer none): the name, or "–" */
const char *
rang_day_view_resource_name (const RangDayView *view, gint64 id);
const RangDepartment *
rang_day_view_find_department (const RangDayView *view, gint64 id);
const RangDepartmentList *
rang_day_view_find_list (const RangDayView *view, gint64 department);
const RangOrderView *
rang_day_view_find_order (const RangDayView *view, gint64 number);

/** rang_day_view_find_push_of: Returns: (transfer none) (nullable): the latest push of the order on this day */
const RangPush *
rang_day_view_find_push_of (const RangDayView *view, gint64 order);

/** rang_day_view_find_push: Returns: (transfer none) (nullable): the push with that id */
const RangPush *
rang_day_view_find_push (const RangDayView *view, gint64 id);
/** rang_day_view_count_open_pushes: Returns: how many wait for the head of sales */
guint
rang_day_view_count_open_pushes (const RangDayView *view);

/** rang_day_view_get_binding: Returns: (transfer none) (nullable): the version that binds */
const RangVersionInfo *
rang_day_view_get_binding (const RangDayView *view);
/** rang_day_view_get_newest: Returns: (transfer none) (nullable): the newest version that was not returned */
const RangVersionInfo *
rang_day_view_get_newest (const RangDayView *view);

/** rang_day_view_get_returned: Returns: (transfer none) (nullable): the last version, if it was returned: its remark waits
 * for the next one */
const RangVersionInfo *
rang_day_view_get_returned (const RangDayView *view);

/** rang_day_view_is_locked: Returns: whether the order is locked to a van */
gboolean
rang_day_view_is_locked (const RangDayView *view, gint64 order);

/** rang_day_view_count_alarms: Returns: open requests for a lock, and promises that were kept by the plan and will
 * break by what has happened so far */
guint
rang_day_view_count_alarms (const RangDayView *view);

/** rang_day_view_count_open_conflicts: Returns: how many wait for a decision */
guint
rang_day_view_count_open_conflicts (const RangDayView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDayView, rang_day_view_free)

G_END_DECLS
