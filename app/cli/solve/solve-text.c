/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the text files of the benchmarks: Solomon, TOPTW and OR-Library weighted tardiness. */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "solve-problem.h"

typedef struct
{
  const char *at;
  GError **error;
} Reader;

static gboolean
fail (GError **error, const char *where, guint row, const char *field, const char *problem)
{
  /* Translators: a part of a file, a row in it, a field, and what is wrong, e.g. "customer 3, due date: is no number"
   */
  g_set_error (error, SOLVE_ERROR, SOLVE_ERROR_FILE, _ ("%s %u, %s: %s"), where, row, field, problem);
  return FALSE;
}

/* Reads one number times the scale; FALSE with an error that names the field. */
static gboolean
read_number (Reader *reader, const char *where, guint row, const char *field, double *value)
{
  char *end;

  *value = g_ascii_strtod (reader->at, &end);
  if (end == reader->at)
    return fail (reader->error, where, row, field, _ ("a number is missing"));
  if (!isfinite (*value) || fabs (*value) > RANG_PROBLEM_LIMIT)
    return fail (reader->error, where, row, field, _ ("is too large"));
  reader->at = end;
  return TRUE;
}

static gboolean
read_whole (Reader *reader, const char *where, guint row, const char *field, gint32 scale, gint32 *value)
{
  double number;

  if (!read_number (reader, where, row, field, &number))
    return FALSE;
  if (number < 0)
    return fail (reader->error, where, row, field, _ ("must not be negative"));
  if (number * scale > RANG_PROBLEM_LIMIT)
    return fail (reader->error, where, row, field, _ ("is too large"));
  *value = (gint32)(number * scale + 0.5);
  return TRUE;
}

typedef struct
{
  double x;
  double y;
  gint32 id;
  gint32 load;
  gint32 profit;
  gint32 from;
  gint32 to;
  gint32 service;
} Vertex;

/* Distances as the benchmarks do: Euclidean, cut off after the decimals of the scale. */
static RangTravel *
travel_between (const GArray *vertices, gint32 scale)
{
  RangTravel *travel = rang_travel_new (vertices->len);

  for (guint i = 0; i < vertices->len; i++)
    for (guint j = 0; j < vertices->len; j++)
      {
        const Vertex *a = &g_array_index (vertices, Vertex, i), *b = &g_array_index (vertices, Vertex, j);
        gint32 d = (gint32)(hypot (a->x - b->x, a->y - b->y) * scale + 1e-9);

        rang_travel_set (travel, i, j, d, d);
      }
  return travel;
}

/* The first vertex is the depot of all vans. */
static gboolean
build (SolveProblem *self, const GArray *vertices, gint32 vans, gint32 capacity, GError **error)
{
  const Vertex *depot = &g_array_index (vertices, Vertex, 0);
  guint n = vertices->len - 1;
  g_autofree RangProblemResource *resources = g_new0 (RangProblemResource, vans + 1);
  g_autofree RangJob *jobs = g_new0 (RangJob, n + 1);
  g_autoptr (RangTravel) travel = travel_between (vertices, self->scale);

  self->resource_ids = g_new0 (gint64, vans + 1);
  self->job_ids = g_new0 (gint64, n + 1);
  self->priorities = g_new0 (gint64, n + 1);
  for (gint32 i = 0; i < vans; i++)
    {
      resources[i] = (RangProblemResource)RANG_PROBLEM_RESOURCE_INIT;
      resources[i].start = resources[i].end = 0;
      resources[i].from = depot->from;
      resources[i].to = depot->to;
      resources[i].capacity_grams = capacity;
      self->resource_ids[i] = i + 1;
    }
  for (guint i = 0; i < n; i++)
    {
      const Vertex *v = &g_array_index (vertices, Vertex, i + 1);

      jobs[i] = (RangJob)RANG_JOB_INIT;
      jobs[i].location = (gint32)i + 1;
      jobs[i].from = v->from;
      jobs[i].to = jobs[i].closing = v->to;
      jobs[i].service = v->service;
      jobs[i].grams = v->load;
      jobs[i].points = MAX (1, v->profit);
      self->job_ids[i] = v->id;
      self->priorities[i] = v->profit;
    }
  self->problem = rang_problem_new (resources, (guint)vans, jobs, n, travel, error);
  return self->problem != NULL;
}

