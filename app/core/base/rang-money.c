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

static void
split (RangMoney money, guint64 *whole, guint64 *part, int *digits)
{
  guint64 amount = money.minor < 0 ? (guint64)-money.minor : (guint64)money.minor;
  guint64 unit = 1;

  *digits = rang_money_digits (money.currency);
  for (int i = 0; i < *digits; i++)
    unit *= 10;
  *whole = amount / unit;
  *part = amount % unit;
}

char *
rang_money_format_plain (RangMoney money)
{
  guint64 whole, part;
  int digits;

  split (money, &whole, &part, &digits);
  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, money.minor < 0 ? "-" : "", whole);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, money.minor < 0 ? "-" : "", whole, digits,
                          part);
}

char *
rang_money_format (RangMoney money, gboolean cents)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *plain = NULL;
  guint64 whole, part;
  int digits;

  split (money, &whole, &part, &digits);
  plain = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
  if (money.minor < 0)
    g_string_append (out, "\342\210\222");
  for (gsize i = 0, n = strlen (plain); i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (out, "\302\240");
      g_string_append_c (out, plain[i]);
    }
  if (cents && digits > 0)
    /* Translators: the decimal separator of this language: "." or "," */
    g_string_append_printf (out, "%s%0*" G_GUINT64_FORMAT, C_ ("decimal separator", "."), digits, part);
  if (money.currency[0] != '\0')
    /* Translators: how the Romanian leu (ISO code RON) is called after an amount */
    g_string_append_printf (out, "\302\240%s", g_str_equal (money.currency, "RON") ? _ ("lei") : money.currency);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
