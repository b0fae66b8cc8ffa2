/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client-event.h"
#include "domain/rang-client.h"
#include "domain/rang-department.h"
#include "domain/rang-order.h"
#include "domain/rang-person.h"
#include "domain/rang-reason.h"
#include "domain/rang-resource.h"
#include "domain/rang-settings.h"

G_BEGIN_DECLS

/* The ids that the demo's few fixed people and departments have. */
#define RANG_DEMO_ACTIVE_SALES 1
#define RANG_DEMO_CLIENTS 2
#define RANG_DEMO_HEAD_OF_SALES 1
#define RANG_DEMO_DELIVERY_CHIEF 2
#define RANG_DEMO_HEAD_OF_CLIENTS 3
#define RANG_DEMO_HEAD_OF_ACTIVE_SALES 4

#define RANG_DEMO_SEED 1848
#define RANG_DEMO_DAYS 60

/**
 * RangDemoResult:
 * @order: number of an order of #RangDemo.past or, if it was carried over to today, of #RangDemo.orders
 * @rank: its rank on that day's board, from 1
 * @suggested: its rank in what points alone would have chosen
 * @state: %RANG_ORDER_DELIVERED, %RANG_ORDER_PART, %RANG_ORDER_FAILED or %RANG_ORDER_CARRIED_OVER
 * @resource: id of the van; 0 if it was on none
 * @at: when the delivery began, or %RANG_TIME_NONE
 * @minutes_late: past the promise; 0 when on time or not delivered
 * @fail_reason: a #RangFailReason, or -1
 * @carried_to: the next day promised, or %RANG_DAY_NONE
 *
 * What became of one order on one past day.
 */
typedef struct
{
  gint64 order;
  gint32 rank;
  gint32 suggested;
  RangOrderState state;
  gint64 resource;
  RangTime at;
  gint32 minutes_late;
  int fail_reason;
  RangDay carried_to;
} RangDemoResult;

/**
 * RangDemoHarm:
 * @order: who became late, later, or was left out
 * @minutes: more minutes late; -1 if left out
 * @was_late: whether it was late already
 */
typedef struct
{
  gint64 order;
  gint32 minutes;
  gboolean was_late;
} RangDemoHarm;

/**
 * RangDemoMove:
 * @order: the order that was asked for
 * @asked_by: id of the department head who pushed; 0 for the head of sales' own override
 * @by: id of the head of sales, who granted or refused
 * @at: wall-clock time
 * @granted: whether it became an override; else it is a refused push, and @from and @to are what was asked
 * @from: its rank before, and @to after; @suggested by the points alone
 * @reason: why, and @note: (nullable)
 * @state_gained: whether its forecast became better
 * @harmed: (element-type RangDemoHarm): owned; what it cost at that moment
 * @value_at_risk: annual value of the clients harmed, each once, in minor units
 */
typedef struct
{
  gint64 order;
  gint64 asked_by;
  gint64 by;
  RangTime at;
  gboolean granted;
  gint32 from;
  gint32 to;
  gint32 suggested;
  RangReasonCode reason;
  char *note;
  gboolean state_gained;
  GArray *harmed;
  gint64 value_at_risk;
} RangDemoMove;

/**
 * RangDemoDay:
 * @day: a working day
 * @results: (element-type RangDemoResult): by rank
 * @moves: (element-type RangDemoMove): in order of time
 */
typedef struct
{
  RangDay day;
  GArray *results;
  GPtrArray *moves;
} RangDemoDay;

/**
 * RangDemo:
 * @seed: what it was made from, with @today
 * @cut: until the day before, pushes decided what was driven first; from this day on the points did
 * @settings: the office; @departments (element-type RangDepartment), @people (RangPerson), @units (RangUnit),
 *   @resources (RangResource), @clients (RangClient) with their addresses and contacts: ids count from 1 in each kind
 * @past: (element-type RangOrder): delivered, failed and cancelled ones, in the state they ended in
 * @days: (element-type RangDemoDay): the %RANG_DEMO_DAYS working days before @today, oldest first
 * @events: (element-type RangClientEvent): oldest first; the clients' stages agree with them
 * @orders: (element-type RangOrder): today's, submitted, with their places in their departments' lists
 *
 * A demo office as plain data. Order numbers are unique over @past and @orders and grow from one day to the next.
 */
typedef struct
{
  guint64 seed;
  RangDay today;
  RangDay cut;
  RangSettings *settings;
  GPtrArray *departments;
  GPtrArray *people;
  GPtrArray *units;
  GPtrArray *resources;
  GPtrArray *clients;
  GPtrArray *past;
  GPtrArray *days;
  GPtrArray *events;
  GPtrArray *orders;
} RangDemo;

/**
 * rang_demo_new:
 * @seed: another seed is another company; its two heads, head of sales and delivery chief keep their names
 * @today: the demo's day, working day or not
 *
 * Makes a company in Brașov that delivers office supplies. The same @seed and @today give the same office in the same
 * language: what people noted is in the current one.
 *
 * Returns: (transfer full): the office
 */
RangDemo *
rang_demo_new (guint64 seed, RangDay today);
void
rang_demo_free (RangDemo *demo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDemo, rang_demo_free)

G_END_DECLS
