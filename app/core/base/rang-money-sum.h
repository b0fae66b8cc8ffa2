/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"

G_BEGIN_DECLS

/**
 * RangMoneySum:
 * @total: what was in the sum's own currency
 * @apart: (element-type RangMoney): what was in others: one amount a currency, in order of appearance
 *
 * A sum that never adds up two currencies and never drops one: amounts that could not be converted stand apart.
 */
typedef struct
{
  RangMoney total;
  GArray *apart;
} RangMoneySum;

/** rang_money_sum_init: @currency: ISO 4217 code that the sum counts in */
void
rang_money_sum_init (RangMoneySum *sum, const char *currency);
void
rang_money_sum_clear (RangMoneySum *sum);

/** rang_money_sum_copy_into: @into: an uninitialised sum */
void
rang_money_sum_copy_into (RangMoneySum *into, const RangMoneySum *sum);

/** rang_money_sum_add: adds @money; nothing when it is zero */
void
rang_money_sum_add (RangMoneySum *sum, RangMoney money);

/** rang_money_sum_is_zero: Returns: whether there is nothing in any currency */
gboolean
rang_money_sum_is_zero (const RangMoneySum *sum);

/**
 * rang_money_sum_format:
 * @cents: whether to show the minor units
 *
 * Returns: (transfer full): the sum for people: "139 000 lei + 1 200 EUR"; the own currency alone when all is zero
 */
char *
rang_money_sum_format (const RangMoneySum *sum, gboolean cents);

G_END_DECLS
