/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-delivery.h"
#include "domain/rang-resource.h"
#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"

G_BEGIN_DECLS

/* The delivery chief's day: roster, locks, calls, closing. */

/**
 * RangRouteChange:
 * @entry: number of the log entry, 0 for a dry run
 * @plan: number of the plan that holds the new routes; 0 when no route changed or the board is not signed
 * @cost: what the change does to states
 * @harmed: (element-type gint64): whom a lock would harm above the order, or the order itself; then nothing was changed
 * @request: id of the request to the head of sales that a refused lock became; 0 none
 *
 * What a change of roster or lock did or would do.
 */
typedef struct
{
  gint64 entry;
  int plan;
  RangMoveCost *cost;
  GArray *harmed;
  gint64 request;
} RangRouteChange;

void
rang_route_change_free (RangRouteChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRouteChange, rang_route_change_free)

/**
 * rang_office_save_van:
 * @van: as it shall be; id 0 for a new one of the session's unit
 *
 * What a van or a machine is called, carries, can do, and when it rests. Counts from then on, on every day that is not
 * gone by; one that has stops on the session's day cannot be taken out of use.
 *
 * Returns: its id, or 0
 */
gint64
rang_office_save_van (RangOffice *office, const RangSession *session, const RangResource *van, GError **error);

/**
 * rang_office_set_roster:
 * @entry: a resource's day as it shall be; its day is the session's
 * @dry_run: only show what it costs
 *
 * Who drives, when, and what is out of service with its reason. A fact: what it costs is shown, logged with the cause
 * *execution*, and told to the head of sales (rang_office_list_notices()). A signed board is timed anew as its next
 * plan.
 *
 * Returns: (transfer full) (nullable): what it did
 */
RangRouteChange *
rang_office_set_roster (
    RangOffice *office, const RangSession *session, const RangRosterEntry *entry, gboolean dry_run, GError **error);

/**
 * rang_office_lock:
 * @resource: id of the only one that may take @order
 * @dry_run: only show what it costs
 *
 * A lock that would harm a higher order, or the order itself, changes nothing: it becomes a request to the head of
 * sales, in the answer with @harmed (CASES.md 11).
 *
 * Returns: (transfer full) (nullable): what it did, or whom it would harm
 */
RangRouteChange *
rang_office_lock (
    RangOffice *office, const RangSession *session, gint64 order, gint64 resource, gboolean dry_run, GError **error);

/** rang_office_unlock: @order may be on any van again; its route stays as it is */
gboolean
rang_office_unlock (RangOffice *office, const RangSession *session, gint64 order, GError **error);

/** rang_office_list_locks: Returns: (transfer full) (element-type RangLock): of the day */
GArray *
rang_office_list_locks (RangOffice *office, const RangSession *session, GError **error);

/** rang_office_list_requests: Returns: (transfer full) (element-type RangLockRequest): of the day, oldest first */
GPtrArray *
rang_office_list_requests (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_decide_request:
 * @grant: whether the order goes there, whomever it harms
 * @note: (nullable): why not; needed when refused
 */
gboolean
rang_office_decide_request (
    RangOffice *office, const RangSession *session, gint64 request, gboolean grant, const char *note, GError **error);

/* --- calls --- */

/**
 * rang_office_call:
 * @order: what the client was told about
 * @told_by: id of who told them; 0 for the acting person
 * @agreed_day: the new day, or %RANG_DAY_NONE
 * @agreed: the new window; %RANG_TIME_NONE twice for none
 * @note: (nullable): in own words
 */
gboolean
rang_office_call (RangOffice *office,
                  const RangSession *session,
                  gint64 order,
                  gint64 told_by,
                  RangDay agreed_day,
                  RangTimeWindow agreed,
                  const char *note,
                  GError **error);

/**
 * RangCallLine:
 * @order: the order (on the *Calls* list)
 * @state: its forecast by the plan
 * @expected: when it is expected, or %RANG_TIME_NONE: not today
 * @late: minutes after the promise by what has happened so far
 * @manager: id of who has to call: the head of its department; 0 nobody
 * @contact: (nullable): whom to ask for; @phone: (nullable)
 * @offer_day, @offer: a window that the planner can keep instead; %RANG_DAY_NONE for none
 * @call: (nullable): the last call about it
 *
 * One order whose client has to be told.
 */
typedef struct
{
  RangOrderView *order;
  RangPlanState state;
  RangTime expected;
  gint32 late;
  gint64 manager;
  char *manager_name;
  char *contact;
  char *phone;
  RangDay offer_day;
  RangTimeWindow offer;
  RangCall *call;
} RangCallLine;

void
rang_call_line_free (RangCallLine *line);

/**
 * rang_office_list_calls:
 *
 * Returns: (transfer full) (nullable) (element-type RangCallLine): every order of the day that is late, not today or
 *   predicted to be, or failed: by manager, then by promise
 */
GPtrArray *
rang_office_list_calls (RangOffice *office, const RangSession *session, GError **error);

/* --- closing --- */

/**
 * RangDayBalance:
 * @orders: on the signed board; @delivered, @part, @failed, @open: of these
 * @late: delivered after their promise
 * @cash_planned, @cash_received: minor units of the office's currency
 * @carried: (element-type RangCarryOver): carried over when the day was closed
 * @unsettled: (element-type gint64): orders that still need an outcome, a new day, or who told the client
 * @closed: whether the day is closed; @closed_by: id; @closed_at: instant
 *
 * What became of a day.
 */
typedef struct
{
  guint orders;
  guint delivered;
  guint part;
  guint failed;
  guint open;
  guint late;
  RangMoney cash_planned;
  RangMoney cash_received;
  GPtrArray *carried;
  GArray *unsettled;
  gboolean closed;
  gint64 closed_by;
  gint64 closed_at;
} RangDayBalance;

void
rang_day_balance_free (RangDayBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDayBalance, rang_day_balance_free)

/** rang_office_balance: Returns: (transfer full) (nullable): how the session's day stands */
RangDayBalance *
rang_office_balance (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_close_day:
 * @to: the new day of those that have none yet, or %RANG_DAY_NONE
 * @told_by: id of who told their clients, 0 nobody
 *
 * Closes the session's day (CASES.md 10): refused until each order has an outcome and, where the client still waits
 * for the goods, a new day and who told them. With @to and @told_by this is taken for all that have not: an open stop
 * counts as *not-reached*. What is carried over comes back *entered* on its new day.
 *
 * Returns: (transfer full) (nullable): the balance
 */
RangDayBalance *
rang_office_close_day (RangOffice *office, const RangSession *session, RangDay to, gint64 told_by, GError **error);

/**
 * rang_office_unclosed_day:
 * @day: (out): the newest day before the session's that was accepted and is not closed; %RANG_DAY_NONE if none
 */
gboolean
rang_office_unclosed_day (RangOffice *office, const RangSession *session, RangDay *day, GError **error);

G_END_DECLS
