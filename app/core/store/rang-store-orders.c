/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for orders in the store. */
#include "store/rang-store-orders.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "store/rang-store-orders-private.h"

#define SELECT_ORDERS "SELECT number, " ORDER_COLUMNS " FROM orders "
#define SELECT_LINES                                                                                                   \
  "SELECT l.order_number, l.article, l.description, l.quantity, l.measure, l.value FROM order_lines l "                \
  "JOIN orders o ON o.number = l.order_number "

static void
read_promise (RangStatement *row, RangOrder *order)
{
  order->requested.from_day = rang_row_day (row);
  order->requested.from_time = rang_row_time (row);
  order->requested.to_day = rang_row_day (row);
  order->requested.to_time = rang_row_time (row);
  order->promised_day = rang_row_day (row);
  rang_row_times (row, &order->promised);
  order->promise_proposed = rang_row_int (row) != 0;
  order->first_promised_day = rang_row_day (row);
  order->importance = (RangImportance)rang_row_nick (row, rang_importance_from_nick);
  order->importance_reason = rang_row_dup_text (row);
}

static void
read_delivery (RangStatement *row, RangOrder *order)
{
  order->load = rang_row_int (row);
  order->parcels = (gint32)rang_row_int (row);
  order->service = (gint32)rang_row_int_or (row, -1);
  order->goods = (RangGoods)rang_row_nick (row, rang_goods_from_nick);
  order->goods_from = rang_row_time (row);
  order->penalty_clause = rang_row_int (row) != 0;
  order->to_collect = rang_row_int (row);
  order->invoice = rang_row_dup_text (row);
  order->contact = rang_row_int (row);
  order->contact_name = rang_row_dup_text (row);
  order->contact_phone = rang_row_dup_text (row);
  order->note = rang_row_dup_text (row);
  order->access_note = rang_row_dup_text (row);
  order->address = rang_row_int (row);
  rang_row_place (row, &order->place);
}

static gpointer
read_order (RangStatement *row)
{
  RangOrder *order = rang_order_new ();

  order->number = rang_row_int (row);
  order->unit = rang_row_int (row);
  order->client_number = rang_row_dup_text (row);
  order->client = rang_row_int (row);
  order->buyer = rang_row_dup_text (row);
  order->buyer_tax_number = rang_row_dup_text (row);
  order->department = rang_row_int (row);
  order->order_day = rang_row_day (row);
  rang_row_money (row, &order->value);
  read_promise (row, order);
  read_delivery (row, order);
  order->state = (RangOrderState)rang_row_nick (row, rang_order_state_from_nick);
  order->department_rank = (gint32)rang_row_int (row);
  order->submitted_rank = (gint32)rang_row_int (row);
  order->submitted_length = (gint32)rang_row_int (row);
  order->defaulted = (RangOrderField)rang_row_int (row);
  order->estimated = (RangOrderField)rang_row_int (row);
  order->bumps = (gint32)rang_row_int (row);
  order->carried_to = rang_row_day (row);
  order->source = rang_row_dup_text (row);
  order->source_digest = rang_row_dup_text (row);
  order->outcome_day = rang_row_day (row);
  order->outcome_at = rang_row_time (row);
  order->outcome_reason = rang_row_dup_text (row);
  order->unread = rang_row_dup_text (row);
  order->cash_received = rang_row_int_or (row, -1);
  order->receipt = rang_row_dup_text (row);
  order->skills = (guint32)rang_row_int (row);
  order->submitted_importance = (RangImportance)rang_row_nick (row, rang_importance_from_nick);
  return order;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  const RangOrder *x = *(RangOrder *const *)a, *y = *(RangOrder *const *)b;

  return (x->number > y->number) - (x->number < y->number);
}

/* Lines come by order number, as the orders do. */
static gboolean
read_lines (RangStatement *row, GPtrArray *orders, GError **error)
{
  RangStep step;
  guint at = 0;

  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autoptr (RangOrderLine) line = rang_order_line_new ();
      gint64 number = rang_row_int (row);
      RangOrder *order = NULL;

      line->article = rang_row_dup_text (row);
      line->description = rang_row_dup_text (row);
      line->quantity = rang_row_int (row);
      line->unit = rang_row_dup_text (row);
      line->value = rang_row_int (row);
      for (; at < orders->len; at++)
        {
          order = g_ptr_array_index (orders, at);
          if (order->number >= number)
            break;
        }
      if (order != NULL && order->number == number)
        g_ptr_array_add (order->lines, g_steal_pointer (&line));
    }
  return step == RANG_STEP_DONE;
}