static const char *
skip_line (const char *at)
{
  const char *end = strchr (at, '\n');

  return end != NULL ? end + 1 : at + strlen (at);
}

static gboolean
read_customer (Reader *reader, guint row, Vertex *v)
{
  const char *where = _ ("customer");

  if (!read_whole (reader, where, row, "CUST NO.", 1, &v->id) || !read_number (reader, where, row, "XCOORD.", &v->x)
      || !read_number (reader, where, row, "YCOORD.", &v->y) || !read_whole (reader, where, row, "DEMAND", 1, &v->load)
      || !read_whole (reader, where, row, "READY TIME", 10, &v->from)
      || !read_whole (reader, where, row, "DUE DATE", 10, &v->to)
      || !read_whole (reader, where, row, "SERVICE TIME", 10, &v->service))
    return FALSE;
  if (v->to < v->from)
    return fail (reader->error, where, row, "DUE DATE", _ ("the window ends before it starts"));
  return TRUE;
}

static gboolean
is_blank (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return *at == '\0';
}

/* Has the id been seen before? The ids of a file go up, so that the last one is enough nearly always. */
static gboolean
is_twice (const GArray *vertices, gint32 id)
{
  for (guint i = 0; i < vertices->len; i++)
    if (g_array_index (vertices, Vertex, i).id == id)
      return TRUE;
  return FALSE;
}

gboolean
solve_read_solomon (SolveProblem *self, const char *text, GError **error)
{
  Reader reader = { .at = strstr (text, "CAPACITY"), .error = error };
  g_autoptr (GArray) vertices = g_array_new (FALSE, TRUE, sizeof (Vertex));
  gint32 vans, capacity;

  self->kind = SOLVE_SOLOMON;
  self->scale = 10;
  if (reader.at == NULL)
    return fail (error, _ ("section"), 1, "CAPACITY", _ ("is missing"));
  reader.at += strlen ("CAPACITY");
  if (!read_whole (&reader, _ ("section"), 1, "NUMBER", 1, &vans)
      || !read_whole (&reader, _ ("section"), 1, "CAPACITY", 1, &capacity))
    return FALSE;
  reader.at = strstr (reader.at, "CUST NO");
  if (vans > 100000)
    return fail (error, _ ("section"), 1, "NUMBER", _ ("is too large"));
  if (reader.at == NULL)
    return fail (error, _ ("section"), 2, "CUST NO.", _ ("is missing"));
  reader.at = skip_line (reader.at);
  while (!is_blank (reader.at))
    {
      Vertex v = { 0 };

      if (!read_customer (&reader, vertices->len, &v))
        return FALSE;
      if (is_twice (vertices, v.id))
        return fail (error, _ ("customer"), vertices->len, "CUST NO.", _ ("stands in the file twice"));
      g_array_append_val (vertices, v);
    }
  if (vertices->len == 0)
    return fail (error, _ ("customer"), 0, "CUST NO.", _ ("the depot is missing"));
  return build (self, vertices, vans, capacity, error);
}

static gboolean
read_vertex (Reader *reader, guint row, gint32 scale, Vertex *v)
{
  const char *where = _ ("vertex");
  gint32 ignored, listed;

  if (!read_whole (reader, where, row, "i", 1, &v->id) || !read_number (reader, where, row, "x", &v->x)
      || !read_number (reader, where, row, "y", &v->y) || !read_whole (reader, where, row, "d", scale, &v->service)
      || !read_whole (reader, where, row, "S", 1, &v->profit) || !read_whole (reader, where, row, "f", 1, &ignored)
      || !read_whole (reader, where, row, "a", 1, &listed))
    return FALSE;
  /* The depot's line of most files leaves the list and the opening out. */
  for (gint32 i = 0; i < listed; i++)
    if (!read_whole (reader, where, row, "list", 1, &ignored))
      return FALSE;
  if (!read_whole (reader, where, row, "O", scale, &v->from) || !read_whole (reader, where, row, "C", scale, &v->to))
    return FALSE;
  if (v->to < v->from)
    return fail (reader->error, where, row, "C", _ ("the window ends before it starts"));
  return TRUE;
}

