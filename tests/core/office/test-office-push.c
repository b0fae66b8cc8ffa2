/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pushes, tugs-of-war, and what else two departments want differently (DESIGN.md §7, CASES.md 14, 15, 20). */
#include "rang-fixture.h"

#include <string.h>

#include "board/rang-ranking.h"
#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-push.h"

#define ACTIVE 1

static gint64
head_of (const Fixture *f, gint64 order)
{
  g_autoptr (RangOrderView) view = rang_office_get_order (f->office, order, NULL);

  return g_str_equal (view->department, "Clients") ? HEAD_OF_CLIENTS : HEAD_OF_ACTIVE;
}

/* An order that could stand better: late or left out, not impossible. @skip: how many of them to pass over. */
static gint64
find_pushable (Fixture *f, gint64 head, guint skip)
{
  g_autoptr (RangBoard) board = fixture_board (f);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state != RANG_PLAN_ON_TIME && !entry->impossible && head_of (f, entry->number) == head && skip-- == 0)
        return entry->number;
    }
  g_assert_not_reached ();
}

static RangPush *
try_push (Fixture *f, gint64 head, gint64 order, int place, GError **error)
{
  RangSession session = fixture_session (f, head);

  return rang_office_push (f->office, &session, order, place, RANG_REASON_CONTRACT, NULL, NULL, error);
}

static gint64
push (Fixture *f, gint64 head, gint64 order, int place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangPush) made = try_push (f, head, order, place, &error);

  g_assert_no_error (error);
  return made->id;
}

static void
assert_refused (Fixture *f, gint64 head, gint64 order, int place, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_push (f, head, order, place, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, code);
}

static RangMove *
grant (Fixture *f, gint64 push, int place)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  RangMove *move = rang_office_grant (f->office, &session, push, place, -1, "granted", FALSE, NULL, &error);

  g_assert_no_error (error);
  return move;
}

static void
move (Fixture *f, gint64 order, int place)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMove) made
      = rang_office_move (f->office, &session, &order, 1, place, 0, RANG_REASON_ROUTE, "x", FALSE, NULL, &error);

  g_assert_no_error (error);
}

static guint
count_conflicts (Fixture *f, RangConflictKind kind, RangConflict **last)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = rang_office_list_conflicts (f->office, &session, &error);
  guint count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->kind != kind)
        continue;
      count++;
      if (last != NULL && *last == NULL)
        *last = rang_conflict_copy (conflict);
    }
  return count;
}

static void
decide (Fixture *f, gint64 conflict)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);

  g_assert_true (rang_office_decide_conflict (f->office, &session, conflict, "so be it", NULL));
}

static RangPlanState
state_at (Fixture *f, gint64 order, int place)
{
  g_autoptr (RangBoard) board = fixture_board (f), after = NULL;
  g_autoptr (GArray) ranking = rang_board_move_ranking (board, &order, 1, place, NULL);

  after = rang_board_with_ranking (board, (const gint64 *)(gpointer)ranking->data, ranking->len, NULL, NULL, NULL);
  return rang_board_find (after, order)->state;
}

static void
test_the_default_place_is_the_lowest_with_the_best_state (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  for (guint skip = 0; skip < 2; skip++)
    {
      gint64 order = find_pushable (f, HEAD_OF_ACTIVE, skip);
      g_autoptr (RangPush) made = try_push (f, HEAD_OF_ACTIVE, order, 0, NULL);
      RangPlanState best = state_at (f, order, 1);

      g_assert_cmpint (made->from, ==, fixture_rank_of (f, order));
      g_assert_cmpint (state_at (f, order, made->to), ==, best);
      for (int place = made->to + 1; place <= made->from; place++)
        g_assert_cmpint (state_at (f, order, place), !=, best);
    }
}

static void
test_a_push_is_refused_where_it_has_no_sense (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 0), kept = fixture_order_at (f, 3);
  guint attempts = fixture_count_log (f, "refused-attempt");

  assert_refused (f, head_of (f, kept), kept, 0, RANG_OFFICE_ERROR_REFUSED);
  assert_refused (f, head_of (f, kept), kept, 1, RANG_OFFICE_ERROR_REFUSED);
  assert_refused (f, HEAD_OF_ACTIVE, order, (int)fixture_rank_of (f, order), RANG_OFFICE_ERROR_REFUSED);
  assert_refused (f, HEAD_OF_ACTIVE, order, 1000, RANG_OFFICE_ERROR_INVALID);
  assert_refused (f, HEAD_OF_ACTIVE, 1, 0, RANG_OFFICE_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, attempts);
  assert_refused (f, HEAD_OF_CLIENTS, order, 0, RANG_OFFICE_ERROR_NO_RIGHT);
  assert_refused (f, CHIEF, order, 0, RANG_OFFICE_ERROR_NO_RIGHT);
  assert_refused (f, HEAD_OF_SALES, order, 0, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, attempts + 3);
  push (f, HEAD_OF_ACTIVE, order, 0);
  assert_refused (f, HEAD_OF_ACTIVE, order, 0, RANG_OFFICE_ERROR_REFUSED);
}

