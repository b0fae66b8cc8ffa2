/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the operations on rankings, by hand and by property. */
#include "board/rang-ranking.h"

#include "hand-made-office.h"

#define ROUNDS 500

static GArray *
parse (const char *text)
{
  GArray *ranking = rang_ranking_new (NULL, 0);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        gint64 number = g_ascii_strtoll (words[i], NULL, 10);

        g_array_append_val (ranking, number);
      }
  return ranking;
}

#define NUMBERS(array) (const gint64 *)(gpointer)(array)->data, (array)->len

/* Takes the result over. */
static void
assert_ranking (GArray *ranking, const char *expected)
{
  g_autoptr (GArray) owned = ranking, wanted = parse (expected);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < ranking->len; i++)
    g_string_append_printf (got, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ranking, gint64, i));
  g_assert_cmpstr (got->str, ==, expected);
  g_assert_true (rang_ranking_equal (ranking, wanted));
}

static void
test_place (void)
{
  g_autoptr (GArray) ranking = parse ("1 2 3 4 5");

  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 2 }, 1, 4), "1 3 4 2 5");
  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 5 }, 1, 1), "5 1 2 3 4");
  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 3 }, 1, 3), "1 2 3 4 5");
  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 1 }, 1, 99), "2 3 4 5 1");
}

static void
test_several (void)
{
  g_autoptr (GArray) ranking = parse ("1 2 3 4 5");

  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 5, 2 }, 2, 2), "1 2 5 3 4");
  assert_ranking (rang_ranking_move (ranking, (gint64[]){ 4, 1, 4 }, 3, 3), "2 3 1 4 5");
}

static void
test_join (void)
{
  g_autoptr (GArray) ranking = parse ("4 1 2 3"), suggestion = parse ("9 1 7 8 2 3 4 6");

  /* 9 has nobody above it; 7 goes under 1, 8 under 7; 6 under 4, which stands on top. */
  assert_ranking (rang_ranking_join (ranking, (gint64[]){ 6, 8, 9, 7 }, 4, suggestion, NULL), "9 4 6 1 7 8 2 3");
}

static void
test_join_placed (void)
{
  g_autoptr (GArray) ranking = parse ("4 1 2 3"), suggestion = parse ("1 2 3 4 6"), placed = parse ("4 3");

  assert_ranking (rang_ranking_join (ranking, (gint64[]){ 6 }, 1, suggestion, placed), "4 1 2 6 3");
  g_clear_pointer (&placed, g_array_unref);
  placed = parse ("1 2 3 4");
  assert_ranking (rang_ranking_join (ranking, (gint64[]){ 6 }, 1, suggestion, placed), "6 4 1 2 3");
}

static void
test_apply (void)
{
  g_autoptr (GArray) ranking = parse ("1 2 3 4 5"), suggestion = parse ("5 9 4 3 2 1"), placed = parse ("2 5");

  assert_ranking (rang_ranking_apply (ranking, suggestion, placed), "4 2 3 1 5");
  assert_ranking (rang_ranking_apply (ranking, suggestion, NULL), "5 4 3 2 1");
}

static void
test_put_back (void)
{
  g_autoptr (GArray) before = parse ("1 2 3 4 5"), colleague = parse ("3 5 1 2 4"), left = parse ("1 3 4 5");
  gboolean exact;

  /* 3 was moved to the top, then a colleague moved 5: 3 goes back under 2. */
  assert_ranking (rang_ranking_put_back (colleague, before, (gint64[]){ 3 }, 1, &exact), "5 1 2 3 4");
  g_assert_true (exact);
  assert_ranking (rang_ranking_put_back (left, before, (gint64[]){ 3 }, 1, &exact), "1 3 4 5");
  g_assert_false (exact);
}

static void
test_as_seen (void)
{
  g_autoptr (GArray) seen = parse ("1 2 3 4 5"), now = parse ("4 1 2 3 5");
  gboolean exact;

  /* On the board that was seen, place 3 for 5 is under 2; so it is now. */
  assert_ranking (rang_ranking_move_as_seen (now, seen, (gint64[]){ 5 }, 1, 3, &exact), "4 1 2 5 3");
  g_assert_true (exact);
}

