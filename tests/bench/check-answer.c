/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what `solve` prints: that it is a plan for the problem, and costs what it says. */
#include "check-answer.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const SolveProblem *problem;
  GHashTable *index; /* of a job's id, from 1 */
  guint8 *seen;
  gint64 cost;
  gint64 points;
  char *wrong;
} Check;

/* Keeps the first thing that is wrong. */
static gboolean G_GNUC_PRINTF (2, 3) fail (Check *self, const char *format, ...)
{
  va_list words;

  va_start (words, format);
  if (self->wrong == NULL)
    self->wrong = g_strdup_vprintf (format, words);
  va_end (words);
  return FALSE;
}

static gint64
number_of (const Check *self, JsonObject *object, const char *member)
{
  return llround (json_object_get_double_member_with_default (object, member, -1.0) * self->problem->scale);
}

static gint64
leg (const Check *self, gint32 from, gint32 to)
{
  const RangTravel *travel = rang_problem_get_travel (self->problem->problem);

  return from < 0 || to < 0 ? 0 : rang_travel_get_seconds (travel, (guint)from, (guint)to);
}

static gint64
resource_with (const Check *self, gint64 id)
{
  for (guint r = 0; r < rang_problem_get_n_resources (self->problem->problem); r++)
    if (self->problem->resource_ids[r] == id)
      return r;
  return -1;
}

/* Marks the job of a step as served. Returns: its index, or -1 */
static gint64
take_job (Check *self, JsonObject *step, gint64 vehicle)
{
  gint64 id = json_object_get_int_member_with_default (step, "id", -1);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &id));

  if (index == 0 || self->seen[index - 1]++)
    {
      fail (self, "vehicle %" G_GINT64_FORMAT ": job %" G_GINT64_FORMAT " is unknown or served twice", vehicle, id);
      return -1;
    }
  return (gint64)index - 1;
}

static gboolean
check_job (Check *self, const RangProblemResource *r, guint r_index, const RangJob *job, gint64 arrival, gint64 listed)
{
  if (arrival != listed)
    return fail (self, "resource %u: arrival is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, r_index, arrival, listed);
  if (MAX (arrival, job->from) > job->to)
    return fail (self, "resource %u: a window is missed", r_index);
  if ((job->skills & ~r->skills) != 0 || job->not_ready || r->out_of_service
      || (job->resource >= 0 && (guint)job->resource != r_index))
    return fail (self, "resource %u: a job that it may not take", r_index);
  return TRUE;
}

static gboolean
check_route (Check *self, JsonObject *route)
{
  gint64 vehicle = json_object_get_int_member_with_default (route, "vehicle", -1),
         found = resource_with (self, vehicle);
  JsonArray *steps = json_object_get_array_member (route, "steps");
  guint n = json_array_get_length (steps);
  const RangProblemResource *r;
  gint64 now, grams = 0, parcels = 0;
  gint32 at;

  if (found < 0 || n < 3)
    return fail (self, "vehicle %" G_GINT64_FORMAT " is unknown or has no stop", vehicle);
  r = rang_problem_get_resource (self->problem->problem, (guint)found);
  now = r->from;
  at = r->start;
  for (guint k = 1; k + 1 < n; k++)
    {
      JsonObject *step = json_array_get_object_element (steps, k);
      gint64 index = take_job (self, step, vehicle);
      const RangJob *job;

      if (index < 0)
        return FALSE;
      job = rang_problem_get_job (self->problem->problem, (guint)index);
      self->cost += leg (self, at, job->location);
      now += leg (self, at, job->location);
      if (!check_job (self, r, (guint)found, job, now, number_of (self, step, "arrival")))
        return FALSE;
      now = MAX (now, job->from) + job->service;
      at = job->location;
      grams += job->grams;
      parcels += job->parcels;
      self->points += self->problem->priorities[index];
    }
  self->cost += leg (self, at, r->end);
  now += leg (self, at, r->end);
  if (now > r->to || now != number_of (self, json_array_get_object_element (steps, n - 1), "arrival"))
    return fail (self, "vehicle %" G_GINT64_FORMAT " is back too late, or not when it says", vehicle);
  if (grams > r->capacity_grams || parcels > r->capacity_parcels)
    return fail (self, "vehicle %" G_GINT64_FORMAT " is overloaded", vehicle);
  return TRUE;
}

static gboolean
check_unassigned (Check *self, JsonArray *unassigned)
{
  guint n = 0;

  for (guint i = 0; i < rang_problem_get_n_jobs (self->problem->problem); i++)
    n += !self->seen[i];
  if (n != json_array_get_length (unassigned))
    return fail (self, "%u jobs are left out, %u are listed", n, json_array_get_length (unassigned));
  for (guint k = 0; k < n; k++)
    if (take_job (self, json_array_get_object_element (unassigned, k), -1) < 0)
      return FALSE;
  return TRUE;
}

static void
check_routes (Check *self, JsonObject *root)
{
  JsonArray *routes = json_object_get_array_member (root, "routes");
  JsonObject *summary = json_object_get_object_member (root, "summary");
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < json_array_get_length (routes); i++)
    {
      JsonObject *route = json_array_get_object_element (routes, i);

      if (!g_hash_table_add (used, GINT_TO_POINTER ((gint)json_object_get_int_member (route, "vehicle"))))
        fail (self, "a vehicle has two routes");
      if (!check_route (self, route))
        return;
    }
  if (!check_unassigned (self, json_object_get_array_member (root, "unassigned")))
    return;
  if (self->cost != number_of (self, summary, "cost")
      || self->points != json_object_get_int_member_with_default (summary, "points", -1))
    fail (self, "cost or points do not add up");
}

static void
check_sequence (Check *self, JsonObject *root)
{
  const SolveProblem *p = self->problem;
  JsonArray *sequence = json_object_get_array_member (root, "sequence");
  gint64 end = 0;

  if (json_array_get_length (sequence) != p->n)
    {
      fail (self, "the sequence has %u jobs, not %u", json_array_get_length (sequence), p->n);
      return;
    }
  for (guint k = 0; k < p->n; k++)
    {
      gint64 job = json_array_get_int_element (sequence, k) - 1;

      if (job < 0 || job >= (gint64)p->n || self->seen[job]++)
        {
          fail (self, "a job is unknown or stands in the sequence twice");
          return;
        }
      end += p->processing[job];
      self->cost += MAX (0, end - p->due[job]) * p->weights[job];
    }
  if (self->cost != json_object_get_int_member_with_default (root, "cost", -1))
    fail (self, "the cost does not add up");
}

char *
check_answer (const SolveProblem *problem, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  Check self = { .problem = problem, .index = index };
  guint n = problem->kind == SOLVE_TARDINESS ? problem->n : rang_problem_get_n_jobs (problem->problem);
  g_autofree guint8 *seen = g_new0 (guint8, n + 1);
  JsonObject *root;

  self.seen = seen;
  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return g_strdup ("it is no JSON");
  root = json_node_get_object (json_parser_get_root (parser));
  if (problem->kind == SOLVE_TARDINESS)
    check_sequence (&self, root);
  else
    {
      for (guint i = 0; i < n; i++)
        g_hash_table_insert (index, &problem->job_ids[i], GUINT_TO_POINTER (i + 1));
      check_routes (&self, root);
    }
  return self.wrong;
}
