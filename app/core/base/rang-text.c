/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the form in which text is stored and compared. */
#include "base/rang-text.h"

#include <string.h>

static gunichar
comma_below (gunichar c)
{
  switch (c)
    {
    case 0x15E:
      return 0x218;
    case 0x15F:
      return 0x219;
    case 0x162:
      return 0x21A;
    case 0x163:
      return 0x21B;
    default:
      return c;
    }
}

static gboolean
is_unseen (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
clean (const char *text, gboolean keep_breaks)
{
  g_autofree char *valid = NULL, *nfc = NULL;
  g_autoptr (GString) out = NULL;
  gunichar pending = 0;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  nfc = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  out = g_string_sized_new (strlen (nfc));
  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x85 || c == 0x2028)
        {
          if (keep_breaks && (c == '\n' || c == 0x2028))
            pending = '\n';
          else if (pending == 0)
            pending = ' ';
          continue;
        }
      if (is_unseen (c))
        continue;
      if (pending != 0 && out->len > 0)
        g_string_append_unichar (out, pending);
      pending = 0;
      g_string_append_unichar (out, comma_below (c));
    }
  return out->len == 0 ? NULL : g_string_free (g_steal_pointer (&out), FALSE);
}

char *
rang_text_clean (const char *text)
{
  return clean (text, FALSE);
}

char *
rang_text_clean_note (const char *text)
{
  return clean (text, TRUE);
}

/* Without accents; most texts have none to begin with, and those are many. */
static char *
fold (const char *text)
{
  g_autofree char *valid = NULL, *nfkd = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  nfkd = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  return g_utf8_casefold (nfkd, -1);
}

char *
rang_text_key (const char *text)
{
  g_autofree char *folded = fold (text != NULL ? text : "");
  GString *out = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == '-' || c == '_' || c == '/')
        space = TRUE;
      else if (g_unichar_isalnum (c))
        {
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free (out, FALSE);
}

gboolean
rang_text_is_one_script (const char *text)
{
  GUnicodeScript found = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
        continue;
      /* Japanese is written with three. */
      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        script = G_UNICODE_SCRIPT_HAN;
      if (found != G_UNICODE_SCRIPT_COMMON && found != script)
        return FALSE;
      found = script;
    }
  return TRUE;
}

/* Folded letters that look like a Latin one, each pair after the other. */
static const char *const lookalikes[][2] = {
  { "а", "a" }, { "в", "b" }, { "с", "c" }, { "е", "e" }, { "н", "h" }, { "і", "i" }, { "ј", "j" },
  { "к", "k" }, { "м", "m" }, { "о", "o" }, { "р", "p" }, { "ѕ", "s" }, { "т", "t" }, { "у", "y" },
  { "х", "x" }, { "ԁ", "d" }, { "ԛ", "q" }, { "ԝ", "w" }, { "α", "a" }, { "β", "b" }, { "ε", "e" },
  { "ζ", "z" }, { "η", "h" }, { "ι", "i" }, { "κ", "k" }, { "μ", "m" }, { "ν", "n" }, { "ο", "o" },
  { "ρ", "p" }, { "τ", "t" }, { "υ", "y" }, { "χ", "x" }, { "0", "o" }, { "1", "l" }, { "ı", "i" },
};

char *
rang_text_skeleton (const char *text)
{
  g_autofree char *key = rang_text_key (text);
  GString *out = g_string_new (key);

  for (gsize i = 0; i < G_N_ELEMENTS (lookalikes); i++)
    g_string_replace (out, lookalikes[i][0], lookalikes[i][1], 0);
  return g_string_free (out, FALSE);
}

gboolean
rang_text_matches (const char *text, const char *query)
{
  g_autofree char *hay = rang_text_key (text);
  g_autofree char *needle = rang_text_key (query);
  g_auto (GStrv) words = g_strsplit (needle, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (hay, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
rang_text_equal0 (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}