static void
test_a_granted_push_is_an_override_of_the_head_of_sales (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES), head = fixture_session (f, HEAD_OF_ACTIVE);
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 0), id = push (f, HEAD_OF_ACTIVE, order, 7);
  g_autoptr (RangMove) dry = rang_office_grant (f->office, &sales, id, 0, -1, NULL, TRUE, NULL, NULL);
  g_autoptr (RangMove) real = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GPtrArray) pushes = NULL;
  g_autoptr (GError) error = NULL;
  const RangBoardEntry *entry;

  g_assert_null (rang_office_grant (f->office, &head, id, 0, -1, NULL, FALSE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  real = grant (f, id, 0);
  g_assert_cmpuint (dry->cost->late->len, ==, real->cost->late->len);
  board = fixture_board (f);
  entry = rang_board_find (board, order);
  g_assert_cmpuint (entry->rank, ==, 7);
  g_assert_cmpint (entry->placed->person, ==, HEAD_OF_SALES);
  g_assert_cmpint (entry->placed->reason, ==, RANG_REASON_CONTRACT);
  g_assert_cmpuint (fixture_count_log (f, "grant"), >, 0);
  pushes = rang_office_list_pushes (f->office, &sales, NULL);
  g_assert_cmpint (((RangPush *)g_ptr_array_index (pushes, 0))->state, ==, RANG_PUSH_GRANTED);
  g_assert_cmpint (((RangPush *)g_ptr_array_index (pushes, 0))->decided_by, ==, HEAD_OF_SALES);
  g_clear_error (&error);
  g_assert_null (rang_office_grant (f->office, &sales, id, 0, -1, NULL, FALSE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
}

static void
test_a_refusal_needs_a_note_and_moves_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *before = fixture_states (f), *after = NULL;
  gint64 id = push (f, HEAD_OF_ACTIVE, find_pushable (f, HEAD_OF_ACTIVE, 0), 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (rang_office_refuse_push (f->office, &sales, id, " ", &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_INVALID);
  g_assert_true (rang_office_refuse_push (f->office, &sales, id, "not today", NULL));
  after = fixture_states (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_the_chief_was_asked_is_kept_and_owes_its_reason_when_granted (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF), sales = fixture_session (f, HEAD_OF_SALES);
  gint64 order = find_pushable (f, HEAD_OF_CLIENTS, 0);
  g_autoptr (RangPush) asked = rang_office_asked (f->office, &chief, order, HEAD_OF_CLIENTS, "by phone", NULL);
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (asked->noted_by, ==, CHIEF);
  g_assert_cmpint (asked->asked_by, ==, HEAD_OF_CLIENTS);
  g_assert_null (rang_office_asked (f->office, &sales, order, HEAD_OF_CLIENTS, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  rang_move_free (grant (f, asked->id, 0));
  pending = rang_office_list_pending_reasons (f->office, &sales, NULL);
  g_assert_cmpuint (pending->len, ==, 1);
  g_assert_true (rang_office_give_reason (f->office, &sales, ((RangPendingReason *)pending->pdata[0])->entry,
                                          RANG_REASON_CLIENT_ASKED, "x", NULL));
}

static void
test_a_departments_week_has_so_many_pushes (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES), head = fixture_session (f, HEAD_OF_ACTIVE);
  g_autoptr (GArray) budgets = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rang_office_set_most_pushes (f->office, &head, 1, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_true (rang_office_set_most_pushes (f->office, &sales, 1, NULL));
  push (f, HEAD_OF_ACTIVE, find_pushable (f, HEAD_OF_ACTIVE, 0), 0);
  assert_refused (f, HEAD_OF_ACTIVE, find_pushable (f, HEAD_OF_ACTIVE, 1), 0, RANG_OFFICE_ERROR_QUOTA);
  push (f, HEAD_OF_CLIENTS, find_pushable (f, HEAD_OF_CLIENTS, 0), 0);
  budgets = rang_office_list_push_budgets (f->office, NULL);
  for (guint i = 0; i < budgets->len; i++)
    {
      g_assert_cmpint (g_array_index (budgets, RangPushBudget, i).asked, ==, 1);
      g_assert_cmpint (g_array_index (budgets, RangPushBudget, i).allowed, ==, 1);
    }
}

static void
test_a_push_after_the_hand_over_is_late_and_granted_as_an_amendment (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 0), id;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (RangConflict) late = NULL;

  rang_version_info_free (rang_office_hand_over (f->office, &sales, 0, NULL, NULL));
  rang_version_info_free (rang_office_accept (f->office, &chief, NULL));
  id = push (f, HEAD_OF_ACTIVE, order, 0);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_LATE_PUSH, &late), ==, 1);
  g_assert_cmpint (g_array_index (late->orders, gint64, 0), ==, order);
  g_assert_cmpint (g_array_index (late->people, gint64, 0), ==, HEAD_OF_ACTIVE);
  rang_move_free (grant (f, id, 0));
  versions = rang_office_list_versions (f->office, &sales, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_true (((RangVersionInfo *)versions->pdata[1])->amendment);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_LATE_PUSH, NULL), ==, 1);
}

/* --- tug-of-war --- */

static void
test_two_heads_who_pull_a_pair_twice_each_are_a_tug_of_war (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 one = find_pushable (f, HEAD_OF_ACTIVE, 2), two = find_pushable (f, HEAD_OF_CLIENTS, 6), last;
  g_autoptr (RangConflict) tug = NULL;

  move (f, one, 110);
  move (f, two, 112);
  rang_move_free (grant (f, push (f, HEAD_OF_CLIENTS, two, 105), 0));
  rang_move_free (grant (f, push (f, HEAD_OF_ACTIVE, one, 104), 0));
  rang_move_free (grant (f, push (f, HEAD_OF_CLIENTS, two, 103), 0));
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, NULL), ==, 0);
  last = push (f, HEAD_OF_ACTIVE, one, 102);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, &tug), ==, 1);
  g_assert_true (rang_conflict_has_order (tug, one) && rang_conflict_has_order (tug, two));
  g_assert_true (rang_conflict_has_person (tug, HEAD_OF_ACTIVE) && rang_conflict_has_person (tug, HEAD_OF_CLIENTS));
  g_assert_cmpuint (tug->departments->len, ==, 2);
  rang_move_free (grant (f, last, 0));
  assert_refused (f, HEAD_OF_CLIENTS, two, 90, RANG_OFFICE_ERROR_REFUSED);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, NULL), ==, 1);
  decide (f, tug->id);
  push (f, HEAD_OF_CLIENTS, two, 90);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, NULL), ==, 1);
}

