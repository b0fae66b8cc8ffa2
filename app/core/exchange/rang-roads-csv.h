/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-roads.h"

G_BEGIN_DECLS

/**
 * RangRoadsLocate:
 * @place: street and town as the file has them; its coordinates are to be set
 *
 * Returns: whether somebody knows where that is
 */
typedef gboolean (*RangRoadsLocate) (RangPlace *place, gpointer data);

/**
 * rang_roads_csv_read:
 * @places: a CSV file with a header: `lat` and `lon` in degrees, or `street` (and `house_number`) and `city` of an
 *   address that @locate knows; `name` if it is to be called otherwise
 * @seconds: a CSV file without a header: a row and a column for each place, whole seconds from row to column
 * @metres: (nullable): likewise whole metres; %NULL: as far as one comes in those seconds at @speed
 * @speed: metres an hour
 * @locate: (nullable): asked for places without coordinates
 * @error: return location for a #RangExchangeError that names file, line and place
 *
 * Returns: (transfer full) (nullable): the table
 */
RangRoads *
rang_roads_csv_read (const char *places,
                     const char *seconds,
                     const char *metres,
                     gint32 speed,
                     RangRoadsLocate locate,
                     gpointer data,
                     GError **error);

G_END_DECLS
