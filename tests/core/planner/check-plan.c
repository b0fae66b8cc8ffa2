/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a plan must be, literally and slowly: no code of the planner is used. */
#include "check-plan.h"

/* A route under the eye of the checker: its stops, and before which of them the breaks are taken. */
typedef struct
{
  const RangProblem *problem;
  guint resource;
  const guint *jobs; /* without the driven ones */
  guint n;
  const guint *before;  /* of each break that is left */
  const gint64 *latest; /* nullable: the latest start that a job may have, by index of the job */
  gint64 *arrival;
  gint64 *start;
  gint64 seconds;
  gint64 metres;
  gint64 end;
} Tour;

/* Drives second by second where speeds change by the hour. */
static gint64
drive_for (const RangTravel *travel, gint64 now, gint64 *way, gint64 until)
{
  if (!rang_travel_has_speeds (travel))
    {
      gint64 take = MIN ((*way + 999) / 1000, MAX (until - now, 0));

      *way = MAX (*way - take * 1000, 0);
      return now + take;
    }
  while (*way > 0 && now < until)
    {
      *way = MAX (*way - rang_travel_way (travel, (gint32)now, (gint32)now + 1), 0);
      now++;
    }
  return now;
}

/* One leg with its breaks; FALSE if a break cannot begin. */
static gboolean
leg (Tour *tour, guint place, gint32 from, gint32 to, gint64 *now)
{
  const RangTravel *travel = rang_problem_get_travel (tour->problem);
  guint n_breaks;
  const RangBreak *breaks = rang_problem_get_breaks (tour->problem, tour->resource, &n_breaks);
  gint64 way = 0, driven;

  if (from >= 0 && to >= 0)
    {
      tour->metres += rang_travel_get_metres (travel, (guint)from, (guint)to);
      way = (gint64)rang_travel_get_seconds (travel, (guint)from, (guint)to) * 1000;
    }
  for (guint k = 0; k < n_breaks; k++)
    if (tour->before[k] == place)
      {
        gint64 begin = MAX (*now, breaks[k].from);

        if (begin > breaks[k].to)
          return FALSE;
        driven = drive_for (travel, *now, &way, begin);
        tour->seconds += driven - *now;
        *now = begin + breaks[k].duration;
      }
  driven = drive_for (travel, *now, &way, G_MAXINT32);
  tour->seconds += driven - *now;
  *now = driven;
  return TRUE;
}

static gboolean
may_ride (const RangProblem *problem, const RangJob *job, guint resource)
{
  const RangProblemResource *r = rang_problem_get_resource (problem, resource);

  return !r->out_of_service && !job->not_ready && !job->driven && (job->skills & ~r->skills) == 0
         && (job->resource < 0 || job->resource == (gint32)resource)
         && (!r->loaded || job->resource == (gint32)resource);
}

static gint64
door_share (const RangJob *job, gint32 next)
{
  return job->location == next && next >= 0 ? 0 : job->visit;
}

static gint64
wait_for_door (const RangJob *job, gint64 now)
{
  now = MAX (now, job->from);
  for (guint k = 0; k < job->n_shut; k++)
    while (now > job->shut[k].from && now < job->shut[k].to)
      now++;
  return now;
}

/* Drives a list of jobs; fills arrival and start. FALSE if load, skills, a closing hour, a break or the shift is
 * broken, or somebody starts later than he may. */
