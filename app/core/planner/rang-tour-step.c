/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one ruin and one recreation of the search for tours. */
#include "planner/rang-tour.h"

#define BLINK_ONE_IN 100
/* So many of a hundred ruins are around a job that is left out. */
#define AROUND_ABSENT 30
/* With so few routes a job that may be left out is looked a place for on all of them. */
#define FEW_ROUTES 24

/* ---- A place for a job ---------------------------------------------------------------------------------------- */

static inline gboolean
carries (const RangTour *self, gint32 job, gint32 r)
{
  const RangTable *t = self->map->table;

  return t->grams[job] <= self->route[r].free_grams && t->parcels[job] <= self->route[r].free_parcels
         && (!self->map->choosy || t->allowed[r * t->n_jobs + job]);
}

/* Now and then a good place is overlooked on purpose. */
static inline gboolean
blinks (RangTour *self)
{
  if (--self->blink > 0)
    return FALSE;
  self->blink = 1 + rang_random_below (&self->random, 2 * BLINK_ONE_IN);
  return TRUE;
}

/* Between two nodes that follow each other: a better place than the one found? */
static inline void
look_between (RangTour *self, const RangTableWays *ways, gint32 before, gint32 behind, RangPlace *place)
{
  const RangTable *t = self->map->table;
  const RangTourNode *p = &self->node[before], *q = &self->node[behind];
  gint32 job = ways->job;
  gint32 way = rang_table_way_from (ways, p->site), back = rang_table_way_to (ways, q->site);
  gint32 more = way + back - p->hop, begin;

  if (more >= place->more)
    return;
  begin = MAX (p->leave + way, t->from[job]);
  if (begin > self->node[job].deadline || begin + t->service[job] + back > q->late || blinks (self))
    return;
  *place = (RangPlace){ .resource = p->route, .after = before, .more = more };
}

static void
look_on (RangTour *self, gint32 job, gint32 r, RangPlace *place)
{
  const RangTable *t = self->map->table;
  gint32 end = rang_tour_end (self, r), deadline = self->node[job].deadline, open = t->from[job];
  gint32 time = t->small ? 0 : t->service[job] + t->detour[job];
  RangTableWays ways = rang_tour_map_ways (self->map, job);

  for (gint32 p = rang_tour_start (self, r), q; p != end && self->node[p].leave <= deadline; p = q)
    {
      q = self->node[p].next;
      if (self->node[q].late >= open && (t->small || self->node[q].late - self->node[p].leave >= time))
        look_between (self, &ways, p, q, place);
    }
}

/* The first empty route of each group. */
static void
look_on_empty (RangTour *self, gint32 job, RangPlace *place)
{
  gint32 n = self->map->table->n_resources;
  RangTableWays ways = rang_tour_map_ways (self->map, job);

  for (gint32 g = 0; g < self->map->n_groups; g++)
    {
      gint32 r = self->first_empty[g];

      while (r < n && (self->route[r].n > 0 || !self->mine[r]))
        r = self->map->in_group[r];
      self->first_empty[g] = r;
      if (r < n && carries (self, job, r))
        look_between (self, &ways, rang_tour_start (self, r), rang_tour_end (self, r), place);
    }
}

/* Beside the jobs near it. */
static void
look_near (RangTour *self, gint32 job, RangPlace *place)
{
  const RangTourMap *map = self->map;
  const RangTourNode *node = self->node;
  const gint32 *near = map->near + (gsize)job * (gsize)map->n_near;
  RangTableWays ways = rang_tour_map_ways (map, job);
  gint32 open = map->table->from[job], service = map->table->service[job], deadline = node[job].deadline;

  for (gint32 k = 0; k < map->n_near; k++)
    {
      gint32 beside = near[k], way, back, begin, more;
      const RangTourNode *b = &node[beside], *other;

      if (b->route < 0)
        continue;
      way = rang_table_way_from (&ways, beside);
      back = rang_table_way_to (&ways, beside);
      if (b->leave + way <= deadline)
        {
          gint32 on;

          other = &node[b->next];
          on = rang_table_way_to (&ways, other->site);
          more = way + on - b->hop;
          begin = MAX (b->leave + way, open);
          if (more < place->more && begin + service + on <= other->late && carries (self, job, b->route)
              && !blinks (self))
            *place = (RangPlace){ .resource = b->route, .after = beside, .more = more };
        }
      if (open + service + back <= b->late)
        {
          gint32 there;

          other = &node[b->previous];
          there = rang_table_way_from (&ways, other->site);
          more = there + back - other->hop;
          begin = MAX (other->leave + there, open);
          if (more < place->more && begin <= deadline && begin + service + back <= b->late
              && carries (self, job, b->route) && !blinks (self))
            *place = (RangPlace){ .resource = b->route, .after = b->previous, .more = more };
        }
    }
  look_on_empty (self, job, place);
}

