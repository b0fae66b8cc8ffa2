/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"
#include "store/rang-store-board.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-lists.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-rules.h"
#include "store/rang-store-versions.h"

#define DAY 20781

static void
append (GArray *numbers, gint64 number)
{
  g_array_append_val (numbers, number);
}

static void
add_orders (RangStore *store, int count)
{
  for (int i = 0; i < count; i++)
    {
      g_autoptr (RangOrder) order = store_test_order (NULL);

      store_test_save (store, order);
    }
}

static RangStoreTransaction *
begin (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  RangStoreTransaction *transaction = rang_store_begin (store, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (RangStoreTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  rang_store_transaction_free (transaction);
}

static void
test_every_revision_of_a_board_is_kept (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangBoardRecord) board = NULL;
  g_autoptr (RangBoardRecord) first = NULL;
  g_autoptr (RangBoardRecord) latest = NULL;
  g_autoptr (RangBoardRecord) none = NULL;
  RangPlacedMark mark = { 1002, 3, 7 };
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  board = rang_store_load_board (test->store, DAY, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (board->revision, ==, 0);
  append (board->ranking, 1001);
  append (board->ranking, 1002);
  board->entry = 6;
  transaction = begin (test->store);
  g_assert_true (rang_store_add_board_revision (test->store, board, &error));
  g_array_index (board->ranking, gint64, 0) = 1002;
  g_array_index (board->ranking, gint64, 1) = 1001;
  g_array_append_val (board->placed, mark);
  board->entry = 7;
  g_assert_true (rang_store_add_board_revision (test->store, board, &error));
  commit (transaction);
  g_assert_cmpint (board->revision, ==, 2);

  first = rang_store_load_board_revision (test->store, DAY, 1, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (first->ranking, gint64, 0), ==, 1001);
  g_assert_cmpint (first->placed->len, ==, 0);
  latest = rang_store_load_board (test->store, DAY, 1, &error);
  g_assert_cmpint (latest->revision, ==, 2);
  g_assert_cmpint (latest->entry, ==, 7);
  g_assert_cmpint (g_array_index (latest->ranking, gint64, 0), ==, 1002);
  g_assert_cmpint (rang_board_record_find_mark (latest, 1002)->person, ==, 3);
  g_assert_cmpint (rang_board_record_find_mark (latest, 1002)->entry, ==, 7);
  g_assert_null (rang_board_record_find_mark (latest, 1001));
  none = rang_store_load_board_revision (test->store, DAY, 1, 9, &error);
  g_assert_null (none);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
}

static void
test_a_board_changed_meanwhile_is_stale (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangBoardRecord) mine = NULL;
  g_autoptr (RangBoardRecord) theirs = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;

  store_test_furnish (test->store);
  mine = rang_store_load_board (test->store, DAY, 1, &error);
  theirs = rang_board_record_copy (mine);
  mine->entry = theirs->entry = 1;
  transaction = begin (test->store);
  g_assert_true (rang_store_add_board_revision (test->store, theirs, &error));
  g_assert_false (rang_store_add_board_revision (test->store, mine, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_STALE);
  g_assert_cmpint (mine->revision, ==, 0);
}

static void
test_ranking_a_list_ranks_its_orders (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ranking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kept = NULL;
  g_autoptr (RangListRecord) list = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  RangStoreTransaction *transaction;
  gint64 revision = 0;

  store_test_furnish (test->store);
  add_orders (test->store, 3);
  append (ranking, 1003);
  append (ranking, 1001);
  append (ranking, 1002);
  transaction = begin (test->store);
  g_assert_true (rang_store_rank_list (test->store, DAY, 1, 5, ranking, &revision, &error));
  g_assert_cmpint (revision, ==, 1);
  g_array_set_size (ranking, 2);
  g_assert_true (rang_store_rank_list (test->store, DAY, 1, 6, ranking, &revision, &error));
  g_assert_cmpint (revision, ==, 2);
  list = rang_store_load_list (test->store, DAY, 1, &error);
  g_assert_no_error (error);
  list->submitted_at = 1000;
  list->submitted_by = 1;
  list->submitted_entry = 7;
  append (list->submitted, 1003);
  g_assert_true (rang_store_submit_list (test->store, list, &error));
  commit (transaction);

  kept = rang_store_load_list_revision (test->store, DAY, 1, 1, &error);
  g_assert_cmpint (kept->len, ==, 3);
  orders = rang_store_load_orders_of_day (test->store, DAY, &error);
  g_assert_cmpint (((RangOrder *)g_ptr_array_index (orders, 0))->department_rank, ==, 2);
  g_assert_cmpint (((RangOrder *)g_ptr_array_index (orders, 1))->department_rank, ==, 0);
  g_assert_cmpint (((RangOrder *)g_ptr_array_index (orders, 2))->department_rank, ==, 1);
  rang_list_record_free (list);
  list = rang_store_load_list (test->store, DAY, 1, &error);
  g_assert_cmpint (list->revision, ==, 2);
  g_assert_cmpint (list->submitted_entry, ==, 7);
  g_assert_cmpint (list->submitted->len, ==, 1);
}

static void
test_a_move_keeps_its_reason_and_what_took_it_back (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMoveRecord) move = rang_move_record_new (RANG_MOVE_MOVE);
  g_autoptr (RangMoveRecord) loaded = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  add_orders (test->store, 2);
  move->entry = 12;
  move->day = DAY;
  move->unit = 1;
  move->who = 3;
  move->revision = 4;
  append (move->orders, 1002);
  append (move->orders, 1001);
  move->from = 20;
  move->to = 3;
  move->suggested = 18;
  move->reason_pending = TRUE;
  move->cost = g_strdup ("{}");
  transaction = begin (test->store);
  g_assert_true (rang_store_add_move (test->store, move, &error));
  move->reason = g_strdup ("client-at-risk");
  move->reason_pending = FALSE;
  move->reason_entry = 13;
  move->undone_by = 14;
  g_assert_true (rang_store_update_move (test->store, move, &error));
  commit (transaction);
  loaded = rang_store_load_move (test->store, 12, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->from, ==, 20);
  g_assert_cmpint (loaded->to, ==, 3);
  g_assert_cmpint (loaded->suggested, ==, 18);
  g_assert_cmpint (loaded->who, ==, 3);
  g_assert_cmpint (g_array_index (loaded->orders, gint64, 0), ==, 1002);
  g_assert_cmpstr (loaded->reason, ==, "client-at-risk");
  g_assert_false (loaded->reason_pending);
  g_assert_cmpint (loaded->reason_entry, ==, 13);
  g_assert_cmpint (loaded->undone_by, ==, 14);
  g_assert_cmpstr (loaded->cost, ==, "{}");
  moves = rang_store_load_moves_of_order (test->store, 1001, &error);
  g_assert_cmpint (moves->len, ==, 1);
  g_clear_pointer (&moves, g_ptr_array_unref);
  moves = rang_store_load_moves (test->store, DAY, &error);
  g_assert_cmpint (moves->len, ==, 1);
}

static RangVersionRecord *
new_version (gint64 entry)
{
  RangVersionRecord *version = rang_version_record_new ();

  version->day = DAY;
  version->unit = 1;
  version->entry = entry;
  version->revision = 1;
  version->signed_by = 3;
  version->signed_at = 1000;
  version->body = g_strdup ("{\"orders\":[]}");
  return version;
}

static void
test_a_version_is_decided_once_and_never_changes (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangVersionRecord) version = new_version (5);
  g_autoptr (RangVersionRecord) second = new_version (6);
  g_autoptr (RangVersionRecord) latest = NULL;
  g_autoptr (RangVersionRecord) binding = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *refused = NULL;
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  transaction = begin (test->store);
  g_assert_true (rang_store_add_version (test->store, version, &error));
  g_assert_cmpint (version->number, ==, 1);
  g_assert_cmpint (strlen (version->fingerprint), ==, 64);
  version->state = RANG_VERSION_ACCEPTED;
  version->decided_by = 2;
  version->decided_at = 2000;
  version->decided_entry = 7;
  g_assert_true (rang_store_decide_version (test->store, version, &error));
  second->amendment = TRUE;
  second->based_on = version->id;
  g_assert_true (rang_store_add_version (test->store, second, &error));
  g_assert_cmpint (second->number, ==, 2);
  commit (transaction);

  g_assert_true (rang_store_load_latest_version (test->store, DAY, 1, &latest, &error));
  g_assert_cmpint (latest->number, ==, 2);
  g_assert_true (latest->amendment);
  g_assert_true (rang_store_load_binding_version (test->store, DAY, 1, &binding, &error));
  g_assert_cmpint (binding->number, ==, 1);
  g_assert_cmpint (binding->decided_by, ==, 2);
  all = rang_store_load_versions (test->store, DAY, 1, &error);
  g_assert_cmpint (all->len, ==, 2);

  transaction = begin (test->store);
  version->state = RANG_VERSION_RETURNED;
  version->remark = g_strdup ("no");
  g_assert_false (rang_store_decide_version (test->store, version, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CONSTRAINT);
  rang_store_transaction_free (transaction);
  refused = store_test_sql (test->path, "UPDATE versions SET body = '{}' WHERE number = 2");
  g_assert_cmpstr (refused, ==, "a signed version never changes");
}

static void
test_plans_are_numbered_by_version (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangVersionRecord) version = new_version (5);
  g_autoptr (GPtrArray) plans = NULL;
  RangStoreTransaction *transaction;
  gboolean closed = TRUE;

  store_test_furnish (test->store);
  transaction = begin (test->store);
  g_assert_true (rang_store_add_version (test->store, version, &error));
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (RangPlanRecord) plan = rang_plan_record_new ();

      plan->version = version->id;
      plan->entry = 5 + i;
      plan->made_by = 2;
      plan->body = g_strdup ("{}");
      g_assert_true (rang_store_add_plan (test->store, plan, &error));
      g_assert_cmpint (plan->number, ==, i);
    }
  g_assert_true (rang_store_is_day_closed (test->store, DAY, 1, &closed, &error));
  g_assert_false (closed);
  g_assert_true (rang_store_close_day (test->store, DAY, 1, 2, 3000, 9, &error));
  commit (transaction);
  plans = rang_store_load_plans (test->store, version->id, &error);
  g_assert_cmpint (plans->len, ==, 2);
  g_assert_true (rang_store_is_day_closed (test->store, DAY, 1, &closed, &error));
  g_assert_true (closed);
}