static gboolean
drive (Tour *tour)
{
  const RangProblem *problem = tour->problem;
  const RangProblemResource *r = rang_problem_get_resource (problem, tour->resource);
  gint64 grams = 0, parcels = 0, now;
  gint32 at;
  guint n_driven;
  const guint *driven = rang_problem_get_driven (problem, tour->resource, &n_driven);

  now = rang_problem_get_start (problem, tour->resource, &at);
  for (guint i = 0; i < n_driven; i++)
    {
      grams += rang_problem_get_job (problem, driven[i])->grams;
      parcels += rang_problem_get_job (problem, driven[i])->parcels;
    }
  for (guint i = 0; i < tour->n; i++)
    now = MAX (now, rang_problem_get_job (problem, tour->jobs[i])->ready_from);
  for (guint i = 0; i < tour->n; i++)
    {
      const RangJob *job = rang_problem_get_job (problem, tour->jobs[i]);

      if (!may_ride (problem, job, tour->resource) || (job->place > 0 && i + 1 > job->place))
        return FALSE;
      grams += job->grams;
      parcels += job->parcels;
      if (!leg (tour, i, at, job->location, &now))
        return FALSE;
      tour->arrival[i] = now;
      now = tour->start[i] = wait_for_door (job, now);
      if (now > MAX (job->closing, job->to) || (tour->latest != NULL && now > tour->latest[tour->jobs[i]]))
        return FALSE;
      now += job->service
             + door_share (job, i + 1 < tour->n ? rang_problem_get_job (problem, tour->jobs[i + 1])->location : r->end);
      at = job->location;
    }
  if (tour->n > 0 && !leg (tour, tour->n, at, r->end, &now))
    return FALSE;
  if (tour->n == 0 && n_driven > 0)
    {
      static const guint nowhere[RANG_MAX_BREAKS] = { G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT };

      tour->before = nowhere;
      leg (tour, 0, at, r->end, &now);
    }
  tour->end = now;
  return (tour->n == 0 || now <= r->to)
         && (tour->n == 0 || (grams <= r->capacity_grams && parcels <= r->capacity_parcels));
}

/* Is there a way to take the breaks by which everything holds? */
static gboolean
drive_somehow (Tour *tour, guint k, guint *before)
{
  guint n_breaks;

  rang_problem_get_breaks (tour->problem, tour->resource, &n_breaks);
  tour->before = before;
  if (k == n_breaks)
    return drive (tour);
  for (before[k] = k > 0 ? before[k - 1] : 0; before[k] <= tour->n; before[k]++)
    if (drive_somehow (tour, k + 1, before))
      return TRUE;
  return FALSE;
}

static RangPlanState
state_at (const RangProblem *problem, guint job, gint64 start)
{
  return start <= rang_problem_get_job (problem, job)->to ? RANG_PLAN_ON_TIME : RANG_PLAN_LATE;
}

static gboolean
alone_on_time (const RangProblem *problem, guint job)
{
  g_autofree gint64 *latest = g_new0 (gint64, rang_problem_get_n_jobs (problem));
  const RangJob *of = rang_problem_get_job (problem, job);

  if (of->driven)
    return of->driven_at <= of->to;
  latest[job] = of->to;
  for (guint r = 0; r < rang_problem_get_n_resources (problem); r++)
    {
      gint64 arrival, start;
      guint before[RANG_MAX_BREAKS];
      Tour tour = { .problem = problem, .resource = r, .jobs = &job, .n = 1, .latest = latest };
      const RangProblemResource *van = rang_problem_get_resource (problem, r);

      tour.arrival = &arrival;
      tour.start = &start;
      if (of->grams <= van->capacity_grams && of->parcels <= van->capacity_parcels && drive_somehow (&tour, 0, before))
        return TRUE;
    }
  return FALSE;
}

static char *
check_driven (const RangProblem *problem, RangPlan *plan, guint r, const guint *jobs, guint8 *seen, gint64 *totals)
{
  const RangTravel *travel = rang_problem_get_travel (problem);
  gint32 at = rang_problem_get_resource (problem, r)->start;
  guint n;
  const guint *driven = rang_problem_get_driven (problem, r, &n);

  for (guint i = 0; i < n; i++)
    {
      const RangPlanEntry *e = rang_plan_get_entry (plan, driven[i]);
      const RangJob *job = rang_problem_get_job (problem, driven[i]);

      if (jobs[i] != driven[i] || seen[driven[i]]++ || e->start != job->driven_at || e->position != (gint32)i)
        return g_strdup_printf ("job %u was driven on route %u and does not stand so", driven[i], r);
      if (at >= 0 && job->location >= 0)
        {
          totals[0] += rang_travel_get_seconds (travel, (guint)at, (guint)job->location);
          totals[1] += rang_travel_get_metres (travel, (guint)at, (guint)job->location);
        }
      at = job->location;
    }
  return NULL;
}

