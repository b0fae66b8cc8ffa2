/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the orders of a ranked list: which there are, in which order, and which are selected. */
#include "board/rang-order-list-private.h"

/* --- what passes --- */

static gboolean
match_cb (gpointer item, gpointer data)
{
  RangOrderList *self = RANG_ORDER_LIST (data);

  return rang_board_item_matches (item, self->query)
         && (self->sieve == NULL || rang_order_filter_passes (self->sieve, item));
}

static void
selection_changed_cb (RangOrderList *self)
{
  rang_order_list_emit (self, RANG_ORDER_LIST_SELECTION_CHANGED);
}

void
rang_order_list_init_model (RangOrderList *self)
{
  self->store = g_list_store_new (RANG_TYPE_BOARD_ITEM);
  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->store), NULL);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->filtered));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
}

/* --- what there is --- */

RangBoardItem *
rang_order_list_dup_item (RangOrderList *self, gint64 number)
{
  RangBoardItem *item;

  g_return_val_if_fail (RANG_IS_ORDER_LIST (self), NULL);

  item = g_hash_table_lookup (self->items, &number);
  return item != NULL ? g_object_ref (item) : rang_board_item_new (number);
}

static void
splice_difference (RangOrderList *self, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint was = g_list_model_get_n_items (model), head = 0, tail = 0;

  while (head < was && head < items->len)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (model, head);

      if (item != g_ptr_array_index (items, head))
        break;
      head++;
    }
  while (tail < was - head && tail < items->len - head)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (model, was - 1 - tail);

      if (item != g_ptr_array_index (items, items->len - 1 - tail))
        break;
      tail++;
    }
  if (was - head - tail == 0 && items->len - head - tail == 0)
    return;
  g_list_store_splice (self->store, head, was - head - tail, items->pdata + head, items->len - head - tail);
}

void
rang_order_list_show_items (RangOrderList *self, GPtrArray *items)
{
  g_return_if_fail (RANG_IS_ORDER_LIST (self));

  g_hash_table_remove_all (self->items);
  self->look.length = items->len;
  self->look.most_points = 1;
  for (guint i = 0; i < items->len; i++)
    {
      RangBoardItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->items, &item->number, item);
      self->look.most_points = MAX (self->look.most_points, item->points);
    }
  splice_difference (self, items);
  if (rang_order_list_is_filtered (self))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  rang_order_list_refresh_rows (self);
}

void
rang_order_list_move_at_once (RangOrderList *self, const GArray *orders, guint place)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < orders->len; i++)
    {
      RangBoardItem *item = g_hash_table_lookup (self->items, &g_array_index (orders, gint64, i));

      if (item != NULL)
        g_ptr_array_add (moved, item);
    }
  for (guint i = 0; i < n; i++)
    {
      RangBoardItem *item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_ptr_array_find (moved, item, NULL))
        g_object_unref (item);
      else
        g_ptr_array_add (items, item);
    }
  for (guint i = 0; i < moved->len; i++)
    g_ptr_array_insert (items, (int)MIN (place - 1 + i, items->len), g_object_ref (g_ptr_array_index (moved, i)));
  for (guint i = 0; i < items->len; i++)
    rang_board_item_set_rank (g_ptr_array_index (items, i), i + 1);
  for (guint i = 0; i < moved->len; i++)
    rang_board_item_set_saving (g_ptr_array_index (moved, i), TRUE);
  splice_difference (self, items);
}

GListModel *
rang_order_list_get_model (RangOrderList *self)
{
  return G_LIST_MODEL (self->store);
}

/* --- what is selected --- */

GArray *
rang_order_list_dup_selected (RangOrderList *self)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
      {
        g_autoptr (RangBoardItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

        g_array_append_val (orders, item->number);
      }
  return orders;
}

RangBoardItem *
rang_order_list_get_first_selected (RangOrderList *self)
{
  g_autoptr (GArray) orders = rang_order_list_dup_selected (self);

  return orders->len > 0 ? g_hash_table_lookup (self->items, &g_array_index (orders, gint64, 0)) : NULL;
}
