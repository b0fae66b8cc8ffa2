/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for storing the demo office: its people and clients, its past with the log of it, and today's board. */
#include <glib/gi18n-lib.h>

#include "board/rang-ranking.h"
#include "office/rang-demo.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-create-private.h"
#include "office/rang-office-department-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-people.h"
#include "store/rang-store-resources.h"

typedef gboolean (*SaveFunc) (RangStore *store, gpointer item, GError **error);

/* Saves items whose ids count from 1, so that the store gives them the same ones. */
static gboolean
save_all (RangStore *store, GPtrArray *items, SaveFunc save, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      gint64 *id = g_ptr_array_index (items, i); /* each of these structs starts with its id */

      g_return_val_if_fail (*id == (gint64)i + 1, FALSE);
      *id = 0;
      if (!save (store, id, error))
        return FALSE;
      g_return_val_if_fail (*id == (gint64)i + 1, FALSE);
    }
  return TRUE;
}

/* Addresses and contacts get ids of their own; orders refer to them by those of the generator. */
static gboolean
save_clients (RangStore *store, GPtrArray *clients, GError **error)
{
  for (guint i = 0; i < clients->len; i++)
    {
      RangClient *client = g_ptr_array_index (clients, i);

      client->id = 0;
      for (guint k = 0; k < client->addresses->len; k++)
        ((RangAddress *)g_ptr_array_index (client->addresses, k))->id = 0;
      for (guint k = 0; k < client->contacts->len; k++)
        ((RangContact *)g_ptr_array_index (client->contacts, k))->id = 0;
      if (!rang_store_save_client (store, client, error))
        return FALSE;
      g_return_val_if_fail (client->id == (gint64)i + 1, FALSE);
    }
  return TRUE;
}

static void
tie_login (RangDemo *demo, const char *login)
{
  RangPerson *head = g_ptr_array_index (demo->people, RANG_DEMO_HEAD_OF_SALES - 1);

  g_free (head->login);
  head->login = g_strdup (login);
}

static gboolean
save_office (RangOffice *office, RangDemo *demo, const char *login, GError **error)
{
  RangStore *store = office->store;

  tie_login (demo, login);
  demo->settings->demo = TRUE;
  if (!rang_store_save_settings (store, demo->settings, error)
      || !save_all (store, demo->departments, (SaveFunc)rang_store_save_department, error)
      || !save_all (store, demo->people, (SaveFunc)rang_store_save_person, error)
      || !save_all (store, demo->units, (SaveFunc)rang_store_save_unit, error)
      || !save_all (store, demo->resources, (SaveFunc)rang_store_save_resource, error)
      || !save_clients (store, demo->clients, error))
    return FALSE;
  return office_reload (office, error);
}

/* --- orders --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const RangOrder *one = *(RangOrder *const *)a, *other = *(RangOrder *const *)b;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* Addresses and contacts as the store numbered them. */
static void
relink (RangDemo *demo, RangOrder *order)
{
  const RangClient *client = g_ptr_array_index (demo->clients, (guint)order->client - 1);
  const RangAddress *address = rang_client_find_address (client, &order->place);

  order->address = address != NULL ? address->id : 0;
  order->contact = client->contacts->len > 0 ? ((RangContact *)g_ptr_array_index (client->contacts, 0))->id : 0;
}

static gboolean
save_orders (RangOffice *office, RangDemo *demo, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, demo->past, NULL, NULL);
  g_ptr_array_extend (all, demo->orders, NULL, NULL);
  g_ptr_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++)
    {
      RangOrder *order = g_ptr_array_index (all, i);
      gint64 number = order->number;

      relink (demo, order);
      order->number = 0;
      if (!rang_store_save_order (office->store, order, error))
        return FALSE;
      g_return_val_if_fail (order->number == number, FALSE);
    }
  return TRUE;
}

/* --- the past --- */

/* The log is told in the order in which things were written down: none is dated before the one before it. */
static gboolean
log_in_order (RangOffice *office, RangLogEntry *entry, GError **error)
{
  entry->at = MAX (entry->at, office->last_at);
  return office_log (office, entry, error);
}

static RangLogEntry *
entry_at (RangOffice *office, RangDay day, RangTime time, gint64 who, const char *what)
{
  RangLogEntry *entry = rang_log_entry_new (what, rang_day_to_instant (day, time, office->zone), who);

  entry->day = day;
  entry->unit = RANG_UNIT_DELIVERY_ID;
  return entry;
}

