/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of rule tables as people read and type them. */
#include "rules/rang-rules-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-decimal.h"
#include "base/rang-text.h"
#include "rules/rang-rules-constant.h"
#include "rules/rang-rules-error.h"

/* --- from FEEL to words --- */

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

static const struct
{
  const char *feel;
  const char *shown;
} comparisons[] = { { ">=", "≥" }, { "<=", "≤" }, { ">", ">" }, { "<", "<" } };

static char *
words_of_item (const char *item, const RangRuleInput *input)
{
  g_auto (GStrv) part = NULL;

  if (g_str_equal (item, "null"))
    /* Translators: the value of an input that nobody has said */
    return g_strdup (_ ("not known"));
  if (g_str_equal (item, "true") || g_str_equal (item, "false"))
    return g_strdup (*item == 't' ? _ ("yes") : _ ("no"));
  if (match ("^\"([^\"\\\\]*)\"$", item, &part))
    return g_strdup (input != NULL && input->values != NULL ? rang_rule_input_value_label (part[1]) : part[1]);
  if (match ("^" RANG_RULES_CONSTANT "$", item, &part))
    return rang_rules_constant_to_text (part[1]);
  if (match ("^(>=|<=|>|<)\\s*" RANG_RULES_CONSTANT "$", item, &part))
    {
      g_autofree char *number = rang_rules_constant_to_text (part[2]);

      for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
        if (g_str_equal (part[1], comparisons[i].feel))
          return g_strdup_printf ("%s %s", comparisons[i].shown, number);
    }
  if (match ("^([\\[(\\]])\\s*" RANG_RULES_CONSTANT "\\s*\\.\\.\\s*" RANG_RULES_CONSTANT "\\s*([\\])\\[])$", item,
             &part))
    {
      g_autofree char *low = rang_rules_constant_to_text (part[2]), *high = rang_rules_constant_to_text (part[3]);

      return g_strdup_printf ("%s%s … %s%s", *part[1] == '[' ? "" : "> ", low, *part[4] == ']' ? "" : "< ", high);
    }
  return NULL;
}

/* Divides at commas that are in no string and no bracket. */
static char **
split_items (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = text;
  int depth = 0;
  gboolean quoted = FALSE;

  for (const char *at = text;; at++)
    {
      quoted = *at == '"' ? !quoted : quoted;
      depth += !quoted && strchr ("([", *at) != NULL && *at != '\0';
      depth -= !quoted && strchr (")]", *at) != NULL && *at != '\0';
      if (*at == '\0' || (*at == ',' && depth <= 0 && !quoted))
        {
          g_autofree char *item = g_strstrip (g_strndup (start, (gsize)(at - start)));

          g_strv_builder_add (builder, item);
          start = at + 1;
        }
      if (*at == '\0')
        return g_strv_builder_end (builder);
    }
}

char *
rang_rules_words_of_test (const char *test, const RangRuleInput *input)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) items = NULL, negated = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (test != NULL, NULL);

  text = g_strstrip (g_strdup (test));
  if (*text == '\0' || g_str_equal (text, "-"))
    return g_strdup ("–");
  if (match ("^not\\s*\\((.*)\\)$", text, &negated))
    {
      g_autofree char *inner = rang_rules_words_of_test (negated[1], input);

      /* Translators: of a rule’s cell: everything but %s */
      return g_strdup_printf (_ ("not %s"), inner);
    }
  items = split_items (text);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = words_of_item (items[i], input);

      if (item == NULL)
        return g_steal_pointer (&text);
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", item);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Money with its minor units where it has any: "1 830,40". */
static char *
words_of_money (const char *value)
{
  gint64 hundredths;

  if (strchr (value, '.') == NULL || !rang_decimal_is_plain (value) || !rang_decimal_parse (value, '.', 2, &hundredths))
    return NULL;
  return rang_decimal_format (hundredths, 2, 2);
}

char *
rang_rules_words_of_fact (const char *name, const char *value)
{
  g_return_val_if_fail (name != NULL && value != NULL, NULL);

  const RangRuleInput *input = rang_rule_input_find (name);
  const char *unit = input != NULL && input->unit != NULL ? input->unit : "";
  g_autofree char *words = g_str_equal (unit, "office currency") ? words_of_money (value) : NULL;

  if (words == NULL)
    words = rang_rules_words_of_test (value, input);
  if (input == NULL)
    return g_strdup_printf ("%s: %s", rang_rules_table_label (name), words);
  return g_strdup_printf (g_str_equal (unit, "percent") ? "%s: %s\302\240%%"
                          : g_str_equal (unit, "kg")    ? "%s: %s\302\240kg"
                                                        : "%s: %s",
                          _ (input->label), words);
}

