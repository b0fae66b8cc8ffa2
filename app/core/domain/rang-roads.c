/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for travel that was measured: a table of places with the way from each to each. */
#include "domain/rang-roads.h"

#include <math.h>

static void
place_free (gpointer data)
{
  RangRoadPlace *place = data;

  g_free (place->name);
  g_free (place);
}

RangRoads *
rang_roads_new (void)
{
  RangRoads *roads = g_new0 (RangRoads, 1);

  g_atomic_ref_count_init (&roads->references);
  roads->places = g_ptr_array_new_with_free_func (place_free);
  roads->seconds = g_array_new (FALSE, FALSE, sizeof (gint32));
  roads->metres = g_array_new (FALSE, FALSE, sizeof (gint32));
  return roads;
}

RangRoads *
rang_roads_ref (RangRoads *roads)
{
  g_return_val_if_fail (roads != NULL, NULL);
  g_atomic_ref_count_inc (&roads->references);
  return roads;
}

void
rang_roads_unref (RangRoads *roads)
{
  if (roads == NULL || !g_atomic_ref_count_dec (&roads->references))
    return;
  g_ptr_array_unref (roads->places);
  g_array_unref (roads->seconds);
  g_array_unref (roads->metres);
  g_free (roads);
}

void
rang_roads_add_place (RangRoads *roads, const char *name, gint32 lat, gint32 lon)
{
  RangRoadPlace *place = g_new0 (RangRoadPlace, 1);

  place->name = g_strdup (name);
  place->lat = lat;
  place->lon = lon;
  g_ptr_array_add (roads->places, place);
}

int
rang_roads_find (const RangRoads *roads, gint32 lat, gint32 lon)
{
  /* A millionth of a degree of latitude is 0.1112 m. */
  const double metre = 0.1112, squeeze = cos (lat / 1e6 * G_PI / 180);
  double nearest = (double)RANG_ROAD_NEAR_METRES * RANG_ROAD_NEAR_METRES;
  int found = -1;

  for (guint i = 0; i < roads->places->len; i++)
    {
      const RangRoadPlace *place = roads->places->pdata[i];
      double north = (place->lat - (double)lat) * metre, east = (place->lon - (double)lon) * metre * squeeze;
      double square = north * north + east * east;

      if (square > nearest || (square == nearest && found >= 0))
        continue;
      nearest = square;
      found = (int)i;
    }
  return found;
}

gint32
rang_roads_get_seconds (const RangRoads *roads, guint from, guint to)
{
  return g_array_index (roads->seconds, gint32, from * roads->places->len + to);
}

gint32
rang_roads_get_metres (const RangRoads *roads, guint from, guint to)
{
  return g_array_index (roads->metres, gint32, from * roads->places->len + to);
}

guint
rang_roads_read_row (const char *text, char between, gint32 most, GArray *row, guint *bad)
{
  const char separator[] = { between, '\0' };
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);
  guint n = 0;

  *bad = 0;
  for (; parts[n] != NULL; n++)
    {
      gint64 number = 0;
      gint32 value;

      if (!g_ascii_string_to_signed (g_strstrip (parts[n]), 10, 0, most, &number, NULL) && *bad == 0)
        *bad = n + 1;
      value = (gint32)number;
      g_array_append_val (row, value);
    }
  return n;
}
