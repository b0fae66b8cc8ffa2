/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/rang-day.h"
#include "base/rang-money.h"

G_BEGIN_DECLS

/* How the window says days, times and amounts. Every result is (transfer full). */

/** rang_words_time: "11:32"; "–" when there is none */
char *
rang_words_time (RangTime time);

/** rang_words_day: "Tuesday 24 Nov 2026" in the current language */
char *
rang_words_day (RangDay day);

/** rang_words_minutes: "25 min", "1 h 05" */
char *
rang_words_minutes (int minutes);

/** rang_words_money: an amount without its minor units; "–" when there is none */
char *
rang_words_money (gint64 minor, const char *currency);

/** rang_words_sentence: Returns: (transfer full): what is said in the middle of a line ("that is not …") on its own */
char *
rang_words_sentence (const char *text);

/** rang_words_tell: lets a label say @text, as rang_words_sentence() */
void
rang_words_tell (GtkLabel *label, const char *text);

/**
 * rang_words_instant:
 * @today: the day that is worked on: of it the time alone is said
 */
char *
rang_words_instant (gint64 instant, const char *zone, RangDay today);

/** rang_words_short_name: Returns: what fits a narrow column: "I. Pop" of "Ioana Pop"; a single name as it is */
char *
rang_words_short_name (const char *name);

/** rang_words_load: grams as "84 kg", "0.4 kg" */
char *
rang_words_load (gint64 grams);

G_END_DECLS
