/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the end of a day: its balance, what is carried over to which day, and who told the client. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-ranking.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* --- the orders of a day, those that went to another one too --- */

/* As it was on the day it was carried over from. */
static void
set_back (RangOrder *order, const RangCarryOver *carry_over)
{
  order->state = RANG_ORDER_CARRIED_OVER;
  order->promised_day = carry_over->day;
  order->promised = carry_over->promised;
  order->promise_proposed = FALSE;
  order->carried_to = carry_over->carried_to;
  order->outcome_day = RANG_DAY_NONE;
  order->outcome_at = RANG_TIME_NONE;
  order->cash_received = -1;
  g_free (order->outcome_reason);
  order->outcome_reason = g_strdup (carry_over->reason);
}

GPtrArray *
office_load_orders_of_day (RangOffice *office, RangDay day, GError **error)
{
  g_autoptr (GPtrArray) orders = rang_store_load_orders_of_day (office->store, day, error);
  g_autoptr (GPtrArray) gone = orders != NULL ? rang_store_load_carry_overs (office->store, day, error) : NULL;

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      const RangCarryOver *carry_over = g_ptr_array_index (gone, i);
      RangOrder *order = rang_store_load_order (office->store, carry_over->order, error);

      if (order == NULL)
        return NULL;
      set_back (order, carry_over);
      g_ptr_array_add (orders, order);
    }
  return gone != NULL ? g_steal_pointer (&orders) : NULL;
}

/* --- the balance --- */

void
rang_day_balance_free (RangDayBalance *balance)
{
  if (balance == NULL)
    return;
  g_ptr_array_unref (balance->carried);
  g_array_unref (balance->unsettled);
  g_free (balance);
}

static const RangCall *
last_agreed (GPtrArray *calls, gint64 order, RangDay after)
{
  const RangCall *last = NULL;

  for (guint i = 0; i < calls->len; i++)
    {
      const RangCall *call = g_ptr_array_index (calls, i);

      if (call->order == order && call->agreed_day != RANG_DAY_NONE && call->agreed_day > after)
        last = call;
    }
  return last;
}

/* Whether the client still waits for the goods after this outcome. */
static gboolean
is_owed (const RangOrder *order)
{
  int reason = order->outcome_reason != NULL ? rang_fail_reason_from_nick (order->outcome_reason) : -1;

  return order->state == RANG_ORDER_FAILED && reason != RANG_FAIL_REFUSED && reason != RANG_FAIL_CANCELLED;
}

static gboolean
is_settled (const RangOrder *order, GPtrArray *calls)
{
  return !rang_order_is_open (order)
         && (!is_owed (order) || last_agreed (calls, order->number, order->promised_day) != NULL);
}

static void
count_order (RangDayBalance *balance, const RangOrder *order, GPtrArray *calls)
{
  gboolean ours = g_str_equal (order->value.currency, balance->cash_planned.currency);

  balance->orders++;
  balance->delivered += order->state == RANG_ORDER_DELIVERED ? 1 : 0;
  balance->part += order->state == RANG_ORDER_PART ? 1 : 0;
  balance->failed += order->state == RANG_ORDER_FAILED ? 1 : 0;
  balance->open += rang_order_is_open (order) ? 1 : 0;
  balance->late += (order->state == RANG_ORDER_DELIVERED || order->state == RANG_ORDER_PART)
                           && order->outcome_at != RANG_TIME_NONE && order->outcome_at > order->promised.to
                       ? 1
                       : 0;
  if (ours)
    {
      balance->cash_planned.minor += order->to_collect;
      balance->cash_received.minor += MAX (order->cash_received, 0);
    }
  if (order->state != RANG_ORDER_CARRIED_OVER && !is_settled (order, calls))
    g_array_append_val (balance->unsettled, order->number);
}

static gboolean
find_closing (RangOffice *office, const RangSession *session, RangDayBalance *balance, GError **error)
{
  RangLogFilter filter = RANG_LOG_FILTER_ALL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!rang_store_is_day_closed (office->store, session->day, session->unit, &balance->closed, error))
    return FALSE;
  if (!balance->closed)
    return TRUE;
  filter.day = session->day;
  filter.what = "close";
  entries = rang_store_load_log (office->store, &filter, error);
  if (entries != NULL && entries->len > 0)
    {
      const RangLogEntry *entry = g_ptr_array_index (entries, entries->len - 1);

      balance->closed_by = entry->who;
      balance->closed_at = entry->at;
    }
  return entries != NULL;
}

/* The signed ranking of the day; empty while nothing is accepted. */
static GArray *
load_ranking (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangVersionRecord) version = NULL;
  g_autoptr (RangVersionBody) body = NULL;

  if (!rang_store_load_binding_version (office->store, session->day, session->unit, &version, error))
    return NULL;
  if (version == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  body = rang_version_body_read (version->body, error);
  return body != NULL ? g_array_ref (body->ranking) : NULL;
}