/* --- from words to FEEL --- */

static gboolean
same (const char *typed, const char *word)
{
  g_autofree char *a = rang_text_key (typed), *b = rang_text_key (word);

  return *b != '\0' && g_str_equal (a, b);
}

static gboolean
is_any (const char *text)
{
  /* Translators: typed into a rule’s cell: it does not matter what it is */
  return *text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "–") || same (text, "any")
         || same (text, _ ("any"));
}

static char *
fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static char *
fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION, message);
  return NULL;
}

static char *
string_item (const char *typed, const RangRuleInput *input, GError **error)
{
  g_auto (GStrv) values = rang_rule_input_dup_values (input);
  g_autofree char *bare = g_strdup (typed);
  g_autoptr (GString) known = g_string_new (NULL);
  gsize length = strlen (bare);

  if (length >= 2 && *bare == '"' && bare[length - 1] == '"')
    {
      memmove (bare, bare + 1, length - 2);
      bare[length - 2] = '\0';
    }
  if (values == NULL)
    return strpbrk (bare, "\"\\") == NULL ? g_strdup_printf ("\"%s\"", bare)
                                          : fail (error, _ ("a name cannot have quotes in it"));
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (same (bare, values[i]) || same (bare, rang_rule_input_value_label (values[i])))
        return g_strdup_printf ("\"%s\"", values[i]);
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", rang_rule_input_value_label (values[i]));
    }
  /* Translators: what was typed, what could be */
  return fail (error, _ ("“%s” is none of: %s"), bare, known->str);
}

static char *
boolean_item (const char *typed, GError **error)
{
  if (same (typed, "yes") || same (typed, "true") || same (typed, _ ("yes")))
    return g_strdup ("true");
  if (same (typed, "no") || same (typed, "false") || same (typed, _ ("no")))
    return g_strdup ("false");
  return fail (error, _ ("“%s” is neither yes nor no"), typed);
}

/* "< 500 000": a comparison, or one end of a range. */
static const char *
take_comparison (const char *text, const char **rest)
{
  static const struct
  {
    const char *typed;
    const char *feel;
  } signs[] = { { ">=", ">=" }, { "<=", "<=" }, { "≥", ">=" }, { "≤", "<=" }, { ">", ">" }, { "<", "<" } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].typed))
      {
        *rest = text + strlen (signs[i].typed);
        return signs[i].feel;
      }
  *rest = text;
  return "";
}

static char *
range_item (const char *low_text,
            const char *high_text,
            gboolean low_open,
            gboolean high_open,
            RangFeelKind kind,
            GError **error)
{
  g_autofree char *low_end = g_strstrip (g_strdup (low_text)), *high_end = g_strstrip (g_strdup (high_text));
  const char *low_rest, *high_rest;
  const char *low_sign = take_comparison (low_end, &low_rest), *high_sign = take_comparison (high_end, &high_rest);
  g_autofree char *low = rang_rules_constant_from_text (low_rest, kind);
  g_autofree char *high = rang_rules_constant_from_text (high_rest, kind);
  int order;

  if (low == NULL || high == NULL)
    return NULL;
  low_open = low_open || g_str_equal (low_sign, ">");
  high_open = high_open || g_str_equal (high_sign, "<");
  order = rang_rules_constant_compare (low, high);
  if (order > 0 || (order == 0 && (low_open || high_open)))
    {
      g_autofree char *from = rang_rules_constant_to_text (low), *to = rang_rules_constant_to_text (high);

      /* Translators: the two ends of a range as typed */
      return fail (error, _ ("nothing lies from %s to %s; the lower end comes first"), from, to);
    }
  return g_strdup_printf ("%c%s..%s%c", low_open ? '(' : '[', low, high, high_open ? ')' : ']');
}

