/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for VROOM's JSON: vehicles, jobs with priorities, windows, amounts and skills, and a matrix or coordinates.
 */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "solve-problem.h"

#define MAX_LOCATIONS 12000

typedef struct
{
  SolveProblem *problem;
  GArray *points; /* RangTravelPoint of locations given by coordinates */
  gint32 matrix_size;
  JsonArray *matrix;
  GHashTable *skills; /* number → bit */
  gboolean setups;
  GError **error;
} Vroom;

static gboolean
fail (Vroom *self, const char *table, guint row, const char *field, const char *problem)
{
  /* Translators: a table, a row in it, a field, and what is wrong, e.g. "jobs[3].service: must not be negative" */
  g_set_error (self->error, SOLVE_ERROR, SOLVE_ERROR_FILE, _ ("%s[%u].%s: %s"), table, row, field, problem);
  return FALSE;
}

static gboolean
node_number (Vroom *self, const char *table, guint row, const char *field, JsonNode *node, gint64 *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (self, table, row, field, _ ("must be a whole number"));
  *value = json_node_get_int (node);
  if (*value < 0)
    return fail (self, table, row, field, _ ("must not be negative"));
  if (*value > RANG_PROBLEM_LIMIT)
    return fail (self, table, row, field, _ ("is too large"));
  return TRUE;
}

/* A member that may be missing: the value stays as it is. */
static gboolean
number_member (Vroom *self, const char *table, guint row, JsonObject *object, const char *field, gint64 *value)
{
  return !json_object_has_member (object, field)
         || node_number (self, table, row, field, json_object_get_member (object, field), value);
}

