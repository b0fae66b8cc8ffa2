/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL numbers: decimals of 34 digits through Intel's decimal library, with a short cut for whole numbers. */
#include "rules/rang-feel-number.h"

#include <string.h>

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

#define MIN_SCALE (-6111)
#define MAX_SCALE 6176

static BID_UINT128
to_bid (const RangFeelNumber *number)
{
  BID_UINT128 bid;

  if (number->whole)
    return bid128_from_int64 (number->integer);
  bid.w[0] = number->bits[0];
  bid.w[1] = number->bits[1];
  return bid;
}

/* Keeps a result, as a whole number if it is one; FALSE for NaN and infinities. */
static gboolean
from_bid (BID_UINT128 bid, RangFeelNumber *number)
{
  _IDEC_flags flags = 0;
  BID_SINT64 integer;

  if (!bid128_isFinite (bid))
    return FALSE;
  integer = bid128_to_int64_xint (bid, &flags);
  memset (number, 0, sizeof *number);
  if ((flags & (BID_INVALID_EXCEPTION | BID_INEXACT_EXCEPTION)) == 0)
    {
      number->whole = TRUE;
      number->integer = integer;
      return TRUE;
    }
  if ((flags & BID_INVALID_EXCEPTION) == 0)
    {
      number->between = TRUE;
      number->integer = integer - (bid128_isSigned (bid) ? 1 : 0);
    }
  number->bits[0] = bid.w[0];
  number->bits[1] = bid.w[1];
  return TRUE;
}

RangFeelNumber
rang_feel_number_from_integer (gint64 integer)
{
  return (RangFeelNumber){ .whole = TRUE, .integer = integer };
}

RangFeelNumber
rang_feel_number_from_decimal (gint64 coefficient, int digits)
{
  guint64 size = coefficient < 0 ? -(guint64)coefficient : (guint64)coefficient;
  RangFeelNumber number = { 0 };
  gint64 power = 1;

  for (int i = 0; i < digits; i++)
    power *= 10;
  number.integer = coefficient / power;
  number.whole = coefficient % power == 0;
  if (number.whole)
    return number;
  number.between = TRUE;
  number.integer -= coefficient < 0;
  /* The sign, the exponent from its bias of 6176 on, and the coefficient, which here needs no more than 64 bits. */
  number.bits[BID_LOW_128W] = size;
  number.bits[BID_HIGH_128W] = (guint64)(6176 - digits) << 49 | (coefficient < 0 ? G_GUINT64_CONSTANT (1) << 63 : 0);
  return number;
}

/* [+-] digits [. digits] [e [+-] digits], or . digits */
static gboolean
is_number (const char *text, gsize length)
{
  gsize i = 0, digits = 0;

  if (i < length && (text[i] == '-' || text[i] == '+'))
    i++;
  for (; i < length && g_ascii_isdigit (text[i]); i++)
    digits++;
  if (i < length && text[i] == '.')
    {
      gsize before = ++i;
      for (; i < length && g_ascii_isdigit (text[i]); i++)
        digits++;
      if (i == before)
        return FALSE;
    }
  if (digits == 0)
    return FALSE;
  if (i < length && (text[i] == 'e' || text[i] == 'E'))
    {
      gsize before;
      i++;
      if (i < length && (text[i] == '-' || text[i] == '+'))
        i++;
      before = i;
      while (i < length && g_ascii_isdigit (text[i]))
        i++;
      if (i == before)
        return FALSE;
    }
  return i == length;
}

gboolean
rang_feel_number_parse (const char *text, gsize length, RangFeelNumber *number)
{
  _IDEC_flags flags = 0;
  g_autofree char *copy = NULL;

  if (length == 0 || length > 10000 || !is_number (text, length))
    return FALSE;
  copy = g_strndup (text, length);
  return from_bid (bid128_from_string (copy, BID_ROUNDING_TO_NEAREST, &flags), number);
}

/* Writes "123" with a decimal exponent as plain digits. */
static char *
plain_digits (const char *digits, long exponent, gboolean negative)
{
  GString *text = g_string_new (negative ? "-" : NULL);
  long length, point;

  while (*digits == '0' && digits[1] != '\0')
    digits++;
  length = (long)strlen (digits);
  while (exponent < 0 && length > 1 && digits[length - 1] == '0')
    {
      length--;
      exponent++;
    }
  point = length + exponent;
  if (length == 1 && digits[0] == '0')
    {
      g_string_assign (text, "0");
      return g_string_free (text, FALSE);
    }
  if (point <= 0)
    {
      g_string_append (text, "0.");
      for (long i = point; i < 0; i++)
        g_string_append_c (text, '0');
      g_string_append_len (text, digits, length);
      return g_string_free (text, FALSE);
    }
  for (long i = 0; i < MAX (point, length); i++)
    {
      if (i == point)
        g_string_append_c (text, '.');
      g_string_append_c (text, i < length ? digits[i] : '0');
    }
  return g_string_free (text, FALSE);
}