static RangConflict *
new_conflict (void)
{
  RangConflict *conflict = rang_conflict_new (RANG_CONFLICT_DISPLACED, "displaced/1001/1002", DAY);

  conflict->since = 500;
  append (conflict->orders, 1002);
  append (conflict->orders, 1001);
  append (conflict->people, 3);
  append (conflict->departments, 2);
  conflict->detail = g_strdup ("{\"minutes\":5}");
  return conflict;
}

static void
upsert (RangStore *store, RangConflict *conflict, gboolean expected_new)
{
  g_autoptr (GError) error = NULL;
  RangStoreTransaction *transaction = begin (store);
  gboolean is_new = !expected_new;

  rang_store_upsert_conflict (store, conflict, &is_new, &error);
  g_assert_no_error (error);
  g_assert_cmpint (is_new, ==, expected_new);
  commit (transaction);
}

static void
test_a_conflict_found_again_is_the_same_conflict (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangConflict) first = new_conflict ();
  g_autoptr (RangConflict) again = new_conflict ();
  g_autoptr (RangConflict) loaded = NULL;
  g_autoptr (GPtrArray) open = NULL;
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  upsert (test->store, first, TRUE);
  again->since = 900;
  g_array_set_size (again->orders, 1);
  upsert (test->store, again, FALSE);
  g_assert_cmpint (again->id, ==, first->id);
  g_assert_cmpint (again->since, ==, 500);
  loaded = rang_store_load_conflict (test->store, first->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->orders->len, ==, 1);
  g_assert_cmpint (g_array_index (loaded->people, gint64, 0), ==, 3);
  g_assert_cmpint (g_array_index (loaded->departments, gint64, 0), ==, 2);
  g_assert_cmpstr (loaded->detail, ==, "{\"minutes\":5}");
  g_assert_cmpint (loaded->kind, ==, RANG_CONFLICT_DISPLACED);

  loaded->state = RANG_CONFLICT_LAPSED;
  transaction = begin (test->store);
  g_assert_true (rang_store_update_conflict (test->store, loaded, &error));
  commit (transaction);
  open = rang_store_load_conflicts (test->store, DAY, TRUE, &error);
  g_assert_cmpint (open->len, ==, 0);
  again->since = 950;
  again->state = RANG_CONFLICT_OPEN;
  upsert (test->store, again, TRUE);
  g_assert_cmpint (again->since, ==, 950);

  again->state = RANG_CONFLICT_DECIDED;
  again->decided_by = 3;
  again->note = g_strdup ("stays");
  transaction = begin (test->store);
  g_assert_true (rang_store_update_conflict (test->store, again, &error));
  commit (transaction);
  upsert (test->store, first, FALSE);
  g_assert_cmpint (first->state, ==, RANG_CONFLICT_DECIDED);
  g_assert_cmpstr (first->note, ==, "stays");
  g_clear_pointer (&open, g_ptr_array_unref);
  open = rang_store_load_conflicts (test->store, RANG_DAY_NONE, FALSE, &error);
  g_assert_cmpint (open->len, ==, 1);
}

