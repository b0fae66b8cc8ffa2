/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-day-view.h"
#include "office/rang-office-answered.h"
#include "office/rang-office-balance.h"

G_BEGIN_DECLS

/* What is said about an order beside the list. Every text is (transfer full). */

/**
 * RangExplanation:
 * @why: (nullable): why it stands where it stands
 * @more: (nullable): why not as its head ranked it, and who would have to yield to it
 * @history: (element-type RangLogEntry): oldest first
 * @answered: (element-type RangAnswered): who answered since when
 * @afterwards: what the overrides of the day cost
 */
typedef struct
{
  gint64 number;
  char *why;
  char *more;
  GPtrArray *history;
  GArray *answered;
  RangAfterwards *afterwards;
} RangExplanation;

/** rang_order_words_answered: Returns: (transfer full) (nullable): who answered since when, a line each; %NULL when it
 * was one person all along */
char *
rang_order_words_answered (const RangDayView *view, const GArray *answered);

/** rang_order_words_balance: Returns: (transfer full) (nullable): what overrides of the day that the order is party to
 * were said to cost, and what they cost, a line each */
char *
rang_order_words_balance (const RangDayView *view, const RangAfterwards *afterwards, gint64 number);

/**
 * rang_order_words_explain:
 * @board: (nullable): the board in view
 *
 * Runs on the office's thread.
 */
RangExplanation *
rang_order_words_explain (
    RangOffice *office, const RangSession *session, RangBoard *board, gint64 number, GError **error);
void
rang_explanation_free (RangExplanation *explanation);

/** rang_order_words_asked: where a reason stands in the rules, and what it went by: "Client, row 2: Client: on trial" */
char *
rang_order_words_asked (const RangBoardScore *score, const RangBoardReason *reason);
/** rang_order_words_class: "Class B: It has waited two working days" */
char *
rang_order_words_class (const RangBoardScore *score);
char *
rang_order_words_promised (const RangOrder *order);
/** rang_order_words_requested: (nullable): %NULL when the client asked for nothing */
char *
rang_order_words_requested (const RangOrder *order);
char *
rang_order_words_arrives (const RangBoardEntry *entry);
char *
rang_order_words_importance (const RangOrder *order);
char *
rang_order_words_value (const RangOrderView *order, const RangSettings *settings);
char *
rang_order_words_load (const RangOrder *order);
/** rang_order_words_goods: (nullable): %NULL when they are ready */
char *
rang_order_words_goods (const RangOrder *order);
/** rang_order_words_waited: (nullable): %NULL when it neither waited nor was bumped */
char *
rang_order_words_waited (const RangBoardEntry *entry);

/** rang_order_words_log: what an entry of the log says: "Moved 96 → 83, Ioana Pop · Client at risk" */
char *
rang_order_words_log (const RangDayView *view, const RangLogEntry *entry);
/** rang_order_words_log_word: what the command's word says to people: "Moved" */
const char *
rang_order_words_log_word (const char *what);

/** rang_order_words_conflict_who: people and departments of a conflict */
char *
rang_order_words_conflict_who (const RangDayView *view, const RangConflict *conflict);

G_END_DECLS
