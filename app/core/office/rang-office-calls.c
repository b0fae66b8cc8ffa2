/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for calls to clients whose promise breaks: who has to call, what can be offered, what was agreed. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-retime.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-orders.h"

#define OFFERED_WINDOW (2 * 3600)
#define QUARTER (15 * 60)
/* So many working days ahead a window is looked for. */
#define OFFERED_DAYS 3

/* --- noting a call --- */

gboolean
office_take_call (RangOffice *office, const RangSession *session, RangCall *call, GError **error)
{
  g_autoptr (RangCall) owned = call;
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "call");
  g_autofree char *day = rang_day_format (call->agreed_day);
  g_autofree char *from = rang_time_format (call->agreed.from), *to = rang_time_format (call->agreed.to);

  entry->order = owned->order;
  entry->note = g_strdup (owned->note);
  entry->data
      = g_strdup_printf ("{\"told_by\":%" G_GINT64_FORMAT ",\"day\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}",
                         owned->called_by, day != NULL ? day : "", from != NULL ? from : "", to != NULL ? to : "");
  if (!office_log (office, entry, error))
    return FALSE;
  owned->called_at = entry->at;
  owned->entry = entry->entry;
  return rang_store_add_call (office->store, owned, error);
}

static gboolean
check_agreed (RangOffice *office, const RangOrder *order, const RangCall *call, GError **error)
{
  if (order->promised_day == RANG_DAY_NONE)
    office_refuse (error, REFUSED, _ ("order %" PRId64 " has no promise yet that could break"), order->number);
  else if (office_find_person (office, call->called_by) == NULL)
    office_refuse (error, NOT_FOUND, _ ("nobody of that name works here"));
  else if (call->agreed_day != RANG_DAY_NONE && call->agreed_day < order->promised_day)
    office_refuse (error, INVALID, _ ("the new day lies before the promised one"));
  else if ((call->agreed.from == RANG_TIME_NONE) != (call->agreed.to == RANG_TIME_NONE)
           || call->agreed.to < call->agreed.from || call->agreed.to > RANG_TIME_END_OF_DAY
           || (call->agreed.from != RANG_TIME_NONE && call->agreed_day == RANG_DAY_NONE))
    office_refuse (error, INVALID, _ ("a window has a day, a beginning and an end after it"));
  else
    return TRUE;
  return FALSE;
}

gboolean
rang_office_call (RangOffice *office,
                  const RangSession *session,
                  gint64 order,
                  gint64 told_by,
                  RangDay agreed_day,
                  RangTimeWindow agreed,
                  const char *note,
                  GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) about = transaction != NULL ? office_load_order (office, order, error) : NULL;
  RangSession day = *session;
  RangCall *call;

  if (about == NULL || !office_allow (office, session, RANG_ACTION_CALL, about->department, order, transaction, error))
    return FALSE;
  call = rang_call_new ();
  day.day = call->day = about->promised_day;
  call->order = order;
  call->called_by = told_by != 0 ? told_by : session->person;
  call->agreed_day = agreed_day;
  call->agreed = agreed;
  call->note = rang_text_clean_note (note);
  if (!check_agreed (office, about, call, error))
    {
      rang_call_free (call);
      return FALSE;
    }
  return office_take_call (office, &day, call, error) && rang_store_transaction_commit (transaction, error);
}

/* --- who has to be called --- */

void
rang_call_line_free (RangCallLine *line)
{
  if (line == NULL)
    return;
  g_clear_pointer (&line->order, rang_order_view_free);
  g_clear_pointer (&line->call, rang_call_free);
  g_free (line->manager_name);
  g_free (line->contact);
  g_free (line->phone);
  g_free (line);
}

static const RangBoardStop *
find_stop (GPtrArray *routes, gint64 order)
{
  for (guint r = 0; r < routes->len; r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, r);

      for (guint s = 0; s < route->stops->len; s++)
        if (g_array_index (route->stops, RangBoardStop, s).order == order)
          return &g_array_index (route->stops, RangBoardStop, s);
    }
  return NULL;
}