static void
add_rules (RangStore *store, RangDay from, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangRulesRecord) rules = rang_rules_record_new ();

  rules->from = from;
  rules->body = g_strdup (body);
  rang_store_add_rules (store, rules, &error);
  g_assert_no_error (error);
}

static void
test_the_rules_of_a_day_are_those_that_began_last (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const struct
  {
    RangDay day;
    const char *body;
  } expected[] = { { 99, "a" }, { 100, "a" }, { 149, "a" }, { 150, "d" }, { 199, "d" }, { 200, "c" }, { 300, "c" } };
  RangStoreTransaction *transaction = begin (test->store);

  add_rules (test->store, 100, "a");
  add_rules (test->store, 150, "b");
  add_rules (test->store, 200, "c");
  add_rules (test->store, 150, "d");
  commit (transaction);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RangRulesRecord) rules = rang_store_load_rules_for_day (test->store, expected[i].day, &error);

      g_assert_cmpstr (rules != NULL ? rules->body : NULL, ==, expected[i].body);
      g_assert_no_error (error);
    }
}

static void
test_a_sender_s_mapping_is_remembered (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  RangStoreTransaction *transaction = begin (test->store);

  g_assert_true (rang_store_save_mapping (test->store, "Nord Vînt S.R.L.", "northwind", "[a]", 1, &error));
  g_assert_true (rang_store_save_mapping (test->store, "nord vint srl", "northwind", "[b]", 2, &error));
  commit (transaction);
  g_assert_true (rang_store_load_mapping (test->store, "NORD VÎNT SRL", &name, &body, &error));
  g_assert_cmpstr (name, ==, "northwind");
  g_assert_cmpstr (body, ==, "[b]");
}

