/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says why no resource of the day can take an order at all. */
#include "board/rang-board-day-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * Found:
 * @in_service: resources that work on the day
 * @there: of these, that have not left
 * @able: of these, with what the order needs
 * @grams, @parcels: what the largest of these carries
 */
typedef struct
{
  guint in_service;
  guint there;
  guint able;
  gint64 grams;
  gint64 parcels;
} Found;

static Found
look (const RangProblem *problem, const RangJob *job)
{
  Found found = { 0 };

  for (guint i = 0; i < rang_problem_get_n_resources (problem); i++)
    {
      const RangProblemResource *r = rang_problem_get_resource (problem, i);

      if (r->out_of_service || (job->resource != RANG_NO_RESOURCE && (guint)job->resource != i))
        continue;
      found.in_service++;
      if (r->loaded && job->resource != (gint32)i)
        continue;
      found.there++;
      if ((job->skills & ~r->skills) != 0)
        continue;
      found.able++;
      found.grams = MAX (found.grams, r->capacity_grams);
      found.parcels = MAX (found.parcels, r->capacity_parcels);
    }
  return found;
}

static char *
say_skills (guint32 skills, const char *locked)
{
  g_autofree char *label = rang_skills_label (skills);

  if (locked != NULL)
    /* Translators: the name of a van; what it lacks: "lift" or "lift, cold" */
    return g_strdup_printf (_ ("It is locked to %s, which does not have what it needs: %s."), locked, label);
  if (skills == RANG_SKILL_LIFT)
    return g_strdup (_ ("No van with a lift drives on this day."));
  if (skills == RANG_SKILL_COLD)
    return g_strdup (_ ("No van with cooling drives on this day."));
  return g_strdup (_ ("No van with both a lift and cooling drives on this day."));
}

static char *
say_load (const RangJob *job, const Found *found)
{
  if (job->grams > found->grams)
    /* Translators: two weights in kg */
    return g_strdup_printf (_ ("It weighs %" PRId64 " kg; no van that may take it on this day carries more than "
                               "%" PRId64 " kg."),
                            (job->grams + 999) / 1000, found->grams / 1000);
  /* Translators: two numbers of parcels */
  return g_strdup_printf (_ ("It has %" PRId64 " parcels; no van that may take it on this day carries more than "
                             "%" PRId64 "."),
                          job->parcels, found->parcels);
}

char *
rang_board_day_why_not_carried (const RangBoardDay *day, guint index)
{
  const RangJob *job = rang_problem_get_job (day->left, index);
  const char *locked = NULL;
  Found found;

  if (day->input->unit->kind == RANG_UNIT_PRODUCTION)
    return NULL;
  found = look (day->left, job);
  if (job->resource != RANG_NO_RESOURCE)
    locked = rang_board_input_find_resource (day->input,
                                             ((RangRosterEntry *)day->roster->pdata[job->resource])->resource)
                 ->name;
  if (found.in_service == 0)
    /* Translators: the name of a van */
    return locked != NULL ? g_strdup_printf (_ ("It is locked to %s, which does not drive on this day."), locked)
                          : g_strdup (_ ("No van drives on this day."));
  if (found.there == 0)
    return g_strdup (_ ("Every van that drives on this day has left."));
  if (found.able == 0)
    return say_skills (job->skills, locked);
  if (job->grams > found.grams || job->parcels > found.parcels)
    return say_load (job, &found);
  return NULL;
}
