/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "planner/rang-problem.h"

G_BEGIN_DECLS

#define SOLVE_ERROR (solve_error_quark ())
GQuark
solve_error_quark (void);

/**
 * SolveError:
 * @SOLVE_ERROR_FILE: the file is none of the four kinds, is cut, or a field makes no sense; the message names it
 * @SOLVE_ERROR_USAGE: an option is missing or wrong for this kind of file
 */
typedef enum
{
  SOLVE_ERROR_FILE,
  SOLVE_ERROR_USAGE,
} SolveError;

typedef enum
{
  SOLVE_SOLOMON,
  SOLVE_TOPTW,
  SOLVE_TARDINESS,
  SOLVE_VROOM,
} SolveKind;

/**
 * SolveProblem:
 * @kind: what the file is
 * @scale: times are in units of 1 / scale
 * @problem: (nullable): %NULL for tardiness
 * @job_ids: the file's number of each job
 * @resource_ids: the file's number of each resource
 * @break_ids: the file's number of each break, %RANG_MAX_BREAKS a resource; %NULL if the kind has none
 * @priorities: what @summary.points adds up
 * @n: jobs of a tardiness instance
 * @processing: its processing times, weights and due dates
 *
 * A problem file, read.
 */
typedef struct
{
  SolveKind kind;
  gint32 scale;
  RangProblem *problem;
  gint64 *job_ids;
  gint64 *resource_ids;
  gint64 *break_ids;
  gint64 *priorities;
  guint n;
  gint32 *processing;
  gint32 *weights;
  gint32 *due;
} SolveProblem;

/**
 * SolveChoice:
 * @vans: vans of a TOPTW file, 0 if not given
 * @jobs: jobs an instance of a tardiness file, 0 if not given
 * @instance: number of the instance from 1, 0 if not given
 */
typedef struct
{
  gint32 vans;
  gint32 jobs;
  gint32 instance;
} SolveChoice;

/**
 * solve_problem_load:
 * @error: return location for a #SolveError or #GFileError
 *
 * Tells the kind of a file by its content and reads it.
 *
 * Returns: (transfer full) (nullable): the problem
 */
SolveProblem *
solve_problem_load (const char *path, const SolveChoice *choice, GError **error);
SolveProblem *
solve_problem_parse (const char *text, gsize length, const SolveChoice *choice, GError **error);
void
solve_problem_free (SolveProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolveProblem, solve_problem_free)

/* The readers of the kinds; each returns FALSE with an error that names the field. */
gboolean
solve_read_solomon (SolveProblem *self, const char *text, GError **error);
gboolean
solve_read_toptw (SolveProblem *self, const char *text, const SolveChoice *choice, GError **error);
gboolean
solve_read_tardiness (SolveProblem *self, const char *text, const SolveChoice *choice, GError **error);
gboolean
solve_read_vroom (SolveProblem *self, const char *text, gsize length, GError **error);

G_END_DECLS
