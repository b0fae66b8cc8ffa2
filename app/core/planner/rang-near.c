/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the nearest of many points. */
#include "planner/rang-near.h"

#include <string.h>

#define LEAF 8

typedef struct
{
  double at[3];
  gint32 name;
  gint32 axis; /* on which the points before are no further along, and those behind no less far */
} Point;

typedef struct
{
  double square;
  gint32 name;
} Found;

struct _RangNear
{
  Point *points;
  gint32 n;
  Found *found; /* the nearest so far, sorted */
  gint32 n_found;
  gint32 most;
};

static gint32
widest (const Point *points, gint32 n)
{
  double width[3];
  gint32 axis = 0;

  for (gint32 a = 0; a < 3; a++)
    {
      double low = points[0].at[a], high = low;

      for (gint32 i = 1; i < n; i++)
        {
          low = MIN (low, points[i].at[a]);
          high = MAX (high, points[i].at[a]);
        }
      width[a] = high - low;
      axis = width[a] > width[axis] ? a : axis;
    }
  return axis;
}

/* Brings the point in the middle to its place along one axis (quickselect). */
static void
halve (Point *points, gint32 n, gint32 axis)
{
  gint32 from = 0, to = n - 1, middle = n / 2;

  while (from < to)
    {
      double pivot = points[from + (to - from) / 2].at[axis];
      gint32 i = from, j = to;

      while (i <= j)
        {
          while (points[i].at[axis] < pivot)
            i++;
          while (pivot < points[j].at[axis])
            j--;
          if (i <= j)
            {
              Point other = points[i];

              points[i++] = points[j];
              points[j--] = other;
            }
        }
      if (middle <= j)
        to = j;
      else if (middle >= i)
        from = i;
      else
        return;
    }
}

static void
build (Point *points, gint32 n)
{
  gint32 axis;

  if (n <= LEAF)
    return;
  axis = widest (points, n);
  halve (points, n, axis);
  points[n / 2].axis = axis;
  build (points, n / 2);
  build (points + n / 2 + 1, n - n / 2 - 1);
}

RangNear *
rang_near_new (const double *at, const gint32 *name, gint32 n)
{
  RangNear *self = g_new0 (RangNear, 1);

  self->n = n;
  self->points = g_new0 (Point, n + 1);
  for (gint32 i = 0; i < n; i++)
    self->points[i] = (Point){ .at = { at[3 * i], at[3 * i + 1], at[3 * i + 2] }, .name = name[i] };
  build (self->points, n);
  return self;
}

void
rang_near_free (RangNear *self)
{
  if (self == NULL)
    return;
  g_free (self->points);
  g_free (self->found);
  g_free (self);
}

static inline gboolean
is_nearer (const Found *a, const Found *b)
{
  return a->square < b->square || (a->square <= b->square && a->name < b->name);
}

static void
take (RangNear *self, const Point *point, const double *at)
{
  double x = point->at[0] - at[0], y = point->at[1] - at[1], z = point->at[2] - at[2];
  Found one = { .square = x * x + y * y + z * z, .name = point->name };
  gint32 low = 0, high = self->n_found;

  if (self->n_found == self->most && !is_nearer (&one, &self->found[self->most - 1]))
    return;
  while (low < high)
    {
      gint32 middle = (low + high) / 2;

      if (is_nearer (&self->found[middle], &one))
        low = middle + 1;
      else
        high = middle;
    }
  self->n_found = MIN (self->n_found + 1, self->most);
  memmove (self->found + low + 1, self->found + low, (gsize)(self->n_found - 1 - low) * sizeof one);
  self->found[low] = one;
}

static void
find (RangNear *self, const Point *points, gint32 n, const double *at)
{
  gint32 middle = n / 2;
  double along;

  if (n <= LEAF)
    {
      for (gint32 i = 0; i < n; i++)
        take (self, &points[i], at);
      return;
    }
  along = at[points[middle].axis] - points[middle].at[points[middle].axis];
  take (self, &points[middle], at);
  for (gint32 side = 0; side < 2; side++)
    if (side == 1 && self->n_found == self->most && along * along > self->found[self->most - 1].square)
      return;
    else if ((along < 0) == (side == 0))
      find (self, points, middle, at);
    else
      find (self, points + middle + 1, n - middle - 1, at);
}

gint32
rang_near_find (RangNear *self, const double *at, gint32 most, gint32 *names)
{
  if (most <= 0)
    return 0;
  if (most > self->most || self->found == NULL)
    self->found = g_renew (Found, self->found, most + 1);
  self->most = most;
  self->n_found = 0;
  find (self, self->points, self->n, at);
  for (gint32 k = 0; k < self->n_found; k++)
    names[k] = self->found[k].name;
  return self->n_found;
}
