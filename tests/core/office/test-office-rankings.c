/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rankings of boards as they were, which an office remembers. */
#include "office/rang-office-rankings-private.h"
#include "rang-fixture.h"
#include "store/rang-store-board.h"

/* Another revision of the board, in which the first order and the one @n below it have changed places. */
static gint64
add_revision (Fixture *f, gint64 entry, guint n)
{
  g_autoptr (RangBoardRecord) record = rang_store_load_board (f->office->store, f->day, RANG_UNIT_DELIVERY_ID, NULL);
  g_autoptr (GError) error = NULL;
  gint64 *ranking = (gint64 *)(gpointer)record->ranking->data, first = ranking[0];

  ranking[0] = ranking[n];
  ranking[n] = first;
  record->entry = entry;
  rang_store_add_board_revision (f->office->store, record, &error);
  g_assert_no_error (error);
  return record->revision;
}

static gint64
first_of (Fixture *f, gint64 revision)
{
  g_autoptr (GError) error = NULL;
  const GArray *ranking = office_find_ranking (f->office, f->day, RANG_UNIT_DELIVERY_ID, revision, &error);

  g_assert_no_error (error);
  return g_array_index (ranking, gint64, 0);
}

static void
test_a_revision_is_what_it_was_when_others_came_after_it (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 entry = fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 30), 1, RANG_REASON_ROUTE);
  g_autoptr (RangBoardRecord) record
      = rang_store_load_board_by_entry (f->office->store, f->day, RANG_UNIT_DELIVERY_ID, entry, NULL);
  gint64 first = first_of (f, record->revision);

  g_assert_cmpint (first, ==, fixture_order_at (f, 1));
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 40), 1, RANG_REASON_ROUTE);
  g_assert_cmpint (first_of (f, record->revision), ==, first);
  g_assert_cmpint (first_of (f, record->revision + 1), ==, fixture_order_at (f, 1));
}

static void
test_a_revision_that_was_taken_back_is_forgotten (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 entry = fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 30), 1, RANG_REASON_ROUTE);
  RangStoreTransaction *transaction = rang_store_begin (f->office->store, NULL);
  gint64 revision = add_revision (f, entry, 5), first = first_of (f, revision);

  rang_store_transaction_free (transaction);
  transaction = rang_store_begin (f->office->store, NULL);
  g_assert_cmpint (add_revision (f, entry, 6), ==, revision);
  g_assert_cmpint (first_of (f, revision), !=, first);
  rang_store_transaction_free (transaction);
}

static void
test_a_revision_that_is_not_there_is_refused (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (office_find_ranking (f->office, f->day, RANG_UNIT_DELIVERY_ID, 1000, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-rankings/a_revision_is_what_it_was_when_others_came_after_it",
                   test_a_revision_is_what_it_was_when_others_came_after_it);
  g_test_add_func ("/office-rankings/a_revision_that_was_taken_back_is_forgotten",
                   test_a_revision_that_was_taken_back_is_forgotten);
  g_test_add_func ("/office-rankings/a_revision_that_is_not_there_is_refused",
                   test_a_revision_that_is_not_there_is_refused);
  return g_test_run ();
}
