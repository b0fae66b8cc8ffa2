/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Overrides: what a move does, what it leaves alone, and how it is taken back (CASES.md 4, 5, 12, 13). */
#include "rang-fixture.h"

#include <string.h>

#include "domain/rang-conflict.h"
#include "office/rang-office-day.h"

static void
test_a_dry_run_costs_what_the_move_costs_and_writes_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  guint entries = fixture_count_log (f, NULL);
  guint last;
  gint64 order;
  g_autoptr (RangBoard) board = fixture_board (f);
  g_autoptr (RangMove) dry = NULL, real = NULL;

  last = rang_board_get_n_entries (board);
  order = fixture_order_at (f, last);
  dry = rang_office_move (f->office, &session, &order, 1, 2, 0, RANG_REASON_CONTRACT, NULL, TRUE, NULL, NULL);
  g_assert_cmpuint (fixture_count_log (f, NULL), ==, entries);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, last);
  real = rang_office_move (f->office, &session, &order, 1, 2, 0, RANG_REASON_CONTRACT, NULL, FALSE, NULL, NULL);
  g_assert_cmpuint (dry->cost->late->len, ==, real->cost->late->len);
  g_assert_cmpuint (dry->cost->left_out->len, ==, real->cost->left_out->len);
  g_assert_cmpint (dry->cost->value_at_risk.total.minor, ==, real->cost->value_at_risk.total.minor);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 2);
}

static void
test_undo_restores_every_state_and_redo_does_it_again (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *before = fixture_states (f);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL, *undone_again = NULL;
  g_autoptr (RangMove) undo = NULL, redo = NULL, undo_again = NULL;

  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 115), 1, RANG_REASON_CONTRACT);
  after = fixture_states (f);
  undo = rang_office_undo (f->office, &session, NULL);
  undone = fixture_states (f);
  redo = rang_office_redo (f->office, &session, NULL);
  redone = fixture_states (f);
  undo_again = rang_office_undo (f->office, &session, NULL);
  undone_again = fixture_states (f);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (before, ==, undone);
  g_assert_cmpstr (after, ==, redone);
  g_assert_cmpstr (before, ==, undone_again);
  g_assert_cmpuint (fixture_count_log (f, "undo"), ==, 2);
}

static void
assert_own_steps (Fixture *f, gint64 person, gboolean can_undo, gboolean can_redo)
{
  RangSession session = fixture_session (f, person);
  gboolean undo = !can_undo, redo = !can_redo;

  g_assert_true (rang_office_get_own_steps (f->office, &session, &undo, &redo, NULL));
  g_assert_cmpint (undo, ==, can_undo);
  g_assert_cmpint (redo, ==, can_redo);
}

static void
test_there_is_a_step_to_take_back_only_for_who_made_it_and_only_once (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 colleague = fixture_add_second_head (f);
  RangSession session = fixture_session (f, HEAD_OF_SALES);

  assert_own_steps (f, HEAD_OF_SALES, FALSE, FALSE);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 50), 10, RANG_REASON_CONTRACT);
  assert_own_steps (f, HEAD_OF_SALES, TRUE, FALSE);
  assert_own_steps (f, colleague, FALSE, FALSE);
  rang_move_free (rang_office_undo (f->office, &session, NULL));
  assert_own_steps (f, HEAD_OF_SALES, FALSE, TRUE);
  assert_own_steps (f, colleague, FALSE, FALSE);
  rang_move_free (rang_office_redo (f->office, &session, NULL));
  assert_own_steps (f, HEAD_OF_SALES, TRUE, FALSE);
}

static void
test_several_steps_are_taken_back_last_first (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *start = fixture_states (f);
  g_autofree char *one = NULL, *back_one = NULL, *back_two = NULL;
  g_autoptr (GError) error = NULL;

  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 50), 10, RANG_REASON_CONTRACT);
  one = fixture_states (f);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 20), 90, RANG_REASON_ROUTE);
  rang_move_free (rang_office_undo (f->office, &session, NULL));
  back_one = fixture_states (f);
  rang_move_free (rang_office_undo (f->office, &session, NULL));
  back_two = fixture_states (f);
  g_assert_cmpstr (one, ==, back_one);
  g_assert_cmpstr (start, ==, back_two);
  g_assert_null (rang_office_undo (f->office, &session, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NOTHING);
}

static void
test_undo_after_a_colleagues_move_puts_the_order_under_its_old_neighbour (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 colleague = fixture_add_second_head (f);
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40), above = fixture_order_at (f, 39);

  fixture_move (f, HEAD_OF_SALES, order, 5, RANG_REASON_CONTRACT);
  fixture_move (f, colleague, fixture_order_at (f, 60), 1, RANG_REASON_PENALTY);
  rang_move_free (rang_office_undo (f->office, &session, NULL));
  g_assert_cmpuint (fixture_rank_of (f, order), ==, fixture_rank_of (f, above) + 1);
}

