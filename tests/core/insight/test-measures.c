/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures of a period, on facts small enough to count by hand. */
#include <string.h>

#include "insight/rang-insight.h"

#define MONDAY 20773 /* 2026-11-16 */

static void
add_order (RangInsightFacts *facts, gint64 number, gint64 client, gint64 department, RangDay day, RangPromiseEnd end)
{
  RangInsightOrder order = { number, client, department, day, end };

  rang_insight_facts_add_order (facts, &order);
}

static void
add_client (RangInsightFacts *facts, gint64 id, gint64 value)
{
  RangInsightClient client = { id, value, RANG_STAGE_CONTRACT };

  rang_insight_facts_add_client (facts, &client);
}

static RangInsightOverride *
add_override (RangInsightFacts *facts, gint64 entry, gint64 series, gint64 order, gint64 broken, gint64 won)
{
  RangInsightOverride *override = rang_insight_override_new ();

  override->entry = entry;
  override->series = series;
  override->day = MONDAY;
  override->order = order;
  override->reason = RANG_REASON_CONTRACT;
  if (broken != 0)
    g_array_append_val (override->broken, broken);
  if (won != 0)
    g_array_append_val (override->won, won);
  g_ptr_array_add (facts->overrides, override);
  return override;
}

/* Departments 1 and 2; orders 1 … 4, one a client, of clients worth 400, 300, 200 and 100. */
static RangInsightFacts *
new_facts (void)
{
  RangInsightFacts *facts = rang_insight_facts_new (MONDAY, MONDAY + 4);
  gint64 departments[] = { 1, 2 };

  facts->working_days = 5;
  g_array_append_vals (facts->departments, departments, 2);
  for (gint64 i = 1; i <= 4; i++)
    add_client (facts, i, (5 - i) * 100);
  add_order (facts, 1, 1, 1, MONDAY, RANG_PROMISE_KEPT);
  add_order (facts, 2, 2, 2, MONDAY, RANG_PROMISE_BROKEN);
  add_order (facts, 3, 3, 2, MONDAY, RANG_PROMISE_BROKEN);
  add_order (facts, 4, 4, 1, MONDAY + 1, RANG_PROMISE_KEPT);
  return facts;
}

static void
test_who_moves_up_and_who_pays (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;

  add_override (facts, 10, 10, 1, 2, 1);
  add_override (facts, 11, 11, 1, 3, 0);
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->overrides, ==, 2);
  g_assert_cmpuint (insight->won, ==, 1);
  g_assert_cmpuint (insight->broken, ==, 2);
  g_assert_cmpuint (insight->across, ==, 2);
  g_assert_cmpint (insight->touched, ==, 500);
  g_assert_cmpuint (rang_insight_cell (insight, 0, 1)->broken, ==, 2);
  g_assert_cmpint (rang_insight_cell (insight, 0, 1)->value, ==, 500);
  g_assert_cmpuint (rang_insight_cell (insight, 1, 0)->broken, ==, 0);
  g_assert_cmpuint (insight->days->len, ==, 1);
  g_assert_cmpuint (g_array_index (insight->days, RangInsightDay, 0).broken, ==, 2);
}

/* CASES.md 13: somebody tries a place, then another one; what the second mends was never broken. */
static void
test_a_trial_counts_once_and_by_its_end (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;

  add_override (facts, 10, 10, 1, 2, 1);
  add_override (facts, 11, 10, 1, 3, 2);
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->overrides, ==, 1);
  g_assert_cmpuint (insight->won, ==, 1);
  g_assert_cmpuint (insight->broken, ==, 1);
  g_assert_cmpint (insight->touched, ==, 200);
}

static void
test_a_client_is_counted_once (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;

  add_order (facts, 5, 2, 2, MONDAY, RANG_PROMISE_BROKEN);
  add_override (facts, 10, 10, 1, 2, 0);
  add_override (facts, 11, 11, 4, 5, 0);
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->broken, ==, 2);
  g_assert_cmpint (insight->touched, ==, 300);
  g_assert_cmpint (rang_insight_cell (insight, 0, 1)->value, ==, 300);
}

static void
test_shares_tell_what_would_have_been (void)
{
  g_autoptr (RangInsightFacts) facts = rang_insight_facts_new (MONDAY, MONDAY + 4);
  g_autoptr (RangInsight) insight = NULL;

  /* Ten orders of clients worth 1000, 900 …: the two largest lost their promises to the two smallest. */
  for (gint64 i = 1; i <= 10; i++)
    {
      add_client (facts, i, (11 - i) * 100);
      add_order (facts, i, i, 1, MONDAY, i <= 2 ? RANG_PROMISE_BROKEN : RANG_PROMISE_KEPT);
    }
  add_override (facts, 10, 10, 9, 1, 9);
  add_override (facts, 11, 11, 10, 2, 10);
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->fifths[0].judged, ==, 2);
  g_assert_cmpuint (insight->fifths[0].kept, ==, 0);
  g_assert_cmpuint (insight->fifths[0].without, ==, 2);
  g_assert_cmpuint (insight->fifths[2].kept, ==, 2);
  g_assert_cmpuint (insight->fifths[2].without, ==, 2);
  g_assert_cmpuint (insight->fifths[4].kept, ==, 2);
  g_assert_cmpuint (insight->fifths[4].without, ==, 0);
  g_assert_cmpuint (insight->stages[RANG_STAGE_CONTRACT].judged, ==, 10);
}

