/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for decimal numbers in text: exact, without floating point. */
#include "base/rang-decimal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
rang_decimal_is_plain (const char *text)
{
  gboolean any = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  text += *text == '-' || *text == '+';
  for (; g_ascii_isdigit (*text); text++)
    any = TRUE;
  text += *text == '.';
  for (; g_ascii_isdigit (*text); text++)
    any = TRUE;
  return any && *text == '\0';
}

gboolean
rang_decimal_parse (const char *text, char decimal, int digits, gint64 *value)
{
  int fraction = 0;
  gboolean negative = FALSE, any = FALSE, round_up = FALSE;
  gint64 units = 0;
  const char *p = text;

  g_return_val_if_fail (text != NULL && value != NULL && digits >= 0 && digits <= 6, FALSE);
  if (*p == '-' || *p == '+')
    negative = *p++ == '-';
  for (; g_ascii_isdigit (*p) || (any && skip_group (&p, decimal)); p++)
    {
      units = units * 10 + g_ascii_digit_value (*p);
      any = TRUE;
      if (units > RANG_DECIMAL_MOST)
        return FALSE;
    }
  if (*p == decimal)
    for (p++; g_ascii_isdigit (*p); p++, fraction++)
      {
        any = TRUE;
        if (fraction == digits)
          round_up = *p >= '5';
        else if (fraction < digits)
          units = units * 10 + g_ascii_digit_value (*p);
        if (units > RANG_DECIMAL_MOST)
          return FALSE;
      }
  if (!any || *p != '\0')
    return FALSE;
  for (; fraction < digits && units <= RANG_DECIMAL_MOST; fraction++)
    units *= 10;
  units += round_up ? 1 : 0;
  if (units > RANG_DECIMAL_MOST)
    return FALSE;
  *value = negative ? -units : units;
  return TRUE;
}

char *
rang_decimal_format_plain (gint64 value, guint digits, guint least, char decimal)
{
  guint64 amount = value < 0 ? -(guint64)value : (guint64)value, unit = 1;
  g_autoptr (GString) text = g_string_new (value < 0 ? "-" : "");

  g_return_val_if_fail (digits <= 6 && least <= digits, NULL);
  for (guint i = 0; i < digits; i++)
    unit *= 10;
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, amount / unit);
  amount %= unit;
  for (; digits > least && amount % 10 == 0; digits--)
    amount /= 10;
  if (digits > 0)
    g_string_append_printf (text, "%c%0*" G_GUINT64_FORMAT, decimal, (int)digits, amount);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char
rang_decimal_separator (void)
{
  /* Translators: the decimal separator of this language: "." or "," */
  return C_ ("decimal separator", ".")[0];
}

char *
rang_decimal_show (const char *plain)
{
  g_return_val_if_fail (plain != NULL, NULL);

  const char *digits = plain + (*plain == '-' || *plain == '+');
  gsize whole = strspn (digits, "0123456789");
  g_autoptr (GString) text = g_string_new (*plain == '-' ? "\342\210\222" : "");

  for (gsize i = 0; i < whole; i++)
    g_string_append_printf (text, "%s%c", i > 0 && (whole - i) % 3 == 0 ? "\302\240" : "", digits[i]);
  if (digits[whole] == '.')
    g_string_append_printf (text, "%c%s", rang_decimal_separator (), digits + whole + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rang_decimal_format (gint64 value, guint digits, guint least)
{
  g_autofree char *plain = rang_decimal_format_plain (value, digits, least, '.');

  return rang_decimal_show (plain);
}