static JsonArray *
array_member (Vroom *self, const char *table, guint row, JsonObject *object, const char *field)
{
  JsonNode *node = json_object_get_member (object, field);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    fail (self, table, row, field, _ ("must be an array"));
  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_failed (const Vroom *self)
{
  return *self->error != NULL;
}

static gboolean
read_window (Vroom *self, const char *table, guint row, const char *field, JsonArray *window, gint32 *from, gint32 *to)
{
  gint64 bound[2];

  if (json_array_get_length (window) != 2)
    return fail (self, table, row, field, _ ("a window has two numbers"));
  for (guint i = 0; i < 2; i++)
    if (!node_number (self, table, row, field, json_array_get_element (window, i), &bound[i]))
      return FALSE;
  if (bound[1] < bound[0])
    return fail (self, table, row, field, _ ("the window ends before it starts"));
  *from = (gint32)bound[0];
  *to = (gint32)bound[1];
  return TRUE;
}

static gboolean
read_amounts (
    Vroom *self, const char *table, guint row, JsonObject *object, const char *field, gint64 *grams, gint64 *parcels)
{
  JsonArray *amounts = array_member (self, table, row, object, field);
  gint64 *amount[2] = { grams, parcels };

  if (amounts == NULL)
    return !is_failed (self);
  if (json_array_get_length (amounts) > 2)
    return fail (self, table, row, field, _ ("more than two kinds of amount are not supported"));
  for (guint i = 0; i < json_array_get_length (amounts); i++)
    if (!node_number (self, table, row, field, json_array_get_element (amounts, i), amount[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_skills (Vroom *self, const char *table, guint row, JsonObject *object, guint32 *bits)
{
  JsonArray *skills = array_member (self, table, row, object, "skills");

  *bits = 0;
  for (guint i = 0; skills != NULL && i < json_array_get_length (skills); i++)
    {
      gint64 skill;
      guint bit;

      if (!node_number (self, table, row, "skills", json_array_get_element (skills, i), &skill))
        return FALSE;
      bit = GPOINTER_TO_UINT (g_hash_table_lookup (self->skills, GINT_TO_POINTER ((gint)skill)));
      if (bit == 0)
        {
          bit = g_hash_table_size (self->skills) + 1;
          if (bit > 32)
            return fail (self, table, row, "skills", _ ("more than 32 skills are not supported"));
          g_hash_table_insert (self->skills, GINT_TO_POINTER ((gint)skill), GUINT_TO_POINTER (bit));
        }
      *bits |= 1u << (bit - 1);
    }
  return !is_failed (self);
}

/* A place: by its index in the matrix, else by coordinates. */
static gboolean
read_place (Vroom *self,
            const char *table,
            guint row,
            JsonObject *object,
            const char *field,
            const char *index_field,
            gint32 *location)
{
  JsonArray *coordinates;
  gint64 index = -1;

  if (!number_member (self, table, row, object, index_field, &index))
    return FALSE;
  if (self->matrix != NULL && index >= self->matrix_size)
    return fail (self, table, row, index_field, _ ("is not in the matrix"));
  if (self->matrix != NULL)
    {
      *location = (gint32)index;
      return index >= 0 || !json_object_has_member (object, field)
             || fail (self, table, row, index_field, _ ("is missing, though there is a matrix"));
    }
  coordinates = array_member (self, table, row, object, field);
  if (coordinates == NULL)
    return !is_failed (self);
  if (json_array_get_length (coordinates) != 2)
    return fail (self, table, row, field, _ ("must be longitude and latitude"));
  {
    double longitude = json_array_get_double_element (coordinates, 0);
    double latitude = json_array_get_double_element (coordinates, 1);
    RangTravelPoint point;

    if (!(fabs (longitude) <= 180.0 && fabs (latitude) <= 90.0))
      return fail (self, table, row, field, _ ("must be longitude and latitude"));
    point = (RangTravelPoint){ .latitude = (gint32)lrint (latitude * 1e6),
                               .longitude = (gint32)lrint (longitude * 1e6),
                               .located = TRUE };
    *location = (gint32)self->points->len;
    g_array_append_val (self->points, point);
  }
  return TRUE;
}

static gboolean
refuse_fields (Vroom *self, const char *table, guint row, JsonObject *object, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (json_object_has_member (object, fields[i]))
      return fail (self, table, row, fields[i], _ ("is not supported"));
  return TRUE;
}

static gboolean
read_id (Vroom *self, const char *table, guint row, JsonObject *object, const gint64 *before, gint64 *id)
{
  if (!json_object_has_member (object, "id"))
    return fail (self, table, row, "id", _ ("is missing"));
  if (!number_member (self, table, row, object, "id", id))
    return FALSE;
  for (guint i = 0; i < row; i++)
    if (before[i] == *id)
      return fail (self, table, row, "id", _ ("stands in the file twice"));
  return TRUE;
}

static JsonObject *
object_at (Vroom *self, const char *table, JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    g_set_error (self->error, SOLVE_ERROR, SOLVE_ERROR_FILE, _ ("%s[%u]: must be an object"), table, i);
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* What must begin first is taken first. */
static void
sort_breaks (Vroom *self, guint i, RangProblemResource *vehicle)
{
  gint64 *ids = self->problem->break_ids + i * RANG_MAX_BREAKS;

  for (guint k = 1; k < vehicle->n_breaks; k++)
    for (guint l = k; l > 0 && vehicle->breaks[l].to < vehicle->breaks[l - 1].to; l--)
      {
        RangBreak other = vehicle->breaks[l];
        gint64 id = ids[l];

        vehicle->breaks[l] = vehicle->breaks[l - 1];
        vehicle->breaks[l - 1] = other;
        ids[l] = ids[l - 1];
        ids[l - 1] = id;
      }
}

/* One window each, and one after the other. */
static gboolean
read_breaks (Vroom *self, guint i, JsonObject *object, RangProblemResource *vehicle)
{
  JsonArray *breaks = array_member (self, "vehicles", i, object, "breaks");
  guint n = breaks != NULL ? json_array_get_length (breaks) : 0;

  if (n > RANG_MAX_BREAKS)
    return fail (self, "vehicles", i, "breaks", _ ("are too many"));
  for (guint k = 0; k < n; k++)
    {
      static const char *const refused[] = { "max_load", NULL };
      JsonObject *one = object_at (self, "vehicles.breaks", breaks, k);
      RangBreak *pause = &vehicle->breaks[k];
      JsonArray *windows;
      gint64 service = 0, id = -1;

      if (one == NULL || !refuse_fields (self, "vehicles.breaks", k, one, refused)
          || !number_member (self, "vehicles.breaks", k, one, "id", &id)
          || !number_member (self, "vehicles.breaks", k, one, "service", &service))
        return FALSE;
      if (id < 0)
        return fail (self, "vehicles.breaks", k, "id", _ ("is missing"));
      windows = array_member (self, "vehicles.breaks", k, one, "time_windows");
      if (windows == NULL || json_array_get_length (windows) != 1
          || !JSON_NODE_HOLDS_ARRAY (json_array_get_element (windows, 0)))
        return is_failed (self)
                   ? FALSE
                   : fail (self, "vehicles.breaks", k, "time_windows", _ ("exactly one window is supported"));
      if (!read_window (self, "vehicles.breaks", k, "time_windows", json_array_get_array_element (windows, 0),
                        &pause->from, &pause->to))
        return FALSE;
      pause->duration = (gint32)service;
      self->problem->break_ids[i * RANG_MAX_BREAKS + k] = id;
      /* As long as the shift lasts. */
      pause->from = MAX (pause->from, vehicle->from);
      pause->to = MIN (pause->to, vehicle->to);
      if (pause->to < pause->from)
        return fail (self, "vehicles.breaks", k, "time_windows", _ ("lies outside of the vehicle’s time window"));
    }
  vehicle->n_breaks = n;
  sort_breaks (self, i, vehicle);
  return !is_failed (self);
}

static gboolean
read_vehicle (Vroom *self, guint i, JsonObject *object, RangProblemResource *vehicle)
{
  static const char *const refused[] = { "max_tasks", "max_travel_time", "max_distance", NULL };
  JsonArray *window;

  *vehicle = (RangProblemResource)RANG_PROBLEM_RESOURCE_INIT;
  vehicle->to = RANG_PROBLEM_LIMIT;
  if (!refuse_fields (self, "vehicles", i, object, refused)
      || !read_id (self, "vehicles", i, object, self->problem->resource_ids, &self->problem->resource_ids[i])
      || !read_amounts (self, "vehicles", i, object, "capacity", &vehicle->capacity_grams, &vehicle->capacity_parcels)
      || !read_skills (self, "vehicles", i, object, &vehicle->skills)
      || !read_place (self, "vehicles", i, object, "start", "start_index", &vehicle->start)
      || !read_place (self, "vehicles", i, object, "end", "end_index", &vehicle->end))
    return FALSE;
  window = array_member (self, "vehicles", i, object, "time_window");
  if (is_failed (self)
      || (window != NULL && !read_window (self, "vehicles", i, "time_window", window, &vehicle->from, &vehicle->to)))
    return FALSE;
  return read_breaks (self, i, object, vehicle);
}

/* A step names its job or break by id; where it stands is where the search begins. */
static gboolean
read_step (Vroom *self, guint i, JsonObject *step, guint n_jobs, RangJob *jobs, guint *place)
{
  static const char *const refused[] = { "service_at", "service_after", "service_before", NULL };
  const char *type = json_object_get_string_member_with_default (step, "type", "");
  gint64 id = -1;

  if (!refuse_fields (self, "vehicles", i, step, refused))
    return FALSE;
  if (g_str_equal (type, "start") || g_str_equal (type, "end") || g_str_equal (type, "break"))
    return TRUE;
  if (!g_str_equal (type, "job"))
    return fail (self, "vehicles", i, "steps", _ ("a step is start, job, break or end"));
  if (!number_member (self, "vehicles", i, step, "id", &id))
    return FALSE;
  for (guint k = 0; k < n_jobs; k++)
    if (self->problem->job_ids[k] == id)
      {
        if (jobs[k].signed_place > 0)
          return fail (self, "vehicles", i, "steps", _ ("a job stands in the steps twice"));
        jobs[k].signed_resource = (gint32)i;
        jobs[k].signed_place = ++*place;
        return TRUE;
      }
  return fail (self, "vehicles", i, "steps", _ ("names a job that is not in the file"));
}

static gboolean
read_steps (Vroom *self, guint i, JsonObject *object, guint n_jobs, RangJob *jobs)
{
  JsonArray *steps = array_member (self, "vehicles", i, object, "steps");
  guint place = 0;

  for (guint k = 0; steps != NULL && k < json_array_get_length (steps); k++)
    {
      JsonObject *step = object_at (self, "vehicles.steps", steps, k);

      if (step == NULL || !read_step (self, i, step, n_jobs, jobs, &place))
        return FALSE;
    }
  return !is_failed (self);
}

/* Several windows are one from the first to the last, shut between them. */
static gboolean
read_job_window (Vroom *self, guint i, JsonObject *object, RangJob *job)
{
  JsonArray *windows = array_member (self, "jobs", i, object, "time_windows");
  guint n = windows != NULL ? json_array_get_length (windows) : 0;

  job->to = job->closing = RANG_PROBLEM_LIMIT;
  if (windows == NULL)
    return !is_failed (self);
  if (n == 0 || n > RANG_MAX_SHUT + 1)
    return fail (self, "jobs", i, "time_windows", n == 0 ? _ ("is empty") : _ ("are too many"));
  for (guint k = 0; k < n; k++)
    {
      JsonNode *node = json_array_get_element (windows, k);
      gint32 from, to;

      if (!JSON_NODE_HOLDS_ARRAY (node))
        return fail (self, "jobs", i, "time_windows", _ ("must be an array of windows"));
      if (!read_window (self, "jobs", i, "time_windows", json_node_get_array (node), &from, &to))
        return FALSE;
      if (k == 0)
        job->from = from;
      else if (from < job->to)
        return fail (self, "jobs", i, "time_windows", _ ("windows must follow each other"));
      else
        job->shut[job->n_shut++] = (RangSpan){ job->to, from };
      job->to = job->closing = to;
    }
  return TRUE;
}

static gboolean
read_job (Vroom *self, guint i, guint n, JsonObject *object, RangJob *job)
{
  static const char *const refused[] = { "pickup", NULL };
  gint64 service = 0, setup = 0, priority = 0;

  *job = (RangJob)RANG_JOB_INIT;
  if (!refuse_fields (self, "jobs", i, object, refused)
      || !read_id (self, "jobs", i, object, self->problem->job_ids, &self->problem->job_ids[i])
      || !number_member (self, "jobs", i, object, "service", &service)
      || !number_member (self, "jobs", i, object, "setup", &setup)
      || !number_member (self, "jobs", i, object, "priority", &priority)
      || !read_amounts (self, "jobs", i, object, "amount", &job->grams, &job->parcels)
      || !read_amounts (self, "jobs", i, object, "delivery", &job->grams, &job->parcels)
      || !read_skills (self, "jobs", i, object, &job->skills)
      || !read_place (self, "jobs", i, object, "location", "location_index", &job->location)
      || !read_job_window (self, i, object, job))
    return FALSE;
  self->setups = self->setups || setup > 0;
  if (job->location == RANG_NO_LOCATION)
    return fail (self, "jobs", i, "location", _ ("is missing"));
  if (priority > RANG_PROBLEM_LIMIT / (2 * ((gint64)n + 1)))
    return fail (self, "jobs", i, "priority", _ ("is too large"));
  if (service + setup > RANG_PROBLEM_LIMIT)
    return fail (self, "jobs", i, "setup", _ ("is too large"));
  job->service = (gint32)(service + setup);
  /* Of equal priority sums the one with more jobs wins. */
  job->points = (gint32)(priority * ((gint64)n + 1) + 1);
  self->problem->priorities[i] = priority;
  return TRUE;
}

/* matrices.car.durations, or the older top-level matrix. */
static gboolean
find_matrix (Vroom *self, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "matrix");

  if (json_object_has_member (root, "matrices"))
    {
      JsonNode *matrices = json_object_get_member (root, "matrices");
      JsonNode *car
          = JSON_NODE_HOLDS_OBJECT (matrices) ? json_object_get_member (json_node_get_object (matrices), "car") : NULL;

      if (car == NULL || !JSON_NODE_HOLDS_OBJECT (car))
        return fail (self, "matrices", 0, "car", _ ("is missing"));
      node = json_object_get_member (json_node_get_object (car), "durations");
      if (node == NULL)
        return fail (self, "matrices", 0, "car.durations", _ ("is missing"));
    }
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, "matrices", 0, "car.durations", _ ("must be an array"));
  self->matrix = json_node_get_array (node);
  if (json_array_get_length (self->matrix) > MAX_LOCATIONS)
    return fail (self, "matrices", 0, "car.durations", _ ("is too large"));
  self->matrix_size = (gint32)json_array_get_length (self->matrix);
  return TRUE;
}

static RangTravel *
read_matrix (Vroom *self)
{
  g_autoptr (RangTravel) travel = rang_travel_new ((guint)self->matrix_size);

  for (guint i = 0; i < (guint)self->matrix_size; i++)
    {
      JsonNode *row = json_array_get_element (self->matrix, i);

      if (!JSON_NODE_HOLDS_ARRAY (row) || json_array_get_length (json_node_get_array (row)) != (guint)self->matrix_size)
        {
          fail (self, "matrices.car.durations", i, "length", _ ("the matrix must be square"));
          return NULL;
        }
      for (guint j = 0; j < (guint)self->matrix_size; j++)
        {
          gint64 seconds;

          if (!node_number (self, "matrices.car.durations", i, "seconds",
                            json_array_get_element (json_node_get_array (row), j), &seconds))
            return NULL;
          if (i != j)
            rang_travel_set (travel, i, j, (gint32)seconds, (gint32)seconds);
        }
    }
  return g_steal_pointer (&travel);
}

/* A setup is spent once for all jobs of a place: it can be added to the service only where each job has its own. */
static gboolean
check_setups (Vroom *self, const RangJob *jobs, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_add (seen, GINT_TO_POINTER (jobs[i].location + 1)))
      return fail (self, "jobs", i, "setup", _ ("is not supported where two jobs share a place"));
  return TRUE;
}

static gboolean
read_root (Vroom *self, JsonObject *root)
{
  JsonArray *vehicles = array_member (self, "file", 0, root, "vehicles");
  JsonArray *list = array_member (self, "file", 0, root, "jobs");
  guint n_vehicles = vehicles != NULL ? json_array_get_length (vehicles) : 0;
  guint n_jobs = list != NULL ? json_array_get_length (list) : 0;
  g_autofree RangProblemResource *resources = g_new0 (RangProblemResource, n_vehicles + 1);
  g_autofree RangJob *jobs = g_new0 (RangJob, n_jobs + 1);
  g_autoptr (RangTravel) travel = NULL;

  if (is_failed (self) || vehicles == NULL)
    return is_failed (self) ? FALSE : fail (self, "file", 0, "vehicles", _ ("is missing"));
  if (json_object_has_member (root, "shipments"))
    return fail (self, "file", 0, "shipments", _ ("is not supported"));
  self->problem->resource_ids = g_new0 (gint64, n_vehicles + 1);
  self->problem->break_ids = g_new0 (gint64, n_vehicles * RANG_MAX_BREAKS + 1);
  self->problem->job_ids = g_new0 (gint64, n_jobs + 1);
  self->problem->priorities = g_new0 (gint64, n_jobs + 1);
  if (!find_matrix (self, root))
    return FALSE;
  for (guint i = 0; i < n_vehicles; i++)
    {
      JsonObject *object = object_at (self, "vehicles", vehicles, i);

      if (object == NULL || !read_vehicle (self, i, object, &resources[i]))
        return FALSE;
    }
  for (guint i = 0; i < n_jobs; i++)
    {
      JsonObject *object = object_at (self, "jobs", list, i);

      if (object == NULL || !read_job (self, i, n_jobs, object, &jobs[i]))
        return FALSE;
    }
  if (self->setups && !check_setups (self, jobs, n_jobs))
    return FALSE;
  for (guint i = 0; i < n_vehicles; i++)
    if (!read_steps (self, i, json_array_get_object_element (vehicles, i), n_jobs, jobs))
      return FALSE;
  /* Without a matrix: great circle, 1.3 m of road for each metre, 36 km/h. */
  travel = self->matrix != NULL ? read_matrix (self)
                                : rang_travel_new_from_points ((RangTravelPoint *)(gpointer)self->points->data,
                                                               self->points->len, NULL, 0, 1300, 36000);
  if (travel == NULL)
    return FALSE;
  self->problem->problem = rang_problem_new (resources, n_vehicles, jobs, n_jobs, travel, self->error);
  return self->problem->problem != NULL;
}

gboolean
solve_read_vroom (SolveProblem *problem, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (RangTravelPoint));
  g_autoptr (GHashTable) skills = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) wrong = NULL;
  Vroom self = { .problem = problem, .points = points, .skills = skills, .error = &wrong };

  problem->kind = SOLVE_VROOM;
  if (!json_parser_load_from_data (parser, text, (gssize)length, &wrong))
    g_set_error (error, SOLVE_ERROR, SOLVE_ERROR_FILE, _ ("it is no JSON: %s"), wrong->message);
  else if (read_root (&self, json_node_get_object (json_parser_get_root (parser))))
    return TRUE;
  else
    g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}
