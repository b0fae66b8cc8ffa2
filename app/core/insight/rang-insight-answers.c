/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the second question: who answered for how many orders, and where duties overlapped. */
#include "insight/rang-insight.h"

#define STEP 1800

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static gint64
median_of (GArray *numbers)
{
  g_array_sort (numbers, compare_numbers);
  return numbers->len > 0 ? g_array_index (numbers, gint64, (numbers->len - 1) / 2) : -1;
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const RangInsightOverlap *one = a, *other = b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return (int)one->kind - (int)other->kind;
}

static void
count_overlaps (RangInsight *insight, const RangInsightFacts *facts)
{
  for (int kind = 0; kind < RANG_N_CONFLICT_KINDS; kind++)
    {
      RangInsightOverlap overlap = { .kind = (RangConflictKind)kind };
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < facts->conflicts->len; i++)
        {
          const RangInsightConflict *conflict = &g_array_index (facts->conflicts, RangInsightConflict, i);
          gint64 took = conflict->decided_at - conflict->since;

          if ((int)conflict->kind != kind)
            continue;
          overlap.total++;
          overlap.open += conflict->state == RANG_CONFLICT_OPEN;
          if (conflict->decided_at > 0 && took >= 0)
            g_array_append_val (times, took);
        }
      overlap.median = median_of (times);
      if (kind == RANG_CONFLICT_RESPONSIBILITY_UNCLEAR)
        insight->unclear = overlap.total;
      if (overlap.total == 0)
        continue;
      insight->n_overlaps += overlap.total;
      insight->n_open += overlap.open;
      g_array_append_val (insight->overlaps, overlap);
    }
  g_array_sort (insight->overlaps, most_first);
}

/* The hours that the turns span, at least from seven to five. */
static void
find_hours (const RangInsightFacts *facts, RangTime *from, RangTime *to)
{
  *from = 7 * 3600;
  *to = 17 * 3600;
  for (guint i = 0; i < facts->turns->len; i++)
    {
      const RangInsightTurn *turn = &g_array_index (facts->turns, RangInsightTurn, i);

      if (turn->submitted != RANG_TIME_NONE)
        *from = MIN (*from, turn->submitted / STEP * STEP);
      if (turn->done != RANG_TIME_NONE)
        *to = MAX (*to, MIN ((turn->done + STEP - 1) / STEP * STEP, RANG_TIME_END_OF_DAY));
    }
}

static gboolean
is_past (RangTime moment, RangTime time)
{
  return moment != RANG_TIME_NONE && moment <= time;
}

static void
count_turns (RangInsight *insight, const RangInsightFacts *facts)
{
  RangTime from, to;

  if (facts->turn_day == RANG_DAY_NONE || facts->turns->len == 0)
    return;
  insight->turn_day = facts->turn_day;
  find_hours (facts, &from, &to);
  for (RangTime time = from; time <= to; time += STEP)
    {
      RangInsightStep step = { .time = time };

      for (guint i = 0; i < facts->turns->len; i++)
        {
          const RangInsightTurn *turn = &g_array_index (facts->turns, RangInsightTurn, i);

          if (is_past (turn->done, time))
            continue;
          if (is_past (turn->accepted, time))
            step.chief++;
          else if (is_past (turn->submitted, time))
            step.sales++;
          else
            step.heads++;
        }
      g_array_append_val (insight->steps, step);
    }
}

void
rang_insight_measure_answers (RangInsight *insight, const RangInsightFacts *facts)
{
  insight->overlaps = g_array_new (FALSE, FALSE, sizeof (RangInsightOverlap));
  insight->steps = g_array_new (FALSE, FALSE, sizeof (RangInsightStep));
  insight->turn_day = RANG_DAY_NONE;
  count_overlaps (insight, facts);
  count_turns (insight, facts);
}