static void
count_orders (RangDayBalance *balance, const GArray *ranking, GPtrArray *orders, GPtrArray *calls)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, i);

      if (rang_ranking_find (ranking, order->number) > 0 && order->state != RANG_ORDER_CANCELLED)
        count_order (balance, order, calls);
    }
}

static RangDayBalance *
make_balance (RangOffice *office, const RangSession *session, const GArray *ranking, GError **error)
{
  g_autoptr (RangDayBalance) balance = g_new0 (RangDayBalance, 1);
  g_autoptr (GPtrArray) orders = office_load_orders_of_day (office, session->day, error);
  g_autoptr (GPtrArray) calls = orders != NULL ? rang_store_load_calls (office->store, session->day, error) : NULL;

  balance->unsettled = g_array_new (FALSE, FALSE, sizeof (gint64));
  balance->carried = calls != NULL ? rang_store_load_carry_overs (office->store, session->day, error) : NULL;
  if (balance->carried == NULL)
    {
      balance->carried = g_ptr_array_new ();
      return NULL;
    }
  g_strlcpy (balance->cash_planned.currency, office->settings->currency, sizeof balance->cash_planned.currency);
  g_strlcpy (balance->cash_received.currency, office->settings->currency, sizeof balance->cash_received.currency);
  count_orders (balance, ranking, orders, calls);
  return find_closing (office, session, balance, error) ? g_steal_pointer (&balance) : NULL;
}

RangDayBalance *
rang_office_balance (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GArray) ranking = load_ranking (office, session, error);

  return ranking != NULL ? make_balance (office, session, ranking, error) : NULL;
}

/* --- settling --- */

static gboolean
fail_open (RangOffice *office, const RangSession *session, RangOrder *order, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "fail");

  entry->order = order->number;
  entry->client = order->client;
  entry->reason = g_strdup (rang_fail_reason_to_nick (RANG_FAIL_NOT_REACHED));
  entry->data = g_strdup_printf ("{\"old\":\"%s\",\"new\":\"failed\"}", rang_order_state_to_nick (order->state));
  order->state = RANG_ORDER_FAILED;
  order->outcome_day = session->day;
  order->outcome_at = RANG_TIME_NONE;
  g_free (order->outcome_reason);
  order->outcome_reason = g_strdup (entry->reason);
  return rang_store_save_order (office->store, order, error) && office_log (office, entry, error);
}

/* What the closing said of all that had nothing of their own. */
static gboolean
settle (RangOffice *office, const RangSession *session, gint64 number, RangDay to, gint64 told_by, GError **error)
{
  g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, error);
  RangCall *call;

  if (order == NULL || (rang_order_is_open (order) && !fail_open (office, session, order, error)))
    return FALSE;
  call = rang_call_new ();
  call->day = session->day;
  call->order = number;
  call->called_by = told_by;
  call->agreed_day = to;
  return office_take_call (office, session, call, error);
}

static gboolean
refuse_unsettled (const RangDayBalance *balance, GError **error)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  if (balance->unsettled->len == 0)
    return FALSE;
  for (guint i = 0; i < MIN (balance->unsettled->len, 5); i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (balance->unsettled, gint64, i));
  if (balance->unsettled->len > 5)
    g_string_append (numbers, ", …");
  office_refuse (
      error, BLOCKED,
      ngettext ("%u order needs an outcome, a new day and who told the client (%s); give them with “deliver”, "
                "“fail” and “call”, or for all with --to DAY --told PERSON",
                "%u orders need an outcome, a new day and who told the client (%s); give them with "
                "“deliver”, “fail” and “call”, or for all with --to DAY --told PERSON",
                balance->unsettled->len),
      balance->unsettled->len, numbers->str);
  return TRUE;
}

/* --- carrying over --- */

static gboolean
last_place (RangOffice *office, RangDay day, gint64 department, gint32 *place, GError **error)
{
  g_autoptr (GPtrArray) list = office_load_list (office, day, department, error);

  *place = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *place = MAX (*place, ((RangOrder *)g_ptr_array_index (list, i))->department_rank);
  return list != NULL;
}

/* Entered on its new day, at the end of its department's list; its first promise stays on record. */
static gboolean
enter_again (RangOffice *office, RangOrder *order, const RangCall *call, GError **error)
{
  gint32 place;

  if (!last_place (office, call->agreed_day, order->department, &place, error))
    return FALSE;
  if (order->first_promised_day == RANG_DAY_NONE)
    order->first_promised_day = order->promised_day;
  order->promised_day = call->agreed_day;
  order->promise_proposed = call->agreed.from == RANG_TIME_NONE;
  if (call->agreed.from != RANG_TIME_NONE)
    order->promised = call->agreed;
  order->state = RANG_ORDER_ENTERED;
  order->department_rank = place + 1;
  order->submitted_rank = order->submitted_length = 0;
  order->submitted_importance = RANG_IMPORTANCE_UNKNOWN;
  order->outcome_day = RANG_DAY_NONE;
  order->outcome_at = RANG_TIME_NONE;
  order->cash_received = -1;
  g_clear_pointer (&order->outcome_reason, g_free);
  g_clear_pointer (&order->receipt, g_free);
  return rang_store_save_order (office->store, order, error)
         && rang_store_delete_lock (office->store, order->number, error);
}

