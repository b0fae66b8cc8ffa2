/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pure operations on rankings: arrays of order numbers (gint64), rank 1 first, no number twice. None changes its
 * arguments; every result is (transfer full) (element-type gint64). "Several" always keep their relative order. */

GArray *
rang_ranking_new (const gint64 *orders, gsize n);

/** rang_ranking_find: Returns: the rank of @order from 1, or 0 if it is not in @ranking */
guint
rang_ranking_find (const GArray *ranking, gint64 order);
gboolean
rang_ranking_equal (const GArray *a, const GArray *b);

/**
 * rang_ranking_move:
 * @orders: (array length=n): what is moved; numbers not in @ranking are set in too, behind the others
 * @place: the rank that the first of them has afterwards, from 1; taken as the nearest there is
 *
 * A place is the rank afterwards: the orders are taken out, then set in there, one after the other (CASES.md 4, 12).
 */
GArray *
rang_ranking_move (const GArray *ranking, const gint64 *orders, gsize n, guint place);

/** rang_ranking_remove: Returns: @ranking without @orders; the ranks close up */
GArray *
rang_ranking_remove (const GArray *ranking, const gint64 *orders, gsize n);

/**
 * rang_ranking_join:
 * @orders: (array length=n): orders that come to the board; those already on it are passed over
 * @suggestion: the suggestion for all submitted orders, the new ones among them
 * @placed: (nullable) (element-type gint64): orders that a person placed
 *
 * Each joins directly below the unplaced order of the board that is the next above it in the suggestion, on top if
 * there is none; several join in suggested order. Everybody else keeps the own neighbours.
 */
GArray *
rang_ranking_join (
    const GArray *ranking, const gint64 *orders, gsize n, const GArray *suggestion, const GArray *placed);

/**
 * rang_ranking_apply:
 * @suggestion: numbers that are not in @ranking are passed over
 * @placed: (nullable) (element-type gint64): these keep the rank number they have
 *
 * The others fill the remaining places in suggested order (those the suggestion does not know: last, as they stand).
 */
GArray *
rang_ranking_apply (const GArray *ranking, const GArray *suggestion, const GArray *placed);

/**
 * rang_ranking_put_back:
 * @ranking: as it is now
 * @model: a ranking in which @orders stand where they should
 * @exact: (out) (optional): %FALSE if an order that one of them should stand under has left, so that it is at the
 *   nearest place
 *
 * Puts @orders under the order they stand under in @model: undo after a colleague moved another one (CASES.md 5). An
 * order that is in @model but not in @ranking is set in; one that is not in @model is left alone.
 */
GArray *
rang_ranking_put_back (const GArray *ranking, const GArray *model, const gint64 *orders, gsize n, gboolean *exact);

/**
 * rang_ranking_move_as_seen:
 * @ranking: as it is now
 * @seen: as it was on the revision that the caller saw
 * @exact: (out) (optional): as in rang_ranking_put_back()
 *
 * A move made on an older revision: @place is read on @seen, and the orders go under the one they would have stood
 * under there (CASES.md 4).
 */
GArray *
rang_ranking_move_as_seen (
    const GArray *ranking, const GArray *seen, const gint64 *orders, gsize n, guint place, gboolean *exact);

/**
 * rang_ranking_difference:
 *
 * Returns: (transfer full) (element-type gint64): the fewest orders that have to be taken out and set in elsewhere to
 *   come from @before to @after, those that came or left included; in the order of @after, those that left last
 */
GArray *
rang_ranking_difference (const GArray *before, const GArray *after);

G_END_DECLS
