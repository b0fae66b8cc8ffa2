/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for routes under work where a node has more than one time: breaks, doors shut at noon, speeds by the hour. */
#include "planner/rang-routes-general.h"

static inline gint32 *
leave_row (const RangRoutes *self, gint32 node)
{
  return self->leave_with + (gsize)node * (gsize)self->table->n_states;
}

static inline gint32 *
late_row (const RangRoutes *self, gint32 node)
{
  return self->late_with + (gsize)node * (gsize)self->table->n_states;
}

/* Loads, goods and places. Returns: when the resource leaves; adds to @holds what does not hold */
static gint32
count_route (RangRoutes *self, gint32 r, gboolean *holds)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), departure = t->shift_from[r], place = 0;

  self->grams[r] = self->parcels[r] = 0;
  self->order[start] = 0;
  self->open_after[r] = start;
  for (gint32 p = start, i = self->next[start];; p = i, i = self->next[i])
    {
      gint32 hop = p == start && i == end ? 0 : rang_table_seconds (t, p, i);

      self->travel += hop - self->hop[p];
      self->hop[p] = hop;
      self->order[i] = ++place;
      if (i == end)
        break;
      departure = MAX (departure, t->ready[i]);
      self->grams[r] += t->grams[i];
      self->parcels[r] += t->parcels[i];
      if (t->place[i] > 0 && place >= t->place[i])
        self->open_after[r] = i;
      *holds = *holds && (t->place[i] == 0 || place <= t->place[i]);
    }
  *holds = *holds && self->grams[r] <= t->capacity_grams[r] && self->parcels[r] <= t->capacity_parcels[r];
  return departure;
}

static gboolean
time_forward (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r);
  gboolean holds = TRUE;

  self->deadline[end] = t->shift_to[r];
  rang_clock_begin (t, self->departure[r], leave_row (self, start));
  self->early[start] = self->leave[start] = self->departure[r];
  for (gint32 p = start, i = self->next[start]; p != end; p = i, i = i == end ? i : self->next[i])
    {
      gint32 *row = leave_row (self, i), least = RANG_NEVER;

      holds = rang_clock_forward (t, r, p, leave_row (self, p), i, self->deadline[i], row) && holds;
      for (gint32 k = 0; k < t->n_states; k++)
        {
          if (k > t->n_breaks[r])
            row[k] = RANG_NEVER;
          else if (row[k] < RANG_NEVER)
            row[k] += t->service[i];
          least = MIN (least, row[k]);
        }
      self->leave[i] = least;
      self->early[i] = least < RANG_NEVER ? least - t->service[i] : RANG_NEVER;
    }
  return holds && leave_row (self, end)[t->n_breaks[r]] < RANG_NEVER;
}

static void
time_backward (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  gint32 end = rang_routes_end (self, r);

  rang_clock_end (t, r, late_row (self, end));
  self->late[end] = t->shift_to[r];
  for (gint32 q = end, i = self->previous[end]; i != -1; q = i, i = self->previous[i])
    {
      gint32 *row = late_row (self, i), deadline = i < t->n_jobs ? self->deadline[i] : RANG_PROBLEM_LIMIT;

      rang_clock_backward (t, r, i, deadline, row, q, late_row (self, q));
      self->late[i] = -RANG_NEVER;
      for (gint32 k = 0; k <= t->n_breaks[r]; k++)
        self->late[i] = MAX (self->late[i], row[k]);
    }
}

/* The start of each stop on the way to take the breaks that is driven. */
static void
set_early (RangRoutes *self, gint32 r)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), state = t->n_breaks[r];

  for (gint32 i = rang_routes_end (self, r), p = self->previous[i]; i != start; i = p, p = self->previous[p])
    {
      gint32 early[RANG_MAX_BREAKS + 1];

      self->early[i] = leave_row (self, i)[state] - t->service[i];
      for (gint32 k = state; k >= 0; k--)
        {
          gint32 one[RANG_MAX_BREAKS + 1];

          for (gint32 l = 0; l < t->n_states; l++)
            one[l] = l == k ? leave_row (self, p)[k] : RANG_NEVER;
          rang_clock_forward (t, r, p, one, i, self->deadline[i], early);
          if (early[state] == self->early[i])
            {
              state = k;
              break;
            }
        }
    }
}

