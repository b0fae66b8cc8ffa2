/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one chain of ruin and recreate. */
#include "planner/rang-search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REFRESH_EVERY 64

static void
divide_day (RangSearch *self)
{
  const RangTable *t = self->table;
  gint32 dusk = 0;

  self->dawn = RANG_PROBLEM_LIMIT;
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      self->dawn = MIN (self->dawn, t->shift_from[r]);
      dusk = MAX (dusk, t->shift_to[r]);
    }
  while (((dusk - self->dawn) >> self->span) >= RANG_SEARCH_SPANS)
    self->span++;
}

RangSearch *
rang_search_new (const RangTable *table, guint64 seed, guint64 stream)
{
  RangSearch *self = g_new0 (RangSearch, 1);
  gsize n = (gsize)table->n_jobs + 1;

  self->table = table;
  self->work = rang_routes_new (table);
  self->kept = rang_routes_new (table);
  self->best = rang_routes_new (table);
  self->weight = g_new0 (gint64, n);
  self->deadline = g_new0 (gint32, n);
  self->looked_at = g_new0 (gint32, n);
  self->orders = g_new0 (gint32, n * (RANG_SEARCH_FIXED_ORDERS + RANG_SEARCH_NOISY_ORDERS));
  self->ruined = g_new0 (guint8, table->n_resources + 1);
  self->ruined_list = g_new0 (gint32, table->n_resources + 1);
  self->first_span = g_new0 (guint8, n);
  self->last_span = g_new0 (guint8, n);
  self->slack = g_new0 (gint32, (table->n_resources + 1) * RANG_SEARCH_SPANS);
  self->kept_slack = g_new0 (gint32, (table->n_resources + 1) * RANG_SEARCH_SPANS);
  divide_day (self);
  self->removed = g_new0 (guint8, n);
  self->removed_list = g_new0 (gint32, n);
  self->string_length = 10;
  self->mean_removed = 15;
  self->blink = G_MAXINT32;
  rang_random_seed (&self->random, seed, stream);
  return self;
}

void
rang_search_free (RangSearch *self)
{
  if (self == NULL)
    return;
  rang_routes_free (self->work);
  rang_routes_free (self->kept);
  rang_routes_free (self->best);
  g_free (self->weight);
  g_free (self->deadline);
  g_free (self->looked_at);
  g_free (self->orders);
  g_free (self->ruined);
  g_free (self->ruined_list);
  g_free (self->first_span);
  g_free (self->last_span);
  g_free (self->slack);
  g_free (self->kept_slack);
  g_free (self->removed);
  g_free (self->removed_list);
  g_free (self);
}

typedef struct
{
  double key;
  gint32 job;
} Keyed;

static int
compare_keyed (const void *a, const void *b)
{
  const Keyed *p = a, *q = b;

  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  return p->job - q->job;
}

/* What a fixed order sorts by, as in the paper; the last two are for jobs that may be left out. */
static double
fixed_key (const RangSearch *self, gint32 order, gint32 job)
{
  const RangTable *t = self->table;
  gint32 depot = t->n_jobs;
  double around = 1.0 + t->service[job];

  switch (order)
    {
    case 0:
      return -(double)t->grams[job] - (double)t->parcels[job];
    case 1:
      return t->n_resources > 0 ? -(double)rang_table_seconds (t, depot, job) : 0.0;
    case 2:
      return t->n_resources > 0 ? (double)rang_table_seconds (t, depot, job) : 0.0;
    case 3:
      return (double)self->deadline[job] - t->from[job];
    case 4:
      return t->from[job];
    case 5:
      return -(double)self->deadline[job];
    default:
      for (gint32 k = 1; k < MIN (6, t->n_near); k++)
        around += rang_table_seconds (t, job, t->near[(gsize)job * (gsize)t->n_near + (gsize)k]) / 5.0;
      return -(double)(self->weight[job] % RANG_SEARCH_MUST) / around;
    }
}

/* Many routes even out what one order does wrong; a few need more variety. */
static double
noise (RangSearch *self)
{
  double width = self->table->n_resources > RANG_SEARCH_FEW ? 0.5 : 1.0;

  return 1.0 + width * (rang_random_unit (&self->random) - 0.5);
}

static void
fill_order (RangSearch *self, gint32 order)
{
  gint32 n = self->n_looked_at;
  gint32 *list = self->orders + (gsize)order * (gsize)(self->table->n_jobs + 1);
  g_autofree Keyed *keyed = g_new (Keyed, n + 1);

  for (gint32 i = 0; i < n; i++)
    {
      gint32 job = self->looked_at[i];

      keyed[i].job = job;
      if (order < RANG_SEARCH_FIXED_ORDERS)
        keyed[i].key = fixed_key (self, order, job);
      else if (order % 2 == 0)
        keyed[i].key = -(double)self->weight[job] * noise (self);
      else
        keyed[i].key = fixed_key (self, RANG_SEARCH_FIXED_ORDERS - 1, job) * noise (self);
    }
  qsort (keyed, (gsize)n, sizeof *keyed, compare_keyed);
  for (gint32 i = 0; i < n; i++)
    list[i] = keyed[i].job;
}