static void
assert_pull (const RangConflict *tug, guint n, gint64 person, gint64 order, int from, int to)
{
  const RangConflictPull *pull = g_ptr_array_index (tug->pulls, n);

  g_assert_cmpint (pull->person, ==, person);
  g_assert_cmpint (pull->order, ==, order);
  g_assert_cmpint (pull->from, ==, from);
  g_assert_cmpint (pull->to, ==, to);
  g_assert_cmpint (pull->kind, ==, RANG_PULL_PUSH);
  g_assert_cmpint (pull->at, >, 0);
  g_assert_nonnull (pull->reason);
}

/* Whatever becomes of the pushes afterwards, and whatever is asked next. */
static void
test_a_tug_of_war_lists_the_moves_that_made_it_and_no_later_one (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 orders[] = { find_pushable (f, HEAD_OF_CLIENTS, 6), find_pushable (f, HEAD_OF_ACTIVE, 2) };
  const gint64 heads[] = { HEAD_OF_CLIENTS, HEAD_OF_ACTIVE };
  guint from[4];
  g_autoptr (RangConflict) tug = NULL;

  move (f, orders[1], 110);
  move (f, orders[0], 112);
  for (int i = 0; i < 4; i++)
    {
      gint64 asked;

      from[i] = fixture_rank_of (f, orders[i % 2]);
      asked = push (f, heads[i % 2], orders[i % 2], 105 - i);
      if (i < 3)
        rang_move_free (grant (f, asked, 0));
      else
        g_assert_true (rang_office_refuse_push (f->office, &sales, asked, "no", NULL));
    }
  move (f, orders[1], 111);
  count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, &tug);
  decide (f, tug->id);
  push (f, HEAD_OF_CLIENTS, orders[0], 90);
  g_clear_pointer (&tug, rang_conflict_free);
  count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, &tug);
  g_assert_cmpuint (tug->pulls->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    assert_pull (tug, i, heads[i % 2], orders[i % 2], (int)from[i], 105 - (int)i);
}

