/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for places and ranks while orders are carried from one place to another. */
#include "board/rang-carry.h"

RangCarry *
rang_carry_new (guint length)
{
  RangCarry *carry = g_new0 (RangCarry, 1);

  carry->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  carry->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  carry->length = length;
  carry->falls = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return carry;
}

void
rang_carry_free (RangCarry *carry)
{
  if (carry == NULL)
    return;
  g_array_unref (carry->orders);
  g_array_unref (carry->ranks);
  g_hash_table_unref (carry->falls);
  g_free (carry);
}

void
rang_carry_add (RangCarry *carry, gint64 number, guint rank)
{
  g_array_append_val (carry->orders, number);
  g_array_append_val (carry->ranks, rank);
}

gboolean
rang_carry_holds (const RangCarry *carry, gint64 number)
{
  for (guint i = 0; i < carry->orders->len; i++)
    if (g_array_index (carry->orders, gint64, i) == number)
      return TRUE;
  return FALSE;
}

guint
rang_carry_get_first_rank (const RangCarry *carry)
{
  return carry->ranks->len > 0 ? g_array_index (carry->ranks, guint, 0) : 0;
}

guint
rang_carry_get_last_place (const RangCarry *carry)
{
  return carry->length + 1 - carry->orders->len;
}

/* The rank among the orders that stay where they are. */
static guint
rank_among_others (const RangCarry *carry, guint rank)
{
  guint above = 0;

  for (guint i = 0; i < carry->ranks->len; i++)
    above += g_array_index (carry->ranks, guint, i) < rank;
  return rank - above;
}

guint
rang_carry_place_before (const RangCarry *carry, guint rank)
{
  return MIN (rank_among_others (carry, rank), rang_carry_get_last_place (carry));
}

guint
rang_carry_rank_after (const RangCarry *carry, guint rank)
{
  guint alone;

  if (carry->place == 0)
    return rank;
  alone = rank_among_others (carry, rank);
  return alone < carry->place ? alone : alone + carry->orders->len;
}

gboolean
rang_carry_moves (const RangCarry *carry)
{
  if (carry->place == 0)
    return FALSE;
  for (guint i = 0; i < carry->ranks->len; i++)
    if (g_array_index (carry->ranks, guint, i) != carry->place + i)
      return TRUE;
  return FALSE;
}

static void
add_falls (RangCarry *carry, const GArray *items, gboolean left_out)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);

      g_hash_table_insert (carry->falls, g_memdup2 (&item->order, sizeof item->order),
                           GINT_TO_POINTER (left_out ? -1 : item->minutes));
    }
}

void
rang_carry_set_cost (RangCarry *carry, const RangMoveCost *cost, guint on_time)
{
  g_hash_table_remove_all (carry->falls);
  carry->on_time = on_time;
  if (cost == NULL)
    return;
  add_falls (carry, cost->late, FALSE);
  add_falls (carry, cost->left_out, TRUE);
}
