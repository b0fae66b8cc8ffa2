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
  guint *driven;       /* by resource, in the order driven */
  guint *first_driven; /* of each resource in driven, and one more */
  gint32 *start;       /* of a resource: from when and where it goes on */
  gint32 *start_location;
  guint *first_break; /* of a resource: breaks before are taken */
  gboolean is_signed;
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
check_breaks (const RangProblemResource *r, guint i, GError **error)
{
  gint64 earliest = r->from;

  if (r->n_breaks > RANG_MAX_BREAKS)
    return fail (error, "resources", i, "breaks", _ ("are too many"));
  for (guint k = 0; k < r->n_breaks; k++)
    {
      const RangBreak *b = &r->breaks[k];

      if (!check_number (error, "resources", i, "breaks", b->from, 0)
          || !check_number (error, "resources", i, "breaks", b->to, 0)
          || !check_number (error, "resources", i, "breaks", b->duration, 0))
        return FALSE;
      if (b->to < b->from)
        return fail (error, "resources", i, "breaks", _ ("the window ends before it starts"));
      earliest = MAX (earliest, b->from);
      if (earliest > b->to || earliest + b->duration > r->to)
        return fail (error, "resources", i, "breaks", _ ("a break does not fit the shift and the breaks before it"));
      earliest += b->duration;
    }
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
  return check_breaks (r, i, error);
}

static gboolean
check_shut (const RangJob *j, guint i, GError **error)
{
  if (j->n_shut > RANG_MAX_SHUT)
    return fail (error, "jobs", i, "shut", _ ("are too many"));
  for (guint k = 0; k < j->n_shut; k++)
    {
      if (!check_number (error, "jobs", i, "shut", j->shut[k].from, 0)
          || !check_number (error, "jobs", i, "shut", j->shut[k].to, 0))
        return FALSE;
      if (j->shut[k].to < j->shut[k].from || (k > 0 && j->shut[k].from < j->shut[k - 1].to))
        return fail (error, "jobs", i, "shut", _ ("spans must follow each other"));
    }
  return TRUE;
}

/* What ties a job to a resource: a lock, a place, a fact, a signature. */
static gboolean
check_ties (const RangJob *j, guint i, guint n_resources, GError **error)
{
  if (j->resource != RANG_NO_RESOURCE && (j->resource < 0 || (guint)j->resource >= n_resources))
    return fail (error, "jobs", i, "resource", _ ("is no resource"));
  if (j->place > 0 && j->resource == RANG_NO_RESOURCE)
    return fail (error, "jobs", i, "place", _ ("needs a resource"));
  if (j->driven && j->resource == RANG_NO_RESOURCE)
    return fail (error, "jobs", i, "driven", _ ("needs a resource"));
  if (j->driven && !check_number (error, "jobs", i, "driven_at", j->driven_at, 0))
    return FALSE;
  if (j->signed_place > 0 && (j->signed_resource < 0 || (guint)j->signed_resource >= n_resources))
    return fail (error, "jobs", i, "signed_resource", _ ("is no resource"));
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
      || !check_number (error, "jobs", i, "visit", j->visit, 0)
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
  return check_shut (j, i, error) && check_ties (j, i, n_resources, error);
}

static gboolean
check_travel (const RangTravel *travel, GError **error)
{
  gint32 from = rang_travel_find_longer (travel, RANG_PROBLEM_LIMIT);

  return from < 0 || fail (error, "travel", (guint)from, "seconds", _ ("is too large"));
}

/* Jobs of one door are one visit: the largest share counts for all. */
static void
share_visits (RangProblem *self)
{
  guint n_locations = rang_travel_get_n_locations (self->travel);
  g_autofree gint32 *visit = g_new0 (gint32, n_locations + 1);

  for (guint i = 0; i < self->n_jobs; i++)
    if (self->jobs[i].location != RANG_NO_LOCATION)
      visit[self->jobs[i].location] = MAX (visit[self->jobs[i].location], self->jobs[i].visit);
  for (guint i = 0; i < self->n_jobs; i++)
    if (self->jobs[i].location != RANG_NO_LOCATION)
      self->jobs[i].visit = visit[self->jobs[i].location];
}

