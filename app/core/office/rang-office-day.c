/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the delivery day: outcomes, and what becomes of a client's contract. */
#include "office/rang-office-day.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* What the store can hold. */
#define MOST_CASH G_GINT64_CONSTANT (10000000000000)

/* --- outcomes --- */

static gboolean
may_have_outcome (const RangOrder *order, GError **error)
{
  switch (order->state)
    {
    case RANG_ORDER_ACCEPTED:
    case RANG_ORDER_DELIVERED: /* an outcome may be corrected; the log keeps both */
    case RANG_ORDER_PART:
    case RANG_ORDER_FAILED:
      return TRUE;
    case RANG_ORDER_HANDED_OVER:
      office_refuse (error, REFUSED, _ ("the signed board is not accepted yet; accept it first"));
      return FALSE;
    case RANG_ORDER_TO_COMPLETE:
    case RANG_ORDER_ENTERED:
    case RANG_ORDER_SUBMITTED:
      office_refuse (error, REFUSED,
                     _ ("order %" PRId64 " is not on a signed board; only what was handed over is delivered"),
                     order->number);
      return FALSE;
    case RANG_ORDER_CANCELLED:
    case RANG_ORDER_CARRIED_OVER:
    case RANG_N_ORDER_STATES:
    default:
      office_refuse (error, CLOSED, _ ("order %" PRId64 " is closed (%s); it stays as it is"), order->number,
                     rang_order_state_label (order->state));
      return FALSE;
    }
}

static gboolean
check_outcome (RangOffice *office, const RangOrder *order, const RangOutcome *outcome, GError **error)
{
  RangSession day = { 0, order->promised_day, order->unit != 0 ? order->unit : RANG_UNIT_DELIVERY_ID };

  if (!may_have_outcome (order, error) || !office_check_not_closed (office, &day, error))
    return FALSE;
  if (outcome->cash > MOST_CASH)
    office_refuse (error, INVALID, _ ("so much cash cannot be; look at the amount again"));
  else if (outcome->state == RANG_ORDER_FAILED && outcome->reason < 0)
    office_refuse (error, INVALID, _ ("say why it failed"));
  else
    return TRUE;
  return FALSE;
}

static void
take_outcome (RangOffice *office, RangOrder *order, const RangOutcome *outcome)
{
  order->state = outcome->state;
  order->outcome_day = order->promised_day;
  order->outcome_at = outcome->at != RANG_TIME_NONE ? outcome->at : rang_office_now (office, NULL);
  g_free (order->outcome_reason);
  order->outcome_reason = outcome->state != RANG_ORDER_DELIVERED && outcome->reason >= 0
                              ? g_strdup (rang_fail_reason_to_nick ((RangFailReason)outcome->reason))
                              : NULL;
  order->cash_received = outcome->cash;
  g_free (order->receipt);
  order->receipt = rang_text_clean_note (outcome->receipt);
}

gboolean
rang_office_record (
    RangOffice *office, const RangSession *session, gint64 number, const RangOutcome *outcome, GError **error)
{
  const char *what = outcome->state == RANG_ORDER_FAILED ? "fail" : "deliver";
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autofree char *at = NULL;
  RangOrderState old;

  g_return_val_if_fail (outcome->state == RANG_ORDER_DELIVERED || outcome->state == RANG_ORDER_PART
                            || outcome->state == RANG_ORDER_FAILED,
                        FALSE);
  if (order == NULL
      || !office_allow_as (office, session, RANG_ACTION_RECORD_OUTCOME, what, order->department, number, transaction,
                           error)
      || !check_outcome (office, order, outcome, error))
    return FALSE;
  entry = office_new_entry (office, session, what);
  old = order->state;
  take_outcome (office, order, outcome);
  at = rang_time_format (order->outcome_at);
  entry->day = order->promised_day;
  entry->order = number;
  entry->client = order->client;
  entry->reason = g_strdup (order->outcome_reason);
  entry->data
      = g_strdup_printf ("{\"at\":\"%s\",\"old\":\"%s\",\"new\":\"%s\",\"cash\":%" G_GINT64_FORMAT "}", at,
                         rang_order_state_to_nick (old), rang_order_state_to_nick (order->state), order->cash_received);
  return rang_store_save_order (office->store, order, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

gboolean
rang_office_deliver (
    RangOffice *office, const RangSession *session, gint64 order, RangTime at, gboolean part, GError **error)
{
  const RangOutcome outcome = { part ? RANG_ORDER_PART : RANG_ORDER_DELIVERED, at, -1, -1, NULL };

  return rang_office_record (office, session, order, &outcome, error);
}

gboolean
rang_office_fail (RangOffice *office, const RangSession *session, gint64 order, RangFailReason reason, GError **error)
{
  const RangOutcome outcome = { RANG_ORDER_FAILED, RANG_TIME_NONE, (int)reason, -1, NULL };

  return rang_office_record (office, session, order, &outcome, error);
}

/* --- client events --- */

gboolean
rang_office_client_event (RangOffice *office,
                          const RangSession *session,
                          gint64 client,
                          RangClientEventKind kind,
                          const char *note,
                          GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangClient) found = transaction != NULL ? rang_store_load_client (office->store, client, error) : NULL;
  g_autoptr (RangClientEvent) event = rang_client_event_new ();
  g_autoptr (RangLogEntry) entry = NULL;

  if (found == NULL
      || !office_allow (office, session, RANG_ACTION_CLIENT_EVENT, found->department, 0, transaction, error))
    return FALSE;
  event->client = client;
  event->kind = kind;
  event->day = session->day;
  event->reason = rang_text_clean_note (note);
  event->who = session->person;
  if (kind == RANG_EVENT_SIGNED || kind == RANG_EVENT_RENEWED)
    found->stage = RANG_STAGE_CONTRACT;
  else if (kind == RANG_EVENT_LOST)
    found->stage = RANG_STAGE_DORMANT;
  entry = office_new_entry (office, session, "client");
  entry->client = client;
  entry->reason = g_strdup (rang_client_event_kind_to_nick (kind));
  entry->note = g_strdup (event->reason);
  return rang_store_add_client_event (office->store, event, error)
         && rang_store_save_client (office->store, found, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

GPtrArray *
rang_office_list_client_events (RangOffice *office, gint64 client, GError **error)
{
  return rang_store_load_client_events (office->store, client, RANG_DAY_NONE, error);
}