static void
test_undo_is_refused_when_a_colleague_moved_the_same_order_since (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 colleague = fixture_add_second_head (f);
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (GError) error = NULL;

  fixture_move (f, HEAD_OF_SALES, order, 5, RANG_REASON_CONTRACT);
  fixture_move (f, colleague, order, 30, RANG_REASON_PENALTY);
  g_assert_null (rang_office_undo (f->office, &session, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_STALE);
  g_assert_nonnull (strstr (error->message, "Ana Colega"));
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 30);
}

static void
test_a_stale_move_of_another_order_is_merged_under_its_neighbour (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 colleague = fixture_add_second_head (f);
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangBoard) seen = fixture_board (f);
  gint64 order = fixture_order_at (f, 70), above = fixture_order_at (f, 9);
  g_autoptr (RangMove) move = NULL;
  g_autoptr (GError) error = NULL;

  fixture_move (f, colleague, fixture_order_at (f, 100), 1, RANG_REASON_PENALTY);
  move = rang_office_move (f->office, &session, &order, 1, 10, rang_board_get_revision (seen), RANG_REASON_CONTRACT,
                           NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, fixture_rank_of (f, above) + 1);
}

static void
test_several_orders_move_together_and_keep_their_order (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 orders[3] = { fixture_order_at (f, 80), fixture_order_at (f, 20), fixture_order_at (f, 50) };
  guint before = fixture_count_log (f, "move");
  g_autoptr (RangMove) move
      = rang_office_move (f->office, &session, orders, 3, 4, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, NULL);

  g_assert_cmpuint (fixture_count_log (f, "move"), ==, before + 1);
  g_assert_cmpuint (move->cost->moved->len, ==, 3);
  g_assert_cmpuint (fixture_rank_of (f, orders[1]), <, fixture_rank_of (f, orders[2]));
  g_assert_cmpuint (fixture_rank_of (f, orders[2]), <, fixture_rank_of (f, orders[0]));
}

static void
test_moves_of_one_order_with_the_reason_pending_are_one_override (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  gint64 first = fixture_move (f, HEAD_OF_SALES, order, 20, -1);
  g_autoptr (GPtrArray) pending = NULL, settled = NULL;
  const RangPendingReason *owed;

  fixture_move (f, HEAD_OF_SALES, order, 10, -1);
  pending = rang_office_list_pending_reasons (f->office, &session, NULL);
  g_assert_cmpuint (pending->len, ==, 1);
  owed = g_ptr_array_index (pending, 0);
  g_assert_cmpint (owed->entry, ==, first);
  g_assert_cmpint (owed->from, ==, 40);
  g_assert_cmpint (owed->to, ==, 10);
  g_assert_true (rang_office_give_reason (f->office, &session, first, RANG_REASON_CLIENT_AT_RISK, NULL, NULL));
  settled = rang_office_list_pending_reasons (f->office, &session, NULL);
  g_assert_cmpuint (settled->len, ==, 0);
}

static void
test_back_at_the_first_place_no_reason_is_owed (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (RangBoard) back = NULL, away = NULL;

  fixture_move (f, HEAD_OF_SALES, order, 20, -1);
  fixture_move (f, HEAD_OF_SALES, order, 40, -1);
  pending = rang_office_list_pending_reasons (f->office, &session, NULL);
  g_assert_cmpuint (pending->len, ==, 0);
  back = fixture_board (f);
  g_assert_cmpint (rang_board_find (back, order)->placed->reason, ==, RANG_PLACEMENT_NOT_OWED);
  fixture_move (f, HEAD_OF_SALES, order, 30, -1);
  away = fixture_board (f);
  g_assert_cmpint (rang_board_find (away, order)->placed->reason, ==, RANG_PLACEMENT_PENDING);
}

/* What a move answers with is what the board then shows. */
static void
test_a_move_back_answers_that_no_reason_is_owed (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (RangMove) there = NULL, back = NULL;

  there = rang_office_move (f->office, &session, &order, 1, 20, 0, -1, NULL, FALSE, NULL, NULL);
  back = rang_office_move (f->office, &session, &order, 1, 40, 0, -1, NULL, FALSE, NULL, NULL);
  g_assert_cmpint (rang_board_find (there->board, order)->placed->reason, ==, RANG_PLACEMENT_PENDING);
  g_assert_cmpint (rang_board_find (back->board, order)->placed->reason, ==, RANG_PLACEMENT_NOT_OWED);
}

