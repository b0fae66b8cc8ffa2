/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-intake.h"
#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * office_settle_order:
 * @where: to name in refusals
 * @problems: (element-type RangRefusal): gets what is missing
 *
 * Makes an order as complete as it can be: estimates of load, parcels and service, its address, the proposed promise,
 * then its state: *to complete* or *entered* with a place at the end of its department's list.
 */
gboolean
office_settle_order (RangOffice *office,
                     RangOrder *order,
                     const RangTimeWindow *mapping_hours,
                     const char *where,
                     GPtrArray *problems,
                     GError **error);

/** office_settle_and_save: checks the order, settles it as office_settle_order() and saves it with its list */
gboolean
office_settle_and_save (RangOffice *office, RangOrder *order, GError **error);

/** office_view_order: @order: (transfer full). Returns: (transfer full): what people see of it */
RangOrderView *
office_view_order (RangOffice *office, RangOrder *order, GHashTable *clients);

/** office_answerable: Returns: id of the one person who owes an answer for the order now; 0 nobody */
gint64
office_answerable (RangOffice *office, const RangOrder *order);

/**
 * office_load_order:
 *
 * Returns: (transfer full) (nullable): the order; %RANG_OFFICE_ERROR_NOT_FOUND
 */
RangOrder *
office_load_order (RangOffice *office, gint64 number, GError **error);

/** office_order_differences: Returns: (transfer full): the fields that differ as {"field": {"old", "new"}}, no personal
 * data */
char *
office_order_differences (const RangOrder *was, const RangOrder *is);

/**
 * office_load_orders_of_day:
 *
 * Returns: (transfer full) (nullable) (element-type RangOrder): the orders of the day and those without one; those
 *   that were carried over from it as they were then, in state *carried-over*
 */
GPtrArray *
office_load_orders_of_day (RangOffice *office, RangDay day, GError **error);

/**
 * office_compact_list:
 *
 * Numbers the places of a department's list of a day anew, from 1 without gaps.
 */
gboolean
office_compact_list (RangOffice *office, RangDay day, gint64 department, GError **error);

/** office_load_list: Returns: (transfer full) (element-type RangOrder): the orders in a department's list of the day,
 * in the head's order */
GPtrArray *
office_load_list (RangOffice *office, RangDay day, gint64 department, GError **error);

G_END_DECLS
