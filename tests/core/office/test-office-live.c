/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one desk does shows on the others: waking, a server that is gone and comes back, a slow line. */
#include "lib/rang-test-proxy.h"
#include "lib/rang-test-server.h"
#include "lib/rang-test-wait.h"
#include "rang-fixture.h"

#define PATIENCE_MS 15000

typedef struct
{
  RangOfficeWorker *worker;
  guint n_changed;
  guint n_gone;
  guint n_back;
  gboolean answered;
  char *failed;
} Desk;

static void
changed_cb (Desk *desk)
{
  desk->n_changed++;
}

static void
connection_cb (Desk *desk, const char *problem)
{
  *(problem != NULL ? &desk->n_gone : &desk->n_back) += 1;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;
  g_autoptr (GError) error = NULL;

  rang_office_worker_call_finish (desk->worker, result, &error);
  g_free (desk->failed);
  desk->failed = error != NULL ? g_strdup (error->message) : NULL;
  desk->answered = TRUE;
}

static gboolean
has_answered (gpointer data)
{
  return ((Desk *)data)->answered;
}

static gboolean
was_woken (gpointer data)
{
  return ((Desk *)data)->n_changed > 0;
}

static gboolean
is_gone (gpointer data)
{
  return ((Desk *)data)->n_gone > 0;
}

static gboolean
is_back (gpointer data)
{
  return ((Desk *)data)->n_back > 0 && ((Desk *)data)->n_changed > 0;
}

static gpointer
read_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) people = rang_office_list_people (office, error);

  return GINT_TO_POINTER (people != NULL);
}

/* Changes the office on another connection in the middle of a call, and reads on. */
static gpointer
change_beside_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *f = data;

  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 5), 3, RANG_REASON_ROUTE);
  return read_func (office, NULL, cancellable, error);
}

static void
ask (Desk *desk, RangOfficeFunc func, gpointer data)
{
  desk->answered = FALSE;
  rang_office_worker_call_async (desk->worker, func, data, NULL, NULL, NULL, answered_cb, desk);
  g_assert_true (rang_test_wait_until (has_answered, desk, PATIENCE_MS));
}

/* A desk that has read the office once and watches. */
static void
desk_open (Desk *desk, const char *path, RangClock *clock)
{
  *desk = (Desk){ rang_office_worker_new (path, clock), 0, 0, 0, FALSE, NULL };
  g_signal_connect_swapped (desk->worker, "changed", G_CALLBACK (changed_cb), desk);
  g_signal_connect_swapped (desk->worker, "connection", G_CALLBACK (connection_cb), desk);
  ask (desk, read_func, NULL);
  g_assert_null (desk->failed);
  rang_office_worker_watch (desk->worker);
  ask (desk, read_func, NULL);
}

static void
desk_close (Desk *desk)
{
  g_signal_handlers_disconnect_by_data (desk->worker, desk);
  g_clear_object (&desk->worker);
  g_clear_pointer (&desk->failed, g_free);
}

static void
test_a_change_elsewhere_wakes_who_watches (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  Desk desk;

  desk_open (&desk, f->path, f->clock);
  g_assert_cmpuint (desk.n_changed, ==, 0);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 5), 3, RANG_REASON_ROUTE);
  g_assert_true (rang_test_wait_until (was_woken, &desk, PATIENCE_MS));
  desk_close (&desk);
}

static void
test_a_change_that_is_heard_beside_an_answer_wakes_as_well (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  Desk desk;

  desk_open (&desk, f->path, f->clock);
  ask (&desk, change_beside_func, f);
  g_assert_null (desk.failed);
  g_assert_true (rang_test_wait_until (was_woken, &desk, PATIENCE_MS));
  desk_close (&desk);
}

static void
test_a_server_that_is_gone_is_told_and_so_is_its_return (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangTestProxy) line = NULL;
  Desk desk;

  line = rang_test_proxy_new (f->path);
  desk_open (&desk, rang_test_proxy_get_location (line), f->clock);
  rang_test_proxy_set_open (line, FALSE);
  g_assert_true (rang_test_wait_until (is_gone, &desk, PATIENCE_MS));
  ask (&desk, read_func, NULL);
  g_assert_nonnull (desk.failed);
  g_assert_cmpuint (desk.n_gone, ==, 1);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 5), 3, RANG_REASON_ROUTE);
  rang_test_proxy_set_open (line, TRUE);
  g_assert_true (rang_test_wait_until (is_back, &desk, PATIENCE_MS));
  ask (&desk, read_func, NULL);
  g_assert_null (desk.failed);
  desk_close (&desk);
}

static void
test_an_office_whose_server_starts_later_opens_by_itself (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangTestProxy) line = NULL;
  Desk desk = { 0 };

  line = rang_test_proxy_new (f->path);
  rang_test_proxy_set_open (line, FALSE);
  desk.worker = rang_office_worker_new (rang_test_proxy_get_location (line), f->clock);
  g_signal_connect_swapped (desk.worker, "changed", G_CALLBACK (changed_cb), &desk);
  rang_office_worker_watch (desk.worker);
  ask (&desk, read_func, NULL);
  g_assert_nonnull (desk.failed);
  rang_test_proxy_set_open (line, TRUE);
  g_assert_true (rang_test_wait_until (was_woken, &desk, PATIENCE_MS));
  ask (&desk, read_func, NULL);
  g_assert_null (desk.failed);
  desk_close (&desk);
}

static gpointer
move_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *f = data;
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 4);
  g_autoptr (RangMove) move
      = rang_office_move (office, &session, &order, 1, 2, 0, RANG_REASON_ROUTE, NULL, FALSE, cancellable, error);

  return GINT_TO_POINTER (move != NULL);
}

static void
test_a_slow_line_changes_nothing_but_the_time (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangTestProxy) line = NULL;
  gint64 order = fixture_order_at (f, 4);
  Desk desk;

  line = rang_test_proxy_new (f->path);
  desk_open (&desk, rang_test_proxy_get_location (line), f->clock);
  rang_test_proxy_set_delay (line, 100);
  ask (&desk, move_func, f);
  g_assert_null (desk.failed);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 2);
  g_assert_cmpuint (desk.n_gone, ==, 0);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live/a change elsewhere wakes who watches", test_a_change_elsewhere_wakes_who_watches);
  g_test_add_func ("/live/a change that is heard beside an answer wakes as well",
                   test_a_change_that_is_heard_beside_an_answer_wakes_as_well);
  if (rang_test_server_is_wanted ())
    {
      g_test_add_func ("/live/a server that is gone is told, and so is its return",
                       test_a_server_that_is_gone_is_told_and_so_is_its_return);
      g_test_add_func ("/live/an office whose server starts later opens by itself",
                       test_an_office_whose_server_starts_later_opens_by_itself);
      g_test_add_func ("/live/a slow line changes nothing but the time", test_a_slow_line_changes_nothing_but_the_time);
    }
  return g_test_run ();
}
