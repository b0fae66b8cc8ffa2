/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * rang_day_label_weekday:
 *
 * Returns: (transfer none): "Tuesday" in the current language, whatever the locale's own dates look like
 */
const char *
rang_day_label_weekday (RangDay day);

/**
 * rang_day_label_long:
 *
 * Returns: (transfer full): "Tuesday 24 November 2026" in the current language; "–" for %RANG_DAY_NONE
 */
char *
rang_day_label_long (RangDay day);

/**
 * rang_day_label_short:
 *
 * Returns: (transfer full): "24 Nov 2026", "24.11.2026" in Romanian; "–" for %RANG_DAY_NONE
 */
char *
rang_day_label_short (RangDay day);

/**
 * rang_day_label_window:
 *
 * Returns: (transfer full): "08:00–10:00"; "–" for a window of none
 */
char *
rang_day_label_window (RangTimeWindow window);

G_END_DECLS
