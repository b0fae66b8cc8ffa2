/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-settings.h"

G_BEGIN_DECLS

/**
 * rang_calendar_is_holiday:
 *
 * The public holidays of Romania (Labour Code, art. 139, as in force from 2024): 1, 2, 6, 7 and 24 January, Good
 * Friday, Easter Sunday and Monday and both days of Pentecost by the Orthodox calendar, 1 May, 1 June, 15 August,
 * 30 November, 1 December, 25 and 26 December.
 *
 * Returns: whether @day is one
 */
gboolean
rang_calendar_is_holiday (RangDay day);

/**
 * rang_calendar_orthodox_easter:
 *
 * Easter Sunday of the Orthodox church by Meeus's Julian algorithm (Astronomical Algorithms, 1991), as a Gregorian
 * day.
 */
RangDay
rang_calendar_orthodox_easter (int year);

/**
 * rang_calendar_is_working_day:
 *
 * Returns: whether the office works on @day
 */
gboolean
rang_calendar_is_working_day (const RangSettings *settings, RangDay day);

/**
 * rang_calendar_add_working_days:
 * @count: how many working days on; negative back
 *
 * Returns: the @count-th working day after (before) @day
 */
RangDay
rang_calendar_add_working_days (const RangSettings *settings, RangDay day, int count);

/**
 * rang_calendar_working_days_between:
 *
 * Returns: how many working days lie in (@from, @to]; 0 if @to is not after @from
 */
int
rang_calendar_working_days_between (const RangSettings *settings, RangDay from, RangDay to);

/**
 * rang_calendar_last_working_day:
 *
 * Returns: the last working day of @from … @to, or @to if none is
 */
RangDay
rang_calendar_last_working_day (const RangSettings *settings, RangDay from, RangDay to);

G_END_DECLS
