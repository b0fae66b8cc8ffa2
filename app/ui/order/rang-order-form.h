/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-intake.h"

G_BEGIN_DECLS

/**
 * RangOrderText:
 *
 * The fields of an order that a person types.
 */
typedef enum
{
  RANG_ORDER_TEXT_NUMBER,
  RANG_ORDER_TEXT_DAY,
  RANG_ORDER_TEXT_FROM,
  RANG_ORDER_TEXT_TO,
  RANG_ORDER_TEXT_IMPORTANCE_REASON,
  RANG_ORDER_TEXT_VALUE,
  RANG_ORDER_TEXT_COLLECT,
  RANG_ORDER_TEXT_INVOICE,
  RANG_ORDER_TEXT_LOAD,
  RANG_ORDER_TEXT_PARCELS,
  RANG_ORDER_TEXT_SERVICE,
  RANG_ORDER_TEXT_SKILLS,
  RANG_ORDER_TEXT_GOODS,
  RANG_ORDER_TEXT_STREET,
  RANG_ORDER_TEXT_CITY,
  RANG_ORDER_TEXT_POSTCODE,
  RANG_ORDER_TEXT_COORDINATES,
  RANG_ORDER_TEXT_CONTACT,
  RANG_ORDER_TEXT_PHONE,
  RANG_ORDER_TEXT_ACCESS,
  RANG_ORDER_TEXT_NOTE,
  RANG_N_ORDER_TEXTS
} RangOrderText;

/**
 * rang_order_form_label:
 *
 * Returns: what the field is called, in the current language
 */
const char *
rang_order_form_label (RangOrderText field);

/**
 * rang_order_form_write:
 * @decimal: the decimal separator of the person's language
 *
 * Returns: (transfer full): the field of @order as a person types it; "" when it is empty or only an estimate
 */
char *
rang_order_form_write (const RangOrder *order, RangOrderText field, char decimal);

/**
 * rang_order_form_read:
 * @text: what was typed; "" leaves the field empty
 * @decimal: the decimal separator of the person's language
 * @order: takes the value
 * @mask: (inout): #RangOrderEditField flags: what @field belongs to is added
 *
 * Returns: (nullable): what is wrong, in the current language; %NULL if it could be read
 */
const char *
rang_order_form_read (RangOrderText field, const char *text, char decimal, RangOrder *order, guint32 *mask);

G_END_DECLS
