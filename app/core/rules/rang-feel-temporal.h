/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-eval.h"

G_BEGIN_DECLS

/**
 * rang_feel_temporal_parse_any:
 * @text: a date, time, date and time, or duration
 *
 * Returns: the value, or null
 */
const RangFeelValue *
rang_feel_temporal_parse_any (RangFeelArena *arena, const char *text);
const RangFeelValue *
rang_feel_temporal_parse_date (RangFeelArena *arena, const char *text);
const RangFeelValue *
rang_feel_temporal_parse_time (RangFeelArena *arena, const char *text);

/**
 * rang_feel_temporal_parse_date_time:
 *
 * Returns: the value; a date alone is taken at midnight; null if @text is none
 */
const RangFeelValue *
rang_feel_temporal_parse_date_time (RangFeelArena *arena, const char *text);
const RangFeelValue *
rang_feel_temporal_parse_duration (RangFeelArena *arena, const char *text);

gboolean
rang_feel_temporal_equal (const RangFeelValue *a, const RangFeelValue *b);
gboolean
rang_feel_temporal_order (const RangFeelValue *a, const RangFeelValue *b, int *order);

/**
 * rang_feel_temporal_to_text:
 *
 * Returns: (transfer full): as ISO 8601 writes it
 */
char *
rang_feel_temporal_to_text (const RangFeelValue *value);

/**
 * rang_feel_temporal_arithmetic:
 *
 * Returns: the sum or difference, product or quotient, or null
 */
const RangFeelValue *
rang_feel_temporal_arithmetic (RangFeelEval *eval, RangFeelOperator op, const RangFeelValue *a, const RangFeelValue *b);

gboolean
rang_feel_temporal_date_is_valid (gint64 year, gint64 month, gint64 day);

/**
 * rang_feel_temporal_days:
 *
 * Returns: days since 1970-01-01
 */
gint64
rang_feel_temporal_days (RangFeelDate date);
RangFeelDate
rang_feel_temporal_from_days (gint64 days);

/**
 * rang_feel_temporal_offset:
 * @offset: (out): seconds east of UTC
 *
 * Returns: %FALSE if the time has no zone
 */
gboolean
rang_feel_temporal_offset (const RangFeelValue *value, gint64 *offset);

/**
 * rang_feel_temporal_offset_change:
 * @value: a date and time
 *
 * Returns: by how many seconds the offset of its zone, if that has a name, is another @seconds later
 */
gint64
rang_feel_temporal_offset_change (const RangFeelValue *value, gint64 seconds);

/**
 * rang_feel_temporal_seconds:
 *
 * Returns: seconds since the epoch of a date and time, as UTC if it has no zone; of a time since midnight
 */
gint64
rang_feel_temporal_seconds (const RangFeelValue *value);

G_END_DECLS