/* Late, not today, predicted to be so, or tried in vain. What was refused or cancelled nobody waits for. */
static gboolean
is_to_call (const RangBoardEntry *entry, const RangBoardStop *stop)
{
  if (entry->order->state == RANG_ORDER_FAILED)
    return g_strcmp0 (entry->order->outcome_reason, rang_fail_reason_to_nick (RANG_FAIL_REFUSED)) != 0
           && g_strcmp0 (entry->order->outcome_reason, rang_fail_reason_to_nick (RANG_FAIL_CANCELLED)) != 0;
  if (!rang_order_is_open (entry->order))
    return FALSE;
  return entry->state != RANG_PLAN_ON_TIME || stop == NULL || stop->expected_late > 0 || stop->missed;
}

static void
set_contact (RangCallLine *line, const RangBoardEntry *entry)
{
  const RangOrder *order = entry->order;
  const RangContact *contact = NULL;

  for (guint i = 0; contact == NULL && entry->client != NULL && i < entry->client->contacts->len; i++)
    {
      const RangContact *one = g_ptr_array_index (entry->client->contacts, i);

      if (order->contact == 0 || order->contact == one->id)
        contact = one;
    }
  line->contact = g_strdup (order->contact_name != NULL ? order->contact_name : contact != NULL ? contact->name : NULL);
  line->phone = g_strdup (order->contact_phone != NULL ? order->contact_phone
                          : contact != NULL            ? contact->phone
                                                       : NULL);
}

/* On the same day: around the time it is expected, not past the closing hour. */
static void
offer_today (RangCallLine *line, const RangBoardEntry *entry, RangDay day)
{
  RangTime from = line->expected / QUARTER * QUARTER;
  RangTime closing = entry->client != NULL && entry->client->hours.to != RANG_TIME_NONE ? entry->client->hours.to
                                                                                        : RANG_TIME_END_OF_DAY;

  line->offer_day = day;
  line->offer = (RangTimeWindow){ from, MAX (MIN (from + OFFERED_WINDOW / 2, closing), line->expected) };
}

static RangCallLine *
line_new (RangOffice *office, const RangBoardEntry *entry, const RangBoardStop *stop, RangDay day)
{
  RangCallLine *line = g_new0 (RangCallLine, 1);
  gboolean comes = stop != NULL && !stop->missed && rang_order_is_open (entry->order);

  line->order = office_view_order (office, rang_order_copy (entry->order), NULL);
  line->state = comes ? (stop->expected_late > 0 ? RANG_PLAN_LATE : entry->state) : RANG_PLAN_NOT_TODAY;
  line->expected = comes ? stop->expected : RANG_TIME_NONE;
  line->late = comes ? MAX (stop->expected_late, 0) : 0;
  line->manager = office_head_of (office, entry->order->department);
  line->manager_name = g_strdup (line->manager != 0 ? rang_office_person_name (office, line->manager) : NULL);
  line->offer_day = RANG_DAY_NONE;
  line->offer = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  set_contact (line, entry);
  if (comes)
    offer_today (line, entry, day);
  return line;
}

static void
set_calls (GPtrArray *lines, GPtrArray *calls)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint k = 0; k < calls->len; k++)
      {
        RangCallLine *line = g_ptr_array_index (lines, i);
        const RangCall *call = g_ptr_array_index (calls, k);

        if (call->order != line->order->order->number)
          continue;
        g_clear_pointer (&line->call, rang_call_free);
        line->call = rang_call_copy (call);
      }
}

/* --- what can be offered on a later day --- */

