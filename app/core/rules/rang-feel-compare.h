/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rang-feel-value-private.h"

G_BEGIN_DECLS

/**
 * RangFeelTernary:
 *
 * The answers of a comparison.
 */
typedef enum
{
  RANG_FEEL_NO = 0,
  RANG_FEEL_YES = 1,
  RANG_FEEL_UNKNOWN = 2,
} RangFeelTernary;

/**
 * rang_feel_compare_equal:
 *
 * FEEL's "=". Returns: unknown when the two are of kinds that cannot be equal
 */
RangFeelTernary
rang_feel_compare_equal (const RangFeelValue *a, const RangFeelValue *b);

/**
 * rang_feel_compare_order:
 * @order: (out): below 0, 0, above 0
 *
 * Returns: %FALSE if the two have no order
 */
gboolean
rang_feel_compare_order (const RangFeelValue *a, const RangFeelValue *b, int *order);

/**
 * rang_feel_compare_in_range:
 *
 * Returns: whether @value lies in @range; unknown if it cannot be compared with its ends
 */
RangFeelTernary
rang_feel_compare_in_range (const RangFeelValue *value, const RangFeelRange *range);

/**
 * rang_feel_ternary_value:
 *
 * Returns: true, false or null
 */
const RangFeelValue *
rang_feel_ternary_value (RangFeelTernary ternary);

G_END_DECLS
