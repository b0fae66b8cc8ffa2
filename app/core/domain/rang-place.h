/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangPlace:
 * @street: (nullable): street and number, further lines after ", "
 * @city: (nullable): town
 * @postcode: (nullable): postal code
 * @country: (nullable): ISO 3166 two-letter code or the name the file gave
 * @located: whether @lat and @lon are known
 * @lat: latitude in 1e-6 degrees, north positive
 * @lon: longitude in 1e-6 degrees, east positive
 *
 * Where something is.
 */
typedef struct
{
  char *street;
  char *city;
  char *postcode;
  char *country;
  gboolean located;
  gint32 lat;
  gint32 lon;
} RangPlace;

/**
 * rang_place_copy_into:
 * @to: a place in use or all zero; what it held is freed
 */
void
rang_place_copy_into (RangPlace *to, const RangPlace *from);
void
rang_place_clear (RangPlace *place);

/**
 * rang_place_key:
 *
 * Returns: (transfer full): a text equal for places that are the same door: rang_text_key() of street, city, postcode
 */
char *
rang_place_key (const RangPlace *place);

/**
 * rang_place_to_text:
 *
 * Returns: (transfer full): "Str. Caraiman 12, Râșnov", parts that are missing left out; "" if there are none
 */
char *
rang_place_to_text (const RangPlace *place);

/**
 * rang_place_parse_coordinates:
 * @text: (nullable): pasted coordinates: "45.6427, 25.5887", "45,6427; 25,5887" or 45°38'33.7"N 25°35'19.3"E
 * @lat: (out): 1e-6 degrees; @lon: (out): 1e-6 degrees
 *
 * Returns: %FALSE if @text is no pair of coordinates on earth
 */
gboolean
rang_place_parse_coordinates (const char *text, gint32 *lat, gint32 *lon);

G_END_DECLS