static void
test_what_a_client_changed_waits_for_a_decision (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOrderChange) change = rang_order_change_new ();
  g_autoptr (GPtrArray) open = NULL;
  RangStoreTransaction *transaction;

  store_test_furnish (test->store);
  add_orders (test->store, 1);
  change->order = 1001;
  change->before = g_strdup ("{\"value\":1}");
  change->after = g_strdup ("{\"value\":2}");
  transaction = begin (test->store);
  g_assert_true (rang_store_save_order_change (test->store, change, &error));
  open = rang_store_load_order_changes (test->store, 1001, &error);
  g_assert_cmpint (open->len, ==, 1);
  g_assert_cmpstr (((RangOrderChange *)g_ptr_array_index (open, 0))->after, ==, "{\"value\":2}");
  g_free (change->state);
  change->state = g_strdup ("taken");
  change->decided_by = 3;
  change->decided_entry = 9;
  g_assert_true (rang_store_save_order_change (test->store, change, &error));
  commit (transaction);
  g_clear_pointer (&open, g_ptr_array_unref);
  open = rang_store_load_order_changes (test->store, 0, &error);
  g_assert_cmpint (open->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-records/every revision of a board is kept", test_every_revision_of_a_board_is_kept);
  STORE_TEST ("/store-records/a board changed meanwhile is stale", test_a_board_changed_meanwhile_is_stale);
  STORE_TEST ("/store-records/ranking a list ranks its orders", test_ranking_a_list_ranks_its_orders);
  STORE_TEST ("/store-records/a move keeps its reason and what took it back",
              test_a_move_keeps_its_reason_and_what_took_it_back);
  STORE_TEST ("/store-records/a version is decided once and never changes",
              test_a_version_is_decided_once_and_never_changes);
  STORE_TEST ("/store-records/plans are numbered by version", test_plans_are_numbered_by_version);
  STORE_TEST ("/store-records/a conflict found again is the same conflict",
              test_a_conflict_found_again_is_the_same_conflict);
  STORE_TEST ("/store-records/the rules of a day are those that began last",
              test_the_rules_of_a_day_are_those_that_began_last);
  STORE_TEST ("/store-records/a sender's mapping is remembered", test_a_sender_s_mapping_is_remembered);
  STORE_TEST ("/store-records/what a client changed waits for a decision",
              test_what_a_client_changed_waits_for_a_decision);
  return g_test_run ();
}
