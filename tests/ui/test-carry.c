/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for places and ranks while orders are carried. */
#include "board/rang-carry.h"
#include "board/rang-columns.h"

static RangCarry *
carry_of (guint length, const guint *ranks, guint n)
{
  RangCarry *carry = rang_carry_new (length);

  for (guint i = 0; i < n; i++)
    rang_carry_add (carry, 1000 + ranks[i], ranks[i]);
  return carry;
}

static void
test_ranks_below_the_gap_are_renumbered (void)
{
  const guint ranks[] = { 20 };
  g_autoptr (RangCarry) carry = carry_of (30, ranks, 1);

  carry->place = 3;
  g_assert_cmpuint (rang_carry_rank_after (carry, 2), ==, 2);
  g_assert_cmpuint (rang_carry_rank_after (carry, 3), ==, 4);
  g_assert_cmpuint (rang_carry_rank_after (carry, 19), ==, 20);
  g_assert_cmpuint (rang_carry_rank_after (carry, 21), ==, 21);
}

static void
test_several_keep_together_and_their_last_place_leaves_room (void)
{
  const guint ranks[] = { 2, 5, 6 };
  g_autoptr (RangCarry) carry = carry_of (10, ranks, 3);

  g_assert_cmpuint (rang_carry_get_last_place (carry), ==, 8);
  g_assert_cmpuint (rang_carry_place_before (carry, 7), ==, 4);
  g_assert_cmpuint (rang_carry_place_before (carry, 1), ==, 1);
  carry->place = 8;
  g_assert_cmpuint (rang_carry_rank_after (carry, 10), ==, 7);
  g_assert_true (rang_carry_moves (carry));
}

/* Against a plain list that is really reordered. */
static void
test_places_agree_with_a_list_that_is_really_moved (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      guint length = (guint)g_rand_int_range (rand, 2, 25),
            from = (guint)g_rand_int_range (rand, 1, (gint32)length + 1);
      guint place = (guint)g_rand_int_range (rand, 1, (gint32)length + 1);
      g_autoptr (RangCarry) carry = carry_of (length, &from, 1);
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint rank = 1; rank <= length; rank++)
        if (rank != from)
          g_array_append_val (list, rank);
      g_array_insert_val (list, place - 1, from);
      carry->place = place;
      g_assert_cmpint (rang_carry_moves (carry), ==, from != place);
      for (guint i = 0; i < length; i++)
        if (g_array_index (list, guint, i) != from)
          g_assert_cmpuint (rang_carry_rank_after (carry, g_array_index (list, guint, i)), ==, i + 1);
    }
}

static void
test_columns_fill_the_width_and_never_overlap (void)
{
  for (int set = RANG_COLUMNS_BOARD; set <= RANG_COLUMNS_DEPARTMENT; set++)
    for (double width = 500; width < 2000; width += 50)
      {
        double end = 0;
        RangColumns columns;

        rang_columns_lay_out (&columns, (RangColumnSet)set, width, 1.0);
        for (int i = 0; i < RANG_N_COLUMNS; i++)
          if (columns.width[i] > 0)
            {
              g_assert_cmpfloat (columns.x[i], >=, end);
              end = columns.x[i] + columns.width[i];
            }
        if (width >= 900)
          g_assert_cmpfloat (end, <=, width);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carry/ranks_below_the_gap_are_renumbered", test_ranks_below_the_gap_are_renumbered);
  g_test_add_func ("/carry/several_keep_together_and_their_last_place_leaves_room",
                   test_several_keep_together_and_their_last_place_leaves_room);
  g_test_add_func ("/carry/places_agree_with_a_list_that_is_really_moved",
                   test_places_agree_with_a_list_that_is_really_moved);
  g_test_add_func ("/columns/they_fill_the_width_and_never_overlap", test_columns_fill_the_width_and_never_overlap);
  return g_test_run ();
}
