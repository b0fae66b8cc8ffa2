/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on strings. Places and lengths count characters, not bytes. */
#include <string.h>

#include "rules/rang-feel-builtins-private.h"
#include "rules/rang-feel-regex.h"

static const char *
text_argument (const RangFeelValue **arguments, guint n, guint index)
{
  const RangFeelValue *value = rang_feel_argument (arguments, n, index, RANG_FEEL_STRING);

  return value != NULL ? value->u.string.text : NULL;
}

static const RangFeelValue *
substring (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *start, *end;
  gint64 place, length, count;

  if (text == NULL || !rang_feel_argument_integer (arguments, n, 1, &place))
    return &rang_feel_null;
  count = g_utf8_strlen (text, -1);
  if (place < 0)
    place += count + 1;
  if (place < 1 || place > count)
    return &rang_feel_null;
  length = count - place + 1;
  if (n > 2 && arguments[2] != NULL)
    {
      gint64 wanted;
      if (!rang_feel_argument_integer (arguments, n, 2, &wanted) || wanted < 1)
        return &rang_feel_null;
      length = MIN (length, wanted);
    }
  start = g_utf8_offset_to_pointer (text, (glong)place - 1);
  end = g_utf8_offset_to_pointer (start, (glong)length);
  return rang_feel_value_new_string (eval->arena, start, end - start);
}

static const RangFeelValue *
string_length (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0);

  return text != NULL ? rang_feel_value_new_integer (eval->arena, g_utf8_strlen (text, -1)) : &rang_feel_null;
}

static const RangFeelValue *
upper_case (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0);

  return text != NULL ? rang_feel_value_take_string (eval->arena, g_utf8_strup (text, -1)) : &rang_feel_null;
}

static const RangFeelValue *
lower_case (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0);

  return text != NULL ? rang_feel_value_take_string (eval->arena, g_utf8_strdown (text, -1)) : &rang_feel_null;
}

static const RangFeelValue *
substring_before (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *match = text_argument (arguments, n, 1), *found;

  if (text == NULL || match == NULL)
    return &rang_feel_null;
  found = strstr (text, match);
  return rang_feel_value_new_string (eval->arena, text, found != NULL ? found - text : 0);
}

static const RangFeelValue *
substring_after (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *match = text_argument (arguments, n, 1), *found;

  if (text == NULL || match == NULL)
    return &rang_feel_null;
  found = strstr (text, match);
  return rang_feel_value_new_string (eval->arena, found != NULL ? found + strlen (match) : "", -1);
}

static const RangFeelValue *
contains (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *match = text_argument (arguments, n, 1);

  return text != NULL && match != NULL ? RANG_FEEL_BOOL (strstr (text, match) != NULL) : &rang_feel_null;
}

static const RangFeelValue *
starts_with (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *match = text_argument (arguments, n, 1);

  return text != NULL && match != NULL ? RANG_FEEL_BOOL (g_str_has_prefix (text, match)) : &rang_feel_null;
}

static const RangFeelValue *
ends_with (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *match = text_argument (arguments, n, 1);

  return text != NULL && match != NULL ? RANG_FEEL_BOOL (g_str_has_suffix (text, match)) : &rang_feel_null;
}

/* The expression and its flags from two arguments; NULL if they are wrong. */
static GRegex *
regex_argument (RangFeelEval *eval, const RangFeelValue **arguments, guint n, guint pattern, guint flags)
{
  const char *text = text_argument (arguments, n, pattern);
  const RangFeelValue *options = rang_feel_argument_any (arguments, n, flags);

  if (text == NULL || (!RANG_FEEL_IS_NULL (options) && options->kind != RANG_FEEL_STRING))
    return NULL;
  /* A search may go back and forth for long. */
  rang_feel_eval_weigh (eval, G_MAXSIZE);
  return rang_feel_regex_compile (text, options->kind == RANG_FEEL_STRING ? options->u.string.text : "");
}

