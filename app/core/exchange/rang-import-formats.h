/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangImportFormats:
 * @dates: (array zero-terminated=1): patterns such as "YYYY-MM-DD" or "D.M.YYYY"; YYYY four digits, MM and DD two,
 *   M and D one or two
 * @decimal: '.' or ','
 * @grouped: whether separators of thousands may stand; without a mapping they may not, since "1,500" could be 1.5
 * @zone: the office's zone, for times that name another one
 *
 * How a sender writes dates and numbers.
 */
typedef struct
{
  char **dates;
  char decimal;
  gboolean grouped;
  GTimeZone *zone;
} RangImportFormats;

typedef enum
{
  RANG_IMPORT_READ,
  RANG_IMPORT_UNREADABLE,
  RANG_IMPORT_AMBIGUOUS
} RangImportReading;

/**
 * rang_import_formats_new:
 *
 * Returns: (transfer full): ISO dates, decimal point, no grouping
 */
RangImportFormats *
rang_import_formats_new (GTimeZone *zone);
RangImportFormats *
rang_import_formats_copy (const RangImportFormats *formats);
void
rang_import_formats_free (RangImportFormats *formats);

/**
 * rang_import_formats_check_date:
 *
 * Returns: whether @pattern names a year, a month and a day once each
 */
gboolean
rang_import_formats_check_date (const char *pattern);

/**
 * rang_import_formats_read_moment:
 * @text: a date, or a date and a time ("2026-11-24 16:00", "2026-11-24T16:00:30.5Z"), trimmed
 * @day: (out)
 * @time: (out): seconds from midnight, %RANG_TIME_NONE when none is named; fractions are cut off
 *
 * A time that names its zone is brought into the office's; a zone beside a date alone says nothing about the day and is
 * passed over.
 *
 * Returns: %RANG_IMPORT_AMBIGUOUS if two of the patterns read different days from it
 */
RangImportReading
rang_import_formats_read_moment (const RangImportFormats *formats, const char *text, RangDay *day, RangTime *time);

/**
 * rang_import_formats_read_number:
 * @digits: digits after the decimal separator to keep, 0 … 3
 * @value: (out): in units of the last digit
 */
gboolean
rang_import_formats_read_number (const RangImportFormats *formats, const char *text, int digits, gint64 *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportFormats, rang_import_formats_free)

G_END_DECLS