static GPtrArray *
load_with_lines (RangStore *store, const char *orders_sql, const char *lines_sql, gint64 key, GError **error)
{
  RangStatement *row = rang_store_prepare (store, orders_sql, error);
  g_autoptr (GPtrArray) orders = NULL;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, key);
  orders = rang_store_read_rows (row, read_order, (GDestroyNotify)rang_order_free, error);
  if (orders == NULL)
    return NULL;
  g_ptr_array_sort (orders, compare_numbers);
  row = rang_store_prepare (store, lines_sql, error);
  if (row == NULL)
    return NULL;
  rang_bind_int (row, key);
  return read_lines (row, orders, error) ? g_steal_pointer (&orders) : NULL;
}

GPtrArray *
rang_store_load_orders_of_day (RangStore *store, RangDay day, GError **error)
{
  return load_with_lines (
      store, SELECT_ORDERS "WHERE promised_day = $1 OR promised_day IS NULL",
      SELECT_LINES "WHERE o.promised_day = $1 OR o.promised_day IS NULL ORDER BY l.order_number, l.line", day, error);
}

GPtrArray *
rang_store_load_orders_to_complete (RangStore *store, GError **error)
{
  return load_with_lines (store, SELECT_ORDERS "WHERE state = 'to-complete' AND number > $1",
                          SELECT_LINES "WHERE o.state = 'to-complete' AND o.number > $1 "
                                       "ORDER BY l.order_number, l.line",
                          0, error);
}

RangOrder *
rang_store_load_order (RangStore *store, gint64 number, GError **error)
{
  g_autoptr (GPtrArray) orders
      = load_with_lines (store, SELECT_ORDERS "WHERE number = $1",
                         SELECT_LINES "WHERE o.number = $1 ORDER BY l.order_number, l.line", number, error);

  if (orders == NULL)
    return NULL;
  if (orders->len == 0)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
                   _ ("there is no order %" PRId64 "; choose one of the list"), number);
      return NULL;
    }
  return g_ptr_array_steal_index (orders, 0);
}

GPtrArray *
rang_store_load_orders_between (RangStore *store, RangDay from, RangDay to, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, SELECT_ORDERS "WHERE promised_day BETWEEN $1 AND $2 ORDER BY promised_day, number", error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, from);
  rang_bind_int (row, to);
  return rang_store_read_rows (row, read_order, (GDestroyNotify)rang_order_free, error);
}

GPtrArray *
rang_store_load_orders_of_client (RangStore *store, gint64 client, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, SELECT_ORDERS "WHERE client = $1 ORDER BY promised_day DESC, number DESC", error);

  if (row == NULL)
    return NULL;
  rang_bind_int (row, client);
  return rang_store_read_rows (row, read_order, (GDestroyNotify)rang_order_free, error);
}

/* The number in the first row, 0 if there is none. */
static gboolean
read_number (RangStatement *row, gint64 *number, GError **error)
{
  RangStep step = rang_statement_step (row, error);

  if (step == RANG_STEP_ERROR)
    return FALSE;
  *number = step == RANG_STEP_ROW ? rang_row_int (row) : 0;
  if (step == RANG_STEP_ROW)
    rang_statement_reset (row);
  return TRUE;
}

static gboolean
find_by_identity (RangStore *store,
                  const char *sql,
                  gint64 client,
                  const char *buyer_key,
                  const char *client_number,
                  RangDay order_day,
                  gint64 *number,
                  GError **error)
{
  RangStatement *row = rang_store_prepare (store, sql, error);

  if (row == NULL)
    return FALSE;
  if (buyer_key != NULL)
    rang_bind_text (row, buyer_key);
  else
    rang_bind_int (row, client);
  rang_bind_text (row, client_number);
  rang_bind_int (row, order_day == RANG_DAY_NONE ? -1000000 : order_day);
  return read_number (row, number, error);
}

gboolean
rang_store_find_nameless_order (RangStore *store, const char *source_digest, gint64 *number, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store, "SELECT number FROM orders WHERE buyer_key IS NULL AND source_digest = $1 ORDER BY number LIMIT 1", error);

  *number = 0;
  if (row == NULL)
    return FALSE;
  rang_bind_text (row, source_digest);
  return read_number (row, number, error);
}

gboolean
rang_store_find_order (RangStore *store,
                       gint64 client,
                       const char *buyer,
                       const char *client_number,
                       RangDay order_day,
                       gint64 *number,
                       GError **error)
{
  g_autofree char *buyer_key = buyer != NULL ? rang_text_key (buyer) : NULL;

  *number = 0;
  if (client_number == NULL)
    return TRUE;
  if (client != 0
      && !find_by_identity (store,
                            "SELECT number FROM orders WHERE client = $1 AND client_number = $2 "
                            "AND coalesce (order_day, -1000000) = $3",
                            client, NULL, client_number, order_day, number, error))
    return FALSE;
  if (*number != 0 || buyer_key == NULL)
    return TRUE;
  return find_by_identity (store,
                           "SELECT number FROM orders WHERE client IS NULL AND buyer_key = $1 AND client_number = $2 "
                           "AND coalesce (order_day, -1000000) = $3",
                           0, buyer_key, client_number, order_day, number, error);
}
