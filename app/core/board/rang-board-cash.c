/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for clients that would pay more in cash on the day than the law allows. */
#include "board/rang-board.h"

GPtrArray *
rang_board_list_cash_excesses (const RangBoard *board)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *excesses = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_cash_excess_free);

  g_return_val_if_fail (board != NULL, NULL);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->order->to_collect > 0)
        g_ptr_array_add (orders, (gpointer)entry->order);
    }
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      RangCashExcess *excess;

      if (entry->client == NULL || entry->order->to_collect <= 0
          || !g_hash_table_add (seen, (gpointer)entry->client))
        continue;
      excess = rang_cash_excess_find (entry->client, orders);
      if (excess != NULL)
        g_ptr_array_add (excesses, excess);
    }
  return excesses;
}
