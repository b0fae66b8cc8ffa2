/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for locks: an order that one van must take, and the head of sales' word where that would harm others. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-retime.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-delivery.h"

/**
 * Lock:
 * @before, @after: the board without and with the lock; @after %NULL when it harms somebody
 * @version: (nullable): the one that binds
 * @changed: whether a route of the signed board is another one
 */
typedef struct
{
  RangBoard *before;
  RangBoard *after;
  RangVersionRecord *version;
  gboolean changed;
  GArray *harmed;
} Lock;

static void
lock_clear (Lock *lock)
{
  g_clear_pointer (&lock->before, rang_board_unref);
  g_clear_pointer (&lock->after, rang_board_unref);
  g_clear_pointer (&lock->version, rang_version_record_free);
  g_clear_pointer (&lock->harmed, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lock, lock_clear)

static gboolean
find_lock (RangOffice *office, RangDay day, gint64 order, RangLock *lock, GError **error)
{
  g_autoptr (GArray) locks = rang_store_load_locks (office->store, day, error);

  *lock = (RangLock){ order, 0, 0 };
  for (guint i = 0; locks != NULL && i < locks->len; i++)
    if (g_array_index (locks, RangLock, i).order == order)
      *lock = g_array_index (locks, RangLock, i);
  return locks != NULL;
}

/* What is driven is fact; what is on no board cannot be locked. */
static gboolean
check_order (RangOffice *office, const RangSession *session, gint64 number, GError **error)
{
  g_autoptr (RangOrder) order = office_load_order (office, number, error);

  if (order == NULL)
    return FALSE;
  if (!rang_order_is_open (order))
    office_refuse (error, CLOSED, _ ("order %" PRId64 " is closed (%s); it stays as it is"), number,
                   rang_order_state_label (order->state));
  else if (order->state < RANG_ORDER_SUBMITTED || order->promised_day != session->day)
    office_refuse (error, NOT_FOUND,
                   _ ("order %" PRId64 " is not on the day’s board; submit it, or choose its day with "
                      "--day"),
                   number);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_resource (RangOffice *office, const RangSession *session, gint64 resource, GError **error)
{
  g_autoptr (GPtrArray) roster = rang_office_list_roster (office, session, error);

  for (guint i = 0; roster != NULL && i < roster->len; i++)
    {
      const RangRosterEntry *entry = g_ptr_array_index (roster, i);

      if (entry->resource == resource && !entry->out_of_service)
        return TRUE;
    }
  if (roster != NULL)
    office_refuse (error, REFUSED, _ ("that van does not drive on this day; choose another"));
  return FALSE;
}

/* On an open board: the order itself and those above it that get a worse state. */
static void
compare_states (Lock *lock, gint64 order)
{
  const RangBoardEntry *own = rang_board_find (lock->before, order);

  for (guint rank = 1; own != NULL && rank <= own->rank; rank++)
    {
      const RangBoardEntry *was = rang_board_get_entry (lock->before, rank);
      const RangBoardEntry *is = rang_board_find (lock->after, was->number);

      if (is != NULL && is->state > was->state)
        g_array_append_val (lock->harmed, was->number);
    }
}

/* Makes the lock in what the board is made of. */
static void
put_lock (RangBoardInput *input, gconstpointer change)
{
  const RangLock *wanted = change;

  for (guint i = 0; i < input->orders->len; i++)
    {
      RangBoardOrder *order = g_ptr_array_index (input->orders, i);

      if (order->order->number == wanted->order)
        order->lock = wanted->resource;
    }
}

/* Finds out what the lock does; nothing is written. */
static gboolean
try_lock (
    RangOffice *office, const RangSession *session, const RangLock *wanted, gboolean force, Lock *lock, GError **error)
{
  g_autofree char *name
      = g_strdup_printf ("lock %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, wanted->order, wanted->resource);
  g_autoptr (RangBoard) locked = NULL;
  g_autoptr (RangRetiming) retiming = NULL;

  lock->harmed = g_array_new (FALSE, FALSE, sizeof (gint64));
  lock->before = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);
  locked = lock->before != NULL ? office_plan_changed (office, session, OFFICE_BOARD_BINDING, lock->before, name,
                                                       put_lock, wanted, error)
                                : NULL;
  if (locked == NULL)
    return FALSE;
  if (lock->version == NULL)
    {
      lock->after = g_steal_pointer (&locked);
      if (!force)
        compare_states (lock, wanted->order);
      return TRUE;
    }
  retiming = rang_board_retime (locked, wanted->order, wanted->resource, force, office_clock_of_day (office, session),
                                error);
  if (retiming == NULL)
    return FALSE;
  lock->changed = retiming->changed;
  lock->after = g_steal_pointer (&retiming->board);
  g_array_append_vals (lock->harmed, retiming->harmed->data, retiming->harmed->len);
  return TRUE;
}

/* @force: whomever it harms */
static gboolean
plan_lock (
    RangOffice *office, const RangSession *session, const RangLock *wanted, gboolean force, Lock *lock, GError **error)
{
  return office_check_not_closed (office, session, error) && check_order (office, session, wanted->order, error)
         && check_resource (office, session, wanted->resource, error)
         && office_find_accepted (office, session, &lock->version, error)
         && try_lock (office, session, wanted, force, lock, error);
}

/* By force or not, the planner is asked the same. */
static void
plan_lock_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  g_auto (Lock) lock = { 0 };

  plan_lock (office, session, data, TRUE, &lock, NULL);
}

static RangRouteChange *
change_new (const Lock *lock, gint64 order)
{
  RangRouteChange *change = g_new0 (RangRouteChange, 1);

  change->harmed = g_array_copy (lock->harmed);
  change->cost = lock->after != NULL ? rang_board_cost_against (lock->before, lock->after, &order, 1)
                                     : rang_move_cost_new (rang_board_get_input (lock->before)->settings->currency);
  return change;
}

/* --- requests --- */

static const RangLockRequest *
find_open (GPtrArray *requests, gint64 order, gint64 resource)
{
  for (guint i = 0; i < requests->len; i++)
    {
      const RangLockRequest *request = g_ptr_array_index (requests, i);

      if (request->open && request->order == order && request->resource == resource)
        return request;
    }
  return NULL;
}

/* What was wanted waits for the head of sales; asked twice, it waits once. */
static gboolean
ask_head_of_sales (
    RangOffice *office, const RangSession *session, const RangLock *wanted, RangRouteChange *change, GError **error)
{
  g_autoptr (GPtrArray) requests = rang_store_load_requests (office->store, session->day, error);
  const RangLockRequest *known = requests != NULL ? find_open (requests, wanted->order, wanted->resource) : NULL;
  g_autoptr (RangLockRequest) request = rang_lock_request_new ();
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "request");

  if (requests == NULL)
    return FALSE;
  if (known != NULL)
    {
      change->request = known->id;
      return TRUE;
    }
  entry->order = wanted->order;
  entry->subject = g_strdup_printf ("resource/%" G_GINT64_FORMAT, wanted->resource);
  entry->data = office_orders_to_text ((const gint64 *)(gpointer)change->harmed->data, change->harmed->len);
  if (!office_log (office, entry, error))
    return FALSE;
  request->day = session->day;
  request->order = wanted->order;
  request->resource = wanted->resource;
  request->asked_by = session->person;
  request->asked_at = entry->at;
  request->entry = entry->entry;
  g_array_append_vals (request->harm, change->harmed->data, change->harmed->len);
  if (!rang_store_add_request (office->store, request, error))
    return FALSE;
  change->request = request->id;
  return TRUE;
}

