/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one chain of ruin and recreate. */
#include "planner/rang-search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_FIXED_ORDERS 7
#define N_NOISY_ORDERS 24
#define REFRESH_EVERY 64
#define BLINK_ONE_IN 100

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
  self->orders = g_new0 (gint32, n * (N_FIXED_ORDERS + N_NOISY_ORDERS));
  self->ruined = g_new0 (guint8, table->n_resources + 1);
  self->slack = g_new0 (gint32, table->n_resources + 1);
  self->removed = g_new0 (guint8, n);
  self->removed_list = g_new0 (gint32, n);
  self->string_length = 10;
  self->mean_removed = 15;
  self->blink = BLINK_ONE_IN;
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
  g_free (self->slack);
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
      if (order < N_FIXED_ORDERS)
        keyed[i].key = fixed_key (self, order, job);
      else if (order % 2 == 0)
        keyed[i].key = -(double)self->weight[job] * (0.5 + rang_random_unit (&self->random));
      else
        keyed[i].key = fixed_key (self, N_FIXED_ORDERS - 1, job) * (0.5 + rang_random_unit (&self->random));
    }
  qsort (keyed, (gsize)n, sizeof *keyed, compare_keyed);
  for (gint32 i = 0; i < n; i++)
    list[i] = keyed[i].job;
}

/* Between two neighbours fits at most what time there is beyond the way; a detour is no shorter than that way. */
static void
measure_slack (RangSearch *self, gint32 r)
{
  const RangRoutes *w = self->work;
  gint32 end = rang_routes_end (w, r), most = 0;

  for (gint32 p = rang_routes_start (w, r); p != end; p = w->next[p])
    most = MAX (most, w->late[w->next[p]] - w->leave[p] - w->hop[p]);
  self->slack[r] = most;
}

static void
measure_all (RangSearch *self)
{
  for (gint32 r = 0; r < self->table->n_resources; r++)
    measure_slack (self, r);
}

static void
search_blinking (RangSearch *self, gint32 job, gint32 r, RangPlace *place)
{
  const RangRoutes *w = self->work;
  const RangTable *t = self->table;
  const gint32 *to = t->to_node + (gsize)job * (gsize)t->n_nodes;
  const gint32 *from = t->from_node + (gsize)job * (gsize)t->n_nodes;
  gint32 end = rang_routes_end (w, r), open = t->from[job], service = t->service[job];
  gint32 deadline = self->deadline[job];

  if (service > self->slack[r] || !rang_routes_carries (w, job, r))
    return;
  if (t->ready[job] > w->departure[r])
    {
      rang_routes_search (w, job, r, deadline, place);
      return;
    }
  for (gint32 p = rang_routes_start (w, r), q; p != end && w->leave[p] <= deadline; p = q)
    {
      gint32 begin, more;

      q = w->next[p];
      if (w->late[q] < open)
        continue;
      more = from[p] + to[q] - w->hop[p];
      begin = MAX (w->leave[p] + from[p], open);
      if (more >= place->more || begin > deadline || begin + service + to[q] > w->late[q])
        continue;
      if (--self->blink == 0)
        {
          self->blink = 1 + rang_random_below (&self->random, 2 * BLINK_ONE_IN);
          continue;
        }
      *place = (RangPlace){ .resource = r, .after = p, .more = more };
    }
}

static void
put_in (RangSearch *self, gint32 job, gboolean everywhere)
{
  RangRoutes *w = self->work;
  RangPlace place = RANG_PLACE_NONE;

  for (gint32 r = 0; r < self->table->n_resources; r++)
    {
      gint32 twin = self->table->twin[r];

      if ((everywhere || self->ruined[r])
          && !(twin >= 0 && rang_routes_is_empty (w, r) && rang_routes_is_empty (w, twin)))
        search_blinking (self, job, r, &place);
    }
  if (place.resource < 0)
    return;
  rang_routes_insert (w, job, place.after, place.resource, self->deadline[job]);
  measure_slack (self, place.resource);
  self->absent -= self->weight[job];
}

static void
put_in_all (RangSearch *self, const gint32 *list, gint32 n, gboolean musts, gboolean everywhere)
{
  for (gint32 i = 0; i < n; i++)
    {
      gint32 job = list[i];

      if (self->work->resource[job] < 0 && (self->weight[job] >= RANG_SEARCH_MUST) == musts)
        put_in (self, job, everywhere || self->removed[job]);
    }
}

static void
shuffle (RangSearch *self, gint32 *list, gint32 n)
{
  for (gint32 i = n - 1; i > 0; i--)
    {
      gint32 j = rang_random_below (&self->random, i + 1), other = list[j];

      list[j] = list[i];
      list[i] = other;
    }
}

static void
recreate (RangSearch *self, gboolean everywhere)
{
  static const gint8 without_prizes[] = { -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5 };
  static const gint8 with_prizes[] = { -1, -1, 1, 2, 3, 4, 5, -2, -2, -2, -2, -2, -2, -2, -2, -2 };
  gint32 order = self->prizes ? with_prizes[rang_random_below (&self->random, (gint32)sizeof with_prizes)]
                              : without_prizes[rang_random_below (&self->random, (gint32)sizeof without_prizes)];
  gsize width = (gsize)self->table->n_jobs + 1;
  gint32 *list = self->looked_at, n = self->n_looked_at;

  if (!self->prizes && order < 0)
    {
      list = self->removed_list;
      n = self->n_removed;
    }
  if (order == -1)
    shuffle (self, list, n);
  else
    list = self->orders
           + width * (gsize)(order >= 0 ? order : N_FIXED_ORDERS + rang_random_below (&self->random, N_NOISY_ORDERS));
  if (self->musts)
    put_in_all (self, list, n, TRUE, everywhere);
  if (self->prizes)
    put_in_all (self, list, n, FALSE, everywhere);
}

