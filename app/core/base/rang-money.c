/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for amounts of money: exact, in minor units. */
#include "base/rang-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MINOR G_GINT64_CONSTANT (1000000000000000)

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

/* Moves @p over a thousands separator that is followed by exactly three digits and no fourth. */
static gboolean
skip_group (const char **p, char decimal)
{
  const char *q = *p;

  if (*q == ' ' || *q == '\'' || (*q == '.' && decimal == ',') || (*q == ',' && decimal == '.'))
    q++;
  else if (g_str_has_prefix (q, "\302\240"))
    q += 2;
  else if (g_str_has_prefix (q, "\342\200\257") || g_str_has_prefix (q, "\342\200\231"))
    q += 3;
  else
    return FALSE;
  if (!g_ascii_isdigit (q[0]) || !g_ascii_isdigit (q[1]) || !g_ascii_isdigit (q[2]) || g_ascii_isdigit (q[3]))
    return FALSE;
  *p = q;
  return TRUE;
}

gboolean
rang_money_parse (const char *text, char decimal, const char *currency, RangMoney *money)
{
  int digits = rang_money_digits (currency), fraction = 0;
  gboolean negative = FALSE, any = FALSE, round_up = FALSE;
  gint64 minor = 0;
  const char *p = text;

  g_return_val_if_fail (text != NULL && money != NULL, FALSE);
  if (*p == '-' || *p == '+')
    negative = *p++ == '-';
  for (; g_ascii_isdigit (*p) || (any && skip_group (&p, decimal)); p++)
    {
      minor = minor * 10 + g_ascii_digit_value (*p);
      any = TRUE;
      if (minor > MAX_MINOR)
        return FALSE;
    }
  if (*p == decimal)
    for (p++; g_ascii_isdigit (*p); p++)
      {
        any = TRUE;
        if (fraction == digits)
          round_up = *p >= '5';
        else if (fraction < digits)
          minor = minor * 10 + g_ascii_digit_value (*p);
        fraction++;
      }
  if (!any || *p != '\0')
    return FALSE;
  for (; fraction < digits; fraction++)
    minor *= 10;
  minor += round_up ? 1 : 0;
  if (minor > MAX_MINOR)
    return FALSE;
  money->minor = negative ? -minor : minor;
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
