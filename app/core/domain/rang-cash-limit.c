/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how much cash may be collected from one client on one day. */
#include "domain/rang-cash-limit.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A personal number has thirteen digits; a company's, with or without RO, at most ten. */
#define PERSONAL_DIGITS 13

/* Rang's clients are companies: one that nothing is known of counts as one. */
static gboolean
is_person (const RangClient *client)
{
  const char *number = client->tax_number;

  return number != NULL && strlen (number) == PERSONAL_DIGITS
         && strspn (number, "0123456789") == PERSONAL_DIGITS;
}

RangCashExcess *
rang_cash_excess_find (const RangClient *client, const GPtrArray *orders)
{
  RangCashExcess *excess;
  gint64 sum = 0, limit;
  guint count = 0;

  g_return_val_if_fail (client != NULL && orders != NULL, NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, i);

      if (order->client != client->id || order->state == RANG_ORDER_CANCELLED || order->to_collect <= 0
          || !g_str_equal (order->value.currency, RANG_CASH_LIMIT_CURRENCY))
        continue;
      sum += order->to_collect;
      count++;
    }
  limit = is_person (client) ? RANG_CASH_LIMIT_PERSON : RANG_CASH_LIMIT_COMPANY;
  if (sum <= limit)
    return NULL;
  excess = g_new0 (RangCashExcess, 1);
  excess->client = client->id;
  excess->name = g_strdup (client->name);
  excess->person = is_person (client);
  excess->orders = count;
  excess->planned = (RangMoney){ sum, RANG_CASH_LIMIT_CURRENCY };
  excess->limit = (RangMoney){ limit, RANG_CASH_LIMIT_CURRENCY };
  return excess;
}

void
rang_cash_excess_free (RangCashExcess *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

char *
rang_cash_excess_to_text (const RangCashExcess *self)
{
  g_autofree char *planned = NULL, *limit = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  planned = rang_money_format (self->planned, FALSE);
  limit = rang_money_format (self->limit, FALSE);
  if (self->person)
    /* Translators: a client; what its orders of one day collect in cash; what the law allows. */
    return g_strdup_printf (_ ("%s: %s to collect in cash on one day; the law allows %s from a person"), self->name,
                            planned, limit);
  /* Translators: a client; what its orders of one day collect in cash; what the law allows. */
  return g_strdup_printf (_ ("%s: %s to collect in cash on one day; the law allows %s from a company"), self->name,
                          planned, limit);
}
