/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how amounts are written on a sheet. */
#include "sheet/rang-sheet-words.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "base/rang-decimal.h"

char *
rang_sheet_words_load (gint64 grams, gboolean estimated)
{
  g_autofree char *kilograms = rang_decimal_format ((grams + 50) / 100, 1, 0);

  return g_strdup_printf ("%s%s\302\240kg", estimated ? "~" : "", kilograms);
}

char *
rang_sheet_words_parcels (gint64 parcels, gboolean estimated)
{
  /* Translators: %d is a count of parcels */
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d\302\240parcel", "%d\302\240parcels", (gulong)parcels), (int)parcels);

  return g_strconcat (estimated ? "~" : "", text, NULL);
}

char *
rang_sheet_words_sums (const GArray *sums)
{
  GString *out;

  if (sums->len == 0)
    return g_strdup ("–");
  out = g_string_new (NULL);
  for (guint i = 0; i < sums->len; i++)
    {
      g_autofree char *sum = rang_money_format (g_array_index (sums, RangMoney, i), TRUE);

      g_string_append_printf (out, "%s%s", i > 0 ? " + " : "", sum);
    }
  return g_string_free (out, FALSE);
}

char *
rang_sheet_words_join (guint count, ...)
{
  GString *out = g_string_new (NULL);
  va_list texts;

  va_start (texts, count);
  for (guint i = 0; i < count; i++)
    {
      const char *text = va_arg (texts, const char *);

      if (text == NULL || text[0] == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append (out, text);
    }
  va_end (texts);
  return g_string_free (out, FALSE);
}

char *
rang_sheet_words_unbroken (const char *text)
{
  GString *out;

  if (text == NULL)
    return NULL;
  out = g_string_new (text);
  g_string_replace (out, " ", "\302\240", 0);
  return g_string_free (out, FALSE);
}

char *
rang_sheet_words_orders (const RangSheetStop *stop)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < stop->orders->len; i++)
    {
      const RangSheetOrder *order = g_ptr_array_index (stop->orders, i);

      if (!order->struck)
        g_string_append_printf (out, "%s%" G_GINT64_FORMAT, out->len > 0 ? ", " : "", order->number);
    }
  return g_string_free (out, FALSE);
}
