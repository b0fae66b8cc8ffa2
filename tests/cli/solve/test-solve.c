/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the problem files that `solve` takes, and for the errors that it gives on bad ones. */
#include <string.h>

#include "bench/check-answer.h"
#include "lib/rang-test-data.h"
#include "solve-run.h"

/* Two jobs that one vehicle can serve only one of; the second is worth more. */
#define VEHICLE "{\"id\":4,\"start_index\":0,\"end_index\":0,\"capacity\":[5],\"time_window\":[0,100]}"
#define MATRIX "\"matrix\":[[0,10,10],[10,0,90],[10,90,0]]"
#define JOB(id, more) "{\"id\":" #id ",\"location_index\":" #id ",\"delivery\":[1],\"service\":5" more "}"
#define TOPTW(vertex) "4 2 1 1\n0 9\n0 0 0 0 0 0 0 0 90\n" vertex "\n"
#define DAY(jobs) "{\"vehicles\":[" VEHICLE "],\"jobs\":[" jobs "]," MATRIX "}"

static char *
answer (const char *text, const SolveChoice *choice, const SolveLimit *limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SolveProblem) problem = solve_problem_parse (text, strlen (text), choice, &error);

  g_autofree char *wrong = NULL;
  char *json;

  g_assert_no_error (error);
  json = solve_run (problem, limit);
  /* The checker knows no breaks. */
  wrong = strstr (json, "\"break\"") == NULL ? check_answer (problem, json) : NULL;
  g_assert_cmpstr (wrong, ==, NULL);
  return json;
}

static void
test_vroom (void)
{
  g_autofree char *json = answer (DAY (JOB (1, ",\"priority\":3") "," JOB (2, ",\"priority\":7")), &(SolveChoice){ 0 },
                                  &(SolveLimit){ .steps = 50 });

  g_assert_nonnull (strstr (json, "\"cost\":20,\"points\":7,\"unassigned\":1"));
  g_assert_nonnull (strstr (json, "{\"vehicle\":4,\"steps\":[{\"type\":\"start\",\"arrival\":0},"
                                  "{\"type\":\"job\",\"id\":2,\"arrival\":10},{\"type\":\"end\",\"arrival\":25}]}"));
  g_assert_nonnull (strstr (json, "\"unassigned\":[{\"id\":1}]"));
}

/* A break of 30 within 20 to 60, and a job that takes its goods from 0 to 5 and from 50 on. */
static void
test_vroom_breaks (void)
{
  const char *text = "{\"vehicles\":[{\"id\":4,\"start_index\":0,\"end_index\":0,\"time_window\":[0,200],"
                     "\"breaks\":[{\"id\":9,\"service\":30,\"time_windows\":[[20,60]]}]}],"
                     "\"jobs\":[{\"id\":1,\"location_index\":1,\"service\":10,\"time_windows\":[[0,5],[50,90]]}],"
                     "\"matrix\":[[0,10],[10,0]]}";
  g_autofree char *json = answer (text, &(SolveChoice){ 0 }, &(SolveLimit){ .steps = 10 });

  g_assert_nonnull (
      strstr (json, "\"steps\":[{\"type\":\"start\",\"arrival\":0},{\"type\":\"break\",\"id\":9,\"arrival\":20},"
                    "{\"type\":\"job\",\"id\":1,\"arrival\":50},{\"type\":\"end\",\"arrival\":70}]"));
  g_assert_nonnull (strstr (json, "\"cost\":20,"));
}

/* The search begins with the steps that the file names, and they cost no more than it finds. */
static void
test_vroom_steps (void)
{
  const char *text = "{\"vehicles\":[{\"id\":4,\"start_index\":0,\"steps\":[{\"type\":\"start\"},"
                     "{\"type\":\"job\",\"id\":2},{\"type\":\"job\",\"id\":1},{\"type\":\"end\"}]}],"
                     "\"jobs\":[{\"id\":1,\"location_index\":1},{\"id\":2,\"location_index\":2}],"
                     "\"matrix\":[[0,10,10],[10,0,5],[10,5,0]]}";
  g_autofree char *json = answer (text, &(SolveChoice){ 0 }, &(SolveLimit){ .steps = 1 });

  /* Both orders take as long; the one named stands. */
  g_assert_nonnull (
      strstr (json, "{\"type\":\"job\",\"id\":2,\"arrival\":10},{\"type\":\"job\",\"id\":1,\"arrival\":15}"));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *field;
  gint32 jobs; /* of a tardiness file */
} BadFile;