gboolean
rang_routes_update_general (RangRoutes *self, gint32 r)
{
  gboolean holds = TRUE;

  self->departure[r] = count_route (self, r, &holds);
  if (!time_forward (self, r))
    holds = FALSE;
  else if (self->table->n_breaks[r] > 0)
    set_early (self, r);
  time_backward (self, r);
  return holds || rang_routes_is_empty (self, r);
}

gboolean
rang_routes_trace (const RangRoutes *self, gint32 r, gint32 *taken)
{
  const RangTable *t = self->table;
  gint32 start = rang_routes_start (self, r), end = rang_routes_end (self, r), state = t->n_breaks[r], n;

  if (leave_row (self, end)[state] >= RANG_NEVER)
    return FALSE;
  n = self->order[end];
  for (gint32 i = end, p = self->previous[i]; i != start; i = p, p = self->previous[p])
    {
      taken[--n] = state;
      while (state > 0)
        {
          gint32 early[RANG_MAX_BREAKS + 1], one[RANG_MAX_BREAKS + 1];

          for (gint32 l = 0; l < t->n_states; l++)
            one[l] = l == state ? leave_row (self, p)[state] : RANG_NEVER;
          rang_clock_forward (t, r, p, one, i, self->deadline[i], early);
          if (early[taken[n]] == leave_row (self, i)[taken[n]] - t->service[i])
            break;
          state--;
        }
    }
  return TRUE;
}

/* As rang_routes_begin_general(), when the goods of the job hold the departure of the whole route back. */
static gint32
begin_with_later_departure (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;
  gint32 row[RANG_MAX_BREAKS + 1], next[RANG_MAX_BREAKS + 1];

  rang_clock_begin (t, t->ready[job], row);
  for (gint32 p = rang_routes_start (self, r); p != after;)
    {
      gint32 i = self->next[p];

      if (!rang_clock_forward (t, r, p, row, i, self->deadline[i], next))
        return RANG_NEVER;
      for (gint32 k = 0; k <= t->n_breaks[r]; k++)
        row[k] = next[k] < RANG_NEVER ? next[k] + t->service[i] : RANG_NEVER;
      p = i;
    }
  return rang_clock_between (t, r, after, row, job, deadline, self->next[after], late_row (self, self->next[after]));
}

gint32
rang_routes_begin_general (const RangRoutes *self, gint32 job, gint32 after, gint32 r, gint32 deadline)
{
  const RangTable *t = self->table;

  if (self->order[after] < self->order[self->open_after[r]]
      || (t->place[job] > 0 && self->order[after] >= t->place[job]))
    return RANG_NEVER;
  if (t->ready[job] > self->departure[r])
    return begin_with_later_departure (self, job, after, r, deadline);
  return rang_clock_between (t, r, after, leave_row (self, after), job, deadline, self->next[after],
                             late_row (self, self->next[after]));
}

void
rang_routes_search_general (const RangRoutes *self, gint32 job, gint32 r, gint32 deadline, RangPlace *place)
{
  const RangTable *t = self->table;
  gint32 end = rang_routes_end (self, r);

  for (gint32 p = self->open_after[r], q; p != end && self->leave[p] <= deadline; p = q)
    {
      gint32 more;

      q = self->next[p];
      if (self->late[q] < t->from[job])
        continue;
      more = rang_table_seconds (t, p, job) + rang_table_seconds (t, job, q) - self->hop[p];
      if (more < place->more && rang_routes_begin_general (self, job, p, r, deadline) < RANG_NEVER)
        *place = (RangPlace){ .resource = r, .after = p, .more = more };
    }
}