static const RangFeelValue *
matches (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0);
  g_autoptr (GRegex) regex = regex_argument (eval, arguments, n, 1, 2);
  gboolean found;

  if (text == NULL || regex == NULL || !rang_feel_regex_match (regex, text, &found))
    return &rang_feel_null;
  return RANG_FEEL_BOOL (found);
}

static const RangFeelValue *
replace (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0), *replacement = text_argument (arguments, n, 2);
  g_autoptr (GRegex) regex = regex_argument (eval, arguments, n, 1, 3);
  const RangFeelValue *flags = rang_feel_argument (arguments, n, 3, RANG_FEEL_STRING);
  char *result;

  if (text == NULL || replacement == NULL || regex == NULL)
    return &rang_feel_null;
  result = rang_feel_regex_replace (eval->arena, regex, text, replacement,
                                    flags != NULL && strchr (flags->u.string.text, 'q') != NULL);
  return result != NULL ? rang_feel_value_take_string (eval->arena, result) : &rang_feel_null;
}

static const RangFeelValue *
split (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const char *text = text_argument (arguments, n, 0);
  g_autoptr (GRegex) regex = regex_argument (eval, arguments, n, 1, n);
  g_auto (GStrv) parts = NULL;
  RangFeelList result = { .arena = eval->arena };

  if (text == NULL || regex == NULL)
    return &rang_feel_null;
  parts = rang_feel_regex_split (regex, text);
  if (parts == NULL)
    return &rang_feel_null;
  for (char **part = parts; *part != NULL; part++)
    if (!rang_feel_eval_step (eval)
        || !rang_feel_list_add (&result, rang_feel_value_new_string (eval->arena, *part, -1)))
      return &rang_feel_null;
  return rang_feel_list_end (&result);
}

static const RangFeelValue *
string_join (RangFeelEval *eval, const RangFeelValue **arguments, guint n)
{
  const RangFeelValue *list = rang_feel_argument_list (eval, arguments, n, 0);
  const RangFeelValue *delimiter = rang_feel_argument_any (arguments, n, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean first = TRUE;

  if (list == NULL || (!RANG_FEEL_IS_NULL (delimiter) && delimiter->kind != RANG_FEEL_STRING))
    return &rang_feel_null;
  for (guint i = 0; i < list->u.list.n; i++)
    {
      const RangFeelValue *item = list->u.list.items[i];
      if (RANG_FEEL_IS_NULL (item))
        continue;
      if (item->kind != RANG_FEEL_STRING || !rang_feel_eval_step (eval)
          || !rang_feel_arena_fits (eval->arena, text->len + item->u.string.length))
        return &rang_feel_null;
      if (!first && delimiter->kind == RANG_FEEL_STRING)
        g_string_append (text, delimiter->u.string.text);
      g_string_append (text, item->u.string.text);
      first = FALSE;
    }
  return rang_feel_value_new_string (eval->arena, text->str, (gssize)text->len);
}

const RangFeelBuiltin rang_feel_builtins_strings[] = {
  { "substring", substring, 2, 3, FALSE, "string,start position,length" },
  { "string length", string_length, 1, 1, FALSE, "string" },
  { "upper case", upper_case, 1, 1, FALSE, "string" },
  { "lower case", lower_case, 1, 1, FALSE, "string" },
  { "substring before", substring_before, 2, 2, FALSE, "string,match" },
  { "substring after", substring_after, 2, 2, FALSE, "string,match" },
  { "contains", contains, 2, 2, FALSE, "string,match" },
  { "starts with", starts_with, 2, 2, FALSE, "string,match" },
  { "ends with", ends_with, 2, 2, FALSE, "string,match" },
  { "matches", matches, 2, 3, FALSE, "input,pattern,flags" },
  { "replace", replace, 3, 4, FALSE, "input,pattern,replacement,flags" },
  { "split", split, 2, 2, FALSE, "string,delimiter" },
  { "string join", string_join, 1, 2, FALSE, "list,delimiter" },
  { NULL },
};
