/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-hours.h"
#include "domain/rang-place.h"
#include "domain/rang-rate.h"

G_BEGIN_DECLS

/**
 * RangSettings:
 * @name: the company
 * @tax_number: (nullable): CUI/CIF
 * @depot: where the vans start; its text is the seat
 * @zone: IANA time zone, "Europe/Bucharest"
 * @currency: ISO 4217 code the office counts in
 * @rates: (element-type RangRate): what other currencies are worth in it, by code
 * @language: "ro", "en" or "" for the session's
 * @hours: usual hours of delivery when neither client nor address say
 * @speed: metres an hour on the road
 * @speeds: for each hour of the day, in per cent of @speed
 * @roads_entry: number of the log entry by which measured travel (#RangRoads) came into use; 0 none is
 * @road_factor: road metres per 1000 metres as the crow flies
 * @service: seconds at the door when nobody says
 * @load: grams of an order when nobody says
 * @parcels: parcels of an order when nobody says
 * @high_quota: per cent of a submitted list that may be of high importance (at least one order may)
 * @most_bumps: after so many bumps an order cannot sink without a written reason
 * @most_pushes: pushes that one department may ask for in a week, Monday to Sunday
 * @working_days: bit 0 Monday … bit 6 Sunday
 * @demo: whether this is the demo office
 *
 * What an office has set for itself.
 */
typedef struct
{
  char *name;
  char *tax_number;
  RangPlace depot;
  char *zone;
  char currency[4];
  GArray *rates;
  char *language;
  RangTimeWindow hours;
  gint32 speed;
  gint32 speeds[RANG_N_HOURS];
  gint64 roads_entry;
  gint32 road_factor;
  gint32 service;
  gint64 load;
  gint32 parcels;
  gint32 high_quota;
  gint32 most_bumps;
  gint32 most_pushes;
  guint8 working_days;
  gboolean demo;
} RangSettings;

/**
 * rang_settings_new:
 *
 * Returns: (transfer full): the defaults: Bucharest time, RON, Monday to Friday, 08:00–17:00, 36 km/h on roads 1.3
 *   times as long as the crow flies, 8 minutes at the door, 10 kg in 1 parcel, 20 % high, 3 bumps, 10 pushes
 *   a week
 */
RangSettings *
rang_settings_new (void);
RangSettings *
rang_settings_copy (const RangSettings *settings);
void
rang_settings_free (RangSettings *settings);

/**
 * rang_settings_dup_zone:
 *
 * Returns: (transfer full): the office's zone; UTC if the name is unknown
 */
GTimeZone *
rang_settings_dup_zone (const RangSettings *settings);

/**
 * rang_settings_high_allowed:
 * @length: orders in the list submitted
 *
 * Returns: how many of them may be of high importance
 */
int
rang_settings_high_allowed (const RangSettings *settings, int length);

/** rang_settings_find_rate: Returns: (transfer none) (nullable): what the office has set for @currency */
const RangRate *
rang_settings_find_rate (const RangSettings *settings, const char *currency);

/**
 * rang_settings_convert:
 * @money: an amount in any currency
 *
 * Returns: its worth in the office's currency; @money itself, in its own, where the office has no rate for it
 */
RangMoney
rang_settings_convert (const RangSettings *settings, RangMoney money);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangSettings, rang_settings_free)

G_END_DECLS
