/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one ruin and one recreation of the search. */
#include "planner/rang-search.h"

#include <string.h>

#define BLINK_ONE_IN 100
/* So many of a hundred ruins are around a job that is left out. */
#define AROUND_ABSENT 30

gint32
rang_search_span_of (const RangSearch *self, gint32 second)
{
  return CLAMP ((second - self->dawn) >> self->span, 0, RANG_SEARCH_SPANS - 1);
}

/* Between two neighbours fits at most what time there is beyond the way; a detour is no shorter than that way. */
static void
measure_slack (RangSearch *self, gint32 r)
{
  const RangRoutes *w = self->work;
  gint32 end = rang_routes_end (w, r), *slack = self->slack + r * RANG_SEARCH_SPANS;

  memset (slack, 0, RANG_SEARCH_SPANS * sizeof *slack);
  for (gint32 p = rang_routes_start (w, r), q; p != end; p = q)
    {
      gint32 room, last;

      q = w->next[p];
      room = w->late[q] - w->leave[p] - w->hop[p];
      last = rang_search_span_of (self, w->late[q]);
      for (gint32 span = rang_search_span_of (self, w->leave[p]); span <= last; span++)
        slack[span] = MAX (slack[span], room);
    }
}

void
rang_search_measure (RangSearch *self)
{
  for (gint32 r = 0; r < self->table->n_resources; r++)
    measure_slack (self, r);
}

/* May the job fit anywhere on the route? Goods that come late are not asked for. */
static inline gboolean
has_slack (const RangSearch *self, gint32 job, gint32 r)
{
  const gint32 *slack = self->slack + r * RANG_SEARCH_SPANS;
  gint32 service = self->table->service[job];

  for (gint32 span = self->first_span[job]; span <= self->last_span[job]; span++)
    if (slack[span] >= service)
      return TRUE;
  return FALSE;
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

  if (!rang_routes_carries (w, job, r))
    return;
  if (!t->plain || t->ready[job] > w->departure[r])
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

static inline void
look_on (RangSearch *self, gint32 job, gint32 r, RangPlace *place)
{
  const RangRoutes *w = self->work;
  gint32 twin = self->table->twin[r];

  if (has_slack (self, job, r) && !(twin >= 0 && rang_routes_is_empty (w, r) && rang_routes_is_empty (w, twin)))
    search_blinking (self, job, r, place);
}

static void
put_in (RangSearch *self, gint32 job, gboolean everywhere)
{
  RangPlace place = RANG_PLACE_NONE;

  if (everywhere)
    for (gint32 r = 0; r < self->table->n_resources; r++)
      look_on (self, job, r, &place);
  else
    for (gint32 k = 0; k < self->n_ruined; k++)
      look_on (self, job, self->ruined_list[k], &place);
  if (place.resource < 0)
    return;
  rang_routes_insert (self->work, job, place.after, place.resource, self->deadline[job]);
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

/* Jobs that must be in, in an order as in the paper. */
static void
put_in_musts (RangSearch *self, gboolean everywhere)
{
  static const gint8 orders[] = { -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5 };
  gint32 order = orders[rang_random_below (&self->random, (gint32)sizeof orders)];

  if (order < 0 && !everywhere)
    {
      shuffle (self, self->removed_list, self->n_removed);
      put_in_all (self, self->removed_list, self->n_removed, TRUE, everywhere);
    }
  else
    put_in_all (self, self->orders + (gsize)MAX (order, 0) * (gsize)(self->table->n_jobs + 1), self->n_looked_at, TRUE,
                everywhere);
}

/* Jobs that may be left out: those worth most, or most for their time, first, with noise. */
static void
put_in_prizes (RangSearch *self, gboolean everywhere)
{
  gint32 noisy = rang_random_below (&self->random, RANG_SEARCH_NOISY_ORDERS);
  gint32 order = everywhere ? RANG_SEARCH_FIXED_ORDERS - 1 : RANG_SEARCH_FIXED_ORDERS + noisy;

  /* Now and then by load, place or window alone, against blindness. */
  if (!everywhere && rang_random_below (&self->random, self->table->n_resources > RANG_SEARCH_FEW ? 20 : 3) == 0)
    order = rang_random_below (&self->random, RANG_SEARCH_FIXED_ORDERS - 1);

  put_in_all (self, self->orders + (gsize)order * (gsize)(self->table->n_jobs + 1), self->n_looked_at, FALSE,
              everywhere);
}

void
rang_search_recreate (RangSearch *self, gboolean everywhere)
{
  if (self->musts)
    put_in_musts (self, everywhere);
  if (self->prizes)
    put_in_prizes (self, everywhere);
}

/* The job that a ruin is around. */
static gint32
choose_centre (RangSearch *self)
{
  gint32 job = self->looked_at[rang_random_below (&self->random, self->n_looked_at)];

  if (!self->prizes || rang_random_below (&self->random, 100) >= AROUND_ABSENT)
    return job;
  for (guint k = 0; k < 8 && self->work->resource[job] >= 0; k++)
    job = self->looked_at[rang_random_below (&self->random, self->n_looked_at)];
  return job;
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
  self->ruined_list[self->n_ruined++] = r;
}

void
rang_search_ruin (RangSearch *self)
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
  self->n_removed = self->n_ruined = 0;
  self->broken = FALSE;
  for (gint32 i = 0; i < self->n_looked_at; i++)
    routed += w->resource[self->looked_at[i]] >= 0;
  longest = CLAMP (routes > 0 ? routed / routes : 1, 1, self->string_length);
  strings = 1 + rang_random_below (&self->random, MAX (1, 4 * self->mean_removed / (1 + longest) - 1));
  seed = choose_centre (self);
  for (gint32 k = 0; k < t->n_near && strings > 0; k++)
    {
      gint32 job = t->near[(gsize)seed * (gsize)t->n_near + (gsize)k];

      if (self->weight[job] == 0 || w->resource[job] < 0 || self->ruined[w->resource[job]])
        continue;
      remove_string (self, job, longest);
      strings--;
    }
}
