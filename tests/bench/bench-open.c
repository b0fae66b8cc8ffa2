/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures opening the board of today in an office of three years, the same office in a file and on a server: with the
 * office and its connection, and in an office that is open and shows another day. */
#include <stdlib.h>

#include "office/rang-office-board.h"

#define REPEATS 15

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static RangOffice *
open_office (const char *store, RangClock *clock)
{
  g_autoptr (GError) error = NULL;
  RangOffice *office = rang_office_open (store, clock, &error);

  g_assert_no_error (error);
  return office;
}

static void
open_board (RangOffice *office, int after_today)
{
  g_autoptr (GError) error = NULL;
  RangSession session = { 1, rang_day_from_ymd (2026, 11, 24) + after_today, RANG_UNIT_DELIVERY_ID };
  g_autoptr (RangBoard) board = rang_office_load_board (office, &session, NULL, &error);

  g_assert_no_error (error);
  if (after_today == 0)
    g_assert_cmpuint (rang_board_get_n_entries (board), >, 0);
}

static gint64
measure_first (const char *store, RangClock *clock)
{
  gint64 started = g_get_monotonic_time ();
  RangOffice *office = open_office (store, clock);
  gint64 took;

  open_board (office, 0);
  took = g_get_monotonic_time () - started;
  rang_office_close (office);
  return took;
}

/* The office remembers one board: it is on another day in between, and after that comes back. */
static gint64
measure_next (RangOffice *office)
{
  gint64 started;

  open_board (office, 1);
  started = g_get_monotonic_time ();
  open_board (office, 0);
  return g_get_monotonic_time () - started;
}

static void
print (const char *what, gint64 times[2][REPEATS])
{
  for (int k = 0; k < 2; k++)
    {
      g_autofree char *row = g_strdup_printf ("%s, %s", what, k == 0 ? "in a file" : "on a server");

      qsort (times[k], REPEATS, sizeof (gint64), compare);
      g_print ("  %-60s %8.2f ms median\n", row, (double)times[k][REPEATS / 2] / 1000.0);
    }
  g_print ("  %-60s %8.2f\n", "times the file", (double)times[1][REPEATS / 2] / (double)times[0][REPEATS / 2]);
}

/* FILE SERVER, the same office in both. One after the other, so that a busy moment is both's. */
int
main (int argc, char **argv)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T05:00:00Z", NULL);
  g_autoptr (RangClock) clock = rang_clock_new_fixed (g_date_time_to_unix (now));
  RangOffice *offices[2];
  gint64 times[2][REPEATS];

  g_assert_cmpint (argc, ==, 3);
  /* The planner's answer is remembered: what it takes is no matter of the store. */
  for (int k = 0; k < 2; k++)
    measure_first (argv[1 + k], clock);
  for (int i = 0; i < REPEATS; i++)
    for (int k = 0; k < 2; k++)
      times[k][i] = measure_first (argv[1 + k], clock);
  print ("the office and today's board", times);
  for (int k = 0; k < 2; k++)
    offices[k] = open_office (argv[1 + k], clock);
  for (int i = 0; i < REPEATS; i++)
    for (int k = 0; k < 2; k++)
      times[k][i] = measure_next (offices[k]);
  print ("today's board in an open office", times);
  for (int k = 0; k < 2; k++)
    rang_office_close (offices[k]);
  return 0;
}
