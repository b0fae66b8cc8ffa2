/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for writing orders and their lines, and for the numbers they get. */
#include "store/rang-store-orders.h"

#include "base/rang-nick.h"
#include "base/rang-text.h"
#include "store/rang-store-orders-private.h"
#include "store/rang-store-witness-private.h"

static const char *const goods_nicks[] = { "ready", "not-ready", "ready-later", NULL };

const char *
rang_goods_to_nick (int goods)
{
  g_return_val_if_fail (goods >= 0 && goods < RANG_N_GOODS, NULL);
  return goods_nicks[goods];
}

int
rang_goods_from_nick (const char *nick)
{
  return rang_nick_find (goods_nicks, nick);
}

static void
bind_promise (RangStatement *row, const RangOrder *order)
{
  rang_bind_int_or (row, order->requested.from_day, RANG_DAY_NONE);
  rang_bind_int_or (row, order->requested.from_time, RANG_TIME_NONE);
  rang_bind_int_or (row, order->requested.to_day, RANG_DAY_NONE);
  rang_bind_int_or (row, order->requested.to_time, RANG_TIME_NONE);
  rang_bind_int_or (row, order->promised_day, RANG_DAY_NONE);
  rang_bind_times (row, order->promised);
  rang_bind_int (row, order->promise_proposed != 0);
  rang_bind_int_or (row, order->first_promised_day, RANG_DAY_NONE);
  rang_bind_text (row, rang_importance_to_nick (order->importance));
  rang_bind_text (row, order->importance_reason);
}

static void
bind_delivery (RangStatement *row, const RangOrder *order)
{
  rang_bind_int (row, order->load);
  rang_bind_int (row, order->parcels);
  rang_bind_int_or (row, order->service, -1);
  rang_bind_text (row, rang_goods_to_nick ((int)order->goods));
  rang_bind_int_or (row, order->goods == RANG_GOODS_READY_LATER ? order->goods_from : RANG_TIME_NONE, RANG_TIME_NONE);
  rang_bind_int (row, order->penalty_clause != 0);
  rang_bind_int (row, order->to_collect);
  rang_bind_text (row, order->invoice);
  rang_bind_int_or (row, order->contact, 0);
  rang_bind_text (row, order->contact_name);
  rang_bind_text (row, order->contact_phone);
  rang_bind_text (row, order->note);
  rang_bind_text (row, order->access_note);
  rang_bind_int_or (row, order->address, 0);
  rang_bind_place (row, &order->place);
}

static RangDay
outcome_day (const RangOrder *order)
{
  if (order->outcome_day != RANG_DAY_NONE || order->outcome_at == RANG_TIME_NONE)
    return order->outcome_day;
  return order->promised_day;
}

static void
bind_order (RangStatement *row, const RangOrder *order)
{
  g_autofree char *buyer_key = order->buyer != NULL ? rang_text_key (order->buyer) : NULL;

  rang_bind_int (row, order->number);
  rang_bind_text (row, buyer_key);
  rang_bind_int_or (row, order->unit, 0);
  rang_bind_text (row, order->client_number);
  rang_bind_int_or (row, order->client, 0);
  rang_bind_text (row, order->buyer);
  rang_bind_text (row, order->buyer_tax_number);
  rang_bind_int_or (row, order->department, 0);
  rang_bind_int_or (row, order->order_day, RANG_DAY_NONE);
  rang_bind_money (row, order->value);
  bind_promise (row, order);
  bind_delivery (row, order);
  rang_bind_text (row, rang_order_state_to_nick (order->state));
  rang_bind_int_or (row, order->department_rank, 0);
  rang_bind_int_or (row, order->submitted_rank, 0);
  rang_bind_int_or (row, order->submitted_length, 0);
  rang_bind_int (row, order->defaulted);
  rang_bind_int (row, order->estimated);
  rang_bind_int (row, order->bumps);
  rang_bind_int_or (row, order->carried_to, RANG_DAY_NONE);
  rang_bind_text (row, order->source);
  rang_bind_text (row, order->source_digest);
  rang_bind_int_or (row, outcome_day (order), RANG_DAY_NONE);
  rang_bind_int_or (row, order->outcome_at, RANG_TIME_NONE);
  rang_bind_text (row, order->outcome_reason);
  rang_bind_text (row, order->unread);
  rang_bind_int_or (row, order->cash_received, -1);
  rang_bind_text (row, order->receipt);
  rang_bind_int (row, order->skills);
  rang_bind_text (row, order->submitted_importance != RANG_IMPORTANCE_UNKNOWN
                           ? rang_importance_to_nick (order->submitted_importance)
                           : NULL);
}

#define ORDER_VALUES                                                                                                   \
  "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, "    \
  "$25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, "     \
  "$47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60"

static gint64
next_number (RangStore *store, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "UPDATE counters SET value = value + 1 WHERE name = 'order' RETURNING value", error);

  return row == NULL ? 0 : rang_statement_run_id (row, error);
}

static gboolean
insert_order (RangStore *store, RangOrder *order, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store, "INSERT INTO orders (number, buyer_key, " ORDER_COLUMNS ") VALUES (" ORDER_VALUES ")", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_ORDER, order->number, 0, 0);
  rang_store_witness (store, RANG_WITNESS_ORDER_DETAILS, order->number, 0, 0);
  bind_order (row, order);
  return rang_statement_run (row, error);
}

