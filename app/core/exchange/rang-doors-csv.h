/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-hours.h"
#include "domain/rang-place.h"

G_BEGIN_DECLS

/**
 * RangDoorRow:
 * @line: of the file
 * @client: name, tax number or id
 * @place: where; without a street what is said holds for the client where an address says nothing
 * @has_hours: whether @hours and @shut were said; empty in the file leaves them
 * @service: seconds at the door; -1 leaves them
 * @access: (nullable): how to get in
 *
 * What one line says of a client's door.
 */
typedef struct
{
  guint line;
  char *client;
  RangPlace place;
  gboolean has_hours;
  RangTimeWindow hours;
  RangShut shut;
  gint32 service;
  char *access;
} RangDoorRow;

/**
 * rang_doors_csv_read:
 * @path: a CSV file whose first line names its columns: `client` (required), `street`, `city`, `postcode`, `lat` and
 *   `lon`, `hours` ("08:00-12:00, 13:00-17:00"), `service_min`, `access`
 * @error: return location for a #RangExchangeError that names file and line
 *
 * Returns: (transfer full) (nullable) (element-type RangDoorRow): the lines, or %NULL if one of them is wrong
 */
GPtrArray *
rang_doors_csv_read (const char *path, GError **error);

G_END_DECLS