static void
test_overrides_are_judged_by_what_came (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;

  /* Won a promise that was kept; broke one that was broken; forecast a breach that did not come; not over yet. */
  add_override (facts, 10, 10, 1, 0, 1);
  add_override (facts, 11, 11, 1, 2, 0);
  add_override (facts, 12, 12, 1, 4, 0);
  add_order (facts, 6, 1, 1, MONDAY, RANG_PROMISE_OPEN);
  add_override (facts, 13, 13, 1, 6, 0);
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->judged, ==, 2);
  g_assert_cmpuint (insight->reasons->len, ==, 1);
  g_assert_cmpuint (g_array_index (insight->reasons, RangInsightReason, 0).better, ==, 1);
  g_assert_cmpuint (g_array_index (insight->reasons, RangInsightReason, 0).worse, ==, 1);
}

static void
test_clients_go_after_broken_promises (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;
  RangInsightEvent events[] = {
    { 2, RANG_EVENT_LOST, MONDAY + 3 },
    { 1, RANG_EVENT_SIGNED, MONDAY + 3 },
    { 4, RANG_EVENT_REFUSED, MONDAY + 4 },
    { 9, RANG_EVENT_LOST, MONDAY + 3 }, /* nobody knows it */
  };

  /* Broken long ago: forgotten. */
  add_order (facts, 7, 4, 1, MONDAY - RANG_INSIGHT_MEMORY, RANG_PROMISE_BROKEN);
  g_array_append_vals (facts->events, events, G_N_ELEMENTS (events));
  insight = rang_insight_new (facts);
  g_assert_cmpuint (insight->n_lost[1], ==, 1);
  g_assert_cmpint (insight->lost_value[1], ==, 300);
  g_assert_cmpuint (insight->n_won[0], ==, 1);
  g_assert_cmpint (insight->won_value[0], ==, 400);
  g_assert_cmpuint (insight->n_lost[0], ==, 1);
  g_assert_cmpuint (insight->orders, ==, 4);
}

static void
test_each_hour_somebody_answers (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;
  RangInsightTurn turns[] = { { 1, 7 * 3600, 8 * 3600, 10 * 3600 }, { 2, 7 * 3600 + 900, 8 * 3600, RANG_TIME_NONE } };

  facts->turn_day = MONDAY;
  g_array_append_vals (facts->turns, turns, 2);
  insight = rang_insight_new (facts);
  g_assert_cmpint (insight->turn_day, ==, MONDAY);
  for (guint i = 0; i < insight->steps->len; i++)
    {
      const RangInsightStep *step = &g_array_index (insight->steps, RangInsightStep, i);

      g_assert_cmpuint (step->heads, ==, step->time < 7 * 3600 ? 2 : step->time < 7 * 3600 + 900 ? 1 : 0);
      g_assert_cmpuint (step->chief, ==, step->time < 8 * 3600 ? 0 : step->time < 10 * 3600 ? 2 : 1);
      g_assert_cmpuint (step->heads + step->sales + step->chief, ==, step->time < 10 * 3600 ? 2 : 1);
    }
}

static void
test_overlaps_have_their_median (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;
  RangInsightConflict conflicts[] = { { RANG_CONFLICT_LATE_PUSH, RANG_CONFLICT_DECIDED, 1000, 1060 },
                                      { RANG_CONFLICT_DISPLACED, RANG_CONFLICT_DECIDED, 1000, 1600 },
                                      { RANG_CONFLICT_DISPLACED, RANG_CONFLICT_DECIDED, 1000, 1100 },
                                      { RANG_CONFLICT_DISPLACED, RANG_CONFLICT_OPEN, 1000, 0 },
                                      { RANG_CONFLICT_RESPONSIBILITY_UNCLEAR, RANG_CONFLICT_LAPSED, 1000, 0 } };
  const RangInsightOverlap *first;

  g_array_append_vals (facts->conflicts, conflicts, G_N_ELEMENTS (conflicts));
  insight = rang_insight_new (facts);
  first = &g_array_index (insight->overlaps, RangInsightOverlap, 0);
  g_assert_cmpint (first->kind, ==, RANG_CONFLICT_DISPLACED);
  g_assert_cmpuint (first->total, ==, 3);
  g_assert_cmpuint (first->open, ==, 1);
  g_assert_cmpint (first->median, ==, 100);
  g_assert_cmpuint (insight->unclear, ==, 1);
  g_assert_cmpuint (insight->n_open, ==, 1);
}