static const BadFile bad_files[] = {
  { "negative_service", DAY (JOB (1, ",\"service\":-5")), "jobs[0].service" },
  { "window_that_ends_before_it_starts", DAY (JOB (1, ",\"time_windows\":[[50,40]]")), "jobs[0].time_windows" },
  { "id_twice", DAY (JOB (1, "") "," JOB (1, "")), "jobs[1].id" },
  { "sum_that_overflows", DAY (JOB (1, ",\"priority\":99999999")), "jobs[0].priority" },
  { "place_outside_the_matrix", DAY (JOB (3, "")), "jobs[0].location_index" },
  { "field_that_is_no_number", DAY (JOB (1, ",\"priority\":\"much\"")), "jobs[0].priority" },
  { "matrix_that_is_not_square", "{\"vehicles\":[],\"jobs\":[],\"matrix\":[[0,1],[1]]}", "matrices.car.durations[1]" },
  { "windows_that_overlap", DAY (JOB (1, ",\"time_windows\":[[0,40],[30,50]]")), "jobs[0].time_windows" },
  { "setup_at_a_shared_place",
    DAY (JOB (1, ",\"setup\":5") ","
                                 "{\"id\":2,\"location_index\":1}"),
    "jobs[1].setup" },
  { "break_without_a_window",
    "{\"vehicles\":[{\"id\":1,\"start_index\":0,\"breaks\":[{\"id\":3,\"service\":5}]}],\"jobs\":[],\"matrix\":[[0]]}",
    "vehicles.breaks[0].time_windows" },
  { "step_of_an_unknown_job",
    "{\"vehicles\":[{\"id\":1,\"start_index\":0,\"steps\":[{\"type\":\"job\",\"id\":7}]}],\"jobs\":[],\"matrix\":[[0]]"
    "}",
    "vehicles[0].steps" },
  { "file_without_vehicles", "{\"jobs\":[]}", "vehicles" },
  { "text_that_is_no_json", "{\"jobs\":", "JSON" },
  { "shipment", "{\"vehicles\":[],\"jobs\":[],\"shipments\":[]}", "shipments" },
  { "cut_solomon_file", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUSTOMER\nCUST NO. X\n0 1 1 0 0 9",
    "customer 0, SERVICE TIME" },
  { "solomon_window_reversed", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUST NO. X\n0 1 1 0 9 3 0", "customer 0, DUE DATE" },
  { "solomon_negative_time", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUST NO. X\n0 1 1 0 -1 3 0",
    "customer 0, READY TIME" },
  { "solomon_id_twice", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUST NO. X\n0 1 1 0 0 9 0\n0 1 1 0 0 9 0",
    "customer 1, CUST NO." },
  { "solomon_sum_that_overflows", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUST NO. X\n0 1 1 0 0 99999999 0",
    "customer 0, DUE DATE" },
  { "solomon_file_without_depot", "X\nVEHICLE\nNUMBER CAPACITY\n2 10\nCUST NO. X\n", "customer 0, CUST NO." },
  { "toptw_negative_time", TOPTW ("1 3 4 -1 5 1 1 1 0 80"), "vertex 1, d" },
  { "toptw_window_reversed", TOPTW ("1 3 4 1 5 1 1 1 80 70"), "vertex 1, C" },
  { "toptw_id_twice", TOPTW ("0 3 4 1 5 1 1 1 0 80"), "vertex 1, i" },
  { "toptw_time_that_overflows", TOPTW ("1 3 4 1 5 1 1 1 0 99999999"), "vertex 1, C" },
  { "toptw_rows_missing", "4 2 2 1\n0 9\n0 0 0 0 0 0 0 0 90\n1 3 4 1 5 1 1 1 0 80\n", "line 1, N" },
  { "tardiness_negative_time", "2 -2 2 1 5 3 2 3 4", "instance 1, processing", 3 },
  { "tardiness_sum_that_overflows", "99999999 99999999 2 1 5 3 2 3 4", "instance 1, processing", 3 },
  { "tardiness_weights_that_overflow", "33333333 33333333 33333333 99999999999 1 1 1 1 1", "instance 1, weight", 3 },
  { "tardiness_numbers_missing", "2 2 2 1 5", "instance 1, weight", 3 },
  { "something_else", "hello", "Solomon" },
};

static void
test_bad (gconstpointer data)
{
  const BadFile *file = data;
  SolveChoice choice = { .vans = 1, .jobs = file->jobs, .instance = file->jobs > 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SolveProblem) problem = solve_problem_parse (file->text, strlen (file->text), &choice, &error);

  g_assert_null (problem);
  g_assert_error (error, SOLVE_ERROR, SOLVE_ERROR_FILE);
  if (strstr (error->message, file->field) == NULL)
    g_error ("\"%s\" does not name %s", error->message, file->field);
}

static void
test_missing_option (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = "4 2 1 1\n0 9\n0 0 0 0 0 0 0 0 90\n1 3 4 1 5 1 1 1 0 80\n";

  g_assert_null (solve_problem_parse (text, strlen (text), &(SolveChoice){ 0 }, &error));
  g_assert_error (error, SOLVE_ERROR, SOLVE_ERROR_USAGE);
}

static void
test_toptw (void)
{
  const char *text = "4 2 1 1\n0 9\n0 0 0 0 0 0 0 0 90\n1 3 4 1 5 1 1 1 0 80\n";
  g_autofree char *json = answer (text, &(SolveChoice){ .vans = 1 }, &(SolveLimit){ .steps = 10 });

  g_assert_nonnull (strstr (json, "\"cost\":10.00,\"points\":5"));
}

static void
test_tardiness (void)
{
  /* Due dates 2, 3, 4 and processing 2 each: only the order by weight counts for the late ones. */
  g_autofree char *json = answer ("2 2 2 1 5 3 2 3 4", &(SolveChoice){ .jobs = 3, .instance = 1 }, &(SolveLimit){ 0 });

  g_assert_cmpstr (json, ==, "{\"cost\":4,\"sequence\":[2,3,1]}\n");
}

static void
test_threads (void)
{
  g_autofree char *path = rang_test_shared_path ("office-day/office-time-s1.json");
  g_autofree char *text = NULL, *one = NULL, *two = NULL, *other = NULL;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  one = answer (text, &(SolveChoice){ 0 }, &(SolveLimit){ .steps = 3000, .seed = 7, .threads = 1 });
  two = answer (text, &(SolveChoice){ 0 }, &(SolveLimit){ .steps = 3000, .seed = 7, .threads = 2 });
  other = answer (text, &(SolveChoice){ 0 }, &(SolveLimit){ .steps = 3000, .seed = 8, .threads = 2 });
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, other);
}

