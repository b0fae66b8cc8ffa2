/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is in a person's hand: lifting, carrying and putting down rows of a list, by pointer and key alike.
 */
#include "board/rang-order-list-private.h"
#include "rang-compat.h"

gboolean
rang_order_list_lift (RangOrderList *self, gboolean by_key)
{
  g_autoptr (GArray) orders = rang_order_list_dup_selected (self);

  if (!self->look.movable || orders->len == 0 || self->look.carry != NULL)
    return FALSE;
  if (self->query != NULL)
    {
      rang_order_list_emit (self, RANG_ORDER_LIST_REFUSED);
      return FALSE;
    }
  self->look.carry = rang_carry_new (self->look.length);
  self->look.carry->by_key = by_key;
  for (guint i = 0; i < orders->len; i++)
    {
      gint64 number = g_array_index (orders, gint64, i);
      RangBoardItem *item = g_hash_table_lookup (self->items, &number);

      rang_carry_add (self->look.carry, number, item->rank);
    }
  if (by_key)
    self->look.carry->place = rang_carry_get_first_rank (self->look.carry);
  rang_order_list_refresh_rows (self);
  rang_order_list_emit (self, RANG_ORDER_LIST_CARRY_CHANGED);
  return TRUE;
}

void
rang_order_list_carry_to (RangOrderList *self, guint place)
{
  RangCarry *carry = self->look.carry;

  if (carry == NULL || carry->place == place)
    return;
  carry->place = place;
  rang_carry_set_cost (carry, NULL, 0);
  rang_order_list_refresh_rows (self);
  rang_order_list_emit (self, RANG_ORDER_LIST_CARRY_CHANGED);
}

void
rang_order_list_put_down (RangOrderList *self, gboolean drop)
{
  g_autoptr (RangCarry) carry = g_steal_pointer (&self->look.carry);

  if (carry == NULL)
    return;
  rang_order_list_refresh_rows (self);
  if (drop && rang_carry_moves (carry))
    {
      rang_order_list_emit_move (self, carry->orders, carry->place);
      if (carry->by_key)
        rang_compat_scroll_to (self->view, carry->place - 1);
    }
  rang_order_list_emit (self, RANG_ORDER_LIST_CARRY_CHANGED);
}

/* --- the view stays where it was --- */

typedef struct
{
  RangOrderList *list;
  double value;
} KeptView;

static gboolean
restore_view_cb (gpointer data)
{
  KeptView *kept = data;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (kept->list->scrolled), kept->value);
  return G_SOURCE_REMOVE;
}

static void
kept_view_free (gpointer data)
{
  KeptView *kept = data;

  g_object_unref (kept->list);
  g_free (kept);
}

void
rang_order_list_keep_view (RangOrderList *self)
{
  KeptView *kept = g_new0 (KeptView, 1);

  kept->list = g_object_ref (self);
  kept->value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_view_cb, kept, kept_view_free);
}
