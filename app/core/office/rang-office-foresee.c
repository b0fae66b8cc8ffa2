/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the check of a promise at intake. */
#include "office/rang-office-foresee.h"

#include <glib/gi18n-lib.h>

#include "base/rang-day-label.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"

void
rang_promise_check_free (RangPromiseCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->foresight, rang_foresight_free);
  g_clear_pointer (&self->cash, rang_cash_excess_free);
  g_array_unref (self->fullness);
  g_free (self);
}

static gboolean
foresee (RangOffice *office,
         RangBoard *board,
         RangOrder *order,
         RangPromiseCheck *check,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (RangClient) client = NULL;

  if (order->client != 0 && (client = rang_store_load_client (office->store, order->client, error)) == NULL)
    return FALSE;
  check->foresight = rang_board_foresee (board, order, client, cancellable, error);
  return check->foresight != NULL;
}

/* The board of a day as it would be handed over. */
static RangBoard *
load_day (RangOffice *office,
          const RangSession *session,
          RangDay day,
          RangBoard *known,
          GCancellable *cancellable,
          GError **error)
{
  RangSession on = { session->person, day, session->unit };

  if (known != NULL && rang_board_get_day (known) == day)
    return rang_board_ref (known);
  return office_load_board (office, &on, OFFICE_BOARD_NEWEST, cancellable, error);
}

static gboolean
measure (RangOffice *office,
         const RangSession *session,
         RangDay from,
         RangBoard *known,
         RangPromiseCheck *check,
         GCancellable *cancellable,
         GError **error)
{
  RangDay day = from;

  for (guint i = 0; i < RANG_FULLNESS_DAYS; i++)
    {
      RangDayFullness one = { .day = 0 };
      g_autoptr (RangBoard) board = NULL;

      day = rang_calendar_add_working_days (office->settings, day, 1);
      one.day = day;
      board = load_day (office, session, day, known, cancellable, error);
      if (board == NULL)
        return FALSE;
      one.per_cent = rang_board_get_lines (board)->fullness;
      one.promises = rang_board_get_n_entries (board);
      g_array_append_val (check->fullness, one);
    }
  return TRUE;
}

/* Every order of the client on that day counts, submitted or not; of @order what is in it now. */
static gboolean
check_cash (RangOffice *office, RangOrder *order, RangPromiseCheck *check, GError **error)
{
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (RangClient) client = NULL;

  if (order->client == 0 || order->to_collect <= 0 || order->promised_day == RANG_DAY_NONE)
    return TRUE;
  orders = office_load_orders_of_day (office, order->promised_day, error);
  client = orders != NULL ? rang_store_load_client (office->store, order->client, error) : NULL;
  if (client == NULL)
    return FALSE;
  for (guint i = orders->len; i > 0; i--)
    if (((const RangOrder *)g_ptr_array_index (orders, i - 1))->number == order->number)
      g_ptr_array_remove_index (orders, i - 1);
  g_ptr_array_add (orders, rang_order_copy (order));
  check->cash = rang_cash_excess_find (client, orders);
  return TRUE;
}

RangPromiseCheck *
rang_office_check_promise (RangOffice *office,
                           const RangSession *session,
                           const RangOrder *order,
                           RangBoard *known,
                           gboolean ahead,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (RangOrder) settled = rang_order_copy (order);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  g_autoptr (RangPromiseCheck) check = g_new0 (RangPromiseCheck, 1);
  g_autoptr (RangStoreTransaction) reading = NULL;
  g_autoptr (RangBoard) board = NULL;
  RangDay today;

  check->fullness = g_array_new (FALSE, FALSE, sizeof (RangDayFullness));
  if (!office_refresh (office, error))
    return NULL;
  reading = rang_store_begin_read (office->store, error);
  if (reading == NULL || !office_settle_order (office, settled, NULL, "", problems, error))
    return NULL;
  check->day = settled->promised_day;
  check->promised = settled->promised;
  if (!check_cash (office, settled, check, error))
    return NULL;
  if (check->day != RANG_DAY_NONE && check->promised.from != RANG_TIME_NONE)
    {
      board = load_day (office, session, check->day, known, cancellable, error);
      if (board == NULL || !foresee (office, board, settled, check, cancellable, error))
        return NULL;
    }
  rang_office_now (office, &today);
  if (ahead && !measure (office, session, today, board != NULL ? board : known, check, cancellable, error))
    return NULL;
  return g_steal_pointer (&check);
}

char *
rang_promise_check_fullness_to_text (const RangPromiseCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->fullness->len; i++)
    {
      const RangDayFullness *one = &g_array_index (self->fullness, RangDayFullness, i);

      g_autofree char *day = rang_day_label_short (one->day);

      if (i > 0)
        g_string_append (text, " · ");
      /* Translators: a weekday, its date, and how full it is: "Monday 30 Nov 2026: 84 %" */
      g_string_append_printf (text, _ ("%s %s: %u %%"), rang_day_label_weekday (one->day), day, one->per_cent);
    }
  return g_string_free (text, FALSE);
}