static void
test_one_order_pulled_up_and_down_is_a_tug_of_war_too (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 2);
  g_autoptr (RangConflict) tug = NULL;

  move (f, order, 110);
  rang_move_free (grant (f, push (f, HEAD_OF_ACTIVE, order, 100), 0));
  move (f, order, 111);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, NULL), ==, 0);
  push (f, HEAD_OF_ACTIVE, order, 100);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, &tug), ==, 1);
  g_assert_cmpuint (tug->orders->len, ==, 1);
  g_assert_cmpuint (tug->pulls->len, ==, 4);
  for (guint i = 0; i < tug->pulls->len; i++)
    g_assert_cmpint (((RangConflictPull *)tug->pulls->pdata[i])->kind, ==, i % 2 == 0 ? RANG_PULL_MOVE : RANG_PULL_PUSH);
}

static void
test_refused_pushes_and_one_persons_second_thoughts_pull_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 2);

  move (f, order, 110);
  move (f, order, 100);
  move (f, order, 111);
  move (f, order, 99);
  for (int i = 0; i < 3; i++)
    g_assert_true (rang_office_refuse_push (f->office, &sales, push (f, HEAD_OF_ACTIVE, order, 50), "no", NULL));
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_TUG_OF_WAR, NULL), ==, 0);
}

/* --- the others --- */

static void
test_the_bumped_head_answers_until_the_hand_over (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession clients = fixture_session (f, HEAD_OF_CLIENTS), sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangConflict) displaced = NULL, answered = NULL;
  const RangConflictAnswer *answer;
  g_autoptr (GError) error = NULL;

  rang_move_free (grant (f, push (f, HEAD_OF_ACTIVE, find_pushable (f, HEAD_OF_ACTIVE, 2), 5), 0));
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_DISPLACED, &displaced), >, 0);
  g_assert_nonnull (strstr (displaced->detail, "\"reason\":\"contract\""));
  g_assert_false (rang_office_answer_conflict (f->office, &sales, displaced->id, "hm", &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_true (rang_office_answer_conflict (f->office, &clients, displaced->id, "we gave our word", NULL));
  count_conflicts (f, RANG_CONFLICT_DISPLACED, &answered);
  g_assert_cmpuint (answered->answers->len, ==, 1);
  answer = g_ptr_array_index (answered->answers, 0);
  g_assert_cmpint (answer->person, ==, HEAD_OF_CLIENTS);
  g_assert_cmpstr (answer->note, ==, "we gave our word");
  rang_version_info_free (rang_office_hand_over (f->office, &sales, 0, NULL, NULL));
  g_clear_error (&error);
  g_assert_false (rang_office_answer_conflict (f->office, &clients, displaced->id, "too late", &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_CLOSED);
}

/* How many of the known displacements are in the state. Asked for the first time, all that there are become known. */
static guint
count_known (Fixture *f, GHashTable *known, RangConflictState state)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GPtrArray) conflicts = rang_office_list_conflicts (f->office, &session, NULL);
  gboolean first = g_hash_table_size (known) == 0;
  guint count = 0;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->kind != RANG_CONFLICT_DISPLACED)
        continue;
      if (first)
        g_hash_table_add (known, GSIZE_TO_POINTER ((gsize)conflict->id));
      count += conflict->state == state && g_hash_table_contains (known, GSIZE_TO_POINTER ((gsize)conflict->id));
    }
  return count;
}

static void
test_a_displacement_that_was_put_right_lapses (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 2);
  int rank = (int)fixture_rank_of (f, order);
  guint found;

  move (f, order, 5);
  found = count_known (f, known, RANG_CONFLICT_OPEN);
  g_assert_cmpuint (found, >, 0);
  move (f, order, rank);
  g_assert_cmpuint (count_known (f, known, RANG_CONFLICT_LAPSED), ==, found);
}

