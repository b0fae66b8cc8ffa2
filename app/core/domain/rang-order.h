/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"
#include "domain/rang-place.h"
#include "domain/rang-skill.h"

G_BEGIN_DECLS

/**
 * RangImportance:
 *
 * How much an order matters, stated by the department with a reason.
 */
typedef enum
{
  RANG_IMPORTANCE_UNKNOWN,
  RANG_IMPORTANCE_LOW,
  RANG_IMPORTANCE_NORMAL,
  RANG_IMPORTANCE_HIGH,
  RANG_N_IMPORTANCES
} RangImportance;

/**
 * RangOrderState:
 * @RANG_ORDER_TO_COMPLETE: something is missing; not on any list
 * @RANG_ORDER_ENTERED: in its department's list
 * @RANG_ORDER_SUBMITTED: on the board
 * @RANG_ORDER_HANDED_OVER: on a signed version that is not yet accepted
 * @RANG_ORDER_ACCEPTED: on the version that binds
 *
 * The life of an order. (Its forecast on the board is a #RangPlanState of the planner.)
 */
typedef enum
{
  RANG_ORDER_TO_COMPLETE,
  RANG_ORDER_ENTERED,
  RANG_ORDER_SUBMITTED,
  RANG_ORDER_HANDED_OVER,
  RANG_ORDER_ACCEPTED,
  RANG_ORDER_DELIVERED,
  RANG_ORDER_PART,
  RANG_ORDER_FAILED,
  RANG_ORDER_CANCELLED,
  RANG_ORDER_CARRIED_OVER,
  RANG_N_ORDER_STATES
} RangOrderState;

/**
 * RangGoods:
 * @RANG_GOODS_READY: can be loaded at the start of the day
 * @RANG_GOODS_NOT_READY: not ready at all
 * @RANG_GOODS_READY_LATER: ready from a time of the day
 */
typedef enum
{
  RANG_GOODS_READY,
  RANG_GOODS_NOT_READY,
  RANG_GOODS_READY_LATER,
  RANG_N_GOODS
} RangGoods;

/**
 * RangRequested:
 *
 * What the client asked for: a period (both days), a deadline (@to_day alone) or nothing (both %RANG_DAY_NONE). The
 * times are %RANG_TIME_NONE where the client named none.
 */
typedef struct
{
  RangDay from_day;
  RangTime from_time;
  RangDay to_day;
  RangTime to_time;
} RangRequested;

/**
 * RangOrderField: flags for fields of an order whose value is a default or an estimate
 */
typedef enum
{
  RANG_FIELD_IMPORTANCE = 1 << 0,
  RANG_FIELD_PROMISED = 1 << 1,
  RANG_FIELD_LOAD = 1 << 2,
  RANG_FIELD_PARCELS = 1 << 3,
  RANG_FIELD_SERVICE = 1 << 4,
  RANG_FIELD_VALUE = 1 << 5,
  RANG_FIELD_CLIENT = 1 << 6,
  RANG_FIELD_DEPARTMENT = 1 << 7
} RangOrderField;

/**
 * RangOrderLine:
 * @quantity: thousandths of @unit
 * @value: of the whole line, in the order's currency
 */
typedef struct
{
  char *article;
  char *description;
  gint64 quantity;
  char *unit;
  gint64 value;
} RangOrderLine;

