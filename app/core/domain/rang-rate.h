/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-money.h"

G_BEGIN_DECLS

/** RANG_RATE_ONE: the rate of a currency that is worth as much as the office's: rates count in millionths */
#define RANG_RATE_ONE 1000000
#define RANG_RATE_MOST (1000000 * (gint64)RANG_RATE_ONE)

/**
 * RangRate:
 * @currency: ISO 4217 code
 * @rate: what one unit of it (one euro, not one cent) is worth, in millionths of a unit of the office's currency; 0
 *   when the office has set none
 *
 * One line of the rate table that an office sets.
 */
typedef struct
{
  char currency[4];
  gint64 rate;
} RangRate;

/**
 * rang_rate_convert:
 * @money: in the rate's currency
 * @currency: ISO 4217 code of the office's currency
 * @converted: (out): the same worth in @currency, rounded half away from zero to its minor unit. Whole numbers only
 *
 * Returns: %FALSE without a rate, or if the result is too large to count with (over 10^15 minor units)
 */
gboolean
rang_rate_convert (const RangRate *rate, RangMoney money, const char *currency, RangMoney *converted);

/**
 * rang_rate_parse:
 * @text: "4.9765": how much of the office's currency one unit is worth
 * @decimal: the decimal separator
 *
 * Returns: the rate in millionths, 0 if @text is no number over 0 and up to a million
 */
gint64
rang_rate_parse (const char *text, char decimal);

/** rang_rate_format: Returns: (transfer full): "4.9765", with @decimal as separator and no more digits than it takes */
char *
rang_rate_format (gint64 rate, char decimal);

G_END_DECLS
