/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a plan must be, literally and slowly: no code of the planner is used. */
#include "check-plan.h"

static gint64
leg (const RangProblem *problem, gint32 from, gint32 to, gint64 *metres)
{
  const RangTravel *travel = rang_problem_get_travel (problem);

  if (from < 0 || to < 0)
    return 0;
  if (metres != NULL)
    *metres += rang_travel_get_metres (travel, (guint)from, (guint)to);
  return rang_travel_get_seconds (travel, (guint)from, (guint)to);
}

/* Drives a list of jobs; fills arrival and start. FALSE if load, skills, a closing hour or the shift is broken. */
static gboolean
drive (const RangProblem *problem,
       guint resource,
       const guint *jobs,
       guint n,
       gint64 *arrival,
       gint64 *start,
       gint64 *seconds,
       gint64 *metres)
{
  const RangProblemResource *r = rang_problem_get_resource (problem, resource);
  gint64 now = r->from, grams = 0, parcels = 0, back;
  gint32 at = r->start;

  for (guint i = 0; i < n; i++)
    now = MAX (now, rang_problem_get_job (problem, jobs[i])->ready_from);
  for (guint i = 0; i < n; i++)
    {
      const RangJob *job = rang_problem_get_job (problem, jobs[i]);
      gint64 drive_for = leg (problem, at, job->location, metres);

      if (r->out_of_service || job->not_ready || (job->skills & ~r->skills) != 0
          || (job->resource >= 0 && job->resource != (gint32)resource))
        return FALSE;
      grams += job->grams;
      parcels += job->parcels;
      *seconds += drive_for;
      arrival[i] = now + drive_for;
      start[i] = MAX (arrival[i], job->from);
      if (start[i] > MAX (job->closing, job->to))
        return FALSE;
      now = start[i] + job->service;
      at = job->location;
    }
  back = n > 0 ? leg (problem, at, r->end, metres) : 0;
  *seconds += back;
  return (n == 0 || now + back <= r->to) && grams <= r->capacity_grams && parcels <= r->capacity_parcels;
}

static RangPlanState
state_at (const RangProblem *problem, guint job, gint64 start)
{
  return start <= rang_problem_get_job (problem, job)->to ? RANG_PLAN_ON_TIME : RANG_PLAN_LATE;
}

static gboolean
alone_on_time (const RangProblem *problem, guint job)
{
  for (guint r = 0; r < rang_problem_get_n_resources (problem); r++)
    {
      gint64 arrival, start, seconds = 0, metres = 0;

      if (drive (problem, r, &job, 1, &arrival, &start, &seconds, &metres)
          && state_at (problem, job, start) == RANG_PLAN_ON_TIME)
        return TRUE;
    }
  return FALSE;
}

static char *
check_route (const RangProblem *problem, RangPlan *plan, guint r, const gint *rank, guint8 *seen, gint64 *totals)
{
  guint n;
  const guint *jobs = rang_plan_get_route (plan, r, &n);
  g_autofree gint64 *arrival = g_new0 (gint64, n + 1);
  g_autofree gint64 *start = g_new0 (gint64, n + 1);

  if (!drive (problem, r, jobs, n, arrival, start, &totals[0], &totals[1]))
    return g_strdup_printf ("route %u breaks load, skills, shift or a closing hour", r);
  for (guint i = 0; i < n; i++)
    {
      const RangPlanEntry *e = rang_plan_get_entry (plan, jobs[i]);
      gint64 late = MAX (0, start[i] - rang_problem_get_job (problem, jobs[i])->to);

      if (seen[jobs[i]]++ || rank[jobs[i]] < 0)
        return g_strdup_printf ("job %u is served twice or not ranked", jobs[i]);
      if (e->resource != (gint32)r || e->position != (gint32)i || e->arrival != arrival[i] || e->start != start[i]
          || e->late_seconds != late || e->state != state_at (problem, jobs[i], start[i]))
        return g_strdup_printf ("job %u: the entry does not agree with route %u", jobs[i], r);
    }
  return NULL;
}

