/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

#define RANG_MOST_BREAKS 4

/**
 * RangVanBreak:
 * @window: the break lies in it
 * @duration: seconds; that of @window for one that begins and ends at set times
 */
typedef struct
{
  RangTimeWindow window;
  gint32 duration;
} RangVanBreak;

/**
 * RangVanBreaks:
 *
 * The breaks of a van's day, one after the other; by value.
 */
typedef struct
{
  guint n;
  RangVanBreak list[RANG_MOST_BREAKS];
} RangVanBreaks;

/**
 * rang_breaks_parse:
 * @text: (nullable): "12:00-13:00" from then to then, "11:30-14:00/30" half an hour between, several divided by commas
 *   or semicolons; empty or "none" for none
 * @breaks: (out): as they were written; rang_breaks_are_possible() says whether they can be taken
 *
 * Returns: %FALSE if it cannot be read, or has more than %RANG_MOST_BREAKS
 */
gboolean
rang_breaks_parse (const char *text, RangVanBreaks *breaks);

/** rang_breaks_format: Returns: (transfer full): as it is parsed, divided by ", "; "" for none */
char *
rang_breaks_format (const RangVanBreaks *breaks);

/** rang_breaks_are_possible: Returns: whether each has room in its window, on one day, and begins after the one before */
gboolean
rang_breaks_are_possible (const RangVanBreaks *breaks);

/**
 * rang_breaks_of_shift:
 * @shift: the hours of one day
 *
 * Returns: those breaks that can be taken in @shift, their windows cut to it
 */
RangVanBreaks
rang_breaks_of_shift (const RangVanBreaks *breaks, RangTimeWindow shift);

G_END_DECLS