static gint
compare_driven (gconstpointer a, gconstpointer b, gpointer data)
{
  const RangJob *jobs = data, *p = &jobs[*(const guint *)a], *q = &jobs[*(const guint *)b];

  if (p->resource != q->resource)
    return p->resource - q->resource;
  if (p->driven_at != q->driven_at)
    return p->driven_at > q->driven_at ? 1 : -1;
  return *(const guint *)a > *(const guint *)b ? 1 : -1;
}

/* Where each resource goes on, after what is driven. */
static void
take_facts (RangProblem *self)
{
  g_autoptr (GArray) driven = g_array_new (FALSE, FALSE, sizeof (guint));
  guint m = self->n_resources + 1;

  for (guint i = 0; i < self->n_jobs; i++)
    {
      if (self->jobs[i].driven)
        g_array_append_val (driven, i);
      self->is_signed = self->is_signed || self->jobs[i].signed_place > 0;
    }
  g_array_sort_with_data (driven, compare_driven, self->jobs);
  self->start = g_new0 (gint32, m);
  self->start_location = g_new0 (gint32, m);
  self->first_driven = g_new0 (guint, m);
  self->first_break = g_new0 (guint, m);
  for (guint r = 0, k = 0; r < self->n_resources; r++)
    {
      const RangProblemResource *resource = &self->resources[r];

      self->start[r] = resource->from;
      self->start_location[r] = resource->start;
      for (; k < driven->len && self->jobs[g_array_index (driven, guint, k)].resource == (gint32)r; k++)
        {
          const RangJob *job = &self->jobs[g_array_index (driven, guint, k)];

          self->start[r] = MAX (self->start[r], job->driven_at + job->service + job->visit);
          self->start_location[r] = job->location;
        }
      self->first_driven[r + 1] = k;
      while (self->first_break[r] < resource->n_breaks && resource->breaks[self->first_break[r]].to < self->start[r])
        self->first_break[r]++;
    }
  self->driven = g_memdup2 (driven->data, driven->len * sizeof (guint));
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
  share_visits (self);
  take_facts (self);
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
  g_free (self->driven);
  g_free (self->first_driven);
  g_free (self->start);
  g_free (self->start_location);
  g_free (self->first_break);
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

gint32
rang_problem_get_start (const RangProblem *self, guint resource, gint32 *location)
{
  g_return_val_if_fail (self != NULL && resource < self->n_resources && location != NULL, 0);
  *location = self->start_location[resource];
  return self->start[resource];
}

const RangBreak *
rang_problem_get_breaks (const RangProblem *self, guint resource, guint *n_breaks)
{
  g_return_val_if_fail (self != NULL && resource < self->n_resources && n_breaks != NULL, NULL);
  *n_breaks = self->resources[resource].n_breaks - self->first_break[resource];
  return self->resources[resource].breaks + self->first_break[resource];
}

const guint *
rang_problem_get_driven (const RangProblem *self, guint resource, guint *n_jobs)
{
  g_return_val_if_fail (self != NULL && resource < self->n_resources && n_jobs != NULL, NULL);
  *n_jobs = self->first_driven[resource + 1] - self->first_driven[resource];
  return self->driven + self->first_driven[resource];
}

gboolean
rang_problem_is_signed (const RangProblem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_signed;
}

gint32
rang_job_open_from (const RangJob *job, gint32 time)
{
  g_return_val_if_fail (job != NULL, time);
  time = MAX (time, job->from);
  for (guint k = 0; k < job->n_shut; k++)
    if (time > job->shut[k].from && time < job->shut[k].to)
      time = job->shut[k].to;
  return time;
}