static void
test_difference (void)
{
  g_autoptr (GArray) before = parse ("1 2 3 4 5 6"), after = parse ("1 5 2 3 4 7");

  assert_ranking (rang_ranking_difference (before, after), "5 7 6");
  assert_ranking (rang_ranking_difference (before, before), "");
}

static GArray *
random_ranking (GRand *rand, guint n)
{
  GArray *ranking = rang_ranking_new (NULL, 0);

  for (guint i = 0; i < n; i++)
    {
      gint64 number = i + 1;

      g_array_insert_val (ranking, (guint)g_rand_int_range (rand, 0, (gint)i + 1), number);
    }
  return ranking;
}

static GArray *
random_choice (GRand *rand, const GArray *ranking, guint n)
{
  g_autoptr (GArray) rest = g_array_copy ((GArray *)ranking);
  GArray *choice = rang_ranking_new (NULL, 0);

  for (guint i = 0; i < n && rest->len > 0; i++)
    {
      guint at = (guint)g_rand_int_range (rand, 0, (gint)rest->len);

      g_array_append_val (choice, g_array_index (rest, gint64, at));
      g_array_remove_index (rest, at);
    }
  return choice;
}

typedef struct
{
  GRand *rand;
  GArray *ranking;
  GArray *chosen;
  guint place;
} Case;

static void
draw_case (Case *c, GRand *rand)
{
  guint n = (guint)g_rand_int_range (rand, 1, 40);

  c->rand = rand;
  c->ranking = random_ranking (rand, n);
  c->chosen = random_choice (rand, c->ranking, (guint)g_rand_int_range (rand, 1, (gint)n + 1));
  c->place = (guint)g_rand_int_range (rand, 1, (gint)(n - c->chosen->len) + 2);
}

static void
clear_case (Case *c)
{
  g_array_unref (c->ranking);
  g_array_unref (c->chosen);
}

static void
for_random_cases (void (*check) (const Case *c))
{
  g_autoptr (GRand) rand = new_rand ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      Case c;

      draw_case (&c, rand);
      check (&c);
      clear_case (&c);
    }
}

static void
assert_permutation (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpuint (rang_ranking_find (b, g_array_index (a, gint64, i)), >, 0);
}

/* Those of @all that are not in @gone stand in the same order in both. */
static void
assert_same_order (const GArray *a, const GArray *b, const GArray *gone)
{
  g_autoptr (GArray) p = rang_ranking_remove (a, NUMBERS (gone)), q = rang_ranking_remove (b, NUMBERS (gone));

  g_assert_true (rang_ranking_equal (p, q));
}

static void
check_move (const Case *c)
{
  g_autoptr (GArray) moved = rang_ranking_move (c->ranking, NUMBERS (c->chosen), c->place);
  g_autoptr (GArray) others = rang_ranking_remove (c->ranking, NUMBERS (c->chosen));

  assert_permutation (c->ranking, moved);
  assert_same_order (c->ranking, moved, c->chosen);
  assert_same_order (c->ranking, moved, others);
  for (guint i = 0; i < c->chosen->len; i++)
    {
      guint rank = rang_ranking_find (moved, g_array_index (c->chosen, gint64, i));

      g_assert_cmpuint (rank, >=, c->place);
      g_assert_cmpuint (rank, <, c->place + c->chosen->len);
    }
}

static void
check_undo (const Case *c)
{
  g_autoptr (GArray) moved = rang_ranking_move (c->ranking, NUMBERS (c->chosen), c->place);
  gboolean exact;
  g_autoptr (GArray) back = rang_ranking_put_back (moved, c->ranking, NUMBERS (c->chosen), &exact);

  g_assert_true (rang_ranking_equal (back, c->ranking));
  g_assert_true (exact);
}

static void
check_as_seen (const Case *c)
{
  g_autoptr (GArray) moved = rang_ranking_move (c->ranking, NUMBERS (c->chosen), c->place);
  gboolean exact;
  g_autoptr (GArray) same = rang_ranking_move_as_seen (c->ranking, c->ranking, NUMBERS (c->chosen), c->place, &exact);

  g_assert_true (rang_ranking_equal (moved, same));
  g_assert_true (exact);
}