/* --- locking --- */

static gboolean
keep_lock (RangOffice *office,
           const RangSession *session,
           const RangLock *wanted,
           const Lock *lock,
           RangLogEntry *entry,
           RangRouteChange *change,
           GError **error)
{
  RangLock kept = *wanted;

  entry->order = wanted->order;
  if (entry->subject == NULL)
    entry->subject = g_strdup_printf ("resource/%" G_GINT64_FORMAT, wanted->resource);
  entry->cost = office_cost_to_text (change->cost);
  if (!office_log (office, entry, error))
    return FALSE;
  change->entry = kept.entry = entry->entry;
  if (lock->version != NULL && lock->changed
      && (change->plan = office_add_plan (office, session, lock->version, lock->after, entry, error)) == 0)
    return FALSE;
  return rang_store_save_lock (office->store, session->day, &kept, error);
}

gboolean
office_do_lock (RangOffice *office,
                const RangSession *session,
                gint64 order,
                gint64 resource,
                RangLogEntry *entry,
                RangRouteChange *change,
                GError **error)
{
  g_auto (Lock) lock = { 0 };
  const RangLock wanted = { order, resource, 1 };

  if (!plan_lock (office, session, &wanted, TRUE, &lock, error))
    return FALSE;
  change->cost = rang_board_cost_against (lock.before, lock.after, &order, 1);
  return keep_lock (office, session, &wanted, &lock, entry, change, error);
}