/* Where the plan has its breaks; those that it does not name are after the last stop. */
static void
read_breaks (RangPlan *plan, guint r, guint n_driven, guint n, guint *before)
{
  RangPlanBreak breaks[RANG_MAX_BREAKS];
  guint n_breaks = rang_plan_get_breaks (plan, r, breaks);

  for (guint k = 0; k < RANG_MAX_BREAKS; k++)
    before[k] = k < n_breaks ? breaks[k].before - n_driven : n;
}

static char *
check_route (const RangProblem *problem, RangPlan *plan, guint r, const gint *rank, guint8 *seen, gint64 *totals)
{
  guint n, n_driven, before[RANG_MAX_BREAKS];
  const guint *jobs = rang_plan_get_route (plan, r, &n);
  g_autofree gint64 *arrival = g_new0 (gint64, n + 1);
  g_autofree gint64 *start = g_new0 (gint64, n + 1);
  Tour tour = { .problem = problem, .resource = r, .before = before, .arrival = arrival, .start = start };
  char *wrong;

  rang_problem_get_driven (problem, r, &n_driven);
  if (n < n_driven)
    return g_strdup_printf ("route %u lacks what was driven", r);
  wrong = check_driven (problem, plan, r, jobs, seen, totals);
  if (wrong != NULL)
    return wrong;
  tour.jobs = jobs + n_driven;
  tour.n = n - n_driven;
  read_breaks (plan, r, n_driven, tour.n, before);
  if (!drive (&tour))
    return g_strdup_printf ("route %u breaks load, skills, shift, a break or a closing hour", r);
  totals[0] += tour.seconds;
  totals[1] += tour.metres;
  if (tour.n > 0 && rang_plan_get_end (plan, r) != tour.end)
    return g_strdup_printf ("route %u ends at %d, not %d", r, (int)tour.end, rang_plan_get_end (plan, r));
  for (guint i = 0; i < tour.n; i++)
    {
      const RangPlanEntry *e = rang_plan_get_entry (plan, tour.jobs[i]);
      gint64 late = MAX (0, start[i] - rang_problem_get_job (problem, tour.jobs[i])->to);

      if (seen[tour.jobs[i]]++ || rank[tour.jobs[i]] < 0)
        return g_strdup_printf ("job %u is served twice or not ranked", tour.jobs[i]);
      if (e->resource != (gint32)r || e->position != (gint32)(i + n_driven) || e->arrival != arrival[i]
          || e->start != start[i] || e->late_seconds != late || e->state != state_at (problem, tour.jobs[i], start[i]))
        return g_strdup_printf ("job %u: the entry does not agree with route %u", tour.jobs[i], r);
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
  g_autofree gint64 *latest = g_new0 (gint64, rang_problem_get_n_jobs (problem));
  guint before[RANG_MAX_BREAKS];
  Tour tour = { .problem = problem, .resource = r, .jobs = with, .n = n + 1, .latest = latest };

  tour.arrival = arrival;
  tour.start = start;
  for (guint i = 0; i <= n; i++)
    {
      const RangJob *of;
      RangPlanState allowed;

      with[i] = i < at ? route[i] : i == at ? job : route[i - 1];
      of = rang_problem_get_job (problem, with[i]);
      allowed = i == at ? wanted : rang_plan_get_entry (plan, with[i])->state;
      latest[with[i]] = allowed == RANG_PLAN_ON_TIME ? of->to : MAX (of->closing, of->to);
    }
  return drive_somehow (&tour, 0, before);
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
        if (rank[route[i]] < rank[job] && !rang_problem_get_job (problem, route[i])->driven)
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
    if (rang_plan_get_entry (plan, ranking[i])->state != RANG_PLAN_ON_TIME
        && !rang_problem_get_job (problem, ranking[i])->driven)
      {
        char *wrong = check_job (problem, plan, rank, ranking[i]);

        if (wrong != NULL)
          return wrong;
      }
  return NULL;
}
