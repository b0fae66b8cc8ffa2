/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/rang-first-run.h"

G_BEGIN_DECLS

#define RANG_FIRST_RUN_MOST_LOAD 100000 /* kg */

struct _RangFirstRun
{
  AdwWindow parent_instance;
  GtkStack *steps;
  GtkLabel *count;
  GtkLabel *problem;
  GtkWidget *back;
  GtkButton *next;
  GtkEditable *company;
  GtkEditable *founder;
  GtkEditable *depot;
  AdwPreferencesGroup *departments;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *vans;
  GPtrArray *department_rows; /* of AdwEntryRow */
  GPtrArray *people_rows;     /* the chief, then a head for each department */
  GPtrArray *van_rows;        /* of AdwActionRow with entries */
  RangFounded founded;
  gpointer data;
};

/* rang-first-run-checks.c */

/** rang_first_run_row_at: Returns: (transfer none): the entry that is the @i th of the rows */
GtkEditable *
rang_first_run_row_at (GPtrArray *rows, guint i);

/** rang_first_run_find_problem: marks what cannot be taken. Returns: (nullable): why the step cannot be left, unless it
 * only lacks something */
const char *
rang_first_run_find_problem (RangFirstRun *self, guint step);

/** rang_first_run_is_complete: Returns: whether the step has all that it needs */
gboolean
rang_first_run_is_complete (RangFirstRun *self, guint step);

G_END_DECLS
