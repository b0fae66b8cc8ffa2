/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"

G_BEGIN_DECLS

/**
 * RangCarry:
 * @orders: (element-type gint64): what is carried, in rank order
 * @ranks: (element-type guint): where each of them stood
 * @length: orders in the list
 * @place: rank that the first of them would have if dropped now; 0 when over no place
 * @by_key: lifted with Space instead of the pointer
 * @falls: (element-type gint64 gint): orders that would fall, with their minutes late; -1 left out
 * @on_time: rank, after the drop, above which the on-time line would stand; 0 unknown or none
 * @waiting: whether the cost shown is still being worked out
 *
 * What is in a person's hand: orders on their way from one place to another, and what a drop would do.
 */
typedef struct
{
  GArray *orders;
  GArray *ranks;
  guint length;
  guint place;
  gboolean by_key;
  GHashTable *falls;
  guint on_time;
  gboolean waiting;
} RangCarry;

RangCarry *
rang_carry_new (guint length);
void
rang_carry_free (RangCarry *carry);

/** rang_carry_add: orders are added in rank order */
void
rang_carry_add (RangCarry *carry, gint64 number, guint rank);

gboolean
rang_carry_holds (const RangCarry *carry, gint64 number);

/** rang_carry_get_first_rank: Returns: where the first of the carried orders stood */
guint
rang_carry_get_first_rank (const RangCarry *carry);

/** rang_carry_get_last_place: Returns: the lowest place that a drop can have */
guint
rang_carry_get_last_place (const RangCarry *carry);

/**
 * rang_carry_place_before:
 * @rank: of an order in the list as it stands
 *
 * Returns: the place of a drop directly above the order at @rank
 */
guint
rang_carry_place_before (const RangCarry *carry, guint rank);

/**
 * rang_carry_rank_after:
 * @rank: of an order that is not carried
 *
 * Returns: the rank it would have after the drop; @rank while over no place
 */
guint
rang_carry_rank_after (const RangCarry *carry, guint rank);

/** rang_carry_moves: Returns: whether a drop at the present place would change anything */
gboolean
rang_carry_moves (const RangCarry *carry);

/** rang_carry_set_cost: @cost: (nullable): %NULL forgets it */
void
rang_carry_set_cost (RangCarry *carry, const RangMoveCost *cost, guint on_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangCarry, rang_carry_free)

G_END_DECLS
