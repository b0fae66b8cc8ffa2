/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many desks on one board at once, each a process with a window's two connections: moving, giving reasons, pushing and
 * noting once a second. Nothing is lost or there twice, the log verifies, and all end with the same board. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "lib/rang-test-server.h"
#include "log/rang-log-entry.h"
#include "office/rang-office-day.h"
#include "office/rang-office-push.h"
#include "rang-fixture.h"

#define ACTION_MS 1000
#define LOOK_MS 50

/* --- one desk --- */

typedef struct
{
  GMainLoop *loop;
  RangOfficeWorker *reader;
  RangOfficeWorker *writer;
  RangClock *clock;
  RangSession session;
  FILE *out;
  char *folder;
  int index;
  int n_desks;
  guint n_done;
  gint64 ends_at;
  gboolean writing;
  gboolean looking;
  gboolean look_again;
} Desk;

typedef struct
{
  Desk *desk;
  char *note;
  gint64 at;
} Action;

static gint64
pick (Desk *desk, RangBoard *board)
{
  /* The same draw for nobody else. */
  guint place = (desk->n_done * 7 + (guint)desk->index * 13) % rang_board_get_n_entries (board) + 1;

  return rang_board_get_entry (board, place)->number;
}

static gboolean
give_reason (Desk *desk, RangOffice *office, const char *note, GError **error)
{
  g_autoptr (GPtrArray) pending = rang_office_list_pending_reasons (office, &desk->session, error);

  if (pending == NULL)
    return FALSE;
  if (pending->len > 0)
    return rang_office_give_reason (office, &desk->session, ((RangPendingReason *)pending->pdata[0])->entry,
                                    RANG_REASON_ROUTE, note, error);
  g_set_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED, "no reason is owed");
  return FALSE;
}

static gboolean
act (Desk *desk, RangOffice *office, const char *note, GError **error)
{
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangMove) move = NULL;
  RangPush *push;
  gint64 order;

  if (desk->index % 4 == 1)
    return give_reason (desk, office, note, error);
  board = rang_office_load_board (office, &desk->session, NULL, error);
  if (board == NULL)
    return FALSE;
  order = pick (desk, board);
  switch (desk->index % 4)
    {
    case 0:
      move = rang_office_move (office, &desk->session, &order, 1, 1 + (int)(desk->n_done * 3) % 20,
                               rang_board_get_revision (board), -1, note, FALSE, NULL, error);
      /* The order stood there, and somebody had put it there: nothing to tell of. */
      if (move != NULL && move->entry == 0)
        g_set_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED, "nothing changes");
      return move != NULL && move->entry != 0;
    case 2:
      push = rang_office_push (office, &desk->session, order, 1, RANG_REASON_CONTRACT, note, NULL, error);
      break;
    default:
      push = rang_office_asked (office, &desk->session, order, HEAD_OF_CLIENTS, note, error);
    }
  if (push == NULL)
    return FALSE;
  rang_push_free (push);
  return TRUE;
}

static gpointer
act_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Action *action = data;
  gboolean good = act (action->desk, office, action->note, error);

  action->at = g_get_monotonic_time ();
  return GINT_TO_POINTER (good);
}

static gboolean
all_done_cb (gpointer data);

static void
finish (Desk *desk)
{
  g_autofree char *mark = g_strdup_printf ("%s/done-%d", desk->folder, desk->index);

  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  g_timeout_add (LOOK_MS, all_done_cb, desk);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Action *action = data;
  Desk *desk = action->desk;
  g_autoptr (GError) error = NULL;

  rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);
  if (error == NULL)
    fprintf (desk->out, "DID %s %" G_GINT64_FORMAT "\n", action->note, action->at);
  else
    fprintf (desk->out, "%s %s %s\n", error->domain == RANG_OFFICE_ERROR ? "REFUSED" : "FAILED", action->note,
             error->message);
  desk->writing = FALSE;
  g_free (action->note);
  g_free (action);
}

static gboolean
tick_cb (gpointer data)
{
  Desk *desk = data;
  Action *action;

  if (desk->writing)
    return G_SOURCE_CONTINUE;
  if (g_get_monotonic_time () >= desk->ends_at)
    {
      finish (desk);
      return G_SOURCE_REMOVE;
    }
  action = g_new0 (Action, 1);
  action->desk = desk;
  action->note = g_strdup_printf ("load-%d-%u", desk->index, desk->n_done++);
  desk->writing = TRUE;
  rang_office_worker_call_async (desk->writer, act_func, action, NULL, NULL, NULL, acted_cb, action);
  return G_SOURCE_CONTINUE;
}

/* --- what it sees of the others --- */

