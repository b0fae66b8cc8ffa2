/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While one desk's planner works the others write: nobody waits for it. */
#include "rang-fixture.h"

#include "board/rang-ranking.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-day.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-rates.h"
#include "store/rang-store-rules.h"

/* Enough that planning takes many times as long as writing. */
#define LONG_STEPS 60000
#define SHORT_STEPS "1000"
/* Between two changes of the other desk: SQLite lets in whoever asks first. */
#define PAUSE_US 2000

/* Another desk that writes again and again, what no log tells of, and how long it had to wait. */
typedef struct
{
  const char *path;
  GThread *thread;
  gint stop;
  guint n;
  gint64 longest;
} Desk;

static gpointer
write_again_and_again (gpointer data)
{
  Desk *desk = data;
  g_autoptr (GError) error = NULL;
  RangStore *store = rang_store_open (desk->path, RANG_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  for (; g_atomic_int_get (&desk->stop) == 0; desk->n++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);

      g_assert_no_error (error);
      g_assert_true (rang_store_save_mapping (store, "sender", "name", "body", desk->n, &error));
      g_assert_true (rang_store_transaction_commit (transaction, &error));
      desk->longest = MAX (desk->longest, g_get_monotonic_time () - start);
      g_usleep (PAUSE_US);
    }
  rang_store_close (store);
  return NULL;
}

typedef void (*ActFunc) (Fixture *f, gint64 order, gint64 van);

/* @act, with the order of that rank and its van, takes the time of the planner, and the other desk far less. */
static void
expect_no_wait (Fixture *f, ActFunc act, guint rank)
{
  g_autoptr (RangBoard) board = fixture_board (f);
  const RangBoardEntry *entry = rang_board_get_entry (board, rank);
  static int n = 0;
  g_autofree char *steps = g_strdup_printf ("%d", LONG_STEPS + n++);
  Desk desk = { .path = f->path };
  gint64 start, took;

  /* Nothing of it was asked before, or the answer would be known. */
  g_setenv ("RANG_STEPS", steps, TRUE);
  rang_office_close (f->office);
  f->office = fixture_open_again (f);
  desk.thread = g_thread_new ("desk", write_again_and_again, &desk);
  start = g_get_monotonic_time ();
  act (f, entry->number, entry->resource);
  took = g_get_monotonic_time () - start;
  g_atomic_int_set (&desk.stop, 1);
  g_thread_join (desk.thread);
  g_setenv ("RANG_STEPS", SHORT_STEPS, TRUE);
  g_test_message ("took %.0f ms; the other desk wrote %u times and waited at most %.0f ms", (double)took / 1000, desk.n,
                  (double)desk.longest / 1000);
  g_assert_cmpuint (desk.n, >, 2);
  g_assert_cmpint (desk.longest * 3, <, took);
}

static void
move (Fixture *f, gint64 order, gint64 van)
{
  fixture_move (f, HEAD_OF_SALES, order, 5, RANG_REASON_CONTRACT);
}

static void
move_one (Fixture *f)
{
  move (f, fixture_order_at (f, 30), 0);
}

static void
test_a_move (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  expect_no_wait (f, move, 30);
}

