/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures opening the board of today in an office of three years, the same office in a file and on a server. */
#include <stdlib.h>

#include "office/rang-office-board.h"

#define REPEATS 15

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static gint64
open_once (const char *store, RangClock *clock)
{
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  RangOffice *office = rang_office_open (store, clock, &error);
  RangSession session = { 1, rang_day_from_ymd (2026, 11, 24), RANG_UNIT_DELIVERY_ID };
  g_autoptr (RangBoard) board = office != NULL ? rang_office_load_board (office, &session, NULL, &error) : NULL;
  gint64 took = g_get_monotonic_time () - started;

  g_assert_no_error (error);
  g_assert_cmpuint (rang_board_get_n_entries (board), >, 0);
  rang_office_close (office);
  return took;
}

/* FILE SERVER, the same office in both. One after the other, so that a busy moment is both's. */
int
main (int argc, char **argv)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T05:00:00Z", NULL);
  g_autoptr (RangClock) clock = rang_clock_new_fixed (g_date_time_to_unix (now));
  static const char *const names[] = { "opening today's board, in a file", "opening today's board, on a server" };
  gint64 times[2][REPEATS];

  g_assert_cmpint (argc, ==, 3);
  /* The planner's answer is remembered: what it takes is no matter of the store. */
  open_once (argv[1], clock);
  open_once (argv[2], clock);
  for (int i = 0; i < REPEATS; i++)
    for (int k = 0; k < 2; k++)
      times[k][i] = open_once (argv[1 + k], clock);
  for (int k = 0; k < 2; k++)
    {
      qsort (times[k], REPEATS, sizeof (gint64), compare);
      g_print ("  %-50s %8.2f ms median\n", names[k], (double)times[k][REPEATS / 2] / 1000.0);
    }
  g_print ("  %-50s %8.2f\n", "times the file", (double)times[1][REPEATS / 2] / (double)times[0][REPEATS / 2]);
  return 0;
}