RangRouteChange *
rang_office_lock (
    RangOffice *office, const RangSession *session, gint64 order, gint64 resource, gboolean dry_run, GError **error)
{
  RangLock wanted = { order, resource, 1 };
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (office, session, OFFICE_BOARD_BINDING, plan_lock_ahead, &wanted, NULL, error);
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_auto (Lock) lock = { 0 };

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_LOCK, 0, order, transaction, error)
      || !plan_lock (office, session, &wanted, FALSE, &lock, error))
    return NULL;
  change = change_new (&lock, order);
  if (dry_run)
    return g_steal_pointer (&change);
  entry = office_new_entry (office, session, "lock");
  if (change->harmed->len > 0 ? !ask_head_of_sales (office, session, &wanted, change, error)
                              : !keep_lock (office, session, &wanted, &lock, entry, change, error))
    return NULL;
  return rang_store_transaction_commit (transaction, error) ? g_steal_pointer (&change) : NULL;
}

gboolean
rang_office_unlock (RangOffice *office, const RangSession *session, gint64 order, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangLogEntry) entry = NULL;
  RangLock was;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_LOCK, 0, order, transaction, error)
      || !office_check_not_closed (office, session, error) || !find_lock (office, session->day, order, &was, error))
    return FALSE;
  if (was.resource == 0)
    {
      office_refuse (error, NOTHING, _ ("order %" PRId64 " is not locked"), order);
      return FALSE;
    }
  entry = office_new_entry (office, session, "lock");
  entry->order = order;
  entry->subject = g_strdup_printf ("resource/%" G_GINT64_FORMAT, was.resource);
  entry->data = g_strdup ("{\"off\":true}");
  return rang_store_delete_lock (office->store, order, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

GArray *
rang_office_list_locks (RangOffice *office, const RangSession *session, GError **error)
{
  return rang_store_load_locks (office->store, session->day, error);
}

GPtrArray *
rang_office_list_requests (RangOffice *office, const RangSession *session, GError **error)
{
  return rang_store_load_requests (office->store, session->day, error);
}

static RangLockRequest *
find_request (GPtrArray *requests, gint64 id, GError **error)
{
  for (guint i = 0; i < requests->len; i++)
    {
      RangLockRequest *request = g_ptr_array_index (requests, i);

      if (request->id == id && request->open)
        return request;
    }
  office_refuse (error, NOT_FOUND, _ ("there is no open request %" PRId64 " on that day"), id);
  return NULL;
}

static void
plan_request_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) requests = rang_store_load_requests (office->store, session->day, NULL);
  const RangLockRequest *found = requests != NULL ? find_request (requests, *(const gint64 *)data, NULL) : NULL;

  if (found != NULL)
    plan_lock_ahead (office, session, &(RangLock){ found->order, found->resource, 1 }, cancellable);
}

gboolean
rang_office_decide_request (
    RangOffice *office, const RangSession *session, gint64 request, gboolean grant, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction
      = grant ? office_begin_ahead (office, session, OFFICE_BOARD_BINDING, plan_request_ahead, &request, NULL, error)
              : office_begin (office, error);
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autoptr (RangRouteChange) change = g_new0 (RangRouteChange, 1);
  g_autofree char *clean = rang_text_clean_note (note);
  RangLockRequest *found;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_DECIDE_LOCK, 0, 0, transaction, error))
    return FALSE;
  requests = rang_store_load_requests (office->store, session->day, error);
  found = requests != NULL ? find_request (requests, request, error) : NULL;
  if (found == NULL)
    return FALSE;
  if (!grant && clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note why it is refused"));
      return FALSE;
    }
  found->open = FALSE;
  found->granted = grant;
  found->decided_by = session->person;
  g_free (found->note);
  found->note = g_strdup (clean);
  entry = office_new_entry (office, session, grant ? "grant" : "refuse");
  entry->order = found->order;
  entry->subject = g_strdup_printf ("request/%" G_GINT64_FORMAT, request);
  entry->note = g_strdup (clean);
  if (!(grant ? office_do_lock (office, session, found->order, found->resource, entry, change, error)
              : office_log (office, entry, error))
      || !rang_store_decide_request (office->store, found, error))
    return FALSE;
  return rang_store_transaction_commit (transaction, error);
}