static void
test_a_decided_quota_lets_no_more_than_its_count_pass (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession head = fixture_session (f, HEAD_OF_ACTIVE);
  g_autoptr (RangDepartmentList) list = rang_office_get_department_list (f->office, &head, ACTIVE, NULL);
  g_autoptr (RangConflict) over = NULL;
  g_autoptr (GError) error = NULL;
  gint64 extra = 0;

  for (guint i = 0; i < list->orders->len; i++)
    {
      const RangOrderView *order = list->orders->pdata[i];

      if (order->order->importance == RANG_IMPORTANCE_HIGH)
        continue;
      if (list->high++ <= list->high_allowed)
        g_assert_true (
            rang_office_state_importance (f->office, &head, order->order->number, RANG_IMPORTANCE_HIGH, "x", NULL));
      else if (extra == 0)
        extra = order->order->number;
    }
  for (int i = 0; i < 2; i++)
    {
      g_clear_error (&error);
      g_assert_cmpint (rang_office_submit (f->office, &head, ACTIVE, &error), ==, -1);
      g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_QUOTA);
    }
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_HIGH_OVER_QUOTA, &over), ==, 1);
  decide (f, over->id);
  g_assert_cmpint (rang_office_submit (f->office, &head, ACTIVE, NULL), >=, 0);
  g_assert_true (rang_office_state_importance (f->office, &head, g_array_index (over->orders, gint64, 0),
                                               RANG_IMPORTANCE_NORMAL, "x", NULL));
  g_assert_cmpint (rang_office_submit (f->office, &head, ACTIVE, NULL), >=, 0);
  g_assert_true (rang_office_state_importance (f->office, &head, g_array_index (over->orders, gint64, 0),
                                               RANG_IMPORTANCE_HIGH, "x", NULL));
  g_assert_true (rang_office_state_importance (f->office, &head, extra, RANG_IMPORTANCE_HIGH, "x", NULL));
  g_assert_cmpint (rang_office_submit (f->office, &head, ACTIVE, NULL), ==, -1);
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_HIGH_OVER_QUOTA, NULL), ==, 2);
}

/* One and the same order sinks and is lifted again until the office wants to know in writing why. */
static void
test_an_order_cannot_be_bumped_for_ever_without_a_note (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 order = find_pushable (f, HEAD_OF_ACTIVE, 2), other = find_pushable (f, HEAD_OF_ACTIVE, 3);
  int rank = (int)fixture_rank_of (f, order);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMove) refused = NULL, allowed = NULL, trial = NULL;

  for (int i = 0; i < rang_office_get_settings (f->office)->most_bumps; i++)
    {
      move (f, order, 5);
      move (f, order, rank);
    }
  refused = rang_office_move (f->office, &sales, &order, 1, 5, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  g_clear_error (&error);
  trial = rang_office_move (f->office, &sales, &order, 1, 5, 0, -1, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (rang_office_give_reason (f->office, &sales, trial->entry, RANG_REASON_ROUTE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  g_assert_true (
      rang_office_give_reason (f->office, &sales, trial->entry, RANG_REASON_ROUTE, "the bridge is shut", NULL));
  g_assert_cmpuint (count_conflicts (f, RANG_CONFLICT_BUMPED_TOO_OFTEN, NULL), >, 0);
  g_clear_error (&error);
  allowed = rang_office_move (f->office, &sales, &other, 1, 6, 0, RANG_REASON_ROUTE, "and a note", FALSE, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/push/" #name, test_##name)
  ADD (the_default_place_is_the_lowest_with_the_best_state);
  ADD (a_push_is_refused_where_it_has_no_sense);
  ADD (a_granted_push_is_an_override_of_the_head_of_sales);
  ADD (a_refusal_needs_a_note_and_moves_nothing);
  ADD (what_the_chief_was_asked_is_kept_and_owes_its_reason_when_granted);
  ADD (a_departments_week_has_so_many_pushes);
  ADD (a_push_after_the_hand_over_is_late_and_granted_as_an_amendment);
  ADD (two_heads_who_pull_a_pair_twice_each_are_a_tug_of_war);
  ADD (a_tug_of_war_lists_the_moves_that_made_it_and_no_later_one);
  ADD (one_order_pulled_up_and_down_is_a_tug_of_war_too);
  ADD (refused_pushes_and_one_persons_second_thoughts_pull_nothing);
  ADD (the_bumped_head_answers_until_the_hand_over);
  ADD (a_displacement_that_was_put_right_lapses);
  ADD (a_decided_quota_lets_no_more_than_its_count_pass);
  ADD (an_order_cannot_be_bumped_for_ever_without_a_note);
  return g_test_run ();
}
