/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates in the cells of rule tables, as people read and type them. */
#include "rules/rang-rules-constant.h"

#include <string.h>

#include "base/rang-decimal.h"
#include "rules/rang-feel-number.h"
#include "rules/rang-feel-temporal.h"

/* "1.234.567,5" with what divides thousands and fractions in the language → "1234567.5" */
static gboolean
tidy_cb (const GMatchInfo *match, GString *tidy, gpointer data)
{
  g_autofree char *whole = g_match_info_fetch (match, 1), *fraction = g_match_info_fetch (match, 2);

  for (const char *at = whole; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (tidy, *at);
  if (fraction != NULL && *fraction != '\0')
    g_string_append_printf (tidy, ".%s", fraction);
  return FALSE;
}

char *
rang_rules_constant_tidy (const char *words)
{
  /* Not in a date, nor in a number that FEEL would have written so. */
  static const char *const with_comma = "(?<![\\d,])(?<!\\d\\.)(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(?![.,]?\\d)";
  static const char *const with_point = "(?<![\\d,])(?<!\\d\\.)(\\d{1,3}(?:,\\d{3})+)()(?!,?\\d)";
  g_autoptr (GRegex) regex = NULL;

  if (strchr (words, '"') != NULL)
    return g_strdup (words);
  regex = g_regex_new (rang_decimal_separator () == ',' ? with_comma : with_point, 0, 0, NULL);
  return g_regex_replace_eval (regex, words, -1, 0, 0, tidy_cb, NULL, NULL);
}

static gboolean
match (const char *pattern, const char *text, char ***groups)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  if (!g_regex_match (regex, text, 0, &info))
    return FALSE;
  *groups = g_match_info_fetch_all (info);
  return TRUE;
}

/* A number as typed, without what divides thousands; NULL if it is none. */
static char *
clean_number (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || c == 0x202f || c == 0x00a0 || c == '\'' || (c == '+' && clean->len == 0))
        continue;
      g_string_append_unichar (clean, c == 0x2212 ? '-' : c);
    }
  return g_regex_match_simple ("^-?\\d+(\\.\\d+)?$", clean->str, 0, 0) ? g_string_free (g_steal_pointer (&clean), FALSE)
                                                                       : NULL;
}

static char *
clean_date (const char *text)
{
  g_auto (GStrv) part = NULL;
  gboolean year_first = match ("^(?:@\"|date\\(\")?(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:\"\\)?)?$", text, &part);
  int year, month, day;

  if (!year_first && !match ("^(\\d{1,2})[./](\\d{1,2})[./](\\d{4})$", text, &part))
    return NULL;
  year = (int)g_ascii_strtoll (part[year_first ? 1 : 3], NULL, 10);
  month = (int)g_ascii_strtoll (part[2], NULL, 10);
  day = (int)g_ascii_strtoll (part[year_first ? 3 : 1], NULL, 10);
  return rang_feel_temporal_date_is_valid (year, month, day) ? g_strdup_printf ("@\"%04d-%02d-%02d\"", year, month, day)
                                                             : NULL;
}

char *
rang_rules_constant_from_text (const char *typed, RangFeelKind kind)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  return kind == RANG_FEEL_DATE ? clean_date (text) : clean_number (text);
}

char *
rang_rules_constant_to_text (const char *feel)
{
  g_auto (GStrv) parts = g_strsplit (feel, "\"", 3);

  if (strchr (feel, '"') == NULL)
    return rang_decimal_show (feel);
  return g_strdup (parts[0] != NULL && parts[1] != NULL ? parts[1] : feel);
}

int
rang_rules_constant_compare (const char *a, const char *b)
{
  RangFeelNumber one, other;

  if (rang_feel_number_parse (a, strlen (a), &one) && rang_feel_number_parse (b, strlen (b), &other))
    return rang_feel_number_compare (&one, &other);
  return strcmp (a, b);
}
