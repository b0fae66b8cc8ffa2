/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the routes that the search for tours works on, and for taking a step back. */
#include "planner/rang-tour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REFRESH_EVERY 64

gboolean
rang_tour_suits (const RangTable *t)
{
  for (gint32 i = 0; i < t->n_jobs; i++)
    for (gint32 r = 0; r < t->n_resources; r++)
      if (t->ready[i] > t->shift_from[r] && t->allowed[r * t->n_jobs + i])
        return FALSE;
  return t->plain && t->n_jobs > 0 && t->n_resources > 0;
}

static void
divide_day (RangTour *self)
{
  const RangTable *t = self->map->table;
  gint32 dusk = 0;

  self->dawn = RANG_PROBLEM_LIMIT;
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      self->dawn = MIN (self->dawn, t->shift_from[r]);
      dusk = MAX (dusk, t->shift_to[r]);
    }
  while (((dusk - self->dawn) >> self->span) >= RANG_TOUR_SPANS)
    self->span++;
}

RangTour *
rang_tour_new (const RangTourMap *map, guint64 seed, guint64 stream)
{
  RangTour *self = g_new0 (RangTour, 1);
  const RangTable *t = map->table;
  gsize n = (gsize)t->n_jobs + 1, m = (gsize)t->n_resources + 1, nodes = (gsize)t->n_nodes + 1;

  self->map = map;
  self->node = g_new0 (RangTourNode, nodes);
  self->best_node = g_new0 (RangTourNode, nodes);
  self->undo = g_new0 (RangTourUndo, nodes);
  self->route = g_new0 (RangTourRoute, m);
  self->route_undo = g_new0 (RangTourRouteUndo, m);
  self->ruined_list = g_new0 (gint32, m);
  self->first_empty = g_new0 (gint32, m);
  self->weight = g_new0 (gint64, n);
  self->looked_at = g_new0 (gint32, n);
  self->orders = g_new0 (gint32, n * (RANG_TOUR_FIXED_ORDERS + RANG_TOUR_NOISY_ORDERS));
  self->keys = g_new0 (RangTourKey, n);
  self->rank = g_new0 (gint32, n * RANG_TOUR_FIXED_ORDERS);
  self->mine = g_malloc (m);
  memset (self->mine, 1, m);
  self->first_span = g_new0 (guint8, n);
  self->last_span = g_new0 (guint8, n);
  self->removed = g_new0 (guint8, n);
  self->removed_list = g_new0 (gint32, n);
  self->entered = g_new0 (gint32, n);
  self->string_length = 10;
  self->blink = G_MAXINT32;
  divide_day (self);
  rang_random_seed (&self->random, seed, stream);
  return self;
}

void
rang_tour_free (RangTour *self)
{
  if (self == NULL)
    return;
  g_free (self->node);
  g_free (self->best_node);
  g_free (self->undo);
  g_free (self->route);
  g_free (self->route_undo);
  g_free (self->ruined_list);
  g_free (self->first_empty);
  g_free (self->weight);
  g_free (self->looked_at);
  g_free (self->orders);
  g_free (self->keys);
  g_free (self->rank);
  g_free (self->mine);
  g_free (self->first_span);
  g_free (self->last_span);
  g_free (self->removed);
  g_free (self->removed_list);
  g_free (self->entered);
  g_free (self);
}

/* ---- Orders in which jobs are put in -------------------------------------------------------------------------- */

static int
compare_keyed (const void *a, const void *b)
{
  const RangTourKey *p = a, *q = b;

  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  return p->job - q->job;
}

static double
fixed_key (const RangTour *self, gint32 order, gint32 job)
{
  const RangTable *t = self->map->table;
  gint32 depot = t->n_jobs;
  double around = 1.0 + t->service[job];

  switch (order)
    {
    case 0:
      return -(double)t->grams[job] - (double)t->parcels[job];
    case 1:
      return -(double)rang_tour_map_seconds (self->map, depot, job);
    case 2:
      return (double)rang_tour_map_seconds (self->map, depot, job);
    case 3:
      return (double)self->node[job].deadline - t->from[job];
    case 4:
      return t->from[job];
    case 5:
      return -(double)self->node[job].deadline;
    default:
      for (gint32 k = 1; k < MIN (6, t->n_near); k++)
        around += rang_table_seconds (t, job, t->near[(gsize)job * (gsize)t->n_near + (gsize)k]) / 5.0;
      return -(double)(self->weight[job] % RANG_TOUR_MUST) / around;
    }
}