/**
 * RangOrder:
 * @number: Rang's own unique number; 0 before it is stored
 * @client_number: the client's number; with @client and @order_day the identity of an imported order
 * @client: the client's id; 0 when unknown
 * @buyer: (nullable): the buyer's name as the file gave it
 * @buyer_tax_number: (nullable): as the file gave it
 * @department: the department's id; 0 when unknown
 * @order_day: when the client ordered, or %RANG_DAY_NONE
 * @value: what the order is worth
 * @requested: what the client asked for
 * @promised_day: the day promised, or %RANG_DAY_NONE; the order belongs to it
 * @promised: from–to on that day; %RANG_TIME_NONE twice when there is none
 * @promise_proposed: the window is proposed, the department has not yet submitted it
 * @first_promised_day: the first promise ever made, which stays on record
 * @importance: stated importance and @importance_reason
 * @load: grams
 * @parcels: count
 * @service: seconds at the door; -1 unknown
 * @skills: #RangSkill flags: what the van must have
 * @goods: whether they can be loaded; @goods_from: the time for %RANG_GOODS_READY_LATER
 * @penalty_clause: this order has a penalty for lateness
 * @to_collect: cash on delivery, minor units in @value's currency; 0 none
 * @invoice: (nullable): number of the invoice or delivery note
 * @contact: id of the client's contact, 0 none
 * @contact_name: (nullable): personal data, as is @contact_phone
 * @note: (nullable): for the courier
 * @access_note: (nullable): how to get in
 * @address: id of the client's address, 0 none
 * @place: the order's own copy of where it goes
 * @state: its life
 * @department_rank: place in its department's list as the head drags it, from 1; 0 none
 * @submitted_rank: place when the list was last submitted, from 1; 0 never
 * @submitted_length: length of that list
 * @submitted_importance: the one the list was submitted with, where another was stated since; else
 *   %RANG_IMPORTANCE_UNKNOWN
 * @defaulted: #RangOrderField flags: taken from a default the sender never stated
 * @estimated: #RangOrderField flags: estimated from article, client or office
 * @bumps: how often somebody's override made its state worse
 * @carried_to: the day it was carried over to, or %RANG_DAY_NONE
 * @source: (nullable): the file it came from; @source_digest: SHA-256 of its content as read
 * @unit: id of the unit whose board ranks it; 0 for the office's first
 * @outcome_day: day of the outcome, or %RANG_DAY_NONE
 * @outcome_at: local time of the outcome on @outcome_day, or %RANG_TIME_NONE
 * @unread: (nullable): what could not be read of the file, in words; the order waits until a person has looked at it
 * @outcome_reason: (nullable): nick of #RangFailReason for a part or failed delivery
 * @cash_received: what the courier brought back, minor units in @value's currency; -1 nothing was said
 * @receipt: (nullable): number of the receipt for it
 * @lines: (element-type RangOrderLine): owned
 */
typedef struct
{
  gint64 number;
  char *client_number;
  gint64 client;
  char *buyer;
  char *buyer_tax_number;
  gint64 department;
  RangDay order_day;
  RangMoney value;
  RangRequested requested;
  RangDay promised_day;
  RangTimeWindow promised;
  gboolean promise_proposed;
  RangDay first_promised_day;
  RangImportance importance;
  char *importance_reason;
  gint64 load;
  gint32 parcels;
  gint32 service;
  guint32 skills;
  RangGoods goods;
  RangTime goods_from;
  gboolean penalty_clause;
  gint64 to_collect;
  char *invoice;
  gint64 contact;
  char *contact_name;
  char *contact_phone;
  char *note;
  char *access_note;
  gint64 address;
  RangPlace place;
  RangOrderState state;
  gint32 department_rank;
  gint32 submitted_rank;
  gint32 submitted_length;
  RangImportance submitted_importance;
  RangOrderField defaulted;
  RangOrderField estimated;
  gint32 bumps;
  RangDay carried_to;
  char *source;
  char *source_digest;
  gint64 unit;
  RangDay outcome_day;
  RangTime outcome_at;
  char *outcome_reason;
  char *unread;
  gint64 cash_received;
  char *receipt;
  GPtrArray *lines;
} RangOrder;

RangOrder *
rang_order_new (void);
RangOrder *
rang_order_copy (const RangOrder *order);
void
rang_order_free (RangOrder *order);

RangOrderLine *
rang_order_line_new (void);
RangOrderLine *
rang_order_line_copy (const RangOrderLine *line);
void
rang_order_line_free (RangOrderLine *line);

/**
 * rang_order_is_unlocated:
 *
 * Returns: whether the order has no coordinates: planned with the depot's mean travel time, and marked
 */
gboolean
rang_order_is_unlocated (const RangOrder *order);

/**
 * rang_order_is_open:
 *
 * Returns: whether the order still waits for an outcome: neither delivered, part, failed, cancelled nor carried over
 */
gboolean
rang_order_is_open (const RangOrder *order);

/**
 * rang_order_state_importance:
 * @importance: as the department states it now
 *
 * States the importance. An order that is submitted keeps the one it was submitted with for the board: the quota of
 * high importance is enforced at submission, so what is stated afterwards counts from the next one on.
 */
void
rang_order_state_importance (RangOrder *order, RangImportance importance);

/**
 * rang_order_counted_importance:
 *
 * Returns: the importance that counts on the board: as last submitted
 */
RangImportance
rang_order_counted_importance (const RangOrder *order);

const char *
rang_importance_to_nick (RangImportance importance);
int
rang_importance_from_nick (const char *nick);
const char *
rang_importance_label (RangImportance importance);
const char *
rang_order_state_to_nick (RangOrderState state);
int
rang_order_state_from_nick (const char *nick);
const char *
rang_order_state_label (RangOrderState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangOrder, rang_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangOrderLine, rang_order_line_free)

G_END_DECLS
