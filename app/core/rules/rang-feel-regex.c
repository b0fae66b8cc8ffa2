/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regular expressions as XPath and XQuery define them, by translation for GRegex, with a limit on the search. */
#include "rules/rang-feel-regex.h"

#include <string.h>

#define LIMIT "(*LIMIT_MATCH=300000)(*LIMIT_DEPTH=20000)"
#define MAX_PATTERN 20000

#define NAME_START                                                                                                     \
  ":A-Z_a-z\\x{c0}-\\x{d6}\\x{d8}-\\x{f6}\\x{f8}-\\x{2ff}\\x{370}-\\x{37d}\\x{37f}-\\x{1fff}\\x{200c}"                 \
  "\\x{200d}\\x{2070}-\\x{218f}\\x{2c00}-\\x{2fef}\\x{3001}-\\x{d7ff}\\x{f900}-\\x{fdcf}"                              \
  "\\x{fdf0}-\\x{fffd}"
#define NAME_PART NAME_START "\\-.0-9\\x{b7}\\x{300}-\\x{36f}\\x{203f}-\\x{2040}"

/* The ranges behind \i, \c, \d, \w and \s, to stand inside a class; NULL for other letters. */
static const char *
class_of (char letter)
{
  switch (g_ascii_tolower (letter))
    {
    case 'i':
      return NAME_START;
    case 'c':
      return NAME_PART;
    case 'd':
      return "\\p{Nd}";
    case 'w':
      return "\\p{L}\\p{M}\\p{N}\\p{S}";
    case 's':
      return " \\t\\n\\r";
    default:
      return NULL;
    }
}

/* All characters but those of a block, to stand inside a class. */
static void
append_outside (GString *out, guint low, guint high)
{
  if (low > 0)
    g_string_append_printf (out, "\\x{0}-\\x{%x}", low - 1);
  g_string_append_printf (out, "\\x{%x}-\\x{10ffff}", high + 1);
}

/* \p{IsGreek}: a block; any other property is PCRE's own. Returns the position behind it, NULL if it is wrong. */
static const char *
translate_property (const char *c, GString *out, gboolean in_class)
{
  const char *end = strchr (c, '}');
  gboolean negated = c[1] == 'P';
  guint low, high;

  if (c[2] != '{' || end == NULL)
    return NULL;
  if (!g_str_has_prefix (c + 3, "Is"))
    {
      /* Flag i leaves categories alone; PCRE2 from 10.43 on does not. Inside a class there is no way to say so. */
      g_string_append_printf (out, in_class ? "%.*s" : "(?-i:%.*s)", (int)(end + 1 - c), c);
      return end + 1;
    }
  if (!rang_feel_regex_find_block (c + 5, (gsize)(end - c - 5), &low, &high))
    return NULL;
  if (in_class && negated)
    append_outside (out, low, high);
  else
    g_string_append_printf (out, in_class ? "%s\\x{%x}-\\x{%x}" : "[%s\\x{%x}-\\x{%x}]", negated ? "^" : "", low, high);
  return end + 1;
}

static const char *
translate_escape (const char *c, GString *out, gboolean in_class)
{
  const char *class = class_of (c[1]);

  if (c[1] == 'p' || c[1] == 'P')
    return translate_property (c, out, in_class);
  if (class != NULL && g_ascii_islower (c[1]))
    g_string_append_printf (out, in_class ? "%s" : "[%s]", class);
  else if (class != NULL && !in_class)
    g_string_append_printf (out, "[^%s]", class);
  else if (class != NULL && c[1] == 'W')
    g_string_append (out, "\\p{P}\\p{Z}\\p{C}");
  else if (class != NULL && c[1] == 'D')
    g_string_append (out, "\\P{Nd}");
  else if (class != NULL && c[1] == 'S')
    g_string_append (out, "\\S");
  else if (class != NULL)
    return NULL;
  else if (c[1] != '\0' && strchr ("nrt\\|.?*+(){}-[]^$", c[1]) != NULL)
    g_string_append_len (out, c, 2);
  else
    return NULL;
  return c + 2;
}

