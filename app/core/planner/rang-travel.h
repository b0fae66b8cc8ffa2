/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangTravel:
 *
 * Seconds and metres from each location to each other one; immutable once filled, reference counted. From a location
 * to itself both are 0: jobs that share a location are served in one stop. For a unit without travel the seconds are
 * its sequence-dependent set-up times and the metres are 0.
 */
typedef struct _RangTravel RangTravel;

/* Between more points than this travel is computed when it is asked for. */
#define RANG_TRAVEL_TABLE 2500

/**
 * RangTravelPoint:
 * @latitude: degrees × 1,000,000
 * @longitude: degrees × 1,000,000
 * @located: %FALSE if the coordinates are not known
 */
typedef struct
{
  gint32 latitude;
  gint32 longitude;
  gboolean located;
} RangTravelPoint;

/**
 * rang_travel_new:
 * @n_locations: how many locations
 *
 * Returns: (transfer full): a table of zeroes; release with rang_travel_unref()
 */
RangTravel *
rang_travel_new (guint n_locations);

/**
 * rang_travel_new_from_points:
 * @points: (array length=n_points): the locations
 * @n_points: how many
 * @depot: (nullable) (array length=n_depots): the locations of depots: the mean travel of unlocated points is theirs
 * @n_depots: how many depots; 0 takes the mean between all located points
 * @road_permille: metres of road for 1,000 metres of great circle, e.g. 1300
 * @metres_per_hour: the one speed
 *
 * Great-circle distance (on a sphere of 6,371,000 m) times the road factor, rounded to whole metres; seconds are
 * rounded up. An unlocated point is as far from every other one as located points are from the depots on the mean. With
 * more than %RANG_TRAVEL_TABLE points nothing is stored for a pair: it is computed whenever it is asked for.
 *
 * Returns: (transfer full): the travel
 */
RangTravel *
rang_travel_new_from_points (const RangTravelPoint *points,
                             guint n_points,
                             const guint *depot,
                             guint n_depots,
                             guint road_permille,
                             guint metres_per_hour);

RangTravel *
rang_travel_ref (RangTravel *self);
void
rang_travel_unref (RangTravel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangTravel, rang_travel_unref)

/**
 * rang_travel_set:
 * @seconds: not negative
 * @metres: not negative
 *
 * Sets one direction; only before the table is given to a problem. What was not stored for each pair is from now on.
 */
void
rang_travel_set (RangTravel *self, guint from, guint to, gint32 seconds, gint32 metres);

/**
 * rang_travel_set_speeds:
 * @permille: (array fixed-size=24): for each hour of the day the speed, in thousandths of the one that the seconds were
 *   set for; at least 1
 *
 * Scales the speed by the hour. Who crosses into another hour on the way drives on at the speed of that one, so that a
 * later start never arrives earlier (S. Ichoua, M. Gendreau, J.-Y. Potvin, "Vehicle dispatching with time-dependent
 * travel times", 2003). Afterwards the seconds of the table are those of the fastest hour, rounded up. Only once,
 * after everything is set and before the table is given to a problem. Where all hours are alike the table stays one
 * for one speed.
 */
void
rang_travel_set_speeds (RangTravel *self, const guint *permille);

/** Returns: %TRUE if the speed depends on the hour */
gboolean
rang_travel_has_speeds (const RangTravel *self);

/**
 * rang_travel_drive:
 * @leave: when the drive begins, seconds from midnight
 * @way: thousandths of a second at the speed of the table: 1000 × rang_travel_get_seconds()
 *
 * Returns: when such a way is behind, by the speeds of the hours, rounded up
 */
gint32
rang_travel_drive (const RangTravel *self, gint32 leave, gint64 way);

/** Returns: the way that is driven between two seconds of the day, in thousandths as in rang_travel_drive() */
gint64
rang_travel_way (const RangTravel *self, gint32 from, gint32 to);

/** Returns: the latest start from which such a way is behind by @arrive; may be negative */
gint32
rang_travel_latest (const RangTravel *self, gint32 arrive, gint64 way);

guint
rang_travel_get_n_locations (const RangTravel *self);
gint32
rang_travel_get_seconds (const RangTravel *self, guint from, guint to);
gint32
rang_travel_get_metres (const RangTravel *self, guint from, guint to);

/** Returns: a location from which some way takes longer than @seconds; -1 if there is none */
gint32
rang_travel_find_longer (const RangTravel *self, gint32 seconds);

/**
 * rang_travel_get_place:
 * @at: (out) (array fixed-size=3): a point in space: the nearer two of them, the less far it is from one to the other
 *
 * Returns: %FALSE if the location has no coordinates, or travel does not follow from them
 */
gboolean
rang_travel_get_place (const RangTravel *self, guint location, double *at);

G_END_DECLS