static void
check_apply (const Case *c)
{
  g_autoptr (GArray) suggestion = random_ranking (c->rand, c->ranking->len);
  g_autoptr (GArray) applied = rang_ranking_apply (c->ranking, suggestion, c->chosen);
  g_autoptr (GArray) again = rang_ranking_apply (applied, suggestion, c->chosen);

  assert_permutation (c->ranking, applied);
  assert_same_order (suggestion, applied, c->chosen);
  for (guint i = 0; i < c->chosen->len; i++)
    g_assert_cmpuint (rang_ranking_find (applied, g_array_index (c->chosen, gint64, i)), ==,
                      rang_ranking_find (c->ranking, g_array_index (c->chosen, gint64, i)));
  g_assert_true (rang_ranking_equal (applied, again));
}

static void
check_join (const Case *c)
{
  g_autoptr (GArray) board = rang_ranking_remove (c->ranking, NUMBERS (c->chosen));
  g_autoptr (GArray) suggestion = random_ranking (c->rand, c->ranking->len);
  g_autoptr (GArray) joined = rang_ranking_join (board, NUMBERS (c->chosen), suggestion, NULL);
  g_autoptr (GArray) as_suggested = rang_ranking_join (suggestion, NULL, 0, suggestion, NULL);

  assert_permutation (c->ranking, joined);
  assert_same_order (board, joined, c->chosen);
  g_assert_true (rang_ranking_equal (as_suggested, suggestion));
  for (guint i = 1; i <= suggestion->len; i++)
    if (rang_ranking_find (c->chosen, g_array_index (suggestion, gint64, i - 1)) > 0)
      {
        guint rank = rang_ranking_find (joined, g_array_index (suggestion, gint64, i - 1));

        /* Directly below the one next above it in the suggestion. */
        g_assert_cmpint (rank, ==,
                         i == 1 ? 1 : rang_ranking_find (joined, g_array_index (suggestion, gint64, i - 2)) + 1);
      }
}

static void
check_difference (const Case *c)
{
  g_autoptr (GArray) moved = rang_ranking_move (c->ranking, NUMBERS (c->chosen), c->place);
  g_autoptr (GArray) difference = rang_ranking_difference (c->ranking, moved);

  g_assert_cmpuint (difference->len, <=, c->chosen->len);
  assert_same_order (c->ranking, moved, difference);
}

static void
test_moves (void)
{
  for_random_cases (check_move);
}

static void
test_undo (void)
{
  for_random_cases (check_undo);
}

static void
test_moves_as_seen (void)
{
  for_random_cases (check_as_seen);
}

static void
test_applies (void)
{
  for_random_cases (check_apply);
}

static void
test_joins (void)
{
  for_random_cases (check_join);
}

static void
test_differences (void)
{
  for_random_cases (check_difference);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/a_place_is_the_rank_afterwards", test_place);
  g_test_add_func ("/ranking/of_several_the_first_stands_at_the_place_and_the_others_follow", test_several);
  g_test_add_func ("/ranking/orders_join_below_the_next_above_them_in_the_suggestion", test_join);
  g_test_add_func ("/ranking/nobody_joins_below_a_placed_order", test_join_placed);
  g_test_add_func ("/ranking/apply_leaves_placed_orders_at_their_rank_number", test_apply);
  g_test_add_func ("/ranking/undo_puts_an_order_under_the_one_it_stood_under", test_put_back);
  g_test_add_func ("/ranking/a_place_of_an_older_revision_is_read_there", test_as_seen);
  g_test_add_func ("/ranking/the_difference_is_the_fewest_orders_that_moved", test_difference);
  g_test_add_func ("/ranking/property/a_move_keeps_the_order_of_the_moved_and_of_the_others", test_moves);
  g_test_add_func ("/ranking/property/undo_restores", test_undo);
  g_test_add_func ("/ranking/property/a_move_on_the_newest_revision_is_a_plain_move", test_moves_as_seen);
  g_test_add_func ("/ranking/property/apply_is_a_permutation_that_keeps_placed_rank_numbers", test_applies);
  g_test_add_func ("/ranking/property/joining_leaves_everybody_the_own_neighbours", test_joins);
  g_test_add_func ("/ranking/property/the_difference_explains_the_change", test_differences);
  return g_test_run ();
}
