/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-order-list.h"

G_BEGIN_DECLS

/**
 * RangPlacePopover:
 *
 * Asks for a place, or for the order to stand above. While it is typed the list opens there and says the cost, as it
 * does for a drag; Enter drops.
 */
#define RANG_TYPE_PLACE_POPOVER (rang_place_popover_get_type ())
G_DECLARE_FINAL_TYPE (RangPlacePopover, rang_place_popover, RANG, PLACE_POPOVER, GtkPopover)

/**
 * rang_place_popover_open:
 * @list: whose selected orders are to be moved
 * @before: whether an order is asked for in place of a number
 */
void
rang_place_popover_open (RangOrderList *list, gboolean before);

G_END_DECLS