static void
apply (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;

  rang_move_free (rang_office_apply (f->office, &session, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_the_suggestion_applied (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  move_one (f);
  expect_no_wait (f, apply, 1);
}

static void
release (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMove) made = rang_office_release (f->office, &session, order, &error);

  g_assert_no_error (error);
  g_assert_cmpint (made->entry, !=, 0);
}

static void
test_a_release (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  move_one (f);
  expect_no_wait (f, release, 5);
}

static void
undo (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;

  rang_move_free (rang_office_undo (f->office, &session, &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;

  rang_move_free (rang_office_redo (f->office, &session, &error));
  g_assert_no_error (error);
}

static void
test_a_step_taken_back (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  move_one (f);
  expect_no_wait (f, undo, 1);
}

static void
test_a_step_done_again (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  move_one (f);
  undo (f, 0, 0);
  expect_no_wait (f, redo, 1);
}

/* Locks the order to the van that it is on. */
static void
lock (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRouteChange) change = rang_office_lock (f->office, &session, order, van, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (change->entry, !=, 0);
}

/* The last van stays in. */
static void
take_van_off (Fixture *f, gint64 order, gint64 van)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &session, NULL);
  g_autoptr (RangRosterEntry) entry = rang_roster_entry_copy (roster->pdata[roster->len - 1]);
  g_autoptr (GError) error = NULL;

  entry->out_of_service = TRUE;
  g_free (entry->reason);
  entry->reason = g_strdup ("breakdown");
  rang_route_change_free (rang_office_set_roster (f->office, &session, entry, FALSE, &error));
  g_assert_no_error (error);
}

static void
hand_over (Fixture *f, gint64 order, gint64 van)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;

  rang_version_info_free (rang_office_hand_over (f->office, &sales, 0, NULL, &error));
  g_assert_no_error (error);
}

static void
sign (Fixture *f)
{
  RangSession chief = fixture_session (f, CHIEF);

  hand_over (f, 0, 0);
  rang_version_info_free (rang_office_accept (f->office, &chief, NULL));
}

static void
test_a_lock (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  expect_no_wait (f, lock, 2);
}

static void
test_a_lock_on_a_signed_board (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  sign (f);
  expect_no_wait (f, lock, 2);
}

static void
test_a_van_that_stays_in (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  expect_no_wait (f, take_van_off, 1);
}

static void
test_a_van_that_stays_in_after_the_hand_over (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  sign (f);
  expect_no_wait (f, take_van_off, 1);
}

/* --- what is planned ahead --- */

/* How often it was planned, and before how many others decide something. */
typedef struct
{
  Fixture *f;
  guint planned;
  guint disturbed;
} Disturbance;

typedef struct
{
  Fixture *f;
  RangBoard *board;
} Planned;

static void
disturb (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  Disturbance *self = data;
  RangSession sales = fixture_session (self->f, HEAD_OF_SALES);
  static gint64 rate = 4970000;
  RangOffice *other;

  if (self->planned++ >= self->disturbed)
    return;
  other = fixture_open_again (self->f);
  g_assert_true (rang_office_set_rate (other, &sales, "EUR", ++rate, NULL));
  rang_office_close (other);
}

static guint
count_plans (Fixture *f, guint disturbed)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  Disturbance self = { f, 0, disturbed };
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (f->office, &sales, OFFICE_BOARD_OPEN, disturb, &self, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (transaction);
  return self.planned;
}

static void
test_what_others_decide_meanwhile_is_planned_anew_but_not_for_ever (void)
{
  g_autoptr (Fixture) f = fixture_new ();

  g_assert_cmpuint (count_plans (f, 0), ==, 1);
  g_assert_cmpuint (count_plans (f, 1), ==, 2);
  g_assert_cmpuint (count_plans (f, 100), ==, 3);
}

/* Others write what is in no log while the board is planned. */
static void
write_meanwhile (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  Planned *planned = data;
  RangStore *store = rang_store_open (planned->f->path, RANG_STORE_DEFAULT, NULL);
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, NULL);

  planned->board = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, NULL);
  g_assert_true (rang_store_save_mapping (store, "sender", "name", "body", 1, NULL));
  g_assert_true (rang_store_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, rang_store_transaction_free);
  rang_store_close (store);
}

static void
test_what_is_in_no_log_changes_no_plan (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  Planned planned = { f, NULL };
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (f->office, &sales, OFFICE_BOARD_OPEN, write_meanwhile, &planned, NULL, NULL);
  g_autoptr (RangBoard) board = office_load_board (f->office, &sales, OFFICE_BOARD_OPEN, NULL, NULL);

  g_assert_nonnull (transaction);
  g_assert_true (board == planned.board);
  rang_board_unref (planned.board);
}

/* The board with the first order at that place and nothing placed. */
static RangBoard *
plan_first_at (Fixture *f, RangBoard *board, gint64 first, guint place)
{
  g_autoptr (GArray) ranking = rang_ranking_move (rang_board_get_ranking (board), &first, 1, place);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement));

  return office_plan_as (f->office, board, ranking, nothing, NULL, NULL);
}

static void
test_the_answer_is_known_until_somebody_decides_something (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 first = fixture_order_at (f, 1);
  g_autoptr (RangBoard) before = office_load_board (f->office, &sales, OFFICE_BOARD_OPEN, NULL, NULL);
  g_autoptr (RangBoard) after = plan_first_at (f, before, first, 3), again = plan_first_at (f, before, first, 3);
  g_autoptr (RangBoard) later = NULL, anew = NULL, other = NULL;

  g_assert_true (again == after);
  g_assert_true (rang_office_set_rate (f->office, &sales, "EUR", 4970000, NULL));
  later = office_load_board (f->office, &sales, OFFICE_BOARD_OPEN, NULL, NULL);
  anew = plan_first_at (f, later, first, 3);
  g_assert_true (anew != after);
  other = plan_first_at (f, later, first, 4);
  g_assert_true (other != anew);
}

