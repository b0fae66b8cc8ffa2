/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what becomes of a ranking: moves, joins, removals, the suggestion applied, undo. Pure. */
#include "board/rang-ranking.h"

#include <string.h>

#define AT(array, i) g_array_index (array, gint64, i)

static GArray *
new_ranking (guint reserved)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (gint64), reserved);
}

GArray *
rang_ranking_new (const gint64 *orders, gsize n)
{
  GArray *ranking = new_ranking ((guint)n);

  if (n > 0)
    g_array_append_vals (ranking, orders, (guint)n);
  return ranking;
}

/* order number → place from 1, as GUINT_TO_POINTER; the keys lie in the array. */
static GHashTable *
index_of (const GArray *ranking)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; ranking != NULL && i < ranking->len; i++)
    g_hash_table_insert (index, &AT (ranking, i), GUINT_TO_POINTER (i + 1));
  return index;
}

static guint
place_in (GHashTable *index, gint64 order)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, &order));
}

static void
append_new (GArray *array, GHashTable *seen, const gint64 *order)
{
  if (g_hash_table_add (seen, (gpointer)order))
    g_array_append_vals (array, order, 1);
}

/* The orders without repetition as they stand in the ranking, then those that are not in it as they were named. */
static GArray *
in_rank_order (const GArray *ranking, const gint64 *orders, gsize n)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *sorted = new_ranking ((guint)n);

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (wanted, (gpointer)&orders[i]);
  for (guint i = 0; i < ranking->len; i++)
    if (g_hash_table_contains (wanted, &AT (ranking, i)))
      append_new (sorted, seen, &AT (ranking, i));
  for (gsize i = 0; i < n; i++)
    append_new (sorted, seen, &orders[i]);
  return sorted;
}

guint
rang_ranking_find (const GArray *ranking, gint64 order)
{
  g_return_val_if_fail (ranking != NULL, 0);
  for (guint i = 0; i < ranking->len; i++)
    if (AT (ranking, i) == order)
      return i + 1;
  return 0;
}