static inline gboolean
has_slack (const RangTour *self, gint32 job, gint32 r)
{
  const gint32 *slack = self->route[r].slack;
  gint32 service = self->map->table->service[job];

  for (gint32 span = self->first_span[job]; span <= self->last_span[job]; span++)
    if (slack[span] >= service)
      return TRUE;
  return FALSE;
}

static void
look_everywhere (RangTour *self, gint32 job, RangPlace *place)
{
  for (gint32 r = 0; r < self->map->table->n_resources; r++)
    if (self->route[r].n > 0 && (!self->prizes || has_slack (self, job, r)) && carries (self, job, r))
      look_on (self, job, r, place);
  look_on_empty (self, job, place);
}

/* ---- Recreate ------------------------------------------------------------------------------------------------- */

/* Times going forward from a job put in, and back from it, as far as they change. */
static void
update_around (RangTour *self, gint32 job)
{
  const RangTable *t = self->map->table;
  RangTourNode *node = self->node;

  for (gint32 p = node[job].previous, i = job; i >= 0; p = i, i = node[i].next)
    {
      gint32 leave = MAX (node[p].leave + node[p].hop, t->from[i]) + t->service[i];

      if (leave == node[i].leave && i != job)
        break;
      node[i].leave = leave;
    }
  for (gint32 q = node[job].next, i = job; i >= 0; q = i, i = node[i].previous)
    {
      gint32 late = MIN (node[q].late - node[i].hop - t->service[i], node[i].deadline);

      if (late == node[i].late && i != job)
        break;
      node[i].late = late;
    }
}

static void
put_at (RangTour *self, gint32 job, const RangPlace *place)
{
  RangTourNode *p = &self->node[place->after], *c = &self->node[job];
  gint32 way, back;

  rang_tour_touch (self, place->resource);
  rang_tour_link (self, job, place->after);
  way = rang_tour_seconds (self, p, c);
  back = rang_tour_seconds (self, c, &self->node[c->next]);
  self->goal.travel += way + back - p->hop;
  p->hop = way;
  c->hop = back;
  update_around (self, job);
  if (self->prizes)
    rang_tour_measure (self, place->resource);
  self->goal.absent -= self->weight[job];
  if (!self->removed[job])
    self->entered[self->n_entered++] = job;
}

static void
look_on_ruined (RangTour *self, gint32 job, RangPlace *place)
{
  for (gint32 k = 0; k < self->n_ruined; k++)
    if (has_slack (self, job, self->ruined_list[k]) && carries (self, job, self->ruined_list[k]))
      look_on (self, job, self->ruined_list[k], place);
}

/* A job that was out before did not fit where nothing was taken away. */
static void
put_in (RangTour *self, gint32 job, gboolean everywhere)
{
  RangPlace place = RANG_PLACE_NONE;
  gboolean few = self->prizes && self->map->table->n_resources <= FEW_ROUTES;

  if (everywhere && !self->map->table->small)
    look_near (self, job, &place);
  if ((everywhere && place.resource < 0) || (self->removed[job] && few))
    look_everywhere (self, job, &place);
  else if (self->removed[job] && !everywhere)
    look_near (self, job, &place);
  if (place.resource < 0 && self->removed[job] && self->weight[job] >= RANG_TOUR_MUST)
    look_everywhere (self, job, &place);
  if (place.resource < 0 && !everywhere && !(self->removed[job] && few))
    look_on_ruined (self, job, &place);
  if (place.resource >= 0)
    put_at (self, job, &place);
}

static void
shuffle (RangTour *self, gint32 *list, gint32 n)
{
  for (gint32 i = n - 1; i > 0; i--)
    {
      gint32 j = rang_random_below (&self->random, i + 1), other = list[j];

      list[j] = list[i];
      list[i] = other;
    }
}

/* By insertion: a ruin takes out a few. */
static void
sort_removed (RangTour *self, gint32 order)
{
  const gint32 *rank = self->rank + (gsize)order * (gsize)(self->map->table->n_jobs + 1);
  gint32 *list = self->removed_list;

  for (gint32 i = 1; i < self->n_removed; i++)
    {
      gint32 job = list[i], k = i;

      for (; k > 0 && rank[list[k - 1]] > rank[job]; k--)
        list[k] = list[k - 1];
      list[k] = job;
    }
}

/* A step is too short to be stopped in; looking everywhere for everybody is not. */
static inline gboolean
is_stopped (const RangTour *self, gboolean everywhere)
{
  return everywhere && g_cancellable_is_cancelled (self->cancellable);
}

/* Jobs that must be in, in an order as in the paper. */
static void
put_in_musts (RangTour *self, gboolean everywhere)
{
  static const gint8 orders[] = { -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5 };
  gint32 order = orders[rang_random_below (&self->random, (gint32)sizeof orders)];
  const gint32 *list;
  gint32 n = self->n_removed;

  if (order < 0)
    shuffle (self, self->removed_list, n);
  else
    sort_removed (self, order);
  for (gint32 i = 0; i < n; i++)
    if (self->weight[self->removed_list[i]] >= RANG_TOUR_MUST)
      put_in (self, self->removed_list[i], everywhere);
  if (self->goal.absent < RANG_TOUR_MUST)
    return;
  list = self->orders + (gsize)MAX (order, 0) * (gsize)(self->map->table->n_jobs + 1);
  for (gint32 i = 0; i < self->n_looked_at; i++)
    if (self->node[list[i]].route < 0 && self->weight[list[i]] >= RANG_TOUR_MUST && !is_stopped (self, everywhere))
      put_in (self, list[i], everywhere);
}

