/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The effect study: what it counts, and that its chances are fair. */
#include <string.h>

#include "insight/rang-simulation.h"

/* @n orders in a row, ten minutes from each other, all due within the day; one van that has the time for all. */
static RangSimulationDay *
new_day (guint n, RangTime shift_to, gboolean planned)
{
  RangTravel *travel = rang_travel_new (n + 1);
  RangSimulationDay *day = rang_simulation_day_new (20773, travel);
  RangSimulationVan van = { G_MAXINT64, G_MAXINT64, { 8 * 3600, shift_to } };

  g_array_append_val (day->vans, van);
  for (guint from = 0; from <= n; from++)
    for (guint to = 0; to <= n; to++)
      rang_travel_set (travel, from, to, 600 * (gint32)(from > to ? from - to : to - from), 0);
  for (guint i = 1; i <= n; i++)
    {
      RangSimulationOrder order = { .number = i,
                                    .client = i,
                                    .location = i,
                                    .promised = { 8 * 3600, 18 * 3600 },
                                    .service = 300,
                                    .parcels = i,
                                    .annual_value = i * 100,
                                    .importance = i % 2 == 0 ? RANG_IMPORTANCE_HIGH : RANG_IMPORTANCE_NORMAL,
                                    .resource = planned ? 0 : -1,
                                    .place = (int)i };

      g_array_append_val (day->orders, order);
    }
  return day;
}

static RangSimulation *
simulate (RangSimulationDay *day, const RangSimulationParameters *parameters)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new ();

  g_ptr_array_add (days, day);
  return rang_simulation_new (days, parameters);
}

static void
test_with_time_for_all_both_ways_keep_all (void)
{
  RangSimulationParameters parameters = RANG_SIMULATION_PARAMETERS;
  g_autoptr (RangSimulationDay) day = new_day (12, 18 * 3600, TRUE);
  g_autoptr (RangSimulation) simulation = simulate (day, &parameters);

  g_assert_cmpuint (simulation->orders, ==, 12);
  g_assert_cmpuint (simulation->old.promises, ==, 12 * 20);
  g_assert_cmpuint (simulation->old.kept, ==, 12 * 20);
  g_assert_cmpuint (simulation->ranked.kept, ==, 12 * 20);
  g_assert_cmpint (simulation->ranked.broken_value, ==, 0);
}

static void
test_what_is_on_no_route_is_left_out (void)
{
  RangSimulationParameters parameters = RANG_SIMULATION_PARAMETERS;
  g_autoptr (RangSimulationDay) day = new_day (12, 18 * 3600, FALSE);
  g_autoptr (RangSimulation) simulation = simulate (day, &parameters);

  g_assert_cmpuint (simulation->ranked.left_out, ==, 12 * 20);
  g_assert_cmpuint (simulation->ranked.kept, ==, 0);
  g_assert_cmpint (simulation->ranked.broken_value, ==, 100 * 12 * 13 / 2);
  g_assert_cmpuint (simulation->ranked.importance[RANG_IMPORTANCE_HIGH].judged, ==, 6 * 20);
}

/* Each order counts once in a way; parts add up to the whole. */
static void
test_the_parts_add_up (void)
{
  RangSimulationParameters parameters = RANG_SIMULATION_PARAMETERS;
  g_autoptr (RangSimulationDay) day = new_day (40, 12 * 3600, TRUE);
  g_autoptr (RangSimulation) simulation = simulate (day, &parameters);
  const RangSimulationWay *ways[] = { &simulation->old, &simulation->ranked };

  for (gsize w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      guint judged = 0, kept = 0;

      g_assert_cmpuint (ways[w]->kept + ways[w]->late + ways[w]->left_out, ==, ways[w]->promises);
      for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
        {
          judged += ways[w]->fifths[i].judged;
          kept += ways[w]->fifths[i].kept;
        }
      g_assert_cmpuint (judged, ==, ways[w]->promises);
      g_assert_cmpuint (kept, ==, ways[w]->kept);
      g_assert_cmpint (ways[w]->least, <=, ways[w]->most);
    }
}

static void
test_the_same_seed_gives_the_same_answer (void)
{
  RangSimulationParameters parameters = RANG_SIMULATION_PARAMETERS;
  g_autoptr (RangSimulationDay) day = new_day (40, 12 * 3600, TRUE);
  g_autoptr (RangSimulation) one = simulate (day, &parameters), again = simulate (day, &parameters), other = NULL;

  parameters.seed = 2;
  other = simulate (day, &parameters);
  g_assert_cmpmem (one, sizeof *one, again, sizeof *again);
  g_assert_cmpint (memcmp (&one->old, &other->old, sizeof one->old), !=, 0);
}

/* Without chance and pushes the old way's van takes the smallest orders first and gets as far as the ranked one. */
static void
test_without_chance_a_run_is_exact (void)
{
  RangSimulationParameters parameters = { .days = 1, .runs = 1, .pushes = 0, .spread = 0, .seed = 1 };
  g_autoptr (RangSimulationDay) day = new_day (40, 12 * 3600, TRUE);
  g_autoptr (RangSimulation) simulation = simulate (day, &parameters);

  /* 600 s to the next and 300 s there: service starts at 8:10, 8:25 … 11:55. */
  g_assert_cmpuint (simulation->ranked.kept, ==, 16);
  g_assert_cmpuint (simulation->ranked.left_out, ==, 24);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/simulation/with_time_for_all_both_ways_keep_all",
                   test_with_time_for_all_both_ways_keep_all);
  g_test_add_func ("/insight/simulation/what_is_on_no_route_is_left_out", test_what_is_on_no_route_is_left_out);
  g_test_add_func ("/insight/simulation/the_parts_add_up", test_the_parts_add_up);
  g_test_add_func ("/insight/simulation/the_same_seed_gives_the_same_answer", test_the_same_seed_gives_the_same_answer);
  g_test_add_func ("/insight/simulation/without_chance_a_run_is_exact", test_without_chance_a_run_is_exact);
  return g_test_run ();
}
