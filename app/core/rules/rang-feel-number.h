/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangFeelNumber:
 * @whole: whether the number is @integer; otherwise it is the decimal in @bits
 * @between: with a decimal, whether it lies above @integer and below the next whole number
 * @integer: a whole number
 * @bits: an IEEE 754 decimal128 in Intel's binary encoding
 *
 * A FEEL number: 34 decimal digits. Whole numbers of 64 bits take a short cut.
 */
typedef struct
{
  gboolean whole;
  gboolean between;
  gint64 integer;
  guint64 bits[2];
} RangFeelNumber;

/**
 * RangFeelRounding:
 *
 * The ways to round that FEEL's functions name.
 */
typedef enum
{
  RANG_FEEL_ROUND_HALF_EVEN,
  RANG_FEEL_ROUND_FLOOR,
  RANG_FEEL_ROUND_CEILING,
  RANG_FEEL_ROUND_DOWN,
  RANG_FEEL_ROUND_UP,
  RANG_FEEL_ROUND_HALF_UP,
  RANG_FEEL_ROUND_HALF_DOWN,
} RangFeelRounding;

RangFeelNumber
rang_feel_number_from_integer (gint64 integer);

/**
 * rang_feel_number_from_decimal:
 * @digits: how many digits of @coefficient stand after the point, 0 … 18
 *
 * Returns: @coefficient / 10^@digits, exactly
 */
RangFeelNumber
rang_feel_number_from_decimal (gint64 coefficient, int digits);

/**
 * rang_feel_number_parse:
 * @text: digits, with an optional sign, fraction and exponent; need not end after @length
 *
 * Returns: %FALSE if it is no number or too large
 */
gboolean
rang_feel_number_parse (const char *text, gsize length, RangFeelNumber *number);

/**
 * rang_feel_number_to_text:
 *
 * Returns: (transfer full): plain digits, without exponent and without zeros at the end of a fraction
 */
char *
rang_feel_number_to_text (const RangFeelNumber *number);

/**
 * rang_feel_number_get_integer:
 *
 * Returns: %FALSE unless the number is whole and within 64 bits
 */
gboolean
rang_feel_number_get_integer (const RangFeelNumber *number, gint64 *integer);

/**
 * rang_feel_number_truncate:
 *
 * Returns: %FALSE if the number without its fraction is not within 64 bits
 */
gboolean
rang_feel_number_truncate (const RangFeelNumber *number, gint64 *integer);
gboolean
rang_feel_number_is_whole (const RangFeelNumber *number);

/**
 * rang_feel_number_sign:
 *
 * Returns: -1, 0 or 1
 */
int
rang_feel_number_sign (const RangFeelNumber *number);

/**
 * rang_feel_number_compare:
 *
 * Returns: below 0, 0 or above 0, by value
 */
int
rang_feel_number_compare (const RangFeelNumber *a, const RangFeelNumber *b);

/* Arithmetic. Each returns FALSE, leaving @result alone, when there is no such number (division by 0, overflow …). */
gboolean
rang_feel_number_add (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);
gboolean
rang_feel_number_subtract (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);
gboolean
rang_feel_number_multiply (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);
gboolean
rang_feel_number_divide (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);
gboolean
rang_feel_number_power (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);
gboolean
rang_feel_number_negate (const RangFeelNumber *a, RangFeelNumber *result);
gboolean
rang_feel_number_abs (const RangFeelNumber *a, RangFeelNumber *result);
gboolean
rang_feel_number_exp (const RangFeelNumber *a, RangFeelNumber *result);
gboolean
rang_feel_number_log (const RangFeelNumber *a, RangFeelNumber *result);
gboolean
rang_feel_number_sqrt (const RangFeelNumber *a, RangFeelNumber *result);

/**
 * rang_feel_number_modulo:
 *
 * a - b * floor (a / b): the result has the sign of @b.
 */
gboolean
rang_feel_number_modulo (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result);

/**
 * rang_feel_number_round:
 * @scale: digits after the decimal point, -6111 … 6176
 */
gboolean
rang_feel_number_round (const RangFeelNumber *a, gint64 scale, RangFeelRounding mode, RangFeelNumber *result);

G_END_DECLS