/* The line's order as it would stand on that day: submitted, below all that is there already. */
static void
add_guest (RangBoardInput *input, const RangCallLine *line)
{
  RangOrder *order = rang_order_copy (line->order->order);
  RangBoardOrder *guest;

  order->state = RANG_ORDER_SUBMITTED;
  order->promised_day = input->day;
  order->outcome_day = RANG_DAY_NONE;
  order->outcome_at = RANG_TIME_NONE;
  guest = rang_board_order_new (order);
  guest->days_waited = 1;
  guest->promise_broken = TRUE;
  g_ptr_array_add (input->orders, guest);
}

static gboolean
offer_on (RangOffice *office, const RangSession *session, RangDay day, GPtrArray *waiting, GError **error)
{
  RangSession later = { session->person, day, session->unit };
  g_autoptr (RangBoardInput) input = office_load_input (office, &later, OFFICE_BOARD_NEWEST, error);
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangBoard) board = NULL, with = NULL;

  if (input == NULL)
    return FALSE;
  if (input->closed)
    return TRUE; /* signed already: nothing can be promised on it */
  for (guint i = 0; i < waiting->len; i++)
    {
      const RangCallLine *line = g_ptr_array_index (waiting, i);
      RangClient *client = rang_store_load_client (office->store, line->order->order->client, error);

      if (client == NULL)
        return FALSE;
      rang_board_input_add_client (input, client);
      add_guest (input, line);
    }
  board = rang_board_new (input, NULL, error);
  if (board == NULL)
    return FALSE;
  for (guint i = waiting->len; i > 0; i--)
    {
      RangCallLine *line = g_ptr_array_index (waiting, i - 1);
      const RangBoardEntry *entry = rang_board_find (board, line->order->order->number);
      RangTime from;

      if (entry == NULL || entry->state != RANG_PLAN_ON_TIME || entry->eta == RANG_TIME_NONE)
        continue;
      from = MAX (entry->eta - OFFERED_WINDOW / 2, entry->order->promised.from) / QUARTER * QUARTER;
      line->offer_day = day;
      line->offer = (RangTimeWindow){ from, MIN (from + OFFERED_WINDOW, entry->order->promised.to) };
      g_ptr_array_remove_index (waiting, i - 1);
    }
  return TRUE;
}

static gboolean
offer_later (RangOffice *office, const RangSession *session, GPtrArray *lines, GError **error)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  RangDay from = MAX (session->day, rang_office_today (office));

  for (guint i = 0; i < lines->len; i++)
    if (((RangCallLine *)g_ptr_array_index (lines, i))->offer_day == RANG_DAY_NONE)
      g_ptr_array_add (waiting, g_ptr_array_index (lines, i));
  for (int i = 1; i <= OFFERED_DAYS && waiting->len > 0; i++)
    if (!offer_on (office, session, rang_calendar_add_working_days (office->settings, from, i), waiting, error))
      return FALSE;
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const RangCallLine *one = *(const RangCallLine *const *)a, *other = *(const RangCallLine *const *)b;
  int by_manager = g_strcmp0 (one->manager_name, other->manager_name);

  if (by_manager != 0)
    return by_manager;
  if (one->order->order->promised.to != other->order->order->promised.to)
    return one->order->order->promised.to < other->order->order->promised.to ? -1 : 1;
  return one->order->order->number < other->order->order->number ? -1 : 1;
}

GPtrArray *
rang_office_list_calls (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);
  g_autoptr (GPtrArray) routes = board != NULL ? rang_office_load_routes (office, session, error) : NULL;
  g_autoptr (GPtrArray) calls = routes != NULL ? rang_store_load_calls (office->store, session->day, error) : NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (calls == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_call_line_free);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      const RangBoardStop *stop = find_stop (routes, entry->number);

      if (is_to_call (entry, stop))
        g_ptr_array_add (lines, line_new (office, entry, stop, session->day));
    }
  set_calls (lines, calls);
  if (!offer_later (office, session, lines, error))
    return NULL;
  g_ptr_array_sort (lines, compare_lines);
  return g_steal_pointer (&lines);
}
