/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangPushState:
 * @RANG_PUSH_OPEN: waits for the head of sales
 * @RANG_PUSH_GRANTED: became an override
 * @RANG_PUSH_REFUSED: refused, with a note
 */
typedef enum
{
  RANG_PUSH_OPEN,
  RANG_PUSH_GRANTED,
  RANG_PUSH_REFUSED,
  RANG_N_PUSH_STATES
} RangPushState;

/**
 * RangPush:
 * @id: its number; 0 before it is stored
 * @day: the board's day; @unit: id of the unit
 * @order: number of the order; @department: id of its department, whose week it counts in
 * @asked_by: id of the person who wants it
 * @noted_by: id of the delivery chief who wrote it down ("I was asked"); 0 for a head's own push
 * @asked_at: instant
 * @week: the Monday of the week it was asked in
 * @entry: its log entry
 * @revision: of the board it was asked on
 * @from: rank of the order then; @to: rank asked for
 * @reason: (nullable): reason code; %NULL only if @noted_by
 * @note: (nullable): in own words; of one written down: how it was asked
 * @state: what became of it
 * @decided_by: id, 0 nobody yet; @decided_at: instant; @decided_entry: log entry
 * @decision: (nullable): the note of the decision
 *
 * A request to have an order moved up; only the head of sales can grant it.
 */
typedef struct
{
  gint64 id;
  RangDay day;
  gint64 unit;
  gint64 order;
  gint64 department;
  gint64 asked_by;
  gint64 noted_by;
  gint64 asked_at;
  RangDay week;
  gint64 entry;
  gint64 revision;
  gint32 from;
  gint32 to;
  char *reason;
  char *note;
  RangPushState state;
  gint64 decided_by;
  gint64 decided_at;
  gint64 decided_entry;
  char *decision;
} RangPush;

RangPush *
rang_push_new (void);
RangPush *
rang_push_copy (const RangPush *push);
void
rang_push_free (RangPush *push);

/** rang_push_state_to_nick: Returns: "open", "granted" or "refused" */
const char *
rang_push_state_to_nick (RangPushState state);
int
rang_push_state_from_nick (const char *nick);
/** rang_push_state_label: Returns: the state in the current language */
const char *
rang_push_state_label (RangPushState state);

/** rang_push_week: Returns: the Monday of the week of @day */
RangDay
rang_push_week (RangDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangPush, rang_push_free)

G_END_DECLS
