/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how full a day is: what all its promises would take of its resources. */
#include "board/rang-board-day-private.h"

/* Seconds of work: @all of the orders that can be kept at all, @kept of those that the suggestion keeps, @done of those
 * that it serves. */
typedef struct
{
  gint64 all;
  gint64 kept;
  gint64 done;
} Work;

static guint
per_cent (gint64 asked, gint64 there)
{
  if (asked <= 0)
    return 0;
  return there <= 0 ? 999 : (guint)MIN (asked * 100 / there, 999);
}

/* An order's work is its service and an equal share of the travel. */
static Work
add_up (const RangProblem *problem, const RangPlan *plan)
{
  guint n = rang_problem_get_n_jobs (problem), served = 0;
  gint64 share;
  Work work = { 0 };

  for (guint i = 0; i < n; i++)
    served += rang_plan_get_entry (plan, i)->state != RANG_PLAN_NOT_TODAY;
  share = served > 0 ? rang_plan_get_travel_seconds (plan) / served : 0;
  for (guint i = 0; i < n; i++)
    {
      const RangPlanEntry *entry = rang_plan_get_entry (plan, i);
      gint64 seconds = MAX (rang_problem_get_job (problem, i)->service + share, 1);

      work.all += entry->impossible ? 0 : seconds;
      work.kept += entry->state == RANG_PLAN_ON_TIME ? seconds : 0;
      work.done += entry->state != RANG_PLAN_NOT_TODAY ? seconds : 0;
    }
  return work;
}

/* The hours that the suggestion uses, stretched from the promises it keeps to all of them. */
static guint
measure_hours (const RangProblem *problem, const RangPlan *plan)
{
  Work work = add_up (problem, plan);
  gint64 there = 0;

  for (guint i = 0; i < rang_problem_get_n_resources (problem); i++)
    {
      const RangProblemResource *r = rang_problem_get_resource (problem, i);

      there += r->out_of_service ? 0 : r->to - r->from;
    }
  if (work.all == 0)
    return rang_problem_get_n_jobs (problem) > 0 && there == 0 ? 999 : 0;
  return work.kept == 0 ? 999 : per_cent (work.done * work.all / work.kept, there);
}

static guint
measure_load (const RangProblem *problem, gboolean parcels)
{
  gint64 asked = 0, there = 0;

  for (guint i = 0; i < rang_problem_get_n_jobs (problem); i++)
    {
      const RangJob *job = rang_problem_get_job (problem, i);

      asked += parcels ? job->parcels : job->grams;
    }
  for (guint i = 0; i < rang_problem_get_n_resources (problem); i++)
    {
      const RangProblemResource *r = rang_problem_get_resource (problem, i);
      gint64 capacity = parcels ? r->capacity_parcels : r->capacity_grams;

      if (r->out_of_service)
        continue;
      if (capacity == G_MAXINT64)
        return 0;
      there += capacity;
    }
  return per_cent (asked, there);
}

guint
rang_board_day_measure_fullness (const RangProblem *problem, const RangPlan *plan)
{
  guint load = MAX (measure_load (problem, FALSE), measure_load (problem, TRUE));

  return MAX (measure_hours (problem, plan), load);
}
