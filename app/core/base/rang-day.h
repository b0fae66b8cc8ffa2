/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangDay:
 *
 * A calendar day as the count of days since 1970-01-01 (proleptic Gregorian). Days compare and subtract as numbers.
 */
typedef gint32 RangDay;

/**
 * RangTime:
 *
 * A wall-clock time of one day, in seconds from midnight in the office's zone: 0 … 86400.
 */
typedef gint32 RangTime;

#define RANG_DAY_NONE G_MININT32
#define RANG_TIME_NONE (-1)
#define RANG_TIME_END_OF_DAY 86400

/**
 * RangTimeWindow:
 * @from: start, seconds from midnight
 * @to: end, seconds from midnight; never before @from
 *
 * From–to on one day, in wall-clock time.
 */
typedef struct
{
  RangTime from;
  RangTime to;
} RangTimeWindow;

/**
 * rang_day_from_ymd:
 *
 * Returns: the day, or %RANG_DAY_NONE if there is no such date or the year is outside 1900 … 2200
 */
RangDay
rang_day_from_ymd (int year, int month, int day);
void
rang_day_to_ymd (RangDay day, int *year, int *month, int *mday);

/**
 * rang_day_parse:
 * @text: "YYYY-MM-DD", nothing before or after
 *
 * Returns: the day, or %RANG_DAY_NONE
 */
RangDay
rang_day_parse (const char *text);

/**
 * rang_day_format:
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DD"; %NULL for %RANG_DAY_NONE
 */
char *
rang_day_format (RangDay day);

/**
 * rang_day_weekday:
 *
 * Returns: 1 (Monday) … 7 (Sunday)
 */
int
rang_day_weekday (RangDay day);

/**
 * rang_day_of_instant:
 * @instant: seconds since the epoch, UTC
 * @zone: the office's zone
 * @time: (out) (optional): the wall-clock time of day
 *
 * Returns: the day in @zone
 */
RangDay
rang_day_of_instant (gint64 instant, GTimeZone *zone, RangTime *time);

/**
 * rang_day_to_instant:
 *
 * Returns: the instant at wall-clock @time of @day in @zone; of a time that occurs twice the first, of one that is
 *   skipped the moment of the jump
 */
gint64
rang_day_to_instant (RangDay day, RangTime time, GTimeZone *zone);

/**
 * rang_time_parse:
 * @text: "HH:MM" or "HH:MM:SS"; "24:00" is the end of the day
 *
 * Returns: seconds from midnight, or %RANG_TIME_NONE
 */
RangTime
rang_time_parse (const char *text);

/**
 * rang_time_format:
 *
 * Returns: (transfer full) (nullable): "HH:MM", seconds cut off; %NULL for %RANG_TIME_NONE
 */
char *
rang_time_format (RangTime time);

/**
 * rang_day_time_format:
 *
 * Returns: (transfer full) (nullable): "YYYY-MM-DDTHH:MM", the local form of the command line's JSON; %NULL if either
 *   is none
 */
char *
rang_day_time_format (RangDay day, RangTime time);

/**
 * rang_instant_format:
 *
 * Returns: (transfer full): "YYYY-MM-DDTHH:MM:SSZ"
 */
char *
rang_instant_format (gint64 instant);

G_END_DECLS
