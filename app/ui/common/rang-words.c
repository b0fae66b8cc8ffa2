/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how the window says days, times and amounts. */
#include "common/rang-words.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"

char *
rang_words_time (RangTime time)
{
  char *text = rang_time_format (time);

  return text != NULL ? text : g_strdup ("–");
}

char *
rang_words_day (RangDay day)
{
  g_autofree char *date = rang_day_label_short (day);

  if (day == RANG_DAY_NONE)
    return g_steal_pointer (&date);
  /* Translators: a day: its weekday and its date, "Tuesday 24 Nov 2026". */
  return g_strdup_printf (_ ("%s %s"), rang_day_label_weekday (day), date);
}

char *
rang_words_minutes (int minutes)
{
  if (minutes < 60)
    /* Translators: %d is a number of minutes. */
    return g_strdup_printf (_ ("%d min"), minutes);
  /* Translators: hours and minutes: "1 h 05". */
  return g_strdup_printf (_ ("%d h %02d"), minutes / 60, minutes % 60);
}

char *
rang_words_money (gint64 minor, const char *currency)
{
  RangMoney money = { minor, "" };

  if (currency == NULL || *currency == '\0')
    return g_strdup ("–");
  g_strlcpy (money.currency, currency, sizeof money.currency);
  return rang_money_format (money, FALSE);
}

char *
rang_words_instant (gint64 instant, const char *zone, RangDay today)
{
  g_autoptr (GTimeZone) place = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autofree char *clock = NULL;
  g_autofree char *date = NULL;
  RangTime time;
  RangDay day;

  if (place == NULL)
    place = g_time_zone_new_utc ();
  day = rang_day_of_instant (instant, place, &time);
  clock = rang_words_time (time);
  if (day == today)
    return g_steal_pointer (&clock);
  date = rang_day_label_short (day);
  return g_strdup_printf ("%s %s", date, clock);
}

char *
rang_words_short_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i + 1] == NULL)
      g_string_append (text, words[i]);
    else if (words[i][0] != '\0')
      {
        g_string_append_unichar (text, g_utf8_get_char (words[i]));
        g_string_append (text, ". ");
      }
  return g_string_free (text, FALSE);
}

char *
rang_words_load (gint64 grams)
{
  g_autofree char *whole = g_strdup_printf ("%" G_GINT64_FORMAT, (grams + (grams >= 10000 ? 500 : 0)) / 1000);

  if (grams % 1000 == 0 || grams >= 10000)
    /* Translators: a weight in kilograms. */
    return g_strdup_printf (_ ("%s kg"), whole);
  /* Translators: a weight in kilograms with one decimal; use your language's decimal sign. */
  return g_strdup_printf (_ ("%s.%d kg"), whole, (int)(grams % 1000 / 100));
}

char *
rang_words_sentence (const char *text)
{
  gunichar first = g_utf8_get_char (text), upper = g_unichar_toupper (first);
  GString *sentence = g_string_new (NULL);

  if (first == 0)
    return g_string_free (sentence, FALSE);
  g_string_append_unichar (sentence, upper);
  g_string_append (sentence, g_utf8_next_char (text));
  return g_string_free (sentence, FALSE);
}

void
rang_words_tell (GtkLabel *label, const char *text)
{
  g_autofree char *sentence = rang_words_sentence (text);

  gtk_label_set_text (label, sentence);
}
