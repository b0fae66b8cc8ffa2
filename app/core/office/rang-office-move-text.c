/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the log says of a move: its cost, its orders. */
#include <json-glib/json-glib.h>

#include "office/rang-office-board-private.h"

/* Money of the office as a whole number; what is in another currency says so. */
static void
add_money (JsonBuilder *b, const char *name, RangMoney money, const char *own)
{
  gboolean apart = money.minor != 0 && !g_str_equal (money.currency, own);

  json_builder_set_member_name (b, name);
  json_builder_add_int_value (b, money.minor);
  if (!apart)
    return;
  json_builder_set_member_name (b, "currency");
  json_builder_add_string_value (b, money.currency);
}

static void
add_apart (JsonBuilder *b, const char *name, const GArray *apart)
{
  if (apart->len == 0)
    return;
  json_builder_set_member_name (b, name);
  json_builder_begin_object (b);
  for (guint i = 0; i < apart->len; i++)
    add_money (b, g_array_index (apart, RangMoney, i).currency, g_array_index (apart, RangMoney, i),
               g_array_index (apart, RangMoney, i).currency);
  json_builder_end_object (b);
}

static void
add_items (JsonBuilder *b, const char *name, const GArray *items, const char *own)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);
      g_autofree char *order = g_strdup_printf ("%" G_GINT64_FORMAT, item->order);

      json_builder_begin_object (b);
      json_builder_set_member_name (b, "order");
      json_builder_add_string_value (b, order);
      json_builder_set_member_name (b, "minutes");
      json_builder_add_int_value (b, item->minutes);
      add_money (b, "value", item->value, own);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

char *
office_cost_to_text (const RangMoveCost *cost)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const char *own = cost->value_at_risk.total.currency;

  json_builder_begin_object (b);
  add_items (b, "late", cost->late, own);
  add_items (b, "later", cost->later, own);
  add_items (b, "left_out", cost->left_out, own);
  add_items (b, "gained", cost->gained, own);
  add_money (b, "value_at_risk", cost->value_at_risk.total, own);
  add_apart (b, "value_at_risk_apart", cost->value_at_risk.apart);
  json_builder_end_object (b);
  root = json_builder_get_root (b);
  return json_to_string (root, FALSE);
}

char *
office_orders_to_text (const gint64 *orders, gsize n)
{
  GString *text = g_string_new ("{\"orders\":[");

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", orders[i]);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}
