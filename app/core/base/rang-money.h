/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangMoney:
 * @minor: amount in minor units (bani, cents)
 * @currency: ISO 4217 code, NUL-terminated; empty when there is no amount
 *
 * Money never meets floating point.
 */
typedef struct
{
  gint64 minor;
  char currency[4];
} RangMoney;

/**
 * rang_money_digits:
 * @currency: ISO 4217 code
 *
 * Returns: how many digits of a minor unit @currency has: 0 (JPY), 2 (most) or 3 (KWD)
 */
int
rang_money_digits (const char *currency);

/**
 * rang_money_currency_is_valid:
 *
 * Returns: whether @currency is three capital ASCII letters
 */
gboolean
rang_money_currency_is_valid (const char *currency);

/**
 * rang_money_parse:
 * @text: a decimal number, without currency
 * @decimal: the decimal separator, '.' or ','
 * @currency: ISO 4217 code
 * @money: (out): the amount, rounded half away from zero to the currency's minor unit
 *
 * Reads "1234.5", "-3", "1 234,50" (spaces, no-break spaces, apostrophes and the other separator group thousands, in
 * groups of three). Exact: no floating point.
 *
 * Returns: %FALSE if it is no number or too large (over 10^15 minor units)
 */
gboolean
rang_money_parse (const char *text, char decimal, const char *currency, RangMoney *money);

/**
 * rang_money_format_plain:
 *
 * Returns: (transfer full): "1234.50", for files
 */
char *
rang_money_format_plain (RangMoney money);

/**
 * rang_money_format_typed:
 * @decimal: the decimal separator of the person's language
 *
 * Returns: (transfer full): "1234,50", as a person would type it into a field
 */
char *
rang_money_format_typed (RangMoney money, char decimal);

/**
 * rang_money_format:
 * @cents: whether to show the minor units
 *
 * Returns: (transfer full): the amount for people, with a no-break space grouping thousands, the decimal comma or
 *   point of the current language and the currency: "6 180,00 lei" in Romanian for RON, "6 180.00 RON" otherwise
 */
char *
rang_money_format (RangMoney money, gboolean cents);

G_END_DECLS
