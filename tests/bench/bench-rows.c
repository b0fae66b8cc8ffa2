/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the table at the end of a benchmark: what was reached, what had to be, what others reach. */
#include "bench-rows.h"

#define MAX_ROWS 64

typedef struct
{
  gboolean reached;
  const char *what;
  char *figure;
  const char *target;
  const char *anchor;
} Row;

static Row rows[MAX_ROWS];
static guint n_rows;

void
bench_row (gboolean reached, const char *what, char *figure, const char *target, const char *anchor)
{
  g_assert (n_rows < MAX_ROWS);
  rows[n_rows++] = (Row){ reached, what, figure, target, anchor };
}

guint
bench_rows_print (void)
{
  guint missed = 0;

  g_print ("\n%-8s %-44s %-44s %-34s %s\n", "", "what", "measured", "must reach", "anchor");
  for (guint i = 0; i < n_rows; i++)
    {
      missed += !rows[i].reached;
      g_print ("%-8s %-44s %-44s %-34s %s\n", rows[i].reached ? "reached" : "MISSED", rows[i].what, rows[i].figure,
               rows[i].target, rows[i].anchor);
      g_free (rows[i].figure);
    }
  n_rows = 0;
  return missed;
}
