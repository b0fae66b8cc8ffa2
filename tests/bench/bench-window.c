/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the window on an office with three years of history: from start to a drawn board and its memory, against a
 * program that shows an empty libadwaita window; a drop to its redraw; a list of 2,000 orders that scrolls.
 *
 *   bench-window STORE        under a display; a row a measure; ends with 1 if one misses what it must reach */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-rows.h"
#include "board/rang-order-list.h"
#include "ui/rang-test-board.h"
#include "window/rang-application.h"

#define STARTS 7
#define LIST 2000
#define FRAMES 400
#define DROPS 20
#define TAKEN_MS 400
/* The memory is looked at so long after the first frame. */
#define SETTLED_MS 2000

/* --- inside the program that is measured --- */

typedef struct
{
  GtkApplication *application;
  RangOrderList *list;
  gint64 frame_began;
  GArray *frames; /* microseconds of each */
  gint64 in_drop; /* microseconds that the drop itself took */
  guint drops;
  gboolean told;
} Inside;

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

/* Microseconds that the main thread has worked: what others on the machine do, and waiting for the display, is not in
 * it. */
static gint64
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Kilobytes that are this process's own share. */
static gint64
own_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoll (line + 5, NULL, 10) : 0;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (RANG_IS_ORDER_LIST (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
began_cb (GdkFrameClock *clock, Inside *inside)
{
  inside->frame_began = worked ();
}

static void
tell (const char *what, gint64 figure)
{
  g_print ("%s %" G_GINT64_FORMAT "\n", what, figure);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

static gint64
worst_of (GArray *figures)
{
  g_array_sort (figures, compare);
  return figures->len > 0 ? g_array_index (figures, gint64, figures->len - 1) : 0;
}

static gint64
middle_of (GArray *figures)
{
  g_array_sort (figures, compare);
  return figures->len > 0 ? g_array_index (figures, gint64, figures->len / 2) : 0;
}

/* What follows in the next frame is its redraw. */
static gboolean
drop_cb (gpointer data)
{
  Inside *inside = data;
  gint64 from = worked ();

  rang_order_list_ask_move (inside->list, 20);
  inside->in_drop = MAX (1, worked () - from);
  return G_SOURCE_REMOVE;
}

/* An order is chosen when it is taken up, some time before it is dropped. */
static gboolean
take_up_cb (gpointer data)
{
  Inside *inside = data;
  g_autoptr (RangBoardItem) item
      = g_list_model_get_item (rang_order_list_get_model (inside->list), 4 + inside->drops % 3);

  rang_order_list_select (inside->list, item->number, FALSE);
  g_timeout_add (TAKEN_MS, drop_cb, inside);
  return G_SOURCE_REMOVE;
}

/* The planner has searched by now: what it needs for that counts. */
static gboolean
settled_cb (gpointer data)
{
  Inside *inside = data;

  tell ("memory", own_memory ());
  g_application_quit (G_APPLICATION (inside->application));
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, Inside *inside)
{
  GtkWindow *window = gtk_application_get_active_window (inside->application);

  if (inside->in_drop > 0)
    {
      gint64 took = inside->in_drop + worked () - inside->frame_began;

      g_array_append_val (inside->frames, took);
      inside->in_drop = 0;
      if (++inside->drops < DROPS)
        g_timeout_add (TAKEN_MS, take_up_cb, inside);
      else
        {
          tell ("drop", middle_of (inside->frames));
          tell ("drop-worst", worst_of (inside->frames));
          g_application_quit (G_APPLICATION (inside->application));
        }
      return;
    }
  if (inside->told || window == NULL)
    return;
  if (g_strcmp0 (g_getenv ("BENCH_WHAT"), "empty") != 0)
    {
      inside->list = (RangOrderList *)find_list (GTK_WIDGET (window));
      if (inside->list == NULL || rang_order_list_get_length (inside->list) == 0)
        return;
    }
  inside->told = TRUE;
  tell ("drawn", now ());
  tell ("worked", worked ());
  if (g_strcmp0 (g_getenv ("BENCH_WHAT"), "drop") == 0)
    g_timeout_add (5 * TAKEN_MS, take_up_cb, inside);
  else
    g_timeout_add (SETTLED_MS, settled_cb, inside);
}

static void
shown_cb (GtkWidget *widget, Inside *inside)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (began_cb), inside);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), inside);
}

static void
activate_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_present (GTK_WINDOW (window));
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Inside *inside)
{
  g_signal_connect (window, "realize", G_CALLBACK (shown_cb), inside);
}

