/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how long a board takes to make, and how long the cost of a move takes while somebody drags. */
#include <stdlib.h>

#include "demo-day.h"
#include "hand-made-office.h"
#include "office/rang-demo.h"
#include "rules/rang-rules.h"

#define MOVES 1000

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *)a, q = *(const gint64 *)b;

  return (p > q) - (p < q);
}

/* Milliseconds at that share of the sorted times. */
static double
at_share (const gint64 *times, guint n, double share)
{
  return (double)times[MIN ((guint)(share * n), n - 1)] / 1000.0;
}

/* Random orders to random places; or one order carried over every place, as a pointer does. */
static void
measure_costs (RangBoard *board, GRand *rand, gboolean carried, const char *name)
{
  g_autofree gint64 *times = g_new (gint64, MOVES);
  gint n = (gint)rang_board_get_n_entries (board);
  gint64 order = 0;

  for (guint i = 0; i < MOVES; i++)
    {
      g_autoptr (RangMoveCost) cost = NULL;
      gint place = carried ? (gint)i % n + 1 : g_rand_int_range (rand, 1, n + 1);
      gint64 start;

      if (!carried || place == 1)
        order = rang_board_get_entry (board, (guint)g_rand_int_range (rand, 1, n + 1))->number;
      start = g_get_monotonic_time ();
      cost = rang_board_cost (board, &order, 1, place, NULL, NULL);
      times[i] = g_get_monotonic_time () - start;
      g_assert_nonnull (cost);
    }
  qsort (times, MOVES, sizeof *times, compare_times);
  g_print ("  cost of a move, %-22s median %7.2f ms, 99th percentile %7.2f ms, worst %7.2f ms\n", name,
           at_share (times, MOVES, 0.5), at_share (times, MOVES, 0.99), at_share (times, MOVES, 1.0));
}

/* How many promises it breaks to bring one order that is left out to the top. */
static void
measure_victims (RangBoard *board)
{
  guint n = 0, promises = 0, most = 0;

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      g_autoptr (RangMoveCost) cost = NULL;

      if (entry->state != RANG_PLAN_NOT_TODAY || entry->impossible)
        continue;
      cost = rang_board_cost (board, &entry->number, 1, 1, NULL, NULL);
      n++;
      promises += rang_move_cost_n_promises (cost);
      most = MAX (most, rang_move_cost_n_promises (cost));
    }
  if (n > 0)
    g_print ("  promises broken by bringing one order of %u left out to the top: mean %.1f, most %u\n", n,
             (double)promises / n, most);
}

static void
measure (RangBoardInput *input, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (RangBoard) board = NULL;
  gint64 start = g_get_monotonic_time ();
  const RangBoardLines *lines;

  board = office_board (input);
  lines = rang_board_get_lines (board);
  g_print ("%u orders, %u vans, seed %u: %u %% full, %u kept, %u late, %u not today; board made in %.0f ms\n",
           rang_board_get_n_entries (board), rang_board_get_routes (board)->len, seed, lines->fullness, lines->kept,
           lines->late, lines->not_today, (double)(g_get_monotonic_time () - start) / 1000.0);
  measure_victims (board);
  measure_costs (board, rand, FALSE, "random places:");
  measure_costs (board, rand, TRUE, "carried over places:");
}

/* A random day about 130 % full. */
static void
measure_random (guint n_orders, guint n_vans, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (RangBoardInput) input = office_new (n_vans);

  office_add_random_orders (input, n_orders, rand);
  for (guint i = 0; i < input->orders->len; i++)
    ((RangBoardOrder *)input->orders->pdata[i])->order->service += 7 * MINUTE;
  measure (input, seed);
}

/* The demo office's day, scored by the rules that ship. */
static void
measure_demo (void)
{
  g_autofree char *path = g_build_filename (BENCH_SOURCE_ROOT, "data", "rules", "default.dmn", NULL);
  g_autoptr (RangRules) rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, NULL);
  g_autoptr (RangBoardInput) input = demo_day_new (HANDMADE_DAY);

  rang_board_input_set_rules (input, rules);
  measure (input, RANG_DEMO_SEED);
}

int
main (void)
{
  g_print (
      "Must reach: the cost of a move within 200 ms for 120 orders (16 ms for 300 at the 99th percentile later)\n");
  measure_demo ();
  measure_random (120, 5, 1);
  measure_random (300, 12, 2);
  return 0;
}