static gint *
ranks_of (guint n_jobs, const guint *ranking, guint n)
{
  gint *rank = g_new (gint, n_jobs + 1);

  for (guint i = 0; i < n_jobs; i++)
    rank[i] = -1;
  for (guint i = 0; i < n; i++)
    rank[ranking[i]] = (gint)i;
  return rank;
}

char *
check_plan (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan)
{
  guint n_jobs = rang_problem_get_n_jobs (problem);
  g_autofree gint *rank = ranks_of (n_jobs, ranking, n);
  g_autofree guint8 *seen = g_new0 (guint8, n_jobs + 1);
  gint64 totals[2] = { 0, 0 };

  for (guint r = 0; r < rang_problem_get_n_resources (problem); r++)
    {
      char *wrong = check_route (problem, plan, r, rank, seen, totals);

      if (wrong != NULL)
        return wrong;
    }
  if (totals[0] != rang_plan_get_travel_seconds (plan) || totals[1] != rang_plan_get_travel_metres (plan))
    return g_strdup ("the travel does not add up");
  for (guint i = 0; i < n_jobs; i++)
    {
      const RangPlanEntry *e = rang_plan_get_entry (plan, i);

      if (!seen[i] && (e->state != RANG_PLAN_NOT_TODAY || e->resource != RANG_NO_RESOURCE || e->start != -1))
        return g_strdup_printf ("job %u is on no route and yet served", i);
      if (e->impossible != !alone_on_time (problem, i))
        return g_strdup_printf ("job %u: impossible is wrong", i);
    }
  return NULL;
}

/* Does the route with the job at a place keep every state, and the job's one within the wanted one? */
static gboolean
can_stand (const RangProblem *problem,
           RangPlan *plan,
           guint r,
           const guint *route,
           guint n,
           guint at,
           guint job,
           RangPlanState wanted)
{
  g_autofree guint *with = g_new (guint, n + 1);
  g_autofree gint64 *arrival = g_new0 (gint64, n + 1);
  g_autofree gint64 *start = g_new0 (gint64, n + 1);
  gint64 seconds = 0, metres = 0;

  for (guint i = 0; i <= n; i++)
    with[i] = i < at ? route[i] : i == at ? job : route[i - 1];
  if (!drive (problem, r, with, n + 1, arrival, start, &seconds, &metres))
    return FALSE;
  for (guint i = 0; i <= n; i++)
    if (state_at (problem, with[i], start[i]) > (with[i] == job ? wanted : rang_plan_get_entry (plan, with[i])->state))
      return FALSE;
  return TRUE;
}

static char *
check_job (const RangProblem *problem, RangPlan *plan, const gint *rank, guint job)
{
  RangPlanState state = rang_plan_get_entry (plan, job)->state;
  g_autofree guint *cut = g_new (guint, rang_problem_get_n_jobs (problem) + 1);

  for (guint r = 0; r < rang_problem_get_n_resources (problem); r++)
    {
      guint n, kept = 0;
      const guint *route = rang_plan_get_route (plan, r, &n);

      for (guint i = 0; i < n; i++)
        if (rank[route[i]] < rank[job])
          cut[kept++] = route[i];
      for (guint at = 0; at <= kept; at++)
        for (RangPlanState wanted = RANG_PLAN_ON_TIME; wanted < state; wanted++)
          if (can_stand (problem, plan, r, cut, kept, at, job, wanted))
            return g_strdup_printf ("inversion: job %u at rank %d could stand on route %u at %u", job, rank[job] + 1, r,
                                    at);
    }
  return NULL;
}

char *
check_no_inversion (const RangProblem *problem, const guint *ranking, guint n, RangPlan *plan)
{
  g_autofree gint *rank = ranks_of (rang_problem_get_n_jobs (problem), ranking, n);

  for (guint i = 0; i < n; i++)
    if (rang_plan_get_entry (plan, ranking[i])->state != RANG_PLAN_ON_TIME)
      {
        char *wrong = check_job (problem, plan, rank, ranking[i]);

        if (wrong != NULL)
          return wrong;
      }
  return NULL;
}
