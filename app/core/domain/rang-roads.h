/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-place.h"

G_BEGIN_DECLS

/* More places make a table that no office has measured. */
#define RANG_MOST_ROAD_PLACES 1000
/* No way takes longer, or is longer. */
#define RANG_MOST_ROAD_SECONDS 86400
#define RANG_MOST_ROAD_METRES 2000000
/* A door this near to a place of the table is that place. */
#define RANG_ROAD_NEAR_METRES 100

/**
 * RangRoadPlace:
 * @name: what the table calls it
 */
typedef struct
{
  char *name;
  gint32 lat;
  gint32 lon;
} RangRoadPlace;

/**
 * RangRoads:
 * @places: (element-type RangRoadPlace): in the order of rows and columns
 * @seconds: from row to column, row by row
 * @metres: likewise
 *
 * Travel between places as somebody measured it, in place of distances as the crow flies. Reference counted; immutable
 * once it is filled.
 */
typedef struct
{
  GPtrArray *places;
  GArray *seconds;
  GArray *metres;
  /*< private >*/
  gatomicrefcount references;
} RangRoads;

/** rang_roads_new: Returns: (transfer full): an empty table */
RangRoads *
rang_roads_new (void);
RangRoads *
rang_roads_ref (RangRoads *roads);
void
rang_roads_unref (RangRoads *roads);

/** rang_roads_add_place: @name: copied */
void
rang_roads_add_place (RangRoads *roads, const char *name, gint32 lat, gint32 lon);

/** rang_roads_find: Returns: the row of the place nearest to the coordinates, -1 if none is within
 * %RANG_ROAD_NEAR_METRES */
int
rang_roads_find (const RangRoads *roads, gint32 lat, gint32 lon);

gint32
rang_roads_get_seconds (const RangRoads *roads, guint from, guint to);
gint32
rang_roads_get_metres (const RangRoads *roads, guint from, guint to);

/**
 * rang_roads_read_row:
 * @text: numbers from 0 to @most, divided by @between and blanks
 * @row: (element-type gint32): the numbers are appended
 * @bad: (out): the number of the one that cannot be, from 1, 0 for none
 *
 * Returns: how many numbers there are
 */
guint
rang_roads_read_row (const char *text, char between, gint32 most, GArray *row, guint *bad);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRoads, rang_roads_unref)

G_END_DECLS