/* Many routes even out what one order does wrong; a few need more variety. */
static double
noise (RangTour *self)
{
  double width = self->map->table->n_resources > 2 ? 0.5 : 1.0;

  return 1.0 + width * (rang_random_unit (&self->random) - 0.5);
}

void
rang_tour_fill_order (RangTour *self, gint32 order)
{
  gint32 n = self->n_looked_at;
  gsize width = (gsize)self->map->table->n_jobs + 1;
  gint32 *list = self->orders + (gsize)order * width;
  RangTourKey *keyed = self->keys;

  for (gint32 i = 0; i < n; i++)
    {
      gint32 job = self->looked_at[i];

      keyed[i].job = job;
      if (order < RANG_TOUR_FIXED_ORDERS)
        keyed[i].key = fixed_key (self, order, job);
      else if (order % 2 == 0)
        keyed[i].key = -(double)self->weight[job] * noise (self);
      else
        keyed[i].key = fixed_key (self, RANG_TOUR_FIXED_ORDERS - 1, job) * noise (self);
    }
  qsort (keyed, (gsize)n, sizeof *keyed, compare_keyed);
  for (gint32 i = 0; i < n; i++)
    {
      list[i] = keyed[i].job;
      if (order < RANG_TOUR_FIXED_ORDERS)
        self->rank[(gsize)order * width + (gsize)keyed[i].job] = i;
    }
}

/* ---- Routes --------------------------------------------------------------------------------------------------- */

void
rang_tour_touch (RangTour *self, gint32 r)
{
  gint32 end = rang_tour_end (self, r);

  if (self->route[r].touched == self->step)
    return;
  self->route_undo[self->n_route_undo++] = (RangTourRouteUndo){ .route = r, .was = self->route[r] };
  self->route[r].touched = self->step;
  for (gint32 i = rang_tour_start (self, r);; i = self->node[i].next)
    {
      self->undo[self->n_undo++] = (RangTourUndo){ .node = i, .was = self->node[i] };
      if (i == end)
        break;
    }
}

void
rang_tour_link (RangTour *self, gint32 job, gint32 after)
{
  const RangTable *t = self->map->table;
  RangTourNode *node = self->node, *p = &node[after], *c = &node[job];
  gint32 before = p->next, r = p->route;

  c->next = before;
  c->previous = after;
  c->route = r;
  p->next = job;
  node[before].previous = job;
  self->route[r].free_grams -= t->grams[job];
  self->route[r].free_parcels -= t->parcels[job];
  self->n_used += self->route[r].n++ == 0;
  self->n_routed++;
}

void
rang_tour_unlink (RangTour *self, gint32 job)
{
  const RangTable *t = self->map->table;
  RangTourNode *node = self->node, *c = &node[job];
  gint32 r = c->route, g = self->map->group[r];

  node[c->previous].next = c->next;
  node[c->next].previous = c->previous;
  self->goal.travel -= c->hop;
  c->hop = 0;
  c->route = -1;
  self->route[r].free_grams += t->grams[job];
  self->route[r].free_parcels += t->parcels[job];
  self->n_routed--;
  if (--self->route[r].n == 0)
    {
      self->n_used--;
      self->first_empty[g] = MIN (self->first_empty[g], r);
    }
}

/* Times of the whole route; sets broken if a deadline or the shift does not hold. */
void
rang_tour_update (RangTour *self, gint32 r)
{
  const RangTable *t = self->map->table;
  RangTourNode *node = self->node;
  gint32 start = rang_tour_start (self, r), end = rang_tour_end (self, r);
  gboolean empty = node[start].next == end;

  node[start].leave = t->shift_from[r];
  for (gint32 p = start, i; p != end; p = i)
    {
      RangTourNode *from = &node[p], *to;
      gint32 hop, begin;

      i = from->next;
      to = &node[i];
      hop = empty ? 0 : rang_tour_seconds (self, from, to);
      self->goal.travel += hop - from->hop;
      from->hop = hop;
      begin = MAX (from->leave + hop, t->from[i]);
      to->leave = begin + t->service[i];
      if (begin > to->deadline)
        self->broken = TRUE;
    }
  node[end].late = node[end].deadline;
  for (gint32 q = end, i = node[end].previous; i >= 0; q = i, i = node[i].previous)
    node[i].late = MIN (node[q].late - node[i].hop - t->service[i], node[i].deadline);
}

