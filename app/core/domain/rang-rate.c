/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for turning money of one currency into another, exactly. */
#include "domain/rang-rate.h"

#include <string.h>

#include "base/rang-decimal.h"

#define MOST_MINOR G_GINT64_CONSTANT (1000000000000000)

static guint64
power_of_ten (int exponent)
{
  guint64 power = 1;

  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

gboolean
rang_rate_convert (const RangRate *rate, RangMoney money, const char *currency, RangMoney *converted)
{
  g_return_val_if_fail (rate != NULL && currency != NULL && converted != NULL, FALSE);

  int shift = rang_money_digits (currency) - rang_money_digits (money.currency);
  guint64 amount = money.minor < 0 ? -(guint64)money.minor : (guint64)money.minor;
  guint64 divisor = RANG_RATE_ONE * power_of_ten (MAX (0, -shift));
  guint64 whole, part;

  if (rate->rate <= 0 || !g_uint64_checked_mul (&amount, amount, power_of_ten (MAX (0, shift))))
    return FALSE;
  /* amount × rate / divisor, in two parts that fit: what divides evenly, and the rest, which is rounded. */
  if (!g_uint64_checked_mul (&whole, amount / divisor, (guint64)rate->rate)
      || !g_uint64_checked_mul (&part, amount % divisor, (guint64)rate->rate)
      || !g_uint64_checked_add (&part, part, divisor / 2) || !g_uint64_checked_add (&whole, whole, part / divisor)
      || whole > MOST_MINOR)
    return FALSE;
  converted->minor = money.minor < 0 ? -(gint64)whole : (gint64)whole;
  g_strlcpy (converted->currency, currency, sizeof converted->currency);
  return TRUE;
}

gint64
rang_rate_parse (const char *text, char decimal)
{
  gint64 rate;

  g_return_val_if_fail (text != NULL, 0);
  if (!rang_decimal_parse (text, decimal, 6, &rate) || rate < 1 || rate > RANG_RATE_MOST)
    return 0;
  return rate;
}

char *
rang_rate_format (gint64 rate, char decimal)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "%c%06" G_GINT64_FORMAT, rate / RANG_RATE_ONE, decimal,
                                           rate % RANG_RATE_ONE);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == decimal)
    length--;
  return g_strndup (text, length);
}