gboolean
rang_search_is_better (const RangSearch *self, const RangSearch *other)
{
  return self->best_absent < other->best_absent
         || (self->best_absent == other->best_absent && self->best->travel < other->best->travel);
}

void
rang_search_step (RangSearch *self, double temperature)
{
  double worse;

  if (self->n_looked_at == 0)
    return;
  self->count++;
  if (self->prizes && self->count % REFRESH_EVERY == 0)
    fill_order (self, RANG_SEARCH_FIXED_ORDERS + rang_random_below (&self->random, RANG_SEARCH_NOISY_ORDERS));
  rang_search_ruin (self);
  if (!self->broken)
    rang_search_recreate (self, self->n_ruined == 0);
  worse = (double)(self->absent - self->kept_absent) + (double)(self->work->travel - self->kept->travel);
  if (self->broken || (worse > 0.0 && worse >= -temperature * log (rang_random_unit (&self->random))))
    {
      rang_routes_copy (self->work, self->kept);
      memcpy (self->slack, self->kept_slack,
              (gsize)(RANG_SEARCH_SPANS * self->table->n_resources) * sizeof *self->slack);
      self->absent = self->kept_absent;
      return;
    }
  rang_routes_copy (self->kept, self->work);
  memcpy (self->kept_slack, self->slack, (gsize)(RANG_SEARCH_SPANS * self->table->n_resources) * sizeof *self->slack);
  self->kept_absent = self->absent;
  if (self->absent < self->best_absent
      || (self->absent == self->best_absent && self->work->travel < self->best->travel))
    {
      rang_routes_copy (self->best, self->work);
      self->best_absent = self->absent;
    }
}

static void
keep_work (RangSearch *self)
{
  rang_search_measure (self);
  memcpy (self->kept_slack, self->slack, (gsize)(RANG_SEARCH_SPANS * self->table->n_resources) * sizeof *self->slack);
  rang_routes_copy (self->kept, self->work);
  rang_routes_copy (self->best, self->work);
  self->kept_absent = self->best_absent = self->absent;
}

/* Puts in what fits, overlooking nothing. */
static void
complete (RangSearch *self)
{
  self->blink = G_MAXINT32;
  rang_search_recreate (self, TRUE);
  self->blink = 1 + rang_random_below (&self->random, 200);
}

void
rang_search_finish (RangSearch *self)
{
  rang_search_adopt (self, self);
  complete (self);
  keep_work (self);
}

void
rang_search_begin (RangSearch *self, const RangRoutes *start, const gint64 *weight, const gint32 *deadline)
{
  gint32 n = self->table->n_jobs;
  gint64 lightest = G_MAXINT64, heaviest = 0;

  rang_routes_copy (self->work, start);
  memcpy (self->weight, weight, (gsize)n * sizeof *weight);
  memcpy (self->deadline, deadline, (gsize)n * sizeof *deadline);
  self->n_looked_at = self->n_removed = self->n_ruined = 0;
  self->absent = 0;
  for (gint32 i = 0; i < n; i++)
    {
      self->work->deadline[i] = deadline[i];
      self->first_span[i] = (guint8)rang_search_span_of (self, self->table->from[i]);
      self->last_span[i] = (guint8)rang_search_span_of (self, deadline[i]);
      self->removed[i] = 0;
      if (weight[i] == 0 && self->work->resource[i] >= 0)
        rang_routes_remove (self->work, i);
      if (weight[i] == 0)
        continue;
      self->looked_at[self->n_looked_at++] = i;
      lightest = MIN (lightest, weight[i]);
      heaviest = MAX (heaviest, weight[i]);
      self->absent += self->work->resource[i] < 0 ? weight[i] : 0;
    }
  self->musts = heaviest >= RANG_SEARCH_MUST;
  self->prizes = lightest < RANG_SEARCH_MUST;
  for (gint32 r = 0; r < self->table->n_resources; r++)
    rang_routes_update (self->work, r);
  rang_search_measure (self);
  for (gint32 i = 0; i < RANG_SEARCH_FIXED_ORDERS + RANG_SEARCH_NOISY_ORDERS; i++)
    fill_order (self, i);
  complete (self);
  keep_work (self);
}

void
rang_search_adopt (RangSearch *self, const RangSearch *from)
{
  rang_routes_copy (self->work, from->best);
  self->absent = from->best_absent;
  keep_work (self);
}