/* Between two neighbours fits at most what time there is beyond the way; a detour is no shorter than that way. */
void
rang_tour_measure (RangTour *self, gint32 r)
{
  const RangTourNode *node = self->node;
  gint32 end = rang_tour_end (self, r), *slack = self->route[r].slack;

  memset (slack, 0, sizeof self->route[r].slack);
  for (gint32 p = rang_tour_start (self, r), q; p != end; p = q)
    {
      gint32 room, last;

      q = node[p].next;
      room = node[q].late - node[p].leave - node[p].hop;
      last = rang_tour_span_of (self, node[q].late);
      for (gint32 span = rang_tour_span_of (self, node[p].leave); span <= last; span++)
        slack[span] = MAX (slack[span], room);
    }
}

/* ---- Steps ---------------------------------------------------------------------------------------------------- */

static void
take_back (RangTour *self)
{
  for (gint32 k = 0; k < self->n_removed; k++)
    self->node[self->removed_list[k]].route = -1;
  for (gint32 k = 0; k < self->n_entered; k++)
    self->node[self->entered[k]].route = -1;
  for (gint32 k = 0; k < self->n_undo; k++)
    self->node[self->undo[k].node] = self->undo[k].was;
  for (gint32 k = 0; k < self->n_route_undo; k++)
    {
      gint32 r = self->route_undo[k].route, g = self->map->group[r];

      self->route[r] = self->route_undo[k].was;
      if (self->route[r].n == 0)
        self->first_empty[g] = MIN (self->first_empty[g], r);
    }
}

static inline gboolean
goal_is_less (const RangTourGoal *a, const RangTourGoal *b)
{
  return a->absent < b->absent || (a->absent == b->absent && a->travel < b->travel);
}

gboolean
rang_tour_is_better (const RangTour *self, const RangTour *other)
{
  return goal_is_less (&self->best, &other->best);
}

static void
keep_best (RangTour *self)
{
  memcpy (self->best_node, self->node, (gsize)self->map->table->n_nodes * sizeof *self->node);
  self->best = self->goal;
}

static void
begin_step (RangTour *self)
{
  self->step++;
  for (gint32 k = 0; k < self->n_removed; k++)
    self->removed[self->removed_list[k]] = 0;
  self->n_undo = self->n_route_undo = self->n_removed = self->n_entered = self->n_ruined = 0;
  self->broken = FALSE;
}

void
rang_tour_step (RangTour *self, double temperature)
{
  RangTourGoal before = self->goal;
  gint32 n_routed = self->n_routed, n_used = self->n_used;
  double worse;

  if (self->n_looked_at == 0)
    return;
  self->count++;
  if (self->prizes && self->count % REFRESH_EVERY == 0)
    self->filled[rang_random_below (&self->random, RANG_TOUR_NOISY_ORDERS)] = 0;
  begin_step (self);
  rang_tour_ruin (self);
  if (!self->broken)
    rang_tour_recreate (self, self->n_ruined == 0);
  worse = (double)(self->goal.absent - before.absent) + (double)(self->goal.travel - before.travel);
  if (self->broken || (worse > 0.0 && worse >= -temperature * log (rang_random_unit (&self->random))))
    {
      take_back (self);
      self->goal = before;
      self->n_routed = n_routed;
      self->n_used = n_used;
    }
  else if (goal_is_less (&self->goal, &self->best))
    keep_best (self);
}

void
rang_tour_complete (RangTour *self)
{
  begin_step (self);
  self->blink = G_MAXINT32;
  rang_tour_recreate (self, TRUE);
  self->blink = 1 + rang_random_below (&self->random, 200);
  if (goal_is_less (&self->goal, &self->best))
    keep_best (self);
}