/* Jobs that may be left out: those worth most, or most for their time, first, with noise. */
static void
put_in_prizes (RangTour *self, gboolean everywhere)
{
  gint32 noisy = rang_random_below (&self->random, RANG_TOUR_NOISY_ORDERS);
  gint32 order = everywhere ? RANG_TOUR_FIXED_ORDERS - 1 : RANG_TOUR_FIXED_ORDERS + noisy;
  const gint32 *list;

  /* Now and then by load, place or window alone, against blindness. */
  if (!everywhere && rang_random_below (&self->random, self->map->table->n_resources > 2 ? 20 : 3) == 0)
    order = rang_random_below (&self->random, RANG_TOUR_FIXED_ORDERS - 1);
  if (order >= RANG_TOUR_FIXED_ORDERS && !self->filled[order - RANG_TOUR_FIXED_ORDERS])
    {
      rang_tour_fill_order (self, order);
      self->filled[order - RANG_TOUR_FIXED_ORDERS] = 1;
    }
  list = self->orders + (gsize)order * (gsize)(self->map->table->n_jobs + 1);
  for (gint32 i = 0; i < self->n_looked_at; i++)
    if (self->node[list[i]].route < 0 && self->weight[list[i]] < RANG_TOUR_MUST && !is_stopped (self, everywhere))
      put_in (self, list[i], everywhere);
}

void
rang_tour_recreate (RangTour *self, gboolean everywhere)
{
  if (self->musts)
    put_in_musts (self, everywhere);
  if (self->prizes)
    put_in_prizes (self, everywhere);
}

/* ---- Ruin ----------------------------------------------------------------------------------------------------- */

static gint32
choose_centre (RangTour *self)
{
  gint32 job = self->looked_at[rang_random_below (&self->random, self->n_looked_at)];

  if (!self->prizes || rang_random_below (&self->random, 100) >= AROUND_ABSENT)
    return job;
  for (guint k = 0; k < 8 && self->node[job].route >= 0; k++)
    job = self->looked_at[rang_random_below (&self->random, self->n_looked_at)];
  return job;
}

/* Takes a string of jobs around one out of its route, perhaps leaving some in its middle. */
static void
remove_string (RangTour *self, gint32 around, gint32 longest)
{
  RangTourNode *node = self->node;
  gint32 r = node[around].route, size = self->route[r].n, n_jobs = self->map->table->n_jobs;
  gint32 back, length, spared = 0, first, job = around;

  length = 1 + rang_random_below (&self->random, MIN (longest, size));
  if (length > 1 && length < size && (rang_random_next (&self->random) & 1) != 0)
    for (spared = 1; length + spared < size && rang_random_below (&self->random, 100) == 0;)
      spared++;
  length += spared;
  back = rang_random_below (&self->random, length);
  rang_tour_touch (self, r);
  /* Back from the job as far as drawn, and further if the string would pass the end. */
  for (; back > 0 && node[job].previous < n_jobs; back--)
    job = node[job].previous;
  for (gint32 i = job, n = 0; n < length; n++)
    if (i < n_jobs)
      i = node[i].next;
    else
      job = node[job].previous;
  first = spared > 0 ? 1 + rang_random_below (&self->random, length - spared) : length;
  for (gint32 i = 0; i < length; i++)
    {
      gint32 next = node[job].next;

      if (i < first || i >= first + spared)
        {
          rang_tour_unlink (self, job);
          self->goal.absent += self->weight[job];
          self->removed[job] = 1;
          self->removed_list[self->n_removed++] = job;
        }
      job = next;
    }
  rang_tour_update (self, r);
  if (self->prizes)
    rang_tour_measure (self, r);
  self->ruined_list[self->n_ruined++] = r;
}

void
rang_tour_ruin (RangTour *self)
{
  const RangTable *t = self->map->table;
  gint32 longest = CLAMP (self->n_used > 0 ? self->n_routed / self->n_used : 1, 1, self->string_length);
  gint32 strings = 1 + rang_random_below (&self->random, MAX (1, 4 * self->mean_removed / (1 + longest) - 1));
  gint32 seed = choose_centre (self);

  for (gint32 k = 0; k < t->n_near && strings > 0; k++)
    {
      gint32 job = t->near[(gsize)seed * (gsize)t->n_near + (gsize)k], r = self->node[job].route;

      if (self->weight[job] == 0 || r < 0 || self->route[r].touched == self->step)
        continue;
      remove_string (self, job, longest);
      strings--;
    }
}