static void
test_applying_the_suggestion_leaves_placed_orders_at_their_number (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 placed = fixture_order_at (f, 100), moved = fixture_order_at (f, 30);
  g_autoptr (RangMove) release = NULL, apply = NULL, again = NULL;
  guint entries;

  fixture_move (f, HEAD_OF_SALES, placed, 3, RANG_REASON_CONTRACT);
  fixture_move (f, HEAD_OF_SALES, moved, 90, RANG_REASON_ROUTE);
  release = rang_office_release (f->office, &session, moved, NULL);
  apply = rang_office_apply (f->office, &session, FALSE, NULL, NULL);
  g_assert_cmpuint (fixture_rank_of (f, placed), ==, 3);
  g_assert_cmpuint (fixture_rank_of (f, moved), <, 60);
  entries = fixture_count_log (f, NULL);
  again = rang_office_apply (f->office, &session, FALSE, NULL, NULL);
  g_assert_cmpint (again->entry, ==, 0);
  g_assert_cmpuint (fixture_count_log (f, NULL), ==, entries);
}

static void
test_the_reason_other_needs_a_note (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_office_move (f->office, &session, &order, 1, 3, 0, RANG_REASON_OTHER, " ", FALSE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_INVALID);
}

static void
test_who_may_not_move_is_refused_and_the_attempt_is_logged (void)
{
  static const gint64 others[] = { CHIEF, HEAD_OF_CLIENTS, HEAD_OF_ACTIVE, 0 };
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *before = fixture_states (f);
  g_autofree char *after = NULL;
  gint64 order = fixture_order_at (f, 40);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      RangSession session = fixture_session (f, others[i]);
      int expected = others[i] != 0 ? (int)RANG_OFFICE_ERROR_NO_RIGHT : (int)RANG_OFFICE_ERROR_UNKNOWN_PERSON;
      g_autoptr (GError) error = NULL;

      g_assert_null (
          rang_office_move (f->office, &session, &order, 1, 3, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &error));
      g_assert_error (error, RANG_OFFICE_ERROR, expected);
    }
  after = fixture_states (f);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, 4);
}

static guint
count_displaced (Fixture *f, const RangSession *session)
{
  g_autoptr (GPtrArray) conflicts = rang_office_list_conflicts (f->office, session, NULL);
  guint count = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);

      count += conflict->kind == RANG_CONFLICT_DISPLACED && conflict->state == RANG_CONFLICT_OPEN ? 1 : 0;
    }
  return count;
}

static gboolean
take_back (Fixture *f, const RangSession *session)
{
  g_autoptr (RangMove) move = rang_office_undo (f->office, session, NULL);

  return move != NULL;
}

/* Both heads' orders are pushed to the top until one of the other department suffers. */
static void
test_an_override_at_the_other_departments_cost_is_a_conflict (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gboolean found = FALSE;

  for (guint rank = 120; rank > 80 && !found; rank--)
    {
      g_autoptr (GPtrArray) conflicts = NULL;

      fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 115), 1, RANG_REASON_CONTRACT);
      conflicts = rang_office_list_conflicts (f->office, &session, NULL);
      for (guint i = 0; i < conflicts->len; i++)
        found |= ((RangConflict *)g_ptr_array_index (conflicts, i))->kind == RANG_CONFLICT_DISPLACED;
    }
  g_assert_true (found);
  /* Taken back, nobody is displaced any more. */
  while (take_back (f, &session))
    ;
  g_assert_cmpuint (count_displaced (f, &session), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/move/" #name, test_##name)
  ADD (a_dry_run_costs_what_the_move_costs_and_writes_nothing);
  ADD (undo_restores_every_state_and_redo_does_it_again);
  ADD (there_is_a_step_to_take_back_only_for_who_made_it_and_only_once);
  ADD (several_steps_are_taken_back_last_first);
  ADD (undo_after_a_colleagues_move_puts_the_order_under_its_old_neighbour);
  ADD (undo_is_refused_when_a_colleague_moved_the_same_order_since);
  ADD (a_stale_move_of_another_order_is_merged_under_its_neighbour);
  ADD (several_orders_move_together_and_keep_their_order);
  ADD (moves_of_one_order_with_the_reason_pending_are_one_override);
  ADD (back_at_the_first_place_no_reason_is_owed);
  ADD (a_move_back_answers_that_no_reason_is_owed);
  ADD (applying_the_suggestion_leaves_placed_orders_at_their_number);
  ADD (the_reason_other_needs_a_note);
  ADD (who_may_not_move_is_refused_and_the_attempt_is_logged);
  ADD (an_override_at_the_other_departments_cost_is_a_conflict);
  return g_test_run ();
}
