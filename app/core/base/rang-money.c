/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for amounts of money: exact, in minor units. */
#include "base/rang-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-decimal.h"

int
rang_money_digits (const char *currency)
{
  static const char *const none[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                      "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF", NULL };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  if (g_strv_contains (none, currency))
    return 0;
  return g_strv_contains (three, currency) ? 3 : 2;
}

gboolean
rang_money_currency_is_valid (const char *currency)
{
  if (currency == NULL || strlen (currency) != 3)
    return FALSE;
  return g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) && g_ascii_isupper (currency[2]);
}

gboolean
rang_money_parse (const char *text, char decimal, const char *currency, RangMoney *money)
{
  g_return_val_if_fail (text != NULL && money != NULL, FALSE);
  if (!rang_decimal_parse (text, decimal, rang_money_digits (currency), &money->minor))
    return FALSE;
  g_strlcpy (money->currency, currency, sizeof money->currency);
  return TRUE;
}

char *
rang_money_format_plain (RangMoney money)
{
  return rang_money_format_typed (money, '.');
}

char *
rang_money_format_typed (RangMoney money, char decimal)
{
  guint digits = (guint)rang_money_digits (money.currency);

  return rang_decimal_format_plain (money.minor, digits, digits, decimal);
}

char *
rang_money_format (RangMoney money, gboolean cents)
{
  guint digits = (guint)rang_money_digits (money.currency);
  g_autofree char *amount = NULL;

  for (; !cents && digits > 0; digits--)
    money.minor /= 10;
  amount = rang_decimal_format (money.minor, digits, digits);
  if (money.currency[0] == '\0')
    return g_steal_pointer (&amount);
  /* Translators: how the Romanian leu (ISO code RON) is called after an amount */
  return g_strdup_printf ("%s\302\240%s", amount, g_str_equal (money.currency, "RON") ? _ ("lei") : money.currency);
}
