/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the search for a suggestion at a terminal: how far it is, and stopping it. */
#include "rang-cli-search.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* Clears the line that the cursor is on. */
#define CLEAR_LINE "\r\033[K"

typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  GSource *interrupt;
  GThread *thread;
  GCancellable *stop;
  gboolean told;
} Search;

static gboolean
interrupted_cb (gpointer data)
{
  Search *search = data;

  g_cancellable_cancel (search->stop);
  return G_SOURCE_CONTINUE;
}

static gpointer
wait_thread (gpointer data)
{
  Search *search = data;

  g_main_loop_run (search->loop);
  return NULL;
}

static void
begin (Search *search)
{
  search->context = g_main_context_new ();
  search->loop = g_main_loop_new (search->context, FALSE);
  search->stop = g_cancellable_new ();
  search->interrupt = g_unix_signal_source_new (SIGINT);
  g_source_set_callback (search->interrupt, interrupted_cb, search, NULL);
  g_source_attach (search->interrupt, search->context);
  search->thread = g_thread_new ("interrupt", wait_thread, search);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* Afterwards an interrupt ends the command, as everywhere. */
static void
end (Search *search)
{
  g_autoptr (GSource) quit = g_idle_source_new ();

  g_source_set_callback (quit, quit_cb, search->loop, NULL);
  g_source_attach (quit, search->context);
  g_thread_join (search->thread);
  g_source_destroy (search->interrupt);
  g_source_unref (search->interrupt);
  g_main_loop_unref (search->loop);
  g_main_context_unref (search->context);
  g_object_unref (search->stop);
  if (search->told)
    g_printerr (CLEAR_LINE);
}

static void
watch_cb (const RangBoardSearch *state, gpointer data)
{
  Search *search = data;
  const RangPlannerProgress *progress = &state->progress;
  g_autofree char *points = NULL;

  if (!isatty (STDERR_FILENO))
    return;
  search->told = TRUE;
  points = g_strdup_printf ("%" G_GINT64_FORMAT, progress->points);
  g_printerr (CLEAR_LINE);
  /* Translators: how much of the search is over, in per cent; orders on time, orders late today, points of those on
   * time.
   */
  g_printerr (_ ("%3u %%: %u on time, %u late today, %s points (Ctrl+C stops with the best so far)"),
              progress->permille / 10, progress->on_time, progress->late, points);
}

RangBoard *
rang_cli_load_board (RangCli *cli, GError **error)
{
  Search search = { 0 };
  RangBoardWatch watch = { watch_cb, &search, NULL };
  RangBoard *board;

  begin (&search);
  watch.stop = search.stop;
  board = rang_office_load_watched_board (cli->office, &cli->session, &watch, NULL, error);
  end (&search);
  return board;
}
