/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RANG_DECIMAL_MOST: the largest value, in units of the last digit
 */
#define RANG_DECIMAL_MOST G_GINT64_CONSTANT (1000000000000000)

/**
 * rang_decimal_parse:
 * @text: a decimal number
 * @decimal: the decimal separator, '.' or ','
 * @digits: how many digits after it to keep, 0 … 6
 * @value: (out): the number in units of the last digit kept, rounded half away from zero
 *
 * Reads "1234.5", "-3", "1 234,50" (spaces, no-break spaces, apostrophes and the other separator group thousands, in
 * groups of three). Exact: no floating point.
 *
 * Returns: %FALSE if it is no number or over %RANG_DECIMAL_MOST
 */
gboolean
rang_decimal_parse (const char *text, char decimal, int digits, gint64 *value);

/**
 * rang_decimal_is_plain:
 *
 * Returns: whether @text is a number without grouping, as XML writes it: sign, digits, point, digits
 */
gboolean
rang_decimal_is_plain (const char *text);

G_END_DECLS