static void
test_promises_end_as_they_should (void)
{
  static const struct
  {
    RangOrderState state;
    int promised;
    int outcome_day;
    RangTime at;
    int fail;
    RangPromiseEnd end;
  } cases[] = {
    { RANG_ORDER_DELIVERED, 0, 0, 36000, -1, RANG_PROMISE_KEPT },
    { RANG_ORDER_PART, 0, 0, 36000, -1, RANG_PROMISE_KEPT },
    { RANG_ORDER_DELIVERED, 0, 0, 36060, -1, RANG_PROMISE_BROKEN },
    { RANG_ORDER_DELIVERED, 1, 1, 30000, -1, RANG_PROMISE_BROKEN },
    { RANG_ORDER_FAILED, 0, 0, 30000, RANG_FAIL_ABSENT, RANG_PROMISE_ASIDE },
    { RANG_ORDER_FAILED, 0, 0, 30000, RANG_FAIL_GOODS_MISSING, RANG_PROMISE_BROKEN },
    { RANG_ORDER_FAILED, 1, 1, 30000, RANG_FAIL_ABSENT, RANG_PROMISE_BROKEN },
    { RANG_ORDER_CANCELLED, 0, 0, -1, -1, RANG_PROMISE_ASIDE },
    { RANG_ORDER_ENTERED, 1, 0, -1, -1, RANG_PROMISE_BROKEN },
    { RANG_ORDER_ACCEPTED, 0, 0, -1, -1, RANG_PROMISE_BROKEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rang_insight_judge (cases[i].state, MONDAY, MONDAY + cases[i].promised, 36000,
                                         MONDAY + cases[i].outcome_day, cases[i].at, cases[i].fail, MONDAY + 9),
                     ==, cases[i].end);
  g_assert_cmpint (
      rang_insight_judge (RANG_ORDER_SUBMITTED, MONDAY, MONDAY, 36000, RANG_DAY_NONE, RANG_TIME_NONE, -1, MONDAY), ==,
      RANG_PROMISE_OPEN);
}

static void
test_small_numbers_are_called_so (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;
  g_autofree char *competition = NULL, *duties = NULL, *persuasion = NULL, *csv = NULL;

  add_override (facts, 10, 10, 1, 2, 1);
  insight = rang_insight_new (facts);
  competition = rang_insight_dup_answer (insight, 0);
  duties = rang_insight_dup_answer (insight, 1);
  persuasion = rang_insight_dup_answer (insight, 2);
  csv = rang_insight_dup_csv (insight);
  g_assert_cmpstr (competition, ==, "Too few to say: 1 promise won, 1 broken");
  g_assert_cmpstr (duties, ==, "One person for each order, always");
  g_assert_cmpstr (persuasion, ==, "Too few promises to say");
  g_assert_nonnull (strstr (csv, "broken by who moved up/who paid,1/2,1\n"));
}

/* Overrides that touch the department count, with what they did to it and to the others; promises are its own. */
static void
test_a_department_sees_what_is_about_it (void)
{
  g_autoptr (RangInsightFacts) facts = new_facts ();
  g_autoptr (RangInsight) insight = NULL;

  facts->department = 2;
  add_override (facts, 10, 10, 1, 2, 1);
  add_override (facts, 11, 11, 1, 0, 4);
  insight = rang_insight_new (facts);
  g_assert_cmpint (insight->department, ==, 2);
  g_assert_cmpuint (insight->orders, ==, 2);
  g_assert_cmpuint (insight->overrides, ==, 1);
  g_assert_cmpuint (insight->broken, ==, 1);
  g_assert_cmpuint (insight->fifths[0].judged + insight->fifths[2].judged, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/who_moves_up_and_who_pays", test_who_moves_up_and_who_pays);
  g_test_add_func ("/insight/a_trial_counts_once_and_by_its_end", test_a_trial_counts_once_and_by_its_end);
  g_test_add_func ("/insight/a_client_is_counted_once", test_a_client_is_counted_once);
  g_test_add_func ("/insight/shares_tell_what_would_have_been", test_shares_tell_what_would_have_been);
  g_test_add_func ("/insight/overrides_are_judged_by_what_came", test_overrides_are_judged_by_what_came);
  g_test_add_func ("/insight/clients_go_after_broken_promises", test_clients_go_after_broken_promises);
  g_test_add_func ("/insight/each_hour_somebody_answers", test_each_hour_somebody_answers);
  g_test_add_func ("/insight/overlaps_have_their_median", test_overlaps_have_their_median);
  g_test_add_func ("/insight/promises_end_as_they_should", test_promises_end_as_they_should);
  g_test_add_func ("/insight/small_numbers_are_called_so", test_small_numbers_are_called_so);
  g_test_add_func ("/insight/a_department_sees_what_is_about_it", test_a_department_sees_what_is_about_it);
  return g_test_run ();
}
