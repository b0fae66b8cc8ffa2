/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for sums of money of several currencies. */
#include "base/rang-money-sum.h"

void
rang_money_sum_init (RangMoneySum *sum, const char *currency)
{
  g_return_if_fail (sum != NULL && currency != NULL);
  sum->total.minor = 0;
  g_strlcpy (sum->total.currency, currency, sizeof sum->total.currency);
  sum->apart = g_array_new (FALSE, FALSE, sizeof (RangMoney));
}

void
rang_money_sum_clear (RangMoneySum *sum)
{
  sum->total.minor = 0;
  g_clear_pointer (&sum->apart, g_array_unref);
}

void
rang_money_sum_copy_into (RangMoneySum *into, const RangMoneySum *sum)
{
  g_return_if_fail (into != NULL && sum != NULL);
  into->total = sum->total;
  into->apart = g_array_copy (sum->apart);
}

void
rang_money_sum_add (RangMoneySum *sum, RangMoney money)
{
  g_return_if_fail (sum != NULL);
  if (money.minor == 0)
    return;
  if (g_str_equal (money.currency, sum->total.currency))
    {
      sum->total.minor += money.minor;
      return;
    }
  for (guint i = 0; i < sum->apart->len; i++)
    {
      RangMoney *other = &g_array_index (sum->apart, RangMoney, i);

      if (g_str_equal (other->currency, money.currency))
        {
          other->minor += money.minor;
          return;
        }
    }
  g_array_append_val (sum->apart, money);
}

gboolean
rang_money_sum_is_zero (const RangMoneySum *sum)
{
  gboolean zero = sum->total.minor == 0;

  for (guint i = 0; i < sum->apart->len; i++)
    zero = zero && g_array_index (sum->apart, RangMoney, i).minor == 0;
  return zero;
}

char *
rang_money_sum_format (const RangMoneySum *sum, gboolean cents)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (sum != NULL, NULL);
  for (guint i = 0; i <= sum->apart->len; i++)
    {
      RangMoney money = i == 0 ? sum->total : g_array_index (sum->apart, RangMoney, i - 1);
      g_autofree char *text = NULL;

      if (money.minor == 0 && (i > 0 || !rang_money_sum_is_zero (sum)))
        continue;
      text = rang_money_format (money, cents);
      g_string_append_printf (out, "%s%s", out->len > 0 ? " + " : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