char *
rang_feel_number_to_text (const RangFeelNumber *number)
{
  _IDEC_flags flags = 0;
  char buffer[64];
  char *mark;
  long exponent;

  if (number->whole)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number->integer);
  bid128_to_string (buffer, to_bid (number), &flags);
  mark = strchr (buffer, 'E');
  if (mark == NULL)
    return g_strdup (buffer);
  *mark = '\0';
  exponent = strtol (mark + 1, NULL, 10);
  return plain_digits (buffer + 1, exponent, buffer[0] == '-');
}

gboolean
rang_feel_number_get_integer (const RangFeelNumber *number, gint64 *integer)
{
  *integer = number->integer;
  return number->whole;
}

gboolean
rang_feel_number_truncate (const RangFeelNumber *number, gint64 *integer)
{
  _IDEC_flags flags = 0;

  *integer = number->integer;
  if (number->whole)
    return TRUE;
  *integer = bid128_to_int64_int (to_bid (number), &flags);
  return (flags & BID_INVALID_EXCEPTION) == 0;
}

gboolean
rang_feel_number_is_whole (const RangFeelNumber *number)
{
  _IDEC_flags flags = 0;
  BID_UINT128 bid;

  if (number->whole)
    return TRUE;
  bid = to_bid (number);
  return bid128_quiet_equal (bid, bid128_round_integral_zero (bid, &flags), &flags) != 0;
}

int
rang_feel_number_sign (const RangFeelNumber *number)
{
  BID_UINT128 bid;

  if (number->whole)
    return (number->integer > 0) - (number->integer < 0);
  bid = to_bid (number);
  if (bid128_isZero (bid))
    return 0;
  return bid128_isSigned (bid) ? -1 : 1;
}

int
rang_feel_number_compare (const RangFeelNumber *a, const RangFeelNumber *b)
{
  _IDEC_flags flags = 0;
  BID_UINT128 x, y;

  if (a->whole && b->whole)
    return (a->integer > b->integer) - (a->integer < b->integer);
  if ((a->whole || a->between) && (b->whole || b->between) && (a->integer != b->integer || a->whole || b->whole))
    return a->integer != b->integer ? (a->integer > b->integer ? 1 : -1) : a->whole ? -1 : 1;
  x = to_bid (a);
  y = to_bid (b);
  if (bid128_quiet_less (x, y, &flags))
    return -1;
  /* What is kept as a whole number equals nothing that is not. */
  if (a->whole || b->whole)
    return 1;
  return bid128_quiet_greater (x, y, &flags) ? 1 : 0;
}

