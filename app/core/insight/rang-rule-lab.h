/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-order.h"
#include "planner/rang-plan.h"

G_BEGIN_DECLS

/**
 * RangLabOrder:
 * @importance: as the department stated it
 * @value: of the order, minor units
 * @first_delivery: nothing had been delivered to its client before
 * @small_client: its client is worth little in a year
 * @days_waited: working days since the first promised day
 * @before: what became of it in the suggestion by the rules that held
 * @after: what would have become of it by the rules that are tested
 *
 * An order of a day gone by, by value.
 */
typedef struct
{
  RangImportance importance;
  gint64 value;
  gboolean first_delivery;
  gboolean small_client;
  gint32 days_waited;
  RangPlanState before;
  RangPlanState after;
} RangLabOrder;

/**
 * RangLabOverride:
 * @moved_to: the rank a person moved the order up to
 * @suggested_before: its rank in the suggestion by the rules that held; 0 if it had none
 * @suggested_after: its rank in the suggestion by the rules that are tested; 0 if it has none
 *
 * An order that was moved up, by value.
 */
typedef struct
{
  int moved_to;
  guint suggested_before;
  guint suggested_after;
} RangLabOverride;

/**
 * RangLabGroup:
 * @RANG_LAB_ALL: every order
 * @RANG_LAB_HIGH: of high importance
 * @RANG_LAB_NORMAL: of normal importance
 * @RANG_LAB_LOW: of low importance
 * @RANG_LAB_VALUE_TOP: the third that is worth most
 * @RANG_LAB_VALUE_MIDDLE: the third between
 * @RANG_LAB_VALUE_BOTTOM: the third that is worth least
 * @RANG_LAB_FIRST_DELIVERY: first deliveries
 * @RANG_LAB_SMALL_CLIENTS: of small clients
 */
typedef enum
{
  RANG_LAB_ALL,
  RANG_LAB_HIGH,
  RANG_LAB_NORMAL,
  RANG_LAB_LOW,
  RANG_LAB_VALUE_TOP,
  RANG_LAB_VALUE_MIDDLE,
  RANG_LAB_VALUE_BOTTOM,
  RANG_LAB_FIRST_DELIVERY,
  RANG_LAB_SMALL_CLIENTS,
  RANG_LAB_N_GROUPS
} RangLabGroup;

/**
 * RangLabShare:
 * @orders: how many there are
 * @before: of them on time by the rules that held
 * @after: of them on time by the rules that are tested
 */
typedef struct
{
  guint orders;
  guint before;
  guint after;
} RangLabShare;

/**
 * RangLabResult:
 * @days: days with orders
 * @groups: promises kept, by group
 * @waiting_before: working days that orders of small clients waited on average, in hundredths, when those left out
 *   wait a day more
 * @waiting_after: the same by the rules that are tested
 * @overrides: orders that a person moved up
 * @unnecessary_before: of them, those that the rules that held suggested as high or higher
 * @unnecessary_after: of them, those that the rules that are tested would have suggested as high or higher
 *
 * What rules would have done on days gone by.
 */
typedef struct
{
  guint days;
  RangLabShare groups[RANG_LAB_N_GROUPS];
  gint64 waiting_before;
  gint64 waiting_after;
  guint overrides;
  guint unnecessary_before;
  guint unnecessary_after;
} RangLabResult;

/**
 * rang_lab_measure:
 * @orders: (element-type RangLabOrder): of all days
 * @overrides: (element-type RangLabOverride): of all days
 * @days: how many days they are of
 * @result: (out): the figures
 */
void
rang_lab_measure (const GArray *orders, const GArray *overrides, guint days, RangLabResult *result);

/** rang_lab_result_dup_waiting: Returns: (transfer full): how long small clients wait, in a sentence */
char *
rang_lab_result_dup_waiting (const RangLabResult *result);

/** rang_lab_group_to_nick: Returns: "all", "high", "value-top" … */
const char *
rang_lab_group_to_nick (RangLabGroup group);

/** rang_lab_group_label: Returns: the group in the current language */
const char *
rang_lab_group_label (RangLabGroup group);

G_END_DECLS