/* One and two threads give the same bytes where each works on a part of the town too, and for one machine. */
static void
test_threads_on_parts (void)
{
  g_autofree char *large = rang_test_shared_path ("vrptw/homberger/RC2_10_1.txt");
  g_autofree char *machine = rang_test_shared_path ("wt/wt40.txt");
  const char *paths[] = { large, machine };
  const SolveChoice choices[] = { { 0 }, { .jobs = 40, .instance = 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (paths) && paths[i] != NULL; i++)
    {
      g_autofree char *text = NULL, *one = NULL, *two = NULL;

      g_assert_true (g_file_get_contents (paths[i], &text, NULL, NULL));
      one = answer (text, &choices[i], &(SolveLimit){ .steps = 1200, .seed = 7, .threads = 1 });
      two = answer (text, &choices[i], &(SolveLimit){ .steps = 1200, .seed = 7, .threads = 2 });
      g_assert_cmpstr (one, ==, two);
    }
}

static void
test_known_optimum (void)
{
  g_autofree char *path = rang_test_shared_path ("toptw/c101.txt");
  g_autofree char *machine = rang_test_shared_path ("wt/wt40.txt");
  g_autofree char *text = NULL, *jobs = NULL, *json = NULL, *sequence = NULL;

  if (path == NULL || machine == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (machine, &jobs, NULL, NULL));
  json = answer (text, &(SolveChoice){ .vans = 1 }, &(SolveLimit){ .steps = 20000 });
  sequence = answer (jobs, &(SolveChoice){ .jobs = 40, .instance = 1 }, &(SolveLimit){ .steps = 200 });
  g_assert_nonnull (strstr (json, "\"points\":320"));
  g_assert_true (g_str_has_prefix (sequence, "{\"cost\":913,"));
}

/* Its optimum lies far from where most kicks end: jobs change places over the whole sequence. */
static void
test_far_optimum (void)
{
  g_autofree char *machine = rang_test_shared_path ("wt/wt100.txt");
  g_autofree char *jobs = NULL;

  if (machine == NULL)
    return;
  g_assert_true (g_file_get_contents (machine, &jobs, NULL, NULL));
  for (guint64 seed = 1; seed <= 4; seed++)
    {
      g_autofree char *sequence
          = answer (jobs, &(SolveChoice){ .jobs = 100, .instance = 63 }, &(SolveLimit){ .steps = 2000, .seed = seed });

      g_assert_true (g_str_has_prefix (sequence, "{\"cost\":96563,"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/solve/vroom_priorities_decide_who_is_served", test_vroom);
  g_test_add_func ("/solve/vroom_breaks_are_steps_and_windows_may_be_several", test_vroom_breaks);
  g_test_add_func ("/solve/vroom_steps_are_where_the_search_begins", test_vroom_steps);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/solve/the_error_names_the_field/%s", bad_files[i].name);

      g_test_add_data_func (path, &bad_files[i], test_bad);
    }
  g_test_add_func ("/solve/a_toptw_file_needs_its_vans", test_missing_option);
  g_test_add_func ("/solve/a_toptw_file_is_solved_in_its_units", test_toptw);
  g_test_add_func ("/solve/the_heaviest_late_jobs_go_first", test_tardiness);
  g_test_add_func ("/solve/the_threads_do_not_change_a_byte", test_threads);
  g_test_add_func ("/solve/the_threads_do_not_change_a_byte_on_parts", test_threads_on_parts);
  g_test_add_func ("/solve/known_optima_are_found", test_known_optimum);
  g_test_add_func ("/solve/an_optimum_is_found_that_lies_far_off", test_far_optimum);
  return g_test_run ();
}
