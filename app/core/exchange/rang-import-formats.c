/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading dates, times and numbers as a sender writes them, and for saying when they could be two things.
 */
#include "exchange/rang-import-formats.h"

#include <string.h>

#include "base/rang-decimal.h"

RangImportFormats *
rang_import_formats_new (GTimeZone *zone)
{
  RangImportFormats *formats = g_new0 (RangImportFormats, 1);

  formats->dates = g_strsplit ("YYYY-MM-DD", ";", -1);
  formats->decimal = '.';
  formats->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_utc ();
  return formats;
}

RangImportFormats *
rang_import_formats_copy (const RangImportFormats *formats)
{
  RangImportFormats *copy = g_memdup2 (formats, sizeof *formats);

  copy->dates = g_strdupv (formats->dates);
  copy->zone = g_time_zone_ref (formats->zone);
  return copy;
}

void
rang_import_formats_free (RangImportFormats *formats)
{
  if (formats == NULL)
    return;
  g_strfreev (formats->dates);
  g_time_zone_unref (formats->zone);
  g_free (formats);
}

typedef struct
{
  char what;
  int least;
  int most;
} Token;

/* Takes the next token of a date pattern; a literal character has most 0. */
static Token
next_token (const char **pattern)
{
  static const struct
  {
    const char *word;
    Token token;
  } words[] = {
    { "YYYY", { 'Y', 4, 4 } }, { "MM", { 'M', 2, 2 } }, { "DD", { 'D', 2, 2 } },
    { "M", { 'M', 1, 2 } },    { "D", { 'D', 1, 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (*pattern, words[i].word))
      {
        *pattern += strlen (words[i].word);
        return words[i].token;
      }
  return (Token){ *(*pattern)++, 0, 0 };
}

gboolean
rang_import_formats_check_date (const char *pattern)
{
  int years = 0, months = 0, days = 0;

  g_return_val_if_fail (pattern != NULL, FALSE);
  while (*pattern != '\0')
    {
      Token token = next_token (&pattern);

      if (token.most == 0 && g_ascii_isalnum (token.what))
        return FALSE;
      years += token.most > 0 && token.what == 'Y';
      months += token.most > 0 && token.what == 'M';
      days += token.most > 0 && token.what == 'D';
    }
  return years == 1 && months == 1 && days == 1;
}

static gboolean
read_digits (const char **text, int least, int most, int *value)
{
  int n = 0;

  for (*value = 0; n < most && g_ascii_isdigit (**text); n++)
    *value = *value * 10 + g_ascii_digit_value (*(*text)++);
  return n >= least;
}

/* Reads a date by one pattern; @rest is what follows it. */
static RangDay
read_date (const char *pattern, const char *text, const char **rest)
{
  int year = 0, month = 0, day = 0, *parts[] = { &year, &month, &day };

  while (*pattern != '\0')
    {
      Token token = next_token (&pattern);

      if (token.most == 0)
        {
          if (*text++ != token.what)
            return RANG_DAY_NONE;
        }
      else if (!read_digits (&text, token.least, token.most, parts[token.what == 'Y' ? 0 : token.what == 'M' ? 1 : 2]))
        return RANG_DAY_NONE;
    }
  if (g_ascii_isdigit (*text))
    return RANG_DAY_NONE;
  *rest = text;
  return rang_day_from_ymd (year, month, day);
}

/* "", "Z" or "+02:00"; @offset in seconds east of Greenwich. */
static gboolean
read_zone (const char *text, gboolean *named, int *offset)
{
  int hours, minutes, sign;

  *named = *text != '\0';
  *offset = 0;
  if (*text == '\0' || g_str_equal (text, "Z"))
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  sign = *text++ == '-' ? -1 : 1;
  if (!read_digits (&text, 2, 2, &hours) || *text++ != ':' || !read_digits (&text, 2, 2, &minutes) || *text != '\0')
    return FALSE;
  *offset = sign * (hours * 3600 + minutes * 60);
  return hours <= 14 && minutes < 60;
}

static gboolean
read_clock (const char **text, RangTime *time)
{
  int hours, minutes, seconds = 0;

  if (!read_digits (text, 1, 2, &hours) || *(*text)++ != ':' || !read_digits (text, 2, 2, &minutes))
    return FALSE;
  if (**text == ':')
    {
      (*text)++;
      if (!read_digits (text, 2, 2, &seconds))
        return FALSE;
      if (**text == '.')
        for ((*text)++; g_ascii_isdigit (**text);)
          (*text)++;
    }
  *time = hours * 3600 + minutes * 60 + seconds;
  return minutes < 60 && seconds < 60 && *time <= RANG_TIME_END_OF_DAY;
}

/* What may follow a date: nothing, a zone, or a time with or without a zone. */
static gboolean
read_rest (const RangImportFormats *formats, const char *rest, RangDay *day, RangTime *time)
{
  gboolean named;
  int offset;

  *time = RANG_TIME_NONE;
  if (*rest != 'T' && *rest != ' ')
    return read_zone (rest, &named, &offset);
  rest++;
  if (!read_clock (&rest, time) || !read_zone (rest, &named, &offset))
    return FALSE;
  if (named)
    *day = rang_day_of_instant ((gint64)*day * 86400 + *time - offset, formats->zone, time);
  return TRUE;
}

RangImportReading
rang_import_formats_read_moment (const RangImportFormats *formats, const char *text, RangDay *day, RangTime *time)
{
  RangImportReading reading = RANG_IMPORT_UNREADABLE;

  g_return_val_if_fail (formats != NULL && text != NULL && day != NULL && time != NULL, RANG_IMPORT_UNREADABLE);
  *day = RANG_DAY_NONE;
  *time = RANG_TIME_NONE;
  for (gsize i = 0; formats->dates[i] != NULL; i++)
    {
      const char *rest = NULL;
      RangDay found = read_date (formats->dates[i], text, &rest);
      RangTime found_time;

      if (found == RANG_DAY_NONE || !read_rest (formats, rest, &found, &found_time))
        continue;
      if (reading == RANG_IMPORT_READ && (found != *day || found_time != *time))
        return RANG_IMPORT_AMBIGUOUS;
      *day = found;
      *time = found_time;
      reading = RANG_IMPORT_READ;
    }
  return reading;
}

gboolean
rang_import_formats_read_number (const RangImportFormats *formats, const char *text, int digits, gint64 *value)
{
  g_return_val_if_fail (formats != NULL && text != NULL && value != NULL, FALSE);
  if (!formats->grouped && !rang_decimal_is_plain (text))
    return FALSE;
  return rang_decimal_parse (text, formats->decimal, digits, value);
}
