/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * RangUblDelivery:
 * @from: (nullable): start of what was asked for, "2026-11-05T09:00:00+02:00" or a date alone
 * @to: (nullable): its end, or the deadline
 * @street: (nullable): with number and further lines; @city, @postcode and @country: likewise
 * @several_windows: (nullable): all of them, if the order asks for more than one; @from and @to are then %NULL
 * @several_places: (nullable): all of them, if it goes to more than one; the first is in @street …
 *
 * Where and when a UBL order is to be delivered. The window: of the order's own deliveries, else of its lines. The
 * place: location, then address, then party of the order's own deliveries, else of its lines, else the buyer's.
 */
typedef struct
{
  char *from;
  char *to;
  char *street;
  char *city;
  char *postcode;
  char *country;
  char *several_windows;
  char *several_places;
} RangUblDelivery;

/**
 * rang_ubl_delivery_read:
 * @order: a UBL Order
 *
 * Returns: (transfer full): what it says
 */
RangUblDelivery *
rang_ubl_delivery_read (xmlNode *order);
void
rang_ubl_delivery_free (RangUblDelivery *delivery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangUblDelivery, rang_ubl_delivery_free)

G_END_DECLS