static int
run_inside (const char *what, const char *store)
{
  Inside inside = { .frames = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  char *words[] = { (char *)"rang", (char *)"--store", (char *)store, NULL };
  gboolean empty = g_str_equal (what, "empty");

  if (empty)
    {
      inside.application = GTK_APPLICATION (adw_application_new ("ro.rang.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (inside.application, "activate", G_CALLBACK (activate_empty_cb), NULL);
    }
  else
    {
      rang_ui_init ();
      inside.application = GTK_APPLICATION (rang_application_new ());
    }
  g_signal_connect (inside.application, "window-added", G_CALLBACK (window_added_cb), &inside);
  return g_application_run (G_APPLICATION (inside.application), empty ? 1 : 3, words);
}

/* --- a long list that scrolls --- */

typedef struct
{
  RangOrderList *list;
  GMainLoop *loop;
  gint64 began;
  GArray *frames;
  guint n;
} Scroll;

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  GtkAdjustment *adjustment = rang_order_list_get_adjustment (scroll->list);
  double span = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double at = (double)scroll->n / FRAMES;

  /* Down fast, up slowly. */
  gtk_adjustment_set_value (adjustment, span * (at < 0.5 ? 2 * at : 1 - (at - 0.5)));
  return G_SOURCE_CONTINUE;
}

static void
scroll_began_cb (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->began = worked ();
}

static void
scroll_painted_cb (GdkFrameClock *clock, Scroll *scroll)
{
  gint64 took = worked () - scroll->began;

  /* The first frames draw a window that was never drawn before. */
  if (scroll->n > 10)
    g_array_append_val (scroll->frames, took);
  if (++scroll->n >= FRAMES)
    g_main_loop_quit (scroll->loop);
}

static int
run_scroll (void)
{
  RangBoard *board;
  Scroll scroll = { .frames = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *window;
  GdkFrameClock *clock;

  rang_ui_init ();
  adw_init ();
  board = rang_test_board_new (rang_day_from_ymd (2026, 11, 24));
  scroll.list = RANG_ORDER_LIST (rang_order_list_new (RANG_COLUMNS_BOARD));
  for (guint i = 0; i < LIST; i++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, i % rang_board_get_n_entries (board) + 1);
      RangBoardItem *item = rang_board_item_new (10000 + i);
      g_autofree char *client = NULL;

      rang_board_item_take_entry (item, entry, NULL);
      rang_board_item_set_rank (item, i + 1);
      /* Each has a client of its own: what was drawn for one order is not ready for the next. */
      client = item->client;
      item->client = g_strdup_printf ("%s %u", client, i);
      g_ptr_array_add (items, item);
    }
  rang_order_list_show_items (scroll.list, items);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (scroll.list));
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (scroll_began_cb), &scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (scroll_painted_cb), &scroll);
  gtk_widget_add_tick_callback (window, scroll_cb, &scroll, NULL);
  scroll.loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (scroll.loop);
  tell ("frame", middle_of (scroll.frames));
  tell ("frame-worst", worst_of (scroll.frames));
  return 0;
}

/* --- outside --- */

static gint64
read_figure (const char *text, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ' ')
      return g_ascii_strtoll (lines[i] + strlen (name), NULL, 10);
  g_error ("no figure %s in: %s", name, text);
}

static char *
run_self (const char *self, const char *what, const char *store)
{
  const char *const argv[] = { self, what, store, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  char *text = NULL;

  g_subprocess_launcher_setenv (launcher, "BENCH_WHAT", what, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  g_assert_nonnull (process);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
  return text;
}

typedef struct
{
  GArray *times;
  GArray *works; /* of the main thread: what others on the machine do is not in it */
  GArray *memories;
} Starts;

static void
starts_init (Starts *starts)
{
  starts->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  starts->works = g_array_new (FALSE, FALSE, sizeof (gint64));
  starts->memories = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
measure_start (const char *self, const char *what, const char *store, Starts *starts)
{
  gint64 began = now (), time, work, memory;
  g_autofree char *text = run_self (self, what, store);

  time = read_figure (text, "drawn") - began;
  work = read_figure (text, "worked");
  memory = read_figure (text, "memory");
  g_array_append_val (starts->times, time);
  g_array_append_val (starts->works, work);
  g_array_append_val (starts->memories, memory);
}

static double
against (GArray *figures, GArray *empty)
{
  return (double)middle_of (figures) / (double)MAX (1, middle_of (empty));
}

static void
measure_starts (const char *self, const char *store)
{
  Starts empty, board;
  double time, memory;

  starts_init (&empty);
  starts_init (&board);
  for (int i = 0; i < STARTS; i++)
    {
      measure_start (self, "empty", store, &empty);
      measure_start (self, "start", store, &board);
    }
  time = against (board.times, empty.times);
  memory = against (board.memories, empty.memories);
  bench_row (time <= 1.5, "start to a drawn board of 120 orders, three years behind it",
             g_strdup_printf ("%.0f ms, %.2f of an empty window's %.0f ms; work of the main thread %.2f",
                              (double)middle_of (board.times) / 1000, time, (double)middle_of (empty.times) / 1000,
                              against (board.works, empty.works)),
             "1.50", "");
  bench_row (memory <= 2, "memory with that board",
             g_strdup_printf ("%.1f MB, %.2f of an empty window's %.1f MB", (double)middle_of (board.memories) / 1024,
                              memory, (double)middle_of (empty.memories) / 1024),
             "2.00", "");
}

int
main (int argc, char **argv)
{
  g_autofree char *dropped = NULL, *scrolled = NULL;

  if (argc == 3)
    return g_str_equal (argv[1], "scroll") ? run_scroll () : run_inside (argv[1], argv[2]);
  if (argc != 2)
    {
      g_printerr ("bench-window STORE\n");
      return 2;
    }
  measure_starts (argv[0], argv[1]);
  scrolled = run_self (argv[0], "scroll", argv[1]);
  bench_row (read_figure (scrolled, "frame-worst") <= 16700, "a frame while 2,000 orders scroll, the worst of 390",
             g_strdup_printf ("%.1f ms, in the middle %.1f ms", (double)read_figure (scrolled, "frame-worst") / 1000,
                              (double)read_figure (scrolled, "frame") / 1000),
             "16.7 ms", "");
  dropped = run_self (argv[0], "drop", argv[1]);
  bench_row (read_figure (dropped, "drop") <= 16000, "a drop to its redraw, in the middle of 20",
             g_strdup_printf ("%.1f ms, the worst %.1f ms", (double)read_figure (dropped, "drop") / 1000,
                              (double)read_figure (dropped, "drop-worst") / 1000),
             "16.0 ms", "");
  return bench_rows_print () > 0 ? 1 : 0;
}
