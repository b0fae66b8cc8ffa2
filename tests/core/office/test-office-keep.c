/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a ranking means on the demo day, over shuffled rankings with a printed seed (DESIGN.md 4). */
#include "rang-fixture.h"

#include <stdlib.h>

#include "office/rang-office-day.h"

#define SHUFFLES 4

static GRand *
seeded (void)
{
  const char *given = g_getenv ("RANG_TEST_SEED");
  guint32 seed = given != NULL ? (guint32)strtoul (given, NULL, 10) : 20261124;

  g_test_message ("RANG_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

static GArray *
shuffled (const RangBoard *board, GRand *random)
{
  const GArray *ranking = rang_board_get_ranking (board);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (copy, ranking->data, ranking->len);
  for (guint i = copy->len - 1; i > 0; i--)
    {
      guint j = (guint)g_rand_int_range (random, 0, (gint32)i + 1);
      gint64 held = g_array_index (copy, gint64, i);

      g_array_index (copy, gint64, i) = g_array_index (copy, gint64, j);
      g_array_index (copy, gint64, j) = held;
    }
  return copy;
}

static RangBoard *
keep (RangBoard *board, const GArray *ranking, guint length)
{
  g_autoptr (GError) error = NULL;
  RangBoard *kept
      = rang_board_with_ranking (board, (const gint64 *)(gconstpointer)ranking->data, length, NULL, NULL, &error);

  g_assert_no_error (error);
  return kept;
}

/* The orders below take nothing away: with them at most 2 % stand worse than without. */
static void
test_lower_orders_take_nothing_from_those_above (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangBoard) board = fixture_board (f);
  g_autoptr (GRand) random = seeded ();
  guint worse = 0, all = 0;

  for (int s = 0; s < SHUFFLES; s++)
    {
      g_autoptr (GArray) ranking = shuffled (board, random);
      g_autoptr (RangBoard) whole = keep (board, ranking, ranking->len);

      for (guint i = 0; i < ranking->len; i++, all++)
        {
          g_autoptr (RangBoard) cut = keep (board, ranking, i + 1);

          worse += rang_board_get_entry (whole, i + 1)->state > rang_board_get_entry (cut, i + 1)->state ? 1 : 0;
        }
    }
  g_test_message ("%u of %u orders stand worse with the lower ones there", worse, all);
  g_assert_cmpuint (worse * 100, <=, all * 2);
}

/* The same ranking has the same states, whatever stood there before. */
static void
test_the_states_depend_on_the_ranking_alone (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangBoard) board = fixture_board (f);
  g_autoptr (GRand) random = seeded ();
  g_autoptr (GArray) one = shuffled (board, random), other = shuffled (board, random);
  g_autoptr (RangBoard) first = keep (board, one, one->len);
  g_autoptr (RangBoard) between = keep (first, other, other->len);
  g_autoptr (RangBoard) again = keep (between, one, one->len);

  for (guint rank = 1; rank <= one->len; rank++)
    {
      const RangBoardEntry *a = rang_board_get_entry (first, rank), *b = rang_board_get_entry (again, rank);

      g_assert_cmpint (a->state, ==, b->state);
      g_assert_cmpint (a->eta, ==, b->eta);
      g_assert_cmpint (a->resource, ==, b->resource);
    }
}

static void
test_keeping_the_suggested_ranking_gives_the_suggestions_states (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangBoard) board = fixture_board (f);
  g_autoptr (RangBoard) suggested = rang_board_suggested (board);
  g_autoptr (RangBoard) kept = keep (board, rang_board_get_suggestion (board), rang_board_get_suggestion (board)->len);

  for (guint rank = 1; rank <= rang_board_get_n_entries (suggested); rank++)
    {
      const RangBoardEntry *a = rang_board_get_entry (suggested, rank), *b = rang_board_get_entry (kept, rank);

      g_assert_cmpint (a->number, ==, b->number);
      g_assert_cmpint (a->state, ==, b->state);
      g_assert_cmpint (a->minutes_late, ==, b->minutes_late);
    }
}

/* What is drawn first has every order where it will stay, and decides nothing: no conflict follows from it. */
static void
test_a_provisional_board_has_the_ranks_of_the_final_one (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangBoard) first = NULL, final = NULL, again = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (RangOffice) other = fixture_open_again (f);

  rang_office_set_provisional (other, TRUE);
  first = rang_office_load_board (other, &session, NULL, &error);
  g_assert_no_error (error);
  before = rang_office_list_conflicts (other, &session, &error);
  g_assert_no_error (error);
  rang_office_set_provisional (other, FALSE);
  final = rang_office_load_board (other, &session, NULL, &error);
  g_assert_no_error (error);
  again = rang_office_load_board (f->office, &session, NULL, &error);
  g_assert_no_error (error);
  after = rang_office_list_conflicts (f->office, &session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, <, after->len);
  g_assert_cmpuint (rang_board_get_n_entries (first), ==, rang_board_get_n_entries (final));
  for (guint rank = 1; rank <= rang_board_get_n_entries (final); rank++)
    {
      const RangBoardEntry *a = rang_board_get_entry (first, rank), *b = rang_board_get_entry (final, rank);
      const RangBoardEntry *c = rang_board_get_entry (again, rank);

      g_assert_cmpint (a->number, ==, b->number);
      g_assert_cmpint (b->state, ==, c->state);
      g_assert_cmpint (b->suggested_rank, ==, c->suggested_rank);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/keep/" #name, test_##name)
  ADD (lower_orders_take_nothing_from_those_above);
  ADD (the_states_depend_on_the_ranking_alone);
  ADD (keeping_the_suggested_ranking_gives_the_suggestions_states);
  ADD (a_provisional_board_has_the_ranks_of_the_final_one);
  return g_test_run ();
}
