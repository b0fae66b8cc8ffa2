/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is to be planned, and that its numbers make sense. */
#include "planner/rang-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RangProblem
{
  gatomicrefcount references;
  RangProblemResource *resources;
  guint n_resources;
  RangJob *jobs;
  guint n_jobs;
  RangTravel *travel;
};

G_DEFINE_QUARK (rang_planner_error_quark, rang_planner_error)

static gboolean
fail (GError **error, const char *table, guint index, const char *field, const char *problem)
{
  /* Translators: a table, a row in it, a field, and what is wrong with it, e.g. "jobs[3].from: lies after to". */
  g_set_error (error, RANG_PLANNER_ERROR, RANG_PLANNER_ERROR_PROBLEM, _ ("%s[%u].%s: %s"), table, index, field,
               problem);
  return FALSE;
}

static gboolean
check_number (GError **error, const char *table, guint index, const char *field, gint64 value, gint64 least)
{
  if (value < least)
    return fail (error, table, index, field, least > 0 ? _ ("must be at least 1") : _ ("must not be negative"));
  if (value > RANG_PROBLEM_LIMIT)
    return fail (error, table, index, field, _ ("is too large"));
  return TRUE;
}

static gboolean
check_location (GError **error, const char *table, guint index, const char *field, gint32 location, guint n_locations)
{
  if (location != RANG_NO_LOCATION && (location < 0 || (guint)location >= n_locations))
    return fail (error, table, index, field, _ ("is no location of the travel table"));
  return TRUE;
}

static gboolean
check_resource (const RangProblemResource *r, guint i, guint n_locations, GError **error)
{
  if (!check_number (error, "resources", i, "from", r->from, 0) || !check_number (error, "resources", i, "to", r->to, 0)
      || !check_location (error, "resources", i, "start", r->start, n_locations)
      || !check_location (error, "resources", i, "end", r->end, n_locations))
    return FALSE;
  if (r->to < r->from)
    return fail (error, "resources", i, "to", _ ("the shift ends before it starts"));
  if (r->capacity_grams < 0)
    return fail (error, "resources", i, "capacity_grams", _ ("must not be negative"));
  if (r->capacity_parcels < 0)
    return fail (error, "resources", i, "capacity_parcels", _ ("must not be negative"));
  return TRUE;
}

static gboolean
check_job (const RangJob *j, guint i, guint n_locations, guint n_resources, GError **error)
{
  if (!check_location (error, "jobs", i, "location", j->location, n_locations)
      || !check_number (error, "jobs", i, "from", j->from, 0) || !check_number (error, "jobs", i, "to", j->to, 0)
      || !check_number (error, "jobs", i, "closing", j->closing, 0)
      || !check_number (error, "jobs", i, "ready_from", j->ready_from, 0)
      || !check_number (error, "jobs", i, "service", j->service, 0)
      || !check_number (error, "jobs", i, "points", j->points, 1))
    return FALSE;
  if (j->grams < 0 || j->grams > G_MAXINT64 / 1000000)
    return fail (error, "jobs", i, "grams", j->grams < 0 ? _ ("must not be negative") : _ ("is too large"));
  if (j->parcels < 0 || j->parcels > G_MAXINT64 / 1000000)
    return fail (error, "jobs", i, "parcels", j->parcels < 0 ? _ ("must not be negative") : _ ("is too large"));
  if (j->to < j->from)
    return fail (error, "jobs", i, "to", _ ("the window ends before it starts"));
  if (j->priority_class < 0 || j->priority_class >= RANG_N_CLASSES)
    return fail (error, "jobs", i, "priority_class", _ ("is no class"));
  if (j->resource != RANG_NO_RESOURCE && (j->resource < 0 || (guint)j->resource >= n_resources))
    return fail (error, "jobs", i, "resource", _ ("is no resource"));
  return TRUE;
}

static gboolean
check_travel (const RangTravel *travel, GError **error)
{
  guint n = rang_travel_get_n_locations (travel);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (rang_travel_get_seconds (travel, i, j) > RANG_PROBLEM_LIMIT)
        return fail (error, "travel", i, "seconds", _ ("is too large"));
  return TRUE;
}

RangProblem *
rang_problem_new (const RangProblemResource *resources,
                  guint n_resources,
                  const RangJob *jobs,
                  guint n_jobs,
                  RangTravel *travel,
                  GError **error)
{
  g_return_val_if_fail (travel != NULL, NULL);

  guint n_locations = rang_travel_get_n_locations (travel);

  if (!check_travel (travel, error))
    return NULL;
  for (guint i = 0; i < n_resources; i++)
    if (!check_resource (&resources[i], i, n_locations, error))
      return NULL;
  for (guint i = 0; i < n_jobs; i++)
    if (!check_job (&jobs[i], i, n_locations, n_resources, error))
      return NULL;

  RangProblem *self = g_new0 (RangProblem, 1);

  g_atomic_ref_count_init (&self->references);
  self->resources = g_memdup2 (resources, n_resources * sizeof *resources);
  self->n_resources = n_resources;
  self->jobs = g_memdup2 (jobs, n_jobs * sizeof *jobs);
  self->n_jobs = n_jobs;
  for (guint i = 0; i < n_jobs; i++)
    self->jobs[i].closing = MAX (jobs[i].closing, jobs[i].to);
  self->travel = rang_travel_ref (travel);
  return self;
}

RangProblem *
rang_problem_ref (RangProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
rang_problem_unref (RangProblem *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->resources);
  g_free (self->jobs);
  rang_travel_unref (self->travel);
  g_free (self);
}

guint
rang_problem_get_n_jobs (const RangProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_jobs;
}

guint
rang_problem_get_n_resources (const RangProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_resources;
}

const RangJob *
rang_problem_get_job (const RangProblem *self, guint job)
{
  g_return_val_if_fail (self != NULL && job < self->n_jobs, NULL);
  return &self->jobs[job];
}

const RangProblemResource *
rang_problem_get_resource (const RangProblem *self, guint resource)
{
  g_return_val_if_fail (self != NULL && resource < self->n_resources, NULL);
  return &self->resources[resource];
}

const RangTravel *
rang_problem_get_travel (const RangProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->travel;
}
