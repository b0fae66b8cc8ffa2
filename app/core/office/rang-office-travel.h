/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangTravelState:
 * @places: how many places the measured travel has; 0 none is in use
 * @known: addresses of clients that lie at one of them
 * @addresses: addresses of clients that have coordinates
 * @depot: whether the depot lies at one of them
 *
 * What the office knows of its roads beside speeds.
 */
typedef struct
{
  guint places;
  guint known;
  guint addresses;
  gboolean depot;
} RangTravelState;

/** rang_office_get_travel: Returns: whether it could be read; fills @state */
gboolean
rang_office_get_travel (RangOffice *office, RangTravelState *state, GError **error);

/**
 * rang_office_set_speeds:
 * @speed: metres an hour on the road; 0 leaves it
 * @road_factor: road metres for 1,000 metres as the crow flies; 0 leaves it
 * @speeds: (nullable) (array fixed-size=24): per cent of @speed for each hour of the day; %NULL leaves them
 *
 * How fast the roads are. Who crosses into another hour on the way goes on at the speed of that one, so that a later
 * start never arrives earlier. The head of sales sets it.
 */
gboolean
rang_office_set_speeds (RangOffice *office,
                        const RangSession *session,
                        gint32 speed,
                        gint32 road_factor,
                        const gint32 *speeds,
                        GError **error);

/**
 * rang_office_take_travel:
 * @places: the files, as rang_roads_csv_read() takes them
 * @metres: (nullable): as far as one comes at the office's speed
 *
 * Puts measured travel to use in place of distances as the crow flies. All of it is taken, or nothing. A way of which
 * an end is no place of it is reckoned as before. The head of sales does it.
 */
gboolean
rang_office_take_travel (RangOffice *office,
                         const RangSession *session,
                         const char *places,
                         const char *seconds,
                         const char *metres,
                         GError **error);

/**
 * rang_office_take_travel_files:
 * @files: (array zero-terminated=1): two or three: told apart by what is in them. The one with words is that of the
 *   places; of two with numbers that of the metres has “metre”, “meter”, “metri” or “dist” in its name
 *
 * As rang_office_take_travel(), for files that a person chose together.
 */
gboolean
rang_office_take_travel_files (RangOffice *office,
                               const RangSession *session,
                               const char *const *files,
                               GError **error);

/** rang_office_drop_travel: distances as the crow flies again */
gboolean
rang_office_drop_travel (RangOffice *office, const RangSession *session, GError **error);

G_END_DECLS