static gboolean
log_simple (
    RangOffice *office, RangDay day, RangTime time, gint64 who, const char *what, gint64 department, GError **error)
{
  g_autoptr (RangLogEntry) entry = entry_at (office, day, time, who, what);

  if (department != 0)
    entry->subject = g_strdup_printf ("department/%" G_GINT64_FORMAT, department);
  return log_in_order (office, entry, error);
}

static char *
harm_text (const RangDemoMove *move)
{
  g_autoptr (GString) late = g_string_new (NULL);
  g_autoptr (GString) later = g_string_new (NULL);
  g_autoptr (GString) left_out = g_string_new (NULL);
  g_autofree char *gained = move->granted && move->state_gained
                                ? g_strdup_printf ("{\"order\":\"%" G_GINT64_FORMAT "\",\"minutes\":0}", move->order)
                                : g_strdup ("");

  for (guint i = 0; i < move->harmed->len; i++)
    {
      const RangDemoHarm *harm = &g_array_index (move->harmed, RangDemoHarm, i);
      GString *list = harm->minutes < 0 ? left_out : harm->was_late ? later : late;

      g_string_append_printf (list, "%s{\"order\":\"%" G_GINT64_FORMAT "\",\"minutes\":%d}", list->len > 0 ? "," : "",
                              harm->order, MAX (harm->minutes, 0));
    }
  return g_strdup_printf (
      "{\"late\":[%s],\"later\":[%s],\"left_out\":[%s],\"gained\":[%s],\"value_at_risk\":%" G_GINT64_FORMAT "}",
      late->str, later->str, left_out->str, gained, move->value_at_risk);
}

static gboolean
log_move (RangOffice *office, RangDay day, const RangDemoMove *move, GError **error)
{
  g_autoptr (RangLogEntry) entry = NULL;

  if (move->asked_by != 0)
    {
      g_autoptr (RangLogEntry) push = entry_at (office, day, move->at - 300, move->asked_by, "push");

      push->order = move->order;
      push->from = move->from;
      push->to = move->to;
      push->reason = g_strdup (rang_reason_to_nick (move->reason));
      if (!log_in_order (office, push, error))
        return FALSE;
    }
  entry = entry_at (office, day, move->at, move->by,
                    !move->granted        ? "refuse"
                    : move->asked_by != 0 ? "grant"
                                          : "move");
  entry->order = move->order;
  entry->from = move->from;
  entry->to = move->to;
  entry->reason = g_strdup (rang_reason_to_nick (move->reason));
  entry->note = g_strdup (move->note);
  entry->cost = harm_text (move);
  return log_in_order (office, entry, error);
}

static gboolean
log_result (RangOffice *office, RangDay day, const RangDemoResult *result, GError **error)
{
  gboolean failed = result->state == RANG_ORDER_FAILED, carried = result->state == RANG_ORDER_CARRIED_OVER;
  RangTime at = result->at != RANG_TIME_NONE ? result->at : 18 * 3600;
  g_autoptr (RangLogEntry) entry = entry_at (office, day, at, RANG_DEMO_DELIVERY_CHIEF,
                                             carried  ? "carry-over"
                                             : failed ? "fail"
                                                      : "deliver");

  entry->order = result->order;
  if (result->fail_reason >= 0)
    entry->reason = g_strdup (rang_fail_reason_to_nick ((RangFailReason)result->fail_reason));
  return log_in_order (office, entry, error);
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const RangDemoResult *one = a, *other = b;

  return one->at < other->at ? -1 : one->at > other->at;
}

static gboolean
save_past_board (RangOffice *office, const RangDemoDay *day, gint64 entry, GError **error)
{
  g_autoptr (RangBoardRecord) record = rang_board_record_new (day->day, RANG_UNIT_DELIVERY_ID);

  for (guint i = 0; i < day->results->len; i++)
    g_array_append_val (record->ranking, g_array_index (day->results, RangDemoResult, i).order);
  record->entry = entry;
  record->rules = 1;
  return rang_store_add_board_revision (office->store, record, error);
}

