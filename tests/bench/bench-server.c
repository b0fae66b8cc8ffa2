/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures an office on a server: a move against a bare transaction, and from a commit to the other desk's signal. */
#include <libpq-fe.h>
#include <stdlib.h>

#include "lib/rang-test-wait.h"
#include "office/rang-office-worker.h"
#include "rang-fixture.h"
#include "store/rang-store-board.h"
#include "store/rang-store-log.h"
#include "store/rang-store-moves.h"

#define REPEATS 200
/* With the planner, which takes most of the time. */
#define MOVES 20

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static double
tell (const char *what, gint64 *times)
{
  qsort (times, REPEATS, sizeof *times, compare);
  g_print ("  %-50s %8.2f ms median %8.2f ms p99\n", what, (double)times[REPEATS / 2] / 1000.0,
           (double)times[REPEATS * 99 / 100] / 1000.0);
  return (double)times[REPEATS / 2];
}

static double
measure_bare (const char *location)
{
  PGconn *pg = PQconnectdb (location);
  gint64 times[REPEATS];

  PQclear (PQexec (pg, "CREATE TABLE bare (id bigint PRIMARY KEY, text text)"));
  for (int i = 0; i < REPEATS; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "BEGIN; INSERT INTO bare VALUES (%d, 'a move of an order'), (%d, 'its entry of the log'); COMMIT", 2 * i,
          2 * i + 1);
      gint64 started = g_get_monotonic_time ();
      PGresult *result = PQexec (pg, sql);

      times[i] = g_get_monotonic_time () - started;
      g_assert_cmpint (PQresultStatus (result), ==, PGRES_COMMAND_OK);
      PQclear (result);
    }
  PQclear (PQexec (pg, "DROP TABLE bare"));
  PQfinish (pg);
  return tell ("a bare two-row INSERT and COMMIT", times);
}

/* Somebody else's small changes, while moves are planned and made: how long each takes. */
typedef struct
{
  const char *path;
  int stop;
  GArray *times;
} Other;

static gint64
commit_one (RangStore *store);

static gpointer
other_thread (gpointer data)
{
  Other *other = data;
  g_autoptr (RangStore) store = rang_store_open (other->path, RANG_STORE_DEFAULT, NULL);

  while (g_atomic_int_get (&other->stop) == 0)
    {
      gint64 started = g_get_monotonic_time (), took = commit_one (store) - started;

      g_array_append_val (other->times, took);
      g_usleep (20 * 1000);
    }
  return NULL;
}

static void
measure_move (Fixture *f)
{
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (gint64));
  Other other = { f->path, 0, waits };
  GThread *thread = g_thread_new ("other", other_thread, &other);
  gint64 times[MOVES];

  for (int i = 0; i < MOVES; i++)
    {
      RangSession session = fixture_session (f, HEAD_OF_SALES);
      gint64 order = fixture_order_at (f, 20);
      g_autoptr (GError) error = NULL;
      g_autoptr (RangMove) move = NULL;
      gint64 started = g_get_monotonic_time ();

      move = rang_office_move (f->office, &session, &order, 1, 10, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &error);
      times[i] = g_get_monotonic_time () - started;
      g_assert_no_error (error);
    }
  g_atomic_int_set (&other.stop, 1);
  g_thread_join (thread);
  qsort (waits->data, waits->len, sizeof (gint64), compare);
  g_print ("  %-50s %8.2f ms median %8.2f ms worst\n", "another's change while moves are made",
           (double)g_array_index (waits, gint64, waits->len / 2) / 1000.0,
           (double)g_array_index (waits, gint64, waits->len - 1) / 1000.0);
  qsort (times, MOVES, sizeof *times, compare);
  g_print ("  %-50s %8.2f ms median\n", "a move as the window makes it, with the planner",
           (double)times[MOVES / 2] / 1000.0);
}

/* What the store does for a move: the board's new revision, the log's entry, the record of the override. */
static double
measure_store (Fixture *f)
{
  g_autoptr (RangStore) store = rang_store_open (f->path, RANG_STORE_DEFAULT, NULL);
  gint64 times[REPEATS];

  for (int i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 started = g_get_monotonic_time ();
      g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);
      g_autoptr (RangBoardRecord) board = rang_store_load_board (store, f->day, RANG_UNIT_DELIVERY_ID, &error);
      g_autoptr (RangLogEntry) entry = rang_log_entry_new ("move", rang_clock_now (f->clock), HEAD_OF_SALES);
      g_autoptr (RangMoveRecord) move = rang_move_record_new (RANG_MOVE_MOVE);

      g_assert_no_error (error);
      rang_store_append_log (store, entry, &error);
      board->entry = move->entry = entry->entry;
      rang_store_add_board_revision (store, board, &error);
      move->day = f->day;
      move->unit = RANG_UNIT_DELIVERY_ID;
      move->who = HEAD_OF_SALES;
      move->revision = board->revision;
      move->reason = g_strdup ("route");
      g_array_append_val (move->orders, g_array_index (board->ranking, gint64, 0));
      rang_store_add_move (store, move, &error);
      rang_store_transaction_commit (transaction, &error);
      times[i] = g_get_monotonic_time () - started;
      g_assert_no_error (error);
    }
  return tell ("one move with its log entry, in the store", times);
}

/* --- from the commit to the other desk --- */

static gint64 woken_at;

static void
changed_cb (void)
{
  woken_at = g_get_monotonic_time ();
}

static gboolean
was_woken (gpointer data)
{
  return woken_at != 0;
}

static gpointer
nothing_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return data;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  woken_at = g_get_monotonic_time ();
}

static gint64
commit_one (RangStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, &error);
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("edit", 1, 0);

  rang_store_append_log (store, entry, &error);
  rang_store_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time ();
}

static void
measure_wake (Fixture *f)
{
  g_autoptr (RangOfficeWorker) worker = rang_office_worker_new (f->path, f->clock);
  g_autoptr (RangStore) store = rang_store_open (f->path, RANG_STORE_DEFAULT, NULL);
  gint64 times[REPEATS];

  g_signal_connect (worker, "changed", G_CALLBACK (changed_cb), NULL);
  rang_office_worker_watch (worker);
  woken_at = 0;
  rang_office_worker_call_async (worker, nothing_func, f, NULL, NULL, NULL, done_cb, NULL);
  g_assert_true (rang_test_wait_until (was_woken, NULL, 10000));
  for (int i = 0; i < REPEATS; i++)
    {
      gint64 committed;

      woken_at = 0;
      committed = commit_one (store);
      g_assert_true (rang_test_wait_until (was_woken, NULL, 10000));
      times[i] = MAX (woken_at - committed, 0);
    }
  tell ("from a commit to the other desk's signal", times);
}

int
main (int argc, char **argv)
{
  g_autoptr (Fixture) f = NULL;
  double bare, kept;

  g_test_init (&argc, &argv, NULL);
  f = fixture_new ();
  bare = measure_bare (f->path);
  kept = measure_store (f);
  g_print ("  %-52s %8.2f\n", "times a bare transaction", kept / bare);
  measure_move (f);
  measure_wake (f);
  return 0;
}
