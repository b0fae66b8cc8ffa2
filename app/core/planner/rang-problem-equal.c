/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for whether two problems are the same question. */
#include "planner/rang-problem.h"

/* A field that is added to them has to be compared below. */
G_STATIC_ASSERT (sizeof (gpointer) != 8 || sizeof (RangJob) == 168);
G_STATIC_ASSERT (sizeof (gpointer) != 8 || sizeof (RangProblemResource) == 96);

#define HOURS 24
#define HOUR 3600

static gboolean
equal_resources (const RangProblemResource *a, const RangProblemResource *b)
{
  for (guint i = 0; i < MIN (a->n_breaks, b->n_breaks); i++)
    if (a->breaks[i].from != b->breaks[i].from || a->breaks[i].to != b->breaks[i].to
        || a->breaks[i].duration != b->breaks[i].duration)
      return FALSE;
  return a->from == b->from && a->to == b->to && a->capacity_grams == b->capacity_grams
         && a->capacity_parcels == b->capacity_parcels && a->start == b->start && a->end == b->end
         && a->skills == b->skills && !a->out_of_service == !b->out_of_service && !a->loaded == !b->loaded
         && a->n_breaks == b->n_breaks;
}

static gboolean
equal_times (const RangJob *a, const RangJob *b)
{
  for (guint i = 0; i < MIN (a->n_shut, b->n_shut); i++)
    if (a->shut[i].from != b->shut[i].from || a->shut[i].to != b->shut[i].to)
      return FALSE;
  return a->from == b->from && a->to == b->to && a->closing == b->closing && a->n_shut == b->n_shut
         && a->ready_from == b->ready_from && !a->not_ready == !b->not_ready && a->service == b->service
         && a->visit == b->visit;
}

static gboolean
equal_jobs (const RangJob *a, const RangJob *b)
{
  return equal_times (a, b) && a->location == b->location && a->grams == b->grams && a->parcels == b->parcels
         && a->skills == b->skills && a->priority_class == b->priority_class && a->points == b->points
         && a->waited == b->waited && a->number == b->number && a->resource == b->resource && a->place == b->place
         && !a->driven == !b->driven && a->driven_at == b->driven_at && a->signed_resource == b->signed_resource
         && a->signed_place == b->signed_place;
}

static gboolean
equal_speeds (const RangTravel *a, const RangTravel *b)
{
  if (rang_travel_has_speeds (a) != rang_travel_has_speeds (b))
    return FALSE;
  for (gint32 hour = 0; rang_travel_has_speeds (a) && hour < HOURS; hour++)
    if (rang_travel_way (a, hour * HOUR, (hour + 1) * HOUR) != rang_travel_way (b, hour * HOUR, (hour + 1) * HOUR))
      return FALSE;
  return TRUE;
}

static gboolean
equal_travel (const RangTravel *a, const RangTravel *b)
{
  guint n = rang_travel_get_n_locations (a);

  if (a == b)
    return TRUE;
  if (n != rang_travel_get_n_locations (b) || !equal_speeds (a, b))
    return FALSE;
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      if (rang_travel_get_seconds (a, from, to) != rang_travel_get_seconds (b, from, to)
          || rang_travel_get_metres (a, from, to) != rang_travel_get_metres (b, from, to))
        return FALSE;
  return TRUE;
}

gboolean
rang_problem_equal (const RangProblem *a, const RangProblem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (rang_problem_get_n_jobs (a) != rang_problem_get_n_jobs (b)
      || rang_problem_get_n_resources (a) != rang_problem_get_n_resources (b))
    return FALSE;
  for (guint i = 0; i < rang_problem_get_n_resources (a); i++)
    if (!equal_resources (rang_problem_get_resource (a, i), rang_problem_get_resource (b, i)))
      return FALSE;
  for (guint i = 0; i < rang_problem_get_n_jobs (a); i++)
    if (!equal_jobs (rang_problem_get_job (a, i), rang_problem_get_job (b, i)))
      return FALSE;
  return equal_travel (rang_problem_get_travel (a), rang_problem_get_travel (b));
}