static gpointer
look_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) log = rang_office_list_log (office, 1, error);
  gint64 *seen;

  if (log == NULL)
    return NULL;
  seen = g_new (gint64, 2);
  seen[0] = log->len > 0 ? ((RangLogEntry *)log->pdata[log->len - 1])->entry : 0;
  seen[1] = g_get_monotonic_time ();
  return seen;
}

static void
look (Desk *desk);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;
  g_autofree gint64 *seen = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, NULL);

  if (seen != NULL)
    fprintf (desk->out, "SAW %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", seen[0], seen[1]);
  desk->looking = FALSE;
  if (desk->look_again)
    look (desk);
}

static void
look (Desk *desk)
{
  desk->look_again = desk->looking;
  if (desk->looking)
    return;
  desk->looking = TRUE;
  rang_office_worker_call_async (desk->reader, look_func, NULL, NULL, g_free, NULL, looked_cb, desk);
}

static gpointer
board_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Desk *desk = data;
  g_autoptr (RangBoard) board = rang_office_load_board (office, &desk->session, NULL, error);
  GString *text = g_string_new (NULL);

  if (board != NULL)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT, rang_board_get_revision (board));
  for (guint rank = 1; board != NULL && rank <= rang_board_get_n_entries (board); rank++)
    g_string_append_printf (text, ",%" G_GINT64_FORMAT ":%d", rang_board_get_entry (board, rank)->number,
                            (int)rang_board_get_entry (board, rank)->state);
  return g_string_free (text, FALSE);
}

static void
board_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;
  g_autofree char *board = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, NULL);

  fprintf (desk->out, "BOARD %s\n", board);
  g_main_loop_quit (desk->loop);
}

static gboolean
all_done_cb (gpointer data)
{
  Desk *desk = data;

  for (int i = 0; i < desk->n_desks; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%s/done-%d", desk->folder, i);

      if (!g_file_test (mark, G_FILE_TEST_EXISTS))
        return G_SOURCE_CONTINUE;
    }
  rang_office_worker_call_async (desk->reader, board_func, desk, NULL, g_free, NULL, board_cb, desk);
  return G_SOURCE_REMOVE;
}

/* STORE FOLDER INDEX DESKS SECONDS NOW */
static int
run_desk (char **argv)
{
  static const gint64 people[] = { HEAD_OF_SALES, HEAD_OF_SALES, 0, CHIEF };
  Desk desk = { 0 };
  g_autofree char *path = NULL;

  desk.folder = argv[1];
  desk.index = atoi (argv[2]);
  desk.n_desks = atoi (argv[3]);
  desk.ends_at = g_get_monotonic_time () + atoi (argv[4]) * G_USEC_PER_SEC;
  desk.clock = rang_clock_new_fixed (g_ascii_strtoll (argv[5], NULL, 10));
  desk.session = (RangSession){ people[desk.index % 4], rang_day_from_ymd (2026, 11, 24), RANG_UNIT_DELIVERY_ID };
  if (desk.session.person == 0)
    desk.session.person = desk.index % 8 < 4 ? HEAD_OF_CLIENTS : HEAD_OF_ACTIVE;
  path = g_strdup_printf ("%s/desk-%d", desk.folder, desk.index);
  desk.out = g_fopen (path, "we");
  desk.loop = g_main_loop_new (NULL, FALSE);
  desk.reader = rang_office_worker_new (argv[0], desk.clock);
  desk.writer = rang_office_worker_new (argv[0], desk.clock);
  g_signal_connect_swapped (desk.reader, "changed", G_CALLBACK (look), &desk);
  rang_office_worker_watch (desk.reader);
  look (&desk);
  /* Not all in the same instant. */
  g_usleep ((gulong)(desk.index * ACTION_MS / MAX (desk.n_desks, 1)) * 1000);
  g_timeout_add (ACTION_MS, tick_cb, &desk);
  g_main_loop_run (desk.loop);
  fclose (desk.out);
  g_clear_object (&desk.reader);
  g_clear_object (&desk.writer);
  g_main_loop_unref (desk.loop);
  return 0;
}

/* --- all of them --- */

typedef struct
{
  GHashTable *did;    /* note → when it was committed */
  GArray **seen;      /* for each desk: entry, when */
  GHashTable *boards; /* as the desks ended */
  guint n_refused;
  guint n_failed;
} Load;

static int
setting (const char *name, int usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? atoi (text) : usual;
}