/* A class, "[a-z-[aeiou]]" with what is taken out of it: "(?![aeiou])[a-z]". */
static const char *
translate_class (const char *c, GString *out, guint depth)
{
  g_autoptr (GString) class = g_string_new ("[");
  g_autoptr (GString) minus = g_string_new (NULL);
  const char *start;

  if (depth > 20)
    return NULL;
  c++;
  if (*c == '^')
    g_string_append_c (class, *c++);
  start = c;
  while (*c != ']' || c == start)
    {
      if (*c == '\0' || c == NULL)
        return NULL;
      if (*c == '-' && c[1] == '[')
        {
          c = translate_class (c + 1, minus, depth + 1);
          if (c == NULL || *c != ']')
            return NULL;
          break;
        }
      if (*c == '[' || (*c == ']' && c == start))
        return NULL;
      if (*c == '\\')
        {
          c = translate_escape (c, class, TRUE);
          if (c == NULL)
            return NULL;
          continue;
        }
      g_string_append_c (class, *c++);
    }
  if (minus->len > 0)
    g_string_append_printf (out, "(?:(?!%s)%s])", minus->str, class->str);
  else
    g_string_append_printf (out, "%s]", class->str);
  return c + 1;
}

/* The pattern without its white space, except what stands in a class. */
static char *
without_space (const char *pattern)
{
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *c = pattern; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0' && strchr (" \t\n\r", c[1]) == NULL)
        {
          g_string_append_len (out, c++, 2);
          continue;
        }
      if (*c == '[')
        depth++;
      else if (*c == ']' && depth > 0)
        depth--;
      if (depth > 0 || strchr (" \t\n\r", *c) == NULL)
        g_string_append_c (out, *c);
    }
  return g_string_free (out, FALSE);
}

/**
 * Groups:
 *
 * The groups of an expression: a reference may only mean one that is closed before it.
 */
typedef struct
{
  GArray *open; /* numbers; 0 for one that is not counted */
  guint count;
  gboolean closed[100];
} Groups;

/* "\\1": as many digits as name a group. Returns the position behind, NULL if there is no such group. */
static const char *
translate_reference (const char *c, GString *out, Groups *groups)
{
  guint number = (guint)(*c++ - '0');

  while (g_ascii_isdigit (*c) && number * 10 + (guint)(*c - '0') <= groups->count
         && number * 10 + (guint)(*c - '0') < G_N_ELEMENTS (groups->closed))
    number = number * 10 + (guint)(*c++ - '0');
  if (number == 0 || !groups->closed[number])
    return NULL;
  g_string_append_printf (out, "(?:\\g{%u})", number);
  return c;
}

static const char *
open_group (const char *c, GString *out, Groups *groups)
{
  gboolean counted = c[1] != '?';
  guint number = counted ? ++groups->count : 0;

  if (!counted && c[2] != ':')
    return NULL;
  g_array_append_val (groups->open, number);
  g_string_append_len (out, c, counted ? 1 : 3);
  return c + (counted ? 1 : 3);
}

static const char *
close_group (const char *c, GString *out, Groups *groups)
{
  guint number;

  if (groups->open->len == 0)
    return NULL;
  number = g_array_index (groups->open, guint, groups->open->len - 1);
  g_array_set_size (groups->open, groups->open->len - 1);
  if (number < G_N_ELEMENTS (groups->closed))
    groups->closed[number] = TRUE;
  g_string_append_c (out, ')');
  return c + 1;
}

/* "{2}", "{2,}", "{2,5}" */
static const char *
translate_count (const char *c, GString *out)
{
  const char *end = c + 1;

  while (g_ascii_isdigit (*end))
    end++;
  if (end == c + 1)
    return NULL;
  if (*end == ',')
    for (end++; g_ascii_isdigit (*end);)
      end++;
  if (*end != '}')
    return NULL;
  g_string_append_len (out, c, end + 1 - c);
  return end + 1;
}

static const char *
translate_one (const char *c, GString *out, Groups *groups)
{
  switch (*c)
    {
    case '\\':
      return g_ascii_isdigit (c[1]) ? translate_reference (c + 1, out, groups) : translate_escape (c, out, FALSE);
    case '[':
      return translate_class (c, out, 0);
    case '(':
      return open_group (c, out, groups);
    case ')':
      return close_group (c, out, groups);
    case '{':
      return translate_count (c, out);
    case ']':
    case '}':
      return NULL;
    case '*':
    case '+':
    case '?':
      /* Possessive quantifiers are PCRE's own. */
      if (c[1] == '+')
        return NULL;
      g_string_append_c (out, *c);
      return c + 1;
    default:
      g_string_append_c (out, *c);
      return c + 1;
    }
}

