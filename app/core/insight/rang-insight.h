/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-insight-facts.h"

G_BEGIN_DECLS

#define RANG_INSIGHT_FIFTHS 5
/* Fewer of a thing than this say nothing: they are shown as they are, and no conclusion is drawn from them. */
#define RANG_INSIGHT_FEW 10

/**
 * RangInsightCell:
 * @broken: promises of one department that overrides in favour of another one broke
 * @value: annual value of the clients they were made to, each client once; minor units
 */
typedef struct
{
  guint broken;
  gint64 value;
} RangInsightCell;

/** RangInsightDay: promises won and broken by the overrides of a day, by the forecasts of their moments */
typedef struct
{
  RangDay day;
  guint won;
  guint broken;
} RangInsightDay;

/** RangInsightOverlap: @median: seconds from found to decided, -1 while none is decided */
typedef struct
{
  RangConflictKind kind;
  guint total;
  guint open;
  gint64 median;
} RangInsightOverlap;

/** RangInsightStep: from @time on, for how many orders each role answers */
typedef struct
{
  RangTime time;
  guint heads;
  guint sales;
  guint chief;
} RangInsightStep;

/**
 * RangInsightShare:
 * @judged: promises whose end is known and that were not set aside
 * @kept: of these
 * @without: how many would have been kept without overrides: those kept, less those that an override won, and those
 *   that an override broke and that were indeed broken
 */
typedef struct
{
  guint judged;
  guint kept;
  guint without;
} RangInsightShare;

/** RangInsightReason: overrides of a reason (-1: none given) that turned out @better or @worse than the suggestion */
typedef struct
{
  int reason;
  guint better;
  guint worse;
} RangInsightReason;

/**
 * RangInsight:
 * @orders: promised in the period
 * @overrides: that stand, several moves of one trial counted once
 * @won: promises they won; @broken: broke; @across: of these, in another department than the one that gained
 * @touched: annual value of the clients whose promises were broken, each once
 * @department: whose orders these are; 0 all
 * @departments: (element-type gint64): ids: rows and columns of @cells
 * @cells: (element-type RangInsightCell): who moved up by who paid, row by row
 * @days: (element-type RangInsightDay): the days of the period with overrides that won or broke something
 * @unclear: orders for which nobody was clearly answerable (conflicts of that kind)
 * @overlaps: (element-type RangInsightOverlap): by kind, most first; @n_overlaps, @n_open: their sums
 * @turn_day: the day of @steps (element-type RangInsightStep); %RANG_DAY_NONE without one
 * @pushes: asked; @granted; @refused
 * @fifths: promises by the client's annual value, the largest first
 * @stages: promises by the client's stage, by #RangClientStage
 * @reasons: (element-type RangInsightReason): of overrides; @judged: those that were better or worse
 * @won_value, @n_won: clients who signed or renewed in the period, @lost_value, @n_lost: who refused or left; [0] after
 *   kept promises alone, [1] after at least one broken within %RANG_INSIGHT_MEMORY days. Clients without a promise in
 *   that time are not counted
 *
 * The answers to the three questions for a period.
 */
typedef struct
{
  RangDay from;
  RangDay to;
  gint64 department;
  guint working_days;
  guint orders;
  guint overrides;
  guint won;
  guint broken;
  guint across;
  gint64 touched;
  GArray *departments;
  GArray *cells;
  GArray *days;
  guint unclear;
  GArray *overlaps;
  guint n_overlaps;
  guint n_open;
  RangDay turn_day;
  GArray *steps;
  guint pushes;
  guint granted;
  guint refused;
  RangInsightShare fifths[RANG_INSIGHT_FIFTHS];
  RangInsightShare stages[RANG_N_STAGES];
  GArray *reasons;
  guint judged;
  gint64 won_value[2];
  guint n_won[2];
  gint64 lost_value[2];
  guint n_lost[2];
} RangInsight;

/**
 * rang_insight_new:
 *
 * Measures a period. Pure: the same facts give the same answers. Some milliseconds for a year.
 *
 * Returns: (transfer full): the answers
 */
RangInsight *
rang_insight_new (const RangInsightFacts *facts);
void
rang_insight_free (RangInsight *insight);

/** rang_insight_cell: Returns: (transfer none): what @gained cost @paid; indices into the departments */
const RangInsightCell *
rang_insight_cell (const RangInsight *insight, guint gained, guint paid);

/** rang_insight_percent: Returns: @part of @whole in percent, rounded; 0 of nothing */
int
rang_insight_percent (guint part, guint whole);

/* The parts, each filled by a file of its own. */

/**
 * rang_insight_net_overrides:
 *
 * Several moves that count as one override become one: what a later one mends is not broken.
 *
 * Returns: (transfer full) (element-type RangInsightOverride): by entry
 */
GPtrArray *
rang_insight_net_overrides (const RangInsightFacts *facts);
void
rang_insight_measure_competition (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides);
void
rang_insight_measure_answers (RangInsight *insight, const RangInsightFacts *facts);
void
rang_insight_measure_persuasion (RangInsight *insight, const RangInsightFacts *facts, const GPtrArray *overrides);

/**
 * RangInsightFigure:
 * @measure: what is counted, in English: a column of a file
 * @of: (nullable): of which part: "trial", "3/1" (departments by id), a day, a fifth from 1
 * @value: a count, or money in minor units
 */
typedef struct
{
  char *measure;
  char *of;
  gint64 value;
} RangInsightFigure;

/** rang_insight_list_figures: Returns: (transfer full) (element-type RangInsightFigure): all figures, for a spreadsheet
 */
GPtrArray *
rang_insight_list_figures (const RangInsight *insight);
/** rang_insight_dup_csv: Returns: (transfer full): the same as a CSV file */
char *
rang_insight_dup_csv (const RangInsight *insight);

/* The words, in the current language; all (transfer full). */

/** rang_insight_dup_question: @question: 0 competition, 1 answerability, 2 persuasion */
char *
rang_insight_dup_question (int question);
/** rang_insight_dup_answer: the answer as a sentence; of small numbers that they are too few */
char *
rang_insight_dup_answer (const RangInsight *insight, int question);
/** rang_insight_dup_numbers: what the answer rests on, in one line. @currency: the office's */
char *
rang_insight_dup_numbers (const RangInsight *insight, int question, const char *currency);
/** rang_insight_dup_note: what else is worth knowing: a sentence, never empty */
char *
rang_insight_dup_note (const RangInsight *insight, int question, const char *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangInsight, rang_insight_free)

G_END_DECLS
