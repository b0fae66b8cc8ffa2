/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is in a person's hand: lifting, carrying and putting down rows of a list, by pointer and key alike.
 */
#include <glib/gi18n.h>

#include "board/rang-order-list-private.h"
#include "rang-compat.h"

/* --- what is spoken while orders are carried by key --- */

static void
say_lifted (RangOrderList *self)
{
  RangCarry *carry = self->look.carry;

  rang_order_list_announce (
      self, g_strdup_printf (
                /* Translators: spoken when orders are lifted: number of orders, place, orders in the list. */
                ngettext ("%u order lifted at place %u of %u: arrow keys carry it, Space drops it, Escape puts it back",
                          "%u orders lifted at place %u of %u: arrow keys carry them, Space drops them, Escape puts "
                          "them back",
                          carry->orders->len),
                carry->orders->len, carry->place, self->look.length));
}

/* On the board the cost of the place is said beside the list. */
static void
say_step (RangOrderList *self)
{
  if (self->look.carry->by_key && self->look.columns != RANG_COLUMNS_BOARD)
    /* Translators: spoken while an order is carried: place, orders in the list. */
    rang_order_list_announce (self, g_strdup_printf (_ ("Place %u of %u"), self->look.carry->place, self->look.length));
}

static void
say_put_back (RangOrderList *self, const RangCarry *carry)
{
  /* Translators: spoken when a carried order goes back: its place. */
  rang_order_list_announce (
      self, g_strdup_printf (_ ("Put back at place %u; nothing has changed"), rang_carry_get_first_rank (carry)));
}

gboolean
rang_order_list_lift (RangOrderList *self, gboolean by_key)
{
  g_autoptr (GArray) orders = rang_order_list_dup_selected (self);

  if (!self->look.movable || orders->len == 0 || self->look.carry != NULL)
    return FALSE;
  if (rang_order_list_is_filtered (self))
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
  if (by_key)
    say_lifted (self);
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
  say_step (self);
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
  else
    say_put_back (self, carry);
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
