/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The characters of FEEL: white space and comments, words, numbers, quoted strings, names of several words. */
#include "rules/rang-feel-lexer.h"

#include <string.h>

static gunichar
char_at (const char *text, gsize at, gsize *next)
{
  gunichar c = g_utf8_get_char (text + at);

  *next = c == 0 ? at : at + (gsize)g_utf8_skip[(guchar)text[at]];
  return c;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 || c == 0x180e
         || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000
         || c == 0xfeff;
}

static gboolean
is_name_start (gunichar c)
{
  if (c < 0x80)
    return c == '?' || c == '_' || g_ascii_isalpha ((char)c);
  return (c >= 0xc0 && c <= 0x2ff && c != 0xd7 && c != 0xf7)
         || (c >= 0x370 && c <= 0x1fff && c != 0x37e && !is_space (c)) || c == 0x200c || c == 0x200d
         || (c >= 0x2070 && c <= 0x218f) || (c >= 0x2c00 && c <= 0x2fef) || (c >= 0x3001 && c <= 0xd7ff)
         || (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xfffd && c != 0xfeff)
         || (c >= 0x10000 && c <= 0xeffff);
}

static gboolean
is_name_part (gunichar c)
{
  return is_name_start (c) || (c < 0x80 && g_ascii_isdigit ((char)c)) || c == 0xb7 || (c >= 0x300 && c <= 0x36f)
         || c == 0x203f || c == 0x2040;
}

gsize
rang_feel_lexer_skip_space (const char *text, gsize at)
{
  while (text[at] != '\0')
    {
      gsize next;
      if (is_space (char_at (text, at, &next)))
        at = next;
      else if (text[at] == '/' && text[at + 1] == '/')
        at += strcspn (text + at, "\n\r");
      else if (text[at] == '/' && text[at + 1] == '*' && strstr (text + at + 2, "*/") != NULL)
        at = (gsize)(strstr (text + at + 2, "*/") - text) + 2;
      else
        break;
    }
  return at;
}

gsize
rang_feel_lexer_word (const char *text, gsize at)
{
  gsize next;

  if (!is_name_start (char_at (text, at, &next)))
    return at;
  do
    at = next;
  while (is_name_part (char_at (text, at, &next)));
  return at;
}

gsize
rang_feel_lexer_number (const char *text, gsize at)
{
  gsize end = at;

  while (g_ascii_isdigit (text[end]))
    end++;
  if (text[end] == '.' && g_ascii_isdigit (text[end + 1]))
    for (end++; g_ascii_isdigit (text[end]);)
      end++;
  if (end > at && (text[end] == 'e' || text[end] == 'E'))
    {
      gsize exponent = end + 1;
      if (text[exponent] == '+' || text[exponent] == '-')
        exponent++;
      if (g_ascii_isdigit (text[exponent]))
        for (end = exponent; g_ascii_isdigit (text[end]);)
          end++;
    }
  return end;
}

/* Reads @digits hexadecimal digits; returns whether there were so many. */
static gboolean
read_hex (const char *text, int digits, gunichar *c)
{
  *c = 0;
  for (int i = 0; i < digits; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *c = *c * 16 + (gunichar)g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

/* The characters behind a backslash; returns how many bytes they took, 0 if they mean nothing. */
static gsize
read_escape (const char *text, GString *string)
{
  static const char plain[] = "\"\"\\\\n\nt\tr\r''";
  gunichar c, low;
  gsize taken;

  if (text[0] == 'u' || text[0] == 'U')
    {
      int digits = text[0] == 'u' ? 4 : 6;
      if (!read_hex (text + 1, digits, &c))
        return 0;
      taken = (gsize)digits + 1;
      if (c >= 0xd800 && c <= 0xdbff && text[taken] == '\\' && text[taken + 1] == 'u'
          && read_hex (text + taken + 2, 4, &low) && low >= 0xdc00 && low <= 0xdfff)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          taken += 6;
        }
      if (c == 0 || !g_unichar_validate (c))
        return 0;
      g_string_append_unichar (string, c);
      return taken;
    }
  for (gsize i = 0; text[0] != '\0' && i < sizeof plain - 1; i += 2)
    if (plain[i] == text[0])
      {
        g_string_append_c (string, plain[i + 1]);
        return 1;
      }
  return 0;
}

gsize
rang_feel_lexer_string (const char *text, gsize at, char **string)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gsize end = at + 1;

  while (text[end] != '"')
    {
      if (text[end] == '\0')
        return at;
      if (text[end] == '\\')
        {
          gsize taken = read_escape (text + end + 1, result);
          if (taken == 0)
            {
              /* A backslash that escapes nothing stands for itself: regular expressions are written so. */
              g_string_append_c (result, '\\');
              end++;
              continue;
            }
          end += taken + 1;
        }
      else
        {
          g_string_append_c (result, text[end]);
          end++;
        }
    }
  *string = g_string_free (g_steal_pointer (&result), FALSE);
  return end + 1;
}

static gsize
skip_plain_space (const char *text, gsize at)
{
  gsize next;

  while (text[at] != '\0' && is_space (char_at (text, at, &next)))
    at = next;
  return at;
}

static gboolean
is_sign (char c)
{
  return c != '\0' && strchr ("./-'+*", c) != NULL;
}

gsize
rang_feel_lexer_match_name (const char *text, gsize at, const char *name)
{
  gsize end = at;
  gsize next;
  gboolean sign_before = FALSE;

  if (text[at] != name[0])
    return at;
  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c == ' ')
        {
          gsize behind = skip_plain_space (text, end);
          if (behind == end && !is_sign (c[1]) && !sign_before)
            return at;
          end = behind;
          continue;
        }
      if (is_sign (*c) || sign_before)
        end = skip_plain_space (text, end);
      if (text[end] != *c)
        return at;
      sign_before = is_sign (*c);
      end++;
    }
  if (!sign_before && is_name_part (char_at (text, end, &next)))
    return at;
  return end;
}

gboolean
rang_feel_lexer_is_keyword (const char *word, gsize length)
{
  static const char *const keywords[]
      = { "and",       "or",      "if",       "then", "else", "for",   "in",   "return",   "some",    "every",
          "satisfies", "between", "instance", "of",   "true", "false", "null", "function", "external" };

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (strlen (keywords[i]) == length && strncmp (word, keywords[i], length) == 0)
      return TRUE;
  return FALSE;
}

char *
rang_feel_lexer_normalize_name (const char *name)
{
  GString *result = g_string_new (NULL);
  gsize at = skip_plain_space (name, 0);

  while (name[at] != '\0')
    {
      gsize behind = skip_plain_space (name, at);
      if (behind != at)
        {
          if (name[behind] != '\0')
            g_string_append_c (result, ' ');
          at = behind;
          continue;
        }
      g_string_append_c (result, name[at]);
      at++;
    }
  return g_string_free (result, FALSE);
}