static void
read_line (Load *load, int desk, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);

  if (words[0] == NULL || words[1] == NULL)
    return;
  if (g_str_equal (words[0], "DID"))
    {
      gint64 at = g_ascii_strtoll (words[2], NULL, 10);

      g_assert_true (g_hash_table_insert (load->did, g_strdup (words[1]), g_memdup2 (&at, sizeof at)));
    }
  else if (g_str_equal (words[0], "SAW"))
    {
      gint64 pair[] = { g_ascii_strtoll (words[1], NULL, 10), g_ascii_strtoll (words[2], NULL, 10) };

      g_array_append_vals (load->seen[desk], pair, 2);
    }
  else if (g_str_equal (words[0], "BOARD"))
    g_hash_table_add (load->boards, g_strdup (words[1]));
  else if (g_str_equal (words[0], "REFUSED"))
    load->n_refused++;
  else
    {
      load->n_failed++;
      g_test_message ("desk %d: %s", desk, line);
    }
}

static void
read_desk (Load *load, Fixture *f, int desk)
{
  g_autofree char *path = g_strdup_printf ("%s/desk-%d", f->folder, desk);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    read_line (load, desk, lines[i]);
}

static GPid
start_desk (Fixture *f, const char *program, int desk, int n_desks, int seconds)
{
  g_autofree char *index = g_strdup_printf ("%d", desk), *all = g_strdup_printf ("%d", n_desks);
  g_autofree char *time = g_strdup_printf ("%d", seconds);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, rang_clock_now (f->clock));
  char *argv[] = { (char *)program, (char *)"--desk", f->path, f->folder, index, all, time, now, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/* From the commit of @entry to when each desk had seen it. */
static void
add_delays (Load *load, int n_desks, gint64 entry, gint64 at, GArray *delays)
{
  for (int desk = 0; desk < n_desks; desk++)
    for (guint i = 0; i + 1 < load->seen[desk]->len; i += 2)
      if (g_array_index (load->seen[desk], gint64, i) >= entry)
        {
          gint64 delay = MAX (g_array_index (load->seen[desk], gint64, i + 1) - at, 0);

          g_array_append_val (delays, delay);
          break;
        }
}

static void
judge_log (Load *load, Fixture *f, int n_desks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = rang_office_list_log (f->office, 0, &error);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) delays = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 p99;

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      const RangLogEntry *entry = log->pdata[i];
      const gint64 *at = entry->note != NULL ? g_hash_table_lookup (load->did, entry->note) : NULL;

      if (entry->note == NULL || !g_str_has_prefix (entry->note, "load-"))
        continue;
      g_assert_true (g_hash_table_add (found, entry->note)); /* none twice */
      g_assert_nonnull (at);                                 /* none that its desk was not told of */
      add_delays (load, n_desks, entry->entry, *at, delays);
    }
  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (load->did)); /* none lost */
  g_assert_cmpuint (delays->len, >, 0);
  qsort (delays->data, delays->len, sizeof (gint64), compare);
  p99 = g_array_index (delays, gint64, delays->len * 99 / 100);
  g_test_message ("%d desks: %u changes, %u refused by a rule, %u failed; commit to another desk: median %.1f ms, p99 "
                  "%.1f ms",
                  n_desks, g_hash_table_size (load->did), load->n_refused, load->n_failed,
                  (double)g_array_index (delays, gint64, delays->len / 2) / 1000.0, (double)p99 / 1000.0);
  if (g_getenv ("RANG_TEST_LOAD_P99") != NULL)
    g_assert_cmpint (p99, <=, setting ("RANG_TEST_LOAD_P99", 0) * 1000);
}

static char *own_name;

static void
test_many_desks_lose_nothing_and_end_with_the_same_board (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  int n_desks = setting ("RANG_TEST_LOAD_DESKS", rang_test_server_is_wanted () ? 20 : 4);
  int seconds = setting ("RANG_TEST_LOAD_SECONDS", 6);
  g_autofree GPid *pids = g_new (GPid, (gsize)n_desks);
  Load load = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), g_new (GArray *, (gsize)n_desks),
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0, 0 };
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_true (rang_office_set_most_pushes (f->office, &sales, 0, NULL));
  for (int i = 0; i < n_desks; i++)
    {
      load.seen[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      pids[i] = start_desk (f, own_name, i, n_desks, seconds);
    }
  for (int i = 0; i < n_desks; i++)
    {
      int status;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_cmpint (status, ==, 0);
      read_desk (&load, f, i);
    }
  judge_log (&load, f, n_desks);
  g_assert_cmpuint (g_hash_table_size (load.boards), ==, 1);
  faults = rang_office_check (f->office, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  for (int i = 0; i < n_desks; i++)
    g_array_unref (load.seen[i]);
  g_free (load.seen);
  g_hash_table_unref (load.did);
  g_hash_table_unref (load.boards);
}

int
main (int argc, char **argv)
{
  if (argc == 8 && g_str_equal (argv[1], "--desk"))
    return run_desk (argv + 2);
  own_name = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/many desks lose nothing and end with the same board",
                   test_many_desks_lose_nothing_and_end_with_the_same_board);
  return g_test_run ();
}