static char *
comparable_item (const char *typed, const RangRuleInput *input, GError **error)
{
  g_auto (GStrv) part = NULL;
  const char *rest, *sign = take_comparison (typed, &rest);
  g_autofree char *constant = rang_rules_constant_from_text (rest, input->kind);
  g_autoptr (GError) empty = NULL;
  char *range = NULL;

  if (constant != NULL)
    return *sign != '\0' ? g_strdup_printf ("%s %s", sign, constant) : g_steal_pointer (&constant);
  if (same (typed, "null") || same (typed, _ ("not known")))
    return input->nullable ? g_strdup ("null") : fail (error, _ ("this is always known"));
  if (match ("^([\\[(\\]])(.+)\\.\\.(.+)([\\])\\[])$", typed, &part))
    range = range_item (part[2], part[3], *part[1] != '[', *part[4] != ']', input->kind, &empty);
  else if (match ("^(.+?)(?:\\.\\.|…|\\s-\\s|\\s–\\s|–|\\s(?:to|până la)\\s)(.+)$", typed, &part)
           || match ("^([\\d .]+)-([\\d .]+)$", typed, &part))
    range = range_item (part[1], part[2], FALSE, FALSE, input->kind, &empty);
  if (range != NULL)
    return range;
  if (empty != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&empty));
      return NULL;
    }
  if (input->kind == RANG_FEEL_DATE)
    return fail (error,
                 _ ("“%s” is no date such as 2026-12-31, no comparison such as ≥ 2026-12-31, and no range such as "
                    "2026-12-01 … 2026-12-31"),
                 typed);
  return fail (error, _ ("“%s” is no number, no comparison such as ≥ 5, and no range such as 5 … 10"), typed);
}

/* What is FEEL already, and more than the words can say, stays so: a function, a name, a calculation. */
static gboolean
looks_like_feel (const char *text)
{
  return strstr (text, "?") != NULL || g_regex_match_simple ("^[a-z ]+\\(", text, 0, 0);
}

char *
rang_rules_words_to_test (const char *words, const RangRuleInput *input, GError **error)
{
  g_autofree char *text = NULL, *inner = NULL, *tidy = NULL;
  g_autoptr (GString) test = g_string_new (NULL);
  g_auto (GStrv) items = NULL, negated = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  text = g_strstrip (g_strdup (words));
  if (is_any (text))
    return g_strdup ("-");
  if (!same (text, "not known") && !same (text, _ ("not known"))
      && (match ("^not\\s*\\((.*)\\)$", text, &negated) || match ("^(?:not|nu e|fără)\\s+(.+)$", text, &negated)))
    {
      inner = rang_rules_words_to_test (negated[1], input, error);
      return inner != NULL ? g_strdup_printf ("not(%s)", inner) : NULL;
    }
  if (input == NULL || (looks_like_feel (text) && !g_str_has_prefix (text, "date(")))
    return g_steal_pointer (&text);
  tidy = input->kind == RANG_FEEL_NUMBER ? rang_rules_constant_tidy (text) : g_strdup (text);
  items = split_items (tidy);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = input->kind == RANG_FEEL_STRING    ? string_item (items[i], input, error)
                              : input->kind == RANG_FEEL_BOOLEAN ? boolean_item (items[i], error)
                                                                 : comparable_item (items[i], input, error);

      if (item == NULL)
        return NULL;
      g_string_append_printf (test, "%s%s", i > 0 ? ", " : "", item);
    }
  return g_string_free (g_steal_pointer (&test), FALSE);
}

/* --- outputs --- */

char *
rang_rules_words_of_output (const char *output)
{
  g_auto (GStrv) part = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (output != NULL, NULL);

  text = g_strstrip (g_strdup (output));
  if (match ("^\"([^\"\\\\]*)\"$", text, &part))
    return g_strdup (part[1]);
  if (match ("^-\\s*(\\d+)$", text, &part))
    return g_strdup_printf ("−%s", part[1]);
  if (match ("^(\\d+)$", text, &part))
    return g_strdup_printf ("+%s", part[1]);
  return g_steal_pointer (&text);
}

char *
rang_rules_words_to_output (const char *words, gboolean is_class, GError **error)
{
  g_autofree char *text = NULL, *tidy = NULL, *number = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  text = g_strstrip (g_strdup (words));
  if (is_class)
    {
      g_autofree char *upper = g_utf8_strup (text, -1);
      const char *letter = *upper == '"' ? upper + 1 : upper;

      if (*letter >= 'A' && *letter <= 'C' && (letter[1] == '\0' || g_str_equal (letter + 1, "\"")))
        return g_strdup_printf ("\"%c\"", *letter);
      return fail (error, _ ("the class is A, B or C"));
    }
  tidy = rang_rules_constant_tidy (text);
  number = rang_rules_constant_from_text (tidy, RANG_FEEL_NUMBER);
  if (number != NULL && strchr (number, '.') == NULL)
    return g_steal_pointer (&number);
  if (number == NULL && strchr (text, '(') != NULL)
    return g_steal_pointer (&text);
  return fail (error, _ ("points are a whole number, such as 10 or −2"));
}

/* --- tables --- */

const char *
rang_rules_table_label (const char *name)
{
  static const char *const known[] = { N_ ("Client"),   N_ ("Promise"), N_ ("Order"), N_ ("Department say"),
                                       N_ ("Fairness"), N_ ("Class"),   N_ ("Points") };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], name))
      return _ (known[i]);
  return name;
}