gboolean
rang_ranking_equal (const GArray *a, const GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

GArray *
rang_ranking_remove (const GArray *ranking, const gint64 *orders, gsize n)
{
  g_return_val_if_fail (ranking != NULL && (orders != NULL || n == 0), NULL);

  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *rest = new_ranking (ranking->len);

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (gone, (gpointer)&orders[i]);
  for (guint i = 0; i < ranking->len; i++)
    if (!g_hash_table_contains (gone, &AT (ranking, i)))
      g_array_append_val (rest, AT (ranking, i));
  return rest;
}

GArray *
rang_ranking_move (const GArray *ranking, const gint64 *orders, gsize n, guint place)
{
  g_return_val_if_fail (ranking != NULL && (orders != NULL || n == 0), NULL);

  g_autoptr (GArray) moved = in_rank_order (ranking, orders, n);
  GArray *result = rang_ranking_remove (ranking, orders, n);

  if (moved->len > 0)
    g_array_insert_vals (result, CLAMP (place, 1, result->len + 1) - 1, moved->data, moved->len);
  return result;
}

/* Place of the unplaced order of the ranking that is the next above @rank in the suggestion; 0 if there is none. */
static guint
place_of_next_above (const GArray *ranking, const GArray *suggestion, guint rank, GHashTable *placed)
{
  for (guint i = rank - 1; i-- > 0;)
    {
      guint place = rang_ranking_find (ranking, AT (suggestion, i));

      if (place > 0 && !g_hash_table_contains (placed, &AT (suggestion, i)))
        return place;
    }
  return 0;
}

GArray *
rang_ranking_join (const GArray *ranking, const gint64 *orders, gsize n, const GArray *suggestion, const GArray *placed)
{
  g_return_val_if_fail (ranking != NULL && suggestion != NULL && (orders != NULL || n == 0), NULL);

  g_autoptr (GArray) joining = in_rank_order (suggestion, orders, n);
  g_autoptr (GHashTable) suggested = index_of (suggestion);
  g_autoptr (GHashTable) fixed = index_of (placed);
  GArray *result = rang_ranking_new ((const gint64 *)(gconstpointer)ranking->data, ranking->len);

  for (guint i = 0; i < joining->len; i++)
    {
      guint rank = place_in (suggested, AT (joining, i)), above;

      if (rang_ranking_find (result, AT (joining, i)) > 0)
        continue;
      above = rank > 0 ? place_of_next_above (result, suggestion, rank, fixed) : result->len;
      g_array_insert_val (result, above, AT (joining, i));
    }
  return result;
}

GArray *
rang_ranking_apply (const GArray *ranking, const GArray *suggestion, const GArray *placed)
{
  g_return_val_if_fail (ranking != NULL && suggestion != NULL, NULL);

  g_autoptr (GHashTable) fixed = index_of (placed), here = index_of (ranking), known = index_of (suggestion);
  g_autoptr (GArray) free_orders = new_ranking (ranking->len);
  GArray *result = new_ranking (ranking->len);
  guint next = 0;

  for (guint i = 0; i < suggestion->len; i++)
    if (place_in (here, AT (suggestion, i)) > 0 && place_in (fixed, AT (suggestion, i)) == 0)
      g_array_append_val (free_orders, AT (suggestion, i));
  for (guint i = 0; i < ranking->len; i++)
    if (place_in (known, AT (ranking, i)) == 0 && place_in (fixed, AT (ranking, i)) == 0)
      g_array_append_val (free_orders, AT (ranking, i));
  for (guint i = 0; i < ranking->len; i++)
    if (place_in (fixed, AT (ranking, i)) > 0)
      g_array_append_val (result, AT (ranking, i));
    else
      g_array_append_val (result, AT (free_orders, next++));
  return result;
}

GArray *
rang_ranking_put_back (const GArray *ranking, const GArray *model, const gint64 *orders, gsize n, gboolean *exact)
{
  g_return_val_if_fail (ranking != NULL && model != NULL && (orders != NULL || n == 0), NULL);

  g_autoptr (GHashTable) there = index_of (model);
  g_autoptr (GArray) sorted = in_rank_order (model, orders, n);
  GArray *result = new_ranking (ranking->len);
  g_autoptr (GHashTable) taken = index_of (sorted);

  if (exact != NULL)
    *exact = TRUE;
  for (guint i = 0; i < ranking->len; i++)
    if (place_in (taken, AT (ranking, i)) == 0 || place_in (there, AT (ranking, i)) == 0)
      g_array_append_val (result, AT (ranking, i));
  for (guint i = 0; i < sorted->len; i++)
    {
      guint stood = place_in (there, AT (sorted, i)), above = 0;

      if (stood == 0)
        continue;
      for (guint j = stood - 1; j-- > 0 && above == 0;)
        above = rang_ranking_find (result, AT (model, j));
      if (exact != NULL && stood > 1 && (above == 0 || AT (result, above - 1) != AT (model, stood - 2)))
        *exact = FALSE;
      g_array_insert_val (result, above, AT (sorted, i));
    }
  return result;
}

GArray *
rang_ranking_move_as_seen (
    const GArray *ranking, const GArray *seen, const gint64 *orders, gsize n, guint place, gboolean *exact)
{
  g_return_val_if_fail (ranking != NULL && seen != NULL && (orders != NULL || n == 0), NULL);

  g_autoptr (GArray) meant = rang_ranking_move (seen, orders, n, place);

  return rang_ranking_put_back (ranking, meant, orders, n, exact);
}

/* Marks a longest run of places (0: not there) that rise: patience sorting. */
static void
mark_longest_rise (const guint *place, guint n, guint8 *keeps)
{
  g_autofree guint *tail = g_new (guint, n + 1), *before = g_new (guint, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (place[i] == 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (place[tail[middle]] < place[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tail[low - 1] : n;
      tail[low] = i;
      length = MAX (length, low + 1);
    }
  for (guint i = length > 0 ? tail[length - 1] : n; i < n; i = before[i])
    keeps[i] = TRUE;
}

GArray *
rang_ranking_difference (const GArray *before, const GArray *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  g_autoptr (GHashTable) was = index_of (before), is = index_of (after);
  g_autofree guint *place = g_new (guint, after->len + 1);
  g_autofree guint8 *keeps = g_new0 (guint8, after->len + 1);
  GArray *moved = new_ranking (0);

  for (guint i = 0; i < after->len; i++)
    place[i] = place_in (was, AT (after, i));
  mark_longest_rise (place, after->len, keeps);
  for (guint i = 0; i < after->len; i++)
    if (!keeps[i])
      g_array_append_val (moved, AT (after, i));
  for (guint i = 0; i < before->len; i++)
    if (place_in (is, AT (before, i)) == 0)
      g_array_append_val (moved, AT (before, i));
  return moved;
}