/* What it costs, as it was told from the plan, and as it is by the boards before and after. */
static void
expect_cost (Fixture *f, RangBoard *before, const RangRouteChange *change, gint64 order)
{
  RangSession chief = fixture_session (f, CHIEF);
  RangOffice *fresh = fixture_open_again (f);
  g_autoptr (RangBoard) after = rang_office_load_board (fresh, &chief, NULL, NULL);
  g_autoptr (RangMoveCost) cost = rang_board_cost_against (before, after, &order, order != 0 ? 1 : 0);
  g_autofree char *is = office_cost_to_text (cost), *told = office_cost_to_text (change->cost);

  g_assert_cmpstr (told, ==, is);
  rang_office_close (fresh);
}

/* On a board that is not signed yet: to a van that drives for five minutes only. */
static void
test_a_lock_that_harms_on_an_open_board_waits_for_the_head_of_sales (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &chief, NULL);
  g_autoptr (RangRosterEntry) entry = rang_roster_entry_copy (roster->pdata[roster->len - 1]);
  g_autoptr (RangRouteChange) change = NULL;
  g_autoptr (GArray) locks = NULL;
  gint64 order;

  entry->shift.to = entry->shift.from + 300;
  rang_route_change_free (rang_office_set_roster (f->office, &chief, entry, FALSE, NULL));
  order = fixture_order_at (f, 1);
  change = rang_office_lock (f->office, &chief, order, entry->resource, FALSE, NULL);
  g_assert_nonnull (change);
  g_assert_cmpuint (change->harmed->len, >, 0);
  g_assert_cmpint (g_array_index (change->harmed, gint64, 0), ==, order);
  g_assert_cmpint (change->request, !=, 0);
  locks = rang_office_list_locks (f->office, &chief, NULL);
  g_assert_cmpuint (locks->len, ==, 0);
}

static void
test_a_lock_and_a_roster_are_planned_as_they_are_kept (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  g_autoptr (RangBoard) before = fixture_board (f), locked = NULL;
  const RangBoardEntry *entry = rang_board_get_entry (before, 2);
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &chief, NULL);
  g_autoptr (RangRosterEntry) off = NULL;
  g_autoptr (RangRouteChange) lock = NULL, stays = NULL;

  lock = rang_office_lock (f->office, &chief, entry->number, entry->resource, FALSE, NULL);
  g_assert_nonnull (lock);
  expect_cost (f, before, lock, entry->number);
  locked = fixture_board (f);
  for (guint i = 0; i < roster->len; i++)
    if (((RangRosterEntry *)roster->pdata[i])->resource == entry->resource)
      off = rang_roster_entry_copy (roster->pdata[i]);
  off->out_of_service = TRUE;
  g_free (off->reason);
  off->reason = g_strdup ("breakdown");
  stays = rang_office_set_roster (f->office, &chief, off, FALSE, NULL);
  g_assert_nonnull (stays);
  expect_cost (f, locked, stays, 0);
}

#define ADD(name) g_test_add_func ("/office-wait/nobody_waits_for_the_planner_of_" #name, test_##name)

int
main (int argc, char **argv)
{
  g_setenv ("RANG_STEPS", SHORT_STEPS, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD (a_move);
  ADD (the_suggestion_applied);
  ADD (a_release);
  ADD (a_step_taken_back);
  ADD (a_step_done_again);
  ADD (a_lock);
  ADD (a_lock_on_a_signed_board);
  ADD (a_van_that_stays_in);
  ADD (a_van_that_stays_in_after_the_hand_over);
  g_test_add_func ("/office-wait/what_others_decide_meanwhile_is_planned_anew_but_not_for_ever",
                   test_what_others_decide_meanwhile_is_planned_anew_but_not_for_ever);
  g_test_add_func ("/office-wait/the_answer_is_known_until_somebody_decides_something",
                   test_the_answer_is_known_until_somebody_decides_something);
  g_test_add_func ("/office-wait/what_is_in_no_log_changes_no_plan", test_what_is_in_no_log_changes_no_plan);
  g_test_add_func ("/office-wait/a_lock_that_harms_on_an_open_board_waits_for_the_head_of_sales",
                   test_a_lock_that_harms_on_an_open_board_waits_for_the_head_of_sales);
  g_test_add_func ("/office-wait/a_lock_and_a_roster_are_planned_as_they_are_kept",
                   test_a_lock_and_a_roster_are_planned_as_they_are_kept);
  return g_test_run ();
}