static char *
translate (const char *pattern)
{
  g_autoptr (GString) out = g_string_new (LIMIT);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Groups groups = { .open = open };
  const char *c = pattern;

  while (c != NULL && *c != '\0')
    c = translate_one (c, out, &groups);
  return c != NULL ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

GRegex *
rang_feel_regex_compile (const char *pattern, const char *flags)
{
  GRegexCompileFlags options = G_REGEX_DOLLAR_ENDONLY | G_REGEX_NEWLINE_LF;
  g_autofree char *translated = NULL, *quoted = NULL, *plain = NULL;
  gboolean spaced = FALSE;

  if (strlen (pattern) > MAX_PATTERN)
    return NULL;
  for (; *flags != '\0'; flags++)
    switch (*flags)
      {
      case 's':
        options |= G_REGEX_DOTALL;
        break;
      case 'm':
        options |= G_REGEX_MULTILINE;
        break;
      case 'i':
        options |= G_REGEX_CASELESS;
        break;
      case 'x':
        spaced = TRUE;
        break;
      case 'q':
        quoted = g_regex_escape_string (pattern, -1);
        break;
      default:
        return NULL;
      }
  plain = spaced && quoted == NULL ? without_space (pattern) : g_strdup (pattern);
  translated = quoted != NULL ? g_steal_pointer (&quoted) : translate (plain);
  return translated != NULL ? g_regex_new (translated, options, 0, NULL) : NULL;
}

gboolean
rang_feel_regex_match (GRegex *regex, const char *text, gboolean *found)
{
  g_autoptr (GError) error = NULL;

  *found = g_regex_match_full (regex, text, -1, 0, 0, NULL, &error);
  return error == NULL;
}

/* Replacing and splitting are not defined for an expression that matches nothing at all, as "a*" does. */
static gboolean
matches_nothing (GRegex *regex)
{
  gboolean found;

  return !rang_feel_regex_match (regex, "", &found) || found;
}

/* What "$1" means: as many digits as there are groups for. Returns the position behind, NULL if it is no reference. */
static const char *
append_group (GString *out, const char *c, GMatchInfo *match, int n_groups)
{
  g_autofree char *group = NULL;
  int number;

  if (!g_ascii_isdigit (*c))
    return NULL;
  number = *c++ - '0';
  while (g_ascii_isdigit (*c) && number * 10 + (*c - '0') <= n_groups)
    number = number * 10 + (*c++ - '0');
  group = number <= n_groups ? g_match_info_fetch (match, number) : NULL;
  if (group != NULL)
    g_string_append (out, group);
  return c;
}

static gboolean
append_replacement (GString *out, const char *replacement, GMatchInfo *match, int n_groups)
{
  const char *c = replacement;

  while (c != NULL && *c != '\0')
    {
      if (*c == '\\')
        {
          if (c[1] != '\\' && c[1] != '$')
            return FALSE;
          g_string_append_c (out, c[1]);
          c += 2;
        }
      else if (*c == '$')
        c = append_group (out, c + 1, match, n_groups);
      else
        g_string_append_c (out, *c++);
    }
  return c != NULL;
}

char *
rang_feel_regex_replace (
    RangFeelArena *arena, GRegex *regex, const char *text, const char *replacement, gboolean literal)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  int n_groups = g_regex_get_capture_count (regex), at = 0;

  if (matches_nothing (regex))
    return NULL;
  g_regex_match_full (regex, text, -1, 0, 0, &match, &error);
  while (error == NULL && g_match_info_matches (match))
    {
      int start, end;
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (out, text + at, start - at);
      if (literal)
        g_string_append (out, replacement);
      else if (!append_replacement (out, replacement, match, n_groups))
        return NULL;
      at = end;
      if (!rang_feel_arena_fits (arena, out->len))
        return NULL;
      g_match_info_next (match, &error);
    }
  if (error != NULL)
    return NULL;
  g_string_append (out, text + at);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char **
rang_feel_regex_split (GRegex *regex, const char *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  int at = 0;

  if (matches_nothing (regex))
    return NULL;
  g_regex_match_full (regex, text, -1, 0, 0, &match, &error);
  while (error == NULL && g_match_info_matches (match))
    {
      int start, end;
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_ptr_array_add (parts, g_strndup (text + at, (gsize)(start - at)));
      at = end;
      g_match_info_next (match, &error);
    }
  if (error != NULL)
    return NULL;
  g_ptr_array_add (parts, g_strdup (text + at));
  g_ptr_array_add (parts, NULL);
  return (char **)g_ptr_array_steal (parts, NULL);
}
