/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why orders were late: one cause each, and shares that add up to a hundred. */
#include "insight/rang-late-cause.h"

static void
test_one_cause_each_in_a_fixed_order (void)
{
  RangLateFacts facts = { TRUE, TRUE, RANG_PLAN_ON_TIME, TRUE, TRUE };

  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_GOODS);
  facts.goods = FALSE;
  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_IMPOSSIBLE);
  facts.impossible = FALSE;
  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_EXECUTION);
  facts.forecast = RANG_PLAN_LATE;
  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_OVERRIDE);
  facts.displaced = FALSE;
  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_RULE);
  facts.outranked = FALSE;
  g_assert_cmpint (rang_late_cause_of (&facts), ==, RANG_LATE_CAPACITY);
}

static void
test_shares_add_up_to_a_hundred (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19);

  for (int round = 0; round < 2000; round++)
    {
      guint counts[RANG_N_LATE_CAUSES], shares[RANG_N_LATE_CAUSES], total = 0, sum = 0;

      for (int i = 0; i < RANG_N_LATE_CAUSES; i++)
        {
          counts[i] = (guint)g_rand_int_range (random, 0, round % 2 ? 7 : 100000);
          total += counts[i];
        }
      rang_shares (counts, RANG_N_LATE_CAUSES, shares);
      for (int i = 0; i < RANG_N_LATE_CAUSES; i++)
        {
          sum += shares[i];
          /* Each is its exact share, rounded down or up. */
          g_assert_cmpuint (total * (guint64)shares[i], <=, 100 * (guint64)counts[i] + (total > 0 ? total - 1 : 0));
          g_assert_cmpuint (total * (guint64)(shares[i] + 1), >, 100 * (guint64)counts[i] - (total == 0 ? 1 : 0));
        }
      g_assert_cmpuint (sum, ==, total > 0 ? 100 : 0);
    }
}

static void
test_outcomes_are_minutes_of_their_day (void)
{
  g_autoptr (RangOrder) order = rang_order_new ();

  order->promised_day = 100;
  order->promised = (RangTimeWindow){ 9 * 3600, 10 * 3600 };
  order->state = RANG_ORDER_ACCEPTED;
  g_assert_cmpint (rang_outcome_minutes (order, 100), ==, RANG_NOT_KNOWN);
  order->state = RANG_ORDER_DELIVERED;
  order->outcome_day = 100;
  order->outcome_at = 10 * 3600;
  g_assert_cmpint (rang_outcome_minutes (order, 100), ==, 0);
  order->outcome_at = 10 * 3600 + 61;
  g_assert_cmpint (rang_outcome_minutes (order, 100), ==, 2);
  g_assert_cmpint (rang_outcome_minutes (order, 99), ==, RANG_NOT_THAT_DAY);
  order->state = RANG_ORDER_FAILED;
  g_assert_cmpint (rang_outcome_minutes (order, 100), ==, RANG_NOT_THAT_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/late-cause/one_cause_each_in_a_fixed_order", test_one_cause_each_in_a_fixed_order);
  g_test_add_func ("/insight/late-cause/shares_add_up_to_a_hundred", test_shares_add_up_to_a_hundred);
  g_test_add_func ("/insight/late-cause/outcomes_are_minutes_of_their_day", test_outcomes_are_minutes_of_their_day);
  return g_test_run ();
}