gboolean
rang_feel_number_add (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;
  gint64 sum;

  if (a->whole && b->whole && !__builtin_add_overflow (a->integer, b->integer, &sum))
    {
      *result = rang_feel_number_from_integer (sum);
      return TRUE;
    }
  return from_bid (bid128_add (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_subtract (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;
  gint64 difference;

  if (a->whole && b->whole && !__builtin_sub_overflow (a->integer, b->integer, &difference))
    {
      *result = rang_feel_number_from_integer (difference);
      return TRUE;
    }
  return from_bid (bid128_sub (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_multiply (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;
  gint64 product;

  if (a->whole && b->whole && !__builtin_mul_overflow (a->integer, b->integer, &product))
    {
      *result = rang_feel_number_from_integer (product);
      return TRUE;
    }
  return from_bid (bid128_mul (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_divide (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;

  if (rang_feel_number_sign (b) == 0)
    return FALSE;
  if (a->whole && b->whole && b->integer > 0 && a->integer % b->integer == 0)
    {
      *result = rang_feel_number_from_integer (a->integer / b->integer);
      return TRUE;
    }
  return from_bid (bid128_div (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags), result);
}

/* Exact for small whole exponents, where the library's power function may be off in the last digit. */
static gboolean
power_by_squaring (const RangFeelNumber *a, gint64 exponent, RangFeelNumber *result)
{
  RangFeelNumber base = *a, power = rang_feel_number_from_integer (1);

  for (guint64 rest = (guint64)(exponent < 0 ? -exponent : exponent); rest != 0; rest >>= 1)
    {
      if ((rest & 1) != 0 && !rang_feel_number_multiply (&power, &base, &power))
        return FALSE;
      if (rest > 1 && !rang_feel_number_multiply (&base, &base, &base))
        return FALSE;
    }
  if (exponent >= 0)
    {
      *result = power;
      return TRUE;
    }
  base = rang_feel_number_from_integer (1);
  return rang_feel_number_divide (&base, &power, result);
}

gboolean
rang_feel_number_power (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;

  if (b->whole && b->integer >= -1000 && b->integer <= 1000)
    return power_by_squaring (a, b->integer, result);
  return from_bid (bid128_pow (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_negate (const RangFeelNumber *a, RangFeelNumber *result)
{
  RangFeelNumber zero = rang_feel_number_from_integer (0);

  return rang_feel_number_subtract (&zero, a, result);
}

gboolean
rang_feel_number_abs (const RangFeelNumber *a, RangFeelNumber *result)
{
  if (rang_feel_number_sign (a) < 0)
    return rang_feel_number_negate (a, result);
  *result = *a;
  return TRUE;
}

gboolean
rang_feel_number_exp (const RangFeelNumber *a, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;

  return from_bid (bid128_exp (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_log (const RangFeelNumber *a, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;

  if (rang_feel_number_sign (a) <= 0)
    return FALSE;
  return from_bid (bid128_log (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_sqrt (const RangFeelNumber *a, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;

  if (rang_feel_number_sign (a) < 0)
    return FALSE;
  return from_bid (bid128_sqrt (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags), result);
}

gboolean
rang_feel_number_modulo (const RangFeelNumber *a, const RangFeelNumber *b, RangFeelNumber *result)
{
  _IDEC_flags flags = 0;
  RangFeelNumber rest;
  int sign = rang_feel_number_sign (b);

  if (sign == 0 || !from_bid (bid128_fmod (to_bid (a), to_bid (b), &flags), &rest))
    return FALSE;
  if (rang_feel_number_sign (&rest) * sign < 0)
    return rang_feel_number_add (&rest, b, result);
  *result = rest;
  return TRUE;
}

static BID_UINT128
round_integral (BID_UINT128 bid, RangFeelRounding mode)
{
  _IDEC_flags flags = 0;
  BID_UINT128 away, back;

  switch (mode)
    {
    case RANG_FEEL_ROUND_FLOOR:
      return bid128_round_integral_negative (bid, &flags);
    case RANG_FEEL_ROUND_CEILING:
      return bid128_round_integral_positive (bid, &flags);
    case RANG_FEEL_ROUND_DOWN:
      return bid128_round_integral_zero (bid, &flags);
    case RANG_FEEL_ROUND_UP:
      return bid128_isSigned (bid) ? bid128_round_integral_negative (bid, &flags)
                                   : bid128_round_integral_positive (bid, &flags);
    case RANG_FEEL_ROUND_HALF_UP:
      return bid128_round_integral_nearest_away (bid, &flags);
    case RANG_FEEL_ROUND_HALF_DOWN:
      away = bid128_round_integral_nearest_away (bid, &flags);
      back = bid128_round_integral_zero (bid, &flags);
      /* Only an exact half differs from rounding half away. */
      if (bid128_quiet_equal (bid128_abs (bid128_sub (bid, back, BID_ROUNDING_TO_NEAREST, &flags)),
                              bid128_from_string ((char[]){ "0.5" }, BID_ROUNDING_TO_NEAREST, &flags), &flags))
        return back;
      return away;
    case RANG_FEEL_ROUND_HALF_EVEN:
    default:
      return bid128_round_integral_nearest_even (bid, &flags);
    }
}

gboolean
rang_feel_number_round (const RangFeelNumber *a, gint64 scale, RangFeelRounding mode, RangFeelNumber *result)
{
  BID_UINT128 bid, scaled;

  if (scale < MIN_SCALE || scale > MAX_SCALE)
    return FALSE;
  if (a->whole && scale >= 0)
    {
      *result = *a;
      return TRUE;
    }
  bid = to_bid (a);
  scaled = bid128_scalbn (bid, (int)scale, BID_ROUNDING_TO_NEAREST, &(_IDEC_flags){ 0 });
  if (!bid128_isFinite (scaled))
    {
      *result = *a;
      return TRUE;
    }
  scaled = round_integral (scaled, mode);
  return from_bid (bid128_scalbn (scaled, (int)-scale, BID_ROUNDING_TO_NEAREST, &(_IDEC_flags){ 0 }), result);
}
