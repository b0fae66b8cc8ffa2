/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet.h"

G_BEGIN_DECLS

/* How amounts are written on a sheet, in the current language. All return (transfer full). */

/** rang_sheet_words_load: "45.5 kg", "~45.5 kg" when estimated */
char *
rang_sheet_words_load (gint64 grams, gboolean estimated);

/** rang_sheet_words_parcels: "6 parcels", "~6 parcels" when estimated */
char *
rang_sheet_words_parcels (gint64 parcels, gboolean estimated);

/** rang_sheet_words_sums: "1 200.00 RON + 30.00 EUR"; "–" when there are none */
char *
rang_sheet_words_sums (const GArray *sums);

/** rang_sheet_words_join: the texts that are there, with " · " between them; %NULL and "" are left out */
char *
rang_sheet_words_join (guint count, ...);

/** rang_sheet_words_unbroken: a number of a paper, kept on one line where it fits; %NULL for %NULL */
char *
rang_sheet_words_unbroken (const char *text);

/** rang_sheet_words_orders: "1043, 1051": numbers of the stop's orders that are not struck */
char *
rang_sheet_words_orders (const RangSheetStop *stop);

G_END_DECLS
