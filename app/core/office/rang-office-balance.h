/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client-event.h"
#include "insight/rang-late-cause.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/* What overrides cost afterwards, once outcomes are in. */

/**
 * RangBalanceLine:
 * @order: whose state the override changed; @client, @department: ids
 * @value: the client's annual value, minor units of the office's currency
 * @predicted: minutes late as shown when it was made; %RANG_NOT_THAT_DAY left out
 * @actual: minutes late, %RANG_NOT_THAT_DAY or %RANG_NOT_KNOWN
 */
typedef struct
{
  gint64 order;
  gint64 client;
  gint64 department;
  gint64 value;
  gint32 predicted;
  gint32 actual;
} RangBalanceLine;

/**
 * RangOverrideBalance:
 * @entry: its log entry; @day: the board's day
 * @what: "move", "grant" or "amend"; @by: id; @reason: (nullable): code
 * @own: the order that was moved; its prediction is 0
 * @lines: (element-type RangBalanceLine): those that were made late, later, or left out
 */
typedef struct
{
  gint64 entry;
  RangDay day;
  char *what;
  gint64 by;
  char *reason;
  RangBalanceLine own;
  GArray *lines;
} RangOverrideBalance;

/** RangLateOrder: an order that was late on @day, and its one primary cause */
typedef struct
{
  gint64 order;
  RangDay day;
  gint32 minutes;
  RangLateCause cause;
} RangLateOrder;

/** RangEventPromises: a client event, and the promises kept and broken in the 60 days before it */
typedef struct
{
  gint64 client;
  RangDay day;
  RangClientEventKind kind;
  guint kept;
  guint broken;
} RangEventPromises;

/**
 * RangAfterwards:
 * @overrides: (element-type RangOverrideBalance): of the period, oldest first; none that was taken back
 * @late: (element-type RangLateOrder)
 * @shares: per cent of the late orders by cause; they add up to 100, or all are 0
 * @events: (element-type RangEventPromises): of the period
 */
typedef struct
{
  GPtrArray *overrides;
  GArray *late;
  guint shares[RANG_N_LATE_CAUSES];
  GArray *events;
} RangAfterwards;

void
rang_afterwards_free (RangAfterwards *afterwards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangAfterwards, rang_afterwards_free)

/**
 * rang_office_look_back:
 * @from, @to: days
 *
 * Sets every override of the days against what happened, names each late order's cause, and puts promises beside the
 * client events that followed them.
 *
 * Returns: (transfer full) (nullable): what it cost
 */
RangAfterwards *
rang_office_look_back (RangOffice *office, const RangSession *session, RangDay from, RangDay to, GError **error);

G_END_DECLS