/* Takes a string of jobs around one out of its route, perhaps leaving some in its middle. */
static void
remove_string (RangSearch *self, gint32 around, gint32 longest)
{
  RangRoutes *w = self->work;
  gint32 r = w->resource[around], size = 0, at = 0, length, spared = 0, first, job;

  for (gint32 i = w->next[rang_routes_start (w, r)]; i < self->table->n_jobs; i = w->next[i], size++)
    if (i == around)
      at = size;
  length = 1 + rang_random_below (&self->random, MIN (longest, size));
  if (length > 1 && length < size && (rang_random_next (&self->random) & 1) != 0)
    for (spared = 1; length + spared < size && rang_random_below (&self->random, 100) == 0;)
      spared++;
  length += spared;
  first = at - rang_random_below (&self->random, length);
  first = CLAMP (first, 0, size - length);
  spared = spared > 0 ? 1 + rang_random_below (&self->random, length - spared) + (spared << 16) : 0;
  job = w->next[rang_routes_start (w, r)];
  for (gint32 i = 0; i < first; i++)
    job = w->next[job];
  for (gint32 i = 0; i < length; i++)
    {
      gint32 after = w->next[job], from = spared & 0xffff;

      if (spared == 0 || i < from || i >= from + (spared >> 16))
        {
          rang_routes_unlink (w, job);
          self->absent += self->weight[job];
          self->removed[job] = 1;
          self->removed_list[self->n_removed++] = job;
        }
      job = after;
    }
  if (!rang_routes_update (w, r))
    self->broken = TRUE;
  measure_slack (self, r);
  self->ruined[r] = 1;
}

static void
ruin (RangSearch *self)
{
  const RangTable *t = self->table;
  RangRoutes *w = self->work;
  gint32 routed = 0, routes = 0, longest, strings, seed;

  for (gint32 r = 0; r < t->n_resources; r++)
    {
      self->ruined[r] = 0;
      routes += !rang_routes_is_empty (w, r);
    }
  for (gint32 i = 0; i < self->n_removed; i++)
    self->removed[self->removed_list[i]] = 0;
  self->n_removed = 0;
  self->broken = FALSE;
  for (gint32 i = 0; i < self->n_looked_at; i++)
    routed += w->resource[self->looked_at[i]] >= 0;
  longest = CLAMP (routes > 0 ? routed / routes : 1, 1, self->string_length);
  strings = 1 + rang_random_below (&self->random, MAX (1, 4 * self->mean_removed / (1 + longest) - 1));
  seed = self->looked_at[rang_random_below (&self->random, self->n_looked_at)];
  for (gint32 k = 0; k < t->n_near && strings > 0; k++)
    {
      gint32 job = t->near[(gsize)seed * (gsize)t->n_near + (gsize)k];

      if (self->weight[job] == 0 || w->resource[job] < 0 || self->ruined[w->resource[job]])
        continue;
      remove_string (self, job, longest);
      strings--;
    }
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
    fill_order (self, N_FIXED_ORDERS + rang_random_below (&self->random, N_NOISY_ORDERS));
  ruin (self);
  if (!self->broken)
    recreate (self, FALSE);
  worse = (double)(self->absent - self->kept_absent) + (double)(self->work->travel - self->kept->travel);
  if (self->broken || (worse > 0.0 && worse >= -temperature * log (rang_random_unit (&self->random))))
    {
      rang_routes_copy (self->work, self->kept);
      self->absent = self->kept_absent;
      measure_all (self);
      return;
    }
  rang_routes_copy (self->kept, self->work);
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
  rang_routes_copy (self->kept, self->work);
  rang_routes_copy (self->best, self->work);
  self->kept_absent = self->best_absent = self->absent;
}

void
rang_search_begin (RangSearch *self, const RangRoutes *start, const gint64 *weight, const gint32 *deadline)
{
  gint32 n = self->table->n_jobs;
  gint64 lightest = G_MAXINT64, heaviest = 0;

  rang_routes_copy (self->work, start);
  memcpy (self->weight, weight, (gsize)n * sizeof *weight);
  memcpy (self->deadline, deadline, (gsize)n * sizeof *deadline);
  self->n_looked_at = self->n_removed = 0;
  self->absent = 0;
  for (gint32 i = 0; i < n; i++)
    {
      self->work->deadline[i] = deadline[i];
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
  measure_all (self);
  for (gint32 i = 0; i < N_FIXED_ORDERS + N_NOISY_ORDERS; i++)
    fill_order (self, i);
  put_in_all (self, self->orders + (gsize)(N_FIXED_ORDERS - 1) * (gsize)(n + 1), self->n_looked_at, TRUE, TRUE);
  put_in_all (self, self->orders + (gsize)(N_FIXED_ORDERS - 1) * (gsize)(n + 1), self->n_looked_at, FALSE, TRUE);
  keep_work (self);
}

void
rang_search_adopt (RangSearch *self, const RangSearch *from)
{
  rang_routes_copy (self->work, from->best);
  self->absent = from->best_absent;
  measure_all (self);
  keep_work (self);
}
