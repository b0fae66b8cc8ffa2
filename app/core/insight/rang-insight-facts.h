/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-client-event.h"
#include "domain/rang-client.h"
#include "domain/rang-conflict.h"
#include "domain/rang-order.h"
#include "domain/rang-reason.h"

G_BEGIN_DECLS

/**
 * RangPromiseEnd:
 * @RANG_PROMISE_OPEN: nothing has happened yet
 * @RANG_PROMISE_KEPT: delivered, all of it or in part, on the day first promised and not after the window's end
 * @RANG_PROMISE_BROKEN: late, carried over, or failed for a reason of our own
 * @RANG_PROMISE_ASIDE: cancelled, or failed for the client's reason (refused, absent, wrong address, no cash)
 *
 * What became of the first promise that was made for an order.
 */
typedef enum
{
  RANG_PROMISE_OPEN,
  RANG_PROMISE_KEPT,
  RANG_PROMISE_BROKEN,
  RANG_PROMISE_ASIDE
} RangPromiseEnd;

/**
 * RangInsightOrder:
 * @day: the day first promised
 * @end: what became of that promise
 */
typedef struct
{
  gint64 number;
  gint64 client;
  gint64 department;
  RangDay day;
  RangPromiseEnd end;
} RangInsightOrder;

/**
 * RangInsightClient:
 * @annual_value: minor units of the office's currency
 */
typedef struct
{
  gint64 id;
  gint64 annual_value;
  RangClientStage stage;
} RangInsightClient;

/**
 * RangInsightOverride:
 * @entry: its log entry
 * @series: entry of the first of several moves that count as one override (CASES.md 13); its own if it stands alone
 * @day: the board's day; @order: the order moved, of several the first
 * @reason: a #RangReasonCode, -1 none
 * @asked: whether a department head had pushed for it
 * @broken: (element-type gint64): orders that it made late or left out, by the forecast of that moment
 * @won: (element-type gint64): orders that it brought into a better state
 */
typedef struct
{
  gint64 entry;
  gint64 series;
  RangDay day;
  gint64 order;
  int reason;
  gboolean asked;
  GArray *broken;
  GArray *won;
} RangInsightOverride;

/**
 * RangInsightConflict:
 * @since: instant; @decided_at: instant, 0 while nobody has decided it
 */
typedef struct
{
  RangConflictKind kind;
  RangConflictState state;
  gint64 since;
  gint64 decided_at;
} RangInsightConflict;

typedef struct
{
  gint64 client;
  RangClientEventKind kind;
  RangDay day;
} RangInsightEvent;

/**
 * RangInsightTurn:
 * @submitted: when its department submitted it, @accepted: when the chief accepted the board, @done: when its outcome
 *   was recorded: seconds from midnight of the day shown, %RANG_TIME_NONE if never
 *
 * Who answered for an order on one day: its department head until @submitted, the head of sales until @accepted, the
 * delivery chief until @done.
 */
typedef struct
{
  gint64 order;
  RangTime submitted;
  RangTime accepted;
  RangTime done;
} RangInsightTurn;

/**
 * RangInsightFacts:
 * @from: first day, @to: last day of the period
 * @working_days: in the period
 * @departments: (element-type gint64): ids, in the order they are shown
 * @department: the one that is asked about; 0 all: of other departments' orders only what an override did to them beside
 *   one of its own counts
 * @orders: (element-type gint64 RangInsightOrder): by number; first promised from %RANG_INSIGHT_MEMORY days before
 * @from until @to
 * @clients: (element-type gint64 RangInsightClient): by id
 * @overrides: (element-type RangInsightOverride): of the period, by entry, none that was taken back
 * @pushes: asked for in the period; of these @granted and @refused
 * @conflicts: (element-type RangInsightConflict): of the period's days
 * @events: (element-type RangInsightEvent): of the period
 * @turn_day: the day that @turns (element-type RangInsightTurn) tell of; %RANG_DAY_NONE without one
 *
 * What the log and the tables of an office hold about a period: what the measures are made of.
 */
typedef struct
{
  RangDay from;
  RangDay to;
  guint working_days;
  GArray *departments;
  gint64 department;
  GHashTable *orders;
  GHashTable *clients;
  GPtrArray *overrides;
  guint pushes;
  guint granted;
  guint refused;
  GArray *conflicts;
  GArray *events;
  RangDay turn_day;
  GArray *turns;
} RangInsightFacts;

/* For how long a broken promise may be what made a client leave: days. */
#define RANG_INSIGHT_MEMORY 60

RangInsightFacts *
rang_insight_facts_new (RangDay from, RangDay to);
void
rang_insight_facts_free (RangInsightFacts *facts);

RangInsightOverride *
rang_insight_override_new (void);
void
rang_insight_override_free (RangInsightOverride *override);

/** rang_insight_facts_add_order: @order: copied */
void
rang_insight_facts_add_order (RangInsightFacts *facts, const RangInsightOrder *order);
void
rang_insight_facts_add_client (RangInsightFacts *facts, const RangInsightClient *client);
/** rang_insight_facts_find_order: Returns: (transfer none) (nullable) */
const RangInsightOrder *
rang_insight_facts_find_order (const RangInsightFacts *facts, gint64 number);
/** rang_insight_facts_value_of: Returns: what the client of the order is worth in a year, 0 unknown */
gint64
rang_insight_facts_value_of (const RangInsightFacts *facts, const RangInsightOrder *order);

/** rang_insight_facts_concerns: Returns: whether the order is of the department that is asked about */
gboolean
rang_insight_facts_concerns (const RangInsightFacts *facts, const RangInsightOrder *order);

/**
 * rang_insight_judge:
 * @first: the day first promised; @promised: the day promised last; @to: end of that window
 * @outcome_day: %RANG_DAY_NONE none; @outcome_at: %RANG_TIME_NONE none
 * @fail: a #RangFailReason, -1 none
 * @today: a promise of a day before it without an outcome is broken
 *
 * Returns: what became of the first promise
 */
RangPromiseEnd
rang_insight_judge (RangOrderState state,
                    RangDay first,
                    RangDay promised,
                    RangTime to,
                    RangDay outcome_day,
                    RangTime outcome_at,
                    int fail,
                    RangDay today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangInsightFacts, rang_insight_facts_free)

G_END_DECLS
