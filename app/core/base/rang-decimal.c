/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for decimal numbers in text: exact, without floating point. */
#include "base/rang-decimal.h"

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