static gboolean
carry_over (RangOffice *office, const RangSession *session, RangOrder *order, const RangCall *call, GError **error)
{
  g_autoptr (RangCarryOver) record = rang_carry_over_new ();
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "carry-over");
  g_autofree char *to = rang_day_format (call->agreed_day);

  entry->order = order->number;
  entry->client = order->client;
  entry->reason = g_strdup (order->outcome_reason);
  entry->data = g_strdup_printf ("{\"to\":\"%s\",\"told_by\":%" G_GINT64_FORMAT "}", to, call->called_by);
  if (!office_log (office, entry, error))
    return FALSE;
  record->day = session->day;
  record->order = order->number;
  record->promised = order->promised;
  record->reason = g_strdup (order->outcome_reason);
  record->carried_to = call->agreed_day;
  record->told_by = call->called_by;
  record->entry = entry->entry;
  return rang_store_add_carry_over (office->store, record, error) && enter_again (office, order, call, error);
}

static gboolean
carry_all (RangOffice *office, const RangSession *session, const GArray *ranking, GError **error)
{
  g_autoptr (GPtrArray) calls = rang_store_load_calls (office->store, session->day, error);

  for (guint i = 0; calls != NULL && i < ranking->len; i++)
    {
      gint64 number = g_array_index (ranking, gint64, i);
      g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, error);
      const RangCall *call = last_agreed (calls, number, session->day);

      if (order == NULL
          || (order->state == RANG_ORDER_FAILED && call != NULL && !carry_over (office, session, order, call, error)))
        return FALSE;
    }
  return calls != NULL;
}

/* --- closing --- */

static gboolean
check_day (RangOffice *office, const RangSession *session, RangDay to, gint64 told_by, GError **error)
{
  g_autoptr (RangVersionRecord) version = NULL;
  g_autofree char *day = rang_day_format (session->day);

  if (!office_check_not_closed (office, session, error) || !office_find_accepted (office, session, &version, error))
    return FALSE;
  if (version == NULL)
    office_refuse (error, REFUSED, _ ("nothing was handed over for %s; there is no day to close"), day);
  else if (session->day > rang_office_today (office))
    office_refuse (error, REFUSED, _ ("%s has not come yet; it is closed when it is over"), day);
  else if ((to != RANG_DAY_NONE) != (told_by != 0))
    office_refuse (error, INVALID, _ ("say both: the new day, and who told the clients"));
  else if (to != RANG_DAY_NONE && to <= session->day)
    office_refuse (error, INVALID, _ ("what is open goes to a later day"));
  else if (told_by != 0 && office_find_person (office, told_by) == NULL)
    office_refuse (error, NOT_FOUND, _ ("nobody of that name works here"));
  else
    return TRUE;
  return FALSE;
}

static char *
describe (const RangDayBalance *balance)
{
  return g_strdup_printf (
      "{\"orders\":%u,\"delivered\":%u,\"part\":%u,\"failed\":%u,\"late\":%u,\"cash_planned\":%" G_GINT64_FORMAT
      ",\"cash_received\":%" G_GINT64_FORMAT ",\"carried_over\":%u}",
      balance->orders, balance->delivered, balance->part, balance->failed, balance->late, balance->cash_planned.minor,
      balance->cash_received.minor, balance->carried->len);
}

RangDayBalance *
rang_office_close_day (RangOffice *office, const RangSession *session, RangDay to, gint64 told_by, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangDayBalance) before = NULL, after = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_CLOSE_DAY, 0, 0, transaction, error)
      || !check_day (office, session, to, told_by, error))
    return NULL;
  ranking = load_ranking (office, session, error);
  before = ranking != NULL ? make_balance (office, session, ranking, error) : NULL;
  if (before == NULL || (to == RANG_DAY_NONE && refuse_unsettled (before, error)))
    return NULL;
  for (guint i = 0; i < before->unsettled->len; i++)
    if (!settle (office, session, g_array_index (before->unsettled, gint64, i), to, told_by, error))
      return NULL;
  if (!carry_all (office, session, ranking, error))
    return NULL;
  entry = office_new_entry (office, session, "close");
  after = rang_office_balance (office, session, error); /* read again: orders have changed */
  if (after == NULL)
    return NULL;
  entry->data = describe (after);
  if (!office_log (office, entry, error)
      || !rang_store_close_day (office->store, session->day, session->unit, session->person, entry->at, entry->entry,
                                error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  after->closed = TRUE;
  after->closed_by = session->person;
  after->closed_at = entry->at;
  return g_steal_pointer (&after);
}

gboolean
rang_office_unclosed_day (RangOffice *office, const RangSession *session, RangDay *day, GError **error)
{
  return rang_store_find_unclosed_day (office->store, session->day, session->unit, day, error);
}