static gboolean
save_past_day (RangOffice *office, const RangDemoDay *day, GError **error)
{
  g_autoptr (GArray) by_time = g_array_copy (day->results);
  g_autoptr (RangLogEntry) handed = entry_at (office, day->day, 7 * 3600 + 3000, RANG_DEMO_HEAD_OF_SALES, "handover");

  if (!log_simple (office, day->day, 6 * 3600 + 1800, RANG_DEMO_HEAD_OF_CLIENTS, "submit", RANG_DEMO_CLIENTS, error)
      || !log_simple (office, day->day, 6 * 3600 + 2400, RANG_DEMO_HEAD_OF_ACTIVE_SALES, "submit",
                      RANG_DEMO_ACTIVE_SALES, error))
    return FALSE;
  for (guint i = 0; i < day->moves->len; i++)
    if (!log_move (office, day->day, g_ptr_array_index (day->moves, i), error))
      return FALSE;
  if (!log_in_order (office, handed, error) || !save_past_board (office, day, handed->entry, error)
      || !log_simple (office, day->day, 7 * 3600 + 3300, RANG_DEMO_DELIVERY_CHIEF, "accept", 0, error))
    return FALSE;
  g_array_sort (by_time, compare_results);
  for (guint i = 0; i < by_time->len; i++)
    if (!log_result (office, day->day, &g_array_index (by_time, RangDemoResult, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
save_event (RangOffice *office, RangClientEvent *event, GError **error)
{
  g_autoptr (RangLogEntry) entry = entry_at (office, event->day, 19 * 3600, event->who, "client");

  event->id = 0;
  entry->client = event->client;
  entry->reason = g_strdup (rang_client_event_kind_to_nick (event->kind));
  entry->note = g_strdup (event->reason);
  return rang_store_add_client_event (office->store, event, error) && log_in_order (office, entry, error);
}

static gboolean
save_past (RangOffice *office, RangDemo *demo, GError **error)
{
  guint next_event = 0;

  for (guint i = 0; i < demo->days->len; i++)
    {
      const RangDemoDay *day = g_ptr_array_index (demo->days, i);

      if (!save_past_day (office, day, error))
        return FALSE;
      for (; next_event < demo->events->len; next_event++)
        {
          RangClientEvent *event = g_ptr_array_index (demo->events, next_event);

          if (event->day > day->day)
            break;
          if (!save_event (office, event, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- today --- */

static gboolean
submit_today (
    RangOffice *office, RangDemo *demo, gint64 department, gint64 head, RangTime time, gint64 *entry, GError **error)
{
  g_autoptr (GPtrArray) list = office_load_list (office, demo->today, department, error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RangLogEntry) submitted = entry_at (office, demo->today, time, head, "submit");

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    g_array_append_val (numbers, ((RangOrder *)g_ptr_array_index (list, i))->number);
  submitted->at = MIN (submitted->at, rang_clock_now (office->clock));
  submitted->subject = g_strdup_printf ("department/%" G_GINT64_FORMAT, department);
  submitted->data = office_orders_to_text ((const gint64 *)(gpointer)numbers->data, numbers->len);
  if (!log_in_order (office, submitted, error) || !office_submit_list (office, department, numbers, submitted, error))
    return FALSE;
  *entry = submitted->entry;
  return TRUE;
}

gboolean
office_create_demo (RangOffice *office, const char *login, GError **error)
{
  RangSession session = { RANG_DEMO_HEAD_OF_SALES, 0, RANG_UNIT_DELIVERY_ID };
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (GTimeZone) zone = rang_settings_dup_zone (settings);
  g_autoptr (RangDemo) demo
      = rang_demo_new (RANG_DEMO_SEED, rang_day_of_instant (rang_clock_now (office->clock), zone, NULL));
  g_autoptr (RangLogEntry) entry = NULL;
  gint64 last;

  if (!save_office (office, demo, login, error))
    return FALSE;
  entry = rang_log_entry_new ("init", rang_day_to_instant (demo->today - 120, 8 * 3600, office->zone),
                              RANG_DEMO_HEAD_OF_SALES);
  entry->note = g_strdup ("demo");
  session.day = demo->today;
  return log_in_order (office, entry, error) && save_orders (office, demo, error) && save_past (office, demo, error)
         && submit_today (office, demo, RANG_DEMO_CLIENTS, RANG_DEMO_HEAD_OF_CLIENTS, 6 * 3600 + 1800, &last, error)
         && submit_today (office, demo, RANG_DEMO_ACTIVE_SALES, RANG_DEMO_HEAD_OF_ACTIVE_SALES, 6 * 3600 + 2400, &last,
                          error)
         && office_rejoin_board (office, &session, last, error);
}