static void
count_all (RangTour *self)
{
  const RangTable *t = self->map->table;

  self->goal = (RangTourGoal){ 0 };
  self->n_routed = self->n_used = 0;
  for (gint32 g = 0; g < self->map->n_groups; g++)
    self->first_empty[g] = self->map->first_in_group[g];
  for (gint32 i = 0; i < t->n_jobs; i++)
    self->node[i].hop = 0;
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 start = rang_tour_start (self, r), end = rang_tour_end (self, r);

      self->route[r] = (RangTourRoute){ .free_grams = t->capacity_grams[r], .free_parcels = t->capacity_parcels[r] };
      self->node[start].hop = 0;
      for (gint32 i = self->node[start].next; i != end; i = self->node[i].next)
        {
          self->route[r].n++;
          self->route[r].free_grams -= t->grams[i];
          self->route[r].free_parcels -= t->parcels[i];
        }
      self->n_routed += self->route[r].n;
      self->n_used += self->route[r].n > 0;
      rang_tour_update (self, r);
      rang_tour_measure (self, r);
    }
  for (gint32 i = 0; i < self->n_looked_at; i++)
    if (self->node[self->looked_at[i]].route < 0)
      self->goal.absent += self->weight[self->looked_at[i]];
}

static void
load_routes (RangTour *self, const RangRoutes *start)
{
  const RangTable *t = self->map->table;

  for (gint32 i = 0; i < t->n_jobs; i++)
    self->node[i].route = -1;
  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 first = rang_tour_start (self, r), end = rang_tour_end (self, r), last = first;

      self->node[first].deadline = RANG_PROBLEM_LIMIT * 2;
      self->node[first].previous = self->node[end].next = -1;
      self->node[end].deadline = t->shift_to[r];
      self->node[first].route = self->node[end].route = r;
      for (gint32 i = start->next[first]; i != end; i = start->next[i])
        if (self->weight[i] > 0)
          {
            self->node[last].next = i;
            self->node[i].previous = last;
            self->node[i].route = r;
            last = i;
          }
      self->node[last].next = end;
      self->node[end].previous = last;
    }
}

void
rang_tour_begin (RangTour *self, const RangRoutes *start, const gint64 *weight, const gint32 *deadline)
{
  const RangTable *t = self->map->table;
  gint64 lightest = G_MAXINT64, heaviest = 0;

  memcpy (self->weight, weight, (gsize)t->n_jobs * sizeof *weight);
  self->n_looked_at = self->n_removed = 0;
  for (gint32 i = 0; i < t->n_nodes; i++)
    self->node[i].site = self->map->site[i];
  for (gint32 i = 0; i < t->n_jobs; i++)
    {
      self->node[i].deadline = deadline[i];
      self->first_span[i] = (guint8)rang_tour_span_of (self, t->from[i]);
      self->last_span[i] = (guint8)rang_tour_span_of (self, deadline[i]);
      self->removed[i] = 0;
      if (weight[i] == 0)
        continue;
      self->looked_at[self->n_looked_at++] = i;
      lightest = MIN (lightest, weight[i]);
      heaviest = MAX (heaviest, weight[i]);
    }
  self->musts = heaviest >= RANG_TOUR_MUST;
  self->prizes = self->n_looked_at > 0 && lightest < RANG_TOUR_MUST;
  self->mean_removed = self->prizes ? 15 : 10;
  load_routes (self, start);
  count_all (self);
  /* Who is stopped puts in nothing more, so that no order is needed. */
  for (gint32 i = 0;
       i < RANG_TOUR_FIXED_ORDERS + RANG_TOUR_NOISY_ORDERS && !g_cancellable_is_cancelled (self->cancellable); i++)
    if (i < RANG_TOUR_FIXED_ORDERS)
      rang_tour_fill_order (self, i);
    else
      self->filled[i - RANG_TOUR_FIXED_ORDERS] = 0;
  self->blink = 1 + rang_random_below (&self->random, 200);
  keep_best (self);
}

void
rang_tour_adopt (RangTour *self, const RangTour *from)
{
  memcpy (self->node, from->best_node, (gsize)self->map->table->n_nodes * sizeof *self->node);
  count_all (self);
  keep_best (self);
}

void
rang_tour_save (const RangTour *self, RangRoutes *routes, gboolean best)
{
  const RangTable *t = self->map->table;
  const RangTourNode *node = best ? self->best_node : self->node;

  for (gint32 r = 0; r < t->n_resources; r++)
    {
      gint32 end = rang_tour_end (self, r), last = rang_tour_start (self, r);

      if (!self->mine[r])
        continue;
      for (gint32 i = node[last].next; i != end; last = i, i = node[i].next)
        {
          rang_routes_link (routes, i, last, r);
          routes->deadline[i] = node[i].deadline;
        }
      rang_routes_update (routes, r);
    }
}
