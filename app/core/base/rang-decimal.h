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

/** rang_decimal_separator: Returns: what divides whole and fraction in the current language: '.' or ',' */
char
rang_decimal_separator (void);

/**
 * rang_decimal_show:
 * @plain: a number as rang_decimal_is_plain() has it
 *
 * Returns: (transfer full): the number for people: "−6 941,37" in Romanian, "−6 941.37" otherwise; the thousands are
 *   divided by no-break spaces
 */
char *
rang_decimal_show (const char *plain);

/**
 * rang_decimal_format:
 * @value: in units of the last digit
 * @digits: how many digits after the separator @value has, 0 … 6
 * @least: how many of them stand although they are zeros
 *
 * Returns: (transfer full): the number for people, as rang_decimal_show() writes it: 5100 of three digits is "5.1" with
 *   @least 0 and "5.10" with 2
 */
char *
rang_decimal_format (gint64 value, guint digits, guint least);

/**
 * rang_decimal_format_plain:
 * @decimal: the decimal separator to write
 *
 * Returns: (transfer full): the same without anything between thousands: as people type it, and as files have it
 */
char *
rang_decimal_format_plain (gint64 value, guint digits, guint least, char decimal);

G_END_DECLS
