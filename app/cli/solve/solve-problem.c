/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what kind of problem a file holds. */
#include "solve-problem.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (solve_error_quark, solve_error)

void
solve_problem_free (SolveProblem *self)
{
  if (self == NULL)
    return;
  rang_problem_unref (self->problem);
  g_free (self->job_ids);
  g_free (self->resource_ids);
  g_free (self->break_ids);
  g_free (self->priorities);
  g_free (self->processing);
  g_free (self->weights);
  g_free (self->due);
  g_free (self);
}

/* The numbers of the first line: four in a TOPTW file. */
static guint
numbers_in_first_line (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0' && *at != '\n';)
    {
      char *end;

      g_ascii_strtod (at, &end);
      if (end == at)
        break;
      n++;
      for (at = end; *at == ' ' || *at == '\t' || *at == '\r';)
        at++;
    }
  return n;
}

SolveProblem *
solve_problem_parse (const char *text, gsize length, const SolveChoice *choice, GError **error)
{
  g_autoptr (SolveProblem) self = g_new0 (SolveProblem, 1);
  const char *first = text;
  gboolean read;

  while (g_ascii_isspace (*first))
    first++;
  self->scale = 1;
  if (strlen (text) != length)
    {
      g_set_error_literal (error, SOLVE_ERROR, SOLVE_ERROR_FILE, _ ("it holds a zero byte; give a text file"));
      return NULL;
    }
  if (*first == '{')
    read = solve_read_vroom (self, text, length, error);
  else if (strstr (text, "VEHICLE") != NULL)
    read = solve_read_solomon (self, text, error);
  else if (choice->jobs > 0 || choice->instance > 0)
    read = solve_read_tardiness (self, text, choice, error);
  else if (numbers_in_first_line (first) == 4)
    read = solve_read_toptw (self, text, choice, error);
  else if (numbers_in_first_line (first) > 4)
    {
      g_set_error_literal (error, SOLVE_ERROR, SOLVE_ERROR_USAGE,
                           _ ("a weighted tardiness file needs --jobs and --instance"));
      return NULL;
    }
  else
    {
      g_set_error_literal (
          error, SOLVE_ERROR, SOLVE_ERROR_FILE,
          _ ("it is no Solomon, TOPTW, weighted tardiness or VROOM file; see the manual for the kinds"));
      return NULL;
    }
  return read ? g_steal_pointer (&self) : NULL;
}

SolveProblem *
solve_problem_load (const char *path, const SolveChoice *choice, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return solve_problem_parse (text, length, choice, error);
}