gboolean
solve_read_toptw (SolveProblem *self, const char *text, const SolveChoice *choice, GError **error)
{
  Reader reader = { .at = text, .error = error };
  g_autoptr (GArray) vertices = g_array_new (FALSE, TRUE, sizeof (Vertex));
  gint32 head[4];

  self->kind = SOLVE_TOPTW;
  for (guint i = 0; i < 4; i++)
    if (!read_whole (&reader, _ ("line"), 1, i == 0 ? "k" : i == 1 ? "v" : i == 2 ? "N" : "t", 1, &head[i]))
      return FALSE;
  if (choice->vans < 1 || choice->vans > 10000)
    {
      g_set_error_literal (error, SOLVE_ERROR, SOLVE_ERROR_USAGE, _ ("a TOPTW file needs --vans, at least 1"));
      return FALSE;
    }
  /* Cordeau's files (48 to 288 vertices, several days) are cut after two decimals, Solomon's (100) after one. */
  self->scale = head[2] == 100 ? 10 : 100;
  reader.at = skip_line (skip_line (text));
  while (!is_blank (reader.at))
    {
      Vertex v = { 0 };

      if (!read_vertex (&reader, vertices->len, self->scale, &v))
        return FALSE;
      if (is_twice (vertices, v.id))
        return fail (error, _ ("vertex"), vertices->len, "i", _ ("stands in the file twice"));
      g_array_append_val (vertices, v);
    }
  if (vertices->len != (guint)head[2] + 1)
    return fail (error, _ ("line"), 1, "N", _ ("does not agree with the number of vertices"));
  return build (self, vertices, choice->vans, G_MAXINT32, error);
}

static gboolean
read_column (Reader *reader, guint n, guint instance, const char *field, gint32 least, gint32 *column)
{
  for (guint i = 0; i < n; i++)
    {
      if (!read_whole (reader, _ ("instance"), instance, field, 1, &column[i]))
        return FALSE;
      if (column[i] < least)
        return fail (reader->error, _ ("instance"), instance, field, _ ("must be at least 1"));
    }
  return TRUE;
}

/* The last job ends within the limit, and the worst cost fits the numbers it is counted in. */
static gboolean
check_sums (const SolveProblem *self, guint instance, GError **error)
{
  gint64 end = 0, weight = 0;

  for (guint i = 0; i < self->n; i++)
    {
      end += self->processing[i];
      weight += self->weights[i];
    }
  if (end > RANG_PROBLEM_LIMIT)
    return fail (error, _ ("instance"), instance, "processing", _ ("the sum is too large"));
  if (end > 0 && weight > G_MAXINT64 / 4 / end)
    return fail (error, _ ("instance"), instance, "weight", _ ("the sum is too large"));
  return TRUE;
}

gboolean
solve_read_tardiness (SolveProblem *self, const char *text, const SolveChoice *choice, GError **error)
{
  Reader reader = { .at = text, .error = error };
  guint n = (guint)choice->jobs;
  gboolean read = TRUE;

  self->kind = SOLVE_TARDINESS;
  if (choice->jobs < 1 || choice->jobs > 100000 || choice->instance < 1)
    {
      g_set_error_literal (error, SOLVE_ERROR, SOLVE_ERROR_USAGE,
                           _ ("a weighted tardiness file needs --jobs and --instance, at least 1"));
      return FALSE;
    }
  self->n = n;
  self->processing = g_new0 (gint32, n);
  self->weights = g_new0 (gint32, n);
  self->due = g_new0 (gint32, n);
  for (gint32 i = 1; i <= choice->instance && read; i++)
    read = read_column (&reader, n, (guint)i, "processing", 1, self->processing)
           && read_column (&reader, n, (guint)i, "weight", 0, self->weights)
           && read_column (&reader, n, (guint)i, "due", 0, self->due);
  return read && check_sums (self, (guint)choice->instance, error);
}
