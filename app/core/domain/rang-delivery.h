/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangLock:
 * @order: number
 * @resource: id of the one resource that may take it
 * @entry: the log entry
 *
 * By value.
 */
typedef struct
{
  gint64 order;
  gint64 resource;
  gint64 entry;
} RangLock;

/**
 * RangCall:
 * @id: 0 before it is stored
 * @day: the day whose promise it was about
 * @order: number
 * @called_by: id of who told the client; @called_at: instant
 * @agreed_day: the new day, or %RANG_DAY_NONE when none was agreed
 * @agreed: the new window on it; %RANG_TIME_NONE twice when only the day was agreed
 * @note: (nullable): in own words
 * @entry: the log entry
 *
 * That a client was told about a promise that will break, and what was agreed.
 */
typedef struct
{
  gint64 id;
  RangDay day;
  gint64 order;
  gint64 called_by;
  gint64 called_at;
  RangDay agreed_day;
  RangTimeWindow agreed;
  char *note;
  gint64 entry;
} RangCall;

RangCall *
rang_call_new (void);
RangCall *
rang_call_copy (const RangCall *call);
void
rang_call_free (RangCall *call);

/**
 * RangCarryOver:
 * @day: the closed day; @order: number
 * @promised: what was promised for it
 * @reason: nick of #RangFailReason: why it was not delivered
 * @carried_to: its new day
 * @told_by: id of who told the client
 * @entry: the log entry
 *
 * What an order was on a day from which it was carried over.
 */
typedef struct
{
  RangDay day;
  gint64 order;
  RangTimeWindow promised;
  char *reason;
  RangDay carried_to;
  gint64 told_by;
  gint64 entry;
} RangCarryOver;

RangCarryOver *
rang_carry_over_new (void);
void
rang_carry_over_free (RangCarryOver *carry_over);

/**
 * RangLockRequest:
 * @id: 0 before it is stored
 * @day: the day; @order: number; @resource: id of the van it should be locked to
 * @asked_by: id; @asked_at: instant
 * @harm: (element-type gint64): orders above it that the lock would harm
 * @entry: the log entry
 * @open: whether it waits for the head of sales; else @granted or not
 * @decided_by: id, 0 while open; @note: (nullable): why it was refused
 *
 * A lock that would harm a higher order, for the head of sales to decide (CASES.md 11).
 */
typedef struct
{
  gint64 id;
  RangDay day;
  gint64 order;
  gint64 resource;
  gint64 asked_by;
  gint64 asked_at;
  GArray *harm;
  gint64 entry;
  gboolean open;
  gboolean granted;
  gint64 decided_by;
  char *note;
} RangLockRequest;

RangLockRequest *
rang_lock_request_new (void);
void
rang_lock_request_free (RangLockRequest *request);

/**
 * RangSheetFieldSetting:
 * @field: nick of a field of the printed sheets
 * @shown: whether it is printed
 * @label: (nullable): what the office calls it; %NULL as Rang does
 */
typedef struct
{
  char *field;
  gboolean shown;
  char *label;
} RangSheetFieldSetting;

void
rang_sheet_field_free (RangSheetFieldSetting *setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangCall, rang_call_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangCarryOver, rang_carry_over_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangLockRequest, rang_lock_request_free)

G_END_DECLS
