/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

#define RANG_MOST_SHUT 6

/**
 * RangShut:
 *
 * Spans within the hours of a door in which nobody takes goods in, one after the other; by value.
 */
typedef struct
{
  guint n;
  RangTimeWindow spans[RANG_MOST_SHUT];
} RangShut;

/**
 * rang_hours_parse:
 * @text: (nullable): when a door is open: "08:00-12:00, 13:00-17:00", divided by commas or semicolons; empty or "none"
 *   when nobody knows
 * @hours: (out): from the first opening to the last closing, which is the hard closing hour; %RANG_TIME_NONE twice
 * @shut: (out): the gaps between
 *
 * Returns: %FALSE if it cannot be read, ends before it starts, or goes back in time
 */
gboolean
rang_hours_parse (const char *text, RangTimeWindow *hours, RangShut *shut);

/** rang_hours_format: Returns: (transfer full): as it is parsed, divided by ", "; "" when nobody knows */
char *
rang_hours_format (RangTimeWindow hours, const RangShut *shut);

/** rang_shut_parse: @text: (nullable): the gaps themselves, "12:00-13:00". Returns: %FALSE if it cannot be read */
gboolean
rang_shut_parse (const char *text, RangShut *shut);
/** rang_shut_format: Returns: (transfer full) (nullable): the gaps themselves; %NULL for none */
char *
rang_shut_format (const RangShut *shut);

/** rang_shut_fits: Returns: whether the gaps lie within @hours, one after the other, with an opening between each two */
gboolean
rang_shut_fits (const RangShut *shut, RangTimeWindow hours);

#define RANG_N_HOURS 24
/* The usual speed. */
#define RANG_SPEED_USUAL 100

/**
 * rang_speeds_parse:
 * @text: (nullable): "7-9=60, 16-18=70": from 07:00 to 09:00 60 per cent of the usual speed; empty or "none": always
 *   the usual one
 * @speeds: (out) (array fixed-size=24): per cent for each hour of the day
 *
 * Returns: %FALSE if it cannot be read, an hour is named twice, or a speed is not from 10 to 300
 */
gboolean
rang_speeds_parse (const char *text, gint32 *speeds);

/** rang_speeds_format: Returns: (transfer full): as it is parsed; "" when it is always the usual one */
char *
rang_speeds_format (const gint32 *speeds);

G_END_DECLS
