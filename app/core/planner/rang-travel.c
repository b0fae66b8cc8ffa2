/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how long and how far it is from one location to another. */
#include "planner/rang-travel.h"

#include <math.h>

#define HOURS 24
#define HOUR 3600
/* No way takes longer, in seconds. */
#define MOST 100000000

/* A located point on the sphere of radius 1; one that is not lies outside of it. */
typedef struct
{
  double x;
  double y;
  double z;
} Place;

struct _RangTravel
{
  gatomicrefcount references;
  guint n;
  gint32 *seconds; /* of each pair; NULL where they are computed */
  gint32 *metres;
  Place *places; /* for computing */
  double scale;  /* metres of road for the radius */
  gint32 mean;
  guint metres_per_hour;
  gint64 fastest; /* thousandths of that speed */
  gboolean by_hour;
  gint32 permille[HOURS];
  gint64 way[HOURS]; /* that can be driven from midnight to each hour, in thousandths of seconds */
};

static RangTravel *
new_empty (guint n_locations)
{
  RangTravel *self = g_new0 (RangTravel, 1);

  g_atomic_ref_count_init (&self->references);
  self->n = n_locations;
  self->fastest = 1000;
  return self;
}

static void
make_table (RangTravel *self)
{
  self->seconds = g_new0 (gint32, (gsize)self->n * self->n);
  self->metres = g_new0 (gint32, (gsize)self->n * self->n);
}

RangTravel *
rang_travel_new (guint n_locations)
{
  RangTravel *self = new_empty (n_locations);

  make_table (self);
  return self;
}

RangTravel *
rang_travel_ref (RangTravel *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
rang_travel_unref (RangTravel *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->seconds);
  g_free (self->metres);
  g_free (self->places);
  g_free (self);
}

static gint32
drive_seconds (gint32 metres, guint metres_per_hour)
{
  return (gint32)MIN (((gint64)metres * 3600 + metres_per_hour - 1) / metres_per_hour, MOST);
}

static inline gint32
at_fastest (gint64 seconds, gint64 fastest)
{
  return (gint32)MIN (fastest == 1000 ? seconds : (seconds * 1000 + fastest - 1) / fastest, MOST);
}

/* By the chord between two points: the arc is twice the arcsine of half of it, as a series for what is near. */
static gint32
computed_metres (const RangTravel *self, guint from, guint to)
{
  const Place *a = &self->places[from], *b = &self->places[to];
  double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z, half, square;

  if (from == to)
    return 0;
  if (a->x > 1.5 || b->x > 1.5)
    return self->mean;
  square = (dx * dx + dy * dy + dz * dz) / 4.0;
  half = sqrt (square);
  half = half < 0.05 ? half * (1.0 + square * (1.0 / 6 + square * (3.0 / 40 + square * (15.0 / 336))))
                     : asin (MIN (1.0, half));
  return (gint32)MIN (2.0 * half * self->scale + 0.5, 1e9);
}

static gint32
computed_seconds (const RangTravel *self, guint from, guint to)
{
  return at_fastest (drive_seconds (computed_metres (self, from, to), self->metres_per_hour), self->fastest);
}

/* From now on each pair has numbers of its own. */
static void
store_pairs (RangTravel *self)
{
  make_table (self);
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      {
        self->seconds[(gsize)i * self->n + j] = computed_seconds (self, i, j);
        self->metres[(gsize)i * self->n + j] = computed_metres (self, i, j);
      }
  g_clear_pointer (&self->places, g_free);
}

void
rang_travel_set (RangTravel *self, guint from, guint to, gint32 seconds, gint32 metres)
{
  g_return_if_fail (self != NULL && from < self->n && to < self->n && seconds >= 0 && metres >= 0);
  if (self->seconds == NULL)
    store_pairs (self);
  self->seconds[(gsize)from * self->n + to] = seconds;
  self->metres[(gsize)from * self->n + to] = metres;
}

