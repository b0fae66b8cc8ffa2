/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what an order is. */
#include "domain/rang-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-nick.h"

static const char *const importance_nicks[] = { "unknown", "low", "normal", "high", NULL };
static const char *const state_nicks[]
    = { "to-complete", "entered", "submitted", "handed-over",  "accepted", "delivered",
        "part",        "failed",  "cancelled", "carried-over", NULL };

RangOrder *
rang_order_new (void)
{
  RangOrder *order = g_new0 (RangOrder, 1);

  order->order_day = RANG_DAY_NONE;
  order->requested = (RangRequested){ RANG_DAY_NONE, RANG_TIME_NONE, RANG_DAY_NONE, RANG_TIME_NONE };
  order->promised_day = RANG_DAY_NONE;
  order->promised = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  order->first_promised_day = RANG_DAY_NONE;
  order->carried_to = RANG_DAY_NONE;
  order->service = -1;
  order->goods_from = RANG_TIME_NONE;
  order->outcome_day = RANG_DAY_NONE;
  order->outcome_at = RANG_TIME_NONE;
  order->cash_received = -1;
  order->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_line_free);
  return order;
}

RangOrder *
rang_order_copy (const RangOrder *order)
{
  RangOrder *copy = g_memdup2 (order, sizeof *order);

  copy->client_number = g_strdup (order->client_number);
  copy->buyer = g_strdup (order->buyer);
  copy->buyer_tax_number = g_strdup (order->buyer_tax_number);
  copy->importance_reason = g_strdup (order->importance_reason);
  copy->invoice = g_strdup (order->invoice);
  copy->contact_name = g_strdup (order->contact_name);
  copy->contact_phone = g_strdup (order->contact_phone);
  copy->note = g_strdup (order->note);
  copy->access_note = g_strdup (order->access_note);
  copy->source = g_strdup (order->source);
  copy->source_digest = g_strdup (order->source_digest);
  copy->outcome_reason = g_strdup (order->outcome_reason);
  copy->unread = g_strdup (order->unread);
  copy->receipt = g_strdup (order->receipt);
  memset (&copy->place, 0, sizeof copy->place);
  rang_place_copy_into (&copy->place, &order->place);
  copy->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_line_free);
  for (guint i = 0; i < order->lines->len; i++)
    g_ptr_array_add (copy->lines, rang_order_line_copy (g_ptr_array_index (order->lines, i)));
  return copy;
}

void
rang_order_free (RangOrder *order)
{
  if (order == NULL)
    return;
  g_free (order->client_number);
  g_free (order->buyer);
  g_free (order->buyer_tax_number);
  g_free (order->importance_reason);
  g_free (order->invoice);
  g_free (order->contact_name);
  g_free (order->contact_phone);
  g_free (order->note);
  g_free (order->access_note);
  g_free (order->source);
  g_free (order->source_digest);
  g_free (order->outcome_reason);
  g_free (order->unread);
  g_free (order->receipt);
  rang_place_clear (&order->place);
  g_ptr_array_unref (order->lines);
  g_free (order);
}

RangOrderLine *
rang_order_line_new (void)
{
  return g_new0 (RangOrderLine, 1);
}

RangOrderLine *
rang_order_line_copy (const RangOrderLine *line)
{
  RangOrderLine *copy = g_memdup2 (line, sizeof *line);

  copy->article = g_strdup (line->article);
  copy->description = g_strdup (line->description);
  copy->unit = g_strdup (line->unit);
  return copy;
}

void
rang_order_line_free (RangOrderLine *line)
{
  if (line == NULL)
    return;
  g_free (line->article);
  g_free (line->description);
  g_free (line->unit);
  g_free (line);
}

gboolean
rang_order_is_unlocated (const RangOrder *order)
{
  return !order->place.located;
}

gboolean
rang_order_is_open (const RangOrder *order)
{
  return order->state < RANG_ORDER_DELIVERED;
}

void
rang_order_state_importance (RangOrder *order, RangImportance importance)
{
  if (order->state == RANG_ORDER_SUBMITTED)
    {
      RangImportance counted = rang_order_counted_importance (order);

      order->submitted_importance = importance != counted ? counted : RANG_IMPORTANCE_UNKNOWN;
    }
  order->importance = importance;
}

RangImportance
rang_order_counted_importance (const RangOrder *order)
{
  return order->submitted_importance != RANG_IMPORTANCE_UNKNOWN ? order->submitted_importance : order->importance;
}

const char *
rang_importance_to_nick (RangImportance importance)
{
  g_return_val_if_fail (importance < RANG_N_IMPORTANCES, NULL);
  return importance_nicks[importance];
}

int
rang_importance_from_nick (const char *nick)
{
  return rang_nick_find (importance_nicks, nick);
}

const char *
rang_importance_label (RangImportance importance)
{
  switch (importance)
    {
    case RANG_IMPORTANCE_UNKNOWN:
      return C_ ("importance", "not stated");
    case RANG_IMPORTANCE_LOW:
      return C_ ("importance", "low");
    case RANG_IMPORTANCE_NORMAL:
      return C_ ("importance", "normal");
    case RANG_IMPORTANCE_HIGH:
      return C_ ("importance", "high");
    case RANG_N_IMPORTANCES:
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
rang_order_state_to_nick (RangOrderState state)
{
  g_return_val_if_fail (state < RANG_N_ORDER_STATES, NULL);
  return state_nicks[state];
}

int
rang_order_state_from_nick (const char *nick)
{
  return rang_nick_find (state_nicks, nick);
}

const char *
rang_order_state_label (RangOrderState state)
{
  switch (state)
    {
    case RANG_ORDER_TO_COMPLETE:
      return C_ ("order state", "to complete");
    case RANG_ORDER_ENTERED:
      return C_ ("order state", "entered");
    case RANG_ORDER_SUBMITTED:
      return C_ ("order state", "submitted");
    case RANG_ORDER_HANDED_OVER:
      return C_ ("order state", "handed over");
    case RANG_ORDER_ACCEPTED:
      return C_ ("order state", "accepted");
    case RANG_ORDER_DELIVERED:
      return C_ ("order state", "delivered");
    case RANG_ORDER_PART:
      return C_ ("order state", "delivered in part");
    case RANG_ORDER_FAILED:
      return C_ ("order state", "failed");
    case RANG_ORDER_CANCELLED:
      return C_ ("order state", "cancelled");
    case RANG_ORDER_CARRIED_OVER:
      return C_ ("order state", "carried over");
    case RANG_N_ORDER_STATES:
    default:
      g_return_val_if_reached (NULL);
    }
}