static gboolean
insert_lines (RangStore *store, const RangOrder *order, GError **error)
{
  if (order->lines->len > 0)
    rang_store_witness (store, RANG_WITNESS_ORDER_LINES, order->number, 0, 0);
  for (guint i = 0; i < order->lines->len; i++)
    {
      const RangOrderLine *line = g_ptr_array_index (order->lines, i);
      RangStatement *row = rang_store_prepare_write (
          store,
          "INSERT INTO order_lines (order_number, line, article, description, quantity, measure, value) "
          "VALUES ($1, $2, $3, $4, $5, $6, $7)",
          error);

      if (row == NULL)
        return FALSE;
      rang_bind_int (row, order->number);
      rang_bind_int (row, i + 1);
      rang_bind_text (row, line->article);
      rang_bind_text (row, line->description);
      rang_bind_int (row, line->quantity);
      rang_bind_text (row, line->unit);
      rang_bind_int (row, line->value);
      if (!rang_statement_run (row, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the line is the one that the row holds. */
static gboolean
is_line (RangStatement *row, const RangOrderLine *line)
{
  gboolean same = g_strcmp0 (rang_row_text (row), line->article) == 0;

  same = g_strcmp0 (rang_row_text (row), line->description) == 0 && same;
  same = rang_row_int (row) == line->quantity && same;
  same = g_strcmp0 (rang_row_text (row), line->unit) == 0 && same;
  return rang_row_int (row) == line->value && same;
}

/* What the store holds of an order: its details, and whether it has these lines. Both seldom change while an order
 * does: what stays is not witnessed anew, so that it stays found if it was forged. */
static gboolean
look_at_order (RangStore *store, const RangOrder *order, GString *details, gboolean *same_lines, GError **error)
{
  g_auto (GStrv) names = g_strsplit (RANG_WITNESS_ORDER_DETAILS_COLUMNS, ", ", -1);
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT " RANG_WITNESS_ORDER_DETAILS_COLUMNS ", l.line, l.article, l.description, l.quantity, l.measure, l.value "
      "FROM orders o LEFT JOIN order_lines l ON l.order_number = o.number WHERE o.number = $1 ORDER BY l.line",
      error);
  RangStep step = RANG_STEP_ERROR;
  guint n = 0;

  if (row == NULL)
    return FALSE;
  *same_lines = TRUE;
  rang_bind_int (row, order->number);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_string_truncate (details, 0);
      rang_witness_add_columns (row, (const char *const *)names, details);
      if (rang_row_int_or (row, 0) == 0)
        continue; /* an order without lines */
      *same_lines = *same_lines && n < order->lines->len && is_line (row, g_ptr_array_index (order->lines, n));
      n++;
    }
  *same_lines = *same_lines && n == order->lines->len;
  return step == RANG_STEP_DONE;
}

static gboolean
update_row (RangStore *store, const RangOrder *order, const GString *details, GError **error)
{
  g_auto (GStrv) names = g_strsplit (RANG_WITNESS_ORDER_DETAILS_COLUMNS, ", ", -1);
  g_autoptr (GString) now = g_string_new (NULL);
  RangStatement *row
      = rang_store_prepare_write (store,
                                  "UPDATE orders SET (number, buyer_key, " ORDER_COLUMNS ") = (" ORDER_VALUES
                                  ") WHERE number = $1 RETURNING " RANG_WITNESS_ORDER_DETAILS_COLUMNS,
                                  error);
  RangStep step;

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_ORDER, order->number, 0, 0);
  bind_order (row, order);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    rang_witness_add_columns (row, (const char *const *)names, now);
  if (step != RANG_STEP_DONE)
    return FALSE;
  if (now->len == 0)
    return rang_store_nothing_changed (error);
  if (!g_string_equal (now, details))
    rang_store_witness (store, RANG_WITNESS_ORDER_DETAILS, order->number, 0, 0);
  return TRUE;
}

static gboolean
delete_lines (RangStore *store, gint64 number, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM order_lines WHERE order_number = $1", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, number);
  return rang_statement_run (row, error);
}

static gboolean
update_order (RangStore *store, const RangOrder *order, GError **error)
{
  g_autoptr (GString) details = g_string_new (NULL);
  gboolean same_lines;

  if (!look_at_order (store, order, details, &same_lines, error) || !update_row (store, order, details, error))
    return FALSE;
  if (same_lines)
    return TRUE;
  rang_store_witness (store, RANG_WITNESS_ORDER_LINES, order->number, 0, 0);
  return delete_lines (store, order->number, error) && insert_lines (store, order, error);
}

gboolean
rang_store_save_order (RangStore *store, RangOrder *order, GError **error)
{
  gint64 number;

  if (order->number != 0)
    return update_order (store, order, error);
  number = next_number (store, error);
  if (number == 0)
    return FALSE;
  order->number = number;
  if (insert_order (store, order, error) && insert_lines (store, order, error))
    return TRUE;
  order->number = 0;
  return FALSE;
}