guint
rang_travel_get_n_locations (const RangTravel *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

gint32
rang_travel_get_seconds (const RangTravel *self, guint from, guint to)
{
  g_return_val_if_fail (self != NULL && from < self->n && to < self->n, 0);
  return self->seconds != NULL ? self->seconds[(gsize)from * self->n + to] : computed_seconds (self, from, to);
}

gint32
rang_travel_get_metres (const RangTravel *self, guint from, guint to)
{
  g_return_val_if_fail (self != NULL && from < self->n && to < self->n, 0);
  return self->metres != NULL ? self->metres[(gsize)from * self->n + to] : computed_metres (self, from, to);
}

gint32
rang_travel_find_longer (const RangTravel *self, gint32 seconds)
{
  g_return_val_if_fail (self != NULL, -1);
  for (guint i = 0; i < self->n && (self->seconds != NULL || seconds < MOST); i++)
    for (guint j = 0; j < self->n; j++)
      if (rang_travel_get_seconds (self, i, j) > seconds)
        return (gint32)i;
  return -1;
}

void
rang_travel_set_speeds (RangTravel *self, const guint *permille)
{
  guint fastest = 1;
  gboolean alike = TRUE;

  g_return_if_fail (self != NULL && permille != NULL && !self->by_hour);
  for (guint h = 0; h < HOURS; h++)
    {
      fastest = MAX (fastest, permille[h]);
      alike = alike && permille[h] == permille[0];
    }
  for (gsize k = 0; self->seconds != NULL && k < (gsize)self->n * self->n; k++)
    self->seconds[k] = at_fastest (self->seconds[k], fastest);
  self->fastest = fastest;
  self->by_hour = !alike;
  for (guint h = 0; h < HOURS; h++)
    {
      self->permille[h] = MAX ((gint32)(permille[h] * 1000u / fastest), 1);
      self->way[h] = h > 0 ? self->way[h - 1] + (gint64)HOUR * self->permille[h - 1] : 0;
    }
}

gboolean
rang_travel_has_speeds (const RangTravel *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->by_hour;
}

static gint32
hour_of (gint32 time)
{
  return CLAMP (time / HOUR, 0, HOURS - 1);
}

/* The way from midnight to a second of the day; before and after it the first and the last hour go on. */
static gint64
way_to (const RangTravel *self, gint32 time)
{
  gint32 h = hour_of (time);

  return self->way[h] + (gint64)(time - h * HOUR) * self->permille[h];
}

gint32
rang_travel_drive (const RangTravel *self, gint32 leave, gint64 way)
{
  gint64 goal;
  gint32 h;

  if (!self->by_hour)
    return leave + (gint32)((way + 999) / 1000);
  goal = way_to (self, leave) + way;
  for (h = hour_of (leave); h + 1 < HOURS && self->way[h + 1] <= goal;)
    h++;
  return h * HOUR + (gint32)((goal - self->way[h] + self->permille[h] - 1) / self->permille[h]);
}

gint64
rang_travel_way (const RangTravel *self, gint32 from, gint32 to)
{
  return self->by_hour ? way_to (self, to) - way_to (self, from) : (gint64)(to - from) * 1000;
}

gint32
rang_travel_latest (const RangTravel *self, gint32 arrive, gint64 way)
{
  gint64 goal, over;
  gint32 h;

  if (!self->by_hour)
    return arrive - (gint32)((way + 999) / 1000);
  goal = way_to (self, arrive) - way;
  for (h = hour_of (arrive); h > 0 && self->way[h] > goal;)
    h--;
  over = goal - self->way[h];
  /* Before midnight the division must round down as well. */
  return h * HOUR
         + (gint32)(over >= 0 ? over / self->permille[h] : -((self->permille[h] - 1 - over) / self->permille[h]));
}

static gint32
road_metres (const RangTravelPoint *a, const RangTravelPoint *b, guint road_permille)
{
  const double degree = G_PI / 180.0 / 1e6;
  double half_lat = (double)(b->latitude - a->latitude) * degree / 2.0;
  double half_lon = (double)(b->longitude - a->longitude) * degree / 2.0;
  double h = sin (half_lat) * sin (half_lat)
             + cos (a->latitude * degree) * cos (b->latitude * degree) * sin (half_lon) * sin (half_lon);
  double circle = 2.0 * 6371000.0 * asin (MIN (1.0, sqrt (h)));

  return (gint32)MIN (circle * road_permille / 1000.0 + 0.5, 1e9);
}

/* The mean metres between the depots (all points, if there is none) and the located points. */
static gint32
mean_metres (const RangTravelPoint *points, guint n_points, const guint *depot, guint n_depots, guint road_permille)
{
  gint64 sum = 0, count = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n_points; i++)
    any = any || !points[i].located;
  for (guint i = 0; any && i < (n_depots > 0 ? n_depots : n_points); i++)
    {
      guint from = n_depots > 0 ? depot[i] : i;

      for (guint to = 0; to < n_points && points[from].located; to++)
        if (to != from && points[to].located)
          {
            sum += road_metres (&points[from], &points[to], road_permille);
            count++;
          }
    }
  return count > 0 ? (gint32)(sum / count) : 0;
}

static RangTravel *
new_computed (const RangTravelPoint *points, guint n_points, gint32 mean, guint road_permille, guint metres_per_hour)
{
  const double degree = G_PI / 180.0 / 1e6;
  RangTravel *self = new_empty (n_points);

  self->places = g_new0 (Place, n_points);
  self->scale = 6371000.0 * road_permille / 1000.0;
  self->mean = mean;
  self->metres_per_hour = metres_per_hour;
  for (guint i = 0; i < n_points; i++)
    self->places[i].x = 2.0;
  for (guint i = 0; i < n_points; i++)
    if (points[i].located)
      self->places[i] = (Place){ cos (points[i].latitude * degree) * cos (points[i].longitude * degree),
                                 cos (points[i].latitude * degree) * sin (points[i].longitude * degree),
                                 sin (points[i].latitude * degree) };
  return self;
}

RangTravel *
rang_travel_new_from_points (const RangTravelPoint *points,
                             guint n_points,
                             const guint *depot,
                             guint n_depots,
                             guint road_permille,
                             guint metres_per_hour)
{
  g_return_val_if_fail (points != NULL || n_points == 0, NULL);
  g_return_val_if_fail (metres_per_hour > 0, NULL);

  RangTravel *self;
  gint32 mean = mean_metres (points, n_points, depot, n_depots, road_permille);

  if (n_points > RANG_TRAVEL_TABLE)
    return new_computed (points, n_points, mean, road_permille, metres_per_hour);
  self = rang_travel_new (n_points);
  for (guint i = 0; i < n_points; i++)
    for (guint j = 0; j < i; j++)
      {
        gboolean known = points[i].located && points[j].located;
        gint32 metres = known ? road_metres (&points[i], &points[j], road_permille) : mean;
        gint32 seconds = drive_seconds (metres, metres_per_hour);

        rang_travel_set (self, i, j, seconds, metres);
        rang_travel_set (self, j, i, seconds, metres);
      }
  return self;
}

gboolean
rang_travel_get_place (const RangTravel *self, guint location, double *at)
{
  g_return_val_if_fail (self != NULL && location < self->n && at != NULL, FALSE);
  if (self->places == NULL || self->places[location].x > 1.5)
    return FALSE;
  at[0] = self->places[location].x;
  at[1] = self->places[location].y;
  at[2] = self->places[location].z;
  return TRUE;
}
